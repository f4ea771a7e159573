package isolate

import (
	"slices"

	"warraq/content/char"
)

// A numberRule tells where a number of its kind that begins at i ends. What UAX
// #9 itself takes for one number needs no rule: 24/11/2026, 09:30, 3/4, 1.250,
// 192.0.2.1; two with a dash are a range, or a number by what stands around
// them (see [Finder.pair]).
type numberRule struct {
	kind string
	form form
}

// numberRules are the grammar of a number group: what reads from left to right,
// is not broken over lines and keeps its spaces as they are. The longest that
// fits is the group. testdata/numbers.txt is the table of cases.
var numberRules = []numberRule{
	{"an ISBN with spaces: 978 9954 0 1234 5", some(spacedISBN)},
	{"an IBAN: MA64 0123 4567 8901 2345 6789 01", some(iban)},
	{"a phone number: +212 5 00 00 00 00, 05 22 33 44 55, (0522) 33-44-55, (800) 555-0100", some(phone)},
	{"an account, a card: 007 810 0001234500006789 42, 1234 5678 9012 3457", some(account)},
	{"thousands: 12 345 678,90, 1'250'000", some(thousands)},
	{"a scale: 1:50 000", seq(run(1, 3), maybe(gap), of(":/"), maybe(gap), some(thousands))},
	{"a number and a part of one: 2½, 2 1/2", mixed},
	{"a number and its unit: 5 kg, 10⁻³ m", seq(amount, maybe(many(of(exponents))), unit)},
	{"a number with an exponent: 10⁻³", seq(amount, many(of(exponents)))},
	{"a formula: 21 x 29,7, 3 m × 2 m, 2 + 3 = 5", some(formula)},
	{"an angle, a place: 33°58′30″N, 33°58′N 6°51′W", seq(western, place)},
	{"a share or degrees: 10%, 10 %, %10, 25°, ±4,8%", share},
	{"no less than: 18+", seq(western, amount, of("+"), ends)},
	{"what is dialled, a number sign: *123#, #12", some(dialled)},
	{"a date, an ISBN, a version: 2026-11-24, 978-9954-0-1234-5, 1.26-rc.1, 25°C", some(code)},
	{"a number with its sign: -3, +212, −5%", some(signed)},
	{"a number with what is said of it: ~5 kg, ≤ 10%, <5, ^1.2.3, >=1.2, √2, ⌀12 mm", some(related)},
	{"an address of a network: 2001:db8::1, ::1", some(network)},
	{"a point, a range of numbers: (33.97, -6.85), [-1, 1]", some(tuple)},
}

// The parts of the rules.
var (
	// western wants a European or Persian digit: with Arabic ones a sign stands
	// at the left of its number and a formula begins at the right, as UAX #9 has
	// them and CLDR writes them (percentSign, minusSign of arab and latn in ar).
	western = func(text []rune, i int) int {
		if at := sign(text, i); at < len(text) && isEuropean(text[at]) {
			return i
		}
		return -1
	}
	amount = seq(either(some(thousands), some(plainNumber)), maybe(of(fractions)))
	part   = seq(run(1, 2), of("/⁄"), run(1, 2), ends)
	mixed  = seq(run(1, 4), either(of(fractions), seq(gap, fraction)))

	percent = of("%‰٪")
	latn    = func(text []rune, i int) int { // digits of the locale latn
		if at := sign(text, i); at < len(text) && text[at] >= '0' && text[at] <= '9' {
			return i
		}
		return -1
	}
	share = either(
		seq(latn, maybe(plusMinus), amount, maybe(gap), percent, ends),
		seq(latn, maybe(plusMinus), amount, of("°"), ends),
		seq(leading, percent, latn, amount, ends),
	)

	// an angle, in degrees, minutes and seconds; two of them are a place
	angle = seq(amount, maybe(gap), of("°"),
		maybe(maybe(gap), amount, maybe(gap), of("′'’"), maybe(maybe(gap), amount, maybe(gap), of("″\"”"))),
		maybe(maybe(gap), of("NSEWO"), ends))
	primes = either(seq(amount, of("′"), maybe(amount, of("″"))), seq(amount, of("″")))
	place  = either(seq(angle, maybe(maybe(of(",;")), gap, angle)), primes, some(inches))
)

const (
	fractions = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
	exponents = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
)

// inches is a number and a straight mark that closes no quotation: 3.5".
func inches(text []rune, i int) int {
	to := plainNumber(text, i)
	if to == i || to == len(text) || text[to] != '"' || to+1 < len(text) && char.IsLetter(text[to+1]) {
		return i
	}
	quoted := false
	for k := max(0, i-longestQuotation); k < i; k++ {
		if text[k] == '"' {
			quoted = !quoted && isFree(text, k)
		}
	}
	if quoted {
		return i
	}
	return to + 1
}

// fraction is a part of one behind a whole number: 1/2, but no date.
func fraction(text []rune, i int) int {
	to := part(text, i)
	if to < 0 || to < len(text) && (text[to] == '/' || text[to] == ':') {
		return -1
	}
	over := digits(text, i)
	if a, b := count(text[i:over]), count(text[over+1:to]); a == 0 || a >= b {
		return -1
	}
	return to
}

