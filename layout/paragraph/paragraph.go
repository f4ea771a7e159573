// Package paragraph is inline layout: styled text and a measure in, lines of
// placed words out.
//
// Text is itemized into runs of one level, script, language and face (UAX #9,
// UAX #24), shaped word by word through HarfBuzz, turned into boxes, glue and
// penalties at the opportunities of UAX #14, broken over the whole paragraph
// at once (Knuth & Plass 1981), justified to the measure and reordered
// (UAX #9 L2). A hemistich is a line of its own, whose ink fills its measure
// ([Compositor.Line]). The package knows letters, not books: what a piece of text
// belongs to it carries along as an opaque number.
package paragraph

import (
	"math"

	"github.com/go-text/typesetting/language"

	"warraq/content/char"
	"warraq/fonts"
	"warraq/layout/paragraph/bidi"
	"warraq/layout/paragraph/hyphen"
	"warraq/layout/paragraph/segment"
)

// Style is how a span of text is set. Spans of one look share one Style.
type Style struct {
	Font  fonts.Style
	Size  float64 // points
	Rise  float64 // points above the baseline, for superior figures
	Lang  string  // BCP 47; empty: the paragraph's
	Color Color
	Mark  int32 // opaque: what the caller wants to find again on the line
	Still bool  // its words are never lengthened
	Whole bool  // no line ends in it
	Made  uint8 // opaque: what the caller wrote itself; 0 is the text's own
	Dress uint8 // opaque: what the caller draws beside the letters, and tells of them
	Caps  Caps
	// Object is what a span of one ObjectMark stands for; nil for letters.
	Object *Object
}

// Span is a stretch of text in one style. A line feed in it is a forced line
// break; the isolates U+2066…U+2069 direct the text and are not set.
type Span struct {
	Text  string
	Style *Style
	// Expansion is opaque: what the text is short for. Text is set as if there
	// were none; [Piece.Expansion] finds it again on the line.
	Expansion *string
}

// Align is how lines fill the measure.
type Align uint8

const (
	Justify Align = iota // both edges, the last line at the start edge
	Start                // ragged at the end edge
	Center
	End
)

// Narrow is what the first lines of a paragraph stand beside: how many they are, and how
// much narrower, in points.
type Narrow struct {
	Lines int
	By    float64
}

// MeasureOf is the measure of line i.
func (f *Form) MeasureOf(i int) float64 {
	if i < f.Narrow.Lines {
		return f.Measure - f.Narrow.By
	}
	return f.Measure
}

// Form is the shape of a paragraph.
type Form struct {
	Measure float64 // points
	Narrow  Narrow
	Indent  float64 // of the first line, at the start edge, points
	Align   Align
	LTR     bool   // base direction; the zero value is right to left
	Lang    string // BCP 47
	Kashida Lengthening
	Hanging bool // marks at the edges of full lines stand a little in the margins
	Plain   bool // leave numbers and addresses to UAX #9 alone, unisolated
	// NoHyphens keeps Latin words whole. Else a justified line may end within
	// one whose language has patterns ([hyphen.For]); the text of its first
	// part then ends in a soft hyphen, U+00AD, drawn as a hyphen.
	NoHyphens bool
	// DividedCode lets a line end behind any hyphen in code. Else none ends behind
	// one in code that a line has room for: nobody could tell whose hyphen it is.
	DividedCode bool
	// Balanced makes the lines of a text that is not justified about as long as
	// each other, as titles are set.
	Balanced bool
	// Turned says that the text runs against the base direction: the last of
	// several full lines begins where the text does, at the end edge.
	Turned bool
	// Beyond is how far the call of a note that ends a [Compositor.Line] may stand
	// out of the measure, in points; 0 is as far as it is wide.
	Beyond float64
	// Again is the lines of this paragraph as it was set before, with other
	// numbers in it: it ends its lines at the same places, if it can.
	Again []Line
}

// Line is one line of a paragraph.
type Line struct {
	// Pieces in logical order. Spaces at the ends of the line are gone.
	Pieces []Piece
	// Width is the set width in points; it equals the measure less the
	// indent on every justified line.
	Width float64
	// Height and Depth are those of the ink above and below the baseline, in
	// points, both positive.
	Height, Depth float64
	// Ratio is how far the spaces were stretched (>0) or shrunk (<0), as
	// Knuth & Plass define it; 0 on lines set at their natural width.
	Ratio float64
	// Full tells that the line was justified to the measure.
	Full bool
	// Joined tells that no space stands between it and the next line.
	Joined bool

	start, end float64 // how far it hangs into the margins, points
	node       int32   // at which it ends
}

// Piece is a word or a space on a line.
type Piece struct {
	Word  *Word // nil for a space
	Style *Style
	X     float32 // its left edge, points from the left end of the measure
	Width float32 // points
	Space int32   // advance of a space in units of its Style's regular face, 0 for a word
	Level uint8   // UAX #9; odd runs right to left

	tied   bool   // a space within a number or code, which stays as wide as it is
	border uint8  // see text.border: what stands between it and the piece before
	short  *short // the first part of it that is short for something, nil for none
}

