package epub

import (
	"net/url"
	"path"
	"strings"

	"warraq/content"
)

// linkSchemes are the schemes a link of a book may have. Others (file, data,
// javascript) are forbidden in EPUB or lead nowhere on a reader's machine.
var linkSchemes = map[string]bool{"http": true, "https": true, "mailto": true, "tel": true, "ftp": true, "urn": true, "doi": true, "geo": true, "sms": true}

// resolve gives the href of a link as written in the manuscript: inside the
// book by anchor or by the file of a chapter, outside it by a URL.
func (w *writer) resolve(link string) (href string, problem *content.Problem) {
	link = strings.TrimSpace(link)
	if scheme, _, ok := strings.Cut(link, ":"); ok && !strings.ContainsAny(scheme, "/#?") {
		return external(link, strings.ToLower(scheme))
	}
	file, anchor, hasAnchor := strings.Cut(link, "#")
	pg := w.pg
	if file != "" {
		pg = w.e.sources[w.beside(file)]
	}
	if pg == nil || link == "" {
		return "", &content.Problem{What: "link to " + quoted(link) + " leads nowhere", Hint: "write https:// before an address, # before an anchor, or the name of a chapter's file"}
	}
	if !hasAnchor || anchor == "" {
		return pg.name, nil
	}
	t, ok := w.e.target(anchor)
	if !ok {
		return "", &content.Problem{What: "link to #" + clean(anchor) + ", which is nowhere in the book", Hint: "give a heading {#" + clean(anchor) + "} or correct the link"}
	}
	if t.page == w.pg {
		return "#" + t.id, nil
	}
	return t.page.name + "#" + t.id, nil
}

// beside is the name of a file that a chapter names from where it stands.
func (w *writer) beside(file string) string {
	if f, err := url.PathUnescape(file); err == nil {
		file = f
	}
	from := ""
	if w.pg.chapter != nil {
		from = path.Dir(w.pg.chapter.Pos.File)
	}
	return path.Join(from, file)
}

// target finds an anchor, written plain or percent-encoded.
func (e *edition) target(anchor string) (target, bool) {
	t, ok := e.targets[anchor]
	if !ok {
		if plain, err := url.PathUnescape(anchor); err == nil {
			t, ok = e.targets[plain]
		}
	}
	return t, ok
}

// external checks and encodes a link that leaves the book.
func external(link, scheme string) (string, *content.Problem) {
	if !linkSchemes[scheme] {
		return "", &content.Problem{What: "link to " + quoted(link) + " cannot be followed from a book", Hint: "use https:, mailto: or #anchor"}
	}
	link = encode(link)
	u, err := url.Parse(link)
	if err != nil || strings.HasPrefix(scheme, "http") && u.Host == "" {
		return "", &content.Problem{What: "link to " + quoted(link) + " is no complete address", Hint: "write it as https://example.org/page"}
	}
	return link, nil
}

// encode percent-encodes what a URL may not hold as it is (RFC 3986 §2).
func encode(link string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(link); i++ {
		c := link[i]
		switch {
		case c == '%' && !(i+2 < len(link) && isHex(link[i+1]) && isHex(link[i+2])),
			c <= ' ', c >= 0x7f, strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

// quoted is a link as it stands in a message.
func quoted(link string) string {
	if link = clean(link); link == "" {
		return "nothing"
	}
	return link
}
