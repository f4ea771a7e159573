package fonts

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"warraq/fonts/instance"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// probe is a small face of the tests, which testdata/probe/make.py draws.
func probe(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/probe/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// static is a design of a probe, as a face.
func static(t testing.TB, name string, c instance.Choice) *Face {
	t.Helper()
	d, err := Static(probe(t, name), c)
	if err != nil {
		t.Fatal(name, err)
	}
	f := readFace(t, d.Data)
	if err := f.bearable(usualFont); err != nil {
		t.Fatal(name, err)
	}
	return f
}

// TestStaticForms: a face is the same however its file is packed.
func TestStaticForms(t *testing.T) {
	want := static(t, "static.ttf", instance.Choice{})
	if d, err := Static(probe(t, "static.ttf"), instance.Choice{}); err != nil || !bytes.Equal(d.Data, probe(t, "static.ttf")) {
		t.Error("a plain file is not left as it is", err)
	}
	for _, c := range []struct{ file, face string }{{"static.woff", ""}, {"static.woff2", ""}, {"both.ttc", ""}, {"both.ttc", "1"}, {"both.ttc", "Probe Regular"}} {
		got := static(t, c.file, instance.Choice{Face: c.face})
		for gid := range want.Glyphs {
			if fmt.Sprint(got.Contours(gid)) != fmt.Sprint(want.Contours(gid)) || got.Advance(gid) != want.Advance(gid) {
				t.Errorf("%s %s: glyph %d is another", c.file, c.face, gid)
			}
		}
		if got.Name != want.Name || got.Glyphs != want.Glyphs {
			t.Errorf("%s: %s of %d glyphs", c.file, got.Name, got.Glyphs)
		}
	}
	for _, face := range []string{"2", "probe-bold"} {
		if f := static(t, "both.ttc", instance.Choice{Face: face}); f.Name != "Probe-Bold" {
			t.Errorf("face %s is %s", face, f.Name)
		}
	}
}

// TestStaticOutlines: outlines of CFF and CFF2 are within a unit of those that go-text
// draws, and so are those of TrueType on the way from one weight to another.
func TestStaticOutlines(t *testing.T) {
	for _, file := range []string{"static.otf", "variable.otf", "variable.ttf"} {
		for _, weight := range []float64{100, 400, 612.5, 900} {
			var c instance.Choice
			if file != "static.otf" {
				c.Axes = []instance.Setting{{Tag: "wght", Value: weight}}
			}
			made, want := static(t, file, c), at(t, probe(t, file), float32(weight))
			for gid := range made.Glyphs {
				got, ref := traced(made.Contours(gid)), drawnBy(want, gid)
				if d := max(apart(got, ref), apart(ref, got)); d > 1 {
					t.Errorf("%s at %g: glyph %d is %.2f units off", file, weight, gid, d)
				}
			}
		}
	}
}

// at is a face of go-text at a weight.
func at(t testing.TB, data []byte, weight float32) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	f.SetVariations([]font.Variation{{Tag: ot.MustNewTag("wght"), Value: weight}})
	return f
}

// steps are the parts in which a curve is walked along.
const steps = 16

// place is a point of an outline.
type place struct{ x, y float64 }

// traced are many points along contours.
func traced(contours [][]Point) (all []place) {
	for _, c := range contours {
		var now Point
		Draw(c, Pen{
			Begin: func(p Point) { now = p },
			Line:  func(p Point) { all = append(all, between(now, now, p)...); now = p },
			Curve: func(by, to Point) { all = append(all, between(now, by, to)...); now = to },
		})
	}
	return all
}

func between(a, b, c Point) (all []place) {
	if a == b {
		b = Point{X: (a.X + c.X) / 2, Y: (a.Y + c.Y) / 2}
	}
	for i := range steps + 1 {
		t := float64(i) / steps
		u := 1 - t
		all = append(all, place{u*u*float64(a.X) + 2*u*t*float64(b.X) + t*t*float64(c.X), u*u*float64(a.Y) + 2*u*t*float64(b.Y) + t*t*float64(c.Y)})
	}
	return all
}

