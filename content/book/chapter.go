package book

import (
	"cmp"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/folder"
	"warraq/content/locale"
	"warraq/content/markdown"
	"warraq/content/plain"
	"warraq/content/roles"
)

// source is one chapter file.
type source struct {
	name  string // relative to the manuscript's folder
	file  string // in fsys
	pos   content.Pos
	text  string // without its front matter
	line  int    // on which text begins
	front settings.Front
	title string     // as the list of the chapters calls it
	role  roles.Role // as the list has it
	depth int        // 0 for a chapter, 1 for its sections

	appendix int  // line of text behind which, and in the files that follow, chapters are appendices
	read     bool // it could be read

	chapters []*content.Chapter
	place    *content.Place // of the section that the file is, nil where it is a chapter or several
	short    []content.Abbreviation
	advice   []content.Problem
	problems []content.Problem
}

func (s *source) plain() bool {
	ext := strings.ToLower(path.Ext(s.name))
	return ext == ".txt" || ext == ".text"
}

// loadChapters reads the files and their front matter.
func (b *manuscript) loadChapters() {
	for _, s := range b.chapters {
		if s.name == "" {
			continue // a title
		}
		src, err := fs.ReadFile(b.fsys, s.file)
		if err != nil {
			if !b.refused(s.name, s.pos, err) {
				b.missingChapter(s)
			}
			continue
		}
		s.text, s.line, s.read = b.text(s.file, src), 1, true
		if s.plain() {
			b.readPlainFront(s)
		} else {
			b.readFront(s)
			b.programText(s)
			if b.opensBook(s) {
				s.front.Title = ""
			}
		}
	}
}

func (b *manuscript) missingChapter(s *source) {
	hint := "correct its name or delete it from `chapters:`"
	if entries, err := fs.ReadDir(b.fsys, path.Dir(s.file)); err == nil {
		if near := content.Nearest(path.Base(s.name), sortedNames(entries)); near != "" {
			hint = "did you mean " + path.Join(path.Dir(s.name), near) + "?"
		}
	}
	at := s.pos
	if at == (content.Pos{}) {
		at.File = b.root // nothing names it
	}
	b.problem(at, "chapter "+s.name+" is not there", hint)
}

// readChapters reads the files into chapters, several at a time; their order
// is that of the list.
func (b *manuscript) readChapters() {
	reader := markdown.NewReader()
	form := form{locale.WordsFor(b.doc.Meta.Lang), b.single, b.manifest.Whole, b.names, b.manifest.Marks, b.doc.Fields(), b.dataFile, b.doc.Setup.Normalize.Markdown}
	b.opt.Memory.begin(form)
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, s := range b.chapters {
		g.Go(func() error {
			b.opt.Memory.parse(s, reader, &form)
			return nil
		})
	}
	_ = g.Wait()
	for _, s := range b.chapters {
		b.adviseBlank(s)
		b.advise(s.advice...)
		b.problems = append(b.problems, s.problems...)
		b.place(s)
		b.doc.Abbreviations = append(b.doc.Abbreviations, s.short...)
	}
	b.adviseTwins()
	b.settleTitle()
	b.settleOnly()
	if len(b.doc.Chapters) == 0 && len(b.problems) == 0 {
		b.problem(content.Pos{File: b.name}, "the manuscript is empty", "write a chapter")
	}
}

// adviseBlank tells of a file that gives the book nothing.
func (b *manuscript) adviseBlank(s *source) {
	const kind = "an empty file, which is left out"
	if !b.single && strings.TrimSpace(s.text) == "" && len(s.chapters) == 0 && len(s.problems) == 0 && s.read {
		b.advise(content.Problem{Pos: content.Pos{File: s.file}, Kind: kind, What: kind, Hint: "write its text, or take it out of the list"})
	}
}

// adviseTwins tells of a chapter that has the title of the one before it.
func (b *manuscript) adviseTwins() {
	const kind = "the title of the chapter before again"
	before := ""
	for _, c := range b.doc.Chapters {
		title := content.PlainText(c.Title)
		if title != "" && title != "?" && title == before { // "?" stands for one that lacks, which is told
			b.advise(content.Problem{Pos: c.Pos, Kind: kind, What: kind + ": “" + title + "”",
				Hint: "give each its own, or write ## where it is a section of it"})
		}
		before = title
	}
}

// form is what all files of the book share.
type form struct {
	words  locale.Words
	single bool
	whole  bool // each file is one chapter
	names  map[string]string
	marks  []string
	fields content.Fields
	data   func(name string, at content.Pos) (text, file string, problems []content.Problem)
	mend   bool // marks that a space has spoilt
}

