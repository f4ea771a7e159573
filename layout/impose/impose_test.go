package impose_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"warraq/layout/impose"
)

var a5 = impose.Size{W: 419.53, H: 595.28}

// TestFold makes books of sheets as hands do, and reads them: every page stands
// there once, in order, upright, with its spine where the binding is, and the
// blanks behind the last.
func TestFold(t *testing.T) {
	for _, scheme := range []impose.Scheme{impose.Saddle, impose.Perfect, impose.TwoUp, impose.FourUp} {
		for _, signature := range []int{0, 4, 8, 16, 32} {
			for pages := 1; pages <= 70; pages++ {
				for turn := range 4 {
					opt := impose.Options{
						Scheme: scheme, Right: turn&1 == 0, Turn: impose.Edge(turn >> 1), Signature: signature, Caliper: 0.3, Trim: a5,
					}
					t.Run(fmt.Sprintf("%d/%d/%d/%d", scheme, signature, pages, turn), func(t *testing.T) { made(t, pages, nil, opt) })
				}
			}
		}
	}
}

// TestBlanks puts blanks where they are asked for.
func TestBlanks(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		pages := 1 + r.IntN(70)
		var blanks []int
		for range r.IntN(5) {
			blanks = append(blanks, r.IntN(pages+1))
		}
		opt := impose.Options{Scheme: impose.Scheme(r.IntN(4)), Right: r.IntN(2) == 0, Trim: a5, Sheet: impose.Size{W: 900, H: 1300}}
		made(t, pages, blanks, opt)
	}
}

// made imposes, makes the book and checks it.
func made(t *testing.T, pages int, blanks []int, opt impose.Options) {
	t.Helper()
	opt.Blanks = blanks
	plan, err := impose.Impose(pages, opt)
	if err != nil {
		t.Fatal(err)
	}
	h := hands{t: t, plan: plan, opt: opt}
	got := h.read()
	var want []int
	for page := 0; page <= pages; page++ {
		if page > 0 {
			want = append(want, page)
		}
		for _, b := range blanks {
			if b == page {
				want = append(want, 0)
			}
		}
	}
	if len(got) < len(want) || len(got)-len(want) >= 8 || !slices.Equal(got[:len(want)], want) {
		t.Fatalf("reads %v", got)
	}
	for _, p := range got[len(want):] {
		if p != 0 {
			t.Fatalf("page %d behind the last one", p)
		}
	}
}

// hands make a book of the sheets of a plan.
type hands struct {
	t    *testing.T
	plan *impose.Plan
	opt  impose.Options
}

// read makes the book and reads its pages.
func (h *hands) read() []int {
	if h.opt.Scheme == impose.Saddle || h.opt.Scheme == impose.Perfect {
		return h.fold()
	}
	return h.cut()
}

// face is a page as it lies on paper, seen by who turns the sheet over about an
// upright axis.
type face struct {
	page    int     // from 1; 0 for a blank
	x, y    float64 // of its middle
	upright bool
	right   bool // its spine is at the right
	creep   float64
}

// front gives the faces of a sheet's front.
func (h *hands) front(side impose.Side) []face {
	var faces []face
	for _, p := range side {
		sign := 1.0
		if p.Turned {
			sign = -1
		}
		faces = append(faces, face{p.Page + 1, p.X + sign*h.plan.Trim.W/2, p.Y + sign*h.plan.Trim.H/2, !p.Turned, p.Right, p.Creep})
	}
	return faces
}

// back gives the faces of its back, where the printer put them: turned about a
// level edge, what it prints is upside down.
func (h *hands) back(side impose.Side) []face {
	faces := h.front(side)
	landscape := h.plan.Size.W > h.plan.Size.H
	if landscape == (h.opt.Turn == impose.ShortEdge) {
		return faces
	}
	for i := range faces {
		f := &faces[i]
		f.x, f.y, f.upright = h.plan.Size.W-f.x, h.plan.Size.H-f.y, !f.upright
	}
	return faces
}

