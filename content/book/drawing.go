package book

import (
	"regexp"
	"strings"
)

// A drawing in SVG may ask for what lies on the web: a stylesheet, most often of
// fonts, a program, a picture. Nothing is fetched for a book.

var (
	cssImport  = regexp.MustCompile(`(?i)@import\s*(?:url\([^)]*\)|"[^"]*"|'[^']*')[^;<]*;?`)
	fontFace   = regexp.MustCompile(`(?i)@font-face\s*\{[^{}]*\}`)
	cssAway    = regexp.MustCompile(`(?i)url\(\s*["']?\s*([^"')\s]*)[^)]*\)`)
	styleSheet = regexp.MustCompile(`(?i)<\?xml-stylesheet[^?]*\?>`)
	svgScript  = regexp.MustCompile(`(?is)<script\b[^>]*/>|<script\b.*?</script\s*>`)
	svgTag     = regexp.MustCompile(`<[a-zA-Z][^<>]*>`)
	svgEvent   = regexp.MustCompile(`(?i)\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')`)
	svgLoads   = regexp.MustCompile(`(?i)<(?:image|use|feImage|pattern|linearGradient|radialGradient|textPath|tref|cursor)\b[^>]*\bhref\s*=\s*["']\s*([^"'#][^"']*)`)
)

// detached is a drawing without the styles and programs that it asks for from
// elsewhere, whether it lost any, and what else it loads, without which it is not
// what it is.
func detached(svg string) (drawing string, lost bool, loads string) {
	drawing = svg
	for _, of := range []*regexp.Regexp{cssImport, styleSheet, svgScript} {
		drawing = of.ReplaceAllString(drawing, "")
	}
	drawing = fontFace.ReplaceAllStringFunc(drawing, func(face string) string {
		if strings.Contains(face, "data:") {
			return face
		}
		return ""
	})
	drawing = cssAway.ReplaceAllStringFunc(drawing, func(asks string) string {
		if of := cssAway.FindStringSubmatch(asks)[1]; of == "" || of[0] == '#' || strings.HasPrefix(of, "data:") {
			return asks
		}
		return "none"
	})
	drawing = svgTag.ReplaceAllStringFunc(drawing, func(tag string) string { return svgEvent.ReplaceAllString(tag, "") })
	for _, m := range svgLoads.FindAllStringSubmatch(drawing, -1) {
		if !strings.HasPrefix(m[1], "data:") {
			return drawing, drawing != svg, m[1]
		}
	}
	return drawing, drawing != svg, ""
}
