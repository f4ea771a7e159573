package picture

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"sync"
)

// Memory is what reading pictures leaves to reading them again: each is known by the
// digest of its file. What is read is the same with any memory. Nil remembers nothing;
// the zero value is one of nothing yet. Its methods may be called side by side.
type Memory struct {
	// Kept is what outlives the process; nil for nothing.
	Kept Kept

	mu          sync.Mutex
	before, now map[sum]*seen // by the last turn, and since
}

// Kept is a place where one process leaves what it made to the next. What it gives by a
// key is what was put there by that key, or nothing.
type Kept interface {
	Get(key string) (data []byte, ok bool)
	Put(key string, data []byte)
}

// Outlives is what outlives the process, nil for nothing.
func (m *Memory) Outlives() Kept {
	if m == nil {
		return nil
	}
	return m.Kept
}

// sum is the digest of a file.
type sum [sha256.Size]byte

// seen is what is known of a file.
type seen struct {
	sound   sync.Once
	length  int // of it as it is sound
	unsound error
	read    sync.Once
	picture *Picture
	unread  error
}

// Turn begins another look at the pictures of a book: what the one before it did not
// ask for is forgotten.
func (m *Memory) Turn() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.before, m.now = m.now, make(map[sum]*seen)
}

// of is what is known of a file.
func (m *Memory) of(digest sum) *seen {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := m.now[digest]
	if s == nil {
		if s = m.before[digest]; s == nil {
			s = new(seen)
		}
		if m.now == nil {
			m.now = make(map[sum]*seen)
		}
		m.now[digest] = s
	}
	return s
}

// Sound is [Sound]. Of a drawing nothing is kept: what it becomes is another file.
func (m *Memory) Sound(data []byte) ([]byte, error) {
	if m == nil || !rastered(data) {
		return Sound(data)
	}
	digest := sha256.Sum256(data)
	s := m.of(digest)
	s.sound.Do(func() { s.length, s.unsound = m.soundLength(digest, data) })
	if s.unsound != nil {
		return nil, s.unsound
	}
	return data[:s.length:s.length], nil
}

// soundLength is how much of a file is a whole picture, as it is kept or is found out.
func (m *Memory) soundLength(digest sum, data []byte) (int, error) {
	key := "sound " + string(digest[:])
	if m.Kept != nil {
		if said, ok := m.Kept.Get(key); ok {
			if n, ok := parseLength(said, len(data)); ok {
				return n, nil
			}
		}
	}
	sound, err := Sound(data)
	if err != nil {
		return 0, err
	}
	if m.Kept != nil {
		m.Kept.Put(key, appendLength(nil, len(sound)))
	}
	return len(sound), nil
}

// Read is [Read]. A drawing is read each time: what is set in it depends on the book.
func (m *Memory) Read(data []byte) (*Picture, error) {
	if m == nil || !rastered(data) {
		return Read(data)
	}
	digest := sha256.Sum256(data)
	s := m.of(digest)
	s.read.Do(func() { s.picture, s.unread = m.readKept(digest, data) })
	return s.picture, s.unread
}

// readKept is a picture as it is kept, or is read. Of one that is taken as it lies in the
// file no more is kept than that it can be.
func (m *Memory) readKept(digest sum, data []byte) (*Picture, error) {
	if m.Kept == nil {
		return Read(data)
	}
	if _, decoded := Size(data); decoded == 0 {
		return m.readPlain(digest, data)
	}
	key := "picture " + string(digest[:])
	if kept, ok := m.Kept.Get(key); ok {
		if p, err := unpacked(kept); err == nil {
			return p, nil
		}
	}
	p, err := Read(data)
	if err == nil {
		m.Kept.Put(key, packed(p))
	}
	return p, err
}

// readPlain reads a picture that is not decoded; the rows of a PNG are looked through
// once.
func (m *Memory) readPlain(digest sum, data []byte) (*Picture, error) {
	if !bytes.HasPrefix(data, []byte(pngSignature)) {
		return Read(data)
	}
	key := "rows " + string(digest[:])
	_, checked := m.Kept.Get(key)
	p, err := readAs(data, checked)
	if err == nil && !checked {
		m.Kept.Put(key, nil)
	}
	return p, err
}

// rastered tells what is no drawing, by how it begins.
func rastered(data []byte) bool {
	for _, head := range []string{pngSignature, "\xFF\xD8", "GIF8", "RIFF"} {
		if bytes.HasPrefix(data, []byte(head)) {
			return true
		}
	}
	return false
}

var errForeign = errors.New("is none of ours")
