package markdown

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"warraq/content"
)

// captionWord is what opens a caption, or what an author may take for it.
var captionWord = regexp.MustCompile(`^(?:Table|Caption|Tableau|Tabla|Tabelle|جدول|الجدول|טבלה)(?:[ \x{a0}]*[0-9٠-٩۰-۹]+)?[ \x{a0}]?: ?`)

// figureWord is the same below a figure.
var figureWord = regexp.MustCompile(`^(?:Figure|Fig\.|شكل|الشكل|صورة|الصورة|شکل|تصویر|نمودار|איור|תמונה)(?:[ \x{a0}]*[0-9٠-٩۰-۹]+)?[ \x{a0}]?: ?`)

// numberedFigure is one with its number.
var numberedFigure = regexp.MustCompile(`^(?:Figure|Fig\.|شكل|الشكل|صورة|الصورة|شکل|تصویر|نمودار|איור|תמונה)[ \x{a0}]*[0-9٠-٩۰-۹]+[ \x{a0}]?: `)

// prose is a paragraph of sentences in Latin letters: it opens with a capital, ends
// in a full stop, and has no sign of code.
var prose = regexp.MustCompile(`^[A-Z][\pL’'-]*(?:[ ,\n]+[\pL’'-]+){4,}[^(){}\[\];=<>/\\|$#&*+@]*[.!?]\s*$`)

// missedCode tells of text that is code since it is set in by four spaces.
func (f *file) missedCode(n *ast.CodeBlock) {
	arabic, other := 0, 0
	text := f.segmentText(n.Lines())
	if lines := strings.Split(strings.TrimSpace(text), "\n"); len(lines) > 1 && strings.HasPrefix(lines[0], "|") && ruleLine.MatchString(strings.TrimSpace(lines[1])) {
		f.advise(n.Lines().At(0).Start, slip{kind: "a table set in by four spaces, which makes code of it", hint: "take the spaces away"})
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
		f.advise(n.Lines().At(0).Start, slip{kind: "text set in by four spaces, which makes code of it", hint: "take the spaces away; a paragraph's indent is the book's"})
	}
}

// missedCaption tells of a paragraph that was meant to be the caption of a table, or
// the explanation of a term, and is neither.
func (f *file) missedCaption(blocks, read []content.Block) {
	p, ok := read[0].(*content.Paragraph)
	if !ok || len(read) != 1 || len(p.Inlines) == 0 {
		return
	}
	first, ok := p.Inlines[0].(*content.Text)
	if !ok {
		return
	}
	_, below := lastOf(blocks).(*content.Table)
	_, figure := lastOf(blocks).(*content.Figure)
	switch {
	case figure && figureWord.MatchString(first.Value):
		f.adviseAt(p.Pos, slip{kind: "a caption that is not taken for one", what: "a caption that is not taken for one: " + quotedPart(first.Value),
			hint: "write it in the image: ![description](file.png \"caption\")"})
	case numberedFigure.MatchString(first.Value):
		s := slip{kind: "a caption with no picture above it", hint: "write it in the image: ![description](file.png \"caption\")"}
		s.what = s.kind + ": " + quotedPart(first.Value)
		f.adviseAt(p.Pos, s)
	case captionWord.MatchString(first.Value):
		s := slip{kind: "a caption with no table above it", hint: "write `Table: words` in a paragraph of its own right below the table"}
		if below {
			s.kind = "a caption that is not taken for one"
		}
		s.what = s.kind + ": " + quotedPart(first.Value)
		f.adviseAt(p.Pos, s)
	case strings.HasPrefix(first.Value, ": "):
		f.adviseAt(p.Pos, slip{kind: "a colon that explains no term", what: "a colon that explains no term: " + quotedPart(first.Value),
			hint: "write the term in the line right above it"})
	}
}

func lastOf(blocks []content.Block) content.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// missedFence tells of code that nothing ends but the end of what it stands in.
func (f *file) missedFence(n *ast.FencedCodeBlock) {
	from := n.Pos()
	if n.Info != nil {
		from = n.Info.Segment.Stop
	}
	if last := n.Lines().Len() - 1; last >= 0 {
		from = n.Lines().At(last).Stop
	} else if end := strings.IndexByte(f.text[from:], '\n'); end >= 0 {
		from += end + 1
	} else {
		from = len(f.text)
	}
	line, _, _ := strings.Cut(f.text[from:], "\n")
	line = strings.TrimLeft(line, "> \t")
	if !strings.HasPrefix(line, "```") && !strings.HasPrefix(line, "~~~") {
		f.advise(n.Pos(), slip{kind: "a fence that is never closed: all below it is code", hint: "put a line of as many backticks below the code"})
	}
}

