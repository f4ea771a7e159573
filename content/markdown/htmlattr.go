package markdown

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// htmlAttr is what the attributes of a tag of a table say that a book has a form for.
func htmlAttr(t *html.Token) (attr content.Attr) {
	for _, a := range t.Attr {
		value := strings.TrimSpace(a.Val)
		switch a.Key {
		case "id", "lang", "dir":
			syntax.SetKey(&attr, a.Key, value)
		case "xml:lang":
			syntax.SetKey(&attr, "lang", value)
		case "class":
			attr.Classes = strings.Fields(a.Val)
		case "rowspan", "colspan":
			if _, ok := content.ParseSpan(value); ok {
				syntax.SetKey(&attr, a.Key, value)
			} else if a.Key == "rowspan" && value == "0" { // up to the last
				syntax.SetKey(&attr, a.Key, fmt.Sprint(content.MostSpan))
			}
		case "align":
			setAlign(&attr, value)
		case "style":
			setAlign(&attr, styleOf(a.Val, "text-align"))
			if dir := styleOf(a.Val, "direction"); attr.Dir == locale.Auto {
				syntax.SetKey(&attr, "dir", dir)
			}
		}
	}
	attr.Keys = dropKeys(attr.Keys, "dir")
	if attr.Lang != "" && attr.Dir == locale.Auto {
		attr.Dir = locale.DirectionOf(attr.Lang)
	}
	return attr
}

// htmlAttrs is the same for other tags, of whose classes a book knows nothing. It tells
// of a language that is none, and of looks.
func (f *file) htmlAttrs(t *html.Token, at content.Pos) content.Attr {
	attr := htmlAttr(t)
	attr.Classes, attr.Keys = nil, dropKeys(attr.Keys, "rowspan", "colspan", "align")
	attr.Anchor = plainAnchor(attr.Anchor)
	if attr.Lang != "" {
		if _, err := language.Raw.Parse(attr.Lang); err != nil {
			const kind = "a language of HTML that is none, passed over"
			f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": lang=" + source.Quoted(attr.Lang), Hint: "write a tag such as ar, fr or en-GB"})
			attr.Lang, attr.Dir = "", locale.Auto
		}
	}
	for _, a := range t.Attr {
		switch a.Key {
		case "color", "bgcolor", "face", "size", "class":
			f.leftStyle(a.Key+"="+a.Val, at)
		case "style":
			if rest := otherStyles(a.Val); rest != "" {
				f.leftStyle(rest, at)
			}
		}
	}
	return attr
}

// dropKeys is keys without some of them.
func dropKeys(keys []content.KeyValue, names ...string) (kept []content.KeyValue) {
next:
	for _, kv := range keys {
		for _, name := range names {
			if kv.Key == name {
				continue next
			}
		}
		kept = append(kept, kv)
	}
	return kept
}

// styleOf is the value of a property of a style, "" where it has none.
func styleOf(style, property string) string {
	for _, part := range strings.Split(style, ";") {
		if name, value, ok := strings.Cut(part, ":"); ok && strings.EqualFold(strings.TrimSpace(name), property) {
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

// heeded are the properties of a style that say what a book has a form for, or what it
// does anyway.
var heeded = map[string]bool{"text-align": true, "direction": true, "width": true, "height": true, "max-width": true, "page-break-after": true,
	"page-break-before": true, "break-after": true, "break-before": true, "text-justify": true, "unicode-bidi": true, "display": true}

// otherStyles are the rest.
func otherStyles(style string) string {
	var rest []string
	for _, part := range strings.Split(style, ";") {
		if name, _, _ := strings.Cut(part, ":"); strings.TrimSpace(part) != "" && !heeded[strings.ToLower(strings.TrimSpace(name))] {
			rest = append(rest, strings.TrimSpace(part))
		}
	}
	return strings.Join(rest, "; ")
}

func setAlign(attr *content.Attr, said string) {
	if said = strings.ToLower(said); attr.Get("align") == "" {
		if _, ok := content.ParseAlign(said); ok {
			syntax.SetKey(attr, "align", said)
		}
	}
}

// sizes gives a picture the width and the height that its tag asks for. Numbers are of
// px, as in HTML; of more than the room that there is as much as there is.
func sizes(t *html.Token) (keys []content.KeyValue) {
	style := tokenAttr(t, "style")
	for _, name := range []string{"width", "height"} {
		value := strings.TrimSpace(tokenAttr(t, name))
		if value == "" {
			value = styleOf(style, name)
		}
		l, ok := design.ParseLength(value)
		if !ok || l.Unit == design.Parts && l.Value > 1 {
			continue
		}
		keys = append(keys, content.KeyValue{Key: name, Value: value})
	}
	return keys
}
