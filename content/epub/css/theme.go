package css

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content/design"
	"warraq/content/epub/markup"
)

// themeCSS is what a theme changes of the stylesheet; nothing for the plain
// one. Sizes are in ems, since the reader chooses the type. A page may be white,
// sepia or black, and that too is the reader's to choose: so colours are the
// theme's hues at a light that stands out from white and from black alike
// ([design.Color.Midway]), grounds are a breath of such a colour, and running
// text has none.
//
// Where the paper is our own, colours are the theme's, as dark as it asks and
// lighter in the dark.
func themeCSS(t *design.Theme, paper Paper) string {
	s := sheet{theme: t, plain: design.Plain(), paper: paper}
	s.text()
	s.titles()
	s.quotes()
	s.boxes()
	s.tables()
	s.ornaments()
	s.titlePage()
	s.grounds()
	if s.out.Len() == 0 {
		return ""
	}
	return "\n/* The theme " + strings.ReplaceAll(markup.Clean(t.Name), "*/", "") + ". */\n" + s.out.String()
}

// sheet is the rules of a theme as they come.
type sheet struct {
	theme, plain *design.Theme
	paper        Paper
	out          strings.Builder
	hued         bool // some text has a colour
}

// rule writes a rule, of those declarations that say something.
func (s *sheet) rule(selector string, declarations ...string) {
	var said []string
	for _, d := range declarations {
		if d != "" {
			said = append(said, d)
		}
	}
	if said != nil {
		s.out.WriteString(selector + " { " + strings.Join(said, "; ") + "; }\n")
	}
}

// color is an ink as text or a line may have it on any ground.
func (s *sheet) color(i design.Ink) string {
	c, on := s.theme.Colors.Of(i)
	switch {
	case !on:
		return "transparent"
	case c == design.Color{}:
		return "currentColor"
	}
	if s.paper == Own {
		return "light-dark(" + c.Lit(min(c.Luminance(), onLight)).String() + ", " + c.Lit(max(c.Luminance(), onDark)).String() + ")"
	}
	return c.Midway().String()
}

// The luminance of colours that are read on our own papers, of which the light one is
// #fff and the dark one #17181a: 4.8 and 5.9 to 1 at least (WCAG 2.2, 1.4.3).
const onLight, onDark = 0.17, 0.3

// ground is an ink as a ground for text of the reader's colour.
func (s *sheet) ground(i design.Ink) string { return s.layers(i, 1) }

// layers is a ground laid several times over itself.
func (s *sheet) layers(i design.Ink, times float64) string {
	c, on := s.theme.Colors.Of(i)
	if !on {
		return "transparent"
	}
	// the colour that, laid on white this thin, looks like the ink
	if least := min(c.R, c.G, c.B); float64(255-least) <= 255*thin {
		full := func(v uint8) int { return 255 - int(float64(255-v)/thin+0.5) }
		return fmt.Sprintf("rgba(%d, %d, %d, %g)", full(c.R), full(c.G), full(c.B), times*thin)
	}
	m := c.Midway()
	return fmt.Sprintf("rgba(%d, %d, %d, %g)", m.R, m.G, m.B, min(1.5*times, 3)*thin)
}

// thin is how much of a ground covers the reader's paper.
const thin = 0.12

// border is a line of an ink, or none.
func (s *sheet) border(side string, width string, i design.Ink) string {
	if _, on := s.theme.Colors.Of(i); !on {
		return side + ": 0"
	}
	return side + ": " + width + " solid " + s.color(i)
}

// colored says the colour of text that has one: black is the reader's, and so
// is what was to stand on a dark ground.
func (s *sheet) colored(i design.Ink) string {
	if c, _ := s.theme.Colors.Of(i); c.Luminance() > 0.5 {
		return ""
	}
	if c := s.color(i); c != "currentColor" && c != "transparent" {
		s.hued = true
		return "color: " + c
	}
	return ""
}

// hues are what may have a colour of its own within a box, and in a cell.
var hues = map[string][]string{
	".box": {"a", "em", "h2", "h3", "h4", "h5", "h6", ".heading", "caption", "figcaption"},
	"tr":   {"a", "em"},
}

// grounds gives text on a ground the reader's colour: a hue as far from white as
// from black stands out too little there (WCAG 2.2, 1.4.3: 4.5 to 1).
func (s *sheet) grounds() {
	if !s.hued {
		return
	}
	t := s.theme
	for _, g := range []struct {
		ink         design.Ink
		place, kind string
	}{
		{t.Box.Ground, ".box", ".box"},
		{t.Table.Header, "thead tr", "tr"},
		{t.Table.Zebra, "tbody tr:nth-child(even)", "tr"},
	} {
		if _, on := t.Colors.Of(g.ink); on {
			s.rule(g.place+" "+strings.Join(hues[g.kind], ", "+g.place+" "), "color: inherit")
		}
	}
	s.rule(".striped "+strings.Join(hues["tr"], ", .striped "), "color: inherit")
}

// over says the colour of text on a ground; only where there is none does the
// contrast of a colour hold on every paper.
func (s *sheet) over(ground, text design.Ink) string {
	if _, on := s.theme.Colors.Of(ground); on {
		return ""
	}
	return s.colored(text)
}

