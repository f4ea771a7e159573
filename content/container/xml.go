package container

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Element is an element of XML, or the text between two of them.
type Element struct {
	Name string // prefix and name, by the prefixes of Namespaces; "" for text
	Text string // of text
	Attr []Attr
	Kids []*Element
}

// Attr is an attribute, named as elements are; one without a namespace has no prefix.
type Attr struct{ Name, Value string }

// Namespaces are the prefixes of namespaces that a reader knows, by what they are
// called; names in others begin with "?:".
type Namespaces map[string]string

// Get is the value of an attribute, "" where there is none.
func (e *Element) Get(name string) string {
	v, _ := e.Lookup(name)
	return v
}

// Lookup is the value of an attribute.
func (e *Element) Lookup(name string) (value string, ok bool) {
	if e == nil {
		return "", false
	}
	for i := range e.Attr {
		if e.Attr[i].Name == name {
			return e.Attr[i].Value, true
		}
	}
	return "", false
}

// Child is the first child of a name, nil for none. That of nil is nil.
func (e *Element) Child(name string) *Element {
	if e == nil {
		return nil
	}
	for _, k := range e.Kids {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// OrEmpty is the element, or one that holds nothing where it is nil.
func (e *Element) OrEmpty() *Element {
	if e == nil {
		return new(Element)
	}
	return e
}

// All are the children of a name.
func (e *Element) All(name string) (all []*Element) {
	if e == nil {
		return nil
	}
	for _, k := range e.Kids {
		if k.Name == name {
			all = append(all, k)
		}
	}
	return all
}

// Words are all texts within an element.
func (e *Element) Words() string {
	var b strings.Builder
	var add func(*Element)
	add = func(e *Element) {
		b.WriteString(e.Text)
		for _, k := range e.Kids {
			add(k)
		}
	}
	if e != nil {
		add(e)
	}
	return b.String()
}

// Tree reads a part of XML.
func (c *Container) Tree(name string, spaces Namespaces) (root *Element, err error) {
	err = c.Stream(name, spaces, nil, func(e *Element) error {
		root = e
		return nil
	})
	if err == nil && root == nil {
		err = fmt.Errorf("the part %s is empty", name)
	}
	return root, err
}

// Stream reads a part of XML and gives the elements below a path of names one by one,
// so that a long document need not be in memory as a whole.
func (c *Container) Stream(name string, spaces Namespaces, within []string, each func(*Element) error) error {
	data, err := c.Data(name)
	if err != nil {
		return err
	}
	if err := elements(data, spaces, within, each, c.Meet); err != nil {
		return fmt.Errorf("the part %s cannot be read: %w", name, err)
	}
	return nil
}

// Elements is Stream for the bytes of a part.
func Elements(data []byte, spaces Namespaces, within []string, each func(*Element) error) error {
	return elements(data, spaces, within, each, nil)
}

func elements(data []byte, spaces Namespaces, within []string, each func(*Element) error, meet func(string) error) error {
	d := xml.NewDecoder(bytes.NewReader(utf8Of(data)))
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		if strings.EqualFold(charset, "utf-16") {
			return r, nil // it was made UTF-8
		}
		return nil, fmt.Errorf("it is written in %s, not in UTF-8", charset)
	}
	p := parsing{d: d, spaces: spaces, names: make(map[xml.Name]string), meet: meet}
	return p.read(within, each)
}

// utf8Of is XML in UTF-8, without a byte order mark.
func utf8Of(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) < 2 || !(data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff) {
		return data
	}
	little := data[0] == 0xff
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		u := uint16(data[i])<<8 | uint16(data[i+1])
		if little {
			u = u<<8 | u>>8
		}
		units = append(units, u)
	}
	return []byte(string(utf16.Decode(units)))
}

// parsing is XML on its way to elements.
type parsing struct {
	d      *xml.Decoder
	spaces Namespaces
	names  map[xml.Name]string
	nodes  int
	meet   func(name string) error
}

var (
	errDeep    = fmt.Errorf("elements lie more than %d deep in each other", mostDepth)
	errMany    = fmt.Errorf("it has more than %d elements in one", mostNodes)
	errDoctype = errors.New("it has a document type of its own, which no such document has")
)

// defines tells a document type that could define entities; one that only names a kind
// of document, as in an NCX, does nothing.
func defines(d xml.Directive) bool { return bytes.IndexByte(d, '[') >= 0 }

// read goes down a path of names; what is not on it is skipped.
func (p *parsing) read(within []string, each func(*Element) error) error {
	at := 0 // how far down the path
	for {
		t, err := p.d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch {
			case at == len(within):
				e, err := p.element(t)
				if err != nil {
					return err
				}
				if err := each(e); err != nil {
					return err
				}
				p.nodes = 0
			case p.name(t.Name) == within[at]:
				at++
			default:
				if err := p.skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			at--
		case xml.Directive:
			if defines(t) {
				return errDoctype
			}
		}
	}
}

// skip passes over an element, however deep.
func (p *parsing) skip() error {
	for depth := 1; depth > 0; {
		t, err := p.d.Token()
		if err != nil {
			return unended(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return errDeep
			}
		case xml.EndElement:
			depth--
		case xml.Directive:
			if defines(t) {
				return errDoctype
			}
		}
	}
	return nil
}

// element reads an element to its end.
func (p *parsing) element(start xml.StartElement) (*Element, error) {
	root, err := p.opened(start)
	if err != nil {
		return nil, err
	}
	open := []*Element{root}
	for len(open) > 0 {
		t, err := p.d.Token()
		if err != nil {
			return nil, unended(err)
		}
		last := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			e, err := p.opened(t)
			if err != nil {
				return nil, err
			}
			last.Kids = append(last.Kids, e)
			if open = append(open, e); len(open) > mostDepth {
				return nil, errDeep
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.Kids = append(last.Kids, &Element{Text: string(t)})
			p.nodes++
		case xml.Directive:
			if defines(t) {
				return nil, errDoctype
			}
		}
		if p.nodes > mostNodes {
			return nil, errMany
		}
	}
	return root, nil
}

// unended is the error of XML that ends before its elements do.
func unended(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (p *parsing) opened(start xml.StartElement) (*Element, error) {
	p.nodes++
	e := &Element{Name: p.name(start.Name)}
	if len(start.Attr) > 0 {
		e.Attr = make([]Attr, 0, len(start.Attr))
	}
	for _, a := range start.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		e.Attr = append(e.Attr, Attr{p.name(a.Name), a.Value})
	}
	if p.meet == nil {
		return e, nil
	}
	return e, p.meet(e.Name)
}

// name is a name with the prefix that the reader knows its namespace by.
func (p *parsing) name(n xml.Name) string {
	s, ok := p.names[n]
	if ok {
		return s
	}
	switch prefix, known := p.spaces[n.Space]; {
	case known && prefix != "":
		s = prefix + ":" + n.Local
	case known || n.Space == "":
		s = n.Local
	default:
		s = "?:" + n.Local
	}
	p.names[n] = s
	return s
}
