package settings

import (
	"embed"
	"fmt"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/setup"
)

// builtIn holds the themes that every book may name, in the format of an
// author's own.
//
//go:embed themes/*.yaml
var builtIn embed.FS

// Themes are the names of the built-in themes.
var Themes = []string{"plain", "report", "literary", "academic", "heritage", "magazine", "children"}

// ThemeFile is the text of a built-in theme's file, for authors to copy.
func ThemeFile(name string) ([]byte, error) { return builtIn.ReadFile("themes/" + name + ".yaml") }

// Theme is a theme being read.
type Theme struct {
	*design.Theme
	at    map[any]content.Pos // where a value was written, by the field's address
	begun bool                // a group was read, so extends comes too late
	fonts *value              // its font files, which are read as the book's are
	ours  bool                // they are those of a built-in theme, in no file of the author's
}

// NewTheme reads keys into a theme, which has what they do not say.
func NewTheme(t *design.Theme) *Theme {
	return &Theme{Theme: t, at: make(map[any]content.Pos)}
}

// ReadBuiltIn makes a design the built-in theme of the name. Where its values
// stand is nothing an author could mend, so no place is kept.
func (r *Reader) ReadBuiltIn(d *Theme, name string) {
	*d.Theme = *design.Plain()
	text, err := ThemeFile(name)
	if err != nil {
		r.problem(content.Pos{}, "theme "+name+" is not in the program", err.Error())
		return
	}
	built := NewTheme(d.Theme)
	r.ReadYAML(string(text), "theme "+name, 1, built.Keys())
	d.Theme.Name, d.fonts, d.ours = name, built.fonts, true
}

// IsThemeFile tells the name of a theme's file from that of a built-in theme.
func IsThemeFile(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// Room that a page's margins must leave, as parts of its width and height, and
// that a leading must, in sizes of its type.
const (
	leastRoom    = 0.4
	leastLeading = 1.2
)

// CheckTheme finds fault with the theme of a book, which is named somewhere, on its
// pages.
func (r *Reader) CheckTheme(d *Theme, m *Manifest) {
	r.checkRoom(d, m)
	r.checkLeadings(d, m.Theme.Pos)
	r.checkContrast(d)
}

// checkRoom makes sure that the margins leave a page to write on.
func (r *Reader) checkRoom(d *Theme, m *Manifest) {
	p, page := &m.Setup.Margins.On(d.Theme).Page, m.Setup.Page
	if page.W <= 0 {
		a5, _ := setup.PaperNamed("a5")
		page = points(a5.W, a5.H)
	}
	of := func(l design.Length, whole float64) float64 { return l.In(12, 20, whole) }
	if of(p.Inner, page.W)+of(p.Outer, page.W) > page.W*(1-leastRoom) {
		r.problem(m.marginsAt(d.place(m.Theme.Pos, &d.Page.Inner, &d.Page.Outer), "outer", "inner"),
			"the margins leave too little of the page's width", "make inner and outer smaller")
	}
	if of(p.Top, page.H)+of(p.Bottom, page.H) > page.H*(1-leastRoom) {
		r.problem(m.marginsAt(d.place(m.Theme.Pos, &d.Page.Top, &d.Page.Bottom), "top", "bottom"),
			"the margins leave too little of the page's height", "make top and bottom smaller")
	}
}

// checkLeadings makes sure that the lines have room for their letters.
func (r *Reader) checkLeadings(d *Theme, at content.Pos) {
	em := d.Body.Size.In(12, 20, 12)
	if em == 0 {
		em = 12
	}
	body := design.Length{Value: em}
	for _, kind := range []struct {
		name          string
		size, leading *design.Length
	}{{"body", &body, &d.Body.Leading}, {"small", &d.Small.Size, &d.Small.Leading}, {"notes", &d.Notes.Size, &d.Notes.Leading}} {
		if kind.leading.In(em, em, em) < leastLeading*kind.size.In(em, em, em)-0.01 {
			r.problem(d.place(at, kind.leading, kind.size), kind.name+": the lines would touch", "give it a wider leading, or a smaller size")
		}
	}
}

// place is where the first of the fields was written that was, else otherwise.
func (d *Theme) place(otherwise content.Pos, fields ...any) content.Pos {
	for _, f := range fields {
		if at, written := d.at[f]; written {
			return at
		}
	}
	return otherwise
}

// checkContrast advises on text that is hard to read on its ground (WCAG 2.2,
// 1.4.3), each pair of which something was written in the theme's file.
func (r *Reader) checkContrast(d *Theme) {
	paper, black := design.Ink{Color: design.White}, design.Ink{}
	for _, pair := range []struct {
		name         string
		text, ground *design.Ink
	}{
		{"body: link", &d.Body.Link, &paper},
		{"chapter: color", &d.Chapter.Ink, &d.Chapter.Ground}, {"section: color", &d.Section.Ink, &paper},
		{"subsection: color", &d.Subsection.Ink, &paper},
		{"cover: color", &d.Cover.Ink, &d.Cover.Ground},
		{"heads: color", &d.Heads.Ink, &paper}, {"folio: color", &d.Folio.Ink, &paper},
		{"captions: color", &d.Captions.Ink, &paper}, {"pull: color", &d.Pull.Ink, &paper},
		{"box: title", &d.Box.Title, &d.Box.Ground}, {"box: ground, under the text", &black, &d.Box.Ground},
		{"table: header-color", &d.Table.HeaderText, &d.Table.Header},
		{"table: zebra, under the text", &black, &d.Table.Zebra}, {"code: ground, under the text", &black, &d.Code.Ground},
	} {
		text, _ := d.Colors.Of(*pair.text)
		ground, _ := d.Colors.Of(*pair.ground)
		ratio := design.Contrast(text, ground)
		at := d.place(content.Pos{}, d.written(pair.text)...)
		if at == (content.Pos{}) {
			at = d.place(at, d.written(pair.ground)...)
		}
		if ratio < design.LeastContrast && at != (content.Pos{}) {
			r.advise(content.Problem{Pos: at, What: fmt.Sprintf("%s: %s on %s has a contrast of %.1f", pair.name, text, ground, ratio),
				Hint: fmt.Sprintf("text is easy to read from %g on", design.LeastContrast)})
		}
	}
}

// written are the fields that decide an ink: itself, and the palette's colour
// that it names.
func (d *Theme) written(i *design.Ink) []any {
	switch i.Tone {
	case design.Accent:
		return []any{i, &d.Colors.Accent}
	case design.Tint:
		return []any{i, &d.Colors.Tint}
	case design.Hair:
		return []any{i, &d.Colors.Rule}
	}
	return []any{i}
}
