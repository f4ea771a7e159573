package segment

import (
	"strings"
	"testing"
)

func BenchmarkLines(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"arabic", "كان البيت القديم في آخر الزقاق، وكانت نوافذه تطل على البستان؛ فهل يعود إليه؟ "},
		{"vocalised", "كَانَ الْبَيْتُ الْقَدِيمُ فِي آخِرِ الزُّقَاقِ، "},
		{"latin", "The old house stood at the end of the lane (number 12), with its windows shut. "},
		{"mixed", "صدر «الكتاب» سنة 2023 في 1.250 نسخة (ISBN 978-9954-0-1234-5)، 12 %. "},
	} {
		text := []rune(strings.Repeat(bench.text, 20))
		b.Run(bench.name, func(b *testing.B) {
			var s Segmenter
			var ops []Op
			b.ReportAllocs()
			for b.Loop() {
				ops = s.Lines(text, ops)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(text)), "ns/rune")
		})
		b.Run("graphemes/"+bench.name, func(b *testing.B) {
			var s Segmenter
			var starts []bool
			b.ReportAllocs()
			for b.Loop() {
				starts = s.Graphemes(text, starts)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(text)), "ns/rune")
		})
	}
}
