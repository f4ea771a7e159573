package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
)

// pictures are files of pixels.
func pictures() []input {
	one := func(name string, data func() string) input {
		return text("picture: "+name, is("# ف\n\n![وصف](p.png \"تعليق\")\n")).with("p.png", data)
	}
	many := func(name string, n int, data func() string) input {
		in := text(fmt.Sprintf("picture: %s × %d", name, n), func() string { return "# ف\n\n" + times(n, "![وصف](p%d.png)\n\n") })
		for i := range n {
			in.with(fmt.Sprintf("p%d.png", i), data)
		}
		return in
	}
	small := is(pngOf(8, 8))
	return []input{
		one("empty", is("")),
		one("one byte", is("\x89")),
		one("signature alone", is("\x89PNG\r\n\x1a\n")),
		one("PNG cut short", is(small()[:len(small())-30])),
		one("PNG with more behind it", is(small()+strings.Repeat("x", 1_000_000))),
		one("PNG of no width", is(pngHeader(0, 1))),
		one("PNG that claims 400 megapixels", is(pngHeader(20_000, 20_000))),
		one("PNG that claims a row of 2^30", is(pngHeader(1<<30, 1))),
		one("PNG of a row of a million", is(pngHeader(1_000_000, 1))),
		one("PNG of one colour, 90 megapixels", func() string { return pngOf(9_500, 9_500) }),
		one("PNG of one colour, 24 megapixels with alpha", func() string { return pngAlpha(6_000, 4_000) }),
		one("PNG of 16 bits, 20 megapixels", func() string { return pngDeep(5_000, 4_000) }),
		one("interlaced header", is(pngInterlaced(9_000, 9_000))),
		one("PNG of chunks", func() string { return pngChunks(200_000) }),
		one("PNG with a long text", func() string { return pngText(10_000_000) }),
		one("JPEG cut short", is(jpegOf(64, 64)[:200])),
		one("JPEG that claims 12000 by 12000", is(jpegClaim())),
		one("JPEG of segments", func() string { return jpegSegments(100_000) }),
		one("JPEG with more behind it", is(jpegOf(64, 64)+strings.Repeat("x", 1_000_000))),
		one("JPEG with a false orientation", is(jpegExif(99))),
		one("GIF cut short", is(gifOf(64, 64)[:40])),
		one("GIF that claims 12000 by 12000", is("GIF89a\xe0\x2e\xe0\x2e\x00\x00\x00\x2c\x00\x00\x00\x00\xe0\x2e\xe0\x2e\x00\x02\x00\x3b")),
		one("GIF of frames", func() string { return gifFrames(2_000) }),
		one("WebP that claims much", is(webpClaim())),
		one("WebP cut short", is("RIFF\x20\x00\x00\x00WEBPVP8L\x10\x00\x00\x00\x2f")),
		one("BMP", is("BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00")),
		one("text", is("this is no picture\n")),
		one("page of HTML", is("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>")),
		many("small", 300, small),
		many("of 9 megapixels", 12, func() string { return pngOf(3_000, 3_000) }),
		many("of 9 megapixels with alpha", 8, func() string { return pngAlpha(3_000, 3_000) }),
		many("of 9 megapixels with more than they may have together", 8, func() string { return pngAlpha(3_000, 3_000) }).limited("all-pixels=50M"),
		one("more pixels than it may have", small).limited("pixels=60"),
		book("picture: cover of more pixels than it may have", is(head+"cover: p.png\n")).with("p.png", small).limited("pixels=60"),
		many("broken", 300, is("\x89PNG\r\n\x1a\nbroken")),
		text("picture: one × 2000", func() string { return "# ف\n\n" + times(2_000, "![وصف](p.png)\n\n") }).with("p.png", small),
		text("picture: in text × 2000", func() string { return "# ف\n\n" + times(2_000, "نص ![وصف](p.png) نص ") }).with("p.png", small),
		text("picture: wide and low", is("# ف\n\n![وصف](p.png)\n")).with("p.png", func() string { return pngOf(60_000, 1) }),
		text("picture: high and narrow", is("# ف\n\n![وصف](p.png)\n")).with("p.png", func() string { return pngOf(1, 60_000) }),
		text("picture: sizes asked for", is("# ف\n\n![و](p.png){width=1e308mm}\n\n![و](p.png){width=0mm}\n\n![و](p.png){width=-1cm}\n\n![و](p.png){width=NaN}\n\n![و](p.png){height=99999999999cm}\n")).with("p.png", small),
		book("picture: cover that claims much", is(head+"cover: p.png\n")).with("p.png", is(pngHeader(20_000, 20_000))),
		book("picture: cover of 90 megapixels", is(head+"cover: p.png\n")).with("p.png", func() string { return pngOf(9_500, 9_500) }),
		book("picture: broken cover", is(head+"cover: p.png\n")).with("p.png", is("\x89PNG\r\n\x1a\nbroken")),
		text("picture: long description", func() string { return "# ف\n\n![" + times(100_000, "كلمة ") + "](p.png)\n" }).with("p.png", small),
		text("picture: long caption", func() string { return "# ف\n\n![و](p.png \"" + times(100_000, "كلمة ") + "\")\n" }).with("p.png", small),
	}
}

