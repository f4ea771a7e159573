// Package lettering knows words as pages draw them, and finds the text under which
// HarfBuzz draws them so.
package lettering

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"warraq/cmd/judge/internal/pdfread"
	"warraq/content/char"
)

// Drawn is a word as a page shows it: the codes between two spaces of one
// string, from the left.
type Drawn struct {
	In    *pdfread.Shown
	Codes []pdfread.Code
}

// WordsOf splits every string at the codes that read as white space.
func WordsOf(strs []pdfread.Shown) []Drawn {
	var words []Drawn
	for i := range strs {
		s := &strs[i]
		s.Codes = bare(s.Codes)
		start := 0
		for j := 0; j <= len(s.Codes); j++ {
			if j < len(s.Codes) && !isSpace(s.Codes[j].Text) {
				continue
			}
			if j > start {
				words = append(words, Drawn{s, s.Codes[start:j]})
				s.Codes[j-1].Leant = j < len(s.Codes) && s.Codes[j].Text == leantSpace
			}
			start = j + 1
		}
	}
	return words
}

// leantSpace is the text of a space without a width: the code before it has that too.
const leantSpace = "  "

// The marks of direction, which have no ink.
const lrm, rlm = "\u200e", "\u200f"

// bare takes the marks of direction out of the texts of codes, and the codes
// that stand for nothing else. Of a number whose first code stands for all of
// it and the others for a mark, each code gets its digit; and words that a code
// stands for backwards become the one sign that they are written with.
func bare(codes []pdfread.Code) []pdfread.Code {
	var kept []pdfread.Code
	unmarked := strings.NewReplacer(lrm, "", rlm, "")
	for i := 0; i < len(codes); i++ {
		c := codes[i]
		text := []rune(unmarked.Replace(c.Text))
		if len(text) > 1 && strings.HasPrefix(c.Text, lrm) {
			for k := range text {
				if i+k < len(codes) {
					c = codes[i+k]
					c.Text = string(text[k])
					kept = append(kept, c)
				}
			}
			i += len(text) - 1
			continue
		}
		if c.Text = string(text); strings.Contains(strings.TrimSpace(c.Text), " ") || len(text) > 2 {
			for sign := rune(0xFD40); sign <= 0xFDFF; sign++ {
				if words := char.SignWords(sign); words != "" && reversed(words) == c.Text {
					c.Text = string(sign)
				}
			}
		}
		if c.Text != "" {
			kept = append(kept, c)
		}
	}
	return kept
}

func isSpace(text string) bool {
	return text != "" && strings.TrimFunc(text, unicode.IsSpace) == ""
}

// Key tells words apart that are drawn by other codes or at other places.
func (d Drawn) Key() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%p", d.In.Font)
	for _, c := range d.Codes {
		fmt.Fprintf(&b, " %d@%.2f", c.Code, c.X-d.Codes[0].X)
	}
	return b.String()
}

// drawing is the ink of the word in the units of the embedded program, from
// its left end.
func (d Drawn) drawing() (drawing, error) {
	font, origin := d.In.Font, d.Codes[0].X
	var ink drawing
	for _, c := range d.Codes {
		cs, err := font.Program.Contours(font.Gid(c.Code))
		if err != nil {
			return ink, err
		}
		ink.contours = append(ink.contours, pdfread.Moved(cs, font.Units(c.X-origin), 0)...)
	}
	ink.advance = font.Units(d.Codes[len(d.Codes)-1].Next - origin)
	ink.leant = d.Codes[len(d.Codes)-1].Leant
	return ink, nil
}

// visual is the text of the codes from the left.
func (d Drawn) visual() string {
	var b strings.Builder
	for _, c := range d.Codes {
		b.WriteString(c.Text)
	}
	return b.String()
}

// fromRight is the text with the codes in the order of an Arabic reader.
func (d Drawn) fromRight() string {
	var b strings.Builder
	for _, c := range slices.Backward(d.Codes) {
		b.WriteString(c.Text)
	}
	return b.String()
}

// side is where a character sends the pen.
type side int

const (
	neutral   side = iota
	rightward      // Latin letters and all digits
	leftward       // Arabic letters, marks and punctuation
)

func sideOf(text string) side {
	s := neutral
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			s = max(s, rightward)
		case r >= 0x590 && r <= 0x8FF || r >= 0xFB1D && r <= 0xFEFC:
			s = leftward
		case unicode.IsLetter(r):
			s = max(s, rightward)
		}
	}
	return s
}

// sides of the codes.
func (d Drawn) sides() []side {
	list := make([]side, len(d.Codes))
	for i, c := range d.Codes {
		list[i] = sideOf(c.Text)
	}
	return list
}

// leaning is where the neutral characters of a word of mixed direction go.
type leaning int

const (
	allLeft   leaning = iota // as in an Arabic paragraph
	mostLeft                 // the same, but for those between two rightward characters
	mostRight                // as in a Latin paragraph, but for those between two leftward ones
)

// runs cuts a word of mixed direction where the direction turns.
func (d Drawn) runs(lean leaning) []Drawn {
	list := d.sides()
	between := func(i, end int, s side) bool {
		return i > 0 && end < len(list) && list[i-1] == s && list[end] == s
	}
	for i := 0; i < len(list); i++ {
		if list[i] != neutral {
			continue
		}
		end := i
		for end < len(list) && list[end] == neutral {
			end++
		}
		to := leftward
		if lean == mostLeft && between(i, end, rightward) || lean == mostRight && !between(i, end, leftward) {
			to = rightward
		}
		for ; i < end; i++ {
			list[i] = to
		}
	}
	var runs []Drawn
	start := 0
	for i := 1; i <= len(list); i++ {
		if i == len(list) || list[i] != list[start] {
			runs = append(runs, Drawn{d.In, d.Codes[start:i]})
			start = i
		}
	}
	return runs
}

