package facsimile_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/facsimile"
	"warraq/content/internal/golden"
)

// usual is how many pixels a picture may have in these tests.
const usual = 1 << 20

// TestPages draws the pages of testdata, whose files have no cross references, and so are
// looked through for their objects.
func TestPages(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		d, err := facsimile.Page(files[0].Data, 1, usual)
		if err != nil {
			return err.Error() + "\n"
		}
		if err := wellFormed(d.SVG); err != nil {
			t.Errorf("%v\n%s", err, d.SVG)
		}
		out := string(d.SVG)
		for _, what := range d.Left {
			out += "left: " + what + "\n"
		}
		for _, name := range d.Faces {
			out += "face: " + name + "\n"
		}
		return out
	})
}

func wellFormed(svg []byte) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// written is a file of objects, the first of which is its catalogue, with a table of cross
// references.
func written(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// stream is an object with bytes.
func stream(entries string, data []byte) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// sheet is a file of one page of 100 by 100 points.
func sheet(contents, resources string, more ...string) []byte {
	return written(append([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [3 0 R] /Count 1 /MediaBox [0 0 100 100] >>",
		"<< /Type /Page /Contents 4 0 R /Resources << " + resources + " >> >>", stream("", []byte(contents))}, more...)...)
}

// TestErrors: what is wrong with a file or a page is said as a predicate.
func TestErrors(t *testing.T) {
	one := sheet("0 0 9 9 re f", "")
	for _, c := range []struct {
		data []byte
		page int
		want string
	}{
		{one, 2, "has no page 2"},
		{one, 0, "has no page 0"},
		{sheet(" ", ""), 1, "shows nothing on that page"},
		{[]byte("%PDF-1.4\nnothing else"), 1, "is no PDF that can be read"},
		{[]byte("none"), 1, "is no PDF that can be read"},
		{bytes.Replace(one, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt << /Filter /Standard >>"), 1), 1, "is encrypted"},
	} {
		if _, err := facsimile.Page(c.data, c.page, usual); err == nil || err.Error() != c.want {
			t.Errorf("%.20q: %v, want %s", c.data, err, c.want)
		}
	}
	if d, err := facsimile.Page(one, 1, usual); d.Pages != 1 || err != nil {
		t.Errorf("%d pages, %v", d.Pages, err)
	}
}

// TestBounds: what would never end, or fill a machine, ends soon.
func TestBounds(t *testing.T) {
	deep := strings.Repeat("[", 100_000)
	for name, data := range map[string][]byte{
		"itself": sheet("/F Do 0 0 1 1 re f", "/XObject << /F 5 0 R >>", stream("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>", []byte("/F Do /F Do /F Do 0 0 1 1 re f"))),
		"tiles": sheet("/Pattern cs /P scn 0 0 9 9 re f", "/Pattern << /P 5 0 R >>", stream("/PatternType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1 /Resources << /Pattern << /P 5 0 R >> >>",
			[]byte("/Pattern cs /P scn 0 0 9 9 re f /Pattern cs /P scn 0 0 9 9 re f"))),
		"deep":  sheet(deep+" 0 0 1 1 re f", ""),
		"wide":  sheet("/I Do 0 0 1 1 re f", "/XObject << /I 5 0 R >>", stream("/Subtype /Image /Width 1000000 /Height 1000000 /BitsPerComponent 8 /ColorSpace /DeviceGray", nil)),
		"links": written("<< /Pages 2 0 R >>", "3 0 R", "2 0 R"),
		"kids":  written("<< /Pages 2 0 R >>", "<< /Kids [2 0 R 2 0 R 3 0 R 3 0 R] >>", "<< /Kids [2 0 R 3 0 R] >>"),
		"saved": sheet(strings.Repeat("q ", 100_000)+"0 0 1 1 re f", ""),
		"clips": sheet(strings.Repeat("0 0 m 9 9 l 0 9 l W n 1 1 m 8 9 l 0 9 l h W n ", 1000)+"0 0 1 1 re f", ""),
	} {
		d, err := facsimile.Page(data, 1, usual)
		if err == nil && len(d.SVG) > 100_000 {
			t.Errorf("%s: %d bytes", name, len(d.SVG))
		}
	}
}

// TestSame: a page is drawn to the same bytes each time.
func TestSame(t *testing.T) {
	for _, seed := range golden.Seeds(t) {
		a, _ := facsimile.Page(seed, 1, usual)
		b, _ := facsimile.Page(seed, 1, usual)
		if !bytes.Equal(a.SVG, b.SVG) {
			t.Errorf("not the same twice:\n%s", seed)
		}
	}
}

// FuzzPage: whatever lies in a file, a page is drawn as XML or refused, and soon.
func FuzzPage(f *testing.F) {
	for _, seed := range golden.Seeds(f) {
		f.Add(seed)
	}
	f.Add(sheet("0 0 9 9 re f", ""))
	f.Add(lettered(f))
	f.Add([]byte("%PDF-1 00obj%"))
	f.Add([]byte("%PDF-1 1 0 obj(\\"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := facsimile.Drawn(data, 1, 1<<14) // what panics is not recovered
		if err != nil {
			return
		}
		if err := wellFormed(d.SVG); err != nil {
			t.Fatalf("%v\n%s", err, d.SVG)
		}
	})
}
