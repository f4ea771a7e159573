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
	packed  map[int]pack
	busy    map[int]bool // objects that are being read
	rebuilt bool
	left    int // bytes that streams may still come to
	unread  int // bytes of which values may still be read
	entries int // of cross references, so far
	// Spent tells a file that comes to more: what is read of it is not whole.
	Spent bool
	// Torn tells a file some bytes of which are damaged, or not there.
	Torn bool
}

// place is where an object lies: bytes from the beginning of the file, or in which stream of
// objects.
type place struct {
	at     int
	within int // number of a stream; 0 for none
}

// pack is the objects of a stream of objects.
type pack struct {
	numbers []int // in turn
	values  map[int]any
}

// Bounds of a file.
const (
	mostBusy    = 64 // objects that others wait for, such as lengths of streams
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
	f := &File{data: data[at:], left: mostBytes, unread: 4*len(data) + 1<<18}
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
	f.places, f.objects, f.packed, f.busy = make(map[int]place), make(map[int]any), make(map[int]pack), make(map[int]bool)
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
	if !ok || f.busy[n] || len(f.busy) >= mostBusy {
		return nil
	}
	f.busy[n] = true
	defer delete(f.busy, n)
	var v any
	if p.within > 0 {
		v = f.unpacked(p.within).values[n]
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
	if at < 0 || at >= len(f.data) || f.Spent {
		return nil, false
	}
	l := Lexer{Data: f.data, At: at}
	defer func() { f.count(&l, at) }()
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

// count counts the bytes that a lexer went over from a place on: a file whose values lie in
// each other, each up to the end, would have more than it is large.
func (f *File) count(l *Lexer, from int) {
	f.unread -= l.At - from
	f.Spent = f.Spent || f.unread < 0
	f.Torn = f.Torn || l.Cut
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
			f.Torn = true
		}
	}
	f.unread -= end
	raw := f.data[from : from+end]
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	return &Stream{d, raw}
}

// unpacked are the objects in a stream of objects (ISO 32000-1, 7.5.7), each by its number,
// since the places that files give are sometimes wrong.
func (f *File) unpacked(within int) pack {
	p, known := f.packed[within]
	if !known {
		f.packed[within] = pack{}
		p = f.unpack(within)
		f.packed[within] = p
	}
	return p
}

// unpack reads the objects in a stream.
func (f *File) unpack(within int) (p pack) {
	if f.places[within].within > 0 {
		return p
	}
	s := f.Stream(Ref{within, 0})
	if s == nil {
		return p
	}
	data, rest := f.Decode(s)
	first := f.Int(s.Dict["First"], 0)
	if rest != nil || first < 0 || first > len(data) {
		return p
	}
	p.values = make(map[int]any)
	f.unread += 2 * len(data)
	head := Lexer{Data: data[:first]}
	for range min(max(f.Int(s.Dict["N"], 0), 0), mostObjects) {
		n, _ := head.Next()
		at, ok := head.Next()
		number, isNumber := n.(float64)
		offset, isOffset := at.(float64)
		if !ok || !isNumber || !isOffset || f.Spent {
			break
		}
		if from := first + whole(offset); from >= first && from < len(data) {
			l := Lexer{Data: data, At: from, file: true}
			v, _ := l.Next()
			f.count(&l, from)
			if _, known := p.values[whole(number)]; !known {
				p.numbers = append(p.numbers, whole(number))
				p.values[whole(number)] = v
			}
		}
	}
	return p
}
