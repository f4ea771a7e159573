// Package drawing reads drawings of lines, areas and words (SVG 1.1, and what charts
// have of SVG 2) as operators of a page, so that they are sharp at any size. What a
// drawing has and pages cannot show is left out and named, since a book is printed
// once; the rest is drawn.
package drawing

import "slices"

// Drawing is a picture of lines and areas, as operators of a PDF page
// (ISO 32000-1 8.5) that draw it in a rectangle of Width by Height points, from
// its lower left corner up. The operators name the rest of it: GS0, GS1 … its
// opacities, X0 … its forms, P0 … its gradients, Im0 … its rasters, T0 … its labels.
type Drawing struct {
	Width, Height float64 // points
	Sized         bool    // the file says how large it is; else only its proportions count
	Operators     []byte
	Opacities     []Opacity
	Forms         []Form
	Gradients     []Gradient
	Rasters       [][]byte // files of pixels, each drawn in a square of 1
	Sharp         []bool   // of the rasters: their pixels are squares, however large
	// Labels are words to be set: in the place of "/T0 Do" comes what is drawn of
	// the first. Where there are none the drawing is whole.
	Labels  []Label
	Omitted []Omission
}

// Opacity is how much of what lies below areas and lines hide, from 0 to 1.
type Opacity struct {
	Fill, Stroke float64
	Mask         int    // the number of a form from 1 on, whose gray is the opacity of each place; 0 for none
	Alpha        bool   // of the mask not its grays count, but how opaque it is itself
	Blend        string // how its colours and those below make others, as PDF names it (ISO 32000-1 11.3.5); "" where they hide them
}

// Blends tells a drawing some of whose colours make others with those below: what is
// blended in it lies on nothing but itself.
func (d *Drawing) Blends() bool {
	return slices.ContainsFunc(d.Opacities, func(o Opacity) bool { return o.Blend != "" })
}

// Form is what is drawn as one, in a plane that lies as it does where it is drawn.
type Form struct {
	Box       [4]float64 // left, low, right, high: nothing is drawn beyond
	Operators []byte
	Blended   bool // as a whole: what lies in it is not clear one by one
	Gray      bool // it is of a mask, which is drawn in grays over black
}

// Gradient is a colour that changes along a line, or from a circle to another
// (ISO 32000-1 8.7.4.5.3 and .4), in a plane of its own.
type Gradient struct {
	Radial     bool
	X0, Y0, R0 float64 // the first circle, or the beginning of the line
	X1, Y1, R1 float64
	Matrix     Matrix // from its plane to that of the form it is used in, or of the drawing
	Stops      []Stop // of rising offsets, two at least
	Gray       bool   // in a mask
}

// Stop is a colour of a gradient, at a part of its way.
type Stop struct {
	At               float64
	Red, Green, Blue uint8
}

// Label is words on one line.
type Label struct {
	Line   int // of the file
	Runs   []Run
	Anchor float64 // how much of it is to the left of its place: 0, 0.5 or 1
	Most   float64 // how wide it may be; 0 for any width
	Width  float64 // to which it is stretched or narrowed; 0 for its own
	Spread bool    // to that width by spaces between its letters, where they do not join
	Dir    int     // of the line: 0 by its letters, 1 from the left, -1 from the right
	Down   bool    // it is a column, whose plane is turned or that stands along a course: letters that stand upright in columns are turned back
	Course *Course // along which it stands; nil for a straight line
}

// Course is a way along which words stand, in parts, and where on it they begin.
type Course struct {
	Parts [][2]Point
	Start float64
}

// Run is letters of a label of one look, in a plane whose y goes down.
type Run struct {
	Text               string
	Size               float64
	Bold, Italic, Mono bool
	Font               Design
	SmallCaps          bool
	Apart              bool    // its letters do not look at those before them
	Blanks             int     // so many blanks stand before it
	DX, DY             float64 // by which it and what follows it moves
	Turn               float64 // by which its letters are turned, each about its place, in degrees
	Rise               float64 // by which it alone is higher
	Baseline           string  // which of its lines lies at the place, as CSS names it; "" for that on which it stands
	StrokeFirst        bool    // its outline is filled over what is drawn along it
	Spacing            float64 // between letters
	Blank              float64 // more between words
	Fill, Stroke       []byte  // operators before its outline is filled, or drawn along; nil where it is not
	Tiles              []byte  // what is drawn within its outline, in the place of a filling; nil for that
	Rules              []Rule
}

// Design is what letters ask of a face that has several designs (CSS Fonts 4, 2 and 6).
type Design struct {
	Weight  int     // 1 to 1000; 0 for one that Bold says
	Stretch float64 // percent; 0: 100
	Leans   bool
	Size    float64 // for which it is drawn, in pixels of the drawing; 0 for any
	Axes    string  // places on axes: "wdth=75,GRAD=-200"
}

// Rule is a line along a run, with the operators before it is filled, or drawn along.
type Rule struct {
	Where        Where
	Fill, Stroke []byte
}

// Where is where a rule lies.
type Where uint8

const (
	Under   Where = iota // below the baseline
	Over                 // above the letters
	Through              // across them
)

// Omission is something that a drawing has and no page shows.
type Omission struct {
	Line int    // of the file
	What string // "a filter"
}
