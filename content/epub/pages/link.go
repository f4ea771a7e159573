package pages

import (
	"net/url"
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
)

// resolve gives the href of a link: inside the book by anchor, outside it by a
// URL. Links to files of chapters became anchors when the book was read.
func (w *Writer) resolve(link string) (href string, problem *content.Problem) {
	link = strings.TrimSpace(link)
	anchor, inside := strings.CutPrefix(link, "#")
	if !inside {
		return external(link)
	}
	t, ok := w.book.Target(anchor)
	if !ok {
		return "", &content.Problem{What: "link leads to #" + markup.Clean(anchor) + ", which is not there", Hint: "write {#" + markup.Clean(anchor) + "} after a heading"}
	}
	if t.Page == w.pg {
		return "#" + t.ID, nil
	}
	return t.Page.Name + "#" + t.ID, nil
}

// external checks and encodes a link that leaves the book.
func external(link string) (string, *content.Problem) {
	encoded := markup.URL(link)
	u, err := url.Parse(encoded)
	switch {
	case err != nil, u.Scheme == "", strings.HasPrefix(u.Scheme, "http") && u.Host == "":
		return "", &content.Problem{What: "link to " + quoted(link) + " is no complete address", Hint: "write it as https://example.org/page, or #anchor for a place in the book"}
	case !content.Follows(u.Scheme):
		return "", &content.Problem{What: "link to " + quoted(link) + " cannot be followed from a book", Hint: "use https:, mailto: or #anchor"}
	}
	return encoded, nil
}

// quoted is a link as it stands in a message.
func quoted(link string) string {
	if link = markup.Clean(link); link == "" {
		return "nothing"
	}
	return link
}
