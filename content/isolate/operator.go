package isolate

import "strings"

// operators are those of programs that are read as one sign, whatever stands
// beside them.
var operators = wordSet("!= !== =~ !~ += -= *= /= %= := |= &= ^= ~= **= //= ??= ||= &&= ?: ?? ?. /* */ <!-- --> <=> |> <| #! :=")

// relations are those that stand between two Arabic words as arrows and signs of
// the sentence do, turned as it is; named as signs they are read as typed.
var relations = wordSet("<= >= => -> <- < > << >> <<= >>= ==> --> <-- ->> <> <~ ~> +- -+ :- -: ++i i++")

// operatorEnd is where an operator ends that begins at i and stands by itself; i
// if there is none.
func (f *Finder) operatorEnd(text []rune, i int) int {
	if !isOperator(text[i]) || freely(text, i) < 0 {
		return i
	}
	to := i
	for to < len(text) && to-i < 4 && isOperator(text[to]) {
		to++
	}
	for to > i+1 && (text[to-1] == ':' || text[to-1] == '!' || text[to-1] == '?') && !operators[string(text[i:to])] {
		to--
	}
	if to < len(text) && (isOperator(text[to]) || isLatin(text[to]) || IsDigit(text[to])) {
		return i
	}
	switch sign := string(text[i:to]); {
	case operators[sign], relations[sign] && (f.signTo > 0 && joinsNumbers(text[f.signTo:i]) || namesSign(text, i, to)):
		return to
	}
	return i
}

// isOperator tells the characters of operators.
func isOperator(r rune) bool {
	return r < 0x80 && strings.ContainsRune("!=<>+-*/%:|&^~?.#", r)
}

// namesSign tells whether what stands from i to to is named rather than meant: in
// quotation marks or brackets, behind a word that says so, joined to و, or one of
// several.
func namesSign(text []rune, i, to int) bool {
	if i > 0 && to < len(text) && closing[text[i-1]] != 0 && text[to] == closing[text[i-1]] {
		return true
	}
	if !isFree(text, i) {
		return true
	}
	from, end := wordBefore(text, i)
	if from < end {
		name := string(text[from:end])
		for k := 0; k < 3; k++ {
			if signNames[name] {
				return true
			}
			r := []rune(name)
			n := prefixed(r)
			if n == 0 {
				break
			}
			name = string(r[n:])
		}
	}
	return false
}

// signNames are the words that name a sign, without prefixes and the article.
var signNames = wordSet("عامل معامل عاملان عاملين معاملان معاملين رمز رمزان رمزين علامة إشارة سهم عملية مؤثر عملگر نماد علامت آپریٹر אופרטור סימן")
