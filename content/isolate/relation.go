package isolate

// related is a sign that says what a number is, and the number: about, at most, the
// root of it. UAX #9 has the sign at the other end of it.
func related(text []rune, i int) int {
	if freely(text, i) < 0 {
		return i
	}
	to := either(
		seq(either(seq(of("<>~^="), of("=")), of("≈≃≅≤≥≠∼")), maybe(gap)),
		of("~<>^√⌀ø№"),
		seq(of("."), behindGap),
	)(text, i)
	if to < 0 || western(text, to) < 0 {
		return i
	}
	end := max(term(text, to), code(text, to))
	if end < len(text) && (text[end] == '>' || text[end] == '<') {
		return i // <5> is a number in brackets
	}
	return end
}

// behindGap wants a space before the character that ends at i: the point of .5 is that
// of decimals, at the start of a text that of a list.
func behindGap(text []rune, i int) int {
	if i < 2 || !IsGap(text[i-2]) {
		return -1
	}
	return i
}

// network is groups of hexadecimal digits with colons between them, one of which has
// a letter or is left out: an address of IPv6 (RFC 4291 2.2).
func network(text []rune, i int) int {
	if i > 0 && (isLatin(text[i-1]) || IsDigit(text[i-1]) || text[i-1] == ':') {
		return i
	}
	groups, known, at := 0, false, i
	for {
		from := at
		for at < len(text) && at-from < 4 && isHexadecimal(text[at]) {
			known = known || text[at] > '9'
			at++
		}
		groups++
		if at+1 >= len(text) || text[at] != ':' || !isHexadecimal(text[at+1]) && text[at+1] != ':' {
			break
		}
		if text[at+1] == ':' {
			known = true
			at++
		}
		at++
	}
	if groups < 2 || !known || !IsDigit(text[at-1]) && !isLatin(text[at-1]) || ends(text, at) < 0 {
		return i
	}
	return at
}

func isHexadecimal(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'f' || r >= 'A' && r <= 'F'
}

// tuple is numbers with Latin commas between them, of which one has decimals or a
// sign, as none of a list of things counted has, or that a point has. Without brackets it is a place, of two
// numbers with two decimals at the least.
func tuple(text []rune, i int) int {
	at, bracket := i, false
	if text[i] == '(' || text[i] == '[' {
		at, bracket = i+1, true
	} else if !isFree(text, i) {
		return i
	}
	numbers, exact, precise := 0, false, true
	for ; numbers < most; numbers++ {
		n, ok := memberAt(text, at)
		if !ok {
			return i
		}
		exact = exact || n.signed || n.decimals > 0
		precise = precise && n.decimals > 1
		at = n.end
		if at+1 >= len(text) || text[at] != ',' || !IsGap(text[at+1]) {
			numbers++
			break
		}
		at += 2
	}
	if bracket && !exact {
		from, word := wordBefore(text, i)
		exact = labelNamed(text[from:word]) == ofPoint
	}
	switch {
	case numbers < 2 || !exact || ends(text, at) < 0:
		return i
	case bracket && at < len(text) && (text[at] == ')' || text[at] == ']'):
		return at + 1
	case bracket || !precise || numbers != 2:
		return i
	}
	return at
}

// member is a number of a tuple.
type member struct {
	end      int // behind it
	decimals int
	signed   bool
}

// memberAt is the number at a place; false where there is none.
func memberAt(text []rune, at int) (n member, ok bool) {
	if western(text, at) < 0 {
		return n, false
	}
	from := sign(text, at)
	to := digits(text, from)
	n = member{end: to, signed: from > at}
	if to+1 < len(text) && text[to] == '.' && IsDigit(text[to+1]) {
		n.end = digits(text, to+1)
		n.decimals = n.end - to - 1
	}
	return n, true
}

// isRelation tells the signs before a number that programs do not use.
func isRelation(r rune) bool {
	switch r {
	case '≈', '≃', '≅', '≤', '≥', '≠', '∼', '√', '⌀', 'ø', '№':
		return true
	}
	return false
}

// reckonsOn tells whether a sign of reckoning and an operand stand behind i, where a
// space is: a² + b².
func reckonsOn(text []rune, i int) bool {
	at := seq(gap, either(seq(of("<>=!:"), of("=")), of("=+×÷·≈≠≤≥<>*")), gap)(text, i)
	return at > 0 && at < len(text) && (isLatin(text[at]) || isEuropean(text[at]))
}
