package instance

import (
	"errors"

	"warraq/fonts/internal/sfnt"

	ps "github.com/go-text/typesetting/font/cff/interpreter"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Operators of charstrings (Adobe Technical Note 5177; OpenType 1.9, "CFF2 CharString
// Format") that are more than a line or a curve.
const (
	opReturn   = 11
	opEndChar  = 14
	opSetIndex = 15
	opBlend    = 16
)

// Bounds of what drawing may take: operators of a glyph and of all of a font. The
// richest pages of calligraphy come to some thousand a glyph.
const (
	mostOfGlyph = 100_000
	mostOfFont  = 60_000_000
)

var (
	errEndless = errors.New("its outlines take too long to draw; use another font")
	errSeac    = errors.New("it is put together of two others as OpenType no longer does (seac); save the font anew in a font editor")
)

// drawer draws the glyphs of a CFF, one after the other, at a place of its axes.
type drawer struct {
	*cff
	at    []tables.Coord
	spent int // operators so far

	pen     ps.CharstringReader
	left    int       // operators that the glyph in hand may still have
	scalars []float64 // of the regions of the deltas in hand
	put     *accented // what the glyph in hand is put together of
}

// segments are those of a glyph.
func (d *drawer) segments(gid int) ([]ot.Segment, error) {
	font := d.fontOf(gid)
	if font >= len(d.fonts) {
		return nil, sfnt.ErrDamaged
	}
	p := d.fonts[font]
	d.pen, d.left = ps.CharstringReader{}, mostOfGlyph
	if err := d.regions(p.vsindex); err != nil {
		return nil, err
	}
	var machine ps.Machine
	err := machine.Run(d.charstrings[gid], p.local, d.global, d)
	if d.spent += mostOfGlyph - d.left; d.spent > mostOfFont {
		err = errEndless
	}
	if err != nil {
		return nil, err
	}
	d.pen.ClosePath()
	return d.pen.Segments, nil
}

// regions are the scalars of the regions of a set of deltas.
func (d *drawer) regions(index int) error {
	d.scalars = d.scalars[:0]
	if len(d.vary.ItemVariationDatas) == 0 {
		return nil
	}
	if index < 0 || index >= len(d.vary.ItemVariationDatas) {
		return sfnt.ErrDamaged
	}
	for _, r := range d.vary.ItemVariationDatas[index].RegionIndexes {
		d.scalars = append(d.scalars, float64(d.vary.VariationRegionList.VariationRegions[r].Evaluate(d.at)))
	}
	return nil
}

// Context says what numbers look like.
func (*drawer) Context() ps.Context { return ps.Type2Charstring }

// Apply carries out an operator.
func (d *drawer) Apply(m *ps.Machine, op ps.Operator) error {
	if d.left--; d.left < 0 {
		return errEndless
	}
	if !op.IsEscaped {
		switch op.Operator {
		case 10:
			return ps.LocalSubr(m)
		case 29:
			return ps.GlobalSubr(m)
		case opReturn:
			return m.Return()
		case opBlend:
			return d.blend(m)
		case 19, 20: // masks of hints
			d.pen.Hintmask(m)
			m.ArgStack.Clear()
			return nil
		case opEndChar:
			if a := &m.ArgStack; a.Top >= 4 {
				v := a.Vals[a.Top-4 : a.Top]
				d.put = &accented{v[0], v[1], int(v[2]), int(v[3])}
				return errSeac
			}
			return ps.ErrInterrupt
		}
	}
	err := d.stroke(m, op)
	m.ArgStack.Clear()
	return err
}

// stroke carries out an operator that draws, or tells of stems.
func (d *drawer) stroke(m *ps.Machine, op ps.Operator) error {
	pen := &d.pen
	if op.IsEscaped {
		switch op.Operator {
		case 34:
			return pen.Hflex(m)
		case 35:
			return pen.Flex(m)
		case 36:
			return pen.Hflex1(m)
		case 37:
			return pen.Flex1(m)
		}
		return sfnt.ErrDamaged
	}
	switch op.Operator {
	case 1, 18:
		pen.Hstem(m)
	case 3, 23:
		pen.Vstem(m)
	case 4:
		return pen.Vmoveto(m)
	case 5:
		pen.Rlineto(m)
	case 6:
		pen.Hlineto(m)
	case 7:
		pen.Vlineto(m)
	case 8:
		pen.Rrcurveto(m)
	case opSetIndex:
		if m.ArgStack.Top < 1 {
			return sfnt.ErrDamaged
		}
		return d.regions(int(m.ArgStack.Pop()))
	case 21:
		return pen.Rmoveto(m)
	case 22:
		return pen.Hmoveto(m)
	case 24:
		return pen.Rcurveline(m)
	case 25:
		return pen.Rlinecurve(m)
	case 26:
		pen.Vvcurveto(m)
	case 27:
		pen.Hhcurveto(m)
	case 30:
		pen.Vhcurveto(m)
	case 31:
		pen.Hvcurveto(m)
	default:
		return sfnt.ErrDamaged
	}
	return nil
}

// blend adds to n numbers their deltas, one a region, each by the region's scalar.
func (d *drawer) blend(m *ps.Machine) error {
	s, k := &m.ArgStack, int32(len(d.scalars))
	if s.Top < 1 {
		return sfnt.ErrDamaged
	}
	n := int32(s.Pop())
	if n < 0 || int64(n)*int64(k+1) > int64(s.Top) {
		return sfnt.ErrDamaged
	}
	args := s.Vals[s.Top-n*(k+1) : s.Top]
	for i := range n {
		for r, delta := range args[n+i*k:][:k] {
			args[i] += float64(d.scalars[r] * delta) // float64: not fused, so that all machines agree
		}
	}
	s.Top -= n * k
	return nil
}