// at takes the face in a column and a row, from the left and the top, of which
// there is one. It must be upright and have its spine at a side.
func (h *hands) at(faces []face, column, row, rows int, right bool) int {
	h.t.Helper()
	found := 0
	var f face
	for _, x := range faces {
		c, r := int(x.x*2/h.plan.Size.W), rows-1-int(x.y*float64(rows)/h.plan.Size.H)
		if c == column && r == row {
			f = x
			found++
		}
	}
	switch {
	case found != 1:
		h.t.Fatalf("%d pages in column %d, row %d", found, column, row)
	case !f.upright:
		h.t.Fatalf("page %d is upside down", f.page)
	case f.right != right:
		h.t.Fatalf("page %d has its spine at the wrong side", f.page)
	}
	return f.page
}

// fold folds each sheet of a signature with its front outside and puts the next
// one into it; then it turns the leaves.
func (h *hands) fold() (read []int) {
	var signature []impose.Sheet
	for i, s := range h.plan.Sheets {
		h.crept(s)
		signature = append(signature, s)
		if i+1 < len(h.plan.Sheets) && h.plan.Sheets[i+1].Signature == s.Signature {
			continue
		}
		first := 1 // the half that has page 1 outside
		if h.opt.Right {
			first = 0
		}
		for _, s := range signature {
			read = append(read, h.at(h.front(s.Front), first, 0, 1, h.opt.Right), h.at(h.back(s.Back), 1-first, 0, 1, !h.opt.Right))
		}
		for _, s := range slices.Backward(signature) {
			read = append(read, h.at(h.back(s.Back), first, 0, 1, h.opt.Right), h.at(h.front(s.Front), 1-first, 0, 1, !h.opt.Right))
		}
		signature = nil
	}
	return read
}

// crept checks that all pages of a sheet have moved towards the fold, each sheet
// by a leaf more than the one around it.
func (h *hands) crept(s impose.Sheet) {
	h.t.Helper()
	want := float64(s.Within) * h.opt.Caliper
	middle := h.plan.Size.W / 2
	for _, faces := range [][]face{h.front(s.Front), h.back(s.Back)} {
		for _, f := range faces {
			from := h.plan.Trim.W/2 - max(middle-f.x, f.x-middle)
			if diff := from - want; diff > 1e-9 || diff < -1e-9 {
				h.t.Fatalf("page %d has moved by %g towards the spine, want %g", f.page, from, want)
			}
		}
	}
}

// cut cuts the sheets, puts the stacks one on the other and reads them.
func (h *hands) cut() (read []int) {
	rows := 1
	if h.opt.Scheme == impose.FourUp {
		rows = 2
	}
	for stack := range 2 * rows {
		column, row := stack%2, stack/2
		if h.opt.Right {
			column = 1 - column
		}
		for _, s := range h.plan.Sheets {
			read = append(read, h.at(h.front(s.Front), column, row, rows, h.opt.Right), h.at(h.back(s.Back), 1-column, row, rows, !h.opt.Right))
		}
	}
	return read
}

// TestRefused names what cannot be done.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		pages int
		opt   impose.Options
	}{
		{0, impose.Options{Trim: a5}},
		{4, impose.Options{}},
		{4, impose.Options{Trim: a5, Signature: 6}},
		{4, impose.Options{Trim: a5, Signature: -4}},
		{4, impose.Options{Trim: a5, Caliper: -1}},
		{4, impose.Options{Trim: a5, Scheme: 9}},
		{4, impose.Options{Trim: a5, Sheet: impose.Size{W: 800, H: 595}}},
		{4, impose.Options{Trim: a5, Scheme: impose.FourUp, Sheet: impose.Size{W: 841.89, H: 595.28}}},
		{4, impose.Options{Trim: a5, Blanks: []int{5}}},
		{4, impose.Options{Trim: impose.Size{W: math.NaN(), H: 1}}},
		{4, impose.Options{Trim: impose.Size{W: 1, H: math.Inf(1)}}},
		{4, impose.Options{Trim: a5, Sheet: impose.Size{W: math.Inf(1), H: 1e3}}},
		{4, impose.Options{Trim: a5, Sheet: impose.Size{W: math.NaN(), H: 1e3}}},
		{4, impose.Options{Trim: a5, Caliper: math.Inf(1)}},
		{4, impose.Options{Trim: a5, Margin: math.NaN()}},
	} {
		if plan, err := impose.Impose(c.pages, c.opt); err == nil {
			t.Errorf("%d pages, %+v: %d sheets", c.pages, c.opt, len(plan.Sheets))
		}
	}
}

