package main

import (
	"fmt"
	"strings"
)

// texts are volumes of what chapters are made of.
func texts() (all []input) {
	for _, v := range textVolumes() {
		all = append(all, v.inputs()...)
	}
	return append(all, oddTexts()...)
}

// textVolumes are constructs, many times.
func textVolumes() []volume {
	return []volume{
		repeated("paragraph of words", "# ف\n\n", "كلمة ", "\n"),
		repeated("paragraphs of one word", "# ف\n\n", "كلمة\n\n", ""),
		repeated("word of letters", "# ف\n\n", "ب", "\n"),
		repeated("latin word of letters", "# ف\n\n", "a", "\n"),
		repeated("marks on one letter", "# ف\n\nب", "\u064e", "\n"),
		repeated("tatweels", "# ف\n\nب", "ـ", "ب\n"),
		repeated("distinct words", "# ف\n\n", "كلمة%d ", "\n"),
		repeated("hard line ends", "# ف\n\n", "نص\\\n", "نص\n"),
		repeated("heading of words", "# ف\n\n## ", "كلمة ", "\n\nنص\n"),
		repeated("title of words", "# ", "كلمة ", "\n\nنص\n"),
		repeated("title of letters", "# ", "ب", "\n\nنص\n"),
		repeated("headings", "# ف\n\n", "## قسم %d\n\nنص\n\n", ""),
		repeated("chapters of one word", "", "# فصل %d\n\nنص\n\n", ""),
		repeated("empty chapters", "", "# فصل %d\n\n", ""),
		repeated("parts", "", "# قسم %d {.part}\n\n# ف%d\n\nنص\n\n", ""),
		repeated("anchors", "# ف\n\n", "[كلمة]{#a%d} ", "\n"),
		repeated("one anchor over and over", "# ف\n\n", "[كلمة]{#a} ", "\n"),
		repeated("notes", "# ف\n\n", "كلمة[^%d]\n\n[^%d]: حاشية\n\n", ""),
		repeated("notes on one line", "# ف\n\n", "كلمة^[حاشية] ", "\n"),
		repeated("calls of one note", "# ف\n\n", "كلمة[^1] ", "\n\n[^1]: حاشية\n"),
		repeated("note of words", "# ف\n\nكلمة[^1]\n\n[^1]: ", "كلمة ", "\n"),
		repeated("notes without a text", "# ف\n\n", "كلمة[^n%d] ", "\n"),
		repeated("notes without a call", "# ف\n\n", "[^n%d]: حاشية\n\n", ""),
		repeated("abbreviations", "# ف\n\n", "*[A%d]: form of %d\n", ""),
		repeated("uses of an abbreviation", "# ف\n\n", "ABC ", "\n\n*[ABC]: a long form\n"),
		{name: "uses of a long form", text: func(n int) string {
			return "# ف\n\n" + times(n, "ABC ") + "\n\n*[ABC]: " + times(n, "form ") + "\n"
		}},
		{name: "long forms on the spot", text: func(n int) string {
			return "# ف\n\n" + times(n, "[A]{abbr=\"an a\"} ") + "\n"
		}},
		{name: "index terms", slow: true, text: func(n int) string { return "# ف\n\n" + times(n, "[كلمة%d]{.index} ") + "\n" }},
		repeated("one index term", "# ف\n\n", "[كلمة]{.index}\n\n", "\n"),
		repeated("index terms below each other", "# ف\n\n[ك]{.index key=\"ا", "!ب%d", "\"}\n"),
		repeated("glossary terms", "# م {.glossary .sorted}\n\n", "مصطلح%d\n: معنى\n\n", "# ف\n\nنص\n"),
		repeated("uses of a term", "# ف\n\n", "[مصطلح]{.term} ", "\n\n# م {.glossary}\n\nمصطلح\n: معنى\n"),
		{name: "terms nested in terms", most: 22_000, text: func(n int) string {
			return "# م {.glossary .sorted}\n\n" + times(n, "> ") + "مصطلح\n> : معنى\n\n# ف\n\nنص\n"
		}},
		repeated("references", "# ف {#f}\n\n", "{ref: f} {page: f} ", "\n"),
		{name: "references to a long title", text: func(n int) string {
			return "# " + times(n, "كلمة ") + " {#f}\n\n" + times(n, "{title: f} ") + "\n"
		}},
		repeated("references to nothing", "# ف\n\n", "{ref: nothing%d}\n\n", ""),
		repeated("fields that do not end", "# ف\n\n", "{date: ", "\n"),
		repeated("fields", "# ف\n\n", "{number: %d} ", "\n"),
		repeated("links", "# ف\n\n", "[كلمة](https://example.org/%d) ", "\n"),
		repeated("link of letters", "# ف\n\n[كلمة](https://example.org/", "a", ")\n"),
		repeated("addresses", "# ف\n\n", "https://example.org/%d ", "\n"),
		repeated("definitions of links", "# ف\n\n", "[n%d]: https://example.org/%d\n", "\nنص\n"),
		{name: "uses of a long link", text: func(n int) string {
			return "# ف\n\n" + times(n, "[a] ") + "\n\n[a]: https://example.org/" + times(n, "a") + "\n"
		}},
		repeated("comments", "# ف\n\n", "نص <!-- تعليق --> نص\n\n", ""),
		repeated("comments that do not end", "# ف\n\n", "نص <!-- تعليق ", "\n"),
		repeated("tags that do not end", "# ف\n\n", "<div>\n\nنص\n\n", ""),
		repeated("tags half open", "# ف\n\n", "<a href=\"", "\n"),
		repeated("entities", "# ف\n\n", "&amp;&#1234;&nosuch; ", "\n"),
		repeated("page breaks", "# ف\n\n", "نص\n\n\\newpage\n\n", "نص\n"),
		repeated("pauses", "# ف\n\n", "نص\n\n***\n\n", "نص\n"),
		repeated("couplets", "# ف\n\n::: verse\n", "كتاب في الزمان / جليس في المكان\n", ":::\n"),
		repeated("code of lines", "# ف\n\n```go\n", "x := %d\n", "```\n"),
		repeated("code of one line", "# ف\n\n```\n", "x ", "\n```\n"),
		repeated("code in text", "# ف\n\n", "`x` ", "\n"),
		repeated("pictures that are not there", "# ف\n\n", "![a](p%d.png)\n\n", ""),
		repeated("attributes", "# ف\n\n[ك]{", ".c%d k%d=v ", "}\n"),
		repeated("unknown divs", "# ف\n\n", "::: {.x%d}\nنص\n:::\n\n", ""),
		repeated("spans of languages", "# ف\n\n", "[a]{lang=fr} [b]{lang=en} ", "\n"),
		repeated("changes of direction", "# ف\n\n", "كتاب book 12 ", "\n"),
		repeated("direction controls", "# ف\n\n", "\u202eكتاب\u202c\u2067a\u2069 ", "\n"),
		repeated("direction controls that do not end", "# ف\n\n", "\u202e\u2067", "كتاب\n"),
		repeated("formulas", "# ف\n\n", "$x^2$ ", "\n"),
		repeated("tabs", "# ف\n\nنص ", "\t", "نص\n"),
		repeated("empty lines", "# ف\n\nنص", "\n", "نص\n"),
	}
}

