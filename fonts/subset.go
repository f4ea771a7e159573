package fonts

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode"

	"warraq/fonts/internal/glyphs"
	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"golang.org/x/text/unicode/norm"
)

// Subset gives a TrueType file for a text of the characters: the same but that
// the glyphs which no shaping of such a text can show have no ink, and that other
// characters are not mapped, so that a program which shows them takes them from
// another face. The glyphs keep their numbers and metrics, and the tables of
// layout stay as they are; so the text is shaped, and looks, as with the whole
// face, with any features.
//
// It gives data itself where that is not sure: outlines of another kind, designs that
// vary and colours, of all of which [Static] makes plain ones, and a face that may not be
// changed, by its OS/2 table. Where a licence reserves the face's name, the file has
// another.
func Subset(data []byte, text *Runes) []byte {
	parts, err := sfnt.Tables(data)
	if err != nil || !mayChange(parts) {
		return data
	}
	face, err := ReadFace(data)
	if err != nil || slices.Contains(face.Unread, "GSUB") {
		return data
	}
	s := subsetter{face: face, text: shapable(face, text)}
	cmap := s.cmap(parts["cmap"])
	if cmap == nil || !s.reach() {
		return data
	}
	s.addParts()
	parts["cmap"], parts["head"] = cmap, longLoca(parts["head"])
	parts["glyf"], parts["loca"] = s.outlines()
	for tag := range parts {
		if !followed[tag] {
			delete(parts, tag)
		}
	}
	if reserves(parts["name"]) {
		parts["name"] = sfnt.Rename(parts["name"], anonymous)
	}
	file := sfnt.Assemble(parts)
	sfnt.Seal(file)
	if len(file) >= len(data) {
		return data
	}
	return file
}

// followed are the tables that Subset keeps: with them it knows all ways to a glyph. The
// others say nothing of how outlines show a text: a signature of the file as it was, what
// tools keep for themselves, bitmaps of the outlines, the metrics of vertical lines, which
// no book here has, and the rules of Graphite, of AAT and of formulas, by which no text is
// shaped where there are those of OpenType.
var followed = map[string]bool{
	"GDEF": true, "GPOS": true, "GSUB": true, "OS/2": true, "cmap": true, "cvt ": true, "fpgm": true, "gasp": true,
	"glyf": true, "head": true, "hhea": true, "hmtx": true, "kern": true, "loca": true, "maxp": true, "meta": true,
	"name": true, "post": true, "prep": true, "hdmx": true, "LTSH": true, "VDMX": true, "PCLT": true, "BASE": true,
	"STAT": true, // of a face with one design it says names alone
}

// other are the tables by which a face shows something else than its outlines.
var other = []string{"fvar", "gvar", "CFF ", "CFF2", "COLR", "SVG ", "sbix", "CBDT"}

// mayChange tells whether a face is of the kind that Subset can change, and its
// maker does not forbid it (OpenType 1.9, "OS/2", fsType).
func mayChange(parts map[string][]byte) bool {
	for _, tag := range other {
		if parts[tag] != nil {
			return false
		}
	}
	if parts["GSUB"] == nil && (parts["morx"] != nil || parts["mort"] != nil) {
		return false // shaped by AAT
	}
	const noSubsetting = 0x0100
	os2 := parts["OS/2"]
	return len(os2) >= 10 && be16(os2, 8)&noSubsetting == 0 && forUnicode(parts["cmap"])
}

// reserves tells whether a table name says that the name is reserved (OFL 1.1,
// condition 3).
func reserves(name []byte) bool {
	reserved := []byte("Reserved Font Name")
	wide := make([]byte, 0, 2*len(reserved))
	for _, c := range reserved {
		wide = append(wide, 0, c)
	}
	return bytes.Contains(name, reserved) || bytes.Contains(name, wide)
}

// anonymous takes a face's name from a table name; whose it is and its licence stay (OFL
// 1.1, condition 2).
func anonymous(id int) (text string, change, drop bool) {
	switch id {
	case 1, 3, 4, 6, 16, 18, 20, 21, 25:
		return "Subset", true, false
	}
	return "", false, false
}

// forUnicode tells whether a table cmap maps characters, and not the codes of a
// symbol font alone.
func forUnicode(cmap []byte) bool {
	if len(cmap) < 4 {
		return false
	}
	for i := range int(be16(cmap, 2)) {
		at := 4 + 8*i
		if at+8 > len(cmap) {
			break
		}
		switch platform, encoding := be16(cmap, at), be16(cmap, at+2); {
		case platform == 0 && encoding != 5, platform == 3 && (encoding == 1 || encoding == 10):
			return true
		}
	}
	return false
}

// shapable is the characters of a text with those that a shaper may put in their
// place or beside them: parts and compositions, mirrored brackets, the circle
// under a lone mark, the hyphen for one that does not break.
func shapable(f *Face, text *Runes) *Runes {
	all := *text
	all.AddString("<> \u00a0-\u2010\u2011\u200c\u200d\u25cc\u0640")
	math := false
	for r := range text.All() {
		all.AddString(norm.NFKD.String(string(r)))
		math = math || r > 0x7f && unicode.Is(unicode.Sm, r)
	}
	shaped := joins(f.font)
	known := all
	for it := f.font.Cmap.Iter(); it.Next(); {
		r, _ := it.Char()
		form := norm.NFD
		if !shaped && (r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00) {
			form = norm.NFKD // a shaper joins letters by these
		}
		mirrored := unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf) || math && unicode.Is(unicode.Sm, r)
		if mirrored || known.has(form.String(string(r))) {
			all.Add(r)
		}
	}
	return &all
}

