package content

import "testing"

func TestParseWidths(t *testing.T) {
	for text, want := range map[string][]float64{
		"30% 70%": {0.3, 0.7}, "30,70": {0.3, 0.7}, "auto 25%": {0, 0.25}, "12.5": {0.125},
		"": nil, "auto": nil, "30% x": nil, "0 50": nil, "120%": nil,
	} {
		got, ok := ParseWidths(text)
		if ok != (want != nil) {
			t.Errorf("%q: %v, %v", text, got, ok)
			continue
		}
		for i := range want {
			if len(got) != len(want) || got[i] != want[i] {
				t.Errorf("%q is %v, not %v", text, got, want)
				break
			}
		}
	}
}
