package picture

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// FuzzSound: what is sound is sound again, the same, and can be read or is an error.
func FuzzSound(f *testing.F) {
	var p, j, g bytes.Buffer
	m := image.NewGray(image.Rect(0, 0, 4, 4))
	png.Encode(&p, m)
	jpeg.Encode(&j, m, nil)
	gif.Encode(&g, m, nil)
	for _, seed := range [][]byte{p.Bytes(), j.Bytes(), g.Bytes(), append(p.Bytes(), "more"...), []byte("RIFF\x1a\x00\x00\x00WEBPVP8L"),
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><path d="M0 0L1 1"/></g><use href="#a"/></svg>`),
		[]byte(`<?xml version="1.0"?><!DOCTYPE svg><svg:svg xmlns:svg="http://www.w3.org/2000/svg"><style>a{b:url(#c)}</style></svg:svg>`)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := Sound(data)
		if err != nil {
			return
		}
		twice, err := Sound(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%q gives %q, then %q, %v", data, once, twice, err)
		}
		if bytes.Contains(once, []byte("<svg")) && (bytes.Contains(once, []byte("<script")) || bytes.Contains(once, []byte("<!DOCTYPE"))) {
			t.Errorf("%q gives %q", data, once)
		}
	})
}
