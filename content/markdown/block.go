package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/markdown/tags"
	"warraq/content/pattern"
	"warraq/content/stand"
)

// blocks reads the children of a node.
func (f *file) blocks(parent ast.Node) []content.Block {
	return f.blocksBetween(parent.FirstChild(), nil)
}

// blocksBetween reads the blocks from one node up to another of its siblings,
// or to the last for nil. A line of attributes goes to the block below it, a
// caption to the table above it.
func (f *file) blocksBetween(from, to ast.Node) []content.Block {
	if f.Depth++; f.Depth > syntax.MaxDepth {
		f.reportDeep(from)
		f.Depth--
		return nil
	}
	defer func() { f.Depth-- }()
	h := f.reopened(from, to)
	var above *syntax.AttrLine // of which no block has been read
	for n := from; n != nil && n != to; n = n.NextSibling() {
		switch n := n.(type) {
		case *syntax.AttrLine:
			above = f.attrLine(h, above, n)
		case *syntax.TagLine:
			if n.Name != ":" {
				f.tagLine(h, n)
			} else if line := f.kramdown(h, n); line != nil {
				above = line
			}
		case *ast.HTMLBlock:
			above = f.below(h, above, n)
		default:
			above = f.markdownBlock(h, above, n)
		}
	}
	blocks, open := h.Finish(to != nil)
	f.carried = open
	return f.strayAttr(above, blocks)
}

// attrLine reads a line of attributes, perhaps below another, and gives the one that waits
// for a block: none where it names the data of a table.
func (f *file) attrLine(h *tags.Hypertext, above, line *syntax.AttrLine) *syntax.AttrLine {
	if above != nil {
		forms.Merge(&line.Attr, above.Attr)
	}
	if t := f.dataTable(line.Attr, line.Pos()); t != nil {
		h.Markdown(one(t))
		return nil
	}
	return line
}

// markdownBlock reads a block of Markdown below a line of attributes, nil for none, and
// gives the line that still waits for one, if nothing came of the block.
func (f *file) markdownBlock(h *tags.Hypertext, above *syntax.AttrLine, n ast.Node) *syntax.AttrLine {
	blocks := *h.Into()
	t, table := forms.Last(blocks).(*content.Table)
	f.belowTable = table && t.Caption == nil
	read := f.blockBelow(above, n)
	if len(read) == 0 {
		return above
	}
	if above != nil {
		f.applyAttr(read[0], above)
	}
	if f.names(h, n, read) {
		return nil
	}
	if read = forms.Sided(forms.Parted(forms.Hoisted(read))); content.IsPageBreak(read[0]) && content.IsPageBreak(forms.Last(blocks)) {
		read = read[1:] // one is enough
	}
	if len(read) > 0 && !(f.opensAsWritten(n) && takeCaption(blocks, read)) {
		f.MissedCaption(blocks, read)
		h.Markdown(read)
	}
	return nil
}

// blockBelow reads a block below a line of attributes or, for nil, without one.
func (f *file) blockBelow(above *syntax.AttrLine, n ast.Node) []content.Block {
	if above != nil {
		defer f.In(above.Attr.Lang)()
		if above.Attr.Has(stand.LeaderClass) {
			keepLines(n)
		}
	}
	return f.block(n)
}

// strayAttr keeps as text a line of attributes with no block below it.
func (f *file) strayAttr(line *syntax.AttrLine, blocks []content.Block) []content.Block {
	if line == nil {
		return blocks
	}
	at := f.Pos(line.Pos())
	value := strings.TrimSpace(f.SegmentText(line.Lines()))
	const kind = "attributes with no block below them, printed as typed"
	f.Advise(line.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(value), Hint: "write them in the line above a block, or delete them"})
	return append(blocks, &content.Paragraph{Place: content.Place{Pos: at},
		Inlines: []content.Inline{&content.Text{Pos: at, Value: value}}})
}

func (f *file) applyAttr(b content.Block, line *syntax.AttrLine) {
	place := b.At()
	forms.Merge(&place.Attr, f.attr(line.Attr, line.Pos()))
	switch b := b.(type) {
	case *content.Paragraph:
		if place.Has(stand.LeaderClass) {
			b.Inlines = content.Led(b.Inlines)
		}
	case *content.List:
		if b.Style == locale.Decimal {
			b.Style = place.LetterStyle()
		}
	case *content.Table:
		b.Heads = headsOf(b)
	case *content.Figure:
		f.checkSize(&line.Attr, place.Pos)
	}
}