// Missing is a character that no face has.
type Missing struct {
	Span int // index of the span
	Rune rune
}

// Boxed tells whether the character is set as the visible box of the face's
// .notdef glyph, as letters and digits are. Signs and marks are left out: what is
// written can be read without them.
func (m Missing) Boxed() bool { return isBoxed(m.Rune) }

func isBoxed(r rune) bool { return char.In(r, char.L|char.Nd) }

// Setting is a paragraph set in lines.
type Setting struct {
	Lines   []Line
	Missing []Missing
}

// Compositor sets paragraphs. It keeps scratch space, so it serves one
// goroutine; several share one [Words]. Make it with [NewCompositor].
type Compositor struct {
	faces    *fonts.Set
	words    *Words
	memory   *Memory
	shaper   shaper
	bidi     bidi.Paragraph
	segment  segment.Segmenter
	director director

	text   text
	run    run // found last
	wanted []rune
	units  []unit
	nodes  []Node
	order  []int
	level  []bidi.Level
	placed []*Piece
	lines  breaker
	bars   []float64 // where words of the line above are lengthened, from the left
	above  []float64 // those of the line before that
	able   []candidate
	chosen []candidate

	hyphens map[string]*hyphen.Hyphenator // by language; nil where there are no patterns
	dashes  map[*fonts.Face]string        // their hyphens
	points  []int

	spoken string          // the language asked for last,
	likely language.Script // and its script
}

// NewCompositor makes a compositor that shares shaped words with all others
// made over the same words.
func NewCompositor(faces *fonts.Set, words *Words) *Compositor {
	return &Compositor{faces: faces, words: words, shaper: newShaper(words)}
}

// Remember has the compositor take paragraphs as they were set before, whose words
// are those of the memory.
func (c *Compositor) Remember(m *Memory) { c.memory = m }

// Set sets one paragraph. A paragraph without any text has no lines. Nothing may be
// written into what it gives: it may be given again.
func (c *Compositor) Set(spans []Span, form Form) Setting {
	form = form.sound()
	return c.memory.remembered(spans, form, c.set)
}

func (c *Compositor) set(spans []Span, form Form) Setting {
	missing := c.itemize(spans, form)
	c.shapeUnits(form)
	c.makeNodes(form)
	breaks, ok := again(c.nodes, form)
	if !ok {
		breaks = c.lines.breakLines(c.nodes, form)
	}
	return Setting{Lines: c.justify(breaks, form), Missing: missing}
}

// widestMeasure is wider than any sheet, in points.
const widestMeasure = 1e6

// mostNarrow is more lines than any page has.
const mostNarrow = 1000

// sound puts measures that no page has within reach of the arithmetic: a
// measure that is not positive is 0, where every word has a line to itself,
// and an indent must leave room for text.
func (f Form) sound() Form {
	if !(f.Measure > 0) { // nor NaN
		f.Measure = 0
	}
	f.Measure = min(f.Measure, widestMeasure)
	if !(f.Narrow.By > 0 && f.Narrow.By < f.Measure) || f.Narrow.Lines < 0 {
		f.Narrow = Narrow{}
	}
	f.Narrow.Lines = min(f.Narrow.Lines, mostNarrow)
	if !(math.Abs(f.Indent) < f.Measure-f.Narrow.By) {
		f.Indent = 0
	}
	return f
}

// Width is the width of spans without a measure, that of the widest line
// between forced breaks, and that of the widest stretch that cannot be broken:
// what a table column asks for. Both are in points.
func (c *Compositor) Width(spans []Span, form Form) (whole, widest float64) {
	form.Measure = 0
	c.itemize(spans, form)
	c.shapeUnits(form)
	if !form.DividedCode {
		c.holdCode(widestMeasure)
	}
	line, run := 0.0, 0.0
	for i := range c.units {
		u := &c.units[i]
		line += u.width
		whole = max(whole, line)
		if u.after == segment.Must {
			line = 0
		}
		if u.space && u.after != segment.Never {
			run = 0
			continue
		}
		run += u.least()
		widest = max(widest, run)
		if u.after != segment.Never {
			run = 0
		}
	}
	return whole, widest
}

// Height is that of the piece's ink above the line's baseline, in points.
func (p *Piece) Height() float64 {
	if p.Word == nil {
		return 0
	}
	return p.Word.points(p.Word.Height, p.Style) + p.Style.Rise
}

// Depth is that of the piece's ink below the line's baseline, in points,
// positive.
func (p *Piece) Depth() float64 {
	if p.Word == nil {
		return 0
	}
	return p.Word.points(p.Word.Depth, p.Style) - p.Style.Rise
}
