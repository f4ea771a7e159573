package settings

import (
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/setup"
)

// Weights that parts of a book ask for (OpenType 1.9, "OS/2", usWeightClass).
const RegularWeight, BoldWeight = 400, 700

func (m *Manifest) fontKeys() []Key {
	f := &m.Setup.Fonts
	keys := m.familyKeys(setup.TextFont)
	for _, part := range []struct {
		name string
		role setup.FontRole
	}{{"text", setup.TextFont}, {"headings", setup.HeadingFont}, {"quran", setup.QuranFont}, {"latin", setup.LatinFont}, {"numbers", setup.NumberFont}} {
		keys = append(keys, Key{part.name, func(v value) { m.family(v, part.role) }})
	}
	return append(keys,
		Key{"mono", func(v value) { m.font(v, &f.Mono, setup.FontChoice{Weight: RegularWeight}) }},
		Key{"fallback", func(v value) {
			items := v.items()
			f.Fallback = make([]string, len(items))
			for i, item := range items {
				m.font(item, &f.Fallback[i], setup.FontChoice{Weight: RegularWeight})
			}
		}})
}

// Fonts gives a book the fonts of its theme, for the parts of which the book says nothing
// itself.
func (d *Theme) Fonts(m *Manifest, wrote func(key string) bool) {
	if d.fonts == nil {
		return
	}
	keys := m.fontKeys()
	text := keys[:len(m.familyKeys(setup.TextFont))+1] // its weights, and all of it
	wroteKey := func(k Key) bool { return wrote("fonts." + k.name) }
	ofText := slices.ContainsFunc(text, wroteKey)
	for i := range keys {
		if i < len(text) && ofText || wroteKey(keys[i]) {
			keys[i].read = func(value) {}
		}
	}
	from := len(m.Assets)
	d.fonts.mapping(keys)
	if d.ours {
		for i := range m.Assets[from:] {
			m.Assets[from+i].Pos = content.Pos{}
		}
	}
}

// familyKeys are the weights of a part.
func (m *Manifest) familyKeys(role setup.FontRole) []Key {
	f := m.Setup.Fonts.Family(role)
	face := func(name *string, weight int, italic bool) func(v value) {
		return func(v value) { m.font(v, name, setup.FontChoice{Weight: weight, Italic: italic, Role: role}) }
	}
	return []Key{
		{"regular", face(&f.Regular, RegularWeight, false)},
		{"bold", face(&f.Bold, BoldWeight, false)},
		{"italic", face(&f.Italic, RegularWeight, true)},
		{"bold-italic", face(&f.BoldItalic, BoldWeight, true)},
	}
}

// family reads the fonts of a part: a file, what is meant of one, or several weights.
func (m *Manifest) family(v value, role setup.FontRole) {
	regular := &m.Setup.Fonts.Family(role).Regular
	if v.isScalar() {
		m.font(v, regular, setup.FontChoice{Weight: RegularWeight, Role: role})
		return
	}
	first, w := len(m.Assets), fontFile{choice: setup.FontChoice{Weight: RegularWeight, Role: role}}
	v.mapping(append(m.familyKeys(role), w.keys()...))
	switch own := len(m.Assets) > first; {
	case w.file.Value != "":
		m.Assets = append(m.Assets, Wanted{w.file, &w.choice, regular})
	case !own && !v.isNull():
		m.noFile(v)
	default:
		for _, asset := range m.Assets[first:] {
			if asset.Font.Scale == 0 {
				asset.Font.Scale = w.choice.Scale
			}
		}
	}
}

// font reads a font file, `bold.ttf`, or with what is meant of it, `{file: v.ttf,
// instance: Bold}`.
func (m *Manifest) font(v value, name *string, c setup.FontChoice) {
	w := fontFile{choice: c}
	if v.isScalar() {
		w.file = Located{v.text(), v.pos()}
	} else if v.mapping(w.keys()); w.file.Value == "" && !v.isNull() {
		m.noFile(v)
	}
	if w.file.Value != "" {
		m.Assets = append(m.Assets, Wanted{w.file, &w.choice, name})
	}
}

func (m *Manifest) noFile(v value) {
	v.problem("fonts: no file is named", "write `file:` and its name")
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
		{"scale", func(v value) { c.Scale = v.number(0.5, 2) }},
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
		tag := v.node.Content[i].Value
		at := value{v.r, v.file, v.line, tag, v.node.Content[i+1]}.resolve()
		x, err := strconv.ParseFloat(at.text(), 64)
		if err != nil || len(tag) > 4 {
			at.problem(tag+": "+at.text()+" is no place on an axis of a font", "write the four letters of an axis and a number of its units: `wght: 650`")
			continue
		}
		axes = append(axes, setup.FontAxis{Tag: (tag + "   ")[:4], Value: x})
	}
	return axes
}
