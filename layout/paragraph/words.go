package paragraph

import (
	"strings"
	"sync"

	"github.com/go-text/typesetting/language"

	"warraq/fonts"
)

// manner is what shaping depends on beside the text.
type manner struct {
	face   *fonts.Face
	script language.Script
	lang   language.Language
	rtl    bool
	rules  Kashida
	caps   Caps
}

// voice is a manner and what was shaped in it.
type voice struct {
	manner
	shards [shards]shard
}

const shards = 32

// shard is a part of what was shaped, so that many can ask at once.
type shard struct {
	sync.Mutex
	words  map[string]*Word  // that stand alone
	pieces map[string]*Word  // of words: shaped as they are, and asked for no joints
	others map[wordKey]*Word // all that is more than a text
}

// wordKey names what is shaped otherwise than as a text that stands alone: from…to are
// the bytes of text that it is, the rest of text is what it joins with in other styles.
type wordKey struct {
	text     string
	from, to uint16
	bar, at  uint16 // tatweels in it that lengthen, before byte at of text
	hyphened bool   // the soft hyphen at the end of text is drawn as a hyphen
	cut      bool   // from the whole of text as it is shaped
	piece    bool   // of words
}

// Words is the shaped words of a book, each shaped once. It is safe for
// concurrent use; its zero value is not ready, see [NewWords].
type Words struct {
	mu     sync.Mutex
	voices map[manner]*voice
}

// NewWords is an empty cache.
func NewWords() *Words { return &Words{voices: make(map[manner]*voice)} }

// voice makes equal voices the same pointer.
func (w *Words) voice(m manner) *voice {
	w.mu.Lock()
	defer w.mu.Unlock()
	if known, ok := w.voices[m]; ok {
		return known
	}
	v := &voice{manner: m}
	for i := range v.shards {
		v.shards[i] = shard{words: make(map[string]*Word), pieces: make(map[string]*Word), others: make(map[wordKey]*Word)}
	}
	w.voices[m] = v
	return v
}

// Len counts the distinct words shaped so far.
func (w *Words) Len() int {
	return w.count(func(s *shard) (n int) {
		for key := range s.others {
			if !key.piece {
				n++
			}
		}
		return n + len(s.words)
	})
}

// held counts all that was shaped so far: words, their parts and pieces.
func (w *Words) held() int {
	return w.count(func(s *shard) int { return len(s.words) + len(s.pieces) + len(s.others) })
}

func (w *Words) count(of func(*shard) int) (n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, v := range w.voices {
		for i := range v.shards {
			s := &v.shards[i]
			s.Lock()
			n += of(s)
			s.Unlock()
		}
	}
	return n
}

// shard is where a text is found (FNV-1a).
func (v *voice) shard(text string) *shard {
	h := uint32(2166136261)
	for i := 0; i < len(text); i++ {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return &v.shards[h%shards]
}

// known gives a word of a shard, if it is there.
func known[K comparable](s *shard, words map[K]*Word, key K) (w *Word, ok bool) {
	s.Lock()
	defer s.Unlock()
	w, ok = words[key]
	return w, ok
}

// kept gives a word of a shard, shaping it if nobody has.
func kept[K comparable](s *shard, words map[K]*Word, key K, shape func() *Word) *Word {
	w, ok := known(s, words, key)
	if ok {
		return w
	}
	w = shape()
	s.Lock()
	defer s.Unlock()
	if other, ok := words[key]; ok {
		return other
	}
	words[key] = w
	return w
}

// How many words, glyphs and bytes of text are made at once: a book has a hundred thousand
// words, each of some glyphs, and the collector of memory looks at every piece that was
// made. The first are few, and each lot is twice the one before: what is kept of a
// paragraph that was edited keeps the whole lot.
const (
	firstWords, someWords   = 2, 64
	firstGlyphs, someGlyphs = 16, 1024
	firstJoints, someJoints = 4, 256
	firstText, someText     = 32, 4096
)

// stock is words, glyphs, joints and room for text that nobody has yet.
type stock struct {
	words  lot[Word]
	glyphs lot[Glyph]
	joints lot[Joint]
	text   strings.Builder
	room   int // of text, in the last lot
}

// lot is things made at once.
type lot[T any] struct {
	left []T
	made int // in the last lot
}

// take is n of them, and a new lot of so many at first and at most where they do not
// suffice.
func (l *lot[T]) take(n, first, most int) []T {
	if n > most/8 {
		return make([]T, n)
	}
	if n > len(l.left) {
		l.made = max(n, min(max(first, 2*l.made), most))
		l.left = make([]T, l.made)
	}
	taken := l.left[:n:n]
	l.left = l.left[n:]
	return taken
}

// word is a new word.
func (s *stock) word() *Word { return &s.words.take(1, firstWords, someWords)[0] }

// row is room for n glyphs.
func (s *stock) row(n int) []Glyph { return s.glyphs.take(n, firstGlyphs, someGlyphs) }

// seats is a copy of some joints.
func (s *stock) seats(joints []Joint) []Joint {
	if len(joints) == 0 {
		return nil
	}
	kept := s.joints.take(len(joints), firstJoints, someJoints)
	copy(kept, joints)
	return kept
}

// copy is a text by itself, which keeps no file that it is of.
func (s *stock) copy(text string) string {
	if len(text) > someText/8 {
		return strings.Clone(text)
	}
	if len(text) > s.text.Cap()-s.text.Len() {
		s.room = max(len(text), min(max(firstText, 2*s.room), someText))
		s.text.Reset()
		s.text.Grow(s.room)
	}
	from := s.text.Len()
	s.text.WriteString(text)
	return s.text.String()[from:]
}
