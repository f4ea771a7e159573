package isolate

import (
	"strings"
	"testing"
)

// written puts marks into a line: { for RLI, [ for LRI, } for PDI.
func written(line string, marks []Mark) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(line[at:m.At])
		b.WriteString(map[rune]string{RLI: "⟪", LRI: "⟨", PDI: "⟫", RLM: "‡"}[m.Control])
		at = m.At
	}
	return b.String() + line[at:]
}

// TestListing looks at where the isolates of listings open and close: ⟪ for one
// from right to left, ⟨ for one from left to right, ⟫ at its end.
func TestListing(t *testing.T) {
	for _, c := range []struct {
		language, lines, want string
	}{
		{"go", `x := 1 // no`, `x := 1 // no`},
		{"go", `x := 1 // قيمة x هنا`, `x := 1 // ⟪قيمة x هنا⟫`},
		{"python", "x = 5\u00A0 # العدد: x يساوي 5", "x = 5\u00A0 # ⟪العدد: x يساوي 5⟫"},
		{"python", "\tx = 5\t# العدد 5", "\tx = 5\t# ⟪العدد 5⟫"},
		{"python", `# 2016: بدء العمل`, `# ⟪2016: بدء العمل⟫`},
		{"sh", `# set قيمة`, `# ⟨set قيمة⟫`},
		{"go", `a = "س" + "ع"`, `a = "⟪س⟫" + "⟪ع⟫"`},
		{"go", `a = "س \" ع" + b`, `a = "⟪س ⟨\"⟫ ع⟫" + b`},
		{"go", `a = "س\nع \\ ب\u0627"`, `a = "⟪س⟨\n⟫ع ⟨\\⟫ ب⟨\u0627⟫⟫"`},
		{"js", `سعر = "الورق: 5 USD";`, `⟪سعر⟫ = "⟪الورق: 5 USD⟫";`},
		{"go", `قيمة = دالة(س ص)`, `⟪قيمة⟫ = ⟪دالة⟫(⟪س ص⟫)`},
		{"", `- الورق **صنعة**`, `- ⟪الورق **صنعة**⟫`},
		{"go", `- الورق **صنعة**`, `- ⟪الورق⟫ **⟪صنعة⟫**`},
		{"", "├── باب-1.md # الأول", "├── ⟪باب⟫-1.md # ⟪الأول⟫"},
		{"text", `title: كتاب الورق`, `title: ⟪كتاب الورق⟫`},
		{"html", `<!-- تعليق --> <p>نص</p>`, `<!-- ⟪تعليق⟫ --> <p>⟪نص⟫</p>`},
		{"c", `/* تعليق */ f()`, `/* ⟪تعليق⟫ */ f()`},
		{"c", "/* أول x سطر\n * ثاني: x 5\n   end ثالث */ f(ب)\nرابع: x",
			"/* ⟪أول x سطر⟫\n * ⟪ثاني: x 5⟫\n   ⟨end ثالث⟫ */ f(⟪ب⟫)\n⟪رابع⟫: x"},
		{"html", "<!--\nتعليق: x 5\n-->\nنص: x", "<!--\n⟪تعليق: x 5⟫\n-->\n⟪نص⟫: x"},
		{"python", "def f():\n    \"\"\"وصف: x 5\n    ونتيجة y.\n    \"\"\"\n    س = 1", "def f():\n    \"\"\"⟪وصف: x 5⟫\n    ⟪ونتيجة y.⟫\n    \"\"\"\n    ⟪س⟫ = 1"},
		{"sh", "ls /*\nقيمة: x", "ls /*\n⟪قيمة⟫: x"},
		{"latex", `\frac{a}{b} % كسر a على b`, `\frac{a}{b} % ⟪كسر a على b⟫`},
		{"nasm", `mov eax, 1 ; رقم eax هنا`, `mov eax, 1 ; ⟪رقم eax هنا⟫`},
		{"vb", `x = 5 ' العدد x هنا`, `x = 5 ' ⟪العدد x هنا⟫`},
		{"bat", `REM نص x هنا`, `REM ⟪نص x هنا⟫`},
		{"haskell", `{- قيمة x هنا -} f x`, `{- ⟪قيمة x هنا⟫ -} f x`},
		{"rust", `/// وثيقة: x 5`, `/// ⟪وثيقة: x 5⟫`},
		{"rust", `//! وثيقة: x 5`, `//! ⟪وثيقة: x 5⟫`},
		{"lisp", `;; وثيقة: x 5`, `;; ⟪وثيقة: x 5⟫`},
		{"c", `/***/ س /** ع x **/`, `/***/ ⟪س⟫ /** ⟪ع x *⟫*/`},
		{"java", "/**\n * @return قيمة: x 5\n */", "/**\n * @return ⟪قيمة: x 5⟫\n */"},
		{"c", `// TODO: قيمة x 5`, `// TODO: ⟪قيمة x 5⟫`},
		{"c", `// @param x قيمة y 5`, `// @param x ⟪قيمة y 5⟫`},
		{"go", "a := `قيمة: x\nقيمة: y` // ع", "a := `⟪قيمة: x⟫\n⟪قيمة: y⟫` // ⟪ع⟫"},
		{"ruby", "=begin\nقيمة: x\n=end", "=begin\n⟪قيمة: x⟫\n=end"},
		{"powershell", `<# قيمة: x #> س`, `<# ⟪قيمة: x⟫ #> ⟪س⟫`},
		{"", `12. كتاب 27 abc`, `⟪12. كتاب 27 abc⟫`},
		{"md", `# 5 كتب`, `# ⟪5 كتب⟫`},
		{"c", `// الدالة main() بلغة C++ هنا`, `// ⟪الدالة ⟨main()⟫ بلغة ⟨C++⟫ هنا⟫`},
		{"js", "`نص ${x} 12 نص`", "`⟪نص ⟨${x}⟫ 12 نص⟫`"},
		{"c", `printf("عدد %d من %s\n");`, `printf("⟪عدد ⟨%d⟫ من ⟨%s\n⟫⟫");`},
		{"c", `// Git، C++، Go هنا`, `// ⟨Git، C++، Go هنا⟫`},
		{"c", `// من Git، C++، Go هنا`, `// ⟪من Git،‡ ⟨C++⟫،‡ Go هنا⟫`},
		{"html", `<a href="https://example.org/كتاب/12">`, `<a href="⟨https://example.org/⟨كتاب⟫/12⟫">`},
		{"sh", `https://example.org/كتاب`, `https://example.org/⟪كتاب⟫`},
		{"js", `don't قيمة`, `don't ⟪قيمة⟫`},
		{"js", `f('מחיר: 5 USD')`, `f('⟪מחיר: 5 USD⟫')`},
	} {
		l := NewListing(c.lines, c.language, false)
		var got []string
		for line := range strings.SplitSeq(c.lines, "\n") {
			got = append(got, written(line, l.Line(line)))
		}
		if got := strings.Join(got, "\n"); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.language, c.lines, got, c.want)
		}
	}
}

