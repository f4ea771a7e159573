package book

import (
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/fonts/house"
	"warraq/fonts/instance"
)

// loadFont loads the design of a font file that is meant, as the TrueType file that all
// that follows reads, and gives its name among the assets: that of the file, and behind
// colons, which no file's has, which design it is where a file has several, and its scale.
func (b *manuscript) loadFont(w settings.Wanted) string {
	name, at, c := w.Value, w.Pos, w.Font
	f, ok := b.fontFile(name, at, c.Weight)
	if !ok {
		return name
	}
	design, choice, err := b.design(f.data, c)
	if err != nil {
		b.problem(at, "font "+name+": "+err.Error(), "")
		return name
	}
	if f.bold {
		name += ":Bold"
	}
	for _, more := range []string{c.Face, design.Label} {
		if more != "" {
			name += ":" + more
		}
	}
	if choice.Scale != 0 && choice.Scale != 1 {
		name += ":" + strconv.FormatFloat(choice.Scale, 'f', -1, 64)
	}
	if b.doc.Assets[name] == nil {
		asset := &content.Asset{Name: name, Media: "font/ttf", Data: design.Data, Pos: at}
		if design.Varies {
			chosen := *c
			chosen.Scale = choice.Scale
			asset.Whole, asset.Design = f.data, &chosen
		}
		b.doc.Assets[name] = asset
	}
	b.varying[name] = design.Varies || f.paired
	return name
}

// fontFile is the file of a font, of the book or of the program.
type fontFile struct {
	data   []byte
	bold   bool // of a font of the program that has its bold in a file of its own, that one
	paired bool // it is such a font
}

// fontFile reads the file of a font of a weight, and reports one that is none.
func (b *manuscript) fontFile(name string, at content.Pos, weight int) (f fontFile, ok bool) {
	data, bold, own := ownFont(name)
	f = fontFile{data: data, paired: bold != nil}
	if f.bold = f.paired && weight >= settings.BoldWeight; f.bold {
		f.data = bold
	}
	if !own {
		var err error
		if f.data, err = b.fsys.ReadFile(b.path(name)); err != nil {
			if !b.refused(name, at, err) {
				b.missingFont(name, at)
			}
			return f, false
		}
	}
	if !strings.HasPrefix(mediaType(name, f.data), "font/") {
		b.problem(at, "font "+name+" is neither TrueType nor OpenType", "use a .ttf, .otf, .ttc, .woff or .woff2 file")
		return f, false
	}
	return f, true
}

// design is the design of a font file that a book asks for, as large as its author says or
// as makes its letters as high as those of the text; choice is what it was asked as.
func (b *manuscript) design(data []byte, c *setup.FontChoice) (design fonts.Design, choice instance.Choice, err error) {
	choice = instance.Choice{Face: c.Face, Instance: c.Instance, Weight: c.Weight, Italic: c.Italic, Scale: c.Scale}
	for _, a := range c.Axes {
		choice.Axes = append(choice.Axes, instance.Setting(a))
	}
	design, err = b.opt.Memory.static(data, choice)
	if err != nil || c.Scale != 0 || c.Role == setup.TextFont {
		return design, choice, err
	}
	if choice.Scale = b.matched(design.Data, c.Role); choice.Scale != 1 {
		design, err = b.opt.Memory.static(data, choice)
	}
	return design, choice, err
}

// ownFont is a font that the program brings, in two weights or, without bold, in one: a
// book names it by a word, `reem-kufi`, where others are files.
func ownFont(name string) (regular, bold []byte, ok bool) {
	if name == house.Amiri {
		regular, bold = fonts.Amiri()
		return regular, bold, true
	}
	family, ok := house.Named(name)
	return family.Data(false), family.Data(true), ok
}

// missingFont is missingAsset of a font, which may be meant for one of the program's.
func (b *manuscript) missingFont(name string, at content.Pos) {
	if path.Ext(name) != "" || strings.Contains(name, "/") {
		b.missingAsset(name, at)
		return
	}
	keys := []string{house.Amiri}
	for _, f := range house.Families() {
		keys = append(keys, f.Key)
	}
	hint := "name a font file, or a font of the program: " + strings.Join(keys, ", ")
	if near := content.Nearest(name, keys); near != "" {
		hint = "did you mean " + near + "?"
	}
	b.problem(at, "font "+name+" is neither a file nor a font of the program", hint)
}

// boldOfAxis takes the bold face of a part, where none is named, from the font of its
// regular one, as far as that goes to such a weight.
func (b *manuscript) boldOfAxis(w settings.Wanted) {
	f := b.manifest.Setup.Fonts.Family(w.Font.Role)
	if w.Name != &f.Regular || f.Bold != "" || !b.varying[f.Regular] {
		return
	}
	c := *w.Font
	c.Instance, c.Weight = "", settings.BoldWeight
	c.Axes = slices.DeleteFunc(slices.Clone(c.Axes), func(a setup.FontAxis) bool { return a.Tag == "wght" })
	w.Font = &c
	if name := b.loadFont(w); name != f.Regular {
		f.Bold = name
	}
}

// matched is the scale by which the letters of a font are as high as those of the text,
// in hundredths; what they differ by less is not seen.
func (b *manuscript) matched(data []byte, role setup.FontRole) float64 {
	const least = 0.02
	text := b.doc.Data(b.manifest.Setup.Fonts.Regular)
	if text == nil {
		if text, _ = fonts.Amiri(); locale.InHebrew(b.doc.Meta.Lang) {
			text, _ = fonts.NotoSerifHebrew()
		}
	}
	own, err := fonts.ReadFace(data)
	if err != nil {
		return 1 // who sets the book tells of it
	}
	of, err := fonts.ReadFace(text)
	if err != nil {
		return 1
	}
	scale := math.Round(100*fonts.Match(of, own, fontRoles[role])) / 100
	if math.Abs(scale-1) <= least {
		return 1
	}
	return scale
}

// fontRoles are the roles of fonts by the parts of a book.
var fontRoles = [...]fonts.Role{setup.TextFont: fonts.OfText, setup.HeadingFont: fonts.OfHeadings, setup.QuranFont: fonts.OfQuran,
	setup.LatinFont: fonts.OfLatin, setup.NumberFont: fonts.OfNumbers}
