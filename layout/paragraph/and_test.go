package paragraph

import (
	"strings"
	"testing"
)

// TestAndStays: no line ends in a waw that was typed apart from its word, however wide the
// lines are.
func TestAndStays(t *testing.T) {
	style := &Style{Size: 12, Lang: "ar"}
	text := strings.Repeat("جاء الناس و كتبوا ثم قرؤوا وَ حفظوا ما في الألواح و الدفاتر ", 4)
	for measure := 90.0; measure < 300; measure += 7 {
		set := newCompositor().Set([]Span{{Text: text, Style: style}}, Form{Measure: measure, Lang: "ar"})
		for i := range set.Lines {
			last := ""
			for _, p := range set.Lines[i].Pieces {
				if p.Word != nil && strings.TrimSpace(p.Word.Text) != "" {
					last = p.Word.Text
				}
			}
			if last == "و" || last == "وَ" {
				t.Errorf("at %.0f points line %d ends in %s", measure, i, last)
			}
		}
	}
}
