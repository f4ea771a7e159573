package fonts

import "testing"

// FuzzBearable damages the tables of a small face at some places: what passes the
// bounds is proved, which shapes words with it.
func FuzzBearable(f *testing.F) {
	small := smallFont(f)
	for _, at := range []uint32{0, 12, 40, 200, 500, 900} {
		f.Add(at, byte(0xff), at+7, byte(1))
	}
	f.Fuzz(func(t *testing.T, at uint32, with byte, at2 uint32, with2 byte) {
		data := append([]byte(nil), small...)
		data[int(at)%len(data)] ^= with
		data[int(at2)%len(data)] ^= with2
		face, err := ReadFace(data)
		if err == nil && face.bearable(usualFont) == nil {
			_ = face.prove()
		}
	})
}
