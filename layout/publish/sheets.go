package publish

import (
	"fmt"
	"io"
	"strings"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/impose"
	"warraq/layout/pdf"
	"warraq/layout/trial"
)

// schemes are those of package impose, by what the book calls them.
var schemes = [...]impose.Scheme{
	setup.ImposeSaddle: impose.Saddle, setup.ImposePerfect: impose.Perfect,
	setup.Impose2Up: impose.TwoUp, setup.Impose4Up: impose.FourUp,
}

// edges are those of package impose.
var edges = [...]impose.Edge{setup.ShortEdge: impose.ShortEdge, setup.LongEdge: impose.LongEdge}

// writeBooklet writes the pages on sheets to print, fold and bind. Sheets on which
// they do not fit are a [content.Problems].
func (e *Edition) writeBooklet(w io.Writer) (says string, err error) {
	pages, draft, err := e.drawn()
	if err != nil {
		return "", err
	}
	defer e.watch(Step(Booklet))()
	b := &e.doc.Setup.Booklet
	plan, err := impose.Impose(len(pages.Pages), imposition(b, pages.Style))
	if err != nil {
		return "", e.noSheets(err)
	}
	e.tell(Step(Booklet), margins(plan, pages, e.doc.Said.Booklet))
	if e.doc.Setup.Wrap.Page {
		if err := coverSheet(plan, imposition(b, pages.Style), len(pages.Pages)); err != nil {
			return "", e.noSheets(err)
		}
	}
	return told(plan, b.Impose), draft.WriteSheets(w, pdf.Sheets{Plan: plan, Turn: edges[b.Duplex]})
}

// writeTestSheet writes a sheet to try the printer with, imposed as the booklet is.
func (e *Edition) writeTestSheet(w io.Writer) (says string, err error) {
	set, err := e.faces()
	if err != nil {
		return "", err
	}
	defer e.watch(Step(TestSheet))()
	b := &e.doc.Setup.Booklet
	pages, plan, err := trial.Sheet(e.doc, set, imposition(b, format.Of(e.doc)))
	if err != nil {
		return "", e.noSheets(err)
	}
	draft, err := e.drawOther(pages)
	if err != nil {
		return "", err
	}
	return told(plan, b.Impose), draft.WriteSheets(w, pdf.Sheets{Plan: plan, Turn: edges[b.Duplex]})
}

// drawOther draws pages that are not the book's own: they have its metadata and none
// of its structure.
func (e *Edition) drawOther(pages *display.Book) (*pdf.Draft, error) {
	return pdf.Draw(&content.Document{Meta: e.doc.Meta}, pages, pdf.Options{Date: e.opt.Date, Producer: e.opt.Producer})
}

// noSheets is why a book cannot be imposed as it asks.
func (e *Edition) noSheets(err error) error {
	return content.Problems{{Pos: e.doc.Said.Booklet, What: "the booklet cannot be made: " + err.Error()}}
}

// imposition is what the book says of its sheets, in numbers.
func imposition(b *setup.Booklet, style format.Style) impose.Options {
	opt := impose.Options{
		Scheme: schemes[b.Impose], Right: !style.LTR, Turn: edges[b.Duplex],
		Signature: b.Signature, Caliper: b.Caliper,
		Blanks: b.Blanks.After, BeforeLast: b.Blanks.BeforeLast,
		Trim: impose.Size(style.Trim), Sheet: impose.Size(b.Sheet),
		Fold: b.Fold, Crop: b.Trim || !b.Marked, Margin: b.Margin,
	}
	if opt.Sheet == (impose.Size{}) {
		opt.Sheet = opt.Choose(stock())
	}
	return opt
}

// stock is the papers that have names: all of them, and the usual ones.
func stock() (all, usual []impose.Size) {
	for _, p := range setup.Papers {
		all = append(all, impose.Size(p.Size))
		if p.Usual {
			usual = append(usual, impose.Size(p.Size))
		}
	}
	return all, usual
}

// told is what there is to say of sheets.
func told(plan *impose.Plan, scheme setup.Imposition) string {
	s := count(len(plan.Sheets), "sheet", "sheets") + " of " + sheetName(plan.Size) + ", " + scheme.String()
	if n := plan.Sheets[len(plan.Sheets)-1].Signature + 1; n > 1 {
		s += fmt.Sprintf(" in %d signatures", n)
	}
	return s
}

// sheetName is the name of a sheet's paper, or its size in millimetres.
func sheetName(s impose.Size) string {
	short, long := min(s.W, s.H), max(s.W, s.H)
	for _, p := range setup.Papers {
		if near(p.W, short) && near(p.H, long) {
			if strings.ContainsAny(p.Name, "0123456789") {
				return strings.ToUpper(p.Name)
			}
			return p.Name
		}
	}
	return fmt.Sprintf("%.0f × %.0f mm", s.W/setup.Millimetre, s.H/setup.Millimetre)
}

func near(a, b float64) bool { return a-b < 0.1 && b-a < 0.1 }

// margins warns of ink that the printer or the fold would spoil.
func margins(plan *impose.Plan, pages *display.Book, at content.Pos) (warnings []content.Problem) {
	ink := make([]impose.Ink, len(pages.Pages))
	for i, p := range pages.Pages {
		if r := p.Ink(); r != (display.Rect{}) {
			r = r.On(plan.Trim.W, plan.Trim.H) // a sheet has nothing of the bleed
			ink[i] = impose.Ink{Left: r.X, Right: r.X + r.W, Top: plan.Trim.H - r.Y, Bottom: plan.Trim.H - r.Y - r.H}
		}
	}
	if near := plan.TooNear(ink); near.Page >= 0 {
		warnings = append(warnings, content.Problem{Pos: at, Warns: true,
			What: fmt.Sprintf("page %d of the booklet has ink %.1f mm from the edge of its sheet, and the printer prints nothing on %.1f mm",
				near.Page+1, max(0, near.Distance/setup.Millimetre), plan.Margin/setup.Millimetre),
			Hint: "choose a larger sheet (`booklet: {sheet: …}`) or wider margins, or say what your printer can (`printer-margin: …`)"})
	}
	if over := plan.Crossing(ink); over.Page >= 0 {
		warnings = append(warnings, content.Problem{Pos: at, Warns: true,
			What: fmt.Sprintf("page %d of the booklet is moved across the fold by %.1f mm", over.Page+1, -over.Distance/setup.Millimetre),
			Hint: "fold fewer pages together (`signature: 16`)"})
	}
	return warnings
}