// TestListingRTL looks at the isolates of lines that run from right to left.
func TestListingRTL(t *testing.T) {
	for line, want := range map[string]string{
		`نص (نص) {نص} {} {1}`:       `نص (نص) {نص} {} {1}`,
		`# باب {#x .y}`:             `# باب {⟨#x .y⟫}`,
		`[نص](01-a.md) <http://x>`:  `[نص](⟨01-a.md⟫) <⟨http://x⟫>`,
		`[نص]{.index key="ورق!طي"}`: `[نص]{⟨.index key="⟪ورق!طي⟫"⟫}`,
		"`f(1)` {غير مغلق .x":       "`⟨f(1)⟫` {غير مغلق .x",
	} {
		if got := written(line, NewListing(line, "markdown", true).Line(line)); got != want {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

// FuzzListing holds the marks of any lines to their order, in pairs that close.
func FuzzListing(f *testing.F) {
	f.Add("/* أول\nثان */ \"\"\"نص\"\"\" 'س' # ع", "c", false)
	f.Add("{a (ب) `c`}", "", true)
	f.Fuzz(func(t *testing.T, text, language string, rtl bool) {
		l := NewListing(text, language, rtl)
		for line := range strings.SplitSeq(text, "\n") {
			open, at := 0, 0
			for _, m := range l.Line(line) {
				if m.At < at || m.At > len(line) {
					t.Fatalf("%q: a mark at %d behind one at %d", line, m.At, at)
				}
				at = m.At
				switch m.Control {
				case PDI:
					open--
				case LRI, RLI:
					open++
				}
				if open < 0 || open > 4 {
					t.Fatalf("%q: %d open", line, open)
				}
			}
			if open != 0 {
				t.Fatalf("%q: %d left open", line, open)
			}
		}
	})
}
