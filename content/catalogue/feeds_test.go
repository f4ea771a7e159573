package catalogue

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"warraq/content"
)

// updating tells whether what testdata wants is to be rewritten.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// sample is a catalogue with all that its page and feeds may say.
func sample() *Manifest {
	out := func(name, product string) Output { return OutputOf(name, product, []byte(product)) }
	cover := out("cover.png", Cover)
	cover.Width, cover.Height = 240, 340
	full := Entry{Name: "عنوان كتاب", Program: "1.0.0", Pages: 41, Warnings: 2, Advice: 1,
		Facts: Facts{Title: "عنوان & كتاب", Subtitle: "تتمته", Filed: "كتاب", Language: "ar-MA", Direction: "rtl",
			Authors:      []Person{{Name: "اسم"}, {Name: "اسم آخر", Filed: "آخر، اسم"}},
			Contributors: []Person{{Name: "مترجم", Role: "trl"}, {Name: "مصحح", Role: "pfr"}},
			Publisher:    "دار", Date: "2024-05-01", ISBN: "0306406152", Description: "وصف.", Series: "سلسلة", Volume: "3.2"},
		Files: []Output{out("a.pdf", "pdf"), out("a.epub", "epub"), out("a-booklet.pdf", "booklet"), cover}}
	plain := Entry{Name: "plain", Program: "1.0.0", Facts: Facts{Title: "Plain", Language: "fr", Direction: "ltr", Date: "2023", Identifier: "no URI"},
		Files: []Output{out("plain.epub", "epub")}}
	word := Entry{Name: "word", Program: "1.0.0", Facts: Facts{Title: "Word alone", Language: "en", Direction: "ltr"}, Files: []Output{out("word.docx", "docx")}}
	m := NewManifest(&List{Title: "قائمة", Lang: "ar"}, "1.0.0")
	m.Titles = []Entry{word, full, plain}
	m.Failed = []Failure{FailureOf("wrong", content.Problems{{Pos: content.Pos{File: "wrong/01.md", Line: 3}, What: "file <a> is not there", Hint: "put the file there or correct its name"}})}
	m.Sort()
	return m
}

// TestFeeds holds the page and the feeds to those in testdata.
func TestFeeds(t *testing.T) {
	for name, write := range map[string]func(*Manifest) ([]byte, error){
		PageName: Page, OPDSName: OPDS, ONIXName: ONIX, ManifestName: func(m *Manifest) ([]byte, error) { return JSON(m) },
	} {
		got, err := write(sample())
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", name)
		if updating() {
			if err := os.WriteFile(golden, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || string(want) != string(got) {
			t.Errorf("%s is another (%v); -update writes it", name, err)
		}
	}
}

// TestNothing: a catalogue without files for readers has a page, and no feeds.
func TestNothing(t *testing.T) {
	m := NewManifest(new(List), "1.0.0")
	for name, write := range map[string]func(*Manifest) ([]byte, error){OPDSName: OPDS, ONIXName: ONIX} {
		if data, err := write(m); err != nil || data != nil {
			t.Errorf("%s: %s, %v", name, data, err)
		}
	}
	if page, err := Page(m); err != nil || !strings.Contains(string(page), "No title was made.") {
		t.Errorf("%s, %v", page, err)
	}
}

// TestSent: the date of the message is that which was asked for, or of the youngest title.
func TestSent(t *testing.T) {
	m := sample()
	if m.sent() != "20240501" {
		t.Error(m.sent())
	}
	if m.Date = "20200101"; m.sent() != "20200101" {
		t.Error(m.sent())
	}
	if got := (&Manifest{}).sent(); got != "19800101" {
		t.Error(got)
	}
}

// TestThirteen: ISBN of 10 digits as of 13.
func TestThirteen(t *testing.T) {
	for ten, want := range map[string]string{"0306406152": "9780306406157", "080442957X": "9780804429573"} {
		if got := thirteen(ten); got != want {
			t.Errorf("%s: %s, want %s", ten, got, want)
		}
	}
}

// TestSpeaks: the language of the page.
func TestSpeaks(t *testing.T) {
	of := func(said string, titles ...string) string {
		m := &Manifest{Language: said}
		for i, lang := range titles {
			m.Titles = append(m.Titles, Entry{Name: fmt.Sprint(i), Facts: Facts{Language: lang}})
		}
		return m.speaks()
	}
	for want, got := range map[string]string{
		"ar": of("ar-MA", "fr", "fr"),
		"fr": of("", "fr", "ar-MA", "fr-CA"),
		"en": of("he", "ar"),
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
