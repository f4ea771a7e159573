package instance

import (
	"errors"
	"slices"

	"warraq/fonts/internal/sfnt"

	gotext "github.com/go-text/typesetting/font/cff"
	ps "github.com/go-text/typesetting/font/cff/interpreter"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Outlines are the glyphs of a table CFF by itself, as fonts lie in a PDF (ISO 32000-1,
// 9.9), with what they are called there. They are not safe for concurrent use.
type Outlines struct {
	Glyphs   int
	Names    []string   // of the glyphs; nil in a font whose glyphs have numbers
	CIDs     []int      // their numbers; nil in a font whose glyphs have names
	Encoding [256]uint8 // which glyph each code is of, as the font says; 0 for none
	Matrix   [6]float64 // from its units to an em
	drawer   drawer
	ids      []int // of the names, in the list of strings
}

// Operators of dictionaries that tell of names.
const (
	opCharset    = 15
	opEncoding   = 16
	opFontMatrix = 12<<8 | 7
	opROS        = 12<<8 | 30
)

// ReadOutlines reads a table CFF.
func ReadOutlines(b []byte) (o *Outlines, err error) {
	defer func() {
		if recover() != nil {
			o, err = nil, sfnt.ErrDamaged
		}
	}()
	c, err := readCFF(b)
	if err != nil {
		return nil, err
	}
	r := cffReader{b: b}
	_, at := r.index(int(b[2]), 2)
	tops, _ := r.index(at, 2)
	top := dict(tops[0])
	o = &Outlines{Glyphs: len(c.charstrings), Matrix: [6]float64{0.001, 0, 0, 0.001}, drawer: drawer{cff: c}}
	var exact dictReader
	var machine ps.Machine
	if _ = machine.Run(tops[0], nil, nil, &exact); len(exact.matrix) == 6 && exact.matrix[0] != 0 {
		o.Matrix = [6]float64(exact.matrix)
	}
	ids := r.charset(top.first(opCharset), o.Glyphs)
	if _, cid := top[opROS]; cid {
		o.CIDs = ids
		return o, nil
	}
	named, err := gotext.Parse(b)
	if err != nil {
		return nil, sfnt.ErrDamaged
	}
	for gid := range ids {
		o.Names = append(o.Names, named.GlyphName(ot.GID(gid)))
	}
	o.ids = ids
	o.Encoding = r.encoding(top.first(opEncoding), ids)
	return o, nil
}

// Draw draws a glyph: each step begins somewhere (M), goes on straight (L), or along a
// quadratic (Q) or a cubic curve (C), by so many of the places. What begins ends there too.
func (o *Outlines) Draw(gid int, step func(op byte, by [3][2]float64)) error {
	all, err := o.segments(gid)
	for _, s := range all {
		var by [3][2]float64
		for i, at := range s.Args {
			by[i] = [2]float64{float64(at.X), float64(at.Y)}
		}
		step("MLQC"[s.Op], by)
	}
	return err
}

// segments are those of a glyph.
func (o *Outlines) segments(gid int) (s []ot.Segment, err error) {
	defer func() {
		if recover() != nil {
			s, err = nil, sfnt.ErrDamaged
		}
	}()
	if gid < 0 || gid >= o.Glyphs {
		return nil, nil
	}
	o.drawer.put = nil
	s, err = o.drawer.segments(gid)
	if p := o.drawer.put; errors.Is(err, errSeac) && p != nil {
		return o.together(*p)
	}
	return s, err
}

// accented is a letter and the mark over it, by their codes in Adobe's standard encoding,
// and where the mark stands (Adobe Technical Note 5177, C).
type accented struct {
	x, y         float64
	letter, mark int
}

// together draws a glyph that is put together of two others.
func (o *Outlines) together(p accented) (all []ot.Segment, err error) {
	for _, part := range []struct {
		code int
		x, y float64
	}{{p.letter, 0, 0}, {p.mark, p.x, p.y}} {
		s, err := o.drawer.segments(max(slices.Index(o.ids, standard(part.code)), 0))
		if err != nil {
			return nil, err
		}
		for _, one := range s {
			for k := range one.Args {
				one.Args[k].X += float32(part.x)
				one.Args[k].Y += float32(part.y)
			}
			all = append(all, one)
		}
	}
	return all, nil
}

// charset are the names of glyphs, by their numbers in the list of strings, or the
// numbers of a font that has no names (5176, 13).
func (r *cffReader) charset(at, glyphs int) (ids []int) {
	ids = make([]int, 1, glyphs)
	if at <= 2 { // of letters that the list begins with; those of experts are not met here
		for i := 1; i < glyphs; i++ {
			ids = append(ids, i)
		}
		return ids
	}
	format := r.number(at, 1)
	for at++; len(ids) < glyphs && !r.failed; {
		first, more := r.number(at, 2), 0
		at += 2
		if format > 0 {
			more = r.number(at, format)
			at += format
		}
		for i := 0; i <= more && len(ids) < glyphs; i++ {
			ids = append(ids, first+i)
		}
	}
	return ids
}

// encoding is which glyph each code is of (5176, 12).
func (r *cffReader) encoding(at int, ids []int) (of [256]uint8) {
	if at <= 1 {
		where := make(map[int]int)
		for gid, id := range ids {
			where[id] = gid
		}
		for code := range of {
			if id := standard(code); id > 0 && where[id] < 256 {
				of[code] = uint8(where[id])
			}
		}
		return of
	}
	format, n, gid := r.number(at, 1), r.number(at+1, 1), 1
	for i := range n {
		if format&0x7f == 0 {
			of[r.number(at+2+i, 1)] = uint8(gid)
			gid++
			continue
		}
		first, more := r.number(at+2+2*i, 1), r.number(at+3+2*i, 1)
		for code := first; code <= min(first+more, 255); code++ {
			of[code] = uint8(min(gid, 255))
			gid++
		}
	}
	return of
}

// standard is the number, in the list of strings, of the name that a code has in Adobe's
// standard encoding (5176, B); 0 for none.
func standard(code int) int {
	for _, run := range [...][3]int{{32, 126, 1}, {161, 175, 96}, {177, 180, 111}, {182, 189, 115}, {191, 191, 123}, {193, 200, 124},
		{202, 203, 132}, {205, 208, 134}, {225, 225, 138}, {227, 227, 139}, {232, 235, 140}, {241, 241, 144}, {245, 245, 145}, {248, 251, 146}} {
		if code >= run[0] && code <= run[1] {
			return run[2] + code - run[0]
		}
	}
	return 0
}
