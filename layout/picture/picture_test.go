package picture_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"

	"warraq/layout/picture"
)

// spots is an image whose every pixel differs from its neighbours, with the
// opacities given to its pixels in turn.
func spots(w, h int, opacities ...uint8) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		a := uint8(0xFF)
		if len(opacities) > 0 {
			a = opacities[i%len(opacities)]
		}
		m.SetNRGBA(i%w, i/w, color.NRGBA{uint8(7 * i), uint8(31 * i), uint8(255 - 3*i), a})
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

// converted draws an image's pixels on another.
func converted[M interface {
	image.Image
	Set(x, y int, c color.Color)
}](from image.Image, to M) M {
	b := from.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			to.Set(x, y, from.At(x, y))
		}
	}
	return to
}

// chunk is a PNG chunk.
func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// with puts chunks behind a PNG's header.
func with(file []byte, chunks ...[]byte) []byte {
	const head = 8 + 12 + 13
	return append(append(bytes.Clone(file[:head]), bytes.Join(chunks, nil)...), file[head:]...)
}

// unpacked makes an image of a plane of rows, through a PNG of our own.
func unpacked(t *testing.T, p *picture.Plane) image.Image {
	t.Helper()
	kind := map[picture.Space]byte{picture.Gray: 0, picture.RGB: 2, picture.Indexed: 3}[p.Space]
	header := binary.BigEndian.AppendUint32(nil, uint32(p.Width))
	header = append(binary.BigEndian.AppendUint32(header, uint32(p.Height)), byte(p.Bits), kind, 0, 0, 0)
	file := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", header)...)
	if p.Space == picture.Indexed {
		file = append(file, chunk("PLTE", p.Palette)...)
	}
	file = append(append(file, chunk("IDAT", p.Data)...), chunk("IEND", nil)...)
	m, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestPNG: every kind of PNG keeps its pixels, and is taken in the space and
// depth told.
func TestPNG(t *testing.T) {
	box := image.Rect(0, 0, 13, 9)
	colors := spots(13, 9)
	palette := color.Palette{color.NRGBA{0xFF, 0, 0, 0xFF}, color.NRGBA{0, 0x80, 0, 0xFF}, color.NRGBA{0, 0, 0x40, 0xFF}}
	sheer := append(color.Palette{color.NRGBA{1, 2, 3, 0x55}}, palette...)
	many := make(color.Palette, 200)
	for i := range many {
		many[i] = color.NRGBA{uint8(i), uint8(255 - i), 9, 0xFF}
	}
	for _, c := range []struct {
		name  string
		image image.Image
		want  string
	}{
		{"rgb", converted(colors, image.NewRGBA(box)), "rgb 8"},
		{"rgb 16", converted(colors, image.NewRGBA64(box)), "rgb 16"},
		{"gray", converted(colors, image.NewGray(box)), "gray 8"},
		{"gray 16", converted(colors, image.NewGray16(box)), "gray 16"},
		{"palette of 3", converted(colors, image.NewPaletted(box, palette)), "indexed 2"},
		{"palette of 200", converted(colors, image.NewPaletted(box, many)), "indexed 8"},
		{"palette, clear", converted(spots(13, 9, 0xFF, 0, 0x55), image.NewPaletted(box, sheer)), "indexed 2 alpha"},
		{"rgb, clear", spots(13, 9, 0, 1, 0x80, 0xFF), "rgb 8 alpha"},
		{"rgb 16, clear", converted(spots(13, 9, 0, 1, 0x80, 0xFF), image.NewNRGBA64(box)), "rgb 16 alpha"},
		{"gray, clear", grays(13, 9), "gray 8 alpha"},
		{"one pixel", spots(1, 1), "rgb 8"},
	} {
		p, err := picture.Read(pngOf(c.image))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := kind(p); got != c.want {
			t.Errorf("%s is %s, want %s", c.name, got, c.want)
		}
		same(t, c.name, p, c.image)
	}
}

// grays is gray and clear in part.
func grays(w, h int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		v := uint8(5 * i)
		m.SetNRGBA(i%w, i/w, color.NRGBA{v, v, v, 255 - v})
	}
	return m
}

func kind(p *picture.Picture) string {
	s := fmt.Sprintf("%s %d", [...]string{"gray", "rgb", "cmyk", "indexed"}[p.Color.Space], p.Color.Bits)
	if p.Alpha != nil {
		s += " alpha"
	}
	return s
}

