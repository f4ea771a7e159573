package drawing

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
)

// inlaid is a drawing that holds another as an image.
func inlaid(inner, attrs string) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">
<style>rect{fill:#0000ff}</style><g id="a" fill="#00ff00"><rect width="1" height="1"/></g>
<image %s xlink:href="data:image/svg+xml;base64,%s"/><use xlink:href="#a"/></svg>`, attrs, base64.StdEncoding.EncodeToString([]byte(inner)))
}

// TestInlay: a drawing within a drawing has names and rules of its own, and those around
// it hold behind it; it stands in the frame of the image; what it loads is left out, and
// told of the line of the image.
func TestInlay(t *testing.T) {
	inner := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">
<g id="a" fill="#ff0000"><circle r="2"/></g><use xlink:href="#a"/>

<image xlink:href="other.png" width="1" height="1"/></svg>`
	d, err := Read([]byte(inlaid(inner, `x="10" y="10" width="40" height="40"`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := string(d.Operators)
	if red, blue := strings.Count(got, "1 0 0 rg"), strings.Count(got, "0 0 1 rg"); red < 1 || blue < 2 || strings.Contains(got, "0 1 0 rg") {
		t.Errorf("red %d, blue %d:\n%s", red, blue, got)
	}
	if !strings.Contains(got, "2 0 0 2 20 10 cm") { // in the middle, twice as large
		t.Errorf("it is not in its frame:\n%s", got)
	}
	if len(d.Omitted) != 1 || d.Omitted[0].Line != 3 || !strings.Contains(d.Omitted[0].What, "other.png") {
		t.Errorf("left out: %v", d.Omitted)
	}
}

// TestInlayWrong: one that is broken, has no size or is endless is left out or refused,
// the rest is drawn.
func TestInlayWrong(t *testing.T) {
	for _, inner := range []string{`<svg xmlns="http://www.w3.org/2000/svg"><rect`, `<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="4"/></svg>`} {
		d, err := Read([]byte(inlaid(inner, `width="40" height="40"`)), nil)
		if err != nil || !strings.Contains(string(d.Operators), "0 0 1 rg") {
			t.Errorf("%s: %v", inner, err)
		}
	}
	deep := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>`
	for range 12 {
		deep = inlaid(deep, `width="40" height="40"`)
	}
	if _, err := Read([]byte(deep), nil); err != nil {
		t.Errorf("twelve within each other: %v", err)
	}
}
