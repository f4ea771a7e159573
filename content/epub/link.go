package epub

import (
	"net/url"
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
)

// resolve gives the href of a link: inside the book by anchor, outside it by a
// URL. Links to files of chapters became anchors when the book was read.
func (w *writer) resolve(link string) (href string, problem *content.Problem) {
	link = strings.TrimSpace(link)
	anchor, inside := strings.CutPrefix(link, "#")
	if !inside {
		return external(link)
	}
	t, ok := w.e.target(anchor)
	if !ok {
		return "", &content.Problem{What: "link leads to #" + markup.Clean(anchor) + ", which is not there", Hint: "write {#" + markup.Clean(anchor) + "} after a heading"}
	}
	if t.page == w.pg {
		return "#" + t.id, nil
	}
	return t.page.name + "#" + t.id, nil
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
func external(link string) (string, *content.Problem) {
	encoded := encode(link)
	u, err := url.Parse(encoded)
	switch {
	case err != nil, u.Scheme == "", strings.HasPrefix(u.Scheme, "http") && u.Host == "":
		return "", &content.Problem{What: "link to " + quoted(link) + " is no complete address", Hint: "write it as https://example.org/page, or #anchor for a place in the book"}
	case !content.Follows(u.Scheme):
		return "", &content.Problem{What: "link to " + quoted(link) + " cannot be followed from a book", Hint: "use https:, mailto: or #anchor"}
	}
	return encoded, nil
}

// encode percent-encodes what a URL may not hold as it is (RFC 3986 §2); brackets
// stand in the address of a host alone (§3.2.2).
func encode(link string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	host := 0 // where it ends
	if _, rest, ok := strings.Cut(link, "://"); ok {
		host = len(link)
		if end := strings.IndexAny(rest, "/?#"); end >= 0 {
			host += end - len(rest)
		}
	}
	for i := 0; i < len(link); i++ {
		c := link[i]
		switch {
		case c == '%' && !(i+2 < len(link) && isHex(link[i+1]) && isHex(link[i+2])),
			c <= ' ', c >= 0x7f, i >= host && (c == '[' || c == ']'), strings.IndexByte("\"<>\\^`{|}", c) >= 0:
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
	if link = markup.Clean(link); link == "" {
		return "nothing"
	}
	return link
}
