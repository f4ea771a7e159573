package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"warraq/content/pattern"
	"warraq/layout/drawing"
)

// drawn are the elements of SVG 1.1 that draw, say or shape something and load and run
// nothing. Those that move are not among them: what they set may be an address.
var drawn = setOf(`svg g defs symbol use switch a title desc metadata style
	path rect circle ellipse line polyline polygon text tspan textPath tref altGlyph image
	linearGradient radialGradient stop pattern clipPath mask marker view
	filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
	feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
	feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
	font font-face font-face-src font-face-name glyph missing-glyph hkern vkern`)

func setOf(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// soundSVG reads a drawing strictly and writes it anew where it has what a book does
// not: a document type, instructions, what programs keep for themselves. What would
// run, load or be another document is an error.
func soundSVG(data []byte) ([]byte, error) {
	w := svgWriter{d: xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))), borne: make(map[string]bool)}
	w.d.Entity = xml.HTMLEntity
	if err := w.whole(); err != nil {
		return nil, err
	}
	if !w.other {
		return data, nil
	}
	return w.out.Bytes(), nil
}

// svgWriter writes a drawing anew.
type svgWriter struct {
	d       *xml.Decoder
	out     bytes.Buffer
	open    []string // elements
	other   bool     // than the file says
	rooted  bool
	linked  bool            // xlink: means what it does
	borne   map[string]bool // ids
	style   strings.Builder // of the stylesheet in hand
	instead string          // words in HTML for which a text stands
}

const xlinkSpace = "http://www.w3.org/1999/xlink"

func (w *svgWriter) whole() error {
	w.out.WriteString(xml.Header)
	for {
		t, err := w.d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && w.rooted && len(w.open) == 0:
			return nil
		case errors.Is(err, io.EOF):
			return errCut
		case err != nil:
			return fmt.Errorf("is broken (%w)", err)
		}
		if err := w.token(t); err != nil {
			return err
		}
	}
}

func (w *svgWriter) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return w.start(t)
	case xml.EndElement:
		name := t.Name.Local
		if len(w.open) == 0 || w.open[len(w.open)-1] != name {
			return errors.New("is broken (an element ends that did not begin)")
		}
		w.open = w.open[:len(w.open)-1]
		fmt.Fprintf(&w.out, "</%s>", name)
		if name == "style" {
			defer w.style.Reset()
			return soundStyle(w.style.String())
		}
	case xml.CharData:
		return w.chars(t)
	case xml.Directive:
		if bytes.IndexByte(t, '[') >= 0 {
			return errors.New("has a document type of its own, which defines things")
		}
		w.other = true
	case xml.ProcInst:
		w.other = w.other || t.Target != "xml"
	case xml.Comment: // is left out if the drawing is written anew
	}
	return nil
}

