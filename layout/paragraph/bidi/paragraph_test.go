package bidi

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// TestVisual sets lines of the kind that books hold: what rules P2 to L4 make of them, right or wrong.
func TestVisual(t *testing.T) {
	const file = "testdata/visual.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range a.Files {
		text, base := parseCase(t, f)
		got := visual(text, base)
		if *update {
			a.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("%s:\n%swant\n%s", f.Name, got, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var baseNames = map[Level]string{0: "ltr", 1: "rtl", Auto: "auto"}

func parseCase(t *testing.T, f txtar.File) (text []rune, base Level) {
	line, _, _ := strings.Cut(string(f.Data), "\n")
	name, quoted, _ := strings.Cut(line, ": ")
	for b, n := range baseNames {
		if n == name {
			return []rune(controls.Replace(quoted)), b
		}
	}
	t.Fatalf("%s: %q is no base direction", f.Name, name)
	return nil, 0
}

// controls spells what cannot be seen.
var controls = strings.NewReplacer("<LRI>", "\u2066", "<RLI>", "\u2067", "<FSI>", "\u2068", "<PDI>", "\u2069",
	"<LRM>", "\u200e", "<RLM>", "\u200f", "<ZWNJ>", "\u200c")

var spelled = strings.NewReplacer("\u2066", "<LRI>", "\u2067", "<RLI>", "\u2068", "<FSI>", "\u2069", "<PDI>",
	"\u200e", "<LRM>", "\u200f", "<RLM>", "\u200c", "<ZWNJ>")

// visual dumps a case: the text, a digit a level, and the runes from left to right as they are drawn, which
// itself is wrapped in marks that keep an editor from reordering it.
func visual(text []rune, base Level) string {
	var p Paragraph
	levels := p.Resolve(text, base)
	level := base
	if base == Auto {
		level = Base(text)
	}
	LineLevels(text, levels, level)
	var digits, drawn strings.Builder
	for _, l := range levels {
		fmt.Fprint(&digits, l)
	}
	for _, i := range VisualOrder(levels, nil) {
		r := text[i]
		if m, ok := Mirror(r); ok && levels[i].RightToLeft() {
			r = m
		}
		if !set(setRemoved | setDirectional).has(classOf(r)) {
			drawn.WriteRune(r)
		}
	}
	return fmt.Sprintf("%s: %s\nlevels: %s\ndrawn: \u202d%s\u202c\n", baseNames[base], spelled.Replace(string(text)), &digits, &drawn)
}

// alphabet holds runes of every class, several brackets among them.
var alphabet = []rune("ab אב اب 01 ٠١ +- #% ,. \u0300\u064e\u00ad\u200c\u2029\t !?()[]{}<>«»⟨⟩\u2329\u232a\u3008\u3009" +
	"\u202a\u202d\u202b\u202e\u202c\u2066\u2067\u2068\u2069\u2069\u200e\u200f")

func randomText(rng *rand.Rand, from []rune, most int) []rune {
	text := make([]rune, rng.IntN(most+1))
	for i := range text {
		text[i] = from[rng.IntN(len(from))]
	}
	return text
}

// TestUniform holds the fast path to the rules in full.
func TestUniform(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 15))
	alphabets := [][]rune{0: []rune("ab 01+-#%,.\u0300\u00ad\t !()[]«»\n"), 1: []rune("אبج +-#%,.\u0300\u064e\u200c\t !()[]«»\n")}
	var fast, full Paragraph
	taken := 0
	for range 20000 {
		for base, from := range alphabets {
			base := Level(base)
			text := randomText(rng, append(alphabet[rng.IntN(len(alphabet)):][:1], from...), 16)
			got := fast.Resolve(text, base)
			if !fast.uniform(base) {
				continue
			}
			taken++
			if want := full.inFull(text, base); !slices.Equal(got, want) {
				t.Fatalf("base %d, %+q: %d, want %d", base, string(text), got, want)
			}
		}
	}
	if taken < 10000 {
		t.Errorf("only %d of 40000 texts took the fast path", taken)
	}
}

// inFull is Resolve without its fast path.
func (p *Paragraph) inFull(text []rune, base Level) []Level {
	p.classify(text)
	for start := 0; start < len(text); {
		end := p.paragraphEnd(start)
		p.text, p.levels, p.classes, p.base = text[start:end], p.allLevels[start:end], p.allClasses[start:end], base
		p.resolve()
		start = end
	}
	return p.allLevels
}

func TestParagraphs(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1))
	var p Paragraph
	for range 20000 {
		text := randomText(rng, alphabet, 24)
		for _, base := range []Level{0, 1, Auto} {
			whole := slices.Clone(p.Resolve(text, base))
			for start := 0; start < len(text); {
				end := start + 1
				for end < len(text) && text[end-1] != '\u2029' {
					end++
				}
				if got := p.Resolve(text[start:end], base); !slices.Equal(got, whole[start:end]) {
					t.Fatalf("base %d, %+q from %d to %d: %d, in the whole %d", base, string(text), start, end, got, whole)
				}
				start = end
			}
		}
	}
}

