package picture

import (
	"strings"
	"testing"
)

// TestSoundDrawings tries what would load, run or define something, and what is only
// left out. None of it does harm to any program.
func TestSoundDrawings(t *testing.T) {
	const rect = `<rect width="1" height="1"/>`
	svg := func(inside string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">` + inside + `</svg>`
	}
	for inside, wrong := range map[string]string{
		rect: "", `<g id="a">` + rect + `</g><use href="#a"/>`: "", `<a href="https://example.org/">` + rect + `</a>`: "",
		`<text style="font-family:\5B8B\4F53">x</text>`: "", `<rect fill="url(#g)"/>`: "", `<image xlink:href="data:image/png;base64,AAAA"/>`: "",
		`<script>x</script>`:                                             "script",
		`<video/>`:                                                       "video",
		`<animate attributeName="href"/>`:                                "animate",
		`<set attributeName="href" to="x"/>`:                             "set",
		`<rect onclick="x"/>`:                                            "script",
		`<a href="javascript:x"/>`:                                       "loads",
		`<use href="other.svg#a"/>`:                                      "loads",
		`<image href="//example.org/a.png"/>`:                            "loads",
		`<image href="data:image/svg+xml,x"/>`:                           "loads",
		`<g xml:base="http://example.org/"/>`:                            "",
		`<style>@import "a.css";</style>`:                                "@import",
		`<style>@im<!-- -->port "a.css";</style>`:                        "@import",
		`<style>@\69mport "a.css";</style>`:                              "@import",
		`<style><![CDATA[@IMPORT "a.css";]]></style>`:                    "@import",
		`<style>rect{fill:u\72 l(a.svg#x)}</style>`:                      "loads",
		`<style>rect{background:image-set("a.png" 1x)}</style>`:          "image-set",
		`<rect style="fill:URL( 'http://example.org/a.svg#x')"/>`:        "loads",
		`<rect fill="url(other.svg#g)"/>`:                                "loads",
		`<g xmlns="http://www.w3.org/1999/xhtml"><script>x</script></g>`: "",
		`<x:y xmlns:x="urn:x"><z/></x:y>`:                                "",
		`<rect a="1" a="2"/>`:                                            "twice",
		`<g>`:                                                            "did not begin",
	} {
		got, err := Sound([]byte(svg(inside)))
		switch {
		case wrong == "" && err != nil, wrong != "" && (err == nil || !strings.Contains(err.Error(), wrong)):
			t.Errorf("%s: %v", inside, err)
		case err == nil && (strings.Contains(string(got), "script") || strings.Contains(string(got), "example.org") && !strings.Contains(inside, "<a ")):
			t.Errorf("%s: gives %s", inside, got)
		}
	}
	for whole, want := range map[string]string{
		svg(rect): svg(rect),
		svg(`<foreignObject width="9"><div xmlns="http://www.w3.org/1999/xhtml" onclick="x()"><script>x()</script>سطر<br/>آخر</div></foreignObject>`): `<foreignObject width="9"><div xmlns="http://www.w3.org/1999/xhtml" style="text-align:center"><p style="margin:0">سطر</p><p style="margin:0">آخر</p></div></foreignObject></svg>`,
		svg(`<switch><foreignObject><p>كلام طويل</p></foreignObject><text x="1">كلا...</text></switch>`):                                              `<switch><text x="1">كلام طويل</text></switch>`,
		`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y">` + svg(rect):                                                                              "<rect ",
		`<?xml-stylesheet href="a.css"?>` + svg(rect):                                                                                                 "<rect ",
		`<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:rect/></svg:svg>`:                                                                       "<rect></rect>",
		`<svg><rect/></svg>`:                           ` xmlns="http://www.w3.org/2000/svg"`,
		`<!DOCTYPE svg [<!ENTITY a "x">]>` + svg(rect): "",
		svg(rect) + svg(rect):                          "",
		svg("&a;"):                                     "",
	} {
		got, err := Sound([]byte(whole))
		if (want == "") != (err != nil) || !strings.Contains(string(got), want) || strings.Contains(string(got), "DOCTYPE") || strings.Contains(string(got), "stylesheet") {
			t.Errorf("%s: gives %s, %v", whole, got, err)
		}
	}
}
