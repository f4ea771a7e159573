package main

import (
	"fmt"
	"strings"
)

// drawings are files of SVG.
func drawings() (all []input) {
	svg := func(inside string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100" width="50mm" height="50mm">` + inside + "</svg>"
	}
	whole := func(name string, data func() string) {
		all = append(all, text("drawing: "+name, is("# ف\n\n![وصف](p.svg)\n")).with("p.svg", data))
	}
	odd := func(name, inside string) { whole(name, is(svg(inside))) }
	const path = `<path d="M0 0L10 10" stroke="#000"/>`
	for _, n := range []int{1_000, 20_000, 200_000} {
		long := func(name, before, form, after string) {
			whole(fmt.Sprintf("%s × %d", name, n), func() string { return svg(before + times(n, form) + after) })
		}
		long("elements", "", path, "")
		long("groups within each other", "", "<g>", times(n, "</g>"))
		long("steps of a path", `<path d="M0 0`, "L%d 1", `"/>`)
		long("points", `<polyline points="0 0`, " %d,1", `"/>`)
		long("uses", `<defs><g id="a">`+path+`</g></defs>`, `<use href="#a"/>`, "")
		long("uses of a long path", `<defs><path id="a" d="M0 0`+times(min(n, 5_000), "L1 1")+`"/></defs>`, `<use href="#a"/>`, "")
		long("rules", "<style>", ".a%d{fill:red}", "</style>"+path)
		long("rules and elements", "<style>"+times(n, ".a%d{fill:red}"), "", "</style>"+times(n, `<path class="a%d" d="M0 0L1 1"/>`))
		long("classes of one element", `<path class="`, "a%d ", `" d="M0 0L1 1"/>`)
		long("opacities", "", `<rect width="1" height="1" opacity="0.%d"/>`, "")
		long("groups of opacity within each other", "", `<g opacity=".9">`, "<rect width='1' height='1'/>"+times(n, "</g>"))
		long("comments", "", "<!-- x -->", path)
		long("pieces of text", "<desc>", "a&amp;", "</desc>"+path)
		long("attributes", "<path ", `a%d="" `, `d="M0 0L1 1"/>`)
		long("names", "", `<path id="a%d" d="M0 0L1 1"/>`, "")
		long("matrices", `<g transform="`, "rotate(1)", `">`+path+"</g>")
		long("declarations of a style", `<path d="M0 0L1 1" style="`, "fill:red;", `"/>`)
		long("dashes", `<path d="M0 0L1 1" stroke="#000" stroke-dasharray="`, "1 ", `1"/>`)
		long("letters", `<text y="9">`, "كلمة ", `</text>`)
		long("pieces of a text", `<text y="9">`, `<tspan x="%d">ك</tspan>`, `</text>`)
		long("labels", "", `<text x="1" y="%d">وصف</text>`, "")
		long("words along a path", `<path id="a" d="M0 0`+times(min(n, 5_000), "L%d 9")+`"/>`, `<text><textPath href="#a" startOffset="%d%%">كلمة</textPath></text>`, "")
		long("letters turned one by one", `<text y="9" rotate="`+times(min(n, 20_000), "%d ")+`" text-decoration="underline">`, "ك", "</text>")
		long("letters with a pattern", `<pattern id="p" width=".01" height=".01"><rect width="9" height="9"/></pattern>`, `<text y="%d" fill="url(#p)">ك</text>`, "")
		long("colours that blend", "", `<g style="mix-blend-mode:hue;isolation:isolate"><rect width="%d" height="9"/></g>`, "")
		long("uses that their paint fits", `<linearGradient id="l"><stop/><stop offset="1" stop-color="red"/></linearGradient><defs><g id="a">`+times(100, `<path d="M0 0L1 1v9" fill="context-fill"/>`)+`</g></defs>`, `<use href="#a" fill="url(#l)"/>`, "")
		long("markers at corners", `<defs><marker id="m"><path d="M0 0L1 1"/></marker></defs><path marker-mid="url(#m)" d="M0 0`, "L%d 1", `"/>`)
		long("elements behind a clip path", `<clipPath id="c"><circle r="9"/></clipPath>`, `<path clip-path="url(#c)" d="M0 0L%d 1"/>`, "")
		long("clip paths", "", `<clipPath id="c%[1]d"><circle r="9"/><circle r="8"/></clipPath><path clip-path="url(#c%[1]d)" d="M0 0L1 1"/>`, "")
		long("masks", `<mask id="m"><rect width="9" height="9"/></mask>`, `<rect mask="url(#m)" width="%d" height="1"/>`, "")
		long("stops of a gradient", `<linearGradient id="l">`, "<stop/>", `</linearGradient><rect width="9" height="9" fill="url(#l)"/>`)
		long("areas with a gradient", `<linearGradient id="l" spreadMethod="repeat" x2=".001"><stop/><stop offset="1" stop-opacity=".5"/></linearGradient>`, `<rect width="%d" height="9" fill="url(#l)"/>`, "")
		long("areas with a pattern", `<pattern id="p" width=".01" height=".01"><rect width="9" height="9"/></pattern>`, `<rect width="%d" height="9" fill="url(#p)"/>`, "")
		long("selectors within each other", "<style>", "g g > g ~ path.a%d{fill:red}", "</style>"+path)
		long("words in HTML", `<foreignObject width="9" height="9">`, "<div>ك</div>", "</foreignObject>")
		long("arcs", `<path d="M0 0`, "A5 5 0 0 1 10 10", `"/>`)
	}
	// Each level draws the one before it twice. What is drawn in the end is bearable for
	// other programs, and more than ours takes.
	twice := func(levels int, opacity string) string {
		s := `<defs><g id="x0"><rect width="1" height="1"/></g>`
		for i := 1; i <= levels; i++ {
			s += fmt.Sprintf(`<g id="x%d"%s><use href="#x%d"/><use href="#x%d"/></g>`, i, opacity, i-1, i-1)
		}
		return s + fmt.Sprintf(`</defs><use href="#x%d"/>`, levels)
	}
	all = append(all, text("drawing: more elements than it may have", is("# ف\n\n![وصف](p.svg)\n")).with("p.svg", is(svg(path+path+path))).limited("elements=3"))
	odd("uses that double", twice(18, ""))
	odd("uses of opacity that double", twice(13, ` opacity=".5"`))
	odd("use of itself", `<g id="a"><use href="#a"/></g>`)
	odd("uses of each other", `<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`)
	odd("gradients of each other", `<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/>`)
	odd("mask in itself", `<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="9" height="9" mask="url(#m)"/>`)
	odd("pattern in itself", `<pattern id="p" width=".1" height=".1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>`)
	odd("marker on itself", `<marker id="m"><path d="M0 0L1 1" marker-end="url(#m)"/></marker><path d="M0 0L1 1" marker-end="url(#m)"/>`)
	odd("clip path behind itself", `<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>`)
	odd("letters of no size", `<text font-size="0">ك</text><text font-size="1e9">ك</text><text font-size="1e-9">ك</text>`)
	odd("foreign object", `<foreignObject width="10" height="10"><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>`)
	odd("script", `<script>alert(1)</script>`+path)
	odd("script on an event", `<path d="M0 0L1 1" onclick="alert(1)"/>`)
	odd("style that imports", `<style>@import url(http://example.org/a.css);</style>`+path)
	odd("style that loads", `<style>path{fill:url(http://example.org/a.svg#x)}</style>`+path)
	odd("picture of the web", `<image href="http://example.org/a.png" width="10" height="10"/>`)
	odd("picture as data", `<image href="data:image/png;base64,AAAA" width="10" height="10"/>`)
	odd("link", `<a href="javascript:alert(1)">`+path+`</a>`)
	odd("use of another file", `<use href="other.svg#a"/>`)
	odd("filter", `<filter id="f"><feImage href="http://example.org/a.png"/></filter><rect width="10" height="10" filter="url(#f)"/>`)
	odd("animation", `<set attributeName="href" to="javascript:x"/><animate attributeName="x" from="0" to="1"/>`+path)
	odd("numbers out of range", `<rect x="1e308" y="-1e308" width="1e308" height="NaN"/><path d="M1e999 0L1 1" stroke-width="1e40"/>`)
	odd("matrix of nothing", `<g transform="scale(0) matrix(1e300 0 0 1e300 0 0)">`+path+`</g>`)
	whole("document type", is(`<!DOCTYPE svg [<!ENTITY a "x">]>`+svg(`<desc>&a;</desc>`+path)))
	whole("entities", is(`<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]>`+svg(`<desc>&b;</desc>`+path)))
	whole("entity of a file", is(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>`+svg(`<desc>&a;</desc>`+path)))
	whole("stylesheet", is(`<?xml-stylesheet href="http://example.org/a.css"?>`+svg(path)))
	whole("base", is(strings.Replace(svg(path), "<svg", `<svg xml:base="http://example.org/"`, 1)))
	whole("not whole", is(svg(path)[:120]))
	whole("two roots", is(svg(path)+svg(path)))
	whole("root of HTML", is(`<html><svg>`+path+`</svg></html>`))
	whole("box of nothing", is(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0">`+path+`</svg>`))
	whole("box without an end", is(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e308 1e-308">`+path+`</svg>`))
	whole("UTF-16", is("\xff\xfe<\x00s\x00v\x00g\x00"))
	whole("control characters", is(svg("<desc>\x01\x02</desc>"+path)))
	return all
}
