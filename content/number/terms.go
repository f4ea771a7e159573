package number

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/collation"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// article is what an index passes over in Arabic.
var article = locale.Of("ar").Articles[0]

// marksTerm tells a span that marks a place for the index.
func marksTerm(s *content.Span) bool { return s.Has("index") }

// placeIndex appends a chapter for the index, before the colophon, to a book
// that marks terms, of which first is one, and has none.
func placeIndex(doc *content.Document, first *content.Span) {
	if first == nil {
		return
	}
	at := len(doc.Chapters)
	for i, c := range doc.Chapters {
		if kind, ok := generated(c); ok && kind == content.IndexListing {
			return
		}
		if c.Role == roles.Colophon && at == len(doc.Chapters) {
			at = i
		}
	}
	title := []content.Inline{&content.Text{Pos: first.Pos, Value: locale.WordsFor(doc.Meta.Lang).Index}}
	doc.Chapters = slices.Insert(doc.Chapters, at, &content.Chapter{Title: title, Role: roles.Index, Place: content.Place{Pos: first.Pos}})
}

// sorter puts texts in the order of a language, passing over tashkil and tatweel and, where asked, the article.
type sorter struct {
	order   *collation.Order
	script  *unicode.RangeTable // of the language
	article bool                // passed over
}

// scripts are those that an index may be in beside Latin, by ISO 15924.
var scripts = map[string]*unicode.RangeTable{
	"Arab": unicode.Arabic, "Hebr": unicode.Hebrew, "Syrc": unicode.Syriac, "Grek": unicode.Greek, "Cyrl": unicode.Cyrillic,
}

func newSorter(doc *content.Document) *sorter {
	tag, _ := language.Parse(doc.Meta.Lang)
	a := doc.Setup.Article
	script, _ := tag.Script()
	return &sorter{order: collation.For(doc.Meta.Lang), script: cmp.Or(scripts[script.String()], unicode.Latin),
		article: a == setup.ArticleIgnored || a == setup.ArticleAuto && len(locale.Of(doc.Meta.Lang).Articles) > 0}
}

// letters is a text as it is sorted: composed, without tashkil and tatweel, its
// blanks folded, and without a leading article.
func (s *sorter) letters(text string) string {
	text = bareLetters(text)
	if s.article {
		return withoutArticle(text)
	}
	return text
}

// withoutArticle takes the article from a word of two letters or more.
func withoutArticle(text string) string {
	if rest, ok := strings.CutPrefix(text, article); ok && utf8.RuneCountInString(rest) >= 2 {
		return rest
	}
	return text
}

// bareLetters takes away what does not tell words apart in a list.
func bareLetters(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == 'ٱ':
			return 'ا'
		case r == char.Tatweel || char.In(r, char.Mn) || char.In(r, char.Cf) && r != '\u200c':
			return -1
		}
		return r
	}, norm.NFC.String(text))
	return strings.Join(strings.Fields(text), " ")
}

// key is what texts are compared by. Signs and numbers go first, and the
// language's own script before all others, as CLDR has it.
func (s *sorter) key(letters string) []byte {
	rank := byte(0)
	if r, _ := utf8.DecodeRuneInString(letters); unicode.Is(s.script, r) {
		rank = 1
	} else if char.IsLetter(r) {
		rank = 2
	}
	key := append([]byte{rank}, s.order.Key(carriers.Replace(letters))...)
	return append(append(key, 0), letters...)
}

// carriers puts the letter that carries a hamza in its place: by it words are
// looked up.
var carriers = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ؤ", "و", "ئ", "ي")

// initial is the letter under which a text is listed: without hamza and
// accents, as a capital; "" for what does not begin with a letter.
func initial(letters string) string {
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(letters))
	if !char.IsLetter(r) {
		return ""
	}
	return string(unicode.ToUpper(r))
}

// indexed is an entry of the index on its way, and those that stand under it.
type indexed struct {
	entry    *content.Entry
	letters  string // by which it is sorted
	key      []byte // of the collation
	children []*indexed
	byText   map[string]*indexed
}

// indexer gathers the terms of a book.
type indexer struct {
	sorter  *sorter
	top     indexed
	used    map[string]any
	section content.Section
	comma   string
	marked  []marked
	n       int
}

// marked is a place of an entry, the nth, and the span that marks it.
type marked struct {
	entry *content.Entry
	n     int
	span  *content.Span
}

