package number

import (
	"regexp"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// linesOf are the lines of some kinds, without those of which the book says nothing.
func linesOf(doc *content.Document, kinds ...content.LineKind) (lines []*content.Line) {
	for _, kind := range kinds {
		text := factOf(doc, kind)
		if strings.Join(text, "") == "" {
			continue
		}
		line := &content.Line{Kind: kind, Text: text}
		if kind == content.LogoLine {
			line.Src = doc.Meta.Logo
		}
		lines = append(lines, line)
	}
	return lines
}

// factOf is what a book says of a kind: one text, or the names of persons.
func factOf(doc *content.Document, kind content.LineKind) []string {
	m := &doc.Meta
	p := &m.Printed
	switch kind {
	case content.AuthorsLine:
		return m.Authors
	case content.FundersLine:
		return p.Funders
	case content.TranslatorLine, content.EditorLine, content.IllustratorLine:
		return peopleOf(m, kind.String())
	case content.LogoLine:
		if m.Logo == "" {
			return nil
		}
		return []string{logoWords(m)}
	}
	return []string{map[content.LineKind]string{
		content.TitleLine: m.Title, content.SubtitleLine: m.Subtitle, content.PublisherLine: m.Publisher, content.YearLine: yearOf(doc),
		content.DescriptionLine: m.Description, content.RightsLine: m.Rights, content.ISBNLine: m.ISBN,
		content.SeriesLine: seriesOf(doc), content.EditionLine: inDigits(doc, p.Edition), content.PrintingLine: inDigits(doc, p.Printing),
		content.PlaceLine: p.Place, content.PrinterLine: p.Printer, content.DepositLine: p.Deposit, content.ISSNLine: p.ISSN,
		content.LicenceLine: licenceOf(p.Licence),
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

// inDigits is a number in the digits of the book; a text stays as it was written.
func inDigits(doc *content.Document, text string) string {
	if !wholeNumber.MatchString(text) {
		return text
	}
	digits := locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	return strings.Map(func(r rune) rune { return digits.Digit(byte(r)) }, text)
}

var wholeNumber = regexp.MustCompile(`^[0-9]+$`)

// creativeCommons are the names of these licences, CC BY-SA 4.0.
var creativeCommons = regexp.MustCompile(`(?i)^CC[ -](BY(?:-NC)?(?:-SA|-ND)?)(?:[ -]([1-4]\.0))?$`)

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
		return linesOf(doc, content.DescriptionLine, content.RightsLine, content.ISBNLine, content.PublisherLine)
	}
	var kinds []content.LineKind
	for _, name := range locale.ImprintOrder(doc.Meta.Lang) {
		if kind, ok := content.LineKindNamed(name); ok && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	lines := linesOf(doc, kinds...)
	language := locale.Of(doc.Meta.Lang)
	for _, l := range lines {
		if word := imprintWord(language, l.Kind, doc.Meta.Lang); word != "" {
			l.Label = word + language.Imprint.Mark
		}
	}
	return lines
}

// imprintWord is the word before a line of the imprint; "" where it says itself what it
// is.
func imprintWord(l *locale.Language, kind content.LineKind, lang string) string {
	w := &l.Imprint
	return map[content.LineKind]string{
		content.TitleLine: w.Title, content.AuthorsLine: l.Words.Author, content.TranslatorLine: w.Translator, content.EditorLine: w.Editor,
		content.IllustratorLine: w.Illustrator, content.SeriesLine: w.Series, content.EditionLine: w.Edition, content.PrintingLine: w.Printing,
		content.PublisherLine: w.Publisher, content.PlaceLine: w.Place, content.YearLine: w.Year, content.PrinterLine: w.Printer,
		content.DepositLine: l.DepositIn(lang), content.FundersLine: w.Funders, content.LicenceLine: w.Licence,
	}[kind]
}
