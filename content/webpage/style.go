package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content/locale"
	"warraq/content/scribe"
)

// setting is a property that is on, off, or not said.
type setting int8

const (
	on  setting = 1
	off setting = -1
)

// dressed is what a rule of CSS says that a manuscript can say too.
type dressed struct {
	bold, italic, strike, underline, caps setting
	rise                                  string  // "sup", "sub", "base"
	size                                  float64 // points; below 0: times what is around
	centred                               setting
	hidden                                bool
	pre                                   setting
	dir                                   locale.Direction
	list                                  string // of Word: "l0 level1 lfo1", or "ignore"
	kind                                  string // of a list
}

// over puts what is said over what was.
func (d *dressed) over(more *dressed) {
	for _, s := range []struct{ at, from *setting }{{&d.bold, &more.bold}, {&d.italic, &more.italic}, {&d.strike, &more.strike},
		{&d.underline, &more.underline}, {&d.caps, &more.caps}, {&d.centred, &more.centred}, {&d.pre, &more.pre}} {
		if *s.from != 0 {
			*s.at = *s.from
		}
	}
	for _, s := range []struct{ at, from *string }{{&d.rise, &more.rise}, {&d.list, &more.list}, {&d.kind, &more.kind}} {
		if *s.from != "" {
			*s.at = *s.from
		}
	}
	if more.size != 0 {
		d.size = more.size
	}
	if more.dir != locale.Auto {
		d.dir = more.dir
	}
	d.hidden = d.hidden || more.hidden
}

// declarations reads what stands in a style attribute or between the braces of a rule.
func declarations(s string) (d dressed) {
	for part := range strings.SplitSeq(s, ";") {
		name, value, ok := strings.Cut(part, ":")
		if !ok {
			continue
		}
		value = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(value, "!important", "")))
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "font-weight":
			d.bold = weight(value)
		case "font-style":
			d.italic = said(value == "italic" || value == "oblique")
		case "text-decoration", "text-decoration-line":
			d.underline, d.strike = said(strings.Contains(value, "underline")), said(strings.Contains(value, "line-through"))
		case "font-variant", "font-variant-caps":
			d.caps = said(strings.Contains(value, "small-caps"))
		case "vertical-align":
			d.rise = map[string]string{"super": "sup", "sub": "sub", "baseline": "base"}[value]
		case "font-size":
			d.size = fontSize(value)
		case "text-align":
			d.centred = said(value == "center")
		case "white-space":
			d.pre = said(value == "pre" || value == "pre-wrap" || value == "pre-line")
		case "direction":
			d.dir = directionOf(value)
		case "display":
			d.hidden = value == "none"
		case "mso-hide":
			d.hidden = value == "all"
		case "mso-list":
			d.list = value
		case "list-style", "list-style-type", "mso-level-number-format":
			d.kind = value
		}
	}
	return d
}

func said(is bool) setting {
	if is {
		return on
	}
	return off
}

func weight(s string) setting {
	if n, err := strconv.Atoi(s); err == nil {
		return said(n >= 600)
	}
	switch s {
	case "bold", "bolder":
		return on
	case "normal", "lighter":
		return off
	}
	return 0
}

func directionOf(s string) locale.Direction {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "rtl":
		return locale.RTL
	case "ltr":
		return locale.LTR
	}
	return locale.Auto
}

// pointsOf are the units of CSS in points; those of what is around are below 0.
var pointsOf = []struct {
	unit   string
	points float64
}{{"pt", 1}, {"px", 0.75}, {"rem", 12}, {"em", -1}, {"%", -0.01}, {"cm", 28.35}, {"mm", 2.835}, {"in", 72}}

// namedSizes are the sizes that have names.
var namedSizes = map[string]float64{"xx-small": 7, "x-small": 7.5, "small": 10, "medium": 12, "large": 13.5, "x-large": 18, "xx-large": 24, "larger": -1.2, "smaller": -0.83}

func fontSize(s string) float64 {
	if n, ok := namedSizes[s]; ok {
		return n
	}
	for _, u := range pointsOf {
		if number, ok := strings.CutSuffix(s, u.unit); ok {
			n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			if err != nil || !(n > 0 && n < 10_000) {
				return 0
			}
			return n * u.points
		}
	}
	return 0
}

// rules are those of style sheets whose selectors are simple: "p", ".b", "span.b", and
// "@list l0:level1" of Word.
type rules map[string]*dressed

// mostRules bounds them.
const mostRules = 50_000

// add reads a style sheet.
func (r rules) add(sheet string) {
	sheet = uncommented(sheet)
	for sheet != "" && len(r) < mostRules {
		selectors, rest, ok := strings.Cut(sheet, "{")
		if !ok {
			return
		}
		selectors = strings.TrimSpace(selectors)
		if i := strings.LastIndexByte(selectors, ';'); i >= 0 { // behind an @import
			selectors = strings.TrimSpace(selectors[i+1:])
		}
		if strings.HasPrefix(selectors, "@") && !strings.HasPrefix(selectors, "@list") {
			if nested(selectors) {
				sheet = rest // the rules within are read as any, its last brace ends an empty one
				continue
			}
			selectors = ""
		}
		body, after, _ := strings.Cut(rest, "}")
		sheet = strings.TrimLeft(after, "} \t\r\n")
		if selectors == "" {
			continue
		}
		d := declarations(body)
		for s := range strings.SplitSeq(selectors, ",") {
			if s = strings.TrimSpace(s); s != "" && (isSimple(s) || strings.HasPrefix(s, "@list")) {
				have := r[s]
				if have == nil {
					have = new(dressed)
					r[s] = have
				}
				have.over(&d)
				have.hidden = false // a sheet hides by circumstance
			}
		}
	}
}

