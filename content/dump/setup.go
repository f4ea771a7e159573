package dump

import (
	"fmt"
	"strings"

	"warraq/content/locale"
	"warraq/content/setup"
)

// settings are words for what is other than by default.
type settings []string

func (s *settings) add(set bool, format string, args ...any) {
	if set {
		*s = append(*s, fmt.Sprintf(format, args...))
	}
}

// formWords prints what is other than by default in the page and in what stands on it.
func formWords(s *setup.Book) []string {
	var words settings
	add := words.add
	add(s.Page != setup.Size{}, "page=%gx%g", s.Page.W, s.Page.H)
	for _, l := range s.Margins.Said() {
		add(true, "%s=%s", l.Name, l.Length)
	}
	if s.Theme != nil {
		add(true, "theme=%q", s.Theme.Name)
	}
	add(s.Digits != locale.DigitsAuto, "digits=%s", s.Digits)
	add(s.Opening == setup.OpenOdd, "opening=odd")
	add(s.Opening == setup.OpenAny, "opening=any")
	add(s.Floats == setup.FloatAll, "floats=all")
	add(s.Floats == setup.FloatNone, "floats=none")
	add(s.Notes == setup.NotesByChapter, "notes=chapter")
	add(s.Notes == setup.NotesAtEnd, "notes=end")
	add(s.Folios.Front != setup.FoliosContinuous, "front-folios=%s", s.Folios.Front)
	add(s.Numbering == setup.NumberChapters, "numbering=chapters")
	add(s.Numbering == setup.NumberSections, "numbering=sections")
	add(s.Folios.First != 0, "first-page=%d", s.Folios.First)
	add(s.Draft.On, "draft=%q", s.Draft.Words)
	add(s.SectionNumbers != 0, "section-numbers=%d", s.SectionNumbers)
	add(s.LineNumbers != setup.NoLineNumbers, "line-numbers=%s", s.LineNumbers)
	add(s.Heads.Even != "", "even-heads=%q", s.Heads.Even)
	add(s.Heads.Odd != "", "odd-heads=%q", s.Heads.Odd)
	add(s.Contents == setup.Off, "contents=off")
	add(s.ContentsDepth != 0, "contents-depth=%d", s.ContentsDepth)
	add(s.TitlePage == setup.Off, "title-page=off")
	add(s.HalfTitle, "half-title")
	add(s.PageList == setup.Off, "page-list=off")
	add(s.Article != setup.ArticleAuto, "article=%s", s.Article)
	return words
}

// fontWords prints the files of fonts that are named.
func fontWords(s *setup.Book) []string {
	var words settings
	add := words.add
	f := s.Fonts
	for _, face := range [][2]string{{"regular", f.Regular}, {"bold", f.Bold},
		{"italic", f.Italic}, {"bold-italic", f.BoldItalic},
		{"mono", f.Mono},
		{"fallback", strings.Join(f.Fallback, "|")}} {
		add(face[1] != "", "%s=%q", face[0], face[1])
	}
	for _, part := range []struct {
		name string
		setup.FontFamily
	}{{"headings", f.Headings}, {"quran", f.Quran}, {"latin", f.Latin}, {"numbers", f.Numbers}} {
		add(part.Regular != "", "%s=%q", part.name, part.Regular)
		add(part.Bold != "", "%s-bold=%q", part.name, part.Bold)
		add(part.Italic != "", "%s-italic=%q", part.name, part.Italic)
		add(part.BoldItalic != "", "%s-bold-italic=%q", part.name, part.BoldItalic)
	}
	return words
}

// mendWords prints what is mended in the text.
func mendWords(s *setup.Book) []string {
	var words settings
	add := words.add
	n := s.Normalize
	add(n.Markdown, "mend-markdown")
	add(n.Spaces, "mend-spaces")
	add(n.Tatweel, "mend-tatweel")
	add(n.Composition, "mend-composition")
	add(n.Punctuation, "mend-punctuation")
	add(n.Honorifics, "mend-honorifics")
	return words
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
func bookletWords(s *setup.Book) []string {
	var words settings
	add, b := words.add, &s.Booklet
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
