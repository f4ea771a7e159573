package number

import (
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/imprint"
	"warraq/content/locale"
	"warraq/content/pattern"
)

// linesOf are the lines of some kinds, without those of which the book says nothing.
func linesOf(doc *content.Document, kinds ...imprint.LineKind) (lines []*content.Line) {
	for _, kind := range kinds {
		text := factOf(doc, kind)
		if strings.Join(text, "") == "" {
			continue
		}
		line := &content.Line{Kind: kind, Text: text}
		if kind == imprint.LogoLine {
			line.Src = doc.Meta.Logo
		}
		lines = append(lines, line)
	}
	return lines
}

// titleLines are those of the title page: a book that says all it knows of itself names
// those who made it beside its authors, and its series, there too.
func titleLines(doc *content.Document) []*content.Line {
	lines := linesOf(doc, imprint.TitleLine, imprint.SubtitleLine, imprint.AuthorsLine)
	if doc.Meta.Printed.Full {
		made := linesOf(doc, imprint.Others...)
		label(doc, made)
		lines = append(lines, made...)
	}
	return append(lines, linesOf(doc, imprint.LogoLine, imprint.PublisherLine, imprint.YearLine)...)
}

// label puts before lines what they are, in the words of the book.
func label(doc *content.Document, lines []*content.Line) {
	language := locale.Of(doc.Meta.Lang)
	for _, l := range lines {
		if l.Kind == imprint.EditionLine && namesItself(language, l.Text[0]) {
			continue
		}
		if word := imprintWord(language, l.Kind, doc.Meta.Lang); word != "" {
			l.Label = word + language.Imprint.Mark
		}
	}
}

// factOf is what a book says of a kind: one text, or the names of persons.
func factOf(doc *content.Document, kind imprint.LineKind) []string {
	m := &doc.Meta
	p := &m.Printed
	switch kind {
	case imprint.AuthorsLine:
		return m.Authors
	case imprint.FundersLine:
		return p.Funders
	case imprint.TranslatorLine, imprint.EditorLine, imprint.IllustratorLine:
		return peopleOf(m, kind.String())
	case imprint.LogoLine:
		if m.Logo == "" {
			return nil
		}
		return []string{logoWords(m)}
	}
	return []string{map[imprint.LineKind]string{
		imprint.TitleLine: m.Title, imprint.SubtitleLine: m.Subtitle, imprint.PublisherLine: m.Publisher, imprint.YearLine: yearOf(doc),
		imprint.DescriptionLine: m.Description, imprint.RightsLine: m.Rights, imprint.ISBNLine: m.ISBN,
		imprint.SeriesLine: seriesOf(doc), imprint.EditionLine: editionOf(doc), imprint.PrintingLine: inDigits(doc, p.Printing),
		imprint.PlaceLine: p.Place, imprint.PrinterLine: p.Printer, imprint.DepositLine: p.Deposit, imprint.ISSNLine: p.ISSN,
		imprint.LicenceLine: licenceOf(p.Licence),
	}[kind]}
}

// logoWords are what a logo is for those who do not see it: whose it is.
func logoWords(m *content.Meta) string {
	if m.Publisher != "" {
		return m.Publisher
	}
	return m.Title
}

// peopleOf are the contributors of a role.
func peopleOf(m *content.Meta, role string) (names []string) {
	for _, c := range m.Contributors {
		if c.Role == role {
			names = append(names, c.Name)
		}
	}
	return names
}

// seriesOf is the series and the place in it.
func seriesOf(doc *content.Document) string {
	s := &doc.Meta.Series
	if s.Name == "" || s.Number == "" {
		return s.Name
	}
	return s.Name + locale.PunctuationFor(doc.Meta.Lang).Comma + inDigits(doc, s.Number)
}

// editionOf is the edition of a book: a number by its ordinal, where it has one.
func editionOf(doc *content.Document) string {
	written := doc.Meta.Printed.Edition
	if named := locale.Of(doc.Meta.Lang).Imprint.EditionOf(written); named != "" {
		return named
	}
	return inDigits(doc, written)
}

// namesItself tells an edition that says what it is, so that no word stands before it.
func namesItself(l *locale.Language, edition string) bool {
	word := strings.TrimSpace(strings.Replace(l.Imprint.EditionNth, "%s", "", 1))
	return slices.ContainsFunc([]string{word, l.Imprint.Edition}, func(w string) bool {
		return strings.Contains(strings.ToLower(edition), strings.ToLower(w))
	})
}

// inDigits is a number in the digits of the book; a text stays as it was written.
func inDigits(doc *content.Document, text string) string {
	if !wholeNumber.MatchString(text) {
		return text
	}
	digits := locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	return strings.Map(func(r rune) rune { return digits.Digit(byte(r)) }, text)
}

var wholeNumber = pattern.Of(`^[0-9]+$`)

// creativeCommons are the names of these licences, CC BY-SA 4.0.
var creativeCommons = pattern.Of(`(?i)^CC[ -](BY(?:-NC)?(?:-SA|-ND)?)(?:[ -]([1-4]\.0))?$`)

// licenceOf is a licence, one of Creative Commons with the address of its text.
func licenceOf(text string) string {
	m := creativeCommons.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	version := m[2]
	if version == "" {
		version = "4.0"
	}
	return "CC " + strings.ToUpper(m[1]) + " " + version + " (https://creativecommons.org/licenses/" + strings.ToLower(m[1]) + "/" + version + "/)"
}

// imprintOf are the lines of the imprint: a few, or all that is known of the book, each
// behind its word, in the order of its country.
func imprintOf(doc *content.Document) []*content.Line {
	if !doc.Meta.Printed.Full {
		return linesOf(doc, imprint.DescriptionLine, imprint.RightsLine, imprint.ISBNLine, imprint.PublisherLine)
	}
	var kinds []imprint.LineKind
	for _, name := range locale.ImprintOrder(doc.Meta.Lang) {
		if kind, ok := imprint.LineKindNamed(name); ok && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	lines := linesOf(doc, kinds...)
	label(doc, lines)
	return lines
}

// imprintWord is the word before a line of the imprint; "" where it says itself what it
// is.
func imprintWord(l *locale.Language, kind imprint.LineKind, lang string) string {
	w := &l.Imprint
	return map[imprint.LineKind]string{
		imprint.TitleLine: w.Title, imprint.AuthorsLine: l.Words.Author, imprint.TranslatorLine: w.Translator, imprint.EditorLine: w.Editor,
		imprint.IllustratorLine: w.Illustrator, imprint.SeriesLine: w.Series, imprint.EditionLine: w.Edition, imprint.PrintingLine: w.Printing,
		imprint.PublisherLine: w.Publisher, imprint.PlaceLine: w.Place, imprint.YearLine: w.Year, imprint.PrinterLine: w.Printer,
		imprint.DepositLine: l.DepositIn(lang), imprint.FundersLine: w.Funders, imprint.LicenceLine: w.Licence,
	}[kind]
}
