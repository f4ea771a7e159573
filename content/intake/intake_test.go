package intake_test

import (
	"testing"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// TestTongue: letters decide where programs say what nobody chose, and the file says
// of which country the language is.
func TestTongue(t *testing.T) {
	type said struct{ text, lang string }
	for _, c := range []struct {
		texts []said
		want  string
	}{
		{nil, "ar"},
		{[]said{{"في البيت كتاب", ""}}, "ar"},
		{[]said{{"في البيت كتاب", "ar-LY"}, {"وقلم", "ar-EG"}, {"وقلم", "ar-EG"}}, "ar-LY"},
		{[]said{{"این کتاب در خانه‌ی گچی پیدا شد", "ar-SA"}}, "fa"},
		{[]said{{"این کتاب در خانه‌ی گچی پیدا شد", "fa-IR"}, {"نص", "ar-SA"}}, "fa-IR"},
		{[]said{{"یہ کتاب گھر میں پڑی ہے اور بڑے لوگ آئے", "ar-SA"}}, "ur"},
		{[]said{{"ئەم کتێبە لە ماڵەوەیە", ""}}, "ckb"},
		{[]said{{"בבית יש ספר", "iw"}}, "he"},
		{[]said{{"في البيت كتاب", "hi-IN"}}, "ar"},
		{[]said{{"a book at home", "en-GB"}}, "en-GB"},
		{[]said{{"un livre à la maison", "fr-FR"}, {"كتاب", "ar-MA"}}, "fr-FR"},
	} {
		var tongue intake.Tongue
		for _, s := range c.texts {
			tongue.Count(s.text, s.lang)
		}
		if got, _ := tongue.Language(); got != c.want {
			t.Errorf("%v: %s, want %s", c.texts, got, c.want)
		}
	}
}

// TestTypedLists: marks that count up from one are a list from three lines on.
func TestTypedLists(t *testing.T) {
	for _, c := range []struct {
		lines []string
		items int // of the first list, 0 for none
	}{
		{[]string{"1- صف", "2- طبع", "3- جلد"}, 3},
		{[]string{"1- صف", "2- طبع"}, 0},
		{[]string{"2- صف", "3- طبع", "4- جلد"}, 0},
		{[]string{"1- صف", "2) طبع", "3- جلد"}, 0},
		{[]string{"1- صف", "3- طبع", "2- جلد"}, 0},
		{[]string{"١. صف", "٢. طبع", "٣. جلد", "خاتمة"}, 3},
		{[]string{"أ) صف", "ب) طبع", "ج) جلد", "د) بيع"}, 4},
		{[]string{"أ) صف", "ب) طبع", "ت) جلد", "ث) بيع"}, 4},
		{[]string{"أ) صف", "ب) طبع", "ز) جلد"}, 0},
		{[]string{"- صف", "- طبع", "- جلد"}, 3},
		{[]string{"1.5 متر", "2.5 متر", "3.5 متر"}, 0},
		{[]string{"[1] مصدر", "[2] مصدر", "[3] مصدر"}, 0},
		{[]string{"1998. سنة", "1999. سنة", "2000. سنة"}, 0},
		{[]string{"1-", "2-", "3-"}, 0},
	} {
		var pieces []intake.Piece
		for _, line := range c.lines {
			p := &intake.Paragraph{}
			p.Line.Text(line, scribe.Look{})
			pieces = append(pieces, p)
		}
		items := 0
		if l, ok := intake.Arrange(pieces, "ar", &intake.Report{}, intake.Options{})[0].(*content.List); ok {
			items = len(l.Items)
		}
		if items != c.items {
			t.Errorf("%q: %d items, want %d", c.lines, items, c.items)
		}
	}
}
