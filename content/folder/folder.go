// Package folder tells what book a folder holds that was written for another
// program: mdBook, GitBook and HonKit, Quarto, bookdown, MkDocs, Docusaurus, Docsify,
// Jekyll, Hugo, or none, where the names of the files are all there is. It reads what
// these programs have as plain data; it runs nothing, and follows no address.
package folder

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/roles"
)

// Plan is the book that a folder holds. What is empty nobody has said.
type Plan struct {
	Program string // "mdBook"; "" for none
	List    string // the file that tells the chapters; "" for none, when names do
	Config  string // the file that tells of the book

	Title, Subtitle, Lang, Date, Publisher, Description string

	Authors []string
	Cover   string // a file

	// Picked is the language that was taken of several.
	Picked string

	// Whole says that each file is one chapter, whatever headings it has.
	Whole   bool
	Entries []Entry

	Said []content.Problem // what was decided, and what was left out; files as in Entry
}

// Entry is a chapter of the book, a section of the chapter before it, or the title of
// a part.
type Entry struct {
	File  string // in the folder; "" where there is only a title
	Title string // "" for that of the file
	Depth int    // 0 for a chapter, 1 for its sections, 2 for those within
	Role  roles.Role
}

// Bounds of what is read: beyond them a folder is no book.
const (
	maxFiles   = 20000
	maxDepth   = 12
	maxList    = 4 << 20 // bytes of a list
	maxEntries = 20000
)

// seeker looks for the book of a folder.
type seeker struct {
	fsys fs.FS
	root string
	plan Plan

	files  []string // texts, in the order of their names
	picked string   // the language that was chosen of several
}

// Find tells what book the folder root of fsys holds. Where no program has left a list
// there, one may have in a folder of it. A plan without entries is of a folder that
// holds no text.
func Find(fsys fs.FS, root string) Plan {
	s := &seeker{fsys: fsys, root: root}
	if !s.listed("") {
		s.plan = Plan{}
		inner := s.listedBelow()
		said := s.plan.Said
		if picked := s.picked; inner != "" && s.listed(inner) {
			s.plan.Said = append(s.plan.Said, said...)
			s.picked = picked
		} else {
			s.plan, s.picked = Plan{}, ""
			s.enter(s.plainFolder())
		}
	}
	s.plan.Picked = s.picked
	s.sayLeft()
	return s.plan
}

// listed finds a list that a program has left in a folder.
func (s *seeker) listed(base string) bool {
	for _, look := range []func(string) []*node{
		s.mdBook, s.gitBook, s.quarto, s.bookdown, s.mkDocs, s.docusaurus, s.docsify, s.hugo, s.jekyll,
	} {
		s.plan, s.picked = Plan{}, ""
		if s.enter(look(base)); len(s.plan.Entries) > 0 {
			return true
		}
	}
	return false
}

// listedBelow is the folder below that has a list; of several, one language.
func (s *seeker) listedBelow() string {
	var found []string
	entries, _ := fs.ReadDir(s.fsys, s.root)
	for _, e := range entries {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") || notOfBookFolders[e.Name()] {
			continue
		}
		if s.first(path.Join(e.Name(), "book.toml"), path.Join(e.Name(), "SUMMARY.md"), path.Join(e.Name(), "src/SUMMARY.md"), path.Join(e.Name(), "mkdocs.yml"),
			path.Join(e.Name(), "_quarto.yml"), path.Join(e.Name(), "_bookdown.yml")) == "" {
			continue
		}
		found = append(found, e.Name())
	}
	dirs := slices.DeleteFunc(slices.Clone(found), func(name string) bool { return langOf(name) == "" })
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1 && len(dirs) == len(found):
		return s.pickOf(dirs, "")
	}
	return ""
}

// say keeps a line on what was decided.
func (s *seeker) say(file, what, hint string) {
	s.plan.Said = append(s.plan.Said, content.Problem{Pos: content.Pos{File: file}, What: what, Hint: hint})
}

// warn is say for what readers of the book are the worse for.
func (s *seeker) warn(file string, line int, kind, what, hint string) {
	s.plan.Said = append(s.plan.Said, content.Problem{Pos: content.Pos{File: file, Line: line}, Kind: kind, What: what, Hint: hint, Warns: true})
}

