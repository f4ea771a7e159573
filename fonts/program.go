package fonts

import (
	"encoding/binary"

	"warraq/fonts/internal/sfnt"
)

// Program is the code font: a TrueType file in which glyph c is the sort of
// code c, drawn and advanced exactly as the shaper placed it, and nothing
// else of the face is left. Composites of the source are flattened; a sort
// that shifts or joins glyphs refers to their outlines, kept once each behind
// the last code. It has the tables that a PDF asks of FontFile2 (ISO 32000-1
// 9.9, table 126) and no others.
func (e *Encoding) Program() []byte {
	return e.cast().file(e.Face, nil)
}

// Blank is a font for drafts: n characters from first on, each with a glyph
// that has no ink and no advance. It has the tables that gopdf's parser
// insists on.
func Blank(first rune, n int) []byte {
	c := newCasting(n + 1)
	for range n + 1 {
		c.add(&drawing{}, 0)
	}
	return c.file(&Face{UnitsPerEm: 1000, Weight: 400}, map[string][]byte{
		"cmap": draftCmap(int(first), n), "name": draftName(), "OS/2": draftOS2(), "post": make([]byte, 32),
		"cvt ": nil, "fpgm": nil, "prep": nil,
	})
}

// casting is the glyphs of a code font in order.
type casting struct {
	glyf     []byte
	loca     []uint32 // where each glyph begins
	hmtx     []byte
	ink      box // of all glyphs
	mostPts  int
	mostCont int
	mostPart int
	advance  int // the widest
}

func newCasting(glyphs int) *casting {
	return &casting{loca: make([]uint32, 0, glyphs), hmtx: make([]byte, 0, 4*glyphs)}
}

// add adds a glyph.
func (c *casting) add(d *drawing, advance int) {
	c.loca = append(c.loca, uint32(len(c.glyf)))
	c.glyf = append(c.glyf, d.glyph...)
	// the left side bearing equals xMin, so that no renderer shifts the ink
	c.addMetrics(advance, d.ink.xMin)
	c.ink = c.ink.union(d.ink)
	c.mostPts, c.mostCont = max(c.mostPts, d.points), max(c.mostCont, d.contours)
}

func (c *casting) addMetrics(advance, bearing int) {
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(advance))
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(int16(bearing)))
	c.advance = max(c.advance, advance)
}

// cast draws every sort. An outline that one unshifted single-glyph sort
// draws lives there, and the others refer to it.
func (e *Encoding) cast() *casting {
	home, hidden := e.homes()
	var pen engraver
	drawings := e.draw(&pen, home)
	c := newCasting(1 + len(e.Sorts) + len(hidden))
	c.add(drawings[0], e.Face.Advance(0))
	var parts []placed
	for i := range e.Sorts {
		s := &e.Sorts[i]
		if s.simple() && home[s.Parts[0].GID] == i+1 {
			c.add(drawings[s.Parts[0].GID], int(s.Advance))
			continue
		}
		parts = parts[:0]
		for _, p := range s.Parts {
			if d := drawings[p.GID]; len(d.glyph) > 0 {
				parts = append(parts, placed{home[p.GID], int(p.DX), int(p.DY), d})
			}
		}
		c.addParts(&pen, parts, int(s.Advance))
	}
	for _, gid := range hidden {
		c.add(drawings[gid], 0)
	}
	e.ink, e.inked = c.ink, len(e.Sorts)
	return c
}

// addParts adds a glyph made of others.
func (c *casting) addParts(pen *engraver, parts []placed, advance int) {
	if len(parts) == 0 {
		c.add(&drawing{}, advance)
		return
	}
	d := pen.composite(parts)
	c.mostPart = max(c.mostPart, len(parts))
	c.add(&d, advance)
}

// draw draws the outline of .notdef and of each glyph that has a home.
func (e *Encoding) draw(pen *engraver, home map[uint16]int) map[uint16]*drawing {
	all := make([]drawing, 0, len(home)+1)
	drawings := make(map[uint16]*drawing, len(home)+1)
	fl := flattener{face: e.Face}
	draw := func(gid uint16) {
		all = append(all, pen.simple(fl.read(int(gid))))
		drawings[gid] = &all[len(all)-1]
	}
	draw(0)
	for gid := range home {
		if gid != 0 {
			draw(gid)
		}
	}
	return drawings
}

// simple tells whether the sort is one glyph, unshifted.
func (s *Sort) simple() bool {
	return len(s.Parts) == 1 && s.Parts[0].DX == 0 && s.Parts[0].DY == 0
}

// homes gives for each glyph of the face that is drawn the glyph of the code
// font in which its outline lives: the first unshifted sort that draws it, or
// else one behind the last code. hidden lists the latter in their order.
func (e *Encoding) homes() (home map[uint16]int, hidden []uint16) {
	home = make(map[uint16]int)
	for i := range e.Sorts {
		if s := &e.Sorts[i]; s.simple() {
			if _, taken := home[s.Parts[0].GID]; !taken {
				home[s.Parts[0].GID] = i + 1
			}
		}
	}
	for i := range e.Sorts {
		for _, p := range e.Sorts[i].Parts {
			if _, ok := home[p.GID]; !ok {
				hidden = append(hidden, p.GID)
				home[p.GID] = len(e.Sorts) + len(hidden)
			}
		}
	}
	return home, hidden
}

// file puts the tables together, with more that the caller wants.
func (c *casting) file(face *Face, more map[string][]byte) []byte {
	glyphs := len(c.loca)
	loca := make([]byte, 0, 4*(glyphs+1))
	for _, at := range c.loca {
		loca = binary.BigEndian.AppendUint32(loca, at)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(c.glyf)))
	tables := map[string][]byte{
		"head": c.head(face), "hhea": c.hhea(face, glyphs), "maxp": c.maxp(glyphs),
		"hmtx": c.hmtx, "loca": loca, "glyf": c.glyf,
	}
	for tag, data := range more {
		tables[tag] = data
	}
	return sfnt.Assemble(tables)
}
