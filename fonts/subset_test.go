package fonts

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// sampleTexts are the texts of the samples and the guide, by folder.
func sampleTexts(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, root := range []string{"../content/samples", "../content/guide"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(path); err != nil || ext != ".md" && ext != ".txt" {
				return err
			}
			data, err := os.ReadFile(path)
			texts[filepath.Dir(path)] += string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

// runesOf is the characters of a text.
func runesOf(text string) *Runes {
	s := new(Runes)
	s.AddString(text)
	return s
}

// everyFace are the faces of the program, by file.
func everyFace() map[string][]byte {
	regular, bold := Amiri()
	return map[string][]byte{"Amiri": regular, "Amiri Bold": bold, "IBM Plex Mono": PlexMono()}
}

// shaping shapes with one face.
type shaping struct {
	face   *Face
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
}

func newShaping(f *Face) *shaping {
	return &shaping{f, harfbuzz.NewFont(font.NewFace(f.font)), harfbuzz.NewBuffer()}
}

// twins are a whole face and its subset.
type twins struct {
	whole, subset *shaping
	seen          map[int]bool // glyphs that were compared
}

func newTwins(t *testing.T, whole *shaping, data []byte, text string) *twins {
	t.Helper()
	return &twins{whole, newShaping(readFace(t, Subset(data, runesOf(text)))), map[int]bool{}}
}

// same compares how the twins shape a word, and what each glyph of it looks like.
func (w *twins) same(t *testing.T, features []harfbuzz.Feature, word string) {
	t.Helper()
	shape := func(s *shaping) *harfbuzz.Buffer {
		s.buffer.Clear()
		s.buffer.Props = harfbuzz.SegmentProperties{}
		runes := []rune(word)
		s.buffer.AddRunes(runes, 0, len(runes))
		s.buffer.GuessSegmentProperties()
		s.buffer.Shape(s.font, features)
		return s.buffer
	}
	want, got := shape(w.whole), shape(w.subset)
	if !slices.Equal(got.Info, want.Info) || !slices.Equal(got.Pos, want.Pos) {
		t.Errorf("%q: %v %v, whole %v %v", word, got.Info, got.Pos, want.Info, want.Pos)
	}
	for _, g := range want.Info {
		gid := int(g.Glyph)
		if w.seen[gid] {
			continue
		}
		w.seen[gid] = true
		a, b := flattener{face: w.whole.face}, flattener{face: w.subset.face}
		if x, y := a.read(gid), b.read(gid); !slices.Equal(x.points, y.points) || !slices.Equal(x.ends, y.ends) {
			t.Errorf("%q: glyph %d looks otherwise", word, gid)
		}
		if w.whole.face.Advance(gid) != w.subset.face.Advance(gid) {
			t.Errorf("%q: glyph %d is of another width", word, gid)
		}
	}
}

// TestSubsetShapes: with the letters of a sample, every word of it is shaped as
// with the whole face, and looks so, with the usual features and with others.
func TestSubsetShapes(t *testing.T) {
	others := []harfbuzz.Feature{}
	for _, tag := range []string{"dlig", "hlig", "swsh", "salt", "ss01", "ss02", "ss03", "ss05", "cv01", "smcp", "frac", "zero", "aalt"} {
		others = append(others, harfbuzz.Feature{Tag: ot.MustNewTag(tag), Value: 1, End: harfbuzz.FeatureGlobalEnd})
	}
	texts := sampleTexts(t)
	for name, data := range everyFace() {
		whole := newShaping(readFace(t, data))
		for _, folder := range slices.Sorted(maps.Keys(texts)) {
			file := Subset(data, runesOf(texts[folder]))
			if len(file) > len(data)*4/5 {
				t.Errorf("%s for %s has %d bytes of %d", name, folder, len(file), len(data))
			}
			twins := newTwins(t, whole, data, texts[folder])
			words := strings.Fields(texts[folder])
			slices.Sort(words)
			for i, word := range slices.Compact(words) {
				twins.same(t, nil, word)
				if i%23 == 0 {
					twins.same(t, others, word)
				}
			}
		}
	}
}

// TestSubsetOfAnything: any string of a set of characters is shaped as with the
// whole face.
func TestSubsetOfAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for name, data := range everyFace() {
		whole := newShaping(readFace(t, data))
		var all []rune
		for it := whole.face.font.Cmap.Iter(); it.Next(); {
			r, _ := it.Char()
			all = append(all, r)
		}
		for range 12 {
			some := []rune{' ', '\u0301', '\u0654', 0xFE00, '\u200d'}
			for range 1 + random.IntN(40) {
				some = append(some, all[random.IntN(len(all))])
			}
			twins := newTwins(t, whole, data, string(some))
			for range 40 {
				word := make([]rune, 1+random.IntN(8))
				for i := range word {
					word[i] = some[random.IntN(len(some))]
				}
				twins.same(t, nil, string(word))
			}
			if t.Failed() {
				t.Fatalf("%s of %q", name, string(some))
			}
		}
	}
}

// TestSubsetFile: the file is sound, the same each time, has no ink but for the
// text, and leaves other characters to other faces.
func TestSubsetFile(t *testing.T) {
	regular, _ := Amiri()
	text := runesOf("كتاب")
	file := Subset(regular, text)
	if !bytes.Equal(file, Subset(regular, text)) {
		t.Error("not the same twice")
	}
	if sum := sfnt.Checksum(file); sum != 0xB1B0AFBA {
		t.Errorf("the file adds up to %#x", sum)
	}
	whole, subset := readFace(t, regular), readFace(t, file)
	for _, r := range "كتاب )\u0640" {
		if got, want := gidOf(t, subset, r), gidOf(t, whole, r); got != want {
			t.Errorf("%q is glyph %d, whole %d", r, got, want)
		}
	}
	for _, r := range "سA1\U0001EE00" {
		if subset.Covers(r) {
			t.Errorf("%q is mapped", r)
		}
	}
	if inked := func(f *Face) (n int) {
		for gid := range f.Glyphs {
			if len(f.glyph(gid)) > 0 {
				n++
			}
		}
		return n
	}; inked(subset) > inked(whole)/5 {
		t.Errorf("%d glyphs of %d have ink", inked(subset), inked(whole))
	}
	tables, _ := sfnt.Tables(file)
	old, _ := sfnt.Tables(regular)
	for _, tag := range []string{"GSUB", "GPOS", "GDEF", "hmtx", "name", "OS/2", "maxp"} {
		if !bytes.Equal(tables[tag], old[tag]) {
			t.Errorf("the table %s has changed", tag)
		}
	}
	if missing, err := Missing(file, runesOf("كتابسA")); err != nil || *missing != *runesOf("سA") {
		t.Error("other characters are missing", err)
	}
}

// TestSubsetIdle: tables that say nothing of how a text looks keep no face whole.
func TestSubsetIdle(t *testing.T) {
	regular, _ := Amiri()
	data := retable(t, regular, map[string][]byte{"STAT": {0, 1, 0, 1}, "BASE": {0, 1}, "PfEd": {1}, "MATH": {1}, "prop": {1}, "Cust": {1}, "DSIG": {1}, "TSI5": {1}, "EBDT": {1}, "Silf": {1}})
	tables, err := sfnt.Tables(Subset(data, runesOf("كتاب")))
	if err != nil || len(tables["glyf"]) > len(regular)/4 {
		t.Fatalf("%d bytes of outlines, %v", len(tables["glyf"]), err)
	}
	for tag, kept := range map[string]bool{"STAT": true, "BASE": true, "PfEd": false, "MATH": false, "prop": false, "Cust": false, "DSIG": false, "TSI5": false, "EBDT": false, "Silf": false} {
		if _, ok := tables[tag]; ok != kept {
			t.Errorf("%s is kept: %v", tag, ok)
		}
	}
}

// TestSubsetWhole: what cannot or may not be changed is not.
func TestSubsetWhole(t *testing.T) {
	regular, _ := Amiri()
	forbidding := table(t, regular, "OS/2")
	binary.BigEndian.PutUint16(forbidding[8:], 0x0100)
	symbols := table(t, regular, "cmap")
	for i := range int(be16(symbols, 2)) {
		copy(symbols[4+8*i:], "\x00\x03\x00\x00")
	}
	for name, data := range map[string][]byte{
		"nothing":           nil,
		"no font":           []byte("no font"),
		"no subsetting":     retable(t, regular, map[string][]byte{"OS/2": forbidding}),
		"colours":           retable(t, regular, map[string][]byte{"COLR": {0, 0}}),
		"AAT alone":         retable(t, retable(t, regular, map[string][]byte{"GSUB": nil}), map[string][]byte{"morx": {0}}),
		"symbols":           retable(t, regular, map[string][]byte{"cmap": symbols}),
		"outlines are lost": retable(t, regular, map[string][]byte{"glyf": nil}),
	} {
		if !bytes.Equal(Subset(data, runesOf("كتاب")), data) {
			t.Errorf("%s: changed", name)
		}
	}
}

// TestSubsetReserved: a face whose licence reserves its name has another when it is cut,
// and keeps its licence.
func TestSubsetReserved(t *testing.T) {
	regular, _ := Amiri()
	names := sfnt.Rename(table(t, regular, "name"), func(id int) (string, bool, bool) {
		return "2010, with Reserved Font Name Amiri", id == 0, false
	})
	face := readFace(t, Subset(retable(t, regular, map[string][]byte{"name": names}), runesOf("كتاب")))
	if face.Name != "Subset" || len(face.glyf) > len(regular)/4 {
		t.Errorf("%s has %d bytes of outlines", face.Name, len(face.glyf))
	}
	if kept := table(t, Subset(retable(t, regular, map[string][]byte{"name": names}), runesOf("كتاب")), "name"); !reserves(kept) {
		t.Error("its licence is lost")
	}
}

// FuzzSubset: no file is too damaged.
func FuzzSubset(f *testing.F) {
	regular, _ := Amiri()
	f.Add(uint32(0), byte(0), "كتاب")
	f.Fuzz(func(t *testing.T, at uint32, value byte, text string) {
		for _, data := range [][]byte{regular, PlexMono()} {
			data = bytes.Clone(data)
			data[int(at)%len(data)] = value
			file := Subset(data, runesOf(text))
			if _, err := ReadFace(data); err == nil {
				if _, err := ReadFace(file); err != nil {
					t.Error(err)
				}
			}
		}
	})
}

func BenchmarkSubset(b *testing.B) {
	regular, _ := Amiri()
	text := runesOf(sampleTexts(b)["../content/samples/booklet"])
	b.ReportAllocs()
	for b.Loop() {
		Subset(regular, text)
	}
}