// softHyphen is what the hyphen of a divided word reads as.
const softHyphen = "\u00AD"

// reading is one way to take a word: its text, and how it was shaped.
type reading struct {
	Manner
	Text string
}

// Lexicon is what is known of a book before its pages are read.
type Lexicon struct {
	words     map[string][]string // of the manuscript, by their letters
	leftward  []Manner            // how its words may have been shaped
	rightward []Manner
	small     string // what of its text is set in small capitals
}

// NewLexicon knows the words of a book and how its language is shaped: faces
// have letters and digits of their own for Persian and Urdu. Small is what of its
// text is set in small capitals.
func NewLexicon(lang string, source []string, small string) *Lexicon {
	known := &Lexicon{small: small, words: make(map[string][]string), leftward: []Manner{arabic}, rightward: []Manner{latin, digits}}
	for _, w := range source {
		known.words[letters(w)] = append(known.words[letters(w)], w)
	}
	switch lang {
	case "fa", "ur":
		known.leftward = []Manner{{"rtl", "Arab", lang}}
		known.rightward = []Manner{latin, {"ltr", "Arab", lang}}
	case "he":
		known.leftward = append(known.leftward, Manner{"rtl", "Hebr", lang})
		known.rightward = append(known.rightward, Manner{"ltr", "Hebr", lang})
	}
	return known
}

// Readings are the ways in which HarfBuzz may have been handed the codes of d,
// all of one direction. Arabic words may also have been lengthened by tatweels,
// which nobody reads.
func (d Drawn) Readings(known *Lexicon, bars Stretch) []reading {
	var list []reading
	add := func(manners []Manner, text string) {
		for _, m := range manners {
			if r := (reading{m, text}); text != "" && !slices.Contains(list, r) {
				list = append(list, r)
			}
		}
	}
	strong := neutral
	for _, s := range d.sides() {
		strong = max(strong, s)
	}
	visual := d.visual()
	if strong != rightward {
		for _, w := range known.words[letters(visual)] {
			add(known.leftward, w)
		}
		add(known.leftward, d.fromRight())
		add(known.leftward, reversed(visual))
	}
	if strong != leftward {
		manners := known.rightward
		if strings.ContainsAny(visual, "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") {
			manners = slices.DeleteFunc(slices.Clone(manners), func(m Manner) bool { return m.Script == latin.Script })
		}
		add(manners, visual)
		if strings.Contains(known.small, strings.Trim(visual, softHyphen)) { // small capitals that are made of capitals
			add(manners, strings.ToUpper(visual))
		}
		if strings.Contains(visual, softHyphen) { // drawn as the hyphen that the face has
			add(manners, strings.ReplaceAll(visual, softHyphen, "‐"))
			add(manners, strings.ReplaceAll(visual, softHyphen, "-"))
		}
	}
	if strong == rightward { // digits of a run that is Arabic by its neighbours
		add(known.leftward, reversed(visual))
	}
	for _, r := range list {
		if r.Direction == "rtl" && r.Script == "Arab" {
			for _, longer := range bars.of(r.Text) {
				add([]Manner{r.Manner}, longer)
			}
		}
	}
	return list
}

// Stretch is how words may be lengthened: by how many tatweels at a joint, at
// how many joints of a word. The zero value is not at all.
type Stretch struct{ Most, joints int }

// Stretches in the order in which they are tried: none, that of prose, and those
// of verse.
var Stretches = []Stretch{{}, {3, 1}, {11, 1}, {11, 2}}

// of gives the words that a word may have been lengthened to.
func (s Stretch) of(word string) []string {
	var all []string
	now := []string{word}
	for range s.joints {
		var longer []string
		for _, w := range now {
			for n := 1; n <= s.Most; n++ {
				longer = append(longer, lengthened(w, n)...)
			}
		}
		all = append(all, longer...)
		now = longer
	}
	return all
}

// nonJoining are the letters that do not join the one behind them; a tatweel
// there would hang in the air (Unicode, ArabicShaping.txt: types R and U).
const nonJoining = "اأإآٱدذرزژوؤةىءڈڑےۓەۀۃۆۇۈۋ"

// lengthened gives the word with n tatweels at each joint between two letters.
func lengthened(w string, n int) []string {
	var list []string
	joins := false // does the letter before join what follows
	for i, r := range w {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if joins && unicode.Is(unicode.Lo, r) {
			list = append(list, w[:i]+strings.Repeat("ـ", n)+w[i:])
		}
		joins = unicode.Is(unicode.Lo, r) && !strings.ContainsRune(nonJoining, r)
	}
	return list
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// letters are the characters of a word in the order of their code points:
// what stays the same whichever way it is read. Controls that leave no trace
// are left out, brackets are taken as one, for they are mirrored.
func letters(s string) string {
	r := []rune(norm.NFKD.String(s))
	r = slices.DeleteFunc(r, func(r rune) bool { return unicode.Is(unicode.Cf, r) })
	for i := range r {
		if strings.ContainsRune("()[]{}<>«»‹›﴾﴿“”", r[i]) {
			r[i] = '('
		}
	}
	slices.Sort(r)
	return string(r)
}

// parts are the stretches of a word that are of one direction and hold no
// punctuation: what stays together where a line is broken or a font changes.
func parts(w string) []string {
	var list []string
	now := neutral
	for _, r := range w {
		s := neutral
		if unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
			s = sideOf(string(r))
		}
		switch {
		case s == neutral:
		case s == now:
			list[len(list)-1] += string(r)
		default:
			list = append(list, string(r))
		}
		now = s
	}
	return list
}
