package manuscript

import (
	"strings"

	"warraq/content/design"
	"warraq/fonts"
)

// The ornament of three stars, in Arabic and where no face has those.
const (
	stars     = "\u066D\u00A0\u00A0\u066D\u00A0\u00A0\u066D"
	asterisks = "*\u00A0\u00A0*\u00A0\u00A0*"
)

// Ornament is the text of an ornament; "" for a rule and for none. What no
// face has becomes the otherwise.
func (m *Manuscript) Ornament(o, otherwise design.Ornament) string {
	text := string(o)
	switch o {
	case design.NoOrnament, design.RuleOrnament:
		return ""
	case design.StarsOrnament:
		text = stars
	}
	for _, r := range text {
		if _, ok := m.Faces.Cover(fonts.Style{}, r); ok || r == ' ' {
			continue
		}
		if o == design.StarsOrnament {
			return asterisks
		}
		return m.Ornament(otherwise, design.NoOrnament)
	}
	return strings.ReplaceAll(text, " ", "\u00A0")
}
