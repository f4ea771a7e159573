package isolate

// phone is groups of digits, one perhaps in brackets, with spaces and hyphens:
// 7 to 15 digits (ITU-T E.164) behind a plus or a code in brackets, 9 to 15
// behind a zero, so that it is neither a range of hours (0800-1700) nor a date.
func phone(text []rune, i int) int {
	at, least := i, 9
	first := digitsOf(text, i)
	switch {
	case text[i] == '+':
		at, least = i+1, 7
	case first == nil:
		return i
	case text[i] == '(':
		least = 7
	case value(first[0]) != 0:
		return i
	}
	d := dial(text, at, false)
	coded := text[i] == '(' && first[0] != '+' && value(first[0]) != 0
	switch {
	case d.total < least, d.total > 15, d.groups < 2 && text[i] != '+', coded && (len(first) < 2 || d.years):
		return i
	case d.groups < 2 && isEuropean(text[at]): // a sign and a number
		return i
	}
	return d.to
}

// dialling is groups of digits as they are dialled.
type dialling struct {
	to, groups, total int
	years             bool // it ends in a range of years
}

// spacedDash tells a dash between two spaces.
func spacedDash(text []rune, i int) bool {
	return i+3 < len(text) && IsGap(text[i]) && isDash(text[i+1]) && IsGap(text[i+2])
}

// dial reads groups of digits with spaces and hyphens between them; with
// spaced hyphens too.
func dial(text []rune, at int, spaced bool) dialling {
	d := dialling{to: at}
	for from := at; d.total <= 15; {
		group := digitsOf(text, at)
		if group == nil {
			break
		}
		n := len(group)
		if group[0] == '+' {
			n--
		}
		bracket := !IsDigit(text[at])
		d.years = at > from && isDash(text[at-1]) && d.groups > 0 && yearsEnd(text, at)
		d.total, d.groups = d.total+n, d.groups+1
		d.to = at + len(group)
		if bracket {
			d.to += 2
		}
		at = d.to
		switch {
		case spaced && spacedDash(text, at):
			at += 3
		case at < len(text) && (IsGap(text[at]) || isDash(text[at])):
			at++
		case !bracket && (at == len(text) || text[at] != '('):
			at = len(text)
		}
	}
	return d
}

// yearsEnd tells whether the second year of a range begins at i.
func yearsEnd(text []rune, i int) bool {
	from := i - 1
	for from > 0 && IsDigit(text[from-1]) {
		from--
	}
	first, second := text[from:i-1], text[i:digits(text, i)]
	return isYear(first) && isYear(second) && count(first) < count(second)
}

func isYear(digits []rune) bool {
	return len(digits) == 4 && count(digits) >= 1000 && count(digits) <= 2100
}

// digitsOf is a group of digits at i, perhaps in brackets, and then perhaps
// with a plus; nil if there is none.
func digitsOf(text []rune, i int) []rune {
	from, start := i, i
	if i < len(text) && text[i] == '(' {
		from++
		start++
		if start < len(text) && text[start] == '+' {
			start++
		}
	}
	to := digits(text, start)
	if to == start || from > i && (to == len(text) || text[to] != ')') {
		return nil
	}
	return text[from:to]
}
