package css

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/book"
	"warraq/content/design"
	"warraq/content/internal/golden"
)

var cssColor = regexp.MustCompile(`[^(]color: (#[0-9a-f]{6})`)

// TestThemes: what each theme says, in every.txtar one in which nothing is as in the
// plain one; that it can be read by day and by night and never says which way the
// text runs.
func TestThemes(t *testing.T) {
	if css := themeCSS(design.Plain()); css != "" {
		t.Errorf("the plain theme says\n%s", css)
	}
	golden.Run(t, func(files []txtar.File) string {
		fsys := fstest.MapFS{"a.md": {Data: []byte("# ب\n")}}
		for _, f := range files {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		doc, _, err := book.Read(fsys, ".", book.Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := themeCSS(doc.Setup.Design())
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
