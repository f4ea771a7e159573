package mend_test

import (
	"testing"

	"warraq/content/mend"
)

func TestHonorifics(t *testing.T) {
	for text, want := range map[string]string{
		"قال النبي صلى الله عليه وسلم: ":         "قال النبي ﷺ: ",
		"محمد صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ": "محمد ﷺ",
		"النبي (ص) ثم النبي (ص).":                "النبي ﷺ ثم النبي ﷺ.",
		"الله عز وجل":                            "الله ﷻ",
		"(ص) بند":                                "(ص) بند",
		"وصلى الله عليه وسلم":                    "وصلى الله عليه وسلم",
		"قال صلى الله عليه وسلما":                "قال صلى الله عليه وسلما",
		"ذلك معز وجل":                            "ذلك معز وجل",
		"صلى الله عليه وسلم":                     "صلى الله عليه وسلم",
		"بلا شيء":                                "بلا شيء",
	} {
		if got := mend.Honorifics(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
		if again := mend.Honorifics(want); again != want && text != want {
			t.Errorf("%q again is %q", want, again)
		}
	}
}
