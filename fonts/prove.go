package fonts

import (
	"errors"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"warraq/content/char"
)

// errUnjoined refuses a face whose Arabic letters stand apart.
var errUnjoined = errors.New("it does not join Arabic letters: it has no OpenType features for the Arabic script (a face for Graphite, perhaps); use another face")

// prove sees what a face makes of Arabic text: whether letters join, and how
// much a tatweel between them adds. The glyph of a tatweel alone may be wider,
// or have no width.
func (f *Face) prove() (err error) {
	defer func() { // go-text panics over some damaged tables; such a face is set letter by letter
		if recover() != nil {
			err = nil
		}
	}()
	shaped := harfbuzz.NewFont(font.NewFace(f.font))
	if f.unjoined(shaped) {
		return errUnjoined
	}
	f.Tatweel = 0
	if !f.Covers(char.Tatweel) || !f.lengthens(shaped) {
		return nil
	}
	for _, pair := range [...][2]string{{"سـلام", "سلام"}, {"بـب", "بب"}} {
		if more := advance(shapeArabic(shaped, pair[0])) - advance(shapeArabic(shaped, pair[1])); more > 0 {
			f.Tatweel = more
			break
		}
	}
	return nil
}

// lengthens tells whether a tatweel can stand in ordinary words and change nothing
// else of them, as shapers tell: a face whose rules look across nearly all joints
// lets it stand nowhere.
func (f *Face) lengthens(shaped *harfbuzz.Font) bool {
	safe, words := 0, 0
	for _, word := range strings.Fields("سلام كتاب محمد عليهم الحمد يكتبون مستقيم صحيح بينهم مجلس") {
		if !f.hasAll([]rune(word)) {
			continue
		}
		words++
		if slices.ContainsFunc(shapeArabic(shaped, word), func(g drawn) bool { return g.safe }) {
			safe++
		}
	}
	return words < 5 || 5*safe >= words
}

// unjoined tells whether a letter that joins on both sides has one form at the
// beginning, in the middle and at the end of a word.
func (f *Face) unjoined(shaped *harfbuzz.Font) bool {
	for _, r := range "بسملنكه" {
		if f.Covers(r) {
			g := shapeArabic(shaped, string([]rune{r, r, r}))
			return len(g) == 3 && g[0].glyph == g[1].glyph && g[1].glyph == g[2].glyph
		}
	}
	return false
}

// drawn is a shaped glyph.
type drawn struct {
	glyph   font.GID
	advance int
	safe    bool // a tatweel may stand before it
}

// shapeArabic shapes a word.
func shapeArabic(f *harfbuzz.Font, word string) []drawn {
	b := harfbuzz.NewBuffer()
	b.AddRunes([]rune(word), 0, -1)
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage("ar"), Script: language.Arabic, Direction: harfbuzz.RightToLeft}
	b.ClusterLevel, b.Flags = harfbuzz.Characters, harfbuzz.ProduceSafeToInsertTatweel
	b.Shape(f, nil)
	glyphs := make([]drawn, len(b.Info))
	for i := range glyphs {
		glyphs[i] = drawn{font.GID(b.Info[i].Glyph), int(b.Pos[i].XAdvance), b.Info[i].Mask&harfbuzz.GlyphSafeToInsertTatweel != 0}
	}
	return glyphs
}

func advance(glyphs []drawn) (units int) {
	for _, g := range glyphs {
		units += g.advance
	}
	return units
}
