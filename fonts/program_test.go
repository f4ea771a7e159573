package fonts

import (
	"bytes"
	"fmt"
	"testing"

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
	code := readFace(t, e.cast().file(f, true))
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
		for _, contour := range f.outline(int(p.GID)) {
			for i := range contour {
				contour[i].x += int(p.DX)
				contour[i].y += int(p.DY)
			}
			whole = append(whole, contour)
		}
	}
	return whole
}

func ink(o outline) string { return fmt.Sprint(o) }

// checkTables checks what the tables of a program say of its glyphs.
func checkTables(t *testing.T, e *Encoding, face *Face) {
	t.Helper()
	program := e.Program()
	tables, err := readTables(program)
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
		if o.points() > int(be16(maxp, 6)) || len(o) > int(be16(maxp, 8)) {
			t.Errorf("glyph %d: %d points, %d contours are more than maxp says", gid, o.points(), len(o))
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
		if from%4 != 0 || checksum(file[from:from+n]) != be32(entry, 4) {
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

// TestRoom fills an encoding: the last code is still a character that gopdf
// takes, and a program has fewer than 65,536 glyphs.
func TestRoom(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	e := NewEncoding(f)
	for i := 0; e.Room(1); i++ {
		e.Code(Sort{Parts: []Part{{GID: uint16(i % f.Glyphs), DX: int16(i + 1)}}, Advance: uint16(i), Text: "x"})
	}
	if e.Room(1) || !e.Room(0) || len(e.Sorts) < 10_000 {
		t.Fatalf("full with %d sorts", len(e.Sorts))
	}
	if r := Code(len(e.Sorts)).Rune(); r >= 0xD800 {
		t.Errorf("the last character is %U", r)
	}
	tables, err := readTables(e.Program())
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
	cast := func() (program, skeleton []byte) {
		f := readFace(t, regular)
		e := encode(f, someSorts(t, f))
		return e.Program(), e.Skeleton()
	}
	program, skeleton := cast()
	for range 5 {
		p, s := cast()
		if !bytes.Equal(p, program) || !bytes.Equal(s, skeleton) {
			t.Fatal("the same sorts give other bytes")
		}
	}
}

// TestSkeleton reads what gopdf is given: codes and advances without ink.
func TestSkeleton(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	for _, sorts := range [][]Sort{nil, someSorts(t, f)} {
		e := encode(f, sorts)
		bones := readFace(t, e.Skeleton())
		if bones.UnitsPerEm != f.UnitsPerEm || bones.Weight != f.Weight || bones.Name != "Code" {
			t.Errorf("%s: %d units, weight %d", bones.Name, bones.UnitsPerEm, bones.Weight)
		}
		for i, s := range e.Sorts {
			gid, ok := bones.Font().NominalGlyph(Code(i + 1).Rune())
			if !ok || gid != font.GID(i+1) || bones.Advance(i+1) != int(s.Advance) || len(bones.glyph(i+1)) > 0 {
				t.Errorf("code %d is glyph %d, advances %d", i+1, gid, bones.Advance(i+1))
			}
		}
	}
}

func TestBounds(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	e := encode(f, someSorts(t, f)[:5])
	b := f.outline(0).bounds()
	for _, s := range e.Sorts {
		b = b.union(f.composed(s).bounds())
	}
	if got, want := e.Bounds(), [4]int{b.xMin, b.yMin, b.xMax, b.yMax}; got != want {
		t.Errorf("bounds %v, want %v", got, want)
	}
}
