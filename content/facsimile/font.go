package facsimile

import (
	"strings"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// font is a font as the page names it (ISO 32000-1, 9.5).
type font struct {
	name    string
	program *glyph.Program // nil for one that does not lie in the file
	cmap    *glyph.CMap    // how strings fall into codes; nil for one of each byte
	texts   *glyph.CMap    // which characters codes are; nil where it does not say
	names   map[int]string // of codes
	said    bool           // the file says what codes are called
	symbols bool           // its codes are signs of its own
	down    bool           // letters stand below each other
	widths  map[int]float64
	missing float64 // width of other codes; less than 0 for that of such a font
	gids    []byte  // of numbers, two bytes each; nil where they are the glyphs'
	paths   map[int]glyph.Path

	procs     object.Dict // what draws its glyphs, of Type 3; nil for others
	matrix    glyph.Matrix
	resources object.Dict
}

// glyphKey is a glyph of a font, drawn with an ink where that is part of it.
type glyphKey struct {
	font *font
	code int
	ink  string
}

// fontOf reads a font once.
func (in *painter) fontOf(v any) *font {
	key, isRef := v.(object.Ref)
	if isRef {
		if known, ok := in.fonts[key]; ok {
			return known
		}
	}
	var made *font
	in.work(1000)
	if d := in.file.Dict(v); d != nil && !in.tooMuch {
		made = in.readFont(d)
	}
	if isRef {
		in.fonts[key] = made
	}
	return made
}

func (in *painter) readFont(d object.Dict) *font {
	f := in.file
	made := &font{name: plainName(string(f.Name(d["BaseFont"]))), widths: make(map[int]float64), missing: -1, paths: make(map[int]glyph.Path)}
	if s := f.Stream(d["ToUnicode"]); s != nil {
		made.texts = in.cmapOf(s)
	}
	if f.Name(d["Subtype"]) == "Type0" {
		in.composite(made, d)
		return made
	}
	descriptor := f.Dict(d["FontDescriptor"])
	made.symbols = f.Int(descriptor["Flags"], 0)&4 != 0
	made.program = in.programOf(descriptor)
	first := f.Int(d["FirstChar"], 0)
	for i, v := range f.Array(d["Widths"]) {
		made.widths[first+i] = f.Number(v, 0)
	}
	if descriptor["MissingWidth"] != nil || len(made.widths) > 0 {
		made.missing = f.Number(descriptor["MissingWidth"], 0)
	}
	made.encode(f, d["Encoding"])
	if f.Name(d["Subtype"]) == "Type3" {
		made.procs, made.resources = f.Dict(d["CharProcs"]), f.Dict(d["Resources"])
		if made.matrix = matrixOf(f.Numbers(d["FontMatrix"])); made.matrix == glyph.Identity && len(f.Array(d["FontMatrix"])) < 6 {
			made.matrix = glyph.Matrix{0.001, 0, 0, 0.001}
		}
	}
	return made
}

// plainName is the name of a font without what marks it as a part.
func plainName(name string) string {
	if len(name) > 7 && name[6] == '+' {
		return name[7:]
	}
	return name
}

// encode reads what codes are called.
func (made *font) encode(f *object.File, v any) {
	base := ""
	switch e := f.Get(v).(type) {
	case object.Name:
		base = string(e)
	case object.Dict:
		base = string(f.Name(e["BaseEncoding"]))
	}
	made.said = base != ""
	switch {
	case base != "":
		made.names = glyph.Encoded(base)
	case made.program == nil:
		made.names = glyph.Encoded("StandardEncoding")
	default:
		made.names = make(map[int]string)
	}
	code := 0
	for _, v := range f.Array(f.Dict(v)["Differences"]) {
		switch v := f.Get(v).(type) {
		case float64:
			code = int(v)
		case object.Name:
			made.names[code] = string(v)
			made.said = true
			code++
		}
	}
}

// programOf is the font that lies in the file; nil for none.
func (in *painter) programOf(descriptor object.Dict) *glyph.Program {
	f := in.file
	for _, key := range []object.Name{"FontFile2", "FontFile3", "FontFile"} {
		s := f.Stream(descriptor[key])
		if s == nil {
			continue
		}
		p, known := in.programs[s]
		if !known {
			data, _ := f.Decode(s)
			in.work(len(data))
			p, _ = glyph.Read(data)
			in.programs[s] = p
		}
		if p != nil {
			return p
		}
	}
	return nil
}

// cmapOf reads a CMap once.
func (in *painter) cmapOf(s *object.Stream) *glyph.CMap {
	m, known := in.cmaps[s]
	if !known {
		data, _ := in.file.Decode(s)
		in.work(len(data))
		m = glyph.ReadCMap(data)
		in.cmaps[s] = m
	}
	return m
}

// composite reads a font of many glyphs (ISO 32000-1, 9.7).
func (in *painter) composite(made *font, d object.Dict) {
	f := in.file
	switch e := f.Get(d["Encoding"]).(type) {
	case object.Name:
		made.cmap, made.down = glyph.Identity2(), strings.HasSuffix(string(e), "-V")
		if !strings.HasPrefix(string(e), "Identity") {
			in.leave("letters in an encoding " + short(string(e)))
		}
	case *object.Stream:
		made.cmap, made.down = in.cmapOf(e), f.Int(e.Dict["WMode"], 0) == 1
	default:
		made.cmap = glyph.Identity2()
	}
	list := f.Array(d["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	own := f.Dict(list[0])
	made.program = in.programOf(f.Dict(own["FontDescriptor"]))
	if s := f.Stream(own["CIDToGIDMap"]); s != nil {
		made.gids, _ = f.Decode(s)
	}
	made.missing = f.Number(own["DW"], 1000)
	in.readWidths(made, f.Array(own["W"]))
}

// readWidths reads how wide glyphs are by their numbers (ISO 32000-1, 9.7.4.3).
func (in *painter) readWidths(made *font, w object.Array) {
	f := in.file
	for i := 0; i+1 < len(w) && !in.tooMuch; {
		from := f.Int(w[i], 0)
		if each := f.Array(w[i+1]); each != nil {
			for k, v := range each {
				made.widths[from+k] = f.Number(v, 0)
			}
			in.work(10 * len(each))
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		width := f.Number(w[i+2], 0)
		to := min(f.Int(w[i+1], 0), from+1<<16)
		for cid := from; cid <= to; cid++ {
			made.widths[cid] = width
		}
		in.work(10 * max(to-from, 0))
		i += 3
	}
}

// letter is a code of a string.
type letter struct {
	code  int
	cid   int // the number of a composite font, or the code
	bytes int
}

// next takes the first code off a string.
func (made *font) next(s string) letter {
	if made.cmap == nil {
		return letter{int(s[0]), int(s[0]), 1}
	}
	code, cid, n := made.cmap.Next(s)
	return letter{code, cid, max(n, 1)}
}

// width is how wide a code is, in thousandths of an em.
func (made *font) width(l letter) float64 {
	w, ok := made.widths[l.cid]
	switch {
	case ok && made.procs != nil:
		return w * made.matrix[0] * 1000
	case ok:
		return w
	case made.missing >= 0:
		return made.missing
	}
	return glyph.PlainWidth(made.name, l.code, made.rune(l))
}

// rune is the first character of a code; U+FFFD for none.
func (made *font) rune(l letter) rune {
	for _, r := range made.text(l) {
		return r
	}
	return '\uFFFD'
}

// text are the characters of a code; "" for none.
func (made *font) text(l letter) string {
	if t := made.texts.Text(l.code); t != "" {
		return t
	}
	if name := made.names[l.code]; name == "" || !made.said {
		if r, ok := glyph.Symbolic(made.name, l.code); ok {
			return string(r)
		}
	}
	if made.cmap != nil {
		return ""
	}
	if r := glyph.Rune(made.names[l.code]); r != '\uFFFD' {
		return string(r)
	}
	return ""
}

// path is the outline of a code, in thousandths of an em.
func (made *font) path(l letter) glyph.Path {
	key := l.cid
	if p, known := made.paths[key]; known {
		return p
	}
	p := made.program.Outline(made.gid(l))
	made.paths[key] = p
	return p
}

func (made *font) gid(l letter) int {
	p := made.program
	switch {
	case made.gids != nil:
		if at := 2 * l.cid; at+1 < len(made.gids) {
			return int(made.gids[at])<<8 | int(made.gids[at+1])
		}
		return 0
	case made.cmap != nil:
		return p.CID(l.cid)
	}
	name := made.names[l.code]
	if p.IsTrueType() {
		if name != "" && made.said && !made.symbols {
			if gid, ok := p.ByCharacter(name); ok {
				return gid
			}
		}
		if gid, ok := p.BySymbol(l.code); ok {
			return gid
		}
		gid, _ := p.ByCharacter(name)
		return gid
	}
	if name != "" {
		if gid, ok := p.ByName(name); ok {
			return gid
		}
	}
	gid, _ := p.ByCode(l.code)
	return gid
}
