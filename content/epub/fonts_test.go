package epub

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"warraq/content/epub/compose"
	"warraq/fonts"
)

var fontFaces = regexp.MustCompile(`@font-face \{ font-family: "([^"]*)"`)

// TestFonts: faces travel with the letters of the book, one that may not be
// changed as it is, and a family that no character needs not at all.
func TestFonts(t *testing.T) {
	sparkles, err := os.ReadFile("../guide/ar/fonts/noto-emoji-sparkles.ttf")
	if err != nil {
		t.Fatal(err)
	}
	opt := amiri(t)
	opt.Fonts = append(opt.Fonts, Font{Name: "Whole", Data: opt.Fonts[0].Data, Mono: true, Whole: true},
		Font{Name: "Sparkles", Data: sparkles}, Font{Name: "No font", Data: []byte("no font")})
	for _, c := range []struct{ text, want string }{
		{"نص", "Amiri Amiri Whole No font"},
		{"نص ✨", "Amiri Amiri Whole Sparkles No font"},
	} {
		parts := unzip(t, build(t, book(chapter("فصل", line(c.text))), opt))
		var names []string
		for _, m := range fontFaces.FindAllStringSubmatch(parts["EPUB/css/book.css"], -1) {
			names = append(names, m[1])
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: the faces are %s, want %s", c.text, got, c.want)
		}
		files := 0
		for name, data := range parts {
			if path.Dir(name) != "EPUB/fonts" || path.Ext(name) != ".ttf" {
				continue
			}
			files++
			whole := data == string(opt.Fonts[0].Data)
			if whole != (name == "EPUB/fonts/font3.ttf") {
				t.Errorf("%s: %s is whole: %v", c.text, name, whole)
			}
		}
		if files != len(names) {
			t.Errorf("%s: %d files of %d faces", c.text, files, len(names))
		}
		for _, name := range []string{"EPUB/fonts/font1.ttf", "EPUB/fonts/font2.ttf"} {
			text := new(fonts.Runes)
			text.AddString(c.text[:4] + compose.Readers + "المحتويات")
			missing, err := fonts.Missing([]byte(parts[name]), text)
			of, _ := fonts.Missing(opt.Fonts[0].Data, text)
			if err != nil || *missing != *of {
				t.Errorf("%s: %s lacks characters of the text: %v", c.text, name, err)
			}
		}
	}
}

// TestFallbackFonts: what the book's own face lacks comes from a face behind it,
// with its licence; a face of the same bytes for two weights is one file; half a
// pair of brackets is left to the face behind.
func TestFallbackFonts(t *testing.T) {
	opt := amiri(t)
	var letters fonts.Runes
	letters.AddString(" ابتثجحخدذرزسشصضطظعغفقكلمنهويةءأإآىؤئ" + compose.Readers)
	own := fonts.Subset(opt.Fonts[0].Data, &letters)
	opt.Fonts = append([]Font{{Name: "own", Data: own}, {Name: "own", Data: own, Bold: true}}, opt.Fonts...)
	for text, c := range map[string]struct {
		families string
		files    int
	}{"نص": {"own own", 1}, "نص\u2067 \u200c": {"own own", 1}, "نصٰ": {"own own Amiri Amiri", 3}} {
		parts := unzip(t, build(t, book(chapter("فصل", line(text))), opt))
		var names []string
		for _, m := range fontFaces.FindAllStringSubmatch(parts["EPUB/css/book.css"], -1) {
			names = append(names, m[1])
		}
		files := 0
		for name := range parts {
			if path.Ext(name) == ".ttf" {
				files++
			}
		}
		if got := strings.Join(names, " "); got != c.families || files != c.files {
			t.Errorf("%q: %d files of the faces %s, want %d of %s", text, files, got, c.files, c.families)
		}
		if _, licensed := parts["EPUB/fonts/licence.txt"]; licensed != (c.files > 1) {
			t.Errorf("%q: a licence: %v", text, licensed)
		}
	}
}
