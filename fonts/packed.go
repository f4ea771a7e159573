package fonts

import (
	_ "embed"
	"slices"
	"sync"

	"warraq/fonts/internal/packing"
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

//go:embed notoserif/NotoSerif.ttf.br
var serifPacked []byte

//go:embed notoserif/OFL.txt
var serifLicence string

//go:embed notoemoji/NotoEmoji.ttf.br
var emojiPacked []byte

//go:embed notoemoji/OFL.txt
var emojiLicence string

//go:embed notosansmath/NotoSansMath.ttf.br
var mathPacked []byte

//go:embed notosansmath/OFL.txt
var mathLicence string

//go:embed notosanssymbols2/NotoSansSymbols2.ttf.br
var symbolsPacked []byte

//go:embed notosanssymbols2/OFL.txt
var symbolsLicence string

//go:embed notosanssymbols/NotoSansSymbols.ttf.br
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
	return Packed{Family: family, Licence: licence, Data: unpacked(data), For: is}
}

// unpacked is what is packed, unpacked when it is first asked for.
func unpacked(data []byte) func() []byte {
	return sync.OnceValue(func() []byte { return unpack(data) })
}

// unpackPair is unpacked for the two weights of a family, side by side.
func unpackPair(regular, bold []byte) func() (regular, bold []byte) {
	return sync.OnceValues(func() ([]byte, []byte) {
		other := make(chan []byte, 1)
		go func() { other <- unpack(bold) }()
		return unpack(regular), <-other
	})
}

// unpack gives nothing where the data is not packed, which the tests would show.
func unpack(data []byte) []byte {
	face, err := packing.Brotli(data)
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
		lazily(func() []byte { regular, _ := hebrew(); return regular }),
		lazily(func() []byte { _, bold := hebrew(); return bold }),
	}}}
	for _, p := range packed {
		face := lazily(p.Data)
		all = append(all, spare{p.For, [2]func() *Face{face, face}})
	}
	return all
}
