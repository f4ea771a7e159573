package fonts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"testing"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
)

// segments are a glyph's outline as go-text reads it.
func segments(f *font.Face, gid int) []font.Segment {
	o, _ := f.GlyphDataOutline(font.GID(gid))
	return o.Segments
}

// far is how far the points of two outlines are apart at most, in font units;
// it is infinite where their segments differ in kind.
func far(a, b []font.Segment) float64 {
	if len(a) != len(b) {
		return math.Inf(1)
	}
	most := 0.0
	for i := range a {
		if a[i].Op != b[i].Op {
			return math.Inf(1)
		}
		p, q := a[i].ArgsSlice(), b[i].ArgsSlice()
		for k := range p {
			most = max(most, math.Abs(float64(p[k].X-q[k].X)), math.Abs(float64(p[k].Y-q[k].Y)))
		}
	}
	return most
}

// TestOutlines sends every glyph of Amiri through a code font: the segments
// that go-text reads out of it are those that it reads in the face itself.
func TestOutlines(t *testing.T) {
	regular, bold := Amiri()
	for _, data := range [][]byte{regular, bold} {
		face := readFace(t, data)
		sameInk(t, data, face, allGlyphs(face))
	}
}

func allGlyphs(f *Face) *Encoding {
	e := NewEncoding(f)
	for gid := range f.Glyphs {
		e.Code(Sort{Parts: []Part{{GID: uint16(gid)}}, Advance: uint16(f.Advance(gid)), Text: fmt.Sprint(gid)})
	}
	return e
}

// sameInk compares the outlines of an encoding of single glyphs with those of
// its face. A glyph that scales a part is rounded to font units, once a level
// of nesting; all others are the same to the unit.
func sameInk(t *testing.T, data []byte, face *Face, e *Encoding) {
	t.Helper()
	want, got := reference(t, data), reference(t, e.whole())
	wrong := 0
	for i, s := range e.Sorts {
		gid, slack := int(s.Parts[0].GID), 0.0
		if face.scales(gid) {
			slack = 0.501 * float64(face.nesting(gid))
		}
		if d := far(segments(want, gid), segments(got, i+1)); d > slack && wrong < 5 {
			t.Errorf("%s: glyph %d is %g units off", face.Name, gid, d)
			wrong++
		}
	}
}

// scales tells whether a glyph scales or turns one of its parts.
func (f *Face) scales(gid int) bool {
	if f.nesting(gid) == 0 {
		return false
	}
	for _, p := range partsOf(f.glyph(gid)) {
		if p.turn != noTurn || f.scales(p.gid) {
			return true
		}
	}
	return false
}

// TestNestedComposites is about gopdf, whose subsetter follows composites one
// level only: where a code font's composites referred to those of Amiri, ي
// lost its dots and the final م vanished. A code font has no composite of
// composites, and all the ink.
func TestNestedComposites(t *testing.T) {
	regular, _ := Amiri()
	f := readFace(t, regular)
	e := NewEncoding(f)
	for _, name := range []string{"ي", "م"} {
		gid := gidOf(t, f, []rune(name)[0])
		if f.nesting(int(gid)) == 0 {
			t.Fatalf("%s is no composite in Amiri: the test shows nothing", name)
		}
	}
	for gid := range f.Glyphs {
		if f.nesting(gid) > 0 {
			e.Code(Sort{Parts: []Part{{GID: uint16(gid)}}, Text: "x"})
			e.Code(Sort{Parts: []Part{{GID: uint16(gid), DX: 9}}, Text: "x"})
		}
	}
	oneLevel(t, e)
}

