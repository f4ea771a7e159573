//go:build ignore

// Genimages draws the images of the specimen book: a pattern whose ground is
// clear, dunes that stand for a photograph, and a star for running text. The
// drawing book.svg beside them is written by hand.
package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
)

const folder = "specimen/images"

func main() {
	write("pattern.png", withDensity(encoded(pattern(720, 176, 80)), 200))
	write("star.png", encoded(pattern(192, 192, 94)))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, dunes(900, 560), &jpeg.Options{Quality: 62}); err != nil {
		log.Fatal(err)
	}
	write("dunes.jpg", b.Bytes())
}

func write(name string, data []byte) {
	if len(data) > 20<<10 {
		log.Fatalf("%s has %d bytes", name, len(data))
	}
	if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
		log.Fatal(err)
	}
}

func encoded(m image.Image) []byte {
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m); err != nil {
		log.Fatal(err)
	}
	return b.Bytes()
}

// withDensity puts a pHYs chunk behind a PNG's header (PNG 1.2, 4.2.4.2).
func withDensity(file []byte, dpi float64) []byte {
	const head = 8 + 12 + 13
	perMetre := uint32(math.Round(dpi / 0.0254))
	chunk := []byte("pHYs")
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1)
	out := append([]byte{}, file[:head]...)
	out = binary.BigEndian.AppendUint32(out, 9)
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
	return append(out, file[head:]...)
}

// pattern is eight-pointed stars, each of two squares laid crosswise, in a few
// colours on a clear ground. radius is that of a star, in pixels.
func pattern(width, height, radius int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	r := float64(radius)
	step := 3 * r
	if float64(width) < step {
		step = float64(width)
	}
	for y := range height {
		for x := range width {
			dx := math.Mod(float64(x)+0.5, step) - step/2
			dy := math.Mod(float64(y)+0.5+2*step-float64(height)/2+step/2, step) - step/2
			m.SetNRGBA(x, y, star(dx, dy, r))
		}
	}
	return m
}

// star is the colour at a place beside the middle of a star. Its levels are
// few, so that the file is small.
func star(dx, dy, r float64) color.NRGBA {
	square := math.Max(math.Abs(dx), math.Abs(dy)) * math.Sqrt2
	lozenge := math.Abs(dx) + math.Abs(dy)
	edge := math.Min(square, lozenge) // inside where it is below r
	cover := math.Max(0, math.Min(1, r-edge))
	c := color.NRGBA{0x1F, 0x5A, 0x66, uint8(math.Round(cover*5) * 51)}
	switch inner := math.Max(square, lozenge); {
	case math.Hypot(dx, dy) < 0.28*r:
		c.R, c.G, c.B = 0xC8, 0x8A, 0x2B
	case inner < 0.72*r:
		c.R, c.G, c.B = 0x3E, 0x8E, 0x8A
	}
	return c
}

// dunes is a sky that pales towards the horizon, and three ridges of sand.
func dunes(width, height int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		u := float64(x) / float64(width)
		ridges := [3]float64{
			0.52 + 0.06*math.Sin(5*u+1) + 0.02*math.Sin(13*u),
			0.66 + 0.08*math.Sin(4*u+3.4),
			0.82 + 0.09*math.Sin(3*u+0.3),
		}
		for y := range height {
			v := float64(y) / float64(height)
			m.Set(x, y, duneColor(u, v, ridges))
		}
	}
	return m
}

func duneColor(u, v float64, ridges [3]float64) color.Color {
	c := mix([3]float64{96, 148, 190}, [3]float64{246, 226, 196}, v/0.55)
	if d := math.Hypot(u-0.7, (v-0.3)*0.62); d < 0.2 {
		c = mix([3]float64{255, 244, 214}, c, math.Max(0, (d-0.045)/0.155))
	}
	near := [3][3]float64{{214, 170, 120}, {190, 134, 84}, {140, 90, 56}}
	for i, ridge := range ridges {
		if v > ridge {
			c = mix(near[i], [3]float64{90, 58, 44}, (v-ridge)*2.2)
		}
	}
	return color.RGBA{uint8(c[0]), uint8(c[1]), uint8(c[2]), 0xFF}
}

func mix(a, b [3]float64, t float64) (c [3]float64) {
	t = math.Max(0, math.Min(1, t))
	for i := range c {
		c[i] = a[i] + (b[i]-a[i])*t
	}
	return c
}
