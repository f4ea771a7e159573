package book

import (
	"strconv"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/char"
)

// slugs are the anchors of headings by the names that sites which show Markdown
// give them.
type slugs struct {
	of    map[string]map[string]string // by the file, then by the slug
	all   map[string]string            // by the slug; of two the first
	loose map[string]string            // by what a slug is without marks and doubled hyphens
}

// slugsOf names the chapters and headings of a book. The second of a name in a file
// has -1 behind it, as GitHub, mdBook and pandoc write it.
func slugsOf(doc *content.Document) *slugs {
	s := &slugs{map[string]map[string]string{}, map[string]string{}, map[string]string{}}
	met := map[string]int{}
	content.Walk(doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			s.add(content.PlainText(part.Title), place, met)
		case *content.Heading:
			s.add(content.PlainText(part.Words()), place, met)
		}
	})
	return s
}

func (s *slugs) add(title string, place *content.Place, met map[string]int) {
	name := slug(title)
	if name == "" {
		return
	}
	file := place.Pos.File
	if s.of[file] == nil {
		s.of[file] = map[string]string{}
	}
	n := met[file+"#"+name]
	met[file+"#"+name]++
	if n > 0 {
		name += "-" + strconv.Itoa(n)
	}
	for _, m := range []map[string]string{s.of[file], s.all} {
		if m[name] == "" {
			m[name] = place.Anchor
		}
	}
	if l := looseSlug(name); l != "" && s.loose[l] == "" {
		s.loose[l] = place.Anchor
	}
}

// find gives the anchor of a heading of a file, or else of the book.
func (s *slugs) find(file, fragment string) (anchor string, ok bool) {
	name := slug(fragment)
	for _, m := range []map[string]string{s.of[file], s.all} {
		if anchor = m[name]; anchor != "" {
			return anchor, true
		}
	}
	anchor = s.loose[looseSlug(name)]
	return anchor, anchor != ""
}

// slug makes of a heading's text what sites that show Markdown make of it: its
// letters and digits in lower case, hyphens for blanks.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case char.IsLetter(r) || char.IsDigit(r) || char.IsMark(r) || r == '-' || r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
}

// looseSlug is a slug as far as programs agree on it: pandoc leaves out digits at the
// beginning, some fold hyphens, some leave marks out.
func looseSlug(slug string) string {
	slug = strings.Map(func(r rune) rune {
		if char.IsMark(r) {
			return -1
		}
		return r
	}, slug)
	words := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' })
	for len(words) > 1 && strings.TrimFunc(words[0], char.IsDigit) == "" {
		words = words[1:]
	}
	return strings.Join(words, "-")
}
