package dump

import (
	"encoding/json"
	"io"

	"warraq/content"
	"warraq/content/locale"
)

// node is a part of a document as other programs read it. What a part has not is left
// out.
type node struct {
	Kind string `json:"kind"`
	ID   int    `json:"id,omitempty"`   // as pages name what stands on them
	File string `json:"file,omitempty"` // its place in the manuscript
	Line int    `json:"line,omitempty"`

	Anchor     string            `json:"anchor,omitempty"`
	Classes    []string          `json:"classes,omitempty"`
	Lang       string            `json:"lang,omitempty"`
	Dir        string            `json:"dir,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`

	Level  int    `json:"level,omitempty"`
	Number int    `json:"number,omitempty"`
	Style  string `json:"style,omitempty"` // of a list; the language of code
	Done   *bool  `json:"done,omitempty"`  // of a task
	Target string `json:"target,omitempty"`
	Alt    string `json:"alt,omitempty"`
	Label  string `json:"label,omitempty"`

	Text    string `json:"text,omitempty"` // without marks
	Inlines []node `json:"inlines,omitempty"`
	Title   []node `json:"title,omitempty"`
	Caption []node `json:"caption,omitempty"`
	Blocks  []node `json:"blocks,omitempty"` // blocks, items, rows, cells, lines
	Notes   []node `json:"notes,omitempty"`
}

// bookNode is the first line: what the book is.
type bookNode struct {
	Kind       string   `json:"kind"`
	Title      string   `json:"title"`
	Subtitle   string   `json:"subtitle,omitempty"`
	Authors    []string `json:"authors,omitempty"`
	Lang       string   `json:"lang"`
	Dir        string   `json:"dir"`
	Date       string   `json:"date,omitempty"`
	Publisher  string   `json:"publisher,omitempty"`
	Identifier string   `json:"identifier,omitempty"`
	ISBN       string   `json:"isbn,omitempty"`
}

// JSON writes the document as JSON, an object a line: first the book, then what it has
// at its top, the title page and the contents among the chapters, in reading order.
// Names are added to the objects in later versions, none is taken away.
func JSON(w io.Writer, doc *content.Document) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	m := &doc.Meta
	err := lines.Encode(bookNode{"book", m.Title, m.Subtitle, m.Authors, m.Lang, m.Dir.String(), m.Date, m.Publisher, m.Identifier, m.ISBN})
	put := func(n node) {
		if err == nil {
			err = lines.Encode(n)
		}
	}
	gathered := doc.Gathered()
	content.EachTop(doc, func(blocks []content.Block) {
		for _, n := range blockNodes(blocks) {
			put(n)
		}
	}, func(c *content.Chapter) {
		n := placed(c.Role.String(), &c.Place)
		n.Number, n.Text, n.Title = c.Number, content.PlainText(c.Title), inlineNodes(c.Title)
		n.Blocks = blockNodes(c.Blocks)
		if !gathered {
			n.Notes = noteNodes(c.Notes)
		}
		put(n)
	})
	return err
}

// placed is a node with its place and attributes.
func placed(kind string, p *content.Place) node {
	n := attributed(kind, &p.Attr)
	n.ID, n.File, n.Line = int(p.ID), p.Pos.File, p.Pos.Line
	return n
}

func attributed(kind string, a *content.Attr) node {
	n := node{Kind: kind, Anchor: a.Anchor, Classes: a.Classes, Lang: a.Lang}
	if a.Dir != locale.Auto {
		n.Dir = a.Dir.String()
	}
	for _, kv := range a.Keys {
		if n.Attributes == nil {
			n.Attributes = make(map[string]string)
		}
		n.Attributes[kv.Key] = kv.Value
	}
	return n
}

// written is a node with a run of text.
func (n node) written(text []content.Inline) node {
	n.Text, n.Inlines = content.PlainText(text), inlineNodes(text)
	return n
}

func blockNodes(blocks []content.Block) (nodes []node) {
	for _, b := range blocks {
		nodes = append(nodes, blockNode(b))
	}
	return nodes
}

func blockNode(b content.Block) (n node) {
	switch b := b.(type) {
	case *content.Heading:
		n = placed("heading", &b.Place).written(b.Inlines)
		n.Level = b.Level
	case *content.Paragraph:
		n = placed("paragraph", &b.Place).written(b.Inlines)
	case *content.List:
		n = listNode(b)
	case *content.Quote:
		n = placed("quote", &b.Place)
		n.Blocks, n.Caption = blockNodes(b.Blocks), inlineNodes(b.Attribution)
	case *content.Verse:
		n = verseNode(b)
	case *content.Table:
		n = tableNode(b)
	case *content.Figure:
		n = placed("figure", &b.Place)
		n.Number, n.Target, n.Alt, n.Caption = b.Number, b.Src, b.Alt, inlineNodes(b.Caption)
	case *content.CodeBlock:
		n = placed("code", &b.Place)
		n.Style, n.Text = b.Language, b.Text
	case *content.Definitions:
		n = definitionsNode(b)
	case *content.Break:
		n = placed("break", &b.Place)
	case *content.PageBreak:
		n = placed("page-break", &b.Place)
	case *content.Listing:
		n = placed("listing", &b.Place)
		n.Style, n.Blocks = b.Kind.String(), entryNodes(b.Entries)
	case *content.TitlePage:
		n = placed("title-page", &b.Place)
		n.Blocks = lineNodes(b.Lines)
	case *content.Imprint:
		n = placed("imprint", &b.Place)
		n.Blocks = lineNodes(b.Lines)
	case *content.Contents:
		n = placed("contents", &b.Place)
		n.Title, n.Blocks = inlineNodes(b.Title), entryNodes(b.Entries)
	case *content.Div:
		n = placed("div", &b.Place)
		n.Number, n.Title, n.Blocks = b.Number, inlineNodes(b.Title), blockNodes(b.Blocks)
	case *content.Endnotes:
		n = placed("endnotes", &b.Place)
		n.Notes = noteNodes(b.Chapter.Notes)
	}
	return n
}

