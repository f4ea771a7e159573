package slips

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/pattern"
)

// captionWord is what opens a caption, or what an author may take for it.
var captionWord = pattern.Of(`^(?:Table|Caption|Tableau|Tabla|Tabelle|جدول|الجدول|טבלה)(?:[ \x{a0}]*[0-9٠-٩۰-۹]+)?[ \x{a0}]?: ?`)

// figureWord is the same below a figure.
var figureWord = pattern.Of(`^(?:Figure|Fig\.|شكل|الشكل|صورة|الصورة|شکل|تصویر|نمودار|איור|תמונה)(?:[ \x{a0}]*[0-9٠-٩۰-۹]+)?[ \x{a0}]?: ?`)

// numberedFigure is one with its number.
var numberedFigure = pattern.Of(`^(?:Figure|Fig\.|شكل|الشكل|صورة|الصورة|شکل|تصویر|نمودار|איור|תמונה)[ \x{a0}]*[0-9٠-٩۰-۹]+[ \x{a0}]?: `)

// prose is a paragraph of sentences in Latin letters: it opens with a capital, ends
// in a full stop, and has no sign of code.
var prose = pattern.Of(`^[A-Z][\pL’'-]*(?:[ ,\n]+[\pL’'-]+){4,}[^(){}\[\];=<>/\\|$#&*+@]*[.!?]\s*$`)

// MissedCode tells of text that is code since it is set in by four spaces.
func (f *Finder) MissedCode(n *ast.CodeBlock) {
	arabic, other := 0, 0
	text := f.SegmentText(n.Lines())
	if lines := strings.Split(strings.TrimSpace(text), "\n"); len(lines) > 1 && strings.HasPrefix(lines[0], "|") && ruleLine.MatchString(strings.TrimSpace(lines[1])) {
		f.Advise(n.Lines().At(0).Start, source.Slip{Kind: "a table set in by four spaces, which makes code of it", Hint: "take the spaces away"})
		return
	}
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case r > ' ':
			other++
		}
	}
	if arabic > 3*other || prose.MatchString(text) {
		f.Advise(n.Lines().At(0).Start, source.Slip{Kind: "text set in by four spaces, which makes code of it", Hint: "take the spaces away; a paragraph's indent is the book's"})
	}
}

// MissedCaption tells of a paragraph that was meant to be the caption of a table, or
// the explanation of a term, and is neither.
func (f *Finder) MissedCaption(blocks, read []content.Block) {
	p, ok := read[0].(*content.Paragraph)
	if !ok || len(read) != 1 || len(p.Inlines) == 0 {
		return
	}
	first, ok := p.Inlines[0].(*content.Text)
	if !ok {
		return
	}
	below, figure := false, false
	if len(blocks) > 0 {
		_, below = blocks[len(blocks)-1].(*content.Table)
		_, figure = blocks[len(blocks)-1].(*content.Figure)
	}
	switch {
	case figure && figureWord.MatchString(first.Value):
		f.AdviseAt(p.Pos, source.Slip{Kind: "a caption that is not taken for one", What: "a caption that is not taken for one: " + source.Quoted(first.Value),
			Hint: "write it in the image: ![description](file.png \"caption\")"})
	case numberedFigure.MatchString(first.Value):
		s := source.Slip{Kind: "a caption with no picture above it", Hint: "write it in the image: ![description](file.png \"caption\")"}
		s.What = s.Kind + ": " + source.Quoted(first.Value)
		f.AdviseAt(p.Pos, s)
	case captionWord.MatchString(first.Value):
		s := source.Slip{Kind: "a caption with no table above it", Hint: "write `Table: words` in a paragraph of its own right below the table"}
		if below {
			s.Kind = "a caption that is not taken for one"
		}
		s.What = s.Kind + ": " + source.Quoted(first.Value)
		f.AdviseAt(p.Pos, s)
	case strings.HasPrefix(first.Value, ": "):
		f.AdviseAt(p.Pos, source.Slip{Kind: "a colon that explains no term", What: "a colon that explains no term: " + source.Quoted(first.Value),
			Hint: "write the term in the line right above it"})
	}
}

