package layout

import (
	"strings"
	"testing"
)

// TestDirected looks at where the isolates of a line of code open and close:
// { for one from right to left, [ for one from left to right, } at its end.
func TestDirected(t *testing.T) {
	marks := strings.NewReplacer(rli, "{", lri, "[", pdi, "}")
	for _, c := range []struct {
		line, want string
		prose      bool
	}{
		{`x := 1 // no`, `x := 1 // no`, false},
		{`x := 1 // قيمة x هنا`, `x := 1 // {قيمة x هنا}`, false},
		{`# set قيمة`, `# [set قيمة}`, false},
		{`a = "س" + "ع"`, `a = "{س}" + "{ع}"`, false},
		{`a = "س \" ع" + b`, `a = "{س \" ع}" + b`, false},
		{`قيمة = دالة(س ص)`, `{قيمة} = {دالة}({س ص})`, false},
		{`- الورق **صنعة**`, `- {الورق **صنعة**}`, true},
		{`- الورق **صنعة**`, `- {الورق} **{صنعة}**`, false},
		{`title: كتاب الورق`, `title: {كتاب الورق}`, true},
		{`<!-- تعليق --> <p>نص</p>`, `<!-- {تعليق} --> <p>{نص}</p>`, false},
		{`/* تعليق */ f()`, `/* {تعليق} */ f()`, false},
		{`https://example.org/كتاب`, `https://example.org/{كتاب}`, false},
		{`don't قيمة`, `don't {قيمة}`, false},
	} {
		if got := marks.Replace(directed(c.line, c.prose)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.line, got, c.want)
		}
	}
}

// TestDirectedRTL looks at the isolates of a line that runs from right to left.
func TestDirectedRTL(t *testing.T) {
	marks := strings.NewReplacer(rli, "R", lri, "L", pdi, "P")
	for line, want := range map[string]string{
		`نص (نص) {نص} {} {1}`:       `نص (نص) {نص} {} {1}`,
		`# باب {#x .y}`:             `# باب {L#x .yP}`,
		`[نص](01-a.md) <http://x>`:  `[نص](L01-a.mdP) <Lhttp://xP>`,
		`[نص]{.index key="ورق!طي"}`: `[نص]{L.index key="Rورق!طيP"P}`,
		"`f(1)` {غير مغلق .x":       "`Lf(1)P` {غير مغلق .x",
	} {
		if got := marks.Replace(directedRTL(line)); got != want {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

// TestUntabbed looks at indents and columns; · is a no-break space.
func TestUntabbed(t *testing.T) {
	for line, want := range map[string]string{
		"\tx":     "4 x",
		"  \t\tx": "8 x",
		"ab\tc":   "0 ab··c",
		"abc\td":  "0 abc d",
		"a b  c ": "0 a b··c",
		"   ":     "3 ",
	} {
		text, indent := untabbed(line)
		if got := strings.ReplaceAll(strings.Join([]string{string(rune('0' + indent)), text}, " "), "\u00A0", "·"); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