func pngOf(w, h int) string {
	var b bytes.Buffer
	png.Encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White}))
	return b.String()
}

func pngAlpha(w, h int) string {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := 3; i < len(m.Pix); i += 4 {
		m.Pix[i-1], m.Pix[i] = byte(i), byte(i>>10)
	}
	var b bytes.Buffer
	(&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, m)
	return b.String()
}

func pngDeep(w, h int) string {
	m := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for i := 0; i < len(m.Pix); i += 8 {
		m.Pix[i], m.Pix[i+6] = byte(i>>8), 0x80
	}
	var b bytes.Buffer
	(&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, m)
	return b.String()
}

// chunk is a chunk of a PNG.
func chunk(kind string, data []byte) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
}

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngHeader is a PNG that claims a size and holds nothing of it.
func pngHeader(w, h uint32) string { return pngClaim(w, h, 0) }

func pngInterlaced(w, h uint32) string { return pngClaim(w, h, 1) }

func pngClaim(w, h uint32, interlaced byte) string {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return pngSignature + chunk("IHDR", append(size, 8, 2, 0, 0, interlaced)) + chunk("IDAT", []byte{0x78, 0x9c, 1, 0, 0, 0xff, 0xff, 0, 0, 0, 1}) + chunk("IEND", nil)
}

// pngChunks is a small PNG whose header is followed by many empty chunks.
func pngChunks(n int) string {
	small := pngOf(8, 8)
	return small[:33] + strings.Repeat(chunk("teXt", nil), n) + small[33:]
}

func pngText(n int) string {
	small := pngOf(8, 8)
	return small[:33] + chunk("tEXt", append([]byte("Comment\x00"), bytes.Repeat([]byte("x"), n)...)) + small[33:]
}

func jpegOf(w, h int) string {
	var b bytes.Buffer
	jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, w, h)), nil)
	return b.String()
}

// jpegClaim is a JPEG whose frame claims to be large.
func jpegClaim() string {
	data := []byte(jpegOf(64, 64))
	at := bytes.Index(data, []byte{0xff, 0xc0})
	copy(data[at+5:], []byte{0x2e, 0xe0, 0x2e, 0xe0})
	return string(data)
}

func jpegSegments(n int) string {
	data := jpegOf(64, 64)
	return data[:2] + strings.Repeat("\xff\xe5\x00\x02", n) + data[2:]
}

// jpegExif is a JPEG with an orientation.
func jpegExif(turn byte) string {
	data := jpegOf(64, 64)
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string([]byte{turn}) + "\x00\x00\x00\x00\x00\x00"
	return data[:2] + "\xff\xe1" + string([]byte{0, byte(len(exif) + 2)}) + exif + data[2:]
}

func gifOf(w, h int) string {
	var b bytes.Buffer
	gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White}), nil)
	return b.String()
}

func gifFrames(n int) string {
	var g gif.GIF
	for range n {
		g.Image = append(g.Image, image.NewPaletted(image.Rect(0, 0, 16, 16), color.Palette{color.Black, color.White}))
		g.Delay = append(g.Delay, 1)
	}
	var b bytes.Buffer
	gif.EncodeAll(&b, &g)
	return b.String()
}

// webpClaim is the header of a WebP without loss that claims 16384 by 16384.
func webpClaim() string {
	return "RIFF\x1a\x00\x00\x00WEBPVP8L\x0e\x00\x00\x00\x2f\xff\xff\xff\x0f\x00\x00\x00\x00\x00\x00\x00\x00\x00"
}
