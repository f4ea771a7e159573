package layout

import (
	"strings"

	"warraq/content"
)

// directedRTL isolates what a line of a listing that runs from right to left
// says from left to right. A line without any comes back as it is.
func directedRTL(line string) string {
	var b strings.Builder
	at := 0
	for from, to, ok := content.Bracketed(line, at); ok; from, to, ok = content.Bracketed(line, at) {
		b.WriteString(line[at:from] + lri + directed(line[from:to], false) + pdi)
		at = to + 1
		b.WriteByte(line[to])
	}
	return b.String() + line[at:]
}
