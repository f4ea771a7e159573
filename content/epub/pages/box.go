package pages

import (
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/stand"
)

// boxRoles are what a kind of box is to those who do not see it (DPUB-ARIA 1.1,
// and ARIA in HTML, which has no doc-notice for an aside).
var boxRoles = map[string]struct{ tag, attrs string }{
	"box":     {"aside", ""},
	"note":    {"aside", ` role="note"`},
	"warning": {"section", ` epub:type="notice" role="doc-notice"`},
	"example": {"aside", ` role="doc-example"`},
	"summary": {"aside", ""},
}

// div writes a fenced division: a box named by its title, and any other as a
// plain division.
func (w *Writer) div(d *content.Div) {
	if d.Abreast() != nil {
		w.abreast(d)
		return
	}
	tag, class, extra := "div", "", ""
	if d.Has(stand.SideClass) {
		tag, extra = "aside", ` role="note"`
	} else if kind := d.Boxed(); kind != "" {
		role := boxRoles[kind]
		tag, class, extra = role.tag, "box", role.attrs
		if title := markup.Clean(content.PlainText(d.Title)); title != "" {
			extra += ` aria-label="` + markup.Escape(title) + `"`
		}
	}
	w.open(tag, &d.Attr, strings.TrimSpace(class+" "+w.standing(&d.Attr)), extra)
	w.Raw("\n")
	if len(d.Title) > 0 {
		w.before(d.ID, content.OwnRun)
		w.open("p", &none, "box-title", "")
		w.words(d.ID, d.Title)
		w.Raw("</p>\n")
	}
	w.blocks(d.Blocks)
	w.Raw("</", tag, ">\n")
}