// block reads one block of goldmark's; it may be none or several of ours.
func (f *file) block(n ast.Node) []content.Block {
	place := content.Place{Pos: f.Pos(n.Pos())}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *syntax.TextLine:
		return f.paragraph(n, place)
	case *ast.Heading:
		return f.heading(n, place)
	case *ast.List:
		return one(f.list(n, place))
	case *ast.Blockquote:
		if box := f.callout(n, place); box != nil {
			return one(box)
		}
		return one(forms.Quote(place, f.blocks(n)))
	case *ast.FencedCodeBlock:
		if f.breaksPage(n) {
			return one(&content.PageBreak{Place: place})
		}
		return f.shown(n, place)
	case *syntax.NewPage:
		return one(&content.PageBreak{Place: place})
	case *ast.CodeBlock:
		f.MissedCode(n)
		return one(&content.CodeBlock{Place: place, Text: f.SegmentText(n.Lines())})
	case *syntax.HTMLTable:
		return f.Table(n, place)
	case *ast.ThematicBreak:
		return one(&content.Break{Place: place})
	case *east.Table:
		return one(f.table(n, place))
	case *east.DefinitionList:
		return one(f.definitions(n, place))
	case *syntax.Div:
		return f.div(n, place)
	case *syntax.Admonition:
		return f.div(&n.Div, place)
	case *syntax.Hidden:
		return nil
	case *syntax.Abbreviation:
		f.abbreviation(n)
		return nil
	case *east.Footnote, *ast.LinkReferenceDefinition:
		return nil
	}
	// A kind this version does not know: what is inside it is kept.
	return f.blocks(n)
}

func one(b content.Block) []content.Block { return []content.Block{b} }

// paragraph reads a paragraph; one that is nothing but an image is a figure.
func (f *file) paragraph(n ast.Node, place content.Place) []content.Block {
	if f.command(n) || f.scripted(n) {
		return nil
	}
	inlines := f.inlines(n)
	if len(inlines) == 0 {
		return nil
	}
	if img, ok := inlines[0].(*content.Image); ok && len(inlines) <= 2 {
		if fig := f.figure(img, inlines[1:], place); fig != nil {
			return one(fig)
		}
	}
	taken := ""
	if f.belowTable && f.opensAsWritten(n) && isCaption(inlines) {
		inlines, place.Attr, taken = cutAttr(inlines)
		place.Attr = f.attrAt(place.Attr, place.Pos)
	}
	f.Look(n, taken)
	f.NearMiss(n)
	f.MissedBold(n)
	f.MissedInner(n, n.Pos())
	return one(&content.Paragraph{Place: place, Inlines: inlines})
}

// opensAsWritten tells whether the first character of a block is none that stands for
// another: a caption below a table is text where its first is escaped.
func (f *file) opensAsWritten(n ast.Node) bool {
	if n.Type() != ast.TypeBlock || n.Lines().Len() == 0 {
		return true
	}
	c := f.Bytes[n.Lines().At(0).Start]
	return c != '\\' && c != '&'
}

// figure makes a figure of an image, behind which attributes may stand.
func (f *file) figure(img *content.Image, rest []content.Inline, place content.Place) *content.Figure {
	if len(rest) == 1 {
		t, ok := rest[0].(*content.Text)
		if !ok {
			return nil
		}
		value := strings.TrimLeft(t.Value, " ")
		attr, length, ok := syntax.ParseAttr(value)
		if !ok || strings.TrimSpace(value[length:]) != "" {
			return nil
		}
		place.Attr = f.attrAt(attr, t.Pos)
		f.checkSize(&place.Attr, t.Pos)
	}
	fig := &content.Figure{Place: place, Src: img.Src, Alt: img.Alt}
	if img.Title != "" {
		if _, _, taken := cutAttr([]content.Inline{&content.Text{Value: img.Title}}); taken != "" {
			const kind = "attributes in the caption of a picture, printed as typed"
			f.AdviseAt(img.Pos, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(taken), Hint: "the caption is plain text; write what is said of the picture behind it: ![description](file.png \"caption\"){width=60%}"})
		}
		fig.Caption = []content.Inline{&content.Text{Pos: img.Pos, Value: img.Title}}
	}
	return fig
}

