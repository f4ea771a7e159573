package setup

import "slices"

// Press is what the author asked about the file for a print shop.
type Press struct {
	Bleed     float64 // beyond the trim, points; 0: DefaultBleed, negative: none
	Marks     PressMarks
	Condition string // of printing, by the name of its characterization data; empty: DefaultCondition
	Profile   string // of the condition, as a name in Document.Assets; empty: none
	Reversed  bool   // the last page first
}

// PageOrders are the names of the orders of pages: as they are read, and
// [Press.Reversed].
var PageOrders = []string{"normal", "reversed"}

// DefaultBleed is what most print shops ask for: 3 mm.
const DefaultBleed = 3 * Millimetre

// BleedOrDefault is the bleed in points.
func (p *Press) BleedOrDefault() float64 {
	if p.Bleed == 0 {
		return DefaultBleed
	}
	return max(p.Bleed, 0)
}

// PressMarks are what stands outside the bleed. The zero value is all of them.
type PressMarks uint8

const (
	PressCrop         PressMarks = 1 << iota // lines at which sheets are cut
	PressRegistration                        // crosses by which plates are laid over each other
	PressSlug                                // a line of what the file and the page are
	PressBare                                // none
)

// Has tells whether a mark is asked for.
func (m PressMarks) Has(mark PressMarks) bool { return m == 0 || m&mark != 0 }

// Condition is a printing condition whose characterization data are in the
// registry of the ICC (color.org).
type Condition struct{ Name, Info string }

// DefaultCondition is the one that print shops take most often for offset.
const DefaultCondition = "FOGRA39"

// Conditions are those that need no words of the author's.
var Conditions = []Condition{
	{"FOGRA39", "Offset, coated paper (ISO 12647-2:2004/Amd 1, paper types 1 and 2)"},
	{"FOGRA47", "Offset, uncoated white paper (ISO 12647-2:2004/Amd 1, paper type 4)"},
	{"FOGRA51", "Offset, premium coated paper (ISO 12647-2:2013, printing condition 1)"},
	{"FOGRA52", "Offset, wood-free uncoated white paper (ISO 12647-2:2013, printing condition 5)"},
	{"FOGRA45", "Offset, improved light weight coated paper (ISO 12647-2:2004/Amd 1)"},
	{"FOGRA29", "Offset, uncoated white paper (ISO 12647-2:2004, paper type 4)"},
	{"CGATS TR 001", "Web offset publication printing (SWOP)"},
	{"CGATS TR 003", "Web offset publication printing, grade 3 paper (SWOP)"},
	{"CGATS TR 005", "Web offset publication printing, grade 5 paper (SWOP)"},
	{"CGATS TR 006", "Offset, coated paper, grade 1 (GRACoL)"},
	{"JC200103", "Offset, coated paper, type 3 (Japan Color 2001)"},
	{"IFRA26", "Coldset offset on newsprint, tone value increase 26 %"},
}

// ConditionOf is the registered condition of a name; ok is false where there is
// none, and then the name is all that is known.
func ConditionOf(name string) (c Condition, ok bool) {
	if name == "" {
		name = DefaultCondition
	}
	i := slices.IndexFunc(Conditions, func(c Condition) bool { return c.Name == name })
	if i < 0 {
		return Condition{Name: name, Info: name}, false
	}
	return Conditions[i], true
}

// IsPressProfile tells a profile of a press with cyan, magenta, yellow and black
// (ISO 15076-1 7.2).
func IsPressProfile(data []byte) bool {
	return len(data) > 128 && string(data[36:40]) == "acsp" && string(data[12:16]) == "prtr" && string(data[16:20]) == "CMYK"
}
