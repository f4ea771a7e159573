package pixels

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"warraq/content/book"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/drawing"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
	"warraq/layout/raster"
)

// specimen is the pages of the specimen.
var specimen = sync.OnceValue(func() *display.Book {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		panic(err)
	}
	doc, _, err := book.Read(samples.FS(), "specimen", book.Options{})
	if err != nil {
		panic(err)
	}
	b, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		panic(err)
	}
	return b
})

// TestInk: on every fifth page of the specimen there is ink where the page has some, and
// none outside of it, and the file is the same when it is drawn again.
func TestInk(t *testing.T) {
	const dpi = 100
	b := New(specimen(), dpi)
	for i := 0; i < len(specimen().Pages); i += 5 {
		m, err := b.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		inks := display.Rect{}
		if inks = specimen().Pages[i].Ink(); inks == (display.Rect{}) {
			continue
		}
		const loose = 3 // points that marks may stand beyond
		inside, outside := 0, 0
		for y := range m.Rect.Dy() {
			for x := range m.Rect.Dx() {
				if m.NRGBAAt(x, y) == (color.NRGBA{255, 255, 255, 255}) {
					continue
				}
				px, py := (float64(x)+0.5)*72/dpi, (float64(y)+0.5)*72/dpi
				if px < inks.X-loose || px > inks.X+inks.W+loose || py < inks.Y-loose || py > inks.Y+inks.H+loose {
					outside++
				} else {
					inside++
				}
			}
		}
		if inside < 20 || outside > 0 {
			t.Errorf("page %d: %d pixels have ink where it belongs, %d elsewhere", i+1, inside, outside)
		}
		first, err := b.PNG(i)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := New(specimen(), dpi).PNG(i); err != nil || !bytes.Equal(first, again) {
			t.Errorf("page %d is another when it is drawn again (%v)", i+1, err)
		}
	}
}

