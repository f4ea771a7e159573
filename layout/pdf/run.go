package pdf

import (
	"math"
	"slices"

	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// run is a run of one direction that is being spelt.
type run struct {
	*speller
	text *display.Text
	rtl  bool
	now  *show
	wait *paragraph.Piece // a space before the first word
	join bool             // wait is at the joint with another run
	off  bool             // a space of another size stands behind the show: what follows stands by itself
	last edge             // of the word spelt last
}

// word adds a word's codes, in the show before if that has its style.
func (r *run) word(p *paragraph.Piece, i int) {
	w := &r.spelt[r.words[p.Word]]
	y := r.text.Y - p.Style.Rise
	if r.now == nil || r.off || r.now.font != w.font || r.now.size != p.Style.Size || r.now.color != p.Style.Color || r.now.y != y {
		first := r.now == nil
		at := pen{x: r.text.X + float64(p.X)}
		if len(r.pens) > 0 {
			at = r.pens[i]
		}
		r.open(w.font, p, at, y)
		r.off = false
		if first {
			r.begin(w, p)
		}
	} else if r.rtl && r.last == blank && r.now.gaps[len(r.now.gaps)-1].kind == plain {
		r.tell(w.first == vowel)
	}
	r.now.cut(r.tagOf(p), i)
	r.now.codes = append(r.now.codes, w.codes...)
	r.last = w.last
}

// tell keeps the last space for the end of the show.
func (r *run) tell(vowel bool) {
	n := len(r.now.gaps) - 1
	if vowel {
		r.vowels = append(r.vowels, n)
	} else {
		r.letters = append(r.letters, n)
	}
}

// settle keeps with the show which of its spaces stand before marks and which
// before letters, for [encoder.lean].
func (r *run) settle() {
	if r.now != nil && len(r.vowels) > 0 && r.ways&unjoined == 0 {
		r.now.vowels, r.now.letters = slices.Clone(r.vowels), slices.Clone(r.letters)
	}
	r.vowels, r.letters = r.vowels[:0], r.letters[:0]
}

// open begins a show at a piece.
func (r *run) open(font int, p *paragraph.Piece, at pen, y float64) {
	r.settle()
	r.shows = append(r.shows, show{font: font, size: p.Style.Size, x: at.x, y: y, steps: at.steps, rtl: r.rtl, color: p.Style.Color,
		codes: make([]fonts.Code, 0, 4*len(r.text.Line.Pieces))})
	r.now = &r.shows[len(r.shows)-1]
}

// begin opens the run's first show, and guards its left edge.
func (r *run) begin(w *spelled, p *paragraph.Piece) {
	if r.wait != nil {
		kind := plain
		if r.join || w.first == vowel {
			kind = r.jointKind()
		}
		r.now.goBack(r.addSpace(r.wait, kind))
		if r.join || w.first == vowel {
			return
		}
	}
	switch {
	case w.first == vowel && r.wait == nil:
		r.add(gap{kind: r.jointKind(), units: guardUnits})
		r.now.back += guardUnits
	case w.first == vowel, w.first == neutral && r.rtl:
		r.add(gap{kind: r.markKind()})
	}
}

// guardUnits is the width of a guard before a run that begins with a mark, which
// pdf.js would else leave behind, as the end of what it read before.
const guardUnits = 50

func (r *run) jointKind() kind { return jointOf(r.rtl) }

func (r *run) markKind() kind {
	if r.rtl {
		return markRTL
	}
	return markLTR
}

// space adds a space, or keeps it for the run's first show.
func (r *run) space(p *paragraph.Piece, joint bool) {
	if r.now == nil {
		if r.wait == nil {
			r.wait, r.join = p, joint
		}
		return
	}
	r.off = r.now.size != p.Style.Size || r.now.y != r.text.Y-p.Style.Rise
	if r.now.y != r.text.Y-p.Style.Rise {
		return
	}
	kind := plain
	if joint {
		kind = r.jointKind()
	}
	r.addSpace(p, kind)
	r.last = blank
}

// close guards the run's right edge where another run follows there. A run of
// spaces alone is drawn with the font of the show before.
func (r *run) close(follows bool) {
	if r.now == nil {
		if len(r.shows) == 0 || r.wait == nil {
			return
		}
		before := r.shows[len(r.shows)-1]
		r.shows = append(r.shows, show{font: before.font, size: before.size, x: r.text.X + float64(r.wait.X), y: before.y, rtl: r.rtl, color: before.color})
		r.now = &r.shows[len(r.shows)-1]
		r.addSpace(r.wait, r.jointKind())
		r.last = blank
	}
	r.settle()
	if follows && r.last != strong && r.ways&unguarded == 0 {
		r.now.after = r.markKind()
	}
}

// addSpace adds a space of a piece's width, and gives its width in units of
// the show's face. pdf.js takes more than .6 em for the end of a stretch.
func (r *run) addSpace(p *paragraph.Piece, kind kind) uint16 {
	face := r.fonts[r.now.font].Face
	units := unitsOf(face, p.Width, r.now.size)
	if r.rtl && int(units) > face.UnitsPerEm*2/5 {
		kind = jointRTL
	}
	r.add(gap{kind: kind, units: units})
	return units
}

// spaceUnits is the width of a space in units of a face.
func spaceUnits(face *fonts.Face, p *paragraph.Piece) uint16 {
	return unitsOf(face, p.Width, p.Style.Size)
}

// unitsOf is a width in points in units of a face of a size.
func unitsOf(face *fonts.Face, width float32, size float64) uint16 {
	units := math.Round(float64(width) / size * float64(face.UnitsPerEm))
	return uint16(min(max(units, 0), math.MaxUint16))
}

func (r *run) add(g gap) {
	switch {
	case r.ways&unguarded != 0 && g.kind.mark():
		return
	case r.ways&unjoined != 0 && !g.kind.mark():
		g.kind = plain
	case r.ways&joined != 0 && g.kind == plain:
		g.kind = r.jointKind()
	}
	r.now.add(g)
}
