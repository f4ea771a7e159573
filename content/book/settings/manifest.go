package settings

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/charset"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// Openings are what `opening:` chooses from, by the values of content.Opening.
var Openings = []string{"auto", "odd", "any"}

// Manifest is what book.yaml or the front matter of a single file says.
type Manifest struct {
	File     string // where it stands, for positions
	Meta     content.Meta
	Setup    setup.Book
	Said     content.Said
	Theme    Located
	Chapters []Entry // nil: the default
	Marks    []string
	Assets   []Wanted // cover and fonts
	titlePos content.Pos
	margins  map[string]content.Pos // where they are said, by their keys
	Press    pressPlaces
	Encoding int  // of Encodings
	Whole    bool // each file is one chapter
	Lenient  bool // what is wrong in the texts does not keep the book from being made
}

// Entry is a line of the list of the chapters: a file, a title, or both.
type Entry struct {
	Located
	Title string
	Role  roles.Role
	Depth int // 0 for a chapter, 1 for its sections
}

// Located is a value with its place.
type Located struct {
	Value string
	Pos   content.Pos
}

// Wanted is a file that the manifest names, and where its name is to be kept.
type Wanted struct {
	Located
	Font *setup.FontChoice // of a font; nil: it is a picture
	Name *string
}

// Order is that in which files are read: the fonts of the text before those that are to
// be as large as they are.
func (w Wanted) Order() int {
	if w.Font != nil && w.Font.Role != setup.TextFont {
		return 1
	}
	return 0
}

// Keys are the keys of book.yaml.
func (m *Manifest) Keys() []Key {
	meta, form := &m.Meta, &m.Setup
	return []Key{
		{"title", func(v value) { meta.Title = v.text(); m.titlePos = v.pos() }},
		{"subtitle", func(v value) { meta.Subtitle = v.text() }},
		{"title-sort", func(v value) { meta.TitleSort = v.text() }},
		{"author", func(v value) { m.authors(v) }},
		{"authors", func(v value) { m.authors(v) }},
		{"contributors", func(v value) { m.contributors(v) }},
		{"series", func(v value) { m.series(v) }},
		{"accessibility", func(v value) { m.accessibility(v) }},
		{"language", func(v value) { meta.Lang = v.lang() }},
		{"direction", func(v value) { meta.Dir = locale.Direction(choice(v, "auto", "rtl", "ltr")) }},
		{"date", func(v value) { meta.Date = v.date() }},
		{"publisher", func(v value) { meta.Publisher = v.text() }},
		{"rights", func(v value) { meta.Rights = v.text() }},
		{"description", func(v value) { meta.Description = v.text() }},
		{"identifier", func(v value) { meta.Identifier = v.text() }},
		{"isbn", func(v value) { meta.ISBN = v.isbn() }},
		{"cover", func(v value) { m.cover(v) }},
		{"cover-alt", func(v value) { meta.CoverAlt = v.text() }},
		{"logo", func(v value) { m.want(v, &meta.Logo) }},
		{"imprint", func(v value) { m.imprint(v) }},
		{"paper", func(v value) { m.paper(v) }},
		{"name", func(v value) { meta.Name = v.baseName() }},
		{"chapters", func(v value) { m.Chapters = v.chapters(0) }},
		{"page", func(v value) { m.page(v) }},
		{"theme", func(v value) { m.Theme = Located{v.text(), v.pos()} }},
		{"digits", func(v value) { form.Digits = locale.Digits(choice(v, "auto", "latn", "arab", "arabext")) }},
		{"opening", func(v value) { form.Opening = setup.Opening(choice(v, Openings...)) }},
		{"notes", func(v value) { form.Notes = setup.NoteNumbering(choice(v, "page", "chapter", "end")) }},
		{"floats", func(v value) { form.Floats = setup.Floats(choice(v, "captioned", "all", "none")) }},
		{"first-page", func(v value) { m.firstPage(v) }},
		{"draft", func(v value) { m.draft(v) }},
		{"folios", func(v value) { v.mapping(m.folioKeys()) }},
		{"numbering", func(v value) { m.numbering(v) }},
		{"section-numbers", func(v value) { m.sectionNumbers(v) }},
		{"line-numbers", func(v value) { form.LineNumbers = setup.LineNumbers(choice(v, "none", "page", "chapter")) }},
		{"running-heads", func(v value) { m.runningHeads(v) }},
		{"contents", func(v value) { form.Contents = v.toggle() }},
		{"contents-depth", func(v value) { form.ContentsDepth = v.whole(1, setup.DeepestContents) }},
		{"title-page", func(v value) { form.TitlePage = v.toggle() }},
		{"half-title", func(v value) { form.HalfTitle = v.flag() }},
		{"page-list", func(v value) { form.PageList = v.toggle() }},
		{"fonts", func(v value) { v.mapping(m.fontKeys()) }},
		{"normalize", func(v value) { m.normalize(v) }},
		{"locale", func(v value) { m.locale(v) }},
		{"justification", func(v value) { form.Justification = justification(v) }},
		{"kashida", func(v value) { v.mapping(m.kashidaKeys()) }},
		{"hyphenation", func(v value) { form.Hyphenation = v.toggle() }},
		{"numbers", func(v value) { form.Numbers = setup.Numbers(choice(v, "isolate", "plain")) }},
		{"hanging", func(v value) { form.Hanging = v.flag() }},
		{"index", func(v value) { v.mapping(m.indexKeys()) }},
		{"booklet", func(v value) { m.booklet(v) }},
		{"press", func(v value) { m.Said.Press = v.pos(); v.mapping(m.PressKeys()) }},
		{"headings", func(v value) { m.Whole = choice(v, "chapters", "shift") == 1 }},
		{"mistakes", func(v value) { m.Lenient = choice(v, "stop", "warn") == 1 }},
		{"advice", func(v value) { m.unsaid(v.resolve()) }},
		{"encoding", func(v value) { m.Encoding = choice(v, charset.Names...) }},
		{"chapter-mark", func(v value) { m.Marks = v.texts() }},
	}
}

