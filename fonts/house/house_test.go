package house_test

import (
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/fonts/house"
	"warraq/fonts/instance"
)

// TestFamilies: each family has two weights of itself, nastaliq one, every letter of Arabic with its
// vowels, and its licence.
func TestFamilies(t *testing.T) {
	const letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652٠١٢٣٤٥٦٧٨٩،؛؟"
	all := house.Families()
	if len(all) < 6 || !slices.IsSortedFunc(all, func(a, b house.Family) int { return strings.Compare(a.Key, b.Key) }) {
		t.Fatalf("families are %v", all)
	}
	for _, f := range all {
		if named, ok := house.Named(f.Key); !ok || named != f {
			t.Errorf("%s: named %v", f.Key, named)
		}
		if !strings.Contains(f.Licence(), "SIL Open Font License") {
			t.Errorf("%s comes without its licence", f.Key)
		}
		var weights []int
		for _, bold := range []bool{false, true} {
			if bold && f.Hand == "nastaliq" {
				continue
			}
			design, err := fonts.Static(f.Data(bold), instance.Choice{})
			if err != nil {
				t.Fatalf("%s: %v", f.Key, err)
			}
			face, err := fonts.ReadFace(design.Data)
			if err != nil {
				t.Fatalf("%s: %v", f.Key, err)
			}
			if !face.CoversAll([]rune(letters)) {
				t.Errorf("%s lacks letters", f.Key)
			}
			weights = append(weights, face.Weight)
		}
		if weights[0] != 400 || f.Hand != "nastaliq" && weights[1] != 700 {
			t.Errorf("%s: weights are %v", f.Key, weights)
		}
	}
	if f, ok := house.Named("fraktur"); ok || f.Data(false) != nil {
		t.Error("there is a face that is not there")
	}
}
