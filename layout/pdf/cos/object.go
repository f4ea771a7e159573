// Package cos writes files of PDF objects (ISO 32000-1 7.3 and 7.5, which Adobe's
// engineers call COS): values and streams by their numbers, object streams and
// cross-reference streams. It knows nothing of pages.
package cos

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/sync/errgroup"
)

// Ref names an object by its number, from 1; 0 is none.
type Ref int

// String writes an indirect reference (ISO 32000-1 7.3.10).
func (r Ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// Object is a numbered object: a dictionary or other value, and the stream
// that follows it, if it is one.
type Object struct {
	Body   string // the value; of a stream, its dictionary's entries without << >> and /Length
	Stream []byte
	flate  bool // compress the stream
	Bare   bool // leave its marked content out, as it is compressed
	packed []byte
}

// File is the PDF on its way out: objects in the order of their numbers.
type File struct {
	Objects []*Object
	Root    Ref
	Info    Ref    // 0 for none
	ID      string // hexadecimal
	spots   []spot // of the objects
}

// Reserve takes a number for an object that is filled in later.
func (f *File) Reserve() Ref {
	f.Objects = append(f.Objects, &Object{})
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
	bare   []byte
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
	f.spots = f.gather()
	var group errgroup.Group
	group.SetLimit(workers)
	const batch = 16
	var streams []*Object
	for _, o := range f.Objects {
		if o.Stream != nil && o.flate {
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
func (p *Packers) pack(objects ...*Object) error {
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

func (p *packer) pack(o *Object) error {
	p.packed.Reset()
	p.z.Reset(&p.packed)
	data := o.Stream
	if o.Bare {
		p.bare = AppendBare(p.bare[:0], data)
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

// Serialise writes the file of a version of PDF: header, streams, cross-reference stream
// (ISO 32000-1 7.5).
func (f *File) Serialise(w io.Writer, version string, idle *Packers) error {
	var b bytes.Buffer
	b.Grow(f.size())
	b.WriteString("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n")
	for i, o := range f.Objects {
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
	table.number(&b, len(f.Objects)+1)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	_, err := w.Write(b.Bytes())
	return err
}

// size is about how large the file will be.
func (f *File) size() int {
	n := 1024 + 4*len(f.Objects)
	for _, o := range f.Objects {
		switch {
		case o.packed != nil:
			n += len(o.Body) + len(o.packed) + 64
		case o.Stream != nil:
			n += len(o.Body) + len(o.Stream) + 64
		}
	}
	return n
}

func (o *Object) writeTo(b *bytes.Buffer) {
	if o.Stream == nil {
		b.WriteString(o.Body)
		return
	}
	data := o.Stream
	b.WriteString("<<")
	b.WriteString(o.Body)
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
