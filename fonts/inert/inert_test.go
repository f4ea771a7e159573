package inert_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"warraq/fonts"
	"warraq/fonts/inert"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// inertInAmiri are the inert among the inert.Partings, in both weights. The others
// are kerned: ؛ and ! to letters before them, the stop to English quotes.
const inertInAmiri = `,:?()[]"'-/%،؟۔«»…–—﴿﴾`

func TestInert(t *testing.T) {
	for _, f := range amiriFaces(t) {
		for r := range rune(0x11000) {
			if want := strings.ContainsRune(inertInAmiri, r); f.Inert(r) != want {
				t.Errorf("%s: %q is inert: %v", f.Name, r, !want)
			}
		}
		for _, r := range []rune{-1, unicode.MaxRune, unicode.MaxRune + 1} {
			if f.Inert(r) {
				t.Errorf("%s: %U is inert", f.Name, r)
			}
		}
	}
}

// TestPartings holds what Inert takes for granted of its characters: they are
// punctuation and the inert.Mirrored ones come in pairs that the shaper swaps.
func TestPartings(t *testing.T) {
	for _, r := range inert.Partings {
		if !unicode.IsPunct(r) || r > 0xFFFF {
			t.Errorf("%q is no punctuation mark", r)
		}
	}
	for _, f := range amiriFaces(t) {
		s := newShaping(f)
		for i, r := range []rune(inert.Mirrored) {
			other := []rune(inert.Mirrored)[i^1]
			if got := s.shape(string(r)); uint16(got[0].gid) != gidOf(f, other) {
				t.Errorf("%q is set as glyph %d", r, got[0].gid)
			}
		}
		for _, r := range inert.Partings {
			if got := s.shape(string(r)); !strings.ContainsRune(inert.Mirrored, r) && slices.ContainsFunc([]rune(inert.Partings), func(other rune) bool {
				return other != r && gidOf(f, other) == uint16(got[0].gid)
			}) {
				t.Errorf("%q is inert.Mirrored", r)
			}
		}
	}
}

// TestInertWords shapes words beside inert characters, whole and in pieces.
func TestInertWords(t *testing.T) {
	for _, f := range amiriFaces(t) {
		s, random := newShaping(f), rand.New(rand.NewPCG(7, 1))
		words := everyLetter()
		for range 150 {
			words = append(words, someWord(random))
		}
		for _, r := range inertInAmiri {
			p := string(r)
			for i, word := range words {
				other := words[(i*31+7)%len(words)]
				for _, pieces := range [][]string{{word, p}, {p, word}, {word, p, "»"}, {word, p, other}} {
					s.check(t, pieces)
				}
			}
			for _, other := range inert.Partings {
				s.check(t, []string{p, string(other)})
				s.check(t, []string{string(other), p})
			}
		}
	}
}

// TestInertSamples shapes the tokens of a book, whole and in pieces.
func TestInertSamples(t *testing.T) {
	files, _ := filepath.Glob("../../content/samples/booklet/*.md")
	parted := make(map[string][]string)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, token := range strings.Fields(string(text)) {
			if pieces := partBeside(token, inertInAmiri); len(pieces) > 1 {
				parted[token] = pieces
			}
		}
	}
	if len(parted) < 100 {
		t.Fatalf("%d tokens to part", len(parted))
	}
	for _, f := range amiriFaces(t) {
		s := newShaping(f)
		for _, pieces := range parted {
			s.check(t, pieces)
		}
	}
}

// TestNotInert shows that what is not inert is shaped with its neighbours.
func TestNotInert(t *testing.T) {
	for _, f := range amiriFaces(t) {
		s := newShaping(f)
		for _, pieces := range [][]string{{"ر", "؛"}, {"دار", "؛"}, {".", "“"}, {".", "‘"}} {
			if s.same(pieces) {
				t.Errorf("%s: %q is shaped the same in pieces", f.Name, pieces)
			}
		}
		// an overline takes its length from what it is on
		if s.same([]string{"؟", "\u0305"}) {
			t.Errorf("%s: a mark is shaped the same without its base", f.Name)
		}
	}
}

func BenchmarkInert(b *testing.B) {
	regular, _ := fonts.Amiri()
	f := readFace(b, regular)
	b.ReportAllocs()
	for b.Loop() {
		inert.FindInert(f.Proof)
	}
}

