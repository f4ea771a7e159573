package pages

import (
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/content/setup"
)

// sentence is a run of text that is read as one: what isolate finds in it, and where
// its texts begin.
type sentence struct {
	finder isolate.Finder
	runes  []rune
	texts  []placed
	next   int // of texts, the one to be written next
}

// placed is a text, where it begins in the run, and whether it runs from left to
// right there.
type placed struct {
	text *content.Text
	from int
	ltr  bool
}

// read lays the texts of ins end to end, with the isolates of UAX #9 where the
// markup isolates, and finds what is to be directed.
func (r *sentence) read(ins []content.Inline, ltr bool) {
	r.runes, r.texts, r.next = r.runes[:0], r.texts[:0], 0
	r.gather(ins, ltr)
	r.find(ltr)
}

func (r *sentence) find(ltr bool) {
	r.finder.Found = r.finder.Found[:0]
	if isolate.Numbered(r.runes) {
		r.finder.Find(r.runes, ltr)
	}
}

// object stands for something that is no text.
const object = '\uFFFC'

func (r *sentence) gather(ins []content.Inline, ltr bool) {
	for _, in := range ins {
		switch in := in.(type) {
		case *content.Text:
			r.texts = append(r.texts, placed{in, len(r.runes), ltr})
			for _, c := range in.Value {
				r.runes = append(r.runes, spaced(c))
			}
		case *content.Strong:
			r.gather(in.Inlines, ltr)
		case *content.Emphasis:
			r.gather(in.Inlines, ltr)
		case *content.Link:
			dir := locale.Auto
			if standsForItself(in) {
				dir = locale.LTR
			}
			r.within(dir, in.Inlines, ltr)
		case *content.Span:
			_, dir := tongue(&in.Attr)
			r.within(dir, in.Inlines, ltr)
		case *content.LineBreak:
			r.runes = append(r.runes, '\n')
		case *content.Reference:
			r.runes = append(r.runes, []rune(in.Label)...)
		case *content.NoteRef:
			r.runes = append(r.runes, '\u2060', object) // held to what it is called by, as on the page
		case *content.Code, *content.Image:
			r.runes = append(r.runes, object)
		}
	}
}

// within gathers what an element of a direction of its own isolates.
func (r *sentence) within(dir locale.Direction, ins []content.Inline, ltr bool) {
	switch dir {
	case locale.Auto:
		r.gather(ins, ltr)
		return
	case locale.LTR:
		r.runes = append(r.runes, isolate.LRI)
	default:
		r.runes = append(r.runes, isolate.RLI)
	}
	r.gather(ins, dir == locale.LTR)
	r.runes = append(r.runes, isolate.PDI)
}

// spaced makes a space of what HTML takes for one.
func spaced(c rune) rune {
	if c == '\t' || c == '\n' || c == '\r' || c == '\f' {
		return ' '
	}
	return c
}

// standsForItself tells an address outside the book that is its own text: it
// reads from left to right.
func standsForItself(l *content.Link) bool {
	return !strings.HasPrefix(l.URL, "#") && content.PlainText(l.Inlines) == l.URL
}

// prose writes a text of the run that w is in, its numbers and addresses
// isolated.
func (w *Writer) prose(t *content.Text) {
	r := &w.sentence
	if len(r.finder.Found) == 0 {
		w.flow(t.Value)
		return
	}
	for r.next < len(r.texts) && r.texts[r.next].text != t {
		r.next++
	}
	if r.next == len(r.texts) {
		w.flow(t.Value)
		return
	}
	at := r.texts[r.next]
	r.next++
	w.directed(r, at, w.flow)
}

// alone writes a text that is a run by itself.
func (w *Writer) alone(s string) {
	if w.book.Doc.Setup.Numbers == setup.NumbersPlain {
		w.Text(s)
		return
	}
	t := content.Text{Value: s}
	var r sentence
	r.read([]content.Inline{&t}, w.dir != locale.RTL)
	w.directed(&r, r.texts[0], w.Text)
}

