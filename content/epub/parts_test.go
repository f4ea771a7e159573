package epub

import (
	"strconv"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
)

// parted is a book of every role, with a note in two chapters, one of them
// called twice and once from another note.
func parted() *content.Document {
	note := &content.Note{Label: "1", Blocks: []content.Block{line("حاشية.")}}
	outer := &content.Note{Label: "2", Blocks: []content.Block{para(text("حاشية تدعو أخرى"), &content.NoteRef{Note: note})}}
	third := &content.Note{Label: "1", Blocks: []content.Block{&content.Break{}}}
	third.Anchor = "third"
	doc := &content.Document{Meta: content.Meta{Title: "كتاب الأجزاء", Lang: "ar-MA", Dir: locale.RTL}}
	words := locale.WordsFor("ar")
	add := func(r content.Role, bs ...content.Block) {
		title := r.TitleIn(&words)
		if title == "" {
			title = "عنوان"
		}
		ch := chapter(title, bs...)
		ch.Role = r
		ch.Classes = []string{r.String()}
		doc.Chapters = append(doc.Chapters, ch)
	}
	add(content.Dedication, line("إلى القارئ."))
	add(content.Figures)
	add(content.Tables)
	add(content.Preface, line("نص."))
	add(content.Introduction, line("نص."))
	add(content.Part, line("تعريف."))
	add(content.Body, para(text("نص"), &content.NoteRef{Note: note}, &content.NoteRef{Note: outer}, &content.NoteRef{Note: note}))
	add(content.Body, para(&content.Link{URL: "#third", Inlines: []content.Inline{text("رابط"), &content.NoteRef{Note: third}}}))
	add(content.Part)
	add(content.Body, head(2, "مبحث"))
	add(content.Appendix, line("نص."))
	add(content.Glossary, line("نص."))
	add(content.Sources, line("نص."))
	add(content.Index, line("نص."))
	add(content.Colophon, line("نص."))
	doc.Setup.Notes, doc.Setup.Numbering = setup.NotesAtEnd, setup.NumberChapters
	number.Document(doc)
	return doc
}

// TestParts holds what is other than in a book of chapters alone: contents and
// landmarks, the spine, and the documents of some roles.
func TestParts(t *testing.T) {
	parts := unzip(t, build(t, parted(), Options{}))
	ids := wellFormed(t, parts)
	g := openGolden(t, "testdata/parts.txtar")
	body := func(name string) []byte {
		_, after, _ := strings.Cut(parts[name], "<body")
		return []byte("<body" + after)
	}
	for _, name := range []string{"nav.xhtml", "xhtml/ch0001.xhtml", "xhtml/ch0002.xhtml", "xhtml/ch0006.xhtml", "xhtml/ch0007.xhtml", "xhtml/ch0008.xhtml", "xhtml/ch0011.xhtml", "xhtml/ch0012.xhtml"} {
		g.check(t, name, body("EPUB/"+name))
	}
	_, spine, _ := strings.Cut(parts["EPUB/package.opf"], "<spine")
	spine, _, _ = strings.Cut(spine, "</spine>")
	g.check(t, "spine", []byte("<spine"+spine))
	everyLinkArrives(t, parts, ids)
}

// epubTypes is what each role is in the EPUB 3 Structural Semantics Vocabulary.
var epubTypes = map[content.Role]string{
	content.Dedication: "dedication", content.Preface: "preface", content.Introduction: "introduction", content.Part: "part",
	content.Body: "chapter", content.Appendix: "appendix", content.Glossary: "glossary", content.Sources: "bibliography",
	content.Index: "index", content.Colophon: "colophon", content.Notes: "endnotes", content.Figures: "loi", content.Tables: "lot",
}

// TestDivisions: each document says which matter it is of.
func TestDivisions(t *testing.T) {
	doc := parted()
	parts := unzip(t, build(t, doc, Options{}))
	for i, ch := range doc.Chapters {
		name := "EPUB/xhtml/ch00" + []string{"0", ""}[min(1, (i+1)/10)] + strconv.Itoa(i+1) + ".xhtml"
		want := map[content.Matter]string{content.Front: "frontmatter", content.Main: "bodymatter", content.Back: "backmatter"}[ch.Matter]
		if !strings.Contains(parts[name], `<body epub:type="`+want+`" `) {
			t.Errorf("%s, of role %s, is not %s", name, ch.Role, want)
		}
		says := `epub:type="` + epubTypes[ch.Role] + `"`
		if ch.Role == content.Index { // without entries
			says = `role="doc-index"`
		}
		if !strings.Contains(parts[name], says) {
			t.Errorf("%s does not say that it is %s", name, ch.Role)
		}
	}
}

// TestContentsAfterDedications: a book that is nothing but a dedication has its
// contents still.
func TestContentsAfterDedications(t *testing.T) {
	ch := chapter("إهداء", line("إلى القارئ."))
	ch.Role = content.Dedication
	opf := unzip(t, build(t, book(ch), Options{}))["EPUB/package.opf"]
	if !strings.Contains(opf, `<itemref idref="nav"/>`) {
		t.Error(opf)
	}
}
