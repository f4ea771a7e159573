package manuscript

import (
	"strings"

	"warraq/content"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/paragraph"
)

// Lengthening is how the book's words may lengthen.
func Lengthening(doc *content.Document, set *fonts.Set) paragraph.Lengthening {
	k := doc.Setup.Kashida
	l := paragraph.Lengthening{WordsPart: k.Words, Neighbours: k.Neighbours, Apart: k.Apart,
		Most: int(k.Most), WordPart: k.Word}
	if j := doc.Setup.Justification; j != setup.JustifyAuto {
		l.Rules = RulesOf(j)
	} else {
		l.Rules = rulesFor(set.Face(fonts.Style{}).Name)
	}
	return l
}

// RulesOf are the rules of lengthening that an author asks for.
func RulesOf(j setup.Justification) paragraph.Kashida {
	switch j {
	case setup.JustifySimple:
		return paragraph.Simple
	case setup.JustifySpaces:
		return paragraph.Spaces
	}
	return paragraph.Naskh
}

// hands are the rules for faces whose names tell the hand they are drawn in.
// Nastaliq slopes and ruqaa are not lengthened (r12a, "Arabic"); a face of no
// hand named here is taken for a flat one.
var hands = []struct {
	name  string
	rules paragraph.Kashida
}{
	{"Amiri", paragraph.Naskh},
	{"Naskh", paragraph.Naskh},
	{"Scheherazade", paragraph.Naskh},
	{"Nastaliq", paragraph.Spaces},
	{"Ruqaa", paragraph.Spaces},
}

func rulesFor(face string) paragraph.Kashida {
	for _, h := range hands {
		if strings.Contains(face, h.name) {
			return h.rules
		}
	}
	return paragraph.Simple
}
