// Package mend puts the text of a book right: it mends the slips of the keyboard that
// its author wants mended, writes the words of signs that no font has, and tells of what
// only the author can mend, such as classes that have no effect.
package mend

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
	"warraq/content/setup"
)

// Document goes over all text of the book. It maps Arabic presentation forms to
// base letters (see [BaseLetters]) and tabs to spaces, mends the kinds of slips that n chooses,
// and gives every other slip it finds as advice, one for each kind and line, in
// reading order. It sees each run of text as a whole, so a space before a comma
// is found though one of them is bold. Code is left as it is. The memory is of the book
// as it was before; nil for none.
func Document(doc *content.Document, n setup.Normalize, memory *Memory) []content.Problem {
	memory.begin(doc, n)
	mendMeta(&doc.Meta, n)
	for _, s := range []*string{&doc.Setup.Wrap.BackText, &doc.Setup.Wrap.SpineText} {
		*s = mendString(*s, n)
	}
	for i := range doc.Abbreviations {
		a := &doc.Abbreviations[i]
		a.Short, a.Long = mendString(a.Short, n), mendString(a.Long, n)
	}
	m := mender{n: n, memory: memory}
	content.Walk(doc, func(part any, _ *content.Place) {
		if fig, ok := part.(*content.Figure); ok {
			fig.Alt = mendString(fig.Alt, n)
		}
	})
	m.pairs = lookFor()
	content.Texts(doc, func(_ *content.Place, text []content.Inline) { m.run(text) })
	for _, o := range m.pairs {
		m.advice = append(m.advice, o.waiting...)
	}
	m.advice = append(m.advice, foreignLetters(doc)...)
	m.advice = append(m.advice, otherNumbers(doc, memory)...)
	return append(m.advice, otherUsage(doc, memory)...)
}

func mendMeta(m *content.Meta, n setup.Normalize) {
	for _, s := range []*string{&m.Title, &m.Subtitle, &m.Publisher, &m.Rights, &m.Description, &m.CoverAlt, &m.TitleSort, &m.Series.Name} {
		*s = mendString(*s, n)
	}
	for i := range m.Authors {
		name := m.Authors[i]
		m.Authors[i] = mendString(name, n)
		refile(m, name, m.Authors[i])
	}
	for i := range m.Contributors {
		c := &m.Contributors[i]
		name := c.Name
		c.Name = mendString(name, n)
		refile(m, name, c.Name)
	}
}

// refile keeps how a person is filed when the name is mended.
func refile(m *content.Meta, was, is string) {
	if sort, ok := m.Sorts[was]; ok && was != is {
		m.Sorts[is] = sort
	}
}

// mendString mends a text that has no place in the manuscript to report.
func mendString(s string, n setup.Normalize) string {
	t := content.Text{Value: s}
	m := mender{n: n}
	m.run([]content.Inline{&t})
	return t.Value
}

// piece is one Text of a run, or what stands for an inline that is no text.
type piece struct {
	text  *content.Text // nil for another inline
	start int           // in the joined run
}

type mender struct {
	n      setup.Normalize
	memory *Memory
	advice []content.Problem
	pairs  []openings

	// of the run in hand
	balance balance
	pieces  []piece
	length  int
	odd     bool // something is there to look at closely
	ended   byte // last byte of the text before
}

// run mends one run of inlines. Nearly all runs have nothing the quick look
// stops at.
func (m *mender) run(text []content.Inline) {
	m.pieces, m.length, m.odd, m.ended = m.pieces[:0], 0, false, 0
	m.balance = balance{}
	m.gather(text)
	uneven := slices.ContainsFunc(m.pairs, func(o openings) bool { return o.wants(m.balance) })
	if !m.odd && !uneven {
		return
	}
	joined := m.join()
	for i := range m.pairs {
		if o := &m.pairs[i]; o.wants(m.balance) {
			m.advice = append(m.advice, o.look(joined, func(s slip) content.Problem { return m.problem(joined, s, m.posAt(s.start), 1) })...)
		}
	}
	if m.odd {
		slips, edits := m.memory.slipsOf(joined, m.n)
		m.report(joined, slips)
		m.apply(edits)
	}
}

// slipsOf are the slips of a joined run, in order, with the edits that mend what n
// chooses.
func slipsOf(joined string, n setup.Normalize) ([]slip, []edit) {
	slips, edits := findSlips(joined, n)
	if more := doubts(joined); more != nil {
		slips = append(slips, more...)
		slices.SortStableFunc(slips, func(a, b slip) int { return a.start - b.start })
	}
	return slips, edits
}

func (m *mender) gather(text []content.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *content.Text:
			if m.memory.shows(mending, in.Value, func(s string) bool { return BaseLetters(s) != s || m.letters(s) != s }) {
				m.baseLetters(in)
				in.Value = m.letters(in.Value)
			}
			m.odd = m.odd || m.memory.shows(oddity, in.Value, worthALook) || m.ended == ' ' && opensOddly(in.Value)
			if m.memory == nil || m.memory.shows(pairing, in.Value, hasPairs) {
				m.balance.add(in.Value)
			}
			m.add(in, len(in.Value))
			if in.Value != "" {
				m.ended = in.Value[len(in.Value)-1]
			}
		case *content.LineBreak:
			m.add(nil, 1)
			m.ended = '\n'
		case *content.Code, *content.Image, *content.NoteRef, *content.Reference:
			m.add(nil, 1)
			m.ended = 0
			if img, ok := in.(*content.Image); ok {
				img.Alt, img.Title = mendString(img.Alt, m.n), mendString(img.Title, m.n)
			}
		case *content.Strong, *content.Emphasis, *content.Link, *content.Span:
			m.gather(content.InnerOf(in))
		}
	}
}

