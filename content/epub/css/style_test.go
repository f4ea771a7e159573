package css

import (
	"regexp"
	"strings"
	"testing"

	"warraq/content/design"
	"warraq/content/locale"
)

// TestCounterStyles: letters of lists are a counter style, and numbers where a
// reader knows none, by the declaration before it. The letters are the PDF's.
func TestCounterStyles(t *testing.T) {
	for _, style := range []locale.ListStyle{locale.Abjad, locale.AbjadMaghribi, locale.AlifBa} {
		name := style.String()
		for _, want := range []string{
			"@counter-style " + name + " {",
			"ol." + name + " { list-style-type: decimal; list-style-type: " + name + "; }",
		} {
			if !strings.Contains(bookCSS, want) {
				t.Errorf("the stylesheet has no %s", want)
			}
		}
		_, rule, _ := strings.Cut(bookCSS, "@counter-style "+name+" {")
		rule, _, _ = strings.Cut(rule, "}")
		letters := regexp.MustCompile(`"([^" .]+)"`).FindAllStringSubmatch(rule, -1)
		if len(letters) != 28 {
			t.Errorf("%s has %d letters", name, len(letters))
		}
		for i, m := range letters {
			if want := style.Number(i+1, locale.DigitsLatn); strings.Trim(m[1], "\u200D") != strings.Trim(want, "\u200D") {
				t.Errorf("letter %d of %s is %s, in the PDF %s", i+1, name, m[1], want)
			}
		}
	}
}

// TestSettingsHold: the stylesheet leaves the reader's colours and the document's
// direction alone. Text has no colour of its own, a ground lets the page through,
// sizes grow with the reader's letters, and no side is named.
func TestSettingsHold(t *testing.T) {
	css := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(bookCSS, "")
	for _, m := range regexp.MustCompile(`([a-z-]+):\s*([^;{}]+);`).FindAllStringSubmatch(css, -1) {
		property, value := m[1], m[2]
		wrong := false
		switch {
		case property == "color":
			wrong = value != "inherit" && value != "currentColor"
		case strings.HasPrefix(property, "background"):
			wrong = !regexp.MustCompile(`^rgba\(128, 128, 128, 0\.[123][0-9]?\)$|^transparent$`).MatchString(value)
		case property == "direction", property == "unicode-bidi", property == "color-scheme", property == "letter-spacing":
			wrong = true
		case property == "font-size", property == "line-height":
			wrong = regexp.MustCompile(`[0-9](px|pt|mm|cm|in)\b`).MatchString(value)
		}
		if wrong || strings.Contains(property, "left") || strings.Contains(property, "right") || value == "left" || value == "right" {
			t.Errorf("%s: %s", property, value)
		}
	}
}

// TestParts: titles, the Quran, Latin words and numbers have the faces that are for them,
// before those of the text; a face for letters is for no other.
func TestParts(t *testing.T) {
	css := string(Sheet{Theme: design.Plain(), Faces: []Face{{Href: "a.ttf", Family: "Text"}, {Href: "b.ttf", Family: "H", For: Headings},
		{Href: "c.ttf", Family: "L", For: Latin}, {Href: "d.ttf", Family: "Q", For: Quran}}}.CSS())
	for _, want := range []string{
		`@font-face { font-family: "L"; src: url("../c.ttf"); font-weight: normal; font-style: normal; unicode-range: U+41-5A,`,
		`@font-face { font-family: "H"; src: url("../b.ttf"); font-weight: normal; font-style: normal; }`,
		`body { font-family: "L", "Text", serif; }`,
		`h1, h2, h3, h4, h5, h6, .heading { font-family: "L", "H", "Text", serif; }`,
		`blockquote.quran { font-family: "L", "Q", "Text", serif; }`,
	} {
		if !strings.Contains(css, want) {
			t.Errorf("the stylesheet has no %s", want)
		}
	}
}
