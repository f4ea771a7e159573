package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"warraq/fonts/instance"
	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
)

func TestAmiri(t *testing.T) {
	regular, bold := Amiri()
	for _, want := range []struct {
		data   []byte
		name   string
		weight int
	}{{regular, "Amiri-Regular", 400}, {bold, "Amiri-Bold", 700}} {
		f := readFace(t, want.data)
		if f.Name != want.name || f.Weight != want.weight || f.UnitsPerEm != 1000 || f.Glyphs < 6000 {
			t.Errorf("%s: weight %d, %d units, %d glyphs", f.Name, f.Weight, f.UnitsPerEm, f.Glyphs)
		}
		if f.Ascent <= 0 || f.Descent >= 0 {
			t.Errorf("%s: ascent %d, descent %d", f.Name, f.Ascent, f.Descent)
		}
		for r, covered := range map[rune]bool{'ا': true, 'A': true, '٣': true, '✨': false, 0: false, -1: false, 0x10FFFF: false, 0x110000: false} {
			if f.Covers(r) != covered {
				t.Errorf("%s covers %U: %v", f.Name, r, !covered)
			}
		}
	}
}

// TestCoverage holds the bits of Covers against the font's own lookup.
func TestCoverage(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	for r := rune(0); r < 0x20000; r++ {
		gid, ok := f.Font().NominalGlyph(r)
		if f.Covers(r) != (ok && gid != 0) {
			t.Fatalf("%U: covered %v, glyph %d", r, f.Covers(r), gid)
		}
	}
}

func TestAdvances(t *testing.T) {
	regular, _ := Amiri()
	f, ref := readFace(t, regular), reference(t, regular)
	for gid := range f.Glyphs {
		if got, want := f.Advance(gid), ref.HorizontalAdvance(font.GID(gid)); float32(got) != want {
			t.Fatalf("glyph %d advances %d, want %g", gid, got, want)
		}
	}
	if f.Advance(-1) != 0 {
		t.Error("a negative glyph advances")
	}
}

func TestRefusals(t *testing.T) {
	cff := sfnt.Assemble(map[string][]byte{"CFF ": make([]byte, 32), "head": make([]byte, 54)})
	named := bytes.Clone(cff)
	copy(named, "OTTO")
	for name, data := range map[string][]byte{"OpenType/CFF": named, "CFF in a TrueType file": cff} {
		if _, err := ReadFace(data); !errors.Is(err, instance.ErrNoOutlines) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"ttcf", "wOFF", "wOF2"} {
		if _, err := ReadFace(append([]byte(name), smallFont(t)[4:]...)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	for _, data := range [][]byte{nil, {}, {0, 1}, []byte("no font at all"), smallFont(t)[:200]} {
		if _, err := ReadFace(data); err == nil {
			t.Errorf("%q is read", data)
		}
	}
}

// TestMissingTables leaves tables out that a font needs to be drawn with or
// not.
func TestMissingTables(t *testing.T) {
	small := smallFont(t)
	bare := readFace(t, retable(t, small, map[string][]byte{"post": nil, "name": nil, "OS/2": nil}))
	if bare.Name != "Font" || bare.Weight != 400 {
		t.Errorf("a font without name is %q of weight %d", bare.Name, bare.Weight)
	}
	for _, tag := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} {
		if _, err := ReadFace(retable(t, small, map[string][]byte{tag: nil})); err == nil {
			t.Errorf("read without %s", tag)
		}
	}
}

// TestDamaged cuts and flips the whole of Amiri: it is read or refused, and
// what is read can be drawn.
func TestDamaged(t *testing.T) {
	regular, _ := Amiri()
	for cut := 0; cut < len(regular); cut = cut*5/4 + 7 {
		exercise(regular[:cut], 50)
	}
	// a stride that is prime meets every table and every byte of a field
	const stride = 3001
	for at := 0; at < len(regular); at += stride {
		damaged := bytes.Clone(regular)
		damaged[at] ^= 0xFF
		exercise(damaged, 50)
	}
	for at := range 12 + 16*int(binary.BigEndian.Uint16(regular[4:])) {
		damaged := bytes.Clone(regular)
		damaged[at] ^= 0x81
		exercise(damaged, 5)
	}
}

// TestEndlessMap reads a map of four thousand million characters.
func TestEndlessMap(t *testing.T) {
	cmap := sfnt.Words(0, 1, 3, 10, 0, 12, 12, 0, 0, 28, 0, 0, 0, 1, 0, 32, 0xFFFF, 0xFFFF, 0, 1)
	if _, err := ReadFace(retable(t, smallFont(t), map[string][]byte{"cmap": cmap})); err == nil {
		t.Error("it is read")
	}
}

// FuzzReadFace reads small fonts, whole, cut and flipped.
func FuzzReadFace(f *testing.F) {
	small := smallFont(f)
	f.Add(small)
	for _, n := range []int{0, 4, 11, 12, 100, 300, len(small) / 2, len(small) - 1} {
		f.Add(small[:n])
	}
	for _, at := range []int{5, 20, 24, 40, 240, 300, 360, 500, 700, len(small) - 40} {
		flipped := bytes.Clone(small)
		flipped[at] ^= 0xFF
		f.Add(flipped)
	}
	f.Fuzz(func(t *testing.T, data []byte) { exercise(data, 300) })
}

// exercise does with a font whatever is done with one; it must not panic.
func exercise(data []byte, glyphs int) {
	face, err := ReadFace(data)
	if err != nil {
		return
	}
	e := NewEncoding(face)
	step := max(1, face.Glyphs/glyphs)
	for gid := 0; gid <= face.Glyphs; gid += step {
		face.Advance(gid)
		face.Extent(gid)
		e.Code(Sort{Parts: []Part{{GID: uint16(gid)}}, Advance: uint16(gid), Text: "x"})
		e.Code(Sort{Parts: []Part{{GID: uint16(gid), DX: 3}, {GID: uint16(gid + 1), DY: -3}}, Text: "x"})
	}
	face.Covers('ا')
	face.Inert('،')
	e.Program()
	e.Bounds()
}
