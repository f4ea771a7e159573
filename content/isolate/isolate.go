// Package isolate finds what reads from left to right whatever stands around
// it: the PDF and the EPUB direct it by the same rules.
//
// Numbers and addresses do, but UAX #9 knows no phone number: in Arabic it turns
// the groups of one about. What is plainly such a thing is to be resolved as if
// it stood between the isolates of UAX #9 2.4, as an author would have to write
// it by hand. What UAX #9 itself reads as it should be is not found.
//
// So are a Latin word with signs at its edge, which UAX #9 would carry to its other
// end in Arabic (C++, .NET), and what stands in quotation marks or brackets and is
// all Latin, with its marks: “What is Ink?”. Latin words with Arabic commas between
// are a list of the Arabic text, the first at the right, and the call of a note
// stands at the left of the word before it.
//
// A range is the other way about. Its two numbers stand in the order of the
// text around them, the first at the right in Arabic (W3C alreq), whichever
// dash and digits it has.
package isolate

import (
	"slices"

	"warraq/content/char"
)

// Stretch is a part of a paragraph that reads from left to right, the dash of a
// range, or a mark behind which the text goes on from right to left.
type Stretch struct {
	From, To int  // runes
	Number   bool // else an address, words, a dash or a mark
	Latin    bool // the text around it runs from left to right, and goes on with it
	Dash     bool // of a range: it binds no digits
	Mixed    bool // some of it is Arabic: each such part reads in its own direction
	Phrase   bool // Latin words, whose lines end as those of others do
	Back     bool // a number behind Arabic words with whose letters Latin text goes on: 2nd, 5 kg
	Parts    bool // it ends a phrase, Latin or not: the comma of a series, the call of a note
}

// Finder finds the stretches of one paragraph after another.
type Finder struct {
	Found []Stretch // in order, none within another
	Ties  []Stretch // what no line ends within: numbers, ranges, Latin words with signs

	around bool // the text before runs from left to right
	ltr    bool // so does what it stands in, paragraph or isolate
	outer  []outer
	said   label // of the last number, which ended at saidTo
	saidTo int

	signTo int  // where the last operator ended
	arabic bool // the last letter was an Arabic one, behind which digits are of class AN (UAX #9 W2)
	phoned bool // a number of the text was that of a phone

	plainTo int // how far there is no Latin word with signs

	strongTo int  // up to where the direction of an FSI is known
	strong   bool // it: from left to right
}

// outer is what stands around an isolate or an embedding.
type outer struct{ around, ltr, arabic bool }

// Numbered tells, at little cost, whether there can be anything to direct: a
// letter from left to right, a digit, or signs side by side as operators have them.
func Numbered(text []rune) bool {
	signs := 0
	return slices.ContainsFunc(text, func(r rune) bool {
		if signs++; !isOperator(r) {
			signs = 0
		}
		return signs == 2 || r == '<' || r == '>' || isLeft(r) || IsDigit(r)
	})
}

// Find finds the stretches of text; ltr is the direction of the paragraph.
func (f *Finder) Find(text []rune, ltr bool) {
	f.Found, f.Ties, f.outer = f.Found[:0], f.Ties[:0], f.outer[:0]
	f.around, f.ltr, f.said, f.saidTo, f.plainTo, f.phoned, f.arabic, f.signTo, f.strongTo = ltr, ltr, unlabelled, 0, 0, false, false, 0, 0
	for i := 0; i < len(text); {
		r := text[i]
		if r >= 0x0620 && r <= 0x064A { // most of any text
			f.around, f.arabic = false, true
			i++
			continue
		}
		if to := f.stretch(text, i); to > i {
			i = to
			continue
		}
		f.turn(text, i, ltr)
		i = max(i+1, nameEnd(text, i))
	}
}

// stretch notes what begins at i and returns where it ends; i if nothing does.
func (f *Finder) stretch(text []rune, i int) int {
	r := text[i]
	if !f.ltr && closing[r] != 0 {
		if to := quotation(text, i); to > i && f.addQuotation(text, i, to, f.around) {
			f.around = f.Found[len(f.Found)-1].Latin
			return to + 1
		}
	}
	switch {
	case f.ltr && !f.around && (callsBack(text, i) || partsBack(text, i)):
		f.Found = append(f.Found, Stretch{From: i, To: i + 1, Parts: true, Latin: true})
		f.around = true
		return i + 1
	case !f.ltr && (f.around && (r == '،' || r == '\u2060') && parts(text, i) || isCross(text, i)),
		(!f.ltr || !f.around) && r == '،' && f.listed(text, i):
		f.Found = append(f.Found, Stretch{From: i, To: i + 1, Parts: true})
		f.around = false
		return i + 1
	case r == '@':
		if from := arabicMail(text, i); from < i {
			return f.mail(text, from, addressEnd(text, i))
		}
	case !opens(r):
		return i
	}
	if to := f.operatorEnd(text, i); to > i && !f.ltr {
		f.signTo = to
		f.Found = append(f.Found, Stretch{From: i, To: to, Latin: f.around})
		f.Ties = append(f.Ties, Stretch{From: i, To: to})
		return to
	}
	if to := address(text, i); to > i {
		f.addAddress(text, i, to, f.around)
		return to
	}
	if to := f.number(text, i, f.around); to > i {
		return to
	}
	return f.word(text, i)
}