func (m *Manifest) folioKeys() []Key {
	f := &m.Setup.Folios
	return []Key{
		{"front", func(v value) {
			f.Front = setup.FrontFolios(choice(v, "continuous", "abjad", "roman", "none"))
		}},
	}
}

// want notes a picture.
func (m *Manifest) want(v value, name *string) {
	if text := v.text(); text != "" {
		m.Assets = append(m.Assets, Wanted{Located{text, v.pos()}, nil, name})
	}
}

// normalize reads `normalize: all`, the kinds that are asked for, or each with true or
// false. Honorifics are no
// slip, so they are asked for by name.
func (m *Manifest) normalize(v value) {
	n := &m.Setup.Normalize
	if v.isText("all") {
		*n = setup.Normalize{Spaces: true, Tatweel: true, Composition: true, Punctuation: true, Markdown: true}
		return
	}
	if v.isScalar() || v.node.Kind == yaml.SequenceNode { // the kinds that are asked for
		for _, kind := range v.list() {
			if k := findKey(m.normalizeKeys(), kind.Value); k != nil {
				k.read(value{v.r, v.file, v.line, kind.Value, &yaml.Node{Kind: yaml.ScalarNode, Value: "true"}})
			} else {
				v.r.problem(kind.Pos, "normalize: "+kind.Value+" is not known", suggestion(append(m.normalizeKeys(), Key{name: "all"}), kind.Value))
			}
		}
		return
	}
	v.mapping(m.normalizeKeys())
}

func (m *Manifest) normalizeKeys() []Key {
	n := &m.Setup.Normalize
	return []Key{
		{"spaces", func(v value) { n.Spaces = v.flag() }},
		{"tatweel", func(v value) { n.Tatweel = v.flag() }},
		{"composition", func(v value) { n.Composition = v.flag() }},
		{"punctuation", func(v value) { n.Punctuation = v.flag() }},
		{"markdown", func(v value) { n.Markdown = v.flag() }},
		{"honorifics", func(v value) { n.Honorifics = v.flag() }},
	}
}

// FrontKeys are the keys of the front matter of a single file: those of book.yaml, and
// what other programs call some of them.
func (m *Manifest) FrontKeys() []Key {
	return append(m.Keys(),
		Key{"lang", func(v value) { m.Meta.Lang = cmp.Or(m.Meta.Lang, v.lang()) }},
		Key{"dir", func(v value) { m.Meta.Dir = cmp.Or(m.Meta.Dir, v.dir()) }},
		Key{"image", func(v value) { m.frontImage(v) }},
	)
}

// frontImage takes the picture that a site shows of a page for the cover, where it is
// a file.
func (m *Manifest) frontImage(v value) {
	if !v.isScalar() || IsRemote(v.text()) {
		v.r.Foreign = append(v.r.Foreign, foreignKey{v.name, v.pos()})
		return
	}
	if m.Meta.Cover == "" {
		m.cover(v)
	}
}

// dir is the direction as pandoc and HTML write it.
func (v value) dir() locale.Direction { return locale.Direction(choice(v, "auto", "rtl", "ltr")) }

// Front is the front matter of a chapter file.
type Front struct {
	Title, Lang string
	Dir         locale.Direction
	Role        roles.Role
}

// Keys are the keys of front matter.
func (c *Front) Keys() []Key {
	return []Key{
		{"title", func(v value) { c.Title = v.text() }},
		{"role", func(v value) {
			c.Role = roles.Role(choice(v, roles.Names()...))
		}},
		{"lang", func(v value) { c.Lang = v.lang() }},
		{"language", func(v value) { c.Lang = cmp.Or(c.Lang, v.lang()) }},
		{"dir", func(v value) { c.Dir = v.dir() }},
		{"description", func(value) {}}, // a site shows it of the page; the text says it again
	}
}

func (m *Manifest) indexKeys() []Key {
	return []Key{
		{"ignore-article", func(v value) {
			m.Setup.Article = setup.ArticleCounted
			if v.flag() {
				m.Setup.Article = setup.ArticleIgnored
			}
		}},
	}
}

// IsRemote tells a picture that lies in no file: an address of the web, or data.
func IsRemote(src string) bool {
	return strings.Contains(src, "://") || strings.HasPrefix(src, "//") || IsData(src)
}

// IsData tells a picture that lies in its own address (RFC 2397).
func IsData(src string) bool { return strings.HasPrefix(src, "data:") }
