package main

import (
	"archive/zip"
	_ "embed"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"warraq/cmd/judge/internal/sight"
)

//go:embed seen.js
var seenScript string

//go:embed pdfjs-glyphs.mjs
var pdfjsGlyphs []byte

// mupdfLines are the lines of a PDF by MuPDF's structured text.
func (c *court) mupdfLines(file string) ([]string, error) {
	out, err := c.command("mutool", "draw", "-F", "stext", "-o", "-", file)
	if err != nil {
		return nil, err
	}
	var all []sight.Text
	d := xml.NewDecoder(strings.NewReader(out))
	for page := 0; ; {
		t, err := d.Token()
		if err == io.EOF {
			return sight.LinesOf(all), nil
		}
		if err != nil {
			return nil, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "page":
			page++
		case "char":
			at := make(map[string]string)
			for _, a := range start.Attr {
				at[a.Name.Local] = a.Value
			}
			quad := strings.Fields(at["quad"])
			if len(quad) < 8 || strings.TrimSpace(at["c"]) == "" {
				continue
			}
			base, _ := strconv.ParseFloat(at["y"], 64)
			left, right := math.Inf(1), math.Inf(-1)
			for k := 0; k < 8; k += 2 {
				x, _ := strconv.ParseFloat(quad[k], 64)
				left, right = min(left, x), max(right, x)
			}
			all = append(all, sight.Text{Page: page, X: (left + right) / 2, Base: base, Text: at["c"]})
		}
	}
}

// pdfjsLines are those by the glyphs that pdf.js draws.
func (c *court) pdfjsLines(file string) ([]string, error) {
	out, err := c.script("pdfjs-glyphs.mjs", pdfjsGlyphs, file)
	if err != nil {
		return nil, err
	}
	var all []sight.Text
	for line := range strings.Lines(out) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 4)
		if len(f) < 4 {
			continue
		}
		page, _ := strconv.Atoi(f[0])
		x, _ := strconv.ParseFloat(f[1], 64)
		y, _ := strconv.ParseFloat(f[2], 64)
		all = append(all, sight.Text{Page: page, X: x, Base: -y, Text: f[3]})
	}
	return sight.LinesOf(all), nil
}

// popplerLines are the words of poppler, whose letters `pdftotext -bbox` gives
// from left to right.
func (c *court) popplerLines(file string) ([]string, error) {
	boxes, err := c.popplerBoxes(file)
	if err != nil {
		return nil, err
	}
	var all []sight.Text
	for _, b := range boxes {
		all = append(all, sight.Text{Page: b.Page, X: b.Left, Base: b.Bottom - (b.Bottom-b.Top)*sight.Depth, Text: b.Text})
	}
	return sight.LinesOf(all), nil
}

// chromiumLines are the lines of an EPUB's chapters as Chromium lays them out.
func (c *court) chromiumLines(file string) (lines []string, err error) {
	dir := file + "-open"
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	if err := os.CopyFS(dir, z); err != nil {
		return nil, err
	}
	pages, _ := filepath.Glob(filepath.Join(dir, "EPUB/xhtml/ch*.xhtml"))
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			return nil, err
		}
		script := "<script>//<![CDATA[\n" + seenScript + "//]]></script></body>"
		if err := os.WriteFile(page, []byte(strings.Replace(string(data), "</body>", script, 1)), 0o666); err != nil {
			return nil, err
		}
		out, err := c.command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1000,2000",
			"--user-data-dir="+filepath.Join(c.work, "chromium"), "--dump-dom", "file://"+page)
		if err != nil {
			return nil, err
		}
		_, seen, ok := strings.Cut(out, `id="seen">`)
		seen, _, closed := strings.Cut(seen, "</pre>")
		if !ok || !closed {
			return nil, fmt.Errorf("%s: nothing was laid out", page)
		}
		lines = append(lines, strings.Split(html.UnescapeString(seen), "\n")...)
	}
	return lines, nil
}