// word notes the Latin word with signs that begins at i and returns where it
// ends; i if there is none, which holds for all that touches it.
func (f *Finder) word(text []rune, i int) int {
	if i < f.plainTo {
		return i
	}
	to := signedWord(text, i)
	if to == i {
		if isLatin(text[i]) {
			f.plainTo = chunkEnd(text, i)
		}
		return i
	}
	f.addAddress(text, i, to, f.around)
	f.Ties = append(f.Ties, Stretch{From: i, To: to})
	f.around = !f.ltr || f.Found[len(f.Found)-1].Latin // isolated in Latin text, it is nothing to what follows
	return to
}

// mail notes a mail address that begins with Arabic letters, which have been read.
func (f *Finder) mail(text []rune, from, to int) int {
	for n := len(f.Found); n > 0 && f.Found[n-1].To > from; n-- {
		f.Found = f.Found[:n-1]
	}
	f.Found = append(f.Found, Stretch{From: from, To: to, Mixed: true})
	return to
}

// opens tells the characters that a number, an address or a Latin word may
// begin with.
func opens(r rune) bool {
	return leads(r) || isOperator(r) || isRelation(r) || r == '\u2212' || r == '±' || r == '(' || r == '[' || r == '‰' || r == '٪' || IsDigit(r) || isLatin(r)
}

// turn follows the direction of the text over the character at i: the last
// letter gives it (UAX #9 W2, W7), and isolates and embeddings have their own
// within; ltr is the direction of the paragraph.
func (f *Finder) turn(text []rune, i int, ltr bool) {
	switch r := text[i]; r {
	case '\n':
		f.around, f.ltr, f.arabic, f.outer = ltr, ltr, false, f.outer[:0]
	case LRI, 0x202A, LRO: // LRE
		f.enter(true)
	case RLI, 0x202B, 0x202E: // RLE, RLO
		f.enter(false)
	case FSI:
		f.enter(f.firstStrong(text, i+1))
	case PDI, PDF:
		if n := len(f.outer) - 1; n >= 0 {
			f.around, f.ltr, f.arabic = f.outer[n].around, f.outer[n].ltr, f.outer[n].arabic
			f.outer = f.outer[:n]
		}
	case LRM:
		f.around, f.arabic = true, false
	case RLM, 0x061C: // ALM
		f.around, f.arabic = false, r != RLM
	default:
		if isLatin(r) || r > 0x7F && char.IsLetter(r) {
			f.around, f.arabic = !isRightToLeft(r), isRightToLeft(r) && r >= 0x0600
		}
	}
}

func (f *Finder) enter(ltr bool) {
	f.outer = append(f.outer, outer{f.around, f.ltr, f.arabic})
	f.around, f.ltr, f.arabic = ltr, ltr, false
}

// firstStrong tells whether the first letter from i on runs from left to right
// (UAX #9 P2). What it has looked through holds for all that opens there.
func (f *Finder) firstStrong(text []rune, i int) bool {
	if i < f.strongTo {
		return f.strong
	}
	f.strong = true
	for f.strongTo = i; f.strongTo < len(text); f.strongTo++ {
		r := text[f.strongTo]
		if r == PDI || r == '\n' {
			break
		}
		if char.IsLetter(r) {
			f.strong = !isRightToLeft(r)
			break
		}
	}
	return f.strong
}

// isRightToLeft tells the letters of classes R and AL by their blocks.
func isRightToLeft(r rune) bool {
	return r >= 0x0590 && r < 0x0900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00 ||
		r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000
}

// addAddress notes an address. It goes on with a Latin phrase that it stands
// in, or that it begins.
func (f *Finder) addAddress(text []rune, from, to int, around bool) {
	if to+1 < len(text) && IsGap(text[to]) && (isLatin(text[to+1]) || reckonsOn(text, to)) {
		around = true
	}
	f.Found = append(f.Found, Stretch{From: from, To: to, Latin: around, Mixed: slices.ContainsFunc(text[from:to], isRightToLeft)})
}

