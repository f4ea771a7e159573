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
		"markers":      `<defs><marker id="m">` + strings.Repeat(rect, 10) + `</marker></defs><path marker-mid="url(#m)" d="M0 0` + strings.Repeat("L1 1", 12) + `"/>`,
		"tiles":        `<defs><pattern id="p" patternUnits="userSpaceOnUse" width="1" height="1">` + rect + rect + `</pattern></defs><rect width="9" height="9" fill="url(#p)"/>`,
		"clip paths":   `<clipPath id="c"><path d="M0 0` + strings.Repeat("L1 1", 300) + `"/></clipPath>` + strings.Repeat(`<use href="#u" clip-path="url(#c)"/>`, 12) + `<defs><g id="u"/></defs>`,
		"masks":        `<mask id="k">` + strings.Repeat(rect, 8) + `</mask>` + strings.Repeat(`<rect width="1" height="1" mask="url(#k)"/>`, 6),
		"stops":        `<linearGradient id="l">` + strings.Repeat(`<stop/>`, 20) + `</linearGradient>` + strings.Repeat(`<rect width="1" height="1" fill="url(#l)"/>`, 12),
		"words":        "<text>" + strings.Repeat("كلمة ", 400) + "</text>",
		"selectors":    "<style>" + strings.Repeat("g g g g rect.a{fill:red}", 30) + "</style>" + strings.Repeat(`<rect class="a" width="1" height="1"/>`, 9),
		"declarations": `<rect style="` + strings.Repeat("fill:red;", 300) + `"/>`,
	} {
		if _, err := read(svg(inside), nil, Initial{}, low); !errors.Is(err, ErrTooMuch) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := read(svg(inside), nil, Initial{}, usualBounds); err != nil {
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

// TestManyOfOne tries what is bounded by itself, and named: it is left out, and no
// drawing is refused for it.
func TestManyOfOne(t *testing.T) {
	for body, want := range map[string]string{
		`<pattern id="p" patternUnits="userSpaceOnUse" width=".01" height=".01"><rect width="1" height="1"/></pattern><rect width="9" height="9" fill="url(#p)"/>`: "a pattern of very many parts",
		`<text>` + strings.Repeat("ا", mostLetters+1) + `</text>`:                                       "text of more than 20000 letters",
		`<g transform="` + strings.Repeat("scale(1)", mostTransforms+1) + `"/>`:                         "a transform of scale(1)scale(1)scale(1)scale(1)scale(1)…",
		`<path d="M0 0h1" stroke="red" stroke-dasharray="` + strings.Repeat("1 ", mostDashes+1) + `"/>`: "a stroke-dasharray of 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 …",
	} {
		d, err := Read([]byte(`<svg viewBox="0 0 9 9">`+body+`</svg>`), nil)
		if err != nil || len(d.Omitted) != 1 || d.Omitted[0].What != want {
			t.Errorf("%.60s: %v, %v", body, err, d)
		}
	}
	d, err := Read([]byte(`<svg viewBox="0 0 9 9"><linearGradient id="l" x2=".00001" spreadMethod="repeat"><stop/><stop offset="1"/></linearGradient><rect width="9" height="9" fill="url(#l)"/></svg>`), nil)
	if err != nil || len(d.Gradients) != 1 || len(d.Gradients[0].Stops) > 2*mostPeriods {
		t.Errorf("a gradient that is repeated: %v", err)
	}
}