// missedHeading tells of a heading that its author can hardly have meant: text
// right above a line of hyphens or of equals signs.
func (f *file) missedHeading(n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	_, below, _ := strings.Cut(f.text[min(last.Stop, len(f.text)):], "\n")
	if last.Stop > 0 && f.text[last.Stop-1] == '\n' {
		below = f.text[last.Stop:]
	}
	below, _, _ = strings.Cut(below, "\n")
	below = strings.TrimLeft(below, "> \t")
	head := strings.TrimSpace(f.text[first.Start:last.Stop])
	sign := "hyphens"
	if strings.HasPrefix(below, "=") {
		sign = "equals signs"
	}
	if strings.Trim(below, "-= \t") != "" || below == "" || strings.HasPrefix(strings.TrimLeft(f.lineAt(first.Start), "> \t"), "#") {
		return
	}
	if n.Lines().Len() > 1 || strings.ContainsAny(head[len(head)-1:], ".:") || strings.HasSuffix(head, "؟") || len(strings.Fields(head)) > 12 {
		kind := "text right above a line of " + sign + ", which makes a heading of it"
		f.advise(first.Start, slip{kind: kind, what: kind + ": " + quotedPart(strings.ReplaceAll(head, "\n", " ")),
			hint: "leave an empty line above the " + sign + ", or write `***`"})
	}
}

// innerSigns are signs of a heading that stand within one.
var innerSigns = regexp.MustCompile(`[ \t](#{2,}[ \t]*[^\s#].*)$|[^\s#]*\p{Arabic}#+[ \t]*$`)

// missedSigns tells of # within a heading, which would close it with a blank before
// them and nothing behind, or open one at the start of a line.
func (f *file) missedSigns(n *ast.Heading) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if m := innerSigns.FindStringIndex(f.text[seg.Start:seg.Stop]); m != nil {
			const kind = "a # within a heading, printed as typed"
			f.advise(seg.Start+m[0], slip{kind: kind, what: kind + ": " + quotedPart(strings.TrimSpace(f.text[seg.Start+m[0]:seg.Stop])),
				hint: "begin a line with it where a heading opens, leave a blank before it where it closes one, or write \\# where it is meant"})
			return
		}
	}
}

// lineAt is the line of the source on which an offset lies.
func (f *file) lineAt(offset int) string {
	at := f.lines.of(offset)
	if at+1 == len(f.lines.starts) {
		return f.text[f.lines.starts[at]:]
	}
	return f.text[f.lines.starts[at] : f.lines.starts[at+1]-1]
}

// missedVerse tells of a line of a poem whose hemistichs are parted by what does
// not part them.
func (f *file) missedVerse(line string, offset, halves int) {
	line = strings.TrimSpace(line)
	const kind = "hemistichs that nothing parts"
	switch {
	case halves == 1 && verseParting.MatchString(line):
		f.advise(offset, slip{kind: kind, what: kind + ": " + quotedPart(line), hint: "write ` / ` between them, with a blank on either side"})
	case halves == 2 && (strings.Count(line, " / ") > 1 || strings.Count(line, " *** ") > 1 || manyTabs.MatchString(line)):
		f.advise(offset, slip{kind: "a line of verse in more than two parts", what: "a line of verse in more than two parts: " + quotedPart(line),
			hint: "write each couplet on a line of its own"})
	}
}

// manyTabs parts a line in more than two.
var manyTabs = regexp.MustCompile(`\S\t+[^\t/*]+\t+[^\s/*]`)

var verseParting = regexp.MustCompile(`\S(?:/|\t+| /|/ | ?// ?| ?\\\\ ?| ?\|+ ?| \*{1,2} |\*\*\*| {3,}| ?\.{4,} ?| ?…{2,} ?| [–—-] )\S`)

// missedRow tells of a line of text that a table has taken for a row since no
// empty line parts them.
func (f *file) missedRow(n ast.Node) {
	if n.Pos() < 0 {
		return
	}
	line := f.lineAt(n.Pos())
	if strings.Contains(line, "|") || strings.TrimSpace(line) == "" {
		return
	}
	const kind = "text right below a table, which is taken for a row of it"
	f.advise(n.Pos(), slip{kind: kind, what: kind + ": " + quotedPart(strings.TrimSpace(line)), hint: "leave an empty line below the table"})
}
