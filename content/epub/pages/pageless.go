package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/locale"
)

// saying is how a page is spoken of, and the particles of its language that are
// written with the word behind them.
type saying struct {
	locale.Said
	joined []string
}

// pagesOf is how a language speaks of pages: none, where the program does not know.
func pagesOf(lang string) *locale.Pages {
	if !locale.Has(lang) {
		return &locale.Pages{}
	}
	return &locale.Of(lang).Pages
}

// cut takes what speaks of a page off the end of a text: rest leads to the name of
// a thing. All of the saying is before, where there is none that is the whole text.
func (s *saying) cut(text string) (before, rest string, ok bool) {
	trimmed := strings.TrimRightFunc(text, unicode.IsSpace)
	at := len(trimmed) - len(s.Page)
	if at < 0 || !strings.EqualFold(trimmed[at:], s.Page) {
		return text, text, false
	}
	before = trimmed[:at]
	word := len(strings.TrimRightFunc(before, func(r rune) bool { return char.In(r, char.L|char.M|char.N) }))
	if word < at && !slices.Contains(s.joined, before[word:]) {
		return text, text, false
	}
	thing := s.Thing
	if thing != "" {
		if r, _ := utf8.DecodeRuneInString(trimmed[at:]); unicode.IsUpper(r) {
			r, size := utf8.DecodeRuneInString(thing)
			thing = string(unicode.ToUpper(r)) + thing[size:]
		}
		thing += " "
	}
	return before, before + thing, true
}

// cutPage is cut by the first of the sayings of a language that the text ends in.
func cutPage(text, lang string) (before, rest string) {
	pages := pagesOf(lang)
	for _, said := range pages.Said {
		s := saying{said, pages.Joined}
		if before, rest, ok := s.cut(text); ok {
			return before, rest
		}
	}
	return text, text
}

// pageless is a run of text as it reads where there are no pages: a reference to a
// page names the thing that stands there, so the text before it does not speak of
// a page, «في الصفحة 12», «في الجدول 1»; and where the thing has just been named,
// as in «الجدول 1 (في الصفحة 12)», that is enough.
func (w *Writer) pageless(ins []content.Inline) []content.Inline {
	var out []content.Inline // nil: as ins
	for i, in := range ins {
		if inner := w.pagelessIn(in); inner != nil {
			if out == nil {
				out = append(out, ins...)
			}
			out[i] = inner
		}
		ref, ok := in.(*content.Reference)
		if !ok || ref.Kind != content.PageReference || ref.Target == 0 || i == 0 {
			continue
		}
		if _, ok := ins[i-1].(*content.Text); !ok {
			continue
		}
		if out == nil {
			out = append(out, ins...)
		}
		if i > 1 && w.repeats(out, i) {
			continue
		}
		said := out[i-1].(*content.Text)
		if _, rest := cutPage(said.Value, w.lang); rest != said.Value {
			out[i-1] = w.unsaying(said, rest, countable(said.Value)-countable(rest))
		}
	}
	if out == nil {
		return ins
	}
	return out
}

// pagelessIn is an inline that holds others as it reads where there are no pages,
// nil where that is as it is.
func (w *Writer) pagelessIn(in content.Inline) content.Inline {
	changed := func(ins []content.Inline) ([]content.Inline, bool) {
		out := w.pageless(ins)
		return out, len(ins) > 0 && &out[0] != &ins[0]
	}
	switch in := in.(type) {
	case *content.Strong:
		if out, ok := changed(in.Inlines); ok {
			return &content.Strong{Inlines: out}
		}
	case *content.Emphasis:
		if out, ok := changed(in.Inlines); ok {
			return &content.Emphasis{Inlines: out}
		}
	case *content.Span:
		if out, ok := changed(in.Inlines); ok && in.Lang == "" {
			span := *in
			span.Inlines = out
			return &span
		}
	}
	return nil
}

// repeats leaves out the ith of a run, a reference to a page, where the reference
// before it names the same thing and nothing but a page is spoken of between them.
func (w *Writer) repeats(run []content.Inline, i int) bool {
	named, ok := run[i-2].(*content.Reference)
	if !ok || named.Target != run[i].(*content.Reference).Target {
		return false
	}
	text := run[i-1].(*content.Text)
	between, _ := cutPage(text.Value, w.lang)
	between = strings.TrimRight(between, " \u00a0:")
	for _, word := range pagesOf(w.lang).Pointers {
		between = strings.TrimRight(strings.TrimSuffix(between, word), " \u00a0")
	}
	between = strings.TrimSpace(between)
	bracket := strings.TrimLeft(between, "،,;؛: ")
	unsaid := countable(text.Value) + 1 // the reference counts as one
	switch bracket {
	case "":
	case "(":
		if i+1 == len(run) {
			return false
		}
		after, ok := run[i+1].(*content.Text)
		rest, closed := "", false
		if ok {
			rest, closed = strings.CutPrefix(after.Value, ")")
		}
		if !closed {
			return false
		}
		run[i+1] = w.unsaying(after, rest, 0)
		unsaid++
	default:
		return false
	}
	run[i-1] = w.unsaying(text, "", unsaid)
	run[i] = &content.Text{Pos: text.Pos}
	return true
}

// unsaying is a text of which only a part is said; where pages begin is counted in
// letters, those that are left out too.
func (w *Writer) unsaying(t *content.Text, said string, letters int) *content.Text {
	short := &content.Text{Pos: t.Pos, Value: said}
	if w.unsaid == nil {
		w.unsaid = make(map[*content.Text]int)
	}
	w.unsaid[short] = letters + w.unsaid[t]
	return short
}

// countable counts the letters that tell where a page begins.
func countable(s string) int {
	n := 0
	for _, r := range s {
		if content.IsLetter(r) {
			n++
		}
	}
	return n
}
