package drawing

import (
	"errors"
	"strings"
	"testing"
)

// TestDrawingBounds tries small drawings over lowered bounds: what uses others again
// and again, what many rules are for, what is long.
func TestDrawingBounds(t *testing.T) {
	low := bounds{elements: 40, steps: 200, bytes: 4000, opacities: 4}
	svg := func(inside string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">` + inside + `</svg>`)
	}
	const rect = `<rect width="1" height="1"/>`
	twice := func() string {
		s := `<defs><g id="a0">` + rect + `</g>`
		for i := range 8 {
			now, next := string(rune('0'+i)), string(rune('1'+i))
			s += `<g id="a` + next + `"><use href="#a` + now + `"/><use href="#a` + now + `"/></g>`
		}
		return s + `</defs><use href="#a8"/>`
	}
	for name, inside := range map[string]string{
		"elements":     strings.Repeat(rect, 50),
		"uses":         twice(),
		"rules":        "<style>" + strings.Repeat("rect{fill:red}", 90) + "</style>" + rect + rect + rect,
		"bytes":        `<path d="M0 0` + strings.Repeat("L1 1", 2000) + `"/>` + rect,
		"unseen bytes": strings.Repeat(`<path visibility="hidden" d="M0 0`+strings.Repeat("L1 1", 700)+`"/>`, 8),
		"opacities":    seeThrough(9),
		"declarations": `<rect style="` + strings.Repeat("fill:red;", 300) + `"/>`,
	} {
		if _, err := read(svg(inside), nil, low); !errors.Is(err, ErrTooMuch) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := read(svg(inside), nil, usualBounds); err != nil {
			t.Errorf("%s, by the usual bounds: %v", name, err)
		}
	}
}

// seeThrough are rectangles, each of its own opacity.
func seeThrough(n int) (s string) {
	for i := range n {
		s += `<rect width="1" height="1" opacity=".3` + string(rune('1'+i)) + `"/>`
	}
	return s
}
