package content_test

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/setup"
)

func TestFieldAt(t *testing.T) {
	for in, want := range map[string]int{
		"{date}x": 6, "{date: 2015}": 12, "{DATE hijri} {x}": 12, "{number: 1": -1, "{date:\n2015}": -1, "{percent: {date}": -1,
		"{dates}": 0, "{date": 0, "{dat}": 0, "{date x": 0, "date}": 0, "": 0, "{": 0, "{}": 0, "{number=1}": 0, "{قل}": 0, "{date\n}": 0,
	} {
		if got := content.FieldAt(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

// FuzzFields: a field is written or is a problem, never a panic; what is no
// field stays.
func FuzzFields(f *testing.F) {
	for _, s := range []string{"{date}", "{date: 2015-05-15 hijri-1 short}", `\{date}`, "{number: -1234.5}{percent: ٥}", "{date: 2015", "{قل}"} {
		f.Add(s, "ar-MA", "2015-05")
	}
	f.Add("{date: 0001-01-01 year hijri+2}", "tr", "x")
	f.Fuzz(func(t *testing.T, text, lang, date string) {
		fields := content.Fields{Date: date, Lang: lang}
		problems := 0
		out := fields.ReplaceFields(text, func(p *content.Problem) {
			problems++
			if p.What == "" || p.Hint == "" {
				t.Errorf("%q: a problem without words", text)
			}
		})
		lower := strings.ToLower(text)
		if !strings.Contains(lower, "{date") && !strings.Contains(lower, "{number") && !strings.Contains(lower, "{percent") &&
			(out != text || problems > 0) {
			t.Errorf("%q became %q", text, out)
		}
		fields.Write(text, lang)
	})
}

func TestJustification(t *testing.T) {
	keys := func(value string) []content.KeyValue { return []content.KeyValue{{Key: "justify", Value: value}} }
	for _, c := range []struct {
		attr content.Attr
		want setup.Justification
	}{
		{content.Attr{}, setup.JustifyAuto},
		{content.Attr{Classes: []string{"box", "spaces"}}, setup.JustifySpaces},
		{content.Attr{Classes: []string{"naskh"}}, setup.JustifyNaskh},
		{content.Attr{Classes: []string{"spaces"}, Keys: keys("simple")}, setup.JustifySimple},
		{content.Attr{Classes: []string{"spaces"}, Keys: keys("x")}, setup.JustifySpaces},
		{content.Attr{Classes: []string{"quran"}, Keys: keys("naskh")}, setup.JustifySpaces},
	} {
		if got := c.attr.Justification(); got != c.want {
			t.Errorf("%+v: %v, want %v", c.attr, got, c.want)
		}
	}
}
