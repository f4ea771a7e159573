// Package bidi is the Unicode Bidirectional Algorithm, UAX #9, in the stages its rules have:
//
//	Resolve      paragraphs, explicit levels, weak and neutral types, implicit levels   P1–I2
//	LineLevels   once lines are known, their white space                                L1
//	VisualOrder  the order on the line, of runes or of units of one level               L2
//	Mirror       the character drawn in place of another on an odd level                L4
//
// Rule L3 is the shaper's. The character properties are those of [UnicodeVersion].
package bidi

// Level is an embedding level (BD2): even runs left to right, odd right to left.
type Level uint8

const (
	// Auto, as a base level, asks for rules P2 and P3.
	Auto Level = 255
	// MaxDepth is the highest explicit level (BD2); resolved levels reach one more.
	MaxDepth Level = 125
)

// RightToLeft reports whether the level is odd.
func (l Level) RightToLeft() bool { return l&1 != 0 }

// Base returns the level that rules P2 and P3 find for the first paragraph of text: 1 if its first strong
// character outside isolates is R or AL, else 0.
func Base(text []rune) Level {
	isolates := 0
	for _, r := range text {
		switch c := classOf(r); c {
		case classL, classR, classAL:
			if isolates == 0 {
				return strongLevel(c)
			}
		case classLRI, classRLI, classFSI:
			isolates++
		case classPDI:
			isolates = max(isolates-1, 0)
		case classB:
			return 0
		}
	}
	return 0
}

func strongLevel(c class) Level {
	if c == classL {
		return 0
	}
	return 1
}

// Paragraph resolves texts one after the other in memory that it keeps. The zero value is ready.
type Paragraph struct {
	allLevels  []Level
	allClasses []class
	union      set  // the classes of the whole text
	paired     bool // the text has paired brackets

	// The paragraph at work.
	text    []rune
	base    Level
	levels  []Level
	classes []class // from X6 on, with overrides applied: what W1 begins with

	matches  []int32     // BD9: initiator → its PDI, or the paragraph's length; PDI → its initiator; else -1
	open     []int32     // initiators that wait for their PDI
	statuses []embedding // X1
	runs     []run       // BD7
	sequence sequence    // BD13
}

// Resolve returns the embedding level of each rune of text by rules P1 to I2, that is before L1, given the
// paragraph level base: 0, 1, or [Auto] for rules P2 and P3. Any other base counts by its parity.
//
// Text may hold several paragraphs (P1), each ending after a paragraph separator. A rune that rule X9 removes
// (an embedding control, a boundary neutral such as ZWNJ) takes the level of the rune before it, or base at
// the start, so that it never splits a run. The slice is valid until the next call.
func (p *Paragraph) Resolve(text []rune, base Level) []Level {
	p.classify(text)
	if base != Auto {
		base &= 1
		if p.uniform(base) {
			fill(p.allLevels, base)
			return p.allLevels
		}
	}
	for start := 0; start < len(text); {
		end := p.paragraphEnd(start)
		p.text, p.levels, p.classes = text[start:end], p.allLevels[start:end], p.allClasses[start:end]
		p.base = base
		if base == Auto {
			p.base = Base(p.text)
		}
		p.resolve()
		start = end
	}
	p.text = nil
	return p.allLevels
}

// classify looks each rune up once.
func (p *Paragraph) classify(text []rune) {
	n := len(text)
	if cap(p.allLevels) < n {
		room := n + n/4
		p.allLevels = make([]Level, room)
		p.allClasses = make([]class, room)
	}
	p.allLevels, p.allClasses = p.allLevels[:n], p.allClasses[:n]
	var union set
	var flags uint8
	for i, r := range text {
		prop := property(r)
		c := class(prop & propClass)
		p.allClasses[i] = c
		union |= 1 << c
		flags |= prop
	}
	p.union = union
	p.paired = flags&(propOpening|propClosing) != 0
}

// uniform reports whether every level must be base, from the classes alone.
//
// Base 1 without L, numbers, explicit controls and isolates: sos and eos are R; W1 leaves a mark R or neutral,
// W3 makes AL R, W2 W4 W5 W7 want numbers, W6 makes separators neutral; N0 finds strong R or nothing, N1 and
// N2 give R; I2 raises no R. Base 0 without R, AL, AN, controls and isolates: sos and eos are L, so W7 makes
// each EN L whatever W4 and W5 did; N0–N2 give L, which I1 does not raise. X9's runes take the level before.
func (p *Paragraph) uniform(base Level) bool {
	never := set(1<<classR | 1<<classAL | 1<<classAN)
	if base == 1 {
		never = 1<<classL | 1<<classEN | 1<<classAN
	}
	return !p.union.meets(never | setDirectional)
}

// paragraphEnd returns the index after the first paragraph separator from start on (P1).
func (p *Paragraph) paragraphEnd(start int) int {
	if p.union.has(classB) {
		for i, c := range p.allClasses[start:] {
			if c == classB {
				return start + i + 1
			}
		}
	}
	return len(p.allClasses)
}

// resolve finds the levels of the paragraph at work.
func (p *Paragraph) resolve() {
	if p.union.meets(setIsolates) {
		p.match()
	}
	p.explicit()
	p.levelRuns()
	for i := range p.runs {
		if p.continues(i) {
			continue
		}
		p.isolatingRunSequence(i)
		p.weak()
		p.neutral()
		p.implicit()
	}
	p.fillRemoved()
}

func fill(levels []Level, l Level) {
	for i := range levels {
		levels[i] = l
	}
}
