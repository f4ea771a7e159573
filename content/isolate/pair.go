package isolate

import "strings"

// grouped is where a number of groups ends that only its label tells from a
// list or a range: هاتف 2222-3333. It is i if it has none.
func (f *Finder) grouped(text []rune, i int) int {
	if !IsDigit(text[i]) && text[i] != '(' {
		return i
	}
	d := dial(text, i, true)
	if d.groups < 2 || d.total < 5 || d.total > 15 {
		return i
	}
	if i > 0 && text[i-1] == LRI && d.to < len(text) && text[d.to] == PDI {
		return d.to // its author, or a label beside it, says that it is one
	}
	l := f.labelOf(text, i)
	if l == unlabelled && f.phoned && d.total >= 7 && !d.years {
		l = ofPhone // the next of several: هاتف المنزل 2222-3333، المكتب 4444-5555
	}
	if l != ofPhone {
		d = dial(text, i, false)
	}
	switch {
	case l == ofPhone && !(d.years && d.groups == 2 && !f.beside(text, i)):
		f.say(l, d.to)
		f.phoned = true
		return d.to
	case l == ofThing && d.total > 5:
		if groups, to := groupsAt(text, i); len(groups) > 1 && len(groups) <= most {
			if s := measureSeries(groups); !s.steady && !s.years {
				f.say(l, to)
				return to
			}
		}
	}
	return i
}

// beside tells whether the word right before i is the label of a phone.
func (f *Finder) beside(text []rune, i int) bool {
	from, to := wordBefore(text, i)
	return labelNamed(text[from:to]) == ofPhone
}

// paired tells whether two numbers with a dash between are one number rather
// than a range: behind the name of an article or a figure, or because they do
// not rise, as no range does.
func (f *Finder) paired(text []rune, i, hyphen, to int) bool {
	first, second := text[i:hyphen], text[hyphen+1:to]
	l := f.labelOf(text, i)
	if l == ofThing && (digits(text, i) == hyphen && ofYear(second) || dotted(first) && dotted(second)) {
		f.say(l, to)
		return true
	}
	if digits(text, i) != hyphen || digits(text, hyphen+1) != to {
		return false // dates, hours
	}
	falls := !rises(first, second)
	one := false
	switch l {
	case ofThing, ofPhone:
		one = l == ofThing || len(first)+len(second) >= 5 && !isYear(first)
	case ofThings:
		if one = falls || pairFollows(text, to); one {
			l = ofThing
		}
	case ofSpan, ofScore:
	default:
		one = (falls || uneven(first, second) || monthOfYear(first, second)) && !beforeChrist(text, i, to)
	}
	f.say(l, to)
	return one
}

// rises tells whether two numbers are the ends of a range, the second perhaps
// without the digits that it shares with the first: 145-47, 1998-99.
func rises(first, second []rune) bool {
	a, b := count(first), count(second)
	if a < b {
		return true
	}
	if len(first) < 3 || len(first) > 4 || len(second) >= len(first) || value(second[0]) == 0 {
		return false
	}
	return count(first[len(first)-len(second):]) < b
}

// dotted tells a number of digits and full stops: 2.3.
func dotted(number []rune) bool {
	for _, r := range number {
		if !IsDigit(r) && r != '.' {
			return false
		}
	}
	return true
}

// pairFollows tells whether a conjunction and another pair stand behind i: 2-3 إلى 2-5.
func pairFollows(text []rune, i int) bool {
	at := i
	for at < len(text) && at < i+8 && !IsDigit(text[at]) {
		at++
	}
	hyphen := digits(text, at)
	return at < i+8 && hyphen > at && hyphen+1 < len(text) && isDash(text[hyphen]) && IsDigit(text[hyphen+1]) && joinsNumbers(text[i:at])
}

// ofYear tells a number and the year it is of, behind the dash of another: 3-2/2020.
func ofYear(number []rune) bool {
	slash := digits(number, 0)
	return slash > 0 && slash < len(number) && number[slash] == '/' && digits(number, slash+1) == len(number)
}

// uneven tells two numbers that are the ends of no range: 71-123456.
func uneven(first, second []rune) bool {
	return len(first) >= 2 && len(second) >= 6 && len(second)-len(first) >= 2 && count(second)%1000 != 0
}

// monthOfYear tells a month and its year: 11-2026.
func monthOfYear(first, second []rune) bool {
	return len(first) == 2 && count(first) >= 1 && count(first) <= 12 && isYear(second) && count(second) >= 1900
}

// beforeChrist tells whether from and to are the ends of years that fall:
// 428-348 ق.م.
func beforeChrist(text []rune, from, to int) bool {
	for to < len(text) && IsGap(text[to]) {
		to++
	}
	rest := string(text[to:min(len(text), to+5)])
	before := strings.TrimRight(string(text[max(0, from-6):from]), " \u00A0")
	for _, era := range []string{"ق.م", "ق. م", "ق م", "ق.ه", "ق. ه", "قبل", "پیش", "לפנ"} {
		if strings.HasPrefix(rest, era) || strings.HasSuffix(before, era) {
			return true
		}
	}
	return false
}
