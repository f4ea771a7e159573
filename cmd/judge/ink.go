package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"warraq/cmd/judge/internal/lettering"
	"warraq/cmd/judge/internal/pdfread"
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
	drawn     []lettering.Verdict
	different []string
	absent    []string
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
	strs, err := f.ReadPages()
	if err != nil {
		return nil, err
	}
	source, err := c.sourceWords(b)
	if err != nil {
		return nil, err
	}
	small, err := c.smallCapitals(b)
	if err != nil {
		return nil, err
	}
	words := lettering.WordsOf(strs)
	found := &inspection{words: len(words), source: len(source)}
	known := lettering.NewLexicon(b.lang, source, small)
	seen := make(map[string]bool)
	for _, d := range words {
		if k := d.Key(); !seen[k] {
			seen[k] = true
			face, err := c.typeface(d.In.Font)
			if err != nil {
				return nil, err
			}
			found.drawn = append(found.drawn, lettering.Verdict{Drawn: d, Face: face})
		}
	}
	if err := c.judge(found, known); err != nil {
		return nil, err
	}
	found.absent = lettering.Absent(source, words)
	b.words = found
	return found, nil
}

// judge finds for each form the reading under which it is right; only those
// that have none as they are written are taken for lengthened.
func (c *court) judge(found *inspection, known *lettering.Lexicon) error {
	wrong := make([]*lettering.Verdict, len(found.drawn))
	for i := range found.drawn {
		wrong[i] = &found.drawn[i]
	}
	for _, bars := range lettering.Stretches {
		if err := c.shapeAll(wrong, known, bars); err != nil {
			return err
		}
		var left []*lettering.Verdict
		for _, v := range wrong {
			if err := v.Judge(known, bars); err != nil {
				return err
			}
			if !v.Ok {
				left = append(left, v)
			} else if bars.Most > 0 {
				found.long++
			}
		}
		wrong = left
	}
	for _, v := range wrong {
		found.different = append(found.different, v.Explain(known))
	}
	return nil
}

// typeface finds the original of an embedded font by its name.
func (c *court) typeface(p *pdfread.Font) (*lettering.Typeface, error) {
	file := c.original(p.Base)
	if file == "" {
		return nil, fmt.Errorf("the font %s is none of ours", p.Base)
	}
	if c.faces[file] == nil {
		t, err := lettering.ReadTypeface(file)
		if err != nil {
			return nil, err
		}
		c.faces[file] = t
	}
	t := c.faces[file]
	if p.Program.Upem != t.Program.Upem {
		return nil, fmt.Errorf("the font %s has %d units per em, its original %d", p.Base, p.Program.Upem, t.Program.Upem)
	}
	return t, nil
}

// shapeAll asks hb-shape for every reading of every word, in a process for
// each face and manner.
func (c *court) shapeAll(list []*lettering.Verdict, known *lettering.Lexicon, bars lettering.Stretch) error {
	ask := make(map[*lettering.Typeface]map[lettering.Manner][]string)
	for _, v := range list {
		if ask[v.Face] == nil {
			ask[v.Face] = make(map[lettering.Manner][]string)
		}
		for _, run := range v.EveryRun() {
			for _, r := range run.Readings(known, bars) {
				ask[v.Face][r.Manner] = append(ask[v.Face][r.Manner], r.Text)
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

// shape lets hb-shape shape all words in one process and remembers what it
// says. Glyphs come in visual order, from the left.
func (c *court) shape(t *lettering.Typeface, m lettering.Manner, words []string) error {
	known := t.Shaped[m]
	if known == nil {
		known = make(map[string][]lettering.Placed)
		t.Shaped[m] = known
	}
	var list []string
	for _, w := range words {
		if _, ok := known[w]; !ok && w != "" {
			known[w] = nil
			list = append(list, w)
		}
	}
	if len(list) == 0 {
		return nil
	}
	file := filepath.Join(c.work, "words.txt")
	if err := os.WriteFile(file, []byte(strings.Join(list, "\n")+"\n"), 0o666); err != nil {
		return err
	}
	out, err := c.command("hb-shape", "--text-file="+file, "--direction="+m.Direction, "--script="+m.Script, "--language="+m.Language,
		"--font-size=upem", "--no-glyph-names", "--output-format=json", t.Path)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != len(list) {
		return fmt.Errorf("hb-shape gave %d lines for %d words", len(lines), len(list))
	}
	for i, l := range lines {
		var run []lettering.Placed
		if err := json.Unmarshal([]byte(l), &run); err != nil {
			return fmt.Errorf("hb-shape on %q: %w", list[i], err)
		}
		known[list[i]] = run
	}
	return nil
}
