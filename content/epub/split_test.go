package epub

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/number"
	"warraq/content/setup"
)

// manifold is a book with a long chapter: headings of every level, paragraphs
// before the first and a long run without any, notes called twice, from another
// note and from a title, links every way, boxes, a table that nothing parts.
func manifold() *content.Document {
	inner := &content.Note{Label: "in", Blocks: []content.Block{line("حاشية على حاشية.")}}
	again := &content.Note{Label: "again", Blocks: []content.Block{para(text("حاشية تُدعى مرارًا"), &content.NoteRef{Note: inner})}}
	titled := &content.Note{Label: "title", Blocks: []content.Block{line("حاشية العنوان.")}}
	var bs []content.Block
	add := func(n int) {
		for range n {
			i := len(bs)
			span := &content.Span{Inlines: texts("هدف")}
			span.Anchor = fmt.Sprint("at", i)
			p := para(text(strings.Repeat("نص الفقرة ", 12)), span, text(fmt.Sprint(" ", i, " ")),
				&content.Link{URL: fmt.Sprint("#at", i), Inlines: texts("هنا")}, &content.NoteRef{Note: &content.Note{Label: fmt.Sprint(i), Blocks: []content.Block{line(fmt.Sprint("حاشية ", i))}}})
			if i%5 == 2 {
				p.(*content.Paragraph).Inlines = append(p.(*content.Paragraph).Inlines, &content.NoteRef{Note: again})
			}
			bs = append(bs, p)
		}
	}
	add(2)
	for i, level := range []int{2, 3, 4, 4, 3, 2, 3, 3, 2} {
		bs = append(bs, head(level, fmt.Sprint("عنوان ", i)))
		add(2)
	}
	bs = append(bs, div("note", "ملاحظة", line("نص")), head(3, "عنوان"), head(4, "تحته"))
	add(15)
	table := &content.Table{Columns: make([]content.Align, 2), Header: row("أ", "ب"), Caption: texts("جدول")}
	for i := range 80 {
		table.Rows = append(table.Rows, row(fmt.Sprint(i), "قيمة"))
	}
	table.Anchor = "table"
	bs = append(bs, table)
	add(3)
	bs = append(bs, para(&content.Link{URL: "#at0", Inlines: texts("أول الفصل")}, text(" "), &content.Link{URL: "#other", Inlines: texts("فصل")},
		text(" "), &content.Reference{Anchor: "table"}, text(" "), &content.Reference{Anchor: "^3"}, text(" "), &content.Reference{Anchor: "^again"}))
	long := chapter("فصل طويل", bs...)
	long.Title = append(long.Title, &content.NoteRef{Note: titled})
	other := chapter("فصل آخر", para(&content.Link{URL: "#table", Inlines: texts("الجدول")}, &content.Link{URL: "#at0", Inlines: texts("الأول")}))
	other.Anchor = "other"
	return book(chapter("مقدمة", line("نص.")), long, other)
}

var (
	itemrefs = regexp.MustCompile(`<itemref idref="(ch[^"]*)"`)
	pieces   = regexp.MustCompile(`<[^>]*>|[^<]+`)
	asides   = regexp.MustCompile(`^<aside id="(note-\d+)"`)
	linkage  = regexp.MustCompile(` (id|href|aria-labelledby)="[^"]*"`)
	frames   = regexp.MustCompile(`^</?(section|body|html)\b`)
)

// told is what the documents of a book say in reading order, but for sections,
// ids and hrefs: its blocks, and its notes by their chapters and ids.
func told(t *testing.T, parts map[string]string) (blocks []string, notes map[string]string) {
	t.Helper()
	notes = map[string]string{}
	for _, m := range itemrefs.FindAllStringSubmatch(parts["EPUB/package.opf"], -1) {
		_, body, _ := strings.Cut(parts["EPUB/xhtml/"+m[1]+".xhtml"], "<body")
		chapter, _, _ := strings.Cut(m[1], "-")
		note := ""
		for _, tag := range pieces.FindAllString("<body"+body, -1) {
			if id := asides.FindStringSubmatch(tag); id != nil {
				note = chapter + " " + id[1]
			}
			tag = linkage.ReplaceAllString(strings.TrimSpace(tag), "")
			switch {
			case tag == "", frames.MatchString(tag):
			case note != "":
				notes[note] += tag
			default:
				blocks = append(blocks, tag)
			}
			if tag == "</aside>" {
				note = ""
			}
		}
	}
	return blocks, notes
}

// printed is pages of print that begin with the titles of a book and in every third
// paragraph, but for its footnotes, in which none begins.
func printed(doc *content.Document) (pages []content.PageStart) {
	foot := false
	content.Walk(doc, func(part any, place *content.Place) {
		n := len(pages) + 1
		p := content.PageStart{Number: n, Folio: fmt.Sprint(n), Value: n, ID: place.ID}
		switch part.(type) {
		case *content.Paragraph:
			if p.Letters = int(place.ID) % 7; place.ID%3 == 0 && !foot {
				pages = append(pages, p)
			}
		case *content.Note:
			foot = doc.Setup.Notes != setup.NotesAtEnd
		case *content.Chapter, *content.Heading:
			pages, foot = append(pages, p), false
		}
	})
	return pages
}

