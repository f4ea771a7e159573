package bidi

import (
	"strings"
	"testing"
)

func BenchmarkResolve(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"arabic", "كان البيت القديم في آخر الزقاق، وكانت نوافذه تطل على البستان؛ فهل يعود إليه؟ "},
		{"vocalised", "كَانَ الْبَيْتُ الْقَدِيمُ فِي آخِرِ الزُّقَاقِ، "},
		{"numbers", "صدر الكتاب سنة 2023 في 1.250 نسخة، ثم طبع ثانية سنة ٢٠٢٤. "},
		{"mixed", "صدر «الكتاب» (Le Livre, 2023) في 1.250 نسخة [ISBN 978-9954-0-1234-5]، 12 %. "},
		{"isolates", "الهاتف \u2066+212 5 37 00 00\u2069 والموقع \u2068example.org/ar\u2069 والمدة 3–5 أيام. "},
	} {
		text := []rune(strings.Repeat(bench.text, 10))
		b.Run(bench.name, func(b *testing.B) {
			var p Paragraph
			b.ReportAllocs()
			for b.Loop() {
				p.Resolve(text, 1)
			}
			perRune(b, len(text))
		})
	}
}

func BenchmarkVisualOrder(b *testing.B) {
	levels := []Level{1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1}
	var order []int
	b.ReportAllocs()
	for b.Loop() {
		order = VisualOrder(levels, order)
	}
	perRune(b, len(levels))
}

func BenchmarkLineLevels(b *testing.B) {
	line := []rune("صدر «الكتاب» (Le Livre, 2023) في 1.250 نسخة ")
	var p Paragraph
	levels := p.Resolve(line, 1)
	for b.Loop() {
		LineLevels(line, levels, 1)
	}
	perRune(b, len(line))
}

func perRune(b *testing.B, runes int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*runes), "ns/rune")
}
