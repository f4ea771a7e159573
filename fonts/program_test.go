package fonts

import (
	"bytes"
	"fmt"
	"testing"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
)

// TestProgram reads code fonts again: each glyph is its sort's parts in their
// places, as far apart as the sort advances.
func TestProgram(t *testing.T) {
	regular, bold := Amiri()
	for _, data := range [][]byte{regular, bold} {
		f := readFace(t, data)
		checkProgram(t, f, someSorts(t, f))
	}
}

// checkProgram checks the code font of sorts that all differ.
func checkProgram(t *testing.T, f *Face, sorts []Sort) {
	t.Helper()
	e := encode(f, sorts)
	if len(e.Sorts) != len(sorts) {
		t.Fatalf("%d codes for %d sorts", len(e.Sorts), len(sorts))
	}
	// the tables a reader wants beside those of a program
	code := readFace(t, e.whole())
	for i, s := range sorts {
		if code.Advance(i+1) != int(s.Advance) {
			t.Errorf("code %d advances %d, want %d", i+1, code.Advance(i+1), s.Advance)
		}
		if got, want := ink(code.outline(i+1)), ink(f.composed(s)); got != want {
			t.Errorf("code %d (%+v) draws\n%s\nwant\n%s", i+1, s, got, want)
		}
	}
	if got, want := ink(code.outline(0)), ink(f.outline(0)); got != want {
		t.Errorf(".notdef draws\n%s\nwant\n%s", got, want)
	}
	checkTables(t, e, f)
}

// composed is the parts of a sort where they belong.
func (f *Face) composed(s Sort) outline {
	var whole outline
	for _, p := range s.Parts {
		o := f.outline(int(p.GID))
		shift(o.points, int(p.DX), int(p.DY))
		for _, end := range o.ends {
			whole.ends = append(whole.ends, len(whole.points)+end)
		}
		whole.points = append(whole.points, o.points...)
	}
	return whole
}

func ink(o outline) string { return fmt.Sprint(o.contours()) }

// checkTables checks what the tables of a program say of its glyphs.
func checkTables(t *testing.T, e *Encoding, face *Face) {
	t.Helper()
	program := e.Program()
	tables, err := sfnt.Tables(program)
	if err != nil {
		t.Fatal(err)
	}
	if len(tables) != 6 {
		t.Errorf("%d tables", len(tables))
	}
	checkSums(t, program)
	f := &Face{}
	if err := f.readMetrics(tables); err != nil {
		t.Fatal(err)
	}
	if f.UnitsPerEm != face.UnitsPerEm || f.Ascent != face.Ascent || f.Descent != face.Descent {
		t.Errorf("%d units, ascent %d, descent %d", f.UnitsPerEm, f.Ascent, f.Descent)
	}
	if f.longs != f.Glyphs || f.Glyphs <= len(e.Sorts) || len(tables["loca"]) != 4*(f.Glyphs+1) {
		t.Errorf("%d glyphs, %d advances, loca of %d bytes for %d sorts", f.Glyphs, f.longs, len(tables["loca"]), len(e.Sorts))
	}
	maxp := tables["maxp"]
	for gid := range f.Glyphs {
		g := f.glyph(gid)
		if f.loca[gid]%4 != 0 {
			t.Errorf("glyph %d begins at %d", gid, f.loca[gid])
		}
		if len(g) == 0 {
			continue
		}
		o := f.outline(gid)
		if bearing, _ := f.bearing(gid); bearing != int(int16(be16(g, 2))) {
			t.Errorf("glyph %d: bearing %d, ink from %d", gid, bearing, int16(be16(g, 2)))
		}
		if len(o.points) > int(be16(maxp, 6)) || len(o.ends) > int(be16(maxp, 8)) {
			t.Errorf("glyph %d: %d points, %d contours are more than maxp says", gid, len(o.points), len(o.ends))
		}
		if f.nesting(gid) > 1 || f.nesting(gid) == 1 && len(partsOf(g)) > int(be16(maxp, 28)) {
			t.Errorf("glyph %d: nested %d deep", gid, f.nesting(gid))
		}
	}
}

