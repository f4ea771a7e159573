package main

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"warraq/content"
	"warraq/layout"
	"warraq/layout/pdf"
)

// press writes the file for a print shop.
func (m *manuscript) press(pages *layout.Book, draft *pdf.Draft) (product, error) {
	start := time.Now()
	for _, problem := range pages.PressProblems(m.doc) {
		if problem.Warns {
			m.warnings = append(m.warnings, problem)
		} else {
			m.late = append(m.late, problem)
		}
	}
	p := m.wish()
	if m.doc.Setup.Press.Marks.Has(content.PressSlug) {
		var err error
		if p.Slug, err = m.slugs(p.Pages(pages), p.SlugRoom(pages)); err != nil {
			return product{}, err
		}
	}
	var b bytes.Buffer
	if err := draft.WritePress(&b, p); err != nil {
		return product{}, err
	}
	return newProduct(m.name+"-press.pdf", b.Bytes(), count(p.Pages(pages), "page", "pages"), "press", start), nil
}

// wish is what the book asks of every file for a print shop but its slugs.
func (m *manuscript) wish() pdf.Press {
	setup := &m.doc.Setup.Press
	condition, registered := content.ConditionOf(setup.Condition)
	p := pdf.Press{
		Bleed:     setup.BleedOrDefault(),
		Condition: pdf.Condition{Name: condition.Name, Info: condition.Info, Registered: registered},
		Reversed:  setup.Reversed,
	}
	if a := m.doc.Assets[setup.Profile]; a != nil {
		p.Condition.Profile = a.Data
	} else if !pdf.HasProfile(condition.Name) {
		none := content.Problem{Pos: setup.Pos, Warns: true,
			What: "there is no profile of " + condition.Name + " in the program: the file for the print shop is made, but cannot call itself PDF/X-4",
			Hint: "ask the print shop for theirs and name it under `press: profile:`"}
		if !slices.Contains(m.warnings, none) { // pages and cover ask for the same
			m.warnings = append(m.warnings, none)
		}
	}
	for _, mark := range []struct {
		asked content.PressMarks
		drawn pdf.Marks
	}{{content.PressCrop, pdf.CropMarks}, {content.PressRegistration, pdf.RegistrationMarks}} {
		if setup.Marks.Has(mark.asked) {
			p.Marks |= mark.drawn
		}
	}
	if theme := m.doc.Setup.Theme; theme != nil {
		p.Inks = theme.Colors.Inks()
	}
	return p
}

// slugs are the lines beside n pages, of a width: which page it is, of which date
// where the book has one, and of what book, which is cut where it is long.
func (m *manuscript) slugs(n int, width float64) (*pdf.Draft, error) {
	set, err := m.faces()
	if err != nil {
		return nil, err
	}
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("%d / %d · ", i+1, n)
		if m.doc.Meta.Date != "" {
			lines[i] += m.doc.Meta.Date + " · "
		}
		lines[i] += "\u2068" + m.name + "\u2069" // isolated, since a name may run either way
	}
	doc := new(content.Document)
	return pdf.Draw(doc, layout.Slugs(set, lines, width), pdf.Options{})
}
