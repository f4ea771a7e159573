package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/fonts"
	"warraq/layout"
)

// What there is to tell of the author's faces: what they lack and what serves
// instead, a line a face.

// faceAdvice is all that there is to tell of the faces of a book with these pages;
// without pages, of the letters of its text.
func (m *manuscript) faceAdvice(pages *layout.Book) (advice []content.Problem) {
	f := m.doc.Setup.Fonts
	set, err := m.faces()
	if err != nil || f.Regular == "" && f.Bold == "" && f.Italic == "" && f.BoldItalic == "" && f.Mono == "" {
		return nil
	}
	if f.Regular != "" && f.Bold == "" && set.Face(fonts.Style{Bold: true}) == set.Face(fonts.Style{}) {
		advice = append(advice, content.Problem{Pos: m.doc.Assets[f.Regular].Pos,
			What: "no bold face is given; what is bold is set in " + f.Regular + " like all else", Hint: "name one under fonts: bold"})
	}
	for _, face := range set.Own() {
		for _, what := range m.limits(face) {
			advice = append(advice, content.Problem{Pos: m.doc.Assets[face.File].Pos, What: face.File + " " + what})
		}
	}
	lacks := m.lacksOfText(set)
	if pages != nil {
		lacks = pages.Lacks(set)
	}
	for _, l := range lacks {
		advice = append(advice, content.Problem{Pos: m.doc.Assets[l.Face.File].Pos, What: l.Face.File + " " + lackSays(l)})
	}
	return advice
}

// limits are what a face cannot do, whatever the text.
func (m *manuscript) limits(face *fonts.Face) (says []string) {
	if len(face.Unread) > 0 {
		says = append(says, "has a table "+strings.Join(face.Unread, ", ")+" that cannot be read, so that letters are not kerned and marks may stand badly; get a fresh copy or another face")
	}
	if face.Variable && (face.Weight < 350 || face.Weight > 450) {
		says = append(says, fmt.Sprintf("is a variable font, of which the PDF has the weight that it opens with, %d; use the file of one weight", face.Weight))
	}
	set, _ := m.faces()
	if face == set.Face(fonts.Style{}) && face.Covers('ب') && face.Tatweel == 0 && layout.Lengthening(m.doc, set).Lengthens() {
		says = append(says, "lets no bar (ـ U+0640) stand between its letters, so that words are not lengthened and spaces alone fill the lines")
	}
	return says
}

// mostTold is how many characters a line of advice names.
const mostTold = 6

// lackSays tells what a face lacks: "lacks 2 characters of this book (…); the 312
// words of 4120 that have them are set in Amiri-Regular".
func lackSays(l layout.Lack) string {
	slices.SortStableFunc(l.Runes, func(a, b rune) int { return cmp.Compare(weight(a), weight(b)) })
	var named []string
	for _, r := range l.Runes[:min(mostTold, len(l.Runes))] {
		named = append(named, fmt.Sprintf("%s U+%04X", shown(r), r))
	}
	if len(l.Runes) > mostTold {
		named = append(named, "…")
	}
	var by []string
	for _, f := range l.By {
		name, _, _ := strings.Cut(f.Name, "-")
		if name = cmp.Or(f.File, name); !slices.Contains(by, name) {
			by = append(by, name)
		}
	}
	says := fmt.Sprintf("lacks %s of this book (%s)", count(len(l.Runes), "character", "characters"), strings.Join(named, ", "))
	served := strings.Join(by, " and ")
	if l.Words == 0 {
		return says + ", set in " + served + " instead"
	}
	return says + fmt.Sprintf("; %s with them, of %d, %s set in %s", count(l.Words, "word", "words"), l.Of, plural(l.Words, "is", "are"), served)
}

// weight puts the characters that hold words together before signs and Latin.
func weight(r rune) int {
	if r >= 0x0590 && unicode.In(r, unicode.L, unicode.M) {
		return 0
	}
	return 1
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// shown is a character as it can be seen in a line: a mark on a circle.
func shown(r rune) string {
	if unicode.Is(unicode.M, r) {
		return "\u25cc" + string(r)
	}
	return string(r)
}

// lacksOfText is what the author's regular face lacks of the book's text.
func (m *manuscript) lacksOfText(set *fonts.Set) []layout.Lack {
	l := layout.Lack{Face: set.Face(fonts.Style{})}
	if l.Face.File == "" {
		return nil
	}
	var text fonts.Runes
	content.Texts(m.doc, func(_ *content.Place, inlines []content.Inline) { text.AddString(content.PlainText(inlines)) })
	for r := range text.All() {
		if l.Face.Covers(r) || unicode.In(r, unicode.C, unicode.Z, unicode.Variation_Selector) {
			continue
		}
		if by, ok := set.Cover(fonts.Style{}, r); ok {
			l.Runes = append(l.Runes, r)
			if !slices.Contains(l.By, by) {
				l.By = append(l.By, by)
			}
		}
	}
	if len(l.Runes) == 0 {
		return nil
	}
	return []layout.Lack{l}
}

// spellSigns prints the words of signs such as ﵁ that no face of the book has.
func (m *manuscript) spellSigns() {
	m.late = append(m.late, content.SpellSigns(m.doc, func(r rune) bool {
		set, err := m.faces()
		if err != nil {
			return true // it is told later
		}
		_, ok := set.Cover(fonts.Style{}, r)
		return ok
	})...)
}
