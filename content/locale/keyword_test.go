package locale

import "testing"

// TestKeywords: each word of an author means one English word, and leads back to it.
func TestKeywords(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range keywords {
		if seen[k.own] {
			t.Errorf("%s is there twice", k.own)
		}
		seen[k.own] = true
		if got := English(k.own); got != k.english {
			t.Errorf("%s means %s, want %s", k.own, got, k.english)
		}
		if own := Own(k.english, "ar-MA"); English(own) != k.english {
			t.Errorf("%s is %s in Arabic, which means %s", k.english, own, English(own))
		}
	}
	if English("title") != "title" || English("x") != "x" || Own("title", "fr") != "" || Own("x", "ar") != "" {
		t.Error("what is no keyword means another")
	}
}