// count is what a run of digits counts, at most a billion.
func count(digits []rune) int {
	n := 0
	for _, r := range digits {
		n = min(n*10+int(value(r)), 1e9)
	}
	return n
}

// sign is behind the plus or minus at i, and what stands with it, if there is
// one.
func sign(text []rune, i int) int {
	if i < len(text) && slices.Contains([]rune("+-\u2212±"), text[i]) {
		i++
	}
	return i
}

// plusMinus is a sign that is not that of a dash before a word.
func plusMinus(text []rune, i int) int {
	if i >= len(text) || !isSign(text[i]) || !takesSign(text, i) {
		return -1
	}
	return i + 1
}

// takesSign tells whether a sign at i belongs to a number behind it: a hyphen
// only where no word or number stands before it, or و or ف alone.
func takesSign(text []rune, i int) bool {
	switch text[i] {
	case '-':
		return isFree(text, i) || i > 0 && (text[i-1] == 'ـ' && freely(text, i) >= 0 || (text[i-1] == 'و' || text[i-1] == 'ف') && isFree(text, i-1))
	case '\u2212', '±':
		return freely(text, i) >= 0
	}
	return text[i] == '+' && (i == 0 || !IsDigit(text[i-1]))
}

func isSign(r rune) bool { return r == '+' || r == '-' || r == '\u2212' || r == '±' }

// longest is where the number that begins at i ends by the rule that reads
// furthest; i when there is none.
func longest(text []rune, i int) int {
	to := i
	for _, rule := range numberRules {
		to = max(to, rule.form(text, i))
	}
	return to
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

// thousands is one to three digits and groups of three behind them, each
// behind the same kind of space or apostrophe, with decimals perhaps (ISO
// 80000-1, 7.3.1).
func thousands(text []rune, i int) int {
	to := digits(text, i)
	if to == i || to-i > 3 || value(text[i]) == 0 || to == len(text) || !IsGap(text[to]) && text[to] != '\'' && text[to] != '’' {
		return i
	}
	first := to
	for to < len(text) && text[to] == text[first] && digits(text, to+1) == to+4 {
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

// latinTail is where the Latin end of a number is: -rc.1, -X, kg, °C, -Nov-2026. A
// hyphen before digits in one that begins without a hyphen begins the second number
// of a range: 5kg-10kg.
func latinTail(text []rune, i int) int {
	at := i
	dated := i < len(text) && isDash(text[i])
	if at < len(text) && (isDash(text[at]) || text[at] == '+' || text[at] == '°') {
		at++
	}
	if at+1 < len(text) && text[at] == '.' && (text[at+1] == 'x' || text[at+1] == 'X' || text[at+1] == '*') && ends(text, at+2) > 0 {
		return at + 2 // any version: 3.x
	}
	if to := seq(of("eE"), of("-+−"), run(1, 3), ends)(text, i); to > 0 {
		return to // a power of ten: 1e-5
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
		case isLatin(r), IsDigit(r), isDash(r) && (isLatin(next) || dated && IsDigit(next)):
		case (r == '.' || r == '+' || r == '_' || r == ':') && (isLatin(next) || IsDigit(next)):
		default:
			return at
		}
		at++
	}
	return at
}

// turnsSign tells the sign of a share behind Persian digits that end at to, where no
// Arabic letter stands before them: UAX #9 W5 would leave it at their right. In a Latin
// text the mark of a stretch before may have taken that letter's part.
func (f *Finder) turnsSign(text []rune, to int) bool {
	return !f.around && (f.ltr || !f.arabic) && to > 0 && text[to-1] >= 0x06F0 && to < len(text) && (text[to] == '٪' || text[to] == '%') &&
		ends(text, to+1) > 0
}

// signed is a sign and a number of European or Persian digits, with its
// percent or currency sign or its unit. Before Arabic digits CLDR has the minus
// at the right, where UAX #9 puts it (minusSign of the numbers arab and latn
// in ar); a plus before them is that of a calling code: +٢٠.
func signed(text []rune, i int) int {
	if !isSign(text[i]) || !takesSign(text, i) {
		return i
	}
	at := i + 1
	for at < len(text) && isTerminator(text[at]) {
		at++
	}
	if at == len(text) || !isEuropean(text[at]) && (text[i] != '+' || !IsDigit(text[at])) {
		return i
	}
	to := max(thousands(text, at), plainNumber(text, at))
	if to < len(text) && isDash(text[to]) && (to+1 == len(text) || !IsDigit(text[to+1])) {
		return i // -3- is a number between dashes
	}
	if tail := max(latinTail(text, to), unit(text, to)); tail > to {
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

// leading is i, if a sign there stands before its number, which may be the
// second of a range.
func leading(text []rune, i int) int {
	if i > 1 && i < len(text) && isDash(text[i-1]) && (IsDigit(text[i-2]) || isTerminator(text[i-2])) {
		return i
	}
	return freely(text, i)
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
