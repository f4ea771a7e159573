// Package widths shares the measure among the columns of a table, by what each needs and
// what it wishes for. All widths are in one unit, points as a rule, and a column's padding is
// part of its own.
package widths

import (
	"cmp"
	"slices"
)

// Share gives each column its wish and as much more as it is wide; where that
// is too much, those that wish for no more than an equal share have their wish,
// the others their least and what is left in proportion to how much more each
// wishes. Where even the least is too much, the widest columns give way. The
// widths add up to the whole. Least and wish are raised to what they came to.
func Share(least, wish []float64, whole float64) []float64 {
	for i := range least {
		// a very long cell must not starve the others
		wish[i] = max(least[i], min(wish[i], whole*1.5))
	}
	sumLeast, sumWish := Sum(least), Sum(wish)
	sumMore := sumWish - sumLeast
	if sumLeast >= whole {
		return narrowed(least, whole)
	}
	if sumWish > whole {
		sumMore = contented(least, wish, whole)
		sumLeast = Sum(least)
	}
	widths := make([]float64, len(least))
	for i := range least {
		switch {
		case sumWish <= whole:
			widths[i] = wish[i] * whole / sumWish
		case sumMore > 0:
			widths[i] = least[i] + (whole-sumLeast)*(wish[i]-least[i])/sumMore
		default:
			widths[i] = least[i] + (whole-sumLeast)/float64(len(least))
		}
	}
	return widths
}

// contented raises the least of the columns that wish for no more than an equal
// share to their wish, as long as the others keep their least, and gives what
// these wish beyond it.
func contented(least, wish []float64, whole float64) (more float64) {
	fair := whole / float64(len(least))
	free := whole - Sum(least)
	for i := range least {
		if need := wish[i] - least[i]; wish[i] <= fair && need <= free {
			free -= need
			least[i] = wish[i]
		}
		more += wish[i] - least[i]
	}
	return more
}

// Sum is how wide columns are together.
func Sum(widths []float64) (whole float64) {
	for _, w := range widths {
		whole += w
	}
	return whole
}

// narrowed gives each column its least but no more than an equal share of what
// narrower ones have left.
func narrowed(least []float64, whole float64) []float64 {
	order := make([]int, len(least))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(least[a], least[b]) })
	widths := make([]float64, len(least))
	for k, i := range order {
		widths[i] = min(least[i], whole/float64(len(order)-k))
		whole -= widths[i]
	}
	return widths
}

// askedPart is how much of the measure the columns with a width of their own
// may take where there are others.
const askedPart = 0.9

// ShareAsked gives the columns the parts of the whole that the author asks for,
// and the others what is left. No column is narrower than its longest word, as
// long as others have more than theirs.
func ShareAsked(asked, least, wish []float64, whole float64) []float64 {
	widths := make([]float64, len(least))
	given := 0.0
	var open []int
	for i := range widths {
		if i < len(asked) && asked[i] > 0 {
			given += asked[i]
			widths[i] = asked[i] * whole
		} else {
			open = append(open, i)
		}
	}
	if given == 0 {
		return Share(least, wish, whole)
	}
	part := given
	switch {
	case len(open) == 0:
		part = 1
	case given > askedPart:
		part = askedPart
	}
	for i := range widths {
		widths[i] *= part / given
	}
	some, more := make([]float64, len(open)), make([]float64, len(open))
	for k, i := range open {
		some[k], more[k] = least[i], wish[i]
	}
	for k, w := range Share(some, more, (1-part)*whole) {
		widths[open[k]] = w
	}
	return widened(widths, least, whole)
}

// widened raises the columns to their least, at the cost of those that have
// more.
func widened(widths, least []float64, whole float64) []float64 {
	if Sum(least) >= whole {
		return narrowed(least, whole)
	}
	lack, spare := 0.0, 0.0
	for i, w := range widths {
		lack += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lack == 0 {
		return widths
	}
	for i, w := range widths {
		widths[i] = least[i] + max(0, w-least[i])*(spare-lack)/spare
	}
	return widths
}

// numberSpread is the part of its share of what a table has to spare that a column of
// numbers gets: behind numbers it would be white, and those of the last column would
// stand far from the table's edge.
const numberSpread = 0.3

// Spread gives the columns their wish and what is to spare by their width, those of
// numbers a part of that.
func Spread(widths, wish []float64, numbers []bool, spare float64) {
	if numbers == nil {
		return
	}
	parts := slices.Clone(wish)
	for i := range parts {
		if numbers[i] {
			parts[i] *= numberSpread
		}
	}
	whole := Sum(parts)
	for i := range widths {
		widths[i] = wish[i] + spare*parts[i]/whole
	}
}

// Broaden raises widths in proportion, so that they add up to a whole at least.
func Broaden(widths []float64, whole float64) {
	have := Sum(widths)
	if have >= whole {
		return
	}
	for i := range widths {
		if have > 0 {
			widths[i] *= whole / have
		} else {
			widths[i] = whole / float64(len(widths))
		}
	}
}

// Scale makes widths a part of what they are.
func Scale(widths []float64, part float64) {
	for i := range widths {
		widths[i] *= part
	}
}
