package paragraph

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"warraq/fonts"
)

const hbShapeFile = "testdata/hb-shape.txt"

// TestHarfBuzz shapes words as hb-shape shaped them, glyph by glyph. The first
// lines of the file say which hb-shape and how; -update asks it anew.
func TestHarfBuzz(t *testing.T) {
	data, err := os.ReadFile(hbShapeFile)
	if err != nil {
		t.Fatal(err)
	}
	c := newCompositor()
	var out bytes.Buffer
	words := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "" {
			out.WriteString(line + "\n")
			continue
		}
		face, rest, _ := strings.Cut(line, " ")
		word, want, _ := strings.Cut(rest, " ")
		if *update {
			want = hbShape(t, face, word)
		}
		fmt.Fprintln(&out, face, word, want)
		words++
		style := styles["regular"]
		if face == "bold" {
			style = styles["bold"]
		}
		form := Form{Measure: 1000, LTR: !isArabic(word)}
		if got := c.Set([]Span{{Text: word, Style: style}}, form).Lines[0].Pieces[0].Word.String(); got != want {
			t.Errorf("%s %s is\n%s\nhb-shape says\n%s", face, word, got, want)
		}
	}
	if words < 60 {
		t.Errorf("%d words", words)
	}
	if *update {
		writeFile(t, hbShapeFile, out.Bytes())
	}
}

// hbShape asks hb-shape for a word, with clusters by character and byte.
func hbShape(t *testing.T, face, word string) string {
	t.Helper()
	regular, bold := fonts.Amiri()
	data := regular
	if face == "bold" {
		data = bold
	}
	font := filepath.Join(t.TempDir(), "face.ttf")
	writeFile(t, font, data)
	args := []string{"--no-glyph-names", "--cluster-level=2", "--utf8-clusters", "--font-file=" + font, "--text=" + word}
	if !isArabic(word) {
		args = append(args, "--direction=ltr", "--script=latn")
	} else {
		args = append(args, "--direction=rtl", "--script=arab")
	}
	out, err := exec.Command("hb-shape", args...).Output()
	if err != nil {
		t.Fatalf("hb-shape: %v", err)
	}
	return strings.TrimSpace(string(out))
}

func isArabic(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// TestWideGlyph shapes a face with a glyph as wide as hmtx can tell: its
// advance is not taken for a negative one.
func TestWideGlyph(t *testing.T) {
	regular, _ := fonts.Amiri()
	data := bytes.Clone(regular)
	set := amiri()
	gid, _ := set.Face(fonts.Style{}).Font().NominalGlyph('W')
	hmtx := tableAt(data, "hmtx")
	const wide = 60_000
	binary.BigEndian.PutUint16(data[hmtx+4*int(gid):], wide)
	set, err := fonts.NewSet(fonts.Files{Regular: fonts.File{Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	word := NewCompositor(set, NewWords()).Set([]Span{{Text: "W", Style: styles["regular"]}}, Form{Measure: 1000, LTR: true}).Lines[0].Pieces[0].Word
	if word.Glyphs[0].Advance != wide || word.Advance != wide {
		t.Errorf("advances %d, %d", word.Glyphs[0].Advance, word.Advance)
	}
	for _, v := range []int32{math.MinInt32, -32769, -32768, 0, 32767, 32768, math.MaxInt32} {
		if got := int32(clamp16(v)); got != min(max(v, math.MinInt16), math.MaxInt16) {
			t.Errorf("%d is clamped to %d", v, got)
		}
	}
}

// TestMarksAlone holds a sign of waqf that a space parts from its word where it stands
// over a tatweel, in the middle of nothing.
func TestMarksAlone(t *testing.T) {
	pieces := func(text string) []Piece {
		return newCompositor().Set([]Span{{Text: text, Style: styles["regular"]}}, Form{Measure: 1000}).Lines[0].Pieces
	}
	mark := func(text string) Glyph {
		for _, p := range pieces(text) {
			if p.Word == nil || !strings.Contains(p.Word.Text, "\u06D6") {
				continue
			}
			for _, g := range p.Word.Glyphs {
				if g.Advance == 0 {
					return g
				}
			}
		}
		t.Fatalf("%q has no mark", text)
		return Glyph{}
	}
	alone, barred := mark("لكم \u06D6 وإذا"), mark("ـ\u06D6")
	if alone.GID != barred.GID || alone.DY != barred.DY || alone.DY >= 0 {
		t.Errorf("the mark alone is %+v, over a tatweel %+v", alone, barred)
	}
}

// TestDamagedFaces sets paragraphs in faces whose tables for shaping are
// damaged: where they are read at all, all text is set.
func TestDamagedFaces(t *testing.T) {
	regular, _ := fonts.Amiri()
	r := rand.New(rand.NewPCG(3, 4))
	all := samples(t)
	for range 40 {
		data := bytes.Clone(regular)
		at := tableAt(data, []string{"GSUB", "GPOS", "GDEF", "cmap"}[r.IntN(4)])
		for range 3 {
			data[at+r.IntN(2000)] ^= byte(1 + r.IntN(255))
		}
		set, err := fonts.NewSet(fonts.Files{Regular: fonts.File{Data: data}})
		if err != nil {
			continue
		}
		c := NewCompositor(set, NewWords())
		for _, name := range []string{"plain", "vocalised", "latin", "long-word", "lengthened"} {
			s := all[name]
			if got, want := setText(c.Set(s.spans, s.form)), textOf(s.spans); got != want {
				t.Errorf("%q of %q is set", got, want)
			}
		}
	}
}

// tableAt is where a table of a font begins.
func tableAt(data []byte, tag string) int {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if entry := data[12+16*i:]; string(entry[:4]) == tag {
			return int(binary.BigEndian.Uint32(entry[8:]))
		}
	}
	return -1
}

// TestWordsAreShared finds a word in the cache, whoever set it.
func TestWordsAreShared(t *testing.T) {
	words := NewWords()
	word := func() *Word {
		set := NewCompositor(amiri(), words).Set([]Span{{Text: "كتاب", Style: styles["regular"]}}, Form{Measure: 100})
		return set.Lines[0].Pieces[0].Word
	}
	if first, second := word(), word(); first != second || words.Len() != 1 {
		t.Errorf("%d words", words.Len())
	}
}