// drawnBy are many points along what go-text draws.
func drawnBy(f *font.Face, gid int) (all []place) {
	outline, _ := f.GlyphDataOutline(font.GID(gid))
	var now ot.SegmentPoint
	for _, s := range closed(outline.Segments) {
		p := [4]ot.SegmentPoint{now}
		args := s.ArgsSlice()
		copy(p[1:], args)
		switch s.Op {
		case ot.SegmentOpQuadTo: // as a cubic
			two := func(a, b ot.SegmentPoint) ot.SegmentPoint {
				return ot.SegmentPoint{X: a.X + (b.X-a.X)*2/3, Y: a.Y + (b.Y-a.Y)*2/3}
			}
			p = [4]ot.SegmentPoint{now, two(now, args[0]), two(args[1], args[0]), args[1]}
		case ot.SegmentOpLineTo:
			p = [4]ot.SegmentPoint{now, now, args[0], args[0]}
		}
		now = args[len(args)-1]
		if s.Op == ot.SegmentOpMoveTo {
			continue
		}
		for i := range steps + 1 {
			t := float32(i) / steps
			u := 1 - t
			b := [4]float32{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
			var q place
			for k := range 4 {
				q.x, q.y = q.x+float64(b[k]*p[k].X), q.y+float64(b[k]*p[k].Y)
			}
			all = append(all, q)
		}
	}
	return all
}

// closed ends every contour where it began, which go-text 0.3.5 leaves out at the end of a
// glyph of CFF2.
func closed(segments []ot.Segment) (all []ot.Segment) {
	var first ot.SegmentPoint
	line := ot.Segment{Op: ot.SegmentOpLineTo}
	for i, s := range segments {
		if s.Op == ot.SegmentOpMoveTo {
			if line.Args[0] = first; i > 0 {
				all = append(all, line)
			}
			first = s.Args[0]
		}
		all = append(all, s)
	}
	if line.Args[0] = first; len(all) > 0 {
		all = append(all, line)
	}
	return all
}

// apart is how far the farthest of some points is from the lines through others.
func apart(points, of []place) (far float64) {
	if len(points) > 0 && len(of) == 0 {
		return math.Inf(1)
	}
	for _, p := range points {
		near := math.Inf(1)
		for i := 1; i < len(of); i++ {
			near = min(near, toLine(p, of[i-1], of[i]))
		}
		far = max(far, near)
	}
	return far
}

func toLine(p, a, b place) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(max(((p.x-a.x)*dx+(p.y-a.y)*dy)/l, 0), 1)
	}
	return math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy)
}

// TestStaticShaping: a design is shaped as HarfBuzz shapes the font at its place on the
// axes: the same glyphs, advances and places of marks, to the unit. (go-text 0.3.5 leaves
// letters unjoined where features vary.)
func TestStaticShaping(t *testing.T) {
	for line := range strings.Lines(string(probe(t, "shaped.txt"))) {
		var file, text, want string
		var weight int
		if n, err := fmt.Sscan(line, &file, &weight, &text, &want); n != 4 {
			t.Fatal(line, err)
		}
		made := static(t, file, instance.Choice{Weight: weight})
		if got := shapeAs(font.NewFace(made.Font()), text); got != want {
			t.Errorf("%s at %d, %s:\n%s\nwant\n%s", file, weight, text, got, want)
		}
		if made.Weight != weight {
			t.Errorf("%s: weight %d, want %d", file, made.Weight, weight)
		}
	}
}

func shapeAs(f *font.Face, text string) string {
	b := harfbuzz.NewBuffer()
	b.AddRunes([]rune(text), 0, -1)
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage("en"), Script: language.Latin, Direction: harfbuzz.LeftToRight}
	if text[0] > 'z' {
		b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage("ar"), Script: language.Arabic, Direction: harfbuzz.RightToLeft}
	}
	b.Shape(harfbuzz.NewFont(f), nil)
	var all []string
	for i, g := range b.Info {
		at := ""
		if p := b.Pos[i]; p.XOffset != 0 || p.YOffset != 0 {
			at = fmt.Sprintf("@%d,%d", p.XOffset, p.YOffset)
		}
		all = append(all, fmt.Sprintf("%d%s+%d", g.Glyph, at, b.Pos[i].XAdvance))
	}
	return "[" + strings.Join(all, "|") + "]"
}

