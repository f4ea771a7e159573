package guess

import (
	"slices"
	"strings"
	"testing"
)

// TestLang: the language of most of the words counts, not that of names, code or addresses.
func TestLang(t *testing.T) {
	for _, c := range []struct {
		want  string
		texts []string
	}{
		{"ar", nil},
		{"ar", []string{"12 – 34"}},
		{"ar", []string{"هذا كتاب عن البيت الذي كان على النهر", "ثم رجع إلى المدينة مع أخيه"}},
		{"fa", []string{"این کتاب را در خانه می خواند و به آن نگاه کرد"}},
		{"ur", []string{"یہ کتاب اس گھر کے بارے میں ہے جو دریا پر تھا"}},
		{"he", []string{"זה הספר של הבית, כי לא היה לי אל הנהר"}},
		{"en", []string{"The house that was on the river is for the two of us."}},
		{"fr", []string{"La maison est dans la ville, et le jardin est sur une colline."}},
		{"zh", []string{"河上的房子"}},
		{"ar", []string{"كتاب عن برنامج\n```go\nfunc main() { for the if the and the of }\n```\nصار في كل بيت https://example.org/the/of/and"}},
		{"ar", []string{"كتاب عن Microsoft Windows وعن Adobe Illustrator هذا العام"}},
	} {
		if got := Lang(slices.Values(c.texts)); got != c.want {
			t.Errorf("%q: %s, want %s", c.texts, got, c.want)
		}
	}
}

// TestLangIsBounded: of a long text only its head is looked at, and of many texts the first.
func TestLangIsBounded(t *testing.T) {
	long := strings.Repeat("the house of the river ", mostOfEach/20) + strings.Repeat("هذا كتاب عن البيت ", mostOfAll)
	if got := Lang(slices.Values([]string{long})); got != "en" {
		t.Errorf("by what stands behind its head a text is %s", got)
	}
	seen := 0
	Lang(func(yield func(string) bool) {
		for seen = range 10 * mostOfAll / mostOfEach {
			if !yield(long) {
				return
			}
		}
	})
	if seen > 2*mostOfAll/mostOfEach {
		t.Errorf("%d texts were looked at", seen)
	}
}
