package spell

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
	now  *Show
	wait *paragraph.Piece // a space before the first word
	join bool             // wait is at the joint with another run
	off  bool             // a space of another size stands behind the show: what follows stands by itself
	last edge             // of the word spelt last
	told *paragraph.Piece // whose tag the show has now
}

// word adds a word's codes, in the show before if that has its style.
func (r *run) word(p *paragraph.Piece, i int) {
	w := r.spelling(i)
	y := r.text.Y - p.Style.Rise
	if r.now == nil || r.off || r.now.Font != w.font || r.now.Size != p.Style.Size || r.now.Color != p.Style.Color || r.now.Y != y {
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
	} else if r.rtl && r.last == blank && r.now.Gaps[len(r.now.Gaps)-1].Kind == Plain {
		r.tell(w.first == vowel)
	}
	if r.told == nil || !r.sameTag(r.told, p) {
		r.now.cut(r.tagOf(p), i)
		r.told = p
	}
	r.now.Codes = append(r.now.Codes, w.codes...)
	r.last = w.last
}

// tell keeps the last space for the end of the show.
func (r *run) tell(vowel bool) {
	n := len(r.now.Gaps) - 1
	if vowel {
		r.vowels = append(r.vowels, n)
	} else {
		r.letters = append(r.letters, n)
	}
}

// settle ends a show. It keeps with it which of its spaces stand before marks and
// which before letters, for [encoder.lean].
func (r *run) settle() {
	if r.now == nil {
		return
	}
	r.now.Codes, r.now.Gaps, r.now.Cuts = r.kept.codes.close(r.now.Codes), r.kept.gaps.close(r.now.Gaps), r.kept.cuts.close(r.now.Cuts)
	if len(r.vowels) > 0 && r.ways&Unjoined == 0 {
		r.now.spacing = &spacing{slices.Clone(r.vowels), slices.Clone(r.letters)}
	}
	r.vowels, r.letters = r.vowels[:0], r.letters[:0]
}

// open begins a show at a piece.
func (r *run) open(font int, p *paragraph.Piece, at pen, y float64) {
	r.settle()
	r.shows = append(r.shows, Show{Font: font, Size: p.Style.Size, X: at.x, Y: y, Steps: at.steps, RTL: r.rtl, Color: p.Style.Color,
		Codes: r.kept.codes.open(4 * len(r.text.Line.Pieces)), Gaps: r.kept.gaps.open(len(r.text.Line.Pieces)/2 + 1), Cuts: r.kept.cuts.open(1)})
	r.now, r.told = &r.shows[len(r.shows)-1], nil
}

// begin opens the run's first show, and guards its left edge.
func (r *run) begin(w *spelled, p *paragraph.Piece) {
	if r.wait != nil {
		kind := Plain
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
		r.add(Gap{Kind: r.jointKind(), Units: guardUnits})
		r.now.Back += guardUnits
	case w.first == vowel, w.first == neutral && r.rtl:
		r.add(Gap{Kind: r.markKind()})
	}
}

// guardUnits is the width of a guard before a run that begins with a mark, which
// pdf.js would else leave behind, as the end of what it read before.
const guardUnits = 50

func (r *run) jointKind() Kind { return jointOf(r.rtl) }

func (r *run) markKind() Kind {
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
	r.off = r.now.Size != p.Style.Size || r.now.Y != r.text.Y-p.Style.Rise
	if r.now.Y != r.text.Y-p.Style.Rise {
		return
	}
	kind := Plain
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
		r.shows = append(r.shows, Show{Font: before.Font, Size: before.Size, X: r.text.X + float64(r.wait.X), Y: before.Y, RTL: r.rtl, Color: before.Color,
			Codes: r.kept.codes.open(1), Gaps: r.kept.gaps.open(1)})
		r.now = &r.shows[len(r.shows)-1]
		r.addSpace(r.wait, r.jointKind())
		r.last = blank
	}
	r.settle()
	if follows && r.last != strong && r.ways&Unguarded == 0 {
		r.now.After = r.markKind()
	}
}

// addSpace adds a space of a piece's width, and gives its width in units of
// the show's face. pdf.js takes more than .6 em for the end of a stretch.
func (r *run) addSpace(p *paragraph.Piece, kind Kind) uint16 {
	face := r.Fonts[r.now.Font].Face
	units := unitsOf(face, p.Width, r.now.Size)
	if r.rtl && int(units) > face.UnitsPerEm*2/5 {
		kind = jointRTL
	}
	r.add(Gap{Kind: kind, Units: units})
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

func (r *run) add(g Gap) {
	switch {
	case r.ways&Unguarded != 0 && g.Kind.Mark():
		return
	case r.ways&Unjoined != 0 && !g.Kind.Mark():
		g.Kind = Plain
	case r.ways&Joined != 0 && g.Kind == Plain:
		g.Kind = r.jointKind()
	}
	r.now.add(g)
}
