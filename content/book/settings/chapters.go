package settings

import (
	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/roles"
)

// chapters reads the list of the chapters: files, or mappings that say more of them.
func (v value) chapters(depth int) []Entry {
	if v.node.Kind != yaml.SequenceNode {
		var all []Entry
		for _, l := range v.list() {
			all = append(all, Entry{Located: l, Depth: depth})
		}
		return all
	}
	all := []Entry{}
	for _, n := range v.node.Content {
		item := value{v.r, v.file, v.line, v.name, n}.resolve()
		if item.node.Kind == yaml.MappingNode {
			all = append(all, item.chapter(depth)...)
		} else if text := item.text(); text != "" {
			all = append(all, Entry{Located: Located{text, item.pos()}, Depth: depth})
		}
	}
	return all
}

// maxSections bounds how deep sections may be entry in each other.
const maxSections = 4

// chapter reads a mapping: a chapter with its sections, or the title of a part.
func (v value) chapter(depth int) []Entry {
	var c Entry
	var sections []Entry
	c.Pos, c.Depth = v.pos(), depth
	v.mapping(c.keys(&sections))
	if c.Value == "" && c.Title == "" {
		v.problem("a chapter with neither file nor title", "write `file:` and its name, or `title:`")
		return nil
	}
	if c.Value == "" {
		c.Pos = content.Pos{}
	}
	return append([]Entry{c}, sections...)
}

// keys are those of a chapter in the list.
func (c *Entry) keys(sections *[]Entry) []Key {
	return []Key{
		{"file", func(v value) { c.Value, c.Pos = v.text(), v.pos() }},
		{"title", func(v value) { c.Title = v.text() }},
		{"part", func(v value) { c.Title, c.Role = v.text(), roles.Part }},
		{"role", func(v value) { c.Role = roles.Role(choice(v, roles.Names()...)) }},
		{"sections", func(v value) {
			if c.Depth == maxSections {
				v.problem("sections lie too deep in each other", "set some of them further out")
				return
			}
			*sections = v.chapters(c.Depth + 1)
		}},
	}
}