// TestSplit: whatever the limit, the documents together say what the whole
// chapter says, every link arrives, and none is longer than allowed that could
// have been parted.
func TestSplit(t *testing.T) {
	for _, atEnd := range []bool{false, true} {
		doc := manifold()
		if atEnd {
			doc.Setup.Notes = setup.NotesAtEnd
		}
		number.Document(doc)
		pages := printed(doc)
		whole := unzip(t, build(t, doc, Options{Pages: pages}))
		if n := strings.Count(whole["EPUB/toc.ncx"], "<pageTarget"); n != len(pages) || n < 20 {
			t.Errorf("%d pages are listed of %d", n, len(pages))
		}
		blocks, notes := told(t, whole)
		counts := map[int]bool{}
		for limit := 500; limit < 40_000; limit += limit / 4 {
			e, err := begin(doc, Options{Longest: limit, Pages: pages})
			if err != nil || e.render() != nil {
				t.Fatal(err)
			}
			files := 0
			for _, pg := range e.Pages {
				if pg.Chapter == nil {
					continue
				}
				files++
				if pg.Ruler.Length > limit && !single(pg.Text.Blocks) {
					t.Errorf("limit %d: %s has %d bytes and %d blocks", limit, pg.Name, pg.Ruler.Length, len(pg.Text.Blocks))
				}
			}
			counts[files] = true
			parts := unzip(t, build(t, doc, Options{Longest: limit, Pages: pages}))
			everyLinkArrives(t, parts, wellFormed(t, parts))
			gotBlocks, gotNotes := told(t, parts)
			if !slices.Equal(gotBlocks, blocks) {
				t.Errorf("limit %d: the documents say something else:\n%q\nnot\n%q", limit, gotBlocks, blocks)
			}
			if !maps.Equal(gotNotes, notes) {
				t.Errorf("limit %d: the notes say something else:\n%q\nnot\n%q", limit, gotNotes, notes)
			}
			if !atEnd && len(notes) != 38+3 {
				t.Errorf("%d notes", len(notes))
			}
			for _, name := range []string{"EPUB/nav.xhtml", "EPUB/toc.ncx"} {
				if got, want := contentsText(parts[name]), contentsText(whole[name]); got != want {
					t.Errorf("limit %d: %s is\n%s\nnot\n%s", limit, name, got, want)
				}
			}
		}
		if len(counts) < 8 {
			t.Errorf("no more than %d ways of splitting", len(counts))
		}
	}
}

// single tells that blocks are one with the headings over it.
func single(bs []content.Block) bool {
	for _, b := range bs[:len(bs)-1] {
		if _, heads := b.(*content.Heading); !heads {
			return false
		}
	}
	return true
}

// contentsText is a table of contents without its links, and without the name
// of the book, which is made of its documents.
func contentsText(s string) string {
	return regexp.MustCompile(`(href|src)="[^"]*"|urn:uuid:[^"]*`).ReplaceAllString(s, "")
}

// TestSplitPages holds the documents of a chapter that is split at its headings.
func TestSplitPages(t *testing.T) {
	note := &content.Note{Label: "1", Blocks: []content.Block{line("حاشية.")}}
	ch := chapter("فصل", line("تمهيد."), head(2, "باب"), head(3, "أول"), para(text("نص"), &content.NoteRef{Note: note}, &content.Link{URL: "#last", Inlines: texts("الأخير")}),
		head(3, "ثان"), para(text("نص"), &content.NoteRef{Note: note}), line("نص."), head(2, "آخر"), para(text("نص"), &content.Reference{Anchor: "^1"}))
	last := ch.Blocks[7].(*content.Heading)
	last.Anchor = "last"
	ch.Anchor, ch.Classes, ch.Lang = "first", []string{"special"}, "fa"
	doc := book(ch)
	parts := unzip(t, build(t, doc, Options{Longest: 1500}))
	g := openGolden(t, "testdata/split.txtar")
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if strings.HasPrefix(path.Base(name), "ch") || name == "EPUB/nav.xhtml" {
			_, body, _ := strings.Cut(parts[name], "<title>")
			g.check(t, name, []byte("<title>"+body))
		}
	}
	_, spine, _ := strings.Cut(parts["EPUB/package.opf"], "<spine")
	g.check(t, "spine", []byte("<spine"+spine))
}

// TestSplitAgain: a chapter that is too long only since its links lead into the
// documents of another is split too, and that other stays as it was.
func TestSplitAgain(t *testing.T) {
	doc := manifold()
	var links []content.Block
	for range 40 {
		links = append(links, para(&content.Link{URL: "#table", Inlines: texts("الجدول")}))
	}
	doc.Chapters = append(doc.Chapters, chapter("روابط", links...))
	number.Document(doc)
	blocks, notes := told(t, unzip(t, build(t, doc, Options{})))
	before, err := begin(doc, Options{})
	if err != nil || before.render() != nil {
		t.Fatal(err)
	}
	limit := before.Pages[len(before.Pages)-1].Ruler.Length
	parts := unzip(t, build(t, doc, Options{Longest: limit}))
	if parts["EPUB/xhtml/ch0004-2.xhtml"] == "" || parts["EPUB/xhtml/ch0002-2.xhtml"] == "" {
		t.Fatal("there is nothing to see: not both are split")
	}
	gotBlocks, gotNotes := told(t, parts)
	if !slices.Equal(gotBlocks, blocks) || !maps.Equal(gotNotes, notes) {
		t.Errorf("the documents say something else:\n%q\n%q\nnot\n%q\n%q", gotBlocks, gotNotes, blocks, notes)
	}
}