// TestStaticChoices: what is chosen is what comes, or it is told what there is.
func TestStaticChoices(t *testing.T) {
	for _, c := range []struct {
		file   string
		choice instance.Choice
		want   string // the name and the label, or the error
	}{
		{"variable.ttf", instance.Choice{}, "Probe-Regular "},
		{"variable.ttf", instance.Choice{Weight: 400}, "Probe-Regular "},
		{"variable.ttf", instance.Choice{Weight: 700}, "Probe-Bold wght=700"},
		{"variable.ttf", instance.Choice{Weight: 700, Instance: "light"}, "Probe-wght300 wght=300"},
		{"variable.ttf", instance.Choice{Axes: []instance.Setting{{Tag: "wght", Value: 612.5}, {Tag: "SOFT", Value: 3}}}, "Probe-wght6125SOFT3 wght=612.5,SOFT=3"},
		{"variable.otf", instance.Choice{Weight: 1000}, "Probe-wght900 wght=900"},
		{"static.otf", instance.Choice{Weight: 700}, "Probe-Regular "},
		{"variable.ttf", instance.Choice{Instance: "Black"}, "it has no instance Black, but Light, Bold"},
		{"variable.ttf", instance.Choice{Axes: []instance.Setting{{Tag: "wdth", Value: 1}}}, "it has no axis wdth, but wght 100–900, SOFT 0–10"},
		{"variable.ttf", instance.Choice{Axes: []instance.Setting{{Tag: "wght", Value: 950}}}, "it does not go to wght 950; its axis is wght 100–900"},
		{"static.ttf", instance.Choice{Instance: "Bold"}, "it has one design and no axes; take instance and axes away"},
		{"static.ttf", instance.Choice{Face: "2"}, "it is a single face, of which none can be chosen; take face away"},
		{"both.ttc", instance.Choice{Face: "3"}, "it has no face 3, but 1 Probe Regular, 2 Probe Bold"},
	} {
		d, err := Static(probe(t, c.file), c.choice)
		got := fmt.Sprint(err)
		if err == nil {
			got = readFace(t, d.Data).Name + " " + d.Label
		}
		if got != c.want {
			t.Errorf("%s %+v: %s, want %s", c.file, c.choice, got, c.want)
		}
	}
}

// TestScale: a face of another scale has the same outlines in an em of fewer units.
func TestScale(t *testing.T) {
	if f := static(t, "static.otf", instance.Choice{Scale: 1.25}); f.UnitsPerEm != 800 || f.Advance(9) != 450 {
		t.Errorf("%d units, advance %d", f.UnitsPerEm, f.Advance(9))
	}
}

// FuzzStatic damages files of each form at some places: what is read all the same is
// looked through, and words are shaped with it.
func FuzzStatic(f *testing.F) {
	files := []string{"static.otf", "variable.ttf", "variable.otf", "static.woff", "static.woff2", "both.ttc"}
	for i := range files {
		for _, at := range []uint32{0, 5, 12, 44, 60, 200, 500, 900} {
			f.Add(uint8(i), at, byte(0xff), at+7, byte(1))
		}
	}
	f.Fuzz(func(t *testing.T, file uint8, at uint32, with byte, at2 uint32, with2 byte) {
		data := probe(t, files[int(file)%len(files)])
		data[int(at)%len(data)] ^= with
		data[int(at2)%len(data)] ^= with2
		made, err := Static(data, instance.Choice{Weight: 700})
		if err != nil {
			return
		}
		if face, err := ReadFace(made.Data); err == nil && face.bearable(usualFont) == nil {
			_ = face.prove()
		}
	})
}
