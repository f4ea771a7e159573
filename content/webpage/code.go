package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/locale"
	"warraq/content/scribe"
)

// preformatted reads text whose lines are kept: code, or a poem or a letter where its
// letters are Arabic.
func (f *flow) preformatted(n *html.Node, st state) {
	f.flush()
	text := literal(n)
	rtl := 0
	for _, r := range text {
		if isRTL(r) {
			rtl++
		}
	}
	if rtl*2 > letters(text) && !holdsCode(n) {
		st.pre, st.code = true, false
		f.children(n, st)
		f.flush()
		return
	}
	code := &content.CodeBlock{Text: strings.Trim(text, "\n") + "\n", Language: languageOf(n)}
	code.Dir = directionOf(get(n, "dir"))
	if code.Dir == locale.LTR {
		code.Dir = locale.Auto // as code is anyway
	}
	if strings.TrimSpace(code.Text) != "" {
		f.add(code)
	}
}

// literal is the text of an element as it stands, its ends of lines among it.
func literal(n *html.Node) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\r", ""))
		case n.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
		}
	}
	add(n)
	return b.String()
}

// holdsCode tells a pre that says it is code.
func holdsCode(n *html.Node) bool {
	if languageOf(n) != "" {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Code || c.DataAtom == atom.Samp {
			return true
		}
	}
	return false
}

// languageOf is the programming language of code, as its classes say.
func languageOf(n *html.Node) string {
	for c := range strings.FieldsSeq(get(n, "class") + " " + classOfCode(n)) {
		for _, prefix := range []string{"language-", "lang-", "sourceCode-"} {
			if l, ok := strings.CutPrefix(c, prefix); ok && l != "" && l != "none" && l != "text" {
				return named(l)
			}
		}
	}
	return ""
}

func classOfCode(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Code {
			return get(c, "class")
		}
	}
	return ""
}

// formula puts a formula into code: its alternative text, or its characters.
func (f *flow) formula(n *html.Node, st state) {
	said := strings.TrimSpace(get(n, "alttext"))
	if !strings.ContainsFunc(said, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("\\=+-^_()<>", r) }) {
		said = spoken(n) // “alternative text not available”
	}
	if said == "" {
		return
	}
	f.b.text.Report.Took("a formula stands as its characters, in code", intake.FirstWords(said), "")
	if locale.DirectionOf(f.b.base) == locale.RTL && f.open != nil && !f.spaced {
		f.text(" ", st)
	}
	f.begin(st)
	f.line().Put(&content.Code{Value: said}, scribe.Look{})
	f.spaced, f.ended = false, false
}
