package docx_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/container"
	"warraq/content/docx"
	"warraq/content/guide"
	"warraq/content/intake"
	"warraq/content/locale"
	"warraq/content/markdown"
	"warraq/content/number"
	"warraq/content/samples"
	"warraq/content/scribe"
)

// whole is a manuscript of all that survives the way to Word and back.
const whole = `# باب التجربة

فقرة فيها **غليظ** و*مائل* و***كلاهما*** و` + "`code`" + ` و[رابط](https://a.example/x?a=1&b=2) وحاشية[^1]، و~~مشطوب~~ وس^2^ و==مظلل== و[تحته خط]{.underline}.

[^1]: نص الحاشية، وفيها **غليظ**.

    وفقرة ثانية.

## قسم أول {#a-first}

- بند
- بند ثان
  - داخله
  - وآخر
    - أعمق
- ثالث

3. أول
4. ثان

{.abjad}
1. صف
2. طبع
   {.alif-ba}
   1. جلد
   2. ورق

- [ ] مهمة
- [x] تمت

> اقتباس أول.
>
> وثان.

` + "```" + `
x := 1

    y := 2
` + "```" + `

### أعمق

| أ | ب | ج |
|---|---|---|
| ١ | ٢ \| ٣ | ٤ |

Table: تسمية الجدول

وهو [القسم الأول](#a-first) في صفحة {page: a-first}.

![وصف الصورة](images/image1.png "تسمية الصورة")

مصطلح
:   شرحه.

سطر\
وآخر بالفرنسية [bonjour]{lang=fr}.

::: verse
إذا جف الحبر في الدواة يوما / فماء الورد يرجعه رطيبا
ومن صبر الليالي في كتاب / جنى من غرسه ثمرا قريبا
:::

::: box
في إطار & \<قوس>.
:::
`

// TestRoundTrip: what is written for Word is read back as it was.
func TestRoundTrip(t *testing.T) {
	chapters, _, _, problems := markdown.NewReader().Read(whole, markdown.Options{File: "f"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	doc := &content.Document{Chapters: chapters, Assets: map[string]*content.Asset{"images/image1.png": {Name: "images/image1.png", Data: []byte(dot)}}}
	doc.Meta = content.Meta{Title: "كتاب", Subtitle: "صغير", Authors: []string{"فريق"}, Lang: "ar-MA", Dir: locale.RTL}
	number.Document(doc)
	var first, second bytes.Buffer
	lacking, err := docx.Write(&first, doc)
	if err != nil || len(lacking) > 0 {
		t.Fatal(err, lacking)
	}
	if _, err := docx.Write(&second, doc); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same book gives other bytes")
	}
	text, err := docx.Read("f.docx", first.Bytes(), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := intake.Bind([]*intake.Text{text}, []string{"f"}, "", intake.Options{})
	if b.Title != "كتاب" || b.Subtitle != "صغير" || len(b.Authors) != 1 || b.Lang != "ar-MA" {
		t.Errorf("%s, %s, %v, %s", b.Title, b.Subtitle, b.Authors, b.Lang)
	}
	var notes scribe.Notes
	got := strings.ReplaceAll(scribe.Chapter(b.Chapters[0], &notes), "#a-a-first", "#a-first")
	got = strings.ReplaceAll(got, "{page: a-a-first}", "{page: a-first}")
	if got != whole {
		t.Errorf("got:\n%s", got)
	}
}

// TestLackingPictures: a drawing that Word cannot show is told of, and said in words.
func TestLackingPictures(t *testing.T) {
	doc := &content.Document{Chapters: []*content.Chapter{{Title: []content.Inline{&content.Text{Value: "باب"}},
		Blocks: []content.Block{&content.Figure{Src: "a.svg", Alt: "مسطرة"}}}}}
	doc.Assets = map[string]*content.Asset{"a.svg": {Data: []byte("<svg/>")}}
	var b bytes.Buffer
	lacking, err := docx.Write(&b, doc)
	if err != nil || len(lacking) != 1 {
		t.Fatal(err, lacking)
	}
	text, err := docx.Read("f.docx", b.Bytes(), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := written(intake.Bind([]*intake.Text{text}, []string{"f"}, "ar", intake.Options{})); !strings.Contains(got, `\[مسطرة\]`) {
		t.Error(got)
	}
}

// TestWholeBooks: each word of the books in the program stands in the document that is
// written of them, in its order.
func TestWholeBooks(t *testing.T) {
	for _, m := range []struct {
		files fs.FS
		name  string
	}{{samples.FS(), "specimen"}, {samples.FS(), "booklet"}, {guide.FS(), "ar"}, {guide.FS(), "en"}} {
		doc, _, err := book.Read(m.files, m.name, book.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := docx.Write(&b, doc); err != nil {
			t.Fatal(err)
		}
		c, err := container.Open(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var shown strings.Builder
		for _, part := range []string{"word/document.xml", "word/footnotes.xml"} {
			root, err := c.Tree(part, container.Namespaces{})
			if err != nil {
				t.Fatal(err)
			}
			shown.WriteString(lettersOf(root.Words()))
		}
		all := shown.String()
		lacking := 0
		for _, chapter := range doc.Chapters {
			part := &content.Document{Chapters: []*content.Chapter{{Blocks: made(chapter.Blocks), Notes: chapter.Notes}}}
			content.Texts(part, func(_ *content.Place, text []content.Inline) {
				for _, in := range text {
					if s, ok := in.(*content.Text); ok && !strings.Contains(all, lettersOf(s.Value)) {
						if lacking++; lacking < 4 {
							t.Errorf("%s: %q is not in the document", m.name, s.Value)
						}
					}
				}
			})
		}
	}
}

// made leaves out what Word makes of itself.
func made(blocks []content.Block) (kept []content.Block) {
	for _, b := range blocks {
		switch b.(type) {
		case *content.Listing, *content.Endnotes:
		default:
			kept = append(kept, b)
		}
	}
	return kept
}
