package fonts

import ot "github.com/go-text/typesetting/font/opentype"

// Stroke is a line that is drawn through or under text: how far its upper edge
// lies above the baseline, negative below it, and how thick it is, both in font
// units.
type Stroke struct{ Top, Weight int }

// Where strokes lie in a face that does not say, in parts of an em, and what is
// taken for an answer: tools leave 0 behind, or a thickness that no pen has.
const (
	underTop, throughTop, strokeWeight = -0.12, 0.28, 0.05
	leastUnder, mostUnder              = 0.01, 1.0
	leastThrough, mostThrough          = 0.1, 0.6
	leastWeight, mostWeight            = 0.01, 0.15
)

// readStrokes reads where the face wants its lines: post for the one under text,
// OS/2 for the one through it (OpenType 1.9).
func (f *Face) readStrokes(post, os2 []byte) {
	within := func(table []byte, at int, least, most float64) (units int, ok bool) {
		if len(table) < at+2 {
			return 0, false
		}
		units = int(int16(be16(table, at)))
		part := float64(units) / float64(f.UnitsPerEm)
		return units, part >= least && part <= most
	}
	stroke := func(table []byte, top, weight int, least, most, otherwise float64) (s Stroke) {
		var ok bool
		if s.Top, ok = within(table, top, least, most); !ok {
			s.Top = int(otherwise * float64(f.UnitsPerEm))
		}
		if s.Weight, ok = within(table, weight, leastWeight, mostWeight); !ok {
			s.Weight = int(strokeWeight * float64(f.UnitsPerEm))
		}
		return s
	}
	f.Under = stroke(post, 8, 10, -mostUnder, -leastUnder, underTop)
	f.Through = stroke(os2, 28, 26, leastThrough, mostThrough, throughTop)
}

// HasSmallCaps tells whether the face has small capitals of its own.
func (f *Face) HasSmallCaps() bool {
	_, ok := f.font.GSUB.FindFeatureIndex(ot.MustNewTag("smcp"))
	return ok
}
