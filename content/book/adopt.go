package book

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/folder"
	"warraq/content/locale"
	"warraq/content/locale/cldr"
	"warraq/content/roles"
)

// adopt takes a folder without book.yaml for the book that it is: what another program
// was told, or the files in their order.
func (b *manuscript) adopt() {
	plan := folder.Find(b.fsys, b.root)
	if len(plan.Entries) == 0 {
		b.problem(content.Pos{File: b.manifest.File}, "book.yaml is not there, and the folder has no chapters", "write them, as .md files, or name another folder")
		return
	}
	b.plan = &plan
	b.manifest.File = b.path(cmp.Or(plan.Config, plan.List))
	for _, p := range plan.Said {
		p.Pos.File = b.path(p.Pos.File)
		b.advise(p)
	}
	m := &b.manifest.Meta
	m.Title, m.Subtitle, m.Description, m.Publisher, m.Authors = plan.Title, plan.Subtitle, plan.Description, plan.Publisher, plan.Authors
	if _, ok := cldr.ParseDate(plan.Date); ok {
		m.Date = plan.Date
	}
	if tag, err := settings.ParseLang(strings.ReplaceAll(plan.Lang, "_", "-")); err == nil && plan.Lang != "" {
		m.Lang = tag
	}
	if plan.Cover != "" {
		m.Cover = plan.Cover
		b.manifest.Assets = append(b.manifest.Assets, settings.Wanted{Located: settings.Located{Value: plan.Cover, Pos: content.Pos{File: b.manifest.File}}, Name: &m.Cover})
	}
	b.manifest.Whole, b.manifest.Lenient = plan.Whole, true
	for _, e := range plan.Entries {
		c := settings.Entry{Located: settings.Located{Value: e.File}, Title: e.Title, Role: e.Role, Depth: e.Depth}
		if e.File != "" {
			c.Pos.File = b.path(cmp.Or(plan.List, e.File))
		}
		b.manifest.Chapters = append(b.manifest.Chapters, c)
	}
}

// settleAdopted decides what neither the folder's program nor the person asking has
// said, by the texts: the language, the title, and whether the page of the repository
// is one of the book.
func (b *manuscript) settleAdopted() {
	if b.plan == nil {
		return
	}
	m := &b.manifest.Meta
	at := content.Pos{File: b.manifest.File}
	b.dropPage()
	b.dropOthers()
	b.dropTitles()
	guessed := guessLang(b.chapters)
	switch {
	case b.opt.Lang != "":
	case m.Lang == "":
		m.Lang = guessed
		b.advise(content.Problem{Pos: at, What: "the language is " + m.Lang + ", by the words of the text", Hint: "give --lang if it is another"})
	case !sameScript(m.Lang, guessed):
		b.advise(content.Problem{Pos: at, What: "the language is " + guessed + ", by the words of the text, and not " + m.Lang, Hint: "give --lang if it is another"})
		m.Lang = guessed
	}
	from := "as " + path.Base(b.manifest.File) + " has it"
	if m.Title == "" && b.opt.Title == "" {
		m.Title, from = b.headTitle(), "by the heading of the first page"
	}
	if m.Title == "" && b.opt.Title == "" && b.opt.Name != "" {
		m.Title, from = folder.FileTitle(b.opt.Name), "by the name of the folder"
	}
	if m.Title != "" && b.opt.Title == "" {
		b.advise(content.Problem{Pos: at, What: "the title is “" + m.Title + "”, " + from, Hint: "give --title if it is another"})
	}
}

// headTitle is the heading of the page that the folder opens.
func (b *manuscript) headTitle() string {
	if len(b.chapters) == 0 || !folder.IsIndex(b.chapters[0].name) {
		return ""
	}
	return cmp.Or(b.chapters[0].front.Title, folder.Head(b.chapters[0].text))
}