// gidOf is the nominal glyph of a character, 0 for none.
func gidOf(f *fonts.Face, r rune) uint16 {
	gid, _ := f.Font().NominalGlyph(r)
	return uint16(gid)
}

func readFace(t testing.TB, data []byte) *fonts.Face {
	t.Helper()
	f, err := fonts.ReadFace(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func amiriFaces(t *testing.T) []*fonts.Face {
	regular, bold := fonts.Amiri()
	return []*fonts.Face{readFace(t, regular), readFace(t, bold)}
}

const (
	someLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأؤئ"
	someMarks   = "ًٌٍَُِّْٰ"
)

// everyLetter is each letter as a word, and twice in one.
func everyLetter() (words []string) {
	for _, r := range someLetters {
		words = append(words, string(r), string(r)+string(r))
	}
	return words
}

// someWord is a word of one to three letters, some with marks.
func someWord(random *rand.Rand) string {
	letters, marks := []rune(someLetters), []rune(someMarks)
	var word []rune
	for range 1 + random.IntN(3) {
		word = append(word, letters[random.IntN(len(letters))])
		for random.IntN(4) == 0 {
			word = append(word, marks[random.IntN(len(marks))])
		}
	}
	return string(word)
}

// partBeside parts a token of Arabic letters and punctuation before and behind
// some characters; any other token is not parted.
func partBeside(token, at string) (pieces []string) {
	runes, from := []rune(token), 0
	for i, r := range runes {
		if !unicode.Is(unicode.Arabic, r) && !unicode.In(r, unicode.M, unicode.P) {
			return nil
		}
		if !strings.ContainsRune(at, r) || i+1 < len(runes) && unicode.In(runes[i+1], unicode.M, unicode.Cf) {
			continue
		}
		if from < i {
			pieces = append(pieces, string(runes[from:i]))
		}
		pieces, from = append(pieces, string(r)), i+1
	}
	if from < len(runes) {
		pieces = append(pieces, string(runes[from:]))
	}
	return pieces
}

// shaping shapes with one face, each text once.
type shaping struct {
	face   *fonts.Face
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
	done   map[string][]shapedGlyph
}

type shapedGlyph struct {
	gid         font.GID
	advance     int32
	dx, dy      int32
	unsafe, bar bool
}

func newShaping(f *fonts.Face) *shaping {
	return &shaping{f, harfbuzz.NewFont(font.NewFace(f.Font())), harfbuzz.NewBuffer(), make(map[string][]shapedGlyph)}
}

// shape gives the glyphs of a text from left to right.
func (s *shaping) shape(text string) []shapedGlyph {
	if glyphs, ok := s.done[text]; ok {
		return glyphs
	}
	b := s.buffer
	b.Clear()
	runes := []rune(text)
	b.AddRunes(runes, 0, len(runes))
	b.Props = harfbuzz.SegmentProperties{Language: "ar", Script: language.Arabic, Direction: harfbuzz.RightToLeft}
	b.ClusterLevel, b.Flags = harfbuzz.Characters, harfbuzz.ProduceSafeToInsertTatweel
	b.Shape(s.font, nil)
	glyphs := make([]shapedGlyph, len(b.Info))
	for i, g := range b.Info {
		pos := b.Pos[i]
		glyphs[i] = shapedGlyph{g.Glyph, pos.XAdvance, pos.XOffset, pos.YOffset,
			g.Mask&harfbuzz.GlyphUnsafeToBreak != 0, g.Mask&harfbuzz.GlyphSafeToInsertTatweel != 0}
	}
	s.done[text] = glyphs
	return glyphs
}

// same tells whether the pieces of a text, set side by side, are the text.
func (s *shaping) same(pieces []string) bool {
	var parts []shapedGlyph
	for _, piece := range slices.Backward(pieces) {
		parts = append(parts, s.shape(piece)...)
	}
	return slices.Equal(parts, s.shape(strings.Join(pieces, "")))
}

func (s *shaping) check(t *testing.T, pieces []string) {
	t.Helper()
	if !s.same(pieces) {
		var parts []string
		for _, piece := range pieces {
			parts = append(parts, fmt.Sprint(s.shape(piece)))
		}
		t.Errorf("%s: %q is %v, its pieces %v", s.face.Name, pieces, s.shape(strings.Join(pieces, "")), parts)
	}
}
