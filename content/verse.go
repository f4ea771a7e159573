package content

import (
	"strconv"

	"warraq/content/locale"
)

// Free tells verse without couplets.
func (v *Verse) Free() bool {
	for _, stanza := range v.Stanzas {
		for _, line := range stanza {
			if len(line.Halves) > 1 {
				return false
			}
		}
	}
	return true
}

// Centred tells free verse that is set in the middle: {.centred}.
func (v *Verse) Centred() bool { return v.Has("centred") || v.Has("centered") }

// Gap is the room between hemistichs that {gap=3} asks for, in ems; 0 where
// nothing sensible is asked.
func (v *Verse) Gap() float64 {
	gap, err := strconv.ParseFloat(locale.ASCIIDigits(v.Get("gap")), 64)
	if err != nil || !(gap > 0 && gap <= 20) {
		return 0
	}
	return gap
}