// TestIsolates holds that what stands in an isolate changes nothing around it, which is what automatic
// isolation of numbers relies on.
func TestIsolates(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 2))
	plain := slices.DeleteFunc(slices.Clone(alphabet), func(r rune) bool {
		return set(setDirectional | 1<<classB).has(classOf(r))
	})
	var p Paragraph
	for range 20000 {
		before, after := randomText(rng, plain, 8), randomText(rng, plain, 8)
		base := Level(rng.IntN(2))
		var around [2][]Level
		for k := range around {
			inside := randomText(rng, plain, 8)
			levels := p.Resolve(slices.Concat(before, []rune{0x2066}, inside, []rune{0x2069}, after), base)
			around[k] = slices.Concat(levels[:len(before)+1], levels[len(before)+1+len(inside):])
			for i, r := range inside {
				if l := levels[len(before)+1+i]; l < 2 && !set(setRemoved).has(classOf(r)) {
					t.Fatalf("%+q has level %d in an isolate", r, l)
				}
			}
		}
		if !slices.Equal(around[0], around[1]) {
			t.Fatalf("base %d, %+q … %+q: %d and %d", base, string(before), string(after), around[0], around[1])
		}
	}
}

// TestDeep goes beyond the depths that the rules limit.
func TestDeep(t *testing.T) {
	for _, c := range []struct{ name, open, close string }{
		{"brackets", "(", ")"}, {"embeddings", "\u202b", "\u202c"}, {"overrides", "\u202d", "\u202c"},
		{"isolates", "\u2068", "\u2069"}, {"mixed", "\u2067\u202a(", ")\u2069"}, {"open", "\u2067", ""},
	} {
		text := []rune(strings.Repeat(c.open, 5000) + "aب1" + strings.Repeat(c.close, 5000))
		var p Paragraph
		for _, l := range p.Resolve(text, Auto) {
			if l > MaxDepth+1 {
				t.Errorf("%s: level %d", c.name, l)
				break
			}
		}
	}
}

func TestMirror(t *testing.T) {
	for _, pair := range []string{"()", "[]", "{}", "«»", "‹›", "<>", "≤≥", "⟨⟩"} {
		r := []rune(pair)
		for i := range r {
			if m, ok := Mirror(r[i]); !ok || m != r[1-i] {
				t.Errorf("%c mirrors to %c, %v", r[i], m, ok)
			}
		}
	}
	for _, r := range "aب“”\ufd3e\ufd3f، ∑" {
		if m, ok := Mirror(r); ok || m != r {
			t.Errorf("%c mirrors to %c", r, m)
		}
	}
	for r := rune(-1); r <= 0x110000; r++ {
		if m, ok := Mirror(r); ok {
			if back, _ := Mirror(m); back != r {
				t.Errorf("%04X mirrors to %04X and back to %04X", r, m, back)
			}
		}
	}
}

func TestResolveReuse(t *testing.T) {
	text := []rune("صدر «الكتاب» (Le Livre) سنة 2023 \u2068a[ب]\u2069")
	var p Paragraph
	p.Resolve(text, 1)
	if n := testing.AllocsPerRun(10, func() { p.Resolve(text, 1) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"", "كتاب (book) 12", "\u2067a\u2068ب\u2029", "\u202e[1\u202c]\u0300", "(((]))"} {
		f.Add(s, uint8(1))
	}
	f.Fuzz(func(t *testing.T, s string, base uint8) {
		text := []rune(s)
		var p Paragraph
		levels := slices.Clone(p.Resolve(text, Level(base)))
		if len(levels) != len(text) {
			t.Fatalf("%d levels for %d runes", len(levels), len(text))
		}
		if again := p.Resolve(text, Level(base)); !slices.Equal(again, levels) {
			t.Fatalf("%d, then %d", levels, again)
		}
		for _, l := range levels {
			if l > MaxDepth+1 {
				t.Fatalf("level %d", l)
			}
		}
		LineLevels(text, levels, Level(base&1))
		isPermutation(t, VisualOrder(levels, nil), len(levels))
	})
}

func FuzzVisualOrder(f *testing.F) {
	f.Add([]byte{1, 1, 2, 2, 1, 0})
	f.Add([]byte{255, 0, 254})
	f.Fuzz(func(t *testing.T, raw []byte) {
		levels := make([]Level, len(raw))
		for i, b := range raw {
			levels[i] = Level(b)
		}
		isPermutation(t, VisualOrder(levels, nil), len(levels))
	})
}

func isPermutation(t *testing.T, order []int, n int) {
	t.Helper()
	seen := make([]bool, n)
	for _, i := range order {
		if seen[i] {
			t.Fatalf("%d comes twice in %d", i, order)
		}
		seen[i] = true
	}
	if len(order) != n {
		t.Fatalf("%d places for %d units", len(order), n)
	}
}
