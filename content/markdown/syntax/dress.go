package syntax

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// What dresses text stands between two marks alike, as Pandoc has them:
//
//	~~struck~~  ==highlighted==  x^superior^  x~inferior~
//
// Emphasis in CommonMark asks for a space or a mark of punctuation beside its
// stars where a word ends in one; these do not, since an Arabic word begins with
// the «and» or the «in» before it: و==«نص»==.

// token is a bracket, a mark or a tag that may be half of a pair.
type token struct {
	kind          string // "[", "]", or a key of dressed
	at, length    int
	opens, closes bool
	gap           int // where the last white space before it lies
	partner       int // index of the token that closes it, or opens it for a bracket; -1 for none
}

// tight tells the marks between which no white space stands.
func (t *token) tight() bool { return t.kind == "^" || t.kind == "~" }

// tokensOf lists the tokens of a block, leaving out escaped ones and those in
// code.
func tokensOf(lines *text.Segments, source []byte) (tokens []token) {
	ticks := newTicks(lines, source)
	for i := range lines.Len() {
		seg := lines.At(i)
		gap := seg.Start
		for at := seg.Start; at < seg.Stop; at++ {
			if end := ticks.skip(at); end > at {
				at = end - 1
				continue
			}
			t := token{at: at, length: 1, partner: -1}
			switch c := source[at]; c {
			case '\\':
				at++
				continue
			case ' ', '\t':
				gap = at
				continue
			case '[', ']':
				t.kind = string(rune(c))
			case '^', '~', '=':
				t.mark(source, seg)
				at += t.length - 1
			}
			if t.gap = gap; t.kind != "" {
				tokens = append(tokens, t)
			}
		}
	}
	return tokens
}

// mark reads a run of one mark. It opens before what is no space, and closes
// behind what is none; a caret beside a bracket is that of a note. A pair of ==
// within a Latin word compares.
func (t *token) mark(source []byte, line text.Segment) {
	c := source[t.at]
	for t.at+t.length < line.Stop && source[t.at+t.length] == c {
		t.length++
	}
	before, _ := utf8.DecodeLastRune(source[line.Start:t.at])
	after, _ := utf8.DecodeRune(source[t.at+t.length : max(line.Stop, t.at+t.length)])
	if t.at == line.Start {
		before = '\n'
	}
	if t.at+t.length >= line.Stop {
		after = '\n'
	}
	kind := string(source[t.at : t.at+t.length])
	if _, known := dressed[kind]; !known || c == '^' && before == '[' {
		return
	}
	t.kind = kind
	t.opens, t.closes = !unicode.IsSpace(after), !unicode.IsSpace(before)
	switch c {
	case '^':
		t.opens = t.opens && after != '['
	case '=':
		t.opens, t.closes = t.opens && !isLatin(before), t.closes && !isLatin(after)
	}
}

// isLatin tells the letters and digits of ASCII.
func isLatin(r rune) bool { return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// pairBrackets finds the bracket that opens for each that closes.
func pairBrackets(tokens []token) {
	var open []int
	for i := range tokens {
		switch tokens[i].kind {
		case "[":
			open = append(open, i)
		case "]":
			if last := len(open) - 1; last >= 0 {
				tokens[i].partner, tokens[open[last]].partner = open[last], i
				open = open[:last]
			}
		}
	}
}

// pairing pairs marks and tags: each that closes with the nearest one of its
// kind that is open. What was opened between them is text, and brackets are not
// crossed.
type pairing struct {
	tokens []token
	stack  []int            // tokens that are open
	of     map[string][]int // the places in stack of those of a kind
	bases  []int            // of stack, at each bracket that is open
	pairs  int
}

// pair goes through all tokens. It stops at too many pairs.
func (p *pairing) pair() {
	for i := range p.tokens {
		t := &p.tokens[i]
		switch {
		case t.kind == "[" && t.partner >= 0:
			p.bases = append(p.bases, len(p.stack))
		case t.kind == "]" && t.partner >= 0:
			p.cut(p.base())
			p.bases = p.bases[:len(p.bases)-1]
		case t.closes && p.close(i):
			if p.pairs++; p.pairs > maxMarks {
				return
			}
		case t.opens:
			p.of[t.kind] = append(p.of[t.kind], len(p.stack))
			p.stack = append(p.stack, i)
		}
	}
}

// base is where in the stack begins what may be closed.
func (p *pairing) base() int {
	if n := len(p.bases); n > 0 {
		return p.bases[n-1]
	}
	return 0
}

// close pairs token i with one that is open, if there is one and something
// between them.
func (p *pairing) close(i int) bool {
	t := &p.tokens[i]
	of := p.of[t.kind]
	if len(of) == 0 || of[len(of)-1] < p.base() {
		return false
	}
	at := of[len(of)-1]
	open := &p.tokens[p.stack[at]]
	if open.at+open.length == t.at || t.tight() && open.gap != t.gap {
		return false
	}
	open.partner = i
	p.cut(at)
	return true
}

// cut closes all but the first n of the stack.
func (p *pairing) cut(n int) {
	for len(p.stack) > n {
		last := len(p.stack) - 1
		kind := p.tokens[p.stack[last]].kind
		p.of[kind] = p.of[kind][:len(p.of[kind])-1]
		p.stack = p.stack[:last]
	}
}

// findSpans finds the spans of a block, by the offset at which each opens: pairs
// of brackets with attributes behind them, of marks and of tags.
func findSpans(lines *text.Segments, source []byte, pc parser.Context) map[int]*SpanOpen {
	if !anySpan(lines, source) {
		return nil
	}
	tokens := tokensOf(lines, source)
	pairBrackets(tokens)
	p := pairing{tokens: tokens, of: make(map[string][]int)}
	if p.pair(); p.pairs > maxMarks {
		exceed(pc, Excess{tokens[0].at, fmt.Sprintf("the paragraph has more than %d pairs of marks such as ~~ == ^ ~", maxMarks),
			"part it, or escape those that are text with \\"})
	}
	found := make(map[int]*SpanOpen)
	for i := range tokens {
		t := &tokens[i]
		if t.partner < 0 || t.kind == "]" {
			continue
		}
		end := &tokens[t.partner]
		if t.kind != "[" {
			found[t.at] = &SpanOpen{Length: t.length, close: end.at, closing: end.length, dress: dressed[t.kind], tight: t.tight()}
			continue
		}
		rest := AttrHead(lineRest(lines, source, end.at+1))
		if attr, length, ok := ParseAttr(rest); ok {
			found[t.at] = &SpanOpen{Length: 1, close: end.at, closing: 1 + length, attr: attr}
		}
	}
	return found
}

// dressed are the classes of what stands between marks, by the mark (see [content.DressClasses]).
var dressed = map[string]string{
	"~~": "strike", "==": "mark", "^": "sup", "~": "sub",
}
