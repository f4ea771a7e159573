package instance

import (
	"encoding/binary"

	"warraq/fonts/internal/sfnt"

	ps "github.com/go-text/typesetting/font/cff/interpreter"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// cff is what draws the glyphs of a table CFF (Adobe Technical Note 5176) or CFF2
// (OpenType 1.9). go-text 0.3.5 has readers of both, which never stop where subroutines
// call each other often, and stop too soon where those of a CFF2 end.
type cff struct {
	charstrings [][]byte
	global      [][]byte
	fonts       []private
	fontOf      func(gid int) int
	two         bool // a table CFF2
	vary        tables.ItemVarStore
}

// private is what glyphs of one font within the table share.
type private struct {
	local   [][]byte
	vsindex int
}

// Operators of dictionaries; escaped ones stand behind 12.
const (
	opCharStrings = 17
	opPrivate     = 18
	opSubrs       = 19
	opVSIndex     = 22
	opVStore      = 24
	opFDArray     = 12<<8 | 36
	opFDSelect    = 12<<8 | 37
)

// readCFF reads a table CFF.
func readCFF(b []byte) (*cff, error) {
	if len(b) < 4 || b[0] != 1 {
		return nil, sfnt.ErrDamaged
	}
	r := cffReader{b: b}
	_, at := r.index(int(b[2]), 2) // names
	tops, at := r.index(at, 2)
	_, at = r.index(at, 2) // strings
	global, _ := r.index(at, 2)
	if r.failed || len(tops) == 0 {
		return nil, sfnt.ErrDamaged
	}
	return r.font(dict(tops[0]), global, 2)
}

// readCFF2 reads a table CFF2.
func readCFF2(b []byte) (*cff, error) {
	if len(b) < 5 || b[0] != 2 {
		return nil, sfnt.ErrDamaged
	}
	r := cffReader{b: b}
	head, size := int(b[2]), int(binary.BigEndian.Uint16(b[3:]))
	top := dict(r.slice(head, size))
	global, _ := r.index(head+size, 4)
	c, err := r.font(top, global, 4)
	if err != nil {
		return nil, err
	}
	c.two = true
	if at := top.first(opVStore); at > 0 {
		store := r.slice(at+2, len(b)-at-2)
		if r.failed {
			return nil, sfnt.ErrDamaged
		}
		if c.vary, _, err = tables.ParseItemVarStore(store); err != nil {
			return nil, sfnt.ErrDamaged
		}
	}
	return c, nil
}

// cffReader reads the parts of a table by where they lie, and remembers running out.
type cffReader struct {
	b      []byte
	failed bool
}

func (r *cffReader) slice(at, size int) []byte {
	if at < 0 || size < 0 || at > len(r.b) || size > len(r.b)-at {
		r.failed = true
		return nil
	}
	return r.b[at : at+size]
}

// number reads one of so many bytes.
func (r *cffReader) number(at, size int) (n int) {
	for _, b := range r.slice(at, size) {
		n = n<<8 | int(b)
	}
	return n
}

// index reads an INDEX, whose count has so many bytes, and gives where it ends.
func (r *cffReader) index(at, countSize int) (items [][]byte, end int) {
	n := r.number(at, countSize)
	at += countSize
	if n == 0 || r.failed {
		return nil, at
	}
	size := r.number(at, 1)
	offsets := at + 1
	r.slice(offsets, (n+1)*size)
	if size < 1 || size > 4 || r.failed {
		r.failed = true
		return nil, at
	}
	data := offsets + (n+1)*size - 1 // offsets count from 1
	items = make([][]byte, n)
	from := r.number(offsets, size)
	for i := range items {
		to := r.number(offsets+(i+1)*size, size)
		items[i] = r.slice(data+from, to-from)
		from = to
	}
	return items, data + from
}

// font reads what the dictionaries lead to.
func (r *cffReader) font(top dictionary, global [][]byte, countSize int) (*cff, error) {
	c := &cff{global: returning(global), fontOf: func(int) int { return 0 }}
	c.charstrings, _ = r.index(top.first(opCharStrings), countSize)
	dicts := []dictionary{top}
	if at := top.first(opFDArray); at > 0 {
		list, _ := r.index(at, countSize)
		dicts = nil
		for _, d := range list {
			dicts = append(dicts, dict(d))
		}
		if at := top.first(opFDSelect); at > 0 {
			c.fontOf = r.selects(at, len(c.charstrings))
		}
	}
	for _, d := range dicts {
		c.fonts = append(c.fonts, r.private(d, countSize))
	}
	if r.failed || len(c.charstrings) == 0 || len(c.fonts) == 0 {
		return nil, sfnt.ErrDamaged
	}
	return c, nil
}

// private reads what a dictionary of a font says of its glyphs.
func (r *cffReader) private(d dictionary, countSize int) (p private) {
	where := d[opPrivate]
	if len(where) < 2 {
		return p
	}
	own := dict(r.slice(where[1], where[0]))
	p.vsindex = own.first(opVSIndex)
	if at := own.first(opSubrs); at > 0 {
		local, _ := r.index(where[1]+at, countSize)
		p.local = returning(local)
	}
	return p
}

// returning ends every subroutine with the operator that those of CFF2 lack, without
// which the interpreter would not go on behind their calls.
func returning(subrs [][]byte) [][]byte {
	for i, s := range subrs {
		subrs[i] = append(s[:len(s):len(s)], opReturn)
	}
	return subrs
}

// selects reads which font each glyph belongs to (FDSelect, formats 0, 3 and 4).
func (r *cffReader) selects(at, glyphs int) func(gid int) int {
	switch format := r.number(at, 1); format {
	case 0:
		fds := r.slice(at+1, glyphs)
		return func(gid int) int { return int(fds[gid]) }
	case 3, 4:
		wide := 2 * (format - 2) // bytes of a glyph's number
		small := format - 2      // of a font's
		n := r.number(at+1, wide)
		of := make([]uint16, glyphs)
		for i := range n {
			e := at + 1 + wide + i*(wide+small)
			from, fd, to := r.number(e, wide), r.number(e+wide, small), r.number(e+wide+small, wide)
			for gid := from; gid < min(to, glyphs) && !r.failed; gid++ {
				of[gid] = uint16(fd)
			}
			if r.failed || to < from {
				r.failed = true
				break
			}
		}
		return func(gid int) int { return int(of[gid]) }
	}
	r.failed = true
	return nil
}

// dictionary is the operands of each operator.
type dictionary map[int][]int

func (d dictionary) first(op int) int {
	if v := d[op]; len(v) > 0 {
		return v[len(v)-1]
	}
	return 0
}

// dict reads a dictionary as far as it can be read.
func dict(b []byte) dictionary {
	d := dictReader{}
	var machine ps.Machine
	_ = machine.Run(b, nil, nil, &d) // what cannot be read is missing, which is told
	return d.found
}

// dictReader notes the operands of every operator.
type dictReader struct {
	found  dictionary
	matrix []float64 // of the font, whose numbers are not whole
}

func (*dictReader) Context() ps.Context { return ps.TopDict }

func (d *dictReader) Apply(m *ps.Machine, op ps.Operator) error {
	code := int(op.Operator)
	if op.IsEscaped {
		code |= 12 << 8
	}
	if code == opFontMatrix {
		d.matrix = append(d.matrix[:0], m.ArgStack.Vals[:m.ArgStack.Top]...)
	}
	var operands []int
	for _, v := range m.ArgStack.Vals[:m.ArgStack.Top] {
		operands = append(operands, int(v))
	}
	if d.found == nil {
		d.found = dictionary{}
	}
	d.found[code] = operands
	m.ArgStack.Clear()
	return nil
}
