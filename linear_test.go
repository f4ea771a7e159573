package warraq_test

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"

	"warraq"
)

// kind is what a manuscript may have much of: the text of so many, or the files beside a
// chapter that shows p.svg.
type kind struct {
	name  string
	text  func(n int) string
	files func(n int) map[string]string
}

// kinds are all that cost is measured of.
var kinds = []kind{
	{name: "words", text: repeated("# ف\n\n", "كلمة ", "\n")},
	{name: "distinct-words", text: repeated("# ف\n\n", "كلمة%d ", "\n")},
	{name: "latin-words", text: repeated("# ف\n\n", "word ", "\n")},
	{name: "letters-of-a-word", text: repeated("# ف\n\n", "ب", "\n")},
	{name: "paragraphs", text: repeated("# ف\n\n", "نص قصير.\n\n", "")},
	{name: "line-ends", text: repeated("# ف\n\n", "نص\\\n", "نص\n")},
	{name: "headings", text: repeated("# ف\n\n", "## قسم %d\n\nنص\n\n", "")},
	{name: "chapters", text: repeated("", "# فصل %d\n\nنص\n\n", "")},
	{name: "parts", text: repeated("", "# قسم %d {.part}\n\n# ف %d\n\nنص\n\n", "")},
	{name: "notes", text: repeated("# ف\n\n", "كلمة[^%d]\n\n[^%d]: حاشية\n\n", "")},
	{name: "calls-of-a-note", text: repeated("# ف\n\n", "كلمة[^1] ", "\n\n[^1]: حاشية\n")},
	{name: "abbreviations", text: repeated("# ف\n\nنص\n\n", "*[A%d]: form %d\n", "")},
	{name: "uses-of-one", text: repeated("# ف\n\n", "ABC ", "\n\n*[ABC]: a long form\n")},
	{name: "index-terms", text: repeated("# ف\n\n", "[كلمة%d]{.index} ", "\n")},
	{name: "glossary-terms", text: repeated("# م {.glossary .sorted}\n\n", "مصطلح%d\n: معنى\n\n", "")},
	{name: "references", text: repeated("# ف {#f}\n\n", "{ref: f} ", "\n")},
	{name: "links", text: repeated("# ف\n\n", "[كلمة](https://example.org/%d)\n\n", "")},
	{name: "anchors", text: repeated("# ف\n\n", "[كلمة]{#a%d} ", "\n")},
	{name: "comments", text: repeated("# ف\n\n", "نص <!-- تعليق --> نص\n\n", "")},
	{name: "entities", text: repeated("# ف\n\n", "&amp;&#1580; ", "\n")},
	{name: "items", text: repeated("# ف\n\n", "- نص\n", "")},
	{name: "rows", text: repeated("# ف\n\n| a | b |\n|---|---|\n", "| %d | نص |\n", "")},
	{name: "tables", text: repeated("# ف\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "")},
	{name: "quotes", text: repeated("# ف\n\n", "> نص\n\nنص\n\n", "")},
	{name: "boxes", text: repeated("# ف\n\n", "::: box\nنص\n:::\n\n", "")},
	{name: "couplets", text: repeated("# ف\n\n::: verse\n", "كتاب في الزمان / جليس في المكان\n", ":::\n")},
	{name: "lines-of-code", text: repeated("# ف\n\n```go\n", "x := %d\n", "```\n")},
	{name: "codes-in-text", text: repeated("# ف\n\n", "`x` ", "\n")},
	{name: "strong-words", text: repeated("# ف\n\n", "نص **ك**\n\n", "")},
	{name: "paragraphs-in-bold", text: repeated("# ف\n\n", "**ك**\n\n", "")},
	{name: "changes-of-direction", text: repeated("# ف\n\n", "كتاب book 12 ", "\n")},
	{name: "page-breaks", text: repeated("# ف\n\n", "نص\n\n\\newpage\n\n", "نص\n")},
	{name: "misspelt-references", text: repeated("# ف\n\n", "{ref: no%d}\n\n", "")},
	{name: "words-of-a-heading", text: repeated("# ف\n\n## ", "كلمة ", "\n\nنص\n")},
	{name: "references-to-a-long-title", text: func(n int) string {
		return repeated("# ", "كلمة ", " {#f}\n\n")(n) + repeated("", "{title: f} ", "\n")(n)
	}},
	{name: "uses-of-a-long-form", text: func(n int) string {
		return repeated("# ف\n\n", "ABC ", "\n\n*[ABC]: ")(n) + repeated("", "form ", "\n")(n)
	}},
	{name: "long-forms", text: repeated("# ف\n\n", "[A]{abbr=\"an a\"}\n\n", "")},
	{name: "fields", text: repeated("# ف\n\n", "{number: %d} ", "\n")},
	{name: "fields-that-do-not-end", text: repeated("# ف\n\n", "{date: ", "\n")},
	{name: "terms-within-each-other", text: repeated("# م {.glossary}\n\n", "> ", "مصطلح\n> : معنى\n")},
	{name: "calls-of-no-note", text: repeated("# ف\n\n", "كلمة[^n%d] ", "\n")},
	{name: "columns", text: func(n int) string {
		row := repeated("|", "a|", "\n")(n)
		return "# ف\n\n" + row + repeated("|", "-|", "\n")(n) + row
	}},
	{name: "turned-tables", text: repeated("# ف\n\n", "{.landscape}\n| a | b |\n|---|---|\n| c | d |\n\n", "")},
	{name: "authors", files: func(n int) map[string]string {
		return map[string]string{"book.yaml": head + repeated("author:\n", "- اسم %d\n", "")(n)}
	}},
	{name: "elements-of-a-drawing", files: drawing(repeated("", `<path d="M0 0L9 9"/>`, ""))},
	{name: "steps-of-a-path", files: drawing(repeated(`<path d="M0 0`, "L%d 1", `"/>`))},
	{name: "uses-of-a-group", files: drawing(repeated(`<defs><g id="a"><path d="M0 0L9 9"/></g></defs>`, `<use href="#a"/>`, ""))},
	{name: "uses-of-uses", files: drawing(func(n int) string {
		s, inside := `<defs><g id="a0"><path d="M0 0L9 9"/></g>`, 1
		k := 0
		for ; inside < n; inside *= 2 {
			s += fmt.Sprintf(`<g id="a%d"><use href="#a%d"/><use href="#a%d"/></g>`, k+1, k, k)
			k++
		}
		return s + fmt.Sprintf(`</defs><use href="#a%d"/>`, k)
	})},
	{name: "rules-and-elements", files: drawing(func(n int) string {
		return repeated("<style>", ".a%d{fill:red}", "</style>")(n) + repeated("", `<path class="a%d" d="M0 0L9 9"/>`, "")(n)
	})},
	{name: "pieces-of-a-drawing's-text", files: drawing(repeated("<desc>", "a&amp;", `</desc><path d="M0 0L9 9"/>`))},
	{name: "rows-of-data", files: func(n int) map[string]string {
		return map[string]string{"a.md": "# ف\n\n{file=d.csv #t}\n\n: بيانات\n", "d.csv": repeated("a,b\n", "%d,x\n", "")(n)}
	}},
}

const head = "title: كتاب\nlanguage: ar\n"

// drawing is the files of a chapter that shows a drawing.
func drawing(inside func(n int) string) func(n int) map[string]string {
	return func(n int) map[string]string {
		return map[string]string{"a.md": "# ف\n\n![وصف](p.svg)\n",
			"p.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="50mm" height="50mm">` + inside(n) + "</svg>"}
	}
}

// folder is the manuscript of so many.
func (k *kind) folder(n int) fstest.MapFS {
	files := map[string]string{"book.yaml": head, "a.md": "# ف\n\nنص\n"}
	if k.text != nil {
		files["a.md"] = k.text(n)
	} else {
		maps.Copy(files, k.files(n))
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// repeated is a text over and over between two others; %d in it is the number.
func repeated(before, form, after string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		b.WriteString(before)
		for i := range n {
			b.WriteString(strings.ReplaceAll(form, "%d", fmt.Sprint(i)))
		}
		return b.String() + after
	}
}

// few and many are between what numbers the cost is compared.
const few, many = 10_000, 80_000

// BenchmarkLinear makes PDF and EPUB of few and of many of each kind, and tells by how
// much twice the number takes more time and memory: about 2, at most 2.3. Where many
// are more than the usual limits allow, half as many are tried, down to twice as many as
// few, and what was said is told; where few are, that is all.
//
//	go test -run '^$' -bench Linear -benchtime 1x .
func BenchmarkLinear(b *testing.B) {
	cost(kinds[0].folder(1)) // what is made once a program
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) {
			for range b.N {
				k.compare(b)
			}
		})
	}
}

func (k *kind) compare(b *testing.B) {
	b.ReportMetric(0, "ns/op") // of the clock, which other work on the machine lengthens
	t0, m0, err := cost(k.folder(few))
	if err != nil {
		b.ReportMetric(few, "refused")
		b.Logf("%s × %d in %.1f s: %v", k.name, few, t0, first(err))
		return
	}
	for n := many; n > few; n /= 2 {
		t1, m1, err := cost(k.folder(n))
		if err != nil {
			b.ReportMetric(float64(n), "refused")
			b.Logf("%s × %d in %.1f s: %v", k.name, n, t1, first(err))
			continue
		}
		runs := max(2, n/few/2) // so that both had as much of a busy machine's time
		for range runs - 1 {
			t, m, _ := cost(k.folder(few))
			t0, m0 = t0+t, m0+m
		}
		t0, m0 = t0/float64(runs), m0/float64(runs)
		doublings := math.Log2(float64(n / few))
		b.ReportMetric(float64(n), "most")
		b.ReportMetric(t0, "s-few")
		b.ReportMetric(t1, "s-most")
		b.ReportMetric(math.Pow(t1/t0, 1/doublings), "time/doubling")
		b.ReportMetric(math.Pow(m1/m0, 1/doublings), "memory/doubling")
		return
	}
	b.ReportMetric(t0, "s-few")
}

// cost is what making a book of a folder takes: seconds of processors, and megabytes
// allocated.
func cost(fsys fstest.MapFS) (seconds, megabytes float64, err error) {
	debug.FreeOSMemory() // each pays for the memory that it takes, as a process of its own does
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processors()
	book, err := warraq.Open(fsys, ".", warraq.Options{})
	if err == nil {
		_, err = book.Make(warraq.PDF, warraq.EPUB)
	}
	for _, p := range book.Problems() {
		if err == nil && strings.HasPrefix(p.What, "image p.svg") { // whose words stand in its place
			err = warraq.Problems{p}
		}
	}
	seconds = processors() - start
	runtime.ReadMemStats(&after)
	return seconds, float64(after.TotalAlloc-before.TotalAlloc) / 1e6, err
}

// first is the first line of an error.
func first(err error) string {
	var problems warraq.Problems
	if errors.As(err, &problems) {
		return fmt.Sprintf("%d problems, first %s", len(problems), problems[0])
	}
	return err.Error()
}
