package book

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/locale"
)

// Manifest is the name of the file that makes a folder a book.
const Manifest = "book.yaml"

// Openings are what `opening:` chooses from, by the values of content.Opening.
var Openings = []string{"auto", "odd", "any"}

// manifest is what book.yaml or the front matter of a single file says.
type manifest struct {
	file     string // where it stands, for positions
	meta     content.Meta
	setup    content.Setup
	theme    located
	chapters []entry // nil: the default
	marks    []string
	assets   []wanted // cover and fonts
	titlePos content.Pos
	press    pressPlaces
	encoding int  // of Encodings
	whole    bool // each file is one chapter
	lenient  bool // what is wrong in the texts does not keep the book from being made
}

// entry is a line of the list of the chapters: a file, a title, or both.
type entry struct {
	located
	title string
	role  content.Role
	depth int // 0 for a chapter, 1 for its sections
}

// located is a value with its place.
type located struct {
	value string
	pos   content.Pos
}

// wanted is a file that the manifest names, and where its name is to be kept.
type wanted struct {
	located
	font bool
	name *string
}

// readManifest reads book.yaml. A single file has its front matter read when
// the file is loaded.
func (b *manuscript) readManifest() {
	b.manifest.file = b.path(Manifest)
	if b.single {
		b.manifest.file = b.name
		return
	}
	src, err := fs.ReadFile(b.fsys, b.manifest.file)
	if err != nil {
		b.withoutManifest(err)
		return
	}
	text := b.text(b.manifest.file, src)
	b.readYAML(text, b.manifest.file, 1, b.manifest.keys())
}

// listChapters makes the list of the chapter files.
func (b *manuscript) listChapters() {
	switch {
	case b.single:
		b.chapters = []*source{{file: b.name, name: path.Base(b.name)}}
	case b.manifest.chapters != nil:
		b.nameByList()
		if most := b.fsys.limits.Chapters; int64(len(b.manifest.chapters)) > most {
			b.problem(b.manifest.chapters[most].pos, fmt.Sprintf("the book has more than %d chapters and parts", most), limitHint("divide it", "chapters"))
			b.manifest.chapters = b.manifest.chapters[:1]
			b.tooMuch = true
		}
		for _, c := range b.manifest.chapters {
			b.addChapter(c)
		}
	case !b.listedChapters():
		b.defaultChapters()
	}
}

// withoutManifest takes the folder as it lies.
func (b *manuscript) withoutManifest(err error) {
	switch _, other := fs.Stat(b.fsys, b.path("book.yml")); {
	case !errors.Is(err, fs.ErrNotExist):
		b.problem(content.Pos{File: b.manifest.file}, "book.yaml cannot be read", err.Error())
	case other == nil:
		b.problem(content.Pos{File: b.manifest.file}, "book.yaml is not there", "rename book.yml")
	default:
		b.adopt()
	}
}

func (b *manuscript) addChapter(c entry) {
	if c.value == "" {
		b.chapters = append(b.chapters, &source{pos: c.pos, title: c.title, role: c.role, depth: c.depth})
		return
	}
	name, ok := b.inside(c.located)
	if !ok {
		return
	}
	for _, s := range b.chapters {
		if s.name == name {
			b.problem(c.pos, "chapter "+name+" is listed twice", "delete one of them")
			return
		}
	}
	if IsText(name) {
		b.chapters = append(b.chapters, &source{file: b.path(name), name: name, pos: c.pos, title: c.title, role: c.role, depth: c.depth})
	} else {
		b.problem(c.pos, "chapter "+name+" is neither .md nor .txt", "save it as one of them")
	}
}

// defaultChapters lists the .md files of the folder in the order of their
// names, numbers in them counted as numbers. A README.md is for readers of the
// folder, not of the book.
func (b *manuscript) defaultChapters() {
	entries, err := fs.ReadDir(b.fsys, b.root)
	if err != nil {
		b.problem(content.Pos{File: b.root}, "the folder cannot be read", err.Error())
		return
	}
	for _, name := range sortedNames(entries) {
		if strings.EqualFold(name, "readme.md") {
			b.advise(content.Problem{Pos: content.Pos{File: b.path(name)}, What: "this file is not taken for a chapter",
				Hint: "list it under `chapters:` if it is one"})
			continue
		}
		b.chapters = append(b.chapters, &source{file: b.path(name), name: name})
	}
}

