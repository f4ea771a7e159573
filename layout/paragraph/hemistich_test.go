package paragraph

import (
	"math"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestHemistichs prints the line of each case of testdata/hemistich.
func TestHemistichs(t *testing.T) {
	names, _ := filepath.Glob("testdata/hemistich/*.txtar")
	if len(names) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range names {
		name = strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(name, func(t *testing.T) {
			a, err := txtar.ParseFile(filepath.Join("testdata/hemistich", name+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			s, err := readSample(string(a.Files[0].Data))
			if err != nil {
				t.Fatal(err)
			}
			set := newCompositor().Line(s.spans, s.form)
			checkHemistich(t, s.spans, s.form, set)
			golden(t, "hemistich/"+name, "lines", dumpSetting(set))
		})
	}
}

// checkHemistich sees that a line says what its spans say and that its ink
// fills the measure, to a hundredth of a point.
func checkHemistich(t *testing.T, spans []Span, form Form, set Setting) {
	t.Helper()
	if len(set.Lines) != 1 {
		t.Fatalf("%d lines", len(set.Lines))
	}
	if got, want := setText(set), textOf(spans); got != want {
		t.Errorf("the line holds %q of %q", got, want)
	}
	line := &set.Lines[0]
	left, right := inkOfLetters(line)
	if line.Full && (math.Abs(left) > 0.01 || math.Abs(right-form.Measure) > 0.01) {
		t.Errorf("%q: ink from %g to %g of %g", line.Text(), left, right, form.Measure)
	}
	if form.Kashida.Rules == Spaces {
		for _, p := range line.Pieces {
			if p.Word != nil && p.Word.Bar > 0 {
				t.Errorf("%q is lengthened", p.Word.Text)
			}
		}
	}
}

// inkOfLetters is where the ink of a line begins and ends, without that of
// marks and of notes' calls.
func inkOfLetters(line *Line) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, p := range line.Pieces {
		if p.Word == nil || p.Style.Rise > 0 {
			continue
		}
		pen, scale := 0, p.Style.Size/float64(p.Word.Face.UnitsPerEm)
		for _, g := range p.Word.Glyphs {
			a, b := p.Word.Face.Span(int(g.GID))
			if r, _ := utf8.DecodeRuneInString(p.Word.Text[g.Cluster:]); a != b && !unicode.Is(unicode.Mn, r) {
				left = min(left, float64(p.X)+float64(pen+int(g.DX)+a)*scale)
				right = max(right, float64(p.X)+float64(pen+int(g.DX)+b)*scale)
			}
			pen += int(g.Advance)
		}
	}
	return left, right
}

// TestColumns sets random hemistichs of Arabic words, bare and vocalised, at
// the width of the widest of a few: all of them end where it does.
func TestColumns(t *testing.T) {
	words := strings.Fields(`قفا نبك من ذكرى حبيب ومنزل بسقط اللوى بين الدخول فحومل فتوضح فالمقراة لم يعف رسمها لما نسجتها
		وشمأل كأنه حب فلفل مطيهم مهراقة الله لله لا إلى أسى وتجمل عَلى قَدْرِ أَهْلِ العَزْمِ تَأْتي العَزائِمُ وَتَعْظُمُ الصَّغيرِ صِغارُها
		«قال» هذا، مستبشرين شمس سيبشر ثبتت يبني كلمة؟ ذاك ٣٠ نَبِيِّنَ`)
	r := rand.New(rand.NewPCG(3, 4))
	c, full := newCompositor(), 0
	for range 400 {
		form := Form{Lang: "ar", Kashida: Lengthening{Rules: Kashida(r.IntN(3))}}
		var halves [][]Span
		for range 6 {
			half := make([]string, 1+r.IntN(6))
			for k := range half {
				half[k] = words[r.IntN(len(words))]
			}
			halves = append(halves, []Span{{Text: strings.Join(half, " "), Style: styles["regular"]}})
		}
		for _, half := range halves {
			natural, least := c.LineWidth(half, form)
			if least > natural {
				t.Fatalf("%q: %g wide, at least %g", half[0].Text, natural, least)
			}
			form.Measure = max(form.Measure, natural)
		}
		for _, half := range halves {
			set := c.Line(half, form)
			checkHemistich(t, half, form, set)
			if set.Lines[0].Full {
				full++
			}
		}
		if t.Failed() {
			return
		}
	}
	if full < 2000 {
		t.Errorf("only %d hemistichs fill their column", full)
	}
}

// TestBars: bars are in one piece and at joints of the rules, no longer than
// verse may have them, and the spaces of a hemistich that is not too loose stay
// about as they are.
func TestBars(t *testing.T) {
	c := newCompositor()
	form := Form{Lang: "ar"}
	for _, text := range []string{"قفا نبك من ذكرى حبيب ومنزل", "فتوضح فالمقراة لم يعف رسمها", "وإن شفائي عبرة مهراقة"} {
		spans := []Span{{Text: text, Style: styles["regular"]}}
		natural, _ := c.LineWidth(spans, form)
		for more := 0.0; more < 25; more += 0.5 {
			form.Measure = natural + more
			line := c.Line(spans, form).Lines[0]
			for _, p := range line.Pieces {
				if p.Word == nil {
					if want := line.Pieces[1].Width; math.Abs(float64(p.Width-want)) > 0.02 {
						t.Errorf("%g more: spaces of %g and %g", more, p.Width, want)
					}
					continue
				}
				bare := c.shaper.word(p.Word.voice, p.Word.Text, 0, len(p.Word.Text))
				if bars := len(p.Word.Glyphs) - len(bare.Glyphs); bars > 2 {
					t.Errorf("%g more: %q has a bar of %d pieces", more, p.Word.Text, bars)
				}
				if p.Word.Bar > 10 {
					t.Errorf("%g more: %q has a bar of %d tatweels", more, p.Word.Text, p.Word.Bar)
				}
			}
			if math.Abs(line.Ratio) > 1.1 {
				t.Errorf("%q, %g more: spaces give way by %g", text, more, line.Ratio)
			}
		}
	}
}

// TestNoHemistich: a text without anything to see has no line.
func TestNoHemistich(t *testing.T) {
	for _, text := range []string{"", " ", "\u2067\u2069"} {
		spans := []Span{{Text: text, Style: styles["regular"]}}
		if set := newCompositor().Line(spans, Form{Measure: 100}); len(set.Lines) != 0 {
			t.Errorf("%q has a line", text)
		}
		if w, l := newCompositor().LineWidth(spans, Form{}); w != 0 || l != 0 {
			t.Errorf("%q is %g wide", text, w)
		}
	}
}

// TestPrefixed: no stroke stands between a prefix and the article.
func TestPrefixed(t *testing.T) {
	for word, want := range map[string]int{"فالمقراة": 1, "وبالحبر": 2, "فَالمقراة": 2, "كالقلم": 1, "فارس": -1, "بال": -1, "المقراة": -1, "": -1} {
		if got := prefixed([]rune(word)); got != want {
			t.Errorf("%s: the article begins at %d, want %d", word, got, want)
		}
	}
}

// TestCallBeyond: the call of a note at the end of a hemistich stands out of the
// measure no further than it may.
func TestCallBeyond(t *testing.T) {
	c := newCompositor()
	raised := *styles["regular"]
	raised.Rise = 4
	half := []Span{{Text: "قفا نبك من ذكرى حبيب", Style: styles["regular"]}, {Text: "\u2060(12)", Style: &raised}}
	free, _ := c.LineWidth(half, Form{Lang: "ar"})
	for _, beyond := range []float64{1, 5, 9} {
		form := Form{Lang: "ar", Beyond: beyond}
		natural, _ := c.LineWidth(half, form)
		if natural <= free {
			t.Errorf("%g beyond: %g wide, as wide as where all of the call is: %g", beyond, natural, free)
		}
		form.Measure = natural
		line := &c.Line(half, form).Lines[0]
		last := &line.Pieces[len(line.Pieces)-1]
		if out := -float64(last.X); out > beyond+1 { // and the white beside its last sign
			t.Errorf("%g beyond: the call stands %g out", beyond, out)
		}
	}
}
