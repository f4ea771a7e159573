package segment

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// The reference applies the annex as it is printed: each rule a pair of regular expressions over the classes
// on both sides of a place. It is slow and shares nothing with the segmenter but the classes of runes.

// names are the classes in order, splits among them.
var names = strings.Fields(`AL ALW ALU DC HL NU OP OPW CL CLW CP QU QUI QUF GL GLW NS NSW EX EXW SY IS PR PRW PO POW
	ID IDW IDU IN INW HY HH BA BAW BB B2 ZW CM CMB ZWJ WJ H2 H3 JL JV JT RI EB EBW EM CB AK AP AS VF VI SP BK CR LF NL`)

// alias gives the classes that a name of the annex stands for.
var alias = map[string]string{
	"AL": "AL|ALW|ALU|DC", "OP": "OP|OPW", "CL": "CL|CLW", "QU": "QU|QUI|QUF", "GL": "GL|GLW", "NS": "NS|NSW",
	"EX": "EX|EXW", "PR": "PR|PRW", "PO": "PO|POW", "ID": "ID|IDW|IDU", "IN": "IN|INW", "BA": "BA|BAW", "EB": "EB|EBW",
	"CM": "CM|CMB", "OP30": "OP", "CP30": "CP", "Pi": "QUI", "Pf": "QUF", "QUnotPi": "QU|QUF", "QUnotPf": "QU|QUI", "ExtPictUnassigned": "ALU|IDU",
	"EA": "ALW|OPW|CLW|GLW|NSW|EXW|PRW|POW|IDW|INW|BAW|EBW|H2|H3|JL|EM",
}

type printed struct{ name, left, op, right string }

var annex = []printed{
	{"4", "BK", "!", ""}, {"5", "CR", "×", "LF"}, {"5", "(CR|LF|NL)", "!", ""},
	{"6", "", "×", "(BK|CR|LF|NL)"}, {"7", "", "×", "(SP|ZW)"}, {"8", "ZW SP*", "÷", ""}, {"8a", "ZWJ", "×", ""},
	// LB9 and LB10 change what the rules below see.
	{"11", "", "×", "WJ"}, {"11", "WJ", "×", ""}, {"12", "GL", "×", ""},
	{"12a", "(?:sot|not SP BA HY HH)", "×", "GL"},
	{"13", "", "×", "(CL|CP|EX|SY)"}, {"14", "OP SP*", "×", ""},
	{"15a", "(sot|BK|CR|LF|NL|OP|QU|GL|SP|ZW) Pi SP*", "×", ""},
	{"15b", "", "×", "Pf (SP|GL|WJ|CL|QU|CP|EX|IS|SY|BK|CR|LF|NL|ZW|eot)"},
	{"15c", "SP", "÷", "IS NU"}, {"15d", "", "×", "IS"},
	{"16", "(CL|CP) SP*", "×", "NS"}, {"17", "B2 SP*", "×", "B2"}, {"18", "SP", "÷", ""},
	{"19", "", "×", "QUnotPi"}, {"19", "QUnotPf", "×", ""},
	{"19a", "(?:sot|not EA)", "×", "QU"}, {"19a", "", "×", "QU (eot|not EA)"},
	{"19a", "QU", "×", "(eot|not EA)"}, {"19a", "(?:sot|not EA) QU", "×", ""},
	{"20", "", "÷", "CB"}, {"20", "CB", "÷", ""},
	{"20a", "(sot|BK|CR|LF|NL|SP|ZW|CB|GL) (HY|HH)", "×", "(AL|HL)"},
	{"21", "", "×", "(BA|HH|HY|NS)"}, {"21", "BB", "×", ""}, {"21a", "HL (HY|HH)", "×", "(eot|not HL)"}, {"21b", "SY", "×", "HL"},
	{"22", "", "×", "IN"}, {"23", "(AL|HL)", "×", "NU"}, {"23", "NU", "×", "(AL|HL)"},
	{"23a", "PR", "×", "(ID|EB|EM)"}, {"23a", "(ID|EB|EM)", "×", "PO"},
	{"24", "(PR|PO)", "×", "(AL|HL)"}, {"24", "(AL|HL)", "×", "(PR|PO)"},
	{"25", "NU (SY|IS)* (CL|CP)?", "×", "(PO|PR)"}, {"25", "(PO|PR)", "×", "(OP IS? NU|NU)"},
	{"25", "(HY|IS)", "×", "NU"}, {"25", "NU (SY|IS)*", "×", "NU"},
	{"26", "JL", "×", "(JL|JV|H2|H3)"}, {"26", "(JV|H2)", "×", "(JV|JT)"}, {"26", "(JT|H3)", "×", "JT"},
	{"27", "(JL|JV|JT|H2|H3)", "×", "PO"}, {"27", "PR", "×", "(JL|JV|JT|H2|H3)"},
	{"28", "(AL|HL)", "×", "(AL|HL)"},
	{"28a", "AP", "×", "(AK|DC|AS)"}, {"28a", "(AK|DC|AS)", "×", "(VF|VI)"},
	{"28a", "(AK|DC|AS) VI", "×", "(AK|DC)"}, {"28a", "(AK|DC|AS)", "×", "(AK|DC|AS) VF"},
	{"29", "IS", "×", "(AL|HL)"},
	{"30", "(AL|HL|NU)", "×", "OP30"}, {"30", "CP30", "×", "(AL|HL|NU)"},
	{"30a", "(?:sot|not RI) (RI RI)* RI", "×", "RI"}, {"30b", "(EB|ExtPictUnassigned)", "×", "EM"},
	{"31", "", "÷", ""},
}

