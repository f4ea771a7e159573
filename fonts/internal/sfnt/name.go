package sfnt

import (
	"encoding/binary"
	"unicode/utf16"
)

// Rename gives a table name whose texts of some numbers are others (OpenType 1.9,
// "name"): other gives the new one, and false for those that are left out. A table that
// cannot be read is given back.
func Rename(name []byte, other func(id int) (text string, change, drop bool)) []byte {
	if len(name) < 6 {
		return name
	}
	word := func(at int) int { return int(binary.BigEndian.Uint16(name[at:])) }
	n, storage := word(2), word(4)
	if len(name) < 6+12*n {
		return name
	}
	var records, texts []byte
	kept := 0
	for i := range n {
		at := 6 + 12*i
		from, size := storage+word(at+10), word(at+8)
		if from+size > len(name) {
			return name
		}
		text := name[from : from+size]
		changed, change, drop := other(word(at + 6))
		if drop {
			continue
		}
		if change {
			text = encode(changed, word(at) == 1)
		}
		if len(texts) > 0xFFFF {
			return name
		}
		records = append(append(records, name[at:at+8]...), Words(len(text), len(texts))...)
		texts = append(texts, text...)
		kept++
	}
	return append(append(Words(0, kept, 6+12*kept), records...), texts...)
}

// encode writes letters of ASCII as a Macintosh or as Unicode has them.
func encode(text string, macintosh bool) []byte {
	if macintosh {
		return []byte(text)
	}
	return Words(func() (units []int) {
		for _, u := range utf16.Encode([]rune(text)) {
			units = append(units, int(u))
		}
		return units
	}()...)
}
