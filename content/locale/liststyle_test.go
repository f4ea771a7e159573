package locale

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