// ems is a length in sizes of the text, to two places.
func (s *sheet) ems(l design.Length) string {
	t := s.theme
	em := t.Body.Size.In(1, 1, 1)
	if em == 0 {
		em = 12
	}
	line := t.Body.Leading.In(em, em, em)
	return strconv.FormatFloat(l.In(em, line, 28*em)/em, 'f', 2, 64) + "em"
}

// emsIf is a declaration of a length that is not the plain theme's.
func (s *sheet) emsIf(property string, l, plain design.Length) string {
	if l == plain {
		return ""
	}
	return property + ": " + s.ems(l)
}

func (s *sheet) text() {
	t, plain := s.theme, s.plain
	s.rule("p", s.emsIf("text-indent", t.Body.Indent, plain.Body.Indent))
	if t.Body.Between != plain.Body.Between {
		s.rule("p + p", "margin-block-start: "+s.ems(t.Body.Between))
	}
	s.rule("a", s.colored(t.Body.Link))
	tint := design.Ink{Tone: design.Tint}
	s.rule("mark", differs(t.Colors.Tint, plain.Colors.Tint, "background-color: "+s.layers(tint, 3)))
	if t.Body.Emphasis == design.ByColor {
		s.rule("em:lang(ar), em:lang(fa), em:lang(ur), em:lang(he)", "font-weight: inherit",
			s.colored(design.Ink{Tone: design.Accent}))
	}
}

func (s *sheet) titles() {
	t, plain := s.theme, s.plain
	s.title("h1", t.Chapter.Look, plain.Chapter.Look)
	if _, on := t.Colors.Of(t.Chapter.Ground); on {
		s.rule("h1", "background-color: "+s.ground(t.Chapter.Ground), "padding: 0.6em 0.8em")
	}
	s.title("h2", t.Section.Look, plain.Section.Look)
	s.title("h3", t.Subsection.Look, plain.Subsection.Look)
	s.rule("h4, h5, h6, .heading", aligned(t.Subsection.Look, plain.Subsection.Look), s.colored(t.Subsection.Ink))
	if t.Chapter.Sink != plain.Chapter.Sink {
		line := t.Body.Leading.In(1, 1, 1)
		if t.Body.Size.Value > 0 && t.Body.Leading.Unit == design.Points {
			line /= t.Body.Size.Value
		}
		sink := t.Chapter.Sink.In(1, line, 10) / (3 * line) // beside three leadings, of which book.css makes 1.6em
		s.rule("h1", fmt.Sprintf("margin-block-start: %.2fem", 1.6*sink))
	}
	if t.Chapter.Ornament != plain.Chapter.Ornament || t.Chapter.Rule != plain.Chapter.Rule ||
		t.Chapter.OrnamentInk != plain.Chapter.OrnamentInk || t.Chapter.Align != plain.Chapter.Align {
		s.opener()
	}
	s.rule(".notes::before", s.emsIf("inline-size", t.Notes.Rule, plain.Notes.Rule))
}

// title writes what is different in a title. Where only a level's colour is,
// only that is said.
func (s *sheet) title(tag string, l, plain design.Look) {
	s.rule(tag, s.emsIf("font-size", l.Size, plain.Size),
		differs(l.Bold, plain.Bold, "font-weight: "+pick(l.Bold, "bold", "normal")),
		aligned(l, plain),
		s.colored(l.Ink))
}

// aligned is the alignment of a title where it is not the plain theme's.
func aligned(l, plain design.Look) string {
	return differs(l.Align, plain.Align, "text-align: "+pick(l.Align == design.AtStart, "start", "center"))
}

// differs is the declaration where a value is not the plain theme's.
func differs[T comparable](value, plain T, declaration string) string {
	if value == plain {
		return ""
	}
	return declaration
}

// opener is the ornament under a chapter's title.
func (s *sheet) opener() {
	t, c := s.theme, &s.theme.Chapter
	margin := "margin-inline: " + pick(c.Align == design.AtStart, "0 auto", "auto")
	_, on := t.Colors.Of(c.OrnamentInk)
	switch o := c.Ornament; {
	case !on || o == design.NoOrnament:
		s.rule("h1::after", "display: none")
	case o == design.RuleOrnament:
		width := s.ems(c.Rule)
		if c.Rule.Unit == design.Parts {
			width = strconv.FormatFloat(100*c.Rule.Value, 'g', 4, 64) + "%"
		}
		s.rule("h1::after", "inline-size: "+width, margin, s.border("border-block-end", "2px", c.OrnamentInk), "opacity: 1")
	default:
		s.rule("h1::after", "content: "+cssString(sign(o)), "inline-size: auto", "border: 0", "font-weight: normal",
			"opacity: 1", s.colored(c.OrnamentInk))
	}
}

// sign is the text of an ornament that is no rule.
func sign(o design.Ornament) string {
	if o == design.StarsOrnament {
		return "* * *"
	}
	return markup.Clean(string(o))
}

