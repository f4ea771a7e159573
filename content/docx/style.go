package docx

import (
	"slices"
	"strconv"
	"strings"

	"warraq/content/container"
	"warraq/content/intake"
)

// toggle is a property that is on, off, or not said.
type toggle int8

const (
	unsaid toggle = iota
	on
	off
)

// toggleOf reads an element that is there: no value is on.
func toggleOf(e *container.Element) toggle {
	if e == nil {
		return unsaid
	}
	switch e.Get("w:val") {
	case "0", "false", "off", "none":
		return off
	}
	return on
}

func (t toggle) or(below toggle) toggle {
	if t == unsaid {
		return below
	}
	return t
}

// look is the formatting of characters; what is not said is zero.
type look struct {
	bold, boldCs, italic, italicCs                   toggle
	strike, double, underline, vanish, rtl, cs, caps toggle
	size, sizeCs                                     float64 // points
	vert                                             string  // superscript, subscript, baseline
	highlight                                        string
	lang, langBidi                                   string
	ascii, face                                      string // faces, for other letters and for complex scripts
	link, code                                       bool   // by the name of a style
}

// over is a look that goes before another.
func (l look) over(b look) look {
	for _, t := range []struct {
		at    *toggle
		below toggle
	}{{&l.bold, b.bold}, {&l.boldCs, b.boldCs}, {&l.italic, b.italic}, {&l.italicCs, b.italicCs}, {&l.strike, b.strike}, {&l.double, b.double},
		{&l.underline, b.underline}, {&l.vanish, b.vanish}, {&l.rtl, b.rtl}, {&l.cs, b.cs}, {&l.caps, b.caps}} {
		*t.at = t.at.or(t.below)
	}
	for _, t := range []struct {
		at    *string
		below string
	}{{&l.vert, b.vert}, {&l.highlight, b.highlight}, {&l.lang, b.lang}, {&l.langBidi, b.langBidi}, {&l.ascii, b.ascii}, {&l.face, b.face}} {
		if *t.at == "" {
			*t.at = t.below
		}
	}
	if l.size == 0 {
		l.size = b.size
	}
	if l.sizeCs == 0 {
		l.sizeCs = b.sizeCs
	}
	l.link, l.code = l.link || b.link, l.code || b.code
	return l
}

// lookOf reads a w:rPr.
func lookOf(e *container.Element) (l look) {
	if e == nil {
		return l
	}
	for _, k := range e.Kids {
		switch k.Name {
		case "w:b":
			l.bold = toggleOf(k)
		case "w:bCs":
			l.boldCs = toggleOf(k)
		case "w:i":
			l.italic = toggleOf(k)
		case "w:iCs":
			l.italicCs = toggleOf(k)
		case "w:strike":
			l.strike = toggleOf(k)
		case "w:dstrike":
			l.double = toggleOf(k)
		case "w:u":
			l.underline = toggleOf(k)
		case "w:vanish":
			l.vanish = toggleOf(k)
		case "w:rtl":
			l.rtl = toggleOf(k)
		case "w:cs":
			l.cs = toggleOf(k)
		case "w:smallCaps":
			l.caps = toggleOf(k)
		case "w:sz":
			l.size = number(k.Get("w:val")) / 2
		case "w:szCs":
			l.sizeCs = number(k.Get("w:val")) / 2
		case "w:vertAlign":
			l.vert = k.Get("w:val")
		case "w:highlight":
			l.highlight = k.Get("w:val")
		case "w:lang":
			l.lang, l.langBidi = k.Get("w:val"), k.Get("w:bidi")
		case "w:rFonts":
			l.ascii, l.face = k.Get("w:ascii"), k.Get("w:cs")
			if l.ascii == "" {
				l.ascii = k.Get("w:hAnsi")
			}
		}
	}
	return l
}

// number reads a number, which Google writes with decimals.
func number(s string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || n != n || n < -1e9 || n > 1e9 {
		return 0
	}
	return n
}

func integer(s string) int { return int(number(s)) }

// shape is the formatting of paragraphs.
type shape struct {
	outline    int // 1 to 9, 10 for text; 0 where it is not said
	num, level string
	hasNum     bool
	centre     toggle
}

func (s shape) over(b shape) shape {
	if s.outline == 0 {
		s.outline = b.outline
	}
	if !s.hasNum {
		s.num, s.hasNum = b.num, b.hasNum
		if s.level == "" {
			s.level = b.level
		}
	}
	s.centre = s.centre.or(b.centre)
	return s
}

