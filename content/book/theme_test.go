package book

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/design"
)

// themeOf reads a book.yaml of the theme given and a theme.yaml beside it.
func themeOf(theme, file string) (*design.Theme, *manuscript) {
	fsys := fstest.MapFS{"theme.yaml": {Data: []byte(file)}}
	b := begin(manuscript{fsys: bounds.Files(fsys, bounds.Limits{}), root: ".", name: ".", doc: &content.Document{}})
	b.manifest.Theme = settings.Located{Value: theme, Pos: content.Pos{File: "book.yaml", Line: 1}}
	b.loadTheme()
	return b.manifest.Setup.Design(), b
}

// TestBuiltIn: the built-in themes are read without a word, and none of their
// texts is hard to read.
func TestBuiltIn(t *testing.T) {
	for _, name := range settings.Themes {
		text, err := settings.ThemeFile(name)
		if err != nil {
			t.Fatal(err)
		}
		theme, b := themeOf("theme.yaml", string(text))
		if len(b.problems)+len(b.advice) > 0 {
			t.Errorf("%s: %v %v", name, b.problems, b.advice)
		}
		own, _ := themeOf(name, "")
		if theme.Name = own.Name; !reflect.DeepEqual(theme, own) {
			t.Errorf("%s is not what its file says:\n%+v\n%+v", name, own, theme)
		}
	}
	text, _ := settings.ThemeFile("plain")
	theme, _ := themeOf("theme.yaml", string(text))
	if theme.Name = "plain"; !reflect.DeepEqual(theme, design.Plain()) {
		t.Errorf("plain.yaml says\n%+v\nand design.Plain\n%+v", theme, design.Plain())
	}
}

// TestHouseColour: a file that extends report and has another accent paints
// everything with it that report paints with its own.
func TestHouseColour(t *testing.T) {
	theme, b := themeOf("theme.yaml", "extends: report\ncolors: {accent: \"#7a1f2b\"}\n")
	if len(b.problems)+len(b.advice) > 0 {
		t.Error(b.problems, b.advice)
	}
	if c, _ := theme.Colors.Of(theme.Chapter.Ink); c.String() != "#7a1f2b" {
		t.Errorf("chapters are %s", c)
	}
	if inks := theme.Colors.Inks(); len(inks) > 0 {
		t.Errorf("the accent has an ink of report's: %v", inks)
	}
	theme, _ = themeOf("theme.yaml", "extends: report\ncolors: {accent: \"#7a1f2b\", cmyk: {accent: [20, 95, 80, 40], rule: auto}}\n")
	if inks := theme.Colors.Inks(); len(inks) != 1 || inks[0] != (design.ColorInk{Color: design.Color{R: 0x7a, G: 0x1f, B: 0x2b}, Ink: design.CMYK{C: 0.2, M: 0.95, Y: 0.8, K: 0.4}}) {
		t.Errorf("inks %v", inks)
	}
	theme, _ = themeOf("theme.yaml", "extends: literary\ncover: {ground: \"#7a1f2b\"}\n")
	for _, ink := range theme.CoverInks() {
		if ink.Color.String() == "#7a1f2b" {
			t.Errorf("the cover's ground has the ink of literary's: %v", ink)
		}
	}
	theme, _ = themeOf("theme.yaml", "extends: literary\ncover: {cmyk: {ground: [20, 95, 80, 40]}, ground: \"#7a1f2b\"}\n")
	if inks := theme.CoverInks(); len(inks) != 3 || inks[0].Ink != (design.CMYK{C: 0.2, M: 0.95, Y: 0.8, K: 0.4}) {
		t.Errorf("inks of the cover %v", inks)
	}
	theme, _ = themeOf("theme.yaml", "extends: report\n")
	if report, _ := themeOf("report", ""); theme.Body.Leading != report.Body.Leading {
		t.Error("the rest is not report's")
	}
	_, b = themeOf("theme.yaml", "extends: report\ncolors: {accent: \"#9fb6c4\"}\n")
	if len(b.advice) == 0 || !strings.Contains(b.advice[0].String(), "theme.yaml:2: body: link: #9fb6c4 on #ffffff has a contrast of") {
		t.Errorf("a pale colour passes: %v", b.advice)
	}
}
