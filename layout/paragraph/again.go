package paragraph

// again gives the breaks of lines set before, if the nodes still have places
// to break there and the lines are not much too long.
func again(nodes []Node, form Form) (breaks []Break, ok bool) {
	n := len(form.Again)
	if n == 0 || int(form.Again[n-1].node) != len(nodes)-1 {
		return nil, false
	}
	from, room := 0, form.MeasureOf(0)-form.Indent
	for i := range form.Again {
		line := &form.Again[i]
		if !breaksAt(nodes, int(line.node)) || tooLong(nodes[from:line.node], room-hyphenAt(nodes, line.node)) {
			return nil, false
		}
		breaks = append(breaks, Break{Node: line.node, Ratio: line.Ratio})
		from, room = int(line.node)+1, form.MeasureOf(i+1)
	}
	return breaks, true
}

// breaksAt tells whether a line may end at a node.
func breaksAt(nodes []Node, i int) bool {
	switch nodes[i].Kind {
	case Glue:
		return i > 0 && nodes[i-1].Kind == Box
	case Penalty:
		return nodes[i].Penalty < Infinite
	}
	return false
}

// tooLong tells a line that is longer than the room, its spaces shrunk as far
// as they do.
func tooLong(nodes []Node, room float64) bool {
	for len(nodes) > 0 && nodes[0].Kind != Box {
		nodes = nodes[1:]
	}
	for i := range nodes {
		if n := &nodes[i]; n.Kind != Penalty {
			room -= n.Width - n.Shrink
		}
	}
	return room < -1e-6
}
