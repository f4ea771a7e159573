package segment

// rule is a rule of UAX #14 that two neighbouring classes decide.
type rule struct {
	name        string
	left, right set
	op          Op   // Never (×) or May (÷)
	spaces      bool // the rule holds across spaces (SP* in the annex)
}

// rules holds the rules of Unicode 15.0 between LB11 and LB30b in order, where the first that fits decides.
// Those that need more than two classes are in lines.go: LB15a, LB15b, LB20a, LB21a, LB25, LB30a. LB13 needs
// no tailoring for numbers here, since rule LB25 forbids the same breaks.
var rules = []rule{
	{"LB11", anyClass, setWJ, Never, true},
	{"LB11", setWJ, anyClass, Never, false},
	{"LB12", setGL, anyClass, Never, false},
	{"LB12a", anyClass &^ (setBA | setHY), setGL, Never, false},
	{"LB13", anyClass, setCL | setCP | setEX | setIS | setSY, Never, true},
	{"LB14", setOP, anyClass, Never, true},
	{"LB15", setQU, setOP, Never, true},
	{"LB16", setCL | setCP, setNS, Never, true},
	{"LB17", setB2, setB2, Never, true},
	{"LB19", anyClass, setQU, Never, false},
	{"LB19", setQU, anyClass, Never, false},
	{"LB20", anyClass, setCB, May, false},
	{"LB20", setCB, anyClass, May, false},
	{"LB21", anyClass, setBA | setHY | setNS, Never, false},
	{"LB21", setBB, anyClass, Never, false},
	{"LB21b", setSY, setHL, Never, false},
	{"LB22", anyClass, setIN, Never, false},
	{"LB23", setAL | setHL, setNU, Never, false},
	{"LB23", setNU, setAL | setHL, Never, false},
	{"LB23a", setPR, setID | setEB | setEM, Never, false},
	{"LB23a", setID | setEB | setEM, setPO, Never, false},
	{"LB24", setPR | setPO, setAL | setHL, Never, false},
	{"LB24", setAL | setHL, setPR | setPO, Never, false},
	{"LB25", setPR | setPO | setOP | setHY, setNU, Never, false},
	{"LB26", setJL, setJL | setJV | setH2 | setH3, Never, false},
	{"LB26", setJV | setH2, setJV | setJT, Never, false},
	{"LB26", setJT | setH3, setJT, Never, false},
	{"LB27", setJL | setJV | setJT | setH2 | setH3, setPO, Never, false},
	{"LB27", setPR, setJL | setJV | setJT | setH2 | setH3, Never, false},
	{"LB28", setAL | setHL, setAL | setHL, Never, false},
	{"LB29", setIS, setAL | setHL, Never, false},
	{"LB30", setAL | setHL | setNU, 1 << classOP, Never, false},
	{"LB30", setCP, setAL | setHL | setNU, Never, false},
	{"LB30b", setEB | 1<<classIDU, setEM, Never, false},
}

// The tailoring leaves one rule out and adds two; see [Segmenter].
const tailoredOut = "LB15"

var tailoredIn = []rule{
	{"LB25", setIS, setNU, Never, false},
	{"percent", setNU, setPO, Never, true},
}

// pairs holds what rules decide.
type pairs struct {
	// beside and across hold the classes at which no line breaks after a class, or after it and spaces.
	beside, across [classes]set
}

var (
	annexPairs    = decide(rules)
	tailoredPairs = decide(append(without(rules, tailoredOut), tailoredIn...))
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

func without(rules []rule, name string) (rest []rule) {
	for _, r := range rules {
		if r.name != name {
			rest = append(rest, r)
		}
	}
	return rest
}
