package paragraph

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"warraq/fonts"
)

// lacking is a set whose regular face is Amiri with the characters of a text, and
// called so.
func lacking(t testing.TB, text string) *fonts.Set {
	t.Helper()
	var runes fonts.Runes
	runes.AddString(text)
	regular, bold := fonts.Amiri()
	set, err := fonts.NewSet(fonts.Files{
		Regular: fonts.File{Name: "own.ttf", Data: fonts.Subset(regular, &runes)},
		Bold:    fonts.File{Name: "bold.ttf", Data: fonts.Subset(bold, &runes)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

const plainLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىـ"

// TestFaceOfWord sets words in a face that lacks some of their characters: each
// unit's face, o for the author's and a for Amiri, and its text.
func TestFaceOfWord(t *testing.T) {
	set := lacking(t, " "+plainLetters+"َُِّْ١٢٣،.()")
	bold := &Style{Size: 12, Font: fonts.Style{Bold: true}}
	red := &Style{Size: 12, Color: Color{R: 200}}
	code := &Style{Size: 12, Font: fonts.Style{Mono: true}}
	plain := styles["regular"]
	for _, c := range []struct {
		name  string
		spans []Span
		want  string
	}{
		{"all there", []Span{{Text: "كِتَابٌ", Style: plain}, {Text: " كتاب،", Style: plain}}, "a كِتَابٌ | o كتاب،"},
		{"a mark", []Span{{Text: "هٰذَا كتاب", Style: plain}}, "a هٰذَا | o كتاب"},
		{"a letter", []Span{{Text: "وَٱلْحَرْفُ", Style: plain}}, "a وَٱلْحَرْفُ"},
		{"signs and digits stay", []Span{{Text: "(هٰذا)، ١٢ ١٤", Style: plain}}, "o ( | a هٰذا | o )، | o ١٢ | a ١٤"},
		{"over spans of one font", []Span{{Text: "كت", Style: plain}, {Text: "ٰب", Style: red}}, "a كتٰ | a ب"},
		{"not over those of two", []Span{{Text: "كت", Style: plain}, {Text: "ابٰ", Style: bold}}, "o كت | b ابٰ"},
		{"what no face has is a box of the author's", []Span{{Text: "كت\u088fاب", Style: plain}}, "o كت\u088fاب"},
		{"and of the one that has the rest", []Span{{Text: "كتٰ\u088fاب", Style: plain}}, "a كتٰ\u088fاب"},
		{"joiners are no matter", []Span{{Text: "می\u200cروم", Style: plain}, {Text: " كت\u200dاب", Style: plain}}, "a می\u200cروم | o كت\u200dاب"},
		{"آ of two characters", []Span{{Text: "قرا\u0653ن", Style: plain}}, "o قرا\u0653ن"},
		{"a sign by itself", []Span{{Text: "\"۞\"", Style: code}}, "m \" | a ۞ | m \""},
		{"code", []Span{{Text: "if هٰذا", Style: code}}, "m if | a هٰذا"},
	} {
		comp := NewCompositor(set, NewWords())
		comp.Set(c.spans, Form{Measure: 1000, Lang: "ar"})
		if got := facesOf(comp, set); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestFaceOfRole sets words in Latin letters in a face of their own, l, with what stands
// between them, and numbers with what stands around them.
func TestFaceOfRole(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{Latin: fonts.Family{Regular: fonts.File{Name: "l.ttf", Data: fonts.PlexMono()}}})
	if err != nil {
		t.Fatal(err)
	}
	plain := styles["regular"]
	for text, want := range map[string]string{
		"كتاب Latin, and more كتاب": "a كتاب | o Latin, | o and | o more | a كتاب",
		"كتاب (Latin) ١٢":           "a كتاب | a ( | o Latin | a ) | a ١٢",
		"de 1999 à 2001.":           "o de | o 1999 | o à | o 2001 | o .",
		"من 1999 إلى":               "a من | a 1999 | a إلى",
		"cafe\u0301 كتاب":           "o cafe\u0301 | a كتاب",
	} {
		comp := NewCompositor(set, NewWords())
		comp.Set([]Span{{Text: text, Style: plain}}, Form{Measure: 1000, Lang: "ar"})
		if got := facesOf(comp, set); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// facesOf is the units of what was set last, with their faces.
func facesOf(c *Compositor, set *fonts.Set) string {
	var list []string
	for i := range c.units {
		u := &c.units[i]
		if u.space {
			continue
		}
		name := map[string]string{"Amiri-Regular": "a", "Amiri-Bold": "b", "IBMPlexMono-Regular": "m"}[u.word.Face.Name]
		if u.word.Face.File != "" {
			name = "o"
		}
		list = append(list, name+" "+c.text.string[c.text.offset[u.from]:c.text.offset[u.to]])
	}
	return strings.Join(list, " | ")
}

// FuzzFaces: whatever a face lacks, no mark stands in another unit than its
// letter, and where one face has all letters of a word they are set in one.
func FuzzFaces(f *testing.F) {
	var sets []*fonts.Set
	for _, has := range []string{plainLetters, "هذاكتب", "َُِٰ", plainLetters + "َُِّْ١٢٣abe", "abc()"} {
		sets = append(sets, lacking(f, " بسم"+has))
	}
	for i, text := range []string{"هٰذَا ٱلْكِتَٰبُ", "قَوۡلٌ حَسَنࣱ", "كت\u088fاب٢٣", "naïve e\u0301 كـٰب", "۝١٢ (ٱ)"} {
		f.Add(text, uint8(i))
		f.Add(text, uint8(i+1))
	}
	amiri := amiri().Face(fonts.Style{})
	f.Fuzz(func(t *testing.T, text string, has uint8) {
		if len(text) > 200 {
			return
		}
		set := sets[int(has)%len(sets)]
		c := NewCompositor(set, NewWords())
		c.Set([]Span{{Text: text, Style: styles["regular"]}}, Form{Measure: 1000, Lang: "ar"})
		for i := 1; i < len(c.units); i++ {
			u, before := &c.units[i], &c.units[i-1]
			if u.space || before.space || u.from != before.to || u.level != before.level || u.word.Face == before.word.Face {
				continue
			}
			first, last := c.text.runes[u.from], c.text.runes[before.to-1]
			if isCombining(first) && !isCombining(last) {
				t.Errorf("%q in face %d: a mark of another face: %s", text, has, facesOf(c, set))
			}
			both := c.text.runes[before.from:u.to]
			if unicode.IsLetter(first) && unicode.IsLetter(last) && amiri.CoversAll(both) {
				t.Errorf("%q in face %d: two faces in a word: %s", text, has, facesOf(c, set))
			}
		}
	})
}

// TestFallbackKeepsInk: a word that its own face cannot set is drawn as Amiri
// draws it, in the same place.
func TestFallbackKeepsInk(t *testing.T) {
	set := lacking(t, " "+plainLetters)
	for _, text := range []string{"ٱلْكِتَٰبِ", "هٰذَا", "قَوۡلٌ"} {
		word := func(set *fonts.Set) string {
			c := NewCompositor(set, NewWords())
			s := c.Set([]Span{{Text: text, Style: styles["regular"]}}, Form{Measure: 1000, Lang: "ar"})
			if len(s.Missing) > 0 || len(s.Lines) != 1 || len(s.Lines[0].Pieces) != 1 {
				return fmt.Sprint(s)
			}
			return fmt.Sprint(s.Lines[0].Pieces[0].Word.Glyphs)
		}
		if got, want := word(set), word(amiri()); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
