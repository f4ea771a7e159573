package book_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/book"
	"warraq/content/dump"
)

// TestAdopt: what is written of a folder as book.yaml makes the book that the folder
// made without it.
func TestAdopt(t *testing.T) {
	cases, err := filepath.Glob("testdata/adopt-*.txtar")
	if err != nil || len(cases) < 8 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, name := range cases {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys := fstest.MapFS{}
			for _, f := range a.Files {
				if f.Name != "want" {
					fsys[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			before := dumpOf(t, fsys)
			manifest, _, err := book.Adopt(fsys, ".", book.Options{Name: "folder"})
			if err != nil {
				t.Fatal(err)
			}
			fsys["book.yaml"] = &fstest.MapFile{Data: manifest}
			if after := dumpOf(t, fsys); after != before {
				t.Errorf("%s\nmakes\n%s\nand the folder made\n%s", manifest, after, before)
			}
			if _, _, err := book.Adopt(fsys, ".", book.Options{}); err == nil {
				t.Error("a folder with book.yaml is adopted")
			}
		})
	}
}

// dumpOf is the book of a folder.
func dumpOf(t *testing.T, fsys fstest.MapFS) string {
	t.Helper()
	doc, _, err := book.Read(fsys, ".", book.Options{Name: "folder"})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	_ = dump.Document(&b, doc)
	return b.String()
}

// TestGuess: a short text tells its language.
func TestGuess(t *testing.T) {
	taken := regexp.MustCompile(`the language is (\S+), by`)
	for lang, text := range map[string]string{
		"ar":  "هذا كتاب في صناعة الورق، كتبه رجل لم يكن له إلا قلم واحد، ثم مات بعد أن أتمه.",
		"fa":  "این کتاب را برای کسانی نوشتیم که می‌خواهند کاغذ بسازند و آن را به دیگران یاد دهند.",
		"ur":  "یہ کتاب ان لوگوں کے لیے لکھی گئی ہے جو کاغذ بنانا چاہتے ہیں اور اس کا ہنر سیکھنا چاہتے ہیں۔",
		"ps":  "دا کتاب د هغو خلکو لپاره دی چې غواړي کاغذ جوړ کړي او دا هنر زده کړي.",
		"ckb": "ئەم کتێبە بۆ ئەوانە نووسراوە کە دەیانەوێت کاغەز دروست بکەن و فێری ئەم هونەرە بن.",
		"ug":  "بۇ كىتاب قەغەز ياساشنى خالايدىغان كىشىلەر ئۈچۈن يېزىلغان بولۇپ، ھۈنەر بىلەن مۇناسىۋەتلىك.",
		"sd":  "هي ڪتاب انهن ماڻهن لاءِ لکيو ويو آهي جيڪي ڪاغذ ٺاهڻ چاهين ٿا ۽ اهو هنر سکڻ چاهين ٿا.",
		"he":  "הספר הזה נכתב על ידי אדם שלא היה לו אלא עט אחד, והוא מת אחרי שסיים את הספר.",
		"en":  "This book is for those who want to make paper and to teach it to others.",
		"fr":  "Ce livre est écrit pour ceux qui veulent faire du papier et enseigner cet art aux autres.",
		"de":  "Dieses Buch ist für die geschrieben, die Papier machen und es den anderen zeigen wollen.",
		"es":  "Este libro es para los que quieren hacer papel y enseñar el oficio a otros, como antes.",
		"tr":  "Bu kitap kağıt yapmak isteyen ve bunu başkalarına öğretmek isteyenler için yazıldı.",
	} {
		fsys := fstest.MapFS{"1.md": {Data: []byte("# 1\n\n" + text + "\n")}, "2.md": {Data: []byte("# 2\n\n```go\nfor i := range of { the = in }\n```\n")}}
		if got := taken.FindStringSubmatch(read(fsys, ".", book.Options{})); got == nil || got[1] != lang {
			t.Errorf("%s is taken for %v", lang, got)
		}
	}
}