// TestChosen names the sheet for pages: one that they fill, else the next larger
// usual one, lying as they need it.
func TestChosen(t *testing.T) {
	size := func(w, h float64) impose.Size { return impose.Size{W: w * 72 / 25.4, H: h * 72 / 25.4} }
	a6, a4, a3, a2, b4, letter := size(105, 148), size(210, 297), size(297, 420), size(420, 594), size(250, 353), size(215.9, 279.4)
	all, usual := []impose.Size{a6, letter, a4, b4, a3, a2}, []impose.Size{a4, a3, a2}
	for _, c := range []struct {
		w, h   float64
		scheme impose.Scheme
		want   impose.Size
	}{
		{148, 210, impose.Saddle, size(297, 210)},
		{148, 210, impose.FourUp, size(297, 420)},
		{105, 148, impose.TwoUp, size(297, 210)},
		{105, 148, impose.FourUp, size(210, 297)},
		{210, 297, impose.Perfect, size(420, 297)},
		{176, 250, impose.Saddle, size(353, 250)},
		{170, 240, impose.Saddle, size(420, 297)},
		{139.7, 215.9, impose.Saddle, size(279.4, 215.9)},
		{297, 210, impose.Saddle, size(594, 420)},
		{250, 300, impose.Saddle, size(594, 420)},
		{297, 420, impose.FourUp, impose.Size{}},
	} {
		opt := impose.Options{Scheme: c.scheme, Trim: size(c.w, c.h)}
		if got := opt.Choose(all, usual); got != c.want {
			t.Errorf("pages of %g × %g, %d: %v, want %v", c.w, c.h, c.scheme, got, c.want)
		}
	}
}

// TestThick divides what no stapler goes through into signatures alike.
func TestThick(t *testing.T) {
	for pages, want := range map[int][]int{
		80: {80}, 81: {28, 28, 28}, 96: {32, 32, 32}, 100: {28, 28, 28, 16}, 447: {32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32},
	} {
		plan, err := impose.Impose(pages, impose.Options{Trim: a5})
		if err != nil {
			t.Fatal(err)
		}
		var got []int
		for _, s := range plan.Sheets {
			if s.Within == 0 {
				got = append(got, 0)
			}
			got[len(got)-1] += 4
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d pages in signatures of %v, want %v", pages, got, want)
		}
	}
}

// TestBeforeLast puts the missing pages before the last one, which is then the
// back of the book.
func TestBeforeLast(t *testing.T) {
	for pages := 1; pages <= 70; pages++ {
		for scheme := range impose.FourUp + 1 {
			opt := impose.Options{Scheme: scheme, Right: true, Trim: a5, BeforeLast: true}
			plan, err := impose.Impose(pages, opt)
			if err != nil {
				t.Fatal(err)
			}
			h := hands{t: t, plan: plan, opt: opt}
			read := h.read()
			if read[len(read)-1] != pages || !slices.IsSorted(slices.DeleteFunc(read, func(p int) bool { return p == 0 })) {
				t.Fatalf("%d: %d pages read %v", scheme, pages, read)
			}
		}
	}
}

