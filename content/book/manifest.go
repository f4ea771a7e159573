package book

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/guess"
	"warraq/content/book/settings"
	"warraq/content/locale"
	"warraq/content/roles"
)

// Manifest is the name of the file that makes a folder a book.
const Manifest = "book.yaml"

// readManifest reads book.yaml. A single file has its front matter read when
// the file is loaded.
func (b *manuscript) readManifest() {
	b.manifest.File = b.path(Manifest)
	if b.single {
		b.manifest.File = b.name
	}
	b.settings.File = b.manifest.File
	if b.single {
		b.readOverrides()
		return
	}
	src, err := fs.ReadFile(b.fsys, b.manifest.File)
	if err != nil {
		b.withoutManifest(err)
		b.readOverrides()
		return
	}
	b.readOverrides()
	text := b.text(b.manifest.File, src)
	b.settings.ReadYAML(text, b.manifest.File, 1, b.manifestKeys())
}

// readOverrides reads what goes before all that the manuscript says.
func (b *manuscript) readOverrides() {
	b.settings.ReadLayer(b.opt.Overrides, b.manifest.Keys(), func(string) bool { return false })
}

// manifestKeys are the keys of the manifest, without effect where others go before them.
func (b *manuscript) manifestKeys() []settings.Key {
	return b.opt.Overrides.Without(b.manifest.Keys())
}

// readShared reads what many books share, where this one does not say it itself.
func (b *manuscript) readShared() {
	m := &b.manifest.Meta
	known := map[string]bool{"language": m.Lang != "", "author": len(m.Authors) > 0, "authors": len(m.Authors) > 0,
		"date": m.Date != "", "publisher": m.Publisher != "", "rights": m.Rights != "", "description": m.Description != ""}
	b.settings.ReadLayer(b.opt.Shared, b.manifestKeys(), func(key string) bool { return b.wrote(key) || known[key] })
}

// layered tells whether the manifest has a key, or a layer has it.
func (b *manuscript) layered(key string) bool {
	return b.wrote(key) || b.opt.Shared.Has(key) || b.opt.Overrides.Has(key)
}

// listChapters makes the list of the chapter files.
func (b *manuscript) listChapters() {
	switch {
	case b.single:
		b.chapters = []*source{{file: b.name, name: path.Base(b.name)}}
	case b.manifest.Chapters != nil:
		b.nameByList()
		if most := b.fsys.Limits.Chapters; int64(len(b.manifest.Chapters)) > most {
			b.counter().beyond("chapters", b.manifest.Chapters[most].Pos, fmt.Sprintf("the book has more than %d chapters and parts", most), "divide it")
			b.manifest.Chapters = b.manifest.Chapters[:1]
		}
		for _, c := range b.manifest.Chapters {
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
		b.problem(content.Pos{File: b.manifest.File}, "book.yaml cannot be read", err.Error())
	case other == nil:
		b.problem(content.Pos{File: b.manifest.File}, "book.yaml is not there", "rename book.yml")
	default:
		b.adopt()
	}
}

func (b *manuscript) addChapter(c settings.Entry) {
	if c.Value == "" {
		b.chapters = append(b.chapters, &source{pos: c.Pos, title: c.Title, role: c.Role, depth: c.Depth})
		return
	}
	name, ok := b.inside(c.Located)
	if !ok {
		return
	}
	for _, s := range b.chapters {
		if s.name == name {
			b.problem(c.Pos, "chapter "+name+" is listed twice", "delete one of them")
			return
		}
	}
	if bounds.IsText(name) {
		b.chapters = append(b.chapters, &source{file: b.path(name), name: name, pos: c.Pos, title: c.Title, role: c.Role, depth: c.Depth})
	} else {
		b.problem(c.Pos, "chapter "+name+" is neither .md nor .txt", "save it as one of them")
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
	m := &b.manifest.Meta
	if b.opt.Title != "" {
		m.Title = b.opt.Title
	}
	b.titleLine(m)
	if b.opt.Author != "" {
		m.Authors = []string{b.opt.Author}
	}
	b.settleLang(m)
	at := content.Pos{File: b.manifest.File}
	if m.Lang == "" {
		m.Lang = guessLang(b.chapters)
		b.adviseRead(content.Problem{Pos: at, What: "the language is not given, " + m.Lang + " is assumed",
			Hint: "write `language: ar-MA` or give --lang"})
	}
	if m.Dir == locale.Auto {
		m.Dir = locale.DirectionOf(m.Lang)
	}
	if m.Name == "" && b.name != "." {
		m.Name = strings.TrimSuffix(path.Base(b.name), path.Ext(b.name))
	}
	b.doc.Meta, b.doc.Setup, b.doc.Said = *m, b.manifest.Setup, b.manifest.Said
	if b.doc.Setup.Booklet.Caliper == 0 {
		b.doc.Setup.Booklet.Caliper = b.doc.Setup.Leaf
	}
	if tag := b.doc.Setup.Locale.Tag; tag != "" {
		b.doc.Setup.Digits = locale.ResolveDigits(tag, b.doc.Setup.Digits)
	}
}

// adviseRead gives advice on what lacks in keys that could be read.
func (b *manuscript) adviseRead(p content.Problem) {
	if !b.settings.Unread {
		b.advise(p)
	}
}

// guessLang names the language of files by their letters and words.
func guessLang(files []*source) string {
	return guess.Lang(func(yield func(text string) bool) {
		for _, s := range files {
			if !yield(s.text) {
				return
			}
		}
	})
}

// settleLang takes the language that the command line names, if it names one.
func (b *manuscript) settleLang(m *content.Meta) {
	if b.opt.Lang == "" {
		return
	}
	tag, err := settings.ParseLang(b.opt.Lang)
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
		if c.Role == roles.Body {
			only = append(only, c)
		}
	}
	if len(only) == 1 || m.Title == "" && len(only) > 0 {
		m.Title = content.PlainText(only[0].Title)
	}
	if len(b.doc.Chapters) == 0 {
		return
	}
	b.adviseRead(content.Problem{Pos: content.Pos{File: b.manifest.File},
		What: "the book has no title, it is called “" + m.Title + "”", Hint: "write `title:` or give --title"})
}

// settleOnly gives a single file that has no chapter's title the title of the
// book, since an introduction to nothing is none.
func (b *manuscript) settleOnly() {
	if !b.single || len(b.doc.Chapters) != 1 || b.doc.Chapters[0].Role != roles.Introduction {
		return
	}
	c := b.doc.Chapters[0]
	if t, ok := c.Title[0].(*content.Text); ok && t.Value == locale.WordsFor(b.doc.Meta.Lang).Introduction {
		c.Role, t.Value = roles.Body, b.doc.Meta.Title
	}
}
