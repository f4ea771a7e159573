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

// Segmenter finds boundaries. The zero value is ready and tailors UAX #14 of Unicode 15.0 for books, mostly by
// rules of its later versions:
//
//   - LB15a and LB15b (Unicode 15.1) in place of LB15: a closing quotation mark ( » ” ’ › ) before a space,
//     punctuation or the end never begins a line, even after a space, and an opening one ( « “ ‘ ‹ ) never ends
//     one; nor does a mark that closes hold on to a bracket that opens after a space.
//   - LB20a (Unicode 16.0): no break after a hyphen that begins a word; nor (ours) after a solidus that does, as in a
//     path of files.
//   - IS × NU of LB25 (Unicode 16.0): no break between a full stop, comma or colon and a digit.
//   - NU SP* × PO (ours): a percent, per mille or degree sign never begins a line after its number and a space.
//
// The comma, semicolon, question and exclamation marks of Arabic and Latin and closing brackets need none: by
// LB13 they never begin a line, even after a space.
type Segmenter struct {
	Untailored bool // UAX #14 of Unicode 15.0 to the letter
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
		case c.last == classSP && class == classAL && c.base == classAL: // LB18
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
		c = classAL // LB10
	}
	op := cr.first(i, c, joiner)
	cr.pass(c)
	return op
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
		if cr.pairs.across[cr.base].has(c) || cr.tailored && cr.quoted(i, c) {
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

// context applies the rules that need more than the two classes.
func (cr *cursor) context(i int, c class) bool {
	const hyphens = setHY | setBA
	switch {
	case cr.tailored && (setHY | setSY | 1<<classBAH).has(cr.last) && (setAL | setHL).has(c) &&
		(setBreaks | setSP | setZW | setCB | setGL).has(cr.previous): // LB20a
		return true
	case cr.previous == classHL && hyphens.has(cr.last): // LB21a
		return true
	case cr.number == digits && (setNU | setSY | setIS | setCL | setCP | setPO | setPR).has(c), // LB25
		cr.number == closed && (setPO | setPR).has(c),
		(setPR | setPO).has(cr.last) && setOP.has(c) && cr.next(i) == classNU:
		return true
	}
	return cr.oddRI && c == classRI // LB30a
}

// next returns the class after rune i and its marks; the end of the text is like a mandatory break.
func (cr *cursor) next(i int) class {
	for _, r := range cr.text[i+1:] {
		if c := classOf(r); !setMarks.has(c) {
			return c
		}
	}
	return classSOT
}

// pass moves past a rune of class c.
func (cr *cursor) pass(c class) {
	if c == classQUI { // LB15a
		cr.initial = (setBreaks | setOP | setQU | setGL | setSP | setZW).has(cr.last)
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
