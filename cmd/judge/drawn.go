package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
)

// drawn is a word as a page shows it: the codes between two spaces of one
// string, from the left.
type drawn struct {
	in    *shown
	codes []shownCode
}

// wordsOf splits every string at the codes that read as white space.
func wordsOf(strs []shown) []drawn {
	var words []drawn
	for i := range strs {
		s := &strs[i]
		s.codes = bare(s.codes)
		start := 0
		for j := 0; j <= len(s.codes); j++ {
			if j < len(s.codes) && !isSpace(s.codes[j].text) {
				continue
			}
			if j > start {
				words = append(words, drawn{s, s.codes[start:j]})
				s.codes[j-1].leant = j < len(s.codes) && s.codes[j].text == leantSpace
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
func bare(codes []shownCode) []shownCode {
	var kept []shownCode
	unmarked := strings.NewReplacer(lrm, "", rlm, "")
	for i := 0; i < len(codes); i++ {
		c := codes[i]
		text := []rune(unmarked.Replace(c.text))
		if len(text) > 1 && strings.HasPrefix(c.text, lrm) {
			for k := range text {
				if i+k < len(codes) {
					c = codes[i+k]
					c.text = string(text[k])
					kept = append(kept, c)
				}
			}
			i += len(text) - 1
			continue
		}
		if c.text = string(text); strings.Contains(strings.TrimSpace(c.text), " ") || len(text) > 2 {
			for sign := rune(0xFD40); sign <= 0xFDFF; sign++ {
				if words := content.SignWords(sign); words != "" && reversed(words) == c.text {
					c.text = string(sign)
				}
			}
		}
		if c.text != "" {
			kept = append(kept, c)
		}
	}
	return kept
}

func isSpace(text string) bool {
	return text != "" && strings.TrimFunc(text, unicode.IsSpace) == ""
}

// key tells words apart that are drawn by other codes or at other places.
func (d drawn) key() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%p", d.in.font)
	for _, c := range d.codes {
		fmt.Fprintf(&b, " %d@%.2f", c.code, c.x-d.codes[0].x)
	}
	return b.String()
}

// drawing is the ink of the word in the units of the embedded program, from
// its left end.
func (d drawn) drawing() (drawing, error) {
	font, origin := d.in.font, d.codes[0].x
	var ink drawing
	for _, c := range d.codes {
		cs, err := font.program.contours(font.gid(c.code))
		if err != nil {
			return ink, err
		}
		ink.contours = append(ink.contours, at(cs, font.units(c.x-origin), 0)...)
	}
	ink.advance = font.units(d.codes[len(d.codes)-1].next - origin)
	ink.leant = d.codes[len(d.codes)-1].leant
	return ink, nil
}

// visual is the text of the codes from the left.
func (d drawn) visual() string {
	var b strings.Builder
	for _, c := range d.codes {
		b.WriteString(c.text)
	}
	return b.String()
}

// fromRight is the text with the codes in the order of an Arabic reader.
func (d drawn) fromRight() string {
	var b strings.Builder
	for _, c := range slices.Backward(d.codes) {
		b.WriteString(c.text)
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
func (d drawn) sides() []side {
	list := make([]side, len(d.codes))
	for i, c := range d.codes {
		list[i] = sideOf(c.text)
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
func (d drawn) runs(lean leaning) []drawn {
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
	var runs []drawn
	start := 0
	for i := 1; i <= len(list); i++ {
		if i == len(list) || list[i] != list[start] {
			runs = append(runs, drawn{d.in, d.codes[start:i]})
			start = i
		}
	}
	return runs
}

// softHyphen is what the hyphen of a divided word reads as.
const softHyphen = "\u00AD"

// reading is one way to take a word: its text, and how it was shaped.
type reading struct {
	manner
	text string
}

// lexicon is what is known of a book before its pages are read.
type lexicon struct {
	words     map[string][]string // of the manuscript, by their letters
	leftward  []manner            // how its words may have been shaped
	rightward []manner
}

// newLexicon knows the words of a book and how its language is shaped: faces
// have letters and digits of their own for Persian and Urdu.
func newLexicon(b *book, source []string) *lexicon {
	known := &lexicon{words: make(map[string][]string), leftward: []manner{arabic}, rightward: []manner{latin, digits}}
	for _, w := range source {
		known.words[letters(w)] = append(known.words[letters(w)], w)
	}
	switch b.lang {
	case "fa", "ur":
		known.leftward = []manner{{"rtl", "Arab", b.lang}}
		known.rightward = []manner{latin, {"ltr", "Arab", b.lang}}
	case "he":
		known.leftward = append(known.leftward, manner{"rtl", "Hebr", b.lang})
		known.rightward = append(known.rightward, manner{"ltr", "Hebr", b.lang})
	}
	return known
}

// readings are the ways in which HarfBuzz may have been handed the codes of d,
// all of one direction. Arabic words may also have been lengthened by tatweels,
// which nobody reads.
func (d drawn) readings(known *lexicon, bars stretch) []reading {
	var list []reading
	add := func(manners []manner, text string) {
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
			manners = slices.DeleteFunc(slices.Clone(manners), func(m manner) bool { return m.script == latin.script })
		}
		add(manners, visual)
		add(manners, strings.ToUpper(visual))     // small capitals that are made of capitals
		if strings.Contains(visual, softHyphen) { // drawn as the hyphen that the face has
			add(manners, strings.ReplaceAll(visual, softHyphen, "‐"))
			add(manners, strings.ReplaceAll(visual, softHyphen, "-"))
		}
	}
	if strong == rightward { // digits of a run that is Arabic by its neighbours
		add(known.leftward, reversed(visual))
	}
	for _, r := range list {
		if r.direction == "rtl" && r.script == "Arab" {
			for _, longer := range bars.of(r.text) {
				add([]manner{r.manner}, longer)
			}
		}
	}
	return list
}

// stretch is how words may be lengthened: by how many tatweels at a joint, at
// how many joints of a word. The zero value is not at all.
type stretch struct{ most, joints int }

// stretches in the order in which they are tried: none, that of prose, and those
// of verse.
var stretches = []stretch{{}, {3, 1}, {11, 1}, {11, 2}}

// of gives the words that a word may have been lengthened to.
func (s stretch) of(word string) []string {
	var all []string
	now := []string{word}
	for range s.joints {
		var longer []string
		for _, w := range now {
			for n := 1; n <= s.most; n++ {
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
