package folder

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"warraq/content/roles"
)

// quarto reads the book or the site of _quarto.yml.
func (s *seeker) quarto(base string) []*node {
	config := s.first(path.Join(base, "_quarto.yml"), path.Join(base, "_quarto.yaml"))
	data, ok := s.read(config)
	if !ok || config == "" {
		return nil
	}
	t := yamlTable(data)
	b := t.in("book")
	if b == nil {
		b = t.in("website")
	}
	if b == nil {
		return nil
	}
	dir := path.Dir(config)
	nodes := quartoList(b, dir)
	if len(nodes) == 0 {
		return nil
	}
	s.decided("Quarto", config, config)
	p := &s.plan
	p.Whole = true
	p.Title, p.Subtitle, p.Description, p.Date = b.text("title"), b.text("subtitle"), b.text("description"), b.text("date")
	if p.Lang = t.text("lang"); p.Lang == "" {
		p.Lang = b.text("lang")
	}
	if p.Authors = b.names("author"); p.Authors == nil {
		p.Authors = t.names("author")
	}
	if cover := path.Join(dir, b.text("cover-image")); s.is(cover) {
		p.Cover = cover
	}
	return nodes
}

// quartoList are the lines of a book, or else those beside the pages of a site.
func quartoList(b table, dir string) []*node {
	nodes := quartoNodes(b["chapters"], dir)
	for _, n := range quartoNodes(b["appendices"], dir) {
		n.role, n.part = roles.Appendix, false
		nodes = append(nodes, n)
	}
	sidebar := b["sidebar"]
	if list, ok := sidebar.([]any); ok && len(list) > 0 {
		sidebar = list[0]
	}
	if side, ok := sidebar.(map[string]any); ok && len(nodes) == 0 {
		nodes = quartoNodes(side["contents"], dir)
	}
	return nodes
}

func quartoNodes(v any, dir string) (nodes []*node) {
	list, ok := v.([]any)
	if !ok {
		if one := textOf(v); one != "" && one != "auto" {
			list = []any{one}
		}
	}
	for _, item := range list {
		switch item := item.(type) {
		case map[string]any:
			nodes = append(nodes, quartoNode(table(item), dir))
		default:
			if file := textOf(item); IsText(file) {
				nodes = append(nodes, &node{file: path.Join(dir, file)})
			}
		}
	}
	return nodes
}

func quartoNode(t table, dir string) *node {
	n := &node{title: plainTitle(t.text("text"))}
	for _, key := range []string{"part", "section", "file", "href"} {
		said := t.text(key)
		switch {
		case said == "":
		case IsText(said):
			n.file = path.Join(dir, said)
		case (key == "part" || key == "section") && n.title == "":
			n.title = plainTitle(said)
		}
	}
	n.part = t.text("part") != "" || t.text("section") != ""
	for _, key := range []string{"chapters", "contents"} {
		n.kids = append(n.kids, quartoNodes(t[key], dir)...)
	}
	for _, k := range n.kids {
		k.part = false
	}
	return n
}

// bookdown reads _bookdown.yml, or else the .Rmd files in their order.
func (s *seeker) bookdown(base string) []*node {
	config := s.first(path.Join(base, "_bookdown.yml"), path.Join(base, "_bookdown.yaml"))
	index := s.first(path.Join(base, "index.Rmd"), path.Join(base, "index.rmd"))
	if config == "" && index == "" {
		return nil
	}
	data, _ := s.read(config)
	files, list := bookdownFiles(yamlTable(data)["rmd_files"]), config
	if len(files) == 0 {
		files, list = s.chunked(base), ""
	}
	if len(files) == 0 {
		return nil
	}
	var nodes []*node
	for _, f := range files {
		nodes = append(nodes, &node{file: path.Join(base, f)})
	}
	if config == "" {
		config = index
	}
	s.decided("bookdown", config, list)
	p := &s.plan
	if data, ok := s.read(index); ok && index != "" {
		front := frontOf(string(data))
		p.Title, p.Subtitle, p.Description = front.text("title"), front.text("subtitle"), front.text("description")
		p.Authors, p.Lang, p.Date = front.names("author"), front.text("lang"), front.text("date")
		if cover := path.Join(base, front.text("cover-image")); s.is(cover) {
			p.Cover = cover
		}
	}
	return nodes
}

// chunked are the .Rmd files of a folder in their order.
func (s *seeker) chunked(base string) (files []string) {
	entries, _ := fs.ReadDir(s.fsys, path.Join(s.root, base))
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && !strings.HasPrefix(name, "_") && strings.EqualFold(path.Ext(name), ".rmd") && !ofRepository(name) {
			files = append(files, name)
		}
	}
	slices.SortFunc(files, Compare)
	return files
}

func bookdownFiles(v any) (files []string) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range []string{"html", "latex", "epub"} {
			if files = bookdownFiles(v[key]); len(files) > 0 {
				return files
			}
		}
	case []any:
		for _, item := range v {
			if name := textOf(item); IsText(name) {
				files = append(files, name)
			}
		}
	default:
		if name := textOf(v); IsText(name) {
			files = append(files, name)
		}
	}
	return files
}
