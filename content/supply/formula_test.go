package supply_test

import (
	"regexp"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/dress"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/content/supply"
)

// TestFormulas: what has signs in it runs from left to right as a whole, the
// rest is as it was. Brackets stand for the span that runs so.
func TestFormulas(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"الكتلة 10^-3^ كغ", "الكتلة [10^-3^] كغ"},
		{"5×10^−3^، ثم", "[5×10^−3^]، ثم"},
		{"أيون Ca^2+^.", "أيون [Ca^2+^]."},
		{"وSO~4~^2-^", "و[SO~4~^2-^]"},
		{"x^2^+y^2^=z^2^.", "[x^2^+y^2^=z^2^]."},
		{"(a+b)^2^", "[(a+b)^2^]"},
		{"(في x^-1^)", "(في [x^-1^])"},
		{"f(x^-1^), ثم", "[f(x^-1^)], ثم"},
		{"م^-1^ وحدها", "م[^-1^] وحدها"},
		{"H~2~O وC~6~H~12~O~6~ و20 م^2^ وx^2^", "H~2~O وC~6~H~12~O~6~ و20 م^2^ وx^2^"},
		{"٣^-١^ و٢^-٣^ و۱۰^-۳^", "[٣^-١^] و[٢^-٣^] و[۱۰^-۳^]"},
		{"س^-١^ وحدها", "س^-١^ وحدها"},
		{"10^-س^ و٢^١٠^ وكلمة^فوق^", "10^-س^ و٢^١٠^ وكلمة^فوق^"},
	} {
		p := &content.Paragraph{Inlines: scripted(c.text)}
		doc := &content.Document{Meta: content.Meta{Lang: "ar", Dir: locale.RTL}, Chapters: []*content.Chapter{{Blocks: []content.Block{p}}}}
		supply.Document(doc)
		if got := scriptsOf(p.Inlines); got != c.want {
			t.Errorf("%s gives %s, want %s", c.text, got, c.want)
		}
		p.Inlines = scripted(c.text)
		doc.Setup.Numbers = setup.NumbersPlain
		supply.Document(doc)
		if got := scriptsOf(p.Inlines); got != c.text {
			t.Errorf("%s, left to the algorithm, gives %s", c.text, got)
		}
	}
}

var script = regexp.MustCompile(`\^[^^]+\^|~[^~]+~`)

// scripted reads superior and inferior text between its marks.
func scripted(s string) (text []content.Inline) {
	for {
		at := script.FindStringIndex(s)
		if at == nil {
			return append(text, &content.Text{Value: s})
		}
		if at[0] > 0 {
			text = append(text, &content.Text{Value: s[:at[0]]})
		}
		class := map[byte]string{'^': "sup", '~': "sub"}[s[at[0]]]
		text = append(text, &content.Span{Attr: content.Attr{Classes: []string{class}}, Inlines: []content.Inline{&content.Text{Value: s[at[0]+1 : at[1]-1]}}})
		s = s[at[1]:]
	}
}

// scriptsOf writes it again.
func scriptsOf(text []content.Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case *content.Text:
			b.WriteString(in.Value)
		case *content.Span:
			around := map[dress.Dress][2]string{0: {"[", "]"}, dress.Superior: {"^", "^"}, dress.Inferior: {"~", "~"}}[in.Dress()]
			b.WriteString(around[0] + scriptsOf(in.Inlines) + around[1])
		}
	}
	return b.String()
}