// TestDeepComposites does the same for a font that nests three levels.
func TestDeepComposites(t *testing.T) {
	level := func(below int) []byte {
		return append(appendHead(nil, -1, box{}), sfnt.Words(argsAreXY|argsAreWords|moreParts, below, 300, 0, argsAreXY|argsAreWords, 1, 0, -20*below)...)
	}
	data := glyphFont(t, nil, square(0, 0, 100), level(1), level(2), level(3))
	f := readFace(t, data)
	if n := f.nesting(4); n != 3 {
		t.Fatalf("nested %d levels", n)
	}
	e := encode(f, []Sort{
		{Parts: []Part{{4, 0, 0}}, Text: "x"}, {Parts: []Part{{4, 7, 7}, {3, 0, 0}}, Text: "y"}, {Parts: []Part{{2, 1, 1}}, Text: "z"}})
	if n := len(f.outline(4).ends); n != 4 {
		t.Errorf("%d contours", n)
	}
	oneLevel(t, e)
	sameInk(t, data, f, encode(f, []Sort{{Parts: []Part{{4, 0, 0}}, Text: "x"}, {Parts: []Part{{3, 0, 0}}, Text: "x"}}))
}

// oneLevel checks that no composite of a code font holds another, and that all
// ink is there.
func oneLevel(t *testing.T, e *Encoding) {
	t.Helper()
	code := readFace(t, e.whole())
	for i, s := range e.Sorts {
		if depth := code.nesting(i + 1); depth > 1 {
			t.Errorf("glyph %d is nested %d levels in the code font", s.Parts[0].GID, depth)
		}
		if got, want := code.outline(i+1), e.Face.composed(s); len(want.ends) == 0 || ink(got) != ink(want) {
			t.Errorf("glyph %d draws %d contours of %d", s.Parts[0].GID, len(got.ends), len(want.ends))
		}
	}
}

// nesting is 0 for a simple glyph, 1 for a composite of simple ones …
func (f *Face) nesting(gid int) int {
	g := f.glyph(gid)
	if len(g) < glyphHeadSize || int16(be16(g, 0)) >= 0 {
		return 0
	}
	deepest := 0
	for _, p := range partsOf(g) {
		deepest = max(deepest, f.nesting(p.gid))
	}
	return deepest + 1
}

func partsOf(g []byte) []part {
	var parts []part
	r := glyphReader{b: g[glyphHeadSize:]}
	for more := true; more; {
		p, ok := r.part()
		if !ok {
			break
		}
		parts, more = append(parts, p), p.flags&moreParts != 0
	}
	return parts
}

// TestBearings changes the side bearings of a font: the ink moves with them,
// as rasterizers move it.
func TestBearings(t *testing.T) {
	regular, _ := Amiri()
	hmtx := table(t, regular, "hmtx")
	for at := 2; at < len(hmtx); at += 4 {
		binary.BigEndian.PutUint16(hmtx[at:], binary.BigEndian.Uint16(hmtx[at:])+uint16(at%200))
	}
	data := retable(t, regular, map[string][]byte{"hmtx": hmtx})
	face := readFace(t, data)
	if ink(readFace(t, regular).outline(40)) == ink(face.outline(40)) {
		t.Error("the bearings change nothing")
	}
	sameInk(t, data, face, allGlyphs(face))
}

// glyphFont is a font of the given glyphs, with the other tables of a small one.
func glyphFont(t testing.TB, glyphs ...[]byte) []byte {
	t.Helper()
	regular, _ := Amiri()
	face := readFace(t, regular)
	c := casting{}
	for _, g := range glyphs {
		d := drawing{glyph: sfnt.Pad4(bytes.Clone(g), 0)}
		if len(g) >= glyphHeadSize {
			d.ink = box{int(int16(be16(g, 2))), 0, 1, 1}
		}
		c.add(&d, 500)
	}
	return c.file(face, map[string][]byte{"cmap": draftCmap(firstCode, len(glyphs)-1), "name": draftName()})
}

func square(x, y, size int) []byte {
	var pen engraver
	return pen.simple(outline{[]point{{x, y, true}, {x + size, y, true}, {x + size, y + size, true}, {x, y + size, true}}, []int{4}}).glyph
}