func (s *source) parse(reader *markdown.Reader, form *form) {
	switch {
	case s.name == "":
		s.chapters = []*content.Chapter{{Role: s.role, Title: []content.Inline{&content.Text{Value: s.title}}}}
		return
	case s.plain():
		s.readPlain(form)
		return
	}
	opt := markdown.Options{File: s.file, Line: s.line, Title: s.front.Title, Role: s.front.Role, Words: form.words, Fields: form.fields, Data: form.data, Mend: form.mend}
	if s.front.Lang != "" {
		opt.Attr = content.Attr{Lang: s.front.Lang, Dir: locale.DirectionOf(s.front.Lang)}
		opt.Words = locale.WordsFor(s.front.Lang)
	}
	if s.front.Dir != locale.Auto {
		opt.Attr.Dir = s.front.Dir
	}
	if form.single || s.front.Role == roles.Introduction {
		opt.Introduction = opt.Words.Introduction
	}
	if !form.single {
		opt.Name, opt.Whole = cmp.Or(form.names[s.name], folder.FileTitle(s.name)), form.whole
	}
	if opt.Title == "" && s.title != "" {
		opt.Title, opt.Listed = s.title, true
	}
	s.chapters, s.short, s.advice, s.problems = reader.Read(s.text, opt)
}

// readPlain reads a plain text. What its front matter says is of its first chapter;
// a title is that of the text before the first heading, which then is no
// introduction.
func (s *source) readPlain(form *form) {
	opt := plain.Options{Line: s.line, Marks: form.marks, Introduction: form.words.Introduction, Fields: form.fields}
	s.chapters, s.problems = plain.Read(s.file, s.text, opt)
	s.advice = append(s.advice, plain.Missed(s.file, s.text, opt)...)
	if len(s.chapters) == 0 {
		return
	}
	first := s.chapters[0]
	title := cmp.Or(s.front.Title, s.title)
	if title == "" && !form.single && len(s.chapters) == 1 {
		title = folder.FileTitle(s.name)
	}
	if t := first.Title[0].(*content.Text); title != "" && first.Role == roles.Introduction && s.front.Role != roles.Introduction {
		first.Role, t.Value = roles.Body, title
	}
	if s.front.Role != roles.Body {
		first.Role = s.front.Role
	}
	if lang := s.front.Lang; lang != "" {
		first.Attr = content.Attr{Lang: lang, Dir: locale.DirectionOf(lang)}
	}
}

// place puts what a file holds behind the chapters before it, or as a section into the
// last of them.
func (b *manuscript) place(s *source) {
	if len(s.chapters) > 0 && s.role != roles.Body && s.chapters[0].Role == roles.Body {
		s.chapters[0].Role = s.role
	}
	for _, c := range s.chapters {
		b.appendices = b.appendices || s.appendix > 0 && c.Pos.Line >= s.line+s.appendix
		if b.appendices && c.Role == roles.Body {
			c.Role = roles.Appendix
		}
	}
	if s.depth == 0 || len(b.doc.Chapters) == 0 {
		b.doc.Chapters = append(b.doc.Chapters, s.chapters...)
		return
	}
	into := b.doc.Chapters[len(b.doc.Chapters)-1]
	for _, c := range s.chapters {
		h := &content.Heading{Place: c.Place, Level: min(1+s.depth, 6), Inlines: c.Title}
		if s.place == nil {
			s.place = &h.Place
		}
		s.lower(c)
		into.Blocks = append(append(into.Blocks, h), c.Blocks...)
		into.Notes = append(into.Notes, c.Notes...)
	}
}

// lower moves the headings of a chapter that becomes a section below it, and gives its
// blocks the language that was the chapter's.
func (s *source) lower(c *content.Chapter) {
	content.Walk(&content.Document{Chapters: []*content.Chapter{c}}, func(part any, _ *content.Place) {
		if h, ok := part.(*content.Heading); ok {
			h.Level = min(h.Level+s.depth, 6)
		}
	})
	for _, block := range c.Blocks {
		if at := block.At(); at.Lang == "" && c.Lang != "" {
			at.Lang, at.Dir = c.Lang, c.Dir
		}
	}
}

// dropBlank leaves out the files of a folder that hold no text and open nothing, and
// tells of each.
func (b *manuscript) dropBlank() {
	if b.plan == nil {
		return
	}
	i := 0
	b.chapters = slices.DeleteFunc(b.chapters, func(s *source) bool {
		i++
		if s.name == "" || !s.read || !blankText(s.text) {
			return false
		}
		opens := s.role == roles.Part || i < len(b.chapters) && b.chapters[i] != nil && b.chapters[i].depth > s.depth
		if opens && s.front.Title+s.title != "" {
			return false
		}
		b.adviseBlank(s)
		return true
	})
}

// sortedNames gives the Markdown files of a folder in their order.
func sortedNames(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && !strings.HasPrefix(name, ".") && strings.HasSuffix(strings.ToLower(name), ".md") {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, folder.Compare)
	return names
}
