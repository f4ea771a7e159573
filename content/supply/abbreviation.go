package supply

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
)

// otherInline stands in the joined text for what is no text, or is not looked at.
const otherInline = '\x00'

// Expand puts a span around each place where one of the book's abbreviations
// stands as a word of its own, the longest going first. Code is left as it is,
// and so are addresses that stand for themselves, quotations from the Qur'an and
// spans that say what they are short for. Whole words are taken as they are
// written: a letter before or behind, a vowel sign or a tatweel makes another
// word, and so does a full stop with a letter on its far side, م in ق.م. A digit
// before an Arabic letter does not: 1436هـ.
//
// Two meanings of one short form are a problem. A short form that stands nowhere
// is advice.
func Expand(doc *content.Document) (advice, problems []content.Problem) {
	if len(doc.Abbreviations) == 0 {
		return nil, nil
	}
	x := expander{long: make(map[string]string), used: make(map[string]bool), quran: make(map[*content.Place]bool)}
	for _, a := range doc.Abbreviations {
		problems = append(problems, x.define(a)...)
	}
	slices.Sort(x.lengths)
	x.lengths = slices.Compact(x.lengths)
	slices.Reverse(x.lengths)
	w := content.Walker{Part: x.part, Edit: x.run}
	w.Document(doc)
	for _, a := range doc.Abbreviations {
		if !x.used[a.Short] {
			advice = append(advice, content.Problem{Pos: a.Pos, What: "the abbreviation " + a.Short + " stands nowhere in the text",
				Hint: "write it as it stands there, or delete the line"})
			x.used[a.Short] = true
		}
	}
	return advice, problems
}

// expander finds abbreviations.
type expander struct {
	long    map[string]string // by short form
	lengths []int             // of short forms in bytes, the greatest first
	opens   [256]bool         // the first bytes of short forms
	used    map[string]bool
	quran   map[*content.Place]bool // paragraphs of quotations from the Qur'an

	// of the run in hand
	joined []byte
	found  [][2]int // ranges of joined
	at     int      // how much of joined has been gone through
}

func (x *expander) define(a content.Abbreviation) []content.Problem {
	if long, known := x.long[a.Short]; known && long != a.Long {
		return []content.Problem{{Pos: a.Pos, What: "the abbreviation " + a.Short + " has two meanings, “" + long + "” and “" + a.Long + "”",
			Hint: "keep one, and mark the other where it stands: [" + a.Short + `]{abbr="` + a.Long + `"}`}}
	}
	x.long[a.Short] = a.Long
	x.lengths = append(x.lengths, len(a.Short))
	x.opens[a.Short[0]] = true
	return nil
}

func (x *expander) part(part any, _ *content.Place) {
	if q, ok := part.(*content.Quote); ok && q.Has(content.Quran) {
		for _, b := range q.Blocks {
			x.quran[b.At()] = true
		}
	}
}

func (x *expander) run(place *content.Place, text *[]content.Inline) {
	if x.quran[place] {
		return
	}
	x.joined, x.found, x.at = x.joined[:0], x.found[:0], 0
	x.gather(*text)
	x.find()
	if len(x.found) > 0 {
		*text = x.mark(*text)
	}
}

// closed tells an inline that is no text, or whose text is not looked at.
func closed(in content.Inline) bool {
	switch in := in.(type) {
	case *content.Text, *content.Strong, *content.Emphasis:
		return false
	case *content.Link:
		s := content.PlainText(in.Inlines)
		return s == in.URL || "mailto:"+s == in.URL
	case *content.Span:
		return in.Has(content.Quran) || in.Expansion() != ""
	}
	return true
}

// gather joins the texts of a run; what is closed is one byte.
func (x *expander) gather(text []content.Inline) {
	for _, in := range text {
		switch t, isText := in.(*content.Text); {
		case isText:
			x.joined = append(x.joined, t.Value...)
		case closed(in):
			x.joined = append(x.joined, otherInline)
		default:
			x.gather(content.InnerOf(in))
		}
	}
}

// find lists the places of abbreviations.
func (x *expander) find() {
next:
	for i := 0; i < len(x.joined); {
		if x.opens[x.joined[i]] && parted(x.joined, i) {
			for _, n := range x.lengths {
				if end := i + n; end <= len(x.joined) && x.long[string(x.joined[i:end])] != "" && parted(x.joined, end) {
					x.found = append(x.found, [2]int{i, end})
					i = end
					continue next
				}
			}
		}
		i++
	}
}

// parted tells whether a word may begin or end at byte i of a text.
func parted(text []byte, i int) bool {
	before, n := utf8.DecodeLastRune(text[:i])
	after, m := utf8.DecodeRune(text[i:])
	switch {
	case i == 0 || i == len(text):
		return true
	case !utf8.RuneStart(text[i]) || char.IsMark(after):
		return false
	case inWord(before) && inWord(after):
		return unicode.IsDigit(before) && unicode.Is(unicode.Arabic, after) && unicode.IsLetter(after)
	case before == '.' && char.IsLetter(after):
		far, _ := utf8.DecodeLastRune(text[:i-n])
		return !char.IsLetter(far) && !char.IsMark(far)
	case after == '.' && inWord(before):
		far, _ := utf8.DecodeRune(text[i+m:])
		return !char.IsLetter(far)
	}
	return true
}

// inWord tells a character that belongs to a word: a letter, tatweel too, a
// sign on it, a digit, a joiner.
func inWord(r rune) bool {
	return char.In(r, char.L|char.M|char.Nd) || r == '_' || r == '\u200c' || r == '\u200d'
}

// mark puts spans around what was found; what begins in one text and ends in
// another is left.
func (x *expander) mark(text []content.Inline) []content.Inline {
	out := make([]content.Inline, 0, len(text)+2*len(x.found))
	for _, in := range text {
		switch t, isText := in.(*content.Text); {
		case isText:
			out = x.cut(out, t)
			continue
		case closed(in):
			x.at++
		default:
			inner := content.Inside(in)
			*inner = x.mark(*inner)
		}
		out = append(out, in)
	}
	return out
}

// cut adds a text in pieces, the abbreviations in spans.
func (x *expander) cut(out []content.Inline, t *content.Text) []content.Inline {
	start, from := x.at, 0 // of the text in joined; of what is not yet added in the text
	x.at += len(t.Value)
	for len(x.found) > 0 && x.found[0][0] < x.at {
		f := x.found[0]
		x.found = x.found[1:]
		if f[0] < start || f[1] > x.at {
			continue
		}
		if before := t.Value[from : f[0]-start]; before != "" {
			out = append(out, &content.Text{Pos: t.Pos, Value: before})
		}
		from = f[1] - start
		short := t.Value[f[0]-start : from]
		x.used[short] = true
		out = append(out, &content.Span{Pos: t.Pos, Attr: content.Attr{Keys: []content.KeyValue{{Key: "abbr", Value: x.long[short]}}},
			Inlines: []content.Inline{&content.Text{Pos: t.Pos, Value: short}}})
	}
	if from == 0 {
		return append(out, t)
	}
	if rest := t.Value[from:]; rest != "" {
		out = append(out, &content.Text{Pos: t.Pos, Value: rest})
	}
	return out
}
