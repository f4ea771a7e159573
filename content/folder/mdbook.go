package folder

import (
	"path"
	"strings"
)

// mdBook reads book.toml and src/SUMMARY.md.
func (s *seeker) mdBook(base string) []*node {
	config, src := path.Join(base, "book.toml"), "src"
	data, ok := s.read(config)
	if !ok {
		config = ""
	}
	t := tomlTable(data)
	b := t.in("book")
	if b == nil {
		b = t // as mdBook once had it
	}
	if ok && b.text("src") != "" {
		src = b.text("src")
	}
	list := path.Join(base, src, "SUMMARY.md")
	text, found := s.read(list)
	if !found {
		return nil
	}
	s.decided("mdBook", config, list)
	p := &s.plan
	p.Whole = true
	p.Title, p.Description, p.Lang = b.text("title"), b.text("description"), b.text("language")
	if p.Authors = b.names("authors"); p.Authors == nil {
		p.Authors = b.names("author")
	}
	return readSummary(string(text), path.Dir(list))
}

// gitBook reads what GitBook and HonKit have: SUMMARY.md, book.json, .gitbook.yaml, and
// LANGS.md, of whose languages one is taken.
func (s *seeker) gitBook(base string) []*node {
	config := s.first(path.Join(base, "book.json"), path.Join(base, ".gitbook.yaml"), path.Join(base, ".gitbook.yml"))
	t := table{}
	if data, ok := s.read(config); ok && config != "" {
		t = anyTable(config, data)
	}
	root := path.Join(base, strings.TrimPrefix(t.text("root"), "/"))
	if data, ok := s.read(path.Join(root, "LANGS.md")); ok {
		if lang := s.pickLang(root, readSummary(string(data), root)); lang != "" {
			root = lang
		}
	}
	name := t.text("structure", "summary")
	if name == "" {
		name = "SUMMARY.md"
	}
	list := s.first(path.Join(root, name), path.Join(root, "SUMMARY.md"), path.Join(root, "summary.md"), path.Join(root, "docs", "SUMMARY.md"))
	data, ok := s.read(list)
	if !ok || list == "" {
		return nil
	}
	nodes := readSummary(string(data), path.Dir(list))
	s.decided("GitBook", config, list)
	p := &s.plan
	p.Whole = true
	p.Title, p.Description, p.Lang = t.text("title"), t.text("description"), t.text("language")
	p.Authors = t.names("author")
	if readme := s.first(path.Join(path.Dir(list), "README.md"), path.Join(path.Dir(list), "readme.md")); readme != "" && !names(nodes, readme) {
		nodes = append([]*node{{file: readme}}, nodes...) // GitBook opens with it, listed or not
	}
	for _, cover := range []string{"cover.jpg", "cover.png"} {
		if at := path.Join(path.Dir(list), cover); s.is(at) && p.Cover == "" {
			p.Cover = at
		}
	}
	return nodes
}

// names tells whether a list has a file.
func names(nodes []*node, file string) bool {
	for _, n := range nodes {
		if n.file == file || names(n.kids, file) {
			return true
		}
	}
	return false
}

// docsify reads _sidebar.md.
func (s *seeker) docsify(base string) []*node {
	list := s.first(path.Join(base, "_sidebar.md"), path.Join(base, "docs", "_sidebar.md"))
	data, ok := s.read(list)
	if !ok || list == "" {
		return nil
	}
	nodes := readSummary(string(data), path.Dir(list))
	s.rooted(nodes, path.Dir(list))
	s.decided("Docsify", "", list)
	s.plan.Whole = true
	return nodes
}

// rooted is for lists whose folders stand for the file that they open.
func (s *seeker) rooted(nodes []*node, dir string) {
	for _, n := range nodes {
		if n.file == dir {
			n.file = path.Join(dir, "README.md")
		}
		s.rooted(n.kids, dir)
	}
}
