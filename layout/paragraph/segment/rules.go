package segment

import "slices"

// rule is a rule of UAX #14 that two neighbouring classes decide.
type rule struct {
	name        string
	left, right set
	op          Op   // Never (×) or May (÷)
	spaces      bool // the rule holds across spaces (SP* in the annex)
}

// rules holds the rules of Unicode 17.0 between LB11 and LB30b in order, where the first that fits decides.
// Those that need more than two classes are in lines.go: LB15a to LB15c, LB19a in part, LB20a, LB21a, LB25,
// LB28a in part, LB30a.
var rules = []rule{
	{"LB11", anyClass, setWJ, Never, true},
	{"LB11", setWJ, anyClass, Never, false},
	{"LB12", setGL, anyClass, Never, false},
	{"LB12a", anyClass &^ (setBA | setHY | setHH), setGL, Never, false},
	{"LB13", anyClass, setCL | setCP | setEX | setSY, Never, true},
	{"LB14", setOP, anyClass, Never, true},
	{"LB15d", anyClass, setIS, Never, true},
	{"LB16", setCL | setCP, setNS, Never, true},
	{"LB17", setB2, setB2, Never, true},
	{"LB19", anyClass, setQU &^ setPi, Never, false},
	{"LB19", setQU &^ setPf, anyClass, Never, false},
	{"LB19a", anyClass &^ setEastAsian, setQU, Never, false},
	{"LB19a", setQU, anyClass &^ setEastAsian, Never, false},
	{"LB20", anyClass, setCB, May, false},
	{"LB20", setCB, anyClass, May, false},
	{"LB21", anyClass, setBA | setHH | setHY | setNS, Never, false},
	{"LB21", setBB, anyClass, Never, false},
	{"LB21b", setSY, setHL, Never, false},
	{"LB22", anyClass, setIN, Never, false},
	{"LB23", setAL | setHL, setNU, Never, false},
	{"LB23", setNU, setAL | setHL, Never, false},
	{"LB23a", setPR, setID | setEB | setEM, Never, false},
	{"LB23a", setID | setEB | setEM, setPO, Never, false},
	{"LB24", setPR | setPO, setAL | setHL, Never, false},
	{"LB24", setAL | setHL, setPR | setPO, Never, false},
	{"LB25", setPR | setPO | setHY | setIS, setNU, Never, false},
	{"LB26", setJL, setJL | setJV | setH2 | setH3, Never, false},
	{"LB26", setJV | setH2, setJV | setJT, Never, false},
	{"LB26", setJT | setH3, setJT, Never, false},
	{"LB27", setJL | setJV | setJT | setH2 | setH3, setPO, Never, false},
	{"LB27", setPR, setJL | setJV | setJT | setH2 | setH3, Never, false},
	{"LB28", setAL | setHL, setAL | setHL, Never, false},
	{"LB28a", setAP, setAksara, Never, false},
	{"LB28a", setAksara, setVF | setVI, Never, false},
	{"LB29", setIS, setAL | setHL, Never, false},
	{"LB30", setAL | setHL | setNU, setOP &^ setEastAsian, Never, false},
	{"LB30", setCP, setAL | setHL | setNU, Never, false},
	{"LB30b", setEB | setUnassigned, setEM, Never, false},
}

// setAksara holds what may begin an orthographic syllable of a Brahmic script (LB28a).
const setAksara = setAK | setDC | setAS

// percent is the rule that the tailoring adds; see [Segmenter].
var percent = rule{"percent", setNU, setPO, Never, true}

// pairs holds what rules decide.
type pairs struct {
	// beside and across hold the classes at which no line breaks after a class, or after it and spaces.
	beside, across [classes]set
}

var (
	annexPairs    = decide(rules)
	tailoredPairs = decide(slices.Concat(rules, []rule{percent}))
)

func decide(rules []rule) *pairs {
	p := new(pairs)
	for left := range class(classes) {
		for right := range class(classes) {
			if first(rules, left, right, false) == Never {
				p.beside[left] |= 1 << right
			}
			if first(rules, left, right, true) == Never {
				p.across[left] |= 1 << right
			}
		}
	}
	return p
}

// first returns what the first rule that fits says, and May if none does (LB18, LB31).
func first(rules []rule, left, right class, spaces bool) Op {
	for _, r := range rules {
		if (r.spaces || !spaces) && r.left.has(left) && r.right.has(right) {
			return r.op
		}
	}
	return May
}
