package source

import (
	"slices"
	"strings"
)

// lineIndex finds the line of a byte. starts holds the offset of each line's
// first byte; last is the line found before, near which the next one lies.
type lineIndex struct {
	starts []int
	last   int
}

func indexLines(source string) lineIndex {
	starts := make([]int, 1, 2+strings.Count(source, "\n"))
	for i := 0; ; {
		n := strings.IndexByte(source[i:], '\n')
		if n < 0 {
			return lineIndex{starts: starts}
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// of gives the line of a byte, from 0.
func (x *lineIndex) of(offset int) int {
	for i := x.last; i < min(x.last+3, len(x.starts)); i++ {
		if x.starts[i] <= offset && (i+1 == len(x.starts) || offset < x.starts[i+1]) {
			x.last = i
			return i
		}
	}
	i, found := slices.BinarySearch(x.starts, offset)
	if !found {
		i--
	}
	x.last = max(i, 0)
	return x.last
}
