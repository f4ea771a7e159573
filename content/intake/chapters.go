package intake

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/scribe"
)

// Book is the text of one file or of several, in chapters that are settled.
type Book struct {
	Title, Subtitle string
	Authors         []string
	Lang            string
	Cover           string // one of Pictures
	Chapters        []*content.Chapter
	Pictures        []Picture
	Problems        []content.Problem

	quiet   map[string]bool   // languages that go without saying
	aliases map[string]string // anchors of places that have another's
}

// Bind makes a book of texts. What they say of themselves is the book's where it is
// said first; a text without chapters is one, and has its name, which is that of the
// file, where it has no title. Lang, if not empty, goes before what the texts say.
func Bind(texts []*Text, names []string, lang string, opt Options) *Book {
	b := &Book{Lang: lang}
	if lang == "" && len(texts) > 0 {
		var why string
		b.Lang, why = texts[0].Lang.Language()
		texts[0].Report.Took("the language is "+b.Lang+": "+why, "", "write another into book.yaml, or give --lang")
	}
	b.quiet = map[string]bool{Base(b.Lang): true}
	for i, t := range texts {
		b.quiet[t.Quiet] = t.Quiet != ""
		b.add(t, names[i], opt)
	}
	b.aliases = make(map[string]string)
	for _, t := range texts {
		maps.Copy(b.aliases, t.Report.aliases)
	}
	b.settle()
	for _, t := range texts {
		b.Problems = append(b.Problems, t.Report.Problems...)
	}
	return b
}

// add adds the chapters of a text.
func (b *Book) add(t *Text, name string, opt Options) {
	f := front{title: t.Title, subtitle: t.Subtitle, authors: t.Authors, styled: t.Sure}
	b.Cover = cmp.Or(b.Cover, t.Cover)
	pieces := f.take(t)
	blocks := Arrange(pieces, b.Lang, &t.Report, opt)
	f.settleTitle(t, blocks)
	title := cmp.Or(f.title, name)
	if b.Title == "" {
		b.Title, b.Subtitle = f.title, f.subtitle
	}
	if b.Authors == nil {
		b.Authors = f.authors
	}
	b.Chapters = append(b.Chapters, divided(blocks, title, b.Lang, &t.Report)...)
	b.Pictures = append(b.Pictures, t.Pictures...)
}

// front is what stands before the first heading as title, subtitle and authors.
type front struct {
	title, subtitle string
	authors         []string
	styled          bool // the title has a style of titles
}

// take takes the paragraphs that are no text of the book from the head of the pieces.
func (f *front) take(t *Text) (rest []Piece) {
	var title, subtitle, authors []string
	for i, piece := range t.Pieces {
		p, ok := piece.(*Paragraph)
		if ok && p.Level > 0 {
			rest = append(rest, t.Pieces[i:]...)
			break
		}
		if !ok || p.Line.Empty() || !p.Line.OnlyText() {
			rest = append(rest, piece)
			continue
		}
		said := strings.Join(strings.Fields(p.Line.Plain()), " ")
		switch p.Role {
		case Title:
			title = append(title, said)
		case Subtitle:
			subtitle = append(subtitle, said)
		case Author:
			authors = append(authors, said)
		default:
			rest = append(rest, piece)
		}
	}
	if title != nil {
		f.title, f.styled = strings.Join(title, " "), true
		t.Report.Took("the title is what has the style of titles", FirstWords(f.title), "")
	}
	if subtitle != nil {
		f.subtitle = strings.Join(subtitle, " ")
	}
	if authors != nil {
		f.authors = authors
	} else if f.authors != nil {
		t.Report.Took("the author is whom the properties of the file name", strings.Join(f.authors, ", "), "write another into book.yaml, or give --author")
	}
	return rest
}