// tailoring replaces rules of the annex by name.
var tailoring = map[string][]printed{
	"15c": nil,
	"18":  {{"percent", "NU SP*", "×", "PO"}, {"18", "SP", "÷", ""}},
	"20a": {{"20a", "(sot|BK|CR|LF|NL|SP|ZW|CB|GL|OP|QUnotPf) (HY|HH|SY)+", "×", ""}},
}

type compiled struct {
	name        string
	left, right *regexp.Regexp
	op          Op
}

// reference holds the rules before and after LB9.
type reference struct {
	raw, reduced []compiled
	tailored     bool
}

func newReference(tailored bool) (ref reference) {
	ref.tailored = tailored
	done := map[string]bool{}
	for _, r := range annex {
		rules := []printed{r}
		if t, ok := tailoring[r.name]; ok && tailored {
			rules = t
			if done[r.name] {
				continue
			}
			done[r.name] = true
		}
		for _, r := range rules {
			c := compiled{r.name, regexp.MustCompile(pattern(r.left) + "$"), regexp.MustCompile("^" + pattern(r.right)), ops[r.op]}
			if len(ref.raw) < 7 {
				ref.raw = append(ref.raw, c)
			} else {
				ref.reduced = append(ref.reduced, c)
			}
		}
	}
	return ref
}

var (
	ops  = map[string]Op{"×": Never, "÷": May, "!": Must}
	word = regexp.MustCompile(`not( [A-Z0-9]+)+|[A-Za-z0-9]+`)
)

// pattern turns classes into letters.
func pattern(s string) string {
	s = strings.ReplaceAll(s, "(?:", "(")
	s = word.ReplaceAllStringFunc(s, func(w string) string {
		if names, ok := strings.CutPrefix(w, "not "); ok {
			var set string
			for n := range strings.FieldsSeq(names) {
				set += letters(n)
			}
			return "[^<" + set + "]"
		}
		return "[" + letters(w) + "]"
	})
	return strings.ReplaceAll(s, " ", "")
}

func letters(name string) (set string) {
	if name == "sot" {
		return "<"
	}
	if name == "eot" {
		return ">"
	}
	if a, ok := alias[name]; ok {
		name = a
	}
	for n := range strings.SplitSeq(name, "|") {
		set += string(letter(n))
	}
	return set
}

func letter(name string) rune {
	for i, n := range names {
		if n == name {
			return 'Ā' + rune(i)
		}
	}
	panic("no class " + name)
}

// marks are what LB9 joins to what is before.
var marks = letters("CM|CMB|ZWJ")

// lines gives what the rules say. Tailored, they do not see the controls that
// LB9 joins to nothing: a break before what is behind them comes before them.
func (ref reference) lines(text []rune) []Op {
	var seen []rune
	var at []int // where each rune seen, or the controls before it, begin
	from := 0
	for i, r := range text {
		bare := len(seen) == 0 || setBare.has(classOf(seen[len(seen)-1]))
		if ref.tailored && bare && classOf(r) == classCMB {
			continue
		}
		seen, at, from = append(seen, r), append(at, from), i+1
	}
	if from < len(text) { // controls end the text: they are as letters
		seen, at = append(seen, 'a'), append(at, from)
	}
	ops := make([]Op, len(text))
	for k, op := range ref.rules(seen) {
		ops[at[k]] = op
	}
	return ops
}

func (ref reference) rules(text []rune) []Op {
	classes := make([]rune, len(text))
	for i, r := range text {
		classes[i] = 'Ā' + rune(classOf(r))
	}
	ops := make([]Op, len(text))
	reduced := []rune("<")
	for i, c := range classes {
		// LB9 and LB10, for what is left of the place.
		mark := strings.ContainsRune(marks, c)
		bare := i == 0 || strings.ContainsRune(letters("BK|CR|LF|NL|SP|ZW"), classes[i-1])
		if i > 0 {
			ops[i] = ref.op(classes, i, reduced, mark && !bare)
		}
		switch {
		case !mark:
			reduced = append(reduced, c)
		case bare:
			reduced = append(reduced, letter("AL"))
		}
	}
	return ops
}

