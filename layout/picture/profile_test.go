package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/klauspost/compress/zlib"
)

// iccNamed is a profile of a class and a space that has a description and no more.
func iccNamed(class, space, name string) []byte {
	desc := append([]byte("desc\x00\x00\x00\x00"), name...)
	icc := make([]byte, 144, 144+len(desc))
	icc[8] = 4
	copy(icc[12:], class)
	copy(icc[16:], space)
	copy(icc[36:], "acsp")
	binary.BigEndian.PutUint32(icc[128:], 1)
	copy(icc[132:], "desc")
	binary.BigEndian.PutUint32(icc[136:], 144)
	binary.BigEndian.PutUint32(icc[140:], uint32(len(desc)))
	icc = append(icc, desc...)
	binary.BigEndian.PutUint32(icc, uint32(len(icc)))
	return icc
}

// TestProfileOf: a profile is kept where it can tell what the colours of a picture mean,
// and is not what is meant anyway.
func TestProfileOf(t *testing.T) {
	short, later := iccNamed("mntr", "RGB ", "wide"), iccNamed("mntr", "RGB ", "wide")
	short, later[8] = short[:len(short)-1], 5
	for name, c := range map[string]struct {
		icc   []byte
		space Space
		kept  bool
	}{
		"of a screen":            {iccNamed("mntr", "RGB ", "wide"), RGB, true},
		"of a palette":           {iccNamed("spac", "RGB ", "wide"), Indexed, true},
		"sRGB":                   {iccNamed("mntr", "RGB ", "\x00s\x00R\x00G\x00B IEC61966-2.1"), RGB, false},
		"of grays":               {iccNamed("mntr", "RGB ", "wide"), Gray, false},
		"of inks":                {iccNamed("prtr", "CMYK", "coated"), CMYK, true},
		"of inks for a screen":   {iccNamed("prtr", "CMYK", "coated"), RGB, false},
		"of a link of devices":   {iccNamed("link", "RGB ", "wide"), RGB, false},
		"cut short":              {short, RGB, false},
		"of a later format":      {later, RGB, false},
		"no profile":             {nil, RGB, false},
		"of nothing but letters": {bytes.Repeat([]byte("a"), 200), RGB, false},
	} {
		if got := profileOf(c.icc, c.space); (got != nil) != c.kept {
			t.Errorf("%s: kept %v", name, got != nil)
		}
	}
}

// TestProfiles: the profile of a file comes with its picture, also where its colours are
// parted from its opacity, and out of a memory.
func TestProfiles(t *testing.T) {
	icc := iccNamed("mntr", "RGB ", "wide")
	opaque, clear := image.NewNRGBA(image.Rect(0, 0, 2, 2)), image.NewNRGBA(image.Rect(0, 0, 2, 2))
	for i := range 4 {
		opaque.Set(i%2, i/2, color.NRGBA{200, 10, 10, 255})
		clear.Set(i%2, i/2, color.NRGBA{200, 10, 10, 9})
	}
	for name, data := range map[string][]byte{
		"JPEG": profiledJPEG(t, opaque, icc), "PNG": profiledPNG(t, opaque, icc), "clear PNG": profiledPNG(t, clear, icc),
	} {
		p, err := Read(data)
		if err != nil {
			t.Fatal(name, err)
		}
		if !bytes.Equal(p.Color.Profile, icc) || p.Alpha != nil && p.Alpha.Profile != nil {
			t.Errorf("%s: profile of %d bytes, want %d", name, len(p.Color.Profile), len(icc))
		}
		again, err := unpacked(packed(p))
		if err != nil || !bytes.Equal(again.Color.Profile, icc) {
			t.Errorf("%s: %d bytes of profile out of a memory (%v)", name, len(again.Color.Profile), err)
		}
		without := &Picture{Turn: p.Turn, Color: p.Color, Alpha: p.Alpha}
		if without.Color.Profile = nil; p.Sum() == without.Sum() {
			t.Errorf("%s: the digest knows nothing of the profile", name)
		}
	}
}

// profiledJPEG puts a profile into a JPEG in two segments, the second first.
func profiledJPEG(t *testing.T, m image.Image, icc []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	data, half := b.Bytes(), len(icc)/2
	out := append([]byte(nil), data[:2]...)
	for _, part := range []struct {
		n    byte
		data []byte
	}{{2, icc[half:]}, {1, icc[:half]}} {
		body := append([]byte("ICC_PROFILE\x00"), part.n, 2)
		body = append(body, part.data...)
		out = append(binary.BigEndian.AppendUint16(append(out, 0xFF, markAPP2), uint16(len(body)+2)), body...)
	}
	return append(out, data[2:]...)
}

// profiledPNG puts a profile behind the header of a PNG.
func profiledPNG(t *testing.T, m image.Image, icc []byte) []byte {
	t.Helper()
	var b, z bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	w := zlib.NewWriter(&z)
	w.Write(icc)
	w.Close()
	chunk := append([]byte("iCCPwide\x00\x00"), z.Bytes()...)
	data, header := b.Bytes(), len(pngSignature)+25
	out := binary.BigEndian.AppendUint32(append([]byte(nil), data[:header]...), uint32(len(chunk)-4))
	out = binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
	return append(out, data[header:]...)
}