// oddTexts are texts that are wrong in a way of their own.
func oddTexts() []input {
	odd := func(name, body string) input { return text("text: "+name, is(body)) }
	return []input{
		text("text: every character", everyCharacter),
		odd("empty", ""),
		odd("one byte", "\xff"),
		odd("more pages than there may be", "# ف\n\n"+strings.Repeat("كلمة ", 5_000)+"\n").limited("pages=5"),
		odd("more page breaks than there may be", "# ف\n\n"+strings.Repeat("نص\n\n\\newpage\n\n", 9)).limited("pages=5"),
		odd("no UTF-8", "# ف\n\nنص \xff\xfe نص\n"),
		odd("NUL", "# ف\n\nنص \x00 نص\n"),
		odd("control characters", "# ف\x1b]0;x\x07\n\nنص \x1b[2J نص\x08\x7f\n"),
		odd("C1 controls", "# ف\u009b\n\nنص \u0085\u0090 نص\n"),
		odd("byte order marks", "\ufeff\ufeff# ف\n\n\ufeffنص\n"),
		odd("old line ends", "# ف\r\rنص\r"),
		odd("noncharacters", "# ف\n\n\ufffe\uffff\U0010ffff نص\n"),
		odd("controls in the title of a problem", "# ف\n\n{ref: \u202ex\u0007}\n"),
		odd("controls in a name of a picture", "# ف\n\n![a](p\u202e\x1b.png)\n"),
		odd("script", "# ف\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n"),
		odd("style", "# ف\n\n<style>@import url(http://example.org/a.css)</style>\n\nنص\n"),
		odd("link with a script", "# ف\n\n[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x) [d](file:///etc/passwd) [e](vbscript:x)\n"),
		odd("link with a control", "# ف\n\n[a](<java\tscript:x>) [b](<https://example.org/\u202e>)\n"),
		odd("picture outside", "# ف\n\n![a](../../x.png)\n"),
		odd("picture of the web", "# ف\n\n![a](https://example.org/x.png)\n"),
		odd("picture as data", "# ف\n\n![a](data:image/png;base64,AAAA)\n"),
		odd("picture of a drive", "# ف\n\n![a](C:\\x.png) ![b](file:///x.png) ![c](//example.org/x.png)\n"),
		odd("include of itself", "# ف\n\n{{#include a.md}}\n"),
		odd("include outside", "# ف\n\n{{#include ../../secret.md}}\n\n{{< include /etc/passwd >}}\n"),
		odd("data outside", "# ف\n\n{file=../../x.csv}\n"),
		odd("note in itself", "# ف\n\nنص[^1]\n\n[^1]: نص[^1]\n"),
		odd("notes in each other", "# ف\n\nنص[^1]\n\n[^1]: نص[^2]\n\n[^2]: نص[^1]\n"),
		odd("wide colspan", "# ف\n\n| a {colspan=99999999} | b |\n|---|---|\n| c {rowspan=99999999} | d {colspan=-1} |\n"),
		odd("list from a large number", "# ف\n\n999999999. نص\n1. نص\n"),
		odd("abjad from a large number", "# ف\n\n{.abjad}\n999999999. نص\n"),
		odd("huge widths", "# ف\n\n{widths=\"1e308% 1e308%\"}\n| a | b |\n|---|---|\n| c | d |\n"),
		odd("widths that are none", "# ف\n\n{widths=\"NaN% Inf%\"}\n| a | b |\n|---|---|\n| c | d |\n"),
		odd("numbers of fields", "# ف\n\n{number: 1e400} {number: NaN} {percent: -0} {date: 999999999-99-99} {date: 0000-00-00 hijri}\n"),
		odd("huge number", "# ف\n\n{number: "+strings.Repeat("9", 5000)+"}\n"),
		odd("gap of a poem", "# ف\n\n::: {.verse gap=1e300}\nا / ب\n:::\n"),
		odd("gap that is none", "# ف\n\n::: {.verse gap=NaN}\nا / ب\n:::\n"),
		odd("language that is none", "# ف\n\n[a]{lang=\"x-\u202e\"} [b]{lang="+strings.Repeat("a", 3000)+"}\n"),
		odd("front matter that does not end", "---\ntitle: x\n"),
		odd("aliases of YAML in front matter", "---\na: &a [x,x,x,x,x,x,x,x,x]\n"+times(9, "b%d: &b%d [*a,*a,*a,*a]\n")+"---\n\n# ف\n\nنص\n"),
		odd("heading of a script", "# <script>x</script>\n\nنص\n"),
		odd("title of controls alone", "# \u202e\u2066\u200e\n\nنص\n"),
		odd("one letter in a million spaces", "# ف\n\nن"+strings.Repeat(" ", 1_000_000)+"ن\n"),
		odd("a line of 4 MB", "# ف\n\n"+strings.Repeat("كلمة ", 440_000)+"\n"),
		odd(fmt.Sprintf("anchor of %d letters", 100_000), "# ف {#"+strings.Repeat("a", 100_000)+"}\n\nنص\n"),
		odd("class of letters", "# ف\n\n::: {."+strings.Repeat("a", 100_000)+"}\nنص\n:::\n"),
	}
}

// everyCharacter is a text of each character of the first three planes.
func everyCharacter() string {
	var b strings.Builder
	b.WriteString("# ف\n\n")
	for r := rune(0x21); r < 0x30000; r++ {
		if r < 0xd800 || r > 0xdfff {
			b.WriteRune(r)
			if r%20 == 0 {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}