func (ref reference) op(classes []rune, i int, before []rune, joined bool) Op {
	left, right := string(classes[:i]), string(classes[i:])
	for _, r := range ref.raw {
		if r.left.MatchString(left) && r.right.MatchString(right) {
			return r.op
		}
	}
	if joined {
		return Never
	}
	left, right = string(before), reduce(classes[i:])+">"
	for _, r := range ref.reduced {
		if r.left.MatchString(left) && r.right.MatchString(right) {
			return r.op
		}
	}
	panic("LB31 fits everything")
}

// reduce applies LB9 and LB10 to classes that begin a text or do not begin with a joined mark.
func reduce(classes []rune) string {
	var b strings.Builder
	bare := true
	for _, c := range classes {
		mark := strings.ContainsRune(marks, c)
		switch {
		case !mark:
			b.WriteRune(c)
		case bare:
			b.WriteRune(letter("AL"))
		}
		bare = !mark && strings.ContainsRune(letters("BK|CR|LF|NL|SP|ZW"), c)
	}
	return b.String()
}

// prose are the runes of Arabic and Latin books; exotic holds one of each other class, and more.
var (
	prose  = []rune("\u200f\u200f\u2067ابتثجحخدلاالكم\u064e\u0651\u0670ـ،؛؟.:!«»()[]“”‘’\"'  \u00a0\u200c\u200d\u200fabcéDO0123٠١٢٫%٪$-–—…/‐﴿﴾ﷺ\n")
	exotic = []rune("אב\u05be一ァ。〉「¥°€ก\u0e31각가각\U0001F1F2\U0001F1E6\U0001F469\U0001F3FF\U0001F02C☝" +
		"\u200b\u2060\ufffc\ufeff\t\r\u0085\u2028\u2014\u00b4\u2010\u0300\u0903\U000E0100\U0010FFFF\uFFFF«»")
)

// frames put a rune of each class, x, and another, y, where the rules look at their surroundings.
var frames = []string{"xy", "x y", "a xya", "xy a", "xy1", "אxy", "一xy一", "x”y", "x“y", " xy", "«-xy"}

func TestLinesReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(14, 15))
	for _, tailored := range []bool{false, true} {
		ref := newReference(tailored)
		s := Segmenter{Untailored: !tailored}
		for _, b := range breakTests(t, "LineBreakTest", 19338) {
			compare(t, &s, ref, b.text)
		}
		for range 400 {
			compare(t, &s, ref, randomText(rng, prose, 24))
			compare(t, &s, ref, randomText(rng, append(exotic, prose...), 12))
		}
	}
}

func TestLinesPairs(t *testing.T) {
	samples := classSamples(t)
	for _, tailored := range []bool{false, true} {
		ref := newReference(tailored)
		s := Segmenter{Untailored: !tailored}
		for _, frame := range frames {
			for _, x := range samples {
				for _, y := range samples {
					compare(t, &s, ref, []rune(strings.NewReplacer("x", string(x), "y", string(y)).Replace(frame)))
				}
			}
		}
	}
}

// classSamples returns a rune of each class.
func classSamples(t *testing.T) []rune {
	samples := make([]rune, classes)
	for r := rune(0x10ffff); r > 0; r-- {
		if utf8.ValidRune(r) {
			samples[classOf(r)] = r
		}
	}
	for c, r := range samples {
		if r == 0 {
			t.Errorf("no rune is %s", names[c])
		}
	}
	return samples
}

func randomText(rng *rand.Rand, from []rune, most int) []rune {
	text := make([]rune, rng.IntN(most+1))
	for i := range text {
		text[i] = from[rng.IntN(len(from))]
	}
	return text
}

func compare(t *testing.T, s *Segmenter, ref reference, text []rune) {
	t.Helper()
	got, want := fmt.Sprint(s.Lines(text, nil)), fmt.Sprint(ref.lines(text))
	if got != want {
		t.Fatalf("untailored %v, %+q:\n got %s\nwant %s", s.Untailored, string(text), got, want)
	}
}

func FuzzLines(f *testing.F) {
	for _, text := range []string{"", "«نص» (نص) «", "a -b « c » 12,5 %", "\u200d\u0301 \u200b x", "1.2/3)% +(4", "a\r\n\u2028b"} {
		f.Add(text)
	}
	annex, tailored := newReference(false), newReference(true)
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		if len(text) > 200 {
			return // the reference is quadratic
		}
		compare(t, &Segmenter{Untailored: true}, annex, text)
		compare(t, &Segmenter{}, tailored, text)
	})
}
