package paragraph

import (
	"strings"
	"testing"
)

// prose are paragraphs of about a hundred words each.
var prose = map[string]string{
	"plain":     strings.Repeat("خرجت القافلة قبل طلوع الشمس وسارت بين التلال حتى بلغت البئر القديمة عند منتصف النهار فاستراحت. ", 6),
	"vocalised": strings.Repeat("خَرَجَتِ القَافِلَةُ قَبْلَ طُلُوعِ الشَّمْسِ وَسَارَتْ بَيْنَ التِّلَالِ حَتَّى بَلَغَتِ البِئْرَ القَدِيمَةَ. ", 8),
	"mixed":     strings.Repeat("تأسست سنة 1956 شركة Compagnie du port (CdP) في 16 ماي، ثم صار اسمها «الميناء الجديد» بنسبة 12,5%. ", 6),
}

// BenchmarkSet sets a paragraph whose words are all known, and one of which
// none is.
func BenchmarkSet(b *testing.B) {
	form := Form{Measure: 326, Indent: 18, Lang: "ar-MA"}
	for _, name := range []string{"plain", "vocalised", "mixed"} {
		spans := []Span{{Text: prose[name], Style: styles["regular"]}}
		b.Run(name+"/warm", func(b *testing.B) {
			c := newCompositor()
			c.Set(spans, form)
			b.ReportAllocs()
			for b.Loop() {
				c.Set(spans, form)
			}
		})
		b.Run(name+"/cold", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				newCompositor().Set(spans, form)
			}
		})
	}
}

// BenchmarkNarrow cuts a long word in a narrow column.
func BenchmarkNarrow(b *testing.B) {
	spans := []Span{{Text: strings.Repeat("نستعلمهم", 100), Style: styles["regular"]}}
	b.ReportAllocs()
	for b.Loop() {
		newCompositor().Set(spans, Form{Measure: 60})
	}
}
