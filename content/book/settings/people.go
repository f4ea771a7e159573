package settings

import (
	"net/url"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/pattern"
)

// person is an author or a contributor: a name alone, or keys.
type person struct{ name, sort, role string }

func (p *person) keys() []Key {
	return []Key{
		{"name", func(v value) { p.name = v.text() }},
		{"sort", func(v value) { p.sort = v.text() }},
	}
}

// roleKeys are the keys of a contributor.
func (p *person) roleKeys() []Key {
	return append(p.keys(), Key{"role", func(v value) { p.role = v.contributorRole() }})
}

// items are the values of a list, or the one value that stands for a list.
func (v value) items() []value {
	if v.node.Kind != yaml.SequenceNode {
		return []value{v}
	}
	items := make([]value, len(v.node.Content))
	for i, n := range v.node.Content {
		items[i] = value{v.r, v.file, v.line, v.name, n}.resolve()
	}
	return items
}

// people reads names, or keys of people that keys gives.
func (m *Manifest) people(v value, keys func(*person) []Key) []person {
	var people []person
	for _, item := range v.items() {
		var p person
		if item.node.Kind == yaml.MappingNode {
			item.mapping(keys(&p))
			if p.name == "" {
				item.problem(v.name+": someone has no name", "write `name:` and the name")
				continue
			}
		} else if p.name = item.text(); p.name == "" {
			continue
		}
		if p.sort != "" {
			if m.Meta.Sorts == nil {
				m.Meta.Sorts = map[string]string{}
			}
			m.Meta.Sorts[p.name] = p.sort
		}
		people = append(people, p)
	}
	return people
}

func (m *Manifest) authors(v value) {
	for _, p := range m.people(v, (*person).keys) {
		m.Meta.Authors = append(m.Meta.Authors, p.name)
	}
}

func (m *Manifest) contributors(v value) {
	for _, p := range m.people(v, (*person).roleKeys) {
		m.Meta.Contributors = append(m.Meta.Contributors, content.Contributor{Name: p.name, Role: p.role})
	}
}

// contributorRole is one of content.ContributorRoles.
func (v value) contributorRole() string {
	names := make([]string, len(content.ContributorRoles))
	for i, r := range content.ContributorRoles {
		names[i] = r.Name
	}
	if text := v.text(); text == "" || choice(v, names...) == 0 && text != names[0] {
		return ""
	}
	return v.text()
}

// series reads the name of a series, or its name and the number in it.
func (m *Manifest) series(v value) {
	if v.node.Kind == yaml.MappingNode {
		v.mapping(m.seriesKeys())
		if m.Meta.Series.Number != "" && m.Meta.Series.Name == "" {
			v.problem("series has a number and no name", "write `name:` and the name of the series")
		}
		return
	}
	m.Meta.Series.Name = v.text()
}

func (m *Manifest) seriesKeys() []Key {
	s := &m.Meta.Series
	return []Key{
		{"name", func(v value) { s.Name = v.text() }},
		{"number", func(v value) { s.Number = v.position() }},
	}
}

var positionPattern = pattern.Of(`^[0-9]+(\.[0-9]+)*$`)

// position is a place in a series: whole numbers parted by full stops (EPUB
// 3.3, D.3.6).
func (v value) position() string {
	text := v.text()
	if text != "" && !positionPattern.MatchString(text) {
		v.problem(v.name+": "+text+" is no place in a series", "write 3, or 3.2")
		return ""
	}
	return text
}

// accessibility reads an evaluator's claim, which is whole or is none: what
// the book conforms to, and who says so (EPUB Accessibility 1.1, 4.2).
func (m *Manifest) accessibility(v value) {
	v.mapping(m.accessKeys())
	a := &m.Meta.Access
	if *a != (content.AccessClaim{}) && (a.ConformsTo == "" || a.CertifiedBy == "") {
		v.problem("accessibility says not all: what the book conforms to, and who has evaluated it",
			"write both `conforms-to:` and `certified-by:`, or neither")
	}
}

func (m *Manifest) accessKeys() []Key {
	a := &m.Meta.Access
	return []Key{
		{"conforms-to", func(v value) { a.ConformsTo = v.conformance() }},
		{"certified-by", func(v value) { a.CertifiedBy = v.text() }},
		{"credential", func(v value) { a.Credential = v.text() }},
		{"report", func(v value) { a.Report = v.address() }},
	}
}

var conformancePattern = pattern.Of(`^EPUB Accessibility 1\.[1-9] - WCAG 2\.[0-9] Level A{1,3}$`)

// conformance is a claim in the words that EPUB Accessibility 1.1, 4.2.2 wants.
func (v value) conformance() string {
	text := v.text()
	if text == "" || conformancePattern.MatchString(text) {
		return text
	}
	v.problem(v.name+": "+text+" names no standard and level", "write it as EPUB Accessibility 1.1 - WCAG 2.2 Level AA")
	return ""
}

// address is a complete address of the web.
func (v value) address() string {
	text := v.text()
	u, err := url.Parse(text)
	if text != "" && (err != nil || !strings.HasPrefix(u.Scheme, "http") || u.Host == "") {
		v.problem(v.name+": "+text+" is no complete address", "write it as https://example.org/page")
		return ""
	}
	return text
}
