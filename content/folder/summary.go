package folder

import (
	"html"
	"net/url"
	"path"
	"strings"

	"warraq/content/pattern"
	"warraq/content/roles"
)

// A SUMMARY.md is a list of links: https://rust-lang.github.io/mdBook/format/summary.html,
// and GitBook's, which has `##` above parts.

var (
	summaryItem = pattern.Of(`^([ \t]*)(?:[-*+]|[0-9]+[.)])[ \t]+(.*)$`)
	summaryPart = pattern.Of(`^#{1,6}[ \t]+(.*?)[ \t]*#*$`)
	summaryLink = pattern.Of(`^\[((?:\\.|[^\]\\]|\][^(])*)\]\([ \t]*(<[^>]*>|(?:[^()\s]|\([^()]*\)|[ ](?:[^"'()]))*)(?:[ \t]+["'][^"']*["'])?[ \t]*\)`)
)

// summary is a list being read.
type summary struct {
	dir    string // that files are named from
	nodes  []*node
	part   *node
	stack  []*node // above the line in hand
	indent []int
}

// readSummary reads the list of a file. Files are named from its folder. Of the
// headings, the first at the top is the title of the list.
func readSummary(text, dir string) []*node {
	r := &summary{dir: dir}
	number, fenced, comment := 0, false, false
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
			continue
		}
		line, comment = withoutComment(line, comment)
		if !fenced && strings.TrimSpace(line) != "" {
			r.line(line, number)
		}
	}
	return r.nodes
}

// withoutComment takes the comments of HTML out of a line.
func withoutComment(line string, inside bool) (string, bool) {
	var out strings.Builder
	for line != "" {
		mark := "<!--"
		if inside {
			mark = "-->"
		}
		before, after, found := strings.Cut(line, mark)
		if !inside {
			out.WriteString(before)
		}
		if !found {
			break
		}
		inside, line = !inside, after
	}
	return out.String(), inside
}

func (r *summary) line(line string, number int) {
	if m := summaryPart.FindStringSubmatch(line); m != nil {
		title := plainTitle(m[1])
		if len(r.nodes) == 0 && r.part == nil && strings.HasPrefix(line, "# ") {
			r.stack, r.indent = nil, nil
			return
		}
		r.part = &node{title: title, line: number, part: true}
		r.nodes = append(r.nodes, r.part)
		r.stack, r.indent = nil, nil
		return
	}
	if m := summaryItem.FindStringSubmatch(line); m != nil {
		r.item(m[2], indentOf(m[1]), number)
		return
	}
	if text := strings.TrimSpace(line); strings.HasPrefix(text, "[") {
		if n := r.link(text, number); n != nil && n.file != "" { // a chapter before or behind the numbered ones
			n.role = roles.Introduction
			if len(r.nodes) > 0 && r.numbered() {
				n.role = roles.Appendix
			}
			r.nodes = append(r.nodes, n)
			r.part, r.stack, r.indent = nil, nil, nil
		}
	}
}

// numbered tells whether chapters of the list itself have been met.
func (r *summary) numbered() bool {
	for _, n := range r.nodes {
		if n.part || n.role == roles.Body {
			return true
		}
	}
	return false
}

func (r *summary) item(text string, indent, number int) {
	n := r.link(text, number)
	if in := strings.Index(text, "["); n == nil && in > 0 { // a number before it
		if n = r.link(text[in:], number); n != nil {
			n.title = plainTitle(text)
		}
	}
	if n == nil {
		n = &node{title: plainTitle(text), line: number}
	}
	for len(r.indent) > 0 && r.indent[len(r.indent)-1] >= indent {
		r.indent, r.stack = r.indent[:len(r.indent)-1], r.stack[:len(r.stack)-1]
	}
	switch {
	case len(r.stack) > 0:
		above := r.stack[len(r.stack)-1]
		above.kids = append(above.kids, n)
	case r.part != nil:
		r.part.kids = append(r.part.kids, n)
	default:
		r.nodes = append(r.nodes, n)
	}
	r.stack, r.indent = append(r.stack, n), append(r.indent, indent)
}

// link reads the link that a line begins with. One to the web is only its title.
func (r *summary) link(text string, number int) *node {
	for _, mark := range []string{"**", "__", "[ ] ", "[x] "} {
		text = strings.TrimPrefix(text, mark)
	}
	m := summaryLink.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	n := &node{title: plainTitle(m[1]), line: number}
	target := strings.TrimSpace(strings.Trim(m[2], "<>"))
	if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
		return n
	}
	target, anchor, _ := strings.Cut(target, "#")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if target != "" && target != "." {
		n.file = path.Join(r.dir, target)
		if strings.HasSuffix(target, "/") {
			n.file = path.Join(n.file, "README.md")
		}
	}
	n.place = anchor
	return n
}

func indentOf(space string) int {
	n := 0
	for _, c := range space {
		if c == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

var (
	titleLink = pattern.Of(`!?\[([^\]]*)\]\([^)]*\)`)
	titleTag  = pattern.Of(`</?[a-zA-Z][^>]*>`)
	titleMark = pattern.Of("\\*\\*|__|`")
	titleAttr = pattern.Of(`\s*\{[#.:-][^}]*\}\s*$`)
	titleBack = pattern.Of(`\\([[:punct:]])`)
)

// plainTitle is a title without the marks of Markdown.
func plainTitle(s string) string {
	s = titleAttr.ReplaceAllString(s, "")
	s = titleLink.ReplaceAllString(s, "$1")
	s = titleTag.ReplaceAllString(s, "")
	s = titleMark.ReplaceAllString(s, "")
	s = titleBack.ReplaceAllString(s, "$1")
	if t := strings.Trim(s, "*_ "); t != "" && len(s) > 2 && (s[0] == '*' || s[0] == '_') && s[0] == s[len(s)-1] {
		s = t
	}
	return strings.Join(strings.Fields(html.UnescapeString(s)), " ")
}
