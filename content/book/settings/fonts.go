package settings

import (
	"strconv"

	"go.yaml.in/yaml/v4"

	"warraq/content/setup"
)

// Weights that parts of a book ask for (OpenType 1.9, "OS/2", usWeightClass).
const RegularWeight, BoldWeight = 400, 700

func (m *Manifest) fontKeys() []Key {
	f := &m.Setup.Fonts
	face := func(name *string, weight int, italic bool) func(v value) {
		return func(v value) { m.font(v, name, setup.FontChoice{Weight: weight, Italic: italic}) }
	}
	return []Key{
		{"regular", face(&f.Regular, RegularWeight, false)},
		{"bold", face(&f.Bold, BoldWeight, false)},
		{"italic", face(&f.Italic, RegularWeight, true)},
		{"bold-italic", face(&f.BoldItalic, BoldWeight, true)},
		{"mono", face(&f.Mono, RegularWeight, false)},
		{"fallback", func(v value) {
			items := v.items()
			f.Fallback = make([]string, len(items))
			for i, item := range items {
				face(&f.Fallback[i], RegularWeight, false)(item)
			}
		}},
	}
}

// font reads a font file, `bold.ttf`, or with what is meant of it, `{file: v.ttf,
// instance: Bold}`.
func (m *Manifest) font(v value, name *string, c setup.FontChoice) {
	w := fontFile{choice: c}
	if v.isScalar() {
		w.file = Located{v.text(), v.pos()}
	} else if v.mapping(w.keys()); w.file.Value == "" && !v.isNull() {
		v.problem("fonts: no file is named", "write `file:` and its name")
	}
	if w.file.Value != "" {
		m.Assets = append(m.Assets, Wanted{w.file, &w.choice, name})
	}
}

// fontFile is what a book says of one.
type fontFile struct {
	file   Located
	choice setup.FontChoice
}

func (w *fontFile) keys() []Key {
	c := &w.choice
	return []Key{
		{"file", func(v value) { w.file = Located{v.text(), v.pos()} }},
		{"face", func(v value) { c.Face = v.text() }},
		{"instance", func(v value) { c.Instance = v.text() }},
		{"weight", func(v value) {
			if n := v.whole(1, 1000); n > 0 {
				c.Weight = n
			}
		}},
		{"axes", func(v value) { c.Axes = v.axes() }},
	}
}

// axes reads places on axes, `{wght: 650, opsz: 12}`.
func (v value) axes() (axes []setup.FontAxis) {
	v = v.resolve()
	if v.isNull() {
		return nil
	}
	if v.node.Kind != yaml.MappingNode {
		v.problem(v.subject()+"is not a list of keys", "write lines such as `wght: …`")
		return nil
	}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		tag, at := v.node.Content[i].Value, value{v.r, v.file, v.line, v.node.Content[i].Value, v.node.Content[i+1]}
		at = at.resolve()
		x, err := strconv.ParseFloat(at.text(), 64)
		if err != nil || len(tag) > 4 {
			at.problem(tag+": "+at.text()+" is no place on an axis of a font", "write the four letters of an axis and a number of its units: `wght: 650`")
			continue
		}
		axes = append(axes, setup.FontAxis{Tag: (tag + "   ")[:4], Value: x})
	}
	return axes
}
