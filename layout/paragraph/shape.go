package paragraph

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"warraq/fonts"
	"warraq/fonts/inert"
	"warraq/layout/paragraph/bidi"
)

// Glyph is one glyph of a shaped word, in font units.
type Glyph struct {
	GID     uint16
	Cluster uint16 // byte offset in Word.Text of the first character it belongs to
	Advance int32
	DX, DY  int16 // of its origin from the pen; no face places a part further
	Flags   GlyphFlags
}

// GlyphFlags are what the shaper says of a glyph.
type GlyphFlags uint8

const (
	UnsafeToBreak GlyphFlags = 1 << iota // a line broken before its cluster needs shaping anew
	SafeToTatweel                        // a tatweel may stand before its cluster
)

// Word is a stretch of text shaped as one: one face, script, language and
// direction, without spaces. Words are shared by all places where they stand
// and must not be changed.
type Word struct {
	Face    *fonts.Face
	Text    string
	RTL     bool
	Glyphs  []Glyph // visual order, left to right
	Advance int     // font units
	Height  int     // of the ink above the baseline, font units
	Depth   int     // of the ink below it, positive
	// Bar is how many tatweels lengthen the word, before the character at byte
	// BarAt of Text. They are ink only: Text is the manuscript's. In verse there
	// may be a second bar, which is not told here.
	Bar, BarAt int

	voice  *voice
	joints []Joint   // by the voice's rules, where the face allows a bar
	parts  *compound // nil for a word that was shaped as it is
}

// shaper shapes for one goroutine.
type shaper struct {
	words  *Words
	voices map[voiceKey]*voice
	last   voiceKey // the voice asked for last, nearly always asked for again
	spoken *voice

	// What this goroutine has met, found without a lock: words that stand
	// alone, by voice and text.
	alone   map[*voice]map[string]*Word
	nearest map[string]*Word // alone[of]
	of      *voice

	fonts  map[*font.Font]*harfbuzz.Font
	buffer *harfbuzz.Buffer
	runes  []rune
	bytes  []uint16 // byte offset of each rune

	stock   stock
	pieces  []string // of the word in hand
	parts   []*Word  // shaped
	letters []member
	joints  []Joint
	numbers int // shaped so far
}

type voiceKey struct {
	face   *fonts.Face
	script language.Script
	lang   string
	rtl    bool
	rules  Kashida
	caps   Caps
}

func newShaper(words *Words) shaper {
	return shaper{words: words, voices: make(map[voiceKey]*voice), alone: make(map[*voice]map[string]*Word),
		fonts: make(map[*font.Font]*harfbuzz.Font), buffer: harfbuzz.NewBuffer()}
}

func (s *shaper) voice(face *fonts.Face, script language.Script, lang string, level bidi.Level, rules Kashida, caps Caps) *voice {
	key := voiceKey{face, script, lang, level&1 != 0, rules, caps}
	if key == s.last && s.spoken != nil {
		return s.spoken
	}
	v, ok := s.voices[key]
	if !ok {
		v = s.words.voice(manner{face, script, language.NewLanguage(lang), key.rtl, rules, caps})
		s.voices[key] = v
	}
	s.last, s.spoken = key, v
	return v
}

// word gives text[from:to] shaped with the rest of text as its context.
func (s *shaper) word(v *voice, text string, from, to int) *Word {
	if from != 0 || to != len(text) {
		return s.once(v, wordKey{text: text, from: uint16(from), to: uint16(to)}, func(text string) *Word {
			return s.shape(v, text, from, to)
		})
	}
	if s.of != v {
		s.of, s.nearest = v, s.alone[v]
		if s.nearest == nil {
			s.nearest = make(map[string]*Word)
			s.alone[v] = s.nearest
		}
	}
	w, ok := s.nearest[text]
	if !ok {
		text = s.stock.copy(text) // it outlives the file that it is of
		nearest, shard := s.nearest, v.shard(text)
		w = kept(shard, shard.words, text, func() *Word { return s.shapeWord(v, text) })
		nearest[text] = w
	}
	return w
}

// part gives text[from:to] as it stands in the whole of text, which differs from
// it in nothing that shaping knows: in colour, or as a link. Where one glyph
// stands for letters on both sides it is shaped with the rest as context.
func (s *shaper) part(v *voice, text string, from, to int) *Word {
	return s.once(v, wordKey{text: text, from: uint16(from), to: uint16(to), cut: true}, func(text string) *Word {
		if w, ok := s.word(v, text, 0, len(text)).cut(from, to); ok {
			return w
		}
		return s.word(v, text, from, to)
	})
}

// cut gives the glyphs of a part of the word; ok is false where they belong to
// more than the part.
func (w *Word) cut(from, to int) (part *Word, ok bool) {
	part = &Word{Face: w.Face, voice: w.voice, Text: w.Text[from:to], RTL: w.RTL}
	if w.Bar > 0 && from <= w.BarAt && w.BarAt < to {
		part.Bar, part.BarAt = w.Bar, w.BarAt-from
	}
	begins, ends := false, to == len(w.Text)
	for _, g := range w.Glyphs {
		at := int(g.Cluster)
		begins, ends = begins || at == from, ends || at == to
		if at < from || at >= to {
			continue
		}
		g.Cluster -= uint16(from)
		part.Glyphs = append(part.Glyphs, g)
		part.measure(g)
	}
	return part, begins && ends
}

