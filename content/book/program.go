package book

import (
	"fmt"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/folder"
	"warraq/content/pattern"
)

// What programs have in their texts beside Markdown. Lines keep their numbers.

// programText takes out of a text what only its program understands, and says so.
func (b *manuscript) programText(s *source) {
	switch strings.ToLower(path.Ext(s.name)) {
	case ".rmd", ".qmd":
		k := knitter{lines: strings.Split(s.text, "\n")}
		k.knit()
		s.text, s.appendix = strings.Join(k.lines, "\n"), k.appendix
		b.adviseChunks(s, &k)
	case ".mdx":
		b.dropImports(s)
	}
	if strings.Contains(s.text, "]({") {
		s.text = siteAddress.ReplaceAllString(s.text, "]($1$2$3)")
	}
}

// siteAddress is an address as Liquid writes it within a link.
var siteAddress = pattern.Of(`\]\((?:\{\{-? *(?:site\.(?:baseurl|url) *\}\}(?:\{\{ *site\.baseurl *\}\})?([^)\s]*)|["']([^"']*)["'] *\|[^}]*\}\})|\{% *(?:link|post_url) +(\S+) *%\})\)`)

func (b *manuscript) adviseChunks(s *source, k *knitter) {
	const shown, hidden = "code that R, Python or Julia would run", "code that its author does not show"
	if k.shown > 0 {
		b.advise(content.Problem{Pos: content.Pos{File: s.file, Line: s.line + k.first}, Kind: shown,
			What: shown + fmt.Sprintf(" is set as %d listings: nothing is run", k.shown), Hint: "put what it makes into the text, as a table or a picture"})
	}
	if k.hidden > 0 {
		b.advise(content.Problem{Pos: content.Pos{File: s.file, Line: s.line + k.first}, Kind: hidden,
			What: hidden + fmt.Sprintf(" is left out, with what it would make: %d pieces", k.hidden), Hint: "put what it makes into the text, as a table or a picture"})
	}
}

var (
	chunk        = pattern.Of("^([ \t]*)(```+|~~~+)[ \t]*\\{([A-Za-z]+)((?:[ ,][^}]*)?)\\}[ \t]*$")
	notShown     = pattern.Of(`(?i)\b(?:include|echo) *[=:] *(?:false|F\b)`)
	bookdownHead = pattern.Of(`^# +\((PART|APPENDIX)(?:\\?\*)?\) *(.*?)(?: *\{[^}]*\})?[ \t]*$`)
	noNumber     = pattern.Of(`^(#+ .*?) *\{-\}[ \t]*$`)
)

// knitter reads the lines of R Markdown and Quarto.
type knitter struct {
	lines         []string
	first         int // line of the first piece of code
	shown, hidden int
	appendix      int // line behind which chapters are appendices, 0 for none
}

func (k *knitter) knit() {
	fence := ""
	for i := 0; i < len(k.lines); i++ {
		line := k.lines[i]
		if fence != "" {
			if strings.TrimSpace(line) == fence {
				fence = ""
			}
			continue
		}
		if m := chunk.FindStringSubmatch(line); m != nil {
			i = k.chunk(i, m)
			continue
		}
		if mark := strings.TrimSpace(line); strings.HasPrefix(mark, "```") || strings.HasPrefix(mark, "~~~") {
			fence = mark[:len(mark)-len(strings.TrimLeft(mark, mark[:1]))]
			continue
		}
		k.heading(i, line)
	}
}

// heading reads the titles of parts, and that behind which all are appendices.
func (k *knitter) heading(i int, line string) {
	if !strings.HasPrefix(line, "#") {
		return
	}
	if m := bookdownHead.FindStringSubmatch(line); m != nil {
		k.lines[i] = "# " + m[2] + " {.part}"
		if m[1] == "APPENDIX" {
			k.lines[i], k.appendix = "", i+1
		}
		return
	}
	if m := noNumber.FindStringSubmatch(line); m != nil {
		k.lines[i] = m[1]
		if strings.HasPrefix(line, "##") {
			k.lines[i] += " {.unnumbered}"
		}
	}
}

// chunk reads a piece of code that begins on a line, and gives that on which it ends.
func (k *knitter) chunk(at int, m []string) (end int) {
	indent, fence, lang, options := m[1], m[2], m[3], m[4]
	body := at + 1
	for body < len(k.lines) && strings.HasPrefix(strings.TrimSpace(k.lines[body]), "#|") {
		options += "\n" + k.lines[body]
		body++
	}
	end = body
	for end < len(k.lines) && strings.TrimSpace(k.lines[end]) != fence {
		end++
	}
	if k.first == 0 {
		k.first = at
	}
	if notShown.MatchString(options) {
		k.hidden++
		for i := at; i <= end && i < len(k.lines); i++ {
			k.lines[i] = ""
		}
		return end
	}
	k.shown++
	for i := at; i < body; i++ {
		k.lines[i] = ""
	}
	k.lines[body-1] = indent + fence + strings.ToLower(lang)
	return end
}

// importLine is what a page of Docusaurus asks for.
var importLine = pattern.Of(`^(?:import\s.*['"][^'"]+['"]|export\s+(?:const|default|function)\s.*);?\s*$`)

// dropImports leaves out the lines in which a page asks for parts of its site.
func (b *manuscript) dropImports(s *source) {
	lines := strings.Split(s.text, "\n")
	fenced := false
	for i, line := range lines {
		if mark := strings.TrimSpace(line); strings.HasPrefix(mark, "```") || strings.HasPrefix(mark, "~~~") {
			fenced = !fenced
		}
		if !fenced && importLine.MatchString(line) {
			const kind = "a line for the program of a site"
			b.advise(content.Problem{Pos: content.Pos{File: s.file, Line: s.line + i}, Kind: kind, What: kind + ", which is left out: " + strings.TrimSpace(line)})
			lines[i] = ""
		}
	}
	s.text = strings.Join(lines, "\n")
}

// opensBook tells the file of bookdown whose front matter is the book's.
func (b *manuscript) opensBook(s *source) bool {
	if !strings.EqualFold(path.Ext(s.name), ".rmd") || !folder.IsIndex(s.name) {
		return false
	}
	for _, k := range b.settings.Foreign {
		if k.At.File == s.file && (k.Name == "site" || k.Name == "documentclass" || k.Name == "output" || k.Name == "bibliography") {
			return true
		}
	}
	return false
}