// same compares a picture's planes with an image, pixel by pixel, to one part
// in 256.
func same(t *testing.T, name string, p *picture.Picture, want image.Image) {
	t.Helper()
	box := want.Bounds()
	if p.Width != box.Dx() || p.Height != box.Dy() {
		t.Errorf("%s is %d×%d", name, p.Width, p.Height)
		return
	}
	ink, opacity := unpacked(t, &p.Color), image.Image(image.Opaque)
	if p.Alpha != nil {
		opacity = unpacked(t, p.Alpha)
	}
	for y := range box.Dy() {
		for x := range box.Dx() {
			c := color.NRGBA64Model.Convert(ink.At(x, y)).(color.NRGBA64)
			if p.Alpha != nil {
				c.A = color.Gray16Model.Convert(opacity.At(x, y)).(color.Gray16).Y
			}
			if w := want.At(box.Min.X+x, box.Min.Y+y); !near(c, w) {
				t.Errorf("%s: pixel %d,%d is %v, want %v", name, x, y, c, w)
				return
			}
		}
	}
}

func near(a, b color.Color) bool {
	r, g, b1, a1 := a.RGBA()
	r2, g2, b2, a2 := b.RGBA()
	for _, d := range [...]uint32{r - r2, g - g2, b1 - b2, a1 - a2} {
		if d > 0x101 && -d > 0x101 {
			return false
		}
	}
	return true
}

// TestPNGKept: the rows of a PNG that PDF can read are those of the file.
func TestPNGKept(t *testing.T) {
	file := pngOf(converted(spots(40, 30), image.NewRGBA(image.Rect(0, 0, 40, 30))))
	p, err := picture.Read(file)
	if err != nil || !bytes.Contains(file, p.Color.Data) || len(p.Color.Data) < len(file)/2 {
		t.Errorf("%v, %d bytes of %d", err, len(p.Color.Data), len(file))
	}
}

// TestPNGTransparentColor: a colour that a PNG calls clear is (tRNS).
func TestPNGTransparentColor(t *testing.T) {
	m := converted(spots(5, 5), image.NewRGBA(image.Rect(0, 0, 5, 5)))
	c := m.RGBAAt(2, 2)
	p, err := picture.Read(with(pngOf(m), chunk("tRNS", []byte{0, c.R, 0, c.G, 0, c.B})))
	if err != nil {
		t.Fatal(err)
	}
	want := converted(m, image.NewNRGBA(m.Rect))
	want.SetNRGBA(2, 2, color.NRGBA{c.R, c.G, c.B, 0})
	same(t, "tRNS", p, want)
}

// TestGIF: the first frame, its palette kept.
func TestGIF(t *testing.T) {
	frame := image.NewPaletted(image.Rect(0, 0, 4, 3), color.Palette{color.NRGBA{}, color.NRGBA{9, 200, 30, 0xFF}, color.NRGBA{1, 2, 3, 0xFF}})
	for i := range frame.Pix {
		frame.Pix[i] = uint8(i % 3)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Read(b.Bytes())
	if err != nil || kind(p) != "indexed 2 alpha" {
		t.Fatalf("%v, %v", p, err)
	}
	same(t, "gif", p, frame)
}

// TestWebP: the colours of a lossy WebP are those that went into it: 200, 30,
// 60, in the second file half clear (cwebp -q 90).
func TestWebP(t *testing.T) {
	const pixels = "56503820" + "2e0000009001009d012a1000100000c01225a00274ba00039800fef8b517fdc6b6d23a65ffedf0fffb8f2ffedf0fff6ec800"
	for file, want := range map[string]string{
		"524946463a00000057454250" + pixels: "rgb 8",
		"524946465e00000057454250565038580a000000100000000f00000f0000414c50480a000000010750c088084444ff03" + pixels: "rgb 8 alpha",
	} {
		data, err := hex.DecodeString(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := picture.Read(data)
		if err != nil || kind(p) != want || p.Width != 16 || p.Height != 16 {
			t.Errorf("%v, %v, want %s", p, err, want)
			continue
		}
		r, g, b, _ := unpacked(t, &p.Color).At(5, 5).RGBA()
		if r>>8 != 200 || g>>8 != 29 || b>>8 != 60 {
			t.Errorf("%s: colour %d, %d, %d", want, r>>8, g>>8, b>>8)
		}
		if p.Alpha != nil && unpacked(t, p.Alpha).(*image.Gray).GrayAt(5, 5).Y != 0x80 {
			t.Errorf("opacity %v", unpacked(t, p.Alpha).At(5, 5))
		}
	}
}

// TestJPEG: a JPEG is kept whole, up to its last marker.
func TestJPEG(t *testing.T) {
	for _, c := range []struct {
		image image.Image
		want  string
	}{
		{spots(20, 10), "rgb 8"},
		{converted(spots(20, 10), image.NewGray(image.Rect(0, 0, 20, 10))), "gray 8"},
	} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, c.image, nil); err != nil {
			t.Fatal(err)
		}
		p, err := picture.Read(append(bytes.Clone(b.Bytes()), "trailing"...))
		if err != nil {
			t.Fatal(err)
		}
		if kind(p) != c.want || p.Color.Coding != picture.DCT || !bytes.Equal(p.Color.Data, b.Bytes()) || p.Width != 20 || p.Height != 10 {
			t.Errorf("%s %+v, want %s", kind(p), p, c.want)
		}
	}
}

