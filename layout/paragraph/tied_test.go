package paragraph

import (
	"slices"
	"testing"

	"warraq/content/isolate"
)

// TestTiedSpaces sets every line of the table of numbers between words, so that
// lines are stretched and shrunk: no line ends within a number, and the spaces
// within are as wide as the face has them.
func TestTiedSpaces(t *testing.T) {
	style := &Style{Size: 12, Lang: "ar"}
	natural := newCompositor().Set([]Span{{Text: "كتب القلم", Style: style}}, Form{Measure: 300}).Lines[0].Pieces[1].Space
	var finder isolate.Finder
	tied := 0
	for _, row := range readTable(t, "numbers.txt") {
		text := "كتب " + row.line + " ثم وضع القلم على الورق ونظر إليه، " + row.line + " وهكذا."
		for _, measure := range []float64{220, 260, 330} {
			set := newCompositor().Set([]Span{{Text: text, Style: style}}, Form{Measure: measure})
			finder.Find([]rune(text), false)
			spaces, wrong := 0, 0
			for i := range set.Lines {
				for _, p := range set.Lines[i].Pieces {
					if p.tied {
						spaces++
						if p.Space != natural {
							wrong++
						}
					}
				}
			}
			if wrong > 0 {
				t.Errorf("%s at %.0f pt: %d of %d spaces are not as the face has them", row.line, measure, wrong, spaces)
			}
			want := 0
			for i, r := range []rune(text) { // a range is a tie around two others
				if r == ' ' && slices.ContainsFunc(finder.Ties, func(s isolate.Stretch) bool { return s.From <= i && i < s.To }) {
					want++
				}
			}
			if spaces < want {
				t.Errorf("%s at %.0f pt: %d spaces are within numbers, want %d", row.line, measure, spaces, want)
			}
			tied += spaces
		}
	}
	if tied == 0 {
		t.Error("no space is within a number")
	}
}
