package book

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/design"
)

// loadTheme reads the theme that the manuscript names: one of the program's,
// or a file beside book.yaml.
func (b *manuscript) loadTheme() {
	l := b.manifest.Theme
	d := settings.NewTheme(design.Plain())
	switch {
	case l.Value == "" || l.Value == "plain":
		b.settings.CheckTheme(d, &b.manifest)
		return
	case slices.Contains(settings.Themes, l.Value):
		b.settings.ReadBuiltIn(d, l.Value)
	case !b.knownTheme(l) || !b.readThemeFile(d, l):
		return
	}
	b.manifest.Setup.Theme = d.Theme
	d.Fonts(&b.manifest, b.layered)
	b.settings.CheckTheme(d, &b.manifest)
}

// knownTheme tells whether a theme is named as one can be; none is too.
func (b *manuscript) knownTheme(l settings.Located) bool {
	if l.Value == "" || slices.Contains(settings.Themes, l.Value) || settings.IsThemeFile(l.Value) {
		return true
	}
	hint := "write " + strings.Join(settings.Themes, ", ") + " or the name of a .yaml file"
	if near := content.Nearest(l.Value, settings.Themes); near != "" {
		hint = "did you mean " + near + "?"
	}
	what := "theme "
	if b.opt.Theme.Name != "" {
		what = "--theme "
	}
	b.problem(l.Pos, what+l.Value+" is not known", hint)
	return false
}

func (b *manuscript) readThemeFile(d *settings.Theme, l settings.Located) bool {
	if given := b.opt.Theme; given.Data != nil {
		d.Name = path.Base(given.Name)
		b.settings.ReadYAML(b.text(given.Name, given.Data), given.Name, 1, d.Keys())
		d.Name = path.Base(given.Name)
		return true
	}
	name, ok := b.inside(l)
	if !ok {
		return false
	}
	file := b.path(name)
	src, err := fs.ReadFile(b.fsys, file)
	if err != nil {
		if !b.refused(name, l.Pos, err) {
			b.missingAsset(name, l.Pos)
		}
		return false
	}
	d.Name = name
	b.settings.ReadYAML(b.text(file, src), file, 1, d.Keys())
	d.Name = name
	return true
}