// checkSums holds the table directory's checksums against the tables.
func checkSums(t *testing.T, file []byte) {
	t.Helper()
	for i := range int(be16(file, 4)) {
		entry := file[12+16*i:]
		from, n := be32(entry, 8), be32(entry, 12)
		if from%4 != 0 || sfnt.Checksum(file[from:from+n]) != be32(entry, 4) {
			t.Errorf("table %s at %d: wrong checksum", entry[:4], from)
		}
	}
}

// TestProgramOfManyParts casts sorts of hundreds of parts, which differ in
// nothing but how many.
func TestProgramOfManyParts(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	fatha := gidOf(t, f, 'َ')
	var sorts []Sort
	for _, n := range []int{1, 2, 255, 256, 257, 512, 513} {
		s := Sort{Text: "ب"}
		for range n {
			s.Parts = append(s.Parts, Part{GID: fatha})
		}
		sorts = append(sorts, s)
	}
	checkProgram(t, f, sorts)
}

// TestCodes counts codes from 1 in the order of asking, a code a sort.
func TestCodes(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	sorts := someSorts(t, f)
	e := NewEncoding(f)
	for range 2 {
		for i, s := range sorts {
			if c := e.Code(s); c != Code(i+1) {
				t.Errorf("sort %d has code %d", i, c)
			}
		}
	}
	if c := e.Code(Sort{Parts: sorts[0].Parts, Advance: sorts[0].Advance, Text: "أ"}); int(c) != len(sorts)+1 {
		t.Errorf("a sort of other text has code %d", c)
	}
	parts := []Part{{GID: 3}}
	c := e.Code(Sort{Parts: parts, Text: "x"})
	parts[0].GID = 4
	if e.Sorts[c-1].Parts[0].GID != 3 {
		t.Error("an encoding keeps the parts of its caller")
	}
}

// TestRoom fills an encoding: a program has fewer than 65,536 glyphs.
func TestRoom(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	e := NewEncoding(f)
	for i := 0; ; i++ {
		gid := uint16(i % f.Glyphs)
		s := Sort{Parts: []Part{{gid, int16(1 + i%30_000), 0}, {gid / 2, 0, 1}}, Advance: uint16(i), Text: "x"}
		if !e.Room([]Sort{s}) {
			break
		}
		e.Code(s)
	}
	if !e.Room(nil) || len(e.Sorts) < 50_000 || len(e.Sorts) > 65_000 {
		t.Fatalf("full with %d sorts", len(e.Sorts))
	}
	tables, err := sfnt.Tables(e.Program())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(tables["loca"])/4 - 1; n != int(be16(tables["maxp"], 4)) || n <= len(e.Sorts) {
		t.Errorf("%d glyphs", n)
	}
}

// TestSameProgram casts the same sorts twice.
func TestSameProgram(t *testing.T) {
	regular, _ := Amiri()
	cast := func() []byte {
		f := readFace(t, regular)
		return encode(f, someSorts(t, f)).Program()
	}
	program := cast()
	for range 5 {
		if !bytes.Equal(cast(), program) {
			t.Fatal("the same sorts give other bytes")
		}
	}
}

// TestBlank reads what gopdf is given: characters without ink.
func TestBlank(t *testing.T) {
	blank := readFace(t, Blank(0xE000, 300))
	for i := range 300 {
		gid, ok := blank.Font().NominalGlyph(rune(0xE000 + i))
		if !ok || gid != font.GID(i+1) || blank.Advance(i+1) != 0 || len(blank.glyph(i+1)) > 0 {
			t.Errorf("character %d is glyph %d, advances %d", i, gid, blank.Advance(i+1))
		}
	}
	if blank.Glyphs != 301 {
		t.Errorf("%d glyphs", blank.Glyphs)
	}
}

func TestBounds(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	e := encode(f, someSorts(t, f)[:5])
	o := f.outline(0)
	b := o.bounds()
	for _, s := range e.Sorts {
		o := f.composed(s)
		b = b.union(o.bounds())
	}
	if got, want := e.Bounds(), [4]int{b.xMin, b.yMin, b.xMax, b.yMax}; got != want {
		t.Errorf("bounds %v, want %v", got, want)
	}
}