func (s *sheet) quotes() {
	t, plain := s.theme, s.plain
	if t.Quote.Bar != plain.Quote.Bar {
		s.rule("blockquote:not(.quran)", s.border("border-inline-start", "3px", t.Quote.Bar), "padding-inline-start: 1em", "margin-inline-start: 0.6em")
	}
	if e := t.Epigraph.Inset; e != plain.Epigraph.Inset && e.Unit == design.Parts {
		s.rule(".epigraph", "margin-inline-start: "+strconv.FormatFloat(100*e.Value, 'g', 4, 64)+"%")
	}
	if t.Quote.Bar != plain.Quote.Bar {
		s.rule(".epigraph blockquote:not(.quran), .pull blockquote:not(.quran)", "border: 0", "margin: 0", "padding: 0")
	}
	if t.Verse.Gap != plain.Verse.Gap {
		s.out.WriteString("@container (min-width: 26em) { .couplets .half + .half { padding-inline-start: " + s.ems(t.Verse.Gap) + "; } }\n")
	}
	s.pull()
}

// pull is the pull quotes: their size beside the text's, and their rules.
func (s *sheet) pull() {
	t, plain := s.theme, s.plain
	if t.Pull == plain.Pull && t.Colors == plain.Colors {
		return
	}
	s.rule("aside.pull", s.emsIf("font-size", t.Pull.Size, plain.Pull.Size), differs(t.Pull.Bold, plain.Pull.Bold, "font-weight: bold"),
		s.colored(t.Pull.Ink), s.border("border-block", "1px", t.Pull.Rule))
}

func (s *sheet) boxes() {
	t, plain := s.theme, s.plain
	if t.Box != plain.Box || t.Colors != plain.Colors {
		s.rule("aside.box, section.box", s.border("border", "1px", t.Box.Frame), s.bar(t.Box.Bar), "background-color: "+s.ground(t.Box.Ground))
		s.rule(".box-title", s.over(t.Box.Ground, t.Box.Title))
	}
	if t.Code != plain.Code {
		s.rule("pre", "background-color: "+s.ground(t.Code.Ground))
	}
}

// bar is a bar at the start edge, over a frame there may be.
func (s *sheet) bar(i design.Ink) string {
	if _, on := s.theme.Colors.Of(i); !on {
		return ""
	}
	return s.border("border-inline-start", "3px", i)
}

func (s *sheet) tables() {
	t, plain := s.theme, s.plain
	if t.Table != plain.Table || t.Colors != plain.Colors {
		rules, lines := "border-block-start", "border-block-end"
		s.rule("table thead tr > *, table tbody:first-of-type:first-child tr:first-child > *", s.border(rules, "1.5px", t.Table.Rules))
		s.rule("th, td", s.border(lines, "1px", t.Table.Lines))
		s.rule("thead tr > *", s.border(lines, "1px", t.Table.Rules), "background-color: "+s.ground(t.Table.Header), s.over(t.Table.Header, t.Table.HeaderText))
		s.rule("tbody tr:nth-child(even) > *", differs(t.Table.Zebra, plain.Table.Zebra, "background-color: "+s.ground(t.Table.Zebra)))
		if _, on := t.Colors.Of(t.Table.Zebra); !on {
			s.rule(".striped tbody tr:nth-child(even)", differs(t.Colors.Tint, plain.Colors.Tint, "background-color: "+s.ground(design.Ink{Tone: design.Tint})))
		}
		s.rule("tbody tr:last-child > *", s.border(lines, "1.5px", t.Table.Rules))
	}
	c := &t.Captions
	align := differs(c.Align, plain.Captions.Align, "text-align: "+pick(c.Align == design.AtStart, "start", "center"))
	s.rule("caption, figure:not(.quote):not(.quran):not(.verse) > figcaption", align, s.colored(c.Ink))
	s.rule("caption", pick(c.Bold && t.Name != plain.Name, "font-weight: bold", ""),
		differs(c.Below, false, "caption-side: bottom; padding-block: 0.5em 0"))
}

func (s *sheet) ornaments() {
	t, plain := s.theme, s.plain
	b := &t.Break
	switch {
	case b.Ornament == plain.Break.Ornament:
	case b.Ornament == design.RuleOrnament:
		s.rule("hr.break::before", `content: ""`, "display: block", "inline-size: 4em", "margin-inline: auto", "border-block-end: 1px solid currentColor")
	case b.Ornament == design.NoOrnament:
		s.rule("hr.break::before", `content: "\a0"`)
	default:
		s.rule("hr.break::before", "content: "+cssString(sign(b.Ornament)))
	}
	s.rule("hr.break::before", s.colored(b.Ink))
}

// titlePage has no band on a screen: a reader that chooses the colour of the
// letters would choose that of those on the band too.
func (s *sheet) titlePage() {
	t, plain := s.theme, s.plain
	if t.TitlePage.Style == plain.TitlePage.Style {
		return
	}
	s.rule(".titlepage, .titlepage p, .titlepage h1", "text-align: start")
	s.rule(".titlepage h1::after", "display: none")
	s.rule(".titlepage h1", s.border("border-block-start", "0.3em", t.TitlePage.Ink), "padding-block-start: 0.7em")
}
