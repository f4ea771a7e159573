package svg

import (
	"math"
	"math/bits"

	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Sum is a digest of all that the bytes of a page depend on, without drawing it: pages
// of one sum are the same. It is the same in every run.
func (b *Book) Sum(index int) uint64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.opt.Memory != nil {
		b.opt.Memory.mu.Lock()
		defer b.opt.Memory.mu.Unlock()
	}
	page := b.pages.Pages[index]
	s := sum{book: b, h: uint64(index)}
	s.floats(b.pages.Style.Trim.W, b.pages.Style.Trim.H)
	blocks := blocksOf(page)
	for _, it := range page.Items {
		n, owned := blocks[display.Owner(it)]
		if !owned {
			n = -1
		}
		s.item(it, n)
	}
	return s.h
}

// sum is a digest at work.
type sum struct {
	book *Book
	h    uint64
}

// word takes 64 bits in.
func (s *sum) word(v uint64) { s.h = mixed(s.h, v) }

// mixed takes 64 bits into a digest.
func mixed(h, v uint64) uint64 {
	hi, lo := bits.Mul64(h^v^0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93)
	return hi ^ lo ^ bits.RotateLeft64(v, 29)
}

func (s *sum) floats(values ...float64) {
	for _, v := range values {
		s.word(math.Float64bits(v))
	}
}

func (s *sum) text(text string) { s.word(digest(text)) }

// digest is that of a text (FNV-1a).
func digest(text string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

func (s *sum) rect(r display.Rect) { s.floats(r.X, r.Y, r.W, r.H) }

// item takes in an item of block n of the page.
func (s *sum) item(it display.Item, n int) {
	s.word(uint64(int64(n)))
	switch it := it.(type) {
	case *display.Text:
		s.line(it)
	case *display.Rule:
		s.word(2)
		s.rect(it.Rect)
		s.word(color(it.Color))
		s.word(flag(it.Dotted))
	case *display.Image:
		s.word(3)
		s.rect(it.Rect)
		s.word(uint64(int64(it.Turn)))
		if it.Crop != nil {
			s.rect(*it.Crop)
		}
		s.text(it.Alt)
		s.word(s.book.pictureSum(it.Asset))
	case *display.Link:
		s.word(4)
		s.rect(it.Rect)
		s.text(it.URL)
		s.text(it.Text)
		if it.URL == "" {
			s.word(uint64(int64(s.book.pages.Spots[it.Dest].Page)))
		}
	}
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func color(c paragraph.Color) uint64 { return uint64(c.R)<<16 | uint64(c.G)<<8 | uint64(c.B) }

func (s *sum) line(t *display.Text) {
	s.word(1)
	s.floats(t.X, t.Y)
	s.word(uint64(int64(t.Turn))<<1 | flag(t.Line.Joined))
	s.word(s.book.lineSum(t.Line))
}

// lineSum is the digest of the pieces of a line.
func (b *Book) lineSum(l *paragraph.Line) uint64 {
	h, known := b.opt.Memory.line(l)
	if known {
		return h
	}
	s := sum{book: b}
	for i := range l.Pieces {
		p := &l.Pieces[i]
		s.word(uint64(math.Float32bits(p.X))<<32 | uint64(math.Float32bits(p.Width)))
		s.word(color(p.Style.Color)<<8 | uint64(p.Level))
		s.floats(p.Style.Size, p.Style.Rise)
		if p.Word != nil {
			s.word(b.wordSum(p.Word))
		}
	}
	b.opt.Memory.keep(l, s.h)
	return s.h
}

// wordSum is the digest of a word: its text, its face, its glyphs and where they stand.
func (b *Book) wordSum(w *paragraph.Word) uint64 {
	h, ok := b.words[w]
	if ok {
		return h
	}
	face, ok := b.faces[w.Face]
	if !ok {
		face = w.Face.Sum()
		b.faces[w.Face] = face
	}
	h = mixed(digest(w.Text), face)
	for _, g := range w.Glyphs {
		h = mixed(h, uint64(g.Advance)<<32|uint64(uint16(g.DX))<<16|uint64(uint16(g.DY)))
		h = mixed(h, uint64(g.GID))
	}
	b.words[w] = h
	return h
}

// pictureSum is the digest of a picture.
func (b *Book) pictureSum(asset string) uint64 {
	if h, ok := b.seen[asset]; ok {
		return h
	}
	h := digest(asset)
	if p := b.pages.Pictures[asset]; p != nil {
		h = mixed(h, p.Sum())
	}
	b.seen[asset] = h
	return h
}
