package isolate

import "slices"

// freely is i, if nothing but a space, an opening mark, the start or a word of
// one letter that is joined (و، بـ، الـ) stands before it; -1 if not.
func freely(text []rune, i int) int {
	if isFree(text, i) {
		return i
	}
	at := i
	if text[at-1] == 'ـ' || at > 1 && (text[at-1] == '-' || text[at-1] == '־') && isRightToLeft(text[at-2]) { // ו-.NET
		at--
	}
	if at > 1 && text[at-1] == 'ل' && (text[at-2] == 'ا' || text[at-2] == 'ل') {
		at -= 2
		if at == 0 || isFree(text, at) {
			return i
		}
	}
	for k := 0; k < 2 && at > 0 && isPrefix(text[at-1]); k++ {
		if at--; isFree(text, at) {
			return i
		}
	}
	return -1
}

// signedWord is where a Latin word ends that has a sign at its edge, such as
// C++, .NET, --help, main(); i if it has none. A sign of the sentence is none
// of the word.
func signedWord(text []rune, i int) int {
	if !isLatin(text[i]) && (!leads(text[i]) || freely(text, i) < 0 && !touched(text, i)) {
		return i
	}
	to := chunkEnd(text, i)
	for to > i && !staysAt(text, i, to) {
		to--
	}
	switch {
	case !slices.ContainsFunc(text[i:to], isLatin):
		return i
	case isLatin(text[i]) && (isLatin(text[to-1]) || IsDigit(text[to-1])):
		return i
	case text[i] == '-' && text[i+1] != '-' && (text[to-1] == '-' || !isLatin(text[i+1]) || !isFree(text, i)):
		return i // -Word- stands between dashes, ال-Word has a hyphen
	case isDash(text[to-1]) && i > 0 && isDash(text[i-1]):
		return i
	case text[i] == '<' && text[to-1] != '>':
		return i
	}
	return to
}

// touched tells a sign that begins a name though an Arabic word touches it: في$HOME.
func touched(text []rune, i int) bool {
	return i > 0 && i+1 < len(text) && isRightToLeft(text[i-1]) && !IsDigit(text[i-1]) && (text[i] == '$' && isLatin(text[i+1]) ||
		text[i] == '#' && isLatin(text[i+1]) || text[i] == '-' && text[i+1] == '-')
}

// leads tells the signs that a Latin word may begin with.
func leads(r rune) bool {
	switch r {
	case '-', '+', '.', '$', '@', '#', '*', '\\', '%', '_', '&', '<', '/', '!', '~':
		return true
	}
	return false
}

// chunkEnd is how far a Latin word and its signs go: brackets go on with it
// where they touch it, main(argc, argv) as main().
func chunkEnd(text []rune, i int) int {
	at := i
	for at < len(text) {
		switch r := text[at]; {
		case isLatin(r), IsDigit(r), inWord(r):
			at++
		case r == '<' && at == i, r == '>' && text[i] == '<':
			at++
		case r == '(' || r == '[' || r == '{' || r == '<' && isLatin(text[at-1]):
			to := bracketEnd(text, at)
			if to < 0 || at == i {
				return at
			}
			at = to
		default:
			return at
		}
	}
	return at
}

// inWord tells the signs within and at the edge of Latin words.
func inWord(r rune) bool {
	switch r {
	case '.', '_', '-', '+', '%', '~', '/', ':', '\\', '=', '@', '#', '$', '&', '*', '!', ',', ';', '?',
		'®', '™', '℠', '©', '⁺', '⁻', '²', '³', '\u2011', '\u2010':
		return true
	}
	return false
}

// bracketEnd is behind the bracket that closes the one at i, with no space but behind
// commas and nothing Arabic between; -1 if there is none.
func bracketEnd(text []rune, i int) int {
	depth := 0
	for at := i; at < len(text) && at < i+100; at++ {
		switch r := text[at]; {
		case r == '(' || r == '[' || r == '{' || r == '<':
			depth++
		case r == ')' || r == ']' || r == '}' || r == '>' && text[at-1] != '-' && text[at-1] != '=':
			if depth--; depth == 0 {
				return at + 1
			}
		case IsGap(r) && text[at-1] != ',' || endsLine(r) || isRightToLeft(r) || IsDirective(r):
			return -1
		}
	}
	return -1
}

