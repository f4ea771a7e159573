package slips

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/pattern"
)

// What is left in a text once all of it has been understood may be a mark that
// came to nothing: a slip in one of ours, or one of another program. So what
// stays text is searched again, as it was typed.

// What stands in such a text for what is none.
const (
	otherNode   = '\x00' // code, an image, the call of a note
	escapedChar = '\x01' // a character behind a backslash, which is meant
	nodeEdge    = '\x02' // where emphasis, a span or a link begins or ends
	fieldNode   = '\x04'
	escapedPair = '\x05' // a bracket behind a backslash, before escapedChar
)

// leftText is what is left of one block, and where each piece of it stands in
// the source.
type leftText struct {
	text   []byte
	pieces [][2]int // offset in text, offset in the source
	has    [256]bool
}

// markBytes are those that a mark which came to nothing has.
const markBytes = "*_[]{}$\\`=~:/&'+%@#^<"

// Look searches what is left of a block for marks that came to nothing. Understood
// are attributes in it that did not.
func (f *Finder) Look(n ast.Node, understood ...string) {
	if !hasMarks(n, f.Bytes) {
		return
	}
	l := &f.left
	l.text, l.pieces, l.has = l.text[:0], l.pieces[:0], [256]bool{}
	l.gather(n, f.Bytes)
	for _, c := range l.text {
		l.has[c] = true
	}
	var taken [][2]int
	for i := range strays {
		if s := &strays[i]; l.hasAll(s.needs) {
			taken = f.lookFor(s, taken, understood)
		}
	}
}

// mostStrays is how many of a kind are told of in one block.
const mostStrays = 20

// lookFor searches what is left for one kind of such marks, but for what is taken for
// another, and gives what is taken then.
func (f *Finder) lookFor(s *stray, taken [][2]int, understood []string) [][2]int {
	l := &f.left
	for _, m := range s.form.FindAllSubmatchIndex(l.text, mostStrays) {
		from, to := m[0], m[1]
		if len(m) > 2 && m[2] >= 0 {
			from, to = m[2], m[3]
		}
		if slices.ContainsFunc(taken, func(t [2]int) bool { return from < t[1] && t[0] < to }) {
			continue
		}
		found := s.slip
		piece := plainPart(l.text[from:to])
		if slices.Contains(understood, piece) {
			continue
		}
		if s.meant != nil {
			if found.Hint = s.meant(piece); found.Hint == "" {
				continue
			}
		}
		taken = append(taken, [2]int{from, to})
		if f.mend(found.Kind, string(l.text[from:to]), l.source(from), l.source(to-1)+1) {
			continue
		}
		found.What = found.Kind + ": " + source.Quoted(plainPart(l.around(from, to)))
		f.Advise(l.source(from), found)
	}
	return taken
}

// hasMarks tells a block in whose lines one of markBytes stands.
func hasMarks(n ast.Node, source []byte) bool {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if bytes.ContainsAny(source[seg.Start:seg.Stop], markBytes) {
			return true
		}
	}
	return false
}

func (l *leftText) hasAll(needs string) bool {
	for i := range len(needs) {
		if !l.has[needs[i]] {
			return false
		}
	}
	return true
}

// source is where a byte of the text stands in the source.
func (l *leftText) source(at int) int {
	i, found := slices.BinarySearchFunc(l.pieces, at, func(p [2]int, at int) int { return p[0] - at })
	if !found {
		i--
	}
	if i < 0 {
		return 0
	}
	return l.pieces[i][1] + at - l.pieces[i][0]
}

// around is a piece of the text; one of a few bytes, which are a sign alone, with the
// word that it touches.
func (l *leftText) around(from, to int) []byte {
	if to-from > 4 {
		return l.text[from:to]
	}
	const end = " \n\x00\x01\x02\x03\x04\x05"
	from = bytes.LastIndexAny(l.text[:from], end) + 1
	if n := bytes.IndexAny(l.text[to:], end); n >= 0 {
		return l.text[from : to+n]
	}
	return l.text[from:]
}

// plainPart is a piece of what is left as it is quoted.
func plainPart(s []byte) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return ' '
		case r < ' ':
			return -1
		}
		return r
	}, string(s)))
}

func (l *leftText) gather(parent ast.Node, source []byte) {
	understood := 0 // up to where attributes reach that touch what is before them
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			if takesAttr(n.PreviousSibling()) {
				if _, length, ok := syntax.ParseAttr(syntax.AttrHead(source[n.Segment.Start:])); ok {
					understood = n.Segment.Start + length
				}
			}
			if from := max(n.Segment.Start, min(understood, n.Segment.Stop)); from < n.Segment.Stop || understood == 0 {
				l.add(source, from, n.Segment.Stop)
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				l.text = append(l.text, '\n')
			}
		case *syntax.SpanOpen:
			l.add(source, n.Pos(), n.Pos()+n.Length)
		case *ast.Link:
			l.text = append(l.text, nodeEdge)
			from := len(l.text)
			l.gather(n, source)
			for i := range l.text[from:] { // an address in it is a link already
				if l.text[from+i] == ':' {
					l.text[from+i] = escapedChar
				}
			}
			l.text = append(l.text, nodeEdge)
		case *ast.Emphasis, *syntax.Span:
			l.text = append(l.text, nodeEdge)
			l.gather(n, source)
			l.text = append(l.text, nodeEdge)
		case *syntax.TexFormula:
			l.pieces = append(l.pieces, [2]int{len(l.text), n.Pos()})
			l.text = append(l.text, n.Source...)
		case *syntax.Field, *syntax.RefField:
			l.text = append(l.text, fieldNode)
		case *ast.Image, *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *syntax.NoteRef, *syntax.InlineNote, *syntax.WikiMark:
			l.text = append(l.text, otherNode)
		default:
			l.gather(n, source)
		}
	}
}

