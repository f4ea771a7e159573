package publish

import (
	"fmt"
	"io"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout"
	"warraq/layout/pdf"
	"warraq/layout/pdf/press"
)

// writePress writes the pages as a print shop takes them.
func (e *Edition) writePress(w io.Writer) (says string, err error) {
	pages, draft, err := e.drawn()
	if err != nil {
		return "", err
	}
	defer e.watch(Step(Press))()
	p, problems := e.wish()
	e.tell(Step(Press), append(pages.PressProblems(e.doc), problems...))
	n := p.Pages(pages)
	if p.Slug, err = e.slugs(n, p.SlugRoom(pages)); err != nil {
		return "", err
	}
	return count(n, "page", "pages"), draft.WritePress(w, p)
}

// wish is what the book asks of every file for a print shop but its slugs.
func (e *Edition) wish() (p pdf.Press, problems []content.Problem) {
	asked := &e.doc.Setup.Press
	condition, registered := setup.ConditionOf(asked.Condition)
	p = pdf.Press{
		Bleed:     asked.BleedOrDefault(),
		Condition: press.Condition{Name: condition.Name, Info: condition.Info, Registered: registered},
		Reversed:  asked.Reversed,
	}
	if a := e.doc.Assets[asked.Profile]; a != nil {
		p.Condition.Profile = a.Data
	} else if !press.HasProfile(condition.Name) {
		problems = []content.Problem{{Pos: e.doc.Said.Press, Warns: true,
			What: "there is no profile of " + condition.Name + " in the program: the file for the print shop is made, but cannot call itself PDF/X-4",
			Hint: "ask the print shop for theirs and name it under `press: profile:`"}}
	}
	for _, mark := range []struct {
		asked setup.PressMarks
		drawn press.Marks
	}{{setup.PressCrop, press.CropMarks}, {setup.PressRegistration, press.RegistrationMarks}} {
		if asked.Marks.Has(mark.asked) {
			p.Marks |= mark.drawn
		}
	}
	if theme := e.doc.Setup.Theme; theme != nil {
		p.Inks = theme.Colors.Inks()
	}
	return p, problems
}

// slugs are the lines beside n pages, of a width: which page it is, of which date
// where the book has one, and of what book, which is cut where it is long. They are
// nil for a book that asks for none.
func (e *Edition) slugs(n int, width float64) (*pdf.Draft, error) {
	if !e.doc.Setup.Press.Marks.Has(setup.PressSlug) {
		return nil, nil
	}
	set, err := e.faces()
	if err != nil {
		return nil, err
	}
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("%d / %d · ", i+1, n)
		if e.doc.Meta.Date != "" {
			lines[i] += e.doc.Meta.Date + " · "
		}
		lines[i] += "\u2068" + e.opt.Name + "\u2069" // isolated, since a name may run either way
	}
	return pdf.Draw(new(content.Document), layout.Slugs(set, lines, width), pdf.Options{})
}
