package main

import "strings"

// nests are volumes of things within each other.
func nests() (all []input) {
	within := func(name, open, inside, shut string) volume {
		return volume{name: "nested " + name, most: 22_000, text: func(n int) string {
			return "# ف\n\n" + times(n, open) + inside + times(n, shut) + "\n"
		}}
	}
	for _, v := range []volume{
		within("quotes", "> ", "نص", ""),
		within("lists", "- ", "نص", ""),
		within("ordered lists", "1. ", "نص", ""),
		within("strong", "**ا ", "نص", " ا**"),
		within("emphasis", "*ا ", "نص", "*"),
		within("stars", "*", "نص", "*"),
		within("underscores", "_a", "نص", "a_"),
		within("brackets", "[", "نص", "]"),
		within("links", "[", "نص", "](x)"),
		within("pictures", "![", "نص", "](x)"),
		within("spans", "[ا ", "نص", "]{.a}"),
		within("notes", "^[ا ", "نص", "]"),
		within("parentheses", "[a](", "x", ")"),
		within("struck", "~~ا ", "نص", "~~"),
		within("marked", "==ا ", "نص", "=="),
		within("raised", "^ا", "نص", "^"),
		within("bold tags", "<b>", "نص", "</b>"),
		within("blocks of tags", "<div>", "نص", "</div>"),
		within("tags on lines", "<div>\n\n", "نص", "\n\n</div>\n"),
		within("quotes of tags", "<blockquote>", "نص", "</blockquote>"),
		within("lists of tags", "<ul><li>", "نص", "</li></ul>"),
		within("tables of tags", "<table><tr><td>", "نص", "</td></tr></table>"),
		within("fields", "{a: ", "نص", "}"),
		within("wiki links", "[[", "نص", "]]"),
		within("quotation marks", "«", "نص", "»"),
		within("backticks", "`a ``", "نص", ""),
		within("less signs", "<", "نص", ""),
		within("backslashes", "\\", "نص", ""),
		within("dollars", "$a", "نص", ""),
		within("braces", "{", "نص", "}"),
		within("isolates", "\u2067a", "نص", "\u2069"),
		within("embeddings", "\u202ba", "نص", "\u202c"),
		{name: "nested divs", most: 22_000, text: func(n int) string {
			return "# ف\n\n" + times(n, "::: box\n") + "نص\n" + times(n, ":::\n")
		}},
		{name: "nested divs of growing fences", most: 1_000, text: func(n int) string {
			var b strings.Builder
			b.WriteString("# ف\n\n")
			for i := range n {
				b.WriteString(strings.Repeat(":", n-i+3) + " note\n")
			}
			return b.String() + "نص\n"
		}},
		{name: "nested lists by indents", most: 2_000, text: func(n int) string {
			var b strings.Builder
			b.WriteString("# ف\n\n")
			for i := range n {
				b.WriteString(strings.Repeat("  ", i) + "- نص\n")
			}
			return b.String()
		}},
		{name: "backticks of growing length", most: 1_000, text: func(n int) string {
			var b strings.Builder
			for i := range n {
				b.WriteString("a" + strings.Repeat("`", i+1))
			}
			return "# ف\n\n" + b.String() + "\n"
		}},
		{name: "code fences of growing length", most: 1_000, text: func(n int) string {
			var b strings.Builder
			for i := range n {
				b.WriteString(strings.Repeat("`", i+3) + "\n")
			}
			return "# ف\n\n" + b.String() + "\n"
		}},
	} {
		all = append(all, v.inputs()...)
	}
	return all
}

// tables are volumes of rows, columns and the like.
func tables() (all []input) {
	row := func(n int, cell string) string { return "|" + times(n, cell+"|") + "\n" }
	for _, v := range []volume{
		{name: "columns", text: func(n int) string { return "# ف\n\n" + row(n, "a") + row(n, "-") + row(n, "b") }},
		repeated("rows", "# ف\n\n| a | b |\n|---|---|\n", "| %d | نص |\n", ""),
		{name: "columns of a short row", text: func(n int) string { return "# ف\n\n" + row(n, "a") + row(n, "-") + "| b |\n" }},
		{name: "square of cells", most: 22_000, text: func(n int) string {
			side := 1
			for side*side < n {
				side++
			}
			return "# ف\n\n" + row(side, "a") + row(side, "-") + times(side, row(side, "b"))
		}},
		repeated("tables", "# ف\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", ""),
		repeated("captions", "# ف\n\n", "| a | b |\n|---|---|\n| c | d |\n\n: تعليق %d\n\n", ""),
		repeated("cell of words", "# ف\n\n| a | b |\n|---|---|\n| ", "كلمة ", "| c |\n"),
		repeated("items", "# ف\n\n", "- نص\n", ""),
		repeated("ordered items", "# ف\n\n", "1. نص\n", ""),
		repeated("tasks", "# ف\n\n", "- [x] نص\n", ""),
		repeated("items of abjad", "# ف\n\n{.abjad}\n", "1. نص\n", ""),
		repeated("definitions", "# ف\n\n", "كلمة%d\n: معنى\n\n", ""),
		repeated("meanings of one word", "# ف\n\nكلمة\n", ": معنى\n\n", ""),
		repeated("quotes", "# ف\n\n", "> نص\n\nنص\n\n", ""),
		repeated("boxes", "# ف\n\n", "::: box\nنص\n:::\n\n", ""),
		repeated("rows of tags", "# ف\n\n<table>", "<tr><td>%d<td>b</tr>", "</table>\n"),
		repeated("cells of tags", "# ف\n\n<table><tr>", "<td>a", "</table>\n"),
		repeated("cells over rows", "# ف\n\n<table>", "<tr><td rowspan=1000>a<td>b</tr>", "</table>\n"),
		repeated("pull quotes", "# ف\n\n", "::: pull\nنص\n:::\n\n", ""),
		repeated("turned tables", "# ف\n\n", "{.landscape}\n| a | b |\n|---|---|\n| c | d |\n\n", ""),
	} {
		all = append(all, v.inputs()...)
	}
	csv := func(name string, data func() string) input {
		in := text("data: "+name, is("# ف\n\n{file=d.csv #t}\n\n: بيانات\n")).with("d.csv", data)
		return in
	}
	rows := csv("rows", func() string { return "a,b\n" + times(100_000, "%d,x\n") })
	rows.args = server
	return append(all,
		rows,
		csv("columns", func() string { return times(100_000, "a,") + "\n" + times(100_000, "b,") + "\n" }),
		csv("quote that does not end", func() string { return "a,b\n\"" + times(200_000, "x,y\n") }),
		csv("quotes", func() string { return "a,b\n" + times(200_000, "\"\"\"\",") + "\n" }),
		csv("NUL", is("a,b\n\x00,c\n")),
		csv("empty", is("")),
		csv("one long field", func() string { return "a,b\n" + times(1_000_000, "x") + ",y\n" }),
		csv("no UTF-8", is("a,b\n\xff\xfe,c\n")),
	)
}
