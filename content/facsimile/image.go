package facsimile

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"io"

	"golang.org/x/image/ccitt"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// picture is an image as it is read (ISO 32000-1, 8.9).
type picture struct {
	width, height, bits int
	space               *space
	decode              []float64
	data                []byte
	packed              *object.Rest // what it is still packed by
}

// coded is a picture as it lies in the drawing.
type coded struct {
	media         string
	file          []byte
	width, height int
}

// room tells whether pixels that come to so many bytes may still be read: those of a page
// are twice as many as the pixels of a picture at most.
func (in *painter) room(bytes int64) bool {
	if in.decoded+bytes > 2*in.pixels {
		in.leave("a picture of very many pixels")
		return false
	}
	in.decoded += bytes
	return true
}

// deep is how many bytes each pixel of a picture comes to.
func (p *picture) deep() int64 {
	if p.space != nil && p.space.n == 1 && p.bits <= 8 {
		return 1
	}
	return 4
}

// isWhole tells whether a picture has half of its samples at least.
func (p *picture) isWhole() bool {
	return (int64(p.width)*int64(p.space.n)*int64(p.bits)+7)/8*int64(p.height) <= 2*int64(len(p.data))
}

// allowed tells whether a picture of samples may be read, and names one that may not.
func (in *painter) allowed(p *picture) bool {
	if !p.isWhole() {
		in.leave("a picture of which less than half is there")
		return false
	}
	pixels := int64(p.width) * int64(p.height)
	if !in.room(pixels * p.deep()) {
		return false
	}
	in.work(int(pixels))
	return true
}

// pictureWork is what it costs to pack a picture, however small.
const pictureWork = 10_000

// image draws an image.
func (in *painter) image(s *object.Stream) {
	f, d := in.file, in.full(s.Dict)
	p := picture{width: f.Int(d["Width"], 0), height: f.Int(d["Height"], 0), bits: f.Int(d["BitsPerComponent"], 8), decode: f.Numbers(d["Decode"])}
	if p.width <= 0 || p.height <= 0 || in.state.nothing || in.unseen > 0 {
		return
	}
	if p.width > 1<<20 || p.height > 1<<20 || int64(p.width)*int64(p.height) > in.pixels {
		in.leave("a picture of very many pixels")
		return
	}
	if f.Bool(d["ImageMask"]) { // whose ink may be another each time
		if in.open(&p, s, d) {
			in.mold(&p)
		}
		return
	}
	made, known := in.pictures[s]
	if !known {
		made = in.code(&p, s, d)
		in.pictures[s] = made // what cannot be read too, so that it is tried once
	}
	if made.file != nil {
		in.place(&made, f.Bool(d["Interpolate"]))
	}
}

// open reads what a picture is packed by, but for JPEG; false where it cannot be.
func (in *painter) open(p *picture, s *object.Stream, d object.Dict) bool {
	in.work(pictureWork)
	p.data, p.packed = in.file.Decode(&object.Stream{Dict: d, Raw: s.Raw})
	return in.unpack(p)
}

// code makes a picture a file that a drawing may hold: a JPEG that shows what is meant as it
// is, anything else as a PNG. Without a file it is one that is left out, which is named.
func (in *painter) code(p *picture, s *object.Stream, d object.Dict) (made coded) {
	if !in.open(p, s, d) {
		return coded{}
	}
	if p.packed != nil {
		if d["ColorSpace"] != nil {
			p.space = in.spaceOf(d["ColorSpace"], 0)
		}
		made.media, made.file = in.photograph(p, d)
	} else {
		p.space = in.spaceOf(d["ColorSpace"], 0)
		if !in.allowed(p) {
			return coded{}
		}
		made.media, made.file = "image/png", encoded(in.masked(p.samples(), d, p))
	}
	made.width, made.height = p.width, p.height
	return made
}

// keys that inline images shorten (ISO 32000-1, table 93).
var longKeys = map[object.Name]object.Name{"W": "Width", "H": "Height", "BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "IM": "ImageMask", "I": "Interpolate",
	"F": "Filter", "DP": "DecodeParms"}

func (in *painter) full(d object.Dict) object.Dict {
	if d["Width"] != nil || d["W"] == nil {
		return d
	}
	out := object.Dict{}
	for k, v := range d {
		if long, ok := longKeys[k]; ok {
			k = long
		}
		out[k] = v
	}
	return out
}

// inline reads an image that lies among the operators (ISO 32000-1, 8.9.7).
func (in *painter) inline(l *object.Lexer) {
	d := object.Dict{}
	for {
		k, ok := l.Next()
		if k == object.Operator("ID") || !ok {
			break
		}
		name, isName := k.(object.Name)
		v, _ := l.Next()
		if v == object.Operator("ID") {
			break
		}
		if isName {
			d[name] = v
		}
	}
	l.At = min(l.At+1, len(l.Data))
	rest := l.Data[l.At:]
	end := in.ends(rest, in.full(d))
	l.At += min(end+2, len(rest))
	if raw := rest[:end]; d["W"] != nil || d["Width"] != nil {
		in.image(&object.Stream{Dict: d, Raw: raw})
	}
}

