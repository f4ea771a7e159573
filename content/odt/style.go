package odt

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// levels is how many levels a list has at most.
const levels = 10

// setting is a property that is on, off, or not said.
type setting int8

const (
	on  setting = 1
	off setting = -1
)

func (s setting) or(below setting) setting {
	if s == 0 {
		return below
	}
	return s
}

// style is a style with what it is derived from.
type style struct {
	family, parent, shown string

	bold, boldCs, italic, italicCs, strike, underline, hidden, caps setting
	size, sizeCs                                                    float64
	rise                                                            string
	lang, langCs                                                    string
	level                                                           int
	list                                                            string
	role                                                            intake.Role
	code                                                            bool
	centred                                                         bool
	done                                                            bool
}

func key(family, name string) string { return family + "/" + name }

// readStyles reads styles of paragraphs, of text and of lists.
func (r *reader) readStyles(e *container.Element) {
	if e == nil {
		return
	}
	for _, k := range e.Kids {
		switch k.Name {
		case "style:style", "style:default-style":
			s := &style{family: k.Get("style:family"), parent: k.Get("style:parent-style-name"), shown: strings.ToLower(k.Get("style:display-name"))}
			name := k.Get("style:name")
			if s.shown == "" {
				s.shown = strings.ToLower(strings.ReplaceAll(name, "_20_", " "))
			}
			s.list = k.Get("style:list-style-name")
			if n, err := strconv.Atoi(k.Get("style:default-outline-level")); err == nil {
				s.level = n
			}
			s.text(k.Child("style:text-properties"))
			s.centred = k.Child("style:paragraph-properties").Get("fo:text-align") == "center"
			if k.Name == "style:style" {
				s.named()
			}
			r.styles[key(s.family, name)] = s
		case "text:list-style":
			f := new([levels]string)
			for _, l := range k.Kids {
				n, err := strconv.Atoi(l.Get("text:level"))
				if err != nil || n < 1 || n > levels {
					continue
				}
				switch l.Name {
				case "text:list-level-style-number":
					f[n-1] = l.Get("style:num-format") + " "
				default:
					f[n-1] = "bullet"
				}
			}
			r.lists[k.Get("style:name")] = f
		}
	}
}

// text reads the properties of characters.
func (s *style) text(e *container.Element) {
	if e == nil {
		return
	}
	for _, a := range e.Attr {
		switch a.Name {
		case "fo:font-weight":
			s.bold = weight(a.Value)
		case "style:font-weight-complex":
			s.boldCs = weight(a.Value)
		case "fo:font-style":
			s.italic = said(a.Value == "italic" || a.Value == "oblique")
		case "style:font-style-complex":
			s.italicCs = said(a.Value == "italic" || a.Value == "oblique")
		case "fo:font-size":
			s.size = points(a.Value)
		case "style:font-size-complex":
			s.sizeCs = points(a.Value)
		case "style:text-line-through-style", "style:text-line-through-type":
			s.strike = said(a.Value != "none")
		case "style:text-underline-style":
			s.underline = said(a.Value != "none")
		case "fo:font-variant":
			s.caps = said(a.Value == "small-caps")
		case "text:display":
			s.hidden = said(a.Value == "none")
		case "style:text-position":
			switch pos, _, _ := strings.Cut(a.Value, " "); {
			case strings.HasPrefix(pos, "super"):
				s.rise = "sup"
			case strings.HasPrefix(pos, "sub"):
				s.rise = "sub"
			default:
				if n, err := strconv.ParseFloat(strings.TrimSuffix(pos, "%"), 64); err == nil {
					s.rise = map[bool]string{true: "sup"}[n > 0]
					if n < 0 {
						s.rise = "sub"
					}
				}
			}
		case "fo:language":
			s.lang = a.Value
		case "style:language-complex":
			s.langCs = a.Value
		}
	}
}

func said(is bool) setting {
	if is {
		return on
	}
	return off
}

func weight(s string) setting {
	n, err := strconv.Atoi(s)
	return said(s == "bold" || err == nil && n >= 600)
}

func points(s string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSuffix(s, "pt"), 64)
	if err != nil || !(n > 0 && n < 1000) {
		return 0
	}
	return n
}

