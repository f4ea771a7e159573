package guide_test

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"warraq/content/notice"
)

var update = flag.Bool("update", false, "rewrite the pages of messages")

// noticesFile is the chapter that lists the messages.
const noticesFile = "14b-notices.md"

// preface opens the chapter in a language.
var preface = map[string]string{
	"ar": `# الرسائل ورموزها {#notices .appendix}

لكل رسالة يقولها البرنامج عن المخطوط رمز لا يتغير معناه، واسم. فما أوله E خطأ يمنع صنع الكتاب، وما أوله W تنبيه أو نصيحة. والأمر ` + "`warraq check`" + ` يقول الرسائل كلها برموزها ولا يكتب شيئا، و` + "`warraq explain W437`" + ` يشرح واحدة منها. ومن لا يريد نصيحة أسكتها برمزها أو باسمها في ` + "`book.yaml`" + `:

` + "```yaml" + `
advice:
  W102: off
  typed-tatweel: off
` + "```" + `

أما الأخطاء فلا تُسكت. والنقاط … في ما يأتي مكان ما تقوله الرسالة عن موضعها.
`,
	"en": `# Messages and their codes {#notices .appendix}

Each message about a manuscript has a code, whose meaning never changes, and a name. Those with E are errors, with which no book is made; those with W are warnings and advice. ` + "`warraq check`" + ` tells all of them with their codes and writes nothing, and ` + "`warraq explain W437`" + ` explains one. Advice that is not wanted is switched off by its code or its name in ` + "`book.yaml`" + `:

` + "```yaml" + `
advice:
  W102: off
  typed-tatweel: off
` + "```" + `

Errors cannot be switched off. In what follows … stands for what a message says of its place.
`,
}

// groups are what the first figure of a code says, by the language.
var groups = []struct{ codes, anchor, ar, en string }{
	{"E1", "notices-settings", "أخطاء book.yaml وما يُقال للبرنامج", "Errors of book.yaml and of what the program is asked"},
	{"E2", "notices-files", "أخطاء الملفات والإحالات", "Errors of files and references"},
	{"E3", "notices-markdown", "أخطاء ماركداون", "Errors of Markdown"},
	{"E6", "notices-pages", "أخطاء الصفحات", "Errors of pages"},
	{"E9", "notices-catalogue", "أخطاء catalogue.yaml", "Errors of catalogue.yaml"},
	{"W1", "advice-text", "في النص", "On the text"},
	{"W2", "advice-files", "في الملفات والروابط والصور", "On files, links and pictures"},
	{"W3", "advice-settings", "في الإعدادات وما قرره البرنامج", "On settings and what was decided"},
	{"W45", "advice-markdown", "في علامات ماركداون", "On the marks of Markdown"},
	{"W6", "advice-pages", "في الصفحات والغلاف والطبع", "On pages, covers and print"},
	{"W8", "advice-import", "في ما نُقل من ملفات أخرى", "On what was taken from other files"},
}

// page is the chapter of the messages in a language.
func page(lang string) string {
	var b strings.Builder
	b.WriteString(preface[lang])
	for _, g := range groups {
		title := g.en
		if lang == "ar" {
			title = g.ar
		}
		b.WriteString("\n## " + title + " {#" + g.anchor + "}\n")
		for _, e := range notice.All() {
			if e.Code[:1] == g.codes[:1] && strings.Contains(g.codes[1:], e.Code[1:2]) {
				says, _ := e.Means(lang)
				b.WriteString("\n- `" + e.Code + "` `" + e.Name + "`: " + escaped(says))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// sign is what means something in Markdown.
var sign = regexp.MustCompile("[\\\\`*_\\[\\]{}<>#|~^$=+!@&:%'\"-]")

// escaped is a message of which nothing but code means something in Markdown.
func escaped(says string) string {
	if !strings.Contains(says, "`") {
		says = strings.NewReplacer(" [ ", " `[` ", " ۔", " `۔`").Replace(says)
	}
	parts := strings.Split(says, "`")
	if len(parts)%2 == 0 {
		return sign.ReplaceAllString(says, `\$0`)
	}
	for i := 0; i < len(parts); i += 2 {
		parts[i] = sign.ReplaceAllString(parts[i], `\$0`)
	}
	return strings.Join(parts, "`")
}

// TestNotices holds the chapters to the catalogue.
func TestNotices(t *testing.T) {
	for _, lang := range languages {
		name := lang + "/" + noticesFile
		want := page(lang)
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if read(t, name) != want {
			t.Errorf("%s is not what the catalogue says: run go test -update", name)
		}
		if n := strings.Count(want, "\n- "); n != len(notice.All()) {
			t.Errorf("%s has %d of %d messages", name, n, len(notice.All()))
		}
	}
}
