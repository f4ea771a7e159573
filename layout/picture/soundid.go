package picture

import (
	"fmt"
	"strings"
	"unicode"

	"warraq/content/pattern"
)

// Ids of drawings are names of layers, as programs write them there: some are no names
// to XML, some stand twice. EPUB (3.3 §3.2, by SVG and XML) wants names without colons,
// each once.

// nameFor is an id as such a name: itself, or with its other characters in figures. What
// refers to it is changed in the same way.
func nameFor(id string) string {
	b := new(strings.Builder)
	for i, r := range id {
		if isInName(r, i == 0) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(b, "_%x_", r)
		}
	}
	if id == "" {
		return "_"
	}
	return b.String()
}

// isInName tells the characters of a name without colons (Namespaces in XML 1.0 §3), by
// Unicode's letters and digits.
func isInName(r rune, first bool) bool {
	return r == '_' || unicode.IsLetter(r) || !first && (r == '-' || r == '.' || unicode.IsDigit(r) || unicode.IsMark(r))
}

// refers is what leads to an id from a style or an attribute of presentation.
var refers = pattern.Of(`(url\(\s*["']?#)([^"')]+)`)

// renamed is a style whose references are to such names.
func renamed(style string) string {
	if !strings.Contains(style, "#") {
		return style
	}
	return refers.ReplaceAllStringFunc(style, func(ref string) string {
		m := refers.FindStringSubmatch(ref)
		return m[1] + nameFor(m[2])
	})
}
