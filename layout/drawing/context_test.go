package drawing

import (
	"strings"
	"testing"
)

// TestContext: what is used again has the colours of what uses it where it asks for them
// (SVG 2, 13.2), the innermost first; elsewhere these words are no colour.
func TestContext(t *testing.T) {
	d, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<defs><path id="p" fill="context-stroke" stroke="context-fill" d="M0 0h4v4z"/><g id="g"><use href="#p" fill="#ff0000" stroke="#00ff00"/></g></defs>
<use href="#g" fill="#0000ff" stroke="#0000ff"/></svg>`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(d.Operators); !strings.Contains(got, "0 1 0 rg") || !strings.Contains(got, "1 0 0 RG") || strings.Contains(got, "0 0 1 ") {
		t.Errorf("%s", got)
	}
}

// TestAngles: a marker is turned by an angle in any unit.
func TestAngles(t *testing.T) {
	for _, orient := range []string{"90", "90deg", "100grad", "0.25turn", "1.5707963267948966rad", " 0.25turn"} {
		e := &element{attrs: map[string]string{"orient": orient}}
		if got := oriented(e, vertex{}, false); got < 89.999 || got > 90.001 {
			t.Errorf("orient=%q: %v degrees", orient, got)
		}
	}
}

// TestEntities: names that a file declares for letters stand for them; one for elements
// is refused, and none is taken apart again.
func TestEntities(t *testing.T) {
	const doctype = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [ <!ENTITY ns "http://www.w3.org/2000/svg"> <!ENTITY red '#ff0000'> <!ENTITY a "&red;&red;"> <!ENTITY r "<rect/>"> ]>`
	d, err := Read([]byte(doctype+`<svg xmlns="&ns;" viewBox="0 0 4 4"><rect width="4" height="4" fill="&red;"/></svg>`), nil)
	if err != nil || !strings.Contains(string(d.Operators), "1 0 0 rg") {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"&a;", "&r;"} {
		if _, err := Read([]byte(doctype+`<svg xmlns="&ns;" viewBox="0 0 4 4">`+name+`</svg>`), nil); err == nil {
			t.Errorf("%s is known", name)
		}
	}
}