// dropPage leaves out the page that a repository opens where the book is in another
// language, and no list names it.
func (b *manuscript) dropPage() {
	if b.plan.List != "" || len(b.chapters) < 2 || !strings.EqualFold(path.Ext(b.chapters[0].name), ".md") || !folder.IsIndex(b.chapters[0].name) {
		return
	}
	page, rest := b.chapters[:1], b.chapters[1:]
	if lang := guessLang(page); !sameScript(lang, guessLang(rest)) && !blankText(page[0].text) {
		b.advise(content.Problem{Pos: content.Pos{File: page[0].file}, What: "this page is in another language than the book, and is not taken for a part of it",
			Hint: "list it under `chapters:` if it is one"})
		b.chapters = rest
	}
}

// dropOthers leaves out the pages in other letters than those of the language that was
// taken of several.
func (b *manuscript) dropOthers() {
	lang := b.plan.Picked
	if lang == "" || b.plan.List != "" {
		return
	}
	var left []string
	b.chapters = slices.DeleteFunc(b.chapters, func(s *source) bool {
		other := s.name != "" && !blankText(s.text) && !sameScript(lang, guessLang([]*source{s}))
		if other {
			left = append(left, s.name)
		}
		return other
	})
	if len(left) > 0 {
		b.advise(content.Problem{Pos: content.Pos{File: b.path(left[0])}, What: "in another language than the book, and not taken for a part of it: " + folder.SomeOf(left),
			Hint: "list what is under `chapters:`"})
	}
}

// dropTitles leaves out titles of which nothing is below any more.
func (b *manuscript) dropTitles() {
	kept := b.chapters[:0:0]
	for i := len(b.chapters) - 1; i >= 0; i-- {
		s := b.chapters[i]
		if s.name == "" {
			var next *source
			if len(kept) > 0 {
				next = kept[len(kept)-1]
			}
			if next == nil || s.role == roles.Part && next.role == roles.Part || s.role != roles.Part && next.depth <= s.depth {
				continue
			}
		}
		kept = append(kept, s)
	}
	slices.Reverse(kept)
	b.chapters = kept
}

func blankText(s string) bool { return strings.TrimSpace(s) == "" }

// errAdopted is told of a folder that has a manifest.
var errAdopted = errors.New("book.yaml is there already")

// Adopt gives the book.yaml of a folder that has none, of which the same book is made.
// Advice and err are as in [Read].
func Adopt(fsys fs.FS, root string, opt Options) (manifest []byte, advice []content.Problem, err error) {
	b, err := open(fsys, root, opt)
	switch {
	case err != nil:
		return nil, nil, err
	case b.single:
		return nil, nil, fmt.Errorf("%s is no folder", root)
	case b.exists(Manifest):
		return nil, nil, errAdopted
	}
	b.readManifest()
	b.listChapters()
	b.loadChapters()
	b.dropBlank()
	b.settleAdopted()
	b.settle()
	b.readChapters()
	b.forgive()
	if b.plan == nil || len(b.problems) > 0 {
		return nil, b.advice, content.Problems(b.problems)
	}
	manifest, err = b.manifestText()
	return manifest, b.advice, err
}

// manifestText writes what was decided as book.yaml.
func (b *manuscript) manifestText() ([]byte, error) {
	m := &b.doc.Meta
	root := &yaml.Node{Kind: yaml.MappingNode}
	add := func(name string, value *yaml.Node) {
		root.Content = append(root.Content, scalarNode(name), value)
	}
	text := func(name, value string) {
		if value != "" {
			add(name, scalarNode(value))
		}
	}
	text("title", m.Title)
	text("subtitle", m.Subtitle)
	switch len(m.Authors) {
	case 0:
	case 1:
		text("author", m.Authors[0])
	default:
		add("authors", listNode(m.Authors))
	}
	text("language", m.Lang)
	if m.Dir != locale.DirectionOf(m.Lang) {
		text("direction", m.Dir.String())
	}
	text("date", m.Date)
	text("publisher", m.Publisher)
	text("description", m.Description)
	text("cover", b.manifest.Meta.Cover)
	if b.manifest.Whole {
		text("headings", "shift")
	}
	text("mistakes", "warn")
	chapters, _ := chapterNodes(b.chapters, 0)
	add("chapters", chapters)
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	err := errors.Join(e.Encode(root), e.Close())
	return out.Bytes(), err
}