// takesAttr tells what has the attributes that touch it in braces (see touched).
func takesAttr(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Link, *ast.AutoLink, *ast.CodeSpan, *ast.Emphasis, *ast.Image, *syntax.Span:
		return n != nil
	}
	return false
}

// add adds a stretch of the source, without what a backslash makes a character.
func (l *leftText) add(source []byte, start, stop int) {
	l.pieces = append(l.pieces, [2]int{len(l.text), start})
	for i := start; i < stop; i++ {
		if source[i] == '\\' && i+1 < stop && unicodePunct(source[i+1]) {
			l.text = append(l.text, escapedChar, escapedChar)
			if strings.IndexByte("()[]", source[i+1]) >= 0 {
				l.text[len(l.text)-2] = escapedPair
			}
			i++
			continue
		}
		l.text = append(l.text, source[i])
	}
}

func unicodePunct(c byte) bool {
	return c < utf8.RuneSelf && (unicode.IsPunct(rune(c)) || unicode.IsSymbol(rune(c)))
}

// entityNames are the named characters that authors write.
var entityNames = []string{"nbsp", "amp", "quot", "copy", "reg", "trade", "hellip", "mdash", "ndash", "laquo", "raquo", "ldquo", "rdquo",
	"zwnj", "zwj", "lrm", "rlm", "shy", "times", "deg", "euro", "bull", "middot", "apos", "sect", "rarr", "larr"}

// meantEntity is the hint for a named character that HTML does not know, "" for one
// that it knows or that is none.
func meantEntity(piece string) string {
	name := strings.Trim(piece, "&;")
	if _, known := util.LookUpHTML5EntityByName(name); known {
		return ""
	}
	near := content.Nearest(name, entityNames)
	if near == "" {
		return ""
	}
	return "did you mean &" + near + ";?"
}

var goodNumber = pattern.Of(`^&#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7});$`)

// meantNumber is the hint for a character by its number that is none, "" for one.
func meantNumber(piece string) string {
	if goodNumber.MatchString(piece) {
		return ""
	}
	return "write digits, such as &#160; or &#xA0;, or the character itself"
}

// fieldNames are the names of fields and references.
var fieldNames = []string{"date", "number", "percent", "ref", "page", "title"}

// meantField is the hint for braces that may be a field with a slip in it, "" for
// those that are none.
func meantField(piece string) string {
	name := strings.TrimLeft(piece, "{ ")
	name = name[:len(name)-len(strings.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))]
	near := content.Nearest(name, fieldNames)
	if near == "" || len(near) > len(name)+1 {
		return ""
	}
	return fieldHint(near)
}

func fieldHint(name string) string {
	form := map[string]string{"date": "{date: 2015-05-15}", "number": "{number: 1234.5}", "percent": "{percent: 12.5}"}[name]
	if form == "" {
		form = "{" + name + ": name}"
	}
	return "did you mean " + form + "? Write \\{ where braces are meant"
}

// fieldWords are the names of fields and references in the languages of authors.
var fieldWords = map[string]string{
	"تاريخ": "date", "تاریخ": "date", "יום": "date", "תאריך": "date",
	"رقم": "number", "عدد": "number", "شماره": "number", "نمبر": "number", "מספר": "number",
	"نسبة": "percent", "مئوية": "percent", "درصد": "percent", "فیصد": "percent", "אחוז": "percent",
	"مرجع": "ref", "إحالة": "ref", "احالة": "ref", "ارجاع": "ref", "حوالہ": "ref", "הפניה": "ref",
	"صفحة": "page", "صفحه": "page", "صفحہ": "page", "עמוד": "page",
	"عنوان": "title", "כותרת": "title",
}

// meantWord is the hint for braces around such a name, "" for others: books quote in
// braces too.
func meantWord(piece string) string {
	name := strings.TrimLeft(piece, "{ ")
	if end := strings.IndexAny(name, ": }"); end >= 0 {
		name = name[:end]
	}
	name = strings.TrimPrefix(name, "ال")
	if rest := piece[strings.Index(piece, name)+len(name):]; strings.Trim(rest, " }") != "" && !strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
		return "" // prose in braces that begins with such a word
	}
	field := fieldWords[name]
	if field == "" && len([]rune(name)) >= 5 {
		field = fieldWords[content.Nearest(name, slices.Sorted(maps.Keys(fieldWords)))]
	}
	if field == "" {
		return ""
	}
	return fieldHint(field)
}