// segment is a segment of a JPEG.
func segment(mark byte, body string) string {
	return string([]byte{0xFF, mark, byte((len(body) + 2) >> 8), byte(len(body) + 2)}) + body
}

// jpegOf is a JPEG of 20×10 pixels as far as its segments tell.
func jpegOf(components int, more ...string) []byte {
	frame := "\x08\x00\x0A\x00\x14" + string(rune(components))
	for i := range components {
		frame += string(rune(i+1)) + "\x11\x00"
	}
	return []byte("\xFF\xD8" + strings.Join(more, "") + segment(0xC0, frame) + segment(0xDA, "\x00") + "\x12\xFF\x00\x34\xFF\xD0\x56\xFF\xD9")
}

// TestJPEGSegments: what a file says of its density, direction and inks.
func TestJPEGSegments(t *testing.T) {
	jfif := func(unit byte, x uint16) string {
		return segment(0xE0, "JFIF\x00\x01\x02"+string([]byte{unit, byte(x >> 8), byte(x), byte(x >> 8), byte(x), 0, 0}))
	}
	adobe := func(transform string) string { return segment(0xEE, "Adobe\x00\x64\x00\x00\x00\x00"+transform) }
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", jpegOf(3), "rgb 8 20×10 at 0"},
		{"JFIF in inches", jpegOf(1, jfif(1, 300)), "gray 8 20×10 at 300"},
		{"JFIF in centimetres", jpegOf(3, jfif(2, 100)), "rgb 8 20×10 at 254"},
		{"JFIF without a unit", jpegOf(3, jfif(0, 1)), "rgb 8 20×10 at 0"},
		{"Exif before JFIF", jpegOf(3, jfif(1, 72), segment(0xE1, tiff(binary.BigEndian, 6, 300, 2))), "rgb 8 10×20 at 300 turn 6"},
		{"Exif, little end first", jpegOf(3, segment(0xE1, tiff(binary.LittleEndian, 3, 200, 3))), "rgb 8 20×10 at 508 turn 3"},
		{"Exif of nonsense", jpegOf(3, segment(0xE1, tiff(binary.LittleEndian, 77, 200, 1))), "rgb 8 20×10 at 0"},
		{"CMYK", jpegOf(4), "cmyk 8 20×10 at 0"},
		{"CMYK of Adobe", jpegOf(4, adobe("\x02")), "cmyk 8 20×10 at 0 inverted"},
		{"RGB of Adobe", jpegOf(3, adobe("\x00")), "rgb 8 20×10 at 0 plain"},
		{"YCbCr of Adobe", jpegOf(3, adobe("\x01")), "rgb 8 20×10 at 0"},
	} {
		p, err := picture.Read(c.file)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := fmt.Sprintf("%s %d×%d at %.0f", kind(p), p.Width, p.Height, p.DPI)
		if p.Turn != 1 {
			got += fmt.Sprintf(" turn %d", p.Turn)
		}
		if p.Color.Inverted {
			got += " inverted"
		}
		if p.Color.PlainRGB {
			got += " plain"
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// tiff is an Exif segment with an orientation, a resolution and its unit.
func tiff(order interface {
	binary.ByteOrder
	binary.AppendByteOrder
}, turn uint16, dpi, unit uint16) string {
	b := []byte("Exif\x00\x00")
	if order.Uint16([]byte{1, 0}) == 1 {
		b = append(b, "II"...)
	} else {
		b = append(b, "MM"...)
	}
	b = order.AppendUint32(order.AppendUint16(b, 42), 8)
	b = order.AppendUint16(b, 3)
	short := func(tag, value uint16) {
		b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, tag), 3), 1)
		b = order.AppendUint16(order.AppendUint16(b, value), 0)
	}
	short(0x0112, turn)
	b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, 0x011A), 5), 1)
	b = order.AppendUint32(b, 8+2+3*12+4)
	short(0x0128, unit)
	b = order.AppendUint32(b, 0)
	return string(order.AppendUint32(order.AppendUint32(b, uint32(dpi)), 1))
}

