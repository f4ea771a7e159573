package plan

import (
	"bytes"
	"encoding/xml"
	"strings"

	"warraq/content/pattern"
)

// loaded is what a drawing asks for from outside its own file, "" for nothing:
// a program, a picture, a stylesheet. A book holds all that it shows, and
// nothing in it runs (EPUB 3.3, 3.6: no remote resources but audio, video and
// fonts).
func loaded(svg []byte) string {
	d := xml.NewDecoder(bytes.NewReader(svg))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	styles := 0 // open elements from a style element on: what others within it hold is none, but what follows them is
	for {
		token, err := d.Token()
		if err != nil { // the end, or what no reader shows
			return ""
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "script" {
				return "a script"
			}
			if styles > 0 || token.Name.Local == "style" {
				styles++
			}
			if from := asksFor(token); from != "" {
				return from
			}
		case xml.EndElement:
			styles = max(styles-1, 0)
		case xml.CharData:
			if from := styleAsksFor(string(token)); styles > 0 && from != "" {
				return from
			}
		case xml.ProcInst:
			if token.Target == "xml-stylesheet" {
				return "a stylesheet"
			}
		}
	}
}

// asksFor is what an element loads by an attribute. A link loads nothing before
// it is followed.
func asksFor(e xml.StartElement) string {
	for _, a := range e.Attr {
		switch name := strings.ToLower(a.Name.Local); {
		case name == "href" && e.Name.Local != "a", name == "src":
			if v := strings.TrimSpace(a.Value); v != "" && v[0] != '#' && !strings.HasPrefix(v, "data:") {
				return v
			}
		case strings.HasPrefix(name, "on") && a.Name.Space == "":
			return "a script"
		default:
			if from := styleAsksFor(a.Value); from != "" {
				return from
			}
		}
	}
	return ""
}

// Functions and rules of CSS are written in letters of any case (CSS Syntax 3 §4).
var (
	imports = pattern.Of(`(?i)@import`)
	urls    = pattern.Of(`(?i)url\(\s*["']?\s*([^"')\s]*)`)
)

// styleAsksFor is what a declaration of CSS loads.
func styleAsksFor(css string) string {
	if imports.MatchString(css) {
		return "a stylesheet"
	}
	for _, m := range urls.FindAllStringSubmatch(css, -1) {
		if v := m[1]; v != "" && v[0] != '#' && !strings.HasPrefix(v, "data:") {
			return v
		}
	}
	return ""
}
