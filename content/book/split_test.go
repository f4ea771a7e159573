package book_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
)

// plainTexts are what Markdown would take for something else.
var plainTexts = []string{
	"كلام يسبق.\n✨ الأول\nنص.\n✨✨ الثاني ##\nنص آخر.\n***\nبعد الوقفة.\n",
	"نص بلا عناوين.\n",
	"✨ 1. عنوان {.appendix}\n1. أول\n2) ثان\n12345 عدد\n",
	"✨ # عنوان #\n# ليس عنوانا\n> ليس اقتباسا\n- ليست قائمة\n+ ولا هذه\n---x\n=== كلام\n",
	"✨ عنوان\\\nكلام\\\n\\*نجمة\\* و*نجمة* و_شرطة_ و~~شطب~~ و`رمز` و``` رمز\n```\n~~~ x\n",
	"✨ [رابط](#x)\n[رابط](#y) ![صورة](z.png) [^1] [^1]: حاشية\n[مرجع]: /x\n[نص]{.صنف} {.صنف} {#م}\n",
	"✨ <b>\n<b>غليظ</b> <https://example.org> <!-- تعليق --> < 5 &amp; &#1575; & &x\n<div>\n",
	"✨ {date: 2015}\n{date: 2015-05-15} و\\{date} و{كلمة} و\\{كلمة} و{number: 12.5}\n{date: 2015}\n",
	"✨ جدول\n| أ | ب |\n|---|---|\n| ج | د |\nTable: ليس عنوانا\n: ليس تعريفا\n::: box\n:::\n— قائل\n",
	"✨ أسطر\nسطر أول من فقرة\nملفوفة في الملف\n# وهذا منها\n\nفقرة ثانية\n- منها\n",
	"✨ فراغات\nكلمة  أخرى\tثالثة \u00a0 رابعة \n   مسبوقة بفراغ\n",
	"كتاب\n\nتقديم.\n✨ الأول\nنص.\n",
	"title: آخر\npublisher: دار\n\nتقديم\n✨ الأول\nنص.\n",
	"---\ntitle: كتاب\nchapter-mark: §\n---\nتقديم\n§ الأول\n✨ نص.\n",
	"✨ latin\nsnake_case_name a*b*c 2*3*4 __init__ \\ \\\\ C:\\x !\\[a\n",
	"✨ …\nنص\n✨ !؟\nنص\n✨ #\n✨ ##\n✨ # #\n✨ \\#\n",
}

// TestSplit: a book of the chapters that a plain text was divided into has the
// text of the book of that one file.
func TestSplit(t *testing.T) {
	for _, text := range plainTexts {
		if want, got, err := splitTexts([]byte(text)); err != nil || want != got {
			t.Errorf("%q: %v\nwant\n%s\ngot\n%s", text, err, want, got)
		}
	}
}

// FuzzSplit looks for a text that comes out of its chapters otherwise.
func FuzzSplit(f *testing.F) {
	for _, text := range plainTexts {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		want, got, err := splitTexts(text)
		var problems content.Problems
		if errors.As(err, &problems) && want == "" {
			return // the text itself cannot be read
		}
		if err != nil || want != got {
			t.Fatalf("%q: %v\nwant\n%s\ngot\n%s", text, err, want, got)
		}
	})
}

// splitTexts gives the text of a book of one plain file and of the book of its
// chapters; want is "" when the file is no book.
func splitTexts(text []byte) (want, got string, err error) {
	opt := book.Options{Title: "كتاب", Lang: "ar"}
	whole, _, err := book.Read(fstest.MapFS{"a.txt": {Data: text}}, "a.txt", opt)
	if err != nil {
		return "", "", err
	}
	want = texts(whole)
	divided, _, err := book.Split("a.txt", text, opt)
	if err != nil {
		return want, "", err
	}
	fsys := fstest.MapFS{"book.yaml": {Data: []byte("title: كتاب\nlanguage: ar\n")}}
	for _, f := range divided.Files {
		if fsys[f.Name] != nil {
			return want, "", fmt.Errorf("%s is there twice", f.Name)
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	parts, _, err := book.Read(fsys, ".", opt)
	if err != nil {
		return want, "", err
	}
	return want, texts(parts), nil
}

// texts is the text of each part of a book, a line each, as its dump has it.
func texts(doc *content.Document) string {
	var b strings.Builder
	for _, c := range doc.Chapters {
		fmt.Fprintf(&b, "%s %q\n", c.Role, content.PlainText(c.Title))
		for _, block := range c.Blocks {
			switch block := block.(type) {
			case *content.Paragraph:
				fmt.Fprintf(&b, "  %q\n", content.PlainText(block.Inlines))
			default:
				fmt.Fprintf(&b, "  %T\n", block)
			}
		}
	}
	return b.String()
}

func TestSplitNames(t *testing.T) {
	divided, _, err := book.Split("a.txt", []byte("قبل\n✨ الأيام المفتوحة!\nنص\n✨ …\nنص\n✨ "+strings.Repeat("طويل جدا ", 20)+"\nنص"),
		book.Options{Lang: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range divided.Files {
		names = append(names, f.Name)
	}
	want := "01-مقدمة.md 02-الأيام-المفتوحة.md 03.md 04-طويل-جدا-طويل-جدا-طويل-جدا-طويل-جدا-طويل-جدا-طويل.md"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got %s", got)
	}
	if _, _, err := book.Split("a.txt", []byte(" \n"), book.Options{}); err == nil {
		t.Error("an empty text passes")
	}
	if _, _, err := book.Split("a.txt", []byte("\xff\n"), book.Options{}); err == nil {
		t.Error("a text that is not UTF-8 passes")
	}
}
