package layout

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/fonts/house"
	"warraq/fonts/instance"
	"warraq/layout/display"
	"warraq/layout/manuscript"
)

// Faces reads the font files that a book names, or the embedded ones where it
// names none. What is wrong with a file is told where the book names it, as
// [content.Problems].
func Faces(doc *content.Document) (*fonts.Set, error) {
	set, err := fonts.NewSet(fontFiles(doc))
	var faults fonts.Faults
	if !errors.As(err, &faults) {
		return set, err
	}
	var problems content.Problems
	for _, f := range faults {
		problems = append(problems, content.Problem{Pos: doc.Assets[f.File].Pos, What: "font " + f.File + ": " + f.Err.Error()})
	}
	return nil, problems
}

// fontFiles are the files under `fonts:`.
func fontFiles(doc *content.Document) fonts.Files {
	file := func(name string) fonts.File { return fontFile(doc, name) }
	f := doc.Setup.Fonts
	files := fonts.Files{
		Regular: file(f.Regular), Bold: file(f.Bold), Italic: file(f.Italic), BoldItalic: file(f.BoldItalic), Mono: file(f.Mono),
		Hebrew: locale.InHebrew(doc.Meta.Lang),
	}
	files.Serifs = hasSerifs(f.Regular, files.Hebrew)
	for role, of := range map[setup.FontRole]*fonts.Family{setup.HeadingFont: &files.Headings, setup.QuranFont: &files.Quran, setup.LatinFont: &files.Latin, setup.NumberFont: &files.Numbers} {
		family := f.Family(role)
		*of = fonts.Family{Regular: file(family.Regular), Bold: file(family.Bold), Italic: file(family.Italic), BoldItalic: file(family.BoldItalic)}
	}
	for _, name := range f.Fallback {
		files.Fallback = append(files.Fallback, file(name))
	}
	return files
}

// hasSerifs tells whether the Latin letters of the text have serifs: those of Amiri and of
// some faces of the program. Of the author's own faces nothing is known.
func hasSerifs(regular string, hebrew bool) bool {
	if regular == "" {
		return !hebrew
	}
	key, _, _ := strings.Cut(regular, ":")
	family, ok := house.Named(key)
	return key == house.Amiri || ok && family.Serifs
}

// fontFile is a font file of a book, with its other designs.
func fontFile(doc *content.Document, name string) fonts.File {
	f := fonts.File{Name: name, Data: doc.Data(name)}
	if asset := doc.Assets[name]; asset != nil && asset.Whole != nil {
		c := asset.Design
		f.Varying = &fonts.Varying{Whole: asset.Whole, Choice: instance.Choice{Face: c.Face, Instance: c.Instance, Weight: c.Weight, Italic: c.Italic, Scale: c.Scale}}
		for _, a := range c.Axes {
			f.Varying.Choice.Axes = append(f.Varying.Choice.Axes, instance.Setting(a))
		}
	}
	return f
}

// FaceAdvice is all that there is to tell of the author's faces, a line each: what
// they cannot do, what they lack of the pages of the book and what serves instead.
// Without pages it is what they lack of the letters of the text.
func FaceAdvice(doc *content.Document, set *fonts.Set, pages *display.Book) (advice []content.Problem) {
	f := doc.Setup.Fonts
	if f.Fallback = nil; !f.Given() {
		return nil
	}
	tell := func(file, what, hint string) {
		if at := doc.Assets[file].Pos; at != (content.Pos{}) { // else it is of a theme of ours
			advice = append(advice, content.Problem{Pos: at, What: what, Hint: hint})
		}
	}
	if f.Regular != "" && f.Bold == "" && set.Face(fonts.Style{Bold: true}) == set.Face(fonts.Style{}) {
		tell(f.Regular, "no bold face is given; what is bold is set in "+f.Regular+" like all else", "name one under fonts: bold")
	}
	if text, bold := set.Face(fonts.Style{}), set.Face(fonts.Style{Bold: true}); f.Bold != "" && bold.Weight < leastBold && bold.Weight < text.Weight+heavier {
		tell(f.Bold, fmt.Sprintf("%s is set for what is bold and is hardly heavier than the text: its weight is %d, that of the text %d", f.Bold, bold.Weight, text.Weight), "name a bold face under fonts: bold")
	}
	for _, face := range set.Own() {
		for _, what := range limits(doc, set, face) {
			tell(face.File, face.File+" "+what, "")
		}
	}
	lacks := lacksOfText(doc, set)
	if pages != nil {
		lacks = pages.Lacks(set)
	}
	for _, l := range lacks {
		tell(l.Face.File, l.Face.File+" "+lackSays(l), "")
	}
	return advice
}

// leastBold is the least weight of a bold face (OpenType 1.9, "OS/2", usWeightClass: 600
// is semi-bold); heavier is how much more than the text a lighter one must have.
const leastBold, heavier = 600, 200

// limits are what a face cannot do, whatever the text.
func limits(doc *content.Document, set *fonts.Set, face *fonts.Face) (says []string) {
	if len(face.Unread) > 0 {
		says = append(says, "has a table "+strings.Join(face.Unread, ", ")+" that cannot be read, so that letters are not kerned and marks may stand badly; get a fresh copy or another face")
	}
	if face == set.Face(fonts.Style{}) && face.Covers('ب') && face.Tatweel == 0 && manuscript.Lengthening(doc, set).Lengthens() {
		says = append(says, "lets no bar (ـ U+0640) stand between its letters, so that words are not lengthened and spaces alone fill the lines")
	}
	return says
}

// mostTold is how many characters a line of advice names.
const mostTold = 6

// lackSays tells what a face lacks: "lacks 2 characters of this book (…); 312 words
// with them, of 4120, are set in Amiri".
func lackSays(l display.Lack) string {
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
	says := fmt.Sprintf("lacks %d %s of this book (%s)", len(l.Runes), plural(len(l.Runes), "character", "characters"), strings.Join(named, ", "))
	served := strings.Join(by, " and ")
	if l.Words == 0 {
		return says + ", set in " + served + " instead"
	}
	return says + fmt.Sprintf("; %d %s with them, of %d, %s set in %s", l.Words, plural(l.Words, "word", "words"), l.Of, plural(l.Words, "is", "are"), served)
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
func lacksOfText(doc *content.Document, set *fonts.Set) []display.Lack {
	l := display.Lack{Face: set.Face(fonts.Style{})}
	if l.Face.File == "" {
		return nil
	}
	var text fonts.Runes
	content.Texts(doc, func(_ *content.Place, inlines []content.Inline) { text.AddString(content.PlainText(inlines)) })
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
	return []display.Lack{l}
}
