package lettering_test

import (
	"math"
	"testing"

	"warraq/fonts"
	"warraq/layout/drawing"
)

// around is the box around what shapes paint, in points from the left and from the top.
func around(shapes []drawing.Shape) (left, top, right, foot float64) {
	left, top, right, foot = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range shapes {
		for i := range s.Path {
			for _, p := range s.Path[i].By() {
				p = s.Matrix.At(p)
				left, right = min(left, p.X), max(right, p.X)
				top, foot = min(top, 100-p.Y), max(foot, 100-p.Y)
			}
		}
	}
	return left, top, right, foot
}

// TestPlaces: where letters stand that have places of their own: along a path, turned, in
// columns, raised to a line of theirs.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, text               string
		left, top, right, bottom float64 // within which they stand
	}{
		{"along a path that goes down", `<path id="p" d="M50 10V90" fill="none"/><text font-size="10"><textPath href="#p" startOffset="50%">كلام</textPath></text>`, 44, 50, 60, 80},
		{"along a path from its middle", `<path id="p" d="M10 50H90" fill="none"/><text font-size="10" text-anchor="middle"><textPath href="#p" startOffset="50%">كلام</textPath></text>`, 35, 40, 65, 56},
		{"along a path that was moved", `<path id="p" transform="translate(0 40)" d="M10 50H90" fill="none"/><text font-size="10"><textPath href="#p">a</textPath></text>`, 10, 80, 17, 91},
		{"beyond a path", `<path id="p" d="M10 50H20" fill="none"/><text font-size="10"><textPath href="#p">abcdefghi</textPath></text>`, 9, 40, 21, 55},
		{"turned about its place", `<text x="50" y="50" font-size="10" rotate="90">l</text>`, 48, 49, 60, 60},
		{"in a column", `<text x="50" y="10" font-size="10" writing-mode="tb">latin</text>`, 43, 9, 57, 40},
		{"hanging from its place", `<text x="50" y="50" font-size="10" dominant-baseline="text-before-edge">l</text>`, 49, 50, 56, 63},
		{"behind blanks that stay", `<text x="10" y="50" font-size="10" xml:space="preserve">          l</text>`, 25, 40, 60, 52},
		{"in two columns, one beside the other", `<text y="10" font-size="10" writing-mode="tb"><tspan x="30">ll</tspan><tspan x="60">ll</tspan></text>`, 24, 9, 66, 22},
		{"upright along a path in columns", `<path id="p" d="M50 10V90" fill="none"/><text font-size="10" writing-mode="tb"><textPath href="#p">ll</textPath></text>`, 44, 9, 56, 20},
		{"elsewhere in a shape", `<defs><rect id="e">l</rect></defs><text x="50" y="50" font-size="10"><tref href="#e"/></text>`, 49, 40, 56, 52},
		{"elsewhere", `<defs><text id="e">l</text></defs><text x="50" y="50" font-size="10"><tref href="#e"/></text>`, 49, 40, 56, 52},
	} {
		shapes, _ := set(t, c.text)
		left, top, right, foot := around(shapes)
		if !(left <= right) || left < c.left || top < c.top || right > c.right || foot > c.bottom {
			t.Errorf("%s: from %.1f, %.1f to %.1f, %.1f", c.name, left, top, right, foot)
		}
	}
}

// TestBlanks: blanks are as wide as their face has them, those too that end a line before
// another.
func TestBlanks(t *testing.T) {
	amiri, _ := fonts.Amiri()
	face, err := fonts.ReadFace(amiri)
	if err != nil {
		t.Fatal(err)
	}
	blank := 20 * float64(face.Space) / float64(face.UnitsPerEm)
	right := func(text string) float64 {
		shapes, _ := set(t, text)
		_, right := ends(shapes)
		return right
	}
	close := right(`<text x="50" y="50" font-size="20"><tspan>د</tspan><tspan>د</tspan></text>`)
	if apart := right(`<text x="50" y="50" font-size="20"><tspan>د</tspan> <tspan>د</tspan></text>`); math.Abs(apart-close-blank) > 0.01 {
		t.Errorf("a blank is %.3f wide, not %.3f", apart-close, blank)
	}
	alone := right(`<text x="50" y="50" font-size="20" text-anchor="end">د</text>`)
	if behind := right(`<text x="50" y="50" font-size="20" text-anchor="end" direction="ltr">د <tspan x="0" visibility="hidden">د</tspan></text>`); math.Abs(alone-behind-blank) > 0.01 {
		t.Errorf("before a blank the line ends at %.3f, not %.3f", behind, alone-blank)
	}
}

// TestApart: letters each in a place of their own stand behind each other as the line runs
// and do not join.
func TestApart(t *testing.T) {
	shapes, _ := set(t, `<text x="10" y="40 50 60" font-size="20" direction="ltr">ددس</text>`)
	if len(shapes) != 3 {
		t.Fatalf("%d areas", len(shapes))
	}
	for i := range 2 {
		_, right := ends(shapes[i : i+1])
		if left, _ := ends(shapes[i+1:]); left < right {
			t.Errorf("letter %d begins at %.1f, before %.1f", i+1, left, right)
		}
	}
}

