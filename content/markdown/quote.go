package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/stand"
)

// div reads a fenced division by its name.
func (f *file) div(n *syntax.Div, place content.Place) []content.Block {
	if !f.fenced(n) {
		return nil
	}
	place.Attr = f.attr(n.Attr, n.Pos())
	defer f.In(place.Lang)()
	title, from := f.divTitle(n, &place)
	inner := place
	if title != nil {
		// Verse and quotations have no title: a division around them bears it.
		inner.Attr = content.Attr{}
	}
	var blocks []content.Block
	switch {
	case n.Verse:
		blocks = f.verse(from, inner)
	case content.Quoted(place.Classes):
		q := forms.Quote(place, f.blocksBetween(from, nil))
		if q.Attribution == nil { // the title of these is their source
			q.Attribution, title = title, nil
		}
		blocks, place = one(q), content.Place{Pos: place.Pos}
	case place.Has("quote"):
		blocks = one(forms.Quote(inner, f.blocksBetween(from, nil)))
	case place.Has("table") && place.Get(fileKey) != "" && f.opt.Data != nil:
		return f.dataDiv(place, n.Pos(), title, f.blocksBetween(from, nil))
	case place.Has(stand.LeaderClass):
		return one(&content.Div{Place: place, Title: title, Blocks: f.ledBlocks(from)})
	default:
		return one(forms.Abreast(&content.Div{Place: place, Title: title, Blocks: f.blocksBetween(from, nil)}))
	}
	if title == nil {
		return blocks
	}
	return one(&content.Div{Place: place, Title: title, Blocks: blocks})
}

// divTitle is the title of a division, by whichever program's way of writing one, and its
// first node behind that; an attribute that is the title is taken from its place.
func (f *file) divTitle(n *syntax.Div, place *content.Place) (title []content.Inline, from ast.Node) {
	from = n.FirstChild()
	title = f.calloutTitle(&place.Attr, &from, n.Pos())
	if t, ok := from.(*syntax.TextLine); ok && t.Title && title == nil {
		title = f.inlines(t)
		if f.missedTitle(t); !strings.HasPrefix(content.PlainText(title), "{") {
			f.Look(t)
		}
		from = from.NextSibling()
	}
	if said := place.Get("title"); said != "" && title == nil {
		title = f.said(said, n.Pos())
		place.Keys = slices.DeleteFunc(place.Keys, func(kv content.KeyValue) bool { return kv.Key == "title" })
	}
	return title, from
}

// missedTitle tells of a title of which one quotation mark lacks.
func (f *file) missedTitle(t *syntax.TextLine) {
	seg := t.Lines().At(0)
	if title := f.Text[seg.Start:seg.Stop]; syntax.BareKey.MatchString(title) || strings.HasPrefix(title, "{") {
		const kind = "attributes of a division that are taken for its title"
		f.Advise(t.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(title), Hint: `write them in braces, a value with a blank in it in quotes: ::: {.note title="two words"}`})
		return
	}
	if strings.Count(f.Text[seg.Start:seg.Stop], `"`) == 1 {
		f.Advise(t.Pos(), source.Slip{Kind: "a title with one quotation mark", What: "a title with one quotation mark: " + source.Quoted(f.Text[seg.Start:seg.Stop]),
			Hint: `write it between two: ::: box "title"`})
	}
}

// said reads the value of an attribute as text, which stands in the line at an offset.
func (f *file) said(value string, offset int) []content.Inline {
	if at := strings.Index(f.LineAt(offset), value); at >= 0 {
		start := strings.LastIndexByte(f.Text[:offset], '\n') + 1 + at
		return f.inlinesOf(start, start+len(value))
	}
	return []content.Inline{&content.Text{Pos: f.Pos(offset), Value: value}}
}

// fenced reports what is wrong with the fences of a division, and tells whether
// there is one to read.
func (f *file) fenced(n *syntax.Div) bool {
	switch {
	case n.Stray:
		f.Problem(n.Pos(), "`:::` closes nothing here", "delete it, or open a division with `::: box`")
	case n.Deep && !f.deep: // once is enough
		f.Problem(n.Pos(), "divisions lie too deep in each other", "close the outer ones with lines `:::`")
		f.deep = true
	case n.Deep:
	case !n.Closed:
		f.Problem(n.Pos(), "the division that `:::` opens is never closed", "end it with a line `:::`")
	}
	return !n.Stray && !n.Deep
}

// verse makes a poem; a blank line parts its stanzas. A last line that begins
// with a dash says whose it is.
func (f *file) verse(from ast.Node, place content.Place) []content.Block {
	poem := &content.Verse{Place: place}
	stanza := false
	for n := from; n != nil; n = n.NextSibling() {
		line := content.VerseLine{Pos: f.Pos(n.Pos())}
		for half := n.FirstChild(); half != nil; half = half.NextSibling() {
			line.Halves = append(line.Halves, f.inlines(half))
			f.Look(half)
		}
		f.MissedVerse(f.LineAt(n.Pos()), n.Pos(), len(line.Halves))
		if len(line.Halves) == 0 {
			stanza = false
			continue
		}
		if who := f.signature(n, line, len(poem.Stanzas)); who != nil {
			poem.Attribution = who
			break
		}
		if !stanza {
			poem.Stanzas = append(poem.Stanzas, nil)
		}
		last := len(poem.Stanzas) - 1
		poem.Stanzas[last], stanza = append(poem.Stanzas[last], line), true
	}
	if len(poem.Stanzas) == 0 {
		return nil
	}
	if gap := poem.Get("gap"); gap != "" && poem.Gap() == 0 {
		f.Problems = append(f.Problems, content.Problem{Pos: place.Pos,
			What: "gap=" + gap + " is no width", Hint: "write how many ems part the hemistichs, such as gap=3"})
	}
	return one(poem)
}

// signature is the attribution when the line is the last of the poem, not the
// first, and begins with a dash.
func (f *file) signature(n ast.Node, line content.VerseLine, before int) []content.Inline {
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		if next.FirstChild() != nil {
			return nil
		}
	}
	if before == 0 || len(line.Halves) != 1 {
		return nil
	}
	return forms.Signature(line.Halves[0])
}
