package folder

import (
	"cmp"
	"fmt"
	"path"
	"slices"
)

// branch is a folder of texts.
type branch struct {
	dir      string
	title    string
	order    float64
	ordered  bool
	index    string // the file that the folder opens
	pages    []*page
	branches []*branch
}

// page is a text and what it says of itself.
type page struct {
	file    string
	order   float64
	ordered bool
}

// tree is the texts below a folder, each folder a part or a chapter with sections, in
// the order that they or their names say.
func (s *seeker) tree(dir string) []*node {
	files, _ := s.walk(dir)
	files = s.oneLanguage(files)
	root := s.grow(dir, files)
	var nodes []*node
	for len(root.pages) == 0 && len(root.branches) == 1 { // the folder of the book
		if root.index != "" {
			nodes = append(nodes, &node{file: root.index})
		}
		root = root.branches[0]
	}
	return append(nodes, root.nodes(0)...)
}

// grow sorts texts into their folders.
func (s *seeker) grow(dir string, files []string) *branch {
	root := &branch{dir: dir}
	at := map[string]*branch{dir: root}
	if dir == "" {
		at["."] = root
	}
	drafts := 0
	for _, f := range files {
		data, _ := s.read(f)
		front := frontOf(string(data))
		if front.isDraft() {
			drafts++
			continue
		}
		b := s.branchOf(path.Dir(f), at)
		p := &page{file: f}
		p.order, p.ordered = front.weight()
		if IsIndex(f) && b.index == "" {
			b.index = f
			if b.order, b.ordered = orElse(b, p); front.text("title") != "" {
				b.title = front.text("title")
			}
			continue
		}
		b.pages = append(b.pages, p)
	}
	if drafts > 0 {
		s.say("", fmt.Sprintf("left out, since `draft: true` says so: %d", drafts), "take it out of what is done")
	}
	return root
}

// branchOf is the branch of a folder, one of those at hand or a new one on that of the folder
// above.
func (s *seeker) branchOf(dir string, at map[string]*branch) *branch {
	if b := at[dir]; b != nil {
		return b
	}
	if path.Base(dir) == "_posts" || path.Base(dir) == s.picked { // in their order among the pages
		return s.branchOf(path.Dir(dir), at)
	}
	b := &branch{dir: dir, title: FileTitle(dir)}
	at[dir] = b
	s.category(b)
	above := s.branchOf(path.Dir(dir), at)
	above.branches = append(above.branches, b)
	return b
}

// orElse is where a folder stands: as it says itself, or as the page that it opens.
func orElse(b *branch, p *page) (float64, bool) {
	if b.ordered {
		return b.order, true
	}
	return p.order, p.ordered
}

// category reads what Docusaurus keeps of a folder.
func (s *seeker) category(b *branch) {
	for _, name := range []string{"_category_.json", "_category_.yml", "_category_.yaml"} {
		data, ok := s.read(path.Join(b.dir, name))
		if !ok {
			continue
		}
		t := anyTable(name, data)
		if label := t.text("label"); label != "" {
			b.title = label
		}
		b.order, b.ordered = t.number("position")
	}
}

// nodes are the lines of a folder: the page that it opens, and its pages and folders in
// order.
func (b *branch) nodes(depth int) []*node {
	var all []placed
	for _, p := range b.pages {
		all = append(all, placed{p.file, p.order, p.ordered, &node{file: p.file}})
	}
	for _, inner := range b.branches {
		var n *node
		if depth == 0 && len(b.branches) == 1 { // the folder of the chapters
			n = &node{kids: inner.nodes(0)}
		} else {
			n = inner.node(depth)
		}
		all = append(all, placed{inner.dir, inner.order, inner.ordered, n})
	}
	slices.SortStableFunc(all, inOrder)
	var nodes []*node
	if b.index != "" {
		nodes = append(nodes, &node{file: b.index})
	}
	for _, p := range all {
		if p.node.file == "" && p.node.title == "" {
			nodes = append(nodes, p.node.kids...)
			continue
		}
		nodes = append(nodes, p.node)
	}
	return nodes
}

// node is the line of a folder within another: a part at the top, below it a chapter with
// sections. A folder for one page is that page.
func (b *branch) node(depth int) *node {
	n := &node{title: b.title, file: b.index, part: depth == 0, kids: b.nodes(depth + 1)}
	if n.file != "" {
		n.title, n.kids = "", n.kids[1:]
	}
	switch {
	case n.file == "" && len(n.kids) == 1:
		return n.kids[0]
	case len(n.kids) == 0:
		n.part = false
	}
	return n
}

// placed is a line and what says where it stands among those beside it.
type placed struct {
	name    string
	order   float64
	ordered bool
	node    *node
}

// inOrder compares lines: those with an order first, then by their names.
func inOrder(a, b placed) int {
	switch {
	case a.ordered && b.ordered && a.order != b.order:
		return cmp.Compare(a.order, b.order)
	case a.ordered && !b.ordered:
		return -1
	case b.ordered && !a.ordered:
		return 1
	}
	return Compare(path.Base(a.name), path.Base(b.name))
}
