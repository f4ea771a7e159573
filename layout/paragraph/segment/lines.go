// Package segment finds where text may be cut: between lines (UAX #14) and between grapheme clusters
// (UAX #29). The character properties are those of [UnicodeVersion].
package segment

// Op tells what a line may do before a rune.
type Op uint8

const (
	Never Op = iota // × : no break
	May             // ÷ : a break opportunity
	Must            // ! : a mandatory break, after a line or paragraph separator
)

// Segmenter finds boundaries. The zero value is ready and tailors UAX #14 of Unicode 17.0 for books:
//
//   - LB15c is left out: a full stop or comma never begins a line, even after a space and before a digit.
//   - LB20a holds for a solidus too, as in a path of files; for hyphens and solidi side by side, after an opening
//     bracket or quotation mark as after a space, and whatever follows: what begins a word never ends a line.
//   - A control of the bidirectional algorithm after a space or at the start is nothing: the rules see what is behind
//     it (by LB10 it is AL), and no line ends between the two.
//   - NU SP* × PO: a percent, per mille or degree sign never begins a line after its number and a space.
//
// The comma, semicolon, question and exclamation marks of Arabic and Latin, closing brackets and quotation marks
// need none: by LB13, LB15b and LB15d they never begin a line, even after a space.
type Segmenter struct {
	Untailored bool // UAX #14 of Unicode 17.0 to the letter
}

// Lines gives for each rune what a line may do before it, so that ops has the length of text. The first is
// always Never (LB2). The end of the text, a break in any case (LB3), is not in it, and if text ends with a
// separator the caller's last line ends there too. The result reuses the memory of ops.
func (s *Segmenter) Lines(text []rune, ops []Op) []Op {
	if cap(ops) < len(text) {
		ops = make([]Op, len(text)+len(text)/4)
	}
	ops = ops[:len(text)]
	c := cursor{text: text, pairs: tailoredPairs, tailored: !s.Untailored, last: classSOT, base: classSOT}
	if s.Untailored {
		c.pairs = annexPairs
	}
	for i, r := range text {
		class := classOf(r)
		switch { // words and spaces, most of any text, first
		case c.last == classAL && (class == classAL || class == classCM): // LB28, LB9
			ops[i], c.joiner = Never, false
		case c.last == classAL && class == classSP: // LB7
			ops[i], c.joiner = Never, false
			c.previous, c.last = classAL, classSP
		case c.last == classSP && class == classAL && c.base == classAL && !c.held: // LB18
			ops[i] = May
			c.previous, c.last = classSP, classAL
		default:
			ops[i] = c.before(i, class)
		}
	}
	if len(ops) > 0 {
		ops[0] = Never
	}
	return ops
}

// cursor is what the rules need to know of the text before a rune. In it a combining mark counts as part of
// the rune it follows (LB9), or as AL (LB10).
type cursor struct {
	text     []rune
	pairs    *pairs
	tailored bool

	last     class  // the class before
	previous class  // the class before last; meaningful where last is not AL
	base     class  // the last class that is not SP
	joiner   bool   // the rune before is ZWJ
	initial  bool   // base is an opening quotation mark as in LB15a
	begun    bool   // last is a hyphen that begins a word (LB20a)
	held     bool   // controls stand before, where the break before the next rune is
	number   number // how far rule LB25 is in a number
	oddRI    bool   // an odd number of RI before
}

// number is a place in the pattern NU (NU | SY | IS)* (CL | CP)? of LB25.
type number uint8

const (
	noNumber number = iota
	digits
	closed
)

// before returns what a line may do before rune i, of class c, and moves past it.
func (cr *cursor) before(i int, c class) Op {
	joiner := cr.joiner
	cr.joiner = c == classZWJ
	if setMarks.has(c) {
		if !setBare.has(cr.last) {
			return Never // LB9
		}
		if c == classCMB && cr.tailored {
			return cr.control(i)
		}
		c = classAL // LB10
	}
	op := cr.first(i, c, joiner)
	if cr.held {
		op, cr.held = Never, false
	}
	cr.pass(c)
	return op
}

// control gives rune i, a control that belongs to nothing before, what a line may do before what is behind it.
func (cr *cursor) control(i int) Op {
	if cr.held {
		return Never
	}
	cr.held = true
	c := classCMB
	for i++; i < len(cr.text) && c == classCMB; i++ {
		c = classOf(cr.text[i])
	}
	if setMarks.has(c) {
		c = classAL // LB10
	}
	return cr.first(i-1, c, false)
}

// first applies the rules in their order (LB4–LB8a, then the others); joiner tells of ZWJ before the rune.
func (cr *cursor) first(i int, c class, joiner bool) Op {
	switch {
	case setBreaks.has(cr.last): // LB4, LB5
		if cr.last == classCR && c == classLF {
			return Never
		}
		return Must
	case (setBreaks | setSP | setZW).has(c): // LB6, LB7
		return Never
	case cr.base == classZW: // LB8
		return May
	case joiner: // LB8a
		return Never
	}
	return cr.pair(i, c)
}

