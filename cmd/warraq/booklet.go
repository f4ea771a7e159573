package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"warraq/content"
	"warraq/layout"
	"warraq/layout/impose"
	"warraq/layout/pdf"
	"warraq/layout/trial"
)

// schemes are those of package impose, by what the book calls them.
var schemes = [...]impose.Scheme{
	content.ImposeSaddle: impose.Saddle, content.ImposePerfect: impose.Perfect,
	content.Impose2Up: impose.TwoUp, content.Impose4Up: impose.FourUp,
}

// edges are those of package impose.
var edges = [...]impose.Edge{content.ShortEdge: impose.ShortEdge, content.LongEdge: impose.LongEdge}

// booklet writes the pages on sheets.
func (m *manuscript) booklet(pages *layout.Book, draft *pdf.Draft) (product, error) {
	start := time.Now()
	b := &m.doc.Setup.Booklet
	plan, err := impose.Impose(len(pages.Pages), imposition(b, pages.Style))
	if err != nil {
		return product{}, m.noSheets(err)
	}
	m.warnings = append(m.warnings, margins(plan, pages, b.Pos)...)
	var w bytes.Buffer
	if err := draft.WriteSheets(&w, pdf.Sheets{Plan: plan, Turn: edges[b.Duplex]}); err != nil {
		return product{}, err
	}
	return newProduct(m.name+"-booklet.pdf", w.Bytes(), told(plan, b.Impose), "booklet", start), nil
}

// testSheet writes a sheet to try the printer with.
func (m *manuscript) testSheet() (product, error) {
	start := time.Now()
	set, err := m.faces()
	if err != nil {
		return product{}, err
	}
	b := &m.doc.Setup.Booklet
	pages, plan, err := trial.Sheet(m.doc, set, imposition(b, layout.StyleOf(m.doc)))
	if err != nil {
		return product{}, m.noSheets(err)
	}
	draft, err := pdf.Draw(&content.Document{Meta: m.doc.Meta}, pages, pdf.Options{Date: m.date, Producer: producer()})
	if err != nil {
		return product{}, err
	}
	var w bytes.Buffer
	if err := draft.WriteSheets(&w, pdf.Sheets{Plan: plan, Turn: edges[b.Duplex]}); err != nil {
		return product{}, err
	}
	return newProduct(m.name+"-test-sheet.pdf", w.Bytes(), told(plan, b.Impose), "test sheet", start), nil
}

// noSheets is why a book cannot be imposed as it asks.
func (m *manuscript) noSheets(err error) error {
	return content.Problems{{Pos: m.doc.Setup.Booklet.Pos, What: "the booklet cannot be made: " + err.Error()}}
}

// imposition is what the book says of its sheets, in numbers.
func imposition(b *content.Booklet, style layout.Style) impose.Options {
	opt := impose.Options{
		Scheme: schemes[b.Impose], Right: !style.LTR, Turn: edges[b.Duplex],
		Signature: b.Signature, Caliper: b.Caliper,
		Blanks: b.Blanks.After, BeforeLast: b.Blanks.BeforeLast,
		Trim: impose.Size(style.Trim), Sheet: impose.Size(b.Sheet),
		Fold: b.Fold, Crop: b.Trim, Margin: b.Margin,
	}
	if opt.Sheet == (impose.Size{}) {
		opt.Sheet = opt.Choose(stock())
	}
	return opt
}

// stock is the papers that have names: all of them, and the usual ones.
func stock() (all, usual []impose.Size) {
	for _, p := range content.Papers {
		all = append(all, impose.Size(p.Size))
		if p.Usual {
			usual = append(usual, impose.Size(p.Size))
		}
	}
	return all, usual
}

// told is what the summary says of sheets.
func told(plan *impose.Plan, scheme content.Imposition) string {
	s := count(len(plan.Sheets), "sheet", "sheets") + " of " + sheetName(plan.Size) + ", " + scheme.String()
	if n := plan.Sheets[len(plan.Sheets)-1].Signature + 1; n > 1 {
		s += fmt.Sprintf(" in %d signatures", n)
	}
	return s
}

// sheetName is the name of a sheet's paper, or its size in millimetres.
func sheetName(s impose.Size) string {
	short, long := min(s.W, s.H), max(s.W, s.H)
	for _, p := range content.Papers {
		if near(p.W, short) && near(p.H, long) {
			if strings.ContainsAny(p.Name, "0123456789") {
				return strings.ToUpper(p.Name)
			}
			return p.Name
		}
	}
	return fmt.Sprintf("%.0f × %.0f mm", s.W/content.Millimetre, s.H/content.Millimetre)
}

func near(a, b float64) bool { return a-b < 0.1 && b-a < 0.1 }

// margins warns of ink that the printer or the fold would spoil.
func margins(plan *impose.Plan, pages *layout.Book, at content.Pos) (warnings []content.Problem) {
	ink := make([]impose.Ink, len(pages.Pages))
	for i, p := range pages.Pages {
		if r := p.Ink(); r != (layout.Rect{}) {
			ink[i] = impose.Ink{Left: r.X, Right: r.X + r.W, Top: plan.Trim.H - r.Y, Bottom: plan.Trim.H - r.Y - r.H}
		}
	}
	if near := plan.TooNear(ink); near.Page >= 0 {
		warnings = append(warnings, content.Problem{Pos: at, Warns: true,
			What: fmt.Sprintf("page %d of the booklet has ink %.1f mm from the edge of its sheet, and the printer prints nothing on %.1f mm",
				near.Page+1, near.Distance/content.Millimetre, plan.Margin/content.Millimetre),
			Hint: "choose a larger sheet (`booklet: {sheet: …}`) or wider margins, or say what your printer can (`printer-margin: …`)"})
	}
	if over := plan.Crossing(ink); over.Page >= 0 {
		warnings = append(warnings, content.Problem{Pos: at, Warns: true,
			What: fmt.Sprintf("page %d of the booklet is moved across the fold by %.1f mm", over.Page+1, -over.Distance/content.Millimetre),
			Hint: "fold fewer pages together (`signature: 16`)"})
	}
	return warnings
}