// panel is a page of so many points, at a pixel a point, with items on it.
func panel(t *testing.T, w, h float64, pictures map[string]*picture.Picture, items ...display.Item) *image.NRGBA {
	t.Helper()
	b := &display.Book{Pages: []*display.Page{{Number: 1, Items: items}}, Style: format.Style{}, Pictures: pictures}
	b.Style.Trim.W, b.Style.Trim.H = w, h
	m, err := New(b, 72).Page(0)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestRule: a thin rule is whole pixels, wherever it stands; an area has soft edges.
func TestRule(t *testing.T) {
	m := panel(t, 10, 10, nil,
		&display.Rule{Rect: display.Rect{X: 2, Y: 1.3, W: 6, H: 0.4}},
		&display.Rule{Rect: display.Rect{X: 0, Y: 4.5, W: 10, H: 4}, Color: paragraph.Color{R: 255}})
	for _, c := range []struct {
		x, y int
		want color.NRGBA
	}{
		{5, 0, color.NRGBA{255, 255, 255, 255}}, {5, 1, color.NRGBA{0, 0, 0, 255}}, {5, 2, color.NRGBA{255, 255, 255, 255}},
		{1, 1, color.NRGBA{255, 255, 255, 255}}, {5, 4, color.NRGBA{255, 127, 127, 255}}, {5, 6, color.NRGBA{255, 0, 0, 255}},
	} {
		if got := m.NRGBAAt(c.x, c.y); got != c.want {
			t.Errorf("%d, %d: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// TestPicture: samples come where they belong, however they lie, half clear ones over
// what is below, and nothing beyond a crop.
func TestPicture(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	m.SetNRGBA(0, 0, color.NRGBA{255, 0, 0, 255})
	m.SetNRGBA(1, 0, color.NRGBA{0, 0, 255, 128})
	data, err := picture.EncodePNG(m)
	if err != nil {
		t.Fatal(err)
	}
	red, blue, white := color.NRGBA{255, 0, 0, 255}, color.NRGBA{127, 127, 255, 255}, color.NRGBA{255, 255, 255, 255}
	for turn, want := range map[int][4]color.NRGBA{ // the corners, row by row
		1: {red, blue, red, blue}, 2: {blue, red, blue, red}, 3: {blue, red, blue, red}, 4: {red, blue, red, blue},
		5: {red, red, blue, blue}, 6: {red, red, blue, blue}, 7: {blue, blue, red, red}, 8: {blue, blue, red, red},
	} {
		p, err := picture.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		p.Turn = turn
		got := panel(t, 10, 10, map[string]*picture.Picture{"a": p}, &display.Image{Rect: display.Rect{X: 1, Y: 1, W: 8, H: 8}, Crop: &display.Rect{X: 1, Y: 1, W: 8, H: 7}, Asset: "a"})
		for i, at := range []image.Point{{2, 2}, {7, 2}, {2, 7}, {7, 7}} {
			if c := got.NRGBAAt(at.X, at.Y); near(c, want[i]) > 1 {
				t.Errorf("turn %d: %v is %v, want %v", turn, at, c, want[i])
			}
		}
		if c := got.NRGBAAt(5, 8); c != white {
			t.Errorf("turn %d: %v beyond the crop", turn, c)
		}
	}
}

// near is how far two colours are apart.
func near(a, b color.NRGBA) int {
	off := func(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }
	return max(off(a.R, b.R), off(a.G, b.G), off(a.B, b.B))
}

// TestShares: the samples of a pixel are all of it, and all samples are shared out.
func TestShares(t *testing.T) {
	for _, c := range []struct {
		n          int
		at, length float64
	}{{7, 0, 20}, {100, 0, 20}, {20, 0, 20}, {3, 2.5, 10.25}} {
		total := 0
		for i, pixel := range shares(c.n, c.at, c.length, 0, 20) {
			sum := 0
			for _, s := range pixel {
				sum += s.weight
			}
			total += sum
			if whole := float64(i) >= c.at && float64(i+1) <= c.at+c.length; whole && math.Abs(float64(sum-65536)) > float64(len(pixel)) {
				t.Errorf("%v: pixel %d is %d", c, i, sum)
			}
		}
		if want := c.length * 65536; math.Abs(float64(total)-want) > float64(c.n+20) {
			t.Errorf("%v: %d in all, want %.0f", c, total, want)
		}
	}
}

// TestStroke: how much lines cover, by their ends, joints and dashes.
func TestStroke(t *testing.T) {
	step := func(op byte, x, y float64) drawing.Step {
		return drawing.Step{Op: op, Points: [3]drawing.Point{{X: x, Y: y}}}
	}
	line := []drawing.Step{step('m', 20, 50), step('l', 60, 50)}
	corner := []drawing.Step{step('m', 20, 20), step('l', 60, 20), step('l', 60, 60)}
	square := append(append([]drawing.Step{}, corner...), step('l', 20, 60), step('h', 0, 0))
	for _, c := range []struct {
		name   string
		path   []drawing.Step
		stroke drawing.Stroke
		want   float64
	}{
		{"butt", line, drawing.Stroke{Width: 10}, 400},
		{"round", line, drawing.Stroke{Width: 10, Cap: 1}, 400 + math.Pi*25},
		{"square", line, drawing.Stroke{Width: 10, Cap: 2}, 500},
		{"miter", corner, drawing.Stroke{Width: 10, Miter: 4}, 2*400 - 25 + 25},
		{"miter too long", corner, drawing.Stroke{Width: 10, Miter: 1}, 2*400 - 25 + 12.5},
		{"bevel", corner, drawing.Stroke{Width: 10, Join: 2}, 2*400 - 25 + 12.5},
		{"round joint", corner, drawing.Stroke{Width: 10, Join: 1}, 2*400 - 25 + math.Pi*25/4},
		{"closed", square, drawing.Stroke{Width: 10, Miter: 4}, 50*50 - 30*30},
		{"dashes", line, drawing.Stroke{Width: 10, Dashes: []float64{5, 5}}, 200},
		{"dashes of one", line, drawing.Stroke{Width: 10, Dashes: []float64{10}, Phase: 10}, 200},
		{"dashed corner", corner, drawing.Stroke{Width: 10, Dashes: []float64{1, 1}, Miter: 4}, 400},
	} {
		for _, m := range []drawing.Matrix{{A: 1, D: 1}, {A: -1, D: 1, E: 100}, {B: 1, C: -1, E: 100}} {
			canvas := canvas{image: image.NewNRGBA(image.Rect(0, 0, 100, 100))}
			canvas.raster.W, canvas.raster.H = 100, 100
			canvas.stroke(&drawing.Shape{Path: c.path, Stroke: &c.stroke}, m)
			got := 0.0
			canvas.raster.Fill(func(_, _, covered int) { got += float64(covered) / raster.Full })
			if math.Abs(got-c.want) > 1.5+c.want/100*boolean(c.name == "dashed corner") {
				t.Errorf("%s, %v: %.1f pixels, want %.1f", c.name, m, got, c.want)
			}
		}
	}
}

func boolean(b bool) float64 {
	if b {
		return 4 // dashes overlap in the corner
	}
	return 0
}

// TestDrawing: what a drawing paints comes where it does, and nothing beyond its edges.
func TestDrawing(t *testing.T) {
	p, err := picture.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="10pt" viewBox="0 0 10 10">` +
		`<rect x="0" y="0" width="5" height="5" fill="red"/><rect x="5" y="5" width="50" height="50" fill="#00f" fill-opacity=".5"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	m := panel(t, 30, 30, map[string]*picture.Picture{"a": p}, &display.Image{Rect: display.Rect{X: 5, Y: 5, W: 20, H: 20}, Asset: "a"})
	for at, want := range map[image.Point]color.NRGBA{
		{8, 8}: {255, 0, 0, 255}, {22, 8}: {255, 255, 255, 255}, {22, 22}: {127, 127, 255, 255}, {27, 27}: {255, 255, 255, 255},
	} {
		if got := m.NRGBAAt(at.X, at.Y); near(got, want) > 1 {
			t.Errorf("%v is %v, want %v", at, got, want)
		}
	}
}

// TestDrawingParts: clip paths, gradients, groups that are clear as one, masks and patterns.
func TestDrawingParts(t *testing.T) {
	red, white := color.NRGBA{255, 0, 0, 255}, color.NRGBA{255, 255, 255, 255}
	for _, c := range []struct {
		name, body  string
		left, right color.NRGBA // in the middle of either half
	}{
		{"clip path", `<clipPath id="a"><rect width="5" height="10"/></clipPath><rect clip-path="url(#a)" width="10" height="10" fill="red"/>`, red, white},
		{"clip path of two that meet", `<clipPath id="a"><rect width="3" height="10"/><rect x="2" width="3" height="10"/></clipPath><rect clip-path="url(#a)" width="10" height="10" fill="red"/>`, red, white},
		{"gradient", `<linearGradient id="a"><stop stop-color="red"/><stop offset=".4" stop-color="red"/><stop offset=".6" stop-color="#fff"/></linearGradient><rect width="10" height="10" fill="url(#a)"/>`, red, white},
		{"gradient that fades", `<linearGradient id="a"><stop offset=".4" stop-color="red"/><stop offset=".6" stop-color="red" stop-opacity="0"/></linearGradient><rect width="10" height="10" fill="url(#a)"/>`, red, white},
		{"group", `<g opacity=".5"><rect width="5" height="10"/><rect width="5" height="10" fill="red"/></g>`, color.NRGBA{255, 127, 127, 255}, white},
		{"mask", `<mask id="a"><rect width="5" height="10" fill="#fff"/></mask><rect mask="url(#a)" width="10" height="10" fill="red"/>`, red, white},
		{"pattern", `<pattern id="a" width="1" height=".25"><rect width="5" height="10" fill="red"/></pattern><rect width="10" height="10" fill="url(#a)"/>`, red, white},
		{"marker", `<marker id="a" markerUnits="userSpaceOnUse" markerWidth="5" markerHeight="5" refX="2.5" refY="2.5"><rect width="5" height="5" fill="red"/></marker><path d="M2.5 5H8" marker-start="url(#a)"/>`, red, white},
	} {
		p, err := picture.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="10pt" viewBox="0 0 10 10">` + c.body + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		m := panel(t, 20, 20, map[string]*picture.Picture{"a": p}, &display.Image{Rect: display.Rect{W: 20, H: 20}, Asset: "a"})
		if left, right := m.NRGBAAt(5, 10), m.NRGBAAt(15, 10); near(left, c.left) > 1 || near(right, c.right) > 1 {
			t.Errorf("%s: %v and %v, want %v and %v", c.name, left, right, c.left, c.right)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	pages := New(specimen(), 150)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pages.PNG(10); err != nil {
			b.Fatal(err)
		}
	}
}

// TestDots: a dash of no length is a whole dot where lines have round ends, also where
// the line begins.
func TestDots(t *testing.T) {
	at := func(x float64) drawing.Step { return drawing.Step{Op: 'l', Points: [3]drawing.Point{{X: x}}} }
	path := []drawing.Step{{Op: 'm'}, at(30)}
	all := dashed(lines(path)[0], &drawing.Stroke{Width: 4, Cap: 1, Dashes: []float64{0, 10}})
	if len(all) != 3 {
		t.Fatalf("%d dots, want 3", len(all))
	}
	for i, l := range all {
		if a, b := l.points[0], l.points[1]; a.X != float64(10*i) || b.X <= a.X || b.X > a.X+0.001 {
			t.Errorf("dot %d is from %v to %v", i, a, b)
		}
	}
}

// TestBetween: pixels larger than those of the screen pass into each other.
func TestBetween(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	copy(m.Pix, []uint8{200, 0, 0, 255, 0, 0, 0, 255})
	for x, want := range map[float64]uint8{-0.5: 200, 0: 200, 0.5: 100, 0.75: 50, 1.4: 0} {
		if ink, alpha := between(m, x, 0); ink.R != want || alpha != 255 {
			t.Errorf("at %g: %v of %d, want %d", x, ink, alpha, want)
		}
	}
	clear(m.Pix[4:])
	if ink, alpha := between(m, 0.5, 0); ink.R != 200 || alpha != 128 {
		t.Errorf("beside a clear one: %v of %d", ink, alpha)
	}
}
