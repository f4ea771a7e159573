package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// The colours of a book are those of sRGB, and the file says so by a profile,
// which is what keeps them the same on every screen and in fifty years. It is
// written here, in the form of ISO 15076-1:2010 (version 4.3), from the
// constants of IEC 61966-2-1.

var (
	// srgbPrimaries are the XYZ of red, green and blue, adapted to D50.
	srgbPrimaries = [3][]float64{
		{0.436066, 0.222488, 0.013916},
		{0.385147, 0.716873, 0.097076},
		{0.143066, 0.060608, 0.714096},
	}
	// srgbAdaptation is the Bradford transform from D65 to D50 (ISO 15076-1
	// annex E), row by row.
	srgbAdaptation = []float64{1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678}
	// srgbTransfer is (a·x+b)^g from d on and c·x below it: g, a, b, c, d.
	srgbTransfer = []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}
	// d50 is the white of the space that profiles connect to (ISO 15076-1 7.2.16).
	d50 = []float64{0.9642, 1, 0.8249}
)

// profileTag is a part of a profile.
type profileTag struct {
	name string
	data []byte
}

// srgbProfile makes the profile. It bears no date, so that it is always the
// same.
func srgbProfile() []byte {
	curve := fixed(parametric(3), srgbTransfer)
	tags := []profileTag{
		{"desc", localized("sRGB IEC61966-2.1")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", fixed(typed("XYZ "), d50)},
		{"chad", fixed(typed("sf32"), srgbAdaptation)},
		{"rXYZ", fixed(typed("XYZ "), srgbPrimaries[0])},
		{"gXYZ", fixed(typed("XYZ "), srgbPrimaries[1])},
		{"bXYZ", fixed(typed("XYZ "), srgbPrimaries[2])},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	return profileOf(0x04300000, "mntrRGB XYZ ", tags)
}

// profileOf puts a profile of a version together (ISO 15076-1 7.2, 7.3): kind is
// its class, the space it leads from, and that to which it leads. A tag without
// data has those of the tag before it.
func profileOf(version uint32, kind string, tags []profileTag) []byte {
	const header, entry = 128, 12 // bytes
	be := binary.BigEndian
	table := be.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = header+4+entry*len(tags)+len(body), len(t.data)
		}
		table = be.AppendUint32(be.AppendUint32(append(table, t.name...), uint32(at)), uint32(size))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	whole := append(profileHeader(header+len(table)+len(body), version, kind), table...)
	return append(whole, body...)
}

// profileHeader is the head of a profile.
func profileHeader(size int, version uint32, kind string) []byte {
	h := make([]byte, 68, 128)
	be := binary.BigEndian
	be.PutUint32(h, uint32(size))
	be.PutUint32(h[8:], version)
	copy(h[12:], kind)
	copy(h[36:], "acsp")
	return fixed(h, d50)[:128]
}

// typed begins the data of a tag with its type.
func typed(name string) []byte { return append([]byte(name), 0, 0, 0, 0) }

// parametric begins a curve of a function (ISO 15076-1 10.16).
func parametric(function uint16) []byte {
	return append(binary.BigEndian.AppendUint16(typed("para"), function), 0, 0)
}

// fixed adds numbers as s15Fixed16Number (ISO 15076-1 4.6).
func fixed(b []byte, values []float64) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// localized is a text in English (ISO 15076-1 10.13).
func localized(s string) []byte {
	units := utf16.Encode([]rune(s))
	be := binary.BigEndian
	b := be.AppendUint32(be.AppendUint32(typed("mluc"), 1), 12)
	b = append(b, "enUS"...)
	b = be.AppendUint32(be.AppendUint32(b, uint32(2*len(units))), 28)
	for _, u := range units {
		b = be.AppendUint16(b, u)
	}
	return b
}
