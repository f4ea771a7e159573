package fonts

import (
	_ "embed"
	"sync"
)

// Amiri lies as it is: nearly every book has it, and unpacking it takes a tenth of the
// time of a small one.
//
//go:embed amiri/Amiri-Regular.ttf
var amiriRegular []byte

//go:embed amiri/Amiri-Bold.ttf
var amiriBold []byte

//go:embed amiri/OFL.txt
var amiriLicence string

// Amiri gives the two embedded faces, Amiri 1.002 regular and bold, as
// TrueType files. They must not be written to.
func Amiri() (regular, bold []byte) { return amiriRegular, amiriBold }

// AmiriLicence is the text of the SIL Open Font License under which Amiri
// comes; whoever embeds the whole font file ships it too.
func AmiriLicence() string { return amiriLicence }

//go:embed plexmono/IBMPlexMono-Regular.ttf.br
var plexMonoPacked []byte

//go:embed plexmono/OFL.txt
var plexMonoLicence string

// PlexMono gives the embedded face for code, IBM Plex Mono regular, as a
// TrueType file. It must not be written to.
func PlexMono() []byte { return plexMono() }

var plexMono = unpacked(plexMonoPacked)

// PlexMonoLicence is the text of the SIL Open Font License under which IBM
// Plex Mono comes; whoever embeds the whole font file ships it too.
func PlexMonoLicence() string { return plexMonoLicence }

// embeddedMono reads the embedded face for code. Most books have no use for
// it, so it is read when it is first asked for, by each Set once.
func embeddedMono() func() *Face {
	read := lazily(PlexMono)
	return sync.OnceValue(func() *Face {
		f := read()
		if f != nil {
			f.Literal = true
		}
		return f
	})
}

//go:embed notoserifhebrew/NotoSerifHebrew-Regular.ttf.br
var hebrewRegularPacked []byte

//go:embed notoserifhebrew/NotoSerifHebrew-Bold.ttf.br
var hebrewBoldPacked []byte

//go:embed notoserifhebrew/OFL.txt
var hebrewLicence string

// NotoSerifHebrew gives the two embedded faces of Hebrew letters, points and
// accents, as TrueType files. They must not be written to.
func NotoSerifHebrew() (regular, bold []byte) { return hebrew() }

var hebrew = unpackPair(hebrewRegularPacked, hebrewBoldPacked)

// NotoSerifHebrewLicence is the text of the SIL Open Font License under which
// Noto Serif Hebrew comes.
func NotoSerifHebrewLicence() string { return hebrewLicence }

// lazily reads an embedded face when it is first asked for; nil where it cannot be
// read, which the tests would show.
func lazily(data func() []byte) func() *Face {
	return sync.OnceValue(func() *Face {
		f, err := ReadFace(data())
		if err != nil {
			return nil
		}
		return f
	})
}

//go:embed crimsontext/CrimsonText-Italic.ttf.br
var slantedPacked []byte

// crimson gives the embedded italic of Latin letters, Crimson Text, a TrueType file that
// must not be written to. Amiri's Latin letters are those of its upright face.
var crimson = unpacked(slantedPacked)

// IsHebrew tells the letters, points, accents and marks of the blocks Hebrew and
// Alphabetic Presentation Forms, and the sheqel.
func IsHebrew(r rune) bool {
	return r >= 0x0590 && r <= 0x05FF || r >= 0xFB1D && r <= 0xFB4F || r == '₪'
}
