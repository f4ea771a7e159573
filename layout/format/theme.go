package format

import (
	"math"

	"warraq/content/design"
	"warraq/content/setup"
	"warraq/layout/paragraph"
)

// Paint is a colour, or none: the zero value draws nothing.
type Paint struct {
	paragraph.Color
	On bool
}

// TitleLook is how a title is set.
type TitleLook struct {
	Size  float64
	Bold  bool
	Align paragraph.Align // Center or Start
	Color paragraph.Color
	Above float64 // a section's: the space above it
}

// Design is the part of a Style that is ornament and colour, out of the book's
// [design.Theme]; measures in points.
type Design struct {
	Between    float64 // between paragraphs
	ByColor    bool    // emphasis is a colour
	Accent     paragraph.Color
	Link       paragraph.Color
	Highlight  paragraph.Color // behind highlighted text
	Opener     TitleLook       // of chapters
	Sink       float64         // above a chapter's title
	AfterTitle float64         // from its last line to the text
	Ornament   design.Ornament
	RuleLength float64
	RuleWeight float64
	OpenerInk  Paint
	OpenerBand Paint // behind label and title

	Sections [2]TitleLook // of the second level, and of those below

	NoteRule           float64 // length of the rule above notes
	HeadEven, HeadOdd  design.Head
	HeadPlace          design.HeadPlace
	HeadColor          paragraph.Color
	HeadRule           Paint
	FolioPlace         design.FolioPlace
	Folio              float64 // type size
	FolioColor         paragraph.Color
	TitleStyle         design.TitleStyle
	TitleColor         paragraph.Color
	Cover              CoverLook
	Dots               bool // leaders in the contents
	QuoteInset         float64
	QuoteBar           Paint
	BoxGround, BoxBar  Paint
	BoxFrame           Paint
	BoxTitle           paragraph.Color
	BoxPad             float64
	TableHeader, Zebra Paint
	Stripe             Paint // of every other row, where a table asks for it and the theme has none
	HeaderColor        paragraph.Color
	TableRules         Paint // around a table and under its header
	TableLines         Paint // between its rows
	CaptionAlign       paragraph.Align
	CaptionBold        bool
	CaptionColor       paragraph.Color
	CaptionBelow       bool
	CodeGround         Paint
	Pause              design.Ornament
	PauseColor         paragraph.Color
	VerseGap           float64
	Epigraph           float64 // type size
	EpigraphInset      float64
	Pull               TitleLook
	PullRule           Paint
}

// CoverLook is how the front of the book is made.
type CoverLook struct {
	Style                 design.CoverStyle
	Ground, Ink, Ornament Paint
}

// designer turns a theme's lengths and inks into points and colours.
type designer struct {
	theme    *design.Theme
	em, line float64
}

// size is a type size, in quarters of a point where it is not given in points.
func (d designer) size(l design.Length) float64 {
	if l.Unit == design.Points {
		return l.Value
	}
	return math.Round(d.of(l, d.em)*4) / 4
}

// leading is a leading, in halves of a point where it is not given in points.
func (d designer) leading(l design.Length) float64 {
	if l.Unit == design.Points {
		return l.Value
	}
	return math.Round(d.of(l, d.em)*2) / 2
}

// of is a length of which parts are taken from whole.
func (d designer) of(l design.Length, whole float64) float64 { return l.In(d.em, d.line, whole) }

func (d designer) color(i design.Ink) paragraph.Color { return d.paint(i).Color }

func (d designer) paint(i design.Ink) Paint {
	c, on := d.theme.Colors.Of(i)
	if !on {
		return Paint{}
	}
	return Paint{paragraph.Color{R: c.R, G: c.G, B: c.B}, true}
}

// A highlight is the theme's tint laid three times over itself, so that it is
// seen on a ground of that tint too; but no darker than text can stand on.
const (
	highlightLayers = 3.0
	mostHighlight   = 84 // of 255, of the colour that it takes most of
)

func highlight(tint paragraph.Color) paragraph.Color {
	most := 255 - min(tint.R, tint.G, tint.B)
	if most == 0 {
		return paragraph.Gray(1 - mostHighlight/2.0/255)
	}
	times := max(1, min(highlightLayers, mostHighlight/float64(most)))
	darker := func(v uint8) uint8 { return uint8(math.Round(255 - times*float64(255-v))) }
	return paragraph.Color{R: darker(tint.R), G: darker(tint.G), B: darker(tint.B)}
}

func (d designer) look(l design.Look) TitleLook {
	return TitleLook{Size: d.size(l.Size), Bold: l.Bold, Align: alignOf(l.Align), Color: d.color(l.Ink)}
}

func alignOf(a design.HeadAlign) paragraph.Align {
	if a == design.AtStart {
		return paragraph.Start
	}
	return paragraph.Center
}

