package facsimile

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"

	"warraq/content/facsimile/object"
)

// masked is a picture with how opaque each place of it is (ISO 32000-1, 8.9.6, 11.6.5.3).
func (in *painter) masked(m image.Image, d object.Dict, p *picture) image.Image {
	if m == nil {
		return nil
	}
	f := in.file
	soft, hard := f.Stream(d["SMask"]), f.Stream(d["Mask"])
	if keys := f.Numbers(d["Mask"]); soft == nil && len(keys) >= 2*p.space.n && len(keys) > 0 {
		return p.keyed(m, keys)
	}
	mask := soft
	if mask == nil {
		mask = hard
	}
	if mask == nil {
		return m
	}
	md := mask.Dict
	q := picture{width: f.Int(md["Width"], 0), height: f.Int(md["Height"], 0), bits: f.Int(md["BitsPerComponent"], 1), decode: f.Numbers(md["Decode"]), space: gray}
	if md["Matte"] != nil {
		in.leave("how a picture was mixed with the colour behind it (Matte)")
	}
	if !in.maskOf(mask, &q) {
		return m
	}
	opaque := q.samples()
	if opaque == nil {
		in.leave("a mask that cannot be read")
		return m
	}
	return in.behind(m, opaque, p, &q, soft == nil)
}

// behind is a picture, as fine as the finer of both, of which a mask lets through as much as
// it is light; a stencil where it is dark.
func (in *painter) behind(m, opaque image.Image, p, q *picture, stencil bool) image.Image {
	w, h := max(p.width, q.width), max(p.height, q.height)
	if int64(w)*int64(h) > in.pixels {
		w, h = p.width, p.height
	}
	out, own := m.(*image.NRGBA)
	if !own || w != p.width || h != p.height {
		if !in.room(4 * int64(w) * int64(h)) {
			return m
		}
		out = image.NewNRGBA(image.Rect(0, 0, w, h))
	}
	in.work(w * h)
	for y := range h {
		for x := range w {
			r, g, b, _ := m.At(x*p.width/w, y*p.height/h).RGBA()
			a, _, _, _ := opaque.At(x*q.width/w, y*q.height/h).RGBA()
			if stencil {
				a = 0xffff - a
			}
			out.SetNRGBA(x, y, color.NRGBA{byte(r >> 8), byte(g >> 8), byte(b >> 8), byte(a >> 8)})
		}
	}
	p.width, p.height = w, h
	return out
}

// maskOf reads the samples of a mask; false for one that is left, which is named.
func (in *painter) maskOf(s *object.Stream, q *picture) bool {
	if q.width <= 0 || q.height <= 0 || q.width > 1<<20 || q.height > 1<<20 || int64(q.width)*int64(q.height) > in.pixels {
		in.leave("a mask of very many pixels, or of none")
		return false
	}
	if q.data, q.packed = in.file.Decode(s); !in.unpack(q) {
		return false
	}
	if q.packed == nil {
		return in.allowed(q)
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(q.data))
	if err != nil || config.ColorModel != color.GrayModel {
		in.leave("a mask in JPEG that is not gray")
		return false
	}
	return in.develop(q, config, 1)
}

// keyed is a picture some colours of which are not seen.
func (p *picture) keyed(m image.Image, keys []float64) image.Image {
	n := p.space.n
	row := (p.width*n*p.bits + 7) / 8 * 8
	out := image.NewNRGBA(image.Rect(0, 0, p.width, p.height))
	for y := range p.height {
		for x := range p.width {
			unseen := true
			for i := range n {
				v := bitsAt(p.data, y*row+(x*n+i)*p.bits, p.bits)
				unseen = unseen && v >= keys[2*i] && v <= keys[2*i+1]
			}
			if !unseen {
				r, g, b, _ := m.At(x, y).RGBA()
				out.SetNRGBA(x, y, color.NRGBA{byte(r >> 8), byte(g >> 8), byte(b >> 8), 255})
			}
		}
	}
	return out
}
