package notice

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"warraq/content/pattern"
)

// text is a message in every language. In the English one a hole is {1}; {1*} where
// another text of the catalogue fills it; {1-} where it is grammar of English alone,
// which other languages leave out.
type text struct {
	in [3]string // as Languages has them

	first   string // what it begins with, before any hole
	literal int    // bytes that are no holes
	holes   []hole
	tailed  bool                    // it may be followed by what it is about
	form    func() *pattern.Pattern // made when it is asked for; nil for a text without holes
}

// hole is a place of a text that is filled.
type hole struct {
	number  int
	phrased bool
}

// holeForm is a hole as it is written.
var holeForm = pattern.Of(`\{([1-9])([*-]?)\}`)

// tailForm is what may follow a message: how often, about what, where, in how many
// places.
const tailForm = `(?P<tail>(?: \(\d+\))?(?:: .*?)?(?: in “.*”)?(?: and \d+ more)?(?:; \d+ places in all)?)`

// textOf prepares a text for what the program says. What is said of a place of the
// manuscript may be followed by words of that place.
func textOf(in [3]string, tailed bool) text {
	t := text{in: in, literal: len(in[0])}
	holes := holeForm.FindAllStringSubmatchIndex(in[0], -1)
	t.first = in[0]
	if len(holes) > 0 {
		t.first = in[0][:holes[0][0]]
		t.tailed = tailed && holes[len(holes)-1][1] < len(in[0])
	} else {
		t.tailed = tailed
	}
	if len(holes) == 0 && !t.tailed {
		return t
	}
	var form strings.Builder
	form.WriteString(`(?s)^`)
	from := 0
	for _, h := range holes {
		form.WriteString(regexp.QuoteMeta(in[0][from:h[0]]))
		form.WriteString(`(.*?)`)
		number, _ := strconv.Atoi(in[0][h[2]:h[3]])
		t.holes = append(t.holes, hole{number, in[0][h[4]:h[5]] == "*"})
		t.literal -= h[1] - h[0]
		from = h[1]
	}
	form.WriteString(regexp.QuoteMeta(in[0][from:]))
	if t.tailed {
		form.WriteString(tailForm)
	}
	form.WriteString(`$`)
	t.form = sync.OnceValue(func() *pattern.Pattern { return pattern.Of(form.String()) })
	return t
}

// match is how a text says a line.
type match struct {
	literal int
	fills   []string // by the holes
	tail    string
}

// match tells whether the text says a line.
func (t *text) match(line string) (m match, ok bool) {
	m.literal = t.literal
	if line == t.in[0] && len(t.holes) == 0 {
		return m, true
	}
	if t.form == nil || !strings.HasPrefix(line, t.first) {
		return m, false
	}
	found := t.form().FindStringSubmatch(line)
	if found == nil {
		return m, false
	}
	m.fills = found[1 : 1+len(t.holes)]
	if t.tailed {
		m.tail = found[len(found)-1]
	}
	return m, true
}

// open is the text in a language, its holes as an ellipsis.
func (t *text) open(lang int) string {
	return strings.TrimSpace(strings.ReplaceAll(holeForm.ReplaceAllString(t.in[lang], "…"), "… …", "…"))
}