// read gives a file of the folder that is not too long.
func (s *seeker) read(name string) (data []byte, ok bool) {
	p := path.Join(s.root, name)
	if !fs.ValidPath(p) {
		return nil, false
	}
	info, err := fs.Stat(s.fsys, p)
	if err != nil || info.IsDir() || info.Size() > maxList {
		return nil, false
	}
	data, err = fs.ReadFile(s.fsys, p)
	return data, err == nil
}

// is tells a file, isFolder a folder.
func (s *seeker) is(name string) bool {
	p := path.Join(s.root, name)
	if name == "" || !fs.ValidPath(p) {
		return false
	}
	info, err := fs.Stat(s.fsys, p)
	return err == nil && !info.IsDir()
}

func (s *seeker) isFolder(name string) bool {
	p := path.Join(s.root, name)
	if !fs.ValidPath(p) {
		return false
	}
	info, err := fs.Stat(s.fsys, p)
	return err == nil && info.IsDir()
}

// first is the first of the names that is a file; "" for none.
func (s *seeker) first(names ...string) string {
	for _, name := range names {
		if s.is(name) {
			return name
		}
	}
	return ""
}

// node is a line of a list: a file, a title, or both, and what is below it.
type node struct {
	title, file string
	place       string // within the file
	line        int
	part        bool // it parts the book
	role        roles.Role
	kids        []*node
}

// enter makes entries of a list.
func (s *seeker) enter(nodes []*node) {
	seen := map[string]bool{}
	for _, n := range nodes {
		if n.part || n.file == "" && len(n.kids) > 0 {
			s.enterPart(n, seen)
			continue
		}
		s.enterNode(n, 0, seen)
	}
}

func (s *seeker) enterPart(n *node, seen map[string]bool) {
	file := s.chapterFile(n, seen)
	if n.title != "" || file != "" {
		s.plan.Entries = append(s.plan.Entries, Entry{File: file, Title: n.title, Role: roles.Part})
	}
	for _, kid := range n.kids {
		s.enterNode(kid, 0, seen)
	}
}

func (s *seeker) enterNode(n *node, depth int, seen map[string]bool) {
	if len(s.plan.Entries) >= maxEntries {
		return
	}
	file := s.chapterFile(n, seen)
	below := depth + 1
	switch {
	case file != "" || n.title != "" && len(n.kids) > 0:
		e := Entry{File: file, Title: n.title, Depth: min(depth, 4)}
		if depth == 0 {
			e.Role = n.role
		}
		s.plan.Entries = append(s.plan.Entries, e)
	case len(n.kids) > 0:
		below = depth
	case n.file == "" && n.title != "":
		s.warn(s.plan.List, n.line, "a chapter that is yet to be written", "“"+n.title+"” has no file, it is left out", "write it, or take it out of the list")
	}
	for _, kid := range n.kids {
		s.enterNode(kid, below, seen)
	}
}

// chapterFile is the file that a line of a list names; "" where it is not there, is
// no text, or was named above.
func (s *seeker) chapterFile(n *node, seen map[string]bool) string {
	if n.file == "" {
		return ""
	}
	file := path.Clean(n.file)
	switch {
	case !s.is(file) && s.first(file+".md", path.Join(file, "README.md"), path.Join(file, "index.md")) != "":
		file = s.first(file+".md", path.Join(file, "README.md"), path.Join(file, "index.md"))
	case !s.is(file):
		s.warn(s.plan.List, n.line, "a chapter that is not there", n.file+" is not there, it is left out", "write it, or take it out of the list")
		return ""
	}
	if !IsText(file) {
		s.warn(s.plan.List, n.line, "a chapter that is no text", n.file+" is no Markdown, it is left out", "save it as .md")
		return ""
	}
	if seen[file] {
		if n.place == "" {
			s.say(s.plan.List, fmt.Sprintf("%s is listed twice, it stands at the first place", n.file), "")
		}
		return ""
	}
	seen[file] = true
	return file
}

// AdoptHint is what to do about what was decided.
const AdoptHint = "`warraq new --adopt` writes it down as book.yaml"

// decided says where the list of the chapters comes from.
func (s *seeker) decided(program, config, list string) {
	s.plan.Program, s.plan.Config, s.plan.List = program, config, list
	at, what := list, "the chapters are those of this list"
	if list == "" {
		at, what = config, "the chapters are the files of the folder, in their order"
	}
	if program != "" {
		what += " (" + program + ")"
	}
	s.say(at, what, AdoptHint)
}
