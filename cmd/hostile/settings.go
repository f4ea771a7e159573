package main

import (
	"fmt"
	"strings"
)

// settings are what book.yaml says.
func settings() (all []input) {
	odd := func(name, manifest string) { all = append(all, book("book.yaml: "+name, is(manifest))) }
	odd("empty", "")
	odd("no mapping", "- a\n- b\n")
	odd("binary", "\x00\x01\x02\xff")
	odd("control characters", head+"author: \"a\\u001b[2J\\u202eb\"\n")
	odd("unknown key of controls", head+"\"k\\u202e\\u0007\": x\n")
	odd("the same key twice", head+"title: b\n")
	odd("aliases within aliases", "title: x\nlanguage: ar\nx0: &x0 [a,a,a,a,a,a,a,a,a]\n"+aliases(5))
	odd("alias of itself", "title: x\nlanguage: ar\nauthors: &a [*a]\n")
	odd("merge keys", "base: &b {title: x}\n<<: [*b, *b]\nlanguage: ar\n")
	odd("tag of a program", head+"author: !!python/object:os.system x\n")
	odd("several documents", head+"---\ntitle: y\n")
	odd("isbn of letters", head+"isbn: abc\n")
	odd("isbn of many digits", head+"isbn: "+strings.Repeat("9", 10_000)+"\n")
	odd("isbn of a wrong sum", head+"isbn: 978-3-16-148410-1\n")
	odd("date of letters", head+"date: yesterday\n")
	odd("date out of range", head+"date: 9999-99-99\n")
	odd("date of many digits", head+"date: "+strings.Repeat("9", 10_000)+"\n")
	odd("language of letters", "title: x\nlanguage: "+strings.Repeat("a", 10_000)+"\n")
	odd("language of controls", "title: x\nlanguage: \"ar\\u202e\"\n")
	odd("language with extensions", "title: x\nlanguage: ar-"+strings.Repeat("x-aa-", 300)+"a\n")
	odd("name outside", head+"name: ../../x\n")
	odd("name of controls", head+"name: \"a\\u0000b\\u202e\"\n")
	odd("name of letters", head+"name: "+strings.Repeat("ا", 5000)+"\n")
	odd("name of a device", head+"name: CON\n")
	odd("name that is hidden", head+"name: .x\n")
	odd("cover outside", head+"cover: ../x.png\n")
	odd("cover that is a folder", head+"cover: .\n")
	odd("theme outside", head+"theme: ../../theme.yaml\n")
	odd("theme that is not there", head+"theme: nope.yaml\n")
	odd("chapters outside", head+"chapters: [../a.md]\n")
	odd("chapters twice", head+"chapters: [a.md, a.md]\n")
	odd("chapters within chapters", head+"chapters: ["+strings.Repeat("{file: a.md, sections: [", 500)+strings.Repeat("]}", 500)+"]\n")
	odd("font that is a text", head+"fonts: {regular: a.md}\n")
	odd("font outside", head+"fonts: {regular: /etc/passwd}\n")
	for _, n := range []string{"0", "-1", "NaN", ".inf", "1e308", "1e-308", "99999999999999999999"} {
		for _, key := range []string{"page: %sx%smm", "page: %smm", "booklet: {signature: %s}", "booklet: {caliper: %smm}", "booklet: {caliper: {gsm: %s, bulk: %s}}",
			"booklet: {printer-margin: %smm}", "booklet: {blanks: [%s]}", "press: {bleed: %smm}", "cover: {spine: %smm}", "paper: {gsm: %s}", "kashida: {words: %s, apart: %s, most: %s, word: %s}",
			"series: {name: x, number: %s}"} {
			odd(strings.ReplaceAll(key, "%s", "N")+" with “"+n+"”", head+strings.ReplaceAll(key, "%s", n)+"\n")
		}
	}
	long := func(name, before, form, after string, n int) {
		all = append(all, book(fmt.Sprintf("book.yaml: %s × %d", name, n), func() string { return before + times(n, form) + after }))
	}
	for _, n := range []int{1_000, 20_000, 180_000} {
		long("title of words", "language: ar\ntitle: ", "كل ", "\n", n)
		long("title of letters", "language: ar\ntitle: ", "ب", "\n", n)
		long("description of words", head+"description: ", "كل ", "\n", n)
		long("author of words", head+"author: ", "كل ", "\n", n)
		long("authors", head+"author: [", "a%d, ", "b]\n", n/2)
		long("text of the back", head+"cover: {back-text: \"", "كل ", "\"}\n", n)
		long("text of the spine", head+"cover: {spine-text: \"", "كل ", "\"}\n", n)
		long("subtitle of words", head+"subtitle: ", "كل ", "\n", n)
		long("rights of words", head+"rights: ", "كل ", "\n", n)
		long("publisher of words", head+"publisher: ", "كل ", "\n", n)
		long("contributors", head+"contributors: [", "a%d, ", "b]\n", n/2)
		long("chapters that are not there", head+"chapters:\n", "- x%d.md\n", "", n/4)
		long("titles among chapters", head+"chapters: [a.md, ", "{part: p%d},", "]\n", n/4)
		long("unknown keys", head, "k%d: 1\n", "", n/4)
		long("sequences within each other", head+"author: ", "[", "", n)
		long("mappings within each other", head+"author: ", "{a: ", "", n)
		long("mappings by indents", head, "? ", "", n)
		long("comments", head, "# c\n", "", n)
		long("blanks of a booklet", head+"booklet: {blanks: [", "2,", "2]}\n", n/2)
		long("fallback fonts", head+"fonts: {fallback: [", "f%d.ttf,", "f.ttf]}\n", n/4)
		long("months", head+"locale: {months: [", "a,", "a]}\n", n/2)
		long("marks of chapters", head+"chapter-mark: [", "a%d,", "a]\n", n/4)
	}
	all = append(all, book("book.yaml: of 2 MB", func() string { return head + times(100_000, "# a comment of words\n") }))
	for i := range all {
		if strings.Contains(all[i].name, "cover") || strings.Contains(all[i].name, "press") || strings.Contains(all[i].name, "spine") || strings.Contains(all[i].name, "back") || strings.Contains(all[i].name, "paper") {
			all[i].args = []string{"build", "book", "-q", "-o", "out", "--press"}
		}
	}
	return all
}