func scalarNode(s string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(s)
	return n
}

func listNode(texts []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, s := range texts {
		n.Content = append(n.Content, scalarNode(s))
	}
	return n
}

// chapterNodes writes the chapters of a depth, and those below them as their sections;
// rest is what is not.
func chapterNodes(chapters []*source, depth int) (list *yaml.Node, rest []*source) {
	list = &yaml.Node{Kind: yaml.SequenceNode}
	for len(chapters) > 0 && chapters[0].depth >= depth {
		s := chapters[0]
		var sections *yaml.Node
		sections, chapters = chapterNodes(chapters[1:], s.depth+1)
		if len(sections.Content) == 0 && s.title == "" && s.role == roles.Body {
			list.Content = append(list.Content, scalarNode(s.name))
			continue
		}
		n := &yaml.Node{Kind: yaml.MappingNode}
		say := func(name string, value *yaml.Node) { n.Content = append(n.Content, scalarNode(name), value) }
		role := s.role
		if s.role == roles.Part && s.title != "" {
			say("part", scalarNode(s.title))
			role = roles.Body
		}
		if s.name != "" {
			say("file", scalarNode(s.name))
		}
		if s.title != "" && s.role != roles.Part {
			say("title", scalarNode(s.title))
		}
		if role != roles.Body {
			say("role", scalarNode(role.String()))
		}
		if len(sections.Content) > 0 {
			say("sections", sections)
		}
		list.Content = append(list.Content, n)
	}
	return list, chapters
}

// sameScript tells whether two languages are written with the same letters.
func sameScript(a, b string) bool { return scriptOf(a) == scriptOf(b) }

func scriptOf(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	switch {
	case slices.Contains([]string{"ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "pnb"}, base):
		return "Arab"
	case base == "he" || base == "yi":
		return "Hebr"
	}
	return "Latn"
}

// listedChapters takes the list that another program has of a folder whose book.yaml
// has none, or the texts of the folders in it where it has none of its own.
func (b *manuscript) listedChapters() bool {
	if entries, err := fs.ReadDir(b.fsys, b.root); err != nil {
		return false
	} else if names := sortedNames(entries); !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return folder.IsList(e.Name()) }) &&
		slices.ContainsFunc(names, func(name string) bool { return !folder.IsIndex(name) }) {
		return false
	}
	plan := folder.Find(b.fsys, b.root)
	if len(plan.Entries) == 0 || plan.List == "" && len(plan.Entries) == 1 && folder.IsIndex(plan.Entries[0].File) {
		return false
	}
	for _, p := range plan.Said {
		p.Pos.File = b.path(p.Pos.File)
		if p.Hint == folder.AdoptHint {
			p.Hint = "list them under `chapters:` if they are others"
		}
		b.advise(p)
	}
	b.manifest.Whole = b.manifest.Whole || plan.Whole
	for _, e := range plan.Entries {
		if plan.List == "" && folder.IsIndex(e.File) && !strings.Contains(e.File, "/") {
			continue // it is for readers of the folder
		}
		b.addChapter(settings.Entry{Located: settings.Located{Value: e.File, Pos: content.Pos{File: b.path(cmp.Or(plan.List, e.File))}}, Title: e.Title, Role: e.Role, Depth: e.Depth})
	}
	return true
}

// nameByList calls the files that have no heading as a SUMMARY.md beside the manifest
// calls them.
func (b *manuscript) nameByList() {
	if b.plan != nil || !b.exists("SUMMARY.md") {
		return
	}
	b.names = map[string]string{}
	for _, e := range folder.Find(b.fsys, b.root).Entries {
		b.names[e.File] = e.Title
	}
}
