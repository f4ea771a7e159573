package fonts

import (
	"encoding/binary"
	"sort"
)

// Program is the code font: a TrueType file in which glyph c is the sort of
// code c, drawn and advanced exactly as the shaper placed it, and nothing
// else of the face is left. Composites of the source are flattened; a sort
// that shifts or joins glyphs refers to their outlines, kept once each behind
// the last code. It has the tables that a PDF asks of FontFile2 (ISO 32000-1
// 9.9, table 126) and no others.
func (e *Encoding) Program() []byte {
	c := e.cast()
	return c.file(e.Face, false)
}

// Skeleton is the code font as gopdf is given it for a draft: codes and
// advances, no ink. gopdf's subsetter has nothing to lose in it.
func (e *Encoding) Skeleton() []byte {
	c := casting{}
	c.add(nil, box{}, 0)
	for _, s := range e.Sorts {
		c.add(nil, box{}, int(s.Advance))
	}
	return c.file(e.Face, true)
}

// casting is the glyphs of a code font in order.
type casting struct {
	glyf     []byte
	loca     []uint32
	hmtx     []byte
	ink      box // of all glyphs
	mostPts  int
	mostCont int
	mostPart int
	advance  int // the widest
}

func (c *casting) add(glyph []byte, ink box, advance int) {
	c.loca = append(c.loca, uint32(len(c.glyf)))
	c.glyf = append(c.glyf, glyph...)
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(advance))
	// the left side bearing equals xMin, so that no renderer shifts the ink
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(int16(ink.xMin)))
	c.advance = max(c.advance, advance)
	switch {
	case len(glyph) == 0:
	case c.ink == box{}:
		c.ink = ink
	default:
		c.ink = c.ink.union(ink)
	}
}

// addOutline adds a simple glyph.
func (c *casting) addOutline(o outline, advance int) {
	c.mostPts = max(c.mostPts, o.points())
	c.mostCont = max(c.mostCont, len(o))
	c.add(appendSimple(nil, o), o.bounds(), advance)
}

// cast draws every sort. An outline that one unshifted single-glyph sort
// draws lives there, and the others refer to it.
func (e *Encoding) cast() *casting {
	home, hidden := e.homes()
	outlines := make(map[uint16]outline, len(home))
	for gid := range home {
		outlines[gid] = e.Face.outline(int(gid))
	}
	c := &casting{}
	c.addOutline(e.Face.outline(0), e.Face.Advance(0))
	for i, s := range e.Sorts {
		switch {
		case s.simple() && home[s.Parts[0].GID] == i+1:
			c.addOutline(outlines[s.Parts[0].GID], int(s.Advance))
		default:
			c.addSort(s, home, outlines)
		}
	}
	for _, gid := range hidden {
		c.addOutline(outlines[gid], 0)
	}
	return c
}

// addSort adds a sort whose outlines live in other glyphs.
func (c *casting) addSort(s Sort, home map[uint16]int, outlines map[uint16]outline) {
	var parts []placed
	points, contours := 0, 0
	for _, p := range s.Parts {
		if o := outlines[p.GID]; len(o) > 0 {
			parts = append(parts, placed{home[p.GID], int(p.DX), int(p.DY), o.bounds()})
			points += o.points()
			contours += len(o)
		}
	}
	if len(parts) == 0 {
		c.add(nil, box{}, int(s.Advance))
		return
	}
	c.mostPart = max(c.mostPart, len(parts))
	c.mostPts, c.mostCont = max(c.mostPts, points), max(c.mostCont, contours)
	glyph, ink := appendComposite(nil, parts)
	c.add(glyph, ink, int(s.Advance))
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

// file puts the tables together. draft adds the tables that gopdf's parser
// insists on and no PDF reader looks at.
func (c *casting) file(face *Face, draft bool) []byte {
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
	if draft {
		tables["cmap"] = draftCmap(glyphs - 1)
		tables["name"] = draftName()
		tables["OS/2"] = draftOS2(face)
		tables["post"] = make([]byte, 32)
		for _, tag := range [...]string{"cvt ", "fpgm", "prep"} {
			tables[tag] = nil
		}
	}
	return assemble(tables)
}

// assemble writes an sfnt file, its tables sorted by tag.
func assemble(tables map[string][]byte) []byte {
	tags := make([]string, 0, len(tables))
	size := 12
	for tag, data := range tables {
		tags = append(tags, tag)
		size += 16 + (len(data)+3)&^3
	}
	sort.Strings(tags)
	log := 0
	for 2<<log <= len(tags) {
		log++
	}
	file := make([]byte, 0, size)
	file = append(file, 0, 1, 0, 0)
	for _, v := range [...]int{len(tags), 16 << log, log, 16 * (len(tags) - 1<<log)} {
		file = binary.BigEndian.AppendUint16(file, uint16(v))
	}
	at := 12 + 16*len(tags)
	for _, tag := range tags {
		file = append(file, tag...)
		file = binary.BigEndian.AppendUint32(file, checksum(tables[tag]))
		file = binary.BigEndian.AppendUint32(file, uint32(at))
		file = binary.BigEndian.AppendUint32(file, uint32(len(tables[tag])))
		at += (len(tables[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		file = pad4(append(file, tables[tag]...))
	}
	return file
}

// checksum is the sum of a table's big-endian words (OpenType 1.9,
// "Calculating Checksums").
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
