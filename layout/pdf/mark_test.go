package pdf

import (
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// TestStretches: the marks of a page become operators, each once; a draft that
// has not exactly those of its page in their order is an error. What is cut
// within a show is not marked around it.
func TestStretches(t *testing.T) {
	p := &tag.Element{Type: "P"}
	page := &tag.Page{Sequences: []tag.Sequence{
		{Artifact: "<</Type/Layout>>"}, {Elem: p}, {Elem: p, MCID: 1, Inner: true, Parts: 2}, {Elem: &tag.Element{Type: "Link"}, MCID: 2, Inner: true}, {Elem: p, MCID: 3},
	}}
	out, err := setTags(nil, []byte("[0.00] 0.00 d\na\n[0.00] 1.00 d\nb\n[0.00] 2.00 d\nc\n[0.00] 4.00 d\nd\n"), page, nil)
	want := "/Artifact <</Type/Layout>> BDC\na\nEMC\n/P <</MCID 0>> BDC\nb\nEMC\nc\n/P <</MCID 3>> BDC\nd\nEMC\n"
	if err != nil || string(out) != want {
		t.Errorf("%q, %v, want %q", out, err, want)
	}
	out, err = setTags(nil, []byte("[0.00] 0.00 d\na\n[0.00] 2.00 d\nc\n"), page, []int{1, 4})
	want = "/Artifact <</Type/Layout>> BDC\na\nEMC\nc\nEMC\n" // dummies write the rest
	if err != nil || string(out) != want {
		t.Errorf("%q, %v, want %q", out, err, want)
	}
	if _, err := setTags(nil, nil, page, []int{0, 1, 2, 4, 5}); err == nil || !strings.Contains(err.Error(), "stretch 5 is not") {
		t.Errorf("a stretch too many: %v", err)
	}
	for _, c := range []struct{ draft, want string }{
		{"", "not the mark of stretch 0"},
		{"[0.00] 0.00 d\n[0.00] 1.00 d\n[0.00] 2.00 d\n[0.00] 3.00 d\n", "not the mark of stretch 4"},
		{"[0.00] 0.00 d\n[0.00] 1.00 d\n[0.00] 2.00 d\n[0.00] 4.00 d\n[0.00] 5.00 d\n", "more than its 5"},
		{"[0.00] 1.00 d\n", "not the mark of stretch 0"},
	} {
		if _, err := setTags(nil, []byte(c.draft), page, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want an error with %q", c.draft, err, c.want)
		}
	}
}

// TestCut: a show that belongs to several elements keeps its codes and spaces in
// their order.
func TestCut(t *testing.T) {
	set := &writer{Typeset: &spell.Typeset{Gaps: map[spell.GapKey]fonts.Code{{Gap: spell.Gap{Units: 7}}: 'x', {Gap: spell.Gap{Units: 8}}: 'y'}}}
	page := &tag.Page{Sequences: []tag.Sequence{{Elem: &tag.Element{Type: "P"}, MCID: 4, Inner: true}, {Elem: &tag.Element{Type: "Link"}, MCID: 5, Inner: true}}}
	s := &spell.Show{Codes: []fonts.Code{'a', 0, 'b', 0}, Gaps: []spell.Gap{{Units: 7}, {Units: 8}}, Cuts: []spell.Cut{{Sequence: 0}, {Code: 2, Gap: 1, Sequence: 1}}}
	want := "/P <</MCID 4>> BDC\n[(\x00a\x00x)] TJ\nEMC\n/Link <</MCID 5>> BDC\n[(\x00b\x00y)] TJ\nEMC\n"
	if got := string(set.appendCut(nil, s, page)); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.Cuts = s.Cuts[:1]
	if got := string(set.appendCut(nil, s, page)); got != "[(\x00a\x00x\x00b\x00y)] TJ\n" {
		t.Errorf("whole: %q", got)
	}
}
