// Package inlay makes a drawing in SVG whole: in UTF-8, and with the pictures in it that it
// shows from files beside it. One file then is all of it, on pages and in an EPUB.
package inlay

import (
	"bytes"
	"encoding/base64"
	"html"
	"net/url"
	"strings"
	"unicode/utf8"

	"warraq/content/charset"
	"warraq/content/pattern"
)

var (
	imageTag = pattern.Of(`<(?:svg:)?image\b[^<>]*>`)
	hrefOf   = pattern.Of(`(\s(?:xlink:)?href\s*=\s*)(?:"([^"]*)"|'([^']*)')`)
)

// declared is what a file says of its letters, which no other program need know.
var declared = pattern.Of(`^(\s*<\?xml[^>]{0,100}?)\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)')`)

// Text is a drawing in UTF-8, as EPUB has it: older programs write other letters and say so.
func Text(svg []byte) string {
	m := declared.FindSubmatch(svg[:min(len(svg), 1024)])
	if utf8.Valid(svg) && (m == nil || strings.EqualFold(string(m[2])+string(m[3]), "utf-8")) {
		return string(svg)
	}
	return declared.ReplaceAllString(charset.Page(svg), "$1")
}

// Most bounds what is put into one drawing, bytes. What comes after stays outside.
const Most = 24 << 20

// Pictures puts the pictures of files into a drawing. Read reads one that is named from
// the drawing's own folder; one that cannot be read, or is of no kind that drawings show,
// is named in the drawing as before.
func Pictures(svg string, read func(name string) ([]byte, error)) string {
	if !strings.Contains(svg, "image") {
		return svg
	}
	sum := 0
	return imageTag.ReplaceAllStringFunc(svg, func(tag string) string {
		return hrefOf.ReplaceAllStringFunc(tag, func(attr string) string {
			m := hrefOf.FindStringSubmatch(attr)
			name, ok := fileOf(html.UnescapeString(m[2] + m[3]))
			if !ok {
				return attr
			}
			data, err := read(name)
			media := mediaOf(data)
			if err != nil || media == "" || sum+len(data) > Most {
				return attr
			}
			sum += len(data)
			return m[1] + `"data:` + media + ";base64," + base64.StdEncoding.EncodeToString(data) + `"`
		})
	})
}

// fileOf is the file that an address names, if it is none of the web and no part of the
// drawing.
func fileOf(href string) (name string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	return u.Path, true
}

// mediaOf tells what kind of picture a file is, by its first bytes; "" for another.
func mediaOf(data []byte) string {
	for _, kind := range []struct{ start, media string }{
		{"\x89PNG\r\n\x1a\n", "image/png"}, {"\xff\xd8\xff", "image/jpeg"}, {"GIF8", "image/gif"}, {"RIFF", "image/webp"},
	} {
		if bytes.HasPrefix(data, []byte(kind.start)) {
			return kind.media
		}
	}
	if bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")) {
		return "image/svg+xml"
	}
	return ""
}
