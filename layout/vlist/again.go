package vlist

import "warraq/layout/display"

// againPart is the part of a page's height that what stands on it again may
// take: a header taller than that is printed once.
const againPart = 1.0 / 3

// Again makes copies of rows to stand at the top of the pages that a table
// goes on to, of a height. They are artifacts, which belong to no block: they call no notes,
// lead nowhere, and nothing begins in them.
func Again(rows []Row, page float64) []Row {
	if len(rows) == 0 || Height(rows) > page*againPart {
		return nil
	}
	copies := make([]Row, len(rows))
	for i := range rows {
		copies[i] = Row{Height: rows[i].Height}
		if i > 0 {
			copies[i].Space = rows[i].Space
		}
		for _, it := range rows[i].Items {
			if it := artifact(it); it != nil {
				copies[i].Items = append(copies[i].Items, it)
			}
		}
	}
	return copies
}

// artifact is a copy of an item that belongs to no block, nil for a link.
func artifact(it display.Item) display.Item {
	switch it := it.(type) {
	case *display.Text:
		return &display.Text{X: it.X, Y: it.Y, Line: it.Line, Part: display.Again}
	case *display.Rule:
		r := *it
		r.Elem = 0
		return &r
	case *display.Image:
		m := *it
		m.Elem = 0
		return &m
	}
	return nil
}

// EachAgain goes once over the rows that stand again at the head of the pages
// that tables among rows go on to.
func EachAgain(rows []Row, do func(*Row)) {
	var last *Row
	for i := range rows {
		again := rows[i].Again
		if len(again) == 0 || &again[0] == last {
			continue
		}
		last = &again[0]
		for k := range again {
			do(&again[k])
		}
	}
}
