package plan

import (
	"crypto/sha1"
	"fmt"
	"strings"
	"time"

	"warraq/content"
	"warraq/content/epub/markup"
)

// namespace makes the identifiers of this program's books a family of their
// own (RFC 9562 §5.5 wants a namespace UUID before the name).
var namespace = [16]byte{0x5a, 0x0e, 0x1f, 0x2c, 0x7d, 0x43, 0x5b, 0x96, 0x8e, 0x11, 0x60, 0x77, 0xa4, 0x1d, 0x52, 0xc9}

// MakeID is the book's unique identifier: the author's own, the ISBN, or a
// UUID version 5 of everything a reader reads. The fonts, the stylesheet, the
// page breaks and a cover that the theme drew are no part of it, so a new theme
// leaves the book the same book.
func (book *Publication) MakeID() string {
	m := &book.Doc.Meta
	if id := markup.Clean(m.Identifier); id != "" {
		return id
	}
	if isbn := ISBN(m.ISBN); isbn != "" {
		return "urn:isbn:" + isbn
	}
	h := sha1.New()
	h.Write(namespace[:])
	for _, s := range append([]string{m.Title, m.Subtitle, book.Lang, m.Publisher, m.Date}, m.Authors...) {
		fmt.Fprintf(h, "%d:%s\n", len(s), s)
	}
	for _, pg := range book.Pages {
		fmt.Fprintf(h, "%s %x\n", pg.Name, pg.Digest)
	}
	for _, f := range book.Files {
		if drawn := f == book.Cover && m.Cover == ""; f.Folder == ImageFolder && !drawn {
			fmt.Fprintf(h, "%s %d\n", f.Name, len(f.Part.Data))
			h.Write(f.Part.Data)
		}
	}
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// ISBN is the number without its hyphens and spaces.
func ISBN(s string) string {
	var b strings.Builder
	for _, r := range strings.ToUpper(s) {
		if r >= '0' && r <= '9' || r == 'X' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// modified is the value of dcterms:modified (EPUB 3.3 §5.5.4: UTC, to the
// second): the date given, or the start of the book's own, or the earliest
// that the zip around it can say.
func modified(date time.Time, own string) string {
	if date.IsZero() {
		date = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
		if t, ok := ParseDate(own); ok {
			date = t
		}
	}
	return date.UTC().Format("2006-01-02T15:04:05Z")
}

// ParseDate reads a year, a month or a day of ISO 8601.
func ParseDate(s string) (time.Time, bool) {
	for _, form := range []string{"2006", "2006-01", "2006-01-02"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// bookLang is the book's language, or "und" where none is given that could
// stand in a lang attribute.
func bookLang(m *content.Meta) string {
	if ValidLang(m.Lang) {
		return m.Lang
	}
	return "und"
}

// ValidLang tells whether s has the form of a BCP 47 tag: letters, then
// subtags of at most eight letters and digits.
func ValidLang(s string) bool {
	first := true
	for sub := range strings.SplitSeq(s, "-") {
		if len(sub) < 1 || len(sub) > 8 || first && len(sub) < 2 {
			return false
		}
		for _, c := range []byte(sub) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (first || c < '0' || c > '9') {
				return false
			}
		}
		first = false
	}
	return s != ""
}