func listNode(l *content.List) node {
	n := placed("list", &l.Place)
	n.Style = l.Style.String()
	if l.Style != locale.Bullet {
		n.Number = l.Start
	}
	for _, it := range l.Items {
		item := placed("item", &it.Place)
		item.Blocks = blockNodes(it.Blocks)
		if it.Task || it.Done {
			item.Done = &it.Done
		}
		n.Blocks = append(n.Blocks, item)
	}
	return n
}

// verseNode has a stanza a block, in it a line a block, in it the halves.
func verseNode(v *content.Verse) node {
	n := placed("verse", &v.Place)
	n.Caption = inlineNodes(v.Attribution)
	for _, stanza := range v.Stanzas {
		s := node{Kind: "stanza"}
		for _, line := range stanza {
			l := node{Kind: "line", File: line.Pos.File, Line: line.Pos.Line}
			for _, half := range line.Halves {
				l.Blocks = append(l.Blocks, node{Kind: "half"}.written(half))
			}
			s.Blocks = append(s.Blocks, l)
		}
		n.Blocks = append(n.Blocks, s)
	}
	return n
}

func tableNode(t *content.Table) node {
	n := placed("table", &t.Place)
	n.Number, n.Caption = t.Number, inlineNodes(t.Caption)
	row := func(kind string, r *content.Row) {
		of := placed(kind, &r.Place)
		for _, c := range r.Cells {
			of.Blocks = append(of.Blocks, placed("cell", &c.Place).written(c.Inlines))
		}
		n.Blocks = append(n.Blocks, of)
	}
	if t.Header != nil {
		row("header", t.Header)
	}
	for i, r := range t.Rows {
		if i < t.Heads {
			row("header", r)
		} else {
			row("row", r)
		}
	}
	return n
}

func definitionsNode(b *content.Definitions) node {
	n := placed("definitions", &b.Place)
	for _, e := range b.Entries {
		of := placed("definition", &e.Place).written(e.Term)
		for _, body := range e.Bodies {
			of.Blocks = append(of.Blocks, node{Kind: "body", Blocks: blockNodes(body)})
		}
		n.Blocks = append(n.Blocks, of)
	}
	return n
}

func entryNodes(entries []*content.Entry) (nodes []node) {
	for _, e := range entries {
		n := placed("entry", &e.Place).written(e.Text)
		n.Level = e.Level
		for _, m := range e.Marks {
			n.Blocks = append(n.Blocks, node{Kind: "mark", ID: int(m.ID), Target: m.Anchor})
		}
		for _, s := range e.See {
			n.Blocks = append(n.Blocks, node{Kind: "see", Target: s.Anchor, Text: s.Text})
		}
		nodes = append(nodes, n)
	}
	return nodes
}

func lineNodes(lines []*content.Line) (nodes []node) {
	for _, l := range lines {
		n := placed(l.Kind.String(), &l.Place)
		n.Label, n.Target = l.Label, l.Src
		for _, text := range l.Text {
			n.Inlines = append(n.Inlines, node{Kind: "text", Text: text})
		}
		nodes = append(nodes, n)
	}
	return nodes
}

func noteNodes(notes []*content.Note) (nodes []node) {
	for _, note := range notes {
		n := placed("note", &note.Place)
		n.Number, n.Label, n.Blocks = note.Number, note.Label, blockNodes(note.Blocks)
		nodes = append(nodes, n)
	}
	return nodes
}

func inlineNodes(text []content.Inline) (nodes []node) {
	for _, in := range text {
		nodes = append(nodes, inlineNode(in))
	}
	return nodes
}

func inlineNode(in content.Inline) (n node) {
	switch in := in.(type) {
	case *content.Text:
		n = node{Kind: "text", Line: in.Pos.Line, Text: in.Value}
	case *content.Strong:
		n = node{Kind: "strong", Inlines: inlineNodes(in.Inlines)}
	case *content.Emphasis:
		n = node{Kind: "emphasis", Inlines: inlineNodes(in.Inlines)}
	case *content.Code:
		n = node{Kind: "code", Text: in.Value}
	case *content.Link:
		n = node{Kind: "link", Target: in.URL, Label: in.Title, Inlines: inlineNodes(in.Inlines)}
	case *content.Image:
		n = node{Kind: "image", Target: in.Src, Alt: in.Alt, Label: in.Title}
	case *content.NoteRef:
		n = node{Kind: "note-call", Label: noteName(in.Note)}
	case *content.Span:
		n = attributed("span", &in.Attr)
		n.Target, n.Inlines = in.Entry, inlineNodes(in.Inlines)
	case *content.LineBreak:
		n = node{Kind: "line-break"}
	case *content.Reference:
		n = node{Kind: in.Kind.String(), Target: in.Anchor, Text: in.Label}
	}
	return n
}
