package fonts

import (
	"errors"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"

	"warraq/content/char"
	"warraq/fonts/internal/sfnt"
)

// cut is Amiri with the letters of a text.
func cut(t testing.TB, text string) []byte {
	t.Helper()
	var runes Runes
	runes.AddString(text)
	return Subset(amiriRegular, &runes)
}

// own is a set with a face of the author's.
func own(t testing.TB, data []byte) (*Set, error) {
	t.Helper()
	return NewSet(Files{Regular: File{Name: "own.ttf", Data: data}})
}

// TestUnjoined refuses a face in which each letter stands alone, and no other: not
// one that has no Arabic letters.
func TestUnjoined(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		bad  bool
	}{
		"Arabic":          {cut(t, " بسم"), false},
		"without GSUB":    {retable(t, cut(t, " بسم"), map[string][]byte{"GSUB": nil}), true},
		"Latin, likewise": {retable(t, cut(t, " abc"), map[string][]byte{"GSUB": nil}), false},
	} {
		_, err := own(t, c.data)
		if errors.Is(err, errUnjoined) != c.bad || err != nil && !c.bad {
			var faults Faults
			if !errors.As(err, &faults) || !c.bad || faults[0].Err != errUnjoined || faults[0].File != "own.ttf" {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestTatweel takes the width of a tatweel from between letters, where Amiri has
// another glyph for it: alone it may have none, as in Amiri 0.113.
func TestTatweel(t *testing.T) {
	data := cut(t, " سلامبـ")
	hmtx := table(t, data, "hmtx")
	gid := gidOf(t, readFace(t, data), char.Tatweel)
	hmtx[4*gid], hmtx[4*gid+1] = 0, 0
	data = retable(t, data, map[string][]byte{"hmtx": hmtx})
	s, err := own(t, data)
	if err != nil {
		t.Fatal(err)
	}
	if alone := readFace(t, data).Tatweel; alone != 0 {
		t.Errorf("%d alone", alone)
	}
	if got, want := s.Face(Style{}).Tatweel, readFace(t, amiriRegular).Tatweel; got != want {
		t.Errorf("%d between letters, want %d", got, want)
	}
	if s, err = own(t, oneLetter(t, "D", 'د')); err != nil || s.Face(Style{}).Tatweel != 0 {
		t.Errorf("%d in a face without one, %v", s.Face(Style{}).Tatweel, err)
	}
}

// TestCoversAll counts what a shaper composes or takes apart, and no half of a
// pair of brackets.
func TestCoversAll(t *testing.T) {
	letters := readFace(t, cut(t, " اٱب")) // what Subset adds is not asked for here
	for text, want := range map[string]bool{"باب": true, "بٰ": false, "ٱ": true} {
		if got := letters.CoversAll([]rune(text)); got != want {
			t.Errorf("%q is covered: %v", text, got)
		}
	}
	composed := readFace(t, oneLetter(t, "A", 'آ'))
	if !composed.CoversAll([]rune("ا\u0653")) || composed.CoversAll([]rune("ا")) {
		t.Error("آ of two characters")
	}
	half := readFace(t, oneLetter(t, "B", '('))
	if half.Covers('(') || half.Covers(')') {
		t.Error("half a pair of brackets is covered")
	}
	if whole := readFace(t, amiriRegular); !whole.Covers('(') || !whole.Covers('﴿') || !whole.Covers('»') {
		t.Error("pairs are not")
	}
}

// TestWidenPairs reads tables of pairs that have room for more classes than there
// are; go-text alone drops all of GPOS.
func TestWidenPairs(t *testing.T) {
	for name, rooms := range map[string][2]int{"as many": {2, 2}, "more first ones": {4, 2}, "more second ones": {2, 3}, "more of both": {3, 5}} {
		f := readFace(t, retable(t, amiriRegular, map[string][]byte{"GPOS": pairs(rooms[0], rooms[1])}))
		if len(f.Unread) > 0 || len(f.font.GPOS.Lookups) != 1 {
			t.Errorf("%s: %v cannot be read, %d lookups", name, f.Unread, len(f.font.GPOS.Lookups))
			continue
		}
		if got := advance(shapeArabic(harfbuzzOf(f), "رر")) - 2*advance(shapeArabic(harfbuzzOf(f), "ر")); got != -77 {
			t.Errorf("%s: kerned by %d", name, got)
		}
	}
	f := readFace(t, retable(t, amiriRegular, map[string][]byte{"GPOS": pairs(1, 1)}))
	if len(f.Unread) != 1 || f.Unread[0] != "GPOS" {
		t.Errorf("with less room than classes: %v cannot be read", f.Unread)
	}
}

// pairs is a table GPOS in which every glyph is of class 1, first and second, and
// every pair of those is 77 units closer; it has room for so many classes.
func pairs(first, second int) []byte {
	const last = 0xFFFE
	records := make([]int, first*second)
	if second+1 < len(records) {
		records[second+1] = -77 // first class 1, second class 1
	}
	sub := sfnt.Words(2, 16+2*len(records), 4, 0, 26+2*len(records), 36+2*len(records), first, second)
	sub = append(sub, sfnt.Words(records...)...)
	sub = append(sub, sfnt.Words(2, 1, 0, last, 0)...) // coverage
	sub = append(sub, sfnt.Words(2, 1, 0, last, 1)...) // first classes
	sub = append(sub, sfnt.Words(2, 1, 0, last, 1)...) // second classes
	script := append(append(sfnt.Words(1), "arab"...), sfnt.Words(8, 4, 0, 0, 0xFFFF, 1, 0)...)
	feature := append(append(sfnt.Words(1), "kern"...), sfnt.Words(8, 0, 1, 0)...)
	lookup := append(sfnt.Words(1, 4, 2, 0, 1, 8), sub...)
	b := sfnt.Words(1, 0, 10, 10+len(script), 10+len(script)+len(feature))
	return append(append(append(b, script...), feature...), lookup...)
}

func harfbuzzOf(f *Face) *harfbuzz.Font { return harfbuzz.NewFont(font.NewFace(f.font)) }
