package plan

import (
	"encoding/xml"
	"strings"
	"testing"
)

// FuzzLoaded puts text before what a drawing loads. Nothing that is well-formed may hide
// it from the last look at a drawing.
func FuzzLoaded(f *testing.F) {
	loads := []string{`<image href="http://example.org/a.png"/>`, `<style>@import "http://example.org/a.css";</style>`,
		`@import url(http://example.org/a.css)`, `<a xlink:href="http://example.org/"><use xlink:href="b.svg#a"/></a>`, `<path style="fill:url(b.svg#a)"/>`, `<g onload="x()"/>`, `<script>x()</script>`}
	for i, before := range []string{"", "<g>", "<!-- -->", "<style>", "<style><a/>", "<style>a{}</style>", "<![CDATA[", "<![CDATA[]]>", "<!--", "<?x ?>", "<a href='x'>", "<desc>&amp;&lt;", "<g a='>'>", "<STYLE>", "<x:style>", "\x00", "&nbsp;", "<style>/*"} {
		for k := range loads {
			f.Add(before, uint(i+k))
		}
	}
	f.Fuzz(func(t *testing.T, before string, which uint) {
		load := loads[which%uint(len(loads))]
		end := ends(before)
		drawing := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + before + load + end + "</svg>"
		if what := reached(drawing); what != "" && loaded([]byte(drawing)) == "" {
			t.Errorf("%q loads %s, and that is not seen", drawing, what)
		}
	})
}

// ends shuts the elements that a text leaves open.
func ends(text string) (shut string) {
	d := xml.NewDecoder(strings.NewReader(text))
	var stack []string
	for {
		token, err := d.RawToken()
		if err != nil {
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if token.Name.Space != "" {
				name = token.Name.Space + ":" + name
			}
			stack = append(stack, name)
		case xml.EndElement:
			stack = stack[:max(len(stack)-1, 0)]
		}
	}
	for i := len(stack) - 1; i >= 0; i-- {
		shut += "</" + stack[i] + ">"
	}
	return shut
}

// reached is what of the loads a strict reader comes to, "" where the drawing is not
// well-formed.
func reached(drawing string) (what string) {
	d := xml.NewDecoder(strings.NewReader(drawing))
	d.Entity = xml.HTMLEntity
	var stack []string
	for {
		token, err := d.Token()
		if err != nil {
			if len(stack) > 0 || err.Error() != "EOF" {
				return ""
			}
			return what
		}
		switch token := token.(type) {
		case xml.StartElement:
			stack = append(stack, token.Name.Local)
			for _, a := range token.Attr {
				if strings.Contains(a.Value, "example.org/a.png") || strings.Contains(a.Value, "b.svg") || a.Name.Local == "onload" && a.Name.Space == "" {
					what = token.Name.Local
				}
			}
			if token.Name.Local == "script" {
				what = "script"
			}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 0 && stack[len(stack)-1] == "style" && strings.Contains(string(token), "@import") {
				what = "style"
			}
		}
	}
}