// named takes from the name of a style what it means.
func (s *style) named() {
	switch s.shown {
	case "title":
		s.role = intake.Title
	case "subtitle":
		s.role = intake.Subtitle
	case "author":
		s.role = intake.Author
	case "caption", "illustration", "table", "text", "figure", "drawing", "tablecaption", "figurecaption", "table caption", "figure caption", "image caption":
		if s.family == "paragraph" && s.shown != "text" {
			s.role = intake.Caption
		}
	case "quotations", "quote", "intense quote", "block text":
		s.role = intake.Quote
	case "preformatted text", "source code", "html preformatted":
		s.role = intake.Code
	case "source text", "source_text", "verbatim char", "html code", "teletype":
		s.code = s.family == "text"
	}
	if n, ok := strings.CutPrefix(s.shown, "heading "); ok && s.family == "paragraph" && s.level == 0 {
		if level, err := strconv.Atoi(n); err == nil && level >= 1 && level <= 9 {
			s.level = level
		}
	}
}

// mostDerived bounds how many styles are derived from one another.
const mostDerived = 60

// resolve puts a style over those that it is derived from.
func (r *reader) resolve(s *style, depth int) {
	if s.done || depth > mostDerived {
		return
	}
	s.done = true
	b := r.styles[key(s.family, s.parent)]
	if b == nil || b == s {
		return
	}
	r.resolve(b, depth+1)
	for _, p := range []struct {
		at    *setting
		below setting
	}{{&s.bold, b.bold}, {&s.boldCs, b.boldCs}, {&s.italic, b.italic}, {&s.italicCs, b.italicCs}, {&s.strike, b.strike}, {&s.underline, b.underline}, {&s.hidden, b.hidden}, {&s.caps, b.caps}} {
		*p.at = p.at.or(p.below)
	}
	for _, p := range []struct {
		at    *string
		below string
	}{{&s.rise, b.rise}, {&s.lang, b.lang}, {&s.langCs, b.langCs}, {&s.list, b.list}} {
		if *p.at == "" {
			*p.at = p.below
		}
	}
	if s.size == 0 {
		s.size = b.size
	}
	if s.sizeCs == 0 {
		s.sizeCs = b.sizeCs
	}
	if s.level == 0 {
		s.level = b.level
	}
	if s.role == intake.Body {
		s.role = b.role
	}
	s.code = s.code || b.code
}

// styleOf is a style by its family and name, never nil.
func (r *reader) styleOf(family, name string) *style {
	if s := r.styles[key(family, name)]; s != nil {
		return s
	}
	return &style{}
}

// over is a style of characters over another.
func (s style) over(b *style) style {
	s.bold, s.boldCs, s.italic, s.italicCs = s.bold.or(b.bold), s.boldCs.or(b.boldCs), s.italic.or(b.italic), s.italicCs.or(b.italicCs)
	s.strike, s.underline, s.hidden, s.caps = s.strike.or(b.strike), s.underline.or(b.underline), s.hidden.or(b.hidden), s.caps.or(b.caps)
	if s.rise == "" {
		s.rise = b.rise
	}
	if s.size == 0 {
		s.size = b.size
	}
	if s.sizeCs == 0 {
		s.sizeCs = b.sizeCs
	}
	if s.lang == "" {
		s.lang = b.lang
	}
	if s.langCs == "" {
		s.langCs = b.langCs
	}
	s.code = s.code || b.code
	return s
}

// look is how a stretch of text is set apart: for letters of complex scripts other
// properties count than for the rest.
func (s *style) look(text string, link string) (l scribe.Look, size float64, lang string) {
	complex := strings.ContainsFunc(text, isComplex)
	bold, italic := s.bold, s.italic
	size, lang = s.size, s.lang
	if complex {
		bold, italic, size, lang = s.boldCs, s.italicCs, s.sizeCs, s.langCs
	}
	l.Bold, l.Italic, l.Link = bold == on, italic == on, link
	if s.strike == on {
		l = l.With("strike")
	}
	if s.underline == on && link == "" {
		l = l.With("underline")
	}
	if s.caps == on {
		l = l.With("smallcaps")
	}
	if s.rise != "" {
		l = l.With(s.rise)
	}
	return l, size, lang
}

func isComplex(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
