package packing

import (
	"bytes"
	"encoding/binary"

	"github.com/andybalholm/brotli"

	"warraq/fonts/internal/sfnt"
)

// entry is a table of a file of WOFF 2.0 (§4.1).
type entry struct {
	tag     string
	changed bool // its form is that of §5
	length  int  // within the file, unpacked
	data    []byte
}

// woff2 gives the tables of each face of a file of WOFF 2.0, all packed together.
func woff2(data []byte) (all []map[string][]byte, err error) {
	const head = 48
	if len(data) < head {
		return nil, sfnt.ErrDamaged
	}
	r := &reader{b: data[head:]}
	n := int(binary.BigEndian.Uint16(data[12:]))
	list := make([]entry, 0, n)
	size := 0
	for range n {
		e := r.entry()
		if size += e.length; r.failed {
			return nil, sfnt.ErrDamaged
		} else if size > most {
			return nil, errLarge
		}
		list = append(list, e)
	}
	faces := [][]int{r.each(n)}
	if string(data[4:8]) == "ttcf" {
		faces = r.faces(n)
	}
	packed := r.take(int(binary.BigEndian.Uint32(data[20:])))
	if r.failed {
		return nil, sfnt.ErrDamaged
	}
	whole, err := readAll(brotli.NewReader(bytes.NewReader(packed)), size)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].data, whole = whole[:list[i].length:list[i].length], whole[list[i].length:]
	}
	for _, face := range faces {
		parts, err := restore(list, face)
		if err != nil {
			return nil, err
		}
		all = append(all, parts)
	}
	return all, nil
}

// restore gives the tables of one face their own form again.
func restore(list []entry, face []int) (map[string][]byte, error) {
	parts := make(map[string][]byte, len(face))
	bare, folded := false, false // hmtx without bearings, glyf in streams
	for _, i := range face {
		e := list[i]
		parts[e.tag] = e.data
		bare = bare || e.tag == "hmtx" && e.changed
		folded = folded || e.tag == "glyf" && e.changed
	}
	var lefts []int16
	if folded {
		glyf, err := unfold(parts["glyf"])
		if err != nil {
			return nil, err
		}
		if len(parts["head"]) < 54 {
			return nil, sfnt.ErrDamaged
		}
		parts["glyf"], parts["loca"], lefts = glyf.data, glyf.loca, glyf.lefts
		parts["head"] = bytes.Clone(parts["head"])
		binary.BigEndian.PutUint16(parts["head"][50:], 1) // offsets of 32 bits
	}
	if bare {
		hmtx, ok := bearings(parts["hmtx"], parts["hhea"], lefts)
		if !ok {
			return nil, sfnt.ErrDamaged
		}
		parts["hmtx"] = hmtx
	}
	return parts, nil
}

// bearings writes a table hmtx whose left side bearings are where the ink of the
// glyphs begins (§5.4).
func bearings(b, hhea []byte, lefts []int16) (hmtx []byte, ok bool) {
	if len(hhea) < 36 || len(lefts) == 0 {
		return nil, false
	}
	r := &reader{b: b}
	flags, longs := r.byte(), int(binary.BigEndian.Uint16(hhea[34:]))
	if longs > len(lefts) || longs < 1 {
		return nil, false
	}
	advances := r.take(2 * longs)
	left := func(i int, missing bool) {
		bearing := uint16(lefts[i])
		if !missing {
			bearing = uint16(r.word())
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, bearing)
	}
	if r.failed {
		return nil, false
	}
	for i := range longs {
		hmtx = append(hmtx, advances[2*i:][:2]...)
		left(i, flags&1 != 0)
	}
	for i := longs; i < len(lefts); i++ {
		left(i, flags&2 != 0)
	}
	return hmtx, !r.failed
}

// entry reads an entry of the directory.
func (r *reader) entry() (e entry) {
	flags := r.byte()
	if known := flags & 0x3F; known == 0x3F {
		e.tag = string(r.take(4))
	} else if known < len(knownTags)/4 {
		e.tag = knownTags[4*known:][:4]
	}
	version := flags >> 6
	e.length = r.base128()
	switch e.tag {
	case "glyf", "loca":
		e.changed = version != 3
	default:
		e.changed = version != 0
	}
	if e.changed {
		e.length = r.base128()
	}
	return e
}

// knownTags are the tags that a directory gives as numbers, four letters each.
const knownTags = "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASEGDEFGPOSGSUBEBSC" +
	"JSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill"

// each are the tables of a file with one face.
func (r *reader) each(n int) (all []int) {
	for i := range n {
		all = append(all, i)
	}
	return all
}

// faces reads which of n tables are those of each face of a collection (§4.2).
func (r *reader) faces(n int) (faces [][]int) {
	r.take(4) // the version of the format
	for range min(r.short(), mostFaces) {
		var face []int
		tables := r.short()
		r.take(4) // flavor
		for range tables {
			if i := r.short(); i < n && !r.failed {
				face = append(face, i)
			} else {
				r.failed = true
				return nil
			}
		}
		faces = append(faces, face)
	}
	return faces
}

// reader reads numbers and remembers running past the end.
type reader struct {
	b      []byte
	failed bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.failed, n = true, 0
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}

func (r *reader) byte() int {
	b := r.take(1)
	if len(b) == 0 {
		return 0
	}
	return int(b[0])
}

func (r *reader) word() int { return r.byte()<<8 | r.byte() }

func (r *reader) long() int { return r.word()<<16 | r.word() }

// short reads a 255UInt16 (WOFF 2.0, §2).
func (r *reader) short() int {
	switch b := r.byte(); b {
	case 253:
		return r.word()
	case 254:
		return r.byte() + 2*253
	case 255:
		return r.byte() + 253
	default:
		return b
	}
}

// base128 reads a UIntBase128 (WOFF 2.0, §2).
func (r *reader) base128() int {
	n := 0
	for i := range 5 {
		b := r.byte()
		if i == 0 && b == 0x80 || n>>25 != 0 {
			break
		}
		if n = n<<7 | b&0x7F; b&0x80 == 0 {
			return n
		}
	}
	r.failed = true
	return 0
}
