package dump

import (
	"fmt"
	"strings"

	"warraq/content/setup"
)

// settings are words for what is other than by default.
type settings []string

func (s *settings) add(set bool, format string, args ...any) {
	if set {
		*s = append(*s, fmt.Sprintf(format, args...))
	}
}

// typographyWords prints what is other than by default in the fine setting of
// the text.
func typographyWords(s *setup.Book) []string {
	var words settings
	add := words.add
	l := s.Locale
	for _, f := range [][2]string{{"locale", l.Tag}, {"decimal", l.Decimal}, {"group", l.Group}, {"percent", l.Percent},
		{"months", strings.Join(l.Months, "|")}, {"hijri-months", strings.Join(l.HijriMonths, "|")}, {"era", l.Era}} {
		add(f[1] != "", "%s=%q", f[0], f[1])
	}
	add(s.Justification != setup.JustifyAuto, "justification=%s", s.Justification)
	k := s.Kashida
	add(k.Words != 0, "kashida-words=%.3g", k.Words)
	add(k.Neighbours, "kashida-neighbours")
	add(k.Apart != 0, "kashida-apart=%.3g", k.Apart)
	add(k.Most != 0, "kashida-most=%.3g", k.Most)
	add(k.Word != 0, "kashida-word=%.3g", k.Word)
	add(s.Hyphenation == setup.Off, "hyphenation=off")
	add(s.Numbers != setup.NumbersIsolate, "numbers=%s", s.Numbers)
	add(s.Hanging, "hanging")
	p := &s.Press
	add(p.Bleed != 0, "bleed=%.3g", p.Bleed)
	add(p.Marks != 0, "press-marks=%b", p.Marks)
	add(p.Condition != "", "condition=%q", p.Condition)
	add(p.Profile != "", "profile=%q", p.Profile)
	add(p.Reversed, "page-order=reversed")
	return words
}

// wrapWords prints what is other than by default in the cover around the book.
func wrapWords(s *setup.Book) []string {
	var words settings
	add := words.add
	w := &s.Wrap
	for _, f := range [][2]string{{"back", w.Back}, {"wrap", w.Whole}, {"back-text", w.BackText}, {"spine-text", w.SpineText}} {
		add(f[1] != "", "%s=%q", f[0], f[1])
	}
	add(w.Page, "cover-page")
	add(w.SpineUp, "spine-turn=up")
	add(w.Spine != 0, "spine=%.2f", w.Spine)
	add(w.Barcode == setup.Off, "barcode=off")
	add(s.Leaf != 0, "leaf=%.3f", s.Leaf)
	return words
}

// bookletWords prints what is other than by default in the file of sheets.
func bookletWords(b *setup.Booklet) []string {
	var words settings
	add := words.add
	add(b.Impose != setup.ImposeSaddle, "impose=%s", b.Impose)
	add(b.Sheet != setup.Size{}, "sheet=%.2fx%.2f", b.Sheet.W, b.Sheet.H)
	add(b.Signature != 0, "signature=%d", b.Signature)
	add(b.Blanks.After != nil, "blanks=%v", b.Blanks.After)
	add(b.Blanks.BeforeLast, "blanks=before-last")
	add(b.Duplex != setup.ShortEdge, "duplex=%s", b.Duplex)
	add(b.Caliper != 0, "caliper=%.3f", b.Caliper)
	add(b.Fold, "fold-marks")
	add(b.Trim, "trim-marks")
	add(b.Margin != 0, "printer-margin=%.2f", b.Margin)
	return words
}