// shapeOf reads a w:pPr.
func shapeOf(e *container.Element) (s shape) {
	if e == nil {
		return s
	}
	for _, k := range e.Kids {
		switch k.Name {
		case "w:outlineLvl":
			s.outline = min(max(integer(k.Get("w:val")), 0), 9) + 1
		case "w:numPr":
			s.level = k.Child("w:ilvl").Get("w:val")
			if num := k.Child("w:numId"); num != nil {
				s.num, s.hasNum = num.Get("w:val"), true
			}
		case "w:jc":
			s.centre = off
			if k.Get("w:val") == "center" {
				s.centre = on
			}
		}
	}
	return s
}

// style is a style with what it is based on.
type style struct {
	name  string // in English and small letters, whatever its id
	based string
	look  look
	shape shape
	bidi  toggle // of a table: its first column is at the right
	lines toggle // of a table: it has lines
	done  bool   // put over what it is based on
	role  intake.Role
	toc   bool
}

// styles are the styles of a document.
type styles struct {
	styles    map[string]*style // by id
	paragraph string            // the id of the default
	table     string
	defaults  look
}

func (r *reader) readStyles() error {
	r.styles.styles = make(map[string]*style)
	part := r.part("styles")
	if part == "" {
		return nil
	}
	root, err := r.c.Tree(part, spaces)
	if err != nil {
		return err
	}
	r.defaults = lookOf(root.Child("w:docDefaults").Child("w:rPrDefault").Child("w:rPr"))
	r.text.Quiet = intake.Base(intake.Tag(r.defaults.lang))
	for _, e := range root.All("w:style") {
		s := &style{name: strings.ToLower(strings.TrimSpace(e.Child("w:name").Get("w:val"))), based: e.Child("w:basedOn").Get("w:val")}
		s.look, s.shape = lookOf(e.Child("w:rPr")), shapeOf(e.Child("w:pPr"))
		s.bidi = toggleOf(e.Child("w:tblPr").Child("w:bidiVisual"))
		s.lines = hasLines(e.Child("w:tblPr").Child("w:tblBorders"))
		s.named()
		id := e.Get("w:styleId")
		r.styles.styles[id] = s
		if d, said := e.Lookup("w:default"); said && d != "0" && d != "false" {
			switch e.Get("w:type") {
			case "paragraph":
				r.paragraph = id
			case "table":
				r.table = id
			}
		}
	}
	for id := range r.styles.styles {
		r.resolve(id, nil)
	}
	return nil
}

// hasLines tells whether borders are said to be drawn.
func hasLines(borders *container.Element) toggle {
	if borders == nil {
		return unsaid
	}
	for _, k := range borders.Kids {
		if v := k.Get("w:val"); k.Name != "" && v != "" && v != "nil" && v != "none" {
			return on
		}
	}
	return off
}

// named takes from the name of a style what it means.
func (s *style) named() {
	if n, ok := strings.CutPrefix(s.name, "heading "); ok && s.shape.outline == 0 {
		if level, err := strconv.Atoi(n); err == nil && level >= 1 && level <= 9 {
			s.shape.outline = level
		}
	}
	s.toc = strings.HasPrefix(s.name, "toc ") || s.name == "table of figures" || s.name == "contents heading" || strings.HasPrefix(s.name, "contents ")
	switch s.name {
	case "title":
		s.role = intake.Title
	case "subtitle":
		s.role = intake.Subtitle
	case "author":
		s.role = intake.Author
	case "caption", "image caption", "table caption", "figure", "illustration", "table":
		s.role = intake.Caption
	case "quote", "intense quote", "block text", "quotations":
		s.role = intake.Quote
	case "definition term", "list heading":
		s.role = intake.Term
	case "definition", "list contents":
		s.role = intake.Meaning
	case "html preformatted", "preformatted text", "source code":
		s.role = intake.Code
	case "verbatim char", "source text", "html code", "html keyboard", "html typewriter":
		s.look.code = true
	case "hyperlink", "followedhyperlink", "internet link", "visited internet link":
		s.look.link = true
	}
}

// mostBased bounds how many styles are based on one another.
const mostBased = 60

// resolve puts a style over those that it is based on; a circle ends where it began.
func (r *reader) resolve(id string, above []string) *style {
	s := r.styles.styles[id]
	if s == nil || s.done || slices.Contains(above, id) || len(above) > mostBased {
		return s
	}
	if b := r.resolve(s.based, append(above, id)); b != nil && b != s {
		s.look, s.shape = s.look.over(b.look), s.shape.over(b.shape)
		s.bidi, s.lines = s.bidi.or(b.bidi), s.lines.or(b.lines)
		if s.role == intake.Body {
			s.role = b.role
		}
		s.toc = s.toc || b.toc
	}
	s.done = true
	return s
}

// styleOf is a style by its id, never nil.
func (r *reader) styleOf(id string) *style {
	if s := r.styles.styles[id]; s != nil {
		return s
	}
	return &style{}
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}