// directed writes a text of r. What goes on beyond it, in bold say, has its
// controls at its ends: an element cannot begin within one and end within another.
func (w *Writer) directed(r *sentence, t placed, write func(string)) {
	own, at := []rune(t.text.Value), 0
	first, _ := slices.BinarySearchFunc(r.finder.Found, t.from, func(s isolate.Stretch, i int) int { return s.To - i - 1 })
	for _, s := range r.finder.Found[first:] {
		from, to := s.From-t.from, s.To-t.from
		if from >= len(own) {
			break
		}
		if from < 0 || to > len(own) {
			at = w.across(r, own, at, s, t, write)
			continue
		}
		write(string(own[at:from]))
		if s.Number && from > 0 && char.IsLetter(own[from-1]) && slices.ContainsFunc(own[from:to], isolate.IsGap) {
			write("\u2060") // the letter that is joined before it stays with it
		}
		w.marked(s.Marked(r.runes, t.ltr), s.Number, t.ltr, write)
		at = to
	}
	write(string(own[at:]))
}

// across writes the part in t of a stretch that has others in other texts, and
// returns where it ends. Both ends must be in texts, or no control would close
// what another opens.
func (w *Writer) across(r *sentence, own []rune, at int, s isolate.Stretch, t placed, write func(string)) int {
	if !r.holds(s.From) || !r.holds(s.To-1) {
		return at
	}
	before, after := s.Edges(r.runes, t.ltr)
	if from := s.From - t.from; from >= 0 {
		write(string(own[at:from]) + string(before))
		at = from
	}
	if s.Number {
		w.Raw(`<span class="number">`)
		defer w.Raw("</span>")
	}
	to := min(s.To-t.from, len(own))
	for ; at < to; at++ {
		opens, closes := s.Parted(r.runes, t.from+at)
		write(opens + string(own[at]) + closes)
	}
	switch {
	case t.from+to == s.To:
		write(string(after))
	case s.Number:
		write("\u2060") // no line ends between its parts
	}
	return to
}

// holds tells whether rune i of the run is in a text.
func (r *sentence) holds(i int) bool {
	k, found := slices.BinarySearchFunc(r.texts, i, func(t placed, i int) int { return t.from - i })
	if found {
		return true
	}
	return k > 0 && i < r.texts[k-1].from+utf8.RuneCountInString(r.texts[k-1].text.Value)
}

// marked writes the controls of a stretch as markup. A number stays on its line
// and keeps its spaces: the box of one that has spaces is no letter to the line
// around it (CSS Writing Modes 4, 2.4.3), so that marks of direction stand for it in
// a Latin phrase; ltr is the direction of the paragraph.
func (w *Writer) marked(s []rune, number, ltr bool, write func(string)) {
	class := "number"
	if slices.ContainsFunc(s, isolate.IsGap) {
		class = "number groups"
	}
	if number && !slices.Contains(s, isolate.LRI) {
		mark := ""
		if lead := s[0] == isolate.LRM; lead || !ltr && class != "number" {
			mark = string(isolate.LRM)
			if lead {
				s = s[1:]
			}
		}
		w.Raw(mark, `<span class="`, class, `">`)
		write(string(s))
		w.Raw("</span>", mark)
		return
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == isolate.LRI && i+1 < len(s) && s[i+1] == isolate.LRO:
			w.Raw(`<bdo dir="ltr" class="`, class, `">`)
			i++
		case c == isolate.LRI && number:
			w.Raw(`<bdi dir="ltr" class="`, class, `">`)
		case c == isolate.LRI:
			w.Raw(`<bdi dir="ltr">`)
		case c == isolate.FSI:
			w.Raw("<bdi>")
		case c == isolate.PDF:
			w.Raw("</bdo>")
			i++ // the PDI behind it
		case c == isolate.PDI:
			w.Raw("</bdi>")
		default:
			write(string(c))
		}
	}
}
