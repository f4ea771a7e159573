package impose

import "slices"

// padded is the order of the pages with the blanks that are asked for, and with
// those that fill the last sheet.
func padded(pages int, opt Options) []int {
	after := make(map[int]int, len(opt.Blanks))
	for _, b := range opt.Blanks {
		after[b]++
	}
	var order []int
	for page := 0; page <= pages; page++ {
		if page > 0 {
			order = append(order, page-1)
		}
		for range after[page] {
			order = append(order, -1)
		}
	}
	whole := 4
	if opt.Scheme == FourUp {
		whole = 8
	}
	fill := make([]int, -len(order)&(whole-1))
	for i := range fill {
		fill[i] = -1
	}
	if opt.BeforeLast {
		return slices.Insert(order, slices.Index(order, pages-1), fill...)
	}
	return append(order, fill...)
}
