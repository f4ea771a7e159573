package direct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/dress"
	"warraq/content/isolate"
	"warraq/content/locale"
)

// A formula reads from left to right in a text of any direction, as far as
// UAX #9 can tell: 10⁻³ and Ca²⁺ are turned about in Arabic, since a sign beside
// a raised figure has no direction of its own. So a formula with signs in it is
// put into a span that runs from left to right.

// formulaSigns are what stands in a formula beside letters and digits.
const formulaSigns = "+-−–±×·*/=<>≤≥≈,.()"

// Formulas puts the formulas of a run into spans.
func Formulas(text *[]content.Inline) {
	if hasScript(*text) {
		*text = directed(*text)
	}
}

func directed(text []content.Inline) []content.Inline {
	out := make([]content.Inline, 0, len(text))
	for i := 0; i < len(text); {
		if !isScript(text[i]) {
			if inner := content.Inside(text[i]); inner != nil {
				*inner = directed(*inner)
			}
			out = append(out, text[i])
			i++
			continue
		}
		before, base := cutBase(out)
		f := formula{text: text, from: i, plain: base}
		f.read()
		if !needsDirection(f.plain) {
			out, i = append(out, text[i:f.to]...), f.to
			continue
		}
		span := &content.Span{Attr: content.Attr{Dir: locale.LTR}}
		if base != "" {
			t := out[len(out)-1].(*content.Text)
			span.Pos, span.Inlines = t.Pos, []content.Inline{&content.Text{Pos: t.Pos, Value: base}}
			if out = out[:len(out)-1]; before != "" {
				out = append(out, &content.Text{Pos: t.Pos, Value: before})
			}
		}
		span.Inlines = append(span.Inlines, text[i:f.to]...)
		i = f.to
		if f.head != "" { // of the text behind it
			t := text[i].(*content.Text)
			span.Inlines = append(span.Inlines, &content.Text{Pos: t.Pos, Value: f.head})
			text[i] = &content.Text{Pos: t.Pos, Value: t.Value[len(f.head):]}
		}
		out = append(out, span)
	}
	return out
}

// isScript tells superior and inferior text.
func isScript(in content.Inline) bool {
	s, ok := in.(*content.Span)
	return ok && s.Dress()&(dress.Superior|dress.Inferior) != 0
}

// hasScript tells a run with such text in it.
func hasScript(text []content.Inline) (has bool) {
	content.Inlines(text, func(in content.Inline) { has = has || isScript(in) })
	return has
}

// formula is a stretch of a run that begins with a script.
type formula struct {
	text     []content.Inline
	from, to int
	head     string // what of the text behind it belongs to it
	plain    string // all of it
}

// read goes on as long as scripts follow without a space, or with nothing but a
// part of the formula between them.
func (f *formula) read() {
	var b strings.Builder
	b.WriteString(f.plain)
	for f.to = f.from; f.to < len(f.text); f.to++ {
		in := f.text[f.to]
		if isScript(in) {
			b.WriteString(content.PlainText([]content.Inline{in}))
			continue
		}
		t, ok := in.(*content.Text)
		if !ok {
			break
		}
		end := strings.IndexFunc(t.Value, func(r rune) bool { return !inFormula(r) })
		if whole := end < 0 && f.to+1 < len(f.text) && isScript(f.text[f.to+1]); whole {
			b.WriteString(t.Value)
			continue
		}
		if end < 0 {
			end = len(t.Value)
		}
		f.head = trimEnd(t.Value[:end], b.String())
		break
	}
	f.plain = b.String() + f.head
}

// cutBase parts the last text of a run from what of a formula stands at its end.
func cutBase(out []content.Inline) (before, base string) {
	if len(out) == 0 {
		return "", ""
	}
	t, ok := out[len(out)-1].(*content.Text)
	if !ok {
		return "", ""
	}
	from := len(t.Value)
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(t.Value[:from])
		if !inFormula(r) {
			break
		}
		from -= size
	}
	base = t.Value[from:]
	for base != "" {
		r, size := utf8.DecodeRuneInString(base)
		if isTerm(r) || r == '(' && strings.Count(base, "(") <= strings.Count(base, ")") {
			break
		}
		base = base[size:]
	}
	return t.Value[:len(t.Value)-len(base)], base
}

// trimEnd takes the marks of a sentence off the end of a formula.
func trimEnd(s, before string) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if isTerm(r) || r == ')' && strings.Count(before+s, "(") >= strings.Count(before+s, ")") {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// isTerm tells the letters and digits of formulas.
func isTerm(r rune) bool {
	return isolate.IsDigit(r) || unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek)
}

func inFormula(r rune) bool { return isTerm(r) || strings.ContainsRune(formulaSigns, r) }

// needsDirection tells a formula with signs in it, and nothing else. A sign before
// Arabic digits alone stands at their right, as UAX #9 has it.
func needsDirection(plain string) bool {
	signs, arabic := false, false
	for _, r := range plain {
		if !inFormula(r) {
			return false
		}
		signs = signs || !isTerm(r)
		arabic = arabic || r >= 0x0660 && r <= 0x0669
	}
	first, _ := utf8.DecodeRuneInString(plain)
	return signs && (!arabic || isTerm(first) || first == '(')
}
