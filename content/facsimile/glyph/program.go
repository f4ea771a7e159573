package glyph

import (
	"bytes"
	"errors"

	"warraq/fonts"
	"warraq/fonts/instance"
)

// Program is a font that lies in a file.
type Program struct {
	Encoding map[int]string // names of codes, as the font says; nil where it does not
	codes    map[int]int    // glyphs of codes, as it says
	names    map[string]int // glyphs of names
	cids     map[int]int    // glyphs of numbers, of a font that has those in the place of names
	maps     *charMaps      // of TrueType
	outline  func(gid int) Path
}

var errNoFont = errors.New("is no font that can be read")

// mostGlyphs bounds the glyphs of a font.
const mostGlyphs = 1 << 16

// Read reads a font: TrueType, OpenType, CFF or Type 1, whatever it is said to be.
func Read(data []byte) (*Program, error) {
	switch {
	case bytes.HasPrefix(data, []byte("OTTO")):
		return readCFF(fonts.Table(data, "CFF "), data)
	case bytes.HasPrefix(data, []byte{0, 1, 0, 0}), bytes.HasPrefix(data, []byte("true")):
		return readTrueType(data)
	case bytes.HasPrefix(data, []byte("%!")), bytes.HasPrefix(data, []byte{0x80, 1}):
		return readType1(data)
	case len(data) > 4 && data[0] == 1:
		return readCFF(data, nil)
	}
	return nil, errNoFont
}

// Outline is the ink of a glyph, in thousandths of an em.
func (p *Program) Outline(gid int) Path { return p.outline(gid) }

// CID is the glyph of a number.
func (p *Program) CID(cid int) int {
	if p.cids == nil {
		return cid
	}
	return p.cids[cid]
}

// IsTrueType tells fonts that map characters, not names.
func (p *Program) IsTrueType() bool { return p.maps != nil }

// ByName is the glyph of a name; false where there is none.
func (p *Program) ByName(name string) (gid int, ok bool) {
	gid, ok = p.names[name]
	return gid, ok
}

// ByCode is the glyph that the font itself has for a code; false for none.
func (p *Program) ByCode(code int) (gid int, ok bool) {
	if gid, ok = p.codes[code]; ok {
		return gid, true
	}
	if name := p.Encoding[code]; name != "" {
		return p.ByName(name)
	}
	return 0, false
}

func readTrueType(data []byte) (*Program, error) {
	f, err := fonts.Ink(data)
	if err != nil {
		return nil, err
	}
	k := 1000 / float64(f.UnitsPerEm)
	p := &Program{maps: readMaps(fonts.Table(data, "cmap")), names: postNames(fonts.Table(data, "post"))}
	p.outline = func(gid int) (path Path) {
		at := func(p fonts.Point) Point { return Point{k * float64(p.X), k * float64(p.Y)} }
		for _, c := range f.Contours(gid) {
			fonts.Draw(c, fonts.Pen{
				Begin: func(p fonts.Point) { path.Add('M', at(p)) },
				Line:  func(p fonts.Point) { path.Add('L', at(p)) },
				Curve: func(by, to fonts.Point) { path.Add('Q', at(by), at(to)) },
			})
			if len(c) > 1 {
				path.Add('Z')
			}
		}
		return path
	}
	return p, nil
}

// readCFF reads a table CFF, which may lie in an OpenType file.
func readCFF(data, around []byte) (*Program, error) {
	o, err := instance.ReadOutlines(data)
	if err != nil {
		return nil, err
	}
	p := &Program{}
	if around != nil {
		p.maps = readMaps(fonts.Table(around, "cmap"))
		if p.maps.empty() {
			p.maps = nil
		}
	}
	if o.CIDs != nil {
		p.cids = make(map[int]int)
		for gid, cid := range o.CIDs {
			p.cids[cid] = gid
		}
	} else {
		p.names, p.codes = make(map[string]int), make(map[int]int)
		for gid, name := range o.Names {
			if _, known := p.names[name]; !known {
				p.names[name] = gid
			}
		}
		for code, gid := range o.Encoding {
			if gid > 0 {
				p.codes[code] = int(gid)
			}
		}
	}
	p.outline = drawing(o)
	return p, nil
}

// drawing draws glyphs in thousandths of an em.
func drawing(o *instance.Outlines) func(gid int) Path {
	m := Matrix(o.Matrix)
	for i := range m {
		m[i] *= 1000
	}
	return func(gid int) Path {
		var path Path
		open := false
		err := o.Draw(gid, func(op byte, by [3][2]float64) {
			if op == 'M' && open {
				path.Add('Z')
			}
			open = true
			s := Step{Op: op}
			for i, at := range by {
				s.By[i] = Point{at[0], at[1]}
			}
			path = append(path, s)
		})
		if err != nil {
			return nil
		}
		if open {
			path.Add('Z')
		}
		return path.Through(m)
	}
}
