package main

import (
	"bytes"
	"fmt"
	"time"

	"warraq/content"
	"warraq/content/design"
	"warraq/layout"
	"warraq/layout/cover"
	"warraq/layout/pdf"
)

// wrap writes the cover around a book of so many pages, for a print shop.
func (m *manuscript) wrap(pages *layout.Book) (product, error) {
	start := time.Now()
	set, err := m.faces()
	if err != nil {
		return product{}, err
	}
	press := m.wish()
	printed := press.Pages(pages) // the same number as that file has
	around := cover.WrapOf(m.doc, set, cover.Around{Pages: printed, Bleed: press.Bleed})
	m.warnings = append(m.warnings, around.Book.Warnings...)
	m.late = append(m.late, around.Notes...)
	press.Bled, press.Folds, press.Reversed = true, around.Folds, false
	theme := m.doc.Setup.Theme
	if theme == nil {
		theme = design.Plain()
	}
	press.Inks = append(press.Inks, theme.CoverInks()...)
	if m.doc.Setup.Press.Marks.Has(content.PressSlug) {
		if press.Slug, err = m.slugs(1, press.SlugRoom(around.Book)); err != nil {
			return product{}, err
		}
	}
	draft, err := pdf.Draw(&content.Document{Meta: m.doc.Meta}, around.Book, pdf.Options{Date: m.date, Producer: producer()})
	if err != nil {
		return product{}, err
	}
	var b bytes.Buffer
	if err := draft.WritePress(&b, press); err != nil {
		return product{}, err
	}
	what := fmt.Sprintf("cover for %s, spine %.1f mm", count(printed, "page", "pages"), around.Spine/content.Millimetre)
	return newProduct(m.name+"-cover.pdf", b.Bytes(), what, "cover", start), nil
}
