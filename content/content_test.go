package content_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
)

func TestBaseLetters(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""},
		{"كتاب café ✨", "كتاب café ✨"},
		{"ﻛﺘﺎﺏ", "كتاب"},
		{"ﻻ ﻷ ﻵ", "لا لأ لآ"},
		{"ﷲ ﷴ", "ﷲ ﷴ"},
		{"ﷺ ﷻ ﷽ ﴾ ﴿", "ﷺ ﷻ ﷽ ﴾ ﴿"},
		{"ب\ufe76ت", "ب\u064eت"},
		{"\ufb50\ufb7a\ufb8e", "ٱچک"},
		{"a\ufeffb", "ab"},
		{"\uff01\uffe8\uef00", "\uff01\uffe8\uef00"},
		{"\xef", "\xef"}, {"\xef\xad", "\xef\xad"}, {"\xef\xad\x90\xef", "ٱ\xef"},
	} {
		if got := content.BaseLetters(c[0]); got != c[1] {
			t.Errorf("BaseLetters(%+q) = %+q, want %+q", c[0], got, c[1])
		}
	}
}

// Every presentation form that Unicode decomposes is mapped, but for the words
// written as one.
func TestBaseLettersAll(t *testing.T) {
	for r := rune(0xfb50); r < 0xff00; r++ {
		if r == 0xfe00 {
			r = 0xfe70
		}
		got, whole := content.BaseLetters(string(r)), norm.NFKC.String(string(r))
		switch {
		case r == 0xfeff:
			whole = ""
		case r >= 0xfdf0 && r <= 0xfdff:
			whole = string(r)
		}
		if got != strings.TrimPrefix(whole, " ") {
			t.Errorf("%U: %+q, want %+q", r, got, whole)
		}
	}
}

func TestSource(t *testing.T) {
	text, advice, problems := content.Source("f", []byte("\ufeffأ\r\nب\rج\fد\x00ه\ufffe\n"))
	if text != "أ\nب\nج ده\n" || len(problems) != 0 {
		t.Errorf("%q %v", text, problems)
	}
	if got := lines(advice); !slices.Equal(got, []int{1, 1, 3}) {
		t.Errorf("advice on lines %v: %v", got, advice)
	}
	text, _, problems = content.Source("f", []byte("أ\nب\xd8\nج\n\xff\xfe"))
	if text != "أ\nب\ufffd\nج\n\ufffd" || !slices.Equal(lines(problems), []int{2, 4}) {
		t.Errorf("%q %v", text, problems)
	}
}

func lines(problems []content.Problem) []int {
	var lines []int
	for _, p := range problems {
		lines = append(lines, p.Pos.Line)
	}
	return lines
}

func TestPlainText(t *testing.T) {
	text := func(s string) content.Inline { return &content.Text{Value: s} }
	in := []content.Inline{
		text("أ "), &content.Strong{Inlines: []content.Inline{text("ب"), &content.Emphasis{Inlines: []content.Inline{text("ج")}}}},
		&content.NoteRef{Note: &content.Note{Number: 1}}, &content.LineBreak{}, &content.Code{Value: "x"},
		&content.Image{Alt: "صورة"}, &content.Span{Inlines: []content.Inline{text("!")}},
	}
	if got := content.PlainText(in); got != "أ بج xصورة!" {
		t.Errorf("%q", got)
	}
	if got := content.PlainText(nil); got != "" {
		t.Errorf("%q", got)
	}
}

// IDs are dense and in reading order, anchors unique, and numbering twice is
// numbering once.
func TestNumber(t *testing.T) {
	heading := func(level int, anchor string) *content.Heading {
		return &content.Heading{Level: level, Place: content.Place{Attr: content.Attr{Anchor: anchor}}}
	}
	inner := &content.Note{Label: "inner"}
	late := &content.Note{Label: "late"}
	outer := &content.Note{Label: "outer", Blocks: []content.Block{
		&content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: inner}}}}}
	inner.Blocks = []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: outer}}}}
	doc := &content.Document{Chapters: []*content.Chapter{
		{Role: content.Introduction, Blocks: []content.Block{heading(2, "ch-2"), heading(5, "")}},
		{Blocks: []content.Block{&content.Quote{
			Blocks:      []content.Block{heading(2, "h-3")},
			Attribution: []content.Inline{&content.NoteRef{Note: outer}},
		}, &content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: late}, &content.NoteRef{Note: outer}}}, heading(3, "")}},
		{Role: content.Appendix},
		{},
	}}
	dump := func() string {
		content.Number(doc)
		var b strings.Builder
		_ = content.Dump(&b, doc)
		return b.String()
	}
	once := dump()
	if twice := dump(); twice != once {
		t.Errorf("numbered once:\n%s\ntwice:\n%s", once, twice)
	}
	want := content.ID(0)
	anchors := map[string]bool{}
	content.Walk(doc, func(part any, place *content.Place) {
		want++
		if place.ID != want {
			t.Errorf("%T has ID %d, want %d", part, place.ID, want)
		}
		if place.Anchor != "" && anchors[place.Anchor] {
			t.Errorf("anchor %s is there twice", place.Anchor)
		}
		anchors[place.Anchor] = true
	})
	var labels []string
	for _, n := range doc.Chapters[1].Notes {
		labels = append(labels, n.Label)
	}
	if !slices.Equal(labels, []string{"outer", "late", "inner"}) || outer.Number != 1 || inner.Number != 3 {
		t.Errorf("notes %v", labels)
	}
	if doc.Chapters[0].Number != 0 || doc.Chapters[1].Number != 1 || doc.Chapters[3].Number != 2 {
		t.Errorf("chapter numbers:\n%s", once)
	}
	if doc.Chapters[0].Blocks[1].(*content.Heading).Level != 3 {
		t.Errorf("a level was skipped:\n%s", once)
	}
}
