package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warraq/content/design"
	"warraq/content/pattern"
)

// group is the keys of one thing in a theme.
type group struct {
	name string
	keys []Key
}

// Keys are the keys of a theme file: extends, and the groups.
func (d *Theme) Keys() []Key {
	keys := []Key{{"extends", func(v value) {
		if d.begun {
			v.problem("extends: comes too late", "write it as the first line")
			return
		}
		if i := choice(v, append([]string{""}, Themes...)...); i > 0 {
			v.r.ReadBuiltIn(d, Themes[i-1])
		}
	}}, {"fonts", func(v value) { d.begun, d.fonts, d.ours = true, &v, false }}}
	for _, g := range d.groups() {
		keys = append(keys, Key{g.name, func(v value) { d.begun = true; v.mapping(g.keys) }})
	}
	return keys
}

// groups are the groups of a theme file in the order of its schema.
func (d *Theme) groups() []group {
	return slices.Concat(d.pageGroups(), d.titleGroups(), d.furnitureGroups(), d.blockGroups())
}

func (d *Theme) pageGroups() []group {
	return []group{
		{"colors", []Key{
			d.hex("accent", &d.Colors.Accent), d.hex("tint", &d.Colors.Tint), d.hex("rule", &d.Colors.Rule),
			{"cmyk", func(v value) { v.mapping(d.inkKeys()) }},
		}},
		{"page", []Key{
			d.length("inner", &d.Page.Inner, 0, mostMargin), d.length("outer", &d.Page.Outer, 0, mostMargin),
			d.length("top", &d.Page.Top, 0, mostMargin), d.length("bottom", &d.Page.Bottom, 0, mostMargin),
			d.length("measure", &d.Page.Measure, leastMeasure, mostMeasure),
		}},
		{"body", []Key{
			{"size", func(v value) {
				if d.Body.Size = (design.Length{}); !v.isText("auto") {
					d.length("size", &d.Body.Size, 6, 48).read(v)
				}
			}},
			d.length("leading", &d.Body.Leading, 8, 100), d.length("indent", &d.Body.Indent, 0, 120),
			d.length("between", &d.Body.Between, 0, 60),
			{"emphasis", func(v value) { d.Body.Emphasis = design.Emphasised(choice(v, "bold", "color")) }},
			d.ink("link", &d.Body.Link),
		}},
		{"small", []Key{d.length("size", &d.Small.Size, 4, 48), d.length("leading", &d.Small.Leading, 6, 100)}},
	}
}

// look is the keys of a title.
func (d *Theme) look(l *design.Look, more ...Key) []Key {
	return append([]Key{
		d.length("size", &l.Size, 5, 96), d.flag("bold", &l.Bold),
		{"align", func(v value) { l.Align = design.HeadAlign(choice(v, "center", "start")) }},
		d.ink("color", &l.Ink),
	}, more...)
}

func (d *Theme) titleGroups() []group {
	c := &d.Chapter
	return []group{
		{"chapter", d.look(&c.Look, d.length("sink", &c.Sink, 0, 300), d.length("below", &c.Below, 20, 200),
			ornament("ornament", &c.Ornament), d.ink("ornament-color", &c.OrnamentInk),
			d.ink("ground", &c.Ground), d.length("rule-length", &c.Rule, 1, 2000), d.length("rule-weight", &c.Weight, 0.1, 10))},
		{"section", d.look(&d.Section.Look, d.length("above", &d.Section.Above, 0, 100))},
		{"subsection", d.look(&d.Subsection.Look, d.length("above", &d.Subsection.Above, 0, 100))},
	}
}

