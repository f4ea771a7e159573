package settings

import "go.yaml.in/yaml/v4"

// Catalogue is what catalogue.yaml says.
type Catalogue struct {
	Title, Lang, Publisher string
	Formats                []Located
	Shared                 Layer // for each title that does not say it itself
	Titles                 []CatalogueTitle
}

// CatalogueTitle is an entry of the list of titles.
type CatalogueTitle struct {
	Source    Located // a manuscript, or a pattern for several
	Name      Located // of its folder; empty: after its source
	Overrides Layer   // in the place of what the title says itself
}

// ofOneBook are keys that no two books have alike, or that are asked for before a
// book is known.
var ofOneBook = []string{"title", "subtitle", "title-sort", "isbn", "identifier", "name", "chapters", "encoding", "chapter-mark", "headings"}

// ofTheBook are keys that stand in the book alone.
var ofTheBook = []string{"chapters", "encoding", "chapter-mark", "headings"}

// Keys are the keys of catalogue.yaml.
func (c *Catalogue) Keys() []Key {
	return []Key{
		{"title", func(v value) { c.Title = v.text() }},
		{"language", func(v value) { c.Lang = v.lang() }},
		{"publisher", func(v value) { c.Publisher = v.text() }},
		{"formats", func(v value) { c.Formats = v.list() }},
		{"shared", func(v value) { c.Shared = v.layer(ofOneBook) }},
		{"titles", func(v value) { c.titles(v) }},
	}
}

// titles reads the list of titles: a source alone, or keys.
func (c *Catalogue) titles(v value) {
	for _, item := range v.items() {
		var t CatalogueTitle
		if item.node.Kind == yaml.MappingNode {
			item.mapping(t.keys())
			if t.Source.Value == "" {
				item.problem("titles: a title has no source", "write `source:` and its folder or file")
				continue
			}
		} else if t.Source = (Located{item.text(), item.pos()}); t.Source.Value == "" {
			continue
		}
		c.Titles = append(c.Titles, t)
	}
}

func (t *CatalogueTitle) keys() []Key {
	return []Key{
		{"source", func(v value) { t.Source = Located{v.text(), v.pos()} }},
		{"name", func(v value) { t.Name = Located{v.baseName(), v.pos()} }},
		{"overrides", func(v value) { t.Overrides = v.layer(ofTheBook) }},
	}
}
