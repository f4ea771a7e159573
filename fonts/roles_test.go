package fonts

import "testing"

// TestRoles: parts of a book are set in faces of their own, and in those of the text where
// they have none, or where these lack a letter.
func TestRoles(t *testing.T) {
	other := func(name string) File {
		return File{Name: name, Data: probe(t, "static.ttf")}
	}
	set, err := NewSet(Files{Headings: Family{Regular: other("h.ttf")}, Latin: Family{Regular: File{Name: "l.ttf", Data: PlexMono()}, Italic: other("i.ttf")}})
	if err != nil {
		t.Fatal(err)
	}
	name := func(f *Face) string { return f.Name }
	for _, c := range []struct {
		got  *Face
		want string
	}{
		{set.Face(Style{}), "Amiri-Regular"},
		{set.Face(Style{Bold: true, Role: OfHeadings}), "Probe-Regular"},
		{set.Face(Style{Bold: true, Role: OfQuran}), "Amiri-Bold"},
		{set.FaceOf(Style{}, OfText), "Amiri-Regular"},
		{set.FaceOf(Style{}, OfLatin), "IBMPlexMono-Regular"},
		{set.FaceOf(Style{Italic: true, Role: OfHeadings}, OfLatin), "Probe-Regular"},
		{set.FaceOf(Style{}, OfNumbers), "Amiri-Regular"},
	} {
		if name(c.got) != c.want {
			t.Errorf("%s, want %s", name(c.got), c.want)
		}
	}
	if f, ok := set.Cover(Style{Role: OfHeadings}, 'ب'); !ok || f.Name != "Probe-Regular" {
		t.Error("a letter that the face of headings has is set in", f.Name)
	}
	if f, ok := set.Cover(Style{Role: OfHeadings}, 'ج'); !ok || f.Name != "Amiri-Regular" {
		t.Error("a letter that it lacks is set in", f.Name)
	}
	if f, ok := set.CoverAll(Style{Role: OfHeadings}, []rune("بج")); !ok || f.Name != "Amiri-Regular" {
		t.Error("a word that it lacks is set in", f.Name)
	}
	for r, want := range map[rune]Role{'a': OfLatin, 'é': OfLatin, 'ب': OfText, 'я': OfText} {
		if role, ok := set.RoleOf(r); !ok || role != want {
			t.Errorf("%c is of role %d", r, role)
		}
	}
	for _, r := range "1٣,( " {
		if _, ok := set.RoleOf(r); ok {
			t.Errorf("%c goes not with its neighbours", r)
		}
	}
	if !set.SlantsLatin() || !set.Parted() || len(set.Own()) != 2 {
		t.Error("Latin words slant:", set.SlantsLatin(), len(set.Own()))
	}
}

// TestSlanted: a book in Amiri has an italic for emphasised Latin words, of which what it
// lacks and what is bold is set in the text's faces; a book with faces of the author's has
// what the author gives.
func TestSlanted(t *testing.T) {
	style := Style{Role: OfSlanted, Italic: true}
	for _, c := range []struct {
		files Files
		want  string
	}{
		{Files{Serifs: true}, "CrimsonText-Italic"},
		{Files{}, "Amiri-Regular"},
		{Files{Serifs: true, Italic: File{Data: amiriBold}}, "Amiri-Bold"},
		{Files{Serifs: true, Latin: Family{Regular: File{Data: amiriRegular}}}, "Amiri-Regular"},
	} {
		set, err := NewSet(c.files)
		if err != nil {
			t.Fatal(err)
		}
		if got := set.Face(style).Name; got != c.want {
			t.Errorf("%v: %s, want %s", c.files.Serifs, got, c.want)
		}
	}
	set, err := NewSet(Files{Serifs: true})
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := set.Cover(style, 'ب'); !ok || f.Name != "Amiri-Regular" {
		t.Error("an Arabic letter is set in", f.Name)
	}
	if f := set.Face(Style{Role: OfSlanted, Bold: true}); f.Name != "Amiri-Bold" {
		t.Error("what is bold is set in", f.Name)
	}
	if face, scale := set.Slanted(); face == nil || scale < 0.8 || scale > 1.2 {
		t.Error("the italic is scaled by", scale)
	}
}

// TestMatch: a face is matched to another of the same letters in another scale.
func TestMatch(t *testing.T) {
	text, face := readFace(t, amiriRegular), readFace(t, amiriRegular)
	face.UnitsPerEm = 1250
	for role, want := range map[Role]float64{OfHeadings: 1.25, OfLatin: 1.25, OfNumbers: 1.25} {
		if got := Match(text, face, role); got < want-0.001 || got > want+0.001 {
			t.Errorf("role %d: %g, want %g", role, got, want)
		}
	}
	if got := Match(text, readFace(t, cut(t, " اب")), OfLatin); got != 1 {
		t.Errorf("without Latin letters %g", got)
	}
}
