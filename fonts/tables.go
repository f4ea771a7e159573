package fonts

import (
	"fmt"
	"unicode/utf16"

	"warraq/fonts/internal/sfnt"
)

// readMetrics fills what Face knows beside its character map.
func (f *Face) readMetrics(tables map[string][]byte) error {
	if err := sfnt.Whole(tables, "head", "hhea", "maxp", "loca", "hmtx"); err != nil {
		return err
	}
	head, hhea := tables["head"], tables["hhea"]
	f.UnitsPerEm = int(be16(head, 18))
	f.Ascent = int(int16(be16(hhea, 4)))
	f.Descent = int(int16(be16(hhea, 6)))
	f.longs = int(be16(hhea, 34))
	f.Glyphs = int(be16(tables["maxp"], 4))
	f.hmtx, f.glyf = tables["hmtx"], tables["glyf"]
	if f.longs < 1 || len(f.hmtx) < 4*f.longs || f.UnitsPerEm == 0 {
		return fmt.Errorf("table hmtx: %w", sfnt.ErrDamaged)
	}
	f.Weight = 400
	if os2 := tables["OS/2"]; len(os2) >= 6 {
		f.Weight = int(be16(os2, 4))
	}
	f.readStrokes(tables["post"], tables["OS/2"])
	f.Name = postScriptName(tables["name"])
	return f.readLoca(tables["loca"], be16(head, 50) == 0)
}

// readLoca reads the offsets of the glyphs, which never go back; short ones
// count words.
func (f *Face) readLoca(loca []byte, short bool) error {
	size := 4
	if short {
		size = 2
	}
	if len(loca) < size*(f.Glyphs+1) {
		return fmt.Errorf("table loca: %w", sfnt.ErrDamaged)
	}
	f.loca = make([]uint32, f.Glyphs+1)
	for i := range f.loca {
		if short {
			f.loca[i] = 2 * uint32(be16(loca, 2*i))
		} else {
			f.loca[i] = be32(loca, 4*i)
		}
		if i > 0 && f.loca[i] < f.loca[i-1] {
			return fmt.Errorf("table loca: %w", sfnt.ErrDamaged)
		}
	}
	if int64(f.loca[f.Glyphs]) > int64(len(f.glyf)) {
		return fmt.Errorf("table glyf: %w", sfnt.ErrDamaged)
	}
	return nil
}

// postScriptName is name 6 of the name table, made fit for a PDF name; a font
// without one is called "Font".
func postScriptName(name []byte) string {
	if len(name) < 6 {
		return "Font"
	}
	n, storage := int(be16(name, 2)), int(be16(name, 4))
	for i := range n {
		at := 6 + 12*i
		if at+12 > len(name) {
			break
		}
		if be16(name, at) != 3 || be16(name, at+6) != 6 {
			continue
		}
		from, length := storage+int(be16(name, at+10)), int(be16(name, at+8))
		if from+length > len(name) {
			break
		}
		units := make([]uint16, length/2)
		for j := range units {
			units[j] = be16(name, from+2*j)
		}
		return plainName(string(utf16.Decode(units[:min(len(units), longestName)])))
	}
	return "Font"
}

// longestName is how many characters of a name are kept: a name in a PDF has 127 bytes
// at most (ISO 32000-1, annex C), the tag of a part of a font among them.
const longestName = 120

// plainName keeps the characters that need no escape in a PDF name
// (ISO 32000-1 7.3.5).
func plainName(s string) string {
	kept := make([]byte, 0, len(s))
	for _, r := range s {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			kept = append(kept, byte(r))
		}
	}
	if len(kept) == 0 {
		return "Font"
	}
	return string(kept)
}
