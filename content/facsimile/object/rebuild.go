package object

import (
	"bytes"
	"strconv"
)

// rebuild looks through a file whose cross references are broken for its objects. What
// comes later in the file is newer.
func (f *File) rebuild() {
	busy := f.busy
	f.forget()
	f.busy, f.rebuilt = busy, true
	streams := f.search()
	f.trailers()
	if f.Trailer["Encrypt"] != nil {
		return
	}
	for _, n := range streams {
		for _, number := range f.unpacked(n).numbers {
			if number > 0 && len(f.places) < mostObjects {
				if p, known := f.places[number]; !known || p.within > 0 {
					f.places[number] = place{within: n}
				}
			}
		}
	}
	if f.Trailer["Root"] == nil {
		f.findRoot()
	}
}

// search looks for the words that begin objects, and gives which of them are streams of
// others.
func (f *File) search() (streams []int) {
	dicts := 0
	for at := 0; len(f.places) < mostObjects; {
		next := bytes.Index(f.data[at:], []byte("obj"))
		if next < 0 {
			break
		}
		at += next
		if n, from, ok := f.numbered(at); ok {
			f.places[n] = place{at: from}
			l := Lexer{Data: f.data, At: at + 3, file: true}
			if l.Space(); bytes.HasPrefix(f.data[l.At:], []byte("<<")) {
				head := f.data[l.At:min(len(f.data), l.At+512)]
				switch {
				case bytes.Contains(head, []byte("/ObjStm")):
					streams = append(streams, n)
				case bytes.Contains(head, []byte("/XRef")) && dicts < mostTrailers:
					dicts++
					if d, ok := l.Next(); ok {
						f.adopt(d)
					}
				}
			}
		}
		at += 3
	}
	return streams
}

// trailers looks for dictionaries behind the word trailer.
func (f *File) trailers() {
	for at, n := 0, 0; n < mostTrailers; n++ {
		next := bytes.Index(f.data[at:], []byte("trailer"))
		if next < 0 {
			break
		}
		at += next + len("trailer")
		l := Lexer{Data: f.data, At: at, file: true}
		if v, ok := l.Next(); ok {
			f.adopt(v)
		}
	}
}

// findRoot looks for a catalogue of pages among the objects.
func (f *File) findRoot() {
	best := 0
	for n := range f.places {
		if f.Name(f.Dict(Ref{n, 0})["Type"]) == "Catalog" {
			best = max(best, n)
		}
	}
	if best > 0 {
		f.Trailer["Root"] = Ref{best, 0}
	}
}

// adopt takes a dictionary for the trailer that has what others lack.
func (f *File) adopt(v any) {
	if d, ok := v.(Dict); ok {
		for _, key := range []Name{"Root", "Encrypt"} {
			if d[key] != nil {
				f.Trailer[key] = d[key]
			}
		}
	}
}

// numbered reads "12 0 " before the word obj at a place.
func (f *File) numbered(at int) (n, from int, ok bool) {
	back := func(is func(c byte) bool) string {
		end := at
		for at > 0 && end-at < 12 && is(f.data[at-1]) {
			at--
		}
		return string(f.data[at:end])
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(isSpace)
	generation := back(digit)
	blank := back(isSpace)
	number := back(digit)
	n, err := strconv.Atoi(number)
	return n, at, err == nil && n > 0 && n < 1<<31 && generation != "" && blank != ""
}