// joins tells whether a face joins Arabic letters by its features, in all languages;
// where it does not, shapers take the forms of letters that have characters.
func joins(f *font.Font) bool {
	script := f.GSUB.FindScript(ot.MustNewTag("arab"))
	if script < 0 {
		return false
	}
	languages := slices.Clone(f.GSUB.Scripts[script].LangSys)
	if usual := f.GSUB.Scripts[script].DefaultLangSys; usual != nil {
		languages = append(languages, *usual)
	}
	init := ot.MustNewTag("init")
	return len(languages) > 0 && !slices.ContainsFunc(languages, func(l tables.LangSys) bool {
		return !slices.ContainsFunc(l.FeatureIndices, func(i uint16) bool { return f.GSUB.Features[i].Tag == init })
	})
}

// subsetter finds the glyphs of a text.
type subsetter struct {
	face *Face
	text *Runes
	glyphs.Set
}

// reach adds every glyph that lookups can make of those of the text, whatever
// their features, in any order and number; ok is false where GSUB holds what is
// not known.
func (s *subsetter) reach() (ok bool) {
	defer func() { // go-text takes damaged tables that it panics over when they are asked
		if recover() != nil {
			ok = false
		}
	}()
	f := s.face.font
	s.Add(0)
	for it := f.Cmap.Iter(); it.Next(); {
		if r, gid := it.Char(); s.text.Has(r) {
			s.Add(tables.GlyphID(gid))
		}
	}
	s.variants()
	for known := 0; known < len(s.List); {
		known = len(s.List)
		for _, lookup := range f.GSUB.Lookups {
			for _, table := range lookup.Subtables {
				if !s.substitute(table) {
					return false
				}
			}
		}
	}
	return true
}

// variants adds the glyphs that variation selectors of the text choose.
func (s *subsetter) variants() {
	for selector := range s.text.All() {
		if selector < 0xFE00 || selector > 0xFE0F && selector < 0xE0100 || selector > 0xE01EF {
			continue
		}
		for r := range s.text.All() {
			if gid, ok := s.face.font.VariationGlyph(r, selector); ok {
				s.Add(tables.GlyphID(gid))
			}
		}
	}
}

// substitute adds what a subtable makes of the glyphs there are. Rules with a
// context make nothing: they apply other lookups, and all are walked.
func (s *subsetter) substitute(table tables.GSUBLookup) bool {
	switch t := table.(type) {
	case tables.SingleSubs:
		s.single(t)
	case tables.MultipleSubs:
		s.each(t.Coverage, len(t.Sequences), func(i int) []tables.GlyphID { return t.Sequences[i].SubstituteGlyphIDs })
	case tables.AlternateSubs:
		s.each(t.Coverage, len(t.AlternateSets), func(i int) []tables.GlyphID { return t.AlternateSets[i].AlternateGlyphIDs })
	case tables.LigatureSubs:
		s.each(t.Coverage, len(t.LigatureSets), func(i int) []tables.GlyphID { return s.ligatures(t.LigatureSets[i]) })
	case tables.ReverseChainSingleSubs:
		s.each(t.Cov(), len(t.SubstituteGlyphIDs), func(i int) []tables.GlyphID { return t.SubstituteGlyphIDs[i : i+1] })
	case tables.ContextualSubs, tables.ChainedContextualSubs:
	default:
		return false
	}
	return true
}

func (s *subsetter) single(table tables.SingleSubs) {
	switch t := table.Data.(type) {
	case tables.SingleSubstData1:
		for _, g := range glyphs.Covered(t.Coverage) {
			if s.Has(g) {
				s.Add(g + tables.GlyphID(t.DeltaGlyphID))
			}
		}
	case tables.SingleSubstData2:
		s.each(t.Coverage, len(t.SubstituteGlyphIDs), func(i int) []tables.GlyphID { return t.SubstituteGlyphIDs[i : i+1] })
	}
}

// each adds what becomes of each glyph of a coverage that is there, by its index
// below n.
func (s *subsetter) each(c tables.Coverage, n int, becomes func(i int) []tables.GlyphID) {
	for i, g := range glyphs.Covered(c) {
		if i < n && s.Has(g) {
			for _, made := range becomes(i) {
				s.Add(made)
			}
		}
	}
}

// ligatures are those of a set whose components are all there.
func (s *subsetter) ligatures(set tables.LigatureSet) (made []tables.GlyphID) {
	for _, l := range set.Ligatures {
		if !slices.ContainsFunc(l.ComponentGlyphIDs, func(g tables.GlyphID) bool { return !s.Has(g) }) {
			made = append(made, l.LigatureGlyph)
		}
	}
	return made
}

// addParts adds the parts of composite glyphs, and theirs.
func (s *subsetter) addParts() {
	for i := 0; i < len(s.List); i++ {
		b := s.face.glyph(int(s.List[i]))
		if len(b) < glyphHeadSize || int16(be16(b, 0)) >= 0 {
			continue
		}
		r := glyphReader{b: b[glyphHeadSize:]}
		for more := true; more; {
			p, ok := r.part()
			if !ok {
				break
			}
			s.Add(tables.GlyphID(p.gid))
			more = p.flags&moreParts != 0
		}
	}
}

// outlines writes the tables glyf and loca, the latter in 32 bits.
func (s *subsetter) outlines() (glyf, loca []byte) {
	for gid := range s.face.Glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if s.Has(tables.GlyphID(gid)) {
			glyf = sfnt.Pad4(append(glyf, s.face.glyph(gid)...), 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// longLoca is a table head that says so.
func longLoca(head []byte) []byte {
	head = bytes.Clone(head)
	binary.BigEndian.PutUint32(head[8:], 0) // the sum of the file, counted in the end
	binary.BigEndian.PutUint16(head[50:], 1)
	return head
}
