package isolate

import (
	"strings"

	"warraq/content/char"
)

// brackets are the pairs within which code that runs from right to left says
// what runs from left to right: attributes, addresses, code.
var brackets = map[byte]byte{'{': '}', '(': ')', '<': '>', '`': '`'}

// maxBracketed bounds how far from a bracket the one that closes it is looked
// for, in bytes, so that a line full of them is not searched to its end for each.
const maxBracketed = 300

// bracketed isolates what brackets hold in a line that runs from right to left.
func (l *Listing) bracketed(line string) {
	for at := 0; ; {
		from, to, ok := bracketed(line, at)
		if !ok {
			return
		}
		l.marks = append(l.marks, Mark{from, LRI})
		l.code(line[:to], from, false)
		l.marks = append(l.marks, Mark{to, PDI})
		at = to + 1
	}
}

// bracketed finds, from byte at on, what brackets hold, if its first letter runs
// from left to right. It is ok where there is such a stretch.
func bracketed(line string, at int) (from, to int, ok bool) {
	for i := at; i < len(line); i++ {
		closing := brackets[line[i]]
		if closing == 0 {
			continue
		}
		end := strings.IndexByte(line[i+1:min(i+1+maxBracketed, len(line))], closing)
		if end > 0 && beginsLTR(line[i+1:i+1+end]) {
			return i + 1, i + 1 + end, true
		}
	}
	return 0, 0, false
}

// beginsLTR tells whether the first letter of s runs from left to right.
func beginsLTR(s string) bool {
	return strings.ContainsFunc(s, char.IsLetter) && !beginsRTL(s)
}
