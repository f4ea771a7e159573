package layout_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/locale"
	"warraq/layout/display"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata want")

// TestPages lays out the manuscript of each case of testdata/*.txtar and
// compares its pages, item by item, with the file "want". A case's comment
// says what to look for; a line of it that begins with "show:" says which
// items beside lines of text are dumped.
func TestPages(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { golden(t, name) })
	}
}

func golden(t *testing.T, name string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var in []txtar.File
	var want []byte
	for _, f := range a.Files {
		if f.Name == "want" {
			want = f.Data
			continue
		}
		in = append(in, f)
	}
	doc := manuscript(t, in)
	b := pagesOf(t, doc, 1)
	everyLetterOnce(t, doc, b)
	nothingOutside(t, b)
	noOverlap(t, b)
	onGrid(t, doc, b)
	notesInOrder(t, doc, b, true)
	floatsHeld(t, doc, b)
	foliosTrue(t, doc, b)
	numberedByPage(t, doc, b)
	threeRounds(t, b)
	got := []byte(summary(doc, b, shown(string(a.Comment))))
	if bytes.Equal(got, want) {
		return
	}
	if !*update {
		t.Fatalf("got:\n%s\nwant:\n%s", got, want)
	}
	a.Files = append(in, txtar.File{Name: "want", Data: got})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// manuscript reads the files of a case: a folder, or a single chapter.md. In
// its text {{30}} stands for thirty words, and its images are drawn as [drawn]
// is told.
func manuscript(t testing.TB, files []txtar.File) *content.Document {
	t.Helper()
	folder, name := fstest.MapFS{}, "."
	texts := 0
	for _, f := range files {
		folder[f.Name] = &fstest.MapFile{Data: drawn(t, f.Name, filled(f.Data))}
		if !strings.HasSuffix(f.Name, ".png") {
			texts++
			name = f.Name
		}
	}
	if texts > 1 {
		name = "."
	}
	doc, _, err := book.Read(folder, name, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return inBook(doc)
}

// stock is the words that fill texts.
var stock = strings.Fields(`كان القارئ يفتح الكتاب كل مساء على ضوء قليل فيقرأ صفحة ثم يعود إلى أولها وينظر في الحاشية
	ويكتب على الهامش رأيا قصيرا لا يزيد عن سطر وربما نسي العدد فرجع إليه من الغد حتى تم له الفصل`)

var filler = regexp.MustCompile(`\{\{(\d+)\}\}`)

func filled(text []byte) []byte {
	next := 0
	return filler.ReplaceAllFunc(text, func(mark []byte) []byte {
		n, _ := strconv.Atoi(string(mark[2 : len(mark)-2]))
		words := make([]string, n)
		for i := range words {
			words[i] = stock[next%len(stock)]
			next++
		}
		return []byte(strings.Join(words, " "))
	})
}

func shown(comment string) (show []string) {
	for line := range strings.Lines(comment) {
		if kinds, ok := strings.CutPrefix(line, "show:"); ok {
			show = append(show, strings.Fields(kinds)...)
		}
	}
	return show
}

// summary is the pages in few words: a line of text with its baseline, the
// left and right end of its ink, its type size where it is not 12, and its
// first and last words. "~" marks what belongs to no part of the manuscript.
func summary(doc *content.Document, b *display.Book, show []string) string {
	var out strings.Builder
	kinds := strings.Join(show, " ")
	for _, w := range b.Warnings {
		fmt.Fprintf(&out, "warning %s\n", w)
	}
	if strings.Contains(kinds, "style") {
		s := b.Style
		fmt.Fprintf(&out, "page %.1f×%.1f rows %d leading %g left odd %.1f even %.1f measure %.1f top %.1f height %g\n",
			s.Trim.W, s.Trim.H, s.Rows, s.Leading, s.Left(true), s.Left(false), s.Measure(), s.Top, s.Height())
	}
	for _, p := range b.Pages {
		fmt.Fprintf(&out, "page %d", p.Number)
		if p.Folio != locale.FormatInt(p.Number, locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)) {
			fmt.Fprintf(&out, " folio %q", p.Folio)
		}
		out.WriteByte('\n')
		for _, it := range p.Items {
			out.WriteString(summaryOf(b, it, kinds))
		}
	}
	return out.String()
}

func summaryOf(b *display.Book, it display.Item, kinds string) string {
	switch it := it.(type) {
	case *display.Text:
		turned := ""
		if it.Turn != display.Upright {
			turned = fmt.Sprintf(" turned %+d", it.Turn)
		}
		lying := lying(it)
		left, right := extent(&lying)
		mark := " "
		if it.Elem == 0 {
			mark = "~"
		}
		size := ""
		if len(it.Line.Pieces) > 0 && it.Line.Pieces[0].Style.Size != 12 {
			size = fmt.Sprintf(" %gpt", it.Line.Pieces[0].Style.Size)
		}
		return fmt.Sprintf("%s %6.1f %6.1f–%.1f%s%s %s\n", mark, lying.Y, left, right, size, turned, few(it.Line.Text()))
	case *display.Rule:
		kind := "rules"
		if it.Dotted {
			kind = "leaders"
		}
		if strings.Contains(kinds, kind) {
			return fmt.Sprintf("  %s %6.1f %6.1f–%.1f height %.1f\n", kind[:len(kind)-1], it.Y, it.X, it.X+it.W, it.H)
		}
	case *display.Image:
		return fmt.Sprintf("  image %6.1f %6.1f–%.1f height %.1f %s %q\n", it.Y, it.X, it.X+it.W, it.H, it.Asset, it.Alt)
	case *display.Link:
		if strings.Contains(kinds, "links") {
			to := it.URL
			if spot, ok := b.Spots[it.Dest]; ok {
				to = fmt.Sprintf("page %d at %.1f", spot.Page+1, spot.Y)
			}
			return fmt.Sprintf("  link %6.1f %6.1f–%.1f → %s %q\n", it.Y, it.X, it.X+it.W, to, it.Text)
		}
	}
	return ""
}

// few is a line's first and last words.
func few(line string) string {
	words := strings.Fields(line)
	if len(words) <= 5 {
		return line
	}
	return strings.Join(words[:3], " ") + " … " + words[len(words)-1]
}
