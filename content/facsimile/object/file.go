package object

import (
	"bytes"
	"errors"
)

// Errors of files as a whole, said as predicates.
var (
	ErrNone      = errors.New("is no PDF that can be read")
	ErrEncrypted = errors.New("is encrypted")
)

// File is a PDF file. It is not safe for concurrent use.
type File struct {
	data    []byte
	Trailer Dict
	places  map[int]place
	objects map[int]any
	packed  map[int][]any // the objects in a stream of objects, in turn
	busy    map[int]bool
	rebuilt bool
	left    int // bytes that streams may still come to
	// Spent tells a file whose streams come to more: what is read of them is not whole.
	Spent bool
}

// place is where an object lies: bytes from the beginning of the file, or in which
// stream of objects, and as which.
type place struct {
	at     int
	within int // number of a stream; 0 for none
	index  int
}

// Bounds of a file.
const (
	mostObjects = 1_000_000
	mostBytes   = 256 << 20 // of its streams, decoded, together
	mostStream  = 64 << 20  // of one
	mostParts   = 4096      // sections of cross references
	// mostTrailers bounds those that are read of a file which is looked through.
	mostTrailers = 64
)

// Is tells whether a file is a PDF: its header may stand behind other bytes (ISO
// 32000-1, annex H).
func Is(data []byte) bool { return header(data) >= 0 }

func header(data []byte) int { return bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")) }

// Open reads where the objects of a file lie.
func Open(data []byte) (*File, error) {
	at := header(data)
	if at < 0 {
		return nil, ErrNone
	}
	f := &File{data: data[at:], left: mostBytes}
	f.forget()
	if !f.references() || !f.rooted() {
		f.rebuild()
	}
	if f.Trailer["Encrypt"] != nil && f.Dict(f.Trailer["Encrypt"]) != nil {
		return nil, ErrEncrypted
	}
	if !f.rooted() {
		return nil, ErrNone
	}
	return f, nil
}

func (f *File) forget() {
	f.places, f.objects, f.packed, f.busy = make(map[int]place), make(map[int]any), make(map[int][]any), make(map[int]bool)
	f.Trailer = Dict{}
}

// rooted tells whether the catalogue leads to pages. Of an encrypted file it may not, as
// far as that is packed.
func (f *File) rooted() bool {
	return f.Trailer["Encrypt"] != nil || f.Dict(f.Dict(f.Trailer["Root"])["Pages"]) != nil
}

// object is the object of a number; nil for none.
func (f *File) object(n int) any {
	if v, ok := f.objects[n]; ok {
		return v
	}
	p, ok := f.places[n]
	if !ok || f.busy[n] {
		return nil
	}
	f.busy[n] = true
	defer delete(f.busy, n)
	var v any
	if p.within > 0 {
		v = f.unpacked(p.within, n, p.index)
	} else if v, ok = f.read(n, p.at); !ok && !f.rebuilt {
		trailer := f.Trailer
		f.rebuild()
		if f.Trailer["Root"] == nil {
			f.Trailer = trailer
		}
		if p, ok = f.places[n]; ok && p.within == 0 {
			v, _ = f.read(n, p.at)
		}
	}
	f.objects[n] = v
	return v
}

// read reads the object of a number that lies at a place; false where another does.
func (f *File) read(n, at int) (v any, ok bool) {
	if at < 0 || at >= len(f.data) {
		return nil, false
	}
	l := Lexer{Data: f.data, At: at}
	number, _ := l.Next()
	_, _ = l.Next()
	word, _ := l.Next()
	if number != float64(n) || word != Operator("obj") {
		return nil, false
	}
	l.file = true
	v, ok = l.Next()
	if d, is := v.(Dict); is {
		return f.streamed(d, &l), true
	}
	if _, none := v.(Operator); none {
		v = nil
	}
	return v, ok
}

// streamed is the stream that a dictionary begins, or the dictionary.
func (f *File) streamed(d Dict, l *Lexer) any {
	l.Space()
	if !bytes.HasPrefix(f.data[l.At:], []byte("stream")) {
		return d
	}
	from := l.At + len("stream")
	if from < len(f.data) && f.data[from] == '\r' {
		from++
	}
	if from < len(f.data) && f.data[from] == '\n' {
		from++
	}
	length := f.Int(d["Length"], -1)
	if length >= 0 && length <= len(f.data)-from {
		rest := bytes.TrimLeft(f.data[from+length:min(len(f.data), from+length+16)], "\r\n \t")
		if bytes.HasPrefix(rest, []byte("endstream")) || bytes.HasPrefix(rest, []byte("endobj")) {
			return &Stream{d, f.data[from : from+length]}
		}
	}
	end := bytes.Index(f.data[from:], []byte("endstream"))
	if end < 0 {
		if end = bytes.Index(f.data[from:], []byte("endobj")); end < 0 {
			end = len(f.data) - from
		}
	}
	raw := f.data[from : from+end]
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	return &Stream{d, raw}
}

// unpacked is an object in a stream of objects (ISO 32000-1, 7.5.7).
func (f *File) unpacked(within, n, index int) any {
	all, known := f.packed[within]
	if !known {
		f.packed[within] = nil
		all = f.unpack(within)
		f.packed[within] = all
	}
	for i := index; i < len(all)/2; i += max(len(all), 1) {
		if all[2*i] == n {
			return all[2*i+1]
		}
	}
	for i := 0; i+1 < len(all); i += 2 { // the index is wrong
		if all[i] == n {
			return all[i+1]
		}
	}
	return nil
}

// unpack are the objects in a stream, each behind its number.
func (f *File) unpack(within int) (all []any) {
	if f.places[within].within > 0 {
		return nil
	}
	s := f.Stream(Ref{within, 0})
	if s == nil {
		return nil
	}
	data, rest := f.Decode(s)
	first := f.Int(s.Dict["First"], 0)
	if rest != nil || first < 0 || first > len(data) {
		return nil
	}
	head := Lexer{Data: data[:first]}
	for range min(max(f.Int(s.Dict["N"], 0), 0), mostObjects) {
		n, _ := head.Next()
		at, ok := head.Next()
		number, isNumber := n.(float64)
		offset, isOffset := at.(float64)
		if !ok || !isNumber || !isOffset {
			break
		}
		if from := first + whole(offset); from >= first && from < len(data) {
			l := Lexer{Data: data, At: from, file: true}
			v, _ := l.Next()
			all = append(all, whole(number), v)
		}
	}
	return all
}
