// Package fonts is the letters: what the bytes of a font know. It reads
// TrueType files, tells which face covers which character, and makes the code
// font through which shaped text reaches a PDF (see [Encoding]).
package fonts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"warraq/fonts/inert"
	"warraq/fonts/instance"
	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"golang.org/x/text/unicode/norm"
)

// Face is one TrueType font, read-only and safe for concurrent use. All its
// measures are in font units, of which UnitsPerEm make an em.
type Face struct {
	Name       string // PostScript name, "Amiri-Regular"
	File       string // what the author calls its file; empty for an embedded face
	UnitsPerEm int
	Ascent     int      // above the baseline, positive (hhea)
	Descent    int      // below the baseline, negative (hhea)
	Weight     int      // usWeightClass: 400 regular, 700 bold
	Glyphs     int      // how many glyphs it has
	Space      int      // advance of the space
	Tatweel    int      // advance of the tatweel, U+0640, between letters; 0: none
	Unread     []string // its tables of layout that cannot be read; without GPOS marks stand by their outlines

	Under, Through Stroke // the lines under text and through it

	// Literal says that the face sets code: each character must be seen as
	// what it is, so that its ligatures and contextual forms stay out.
	Literal bool

	font     *font.Font
	glyf     []byte
	loca     []uint32 // Glyphs+1 offsets into glyf
	hmtx     []byte
	longs    int      // entries of hmtx that have an advance of their own
	coverage []uint64 // one bit a code point of the BMP

	*inert.Proof // what shaping never looks across in it
}

// ReadFace reads a TrueType file of one design, as [Static] makes it of other files. data
// is kept and must not change.
func ReadFace(data []byte) (*Face, error) {
	if _, err := ot.NewLoader(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("not a font: %w", err)
	}
	tables, err := sfnt.Tables(data)
	if err != nil {
		return nil, err
	}
	if tables["glyf"] == nil {
		return nil, instance.ErrNoOutlines
	}
	f := &Face{}
	if err := f.readMetrics(tables); err != nil {
		return nil, err
	}
	if err := f.readShaping(data, tables); err != nil {
		return nil, fmt.Errorf("font tables: %w", err)
	}
	f.Proof = inert.Of(f.font)
	if err := f.readCoverage(); err != nil {
		return nil, err
	}
	f.pairBrackets()
	f.Space, f.Tatweel = f.advanceOf(' '), f.advanceOf('\u0640')
	return f, nil
}

// readShaping reads what the shaper wants. Where it cannot read GPOS, and that
// cannot be mended, marks are placed by their outlines.
func (f *Face) readShaping(data []byte, tables map[string][]byte) (err error) {
	f.font, err = newFont(shapingFile(data, tables))
	if err == nil && f.font.GSUB.Lookups == nil && len(tables["GSUB"]) > 0 {
		f.Unread = append(f.Unread, "GSUB")
	}
	if err != nil || f.font.GPOS.Lookups != nil || len(tables["GPOS"]) == 0 {
		return err
	}
	if mended := widenPairs(tables["GPOS"]); mended != nil {
		other := maps.Clone(tables)
		other["GPOS"] = mended
		if f.font, err = newFont(sfnt.Assemble(other)); err != nil || f.font.GPOS.Lookups != nil {
			return err
		}
	}
	f.Unread = append(f.Unread, "GPOS")
	other := maps.Clone(tables)
	delete(other, "GPOS")
	f.font, err = newFont(sfnt.Assemble(other))
	return err
}

// newFont reads what the shaper wants of a font. go-text 0.3.5 slices some
// tables by lengths that it has not checked, and so panics on damaged ones.
func newFont(data []byte) (f *font.Font, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, sfnt.ErrDamaged
		}
	}()
	loader, err := ot.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if f, err = font.NewFont(loader); err != nil {
		return nil, err
	}
	listCoverage(f)
	return f, nil
}

// shapingFile is a font without the tables that shaping has no use for, which
// take go-text longer to read than all others. Only a font without GPOS is
// shaped by its outlines: its marks are placed by their extent.
func shapingFile(data []byte, tables map[string][]byte) []byte {
	if tables["GPOS"] == nil {
		return data
	}
	file, kept := bytes.Clone(data), 0
	for i := range int(be16(data, 4)) {
		entry := data[12+16*i:][:16]
		switch string(entry[:4]) {
		case "glyf", "loca", "post", "name":
			continue
		}
		copy(file[12+16*kept:], entry)
		kept++
	}
	binary.BigEndian.PutUint16(file[4:], uint16(kept))
	return file
}

// Font is the face as the shaper wants it. It may lack outlines and names.
func (f *Face) Font() *font.Font { return f.font }

