package settings

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content/locale"
	"warraq/content/setup"
)

// runningHeads reads one pattern for all pages, or one for even pages and one for odd.
func (m *Manifest) runningHeads(v value) {
	if pattern, ok := v.headPattern(); ok {
		m.Setup.Heads = setup.RunningHeads{Even: pattern, Odd: pattern}
		return
	}
	v.mapping(m.headKeys())
}

func (m *Manifest) headKeys() []Key {
	h := &m.Setup.Heads
	return []Key{
		{"even", func(v value) { h.Even, _ = v.headPattern() }},
		{"odd", func(v value) { h.Odd, _ = v.headPattern() }},
	}
}

// headPattern is the pattern of a running head. One field without quotes is a mapping
// to YAML, {chapter}.
func (v value) headPattern() (pattern string, ok bool) {
	switch n := v.node; {
	case n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[1].Tag == "!!null" && slices.Contains(setup.HeadFields, locale.English(n.Content[0].Value)):
		return "{" + n.Content[0].Value + "}", true
	case n.Kind == yaml.MappingNode && v.name != "running-heads", n.Kind == yaml.SequenceNode:
		v.problem(v.subject()+"is not a text", "write it on one line, in quotes if it holds `: `")
		return "", true
	case n.Kind == yaml.MappingNode:
		return "", false
	}
	pattern = v.text()
	for _, p := range setup.HeadPieces(pattern) {
		if p.Field != "" && !slices.Contains(setup.HeadFields, p.Field) {
			v.problem(v.name+": {"+p.Field+"} is not known", "write {"+strings.Join(setup.HeadFields[:len(setup.HeadFields)-1], "}, {")+"} or {"+setup.HeadFields[len(setup.HeadFields)-1]+"}")
			return "", true
		}
	}
	return pattern, true
}

// sectionNumbers is how many numbers that of a section has at most.
func (m *Manifest) sectionNumbers(v value) {
	f := &m.Setup
	if f.SectionNumbers = v.whole(1, setup.MostNumbers); f.SectionNumbers == 1 {
		f.Numbering = setup.NumberChapters
	} else if f.SectionNumbers > 1 {
		f.Numbering = setup.NumberSections
	}
}

// numbering says which titles bear numbers, where nothing says how many.
func (m *Manifest) numbering(v value) {
	n := setup.Numbering(choice(v, "none", "chapters", "sections"))
	if m.Setup.SectionNumbers == 0 {
		m.Setup.Numbering = n
	}
}
