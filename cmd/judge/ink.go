package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

// ink compares, word by word, what the PDF draws with what hb-shape makes of
// the same word and the original font: the contours in their places, through
// every code, composite and width of the embedded font, and the advance. It
// tells apart a wrong glyph, a lost dot, a mark out of place and a wrong gap.
func (c *court) ink() error {
	for _, b := range slices.Concat(c.books, c.faced) {
		found, err := c.inspect(b)
		if err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
		for _, d := range firstFew(found.different) {
			c.fail("ink "+b.name, "%s", d)
		}
		for _, w := range firstFew(found.absent) {
			c.fail("ink "+b.name, "the word %q of the manuscript is not drawn", w)
		}
		if len(found.different)+len(found.absent) > 0 {
			c.fail("ink "+b.name, "%d of %d distinct words differ, %d of %d of the manuscript are absent",
				len(found.different), len(found.drawn), len(found.absent), found.source)
			continue
		}
		c.pass("ink "+b.name, "%d words drawn, %d distinct forms, all as hb-shape has them, %d of these with tatweels; %d distinct words of the manuscript are all there",
			found.words, len(found.drawn), found.long, found.source)
	}
	return nil
}

// firstFew keeps a report short.
func firstFew(list []string) []string { return list[:min(len(list), 8)] }

// inspection is what is known of the words of a book.
type inspection struct {
	words     int
	source    int // distinct words of the manuscript
	long      int // distinct forms that were lengthened
	drawn     []verdict
	different []string
	absent    []string
}

// verdict is a distinct drawn word and the reading under which it is right.
type verdict struct {
	drawn
	face *typeface
	as   reading // of a word of one direction
	ok   bool
}

// inspect reads the PDF of b and judges each distinct word once.
func (c *court) inspect(b *book) (*inspection, error) {
	if b.words != nil {
		return b.words, nil
	}
	f, err := c.readPDF(b.pdf)
	if err != nil {
		return nil, err
	}
	strs, err := f.readPages()
	if err != nil {
		return nil, err
	}
	source, err := c.sourceWords(b)
	if err != nil {
		return nil, err
	}
	words := wordsOf(strs)
	found := &inspection{words: len(words), source: len(source)}
	known := newLexicon(b, source)
	seen := make(map[string]bool)
	for _, d := range words {
		if k := d.key(); !seen[k] {
			seen[k] = true
			face, err := c.typeface(d.in.font)
			if err != nil {
				return nil, err
			}
			found.drawn = append(found.drawn, verdict{drawn: d, face: face})
		}
	}
	if err := c.judge(found, known); err != nil {
		return nil, err
	}
	found.absent = absent(source, words)
	b.words = found
	return found, nil
}

// judge finds for each form the reading under which it is right; only those
// that have none as they are written are taken for lengthened.
func (c *court) judge(found *inspection, known *lexicon) error {
	wrong := make([]*verdict, len(found.drawn))
	for i := range found.drawn {
		wrong[i] = &found.drawn[i]
	}
	for _, bars := range stretches {
		if err := c.shapeAll(wrong, known, bars); err != nil {
			return err
		}
		var left []*verdict
		for _, v := range wrong {
			if err := v.judge(known, bars); err != nil {
				return err
			}
			if !v.ok {
				left = append(left, v)
			} else if bars.most > 0 {
				found.long++
			}
		}
		wrong = left
	}
	for _, v := range wrong {
		found.different = append(found.different, v.explain(known))
	}
	return nil
}

// typeface finds the original of an embedded font by its name.
func (c *court) typeface(p *pdfFont) (*typeface, error) {
	file := c.original(p.base)
	if file == "" {
		return nil, fmt.Errorf("the font %s is none of ours", p.base)
	}
	if c.faces[file] == nil {
		t, err := readTypeface(file)
		if err != nil {
			return nil, err
		}
		c.faces[file] = t
	}
	t := c.faces[file]
	if p.program.upem != t.program.upem {
		return nil, fmt.Errorf("the font %s has %d units per em, its original %d", p.base, p.program.upem, t.program.upem)
	}
	return t, nil
}

// shapeAll asks hb-shape for every reading of every word, in a process for
// each face and manner.
func (c *court) shapeAll(list []*verdict, known *lexicon, bars stretch) error {
	ask := make(map[*typeface]map[manner][]string)
	for _, v := range list {
		if ask[v.face] == nil {
			ask[v.face] = make(map[manner][]string)
		}
		for _, run := range v.everyRun() {
			for _, r := range run.readings(known, bars) {
				ask[v.face][r.manner] = append(ask[v.face][r.manner], r.text)
			}
		}
	}
	for face, manners := range ask {
		for m, texts := range manners {
			if err := c.shape(face, m, texts); err != nil {
				return err
			}
		}
	}
	return nil
}

