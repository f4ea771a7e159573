package drawing

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"warraq/content/pattern"
)

// element is an element of an SVG file.
type element struct {
	name     string
	attrs    map[string]string
	parent   *element
	place    int // among the elements beside it
	children []*element
	content  []piece  // of elements that hold words: text and children in their order
	text     []byte   // of a stylesheet
	lines    []string // of a text in another language, HTML
	line     int      // of the file
}

// piece is text, or an element in it.
type piece struct {
	text  string
	child *element
}

// Space is the namespace of SVG.
const Space = "http://www.w3.org/2000/svg"

// Deepest is how deep the elements of a drawing may lie in each other, those that it
// uses again counted too.
const Deepest = 64

// parseSVG reads the elements of SVG's own namespace and counts them; those of programs
// that keep their notes in the file are passed over.
func parseSVG(data []byte, most bounds) (root *element, elements int, err error) {
	p := parser{dec: xml.NewDecoder(bytes.NewReader(data)), most: most, quoted: bytes.Contains(data, []byte("<tref"))}
	p.dec.Entity = xml.HTMLEntity
	for {
		t, err := p.dec.Token()
		if errors.Is(err, io.EOF) && p.root != nil && len(p.stack) == 0 {
			return p.root, p.elements, nil
		}
		if err != nil {
			return nil, 0, fmt.Errorf("is broken (%w)", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = p.start(t)
		case xml.EndElement:
			p.stack = p.stack[:len(p.stack)-1]
		case xml.CharData:
			p.chars(t)
		case xml.Directive:
			p.declare(t)
		}
		if err != nil {
			return nil, 0, err
		}
	}
}

// entity is a name for some letters that a file declares itself: those of addresses, by
// drawing programs (XML 1.0, 4.2). One for elements is none that is known.
var entity = pattern.Of(`<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"<&%]{0,256})"|'([^'<&%]{0,256})')\s*>`)

// mostEntities bounds them.
const mostEntities = 64

// declare takes the entities of a document type.
func (p *parser) declare(directive []byte) {
	found := entity.FindAllSubmatch(directive, mostEntities)
	if len(found) == 0 {
		return
	}
	p.dec.Entity = maps.Clone(p.dec.Entity)
	for _, m := range found {
		p.dec.Entity[string(m[1])] = string(m[2]) + string(m[3])
	}
}

// parser makes a tree of elements.
type parser struct {
	dec      *xml.Decoder
	most     bounds
	root     *element
	stack    []*element
	elements int
	quoted   bool // any element's text may be drawn elsewhere
}

func (p *parser) start(t xml.StartElement) error {
	if t.Name.Space != Space && t.Name.Space != "" {
		if err := p.dec.Skip(); err != nil {
			return fmt.Errorf("is broken (%w)", err)
		}
		return nil
	}
	if p.elements++; p.elements > p.most.elements {
		return ErrTooMuch
	}
	e := newElement(t)
	e.line, _ = p.dec.InputPos()
	switch {
	case p.root == nil:
		p.root = e
	case len(p.stack) == 0:
		return errors.New("is broken (it has two roots)")
	case len(p.stack) == Deepest:
		return errors.New("is too deep")
	default:
		above := p.stack[len(p.stack)-1]
		e.parent, e.place = above, len(above.children)
		above.children = append(above.children, e)
		if p.quoted || wordy[above.name] {
			above.content = append(above.content, piece{child: e})
		}
	}
	if e.name == "foreignObject" {
		return p.foreign(e)
	}
	p.stack = append(p.stack, e)
	return nil
}

// wordy are elements whose text is drawn.
var wordy = map[string]bool{"text": true, "tspan": true, "a": true, "textPath": true}

func (p *parser) chars(text []byte) {
	if len(p.stack) == 0 {
		return
	}
	switch e := p.stack[len(p.stack)-1]; {
	case e.name == "style":
		e.text = append(e.text, text...)
	case p.quoted || wordy[e.name]:
		e.content = append(e.content, piece{text: string(text)})
	}
}

// endsLine are the elements of HTML that begin and end a line.
var endsLine = map[string]bool{"br": true, "div": true, "p": true, "li": true, "tr": true, "h1": true, "h2": true, "h3": true, "hr": true}

// foreign reads the words of an element that is HTML within.
func (p *parser) foreign(e *element) (err error) {
	if e.lines, err = Foreign(p.dec.Token); err != nil {
		return fmt.Errorf("is broken (%w)", err)
	}
	return nil
}

// Foreign reads the words of an element that is HTML within, line by line, up to its end.
func Foreign(next func() (xml.Token, error)) (lines []string, err error) {
	var line strings.Builder
	end := func() {
		if words := strings.Join(strings.Fields(line.String()), " "); words != "" {
			lines = append(lines, words)
		}
		line.Reset()
	}
	hidden := 0
	for depth := 1; depth > 0; {
		t, err := next()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; endsLine[t.Name.Local] {
				end()
			}
			if hidden > 0 || t.Name.Local == "style" || t.Name.Local == "script" {
				hidden++
			}
		case xml.EndElement:
			if depth--; endsLine[t.Name.Local] {
				end()
			}
			hidden = max(hidden-1, 0)
		case xml.CharData:
			if hidden == 0 {
				line.Write(t)
			}
		}
	}
	end()
	return lines, nil
}

func newElement(t xml.StartElement) *element {
	e := &element{name: t.Name.Local, attrs: make(map[string]string, len(t.Attr))}
	for _, a := range t.Attr {
		switch {
		case a.Name.Space == "" || strings.HasSuffix(a.Name.Space, "xlink"):
			if _, given := e.attrs[a.Name.Local]; !given || a.Name.Space == "" {
				e.attrs[a.Name.Local] = a.Value
			}
		case a.Name.Local == "space":
			e.attrs["xml:space"] = a.Value
		}
	}
	return e
}

// href is the name of the element that an element refers to; "" for something else.
func (e *element) href() string {
	name, ok := strings.CutPrefix(strings.TrimSpace(e.attrs["href"]), "#")
	if !ok {
		return ""
	}
	return name
}

// survey finds the elements with a name, and the rules of the stylesheets.
func (d *drafter) survey(e *element) error {
	if id := e.attrs["id"]; id != "" && d.ids[id] == nil {
		d.ids[id] = e
	}
	if e.name == "style" {
		return d.rulesOf(e)
	}
	for _, c := range e.children {
		if err := d.survey(c); err != nil {
			return err
		}
	}
	return nil
}
