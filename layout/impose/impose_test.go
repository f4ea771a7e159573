package impose_test

import (
	"fmt"
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
	var got []int
	if opt.Scheme == impose.Saddle || opt.Scheme == impose.Perfect {
		got = h.fold()
	} else {
		got = h.cut()
	}
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
	} {
		if plan, err := impose.Impose(c.pages, c.opt); err == nil {
			t.Errorf("%d pages, %+v: %d sheets", c.pages, c.opt, len(plan.Sheets))
		}
	}
}