// everyRun is the word whole, and as it falls apart where its direction turns.
func (v *verdict) everyRun() []drawn {
	var runs []drawn
	for _, way := range v.ways() {
		runs = append(runs, way...)
	}
	return runs
}

// ways are the readings of a word's direction: one run, or several.
func (v *verdict) ways() [][]drawn {
	return [][]drawn{{v.drawn}, v.runs(mostLeft), v.runs(allLeft), v.runs(mostRight)}
}

// judge finds a reading under which the word is drawn as it must be.
func (v *verdict) judge(known *lexicon, bars stretch) error {
	for _, runs := range v.ways() {
		ok := true
		for _, run := range runs {
			r, right, err := v.match(run, known, bars)
			if err != nil {
				return err
			}
			if ok = ok && right; !ok {
				break
			}
			v.as = r
		}
		if ok {
			v.ok = true
			if len(runs) > 1 {
				v.as = reading{}
			}
			return nil
		}
	}
	return nil
}

// match looks among the readings of a run for one that gives its ink.
func (v *verdict) match(run drawn, known *lexicon, bars stretch) (reading, bool, error) {
	ink, err := run.drawing()
	if err != nil {
		return reading{}, false, err
	}
	for _, r := range run.readings(known, bars) {
		want, err := v.face.drawing(v.face.shaped[r.manner][r.text])
		if err != nil {
			return reading{}, false, err
		}
		if sameInk(ink, want) {
			return r, true, nil
		}
	}
	return reading{}, false, nil
}

// slack is half a unit for the rounding of components that are scaled in the
// original, and a little for widths written in decimals.
const slack = 0.55

func sameInk(a, b drawing) bool {
	return (a.leant || math.Abs(a.advance-b.advance) < 0.1) && unlike(a.contours, b.contours, slack) == 0
}

// explain says how a word that is wrong differs from its first reading.
func (v *verdict) explain(known *lexicon) string {
	where := fmt.Sprintf("page %d, %q in %s", v.in.page, v.visual(), v.in.font.base)
	list := v.readings(known, stretch{})
	if len(list) == 0 {
		return where + ": no reading of it"
	}
	ink, err := v.drawing()
	if err != nil {
		return where + ": " + err.Error()
	}
	r := list[0]
	want, err := v.face.drawing(v.face.shaped[r.manner][r.text])
	if err != nil {
		return where + ": " + err.Error()
	}
	return fmt.Sprintf("%s: %d of %d contours differ, advance %.1f for %.1f (shaped %q %s)",
		where, unlike(ink.contours, want.contours, slack), len(want.contours), ink.advance, want.advance, r.text, r.direction)
}

// absent lists the words of the source that are drawn nowhere. A word may be
// broken at the end of a line and cut where font, style or direction changes;
// then each of its parts must be drawn, a divided one up to its hyphen and from
// it.
func absent(source []string, words []drawn) []string {
	there := make(map[string]bool)
	var divided []string
	for _, d := range words {
		text := d.visual()
		there[letters(text)] = true
		for _, p := range parts(text) {
			there[letters(p)] = true
		}
		if before, _, hyphened := strings.Cut(text, softHyphen); hyphened {
			if p := parts(before); len(p) > 0 {
				divided = append(divided, p[len(p)-1])
			}
		}
	}
	drawn := func(part string) bool {
		return there[letters(part)] || slices.ContainsFunc(divided, func(before string) bool {
			rest, begins := strings.CutPrefix(part, before)
			return begins && there[letters(rest)]
		})
	}
	var missing []string
	for _, w := range source {
		if !there[letters(w)] && !allOf(parts(w), drawn) && !inTwo(w, drawn) && !allOf(aroundDigits(w), drawn) {
			missing = append(missing, w)
		}
	}
	return missing
}

// inTwo tells whether a word is drawn as two, one behind the other.
func inTwo(w string, drawn func(string) bool) bool {
	for at := range w {
		if at > 0 && allOf(append(parts(w[:at]), parts(w[at:])...), drawn) {
			return true
		}
	}
	return false
}

// aroundDigits are the parts of a word beside its digits, which may stand lower or
// higher: H₂O.
func aroundDigits(w string) []string {
	var list []string
	from, digit := 0, false
	for i, r := range w {
		if d := unicode.IsDigit(r); i > 0 && d != digit {
			list, from = append(list, parts(w[from:i])...), i
		}
		digit = unicode.IsDigit(r)
	}
	return append(list, parts(w[from:])...)
}

func allOf(list []string, holds func(string) bool) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !holds(s) })
}

// sourceWords are the distinct words of the manuscript, between white space.
func (c *court) sourceWords(b *book) ([]string, error) {
	texts, err := c.sourceTexts(b)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(strings.Join(texts, "\n"))
	slices.Sort(words)
	return slices.Compact(words), nil
}