func (d *Theme) furnitureGroups() []group {
	n, h, f := &d.Notes, &d.Heads, &d.Folio
	return []group{
		{"heads", []Key{
			{"even", func(v value) { h.Even = design.Head(choice(v, "none", "book", "chapter")) }},
			{"odd", func(v value) { h.Odd = design.Head(choice(v, "none", "book", "chapter")) }},
			{"place", func(v value) { h.Place = design.HeadPlace(choice(v, "outer", "center", "inner")) }},
			d.length("size", &h.Size, 4, 48), d.ink("color", &h.Ink), d.ink("rule", &h.Rule),
		}},
		{"folio", []Key{
			{"place", func(v value) {
				f.Place = design.FolioPlace(choice(v, "foot-center", "foot-outer", "head-outer", "none"))
			}},
			d.length("size", &f.Size, 4, 48), d.ink("color", &f.Ink),
		}},
		{"title-page", []Key{
			{"style", func(v value) { d.TitlePage.Style = design.TitleStyle(choice(v, "centered", "start", "band")) }},
			d.length("size", &d.TitlePage.Size, 8, 144), d.ink("color", &d.TitlePage.Ink),
		}},
		{"cover", []Key{
			{"style", func(v value) {
				d.Cover.Style = design.CoverStyle(choice(v, "frame", "block", "lattice", "plate", "hills"))
			}},
			d.pressed("ground", &d.Cover.Ground, &d.Cover.Press.Ground), d.pressed("color", &d.Cover.Ink, &d.Cover.Press.Ink),
			d.pressed("ornament-color", &d.Cover.Ornament, &d.Cover.Press.Ornament),
			{"cmyk", func(v value) { v.mapping(d.coverInkKeys()) }},
		}},
		{"contents", []Key{{"leaders", func(v value) { d.Contents.Dots = choice(v, "dots", "none") == 0 }}}},
		{"notes", []Key{
			d.length("size", &n.Size, 4, 48), d.length("leading", &n.Leading, 6, 100),
			d.length("gap", &n.Gap, 4, 100), d.length("rule", &n.Rule, 0, 2000),
		}},
	}
}

func (d *Theme) blockGroups() []group {
	x, t, c := &d.Box, &d.Table, &d.Captions
	return []group{
		{"quote", []Key{
			d.length("size", &d.Quote.Size, 4, 48), d.length("inset", &d.Quote.Inset, 0, 150), d.ink("bar", &d.Quote.Bar),
		}},
		{"box", []Key{
			d.ink("ground", &x.Ground), d.ink("bar", &x.Bar), d.ink("frame", &x.Frame), d.ink("title", &x.Title),
			d.length("pad", &x.Pad, 0, 60),
		}},
		{"table", []Key{
			d.ink("header", &t.Header), d.ink("header-color", &t.HeaderText), d.ink("zebra", &t.Zebra),
			d.ink("rules", &t.Rules), d.ink("lines", &t.Lines),
		}},
		{"captions", []Key{
			{"align", func(v value) { c.Align = design.HeadAlign(choice(v, "center", "start")) }},
			d.flag("bold", &c.Bold), d.ink("color", &c.Ink),
			{"place", func(v value) { c.Below = choice(v, "above", "below") == 1 }},
		}},
		{"code", []Key{d.ink("ground", &d.Code.Ground)}},
		{"break", []Key{ornament("ornament", &d.Break.Ornament), d.ink("color", &d.Break.Ink)}},
		{"verse", []Key{d.length("gap", &d.Verse.Gap, 4, 200)}},
		{"epigraph", []Key{d.length("size", &d.Epigraph.Size, 4, 48), d.length("inset", &d.Epigraph.Inset, 0, 300)}},
		{"pull", []Key{
			d.length("size", &d.Pull.Size, 6, 96), d.flag("bold", &d.Pull.Bold), d.ink("color", &d.Pull.Ink), d.ink("rule", &d.Pull.Rule),
		}},
	}
}

func (d *Theme) flag(name string, is *bool) Key {
	return Key{name, func(v value) { *is = v.flag() }}
}

// maxOrnament is how many characters an ornament may have.
const maxOrnament = 12

func ornament(name string, o *design.Ornament) Key {
	return Key{name, func(v value) {
		text := v.text()
		if n := len([]rune(text)); n == 0 || n > maxOrnament {
			v.problem(v.name+": “"+text+"” is no ornament", fmt.Sprintf("write rule, stars, none or up to %d characters", maxOrnament))
			return
		}
		*o = design.Ornament(text)
	}}
}

// hex is a colour of the palette.
func (d *Theme) hex(name string, c *design.Color) Key {
	return Key{name, func(v value) {
		got, ok := design.ParseColor(v.text())
		if !ok {
			v.problem(v.name+": “"+v.text()+"” is no colour", "write one such as \"#1d4f73\", in quotes")
			return
		}
		*c, d.at[c] = got, v.pos()
	}}
}

// inkKeys are the inks of the palette's colours, for a press.
func (d *Theme) inkKeys() []Key {
	p := &d.Colors.Press
	read := func(name string, ink **design.CMYK) Key {
		return Key{name, func(v value) { *ink = v.cmyk() }}
	}
	return []Key{read("accent", &p.Accent), read("tint", &p.Tint), read("rule", &p.Rule)}
}

