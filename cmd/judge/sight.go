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
	"sort"
	"strconv"
	"strings"
)

//go:embed seen.js
var seenScript string

//go:embed pdfjs-glyphs.mjs
var pdfjsGlyphs []byte

// placedText is a text where it stands: points, the first from the left.
type placedText struct {
	page    int
	x, base float64
	text    string
}

// depth is what of the height of a word's box is below the baseline, about.
const depth = 0.36

// lift is how far the call of a note may stand from its line, in points.
const lift = 6

// linesOf puts texts into lines, each from left to right.
func linesOf(texts []placedText) (lines []string) {
	sort.SliceStable(texts, func(i, j int) bool {
		a, b := texts[i], texts[j]
		if a.page != b.page {
			return a.page < b.page
		}
		return a.base < b.base
	})
	for len(texts) > 0 {
		n := 1
		for n < len(texts) && texts[n].page == texts[0].page && texts[n].base-texts[n-1].base < lift {
			n++
		}
		row := texts[:n]
		texts = texts[n:]
		sort.SliceStable(row, func(i, j int) bool { return row[i].x < row[j].x })
		var b strings.Builder
		for _, t := range row {
			b.WriteString(t.text)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// mupdfLines are the lines of a PDF by MuPDF's structured text.
func (c *court) mupdfLines(file string) ([]string, error) {
	out, err := c.command("mutool", "draw", "-F", "stext", "-o", "-", file)
	if err != nil {
		return nil, err
	}
	var all []placedText
	d := xml.NewDecoder(strings.NewReader(out))
	for page := 0; ; {
		t, err := d.Token()
		if err == io.EOF {
			return linesOf(all), nil
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
			all = append(all, placedText{page, (left + right) / 2, base, at["c"]})
		}
	}
}

// pdfjsLines are those by the glyphs that pdf.js draws.
func (c *court) pdfjsLines(file string) ([]string, error) {
	out, err := c.script("pdfjs-glyphs.mjs", pdfjsGlyphs, file)
	if err != nil {
		return nil, err
	}
	var all []placedText
	for line := range strings.Lines(out) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 4)
		if len(f) < 4 {
			continue
		}
		page, _ := strconv.Atoi(f[0])
		x, _ := strconv.ParseFloat(f[1], 64)
		y, _ := strconv.ParseFloat(f[2], 64)
		all = append(all, placedText{page, x, -y, f[3]})
	}
	return linesOf(all), nil
}

// popplerLines are the words of poppler, whose letters `pdftotext -bbox` gives
// from left to right.
func (c *court) popplerLines(file string) ([]string, error) {
	boxes, err := c.popplerBoxes(file)
	if err != nil {
		return nil, err
	}
	var all []placedText
	for _, b := range boxes {
		all = append(all, placedText{b.page, b.left, b.bottom - (b.bottom-b.top)*depth, b.text})
	}
	return linesOf(all), nil
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
