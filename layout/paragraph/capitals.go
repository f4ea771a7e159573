package paragraph

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"golang.org/x/text/cases"
	tags "golang.org/x/text/language"
)

// Caps is how small letters are drawn. Their text stays as it is.
type Caps uint8

const (
	AsWritten  Caps = iota
	SmallCaps       // as the face's own small capitals (OpenType smcp)
	AsCapitals      // as its capitals, for which the Style has a smaller size
)

// smallCaps are the features that draw small capitals.
var smallCaps = []harfbuzz.Feature{{Tag: opentype.MustNewTag("smcp"), Value: 1, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}}

// put adds a character of a voice to what is to be shaped, at byte at of its
// word, and tells as how many. What has no capital of one letter, such as ß, is
// several; a letter whose capital the face lacks stays.
func (s *shaper) put(v *voice, r rune, at int) int {
	if v.caps != AsCapitals {
		s.runes, s.bytes = append(s.runes, r), append(s.bytes, uint16(at))
		return 1
	}
	n := len(s.runes)
	tag, _ := tags.Parse(string(v.lang)) // of a tag that cannot be read, the common rules
	for _, c := range cases.Upper(tag).String(string(r)) {
		if !v.face.Covers(c) {
			s.runes = s.runes[:n]
			break
		}
		s.runes = append(s.runes, c)
	}
	if len(s.runes) == n {
		s.runes = append(s.runes, r)
	}
	for range len(s.runes) - n {
		s.bytes = append(s.bytes, uint16(at))
	}
	return len(s.runes) - n
}