// staysAt tells whether the last character of a chunk belongs to the word,
// rather than to the sentence.
func staysAt(text []rune, i, to int) bool {
	last, before := text[to-1], rune(0)
	if to-1 > i {
		before = text[to-2]
	}
	switch last {
	case '+', '#', '®', '™', '℠', '©', '⁺', '⁻', '²', '³', ')', ']', '}', '>':
		return true
	case '-', '\u2011', '\u2010':
		return isLatin(before) || before == '-'
	case '%', '*', '_':
		return text[i] == last || last == '*' && isSlash(before)
	case '$':
		return to-i <= 4 && isLatin(text[i])
	case ';':
		return text[i] == '&'
	case '.':
		return initials(text[i:to])
	}
	return isLatin(last) || IsDigit(last)
}

func isSlash(r rune) bool { return r == '/' || r == '\\' }

// initials tells letters with a full stop behind each: U.S.A.
func initials(word []rune) bool {
	const most = 40
	if len(word) < 4 || len(word) > most || len(word)%2 != 0 {
		return false
	}
	for k, r := range word {
		if k%2 == 0 && !isLatin(r) || k%2 == 1 && r != '.' {
			return false
		}
	}
	return true
}

// endsLine tells the controls, which end a line or are none of a sentence's.
func endsLine(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 }

// closing are the marks that close what others open.
var closing = map[rune]rune{
	'"': '"', '“': '”', '”': '“', '„': '“', '«': '»', '»': '«', '‹': '›', '‘': '’', '(': ')', '[': ']', '{': '}',
}

// longestQuotation bounds what is looked through for a closing mark, in runes.
const longestQuotation = 400

// quotation is where the mark stands that closes the one at i, if what stands
// between is Latin and nothing of it Arabic; i if not.
func quotation(text []rune, i int) int {
	shut := closing[text[i]]
	if shut == 0 || shut == text[i] && freely(text, i) < 0 {
		return i
	}
	depth, words := 1, false
	for at := i + 1; at < len(text) && at < i+longestQuotation; at++ {
		switch r := text[at]; {
		case r == shut:
			if depth--; depth == 0 {
				if !words {
					return i
				}
				return at
			}
		case r == text[i]:
			depth++
		case isLeft(r):
			words = true
		case r == LRI:
			for at+1 < min(len(text), i+longestQuotation) && text[at+1] != PDI && !isRightToLeft(text[at+1]) {
				at++
			}
		case endsLine(r) || r == '،' || isRightToLeft(r) || IsDirective(r) && r != PDI:
			return i
		}
	}
	return i
}

// addQuotation notes what the marks at i and to hold, if UAX #9 would not read
// it as one piece, and tells whether it does. In a Latin phrase the marks are
// part of it.
func (f *Finder) addQuotation(text []rune, i, to int, around bool) bool {
	from, end := i+1, to
	for from < end && IsGap(text[from]) {
		from++
	}
	for end > from && IsGap(text[end-1]) {
		end--
	}
	if call := lastCall(text, from, end); call > from {
		end = call
	}
	edged := !isLeft(text[from]) || !isLeft(text[end-1]) && !IsDigit(text[end-1])
	bracket := text[i] == '(' || text[i] == '[' || text[i] == '{' // UAX #9 N0 pairs them
	switch {
	case bracket && (around || !edged):
		return false
	case around:
		f.Found = append(f.Found, Stretch{From: i, To: to + 1, Latin: true, Phrase: true})
	case edged || latinFollows(text, to+1):
		f.Found = append(f.Found, Stretch{From: from, To: end, Phrase: true})
	default:
		return false
	}
	return true
}

