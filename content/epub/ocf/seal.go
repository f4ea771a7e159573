package ocf

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"github.com/klauspost/compress/flate"
)

// Mimetype is the part that says what the container is (EPUB 3.3 §4.2.4).
const (
	Mimetype     = "mimetype"
	mimetypeText = "application/epub+zip"
)

// Date is 1980-01-01 in MS-DOS form, the earliest that a zip can say.
const Date = 1<<5 | 1

// Part is one file of the publication.
type Part struct {
	Data   []byte
	sealed bool   // packed and crc are there
	packed []byte // data deflated; nil where that is no shorter
	crc    uint32
}

// Deflater deflates parts. The pinned compressor gives the same bytes on every
// machine and with every version of Go.
type Deflater struct {
	z    *flate.Writer
	b    bytes.Buffer
	kept Kept
}

// Kept is a place where one process leaves what it made to the next. What it gives by a
// key is what was put there by that key, or nothing.
type Kept interface {
	Get(key string) (data []byte, ok bool)
	Put(key string, data []byte)
}

// NewDeflater is one that a goroutine uses for part after part; kept may be nil.
func NewDeflater(kept Kept) (*Deflater, error) {
	z, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	return &Deflater{z: z, kept: kept}, err
}

// worthKeeping is how large parts are that are looked for among what is kept: pictures
// and faces. The rest is sooner deflated.
const worthKeeping = 64 << 10

// Seal gives data as a part that is ready for the zip.
func (p *Deflater) Seal(data []byte) (Part, error) {
	if p.kept == nil || len(data) < worthKeeping {
		return p.deflate(data)
	}
	digest := sha256.Sum256(data)
	key := "deflated " + string(digest[:])
	if packed, ok := p.kept.Get(key); ok && len(packed) < len(data) {
		s := Part{Data: data, sealed: true, crc: crc32.ChecksumIEEE(data)}
		if len(packed) > 0 {
			s.packed = packed
		}
		return s, nil
	}
	s, err := p.deflate(data)
	if err == nil {
		p.kept.Put(key, s.packed)
	}
	return s, err
}

func (p *Deflater) deflate(data []byte) (Part, error) {
	p.b.Reset()
	p.z.Reset(&p.b)
	if _, err := p.z.Write(data); err != nil {
		return Part{}, err
	}
	if err := p.z.Close(); err != nil {
		return Part{}, err
	}
	s := Part{Data: data, sealed: true, crc: crc32.ChecksumIEEE(data)}
	if p.b.Len() < len(data) { // most images are packed already
		s.packed = bytes.Clone(p.b.Bytes())
	}
	return s, nil
}

// Seal compresses the parts that are not yet. The mimetype stays as it is (EPUB 3.3
// §4.2.4).
func (p Parts) Seal() error {
	if string(p[Mimetype].Data) != mimetypeText {
		return errors.New("the draft has no mimetype, or another one")
	}
	deflater, err := NewDeflater(nil)
	if err != nil {
		return err
	}
	for name, part := range p {
		if part.sealed || name == Mimetype {
			continue
		}
		if p[name], err = deflater.Seal(part.Data); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// names are the parts in the order of the zip: the mimetype first, then by
// path.
func (p Parts) names() []string {
	names := make([]string, 0, len(p))
	for name := range p {
		if name != Mimetype {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Insert(names, 0, Mimetype)
}

// Write writes the sealed parts as a zip whose headers hold sizes, no extra
// fields and one fixed time.
func (p Parts) Write(w io.Writer) error {
	names := p.names()
	if room, ok := w.(interface{ Grow(n int) }); ok {
		room.Grow(p.size(names))
	}
	z := zip.NewWriter(w)
	for _, name := range names {
		if err := p[name].write(z, name); err != nil {
			return fmt.Errorf("EPUB: %s: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("EPUB: %w", err)
	}
	return nil
}

// size is about how large the container will be, rather more than less: each part with
// its name in two headers.
func (p Parts) size(names []string) int {
	const headers = 30 + 46 // bytes, beside the name
	n := 64
	for _, name := range names {
		n += headers + 2*len(name) + len(p[name].stored())
	}
	return n
}

// stored is what the container holds of a part.
func (p Part) stored() []byte {
	if p.packed != nil {
		return p.packed
	}
	return p.Data
}

func (p Part) write(z *zip.Writer, name string) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: p.crc,
		//lint:ignore SA1019 Modified would add an extra field to each header
		ModifiedDate:     Date,
		CompressedSize64: uint64(len(p.Data)), UncompressedSize64: uint64(len(p.Data)),
	}
	data := p.stored()
	if p.packed != nil {
		h.Method, h.CompressedSize64 = zip.Deflate, uint64(len(data))
	}
	if !p.sealed {
		h.CRC32 = crc32.ChecksumIEEE(data)
	}
	f, err := z.CreateRaw(h)
	if err == nil {
		_, err = f.Write(data)
	}
	return err
}
