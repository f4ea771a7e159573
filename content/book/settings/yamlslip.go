package settings

import (
	"strings"

	"warraq/content"
	"warraq/content/pattern"
)

// yamlSlips are lines that make no YAML, or other than their author meant. Where the
// form has a group, that is what belongs between quotes.
var yamlSlips = []struct {
	form       *pattern.Pattern
	what, hint string
}{
	{pattern.Of(`^ *\t`), "a tab, where YAML wants blanks", "write two blanks in its place"},
	{pattern.Of(`^[\pL-]+：`), "a wide colon", "write an ordinary one and a blank: `title: …`"},
	{pattern.Of(`^[a-z-]+:[^\s/]`), "no blank behind the colon", "write one: `title: …`"},
	{pattern.Of(`^[^"'#]*:[ \t]+("[^"]*|'[^']*)$`), "a quotation mark that nothing closes", "put one at the end of the line"},
	{pattern.Of(`^ *(?:- +)?[\pL-]+:[ \t]+([^\s"'\[{|>#].*:[ \t].*)$`), "a colon and a blank within a value", ""},
	{pattern.Of("^ *(?:- +|[\\pL-]+:[ \\t]+)([*&@%`!].*)$"), "a value that begins with a sign of YAML", ""},
}

// tellYAML reports each line of a text that makes no YAML, with what to write, and
// tells whether there is one.
func (r *Reader) tellYAML(text, file string, line int) (told bool) {
	valued := false // the line before has a key and its value
	for n, s := range strings.Split(text, "\n") {
		at := content.Pos{File: file, Line: line + n}
		if valued && setIn.MatchString(s) {
			r.problem(at, "a line set in below a value", "take the blanks before it away")
			told = true
		}
		valued = valueLine.MatchString(s)
		for _, slip := range yamlSlips {
			m := slip.form.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			hint := slip.hint
			if hint == "" {
				value := strings.TrimSpace(m[1])
				hint = "put the value in quotes: `" + strings.TrimSuffix(strings.TrimSpace(s), value) + `"` + strings.ReplaceAll(value, `"`, `\"`) + "\"`"
			}
			r.problem(at, slip.what, hint)
			told = true
			break
		}
	}
	return told
}

var (
	setIn     = pattern.Of(`^ +[a-z-]+:(?: |$)`)
	valueLine = pattern.Of(`^[a-z-]+:[ \t]+[^\s|>#]`)
)
