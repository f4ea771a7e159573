package fonts

import (
	"errors"
	"strings"
	"testing"

	"warraq/fonts/internal/sfnt"
)

// oneLetter is a font of a single character, the first draft character moved
// to r.
func oneLetter(t testing.TB, name string, r rune) []byte {
	t.Helper()
	data := glyphFont(t, square(0, 0, 50), square(0, 0, 100))
	n := int(r)
	cmap := sfnt.Words(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, n, 0xFFFF, 0, n, 0xFFFF, 1-n, 1, 0, 0)
	names := sfnt.Words(0, 1, 18, 3, 1, 0x409, 6, 2*len(name), 0)
	for _, c := range name {
		names = append(names, sfnt.Words(int(c))...)
	}
	return retable(t, data, map[string][]byte{"cmap": cmap, "name": names})
}

// file is a file of no name.
func file(data []byte) File { return File{Data: data} }

func newSet(t *testing.T, files Files) *Set {
	t.Helper()
	s, err := NewSet(files)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSetOfAmiri(t *testing.T) {
	s := newSet(t, Files{})
	for style, want := range map[Style]string{
		{}: "Amiri-Regular", {Bold: true}: "Amiri-Bold", {Italic: true}: "Amiri-Regular", {Bold: true, Italic: true}: "Amiri-Bold",
	} {
		if got := s.Face(style).Name; got != want {
			t.Errorf("%+v is set in %s", style, got)
		}
		if f, ok := s.Cover(style, 'ب'); !ok || f != s.Face(style) {
			t.Errorf("%+v sets ب in %s", style, f.Name)
		}
		if f, ok := s.Cover(style, '漢'); ok || f != s.Face(style) {
			t.Errorf("%+v sets a box of %s, %v", style, f.Name, ok)
		}
	}
}

// TestCover looks through the faces in their order: the style's own, the
// fallbacks, Amiri in the weight asked for, the other weight.
func TestCover(t *testing.T) {
	s := newSet(t, Files{
		Regular: file(oneLetter(t, "R", 'r')), Bold: file(oneLetter(t, "B", 'b')), Italic: file(oneLetter(t, "I", 'i')), BoldItalic: file(oneLetter(t, "BI", 'j')),
		Fallback: []File{file(oneLetter(t, "F", '✨')), file(oneLetter(t, "G", '✨')), file(oneLetter(t, "H", 'ش')), file(oneLetter(t, "Q", '☂'))},
	})
	const (
		regular    = "r=R i=Amiri-Regular ✨=F ش=H ا=Amiri-Regular ☂=Q"
		bold       = "b=B r=Amiri-Bold ✨=F ش=H ا=Amiri-Bold ☂=Q"
		italic     = "i=I r=Amiri-Regular ✨=F ش=H"
		boldItalic = "j=BI b=Amiri-Bold ✨=F"
	)
	for style, want := range map[Style]string{{}: regular, {Bold: true}: bold, {Italic: true}: italic, {Bold: true, Italic: true}: boldItalic} {
		for _, pair := range strings.Fields(want) {
			letter, name, _ := strings.Cut(pair, "=")
			if f, ok := s.Cover(style, []rune(letter)[0]); !ok || f.Name != name {
				t.Errorf("%+v sets %s in %s, %v; want %s", style, letter, f.Name, ok, name)
			}
		}
	}
	if f, ok := s.Cover(Style{Bold: true}, '漢'); ok || f.Name != "B" {
		t.Errorf("what no face has is set in %s, %v", f.Name, ok)
	}
}

// TestSpares sets Hebrew and pictographs in the embedded faces for them, whatever
// the author gives; a Hebrew book is in the Hebrew one altogether.
func TestSpares(t *testing.T) {
	const hebrew, bold, emoji = "NotoSerifHebrew-Regular", "NotoSerifHebrew-Bold", "NotoEmoji-Regular"
	for _, files := range []Files{{}, {Regular: file(oneLetter(t, "R", 'r'))}, {Hebrew: true}} {
		s := newSet(t, files)
		for r, want := range map[rune]string{'א': hebrew, '\u05B8': hebrew, '\u0596': hebrew, '📚': emoji, '🏽': emoji, '\U0001F1F2': emoji, '🟢': emoji} {
			if f, ok := s.Cover(Style{}, r); !ok || f.Name != want {
				t.Errorf("%q is set in %s, %v", r, f.Name, ok)
			}
		}
		if f, ok := s.CoverAll(Style{Bold: true}, []rune("בְּרֵאשִׁ֖ית")); !ok || f.Name != bold {
			t.Errorf("a bold word is set in %s, %v", f.Name, ok)
		}
		if f, ok := s.CoverAll(Style{}, []rune("👨👩👧")); !ok || f.Name != emoji {
			t.Errorf("a family is set in %s, %v", f.Name, ok)
		}
	}
	s := newSet(t, Files{Hebrew: true})
	for style, want := range map[Style]string{{}: hebrew, {Bold: true}: bold, {Italic: true}: hebrew} {
		if f := s.Face(style); f.Name != want {
			t.Errorf("a Hebrew book is set in %s", f.Name)
		}
	}
	if f, _ := s.Cover(Style{}, 'ب'); f.Name != "Amiri-Regular" {
		t.Errorf("Arabic in a Hebrew book is set in %s", f.Name)
	}
	if f := newSet(t, Files{Hebrew: true, Regular: file(oneLetter(t, "R", 'r'))}).Face(Style{Bold: true}); f.Name != "R" {
		t.Errorf("the bold of an author's face is %s", f.Name)
	}
}

// TestPacked holds the packed faces to what they weigh, and each to its letters.
func TestPacked(t *testing.T) {
	if len(emojiPacked) > 500_000 {
		t.Errorf("the pictographs weigh %d bytes", len(emojiPacked))
	}
	if n := len(serifPacked) + len(mathPacked) + len(symbolsPacked) + len(numbersPacked); n > 250_000 {
		t.Errorf("letters and signs weigh %d bytes", n)
	}
	s := newSet(t, Files{})
	for text, want := range map[string]string{
		"λόγος": "NotoSerif-Regular", "книга": "NotoSerif-Regular", "ɛ͡ɔ": "NotoSerif-Regular", "ℤ": "NotoSansMath-Regular",
		"∀∈≅": "NotoSansMath-Regular", "■▼★": "", "▼►■": "NotoSansMath-Regular", "★✗☐": "NotoSansSymbols2-Regular", "①Ⅳ": "NotoSansSymbols-Regular",
	} {
		f, ok := s.CoverAll(Style{}, []rune(text))
		if ok != (want != "") || ok && f.Name != want {
			t.Errorf("%s is set in one face: %v", text, ok)
		}
		for _, r := range text {
			if f, ok := s.Cover(Style{}, r); !ok || want != "" && f.Name != want {
				t.Errorf("%q is set in %s, %v; want %s", r, f.Name, ok, want)
			}
			if f, ok := s.Cover(Style{Mono: true}, r); !ok {
				t.Errorf("%q is not set in code: %s", r, f.Name)
			}
		}
	}
	for _, p := range PackedFaces() {
		if p.Licence == "" || len(p.Data()) == 0 {
			t.Errorf("%s has no licence or is not read", p.Family)
		}
	}
}

// TestCoverOtherWeight sets a character that only the other weight has.
func TestCoverOtherWeight(t *testing.T) {
	s := newSet(t, Files{Regular: file(oneLetter(t, "R", '✨')), Bold: file(oneLetter(t, "B", '☂'))})
	for r, style := range map[rune]Style{'✨': {Bold: true}, '☂': {}} {
		if f, ok := s.Cover(style, r); !ok || f == s.Face(style) {
			t.Errorf("%+v sets %c in %s, %v", style, r, f.Name, ok)
		}
	}
}

// TestSetErrors names every file that cannot be read, once.
func TestSetErrors(t *testing.T) {
	bad := func(name string) File { return File{Name: name, Data: []byte("not a font, not at all, " + name)} }
	_, err := NewSet(Files{Regular: bad("r.ttf"), Bold: bad("r.ttf"), Italic: file(smallFont(t)), Fallback: []File{file(smallFont(t)), bad("f.ttf")}, Mono: bad("m.ttf")})
	var faults Faults
	if !errors.As(err, &faults) || len(faults) != 3 {
		t.Fatalf("faults: %v", err)
	}
	for i, want := range []string{"r.ttf", "f.ttf", "m.ttf"} {
		if faults[i].File != want || !strings.Contains(err.Error(), "font "+want+": not a font") {
			t.Errorf("fault %d: %v", i, faults[i])
		}
	}
}

// TestSetOfCode looks at the face of code and what stands in for it.
func TestSetOfCode(t *testing.T) {
	s := newSet(t, Files{})
	mono := s.Face(Style{Mono: true})
	if mono.Name != "IBMPlexMono-Regular" || !mono.Literal || s.Face(Style{}).Literal {
		t.Errorf("code is set in %s, literal %v", mono.Name, mono.Literal)
	}
	if f, ok := s.Cover(Style{Mono: true, Bold: true}, 'ب'); !ok || f != s.Face(Style{Bold: true}) {
		t.Errorf("code has Arabic from %s", f.Name)
	}
	if f, ok := s.Cover(Style{}, '↩'); !ok || f != mono {
		t.Errorf("a sign that no face of text has is set in %s", f.Name)
	}
	own := newSet(t, Files{Mono: file(oneLetter(t, "Own", 'x'))})
	if f := own.Face(Style{Mono: true}); f.Name != "Own" || !f.Literal {
		t.Errorf("code is set in %s", f.Name)
	}
}