// settle decides what the manuscript left open: its title, language, direction
// and name.
func (b *manuscript) settle() {
	m := &b.manifest.meta
	if b.opt.Title != "" {
		m.Title = b.opt.Title
	}
	b.titleLine(m)
	if b.opt.Author != "" {
		m.Authors = []string{b.opt.Author}
	}
	b.settleLang(m)
	at := content.Pos{File: b.manifest.file}
	if m.Lang == "" {
		m.Lang = b.guessLang()
		b.adviseRead(content.Problem{Pos: at, What: "the language is not given, " + m.Lang + " is assumed",
			Hint: "write `language: ar-MA` or give --lang"})
	}
	if m.Dir == locale.Auto {
		m.Dir = locale.DirectionOf(m.Lang)
	}
	if m.Name == "" && b.name != "." {
		m.Name = strings.TrimSuffix(path.Base(b.name), path.Ext(b.name))
	}
	b.doc.Meta, b.doc.Setup = *m, b.manifest.setup
	if b.doc.Setup.Booklet.Caliper == 0 {
		b.doc.Setup.Booklet.Caliper = b.doc.Setup.Leaf
	}
	if tag := b.doc.Setup.Locale.Tag; tag != "" {
		b.doc.Setup.Digits = locale.ResolveDigits(tag, b.doc.Setup.Digits)
	}
}

// adviseRead gives advice on what lacks in keys that could be read.
func (b *manuscript) adviseRead(p content.Problem) {
	if !b.unread {
		b.advise(p)
	}
}

func (b *manuscript) settleLang(m *content.Meta) {
	if b.opt.Lang == "" {
		return
	}
	tag, err := parseLang(b.opt.Lang)
	if err != nil {
		b.problem(content.Pos{}, "--lang "+b.opt.Lang+" is no language", "give a tag such as ar-MA")
	}
	m.Lang = tag
}

// settleTitle names a book that has no title after its only chapter or its
// file.
func (b *manuscript) settleTitle() {
	m := &b.doc.Meta
	if m.Title != "" {
		return
	}
	m.Title = strings.NewReplacer("-", " ", "_", " ").Replace(cmp.Or(m.Name, b.opt.Name))
	var only []*content.Chapter
	for _, c := range b.doc.Chapters {
		if c.Role == content.Body {
			only = append(only, c)
		}
	}
	if len(only) == 1 || m.Title == "" && len(only) > 0 {
		m.Title = content.PlainText(only[0].Title)
	}
	if len(b.doc.Chapters) == 0 {
		return
	}
	b.adviseRead(content.Problem{Pos: content.Pos{File: b.manifest.file},
		What: "the book has no title, it is called “" + m.Title + "”", Hint: "write `title:` or give --title"})
}

// settleOnly gives a single file that has no chapter's title the title of the
// book, since an introduction to nothing is none.
func (b *manuscript) settleOnly() {
	if !b.single || len(b.doc.Chapters) != 1 || b.doc.Chapters[0].Role != content.Introduction {
		return
	}
	c := b.doc.Chapters[0]
	if t, ok := c.Title[0].(*content.Text); ok && t.Value == locale.WordsFor(b.doc.Meta.Lang).Introduction {
		c.Role, t.Value = content.Body, b.doc.Meta.Title
	}
}

// keys are the keys of book.yaml.
func (m *manifest) keys() []key {
	meta, setup := &m.meta, &m.setup
	return []key{
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
		{"paper", func(v value) { m.paper(v) }},
		{"name", func(v value) { meta.Name = v.baseName() }},
		{"chapters", func(v value) { m.chapters = v.chapters(0) }},
		{"page", func(v value) { setup.Page = v.size(PagePapers...) }},
		{"theme", func(v value) { m.theme = located{v.text(), v.pos()} }},
		{"digits", func(v value) { setup.Digits = locale.Digits(choice(v, "auto", "latn", "arab", "arabext")) }},
		{"opening", func(v value) { setup.Opening = content.Opening(choice(v, Openings...)) }},
		{"notes", func(v value) { setup.Notes = content.NoteNumbering(choice(v, "page", "chapter", "end")) }},
		{"folios", func(v value) { v.mapping(m.folioKeys()) }},
		{"numbering", func(v value) { setup.Numbering = content.Numbering(choice(v, "none", "chapters", "sections")) }},
		{"contents", func(v value) { setup.Contents = v.toggle() }},
		{"title-page", func(v value) { setup.TitlePage = v.toggle() }},
		{"page-list", func(v value) { setup.PageList = v.toggle() }},
		{"fonts", func(v value) { v.mapping(m.fontKeys()) }},
		{"normalize", func(v value) { m.normalize(v) }},
		{"locale", func(v value) { m.locale(v) }},
		{"justification", func(v value) { setup.Justification = justification(v) }},
		{"kashida", func(v value) { v.mapping(m.kashidaKeys()) }},
		{"hyphenation", func(v value) { setup.Hyphenation = v.toggle() }},
		{"numbers", func(v value) { setup.Numbers = content.Numbers(choice(v, "isolate", "plain")) }},
		{"hanging", func(v value) { setup.Hanging = v.flag() }},
		{"index", func(v value) { v.mapping(m.indexKeys()) }},
		{"booklet", func(v value) { m.booklet(v) }},
		{"press", func(v value) { m.setup.Press.Pos = v.pos(); v.mapping(m.pressKeys()) }},
		{"headings", func(v value) { m.whole = choice(v, "chapters", "shift") == 1 }},
		{"mistakes", func(v value) { m.lenient = choice(v, "stop", "warn") == 1 }},
		{"encoding", func(v value) { m.encoding = choice(v, Encodings...) }},
		{"chapter-mark", func(v value) { m.marks = v.texts() }},
	}
}

