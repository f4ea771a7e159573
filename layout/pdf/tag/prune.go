package tag

import "slices"

// prune takes away the elements without content. The cells of a table stay as
// long as the row has any: all rows have as many.
func (e *Element) prune() bool {
	full := false
	kept := e.kids[:0]
	for _, k := range e.kids {
		if k.elem == nil || k.elem.prune() {
			full = true
		} else if !k.elem.cell {
			k.elem.pruned = true
			continue
		}
		kept = append(kept, k)
	}
	e.kids = kept
	return full
}

// rank gives the headings their types. None lies more than one level below
// the one before it, nor is the first below H1 (ISO 14289-1 7.4.2).
func (e *Element) rank(level *int) {
	if e.level > 0 {
		*level = min(e.level, *level+1)
		e.Type = [...]string{"H1", "H2", "H3", "H4", "H5", "H6"}[*level-1]
	}
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.rank(level)
		}
	}
}

// BeginsOn is the index of the page on which an element begins.
func (e *Element) BeginsOn() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
		if page := k.elem.BeginsOn(); page >= 0 {
			return page
		}
	}
	return -1
}

// Says tells whether any picture is told of in words of a kind.
func (t *Tags) Says(is func(string) bool) bool { return t.root.says(is) }

func (e *Element) says(is func(string) bool) bool {
	return is(e.alt) || slices.ContainsFunc(e.kids, func(k kid) bool { return k.elem != nil && k.elem.says(is) })
}