// The widths of page between which type of no given size grows.
const (
	a5Width, a5Size = 148 * mm, 12.0
	a4Width, a4Size = 210 * mm, 14.0
)

// bodySize is the size of running text. One that is left open is 12 points on
// A5 and 14 on A4, in halves of a point.
func bodySize(l design.Length, trim setup.Size) float64 {
	if l.Value > 0 {
		return l.In(a5Size, a5Size, trim.W)
	}
	share := (trim.W - a5Width) / (a4Width - a5Width)
	size := a5Size + min(max(share, 0), 1)*(a4Size-a5Size)
	return math.Round(size*2) / 2
}

// margins sets the type area on the page: what is over the theme's widest
// measure goes to both margins in proportion.
func (s *Style) margins(d designer) {
	p := &d.theme.Page
	s.Inner, s.Outer = d.of(p.Inner, s.Trim.W), d.of(p.Outer, s.Trim.W)
	const hair = 0.01 // forgives sums of lengths their rounding, points
	if most := d.of(p.Measure, s.Trim.W); s.Measure() > most+hair {
		free := s.Trim.W - most
		share := 0.5 // where the theme has no margins
		if both := s.Inner + s.Outer; both > 0 {
			share = s.Inner / both
		}
		s.Inner, s.Outer = free*share, free*(1-share)
	}
	s.Top, s.Foot = d.of(p.Top, s.Trim.H), d.of(p.Bottom, s.Trim.H)
}

// designOf is the ornaments and colours of a theme.
func (d designer) designOf(measure float64) Design {
	t := d.theme
	g := Design{
		Between: d.of(t.Body.Between, d.line), ByColor: t.Body.Emphasis == design.ByColor,
		Accent: d.color(design.Ink{Tone: design.Accent}), Link: d.color(t.Body.Link), Highlight: highlight(d.color(design.Ink{Tone: design.Tint})),
		Opener: d.look(t.Chapter.Look), Sink: d.of(t.Chapter.Sink, d.line), AfterTitle: d.of(t.Chapter.Below, d.line),
		Ornament: t.Chapter.Ornament, OpenerInk: d.paint(t.Chapter.OrnamentInk), OpenerBand: d.paint(t.Chapter.Ground),
		RuleLength: d.of(t.Chapter.Rule, measure), RuleWeight: d.of(t.Chapter.Weight, d.em),
		Sections: [2]TitleLook{d.look(t.Section.Look), d.look(t.Subsection.Look)},
		NoteRule: d.of(t.Notes.Rule, measure),
		HeadEven: t.Heads.Even, HeadOdd: t.Heads.Odd, HeadPlace: t.Heads.Place,
		HeadColor: d.color(t.Heads.Ink), HeadRule: d.paint(t.Heads.Rule),
		FolioPlace: t.Folio.Place, Folio: d.size(t.Folio.Size), FolioColor: d.color(t.Folio.Ink),
		TitleStyle: t.TitlePage.Style, TitleColor: d.color(t.TitlePage.Ink), Dots: t.Contents.Dots,
		QuoteInset: d.of(t.Quote.Inset, measure), QuoteBar: d.paint(t.Quote.Bar),
		BoxGround: d.paint(t.Box.Ground), BoxBar: d.paint(t.Box.Bar), BoxFrame: d.paint(t.Box.Frame),
		BoxTitle: d.color(t.Box.Title), BoxPad: d.of(t.Box.Pad, d.em),
		TableHeader: d.paint(t.Table.Header), HeaderColor: d.color(t.Table.HeaderText), Zebra: d.paint(t.Table.Zebra), Stripe: d.paint(design.Ink{Tone: design.Tint}),
		TableRules: d.paint(t.Table.Rules), TableLines: d.paint(t.Table.Lines),
		CaptionAlign: alignOf(t.Captions.Align), CaptionBold: t.Captions.Bold,
		CaptionColor: d.color(t.Captions.Ink), CaptionBelow: t.Captions.Below,
		CodeGround: d.paint(t.Code.Ground), Pause: t.Break.Ornament, PauseColor: d.color(t.Break.Ink),
		VerseGap: d.of(t.Verse.Gap, measure), Epigraph: d.size(t.Epigraph.Size), EpigraphInset: d.of(t.Epigraph.Inset, measure),
		Pull:     TitleLook{Size: d.size(t.Pull.Size), Bold: t.Pull.Bold, Color: d.color(t.Pull.Ink)},
		PullRule: d.paint(t.Pull.Rule),
	}
	g.Cover = CoverLook{t.Cover.Style, d.paint(t.Cover.Ground), d.paint(t.Cover.Ink), d.paint(t.Cover.Ornament)}
	g.Sections[0].Above, g.Sections[1].Above = d.of(t.Section.Above, d.line), d.of(t.Subsection.Above, d.line)
	return g
}
