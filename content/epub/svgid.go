package epub

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode"
)

// soundIDs is a drawing in which every id is a name without colons and stands once,
// as EPUB 3.3 §3.2 with SVG and XML ask; drawing programs write the names of layers
// there. A second bearer of an id loses it, for what refers to it means the first; an
// id that is no name gets another, and so does what refers to it. A drawing that has
// no such id is given back as it is.
func soundIDs(svg []byte) []byte {
	names, sound := namesOf(svg)
	if sound {
		return svg
	}
	var out bytes.Buffer
	borne := make(map[string]bool)
	for tag, text := range startTags(svg) {
		piece := renamed([]byte(text), names)
		if !tag {
			out.Write(piece)
			continue
		}
		out.Write(idAttr.ReplaceAllFunc(piece, func(attr []byte) []byte {
			m := idAttr.FindSubmatch(attr)
			id := html.UnescapeString(string(m[2][1 : len(m[2])-1]))
			if borne[id] {
				return nil
			}
			borne[id] = true
			if name, ok := names[id]; ok {
				return []byte(string(m[1]) + `"` + name + `"`)
			}
			return attr
		}))
	}
	return out.Bytes()
}

// idAttr is an attribute id of a tag: its beginning, and its value in quotation marks.
var idAttr = regexp.MustCompile(`(\sid\s*=\s*)("[^"]*"|'[^']*')`)

// refers is what leads to an id, in an attribute or a style.
var refers = regexp.MustCompile(`((?:href\s*=\s*["']|url\(\s*["']?)#)([^"')]+)`)

// renamed is a piece of a drawing whose references bear the new names.
func renamed(piece []byte, names map[string]string) []byte {
	if len(names) == 0 || !bytes.Contains(piece, []byte("#")) {
		return piece
	}
	return refers.ReplaceAllFunc(piece, func(ref []byte) []byte {
		m := refers.FindSubmatch(ref)
		if name, ok := names[html.UnescapeString(string(m[2]))]; ok {
			return []byte(string(m[1]) + name)
		}
		return ref
	})
}

// namesOf gives new names for the ids that are none, and tells whether nothing is to
// be changed.
func namesOf(svg []byte) (names map[string]string, sound bool) {
	names, sound = make(map[string]string), true
	known := make(map[string]bool)
	var nameless []string // in their order
	for tag, text := range startTags(svg) {
		if !tag {
			continue
		}
		for _, m := range idAttr.FindAllStringSubmatch(text, -1) {
			id := html.UnescapeString(m[2][1 : len(m[2])-1])
			if known[id] {
				sound = false
			}
			known[id] = true
			if !isNCName(id) {
				nameless = append(nameless, id)
			}
		}
	}
	n := 0
	for _, id := range nameless {
		for names[id] == "" {
			n++
			if name := fmt.Sprintf("id-%d", n); !known[name] {
				names[id] = name
			}
		}
	}
	return names, sound && len(nameless) == 0
}

// startTags parts a drawing into its start tags and what stands between them. What
// cannot be read is one piece.
func startTags(svg []byte) func(yield func(tag bool, text string) bool) {
	return func(yield func(bool, string) bool) {
		d := xml.NewDecoder(bytes.NewReader(svg))
		d.Strict = false
		d.Entity = xml.HTMLEntity
		from, at := int64(0), int64(0)
		for {
			token, err := d.RawToken()
			if err != nil {
				yield(false, string(svg[from:]))
				return
			}
			end := d.InputOffset()
			if _, ok := token.(xml.StartElement); ok {
				if !yield(false, string(svg[from:at])) || !yield(true, string(svg[at:end])) {
					return
				}
				from = end
			}
			at = end
		}
	}
}

// isNCName tells a name without colons (Namespaces in XML 1.0 §3), by Unicode's
// letters and digits.
func isNCName(id string) bool {
	for i, r := range id {
		if !(r == '_' || unicode.IsLetter(r) || i > 0 && (r == '-' || r == '.' || unicode.IsDigit(r) || unicode.IsMark(r))) {
			return false
		}
	}
	return id != "" && !strings.ContainsRune(id, unicode.ReplacementChar)
}
