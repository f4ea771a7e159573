package content

import "testing"

func TestListNumbers(t *testing.T) {
	for _, c := range []struct {
		style  ListStyle
		n      int
		digits Digits
		want   string
	}{
		{Bullet, 3, DigitsLatn, ""},
		{Decimal, 12, DigitsArab, "١٢"},
		{Abjad, 5, DigitsLatn, "ه\u200d"},
		{Abjad, 15, DigitsLatn, "س"},
		{AbjadMaghribi, 15, DigitsLatn, "ص"},
		{AbjadMaghribi, 28, DigitsLatn, "ش"},
		{AlifBa, 3, DigitsLatn, "ت"},
		{AlifBa, 28, DigitsLatn, "ي"},
		{AlifBa, 29, DigitsLatn, "اا"},
		{Abjad, 0, DigitsLatn, "0"},
	} {
		if got := c.style.Number(c.n, c.digits); got != c.want {
			t.Errorf("%v %d is %q, not %q", c.style, c.n, got, c.want)
		}
	}
	for style, order := range letterOrders {
		if seen := map[string]bool{}; len(order) != 28 {
			t.Errorf("%v has %d letters", style, len(order))
		} else {
			for _, letter := range order {
				if seen[letter] {
					t.Errorf("%v has %s twice", style, letter)
				}
				seen[letter] = true
			}
		}
	}
}

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
