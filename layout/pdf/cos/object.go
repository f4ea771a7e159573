// Package cos writes files of PDF objects (ISO 32000-1 7.3 and 7.5, which Adobe's
// engineers call COS): values and streams by their numbers, object streams and
// cross-reference streams. It knows nothing of pages.
package cos

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/sync/errgroup"
)

// Ref names an object by its number, from 1; 0 is none.
type Ref int

// AppendTo writes an indirect reference (ISO 32000-1 7.3.10).
func (r Ref) AppendTo(out []byte) []byte {
	return append(strconv.AppendInt(out, int64(r), 10), " 0 R"...)
}

func (r Ref) String() string {
	var room [16]byte
	return string(r.AppendTo(room[:0]))
}

// Object is a numbered object: a dictionary or other value, and the stream
// that follows it, if it is one.
type Object struct {
	Body   string // the value; of a stream, its dictionary's entries without << >> and /Length
	Stream []byte
	flate  bool // compress the stream, which Pack does
	Bare   bool // leave its marked content out, as it is compressed
}

// File is the PDF on its way out: objects in the order of their numbers.
type File struct {
	Objects []*Object
	Root    Ref
	Info    Ref    // 0 for none
	ID      string // hexadecimal
	spots   []spot // of the objects
	spare   []Object
}

// someObjects is for how many objects there is room at once.
const someObjects = 128

// Reserve takes a number for an object that is filled in later.
func (f *File) Reserve() Ref {
	if len(f.spare) == 0 {
		f.spare = make([]Object, someObjects)
	}
	f.Objects = append(f.Objects, &f.spare[0])
	f.spare = f.spare[1:]
	return Ref(len(f.Objects))
}

// Add takes the next number for a value.
func (f *File) Add(body string) Ref {
	r := f.Reserve()
	f.Put(r, body)
	return r
}

// Put gives an object its value.
func (f *File) Put(r Ref, body string) { f.Objects[r-1].Body = body }

// AddStream adds a stream; entries are those of its dictionary beside /Length
// and /Filter.
func (f *File) AddStream(entries string, data []byte, flate bool) Ref {
	r := f.Reserve()
	*f.Objects[r-1] = Object{Body: entries, Stream: data, flate: flate}
	return r
}

// packLevel is that of the compressor: the higher ones take half as long again
// and save one part in a hundred.
const packLevel = 3

// packer compresses streams. It is large, so one serves for many.
type packer struct {
	packed bytes.Buffer
	bare   []byte // scratch space for what is compressed
	z      *zlib.Writer
}

// Packers are those that wait for work, of all files of a book.
type Packers struct{ sync.Pool }

func (p *Packers) take() (*packer, error) {
	if idle, ok := p.Get().(*packer); ok {
		return idle, nil
	}
	fresh := new(packer)
	var err error
	fresh.z, err = zlib.NewWriterLevel(&fresh.packed, packLevel)
	return fresh, err
}

// Pack gathers the values and compresses the streams on several cores. Each is
// compressed alone, so the bytes do not depend on how many there are.
func (f *File) Pack(workers int, idle *Packers) error {
	var streams []*Object
	for _, o := range f.Objects {
		if o.Stream != nil && o.flate {
			streams = append(streams, o)
		}
	}
	gathered, spots := f.gather()
	f.spots = spots
	var group errgroup.Group
	group.SetLimit(workers)
	for _, s := range gathered {
		group.Go(func() error {
			return idle.use(func(p *packer) error { return p.gather(f, s) })
		})
	}
	const batch = 16
	for some := range slices.Chunk(streams, batch) {
		group.Go(func() error {
			return idle.use(func(p *packer) error { return p.pack(some...) })
		})
	}
	return group.Wait()
}

// use lends a packer to some work.
func (p *Packers) use(work func(*packer) error) error {
	worker, err := p.take()
	if err != nil {
		return err
	}
	if err := work(worker); err != nil {
		return err
	}
	p.Put(worker)
	return nil
}

// pack compresses the streams of objects.
func (p *packer) pack(objects ...*Object) error {
	for _, o := range objects {
		data := o.Stream
		if o.Bare {
			p.bare = AppendBare(p.bare[:0], data)
			data = p.bare
		}
		if err := p.deflate(o, data); err != nil {
			return err
		}
	}
	return nil
}

// deflate makes compressed data the stream of an object.
func (p *packer) deflate(o *Object, data []byte) error {
	p.packed.Reset()
	p.z.Reset(&p.packed)
	if _, err := p.z.Write(data); err != nil {
		return err
	}
	if err := p.z.Close(); err != nil {
		return err
	}
	o.Stream = bytes.Clone(p.packed.Bytes())
	return nil
}

// Serialise writes the file of a version of PDF: header, streams, cross-reference stream
// (ISO 32000-1 7.5).
func (f *File) Serialise(w io.Writer, version string, idle *Packers) error {
	if room, ok := w.(interface{ Grow(n int) }); ok {
		room.Grow(f.size())
	}
	out := &serialiser{to: bufio.NewWriterSize(w, 1<<16)}
	out.text("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n")
	for i, o := range f.Objects {
		if f.spots[i].within == 0 {
			f.spots[i].at = out.at
			out.object(i+1, o)
		}
	}
	start := out.at
	table := f.crossReferences(append(f.spots, spot{at: start}))
	if err := idle.use(func(p *packer) error { return p.pack(table) }); err != nil {
		return err
	}
	out.object(len(f.Objects)+1, table)
	out.text("startxref\n" + strconv.Itoa(start) + "\n%%EOF\n")
	return out.to.Flush()
}

// size is about how large the file will be, rather more than less.
func (f *File) size() int {
	n := 1024 + 4*len(f.Objects)
	for _, o := range f.Objects {
		if o.Stream != nil {
			n += len(o.Body) + len(o.Stream) + 96
		}
	}
	return n
}

// serialiser writes objects one after another; what fails is told when it is flushed.
type serialiser struct {
	to *bufio.Writer
	at int // bytes from the beginning of the file
}

func (s *serialiser) text(text string) {
	n, _ := s.to.WriteString(text)
	s.at += n
}

func (s *serialiser) bytes(data []byte) {
	n, _ := s.to.Write(data)
	s.at += n
}

func (s *serialiser) number(n int) { s.bytes(strconv.AppendInt(s.to.AvailableBuffer(), int64(n), 10)) }

// object writes an object with its number.
func (s *serialiser) object(n int, o *Object) {
	s.number(n)
	s.text(" 0 obj\n")
	if o.Stream == nil {
		s.text(o.Body)
	} else {
		s.stream(o)
	}
	s.text("\nendobj\n")
}

func (s *serialiser) stream(o *Object) {
	s.text("<<")
	s.text(o.Body)
	if o.flate {
		s.text("/Filter/FlateDecode")
	}
	s.text("/Length ")
	s.number(len(o.Stream))
	s.text(">>\nstream\n")
	s.bytes(o.Stream)
	s.text("\nendstream")
}
