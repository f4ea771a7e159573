package fonts

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"sync"
)

//go:generate go run packfaces.go $NOTO

// Packed is an embedded face, or the part of one, for what the faces of a book may
// lack: letters of other scripts, pictographs, signs. Few books have a use for it,
// so it is packed.
type Packed struct {
	Family  string
	Licence string            // the text of the SIL Open Font License under which it comes
	Data    func() []byte     // a TrueType file, unpacked once; it must not be written to
	For     func(r rune) bool // the characters that it is there for
}

//go:embed notoserif/NotoSerif.ttf.gz
var serifPacked []byte

//go:embed notoserif/OFL.txt
var serifLicence string

//go:embed notoemoji/NotoEmoji.ttf.gz
var emojiPacked []byte

//go:embed notoemoji/OFL.txt
var emojiLicence string

//go:embed notosansmath/NotoSansMath.ttf.gz
var mathPacked []byte

//go:embed notosansmath/OFL.txt
var mathLicence string

//go:embed notosanssymbols2/NotoSansSymbols2.ttf.gz
var symbolsPacked []byte

//go:embed notosanssymbols2/OFL.txt
var symbolsLicence string

//go:embed notosanssymbols/NotoSansSymbols.ttf.gz
var numbersPacked []byte

//go:embed notosanssymbols/OFL.txt
var numbersLicence string

// packed are such faces in the order in which they are tried.
var packed = []Packed{
	pack("Noto Serif", serifLicence, serifPacked, isLetter),
	pack("Noto Emoji", emojiLicence, emojiPacked, isSign),
	pack("Noto Sans Math", mathLicence, mathPacked, isSign),
	pack("Noto Sans Symbols 2", symbolsLicence, symbolsPacked, isSign),
	pack("Noto Sans Symbols", numbersLicence, numbersPacked, isSign),
}

// PackedFaces are the faces that are packed, in the order in which they are tried.
func PackedFaces() []Packed { return slices.Clone(packed) }

func pack(family, licence string, data []byte, is func(rune) bool) Packed {
	return Packed{Family: family, Licence: licence, Data: sync.OnceValue(func() []byte { return unpack(data) }), For: is}
}

// unpack gives nothing where the data is no packed file, which the tests would show.
func unpack(data []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	face, err := io.ReadAll(z)
	if err != nil {
		return nil
	}
	return face
}

// isLetter tells the letters, marks and punctuation of Latin, Greek and Cyrillic.
func isLetter(r rune) bool { return r < 0x0530 || r >= 0x1E00 && r < 0x2100 }

// isSign tells what stands behind them: operators, arrows, shapes, pictographs.
func isSign(r rune) bool { return r >= 0x2000 }

// spare is an embedded face that is read when a character asks for it.
type spare struct {
	sets func(r rune) bool // the characters that it is there for
	face [2]func() *Face   // by weight
}

// spares are such faces in the order in which they are tried.
func spares() []spare {
	all := []spare{{IsHebrew, [2]func() *Face{
		lazily(func() []byte { return hebrewRegular }),
		lazily(func() []byte { return hebrewBold }),
	}}}
	for _, p := range packed {
		face := lazily(p.Data)
		all = append(all, spare{p.For, [2]func() *Face{face, face}})
	}
	return all
}
