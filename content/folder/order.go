package folder

import (
	"path"
	"strings"
	"unicode"

	"warraq/content/char"
)

// Compare orders names as people number them: 2 before 10, in the digits of any
// script, الثاني before الثالث; a file that opens a folder before the others, an
// introduction before what has no number, and a conclusion behind it.
func Compare(a, b string) int {
	if c := rank(a) - rank(b); c != 0 {
		return c
	}
	x, y := keyOf(a), keyOf(b)
	for i, j := 0, 0; i < len(x) && j < len(y); {
		m, n := digitsAt(x[i:]), digitsAt(y[j:])
		if m > 0 && n > 0 {
			if c := compareNumbers(x[i:i+m], y[j:j+n]); c != 0 {
				return c
			}
			i, j = i+m, j+n
			continue
		}
		if x[i] != y[j] {
			return int(x[i]) - int(y[j])
		}
		i, j = i+1, j+1
	}
	if len(x) != len(y) {
		return len(x) - len(y)
	}
	return strings.Compare(a, b)
}

// rank puts a name before the others, or behind them.
func rank(name string) int {
	stem := strings.ToLower(stemOf(name))
	switch {
	case IsIndex(name):
		return -2
	case opening[stem]:
		return -1
	case closing[stem]:
		return 1
	}
	return 0
}

// opening and closing are names without a number whose place is known.
var opening = setOf(`مقدمة المقدمة مقدمه المقدمه تمهيد التمهيد تقديم إهداء الإهداء اهداء مدخل پیشگفتار دیباچه introduction intro preface foreword מבוא הקדמה`)

var closing = setOf(`خاتمة الخاتمة خاتمه الخاتمه ملحق ملاحق الملاحق مراجع المراجع المصادر پیوست منابع نتیجه‌گیری conclusion afterword epilogue appendix bibliography references סיכום נספח`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// ordinals are the words that number chapters in Arabic and Persian.
var ordinals = func() map[string]rune {
	of := map[string]rune{}
	for _, list := range []string{
		"الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
		"الاول الثانى الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
		"الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
		"اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم",
		"یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم",
		"الحادي", "الحادية",
	} {
		for i, w := range strings.Fields(list) {
			of[w] = rune(i + 1)
		}
	}
	return of
}()

// keyOf is a name with numbers for words that number.
func keyOf(name string) []rune {
	fields := strings.FieldsFunc(stemOf(name), func(r rune) bool { return !char.IsLetter(r) && !char.IsMark(r) })
	named := false
	for _, f := range fields {
		named = named || ordinals[f] != 0
	}
	if !named {
		return []rune(name)
	}
	dir := path.Dir(name)
	var out []rune
	if dir != "." {
		out = []rune(dir + "/")
	}
	teen := strings.Contains(name, "عشر") // الثاني عشر
	for i, f := range strings.FieldsFunc(stemOf(name), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '.' }) {
		if i > 0 {
			out = append(out, ' ')
		}
		switch n := ordinals[f]; {
		case f == "عشر" || f == "عشرة":
		case n == 10:
			out = append(out, '1', '0')
		case n > 0 && teen:
			out = append(out, '1', '0'+n)
		case n > 0:
			out = append(out, '0'+n)
		default:
			out = append(out, []rune(f)...)
		}
	}
	return out
}

func digitsAt(s []rune) int {
	i := 0
	for i < len(s) && char.IsDigit(s[i]) {
		i++
	}
	return i
}

// compareNumbers compares runs of digits of any script.
func compareNumbers(a, b []rune) int {
	p, q := valueOf(a), valueOf(b)
	if len(p) != len(q) {
		return len(p) - len(q)
	}
	return strings.Compare(p, q)
}

// valueOf is a run of digits in ASCII, without zeros before it.
func valueOf(digits []rune) string {
	var out []byte
	for _, r := range digits {
		d := byte(digitValue(r))
		if len(out) > 0 || d != 0 {
			out = append(out, '0'+d)
		}
	}
	return string(out)
}

// digitValue is the value of a decimal digit: digits lie in runs of ten (The Unicode
// Standard, 4.6).
func digitValue(r rune) int {
	if r < 0x80 {
		return int(r - '0')
	}
	n := 0
	for n < 9 && unicode.Is(unicode.Nd, r-rune(n+1)) && !zeroDigit[r-rune(n)] {
		n++
	}
	return n
}

// zeroDigit are zeros that lie right behind the nine of another run.
var zeroDigit = map[rune]bool{0x0660: true, 0x06f0: true, 0x0966: true, 0x1d7d8: true, 0x1d7e2: true, 0x1d7ec: true, 0x1d7f6: true}
