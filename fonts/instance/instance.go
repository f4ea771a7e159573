// Package instance makes of a font, however its outlines are written and whatever it
// can be, the static TrueType file of one of its designs: outlines of a CFF or CFF2 as
// quadratic curves, numbers and features as they are at one place of its axes. All that
// reads, proves, cuts and embeds fonts then has one form to know.
package instance

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Choice says which of the designs of a file is asked for.
type Choice struct {
	Face     string    // of a collection, its number from 1 or its name; empty: the first
	Instance string    // a place on the axes that has a name; empty: what the rest says
	Axes     []Setting // over that
	// Weight is what the part that the font plays asks for, 400 or 700, as far as its
	// axis goes; 0: what the font opens with.
	Weight int
	Italic bool    // letters that lean, where it has an axis for them
	Scale  float64 // how much larger than they are its letters are to be; 0: 1
	Near   bool    // what no axis has is passed over, and what is beyond one is its end
}

// Setting is a place on an axis, in the font's own units.
type Setting struct {
	Tag   string // "wght"
	Value float64
}

var (
	errFixed = errors.New("it has one design and no axes; take instance and axes away")
	// ErrNoOutlines says that a font has neither outlines of TrueType nor of CFF.
	ErrNoOutlines = errors.New("it has no outlines, of TrueType or CFF (a bitmap font, or Type 1?); use another font")
)

// varying are the tables that have no meaning for one design, and those of colours:
// faces are set flat.
var varying = []string{"fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT", "CFF ", "CFF2", "VORG", "DSIG",
	"COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix"}

// hinting are the tables of programs for the old outlines, and of what they made of advances.
var hinting = []string{"cvt ", "fpgm", "prep", "gasp", "hdmx", "LTSH", "VDMX"}

// Static tells whether a font is its one design already, and in colours neither.
func Static(parts map[string][]byte) bool {
	for _, tag := range varying {
		if tag != "STAT" && tag != "DSIG" && parts[tag] != nil {
			return false
		}
	}
	return parts["glyf"] != nil
}

// Make gives the tables of one design of a font, and what its place on the axes is
// called where that is not the usual one, "wght=700".
func Make(parts map[string][]byte, c Choice) (made map[string][]byte, label string, err error) {
	if parts["glyf"] == nil && parts["CFF "] == nil && parts["CFF2"] == nil {
		return nil, "", ErrNoOutlines
	}
	s, err := readSpace(parts["fvar"], parts["name"])
	if err != nil {
		return nil, "", err
	}
	at, label, err := s.place(c)
	if err != nil {
		return nil, "", err
	}
	m, err := newMaker(parts, s, at)
	if err != nil {
		return nil, "", err
	}
	if parts["glyf"] == nil || label != "" {
		if err := m.draw(); err != nil {
			return nil, "", err
		}
	}
	if len(s.axes) > 0 {
		if err := m.settle(); err != nil {
			return nil, "", err
		}
	}
	for _, tag := range varying {
		delete(m.parts, tag)
	}
	m.scale(c.Scale)
	return m.parts, label, nil
}

// Label is what the place of a choice on the axes of a font is called, "wght=700".
func Label(parts map[string][]byte, c Choice) (label string, err error) {
	s, err := readSpace(parts["fvar"], parts["name"])
	if err == nil {
		_, label, err = s.place(c)
	}
	return label, err
}

// maker has a design in hand.
type maker struct {
	parts  map[string][]byte // those of the design, as far as they are made
	face   *font.Face        // the font at its place
	coords []tables.Coord    // that place, as tables count it
	space  *space
	at     []float64 // that place, in the font's units
	glyphs int
}

func newMaker(parts map[string][]byte, s *space, at []float64) (*maker, error) {
	if err := sound(parts); err != nil {
		return nil, err
	}
	shaped := maps.Clone(parts)
	for _, tag := range []string{"COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "CFF ", "CFF2", "GSUB", "GPOS", "EBDT", "EBLC", "morx", "kerx"} {
		delete(shaped, tag) // not asked here
	}
	loader, err := ot.NewLoader(bytes.NewReader(sfnt.Assemble(shaped)))
	if err != nil {
		return nil, err
	}
	f, err := font.NewFont(loader)
	if err != nil {
		return nil, fmt.Errorf("font tables: %w", err)
	}
	m := &maker{parts: maps.Clone(parts), face: font.NewFace(f), space: s, at: at, glyphs: int(binary.BigEndian.Uint16(parts["maxp"][4:]))}
	var settings []font.Variation
	for i, a := range s.axes {
		settings = append(settings, font.Variation{Tag: ot.MustNewTag(a.tag), Value: float32(at[i])})
	}
	m.face.SetVariations(settings)
	m.coords = m.face.Coords()
	return m, nil
}

