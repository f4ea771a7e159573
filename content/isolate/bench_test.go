package isolate

import (
	"fmt"
	"strings"
	"testing"
)

// repeated are what no book repeats to no end, but a file that is no book may: twice
// as much of it is to take twice the time.
var repeated = []string{
	"a@", "a@a", "(ب@", "ب@ب.", "a.", ".a", "..", "./", "a/", "(/ب", "a\\", "(\\\\", "www.", "a://", "C:\\a ", "#a",
	"1", "1 ", "12 345 ", "1-", "1-2 ", "1،", "1:", "+1/", "(1", "(1, ", "1 × ", "1 km/", "1°2'", "هاتف 1-", "ت: 1", "رقم ال1",
	"(", "(a", "(\u2066\u2067", "\"a", "«", "a<b", "a()", "$", "--a", "A.", "<=", "x 1 ", "a، ",
	"\u2060(1)", "\u2060\u2007", "\u2066", "\u2068", "\u20681", "\u2067a\u2069", "ب",
}

// repeatedCode are the same of listings.
var repeatedCode = []string{`\"ب`, `"ب\n 1 `, `'''ب`, "`ب", "/*ب", "// ب", "<!--", "{ب", "{a", "# ب: 1-2 ", "\u2068ب"}

// BenchmarkRepeated gives the time of a character, which is that of a text eight times
// as long: look at both figures of a line.
func BenchmarkRepeated(b *testing.B) {
	for _, size := range []int{8_000, 64_000} {
		for _, unit := range repeated {
			text := []rune(strings.Repeat(unit, size/len([]rune(unit))))
			b.Run(fmt.Sprintf("text=%q/size=%d", unit, size), func(b *testing.B) {
				var f Finder
				for b.Loop() {
					f.Find(text, false)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/char")
			})
		}
		for _, unit := range repeatedCode {
			line := strings.Repeat(unit, size/len([]rune(unit)))
			b.Run(fmt.Sprintf("line=%q/size=%d", unit, size), func(b *testing.B) {
				for b.Loop() {
					NewListing(line, "go", false).Line(line)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/char")
			})
		}
	}
}
