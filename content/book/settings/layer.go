package settings

import (
	"slices"

	"go.yaml.in/yaml/v4"

	"warraq/content/locale"
)

// Layer are keys of book.yaml that stand in another file, for a book that does not say
// them itself, or in the place of what it says. The zero value has none.
type Layer struct {
	file  string
	node  *yaml.Node
	text  string // the keys, written anew
	names []string
	files []string
}

// From is the layer with its file named as it is reached from a manuscript.
func (l Layer) From(file string) Layer {
	l.file = file
	return l
}

// Files are those that the keys name, as they are named.
func (l Layer) Files() []string { return l.files }

// GoString is what the layer says, so that two that say the same are seen to.
func (l Layer) GoString() string { return l.text }

// Has tells whether the layer has a key, "fonts.text".
func (l Layer) Has(key string) bool { return slices.Contains(l.names, key) }

// layer reads the keys of a layer; those of one title alone may be refused.
func (v value) layer(ofOne []string) (l Layer) {
	if v.isNull() {
		return l
	}
	var m Manifest
	v.mapping(m.Keys())
	if v.node.Kind != yaml.MappingNode {
		return l
	}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		word := v.node.Content[i].Value
		if own := locale.English(word); Has(m.Keys(), own) {
			word = own
		}
		if slices.Contains(ofOne, word) {
			hint := "write it in that book"
			if !slices.Contains(ofTheBook, word) {
				hint = "write it in that book, or under `overrides:` of its title"
			}
			value{v.r, v.file, v.line, v.name, v.node.Content[i]}.problem(v.name+": "+word+" is of one book", hint)
		}
		l.names = append(l.names, word)
		if inner := v.node.Content[i+1]; inner.Kind == yaml.MappingNode {
			for j := 0; j < len(inner.Content); j += 2 {
				l.names = append(l.names, word+"."+inner.Content[j].Value)
			}
		}
	}
	l.file, l.node = v.file, v.node
	if text, err := yaml.Marshal(v.node); err == nil {
		l.text = string(text)
	}
	l.files = m.files()
	return l
}

// files are the names of the files that the keys name.
func (m *Manifest) files() (names []string) {
	for _, a := range m.Assets {
		names = append(names, a.Value)
	}
	for _, at := range []Located{m.Theme, m.Press.Profile} {
		if at.Value != "" && (at != m.Theme || IsThemeFile(at.Value)) {
			names = append(names, at.Value)
		}
	}
	return names
}

// Without are keys of which those that a layer has are read without effect.
func (l Layer) Without(keys []Key) []Key {
	for i := range keys {
		if l.Has(keys[i].name) {
			keys[i].read = func(value) {}
		}
	}
	return keys
}

// ReadLayer reads the keys of a layer but those that were said already.
func (r *Reader) ReadLayer(l Layer, keys []Key, said func(key string) bool) {
	if l.node == nil {
		return
	}
	for i := range keys {
		if said(keys[i].name) {
			keys[i].read = func(value) {}
		}
	}
	r.ReadNode(l.node, l.file, 1, keys)
}
