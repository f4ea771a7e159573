package isolate

// A numberRule tells where a number of its kind that begins at i ends; i when
// there is none. What UAX #9 itself takes for one number needs no rule:
// 24/11/2026, 09:30, 3/4, 1.250, 192.0.2.1.
type numberRule struct {
	kind string
	end  func(text []rune, i int) int
}

// numberRules are tried in their order.
var numberRules = []numberRule{
	{"an ISBN with spaces: 978 9954 0 1234 5", spacedISBN},
	{"a phone number: +212 5 00 00 00 00, 05 22 33 44 55, (0522) 33-44-55", phone},
	{"thousands with spaces: 12 345 678,90", thousands},
	{"a date, an ISBN, a version: 2026-11-24, 978-9954-0-1234-5, 1.26-rc.1, 25°C", code},
	{"a number with its sign: -3, +212, −5%", signed},
}

// spacedISBN is 13 digits in five groups, the first 978 or 979, or 10 in four,
// the last of which may be X (ISO 2108).
func spacedISBN(text []rune, i int) int {
	total, groups := 0, 0
	for at := i; at < len(text) && total < 13; at++ {
		end := digits(text, at)
		if end == at && groups == 3 && total == 9 && text[at] == 'X' {
			end++
		}
		total, groups = total+end-at, groups+1
		last := end == len(text) || !IsDigit(text[end]) && !isLatin(text[end])
		switch {
		case end == at:
			return i
		case !last, end-at > 1:
		case groups == 4 && total == 10, groups == 5 && total == 13 && isBookland(text[i:]):
			return end
		}
		if end == len(text) || !IsGap(text[end]) {
			return i
		}
		at = end
	}
	return i
}

func isBookland(text []rune) bool {
	return value(text[0]) == 9 && value(text[1]) == 7 && value(text[2]) >= 8
}

// phone is groups of digits, one perhaps in brackets, with spaces and hyphens:
// 7 to 15 digits (ITU-T E.164) behind a plus, 9 to 15 behind a zero, so that
// it is neither a range of hours (0800-1700) nor a date.
func phone(text []rune, i int) int {
	at, least := i, 9
	if text[at] == '+' {
		at, least = at+1, 7
	} else if first := digitsOf(text, i); first == nil || value(first[0]) != 0 {
		return i
	}
	total, groups, to := 0, 0, i
	for total <= 15 {
		group := digitsOf(text, at)
		if group == nil {
			break
		}
		total, groups = total+len(group), groups+1
		bracket := !IsDigit(text[at])
		to = at + len(group)
		if bracket {
			to += 2
		}
		at = to
		switch {
		case at < len(text) && (IsGap(text[at]) || isDash(text[at])):
			at++
		case !bracket && (at == len(text) || text[at] != '('):
			at = len(text)
		}
	}
	if groups < 2 || total < least || total > 15 {
		return i
	}
	return to
}

// digitsOf is a group of digits at i, perhaps in brackets; nil if there is
// none.
func digitsOf(text []rune, i int) []rune {
	from := i
	if i < len(text) && text[i] == '(' {
		from++
	}
	to := digits(text, from)
	if to == from || from > i && (to == len(text) || text[to] != ')') {
		return nil
	}
	return text[from:to]
}

// thousands is one to three digits and groups of three behind them, each
// behind the same kind of space, with decimals perhaps (ISO 80000-1, 7.3.1).
func thousands(text []rune, i int) int {
	to := digits(text, i)
	if to == i || to-i > 3 || value(text[i]) == 0 {
		return i
	}
	first := to
	for to < len(text) && IsGap(text[to]) && text[to] == text[first] && digits(text, to+1) == to+4 {
		to += 4
	}
	if to == first {
		return i
	}
	if to < len(text) && isDecimal(text[to]) && digits(text, to+1) > to+1 {
		to = digits(text, to+1)
	}
	return to
}

func isDecimal(r rune) bool { return r == '.' || r == ',' || r == '٫' }

// code is three numbers or more with the same dash between, or a number that
// goes on in Latin. Two with a dash are a range.
func code(text []rune, i int) int {
	to, groups := plainNumber(text, i), 1
	if to == i {
		return i
	}
	for first := to; to+1 < len(text) && isDash(text[to]) && text[to] == text[first] && IsDigit(text[to+1]); groups++ {
		to = plainNumber(text, to+1)
	}
	switch tail := latinTail(text, to); {
	case groups == 2:
		return i
	case tail > to || groups > 2:
		return tail
	}
	return i
}

// latinTail is where the Latin end of a number is: -rc.1, -X, kg, °C. A hyphen
// before digits in it begins the second number of a range: 5kg-10kg.
func latinTail(text []rune, i int) int {
	at := i
	if at < len(text) && (isDash(text[at]) || text[at] == '+' || text[at] == '°') {
		at++
	}
	if at == len(text) || !isLatin(text[at]) {
		return i
	}
	for at < len(text) {
		next := rune(0)
		if at+1 < len(text) {
			next = text[at+1]
		}
		switch r := text[at]; {
		case isLatin(r), IsDigit(r), isDash(r) && isLatin(next):
		case (r == '.' || r == '+' || r == '_' || r == ':') && (isLatin(next) || IsDigit(next)):
		default:
			return at
		}
		at++
	}
	return at
}

// signed is a sign and a number of European or Persian digits, with its
// percent or currency sign or its unit. Before Arabic digits CLDR has the sign
// at the right, where UAX #9 puts it (minusSign of the numbers arab and latn
// in ar). A hyphen is a sign only where no word or number stands before it.
func signed(text []rune, i int) int {
	switch text[i] {
	case '-', '\u2212', '±':
		if !isFree(text, i) {
			return i
		}
	case '+':
	default:
		return i
	}
	at := i + 1
	for at < len(text) && isTerminator(text[at]) {
		at++
	}
	if at == len(text) || !isEuropean(text[at]) {
		return i
	}
	to := max(thousands(text, at), plainNumber(text, at))
	if to < len(text) && isDash(text[to]) && (to+1 == len(text) || !IsDigit(text[to+1])) {
		return i // -3- is a number between dashes
	}
	if tail := latinTail(text, to); tail > to {
		return tail
	}
	for to < len(text) && isTerminator(text[to]) {
		to++
	}
	return to
}

// isTerminator tells the signs of class ET that people write beside numbers.
func isTerminator(r rune) bool {
	switch r {
	case '%', '‰', '٪', '°', '$', '£', '¥':
		return true
	}
	return r >= 0x20A0 && r <= 0x20CF
}

// plainNumber is where digits end that UAX #9 reads as one number, with the
// separators of class CS, or AN, between them (W4).
func plainNumber(text []rune, i int) int {
	to := digits(text, i)
	for to > i && to+1 < len(text) && isNumberSeparator(text[to]) && IsDigit(text[to+1]) {
		to = digits(text, to+1)
	}
	return to
}

func isNumberSeparator(r rune) bool { return isDecimal(r) || r == ':' || r == '/' || r == '٬' }

// digits is where a run of digits that begins at i ends.
func digits(text []rune, i int) int {
	for i < len(text) && IsDigit(text[i]) {
		i++
	}
	return i
}

// value is what a digit counts; more than 9 for any other character.
func value(r rune) rune {
	switch {
	case r >= 0x06F0:
		return r - 0x06F0
	case r >= 0x0660:
		return r - 0x0660
	case r >= '0':
		return r - '0'
	}
	return 10
}
