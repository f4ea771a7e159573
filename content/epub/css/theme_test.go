package css

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"go.yaml.in/yaml/v4"

	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/design"
	"warraq/content/internal/golden"
)

var cssColor = regexp.MustCompile(`[^(]color: (#[0-9a-f]{6})`)

// TestThemes: what each theme says, in every.txtar one in which nothing is as in the
// plain one; that it can be read by day and by night and never says which way the
// text runs.
func TestThemes(t *testing.T) {
	if css := themeCSS(design.Plain(), Readers); css != "" {
		t.Errorf("the plain theme says\n%s", css)
	}
	golden.Run(t, func(files []txtar.File) string {
		fsys := fstest.MapFS{}
		for _, f := range files {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		said, err := saidBy(fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range cssColor.FindAllStringSubmatch(said, -1) {
			c, _ := design.ParseColor(m[1])
			if day, night := design.Contrast(c, design.White), design.Contrast(c, design.Color{}); min(day, night) < design.LeastContrast {
				t.Errorf("%s: %s has a contrast of %.2f by day and %.2f by night", files[0].Data, c, day, night)
			}
		}
		if strings.Contains(said, "direction") || strings.Contains(said, "left") || strings.Contains(said, "right") {
			t.Errorf("%s: a side is named", files[0].Data)
		}
		return said
	})
}

// saidBy is what the theme of a book says.
func saidBy(fsys fstest.MapFS) (string, error) {
	fsys["a.md"] = &fstest.MapFile{Data: []byte("# ب\n")}
	doc, _, err := book.Read(fsys, ".", book.Options{})
	if err != nil {
		return "", err
	}
	return themeCSS(doc.Setup.Design(), Readers), nil
}

// paperOnly are the keys of a theme that say nothing of a text that flows, whole groups
// too: the size of running text and the space between its lines are the reader's, other
// sizes and spaces beside it those of the stylesheet, and inks are a press's.
var paperOnly = map[string]bool{
	"page": true, "heads": true, "folio": true, "cover": true, "contents": true, "small": true, "colors.cmyk": true,
	"body.size": true, "body.leading": true, "quote.size": true, "quote.inset": true, "epigraph.size": true,
	"notes.size": true, "notes.leading": true, "notes.gap": true,
	"title-page.size": true, "chapter.below": true, "chapter.rule-weight": true, "section.above": true, "subsection.above": true,
}

// TestEveryKeyReaches: each key of a theme changes the stylesheet, or is of paper only.
func TestEveryKeyReaches(t *testing.T) {
	text, err := settings.ThemeFile("plain")
	if err != nil {
		t.Fatal(err)
	}
	var plain map[string]map[string]any
	if err := yaml.Unmarshal(text, &plain); err != nil {
		t.Fatal(err)
	}
	says := func(theme string) (string, bool) {
		said, err := saidBy(fstest.MapFS{"book.yaml": {Data: []byte("title: t\nlanguage: ar\ntheme: theme.yaml\n")}, "theme.yaml": {Data: []byte(theme)}})
		return said, err == nil
	}
	values := []string{`"#7a1f2b"`, "12", "14", "20", "30%", "center", "start", "true", "false", "color", "accent", "none", "below", "band", "rule", "stars"}
	for group, keys := range plain {
		for name := range keys {
			beside := ""
			if group == "title-page" && name != "style" {
				beside = "style: start, "
			}
			base, _ := says(group + ": {" + beside + "}\n")
			reaches := slices.ContainsFunc(values, func(value string) bool {
				said, ok := says(group + ": {" + beside + name + ": " + value + "}\n")
				return ok && said != base
			})
			if key := group + "." + name; reaches == (paperOnly[group] || paperOnly[key]) {
				t.Errorf("%s reaches the EPUB: %v", key, reaches)
			}
		}
	}
}
