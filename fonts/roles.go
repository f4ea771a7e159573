package fonts

import (
	"sync"
	"unicode"

	"warraq/content/char"
)

// Role is a part of a book that may have faces of its own.
type Role uint8

// The roles: what is set in the face of the text, the titles of chapters and sections,
// what is quoted of the Quran, and within all of them words in Latin letters and numbers;
// and Latin words that are emphasised, where the book has no italic for them.
const (
	OfText Role = iota
	OfHeadings
	OfQuran
	OfLatin
	OfNumbers
	OfSlanted
	roles
)

// Family is the font files of a role. Those without data are not given: Bold and Italic
// are then Regular, and BoldItalic is Bold.
type Family struct{ Regular, Bold, Italic, BoldItalic File }

// family reads the files of a role, if there are any, and gives their indices.
func (r *faceReader) family(f Family) *[4]int {
	if len(f.Regular.Data) == 0 {
		return nil
	}
	regular := r.add(f.Regular)
	bold, italic := r.or(f.Bold, regular), r.or(f.Italic, regular)
	return &[4]int{regular, bold, italic, r.or(f.BoldItalic, bold)}
}

// Parted tells whether words in Latin letters, or numbers, have faces of their own.
func (s *Set) Parted() bool { return s.families[OfLatin] != nil || s.families[OfNumbers] != nil }

// RoleOf is which of the faces of text, Latin words and numbers a character is for;
// ok is false for one that goes with its neighbours.
func (s *Set) RoleOf(r rune) (role Role, ok bool) {
	switch {
	case char.IsDigit(r):
		return OfNumbers, s.families[OfNumbers] != nil
	case !char.IsLetter(r):
		return OfText, false
	case s.families[OfLatin] != nil && unicode.Is(unicode.Latin, r):
		return OfLatin, true
	}
	return OfText, true
}

// FaceOf is the face of a style for what has a face of its own within it.
func (s *Set) FaceOf(style Style, role Role) *Face {
	if role >= OfLatin && !style.Mono && s.families[role] != nil {
		style.Role = role
	}
	return s.Face(style)
}

// SlantsLatin tells whether words in Latin letters have an italic face.
func (s *Set) SlantsLatin() bool {
	f := s.families[OfLatin]
	return f != nil && f[2] != f[0]
}

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

// Letters by whose height faces are matched: Arabic and Hebrew ones without ascenders, x,
// and numbers.
const byArabic, byHebrew, byLatin, byNumbers, byDigits = "دوه", "אהם", "x", "٣٥٧", "357"

// Match is how much larger the letters of a face of a role must be to be as high as those
// of the text's face: Arabic or Hebrew letters, x where the one or the other has none of
// them, numbers for a face of numbers. It is 1 where they cannot be compared.
func Match(text, face *Face, role Role) float64 {
	kinds := []string{byArabic, byHebrew, byLatin}
	switch role {
	case OfLatin:
		kinds = []string{byLatin}
	case OfNumbers:
		kinds = []string{byNumbers, byDigits}
	}
	for _, letters := range kinds {
		want, have := text.height(letters), face.height(letters)
		if want > 0 && have > 0 {
			return min(max(want/have, leastScale), mostScale)
		}
	}
	return 1
}

// The bounds of a scale by which letters are matched: what is beyond is no match.
const leastScale, mostScale = 0.5, 2

// height is how high letters are in the mean, as a part of an em; 0 where the face lacks
// one of them.
func (f *Face) height(letters string) (em float64) {
	n := 0
	for _, r := range letters {
		gid, ok := f.font.NominalGlyph(r)
		if !ok || gid == 0 {
			return 0
		}
		high, _ := f.Extent(int(gid))
		em += float64(high) / float64(f.UnitsPerEm)
		n++
	}
	return em / float64(n)
}
