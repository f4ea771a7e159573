package folder

import (
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
	var of func(d string) *branch
	of = func(d string) *branch {
		if b := at[d]; b != nil {
			return b
		}
		if path.Base(d) == "_posts" || path.Base(d) == s.picked { // in their order among the pages
			return of(path.Dir(d))
		}
		b := &branch{dir: d, title: FileTitle(d)}
		at[d] = b
		s.category(b)
		above := of(path.Dir(d))
		above.branches = append(above.branches, b)
		return b
	}
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
		b := of(path.Dir(f))
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
	type placed struct {
		name    string
		order   float64
		ordered bool
		node    *node
	}
	var all []placed
	for _, p := range b.pages {
		all = append(all, placed{p.file, p.order, p.ordered, &node{file: p.file}})
	}
	for _, inner := range b.branches {
		if depth == 0 && len(b.branches) == 1 { // the folder of the chapters
			all = append(all, placed{inner.dir, inner.order, inner.ordered, &node{kids: inner.nodes(0)}})
			continue
		}
		n := &node{title: inner.title, file: inner.index, part: depth == 0, kids: inner.nodes(depth + 1)}
		if n.file != "" {
			n.title, n.kids = "", n.kids[1:]
		}
		switch {
		case n.file == "" && len(n.kids) == 1: // a folder for one page
			n = n.kids[0]
		case len(n.kids) == 0:
			n.part = false
		}
		all = append(all, placed{inner.dir, inner.order, inner.ordered, n})
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		switch {
		case a.ordered && b.ordered && a.order != b.order:
			if a.order < b.order {
				return -1
			}
			return 1
		case a.ordered != b.ordered:
			if a.ordered {
				return -1
			}
			return 1
		}
		return Compare(path.Base(a.name), path.Base(b.name))
	})
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
