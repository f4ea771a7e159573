package epub

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"github.com/klauspost/compress/flate"
)

const (
	mimetypeName = "mimetype"
	mimetypeText = "application/epub+zip"
	// zipDate is 1980-01-01 in MS-DOS form, the earliest that a zip can say.
	zipDate = 1<<5 | 1
)

// part is one file of the publication.
type part struct {
	data   []byte
	sealed bool   // packed and crc are there
	packed []byte // data deflated; nil where that is no shorter
	crc    uint32
}

// deflater deflates parts. The pinned compressor gives the same bytes on every
// machine and with every version of Go.
type deflater struct {
	z *flate.Writer
	b bytes.Buffer
}

func newDeflater() (*deflater, error) {
	z, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	return &deflater{z: z}, err
}

// seal gives data as a part that is ready for the zip.
func (p *deflater) seal(data []byte) (part, error) {
	p.b.Reset()
	p.z.Reset(&p.b)
	if _, err := p.z.Write(data); err != nil {
		return part{}, err
	}
	if err := p.z.Close(); err != nil {
		return part{}, err
	}
	s := part{data: data, sealed: true, crc: crc32.ChecksumIEEE(data)}
	if p.b.Len() < len(data) { // most images are packed already
		s.packed = bytes.Clone(p.b.Bytes())
	}
	return s, nil
}

// seal compresses the parts that are not yet: those the passes wrote. The
// mimetype stays as it is (EPUB 3.3 §4.2.4).
func seal(p parts, _ *edition) error {
	if string(p[mimetypeName].data) != mimetypeText {
		return errors.New("the draft has no mimetype, or another one")
	}
	deflater, err := newDeflater()
	if err != nil {
		return err
	}
	for name, part := range p {
		if part.sealed || name == mimetypeName {
			continue
		}
		if p[name], err = deflater.seal(part.data); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// names are the parts in the order of the zip: the mimetype first, then by
// path.
func (p parts) names() []string {
	names := make([]string, 0, len(p))
	for name := range p {
		if name != mimetypeName {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Insert(names, 0, mimetypeName)
}

// write writes the sealed parts as a zip whose headers hold sizes, no extra
// fields and one fixed time.
func (p parts) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, name := range p.names() {
		if err := p[name].write(z, name); err != nil {
			return fmt.Errorf("EPUB: %s: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("EPUB: %w", err)
	}
	return nil
}

func (p part) write(z *zip.Writer, name string) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: p.crc,
		//lint:ignore SA1019 Modified would add an extra field to each header
		ModifiedDate:     zipDate,
		CompressedSize64: uint64(len(p.data)), UncompressedSize64: uint64(len(p.data)),
	}
	data := p.data
	if p.packed != nil {
		data, h.Method, h.CompressedSize64 = p.packed, zip.Deflate, uint64(len(p.packed))
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
