package pdf

import (
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// TestDummies: shows stand where the dummy of the first of them stood, each in its font
// and stretch; a draft that has not exactly the dummies of its page is an error.
func TestDummies(t *testing.T) {
	p := &tag.Element{Type: "P"}
	page := &tag.Page{Sequences: []tag.Sequence{{Elem: p}, {Elem: p, MCID: 1}, {Artifact: "<<>>"}}, Drawn: []int32{0, 0, 1, 2}}
	texts := [][]spell.Show{
		{{Size: 12, X: 10, Y: 20, Codes: []fonts.Code{'a'}}, {Font: 1, Size: 7.5, X: 30, Y: 20.005, Codes: []fonts.Code{'b'}}}, nil,
		{{Size: 12, X: 10, Y: 40, Stretched: true, Codes: []fonts.Code{'c'}}}, {{Size: 9, X: -1, Y: 90, Codes: []fonts.Code{'d'}}},
	}
	dummies := []dummy{{drawn: 0, shows: 3}, {drawn: 3, shows: 1, marked: true}}
	draft := "0.5 g\nBT\n10.00 80.00 TD\n/F1 12 Tf 0 Tc\n[<0001>] TJ\nET\n0 g\nBT\n-1.00 10.00 TD\n/F1 9 Tf 0 Tc\n[<0002>] TJ\nET\nf\n"
	want := "0.5 g\n/P <</MCID 0>> BDC\nBT\n10.00 80.00 TD\n/F1 12 Tf 0 Tc\n[(\x00a)] TJ\nET\nBT\n30.00 80.00 TD\n/F2 7.5 Tf 0 Tc\n[(\x00b)] TJ\nET\n" +
		"EMC\n/P <</MCID 1>> BDC\nBT\n10.00 60.00 TD\n/F1 12 Tf 0 Tc\n25 Tz 4 0 0 1 10.00 60.00 Tm\n[(\x00c)] TJ\n100 Tz\nET\n" +
		"0 g\nBT\n-1.00 10.00 TD\n/F1 9 Tf 0 Tc\n[(\x00d)] TJ\nET\nf\n"
	set := &writer{Typeset: &spell.Typeset{}}
	got, err := set.setDummies([]byte(draft), texts, page, dummies, 100)
	if err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	for _, c := range []struct{ old, with, want string }{
		{"<0002>", "<0003>", "not dummy 2"},
		{"/F1 9 Tf", "/F1 9.1 Tf", "not dummy 2"},
		{"10.00 80.00", "10.00 80.01", "not dummy 1"},
		{" 0 Tc", " 1 Tc", "not dummy 1"},
		{"f\n", "BT\nET\n", "more than its 2 dummies"},
	} {
		_, err := set.setDummies([]byte(strings.Replace(draft, c.old, c.with, 1)), texts, page, dummies, 100)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: error %v, want one with %q", c.with, c.old, err, c.want)
		}
	}
}
