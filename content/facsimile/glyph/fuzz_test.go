package glyph

import (
	"testing"
)

// FuzzGlyph: whatever is said to be a font of Type 1 or a CMap is read soon, or refused.
func FuzzGlyph(f *testing.F) {
	f.Add([]byte("%!PS-AdobeFont-1.0: A\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\ndup 65 /A put\nreadonly def\neexec\n"), []byte("/lenIV 0 def /Subrs 1 array\ndup 0 1 RD \x0b NP\n/CharStrings 1 dict\n/A 5 RD \x8b\x8b\x0d\x8b\x15 ND\n"))
	f.Add([]byte("1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <00> <10> 7 endcidrange"), []byte("1 beginbfrange <00> <ff> <0041> endbfrange 1 beginbfchar <01> [<0042>] endbfchar"))
	f.Fuzz(func(t *testing.T, clear, secret []byte) {
		m := ReadCMap(append(clear, secret...))
		for s := string(secret); s != ""; {
			code, _, n := m.Next(s)
			if n < 1 || n > len(s) {
				t.Fatalf("%d bytes of %q", n, s)
			}
			m.Text(code)
			s = s[n:]
		}
		font := &type1{subrs: make(map[int][]byte), names: make(map[string]int), matrix: Identity, skipped: 4}
		font.private(secret)
		for _, code := range font.glyphs {
			d := drawer{font: font}
			d.run(code, 0)
		}
		p, err := readType1(append(clear, secret...))
		if err != nil {
			return
		}
		for gid := range 8 {
			p.Outline(gid)
		}
	})
}
