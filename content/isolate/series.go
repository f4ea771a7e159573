package isolate

// most bounds a series, in groups: what is longer is a list.
const most = 12

// groupsAt are the groups of digits, a space between each two, that begin at i.
func groupsAt(text []rune, i int) (groups [][]rune, to int) {
	for at := i; len(groups) <= most; at = to + 1 {
		end := digits(text, at)
		if end == at || end < len(text) && isLatin(text[end]) {
			break
		}
		groups, to = append(groups, text[at:end]), end
		if end == len(text) || !IsGap(text[end]) {
			break
		}
	}
	return groups, to
}

// account is a series of groups that can be no list of numbers: the number of
// an account, a card or a person. A list has numbers of one kind, such as 5 6 7
// or 2019 2020 2021, and none of them begins with a zero.
func account(text []rune, i int) int {
	groups, to := groupsAt(text, i)
	if len(groups) < 2 || len(groups) > most {
		return i
	}
	s := measureSeries(groups)
	switch {
	case s.steady || s.years:
	case s.total < 9:
	case s.zero && s.longest >= 3,
		len(groups) > 2 && s.shape(4),
		s.longest >= 7 && s.shortest < 7,
		len(groups) > 2 && s.total >= 12 && s.shortest < s.longest && s.longest > 2 && !s.rising:
		return to
	}
	return i
}

// series is what tells a list of numbers from one number in groups.
type series struct {
	groups            [][]rune
	total             int
	shortest, longest int
	zero              bool // a group of several digits begins with one
	years             bool // each is a year
	rising            bool // each is more than the one before
	steady            bool // by the same step, as in a list
}

func measureSeries(groups [][]rune) series {
	s := series{groups: groups, shortest: len(groups[0]), years: true, rising: true, steady: len(groups) > 2}
	for k, g := range groups {
		s.total += len(g)
		s.shortest, s.longest = min(s.shortest, len(g)), max(s.longest, len(g))
		s.zero = s.zero || len(g) > 1 && value(g[0]) == 0
		s.years = s.years && isYear(g)
		if k > 0 {
			s.rising = s.rising && count(groups[k-1]) < count(g)
			s.steady = s.steady && count(g)-count(groups[k-1]) == count(groups[1])-count(groups[0])
		}
	}
	return s
}

// shape tells groups of n digits each, of which the last may have fewer.
func (s *series) shape(n int) bool {
	for k, g := range s.groups {
		if len(g) != n && (k < len(s.groups)-1 || len(g) > n) {
			return false
		}
	}
	return true
}

// iban is two letters, two digits and groups of four (ISO 13616).
func iban(text []rune, i int) int {
	isCapital := func(r rune) bool { return r >= 'A' && r <= 'Z' }
	to := seq(one(isCapital), one(isCapital), run(1, 12))(text, i)
	if to < i+4 {
		return i
	}
	last := i
	for n := 4; to-i < 4+34+9 && to < len(text) && IsGap(text[to]) && n == 4; {
		end := to + 1
		for end < len(text) && end-to <= 4 && (isCapital(text[end]) || IsDigit(text[end])) {
			end++
		}
		if n = end - to - 1; n == 0 || ends(text, end) < 0 {
			break
		}
		to, last = end, end
	}
	if last-i < 15 {
		return i
	}
	return last
}

// A formula is amounts, with their units, and the signs of arithmetic between
// them, × or = among them: a hyphen alone is that of a range.
func formula(text []rune, i int) int {
	if western(text, i) < 0 && (text[i] != '(' && text[i] != '√' || western(text, i+1) < 0) {
		return i
	}
	to, bound := terms(text, i)
	if !bound {
		return i
	}
	return to
}

// terms is where terms and the operators between them end, and whether they are
// bound to a formula; -1 if there are none.
func terms(text []rune, i int) (to int, bound bool) {
	to = operand(text, i)
	for n := 0; to >= 0 && n < most; n++ {
		at := operator(text, to)
		if at < 0 {
			break
		}
		next := operand(text, at)
		if next < 0 {
			break
		}
		bound = bound || binds(text[to:at]) || adds(text[to:at])
		to = next
	}
	return to, bound
}

// operand is a term, a letter, or terms in brackets.
func operand(text []rune, i int) int {
	if i < len(text) && text[i] == '(' {
		to := i + 1
		for to < len(text) && to < i+40 && (IsDigit(text[to]) || IsGap(text[to]) || isDecimal(text[to]) || operator(text, to) >= 0) {
			to++
		}
		if to == len(text) || text[to] != ')' || term(text, i+1) < 0 {
			return -1
		}
		return to + 1
	}
	return either(term, letter)(text, i)
}

var (
	operator = seq(maybe(gap), either(seq(of("<>=!"), of("=")), of("×xX*÷·=≈≠≤≥<>^/+-−±")), maybe(gap))
	term     = seq(maybe(of("+-−±√")), amount, maybe(many(of(exponents))), maybe(either(unit, tail, percent)))
	letter   = seq(latin, ends)
)

// tail is the Latin end of an amount, where it is not the × before the next.
func tail(text []rune, i int) int {
	if i+1 < len(text) && (text[i] == 'x' || text[i] == 'X') && IsDigit(text[i+1]) {
		return -1
	}
	return some(latinTail)(text, i)
}

// binds tells the operators that make a formula of numbers.
func binds(operator []rune) bool {
	for _, r := range operator {
		switch r {
		case '×', 'x', 'X', '*', '÷', '·', '=', '≈', '≠', '≤', '≥', '<', '>', '^', '±', '−':
			return true
		}
	}
	return false
}

// adds tells a plus with a space on both sides, or on none.
func adds(operator []rune) bool {
	return len(operator) == 3 && operator[1] == '+' || len(operator) == 1 && operator[0] == '+'
}

// dialled is what is typed into a telephone, or a number behind the number
// sign: *123#, #12.
func dialled(text []rune, i int) int {
	if text[i] != '*' && text[i] != '#' || freely(text, i) < 0 {
		return i
	}
	to := many(of("*#"), run(1, 20))(text, i)
	if to < 0 || !isEuropean(text[i+1]) {
		return i
	}
	if to < len(text) && text[to] == '#' {
		return to + 1
	}
	if text[i] == '*' && to-i < 4 || ends(text, to) < 0 {
		return i // * 1 calls a note
	}
	return to
}
