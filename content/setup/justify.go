package setup

// Justification is how full lines are made of Arabic text.
type Justification uint8

const (
	JustifyAuto   Justification = iota // as around; for the book: naskh where the font is made for it
	JustifyNaskh                       // spaces and kashida, by the rules of Naskh
	JustifySimple                      // spaces and kashida, by the plain rules for flat fonts
	JustifySpaces                      // spaces alone
)

// String is the justification's name in book.yaml and as a class of a block.
func (j Justification) String() string {
	return [...]string{"auto", "naskh", "simple", "spaces"}[j]
}

// ParseJustification reads one of the names auto, naskh, simple and spaces.
func ParseJustification(name string) (j Justification, ok bool) {
	for j := JustifyAuto; j <= JustifySpaces; j++ {
		if j.String() == name {
			return j, true
		}
	}
	return JustifyAuto, false
}

// Kashida says how sparing the lengthening of words is. A zero field is the
// default of layout, which is told beside it.
type Kashida struct {
	Words      float64 // greatest share of a line's words that are lengthened; 0: 1/3
	Neighbours bool    // two words side by side may be lengthened
	Apart      float64 // least distance from one on the line above, in em; 0: 1, Unlimited: none
	Most       float64 // longest stroke, in tatweels of the font; 0: 2
	Word       float64 // longest stroke, as a share of the word's width; 0: 1/4
}

// Unlimited as Kashida.Apart lets one stroke stand right under another.
const Unlimited = -1

// Numbers says what becomes of numbers, addresses and paths that would read
// backwards among Arabic words.
type Numbers uint8

const (
	NumbersIsolate Numbers = iota // each is kept together, from left to right
	NumbersPlain                  // only the bidirectional algorithm orders them
)

// String is the name in book.yaml.
func (n Numbers) String() string { return [...]string{"isolate", "plain"}[n] }