// pair applies the rules from LB11 on.
func (cr *cursor) pair(i int, c class) Op {
	if cr.last == classSP {
		if cr.quoted(i, c) || cr.pairs.across[cr.base].has(c) && !cr.decimal(i, c) {
			return Never
		}
		return May // LB18
	}
	if cr.pairs.beside[cr.last].has(c) || c != classCB && cr.context(i, c) {
		return Never
	}
	return May
}

// quoted tells whether a quotation mark holds across the spaces before rune i (LB15a, LB15b).
func (cr *cursor) quoted(i int, c class) bool {
	const closers = setSP | setGL | setWJ | setCL | setQU | setCP | setEX | setIS | setSY | setBreaks | setZW
	return cr.initial && cr.base == classQUI || c == classQUF && closers.has(cr.next(i))
}

// decimal tells whether rune i, after a space, begins a number (LB15c, which LB14 goes before).
func (cr *cursor) decimal(i int, c class) bool {
	return !cr.tailored && c == classIS && !setOP.has(cr.base) && cr.next(i) == classNU
}

// context applies the rules that need more than the two classes.
func (cr *cursor) context(i int, c class) bool {
	switch cr.last {
	case classHY, classHH, classSY:
		return cr.begun && (cr.tailored || (setAL|setHL).has(c)) || // LB20a
			cr.previous == classHL && cr.last != classSY && c != classHL || // LB21a
			cr.numeric(i, c)
	case classQUF: // LB19a
		return !setEastAsian.has(cr.previous)
	case classVI: // LB28a
		return setAksara.has(cr.previous) && (setAK | setDC).has(c)
	}
	switch {
	case c == classQUI: // LB19a
		return !setEastAsian.has(cr.next(i))
	case c == classRI: // LB30a
		return cr.oddRI
	case setAksara.has(c) && setAksara.has(cr.last): // LB28a
		return cr.next(i) == classVF
	}
	return cr.numeric(i, c)
}

// numeric applies rule LB25.
func (cr *cursor) numeric(i int, c class) bool {
	switch cr.number {
	case digits:
		return (setNU | setPO | setPR).has(c)
	case closed:
		return (setPO | setPR).has(c)
	}
	if !setOP.has(c) || !(setPR | setPO).has(cr.last) {
		return false
	}
	n, at := cr.after(i)
	return n == classNU || n == classIS && cr.next(at) == classNU
}

// next returns the class after rune i and its marks; the end of the text is like a mandatory break.
func (cr *cursor) next(i int) class {
	c, _ := cr.after(i)
	return c
}

// after is next with the place of the rune.
func (cr *cursor) after(i int) (class, int) {
	for i++; i < len(cr.text); i++ {
		if c := classOf(cr.text[i]); !setMarks.has(c) {
			return c, i
		}
	}
	return classSOT, i
}

// pass moves past a rune of class c.
func (cr *cursor) pass(c class) {
	switch c {
	case classQUI: // LB15a
		cr.initial = (setBreaks | setOP | setQU | setGL | setSP | setZW).has(cr.last)
	case classHY, classHH, classSY:
		cr.begun = cr.begins(c)
	}
	switch {
	case c == classNU, cr.number == digits && (setSY | setIS).has(c):
		cr.number = digits
	case cr.number == digits && (setCL | setCP).has(c):
		cr.number = closed
	default:
		cr.number = noNumber
	}
	cr.oddRI = c == classRI && !cr.oddRI
	cr.previous, cr.last = cr.last, c
	if c != classSP {
		cr.base = c
	}
}

// begins tells whether c, a hyphen or solidus at hand, begins a word (LB20a).
func (cr *cursor) begins(c class) bool {
	const before = setBreaks | setSP | setZW | setCB | setGL
	if !cr.tailored {
		return c != classSY && before.has(cr.last)
	}
	return (before | setOP | setQU&^setPf).has(cr.last) || cr.begun && (setHY|setHH|setSY).has(cr.last)
}

// Tears tells whether a line that had to end between two texts, neither of them with a space there, would begin
// with a mark that closes, or end with one that opens or with a hyphen that begins a word.
func Tears(before, after []rune) bool {
	const closing, opening, joints = setCL | setCP | setEX | setIS | setPf | setPO, setOP | setPi, setHY | setHH
	if len(before) == 0 || len(after) == 0 {
		return false
	}
	for len(after) > 1 && classOf(after[0]) == classCMB {
		after = after[1:]
	}
	if closing.has(classOf(after[0])) || opening.has(lastClass(before)) {
		return true
	}
	hyphen := false
	for joints.has(lastClass(before)) {
		before, hyphen = before[:len(before)-1], true
	}
	return hyphen && (setBare | opening).has(lastClass(before))
}

// lastClass is the class of the last rune that is no mark, that of the start of text for none.
func lastClass(text []rune) class {
	for i := len(text) - 1; i >= 0; i-- {
		if c := classOf(text[i]); !setMarks.has(c) {
			return c
		}
	}
	return classSOT
}