// TestMarks keeps marks off the pages and inside what the printer prints; on
// sheets no larger than the pages they stand in the fold.
func TestMarks(t *testing.T) {
	for _, sheet := range []impose.Size{{}, {W: 841.89, H: 595.28}, {W: 870, H: 640}, {W: 907.09, H: 1275.59}, {W: 1275.59, H: 907.09}, {W: 1300, H: 1400}} {
		for scheme := range impose.FourUp + 1 {
			opt := impose.Options{Scheme: scheme, Trim: a5, Sheet: sheet, Fold: true, Crop: true}
			plan, err := impose.Impose(30, opt)
			if err != nil {
				continue // it does not hold them
			}
			for _, l := range slices.Concat(plan.Marks.Both, plan.Marks.Inside) {
				if l.X1 != l.X2 && l.Y1 != l.Y2 || l.X1 == l.X2 && l.Y1 == l.Y2 {
					t.Errorf("%v, %d: the mark %v is neither level nor upright", sheet, scheme, l)
				}
				if m := impose.UsualMargin - 0.01; min(l.X1, l.X2, l.Y1, l.Y2) < m || max(l.X1, l.X2) > plan.Size.W-m || max(l.Y1, l.Y2) > plan.Size.H-m {
					t.Errorf("%v, %d: the mark %v lies where the printer prints nothing", sheet, scheme, l)
				}
				if onPage(plan, l) && !slices.Contains(slices.Concat(plan.Folds, plan.Cuts), whole(plan, l)) {
					t.Errorf("%v, %d: the mark %v lies on a page", sheet, scheme, l)
				}
			}
			if len(plan.Marks.Both)+len(plan.Marks.Inside) == 0 {
				t.Errorf("%v, %d: no marks", sheet, scheme)
			}
		}
	}
}

// onPage tells whether the middle of a mark lies on a page or between two.
func onPage(plan *impose.Plan, l impose.Line) bool {
	x, y := (l.X1+l.X2)/2, (l.Y1+l.Y2)/2
	return slices.ContainsFunc(plan.Sheets[0].Front, func(p impose.Place) bool {
		return x >= p.X && x <= p.X+plan.Trim.W && y >= p.Y && y <= p.Y+plan.Trim.H
	})
}

// whole is the line through a mark from edge to edge of the sheet.
func whole(plan *impose.Plan, l impose.Line) impose.Line {
	if l.X1 == l.X2 {
		return impose.Line{X1: l.X1, X2: l.X2, Y2: plan.Size.H}
	}
	return impose.Line{Y1: l.Y1, Y2: l.Y2, X2: plan.Size.W}
}

// TestInk finds the first page that the printer or the fold would spoil, and none
// where all are well inside.
func TestInk(t *testing.T) {
	well := impose.Ink{Left: 60, Bottom: 40, Right: 360, Top: 560}
	for scheme := range impose.FourUp + 1 {
		for turn := range 4 {
			opt := impose.Options{Scheme: scheme, Right: turn&1 == 0, Turn: impose.Edge(turn >> 1), Trim: a5}
			plan, err := impose.Impose(30, opt)
			if err != nil {
				t.Fatal(err)
			}
			ink := slices.Repeat([]impose.Ink{well}, 30)
			ink[3] = impose.Ink{}
			if got := plan.TooNear(ink); got.Page != -1 {
				t.Errorf("%d: page %d is %g from the edge", scheme, got.Page+1, got.Distance)
			}
			for _, page := range []int{11, 6} {
				ink[page].Bottom, ink[page].Top = 7, 590
				got := plan.TooNear(ink)
				if upper := scheme == impose.FourUp; got.Page != page || !upper && (got.Distance < 5.27 || got.Distance > 5.29) {
					t.Errorf("%d: page %d is %g from the edge, want page %d, 5.28", scheme, got.Page+1, got.Distance, page+1)
				}
			}
			opt.Caliper = 3
			if plan, err = impose.Impose(64, opt); err != nil {
				t.Fatal(err)
			}
			got := plan.Crossing(slices.Repeat([]impose.Ink{{Left: 40, Right: a5.W - 40, Bottom: 40, Top: 500}}, 64))
			if want := map[impose.Scheme]int{impose.Saddle: 28}; scheme == impose.Saddle && got.Page != want[scheme] || scheme != impose.Saddle && got.Page != -1 {
				t.Errorf("%d: page %d crosses the fold by %g", scheme, got.Page+1, -got.Distance)
			}
		}
	}
}
