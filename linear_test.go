package warraq_test

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"warraq"
)

// kinds are what a manuscript may have much of: the text of so many.
var kinds = []struct {
	name string
	text func(n int) string
}{
	{"words", repeated("# ف\n\n", "كلمة ", "\n")},
	{"distinct-words", repeated("# ف\n\n", "كلمة%d ", "\n")},
	{"latin-words", repeated("# ف\n\n", "word ", "\n")},
	{"letters-of-a-word", repeated("# ف\n\n", "ب", "\n")},
	{"paragraphs", repeated("# ف\n\n", "نص قصير.\n\n", "")},
	{"line-ends", repeated("# ف\n\n", "نص\\\n", "نص\n")},
	{"headings", repeated("# ف\n\n", "## قسم %d\n\nنص\n\n", "")},
	{"chapters", repeated("", "# فصل %d\n\nنص\n\n", "")},
	{"parts", repeated("", "# قسم %d {.part}\n\n# ف %d\n\nنص\n\n", "")},
	{"notes", repeated("# ف\n\n", "كلمة[^%d]\n\n[^%d]: حاشية\n\n", "")},
	{"calls-of-a-note", repeated("# ف\n\n", "كلمة[^1] ", "\n\n[^1]: حاشية\n")},
	{"abbreviations", repeated("# ف\n\nنص\n\n", "*[A%d]: form %d\n", "")},
	{"uses-of-one", repeated("# ف\n\n", "ABC ", "\n\n*[ABC]: a long form\n")},
	{"index-terms", repeated("# ف\n\n", "[كلمة%d]{.index} ", "\n")},
	{"glossary-terms", repeated("# م {.glossary .sorted}\n\n", "مصطلح%d\n: معنى\n\n", "")},
	{"references", repeated("# ف {#f}\n\n", "{ref: f} ", "\n")},
	{"links", repeated("# ف\n\n", "[كلمة](https://example.org/%d) ", "\n")},
	{"anchors", repeated("# ف\n\n", "[كلمة]{#a%d} ", "\n")},
	{"comments", repeated("# ف\n\n", "نص <!-- تعليق --> نص\n\n", "")},
	{"entities", repeated("# ف\n\n", "&amp;&#1580; ", "\n")},
	{"items", repeated("# ف\n\n", "- نص\n", "")},
	{"rows", repeated("# ف\n\n| a | b |\n|---|---|\n", "| %d | نص |\n", "")},
	{"tables", repeated("# ف\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "")},
	{"quotes", repeated("# ف\n\n", "> نص\n\nنص\n\n", "")},
	{"boxes", repeated("# ف\n\n", "::: box\nنص\n:::\n\n", "")},
	{"couplets", repeated("# ف\n\n::: verse\n", "كتاب في الزمان / جليس في المكان\n", ":::\n")},
	{"lines-of-code", repeated("# ف\n\n```go\n", "x := %d\n", "```\n")},
	{"codes-in-text", repeated("# ف\n\n", "`x` ", "\n")},
	{"strong-words", repeated("# ف\n\n", "**ك** ", "\n")},
	{"changes-of-direction", repeated("# ف\n\n", "كتاب book 12 ", "\n")},
	{"page-breaks", repeated("# ف\n\n", "نص\n\n\\newpage\n\n", "نص\n")},
	{"misspelt-references", repeated("# ف\n\n", "{ref: no%d}\n\n", "")},
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
// are more than the limits allow, that is told, and the limit is as many as are tried.
//
//	go test -run '^$' -bench Linear -benchtime 1x .
func BenchmarkLinear(b *testing.B) {
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) {
			for range b.N {
				t0, m0, err := cost(k.text(few))
				if err != nil {
					b.ReportMetric(0, "ceiling")
					b.Logf("%s × %d: %v", k.name, few, first(err))
					return
				}
				t1, m1, err := cost(k.text(many))
				if err != nil {
					b.ReportMetric(t0, "s-few")
					b.ReportMetric(t1, "s-refused")
					b.Logf("%s × %d: %v", k.name, many, first(err))
					return
				}
				doublings := math.Log2(many / few)
				b.ReportMetric(t0, "s-few")
				b.ReportMetric(t1, "s-many")
				b.ReportMetric(math.Pow(t1/t0, 1/doublings), "time/doubling")
				b.ReportMetric(math.Pow(m1/m0, 1/doublings), "memory/doubling")
			}
		})
	}
}

// cost is what making a book of a text takes: seconds of processors, and megabytes
// allocated.
func cost(text string) (seconds, megabytes float64, err error) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processors()
	fsys := fstest.MapFS{"book.yaml": {Data: []byte("title: كتاب\nlanguage: ar\n")}, "a.md": {Data: []byte(text)}}
	book, err := warraq.Open(fsys, ".", warraq.Options{})
	if err == nil {
		_, err = book.Make(warraq.PDF, warraq.EPUB)
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