// letters is a text with its letters put right one by one.
func (m *mender) letters(s string) string {
	if strings.IndexByte(s, '\t') >= 0 {
		s = strings.ReplaceAll(s, "\t", " ") // no font has a tab
	}
	if m.n.Honorifics {
		s = Honorifics(s)
	}
	if m.n.Composition {
		s = norm.NFC.String(s)
	}
	return s
}

func (m *mender) add(t *content.Text, length int) {
	m.pieces = append(m.pieces, piece{t, m.length})
	m.length += length
}

// baseLetters maps the presentation forms of one text.
func (m *mender) baseLetters(t *content.Text) {
	mapped := BaseLetters(t.Value)
	if mapped == t.Value {
		return
	}
	what, hint := "presentation forms stand for letters; the letters are taken", "replace them in the manuscript so that searching finds the words"
	if strings.Contains(t.Value, "\ufeff") {
		what, hint = "a byte order mark stands in the text; it is left out", "delete it"
	}
	t.Value = mapped
	m.advise(t.Pos, what, hint)
}

func (m *mender) advise(at content.Pos, what, hint string) {
	if last := len(m.advice) - 1; last >= 0 && m.advice[last].Pos == at && m.advice[last].What == what {
		return
	}
	m.advice = append(m.advice, content.Problem{Pos: at, What: what, Hint: hint})
}

// other stands in the joined run for an inline that is no text: one byte that
// no text holds.
const other = '\x00'

func (m *mender) join() string {
	var b strings.Builder
	b.Grow(m.length)
	for _, p := range m.pieces {
		if p.text == nil {
			b.WriteByte(other)
			continue
		}
		b.WriteString(p.text.Value)
	}
	return b.String()
}

// report makes advice of the slips, one for each kind on each line.
func (m *mender) report(joined string, slips []slip) {
	type group struct {
		first slip
		pos   content.Pos
		count int
	}
	var groups []group
	at := 0
next:
	for _, s := range slips {
		for at+1 < len(m.pieces) && m.pieces[at+1].start <= s.start {
			at++
		}
		var pos content.Pos
		if t := m.pieces[at].text; t != nil {
			pos = t.Pos
		}
		for i := len(groups) - 1; i >= 0 && groups[i].pos == pos; i-- {
			if groups[i].first.kind == s.kind {
				groups[i].count++
				continue next
			}
		}
		groups = append(groups, group{s, pos, 1})
	}
	for _, g := range groups {
		m.advice = append(m.advice, m.problem(joined, g.first, g.pos, g.count))
	}
}

// problem is the advice on the first of some slips of a kind.
func (m *mender) problem(joined string, first slip, at content.Pos, count int) content.Problem {
	words := slipWords[first.kind]
	what := words.what + " in “" + excerpt(joined, first) + "”"
	if count > 1 {
		what = fmt.Sprintf("%s and %d more", what, count-1)
	}
	return content.Problem{Pos: at, What: what, Hint: words.hint, Kind: words.what, Warns: first.kind == lostSign || first.kind == misreadText}
}

// posAt is the place of a byte of the run.
func (m *mender) posAt(at int) (pos content.Pos) {
	for _, p := range m.pieces {
		if p.start > at {
			break
		}
		if p.text != nil {
			pos = p.text.Pos
		}
	}
	return pos
}

// excerpt is the slip with the words around it.
func excerpt(s string, at slip) string {
	from := strings.LastIndexAny(strings.TrimRight(s[:at.start], " "), " \x00") + 1
	to := len(s)
	if n := strings.IndexAny(strings.TrimLeft(s[at.end:], " "), " \x00"); n >= 0 {
		to = len(s) - len(strings.TrimLeft(s[at.end:], " ")) + n
	}
	return strings.ReplaceAll(s[from:to], string(rune(other)), " ")
}

// apply makes the edits, which are in order and apart from each other. The new
// text of each goes where its old text began.
func (m *mender) apply(edits []edit) {
	if len(edits) == 0 {
		return
	}
	next := 0
	for _, p := range m.pieces {
		if p.text == nil {
			continue
		}
		end := p.start + len(p.text.Value)
		for next < len(edits) && edits[next].end <= p.start {
			next++
		}
		if next < len(edits) && edits[next].start < end {
			p.text.Value = edited(p, end, edits[next:])
		}
	}
}

// edited is the text of a piece that ends at end after the first few edits.
func edited(p piece, end int, edits []edit) string {
	var b strings.Builder
	from := p.start
	for _, e := range edits {
		if e.start >= end {
			break
		}
		if e.start >= p.start {
			b.WriteString(p.text.Value[from-p.start : e.start-p.start])
			b.WriteString(e.with)
		}
		from = min(e.end, end)
	}
	b.WriteString(p.text.Value[from-p.start:])
	return b.String()
}
