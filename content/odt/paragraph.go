package odt

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// paragraph reads a paragraph or a heading.
func (f *flow) paragraph(e *container.Element, at place) {
	s := f.styleOf("paragraph", e.Get("text:style-name"))
	f.begin(s)
	p := f.open
	p.Centred = s.centred
	if e.Name == "text:h" {
		p.Level = 1
		if n, err := strconv.Atoi(e.Get("text:outline-level")); err == nil && n >= 1 {
			p.Level = min(n, 9)
		}
	} else if s.level > 0 && s.level <= 9 {
		p.Level = s.level
	}
	p.Item = at.item
	in := inline{flow: f, style: *s, letters: new(intake.Letters)}
	in.children(e)
	p.Bold, p.Size = in.letters.Bold(), in.letters.Size()
	f.flush()
}

// inline is what runs on in a paragraph.
type inline struct {
	*flow
	style   style
	link    string
	letters *intake.Letters
	depth   int
}

// mostInline bounds how deep spans lie in each other; the tree is bounded too.
const mostInline = 190

func (in inline) children(e *container.Element) {
	for _, k := range e.Kids {
		in.read(k)
	}
}

// read reads a part of a paragraph.
func (in inline) read(e *container.Element) {
	if in.depth++; in.depth > mostInline {
		return
	}
	switch e.Name {
	case "":
		in.put(spaced(e.Text))
	case "text:span":
		s := in.styleOf("text", e.Get("text:style-name"))
		in.style = s.over(&in.style)
		in.children(e)
	case "text:s":
		n := 1
		if c, err := strconv.Atoi(e.Get("text:c")); err == nil {
			n = c
		}
		in.put(strings.Repeat(" ", min(max(n, 1), 8)))
	case "text:tab":
		in.put(" ")
	case "text:line-break":
		in.open.Line.Break()
	case "text:a":
		in.linked(e)
	case "text:note":
		in.note(e)
	case "text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start":
		in.mark(e.Get("text:name"))
	case "text:bookmark-end", "text:reference-mark-end", "text:soft-page-break", "text:change", "text:change-start", "text:change-end", "office:annotation-end":
	case "office:annotation":
		in.say("comments stay away", bodyWords(e), "", false)
	case "text:sequence":
		in.sequence(e)
	case "text:page-number", "text:page-count":
		in.say("numbers of pages within the text stay away", e.Words(), "", true)
	case "text:bookmark-ref", "text:reference-ref", "text:sequence-ref", "text:note-ref":
		in.reference(e)
	case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:a", "draw:line", "draw:ellipse", "draw:text-box":
		in.drawing(e, &in)
	case "text:ruby":
		in.children(e.Child("text:ruby-base").OrEmpty())
		if t := e.Child("text:ruby-text"); t != nil {
			in.say("readings beside characters (ruby) stay away", t.Words(), "", true)
		}
	case "text:toc-mark", "text:alphabetical-index-mark", "text:user-index-mark", "text:toc-mark-start", "text:toc-mark-end", "text:alphabetical-index-mark-start", "text:alphabetical-index-mark-end":
	case "text:hidden-text", "text:hidden-paragraph", "text:script", "office:script":
		in.say("text that is hidden stays away", e.Get("text:string-value")+e.Words(), "", true)
	default: // fields show their text
		in.children(e)
	}
}

// spaced is text with one space for white space (ODF 1.2 6.1.2).
func spaced(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	white := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			if !white {
				b.WriteByte(' ')
			}
			white = true
			continue
		}
		white = false
		b.WriteRune(r)
	}
	return b.String()
}

// put puts text into the line, in stretches of complex scripts and of others.
func (in inline) put(s string) {
	if s == "" {
		return
	}
	if in.style.hidden == on {
		if strings.TrimSpace(s) != "" {
			in.say("text that is hidden stays away", s, "", true)
		}
		return
	}
	for s != "" {
		n := stretch(s)
		look, size, lang := in.style.look(s[:n], in.link)
		in.letters.Add(s[:n], &look, size)
		if lang == "none" || lang == "hi" || lang == "zxx" {
			lang = ""
		}
		in.reader.text.Lang.Count(s[:n], lang)
		if in.style.code && !strings.ContainsFunc(s[:n], isComplex) {
			in.open.Line.Put(&content.Code{Value: s[:n]}, scribe.Look{Bold: look.Bold, Italic: look.Italic, Link: look.Link})
		} else {
			in.open.Line.Text(s[:n], look)
		}
		s = s[n:]
	}
}

// stretch is how many bytes of a text are of one kind, complex or not; what is no
// letter goes with what is before it.
func stretch(s string) int {
	kind := 0
	for i, r := range s {
		k := 0
		switch {
		case isComplex(r):
			k = 1
		case unicode.IsLetter(r):
			k = 2
		}
		if k != 0 && kind != 0 && k != kind {
			return i
		}
		if k != 0 {
			kind = k
		}
	}
	return len(s)
}

// linked reads a link.
func (in inline) linked(e *container.Element) {
	href := strings.TrimSpace(e.Get("xlink:href"))
	if to, ok := strings.CutPrefix(href, "#"); ok {
		in.link = "#" + in.anchor(placeName(to))
	} else if scheme, _, ok := strings.Cut(href, ":"); ok && (scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "ftp") {
		in.link = strings.ReplaceAll(href, " ", "%20")
	} else if href != "" {
		in.say("links to files are their words", href, "", true)
	}
	in.children(e)
}

// mark marks a place that something leads to.
func (in inline) mark(name string) {
	if in.outlines[name] {
		in.open.Line.Put(&content.Span{Attr: content.Attr{Anchor: in.anchor(name)}}, scribe.Look{})
	}
}

// reference reads what leads to another place, with the words that it shows.
func (in inline) reference(e *container.Element) {
	words := e.Words()
	if e.Get("text:reference-format") == "page" && in.outlines[e.Get("text:ref-name")] && e.Name != "text:sequence-ref" {
		in.open.Line.Put(&content.Reference{Kind: content.PageReference, Anchor: in.anchor(e.Get("text:ref-name")), Label: words}, scribe.Look{})
		return
	}
	if e.Name == "text:bookmark-ref" || e.Name == "text:reference-ref" {
		in.link = "#" + in.anchor(e.Get("text:ref-name"))
	}
	in.children(e)
}

// sequence reads the number of a caption: the book writes it with its label.
func (in inline) sequence(e *container.Element) {
	p := in.open
	plain := p.Line.Plain()
	in.children(e)
	if p.Role == intake.Caption && utf8.RuneCountInString(plain) <= 24 && p.Label == 0 {
		p.Label = len(p.Line.Plain())
	}
	in.mark(e.Get("text:ref-name"))
}

// note reads a footnote or an endnote.
func (in inline) note(e *container.Element) {
	body := e.Child("text:note-body")
	if body == nil {
		return
	}
	if in.inNote || in.flow.depth > mostNested {
		in.say("notes within notes stand in them", body.Words(), "", false)
		in.put(" (" + strings.Join(strings.Fields(body.Words()), " ") + ")")
		return
	}
	inner := flow{reader: in.reader, inNote: true, depth: in.flow.depth + 1}
	inner.blocks(body, place{})
	inner.flush()
	note := &content.Note{Blocks: intake.Within(inner.pieces, &in.reader.text.Report)}
	if len(note.Blocks) == 0 {
		return
	}
	look, _, _ := in.style.look("", in.link)
	in.open.Line.Put(&content.NoteRef{Note: note}, scribe.Look{Bold: look.Bold, Italic: look.Italic})
}
