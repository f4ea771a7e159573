package web

import (
	"bytes"
	"encoding/json"
	htmltext "html"
	"slices"
	"strings"
)

// within are the elements that stand within a line: between all others there is a
// space, though none is written. The list in search.js is the same.
var within = strings.Fields("a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var")

// index is the text of the pages as the search loads it: of each its file, its title
// and what it says.
func (s *site) index() []byte {
	pages := make([][3]string, len(s.leaves))
	for i, pg := range s.leaves {
		pages[i] = [3]string{pg.Name, pg.Title, textOf(pg.Part.Data)}
	}
	var b bytes.Buffer
	b.WriteString("searchIndex(")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(pages) // of strings alone, into memory: it cannot fail
	b.Truncate(b.Len() - 1)
	b.WriteString(");\n")
	return b.Bytes()
}

// textOf is what a document says, its spaces one each.
func textOf(document []byte) string {
	var b strings.Builder
	for rest := string(document); rest != ""; {
		text, tag, _ := strings.Cut(rest, "<")
		b.WriteString(htmltext.UnescapeString(text))
		tag, rest, _ = strings.Cut(tag, ">")
		name := strings.TrimPrefix(tag, "/")
		if end := strings.IndexAny(name, " /"); end >= 0 {
			name = name[:end]
		}
		if !slices.Contains(within, name) {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
