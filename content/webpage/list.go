package webpage

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/locale"
)

// list reads a list. What lies between its items belongs to the one before.
func (f *flow) list(n *html.Node, st state, d *dressed) {
	l := &content.List{Style: f.b.listStyle(n, d), Tight: true}
	if l.Style != locale.Bullet {
		l.Start = 1
		if s, ok := whole(get(n, "start")); ok {
			l.Start = s
		}
	}
	f.flush()
	var outer flow // the places of items without text
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode:
		case c.DataAtom == atom.Li:
			f.item(l, c, st, &outer)
		default:
			in := f.fresh()
			inner := st
			inner.depth++
			in.node(c, inner)
			in.flush()
			f.marks = append(f.marks, in.marks...)
			if blocks := in.blocks(); len(blocks) > 0 {
				if len(l.Items) == 0 {
					l.Items = append(l.Items, &content.Item{})
				}
				last := l.Items[len(l.Items)-1]
				last.Blocks = append(last.Blocks, blocks...)
			}
		}
	}
	f.marks = append(f.marks, outer.marks...)
	if len(l.Items) > 0 {
		f.add(l)
	}
}

// item reads an item; one with a number of its own begins a new list.
func (f *flow) item(l *content.List, n *html.Node, st state, outer *flow) {
	if called := f.b.notes[n]; called != nil && called.read && (f.note == nil || f.note.holder != n) {
		f.b.passed(f)
		return
	}
	in, d := f.b.within(n, st)
	if f.b.away(n, &d, f.page) {
		return
	}
	inner := f.fresh()
	inner.marks, outer.marks = outer.marks, nil
	inner.marked(n)
	in.depth++
	inner.children(n, in)
	inner.flush()
	it := &content.Item{}
	it.Task, it.Done = inner.ticked()
	it.Blocks = inner.blocks()
	outer.marks = inner.marks
	if box := tick(n); box != nil {
		_, it.Done = lookup(box, "checked")
		it.Task = true
		it.Done = it.Done || get(box, "aria-checked") == "true"
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.P {
			l.Tight = false
		}
	}
	if v, ok := whole(get(n, "value")); ok && l.Style != locale.Bullet && v != l.Start+len(l.Items) {
		if len(l.Items) == 0 {
			l.Start = v
		} else {
			done := *l
			f.add(&done)
			l.Items, l.Start = nil, v
		}
	}
	l.Items = append(l.Items, it)
}

// ticked takes the sign of a box to tick from the head of an item.
func (f *flow) ticked() (task, done bool) {
	if len(f.pieces) == 0 {
		return false, false
	}
	p, ok := f.pieces[0].(*intake.Paragraph)
	if !ok {
		return false, false
	}
	plain := p.Line.Plain()
	r, size := utf8.DecodeRuneInString(plain)
	if !strings.ContainsRune("☐☑☒", r) {
		return false, false
	}
	p.Line.Cut(len(plain) - len(strings.TrimLeftFunc(plain[size:], unicode.IsSpace)))
	return true, r != '☐'
}

// tick is the box to tick at the head of an item, nil for none.
func tick(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case c.DataAtom == atom.Input && get(c, "type") == "checkbox":
			return c
		case c.DataAtom == atom.Label || c.DataAtom == atom.P:
			return tick(c)
		default:
			return nil
		}
	}
	return nil
}

// whole reads a number of a list.
func whole(s string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return n, err == nil && n >= 0 && n < 1_000_000
}

// listStyle is how the items of a list are counted.
func (b *Book) listStyle(n *html.Node, d *dressed) locale.ListStyle {
	for _, s := range []locale.ListStyle{locale.Abjad, locale.AbjadMaghribi, locale.AlifBa} {
		if hasClass(n, s.String()) {
			return s
		}
	}
	switch {
	case strings.Contains(d.kind, "abjad"):
		return locale.Abjad
	case strings.Contains(d.kind, "arabic-alpha"):
		return locale.AlifBa
	case n.DataAtom == atom.Ol:
		return locale.Decimal
	}
	return locale.Bullet
}

// wordItem reads a paragraph of Word that is an item: mso-list says of which list and
// level, and its number was typed into it.
func (f *flow) wordItem(n *html.Node, st state, list string) {
	f.flush()
	fields := strings.Fields(list)
	level := 1
	for _, w := range fields {
		if s, ok := strings.CutPrefix(w, "level"); ok {
			if l, ok := whole(s); ok && l >= 1 && l <= 9 {
				level = l
			}
		}
	}
	f.children(n, st)
	if f.open == nil || f.open.Line.Empty() || f.open.Level > 0 {
		f.flush()
		return
	}
	item := &intake.Item{List: strings.Join(fields, " "), Level: level - 1}
	if len(fields) > 0 {
		item.List = fields[0] // that of one definition counts on
	}
	item.Style, item.Number = f.b.numbered(opening(ignored(n)), f.b.rules["@list "+item.List+":level"+strconv.Itoa(level)])
	f.open.Item = item
	f.flush()
}

