package publish

import (
	"fmt"
	"io"
	"slices"

	"warraq/content/design"
	"warraq/content/setup"
	"warraq/layout/cover"
)

// writeWrap writes the cover around the book, for a print shop.
func (e *Edition) writeWrap(w io.Writer) (says string, err error) {
	pages, err := e.pages()
	if err != nil {
		return "", err
	}
	set, err := e.faces()
	if err != nil {
		return "", err
	}
	defer e.watch(Step(Cover))()
	press, problems := e.wish()
	printed := press.Pages(pages) // the same number as that file has
	around := cover.WrapOf(e.doc, set, cover.Around{Pages: printed, Bleed: press.Bleed})
	e.tell(Step(Cover), slices.Concat(problems, warned(around.Book.Warnings), around.Notes))
	press.Bled, press.Folds, press.Reversed = true, around.Folds, false
	theme := e.doc.Setup.Theme
	if theme == nil {
		theme = design.Plain()
	}
	press.Inks = append(press.Inks, theme.CoverInks()...)
	if press.Slug, err = e.slugs(1, press.SlugRoom(around.Book)); err != nil {
		return "", err
	}
	draft, err := e.drawOther(around.Book)
	if err != nil {
		return "", err
	}
	says = fmt.Sprintf("cover for %s, spine %.1f mm", count(printed, "page", "pages"), around.Spine/setup.Millimetre)
	return says, draft.WritePress(w, press)
}