func (m *manifest) fontKeys() []key {
	f := &m.setup.Fonts
	return []key{
		{"regular", func(v value) { m.want(v, &f.Regular, true) }},
		{"bold", func(v value) { m.want(v, &f.Bold, true) }},
		{"italic", func(v value) { m.want(v, &f.Italic, true) }},
		{"bold-italic", func(v value) { m.want(v, &f.BoldItalic, true) }},
		{"mono", func(v value) { m.want(v, &f.Mono, true) }},
		{"fallback", func(v value) {
			files := v.list()
			f.Fallback = make([]string, len(files))
			for i, file := range files {
				m.assets = append(m.assets, wanted{file, true, &f.Fallback[i]})
			}
		}},
	}
}

func (m *manifest) folioKeys() []key {
	f := &m.setup.Folios
	return []key{
		{"front", func(v value) {
			f.Front = content.FrontFolios(choice(v, "continuous", "abjad", "roman", "none"))
		}},
	}
}

func (m *manifest) want(v value, name *string, font bool) {
	if text := v.text(); text != "" {
		m.assets = append(m.assets, wanted{located{text, v.pos()}, font, name})
	}
}

// normalize reads `normalize: all`, the kinds that are asked for, or each with true or
// false. Honorifics are no
// slip, so they are asked for by name.
func (m *manifest) normalize(v value) {
	n := &m.setup.Normalize
	if v.isText("all") {
		*n = content.Normalize{Spaces: true, Tatweel: true, Composition: true, Punctuation: true, Markdown: true}
		return
	}
	if v.isScalar() || v.node.Kind == yaml.SequenceNode { // the kinds that are asked for
		for _, kind := range v.list() {
			if k := findKey(m.normalizeKeys(), kind.value); k != nil {
				k.read(value{v.b, v.file, v.line, kind.value, &yaml.Node{Kind: yaml.ScalarNode, Value: "true"}})
			} else {
				v.b.problem(kind.pos, "normalize: "+kind.value+" is not known", suggestion(append(m.normalizeKeys(), key{name: "all"}), kind.value))
			}
		}
		return
	}
	v.mapping(m.normalizeKeys())
}

func (m *manifest) normalizeKeys() []key {
	n := &m.setup.Normalize
	return []key{
		{"spaces", func(v value) { n.Spaces = v.flag() }},
		{"tatweel", func(v value) { n.Tatweel = v.flag() }},
		{"composition", func(v value) { n.Composition = v.flag() }},
		{"punctuation", func(v value) { n.Punctuation = v.flag() }},
		{"markdown", func(v value) { n.Markdown = v.flag() }},
		{"honorifics", func(v value) { n.Honorifics = v.flag() }},
	}
}

// frontKeys are the keys of the front matter of a single file: those of book.yaml, and
// what other programs call some of them.
func (m *manifest) frontKeys() []key {
	return append(m.keys(),
		key{"lang", func(v value) { m.meta.Lang = cmp.Or(m.meta.Lang, v.lang()) }},
		key{"dir", func(v value) { m.meta.Dir = cmp.Or(m.meta.Dir, v.dir()) }},
		key{"image", func(v value) { m.frontImage(v) }},
	)
}

// frontImage takes the picture that a site shows of a page for the cover, where it is
// a file.
func (m *manifest) frontImage(v value) {
	if !v.isScalar() || isRemote(v.text()) {
		v.b.foreign = append(v.b.foreign, foreignKey{v.name, v.pos()})
		return
	}
	if m.meta.Cover == "" {
		m.cover(v)
	}
}

// dir is the direction as pandoc and HTML write it.
func (v value) dir() locale.Direction { return locale.Direction(choice(v, "auto", "rtl", "ltr")) }

// chapterFront is the front matter of a chapter file.
type chapterFront struct {
	title, lang string
	dir         locale.Direction
	role        content.Role
}

func (c *chapterFront) keys() []key {
	return []key{
		{"title", func(v value) { c.title = v.text() }},
		{"role", func(v value) {
			c.role = content.Role(choice(v, content.RoleNames()...))
		}},
		{"lang", func(v value) { c.lang = v.lang() }},
		{"language", func(v value) { c.lang = cmp.Or(c.lang, v.lang()) }},
		{"dir", func(v value) { c.dir = v.dir() }},
		{"description", func(value) {}}, // a site shows it of the page; the text says it again
	}
}
