package mend_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/internal/golden"
	"warraq/content/mend"
	"warraq/content/number"
	"warraq/content/setup"
)

// TestMend gives each line of "in" as a paragraph and wants what is reported
// when nothing is chosen and the text when everything is. In a line, | parts
// inlines, the second of which is bold, and ^ is a note.
func TestMend(t *testing.T) {
	all := setup.Normalize{Spaces: true, Tatweel: true, Composition: true, Punctuation: true}
	golden.Run(t, func(files []txtar.File) string {
		var b strings.Builder
		n := 0
		for line := range strings.Lines(string(files[0].Data)) {
			n++
			line = unescape(strings.TrimSuffix(line, "\n"))
			left, mended := paragraph(line, n), paragraph(line, n)
			advice := mend.Document(left, setup.Normalize{}, nil)
			mend.Document(mended, all, nil)
			fmt.Fprintf(&b, "%s\n", escape(inlines(mended)))
			for _, a := range advice {
				fmt.Fprintf(&b, "\t%s\n", escape(a.What))
			}
		}
		return b.String()
	})
}

// escape and unescape make visible what an editor would hide or compose.
var hidden = []string{"\ufeff", "\u00a0", "\u0653", "\u0654", "\u0655", "\u0301", "\u0300", "\ufe8e", "\ufee3", "\ufefb"}

func unescape(s string) string {
	for _, h := range hidden {
		r, _ := utf8.DecodeRuneInString(h)
		s = strings.ReplaceAll(s, fmt.Sprintf("<%04X>", r), h)
	}
	return s
}

func escape(s string) string {
	for _, h := range hidden {
		r, _ := utf8.DecodeRuneInString(h)
		s = strings.ReplaceAll(s, h, fmt.Sprintf("<%04X>", r))
	}
	return s
}

func paragraph(line string, number int) *content.Document {
	var text []content.Inline
	at := content.Pos{File: "f", Line: number}
	for i, part := range strings.Split(line, "|") {
		for j, s := range strings.Split(part, "^") {
			if j > 0 {
				text = append(text, &content.NoteRef{Note: &content.Note{}})
			}
			in := content.Inline(&content.Text{Pos: at, Value: s})
			if i == 1 {
				in = &content.Strong{Inlines: []content.Inline{in}}
			}
			text = append(text, in)
		}
	}
	p := &content.Paragraph{Place: content.Place{Pos: at}, Inlines: text}
	return &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{p}}}}
}

func inlines(doc *content.Document) string {
	var b strings.Builder
	var write func([]content.Inline)
	write = func(text []content.Inline) {
		for _, in := range text {
			switch in := in.(type) {
			case *content.Text:
				b.WriteString(in.Value)
			case *content.Strong:
				b.WriteString("|")
				write(in.Inlines)
				b.WriteString("|")
			case *content.NoteRef:
				b.WriteString("^")
			}
		}
	}
	write(doc.Chapters[0].Blocks[0].(*content.Paragraph).Inlines)
	return b.String()
}

// FuzzMend: mending never panics, leaves valid text, loses no letter, and what
// is mended has nothing more to mend.
func FuzzMend(f *testing.F) {
	for _, s := range golden.Seeds(f) {
		for line := range strings.Lines(string(s)) {
			f.Add(unescape(line))
		}
	}
	all := setup.Normalize{Spaces: true, Tatweel: true, Composition: true, Punctuation: true}
	f.Fuzz(func(t *testing.T, line string) {
		if !utf8.ValidString(line) || strings.Contains(line, "\x00") {
			t.Skip()
		}
		doc := paragraph(line, 1)
		mend.Document(doc, setup.Normalize{}, nil)
		before := inlines(doc)
		mend.Document(doc, all, nil)
		after := inlines(doc)
		if !utf8.ValidString(after) {
			t.Fatalf("invalid: %q", after)
		}
		if a, b := arabicLetters(before), arabicLetters(after); a != b {
			t.Fatalf("letters changed: %q became %q", before, after)
		}
		mend.Document(doc, all, nil)
		if again := inlines(doc); again != after {
			t.Fatalf("mended %q to %q, then to %q", before, after, again)
		}
	})
}

// arabicLetters keeps the letters that no mending touches.
func arabicLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'ب' && r <= 'ي' && r != 'ـ' && r != 'و' && r != 'ي' && r != 'ه' {
			return r
		}
		return -1
	}, s)
}

func TestMendEverywhere(t *testing.T) {
	text := func(s string) []content.Inline { return []content.Inline{&content.Text{Value: s}} }
	note := &content.Note{Blocks: []content.Block{&content.Paragraph{Inlines: text("هامش ، أول")}}}
	doc := &content.Document{
		Meta: content.Meta{Title: "عنوان ، ثان", Authors: []string{"ﻣﺎ"}},
		Chapters: []*content.Chapter{{
			Title: text("باب ، باب"),
			Blocks: []content.Block{
				&content.Figure{Alt: "صورة ، صورة", Caption: text("شرح ، شرح")},
				&content.Table{Header: &content.Row{Cells: []*content.Cell{{Inlines: text("خلية ، خلية")}}}},
				&content.Paragraph{Inlines: []content.Inline{&content.Code{Value: "ﻣﺎ ، x"}, &content.NoteRef{Note: note}}},
				&content.CodeBlock{Text: "a ، b\n"},
			},
		}},
	}
	number.Document(doc) // which gathers the notes
	if advice := mend.Document(doc, setup.Normalize{Spaces: true}, nil); len(advice) != 0 {
		t.Errorf("advice: %v", advice)
	}
	number.Document(doc) // and makes the title page of the mended title
	var b strings.Builder
	_ = dump.Document(&b, doc)
	if n := strings.Count(b.String(), " ،"); n != 2 {
		t.Errorf("%d spaces before commas, want the two in code:\n%s", n, b.String())
	}
	if !strings.Contains(b.String(), "authors \"ما\"") {
		t.Errorf("author not mapped:\n%s", b.String())
	}
}
