package bidi

// weak resolves the weak types of the sequence (W1–W7).
func (p *Paragraph) weak() {
	s := &p.sequence
	s.marksAndArabic()
	numbers := p.union.meets(1<<classEN | 1<<classAN)
	if p.union.meets(1<<classES | 1<<classCS | 1<<classET) {
		if numbers {
			s.separators()
		}
		s.terminators()
	}
	if numbers && (s.sos == classL || p.union.meets(1<<classL|setExplicit)) {
		s.latinNumbers()
	}
}

// marksAndArabic is W1, W2 and W3 in one pass: before is what W1 left of the rune before, which W2 and W3
// have not touched yet.
func (s *sequence) marksAndArabic() {
	before, strong := s.sos, s.sos
	for k, t := range s.types {
		if t == classNSM {
			t = before
			if set(setIsolates | 1<<classPDI).has(before) {
				t = classON
			}
			s.types[k] = t
		}
		before = t
		switch t {
		case classL, classR:
			strong = t
		case classAL:
			strong = t
			s.types[k] = classR
		case classEN:
			if strong == classAL {
				s.types[k] = classAN
			}
		}
	}
}

// separators joins a single separator to the numbers of one type on both sides (W4).
func (s *sequence) separators() {
	for k := 1; k+1 < len(s.types); k++ {
		before := s.types[k-1]
		if before != s.types[k+1] {
			continue
		}
		switch t := s.types[k]; {
		case before == classEN && (t == classES || t == classCS),
			before == classAN && t == classCS:
			s.types[k] = before
		}
	}
}

// terminators joins European terminators to a European number beside them (W5) and makes what remains of
// separators and terminators neutral (W6).
func (s *sequence) terminators() {
	for k := 0; k < len(s.types); k++ {
		switch s.types[k] {
		case classES, classCS:
			s.types[k] = classON
		case classET:
			end := k + 1
			for end < len(s.types) && s.types[end] == classET {
				end++
			}
			t := classON
			if k > 0 && s.types[k-1] == classEN || end < len(s.types) && s.types[end] == classEN {
				t = classEN
			}
			for ; k < end; k++ {
				s.types[k] = t
			}
			k--
		}
	}
}

// latinNumbers makes a European number L where the strong type before it is L (W7).
func (s *sequence) latinNumbers() {
	strong := s.sos
	for k, t := range s.types {
		switch t {
		case classL, classR:
			strong = t
		case classEN:
			if strong == classL {
				s.types[k] = classL
			}
		}
	}
}