// measure adds a glyph to the advance of a word and the extent of its ink.
func (w *Word) measure(g Glyph) {
	w.Advance += int(g.Advance)
	height, depth := w.Face.Extent(int(g.GID))
	w.Height = max(w.Height, height+int(g.DY))
	w.Depth = max(w.Depth, -depth-int(g.DY))
}

// once gives the word of a key, shaping a copy of its text if nobody has: the text may be
// of a file that the word outlives.
func (s *shaper) once(v *voice, key wordKey, shape func(text string) *Word) *Word {
	shard := v.shard(key.text)
	if w, ok := known(shard, shard.others, key); ok {
		return w
	}
	key.text = s.stock.copy(key.text)
	return kept(shard, shard.others, key, func() *Word { return shape(key.text) })
}

// shared gives the word of a key, whose text nobody else holds.
func (s *shaper) shared(v *voice, key wordKey, shape func() *Word) *Word {
	shard := v.shard(key.text)
	return kept(shard, shard.others, key, shape)
}

// shape asks HarfBuzz. Clusters are kept by character, so that each mark
// keeps its own glyph's text.
func (s *shaper) shape(v *voice, text string, from, to int) *Word {
	s.runes, s.bytes = s.runes[:0], s.bytes[:0]
	first, last := 0, 0
	for at, r := range text {
		n := s.put(v, r, max(at-from, 0))
		if at < from {
			first += n
		}
		if at < to {
			last += n
		}
	}
	b := s.buffer
	b.Clear()
	b.AddRunes(s.runes, first, last-first)
	b.Props = harfbuzz.SegmentProperties{Language: v.lang, Script: v.script, Direction: direction(v.rtl)}
	b.ClusterLevel = harfbuzz.Characters
	b.Flags = harfbuzz.ProduceSafeToInsertTatweel
	if !s.ask(v, text) {
		return unshaped(v, text[from:to])
	}
	return s.read(v, text[from:to])
}

// ask has the buffer shaped. go-text 0.3.5 panics over some faces whose GDEF
// or GPOS are damaged; ok is then false.
func (s *shaper) ask(v *voice, text string) (ok bool) {
	defer func() {
		if recover() != nil {
			ok, s.buffer = false, harfbuzz.NewBuffer()
		}
	}()
	s.buffer.Shape(s.font(v, text), v.features())
	return true
}

// unshaped sets text letter by letter, all that can be done with a face that
// cannot be shaped.
func unshaped(v *voice, text string) *Word {
	w := &Word{Face: v.face, voice: v, Text: text, RTL: v.rtl}
	for at, r := range text {
		gid, _ := v.face.Font().NominalGlyph(r)
		g := Glyph{GID: uint16(gid), Cluster: uint16(at), Advance: int32(v.face.Advance(int(gid)))}
		w.Glyphs = append(w.Glyphs, g)
		w.measure(g)
	}
	if v.rtl {
		slices.Reverse(w.Glyphs)
	}
	return w
}

func direction(rtl bool) harfbuzz.Direction {
	if rtl {
		return harfbuzz.RightToLeft
	}
	return harfbuzz.LeftToRight
}

// fewNumbers is how many are shaped in the time that it takes to make a face for them.
const fewNumbers = 100

// font is the voice's face for the shaper, without the rules that a text of
// letters has no use for, or one of digits.
func (s *shaper) font(v *voice, text string) *harfbuzz.Font {
	face := v.face.Font()
	switch {
	case v.rtl && v.script == language.Arabic && inert.OfLetters(text):
		face = v.face.LetterFont()
	case inert.OfDigits(text):
		if s.numbers++; s.numbers > fewNumbers {
			face = v.face.DigitFont()
		}
	}
	f, ok := s.fonts[face]
	if !ok {
		f = harfbuzz.NewFont(font.NewFace(face))
		s.fonts[face] = f
	}
	return f
}

// read takes the shaped glyphs out of the buffer.
func (s *shaper) read(v *voice, text string) *Word {
	b := s.buffer
	w := s.stock.word()
	*w = Word{Face: v.face, voice: v, Text: text, RTL: v.rtl, Glyphs: s.stock.row(len(b.Info))}
	for i, info := range b.Info {
		pos := b.Pos[i]
		g := Glyph{GID: uint16(info.Glyph), Cluster: s.bytes[info.Cluster],
			Advance: pos.XAdvance, DX: clamp16(pos.XOffset), DY: clamp16(pos.YOffset)}
		if v.face.Advance(int(g.GID)) > math.MaxInt16 {
			g.Advance += 1 << 16 // go-text reads hmtx as signed
		}
		if g.GID == 0 {
			g.leaveOut(v.face, text)
		}
		if info.Mask&harfbuzz.GlyphUnsafeToBreak != 0 {
			g.Flags |= UnsafeToBreak
		}
		if info.Mask&harfbuzz.GlyphSafeToInsertTatweel != 0 {
			g.Flags |= SafeToTatweel
		}
		w.Glyphs[i] = g
		w.measure(g)
	}
	return w
}

// leaveOut takes the box away that stands for a sign or a mark which the face has
// not: its text stays, on a space without width.
func (g *Glyph) leaveOut(face *fonts.Face, text string) {
	if r, _ := utf8.DecodeRuneInString(text[g.Cluster:]); isBoxed(r) {
		return
	}
	if space, ok := face.Font().NominalGlyph(' '); ok {
		g.GID, g.Advance, g.DX, g.DY = uint16(space), 0, 0, 0
	}
}

func clamp16(v int32) int16 { return int16(min(max(v, math.MinInt16), math.MaxInt16)) }