// coverInkKeys are the inks of the cover's own colours.
func (d *Theme) coverInkKeys() []Key {
	p := &d.Cover.Press
	read := func(name string, ink **design.CMYK) Key {
		return Key{name, func(v value) { *ink, d.at[ink] = v.cmyk(), v.pos() }}
	}
	return []Key{read("ground", &p.Ground), read("color", &p.Ink), read("ornament-color", &p.Ornament)}
}

// pressed is a colour that a press may print with inks of its own. Another colour
// than that of the theme it extends does not keep the inks of that one.
func (d *Theme) pressed(name string, i *design.Ink, press **design.CMYK) Key {
	plain := d.ink(name, i)
	return Key{name, func(v value) {
		plain.read(v)
		if _, written := d.at[press]; !written {
			*press = nil
		}
	}}
}

// cmyk is four numbers of per cent, or auto: by rule.
func (v value) cmyk() *design.CMYK {
	if v.isText("auto") {
		return nil
	}
	list := v.list()
	var parts [4]float64
	for i, l := range list {
		x, err := strconv.ParseFloat(strings.TrimSuffix(l.Value, "%"), 64)
		if err != nil || !(x >= 0 && x <= 100) || i > 3 {
			list = nil
			break
		}
		parts[i] = x / 100
	}
	if len(list) != 4 {
		v.problem(v.name+": this is no ink", "write cyan, magenta, yellow and black in per cent, such as [90, 60, 20, 30]")
		return nil
	}
	return &design.CMYK{C: parts[0], M: parts[1], Y: parts[2], K: parts[3]}
}

// ink is a colour, one of the palette by its name, or none.
func (d *Theme) ink(name string, i *design.Ink) Key {
	return Key{name, func(v value) {
		text := v.text()
		got, ok := design.ParseColor(text)
		tone := slices.Index(design.Tones[:], text)
		switch {
		case ok:
			*i = design.Ink{Color: got}
		case text == "black":
			*i = design.Ink{}
		case tone > 0:
			*i = design.Ink{Tone: design.Tone(tone)}
		default:
			v.problem(v.name+": “"+text+"” is no colour",
				"write accent, tint, rule, black, none or one such as \"#1d4f73\", in quotes")
			return
		}
		d.at[i] = v.pos()
	}}
}

var lengthPattern = pattern.Of(`^([0-9]*\.?[0-9]+)\s*(pt|mm|cm|in|em|lines?|%)?$`)

var partPattern = pattern.Of(`^([0-9]+)\s*/\s*([0-9]+)$`)

// length is a length of least to most points.
func (d *Theme) length(name string, l *design.Length, least, most float64) Key {
	return Key{name, func(v value) {
		if got, ok := v.length(least, most); ok {
			*l, d.at[l] = got, v.pos()
		}
	}}
}

// length is a length of least to most points, as it would be on an A5 page of 12
// points on 20.
func (v value) length(least, most float64) (l design.Length, ok bool) {
	text := v.text()
	if l, ok = parseLength(text); !ok {
		v.problem(v.name+": “"+text+"” is no length", "write one such as 12, 4mm, 1.5em, 2 lines, 10% or 1/8")
		return l, false
	}
	if size := l.In(12, 20, 420); !(size >= least && size <= most) {
		v.problem(v.name+": "+text+" is too small or too large", fmt.Sprintf("it may be about %g to %g points", least, most))
		return l, false
	}
	return l, true
}

// parseLength reads a length of a theme. Its units are those of type, which
// [design.ParseLength] has not, and a bare number is of points.
func parseLength(text string) (design.Length, bool) {
	if m := partPattern.FindStringSubmatch(text); m != nil {
		above, _ := strconv.ParseFloat(m[1], 64)
		below, _ := strconv.ParseFloat(m[2], 64)
		return design.Length{Value: above / below, Unit: design.Parts}, below > 0
	}
	m := lengthPattern.FindStringSubmatch(text)
	if m == nil {
		return design.Length{}, false
	}
	number := m[1]
	if m[2] == "%" {
		number += "e-2" // 8.8% is 0.088 and no neighbour of it
	}
	x, err := strconv.ParseFloat(number, 64)
	switch unit := m[2]; {
	case unit == "em":
		return design.Length{Value: x, Unit: design.Ems}, err == nil
	case strings.HasPrefix(unit, "line"):
		return design.Length{Value: x, Unit: design.Lines}, err == nil
	case unit == "%":
		return design.Length{Value: x, Unit: design.Parts}, err == nil
	case unit != "":
		x *= units[unit]
	}
	return design.Length{Value: x}, err == nil
}
