package epub

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/flate"
)

const (
	mimetypeName = "mimetype"
	mimetypeText = "application/epub+zip"
	// zipDate is 1980-01-01 in MS-DOS form, the earliest that a zip can say.
	zipDate = 1<<5 | 1
)

// sealed is one entry of the zip, compressed.
type sealed struct {
	name   string
	method uint16
	crc    uint32
	size   int
	data   []byte
}

// seal compresses every part and sets them in order: the mimetype first and
// stored (EPUB 3.3 §4.2.4), then by name.
func seal(p *parts, e *edition) error {
	if string(p.data[mimetypeName]) != mimetypeText {
		return errors.New("the draft has no mimetype, or another one")
	}
	names := make([]string, 0, len(p.data))
	for name := range p.data {
		if name != mimetypeName {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	names = append([]string{mimetypeName}, names...)
	p.sealed = make([]sealed, len(names))
	for i, name := range names {
		data := p.data[name]
		p.sealed[i] = sealed{name: name, method: zip.Store, size: len(data), data: data}
	}
	return compress(p.sealed[1:], e.opt.workers())
}

// compress deflates the entries on so many goroutines, the largest first so
// that no core waits long for another. The pinned compressor gives the same
// bytes on every machine and with every version of Go.
func compress(entries []sealed, workers int) error {
	order := make([]*sealed, len(entries))
	for i := range entries {
		order[i] = &entries[i]
	}
	slices.SortStableFunc(order, func(a, b *sealed) int { return cmp.Compare(b.size, a.size) })
	var next atomic.Int64
	var wg sync.WaitGroup
	errs := make([]error, min(workers, len(entries)))
	for i := range errs {
		wg.Go(func() {
			z, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
			for err == nil {
				n := int(next.Add(1)) - 1
				if n >= len(order) {
					return
				}
				err = order[n].deflate(z)
			}
			errs[i] = err
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// deflate compresses the entry unless that would make it longer, as with most
// images.
func (s *sealed) deflate(z *flate.Writer) error {
	s.crc = crc32.ChecksumIEEE(s.data)
	var b bytes.Buffer
	b.Grow(len(s.data)/2 + 64)
	z.Reset(&b)
	if _, err := z.Write(s.data); err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	if b.Len() < s.size {
		s.data, s.method = b.Bytes(), zip.Deflate
	}
	return nil
}

// write writes the sealed parts as a zip whose headers hold sizes, no extra
// fields and one fixed time.
func (p *parts) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, s := range p.sealed {
		if s.method == zip.Store {
			s.crc = crc32.ChecksumIEEE(s.data)
		}
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: s.name, Method: s.method, CRC32: s.crc,
			CompressedSize64: uint64(len(s.data)), UncompressedSize64: uint64(s.size),
			ModifiedDate: zipDate,
		})
		if err == nil {
			_, err = f.Write(s.data)
		}
		if err != nil {
			return fmt.Errorf("EPUB: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("EPUB: %w", err)
	}
	return nil
}
