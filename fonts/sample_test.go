package fonts

import (
	"bytes"
	"maps"
	"testing"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
)

// readFace reads a font that must be good.
func readFace(t testing.TB, data []byte) *Face {
	t.Helper()
	f, err := ReadFace(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// reference reads a font with go-text alone.
func reference(t testing.TB, data []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// gidOf is the nominal glyph of a character.
func gidOf(t testing.TB, f *Face, r rune) uint16 {
	t.Helper()
	gid, ok := f.Font().NominalGlyph(r)
	if !ok {
		t.Fatalf("no glyph for %U", r)
	}
	return uint16(gid)
}

// retable rewrites a font with other tables; an empty one is left out.
func retable(t testing.TB, data []byte, other map[string][]byte) []byte {
	t.Helper()
	tables, err := sfnt.Tables(data)
	if err != nil {
		t.Fatal(err)
	}
	tables = maps.Clone(tables)
	for tag, table := range other {
		if tables[tag] = table; table == nil {
			delete(tables, tag)
		}
	}
	return sfnt.Assemble(tables)
}

// table is a copy of one table of a font, to be changed.
func table(t testing.TB, data []byte, tag string) []byte {
	t.Helper()
	tables, err := sfnt.Tables(data)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Clone(tables[tag])
}

// someSorts are sorts of all kinds of a face.
func someSorts(t testing.TB, f *Face) []Sort {
	alef, beh, dot, space := gidOf(t, f, 'ا'), gidOf(t, f, 'ب'), gidOf(t, f, '.'), gidOf(t, f, ' ')
	fatha, shadda, yeh := gidOf(t, f, 'َ'), gidOf(t, f, 'ّ'), gidOf(t, f, 'ي')
	return []Sort{
		{Parts: []Part{{GID: alef}}, Advance: 250, Text: "ا"},
		{Parts: []Part{{GID: alef}}, Advance: 251, Text: "ا"},                   // kerned
		{Parts: []Part{{GID: alef, DX: -40, DY: 300}}, Advance: 250, Text: "ا"}, // its outline lives elsewhere
		{Parts: []Part{{GID: fatha, DX: 77, DY: -120}}, Advance: 0, Text: "َ"},  // shifted only: a hidden outline
		{Parts: []Part{{beh, 0, 0}, {shadda, 210, 90}, {fatha, 215, 330}}, Advance: 800, Text: "بَّ"},
		{Parts: []Part{{beh, 5, 0}, {beh, 5, 0}}, Advance: 65535, Text: "بب"},
		{Parts: []Part{{GID: space}}, Advance: 333, Text: " "},
		{Parts: []Part{{space, 10, 10}, {space, 0, 0}}, Advance: 12, Text: "  "}, // parts without ink
		{Advance: 290, Text: " "},
		{Advance: 0, Text: "ل"},
		{Parts: []Part{{yeh, 0, 0}}, Advance: 500, Text: "ي"},                   // nested in the source
		{Parts: []Part{{space, 0, 0}, {yeh, -30, 0}}, Advance: 500, Text: " ي"}, // one part with ink
		{Parts: []Part{{dot, 9000, -9000}}, Advance: 1, Text: "."},
		{Parts: []Part{{GID: 0}}, Advance: 600, Text: "\U000E0001"},
	}
}

func encode(f *Face, sorts []Sort) *Encoding {
	e := NewEncoding(f)
	for _, s := range sorts {
		e.Code(s)
	}
	return e
}

// whole is the code font with a character map and all that makes it readable.
func (e *Encoding) whole() []byte {
	return e.cast().file(e.Face, map[string][]byte{
		"cmap": draftCmap(firstCode, len(e.Sorts)), "name": draftName(), "OS/2": draftOS2(), "post": make([]byte, 32)})
}

// firstCode is the character of code 1 in a whole code font.
const firstCode = 0x4E00

// smallFont is a whole font of a few glyphs, as seed of what reads fonts.
func smallFont(t testing.TB) []byte {
	regular, _ := Amiri()
	f := readFace(t, regular)
	return encode(f, someSorts(t, f)).whole()
}

// outline reads a glyph of a face.
func (f *Face) outline(gid int) outline {
	fl := flattener{face: f}
	return fl.read(gid)
}

// contours parts the points of an outline.
func (o outline) contours() [][]point {
	var parts [][]point
	from := 0
	for _, end := range o.ends {
		parts = append(parts, o.points[from:end])
		from = end
	}
	return parts
}
