package epub

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"warraq/content"
)

// TestLoadedDrawing: a drawing that asks for something outside its file is a
// problem of the author's; one that does not is in the book as it is.
func TestLoadedDrawing(t *testing.T) {
	for drawing, want := range map[string]string{
		`<image href="http://example.org/a.png"/>`:                             "http://example.org/a.png",
		`<image xlink:href="b.png"/>`:                                          "b.png",
		`<image href="file:///etc/passwd"/>`:                                   "file:///etc/passwd",
		`<use href="other.svg#x"/>`:                                            "other.svg#x",
		`<script>1</script>`:                                                   "a script",
		`<g onload="x()"/>`:                                                    "a script",
		`<style>@import "a.css";</style>`:                                      "a stylesheet",
		`<style>g { fill: url(http://example.org/p.svg#x) }</style>`:           "http://example.org/p.svg#x",
		`<style>@Import "a.css";</style>`:                                      "a stylesheet",
		`<g style="fill: URL( 'p.svg' )"/>`:                                    "p.svg",
		`<g style="mask: url('//example.org/m')"/>`:                            "//example.org/m",
		`<use href="#x"/><g fill="url(#x)"/><text>url(a) نص</text>`:            "",
		`<a href="https://example.org/"><path d="M0 0"/></a>`:                  "",
		`<image href="data:image/png;base64,iVBORw0KGgo="/><style>a{}</style>`: "",
	} {
		data := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + drawing + `</svg>`
		doc := book(chapter("أول", &content.Figure{Src: "a.svg", Alt: "رسم"}))
		doc.Assets = map[string]*content.Asset{"a.svg": {Data: []byte(data)}}
		var b bytes.Buffer
		err := Write(&b, doc, Options{})
		var problems content.Problems
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", drawing, err)
		case want != "" && (!errors.As(err, &problems) || !strings.Contains(err.Error(), "loads "+want+",")):
			t.Errorf("%s: %v", drawing, err)
		case want == "" && unzip(t, b.Bytes())["EPUB/images/image0001.svg"] != data:
			t.Errorf("%s: the drawing is not as it was", drawing)
		}
	}
}
