package intake

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
)

// list gathers the items from the first of pieces on that are one list, with those
// that lie in it, and tells how many pieces they are.
func (a *arranging) list(pieces []Piece) (l *content.List, n int) {
	first := pieces[0].(*Paragraph).Item
	l = &content.List{Style: first.Style, Tight: true}
	if l.Style != locale.Bullet {
		l.Start = first.Number
	}
	for n < len(pieces) {
		p, ok := pieces[n].(*Paragraph)
		if !ok || p.Item == nil {
			break
		}
		switch at := p.Item; {
		case at.Level > first.Level && len(l.Items) > 0:
			inner, taken := a.list(pieces[n:])
			last := l.Items[len(l.Items)-1]
			last.Blocks = append(last.Blocks, inner)
			n += taken
			continue
		case at.Level < first.Level || at.List != first.List || at.Style != first.Style,
			len(l.Items) > 0 && at.Style != locale.Bullet && at.Number != l.Start+len(l.Items):
			return l, n
		}
		l.Items = append(l.Items, item(p))
		n++
	}
	return l, n
}

// item is an item of a list; one that opens with a box to tick is a task.
func item(p *Paragraph) *content.Item {
	it := &content.Item{}
	plain := p.Line.Plain()
	for box, done := range map[string]bool{"☐ ": false, "☒ ": true, "☑ ": true} {
		if strings.HasPrefix(plain, box) && strings.TrimSpace(plain[len(box):]) != "" {
			it.Task, it.Done = true, done
			p.Line.Cut(len(box))
			break
		}
	}
	it.Blocks = []content.Block{&content.Paragraph{Inlines: p.Line.Inlines()}}
	return it
}

// typedMark is what somebody typed before an item: «1-», «(٢)», «أ.», «•».
type typedMark struct {
	before, after string // the signs around the number
	letter        rune   // 0 for a number
	number        int    // 0 for a bullet
	length        int    // bytes, with the space behind
}

// bullets are the signs that people type before items.
const bullets = "-–—•●▪■◦○*·➢✓➤"

// typedAt reads the mark at the start of a text; ok is false where there is none.
func typedAt(s string) (m typedMark, ok bool) {
	rest := strings.TrimLeftFunc(s, unicode.IsSpace)
	r, size := utf8.DecodeRuneInString(rest)
	if r == '(' { // what is in square brackets is the number of a source
		m.before, rest = rest[:size], rest[size:]
		r, size = utf8.DecodeRuneInString(rest)
	}
	digits := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsDigit(r) })
	switch {
	case digits > 0 && digits < 16:
		for _, d := range locale.ASCIIDigits(rest[:digits]) {
			m.number = m.number*10 + int(d-'0')
		}
		rest = rest[digits:]
	case m.before == "" && strings.ContainsRune(bullets, r):
		m.before, rest = rest[:size], rest[size:]
		body := strings.TrimLeftFunc(rest, unicode.IsSpace)
		m.length = len(s) - len(body)
		return m, body != "" && len(body) < len(rest)
	case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
		m.letter, rest = r, rest[size:]
		rest = strings.TrimPrefix(rest, "ـ")
	default:
		return m, false
	}
	if m.number > 999 {
		return m, false
	}
	gap := strings.TrimLeftFunc(rest, unicode.IsSpace)
	signs := strings.IndexFunc(gap, func(r rune) bool { return !strings.ContainsRune(").-–—:/،ـ", r) })
	if signs <= 0 || signs > 4 {
		return m, false
	}
	m.after, rest = gap[:signs], gap[signs:]
	body := strings.TrimLeftFunc(rest, unicode.IsSpace)
	m.length = len(s) - len(body)
	if r, _ := utf8.DecodeRuneInString(body); unicode.IsDigit(r) && len(body) == len(rest) {
		return m, false // 1.5, 3-2
	}
	return m, body != ""
}

// follows tells whether a mark is the next behind another that is the nth.
func (m typedMark) follows(first typedMark, n int) bool {
	if m.before != first.before || m.after != first.after || (m.letter == 0) != (first.letter == 0) {
		return false
	}
	if m.letter != 0 {
		return true // the orders are asked when all are known
	}
	return first.number == 0 && m.number == 0 || first.number > 0 && m.number == n
}

// mostLettered is how long a list by letters can be before they begin anew.
const mostLettered = 28

// leastTyped is how many lines with marks that count up are a list.
const leastTyped = 3

// typed finds lists whose marks were typed, and makes items of their paragraphs.
func (a *arranging) typed(pieces []Piece) {
	for i := 0; i < len(pieces); {
		marks, style := a.typedRun(pieces[i:])
		if len(marks) < leastTyped {
			i += max(1, len(marks))
			continue
		}
		a.lists++
		name := "typed " + strconv.Itoa(a.lists)
		for k, m := range marks {
			p := pieces[i+k].(*Paragraph)
			if k == 0 {
				a.report.Took("lines whose numbers were typed are a list", FirstWords(p.Line.Plain()), "")
			}
			p.Line.Cut(m.length)
			p.Item = &Item{List: name, Style: style, Number: k + 1}
		}
		i += len(marks)
	}
}

// typedRun is the marks of the paragraphs at the head of pieces that may be one list.
func (a *arranging) typedRun(pieces []Piece) (marks []typedMark, style locale.ListStyle) {
	for _, piece := range pieces {
		p, ok := piece.(*Paragraph)
		if !ok || p.Item != nil || p.Level > 0 || p.Role != Body {
			break
		}
		m, ok := typedAt(p.Line.Plain())
		if !ok || len(marks) == 0 && m.number > 1 || len(marks) > 0 && !m.follows(marks[0], len(marks)+1) || m.letter != 0 && len(marks) == mostLettered {
			break
		}
		marks = append(marks, m)
	}
	switch {
	case len(marks) < leastTyped:
		return nil, style
	case marks[0].letter != 0:
		return inOrder(marks)
	case marks[0].number > 0:
		return marks, locale.Decimal
	}
	return marks, locale.Bullet
}

// inOrder is the marks as far as their letters are in one of the orders.
func inOrder(marks []typedMark) ([]typedMark, locale.ListStyle) {
	best, style := 0, locale.Abjad
	for _, s := range []locale.ListStyle{locale.Abjad, locale.AlifBa} {
		n := 0
		for n < len(marks) && plainLetter(marks[n].letter) == firstRune(s.Number(n+1, locale.DigitsAuto)) {
			n++
		}
		if n > best {
			best, style = n, s
		}
	}
	return marks[:best], style
}

// plainLetter is an alif without what it bears.
func plainLetter(r rune) rune {
	if strings.ContainsRune("أإآ", r) {
		return 'ا'
	}
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
