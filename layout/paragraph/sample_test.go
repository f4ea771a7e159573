package paragraph

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/isolate"
	"warraq/fonts"
	"warraq/layout/paragraph/segment"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata want; hb-shape.txt needs hb-shape")

// amiri is the embedded faces, read once.
var amiri = sync.OnceValue(func() *fonts.Set {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		panic(err)
	}
	return set
})

func newCompositor() *Compositor { return NewCompositor(amiri(), NewWords()) }

// styles are those that a case can name.
var styles = map[string]*Style{
	"regular": {Size: 12},
	"bold":    {Size: 12, Font: fonts.Style{Bold: true}},
	"small":   {Size: 8, Rise: 4},
	"french":  {Size: 12, Lang: "fr"},
}

// sample is a paragraph and its form.
type sample struct {
	spans []Span
	form  Form
}

// readSample reads a case: lines of "measure 200", "lang ps", "indent 18", "align center",
// "ltr", "simple", "spaces", "plain", "no-hyphens", "hanging", and spans as a style and a quoted text.
func readSample(text string) (sample, error) {
	s := sample{form: Form{Measure: 200, Lang: "ar-MA"}}
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		var err error
		switch word {
		case "":
		case "measure":
			s.form.Measure, err = strconv.ParseFloat(rest, 64)
		case "indent":
			s.form.Indent, err = strconv.ParseFloat(rest, 64)
		case "align":
			s.form.Align = map[string]Align{"justify": Justify, "start": Start, "center": Center, "end": End}[rest]
		case "ltr":
			s.form.LTR = true
		case "simple":
			s.form.Kashida.Rules = Simple
		case "spaces":
			s.form.Kashida.Rules = Spaces
		case "lang":
			s.form.Lang = rest
		case "hanging":
			s.form.Hanging = true
		case "plain":
			s.form.Plain = true
		case "no-hyphens":
			s.form.NoHyphens = true
		default:
			style, ok := styles[word]
			if !ok {
				return s, fmt.Errorf("no style %q", word)
			}
			var value string
			if value, err = strconv.Unquote(rest); err == nil {
				s.spans = append(s.spans, Span{Text: value, Style: style})
			}
		}
		if err != nil {
			return s, fmt.Errorf("%q: %w", lines.Text(), err)
		}
	}
	return s, nil
}

// samples are the cases of testdata by name.
func samples(t testing.TB) map[string]sample {
	t.Helper()
	names, _ := filepath.Glob("testdata/*.txtar")
	all := make(map[string]sample)
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := readSample(string(a.Files[0].Data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".txtar")] = s
	}
	if len(all) == 0 {
		t.Fatal("no cases")
	}
	return all
}

