package setup

import (
	"fmt"
	"math"
)

// Paper is a size of sheets that can be bought.
type Paper struct {
	Name string
	Size // upright
	// Usual tells that offices and print shops have it; another is taken only
	// where pages fill it, or where it is asked for.
	Usual bool
}

// Papers are those that have names, the smaller before the larger: series A and B
// (ISO 216), SRA (ISO 217), and the North American ones (ANSI/ASME Y14.1).
var Papers = []Paper{
	{"a6", mm(105, 148), false}, {"b6", mm(125, 176), false}, {"a5", mm(148, 210), true}, {"b5", mm(176, 250), false},
	{"a4", mm(210, 297), true}, {"letter", inches(8.5, 11), false}, {"legal", inches(8.5, 14), false},
	{"b4", mm(250, 353), false}, {"tabloid", inches(11, 17), false}, {"a3", mm(297, 420), true}, {"sra3", mm(320, 450), false},
	{"b3", mm(353, 500), false}, {"a2", mm(420, 594), true}, {"sra2", mm(450, 640), false}, {"b2", mm(500, 707), false}, {"a1", mm(594, 841), true},
}

// PaperNamed finds a paper.
func PaperNamed(name string) (Paper, bool) {
	for _, p := range Papers {
		if p.Name == name {
			return p, true
		}
	}
	return Paper{}, false
}

// PagePapers are the papers of which a page may have the size by its name.
var PagePapers = []string{"a4", "a5", "b5"}

// String is the size as `page:` in book.yaml takes it: the name of a paper, a5 where there is
// none, or width and height in millimetres.
func (s Size) String() string {
	if s.W <= 0 {
		return "a5"
	}
	const rounded = 0.01 // sizes that are read are hundredths of a point
	for _, name := range PagePapers {
		if p, _ := PaperNamed(name); math.Abs(p.W-s.W) < rounded && math.Abs(p.H-s.H) < rounded {
			return name
		}
	}
	tenth := func(l float64) float64 { return math.Round(l/Millimetre*10) / 10 }
	return fmt.Sprintf("%gx%gmm", tenth(s.W), tenth(s.H))
}

// Millimetre is how many points it is long.
const Millimetre = 72 / 25.4

func mm(w, h float64) Size     { return Size{w * Millimetre, h * Millimetre} }
func inches(w, h float64) Size { return Size{w * 72, h * 72} }
