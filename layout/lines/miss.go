package lines

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// Missing is a character that no face has, at a place where it stands.
type Missing struct {
	paragraph.Missing
	At content.Pos
}

// Miss notes the characters of a text that no face has.
func (s *Setter) Miss(set *paragraph.Setting) {
	for _, m := range set.Missing {
		s.Missing = append(s.Missing, Missing{m, s.Spell.origins[m.Span]})
	}
}
