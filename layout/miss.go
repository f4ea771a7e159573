package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// missing is a character that no face has, at a place where it stands.
type missing struct {
	paragraph.Missing
	at content.Pos
}

// miss notes the characters of a text that no face has.
func (s *setter) miss(set *paragraph.Setting) {
	for _, m := range set.Missing {
		s.missing = append(s.missing, missing{m, s.spell.origins[m.Span]})
	}
}
