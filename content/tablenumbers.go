package content

import (
	"strings"
	"unicode"
)

// number is what a cell says that is nothing but a number.
type number struct {
	text string
	sign rune // before its fraction, 0 where there is none or it cannot be told
}

// numberIn reads a number: digits, what parts their groups, a sign before them, and
// what may stand beside them, such as a percent sign or that of a currency. Said is
// false for a text that says nothing: none, or a dash.
func numberIn(text string) (n number, ok, said bool) {
	n.text = strings.TrimSpace(text)
	digits := 0
	for _, r := range n.text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsSpace(r), unicode.Is(unicode.Sc, r), strings.ContainsRune(".,٫٬'’+−-–—%٪‰±()*\u200e\u200f", r):
		default:
			return n, false, true
		}
	}
	if digits == 0 {
		return n, true, false
	}
	inner := strings.TrimFunc(n.text, func(r rune) bool { return !unicode.IsDigit(r) })
	if strings.ContainsAny(inner, "+−-–—±()*%٪") { // a range, a date, a telephone
		return n, false, true
	}
	n.sign = fractionSign(inner)
	return n, true, true
}

// IsNumber tells a text that is nothing but a number, its groups parted by spaces or
// signs.
func IsNumber(text string) bool {
	_, ok, said := numberIn(text)
	return ok && said
}

// fractionSign is the sign before the fraction of a number from its first digit to its
// last, 0 where there is none or it could part thousands as well.
func fractionSign(digits string) rune {
	at := strings.LastIndexAny(digits, ".,٫")
	if at < 0 {
		return 0
	}
	before, rest := digits[:at], []rune(digits[at:])
	sign, after := rest[0], len(rest)-1
	whole := strings.TrimLeftFunc(before, func(r rune) bool { return r == '0' || r == '٠' || r == '۰' })
	switch {
	case sign == '٫':
		return sign
	case strings.ContainsRune(before, sign):
		return 0 // of thousands
	case strings.ContainsAny(before, ".,٬ \u00a0\u202f"), after != 3, whole == "", len([]rune(before)) > 3:
		return sign
	}
	return 0
}

// AlignNumbers sets the columns for whose place nothing is said at the right, where
// all they hold is numbers of several lengths, and the other columns of numbers beside
// them: so units stand under units, in either direction of a table. One of numbers as
// long as each other, such as years, may lead the rows from the start edge.
func (t *Table) AlignNumbers() {
	_, heads := t.All()
	lengths := make([]int, len(t.Columns)) // of the numbers of each; 0: none yet, -1: differ
	other := make([]bool, len(t.Columns))  // it holds what is no number
	for _, row := range t.Slots()[heads:] {
		for i := range row {
			s := &row[i]
			if s.Cols > 1 || t.Columns[s.Col] != AlignStart || other[s.Col] {
				continue
			}
			n, ok, said := numberIn(PlainText(s.Inlines))
			if !ok {
				other[s.Col] = true
			} else if length := len([]rune(n.text)); said && lengths[s.Col] == 0 {
				lengths[s.Col] = length
			} else if said && lengths[s.Col] != length {
				lengths[s.Col] = -1
			}
		}
	}
	some := false
	for i, length := range lengths {
		some = some || length < 0 && !other[i]
	}
	for i, length := range lengths {
		if some && !other[i] && (length < 0 || length > 0 && i > 0) {
			t.Columns[i] = AlignRight
		}
	}
}

// Fractions gives the fraction of each number, with the sign before it, of the
// columns that hold nothing but numbers of which some have one; slots are those of
// the table. Nil where there is no such column.
func (t *Table) Fractions(slots [][]Slot) (fractions map[*Cell]string) {
	_, heads := t.All()
	signs := make([]rune, len(t.Columns))
	for _, row := range slots[min(heads, len(slots)):] {
		for i := range row {
			s := &row[i]
			if s.Cols > 1 || signs[s.Col] < 0 {
				continue
			}
			n, ok, _ := numberIn(plainNumber(s.Inlines))
			switch {
			case !ok, n.sign != 0 && signs[s.Col] != 0 && signs[s.Col] != n.sign:
				signs[s.Col] = -1
			case n.sign != 0:
				signs[s.Col] = n.sign
			}
		}
	}
	for _, row := range slots[min(heads, len(slots)):] {
		for i := range row {
			s := &row[i]
			if s.Cols > 1 || signs[s.Col] <= 0 {
				continue
			}
			n, _, said := numberIn(plainNumber(s.Inlines))
			if !said {
				continue
			}
			if fractions == nil {
				fractions = make(map[*Cell]string)
			}
			fractions[s.Cell] = ""
			if at := strings.LastIndex(n.text, string(signs[s.Col])); at >= 0 {
				fractions[s.Cell] = n.text[at:]
			}
		}
	}
	return fractions
}

// plainNumber is the text of a cell that is nothing else, "x" for any other.
func plainNumber(text []Inline) string {
	if len(text) == 0 {
		return ""
	}
	if t, ok := text[0].(*Text); ok && len(text) == 1 {
		return t.Value
	}
	return "x"
}
