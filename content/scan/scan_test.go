package scan_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"testing"

	"warraq/content/scan"
)

// pages is a TIFF of gray pages, each of two by one pixels of its number and 300 an inch.
func pages(n int, order binary.AppendByteOrder, head string) []byte {
	b := order.AppendUint32([]byte(head), 8)
	for i := range n {
		const entries = 9
		at := uint32(len(b))
		behind := at + 2 + 12*entries + 4
		b = order.AppendUint16(b, entries)
		entry := func(tag, kind uint16, v uint32) {
			b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, tag), kind), 1)
			if kind == 3 {
				b = order.AppendUint16(order.AppendUint16(b, uint16(v)), 0)
			} else {
				b = order.AppendUint32(b, v)
			}
		}
		entry(256, 3, 2)        // width
		entry(257, 3, 1)        // height
		entry(258, 3, 8)        // bits
		entry(259, 3, 1)        // not compressed
		entry(262, 3, 1)        // black is 0
		entry(273, 4, behind+8) // the pixels
		entry(278, 3, 1)
		entry(279, 4, 2)
		entry(282, 5, behind)
		next := uint32(0)
		if i < n-1 {
			next = behind + 10
		}
		b = order.AppendUint32(b, next)
		b = order.AppendUint32(order.AppendUint32(b, 600), 2)
		b = append(b, byte(i+1), byte(i+1))
	}
	return b
}

// TestPicture: each page of a file is a PNG of its own pixels, as large in print as the
// file says.
func TestPicture(t *testing.T) {
	for head, order := range map[string]binary.AppendByteOrder{"II*\x00": binary.LittleEndian, "MM\x00*": binary.BigEndian} {
		data := pages(3, order, head)
		if !scan.Is(data) || len(scan.Pages(data)) != 3 || scan.Pixels(data) != 2 {
			t.Fatalf("%q: %d pages, %d pixels", head, len(scan.Pages(data)), scan.Pixels(data))
		}
		before := bytes.Clone(data)
		for page := 1; page <= 3; page++ {
			made, err := scan.Picture(data, page, 100)
			if err != nil {
				t.Fatal(err)
			}
			m, err := png.Decode(bytes.NewReader(made))
			if err != nil {
				t.Fatal(err)
			}
			if gray, ok := m.(*image.Gray); !ok || gray.Pix[1] != byte(page) {
				t.Errorf("%q: page %d is %v", head, page, m)
			}
			if want := []byte("\x00\x00\x00\x09pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01"); !bytes.Contains(made, want) {
				t.Errorf("%q: page %d has not 300 pixels an inch", head, page)
			}
		}
		if !bytes.Equal(before, data) {
			t.Errorf("%q: the file was written to", head)
		}
	}
}

// TestRefused: what cannot be shown is said.
func TestRefused(t *testing.T) {
	data := pages(1, binary.LittleEndian, "II*\x00")
	for what, c := range map[string]struct {
		data []byte
		page int
		most int64
	}{
		"has no page 2":             {data, 2, 100},
		"has 2 pixels, more than 1": {data, 1, 1},
		"has no page 0":             {data, 0, 100},
		"has no page 1":             {data[:8], 1, 100},
		"cannot be read: EOF":       {data[:len(data)-1], 1, 100},
	} {
		if _, err := scan.Picture(c.data, c.page, c.most); err == nil || err.Error() != what {
			t.Errorf("%v, want %s", err, what)
		}
	}
}

// TestNamed: the page of a file is the fragment of its name.
func TestNamed(t *testing.T) {
	for name, want := range map[string]int{"a.tif": 1, "a.tif#page=3": 3} {
		if file, page := scan.Named(name); file != "a.tif" || page != want {
			t.Errorf("%s: %s, %d", name, file, page)
		}
	}
	for _, name := range []string{"a.tif#page=", "a.tif#page=0", "a.tif#page=x"} {
		if _, page := scan.Named(name); page != 0 {
			t.Errorf("%s names a page", name)
		}
	}
}

// FuzzPicture: no file harms the program, or makes it take more than is allowed.
func FuzzPicture(f *testing.F) {
	f.Add(pages(2, binary.LittleEndian, "II*\x00"), 1)
	f.Add(pages(1, binary.BigEndian, "MM\x00*"), 1)
	f.Fuzz(func(t *testing.T, data []byte, page int) {
		if len(data) < 8 || !scan.Is(data) || page < 1 {
			return
		}
		if made, err := scan.Picture(data, page, 1<<16); err == nil {
			if c, err := png.DecodeConfig(bytes.NewReader(made)); err != nil || c.Width*c.Height > 1<<16 {
				t.Errorf("%v, %d × %d", err, c.Width, c.Height)
			}
		}
	})
}