// ignored is the element in which Word typed the number of an item; an empty one where
// there is none.
func ignored(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if strings.Contains(get(c, "style"), "mso-list:Ignore") || strings.Contains(get(c, "style"), "mso-list: Ignore") {
			return c
		}
		if found := ignored(c); found.FirstChild != nil {
			return found
		}
	}
	return &html.Node{}
}

// mostLetters is how many letters count items, at most.
const mostLetters = 100

// numbered reads the number of an item as it was typed: "3.", "(٣)", "ج-", "·".
func (b *Book) numbered(typed string, rule *dressed) (locale.ListStyle, int) {
	typed = bare(typed)
	if n, err := strconv.Atoi(locale.ASCIIDigits(typed)); err == nil && n >= 0 && n < 100_000 {
		return locale.Decimal, n
	}
	r, _ := utf8.DecodeRuneInString(typed)
	if !unicode.Is(unicode.Arabic, r) || !unicode.IsLetter(r) {
		return locale.Bullet, 0
	}
	styles := []locale.ListStyle{locale.Abjad, locale.AlifBa}
	if rule != nil && strings.Contains(rule.kind, "alpha") {
		styles = []locale.ListStyle{locale.AlifBa, locale.Abjad}
	}
	typed = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا").Replace(typed)
	for _, s := range styles {
		for n := 1; n <= mostLetters; n++ {
			if strings.NewReplacer("أ", "ا", "\u200d", "", "ـ", "").Replace(s.Number(n, locale.DigitsAuto)) == typed {
				return s, n
			}
		}
	}
	return locale.Bullet, 0
}

// definitions reads a list of terms. One that nothing explains, and an explanation of
// nothing, are paragraphs.
func (f *flow) definitions(n *html.Node, st state) {
	f.flush()
	g := glossing{flow: f}
	g.read(n, st)
	g.alone()
	g.done()
}

// glossing is a list of terms on its way.
type glossing struct {
	*flow
	list  *content.Definitions // nil until something is explained
	terms []*flow              // that wait for their explanation
}

// done ends the list.
func (g *glossing) done() {
	if g.list != nil {
		g.add(g.list)
	}
	g.list = nil
}

// alone makes paragraphs of the terms that nothing explains.
func (g *glossing) alone() {
	for _, t := range g.terms {
		g.done()
		g.pieces = append(g.pieces, t.pieces...)
	}
	g.terms = nil
}

func (g *glossing) read(n *html.Node, st state) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		in, d := g.b.within(c, st)
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode:
		case c.Type == html.ElementNode && g.b.away(c, &d, g.page):
		case c.DataAtom == atom.Dt:
			g.term(c, in)
		case c.DataAtom == atom.Dd:
			g.explained(c, in)
		case c.DataAtom == atom.Div:
			g.read(c, in)
		default:
			g.alone()
			g.done()
			g.node(c, st)
			g.flush()
		}
	}
}

func (g *glossing) term(n *html.Node, st state) {
	t := g.fresh()
	t.marked(n)
	st.depth++
	t.children(n, st)
	t.flush()
	g.marks = append(g.marks, t.marks...)
	g.terms = append(g.terms, t)
}

// explained takes an explanation: of the terms before it, one more of the last, or of
// nothing. One that is a note stands where that is called.
func (g *glossing) explained(n *html.Node, st state) {
	if called := g.b.notes[n]; called != nil && called.read && (g.note == nil || g.note.holder != n) {
		g.b.passed(g.flow)
		return
	}
	body := g.inner(n, st)
	switch {
	case len(g.terms) > 0:
		e := &content.Definition{Bodies: [][]content.Block{body.blocks()}}
		for i, t := range g.terms {
			if i > 0 {
				e.Term = append(e.Term, &content.Text{Value: g.b.comma()})
			}
			e.Term = append(e.Term, t.lined()...)
		}
		g.terms = nil
		if g.list == nil {
			g.list = &content.Definitions{}
		}
		g.list.Entries = append(g.list.Entries, e)
	case g.list != nil:
		e := g.list.Entries[len(g.list.Entries)-1]
		e.Bodies = append(e.Bodies, body.blocks())
	default:
		g.pieces = append(g.pieces, body.pieces...)
	}
}

// comma parts terms that one explanation has.
func (b *Book) comma() string {
	if locale.DirectionOf(b.base) == locale.RTL && b.base != "he" {
		return "، "
	}
	return ", "
}
