package webpage

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content/intake"
)

// mostDepth bounds how deep elements lie in each other, as x/net/html has it, and
// mostOpened how often elements that were never ended are opened anew.
const (
	mostDepth  = 512
	mostOpened = 2_000_000
)

var (
	errDeep   = fmt.Errorf("elements lie more than %d deep in each other", mostDepth)
	errOpened = errors.New("it has too many marks of bold, italic or colour that never end")
)

// parse reads a page: as XML where it says that it is, and as browsers read HTML where
// it is not, or breaks its rules. anew is how often HTML opens elements anew in it.
func parse(text string, anew int) (*html.Node, error) {
	if saysXML(text) {
		if root, err := parseXML(text); err == nil {
			return root, nil
		} else if errors.Is(err, errDeep) {
			return nil, err
		}
	}
	if anew > mostOpened+20*len(text) {
		return nil, errOpened
	}
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("it is no page of HTML: %w", err)
	}
	return root, nil
}

// saysXML tells whether a page opens as XML, or its html as XHTML.
func saysXML(text string) bool {
	head := strings.TrimSpace(text[:min(len(text), 2000)])
	return strings.HasPrefix(head, "<?xml") || strings.Contains(head, `xmlns="http://www.w3.org/1999/xhtml"`)
}

// formatting are the elements that HTML opens anew in each block until they are ended
// (13.2.4.3).
var formatting = map[atom.Atom]bool{atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Nobr: true, atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true}

// glance counts what a page shows of how much it holds, and how often HTML opens
// elements of formatting anew that never end, which makes its tree far greater than the
// page.
func glance(text string) (shown intake.Amount, anew int) {
	z := html.NewTokenizer(strings.NewReader(text))
	open := make(map[atom.Atom]int)
	all, fresh := 0, true // fresh: words that follow are a block
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return shown, anew
		case html.TextToken:
			if fresh && len(bytes.TrimSpace(z.Raw())) > 0 {
				shown.Blocks++
				fresh = false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, attrs := z.TagName()
			a := atom.Lookup(name)
			if formatting[a] && kind == html.StartTagToken {
				open[a]++
				all++
			}
			anew += all
			if a == atom.A && attrs {
				shown.Links++
			}
			fresh = fresh || parting[a]
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if formatting[a] && open[a] > 0 {
				open[a]--
				all--
			}
			fresh = fresh || parting[a]
		}
	}
}

// parting are the elements before and behind which a block ends. A row is one, however
// many cells it has.
var parting = map[atom.Atom]bool{atom.P: true, atom.Br: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Blockquote: true,
	atom.Li: true, atom.Tr: true, atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Figcaption: true, atom.Caption: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}

// opsSpace is the namespace of epub:type.
const opsSpace = "http://www.idpf.org/2007/ops"

// parseXML reads XHTML into the tree that HTML would have.
func parseXML(text string) (*html.Node, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it was made UTF-8
	root := &html.Node{Type: html.DocumentNode}
	at, depth := root, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) && depth == 0 && root.FirstChild != nil {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return nil, errDeep
			}
			n := elementOf(t)
			at.AppendChild(n)
			at = n
		case xml.EndElement:
			at, depth = at.Parent, depth-1
		case xml.CharData:
			if depth > 0 {
				at.AppendChild(&html.Node{Type: html.TextNode, Data: string(t)})
			}
		}
	}
}

func elementOf(t xml.StartElement) *html.Node {
	name := strings.ToLower(t.Name.Local)
	n := &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
	for _, a := range t.Attr {
		key := a.Name.Local
		switch a.Name.Space {
		case opsSpace, "epub":
			key = "epub:" + key
		case "xml", "http://www.w3.org/XML/1998/namespace":
			key = "xml:" + key
		case "xmlns":
			continue
		}
		n.Attr = append(n.Attr, html.Attribute{Key: key, Val: a.Value})
	}
	return n
}

// get is the value of an attribute, "" for none.
func get(n *html.Node, key string) string {
	v, _ := lookup(n, key)
	return v
}

func lookup(n *html.Node, key string) (string, bool) {
	for i := range n.Attr {
		a := &n.Attr[i]
		if a.Key == key || a.Namespace != "" && a.Namespace+":"+a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// langOf is the language that an element says, "" for none.
func langOf(n *html.Node) string {
	if l := get(n, "lang"); l != "" {
		return l
	}
	return get(n, "xml:lang")
}

// hasClass tells whether an element has a class.
func hasClass(n *html.Node, class string) bool { return hasWord(get(n, "class"), class) }

// hasType tells whether an element has an epub:type, or the role that is the same.
func hasType(n *html.Node, name string) bool {
	return hasWord(get(n, "epub:type"), name) || hasWord(get(n, "role"), "doc-"+name)
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// words is the text within a node, with a space between blocks.
func words(n *html.Node) string {
	var b bytes.Buffer
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		if n.Type == html.ElementNode && (n.DataAtom == atom.Script || n.DataAtom == atom.Style) {
			return
		}
		if n.Type == html.ElementNode && blocks[n.DataAtom] {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
		}
		if n.Type == html.ElementNode && (blocks[n.DataAtom] || n.DataAtom == atom.Br) {
			b.WriteByte(' ')
		}
	}
	add(n)
	return b.String()
}

// spoken is the text within a node, its white space as one space.
func spoken(n *html.Node) string { return strings.Join(strings.Fields(words(n)), " ") }

// unescaped is a part of an address without its escapes.
func unescaped(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// opening is the first words within a node, enough to know a number by.
func opening(n *html.Node) string {
	const most = 64 // bytes
	var b strings.Builder
	seen := 0
	var add func(*html.Node)
	add = func(n *html.Node) {
		if seen++; b.Len() >= most || seen > 4*most {
			return
		}
		if n.Type == html.TextNode {
			text := strings.TrimLeft(n.Data, " \t\r\n")
			if len(text) < len(n.Data) {
				b.WriteByte(' ')
			}
			b.WriteString(text[:min(len(text), 2*most)])
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
		}
	}
	add(n)
	return strings.Join(strings.Fields(strings.ToValidUTF8(b.String(), "")), " ")
}
