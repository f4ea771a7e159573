package number_test

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/roles"
	"warraq/content/setup"
)

// named is a chapter of a role, its title the role's name.
func named(r roles.Role) *content.Chapter {
	return &content.Chapter{Role: r, Title: []content.Inline{&content.Text{Value: r.String()}}}
}

// TestMatter: where chapters stand follows from the first and the last that are
// of the main matter; a part groups what follows it up to the back matter.
func TestMatter(t *testing.T) {
	for _, c := range []struct{ roles, want string }{
		{"dedication preface introduction chapter part chapter chapter part chapter sources colophon",
			"front front main main main main/part1 main/part1 main main/part2 back back"},
		{"colophon glossary chapter", "front front main"},
		{"part chapter sources part dedication chapter index", "main main/part1 main/part1 main main/part2 main/part2 back"},
		{"chapter figures preface", "main back back"},
		{"preface sources tables notes", "front back front back"},
		{"part", "main"},
		{"", ""},
	} {
		doc := &content.Document{}
		for _, name := range strings.Fields(c.roles) {
			doc.Chapters = append(doc.Chapters, named(roleNamed(t, name)))
		}
		number.Document(doc)
		var got []string
		for _, ch := range doc.Chapters {
			s := ch.Matter.String()
			if ch.Part != nil {
				s += "/part" + locale.FormatInt(ch.Part.Number, locale.DigitsLatn)
			}
			got = append(got, s)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.roles, got, c.want)
		}
	}
}

func roleNamed(t *testing.T, name string) roles.Role {
	for i, n := range roles.Names() {
		if n == name {
			return roles.Role(i)
		}
	}
	t.Fatalf("no role %s", name)
	return 0
}

func TestLabel(t *testing.T) {
	roles := []roles.Role{roles.Preface, roles.Part, roles.Body, roles.Part, roles.Body, roles.Appendix, roles.Appendix, roles.Sources}
	for _, c := range []struct{ lang, want string }{
		{"ar-EG", "-|القسم ١|الفصل ١|القسم ٢|الفصل ٢|ملحق أ|ملحق ب|-"},
		{"ar-MA", "-|القسم 1|الفصل 1|القسم 2|الفصل 2|ملحق أ|ملحق ب|-"},
		{"fr", "-|Partie 1|Chapitre 1|Partie 2|Chapitre 2|Annexe A|Annexe B|-"},
		{"he", "-|חלק 1|פרק 1|חלק 2|פרק 2|נספח א|נספח ב|-"},
	} {
		doc := &content.Document{Meta: content.Meta{Lang: c.lang}}
		for _, r := range roles {
			doc.Chapters = append(doc.Chapters, named(r))
		}
		number.Document(doc)
		for _, ch := range doc.Chapters {
			if content.Label(doc, ch) != "" || content.PlainText(content.FullTitle(doc, ch)) != ch.Role.String() {
				t.Errorf("%s has a label in a book without numbers", ch.Role)
			}
		}
		doc.Setup.Numbering = setup.NumberChapters
		var got []string
		for _, ch := range doc.Chapters {
			label := strings.ReplaceAll(content.Label(doc, ch), "\u00a0", " ")
			if label == "" {
				label = "-"
			}
			got = append(got, label)
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.lang, got, c.want)
		}
	}
}

// TestEndnotes: the notes are gathered before the sources, or where the author
// has a chapter for them, and numbering twice is numbering once.
func TestEndnotes(t *testing.T) {
	for _, c := range []struct {
		roles []roles.Role
		at    int // of the chapter of the notes
	}{
		{[]roles.Role{roles.Body, roles.Appendix, roles.Sources, roles.Colophon}, 2},
		{[]roles.Role{roles.Body, roles.Glossary, roles.Index}, 1},
		{[]roles.Role{roles.Body, roles.Sources, roles.Notes, roles.Colophon}, 2},
		{[]roles.Role{roles.Notes, roles.Body}, 0},
		{[]roles.Role{roles.Dedication, roles.Body}, 2},
	} {
		doc := &content.Document{Meta: content.Meta{Lang: "ar"}, Setup: setup.Book{Notes: setup.NotesAtEnd}}
		calls := 0
		for _, r := range c.roles {
			ch := named(r)
			if r == roles.Body {
				calls++
				ch.Blocks = []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: &content.Note{
					Label: "x", Blocks: []content.Block{&content.Paragraph{Inlines: ch.Title}}}}}}}
			}
			doc.Chapters = append(doc.Chapters, ch)
		}
		var dumps [2]string
		for i := range dumps {
			number.Document(doc)
			var b strings.Builder
			_ = dump.Document(&b, doc)
			dumps[i] = b.String()
		}
		if dumps[0] != dumps[1] {
			t.Errorf("%v: once\n%s\ntwice\n%s", c.roles, dumps[0], dumps[1])
		}
		if doc.Chapters[c.at].Role != roles.Notes {
			t.Errorf("%v:\n%s", c.roles, dumps[0])
		}
		seen, last, front := 0, content.ID(0), frontOf(doc)
		content.Walk(doc, func(part any, place *content.Place) {
			if front[place.ID] {
				return
			}
			if place.ID != last+1 {
				t.Errorf("%v: %T has ID %d after %d", c.roles, part, place.ID, last)
			}
			last = place.ID
			if _, ok := part.(*content.Note); ok {
				seen++
			}
		})
		if seen != calls {
			t.Errorf("%v: %d notes", c.roles, seen)
		}
	}
}