func (f *file) heading(n *ast.Heading, place content.Place) []content.Block {
	place.Attr = f.attr(syntax.AttrOf(n), n.Pos())
	defer f.In(place.Lang)()
	f.MissedHeading(n)
	inlines := f.inlines(n)
	if len(inlines) == 0 {
		f.Advise(n.Pos(), source.Slip{Kind: "a heading without words, which is left out", Hint: "write them after the #, or delete it"})
		return nil
	}
	f.Look(n)
	f.MissedSigns(n)
	level := min(max(n.Level+f.Shift, 2), 6)
	return one(&content.Heading{Place: place, Level: level, Inlines: inlines})
}

func (f *file) list(n *ast.List, place content.Place) *content.List {
	l := &content.List{Place: place, Tight: n.IsTight}
	if n.FirstChild() != nil {
		f.MissedInner(n, n.FirstChild().Pos())
	}
	if n.IsOrdered() {
		l.Style, l.Start = locale.Decimal, n.Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item := &content.Item{Place: content.Place{Pos: f.Pos(c.Pos())}}
		if box, ok := taskBox(c); ok {
			item.Task, item.Done = true, box.IsChecked
		}
		item.Blocks = f.blocks(c)
		if len(item.Blocks) == 0 && !item.Task {
			f.Advise(c.Pos(), source.Slip{Kind: "an item without words", Hint: "write them, or delete it; `***` alone in its line parts the text"})
		}
		l.Items = append(l.Items, item)
	}
	if n.IsOrdered() {
		f.MissedNumbers(n)
	}
	f.MissedItem(n)
	f.MissedIndent(n)
	f.MissedMarks(n)
	return l
}

func taskBox(item ast.Node) (*east.TaskCheckBox, bool) {
	first := item.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return nil, false
	}
	box, ok := first.FirstChild().(*east.TaskCheckBox)
	return box, ok
}

func (f *file) fencedCode(n *ast.FencedCodeBlock, place content.Place) *content.CodeBlock {
	code := &content.CodeBlock{Place: place, Text: f.includedCode(f.SegmentText(n.Lines()), n.Pos())}
	f.MissedFence(n)
	if n.Info == nil {
		return code
	}
	info := syntax.Unescape(string(n.Info.Segment.Value(f.Bytes)))
	if open := strings.IndexByte(info, '{'); open >= 0 {
		if attr, length, ok := syntax.ParseAttr(info[open:]); ok {
			code.Attr = f.attr(attr, n.Pos())
			info = info[:open] + info[open+length:]
		} else if m := cellLanguage.FindStringSubmatch(info[open:]); m != nil && strings.TrimSpace(info[:open]) == "" {
			info = m[1] + " " + strings.Trim(m[2], ", ")
		} else {
			f.Advise(n.Pos(), source.Slip{Mild: markedLines.MatchString(info[open:]), Kind: "braces behind a fence that are no attributes", What: "braces behind a fence that are no attributes: " + source.Quoted(info[open:]),
				Hint: "write .class, #name or key=value in them, such as {.python}"})
			info = info[:open]
		}
	}
	if info = strings.TrimSpace(info); info != "" {
		var rest string
		code.Language, rest, _ = strings.Cut(info, " ")
		if rest = strings.TrimSpace(rest); rest != "" {
			code.Keys = append(code.Keys, content.KeyValue{Key: "info", Value: rest})
		}
	} else if len(code.Classes) > 0 {
		code.Language = code.Classes[0]
	}
	return code
}

// markedLines are the lines of code that other programs are to mark: {1,3-5}.
var markedLines = pattern.Of(`^\{[\d,\s-]+\}`)

// cellLanguage is the language of code in braces, as Quarto, knitr and MyST have it:
// {python}, {r, echo=FALSE}, {code-block} python.
var cellLanguage = pattern.Of(`^\{([A-Za-z][\w+#-]*)([ ,][^{}]*)?\}`)

func (f *file) abbreviation(n *syntax.Abbreviation) {
	f.short = append(f.short, content.Abbreviation{Pos: f.Pos(n.Pos()), Short: n.Short, Long: n.Long})
}

// breaksPage tells a page break in the language of another format, as Pandoc takes
// it: a fence of {=latex} or {=openxml}.
func (f *file) breaksPage(n *ast.FencedCodeBlock) bool {
	return n.Info != nil && strings.HasPrefix(string(n.Info.Segment.Value(f.Bytes)), "{=") && syntax.BreakRaw.MatchString(f.SegmentText(n.Lines()))
}