// TestDensity of a PNG (pHYs).
func TestDensity(t *testing.T) {
	metre := func(unit byte) []byte {
		b := binary.BigEndian.AppendUint32(nil, 11811)
		return chunk("pHYs", append(binary.BigEndian.AppendUint32(b, 11811), unit))
	}
	for unit, want := range map[byte]float64{0: 0, 1: 300} {
		p, err := picture.Read(with(pngOf(spots(2, 2)), metre(unit)))
		if err != nil || p.DPI < want-0.1 || p.DPI > want+0.1 {
			t.Errorf("unit %d: %v, %v", unit, p, err)
		}
	}
}

// TestBroken: what is broken is an error that says how.
func TestBroken(t *testing.T) {
	whole := pngOf(spots(30, 30))
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = io.WriteString(w, strings.Repeat("\x09", 31*91)) // no such filter
	_ = w.Close()
	header := func(w, h uint32, rest string) []byte {
		return chunk("IHDR", append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h), rest...))
	}
	file := func(chunks ...[]byte) []byte {
		return append([]byte("\x89PNG\r\n\x1a\n"), bytes.Join(append(chunks, chunk("IEND", nil)), nil)...)
	}
	rgb := "\x08\x02\x00\x00\x00"
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "neither"},
		{"text", []byte("no image"), "neither"},
		{"a drawing", []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "neither how large"},
		{"a PNG's signature", whole[:8], "cut short"},
		{"half a PNG", whole[:len(whole)/2], "cut short"},
		{"a PNG without its end", whole[:len(whole)-12], "cut short"},
		{"a bit turned", bytes.Replace(whole, []byte("IDAT"), []byte("IDAU"), 1), "checksum"},
		{"no pixels", file(header(0, 5, rgb)), "no pixels"},
		{"no rows", file(header(30, 30, rgb)), "broken"},
		{"too large", file(header(40000, 40000, rgb)), "too large"},
		{"much too large", file(header(0xFFFFFFFF, 0xFFFFFFFF, rgb)), "too large"},
		{"unknown depth", file(header(30, 30, "\x03\x02\x00\x00\x00")), "header"},
		{"no header", file(chunk("IDAT", nil)), "header"},
		{"two headers", file(header(1, 1, rgb), header(1, 1, rgb)), "header"},
		{"no palette", file(header(30, 30, "\x08\x03\x00\x00\x00"), chunk("IDAT", z.Bytes())), "palette"},
		{"a palette of 257", file(header(30, 30, "\x08\x03\x00\x00\x00"), chunk("PLTE", make([]byte, 3*257))), "palette"},
		{"no filter", file(header(30, 30, rgb), chunk("IDAT", z.Bytes())), "filter"},
		{"rows too few", file(header(30, 300, rgb), chunk("IDAT", z.Bytes()[:9])), "broken"},
		{"a JPEG's beginning", []byte("\xFF\xD8"), "cut short"},
		{"half a JPEG", jpegOf(3)[:30], "cut short"},
		{"a JPEG without its end", jpegOf(3)[:len(jpegOf(3))-2], "cut short"},
		{"a JPEG without a scan", []byte("\xFF\xD8\xFF\xD9"), "no pixels"},
		{"a scan without a frame", []byte("\xFF\xD8" + segment(0xDA, "") + "\xFF\xD9"), "header"},
		{"arithmetic coding", []byte("\xFF\xD8" + segment(0xC9, "") + "\xFF\xD9"), "arithmetic"},
		{"12 bits", []byte("\xFF\xD8" + segment(0xC1, "\x0C\x00\x0A\x00\x14\x01\x01\x11\x00") + "\xFF\xD9"), "8 bits"},
		{"two components", jpegOf(2), "neither gray"},
		{"no JPEG", []byte("\xFF\xD8text"), "broken"},
		{"a GIF's beginning", []byte("GIF89a"), "broken"},
		{"a WebP's beginning", []byte("RIFF\x00\x00\x00\x00WEBP"), "broken"},
	} {
		if p, err := picture.Read(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %v, want an error with %q", c.name, p, err, c.want)
		}
	}
}

// FuzzRead: no file makes reading panic, and what is read can be drawn.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(spots(3, 3)))
	f.Add(pngOf(spots(3, 3, 0, 0x80)))
	f.Add(jpegOf(3))
	f.Add(jpegOf(4, segment(0xE1, tiff(binary.BigEndian, 6, 300, 2))))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		p, err := picture.Read(file)
		if err != nil || p.Drawing != nil {
			return
		}
		if p.Width <= 0 || p.Height <= 0 || p.Width*p.Height > picture.MaxPixels || len(p.Color.Data) == 0 || p.Turn < 1 || p.Turn > 8 {
			t.Errorf("%+v", p)
		}
		if p.Color.Coding == picture.Rows && p.Width*p.Height < 1<<20 {
			unpacked(t, &p.Color)
		}
	})
}
