package isolate

// A form tells where what it describes ends, if it begins at i; -1 if it does
// not. Forms are made of forms, as a grammar is written: the first of several
// that fits is taken and what is taken is not given back.
type form func(text []rune, i int) int

// seq is one form behind another.
func seq(forms ...form) form {
	return func(text []rune, i int) int {
		for _, f := range forms {
			if i = f(text, i); i < 0 {
				return -1
			}
		}
		return i
	}
}

// either is the first of the forms that is there.
func either(forms ...form) form {
	return func(text []rune, i int) int {
		for _, f := range forms {
			if to := f(text, i); to >= 0 {
				return to
			}
		}
		return -1
	}
}

// maybe is a form or nothing.
func maybe(forms ...form) form {
	f := seq(forms...)
	return func(text []rune, i int) int { return max(i, f(text, i)) }
}

// many is a form as often as it follows itself, once at least.
func many(forms ...form) form {
	f := seq(forms...)
	return func(text []rune, i int) int {
		to := f(text, i)
		for next := to; next >= 0; next = f(text, to) {
			to = next
		}
		return to
	}
}

// one is a character of a set.
func one(is func(rune) bool) form {
	return func(text []rune, i int) int {
		if i < len(text) && is(text[i]) {
			return i + 1
		}
		return -1
	}
}

// of is one of the characters of a string.
func of(set string) form {
	return one(func(r rune) bool {
		for _, c := range set {
			if c == r {
				return true
			}
		}
		return false
	})
}

// run is a run of digits, least to most of them.
func run(least, most int) form {
	return func(text []rune, i int) int {
		if n := digits(text, i) - i; n < least || n > most {
			return -1
		}
		return digits(text, i)
	}
}

// ends wants that no letter or digit goes on with what ends at i.
func ends(text []rune, i int) int {
	if i < len(text) && (isLatin(text[i]) || IsDigit(text[i])) {
		return -1
	}
	return i
}

// some is a form of at least one character.
func some(f func(text []rune, i int) int) form {
	return func(text []rune, i int) int {
		if to := f(text, i); to > i {
			return to
		}
		return -1
	}
}

var (
	gap   = one(IsGap)
	latin = one(isLatin)
)
