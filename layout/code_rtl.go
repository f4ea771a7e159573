package layout

import (
	"strings"
	"unicode"
)

// brackets are the pairs within which a line of a listing that runs from right
// to left says what runs from left to right: attributes, addresses, code.
var brackets = map[byte]byte{'{': '}', '(': ')', '<': '>', '`': '`'}

// directedRTL isolates, in a line of a listing that runs from right to left,
// what brackets hold if its first letter runs from left to right, so that the
// full stop of a class and the sign of an anchor stay before their names (UAX
// #9 2.4). A line without any comes back as it is.
func directedRTL(line string) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(line); i++ {
		closing, ok := brackets[line[i]]
		if !ok {
			continue
		}
		end := strings.IndexByte(line[i+1:], closing)
		if end < 1 {
			continue
		}
		inner := line[i+1 : i+1+end]
		if !beginsLTR(inner) {
			continue
		}
		b.WriteString(line[from:i+1] + lri + directed(inner, false) + pdi)
		i += end
		from = i + 1
	}
	return b.String() + line[from:]
}

// beginsLTR tells whether the first letter is there and not one from right to
// left.
func beginsLTR(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter) && !beginsRTL(s)
}
