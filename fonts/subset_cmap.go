package fonts

import (
	"encoding/binary"

	"warraq/fonts/internal/sfnt"
)

// mapping is characters that follow each other and have glyphs that do.
type mapping struct {
	first, last rune
	gid         int
}

// mappings are those of the characters of the text, in their order.
func (s *subsetter) mappings() []mapping {
	var list []mapping
	for r := range s.text.All() {
		gid, ok := s.face.font.NominalGlyph(r)
		if !ok || gid == 0 || !s.face.Covers(r) { // half a pair of brackets
			continue
		}
		if n := len(list); n > 0 && list[n-1].last == r-1 && list[n-1].gid+int(r-list[n-1].first) == int(gid) {
			list[n-1].last = r
		} else {
			list = append(list, mapping{r, r, int(gid)})
		}
	}
	return list
}

// cmap writes the table cmap anew (OpenType 1.9, "cmap"): format 4 for the BMP,
// which old readers know alone, format 12 for all, and the sequences of
// variation as they were. It is nil where format 4 cannot hold them.
func (s *subsetter) cmap(old []byte) []byte {
	list := s.mappings()
	const most = 8000 // segments, 8 bytes each, in a table of 64 KiB
	if len(list) > most {
		return nil
	}
	four, twelve := format4(list), format12(list)
	subtables := []struct {
		platform, encoding int
		data               []byte
	}{{0, 3, four}, {0, 4, twelve}, {0, 5, sequences(old)}, {3, 1, four}, {3, 10, twelve}}
	n := 0
	for _, t := range subtables {
		if t.data != nil {
			n++
		}
	}
	head, body := sfnt.Words(0, n), []byte(nil)
	at := map[*byte]int{}
	for _, t := range subtables {
		if t.data == nil {
			continue
		}
		from, written := at[&t.data[0]]
		if !written {
			from = 4 + 8*n + len(body)
			at[&t.data[0]] = from
			body = append(body, t.data...)
		}
		head = append(head, sfnt.Words(t.platform, t.encoding, from>>16, from)...)
	}
	return append(head, body...)
}

// format4 is segments of the BMP with the last one that the format wants.
func format4(list []mapping) []byte {
	var ends, starts, deltas []int
	for _, m := range append(list[:len(list):len(list)], mapping{0xFFFF, 0xFFFF, 0}) {
		if m.first > 0xFFFF || m.first == 0xFFFF && len(ends) > 0 && ends[len(ends)-1] == 0xFFFF {
			continue
		}
		ends = append(ends, min(int(m.last), 0xFFFF))
		starts = append(starts, int(m.first))
		deltas = append(deltas, m.gid-int(m.first))
	}
	n := len(ends)
	log := 0
	for 2<<log <= n {
		log++
	}
	b := sfnt.Words(4, 16+8*n, 0, 2*n, 2<<log, log, 2*n-2<<log)
	b = append(b, sfnt.Words(ends...)...)
	b = append(append(b, 0, 0), sfnt.Words(starts...)...)
	return append(append(b, sfnt.Words(deltas...)...), make([]byte, 2*n)...)
}

// format12 is groups of all characters, nil where format 4 has them all.
func format12(list []mapping) []byte {
	if len(list) == 0 || list[len(list)-1].last <= 0xFFFF {
		return nil
	}
	b := sfnt.Words(12, 0)
	for _, v := range [...]int{16 + 12*len(list), 0, len(list)} {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	for _, m := range list {
		for _, v := range [...]int{int(m.first), int(m.last), m.gid} {
			b = binary.BigEndian.AppendUint32(b, uint32(v))
		}
	}
	return b
}

// sequences is the subtable of format 14 of a cmap, nil where there is none.
func sequences(cmap []byte) []byte {
	for i := range int(be16(cmap, 2)) {
		entry := 4 + 8*i
		if entry+8 > len(cmap) {
			break
		}
		at := int64(be32(cmap, entry+4))
		if at+6 > int64(len(cmap)) || be16(cmap, int(at)) != 14 {
			continue
		}
		if length := int64(be32(cmap, int(at)+2)); length >= 10 && at+length <= int64(len(cmap)) {
			return cmap[at : at+length]
		}
	}
	return nil
}
