package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/sync/errgroup"
)

// ref names an object by its number, from 1; 0 is none.
type ref int

// String writes an indirect reference (ISO 32000-1 7.3.10).
func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// object is a numbered object: a dictionary or other value, and the stream
// that follows it, if it is one.
type object struct {
	body   string // the value; of a stream, its dictionary's entries without << >> and /Length
	stream []byte
	flate  bool // compress the stream
	bare   bool // leave its marked content out, as it is compressed
	packed []byte
}

// file is the PDF on its way out: objects in the order of their numbers.
type file struct {
	objects []*object
	root    ref
	info    ref    // 0 for none
	id      string // hexadecimal
	spots   []spot // of the objects
}

// reserve takes a number for an object that is filled in later.
func (f *file) reserve() ref {
	f.objects = append(f.objects, &object{})
	return ref(len(f.objects))
}

// add takes the next number for a value.
func (f *file) add(body string) ref {
	r := f.reserve()
	f.put(r, body)
	return r
}

func (f *file) put(r ref, body string) { f.objects[r-1].body = body }

// addStream adds a stream; entries are those of its dictionary beside /Length
// and /Filter.
func (f *file) addStream(entries string, data []byte, flate bool) ref {
	r := f.reserve()
	*f.objects[r-1] = object{body: entries, stream: data, flate: flate}
	return r
}

// packLevel is that of the compressor: the higher ones take half as long again
// and save one part in a hundred.
const packLevel = 3

// packer compresses streams. It is large, so one serves for many.
type packer struct {
	packed bytes.Buffer
	bare   []byte
	z      *zlib.Writer
}

// packers are those that wait for work, of all files of a book.
type packers struct{ sync.Pool }

func (p *packers) take() (*packer, error) {
	if idle, ok := p.Get().(*packer); ok {
		return idle, nil
	}
	fresh := new(packer)
	var err error
	fresh.z, err = zlib.NewWriterLevel(&fresh.packed, packLevel)
	return fresh, err
}

// pack gathers the values and compresses the streams on several cores. Each is
// compressed alone, so the bytes do not depend on how many there are.
func (f *file) pack(workers int, idle *packers) error {
	f.spots = f.gather()
	var group errgroup.Group
	group.SetLimit(workers)
	const batch = 16
	var streams []*object
	for _, o := range f.objects {
		if o.stream != nil && o.flate {
			streams = append(streams, o)
		}
	}
	for from := 0; from < len(streams); from += batch {
		group.Go(func() error {
			return idle.pack(streams[from:min(from+batch, len(streams))]...)
		})
	}
	return group.Wait()
}

// pack compresses the streams of objects.
func (p *packers) pack(objects ...*object) error {
	worker, err := p.take()
	if err != nil {
		return err
	}
	for _, o := range objects {
		if err := worker.pack(o); err != nil {
			return err
		}
	}
	p.Put(worker)
	return nil
}

func (p *packer) pack(o *object) error {
	p.packed.Reset()
	p.z.Reset(&p.packed)
	data := o.stream
	if o.bare {
		p.bare = appendBare(p.bare[:0], data)
		data = p.bare
	}
	if _, err := p.z.Write(data); err != nil {
		return err
	}
	if err := p.z.Close(); err != nil {
		return err
	}
	o.packed = bytes.Clone(p.packed.Bytes())
	return nil
}

// write serialises the file of a version of PDF: header, streams, cross-reference stream
// (ISO 32000-1 7.5).
func (f *file) write(w io.Writer, version string, idle *packers) error {
	var b bytes.Buffer
	b.Grow(f.size())
	b.WriteString("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n")
	for i, o := range f.objects {
		if f.spots[i].within == 0 {
			f.spots[i].at = b.Len()
			o.number(&b, i+1)
		}
	}
	start := b.Len()
	table := f.crossReferences(append(f.spots, spot{at: start}))
	if err := idle.pack(table); err != nil {
		return err
	}
	table.number(&b, len(f.objects)+1)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	_, err := w.Write(b.Bytes())
	return err
}

// size is about how large the file will be.
func (f *file) size() int {
	n := 1024 + 4*len(f.objects)
	for _, o := range f.objects {
		switch {
		case o.packed != nil:
			n += len(o.body) + len(o.packed) + 64
		case o.stream != nil:
			n += len(o.body) + len(o.stream) + 64
		}
	}
	return n
}

func (o *object) writeTo(b *bytes.Buffer) {
	if o.stream == nil {
		b.WriteString(o.body)
		return
	}
	data := o.stream
	b.WriteString("<<")
	b.WriteString(o.body)
	if o.flate {
		data = o.packed
		b.WriteString("/Filter/FlateDecode")
	}
	b.WriteString("/Length ")
	b.WriteString(strconv.Itoa(len(data)))
	b.WriteString(">>\nstream\n")
	b.Write(data)
	b.WriteString("\nendstream")
}

// text writes a text string: in PDFDocEncoding where it is plain ASCII, else
// in UTF-16 with a byte order mark (ISO 32000-1 7.9.2.2).
func text(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c > 0x7E || c == '(' || c == ')' || c == '\\' {
			plain = false
			break
		}
	}
	if plain {
		return "(" + s + ")"
	}
	units := utf16.Encode([]rune(s))
	b := make([]byte, 2, 2+2*len(units))
	b[0], b[1] = 0xFE, 0xFF
	for _, u := range units {
		b = append(b, byte(u>>8), byte(u))
	}
	return "<" + hex.EncodeToString(b) + ">"
}

// uri writes an address as an ASCII string (ISO 32000-1 12.6.4.7); what is
// not ASCII is percent-encoded.
func uri(s string) string {
	var b bytes.Buffer
	b.WriteByte('(')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c <= 0x20 || c > 0x7E:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
	return b.String()
}

// num writes a length with at most three decimals.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