// Covers tells whether the face has a glyph for r.
func (f *Face) Covers(r rune) bool {
	if r >= 0 && r < 0x10000 {
		return f.coverage[r>>6]>>(r&63)&1 != 0
	}
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// Advance is the horizontal advance of a glyph in font units.
func (f *Face) Advance(gid int) int {
	if gid >= f.longs {
		gid = f.longs - 1
	}
	if gid < 0 {
		return 0
	}
	return int(be16(f.hmtx, gid*4))
}

func (f *Face) advanceOf(r rune) int {
	gid, _ := f.font.NominalGlyph(r)
	return f.Advance(int(gid))
}

// bearing is a glyph's left side bearing; ok is false where hmtx ends before.
func (f *Face) bearing(gid int) (units int, ok bool) {
	at := 4*gid + 2
	if gid >= f.longs {
		at = 4*f.longs + 2*(gid-f.longs)
	}
	if gid < 0 || at+2 > len(f.hmtx) {
		return 0, false
	}
	return int(int16(be16(f.hmtx, at))), true
}

// Extent is the height of a glyph's ink above the baseline and its depth
// below it, both in font units upwards: depth is negative for a descender.
// A glyph without ink has 0, 0.
func (f *Face) Extent(gid int) (height, depth int) {
	g := f.glyph(gid)
	if len(g) < 10 {
		return 0, 0
	}
	return int(int16(be16(g, 8))), int(int16(be16(g, 4)))
}

// Span is the left and the right edge of a glyph's ink from its origin, in font
// units. A glyph without ink has 0, 0.
func (f *Face) Span(gid int) (left, right int) {
	g := f.glyph(gid)
	if len(g) < 10 {
		return 0, 0
	}
	return int(int16(be16(g, 2))), int(int16(be16(g, 6)))
}

// glyph is the entry of the glyf table, empty for a glyph without ink.
func (f *Face) glyph(gid int) []byte {
	if gid < 0 || gid >= f.Glyphs {
		return nil
	}
	return f.glyf[f.loca[gid]:f.loca[gid+1]]
}

// readCoverage sets the bits of the BMP. A map of more characters than Unicode
// has is damaged, and would keep us for minutes.
func (f *Face) readCoverage() error {
	f.coverage = make([]uint64, 0x10000/64)
	left := unicode.MaxRune
	for it := f.font.Cmap.Iter(); it.Next(); left-- {
		if left < 0 {
			return fmt.Errorf("table cmap: %w", sfnt.ErrDamaged)
		}
		if r, gid := it.Char(); gid != 0 && r >= 0 && r < 0x10000 {
			f.coverage[r>>6] |= 1 << (r & 63)
		}
	}
	return nil
}

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// CoversAll tells whether the face has glyphs for all characters of a text, or
// for what they are made of or make together: shapers compose and decompose as
// a face needs it.
func (f *Face) CoversAll(text []rune) bool {
	switch {
	case f.hasAll(text):
		return true
	case len(text) == 1 && !decomposes(text[0]):
		return false
	}
	return f.hasParts(norm.NFC.String(string(text)))
}

func (f *Face) hasAll(text []rune) bool {
	for _, r := range text {
		if !f.Covers(r) {
			return false
		}
	}
	return true
}

func (f *Face) hasParts(text string) bool {
	for _, r := range text {
		if f.Covers(r) {
			continue
		}
		if !decomposes(r) {
			return false
		}
		parts := []rune(norm.NFD.String(string(r)))
		if len(parts) < 2 || !f.hasAll(parts) {
			return false
		}
	}
	return true
}

// decomposes tells whether a character may be others to Unicode. The table of norm has
// no syllables of Hangul.
func decomposes(r rune) bool {
	return unicode.Is(unicode.Hangul, r) || norm.NFD.PropertiesString(string(r)).Decomposition() != nil
}

// brackets are pairs whose members change places in right-to-left text
// (Unicode's Bidi_Mirroring_Glyph), and those of the Quran.
const brackets = "()[]{}<>«»‹›﴾﴿⟨⟩⟪⟫⌈⌉⌊⌋"

// isBracket tells the members of such pairs.
func isBracket(r rune) bool { return strings.ContainsRune(brackets, r) }

// otherBracket is the other member of a bracket's pair.
func otherBracket(r rune) rune {
	of := []rune(brackets)
	return of[slices.Index(of, r)^1]
}

// pairBrackets takes a bracket for one that the face lacks where it lacks the
// other of its pair, which is drawn in its place in right-to-left text.
func (f *Face) pairBrackets() {
	for _, r := range brackets {
		if !f.Covers(otherBracket(r)) {
			f.coverage[r>>6] &^= 1 << (r & 63)
		}
	}
}
