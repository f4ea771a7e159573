package pdf_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/zlib"

	"warraq/content/book"
	"warraq/layout/display"
	"warraq/layout/pdf"
	"warraq/layout/picture"
)

// spotted is an image whose pixels differ, clear in part if so asked.
func spotted(w, h int, clear bool) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		c := color.NRGBA{uint8(7 * i), uint8(31 * i), uint8(255 - 3*i), 0xFF}
		if clear {
			c.A = uint8(13 * i)
		}
		m.SetNRGBA(i%w, i/w, c)
	}
	return m
}

func pngOf(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// illustrated is a book with images of several kinds, some more than once.
func illustrated(t *testing.T) (p print, sources map[string]image.Image) {
	t.Helper()
	palette := image.NewPaletted(image.Rect(0, 0, 9, 5), color.Palette{color.NRGBA{1, 2, 3, 0xFF}, color.NRGBA{200, 100, 0, 0xFF}, color.NRGBA{0, 0, 0xFF, 0xFF}})
	gray := image.NewGray16(image.Rect(0, 0, 6, 7))
	for i := range palette.Pix {
		palette.Pix[i] = uint8(i % 3)
	}
	for i := range gray.Pix {
		gray.Pix[i] = uint8(11 * i)
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, spotted(16, 16, false), nil); err != nil {
		t.Fatal(err)
	}
	decoded, err := jpeg.Decode(bytes.NewReader(photo.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	sources = map[string]image.Image{"rgb.png": spotted(20, 10, false), "clear.png": spotted(8, 8, true), "palette.png": palette, "gray.png": gray, "photo.jpg": decoded}
	folder := fstest.MapFS{"photo.jpg": {Data: photo.Bytes()}}
	for name, m := range sources {
		if strings.HasSuffix(name, ".png") {
			folder[name] = &fstest.MapFile{Data: pngOf(m)}
		}
	}
	folder["a.md"] = &fstest.MapFile{Data: []byte("# صور\n\n![أ](rgb.png \"تعليق\")\n\nكلمة ![ب](rgb.png) ثم ![ج](clear.png).\n\n" +
		"![د](palette.png){width=3cm}\n\n![ه](gray.png)\n\n![و](photo.jpg)\n\n# ثان\n\n![ز](clear.png){height=50%}\n")}
	doc, _, err := book.Read(folder, "a.md", book.Options{Title: "ك"})
	if err != nil {
		t.Fatal(err)
	}
	return lay(t, doc), sources
}

// TestImages: each image of the pages is drawn in its rectangle, once an asset,
// with the pixels of its source.
func TestImages(t *testing.T) {
	p, sources := illustrated(t)
	d := read(t, p.file)
	objects := d.dict(d.dict(d.pages[0]["Resources"])["XObject"])
	if len(objects) != len(sources) {
		t.Errorf("%d images, want %d", len(objects), len(sources))
	}
	names := make(map[string]string) // of objects, by the asset
	drawn := 0
	for i, page := range p.book.Pages {
		placed := d.placed(i)
		for _, it := range page.Items {
			m, ok := it.(*display.Image)
			if !ok {
				continue
			}
			if len(placed) == 0 {
				t.Fatalf("%s is not drawn on page %d", m.Asset, i+1)
			}
			h := p.book.Style.Trim.H
			for k, want := range [6]float64{m.W, 0, 0, m.H, m.X, h - m.Y - m.H} {
				if got := placed[0].matrix[k].(float64); math.Abs(got-want) > 0.001 {
					t.Errorf("%s at %v, not at %s", m.Asset, placed[0].matrix, m.Rect)
				}
			}
			if known := names[m.Asset]; known != "" && known != placed[0].name {
				t.Errorf("%s is drawn as %s and %s", m.Asset, known, placed[0].name)
			}
			names[m.Asset] = placed[0].name
			placed = placed[1:]
			drawn++
		}
		if len(placed) > 0 {
			t.Errorf("page %d draws %d images more", i+1, len(placed))
		}
	}
	if drawn != 7 {
		t.Errorf("%d images drawn, want 7", drawn)
	}
	for asset, source := range sources {
		d.compare(asset, objects[names[asset]].(ref), source)
	}
}

// TestImageProfiles: colours that have a profile are by it, added once however many
// pictures have it; inks are by theirs on screen alone, and the file is of PDF/A then.
func TestImageProfiles(t *testing.T) {
	p, _ := illustrated(t)
	wide, inks := []byte("profile of colours"), []byte("profile of inks")
	for _, asset := range []string{"rgb.png", "clear.png", "palette.png"} {
		p.book.Pictures[asset].Color.Profile = wide
	}
	photo := &p.book.Pictures["photo.jpg"].Color
	photo.Space = picture.CMYK
	archival := []byte("<pdfaid:part>2</pdfaid:part>")
	if file := p.drawn(t); bytes.Contains(file, archival) {
		t.Error("inks without a profile are said to be of PDF/A")
	}
	photo.Profile = inks
	for of, c := range map[string]struct {
		file        []byte
		wide, inked int
	}{
		"screen": {p.drawn(t), 3, 1},
		"press":  {p.pressed(t, pdf.Press{}), 3, 0},
	} {
		d := read(t, c.file)
		streams := make(map[ref]int)
		seen := make(map[ref]bool)
		for _, page := range d.pages {
			for _, object := range d.dict(d.dict(page["Resources"])["XObject"]) {
				if at := object.(ref); seen[at] {
					continue
				} else {
					seen[at] = true
				}
				space, _ := d.dict(object)["ColorSpace"].([]any)
				if len(space) > 1 && space[0] == name("Indexed") {
					space, _ = space[1].([]any)
				}
				if len(space) == 2 && space[0] == name("ICCBased") {
					streams[space[1].(ref)]++
				}
			}
		}
		got := make(map[string]int)
		for at, n := range streams {
			got[string(d.streams[at])] += n
			if n := d.dict(at)["N"]; string(d.streams[at]) == string(inks) && n != 4.0 || string(d.streams[at]) == string(wide) && n != 3.0 {
				t.Errorf("%s: a profile of %v components", of, n)
			}
		}
		if got[string(wide)] != c.wide || got[string(inks)] != c.inked {
			t.Errorf("%s: pictures by profile %v", of, got)
		}
		if of == "screen" && (len(streams) != 2 || !bytes.Contains(c.file, archival)) {
			t.Errorf("%d profiles; PDF/A: %v", len(streams), bytes.Contains(c.file, archival))
		}
	}
}

// drawn is the file to read, made anew.
func (p *print) drawn(t testing.TB) []byte {
	t.Helper()
	draft, err := pdf.Draw(p.doc, p.book, pdf.Options{Producer: "warraq 1"})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := draft.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// placement is an image drawn on a page.
type placement struct {
	name   string
	matrix []any
}

// placed reads the images that a page draws.
func (d *document) placed(page int) (all []placement) {
	var matrix []any
	for op, stack := range d.operators(page) {
		switch op {
		case "cm":
			matrix = stack
		case "Do":
			all = append(all, placement{string(stack[0].(name)), matrix})
		}
	}
	return all
}

// compare compares an image object and its soft mask with what they were made
// of.
func (d *document) compare(asset string, object ref, want image.Image) {
	ink := d.pixels(object)
	var opacity image.Image
	if mask, ok := d.dict(object)["SMask"].(ref); ok {
		opacity = d.pixels(mask)
	}
	box := want.Bounds()
	if ink.Bounds().Size() != box.Size() {
		d.t.Errorf("%s is %v, want %v", asset, ink.Bounds(), box)
		return
	}
	for y := range box.Dy() {
		for x := range box.Dx() {
			w := want.At(x, y)
			c := ink.At(x, y)
			if m, ok := want.(*image.NRGBA); ok {
				n := m.NRGBAAt(x, y)
				if n.A < 0xFF && opacity == nil {
					d.t.Errorf("%s has no soft mask", asset)
					return
				}
				if opacity != nil && opacity.(*image.Gray).GrayAt(x, y).Y != n.A {
					d.t.Errorf("%s: opacity of %d,%d is not %d", asset, x, y, n.A)
					return
				}
				n.A = 0xFF
				w = n
			}
			if fmt.Sprint(c.RGBA()) != fmt.Sprint(w.RGBA()) {
				d.t.Errorf("%s: pixel %d,%d is %v, want %v", asset, x, y, c, w)
				return
			}
		}
	}
}

// pixels decodes an image object: a JPEG, or a PNG's rows, for which the
// header of a PNG is written anew.
func (d *document) pixels(object ref) image.Image {
	o := d.dict(object)
	if o["Subtype"] != name("Image") || o["Type"] != name("XObject") {
		d.t.Fatalf("%v is no image", o)
	}
	if o["Filter"] == name("DCTDecode") {
		m, err := jpeg.Decode(bytes.NewReader(d.streams[object]))
		if err != nil {
			d.t.Fatal(err)
		}
		return m
	}
	number := func(key string) int { return int(o[key].(float64)) }
	kind, colors, palette := byte(0), 1, ""
	switch space := o["ColorSpace"].(type) {
	case name:
		if space == "DeviceRGB" {
			kind, colors = 2, 3
		}
	case []any:
		kind, palette = 3, space[3].(string)
		if len(palette) != 3*(int(space[2].(float64))+1) {
			d.t.Errorf("a palette of %d bytes up to colour %v", len(palette), space[2])
		}
	}
	parms := o["DecodeParms"].(dict)
	if want := (dict{"Predictor": 15.0, "Colors": float64(colors), "BitsPerComponent": o["BitsPerComponent"], "Columns": o["Width"]}); fmt.Sprint(parms) != fmt.Sprint(want) {
		d.t.Errorf("parameters %v, want %v", parms, want)
	}
	file := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, body []byte) {
		file = binary.BigEndian.AppendUint32(file, uint32(len(body)))
		from := len(file)
		file = append(append(file, kind...), body...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
	}
	header := binary.BigEndian.AppendUint32(nil, uint32(number("Width")))
	chunk("IHDR", append(binary.BigEndian.AppendUint32(header, uint32(number("Height"))), byte(number("BitsPerComponent")), kind, 0, 0, 0))
	if palette != "" {
		chunk("PLTE", []byte(palette))
	}
	var rows bytes.Buffer
	z := zlib.NewWriter(&rows)
	_, _ = z.Write(d.streams[object])
	_ = z.Close()
	chunk("IDAT", rows.Bytes())
	chunk("IEND", nil)
	m, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		d.t.Fatal(err)
	}
	return m
}

// TestImagesSame: a file with images is the same whatever the workers.
func TestImagesSame(t *testing.T) {
	p, _ := illustrated(t)
	if !bytes.Equal(p.write(t, pdf.Options{Workers: 1}), p.write(t, pdf.Options{Workers: 5})) {
		t.Error("the files differ")
	}
}
