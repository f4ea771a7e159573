package object

import "bytes"

// references follows the cross references of a file from its end (ISO 32000-1, 7.5.4,
// 7.5.8), the newest first; false where they are broken.
func (f *File) references() bool {
	tail := f.data[max(0, len(f.data)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return false
	}
	l := Lexer{Data: tail, At: at + len("startxref")}
	v, _ := l.Next()
	start, ok := v.(float64)
	if !ok {
		return false
	}
	seen := make(map[int]bool)
	for next := whole(start); next > 0 || len(seen) == 0; {
		if seen[next] || len(seen) > mostParts {
			break
		}
		seen[next] = true
		d, ok := f.section(next)
		if !ok {
			return len(seen) > 1 && f.rooted()
		}
		for k, v := range d {
			if _, known := f.Trailer[k]; !known {
				f.Trailer[k] = v
			}
		}
		if hybrid := f.Int(d["XRefStm"], 0); hybrid > 0 && !seen[hybrid] {
			seen[hybrid] = true
			f.section(hybrid)
		}
		next = f.Int(d["Prev"], 0)
	}
	return true
}

// section reads a table or a stream of cross references and gives its trailer.
func (f *File) section(at int) (Dict, bool) {
	if at < 0 || at >= len(f.data) {
		return nil, false
	}
	l := Lexer{Data: f.data, At: at}
	if l.Space(); bytes.HasPrefix(f.data[l.At:], []byte("xref")) {
		l.At += len("xref")
		return f.table(&l)
	}
	return f.stream(l.At)
}

// table reads a table up to the end of its trailer.
func (f *File) table(l *Lexer) (Dict, bool) {
	for {
		v, ok := l.Next()
		if v == Operator("trailer") {
			l.file = true
			d, _ := l.Next()
			trailer, ok := d.(Dict)
			return trailer, ok
		}
		first, isFirst := v.(float64)
		n, _ := l.Next()
		count, isCount := n.(float64)
		if !ok || !isFirst || !isCount {
			return nil, false
		}
		for i := range whole(count) {
			at, _ := l.Next()
			_, _ = l.Next()
			kind, ok := l.Next()
			offset, isOffset := at.(float64)
			if !ok || !isOffset || len(f.places) > mostObjects {
				return nil, false
			}
			switch kind {
			case Operator("n"):
				f.put(whole(first)+i, place{at: whole(offset)})
			case Operator("f"):
				f.put(whole(first)+i, place{at: -1})
			default:
				return nil, false
			}
		}
	}
}

// put notes where an object lies, if no newer section has.
func (f *File) put(n int, p place) {
	if _, known := f.places[n]; !known && n > 0 {
		f.places[n] = p
	}
}

// stream reads a stream of cross references.
func (f *File) stream(at int) (Dict, bool) {
	l := Lexer{Data: f.data, At: at}
	n, _ := l.Next()
	number, ok := n.(float64)
	if !ok {
		return nil, false
	}
	v, _ := f.read(whole(number), at)
	s, ok := v.(*Stream)
	if !ok || f.Name(s.Dict["Type"]) != "XRef" {
		return nil, false
	}
	data, rest := f.Decode(s)
	width, sum, ok := f.widths(s.Dict)
	if rest != nil || !ok {
		return nil, false
	}
	index := f.Numbers(s.Dict["Index"])
	if len(index) < 2 {
		index = []float64{0, f.Number(s.Dict["Size"], 0)}
	}
	for ; len(index) >= 2; index = index[2:] {
		for i := range whole(index[1]) {
			if sum == 0 || len(data) < sum {
				break
			}
			if f.entries++; f.entries > mostObjects {
				f.Spent = true
				return nil, false
			}
			f.entry(whole(index[0])+i, data[:sum], width)
			data = data[sum:]
		}
	}
	return s.Dict, true
}

// widths are the bytes of the three fields of an entry, 0 to 8 each, and of all; false where
// a stream does not say.
func (f *File) widths(d Dict) (width [3]int, sum int, ok bool) {
	w := f.Numbers(d["W"])
	if len(w) != 3 {
		return width, 0, false
	}
	for i, v := range w {
		if width[i] = whole(v); width[i] < 0 || width[i] > 8 {
			return width, 0, false
		}
		sum += width[i]
	}
	return width, sum, true
}

// entry reads an entry of such a stream.
func (f *File) entry(n int, b []byte, width [3]int) {
	field := func(w, other int) int {
		if w == 0 {
			return other
		}
		v := 0
		for _, c := range b[:w] {
			v = v<<8 | int(c)
		}
		b = b[w:]
		return v
	}
	switch kind, second := field(width[0], 1), field(width[1], 0); kind { // its index is not asked
	case 0:
		f.put(n, place{at: -1})
	case 1:
		f.put(n, place{at: second})
	case 2:
		f.put(n, place{within: second})
	}
}
