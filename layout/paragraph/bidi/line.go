package bidi

import "sort"

// LineLevels applies rule L1 to a line in place: base to each segment and paragraph separator and to the
// white space (with isolate controls and X9's runes) before one or at the line's end. Line and levels are the
// line's own part of the text and of what [Paragraph.Resolve] gave for it; base is the paragraph's level.
// Who drops the white space at the ends of lines, as package paragraph does, has no need of it.
func LineLevels(line []rune, levels []Level, base Level) {
	trailing := true
	for i := len(line) - 1; i >= 0; i-- {
		c := classOf(line[i])
		switch {
		case c == classS || c == classB:
			trailing = true
		case !set(setTrailing).has(c):
			trailing = false
		}
		if trailing {
			levels[i] = base
		}
	}
}

// VisualOrder returns the order of rule L2: the logical index of the unit in each place from left to right.
// A unit is a rune, or a word or piece of text of one level. The result reuses the memory of order.
func VisualOrder(levels []Level, order []int) []int {
	order = order[:0]
	highest, lowestOdd := Level(0), Auto
	for i, l := range levels {
		order = append(order, i)
		highest = max(highest, l)
		if l.RightToLeft() {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for start := 0; start < len(levels); start++ {
			if levels[start] < level {
				continue
			}
			end := start + 1
			for end < len(levels) && levels[end] >= level {
				end++
			}
			reverse(order[start:end])
			start = end
		}
	}
	return order
}

func reverse(order []int) {
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
}

// Mirror returns the character whose usual glyph mirrors that of r (L4), if there is one: what to draw for r
// on an odd level. Ornate parentheses, U+FD3E and U+FD3F, are not mirrored.
func Mirror(r rune) (rune, bool) {
	if property(r)&propMirror == 0 {
		return r, false
	}
	i := sort.Search(len(mirrors), func(i int) bool { return rune(mirrors[i][0]) >= r })
	return rune(mirrors[i][1]), true
}