// latinFollows tells whether the next letter or digit goes on with a Latin
// phrase: whether it is Latin, or a digit.
func latinFollows(text []rune, i int) bool {
	for _, r := range text[i:min(len(text), i+40)] {
		switch {
		case isLeft(r), IsDigit(r), r == LRI:
			return true
		case r == '\n', r == '،', isRightToLeft(r), IsDirective(r):
			return false
		}
	}
	return false
}

// parts tells the marks behind which a text goes on from right to left though
// Latin stands on both sides: the comma of a series, and the word joiner that
// holds the call of a note.
func parts(text []rune, i int) bool {
	switch text[i] {
	case '،':
		return !(i > 0 && i+1 < len(text) && IsDigit(text[i-1]) && IsDigit(text[i+1])) && latinFollows(text, i+1)
	case '\u2060':
		end := callEnd(text, i+1)
		return end > i+1 && !goesOn(text, end)
	}
	return false
}

// callsBack tells the call of a note behind an Arabic word in Latin text, which
// goes on behind it from left to right.
func callsBack(text []rune, i int) bool {
	if text[i] != '\u2060' {
		return false
	}
	end := callEnd(text, i+1)
	return end > i+1 && !goesOnArabic(text, end)
}

// partsBack tells the marks behind which Latin text goes on from left to right
// though Arabic or a number follows: the comma of a series and of a title with its
// year, and a year in brackets.
func partsBack(text []rune, i int) bool {
	switch text[i] {
	case ',', ';':
		return i > 0 && i+2 < len(text) && !IsDigit(text[i-1]) && IsGap(text[i+1]) && (IsDigit(text[i+2]) || isRightToLeft(text[i+2]))
	case '(':
		to := digits(text, i+1)
		return to == i+5 && isYear(text[i+1:to]) && to < len(text) && text[to] == ')' && !goesOnArabic(text, to+1)
	}
	return false
}

// goesOnArabic tells whether an Arabic phrase goes on behind i.
func goesOnArabic(text []rune, i int) bool {
	for _, r := range text[i:min(len(text), i+40)] {
		switch {
		case isRightToLeft(r):
			return r != '،' && r != '؛'
		case r == '\n', isLeft(r), IsDigit(r), IsDirective(r), r == '\u2060', isSentenceMark(r):
			return false
		}
	}
	return false
}

// isCross tells an x between an Arabic unit and a number, which is a sign: 3 سم x 2 سم.
func isCross(text []rune, i int) bool {
	if text[i] != 'x' && text[i] != 'X' || i < 4 || i+2 >= len(text) || !IsGap(text[i-1]) || !IsGap(text[i+1]) || !IsDigit(text[i+2]) {
		return false
	}
	at := i - 1
	for at > 0 && i-at < 8 && isRightToLeft(text[at-1]) && !IsDigit(text[at-1]) {
		at--
	}
	return at > 0 && at < i-1 && (IsDigit(text[at-1]) || at > 1 && IsGap(text[at-1]) && IsDigit(text[at-2]))
}

// callEnd is where the call of a note ends that begins at i: (12), 12.
func callEnd(text []rune, i int) int {
	for i < len(text) && text[i] == 0x2007 {
		i++
	}
	from := i
	if i < len(text) && text[i] == '(' {
		i++
	}
	to := digits(text, i)
	if to == i {
		return -1
	}
	if i > from && to < len(text) && text[to] == ')' {
		to++
	}
	return to
}

// lastCall is where the call of a note begins that text[from:end] ends in; -1 if
// it ends in none.
func lastCall(text []rune, from, end int) int {
	if end-2 >= from && text[end-1] == '\uFFFC' && text[end-2] == '\u2060' { // in the EPUB
		return end - 2
	}
	for i := end - 1; i >= from && i > end-8; i-- {
		if text[i] == '\u2060' && callEnd(text, i+1) == end {
			return i
		}
	}
	return -1
}

// goesOn tells whether a Latin phrase goes on behind i.
func goesOn(text []rune, i int) bool {
	for _, r := range text[i:min(len(text), i+40)] {
		switch {
		case isLeft(r):
			return true
		case r == '\n', r == '،', isRightToLeft(r), IsDigit(r), IsDirective(r), r == '\u2060':
			return false
		}
	}
	return false
}