// TestMarksTurned: a mark is turned with its letter, and stays as far from it.
func TestMarksTurned(t *testing.T) {
	for _, text := range []string{"q\u0303", "دُ"} {
		upright, _ := set(t, `<text x="50" y="50" font-size="20">`+text+`</text>`)
		turned, _ := set(t, `<text x="50" y="50" font-size="20" rotate="90">`+text+`</text>`)
		left, top, right, foot := around(upright)
		high, far, low, end := around(turned) // its top is at the right
		for _, pair := range [][2]float64{{high, 100 - foot}, {low, 100 - top}, {far, left}, {end, right}} {
			if math.Abs(pair[0]-pair[1]) > 0.01 {
				t.Errorf("%s from %.1f, %.1f to %.1f, %.1f, turned from %.1f, %.1f to %.1f, %.1f", text, left, top, right, foot, high, far, low, end)
				break
			}
		}
	}
}

// TestUprightTurned: a letter that stands upright in a column is turned about its place in
// the middle of the column.
func TestUprightTurned(t *testing.T) {
	plain, _ := set(t, `<text x="50" y="50" font-size="20" writing-mode="tb">🙂</text>`)
	turned, _ := set(t, `<text x="50" y="50" font-size="20" writing-mode="tb" rotate="180">🙂</text>`)
	l0, _, r0, f0 := around(plain[len(plain)-1:])
	l1, t1, r1, _ := around(turned[len(turned)-1:])
	if math.Abs(l0+r1-100) > 0.01 || math.Abs(r0+l1-100) > 0.01 || t1 > f0 {
		t.Errorf("from %.1f to %.1f, turned from %.1f to %.1f", l0, r0, l1, r1)
	}
}

// TestTiles: letters are filled by a pattern as far as they go.
func TestTiles(t *testing.T) {
	shapes, d := set(t, `<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="4" fill="red"/></pattern><text x="10" y="50" font-size="20" fill="url(#p)">كلام</text>`)
	if len(shapes) < 5 || len(d.Omitted) > 0 {
		t.Fatalf("%d shapes, %v", len(shapes), d.Omitted)
	}
	for _, s := range shapes {
		if s.Red != 255 || s.Clip == nil {
			t.Errorf("a tile is %+v", s)
		}
	}
}

// TestSmallCaps: small capitals are those of the face, as wide as no small letters.
func TestSmallCaps(t *testing.T) {
	plain, _ := set(t, `<text y="50" font-size="20">abc</text>`)
	caps, d := set(t, `<text y="50" font-size="20" font-variant="small-caps">abc</text>`)
	_, low, _, _ := around(plain)
	_, high, _, _ := around(caps)
	if told := len(d.Omitted) > 0; told == (low != high) {
		t.Errorf("from %.2f down, in small capitals from %.2f, and told: %v", low, high, d.Omitted)
	}
}

// TestSpread: letters that do not join stand further from each other to fill a width; those
// that join become wider.
func TestSpread(t *testing.T) {
	plain, _ := set(t, `<text y="50" font-size="10">lll</text>`)
	wide, _ := set(t, `<text y="50" font-size="10" textLength="50">lll</text>`)
	stretched, _ := set(t, `<text y="50" font-size="10" textLength="10" lengthAdjust="spacingAndGlyphs">lll</text>`)
	for text, most := range map[string]float64{"latin": 2, "سمسم": 1.65} {
		own, _ := set(t, `<text y="50" font-size="10">`+text+`</text>`)
		much, _ := set(t, `<text y="50" font-size="10" textLength="99" lengthAdjust="spacingAndGlyphs">`+text+`</text>`)
		from, to := ends(own)
		if left, right := ends(much); math.Abs((right-left)/(to-from)-most) > 0.01 {
			t.Errorf("%s is %.2f times as wide", text, (right-left)/(to-from))
		}
	}
	l0, r0 := ends(plain)
	l1, r1 := ends(wide)
	l2, r2 := ends(stretched)
	if r1 < 45 || r1 > 50 || r2 < 9 || r2 > 10 || r0 > 9 {
		t.Errorf("plain from %.1f to %.1f, spread from %.1f to %.1f, stretched from %.1f to %.1f", l0, r0, l1, r1, l2, r2)
	}
	joined, _ := set(t, `<text y="50" font-size="10">سمسم</text>`)
	spaced, _ := set(t, `<text y="50" font-size="10" letter-spacing="5">سمسم</text>`)
	_, r3 := ends(joined)
	if _, r4 := ends(spaced); math.Abs(r4-r3) > 0.01 {
		t.Errorf("letters that join end at %.1f, with spaces between them at %.1f", r3, r4)
	}
}

// TestRules: lines lie under and over letters and through them, each in the ink of the
// element that asks for it, as long as its letters.
func TestRules(t *testing.T) {
	shapes, d := set(t, `<g text-decoration="underline"><text x="10" y="50" font-size="10" fill="red"><tspan fill="lime" text-decoration="line-through">كلام</tspan></text></g>`)
	if len(shapes) != 3 || len(d.Omitted) > 0 {
		t.Fatalf("%d shapes, %v", len(shapes), d.Omitted)
	}
	if under := shapes[0]; under.Red != 255 || under.Green != 0 {
		t.Errorf("the line under them is %d, %d, %d", under.Red, under.Green, under.Blue)
	}
	l0, t0, r0, f0 := around(shapes[:1])
	l1, _, r1, _ := around(shapes[1:2])
	_, t2, _, f2 := around(shapes[2:])
	if math.Abs(l0-l1) > 1.5 || math.Abs(r0-r1) > 1.5 || t0 < 50 || f0-t0 > 2 || f2 > 50 || f2-t2 > 2 {
		t.Errorf("letters from %.1f to %.1f; under them %.1f to %.1f, %.1f deep; through them from %.1f to %.1f", l1, r1, l0, r0, t0, t2, f2)
	}
}