// ends is where the bytes of an image end: before the word EI.
func (in *painter) ends(b []byte, d object.Dict) int {
	from := 0
	if d["Filter"] == nil {
		n, bits := 1, in.file.Int(d["BitsPerComponent"], 1)
		if !in.file.Bool(d["ImageMask"]) {
			n = in.spaceOf(d["ColorSpace"], 0).n
		}
		if size := (in.file.Int(d["Width"], 0)*n*bits + 7) / 8 * in.file.Int(d["Height"], 0); size >= 0 && size <= len(b) {
			from = size
		}
	}
	blank := func(i int) bool { return i < 0 || i >= len(b) || bytes.IndexByte([]byte(" \n\r\t\x00\f"), b[i]) >= 0 }
	for at := from; ; {
		next := bytes.Index(b[at:], []byte("EI"))
		if next < 0 {
			return len(b)
		}
		at += next
		if (at == from || blank(at-1)) && blank(at+2) && plain(b[at+2:min(len(b), at+12)]) {
			return at
		}
		at += 2
	}
}

// plain tells bytes that operators may be.
func plain(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 || c < ' ' && bytes.IndexByte([]byte(" \n\r\t\x00\f"), c) < 0 {
			return false
		}
	}
	return true
}

// unpack unpacks what only pictures are packed by, but for JPEG; false where it cannot be.
func (in *painter) unpack(p *picture) bool {
	if p.packed == nil {
		return true
	}
	switch p.packed.Filter {
	case "DCTDecode":
		return true
	case "CCITTFaxDecode":
		return in.unpackFax(p)
	case "JPXDecode":
		in.leave("a picture packed as JPEG 2000")
	case "JBIG2Decode":
		in.leave("a picture packed as JBIG2")
	default:
		in.leave("a picture packed as " + short(string(p.packed.Filter)))
	}
	return false
}

// unpackFax unpacks a picture of two colours (ISO 32000-1, 7.4.6); false for one that is
// left, which is named.
func (in *painter) unpackFax(p *picture) bool {
	f, parms := in.file, p.packed.Parms
	k := f.Number(parms["K"], 0)
	mode := ccitt.Group3
	if k < 0 {
		mode = ccitt.Group4
	}
	if f.Int(parms["Columns"], 1728) != p.width || k > 0 {
		in.leave("a picture packed as a fax")
		return false
	}
	if in.work(p.width * p.height / 4); in.tooMuch {
		return false
	}
	r := ccitt.NewReader(bytes.NewReader(p.data), ccitt.MSB, mode, p.width, p.height,
		&ccitt.Options{Align: f.Bool(parms["EncodedByteAlign"]), Invert: f.Bool(parms["BlackIs1"])})
	p.data, _ = io.ReadAll(r)
	p.packed = nil
	return true
}

// usual tells a way of decoding that is none, or the other way round.
func usual(decode []float64, turned bool) bool {
	for i, v := range decode {
		if v != truth((i%2 == 1) != turned) {
			return false
		}
	}
	return len(decode) > 0 || !turned
}

// place draws a file of pixels in the square of 1 of the plane in hand.
func (in *painter) place(p *coded, smooth bool) {
	s := &in.state
	m := glyph.Matrix{1 / float64(p.width), 0, 0, -1 / float64(p.height), 0, 1}.Then(s.ctm)
	attrs := ""
	if s.fillAlpha < 1 {
		attrs = ` opacity="` + num(s.fillAlpha, 3) + `"`
	}
	style := ""
	if k, _ := similar(m); !smooth && k > 2 { // each pixel is seen as a square
		style = "image-rendering:pixelated"
	}
	if s.blend != "" {
		style += ";mix-blend-mode:" + s.blend
	}
	if style != "" {
		attrs += ` style="` + style + `"`
	}
	size := ` width="` + num(float64(p.width), 0) + `" height="` + num(float64(p.height), 0) + `"`
	in.put("<image" + size + ` preserveAspectRatio="none"` + transform(m) + attrs +
		` xlink:href="data:` + p.media + ";base64," + base64.StdEncoding.EncodeToString(p.file) + `"/>`)
}

// mold draws a picture of which the ink in hand is seen where it has samples of 0.
func (in *painter) mold(p *picture) {
	s := &in.state
	if s.fill.patterned() {
		in.leave("a picture that is filled with a pattern")
		return
	}
	p.space, p.bits = gray, 1
	if !in.allowed(p) {
		return
	}
	c := s.fill.color()
	ink := color.NRGBA{R: byte(255*c[0] + 0.5), G: byte(255*c[1] + 0.5), B: byte(255*c[2] + 0.5), A: 255}
	m := image.NewPaletted(image.Rect(0, 0, p.width, p.height), color.Palette{color.NRGBA{}, ink})
	zero := truth(len(p.decode) < 2 || p.decode[0] == 0) // the sample 0 is seen
	row := (p.width + 7) / 8
	for y := range p.height {
		for x := range p.width {
			if at := y*row + x/8; at < len(p.data) && (p.data[at]>>(7-x%8)&1 == 0) == (zero == 1) {
				m.Pix[y*m.Stride+x] = 1
			}
		}
	}
	in.place(&coded{"image/png", encoded(m), p.width, p.height}, false)
}

func encoded(m image.Image) []byte {
	if m == nil {
		return nil
	}
	var b bytes.Buffer
	if png.Encode(&b, m) != nil {
		return nil
	}
	return b.Bytes()
}