func nameOf(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// start writes the beginning of an element; those of programs are left out whole.
func (w *svgWriter) start(t xml.StartElement) error {
	name := t.Name.Local
	if t.Name.Space == "svg" {
		w.other = true
	}
	switch {
	case t.Name.Space != "" && t.Name.Space != "svg", len(w.open) > 0 && ofAnother(t.Attr):
		w.other = true
		return w.skip()
	case len(w.open) == 0 && w.rooted:
		return errors.New("is broken (it has two roots)")
	case len(w.open) == 0 && name != "svg":
		return errors.New("is no SVG drawing")
	case len(w.open) > 4*drawing.Deepest:
		return drawing.ErrTooMuch
	case name == "metadata":
		w.other = true
		return w.skip()
	case name == "foreignObject" && len(w.open) > 0:
		return w.foreign(t)
	case !drawn[name]:
		return fmt.Errorf("has an element %.40s, which a book may not hold", name)
	}
	w.open = append(w.open, name)
	w.out.WriteString("<" + name)
	if err := w.attributes(name, t.Attr); err != nil {
		return err
	}
	w.rooted = true
	w.out.WriteString(">")
	return nil
}

// foreign writes an element that is HTML within with nothing but its words. Where a text
// stands for it, as in a switch, it is left out, and that text says all of the words.
func (w *svgWriter) foreign(t xml.StartElement) error {
	w.other = true
	lines, err := drawing.Foreign(w.d.RawToken)
	if err != nil {
		return fmt.Errorf("is broken (%w)", err)
	}
	if w.open[len(w.open)-1] == "switch" {
		if w.instead = ""; len(lines) == 1 {
			w.instead = lines[0]
		}
		return nil
	}
	w.out.WriteString("<foreignObject")
	if err := w.attributes("foreignObject", t.Attr); err != nil {
		return err
	}
	w.out.WriteString(`><div xmlns="http://www.w3.org/1999/xhtml" style="text-align:center">`)
	for _, line := range lines {
		w.out.WriteString(`<p style="margin:0">`)
		xml.EscapeText(&w.out, []byte(line))
		w.out.WriteString("</p>")
	}
	w.out.WriteString("</div></foreignObject>")
	return nil
}

// ofAnother tells an element that is of another language than SVG by itself.
func ofAnother(attrs []xml.Attr) bool {
	for _, a := range attrs {
		if nameOf(a.Name) == "xmlns" && a.Value != drawing.Space {
			return true
		}
	}
	return false
}

// skip passes over an element.
func (w *svgWriter) skip() error {
	for depth := 1; depth > 0; {
		t, err := w.d.RawToken()
		if err != nil {
			return fmt.Errorf("is broken (%w)", err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// attributes writes what an element says of itself.
func (w *svgWriter) attributes(element string, all []xml.Attr) error {
	seen := make(map[string]bool, len(all))
	if !w.rooted {
		w.out.WriteString(` xmlns="` + drawing.Space + `" xmlns:xlink="` + xlinkSpace + `"`)
		w.spaces(all)
	}
	for _, a := range all {
		name := nameOf(a.Name)
		switch {
		case name == "xmlns" || a.Name.Space == "xmlns":
			w.other = w.other || w.rooted
			continue
		case seen[name]:
			return errors.New("is broken (an attribute stands twice)")
		case a.Name.Space == "xlink" && !w.linked:
			w.other = true
		case a.Name.Space != "" && name != "xml:space" && name != "xml:lang" && a.Name.Space != "xlink":
			w.other = true
			continue
		}
		seen[name] = true
		if err := soundAttribute(element, strings.ToLower(a.Name.Local), a.Value); err != nil {
			return err
		}
		value, first := w.named(name, a)
		w.other = w.other || value != a.Value || !first
		if !first {
			continue
		}
		w.out.WriteString(" " + name + `="`)
		xml.EscapeText(&w.out, []byte(value))
		w.out.WriteString(`"`)
	}
	return nil
}

// named is the value of an attribute with names for ids; first is false for an id that
// an element before it bears, which is the one that is meant.
func (w *svgWriter) named(name string, a xml.Attr) (value string, first bool) {
	switch {
	case name == "id":
		id := nameFor(a.Value)
		first = !w.borne[id]
		w.borne[id] = true
		return id, first
	case a.Name.Local == "href" && strings.HasPrefix(a.Value, "#"):
		return "#" + nameFor(a.Value[1:]), true
	}
	return renamed(a.Value), true
}

// spaces reads the namespaces of the root.
func (w *svgWriter) spaces(root []xml.Attr) {
	own := false
	for _, a := range root {
		switch nameOf(a.Name) {
		case "xmlns":
			own = a.Value == drawing.Space
		case "xmlns:xlink":
			w.linked = a.Value == xlinkSpace
		}
	}
	w.other = w.other || !own
}

// soundAttribute refuses what runs or loads something. The name is in small letters. A
// link loads nothing before it is followed.
func soundAttribute(element, name, value string) error {
	to := strings.ToLower(strings.TrimSpace(value))
	link := element == "a" && (strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "mailto:"))
	switch {
	case strings.HasPrefix(name, "on"):
		return errors.New("runs a script")
	case name != "href" && name != "src" && name != "base":
		return soundStyle(value)
	case !link && !strings.HasPrefix(to, "#") && !carriesPicture(to):
		return fmt.Errorf("loads %.40s, and nothing is fetched for a book", to)
	}
	return nil
}

// carriesPicture tells an address that is a picture of pixels itself (RFC 2397).
func carriesPicture(value string) bool {
	for _, kind := range []string{"png", "jpeg", "gif", "webp"} {
		if strings.HasPrefix(value, "data:image/"+kind+";base64,") {
			return true
		}
	}
	return value == ""
}

// soundStyle refuses CSS that loads something, however it is spelt.
func soundStyle(css string) error {
	low := strings.ToLower(unescaped(css))
	for _, word := range loading {
		if strings.Contains(low, word) {
			return fmt.Errorf("has a style with %s, which a book may not hold", word)
		}
	}
	for rest := low; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return nil
		}
		to := strings.TrimLeft(after, " \t\r\n\f\"'")
		if !strings.HasPrefix(to, "#") && !carriesPicture(to) && !strings.HasPrefix(to, "data:font/") && !strings.HasPrefix(to, "data:application/") {
			return fmt.Errorf("loads %.40s, and nothing is fetched for a book", to)
		}
		rest = after
	}
}

// loading are the words of CSS, beside url(), that load or run something.
var loading = []string{"@import", "@namespace", "image-set(", "image(", "cross-fade(", "element(", "-moz-binding", "expression(", "javascript:", "behavior:", "src("}

// unescaped is CSS without its escapes (CSS Syntax 3, 4.3.7).
func unescaped(css string) string {
	if !strings.Contains(css, `\`) {
		return css
	}
	return escape.ReplaceAllStringFunc(css, func(e string) string {
		if n, err := strconv.ParseInt(strings.TrimSpace(e[1:]), 16, 32); err == nil {
			return string(rune(n))
		}
		return e[1:]
	})
}

var escape = pattern.Of(`(?s)\\(?:[0-9A-Fa-f]{1,6}[ \t\r\n\f]?|.)`)

// chars writes text; that of a stylesheet may load nothing.
func (w *svgWriter) chars(text xml.CharData) error {
	if len(w.open) == 0 {
		if len(bytes.TrimSpace(text)) > 0 {
			return errors.New("is broken (text stands outside of it)")
		}
		return nil
	}
	if w.open[len(w.open)-1] == "style" {
		w.style.Write(text)
		css := renamed(string(text))
		w.other = w.other || css != string(text)
		text = xml.CharData(css)
	}
	if n := len(w.open); n > 1 && w.open[n-1] == "text" && w.open[n-2] == "switch" && w.instead != "" {
		text, w.instead = xml.CharData(w.instead), ""
	}
	return xml.EscapeText(&w.out, text)
}
