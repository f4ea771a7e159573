package fonts

import (
	_ "embed"
	"sync"
)

//go:embed crimsontext/CrimsonText-Italic.ttf.br
var slantedPacked []byte

//go:embed crimsontext/OFL.txt
var slantedLicence string

var crimson = unpacked(slantedPacked)

// CrimsonText gives the embedded italic of Latin letters, a TrueType file that must not be
// written to. Amiri's Latin letters are those of its upright face.
func CrimsonText() []byte { return crimson() }

// CrimsonTextLicence is the text of the SIL Open Font License under which Crimson Text
// comes.
func CrimsonTextLicence() string { return slantedLicence }

// slanted is the italic of a book, and by how much its letters are to be larger to be as
// high as the text's.
type slanted struct {
	face  *Face
	scale float64
}

// slantedFor reads the italic that goes with a face, once.
func slantedFor(text *Face) func() slanted {
	return sync.OnceValue(func() slanted {
		face := lazily(crimson)()
		if face == nil {
			return slanted{}
		}
		return slanted{face, Match(text, face, OfLatin)}
	})
}

// Slanted is the face of [OfSlanted] and its scale; nil in a book whose Latin letters are
// of no kind that it goes with, or have an italic of their own.
func (s *Set) Slanted() (face *Face, scale float64) {
	if s.slanted == nil {
		return nil, 0
	}
	italic := s.slanted()
	return italic.face, italic.scale
}