// MissedFence tells of code that nothing ends but the end of what it stands in.
func (f *Finder) MissedFence(n *ast.FencedCodeBlock) {
	from := n.Pos()
	if n.Info != nil {
		from = n.Info.Segment.Stop
	}
	if last := n.Lines().Len() - 1; last >= 0 {
		from = n.Lines().At(last).Stop
	} else if end := strings.IndexByte(f.Text[from:], '\n'); end >= 0 {
		from += end + 1
	} else {
		from = len(f.Text)
	}
	line, _, _ := strings.Cut(f.Text[from:], "\n")
	line = strings.TrimLeft(line, "> \t")
	if !strings.HasPrefix(line, "```") && !strings.HasPrefix(line, "~~~") {
		f.Advise(n.Pos(), source.Slip{Kind: "a fence that is never closed: all below it is code", Hint: "put a line of as many backticks below the code"})
	}
}

// MissedHeading tells of a heading that its author can hardly have meant: text
// right above a line of hyphens or of equals signs.
func (f *Finder) MissedHeading(n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	_, below, _ := strings.Cut(f.Text[min(last.Stop, len(f.Text)):], "\n")
	if last.Stop > 0 && f.Text[last.Stop-1] == '\n' {
		below = f.Text[last.Stop:]
	}
	below, _, _ = strings.Cut(below, "\n")
	below = strings.TrimLeft(below, "> \t")
	head := strings.TrimSpace(f.Text[first.Start:last.Stop])
	sign := "hyphens"
	if strings.HasPrefix(below, "=") {
		sign = "equals signs"
	}
	if strings.Trim(below, "-= \t") != "" || below == "" || strings.HasPrefix(strings.TrimLeft(f.LineAt(first.Start), "> \t"), "#") {
		return
	}
	if n.Lines().Len() > 1 || strings.ContainsAny(head[len(head)-1:], ".:") || strings.HasSuffix(head, "؟") || len(strings.Fields(head)) > 12 {
		kind := "text right above a line of " + sign + ", which makes a heading of it"
		f.Advise(first.Start, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.ReplaceAll(head, "\n", " ")),
			Hint: "leave an empty line above the " + sign + ", or write `***`"})
	}
}

// innerSigns are signs of a heading that stand within one.
var innerSigns = pattern.Of(`[ \t](#{2,}[ \t]*[^\s#].*)$|[^\s#]*\p{Arabic}#+[ \t]*$`)

// MissedSigns tells of # within a heading, which would close it with a blank before
// them and nothing behind, or open one at the start of a line.
func (f *Finder) MissedSigns(n *ast.Heading) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if m := innerSigns.FindStringIndex(f.Text[seg.Start:seg.Stop]); m != nil {
			const kind = "a # within a heading, printed as typed"
			f.Advise(seg.Start+m[0], source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(f.Text[seg.Start+m[0]:seg.Stop])),
				Hint: "begin a line with it where a heading opens, leave a blank before it where it closes one, or write \\# where it is meant"})
			return
		}
	}
}

// MissedVerse tells of a line of a poem whose hemistichs are parted by what does
// not part them.
func (f *Finder) MissedVerse(line string, offset, halves int) {
	line = strings.TrimSpace(line)
	const kind = "hemistichs that nothing parts"
	switch {
	case halves == 1 && verseParting.MatchString(line):
		f.Advise(offset, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(line), Hint: "write ` / ` between them, with a blank on either side"})
	case halves == 2 && (strings.Count(line, " / ") > 1 || strings.Count(line, " *** ") > 1 || manyTabs.MatchString(line)):
		f.Advise(offset, source.Slip{Kind: "a line of verse in more than two parts", What: "a line of verse in more than two parts: " + source.Quoted(line),
			Hint: "write each couplet on a line of its own"})
	}
}

// manyTabs parts a line in more than two.
var manyTabs = pattern.Of(`\S\t+[^\t/*]+\t+[^\s/*]`)

var verseParting = pattern.Of(`\S(?:/|\t+| /|/ | ?// ?| ?\\\\ ?| ?\|+ ?| \*{1,2} |\*\*\*| {3,}| ?\.{4,} ?| ?…{2,} ?| [–—-] )\S`)

// MissedRow tells of a line of text that a table has taken for a row since no
// empty line parts them.
func (f *Finder) MissedRow(n ast.Node) {
	if n.Pos() < 0 {
		return
	}
	line := f.LineAt(n.Pos())
	if strings.Contains(line, "|") || strings.TrimSpace(line) == "" {
		return
	}
	const kind = "text right below a table, which is taken for a row of it"
	f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(line)), Hint: "leave an empty line below the table"})
}
