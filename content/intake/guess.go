package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content/scribe"
)

// mostTitle is how many letters a line that is a heading by its look has at most.
const mostTitle = 90

// sections are words that open headings.
var sections = []string{"الفصل", "الباب", "المبحث", "المطلب", "القسم", "مقدمة", "المقدمة", "خاتمة", "الخاتمة", "تمهيد", "فصل", "باب", "بخش", "گفتار", "פרק", "חלק"}

// looksLikeHeading tells a short line, all bold, and larger than the text or opened by
// the word of a section; what ends in a colon is a label.
func looksLikeHeading(p *Paragraph, text float64) bool {
	if p.Level > 0 || p.Item != nil || p.Role != Body || !p.Bold || p.Size == 0 {
		return false
	}
	plain := strings.TrimSpace(p.Line.Plain())
	last, _ := utf8.DecodeLastRuneInString(plain)
	if plain == "" || utf8.RuneCountInString(plain) > mostTitle || strings.ContainsRune(":،,؛;", last) || !strings.ContainsFunc(plain, unicode.IsLetter) {
		return false
	}
	first := strings.Fields(plain)[0]
	return p.Size > text*1.05 || p.Size >= text && slices.Contains(sections, strings.TrimRight(first, ":"))
}

// textSize is the size of most letters.
func textSize(pieces []Piece) (size float64) {
	letters := make(map[float64]int)
	for _, piece := range pieces {
		if p, ok := piece.(*Paragraph); ok && p.Size > 0 {
			letters[p.Size] += utf8.RuneCountInString(p.Line.Plain())
		}
	}
	for s, n := range letters {
		if m := letters[size]; n > m || n == m && s < size {
			size = s
		}
	}
	return size
}

// guess makes headings of lines that look like them, a level for each size.
func (a *arranging) guess(pieces []Piece) {
	text := textSize(pieces)
	var sizes []float64
	var found []*Paragraph
	for _, piece := range pieces {
		p, ok := piece.(*Paragraph)
		if !ok || !looksLikeHeading(p, text) {
			continue
		}
		found = append(found, p)
		if !slices.Contains(sizes, p.Size) {
			sizes = append(sizes, p.Size)
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	for _, p := range found {
		p.Level = 1 + slices.Index(sizes, p.Size)
		a.report.Took("lines taken for headings by their look", FirstWords(p.Line.Plain()), "")
	}
}

// hint tells of lines that look like headings where the text has none.
func (a *arranging) hint(pieces []Piece) {
	text := textSize(pieces)
	for _, piece := range pieces {
		if p, ok := piece.(*Paragraph); ok && p.Level > 0 {
			return
		}
	}
	for _, piece := range pieces {
		if p, ok := piece.(*Paragraph); ok && looksLikeHeading(p, text) {
			a.report.Took("bold lines in larger type stay paragraphs", FirstWords(p.Line.Plain()),
				"--headings guess makes headings of them; in Word, give them the style Heading 1")
		}
	}
}

// Letters counts the letters of a line by whether they are bold and by their size,
// which its look does not keep.
type Letters struct {
	all, bold int
	sizes     map[float64]int
}

// Add counts the letters of a stretch.
func (l *Letters) Add(s string, look *scribe.Look, size float64) {
	n := 0
	for _, r := range s {
		if IsArabic(r) || unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	l.all += n
	if look.Bold {
		l.bold += n
	}
	if n > 0 && size > 0 {
		if l.sizes == nil {
			l.sizes = make(map[float64]int)
		}
		l.sizes[size] += n
	}
}

// Bold tells a line all of whose letters are.
func (l *Letters) Bold() bool { return l.all > 0 && l.bold == l.all }

// Size is that of most letters; 0 where it is not known.
func (l *Letters) Size() (size float64) {
	for s, n := range l.sizes {
		if m := l.sizes[size]; n > m || n == m && s > size {
			size = s
		}
	}
	return size
}