// TestParts puts composites together in each of the ways that OpenType has:
// offsets, scaled offsets, scales and turns, points that meet.
func TestParts(t *testing.T) {
	half := int(0x2000) // in 2.14
	for name, parts := range map[string][]byte{
		"byte offsets":     sfnt.Words(argsAreXY|moreParts, 1, 0x10F0, argsAreXY, 1, 0x40C0),
		"word offsets":     sfnt.Words(argsAreXY|argsAreWords|moreParts, 1, -300, 700, argsAreXY|argsAreWords, 1, 4, 5),
		"scale":            sfnt.Words(argsAreXY|argsAreWords|haveScale, 1, 100, 50, half),
		"two scales":       sfnt.Words(argsAreXY|argsAreWords|haveXYScale, 1, 100, 50, half, -half),
		"a quarter turn":   sfnt.Words(argsAreXY|argsAreWords|haveTwoByTwo, 1, 100, 50, 0, 0x4000, -0x4000, 0),
		"scaled offset":    sfnt.Words(argsAreXY|argsAreWords|haveScale|scaledOffset, 1, 100, 50, half),
		"points meet":      sfnt.Words(argsAreXY|moreParts, 1, 0, 0, 1, 0x0200)[:11],
		"words of points":  sfnt.Words(argsAreXY|argsAreWords|moreParts, 1, 7, 9, argsAreWords, 2, 3, 1),
		"a part's metrics": sfnt.Words(argsAreXY|argsAreWords|useMyMetrics, 2, 60, 0),
	} {
		t.Run(name, func(t *testing.T) {
			if name == "points meet" {
				parts = append(sfnt.Words(argsAreXY|argsAreWords|moreParts, 1, 0, 0), append(sfnt.Words(0, 2), 1, 3)...)
			}
			whole := append(appendHead(nil, -1, box{xMin: 20}), parts...)
			data := glyphFont(t, nil, square(20, 30, 200), square(-50, 10, 64), whole)
			face := readFace(t, data)
			e := NewEncoding(face)
			e.Code(Sort{Parts: []Part{{GID: 3}}, Text: "x"})
			if len(face.outline(3).points) == 0 {
				t.Fatal("no points")
			}
			sameInk(t, data, face, e)
		})
	}
}

// TestHostileComposites reads composites that hold themselves; it ends, and
// soon.
func TestHostileComposites(t *testing.T) {
	selves := appendHead(nil, -1, box{})
	for range 3000 {
		selves = append(selves, sfnt.Words(argsAreXY|moreParts, 2, 0)...)
	}
	selves = append(selves, sfnt.Words(argsAreXY, 1, 0)...)
	data := glyphFont(t, nil, square(0, 0, 100), selves)
	face := readFace(t, data)
	if n := len(face.outline(2).points); n > maxPoints {
		t.Errorf("%d points", n)
	}
	exercise(data, 3)
}

// TestFarPoints keeps what a damaged font puts out of reach within 16 bits.
func TestFarPoints(t *testing.T) {
	far := appendHead(nil, -1, box{})
	far = append(far, sfnt.Words(argsAreXY|argsAreWords|moreParts, 1, 32767, -32768, argsAreXY|argsAreWords, 1, -32768, 32767)...)
	face := readFace(t, glyphFont(t, nil, square(-16000, -16000, 32000), far))
	for _, p := range face.outline(2).points {
		if p.x != within(p.x) || p.y != within(p.y) {
			t.Fatalf("a point at %d, %d", p.x, p.y)
		}
	}
}

// TestContours: the points of a glyph lie within the ink that the face tells,
// and reach its edges; a space has none.
func TestContours(t *testing.T) {
	f, err := ReadFace(amiriRegular)
	if err != nil {
		t.Fatal(err)
	}
	if gid, _ := f.font.NominalGlyph(' '); len(f.Contours(int(gid))) > 0 {
		t.Error("a space has ink")
	}
	for _, r := range "اأعA٣é" {
		gid, _ := f.font.NominalGlyph(r)
		ink := box{1 << 20, 1 << 20, -1 << 20, -1 << 20}
		for _, contour := range f.Contours(int(gid)) {
			for _, p := range contour {
				ink = box{min(ink.xMin, p.X), min(ink.yMin, p.Y), max(ink.xMax, p.X), max(ink.yMax, p.Y)}
			}
		}
		left, right := f.Span(int(gid))
		height, depth := f.Extent(int(gid))
		if want := (box{left, depth, right, height}); ink != want {
			t.Errorf("%c: %v, want %v", r, ink, want)
		}
	}
}