// number notes the number or range that begins at i and returns where it
// ends; i if there is none.
func (f *Finder) number(text []rune, i int, around bool) int {
	to := max(longest(text, i), plainNumber(text, i))
	if group := f.grouped(text, i); group > to {
		return f.addNumber(text, i, group, around)
	}
	if to == i || to+1 >= len(text) || !isDash(text[to]) {
		return f.single(text, i, to, around)
	}
	next := max(longest(text, to+1), plainNumber(text, to+1))
	if next == to+1 || isSign(text[to+1]) && text[to+1] != '+' {
		return f.single(text, i, to, around)
	}
	if f.paired(text, i, to, next) {
		return f.addNumber(text, i, next, around)
	}
	f.single(text, i, to, around)
	// between Arabic digits UAX #9 N1 would make the dash Arabic in Latin text too
	f.Found = append(f.Found, Stretch{From: to, To: to + 1, Dash: true, Latin: around && !isEuropean(text[to+1])})
	f.single(text, to+1, next, around)
	f.Ties = append(f.Ties, Stretch{From: i, To: next})
	return next
}

// single notes a number. UAX #9 reads a plain one as it should be.
func (f *Finder) single(text []rune, i, to int, around bool) int {
	if to > i && f.turnsSign(text, to) {
		f.Found = append(f.Found, Stretch{From: to, To: to + 1, Dash: true})
		return to + 1
	}
	if to == i || to == plainNumber(text, i) {
		return to
	}
	return f.addNumber(text, i, to, around)
}

// addNumber notes a number with those that touch it, behind a separator perhaps:
// 230V/50Hz, +5/-5.
func (f *Finder) addNumber(text []rune, i, to int, around bool) int {
	for next := touching(text, to); next > to; next = touching(text, to) {
		to = next
	}
	back := f.ltr && !around && slices.ContainsFunc(text[i:to], isLatin)
	if back {
		around, f.around = true, true
	}
	n := Stretch{From: i, To: to, Number: true, Latin: around, Back: back}
	f.Found, f.Ties = append(f.Found, n), append(f.Ties, n)
	return to
}

// listed tells the comma at i between two numbers, no space behind it, one of which
// is directed: 5%،10%. UAX #9 W4 would make one number of the two.
func (f *Finder) listed(text []rune, i int) bool {
	if i == 0 || i+1 == len(text) || !IsDigit(text[i+1]) && !isSign(text[i+1]) {
		return false
	}
	if n := len(f.Found); n > 0 && f.Found[n-1].To == i {
		return true
	}
	return IsDigit(text[i-1]) && longest(text, i+1) > max(i+1, plainNumber(text, i+1))
}

// touching is where the number ends that touches the one that ends at i; i if none does.
func touching(text []rune, i int) int {
	at := i
	if at < len(text) && isNumberSeparator(text[at]) {
		at++
		if at < len(text) && isSign(text[at]) {
			at++
		}
	}
	if at == len(text) || !IsDigit(text[at]) {
		return i
	}
	return max(longest(text, at), plainNumber(text, at))
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
		r >= 0xC0 && r <= 0x024F && r != '×' && r != '÷' || r >= 0x1E00 && r <= 0x1EFF
}

// isLeft tells the letters that read from left to right: Latin, Greek and
// Cyrillic ones, and those of East Asia.
func isLeft(r rune) bool {
	return isLatin(r) || r >= 0x0370 && r < 0x0590 || r >= 0x1F00 && r < 0x2000 || r >= 0x3041 && r < 0xD800
}

// isEuropean tells the digits of class EN, the Persian ones among them.
func isEuropean(r rune) bool { return r >= '0' && r <= '9' || r >= 0x06F0 && r <= 0x06F9 }

// IsDigit tells European, Persian and Arabic digits.
func IsDigit(r rune) bool { return isEuropean(r) || r >= 0x0660 && r <= 0x0669 }

func isDash(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2014 }

// IsGap tells the spaces within a number.
func IsGap(r rune) bool { return r == ' ' || r == 0x00A0 || r == 0x202F || r == 0x2009 }

// isFree tells whether nothing but a space, an opening mark or the start
// stands before i.
func isFree(text []rune, i int) bool {
	if i == 0 {
		return true
	}
	switch r := text[i-1]; r {
	case '(', '[', '{', '«', '"', '“', '‘', '\'', '\n':
		return true
	default:
		return IsGap(r) || IsDirective(r)
	}
}

// IsDirective tells the characters that direct text and are not set: the
// isolates, embeddings, overrides and marks of UAX #9 2.1–2.6.
func IsDirective(r rune) bool {
	return r >= 0x2066 && r <= 0x2069 || r >= 0x202A && r <= 0x202E ||
		r == 0x200E || r == 0x200F || r == 0x061C
}
