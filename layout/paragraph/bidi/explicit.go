package bidi

// embedding is an entry of the directional status stack (X1).
type embedding struct {
	level    Level
	override class // classL or classR, or noOverride
	isolate  bool
}

const noOverride = classON

// match pairs isolate initiators with their PDIs (BD9).
func (p *Paragraph) match() {
	n := len(p.classes)
	if cap(p.matches) < n {
		p.matches = make([]int32, n+n/4)
	}
	p.matches = p.matches[:n]
	p.open = p.open[:0]
	for i, c := range p.classes {
		p.matches[i] = -1
		switch c {
		case classLRI, classRLI, classFSI:
			p.matches[i] = int32(n)
			p.open = append(p.open, int32(i))
		case classPDI:
			if last := len(p.open) - 1; last >= 0 {
				from := p.open[last]
				p.open = p.open[:last]
				p.matches[from], p.matches[i] = int32(i), from
			}
		}
	}
}

// explicit gives each rune its explicit level and applies overrides (X1–X8).
func (p *Paragraph) explicit() {
	if !p.union.meets(setDirectional) {
		fill(p.levels, p.base)
		return
	}
	x := explicit{base: p.base, stack: append(p.statuses[:0], embedding{p.base, noOverride, false})}
	for i, c := range p.classes {
		switch c {
		case classRLE, classLRE, classRLO, classLRO:
			x.embed(c)
		case classRLI, classLRI, classFSI:
			p.place(i, x.top())
			x.isolate(c == classRLI || c == classFSI && p.firstStrong(i) == 1)
		case classPDI:
			x.popIsolate()
			p.place(i, x.top())
		case classPDF:
			x.popEmbedding()
		case classB:
			p.levels[i] = p.base // X8
		case classBN: // removed by X9
		default:
			p.place(i, x.top())
		}
	}
	p.statuses = x.stack
}

// place sets rune i in an embedding (X6).
func (p *Paragraph) place(i int, e embedding) {
	p.levels[i] = e.level
	if e.override != noOverride {
		p.classes[i] = e.override
	}
}

// firstStrong returns the level that P2 and P3 find between the FSI at i and its PDI (X5c).
func (p *Paragraph) firstStrong(i int) Level {
	end := int(p.matches[i])
	for k := i + 1; k < end; k++ {
		switch c := p.classes[k]; c {
		case classL, classR, classAL:
			return strongLevel(c)
		case classLRI, classRLI, classFSI:
			k = int(p.matches[k])
		}
	}
	return 0
}

// explicit is the state of rules X1 to X7.
type explicit struct {
	base                             Level
	stack                            []embedding
	overflowIsolates, overflowEmbeds int
	validIsolates                    int
}

func (x *explicit) top() embedding { return x.stack[len(x.stack)-1] }

// next is the least higher level of a direction.
func (x *explicit) next(rightToLeft bool) Level {
	if rightToLeft {
		return (x.top().level + 1) | 1
	}
	return (x.top().level + 2) &^ 1
}

// embed opens an embedding or override (X2–X5).
func (x *explicit) embed(c class) {
	level := x.next(c == classRLE || c == classRLO)
	if level > MaxDepth || x.overflowIsolates > 0 || x.overflowEmbeds > 0 {
		if x.overflowIsolates == 0 {
			x.overflowEmbeds++
		}
		return
	}
	e := embedding{level: level, override: noOverride}
	switch c {
	case classRLO:
		e.override = classR
	case classLRO:
		e.override = classL
	}
	x.stack = append(x.stack, e)
}

// isolate opens an isolate (X5a–X5c).
func (x *explicit) isolate(rightToLeft bool) {
	level := x.next(rightToLeft)
	if level > MaxDepth || x.overflowIsolates > 0 || x.overflowEmbeds > 0 {
		x.overflowIsolates++
		return
	}
	x.validIsolates++
	x.stack = append(x.stack, embedding{level, noOverride, true})
}

// popIsolate closes an isolate and the embeddings open in it (X6a).
func (x *explicit) popIsolate() {
	switch {
	case x.overflowIsolates > 0:
		x.overflowIsolates--
	case x.validIsolates > 0:
		x.overflowEmbeds = 0
		for !x.top().isolate {
			x.stack = x.stack[:len(x.stack)-1]
		}
		x.stack = x.stack[:len(x.stack)-1]
		x.validIsolates--
	}
}

// popEmbedding closes an embedding or override (X7).
func (x *explicit) popEmbedding() {
	switch {
	case x.overflowIsolates > 0:
	case x.overflowEmbeds > 0:
		x.overflowEmbeds--
	case !x.top().isolate && len(x.stack) > 1:
		x.stack = x.stack[:len(x.stack)-1]
	}
}
