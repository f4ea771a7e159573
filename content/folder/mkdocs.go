package folder

import (
	"path"
)

// mkDocs reads mkdocs.yml; without `nav:` the order is that of the files.
func (s *seeker) mkDocs(base string) []*node {
	config := s.first(path.Join(base, "mkdocs.yml"), path.Join(base, "mkdocs.yaml"))
	data, ok := s.read(config)
	if !ok || config == "" {
		return nil
	}
	t := yamlTable(data)
	docs := t.text("docs_dir")
	if docs == "" {
		docs = "docs"
	}
	dir := path.Join(base, docs)
	list := config
	nodes := mkDocsNodes(t["nav"], dir)
	for _, n := range nodes { // a group at the top is a part
		n.part = n.file == "" && len(n.kids) > 0
	}
	if len(nodes) == 0 {
		list = ""
		nodes = s.tree(dir)
	}
	s.decided("MkDocs", config, list)
	p := &s.plan
	p.Whole = true
	p.Title, p.Description, p.Lang = t.text("site_name"), t.text("site_description"), t.text("theme", "language")
	p.Authors = t.names("site_author")
	return nodes
}

func mkDocsNodes(v any, dir string) (nodes []*node) {
	list, _ := v.([]any)
	for _, item := range list {
		switch item := item.(type) {
		case map[string]any:
			for title, below := range item { // one key
				n := &node{title: plainTitle(title)}
				if file := textOf(below); IsText(file) {
					n.file = path.Join(dir, file)
				} else {
					n.kids = mkDocsNodes(below, dir)
					if file == "" && len(n.kids) > 0 && n.kids[0].title == "" && IsIndex(n.kids[0].file) { // its own page
						n.file, n.kids = n.kids[0].file, n.kids[1:]
						n.part = true
					}
				}
				if n.file != "" || len(n.kids) > 0 {
					nodes = append(nodes, n)
				}
			}
		default:
			if file := textOf(item); IsText(file) {
				nodes = append(nodes, &node{file: path.Join(dir, file)})
			}
		}
	}
	return nodes
}