// nested tells rules that hold rules.
func nested(selectors string) bool {
	return strings.HasPrefix(selectors, "@media screen") || strings.HasPrefix(selectors, "@media all") || strings.HasPrefix(selectors, "@supports")
}

func isSimple(s string) bool {
	return !strings.ContainsAny(s, " >+~#:[*@") && strings.Count(s, ".") <= 1
}

func uncommented(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return strings.NewReplacer("<!--", "", "-->", "").Replace(b.String())
		}
		if _, s, ok = strings.Cut(rest, "*/"); !ok {
			return b.String()
		}
		b.WriteByte(' ')
	}
}

// mostClasses bounds those of one element.
const mostClasses = 20

// dressOf is what sheets and its own style say of an element.
func (b *Book) dressOf(n *html.Node) (d dressed) {
	if r := b.rules[n.Data]; r != nil {
		d.over(r)
	}
	if class := get(n, "class"); class != "" && len(b.rules) > 0 {
		count := 0
		for c := range strings.FieldsSeq(class) {
			if r := b.rules["."+c]; r != nil {
				d.over(r)
			}
			if r := b.rules[n.Data+"."+c]; r != nil {
				d.over(r)
			}
			if count++; count == mostClasses {
				break
			}
		}
	}
	if style := get(n, "style"); style != "" {
		own := declarations(style)
		d.over(&own)
	}
	return d
}

// state is what holds for the text within an element.
type state struct {
	look    scribe.Look
	lang    string
	dir     locale.Direction
	size    float64 // points; 0 where nothing was said
	centred bool
	pre     bool
	code    bool
	caption bool
	quote   bool
	level   int // of a heading
	depth   int // of blocks that hold blocks
}

// usual is the size of text where none is said, in points.
const usual = 12

// within is the state within an element.
func (b *Book) within(n *html.Node, st state) (in state, d dressed) {
	d, in = b.dressOf(n), st
	if l := langOf(n); l != "" {
		in.lang = l
	}
	if d.dir == locale.Auto {
		d.dir = directionOf(get(n, "dir"))
	}
	if d.dir != locale.Auto {
		in.dir = d.dir
	}
	switch n.DataAtom {
	case atom.B, atom.Strong:
		in.look.Bold = true
	case atom.I, atom.Em, atom.Cite, atom.Dfn, atom.Var:
		in.look.Italic = true
	case atom.Sup:
		in.look = in.look.With("sup")
	case atom.Sub:
		in.look = in.look.With("sub")
	case atom.S, atom.Strike, atom.Del:
		in.look = in.look.With("strike")
	case atom.Mark:
		in.look = in.look.With("mark")
	case atom.U:
		if in.look.Link == "" {
			in.look = in.look.With("underline")
		}
	case atom.Font:
		if n, err := strconv.Atoi(get(n, "size")); err == nil && n >= 1 && n <= 7 {
			in.size = []float64{7.5, 10, 12, 13.5, 18, 24, 36}[n-1]
		}
	case atom.Big:
		in.size = 1.2 * sizeOr(in.size)
	case atom.Center:
		in.centred = true
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		in.code = true
	case atom.Pre, atom.Listing, atom.Xmp:
		in.pre = true
	}
	b.dress(n, &in, &d)
	if a := get(n, "align"); a != "" {
		in.centred = strings.EqualFold(a, "center")
	}
	return in, d
}

func sizeOr(size float64) float64 {
	if size == 0 {
		return usual
	}
	return size
}

// bolded are the elements that a book sets bold anyway.
var bolded = atoms(atom.Th, atom.Dt, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Caption, atom.Figcaption)

// dress puts what CSS says on a state.
func (b *Book) dress(n *html.Node, in *state, d *dressed) {
	if d.bold != 0 && !bolded[n.DataAtom] {
		in.look.Bold = d.bold == on
	}
	if d.italic != 0 {
		in.look.Italic = d.italic == on
	}
	if d.strike == on {
		in.look = in.look.With("strike")
	}
	if d.underline == on && in.look.Link == "" {
		in.look = in.look.With("underline")
	}
	if d.caps == on {
		in.look = in.look.With("smallcaps")
	}
	if d.rise == "sup" || d.rise == "sub" {
		in.look = in.look.With(d.rise)
	}
	switch {
	case d.size > 0:
		in.size = d.size
	case d.size < 0:
		in.size = -d.size * sizeOr(in.size)
	}
	if d.centred != 0 {
		in.centred = d.centred == on
	}
	if d.pre != 0 {
		in.pre = d.pre == on
	}
}
