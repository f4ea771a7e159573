package epub

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	bookreader "warraq/content/book"
	"warraq/content/design"
)

// every is a theme in which nothing is as in the plain one.
const every = `
colors: {accent: "#7a1f2b", tint: "#f6ecee", rule: "#c9a0a6"}
body: {indent: 1em, between: 1 line, emphasis: color, link: accent}
chapter: {size: 20, bold: false, align: start, color: accent, sink: 2 lines, ornament: none}
section: {size: 14, bold: false, align: center, color: "#204060"}
subsection: {size: 12, bold: false, align: center}
heads: {color: accent}
title-page: {style: start, color: accent}
notes: {rule: 40%}
quote: {bar: accent}
box: {ground: tint, bar: accent, frame: rule, title: accent}
table: {header: "#204060", header-color: "#ffffff", zebra: tint, rules: accent, lines: none}
captions: {align: start, bold: false, color: accent, place: below}
code: {ground: tint}
break: {ornament: rule, color: accent}
verse: {gap: 3em}
epigraph: {inset: 40%}
pull: {size: 20, bold: true, color: accent, rule: none}
`

// designed reads the theme that a book.yaml names.
func designed(t *testing.T, theme string) *design.Theme {
	t.Helper()
	fsys := fstest.MapFS{
		"book.yaml":  {Data: []byte("title: t\nlanguage: ar\ntheme: " + theme)},
		"theme.yaml": {Data: []byte(every)}, "a.md": {Data: []byte("# ب\n")},
	}
	doc, _, err := bookreader.Read(fsys, ".", bookreader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Setup.Design()
}

var cssColor = regexp.MustCompile(`[^(]color: (#[0-9a-f]{6})`)

// TestThemeCSS: what each theme says, and that it can be read by day and by
// night and never says which way the text runs.
func TestThemeCSS(t *testing.T) {
	if css := themeCSS(design.Plain()); css != "" {
		t.Errorf("the plain theme says\n%s", css)
	}
	g := openGolden(t, "testdata/theme.txtar")
	for _, name := range []string{"report", "literary", "theme.yaml"} {
		css := themeCSS(designed(t, name))
		g.check(t, name, []byte(css))
		for _, m := range cssColor.FindAllStringSubmatch(css, -1) {
			c, _ := design.ParseColor(m[1])
			if day, night := design.Contrast(c, design.White), design.Contrast(c, design.Color{}); min(day, night) < design.LeastContrast {
				t.Errorf("%s: %s has a contrast of %.2f by day and %.2f by night", name, c, day, night)
			}
		}
		if strings.Contains(css, "direction") || strings.Contains(css, "left") || strings.Contains(css, "right") {
			t.Errorf("%s: a side is named", name)
		}
	}
}