// mostPoints and mostContours are how many a glyph may have (OpenType 1.9, "glyf").
const mostPoints, mostContours = 0xFFFF, 0x7FFF

// draw writes the outlines anew, as simple glyphs, with the tables that tell of them.
func (m *maker) draw() error {
	segments, err := m.pen()
	if err != nil {
		return err
	}
	var glyf, loca, hmtx []byte
	var ink box
	maxPoints, maxContours, widest := 0, 0, 0
	for gid := range m.glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		drawn, err := segments(gid)
		if err != nil {
			return fmt.Errorf("glyph %d: %w", gid, err)
		}
		outline := contours(drawn)
		points := 0
		for _, c := range outline {
			points += len(c)
		}
		if points > mostPoints || len(outline) > mostContours {
			return fmt.Errorf("glyph %d: %w", gid, errEndless)
		}
		extent := extent(outline)
		glyf = appendGlyph(glyf, outline)
		advance := m.advance(gid)
		hmtx = append(hmtx, sfnt.Words(advance, extent.xMin)...)
		maxPoints, maxContours, widest = max(maxPoints, points), max(maxContours, len(outline)), max(widest, advance)
		ink = box{min(ink.xMin, extent.xMin), min(ink.yMin, extent.yMin), max(ink.xMax, extent.xMax), max(ink.yMax, extent.yMax)}
	}
	m.parts["glyf"], m.parts["hmtx"] = glyf, hmtx
	m.parts["loca"] = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	m.parts["maxp"] = sfnt.Words(1, 0, m.glyphs, maxPoints, maxContours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
	m.tellOf(ink, widest)
	return nil
}

// tellOf writes into the tables of the whole font where its ink lies and the widest advance,
// and leaves out what told of the outlines as they were.
func (m *maker) tellOf(ink box, widest int) {
	head := m.edit("head")
	copy(head[36:], sfnt.Words(ink.xMin, ink.yMin, ink.xMax, ink.yMax))
	binary.BigEndian.PutUint16(head[16:], binary.BigEndian.Uint16(head[16:])|2) // bearings are where the ink begins
	copy(head[50:], sfnt.Words(1, 0))                                           // offsets of 32 bits
	hhea := m.edit("hhea")
	copy(hhea[10:], sfnt.Words(widest))
	copy(hhea[34:], sfnt.Words(m.glyphs))
	for _, tag := range hinting {
		delete(m.parts, tag)
	}
}

// advance is that of a glyph in the design. Where a font with outlines of CFF2 says
// nothing of how its advances vary, they do not.
func (m *maker) advance(gid int) int {
	if m.parts["glyf"] == nil && m.parts["HVAR"] == nil {
		hmtx, longs := m.parts["hmtx"], int(binary.BigEndian.Uint16(m.parts["hhea"][34:]))
		if at := 4 * min(gid, longs-1); at >= 0 && at+2 <= len(hmtx) {
			return int(binary.BigEndian.Uint16(hmtx[at:]))
		}
		return 0
	}
	return min(max(whole(float64(m.face.HorizontalAdvance(font.GID(gid)))), 0), 0xFFFF)
}

// pen gives the segments of each glyph, turned as TrueType turns them.
func (m *maker) pen() (func(gid int) ([]ot.Segment, error), error) {
	if m.parts["glyf"] != nil {
		return func(gid int) ([]ot.Segment, error) {
			drawn, ok := m.face.GlyphDataOutline(font.GID(gid))
			if !ok {
				return nil, sfnt.ErrDamaged
			}
			return drawn.Segments, nil
		}, nil
	}
	d := &drawer{at: m.coords}
	var err error
	if m.parts["CFF2"] != nil {
		d.cff, err = readCFF2(m.parts["CFF2"])
	} else {
		d.cff, err = readCFF(m.parts["CFF "])
	}
	if err != nil {
		return nil, err
	}
	if len(d.charstrings) != m.glyphs {
		return nil, fmt.Errorf("table CFF: %w", sfnt.ErrDamaged)
	}
	return d.segments, nil
}

// edit gives a copy of a table to write into.
func (m *maker) edit(tag string) []byte {
	m.parts[tag] = bytes.Clone(m.parts[tag])
	return m.parts[tag]
}
