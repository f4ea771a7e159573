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

func TestDigits(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "2024", "ar-MA": "2024", "ar-EG": "٢٠٢٤", "ar-SA": "٢٠٢٤", "ar-AE": "2024", "ar-Arab-IQ": "٢٠٢٤",
		"fa": "۲۰۲۴", "fa-AF": "۲۰۲۴", "ur": "2024", "ur-IN": "۲۰۲۴", "ckb": "٢٠٢٤", "fr-EG": "2024", "": "2024", "?": "2024",
	} {
		if got := content.FormatInt(2024, content.ResolveDigits(lang, content.DigitsAuto)); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
	if got := content.FormatInt(-15, content.ResolveDigits("ar-MA", content.DigitsArab)); got != "-١٥" {
		t.Errorf("chosen digits: %s", got)
	}
}

func TestFormatAbjad(t *testing.T) {
	for n, want := range map[int]string{
		1: "ا", 2: "ب", 5: "ه\u200d", 10: "ي", 11: "ك", 28: "غ", 29: "اا", 30: "اب", 56: "اغ", 57: "با", 812: "غغ", 813: "ااا", 0: "0", -3: "-3",
	} {
		if got := content.FormatAbjad(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestDirectionOf(t *testing.T) {
	for lang, want := range map[string]content.Direction{
		"ar": content.RTL, "ar-MA": content.RTL, "fa": content.RTL, "ur": content.RTL, "ps": content.RTL, "ckb": content.RTL,
		"ku": content.LTR, "ku-Arab": content.RTL, "he": content.RTL, "yi": content.RTL, "dv": content.RTL, "syr": content.RTL,
		"sd": content.RTL, "ug": content.RTL, "az-Arab": content.RTL, "ar-Latn": content.LTR, "en": content.LTR,
		"fr-MA": content.LTR, "zgh": content.LTR, "": content.LTR, "??": content.LTR,
	} {
		if got := content.DirectionOf(lang); got != want {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
}

func TestWordsFor(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "المحتويات", "ar-MA": "المحتويات", "AR_MA": "المحتويات", "he-IL": "תוכן העניינים", "fr": "Table des matières",
		"en-GB": "Contents", "xx": "Contents", "": "Contents",
	} {
		if got := content.WordsFor(lang).Contents; got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
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
