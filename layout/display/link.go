package display

// LinksBehind are the links on the pieces of a line: those right behind it.
func LinksBehind(items []Item) []*Link {
	n := 0
	for n < len(items) {
		if link, ok := items[n].(*Link); !ok || link.Mark == 0 {
			break
		}
		n++
	}
	links := make([]*Link, n)
	for i := range links {
		links[i] = items[i].(*Link)
	}
	return links
}

// LinkOf is the one of some links that has a mark, nil where none has.
func LinkOf(links []*Link, mark int32) *Link {
	for _, l := range links {
		if l.Mark == mark {
			return l
		}
	}
	return nil
}
