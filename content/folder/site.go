package folder

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"warraq/content/pattern"
)

// docusaurus reads sidebars.json and what pages and folders say of their places; its
// settings are a program, of which the title alone is plain.
func (s *seeker) docusaurus(base string) []*node {
	config := s.first(path.Join(base, "docusaurus.config.js"), path.Join(base, "docusaurus.config.ts"), path.Join(base, "docusaurus.config.mjs"))
	if config == "" {
		return nil
	}
	dir := path.Join(base, "docs")
	if !s.isFolder(dir) {
		return nil
	}
	data, _ := s.read(config)
	if m := configTitle.FindSubmatch(data); m != nil {
		s.plan.Title = string(m[1])
	}
	if m := configLang.FindSubmatch(data); m != nil {
		s.plan.Lang = string(m[1])
	}
	if in := path.Join(base, "i18n", s.plan.Lang, "docusaurus-plugin-content-docs", "current"); s.plan.Lang != "" && s.isFolder(in) {
		dir = in
	}
	list := s.first(path.Join(base, "sidebars.json"), path.Join(base, "sidebar.json"))
	var nodes []*node
	if sidebars, ok := s.read(list); ok && list != "" {
		var t map[string]any
		if json.Unmarshal(sidebars, &t) == nil {
			for _, name := range sortedKeys(t) {
				nodes = append(nodes, s.sidebar(t[name], dir)...)
			}
		}
	}
	title, lang := s.plan.Title, s.plan.Lang
	if len(nodes) == 0 {
		list = ""
		nodes = s.tree(dir)
	}
	s.decided("Docusaurus", config, list)
	s.plan.Title, s.plan.Lang, s.plan.Whole = title, lang, true
	return nodes
}

var (
	configTitle = pattern.Of(`(?m)^\s*title:\s*['"]([^'"\n]+)['"]`)
	configLang  = pattern.Of(`defaultLocale:\s*['"]([A-Za-z-]+)['"]`)
)

func sortedKeys(t map[string]any) []string {
	keys := make([]string, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// sidebar reads a list of names of pages and of groups.
func (s *seeker) sidebar(v any, dir string) (nodes []*node) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			nodes = append(nodes, s.sidebar(item, dir)...)
		}
	case string:
		if file := s.page(dir, v); file != "" {
			nodes = append(nodes, &node{file: file})
		}
	case map[string]any:
		t := table(v)
		switch t.text("type") {
		case "doc", "ref":
			if file := s.page(dir, t.text("id")); file != "" {
				nodes = append(nodes, &node{file: file, title: t.text("label")})
			}
		case "category":
			n := &node{title: t.text("label"), kids: s.sidebar(v["items"], dir), part: true}
			n.file = s.page(dir, t.text("link", "id"))
			nodes = append(nodes, n)
		case "":
			for _, label := range sortedKeys(v) {
				nodes = append(nodes, &node{title: label, kids: s.sidebar(v[label], dir), part: true})
			}
		}
	}
	return nodes
}

// page is the file of a page by its name, whose folder and file may have numbers
// before them.
func (s *seeker) page(dir, id string) string {
	if id == "" {
		return ""
	}
	if file := s.first(path.Join(dir, id+".md"), path.Join(dir, id+".mdx"), path.Join(dir, id, "index.md")); file != "" {
		return file
	}
	if s.files == nil {
		s.files, _ = s.walk(dir)
	}
	for _, f := range s.files {
		rest := strings.TrimPrefix(f, dir+"/")
		parts := strings.Split(strings.TrimSuffix(rest, path.Ext(rest)), "/")
		for i, p := range parts {
			parts[i] = Unnumbered(p)
		}
		if strings.Join(parts, "/") == id {
			return f
		}
	}
	return ""
}

// hugo reads the settings of Hugo and the pages of its content.
func (s *seeker) hugo(base string) []*node {
	config := ""
	for _, name := range []string{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json",
		"config/_default/hugo.toml", "config/_default/config.toml", "config/_default/hugo.yaml", "config/_default/config.yaml"} {
		if config = s.first(path.Join(base, name)); config != "" {
			break
		}
	}
	data, ok := s.read(config)
	if !ok || config == "" {
		return nil
	}
	t := anyTable(config, data)
	dir := t.text("contentDir")
	if dir == "" {
		dir = "content"
	}
	if dir = path.Join(base, dir); !s.isFolder(dir) {
		return nil
	}
	lang := t.text("defaultContentLanguage")
	if lang == "" {
		lang = t.text("languageCode")
	}
	s.plan.Lang = lang
	nodes := s.tree(dir)
	s.decided("Hugo", config, "")
	p := &s.plan
	p.Whole, p.Lang = true, lang
	if s.picked != "" {
		p.Lang = s.picked
	}
	if p.Title = t.text("languages", p.Lang, "title"); p.Title == "" {
		p.Title = t.text("title")
	}
	p.Description = t.in("params").text("description")
	if p.Authors = t.in("params").names("author"); p.Authors == nil {
		p.Authors = t.names("author")
	}
	return nodes
}

// jekyll reads _config.yml and the pages and collections of the folder.
func (s *seeker) jekyll(base string) []*node {
	config := s.first(path.Join(base, "_config.yml"), path.Join(base, "_config.yaml"))
	data, ok := s.read(config)
	if !ok || config == "" {
		return nil
	}
	t := yamlTable(data)
	s.plan.Program = "Jekyll" // which has pages in folders that begin with _
	dir := base
	if source := t.text("source"); source != "" && s.isFolder(path.Join(base, source)) {
		dir = path.Join(base, source)
	}
	nodes := s.tree(dir)
	if len(nodes) == 0 {
		return nil
	}
	s.decided("Jekyll", config, "")
	p := &s.plan
	p.Whole = true
	p.Title, p.Description = t.text("title"), t.text("description")
	if p.Lang = t.text("lang"); p.Lang == "" {
		p.Lang = t.text("locale")
	}
	p.Authors = t.names("author")
	return nodes
}

// plainFolder is a folder of texts and nothing else.
func (s *seeker) plainFolder() []*node {
	nodes := s.tree("")
	if len(nodes) == 0 {
		return nil
	}
	s.decided("", "", "")
	return nodes
}