// aliases are lines of YAML each of which has the one before nine times.
func aliases(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "x%d: &x%d [*x%d,*x%d,*x%d,*x%d,*x%d,*x%d,*x%d,*x%d,*x%d]\n", i+1, i+1, i, i, i, i, i, i, i, i, i)
	}
	return b.String()
}

// themes are what a theme says.
func themes() (all []input) {
	odd := func(name, theme string) {
		all = append(all, book("theme: "+name, is(head+"theme: t.yaml\n")).with("t.yaml", is(theme)))
	}
	odd("margins of nothing", "page: {inner: 0, outer: 0, measure: 300}\n")
	odd("margins of nothing all round", "page: {inner: 0, outer: 0, top: 0, bottom: 0}\n")
	odd("margins larger than the page", "page: {inner: 60%, outer: 60%}\n")
	odd("margins higher than the page", "page: {top: 60%, bottom: 60%}\n")
	odd("measure of nothing", "page: {measure: 0}\n")
	odd("extends itself", "extends: t.yaml\n")
	odd("extends nothing", "extends: nope\n")
	odd("extends outside", "extends: ../x.yaml\n")
	odd("empty", "")
	odd("binary", "\x00\xff")
	odd("long ornament", "chapter: {ornament: \""+strings.Repeat("۞", 5000)+"\"}\n")
	odd("ornament of controls", "chapter: {ornament: \"\\u202e\\u0000\"}\n")
	odd("colours that are none", "colors: {accent: \"#gggggg\", tint: \"\\u202e\"}\n")
	for _, n := range []string{"0", "-1", "NaN", "1e308", "0.0001", "99999999999", "1/0", "1000%"} {
		for _, key := range []string{"page: {inner: %s}", "page: {top: %s, bottom: %s}", "page: {measure: %s}", "body: {size: %s}", "body: {leading: %s}", "body: {indent: %s}",
			"small: {size: %s, leading: %s}", "chapter: {size: %s, sink: %s, below: %s}", "chapter: {rule-length: %s, rule-weight: %s}", "notes: {size: %s, leading: %s, gap: %s}",
			"box: {pad: %s}", "quote: {inset: %s}", "title-page: {size: %s}", "heads: {size: %s}", "verse: {gap: %s}", "colors: {cmyk: {accent: [%s, %s, %s, %s]}}"} {
			odd(strings.ReplaceAll(key, "%s", "N")+" with “"+n+"”", strings.ReplaceAll(key, "%s", n)+"\n")
		}
	}
	all = append(all, book("theme: of 2 MB", is(head+"theme: t.yaml\n")).with("t.yaml", func() string { return times(100_000, "# a comment of words\n") }))
	return all
}
