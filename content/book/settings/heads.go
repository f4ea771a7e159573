package settings

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

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
	case n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[1].Tag == "!!null" && n.Style&yaml.FlowStyle != 0:
		pattern = "{" + n.Content[0].Value + "}"
	case n.Kind == yaml.MappingNode && v.name != "running-heads", n.Kind == yaml.SequenceNode:
		v.problem(v.subject()+"is not a text", "write it on one line, in quotes if it holds `: `")
		return "", true
	case n.Kind == yaml.MappingNode:
		return "", false
	default:
		pattern = v.text()
	}
	if !v.headFields(pattern) {
		return "", true
	}
	return pattern, true
}

// headFields tells of each field of a pattern that is none, and whether all are some.
func (v value) headFields(pattern string) (known bool) {
	fields := setup.HeadFields
	var told []string
	for _, p := range setup.HeadPieces(pattern) {
		if p.Text != "" || slices.Contains(fields, p.Field) || slices.Contains(told, p.Field) {
			continue
		}
		told = append(told, p.Field)
		hint := "write {" + strings.Join(fields[:len(fields)-1], "}, {") + "} or {" + fields[len(fields)-1] + "}"
		if near := nearest(p.Field, fields); near != "" {
			hint = "did you mean {" + near + "}?"
		}
		v.problem(v.name+": {"+p.Field+"} is not known", hint)
	}
	return len(told) == 0
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
