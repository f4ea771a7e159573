package layout_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"

	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/guide"
	"warraq/content/samples"
	"warraq/layout"
)

// sampleBooks are the manuscripts that come with the program.
var sampleBooks = []struct {
	folder     fs.FS
	name, lang string
}{
	{samples.FS(), "booklet", "ar-MA"}, {samples.FS(), "specimen", ""}, {samples.FS(), "mixed.md", "ar-MA"},
	{samples.FS(), "vocalised.txt", "ar-MA"}, {guide.FS(), "ar", ""}, {guide.FS(), "en", ""},
	{samples.FS(), "languages/fa.md", ""}, {samples.FS(), "languages/ur.md", ""},
	{samples.FS(), "languages/he.md", ""}, {samples.FS(), "languages/fr.md", ""},
}

// mostSpread is how much larger the largest gap of a kind may be than the smallest.
const mostSpread = 1.5

// gapKey is what the gaps of a theme are gathered by.
type gapKey struct {
	kind  string
	after bool
}

// TestGaps measures the white around each kind of thing in all samples and
// themes and writes the table; within a kind it is of one size, on pages that do
// not end a chapter.
func TestGaps(t *testing.T) {
	const name = "RHYTHM.md"
	var out bytes.Buffer
	fmt.Fprint(&out, gapsHead)
	for _, theme := range settings.Themes {
		found, short, feet := gapsIn(t, theme)
		fmt.Fprintf(&out, "\n## %s\n\nLines above the foot at which %d pages end that do not end a chapter: more than ½ on %d, 1 on %d, 2 on %d, 3 on %d, 4 on %d.\n\n",
			theme, len(short), count(short, 0.501), count(short, 1.001), count(short, 2.001), count(short, 3.001), count(short, 4.001))
		fmt.Fprintf(&out, "Pages that end with what announces the next one's head: %d; within a table of up to nine rows: %d; last pages of a chapter, not its first, of less than two lines: %d, of two: %d, of three: %d, of four: %d.\n\n",
			feet.Announced, feet.Parted, feet.Few[0]+feet.Few[1], feet.Few[2], feet.Few[3], feet.Few[4])
		fmt.Fprint(&out, "| kind | | gaps | least | median | most | most : least |\n|--|--|--:|--:|--:|--:|--:|\n")
		for _, key := range slices.SortedFunc(maps.Keys(found), func(a, b gapKey) int {
			return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(side(a.after), side(b.after)))
		}) {
			g := slices.Sorted(slices.Values(found[key]))
			spread := g[len(g)-1] / g[0]
			fmt.Fprintf(&out, "| %s | %s | %d | %.1f | %.1f | %.1f | %.2f |\n", key.kind, side(key.after), len(g), g[0], g[len(g)/2], g[len(g)-1], spread)
			if spread > mostSpread+0.005 {
				t.Errorf("%s: %.1f to %.1f points %s a %s", theme, g[0], g[len(g)-1], side(key.after), key.kind)
			}
		}
	}
	want, err := os.ReadFile(name)
	if bytes.Equal(out.Bytes(), want) {
		return
	}
	if !*update {
		t.Fatalf("%s is not what the pages give (%v); if the gaps are right, go test ./layout -run TestGaps -update\ngot:\n%s", name, err, &out)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

const gapsHead = `# Rhythm

How white is given out, and what comes of it. ` + "`rhythm.go`" + ` has the least white between two kinds of things and how far it may grow
(half as much again), ` + "`galley/fill.go`" + ` how a page fills, ` + "`galley/stretch.go`" + ` where its rows stand then, ` + "`vlist/row.go`" + ` and ` + "`galley/choose.go`" + ` what pages and their
breaks cost.

A page keeps the grid: between two rows on it the spaces take what it leaves, and a line more where the page would end above its foot.
One that would still be more than a line short leaves the grid where it comes half a line nearer to its foot by that, or within a line of it:
all of its spaces share what it has, each as far as it may grow, and then the white within its blocks: lines of text by up to 3 % of their
leading, lines of listings by 4 %, items of lists by a fifth of a line, rows of tables by 12 % of a row of one line, nested blocks by half of
their space, what is below a chapter's title by a quarter of a line. Where a page lacks a few points for what ought to stand on it, its lines draw nearer by up to 1 %, those of listings by 4 % (` + "`vlist/slack.go`" + `).
What none of this has room for the page stays short of, best like the page that faces it. A hole weighs the more the larger a part of its page it is. What is rather kept whole is parted before it leaves more than a
part of its page empty: a short listing, or what it makes, an eighth; a short table of more than a third of a page a seventh; a box a quarter.
A source and what it makes may stand on two pages: the hairline beside it says what it is. A quotation may be parted before its last line
where that is no scrap and has its source below it. A figure without a size of its own is smaller, by a fifth or at most a third, where it would
stand on the next page else (` + "`galley/smaller.go`" + `).

Lines above the foot at which pages end that do not end a chapter, over the samples of 7cb0dec: then, before there were ranges, at 3356798
and now:

| theme | | pages | more than 1 | 2 | 3 | 4 | 5 | sum of squares |
|--|--|--:|--:|--:|--:|--:|--:|--:|
| plain | 7cb0dec | 150 | 32 | 21 | 9 | 1 | 0 | 294 |
| | 3356798 | 151 | 33 | 14 | 5 | 1 | 0 | 210 |
| | now | 149 | 9 | 3 | 0 | 0 | 0 | 62 |
| report | 7cb0dec | 161 | 37 | 31 | 17 | 6 | 2 | 483 |
| | 3356798 | 161 | 36 | 22 | 4 | 0 | 0 | 230 |
| | now | 155 | 6 | 2 | 0 | 0 | 0 | 59 |
| literary | 7cb0dec | 195 | 62 | 54 | 31 | 11 | 6 | 899 |
| | 3356798 | 194 | 54 | 30 | 11 | 3 | 3 | 482 |
| | now | 191 | 24 | 9 | 2 | 1 | 1 | 178 |

Page for page (matched by its first words, or else by its place in the chapter) none of 495 ends more than a line higher than at 7cb0dec, and 106
end more than a line lower. With a line and more below a title the squares are smaller still (46, 50 and 160), but up to seven pages end
higher than they did, so that the one that faces them ends lower.

What holes and breaks weigh was tried anew with it: a hole that costs more from its second line on, holes at 1.3 to 3 times their price, a
paragraph that ends in a colon at 1.1 to 3 times its own. Each of these mends some pages for others; a dearer colon costs a hole of two lines for
every four pages that it mends.

A paragraph set a line longer or shorter was tried and left out: few are longer than six lines, and of the 104 blocks of text in the
booklet 2 can be longer, at a ratio of 1.8, and none shorter.

Below is the white above and below things, in points, in all samples in each theme, on pages that do not end a chapter: from edge to edge of
grounds, rules and pictures; text begins 0.6 of its size above its baseline and ends at it. Made by ` + "`go test ./layout -run Gaps -update`" + `.
`

func side(after bool) string {
	if after {
		return "after"
	}
	return "before"
}

func count(short []float64, least float64) (n int) {
	for _, s := range short {
		if s > least {
			n++
		}
	}
	return n
}

// gapsIn measures all samples in a theme.
func gapsIn(t *testing.T, theme string) (map[gapKey][]float64, []float64, layout.Feet) {
	t.Helper()
	found, short, feet := make(map[gapKey][]float64), []float64(nil), layout.Feet{}
	for _, s := range sampleBooks {
		doc, _, err := book.Read(s.folder, s.name, book.Options{Lang: s.lang, Theme: book.File{Name: theme}})
		if err != nil {
			t.Fatal(err)
		}
		gaps, lines, ends := layout.Gaps(doc, facesOf(t, doc))
		feet.Announced, feet.Parted = feet.Announced+ends.Announced, feet.Parted+ends.Parted
		for i, n := range ends.Few {
			feet.Few[i] += n
		}
		for _, page := range slices.Sorted(maps.Keys(lines)) {
			short = append(short, lines[page])
			if testing.Verbose() && lines[page] > 1.001 {
				t.Logf("%s %s: page %d is %.2f lines short", theme, s.name, page, lines[page])
			}
		}
		for _, g := range gaps {
			if g.Last {
				continue
			}
			key := gapKey{g.Kind, g.After}
			found[key] = append(found[key], g.White)
			if testing.Verbose() {
				t.Logf("%s %s page %d: %.1f points %s %s", theme, s.name, g.Page, g.White, side(g.After), g.Kind)
			}
		}
	}
	return found, short, feet
}