// settleTitle takes the title that the properties of the file say only if the text
// begins with it: they often have the name of a template.
func (f *front) settleTitle(t *Text, blocks []content.Block) {
	if f.styled || f.title == "" {
		return
	}
	const head = 12 // blocks
	said := lettersOf(f.title)
	var b strings.Builder
	doc := &content.Document{Chapters: []*content.Chapter{{Blocks: blocks[:min(head, len(blocks))]}}}
	content.Texts(doc, func(_ *content.Place, text []content.Inline) { b.WriteString(lettersOf(content.PlainText(text))) })
	if said == "" || !strings.Contains(b.String(), said) {
		f.title = ""
		return
	}
	t.Report.Took("the title is what the properties of the file say", FirstWords(f.title), "write another into book.yaml")
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// divided makes chapters of blocks, at their headings of the highest level. Text
// before the first is an introduction; text without headings one chapter of a title.
func divided(blocks []content.Block, title, lang string, report *Report) (chapters []*content.Chapter) {
	highest := 0
	for _, b := range blocks {
		if h, ok := b.(*content.Heading); ok && (highest == 0 || h.Level < highest) {
			highest = h.Level
		}
	}
	open := &content.Chapter{Role: roles.Introduction, Title: []content.Inline{&content.Text{Value: locale.WordsFor(lang).Introduction}}}
	if highest == 0 {
		open.Role, open.Title = roles.Body, []content.Inline{&content.Text{Value: title}}
	}
	for _, b := range blocks {
		h, ok := b.(*content.Heading)
		if ok && h.Level == highest {
			if len(open.Blocks) > 0 || open.Role == roles.Body {
				chapters = append(chapters, open)
			}
			open = &content.Chapter{Title: h.Inlines}
			open.Anchor, open.Classes = h.Anchor, h.Classes
			continue
		}
		if ok {
			h.Classes = nil // say what kind of chapter one is
			h.Level -= highest - 1
		}
		open.Blocks = append(open.Blocks, b)
	}
	if len(open.Blocks) > 0 || open.Role == roles.Body {
		chapters = append(chapters, open)
	}
	if len(chapters) > 0 && chapters[0].Role == roles.Introduction {
		report.Took("the text before the first heading is an introduction", firstWordsOf(chapters[0]), "")
	}
	return chapters
}

func firstWordsOf(c *content.Chapter) (words string) {
	content.Texts(&content.Document{Chapters: []*content.Chapter{{Blocks: c.Blocks}}}, func(_ *content.Place, text []content.Inline) {
		if words == "" {
			words = FirstWords(content.PlainText(text))
		}
	})
	return words
}

// settle makes of all chapters what Markdown can say: places that nothing refers to
// lose their names, and links to places that are not there are text. What settling
// drops may have been such a place: then links are looked at again.
func (b *Book) settle() {
	s := scribe.Settler{Quiet: b.quiet, Aliases: b.aliases}
	s.Marked, s.Wanted = b.places()
	for {
		for _, c := range b.Chapters {
			s.Chapter(c)
		}
		marked, wanted := b.places()
		if led := s.Marked; !slices.ContainsFunc(slices.Collect(maps.Keys(wanted)), func(anchor string) bool { return led[anchor] && !marked[anchor] }) {
			return
		}
		s.Marked, s.Wanted = marked, wanted
		s.Again()
	}
}

// places are the anchors of places that are there, and those that something refers to.
func (b *Book) places() (marked, wanted map[string]bool) {
	marked, wanted = make(map[string]bool), make(map[string]bool)
	for _, c := range b.Chapters {
		c.Notes = scribe.Called(c)
	}
	want := func(anchor string) {
		if to := b.aliases[anchor]; to != "" {
			anchor = to
		}
		wanted[anchor] = true
	}
	doc := &content.Document{Chapters: b.Chapters}
	content.Walk(doc, func(_ any, place *content.Place) { marked[place.Anchor] = place.Anchor != "" })
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			switch in := in.(type) {
			case *content.Span:
				marked[in.Anchor] = in.Anchor != ""
			case *content.Link:
				if anchor, within := strings.CutPrefix(in.URL, "#"); within {
					want(anchor)
				}
			case *content.Reference:
				want(in.Anchor)
			}
		})
	})
	return marked, wanted
}