// listTerms fills the index.
func listTerms(doc *content.Document, l *content.Listing, used map[string]any) []marked {
	x := indexer{sorter: newSorter(doc), used: used, comma: locale.PunctuationFor(doc.Meta.Lang).Comma}
	var chapter content.Section
	titled := titledAlike(doc)
	var w content.Walker
	w.Part = func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			chapter = content.Section{Title: part.Title, Place: place, Tongue: w.Tongue()}
			x.section = chapter
		case *content.Heading:
			x.section = content.Section{Title: part.Inlines, Place: place, Tongue: w.Tongue()}
			if titled[content.PlainText(part.Inlines)] > 1 { // its chapter tells it from the others
				x.section.Title = slices.Concat(chapter.Title, []content.Inline{&content.Text{Pos: place.Pos, Value: x.comma}}, part.Inlines)
			}
		case *content.Note:
			x.section = chapter
		}
	}
	w.Text = func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && marksTerm(span) {
				x.add(span)
			}
		})
	}
	w.Document(doc)
	x.list(l, &x.top, 1)
	x.bindSees(l)
	return x.marked
}

// titledAlike counts the sections of a book by their titles.
func titledAlike(doc *content.Document) map[string]int {
	of := make(map[string]int)
	content.Walk(doc, func(part any, _ *content.Place) {
		if h, ok := part.(*content.Heading); ok {
			of[content.PlainText(h.Inlines)]++
		}
	})
	return of
}

// add files one mark.
func (x *indexer) add(span *content.Span) {
	main, sub, under := strings.Cut(span.Get("key"), "!")
	var text []content.Inline
	if main = strings.TrimSpace(main); main == "" {
		text = content.Repeated(span.Inlines)
	} else {
		text = []content.Inline{&content.Text{Pos: span.Pos, Value: main}}
	}
	sortBy := span.Get("sort")
	if !span.Indexed() {
		return
	}
	if !under {
		x.mark(x.under(&x.top, text, sortBy, span.Pos), span)
		return
	}
	above := x.under(&x.top, text, "", span.Pos)
	text = []content.Inline{&content.Text{Pos: span.Pos, Value: strings.TrimSpace(sub)}}
	x.mark(x.under(above, text, sortBy, span.Pos), span)
}

// under finds or makes the entry of a text under another.
func (x *indexer) under(parent *indexed, text []content.Inline, sortBy string, at content.Pos) *indexed {
	plain := content.PlainText(text)
	name := bareLetters(plain)
	h := parent.byText[name]
	if h == nil {
		h = &indexed{entry: &content.Entry{Place: content.Place{Pos: at}, Text: text}, letters: x.sorter.letters(plain)}
		if parent.byText == nil {
			parent.byText = map[string]*indexed{}
		}
		parent.byText[name] = h
		parent.children = append(parent.children, h)
	}
	if sortBy != "" {
		h.letters = bareLetters(sortBy)
	}
	return h
}

// mark gives an entry a place, or another entry to see.
func (x *indexer) mark(h *indexed, span *content.Span) {
	if see := strings.TrimSpace(span.Get("see")); see != "" {
		h.entry.See = append(h.entry.See, content.See{Pos: span.Pos, Text: see})
		return
	}
	x.n++
	if span.Anchor == "" {
		place := content.Place{}
		nameAnchor(span, &place, "ix-", x.n, x.used)
		span.Anchor = place.Anchor
	}
	x.marked = append(x.marked, marked{h.entry, len(h.entry.Marks), span})
	h.entry.Marks = append(h.entry.Marks, content.Mark{Anchor: span.Anchor, Section: x.section})
}

// list puts the entries under one in their order.
func (x *indexer) list(l *content.Listing, parent *indexed, level int) {
	for _, h := range parent.children {
		h.key = x.sorter.key(h.letters)
	}
	slices.SortStableFunc(parent.children, func(a, b *indexed) int { return slices.Compare(a.key, b.key) })
	last := ""
	for _, h := range parent.children {
		h.entry.Level = level
		if letter := initial(h.letters); level == 1 && letter != last {
			h.entry.Letter, last = letter, letter
		}
		l.Entries = append(l.Entries, h.entry)
		x.list(l, h, level+1)
	}
}

// bindSees finds the entries that others lead to.
func (x *indexer) bindSees(l *content.Listing) {
	n := 0
	for _, e := range l.Entries {
		for i := range e.See {
			main, sub, under := strings.Cut(e.See[i].Text, "!")
			h := x.top.byText[bareLetters(main)]
			if h != nil && under {
				h = h.byText[bareLetters(sub)]
				e.See[i].Text = strings.TrimSpace(main) + x.comma + strings.TrimSpace(sub)
			}
			if h == nil {
				continue
			}
			n++
			nameAnchor(h.entry, &h.entry.Place, "entry-", n, x.used)
			e.See[i].Anchor = h.entry.Anchor
		}
	}
}