// dumpUnits prints what itemize and shapeUnits gave: range, level, script,
// language, face, whether a line may end behind, text.
func dumpUnits(c *Compositor) string {
	var b strings.Builder
	for i := range c.units {
		u := &c.units[i]
		fmt.Fprintf(&b, "%d-%d level %d", u.from, u.to, u.level)
		if u.space {
			b.WriteString(" space")
		} else {
			fmt.Fprintf(&b, " %s %s %s", u.voice.script, u.voice.lang, u.voice.face.Name)
		}
		fmt.Fprintf(&b, " %.3f", u.width)
		switch u.after {
		case segment.May:
			b.WriteString(" may")
		case segment.Must:
			b.WriteString(" must")
		}
		if !u.space {
			fmt.Fprintf(&b, " %q", c.text.string[c.text.offset[u.from]:c.text.offset[u.to]])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// dumpSetting prints lines and their pieces in logical order: place, width,
// level, text, glyphs.
func dumpSetting(set Setting) string {
	var b strings.Builder
	for i := range set.Lines {
		l := &set.Lines[i]
		fmt.Fprintf(&b, "line %.3f wide, ratio %+.3f, ink +%.3f -%.3f", l.Width, l.Ratio, l.Height, l.Depth)
		if l.Full {
			b.WriteString(", full")
		}
		b.WriteByte('\n')
		for _, p := range l.Pieces {
			fmt.Fprintf(&b, "  %.3f +%.3f level %d ", p.X, p.Width, p.Level)
			if p.Word == nil {
				fmt.Fprintf(&b, "space %d\n", p.Space)
				continue
			}
			fmt.Fprintf(&b, "%q", p.Word.Text)
			if p.Word.Bar > 0 {
				fmt.Fprintf(&b, " with %d bars at %d", p.Word.Bar, p.Word.BarAt)
			}
			fmt.Fprintf(&b, " %s\n", p.Word)
		}
	}
	for _, m := range set.Missing {
		fmt.Fprintf(&b, "missing %U in span %d\n", m.Rune, m.Span)
	}
	return b.String()
}

// textOf is what of a paragraph must lie on its lines: all but spaces, ends of
// lines and what directs.
func textOf(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		for at, r := range s.Text {
			size := utf8.RuneLen(r)
			if r == utf8.RuneError {
				_, size = utf8.DecodeRuneInString(s.Text[at:])
			}
			if strings.ContainsRune(" \u00A0\t\n\v\f\r\u0085\u2028\u2029", r) || isolate.IsDirective(r) {
				continue
			}
			b.WriteString(s.Text[at : at+size])
		}
	}
	return b.String()
}

// setText is the text that lies on the lines, in order, less the hyphens that
// divide words.
func setText(set Setting) string {
	var b strings.Builder
	for i := range set.Lines {
		for _, p := range set.Lines[i].Pieces {
			if p.Word != nil {
				b.WriteString(undivided(p.Word))
			}
		}
	}
	return b.String()
}

// undivided is the word's text without the hyphen it was divided with: a soft
// hyphen of the text has no width.
func undivided(w *Word) string {
	n := len(w.Text) - len(softHyphen)
	if n > 0 && w.Text[n:] == softHyphen && w.Advance > w.advanceTo(n) {
		return w.Text[:n]
	}
	return w.Text
}

// checkSetting checks what holds for every paragraph.
func checkSetting(t *testing.T, spans []Span, form Form, set Setting) {
	t.Helper()
	if got, want := setText(set), textOf(spans); got != want {
		t.Errorf("the lines hold %q of %q", got, want)
	}
	for i := range set.Lines {
		line, room := &set.Lines[i], form.Measure
		if i == 0 {
			room -= form.Indent
		}
		if len(line.Pieces) == 0 {
			t.Errorf("line %d is empty", i)
			continue
		}
		if first, last := line.Pieces[0], line.Pieces[len(line.Pieces)-1]; first.Word == nil || last.Word == nil {
			t.Errorf("line %d has a space at an end", i)
		}
		checkWidth(t, i, line, room+line.start+line.end)
		checkPlaces(t, i, line, form)
	}
}

func checkWidth(t *testing.T, i int, line *Line, room float64) {
	t.Helper()
	sum, rounding := 0.0, 1e-3
	for _, p := range line.Pieces {
		sum += float64(p.Width)
		if p.Word == nil {
			rounding += 0.5 * p.Style.Size / 1000
		}
	}
	if math.Abs(sum-line.Width) > 1e-3*float64(len(line.Pieces)) {
		t.Errorf("line %d: %g wide, its pieces %g", i, line.Width, sum)
	}
	if line.Full && line.Ratio >= -1-1e-6 && math.Abs(line.Width-room) > rounding {
		t.Errorf("line %d is %g wide and should be %g", i, line.Width, room)
	}
}

// checkPlaces sees that no piece lies over another or, on a line that is not
// overfull, outside of the measure.
func checkPlaces(t *testing.T, i int, line *Line, form Form) {
	t.Helper()
	const eps = 0.01
	left, right := math.Inf(1), math.Inf(-1)
	for k, p := range line.Pieces {
		x, end := float64(p.X), float64(p.X+p.Width)
		left, right = min(left, x), max(right, end)
		for _, q := range line.Pieces[:k] {
			if x+eps < float64(q.X+q.Width) && float64(q.X)+eps < end {
				t.Errorf("line %d: %q at %g–%g lies over another at %g", i, p.text(), x, end, q.X)
			}
		}
	}
	hang, room := eps, form.Measure
	if i == 0 {
		hang += max(0, -form.Indent)
		room -= form.Indent
	}
	if line.Width <= room && (left < -hang || right > form.Measure+hang) {
		t.Errorf("line %d lies at %g–%g of %g", i, left, right, form.Measure)
	}
}

func (p *Piece) text() string {
	if p.Word == nil {
		return " "
	}
	return p.Word.Text
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
