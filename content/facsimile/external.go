package facsimile

import "warraq/content/facsimile/object"

// blends are the names of CSS for those of PDF (ISO 32000-1, 11.3.5).
var blends = map[object.Name]string{"Multiply": "multiply", "Screen": "screen", "Overlay": "overlay", "Darken": "darken", "Lighten": "lighten",
	"ColorDodge": "color-dodge", "ColorBurn": "color-burn", "HardLight": "hard-light", "SoftLight": "soft-light", "Difference": "difference",
	"Exclusion": "exclusion", "Hue": "hue", "Saturation": "saturation", "Color": "color", "Luminosity": "luminosity"}

// blendStyle is how what is drawn makes colours with what lies below.
func (s *state) blendStyle() string {
	if s.blend == "" {
		return ""
	}
	return ` style="mix-blend-mode:` + s.blend + `"`
}

// external takes an external state (ISO 32000-1, 8.4.5).
func (in *painter) external(d object.Dict) {
	f, s := in.file, &in.state
	s.width = f.Number(d["LW"], s.width)
	s.cap, s.join, s.miter = f.Int(d["LC"], s.cap), f.Int(d["LJ"], s.join), f.Number(d["ML"], s.miter)
	if dash := f.Array(d["D"]); len(dash) == 2 {
		s.dashes, s.phase = positive(f.Numbers(dash[0])), f.Number(dash[1], 0)
	}
	if font := f.Array(d["Font"]); len(font) == 2 {
		s.text.font, s.text.size = in.fontOf(font[0]), f.Number(font[1], 0)
	}
	s.fillAlpha, s.strokeAlpha = unit(f.Number(d["ca"], s.fillAlpha)), unit(f.Number(d["CA"], s.strokeAlpha))
	in.overprint(d)
	for _, key := range []object.Name{"TR", "TR2"} {
		if v := f.Get(d[key]); v != nil && v != object.Name("Identity") && v != object.Name("Default") {
			in.leave("a function that changes colours (" + string(key) + ")")
		}
	}
	if d["BM"] != nil {
		s.blend = in.blendOf(d["BM"])
	}
	switch mask := f.Get(d["SMask"]).(type) {
	case object.Name:
		s.mask = ""
	case object.Dict:
		s.mask = in.softMask(mask)
	}
}

func (in *painter) blendOf(v any) string {
	names := in.file.Array(v)
	if names == nil {
		names = object.Array{v}
	}
	for _, v := range names {
		name := in.file.Name(v)
		if name == "Normal" || name == "Compatible" {
			return ""
		}
		if css, ok := blends[name]; ok {
			return css
		}
		in.leave("a blend mode " + short(string(name)))
	}
	return ""
}
