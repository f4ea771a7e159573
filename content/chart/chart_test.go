package chart_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/design"
	"warraq/content/internal/golden"
)

// read reads a book of some files.
func read(files []txtar.File) (*content.Document, error) {
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	doc, _, err := book.Read(fsys, ".", book.Options{})
	return doc, err
}

// TestCharts gives what each table with chart= becomes: its words and its drawing; or
// what keeps it from that.
func TestCharts(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		doc, err := read(files)
		var b strings.Builder
		var problems content.Problems
		switch {
		case errors.As(err, &problems):
			for _, p := range problems {
				fmt.Fprintf(&b, "%s: %s\n\t%s\n", p.Pos, p.What, p.Hint)
			}
			return b.String()
		case err != nil:
			t.Fatal(err)
		}
		content.Walk(doc, func(part any, _ *content.Place) {
			if f, ok := part.(*content.Figure); ok && f.Data != nil {
				fmt.Fprintf(&b, "figure %d #%s %v\n%s\n%s\n", f.Number, f.Anchor, f.Keys, f.Alt, doc.Assets[f.Src].Data)
			}
		})
		return b.String()
	})
}

// many is a chart of as many series as there may be, in a theme.
func many(t *testing.T, kind, accent string) string {
	t.Helper()
	doc, err := read([]txtar.File{
		{Name: "book.yaml", Data: []byte("title: T\nlanguage: ar\ntheme: mine.yaml\n")},
		{Name: "mine.yaml", Data: []byte("colors: {accent: \"" + accent + "\"}\n")},
		{Name: "a.md", Data: []byte("# T\n\n{chart=" + kind + "}\n\n| | a | b | c | d | e | f |\n|--|--|--|--|--|--|--|\n| x | 1 | 2 | 3 | 4 | 5 | 6 |\n| y | 3 | 2 | 1 | 6 | 5 | 4 |\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(doc.Assets["chart-1.svg"].Data)
}

var (
	area = regexp.MustCompile(`<rect [^>]*fill="(#[0-9a-f]{6})" stroke="(#[0-9a-f]{6})"`)
	line = regexp.MustCompile(`<path [^>]*fill="none" stroke="(#[0-9a-f]{6})"[^>]*>`)
	dash = regexp.MustCompile(`stroke-dasharray="([^"]*)"`)
)

// TestToldApart: whatever the accent of a theme, areas that stand side by side differ in
// light by 1.5:1 at least, so that a grey print tells them apart, their edges and lines
// stand out from the paper by 3:1 (WCAG 2.2, 1.4.11), and no two lines are dashed alike.
func TestToldApart(t *testing.T) {
	color := func(s string) design.Color {
		c, ok := design.ParseColor(s)
		if !ok {
			t.Fatalf("%q is no colour", s)
		}
		return c
	}
	for _, accent := range []string{"#14496b", "#7a1f2b", "#000000", "#ffffff", "#ffe000", "#00ff00"} {
		areas := area.FindAllStringSubmatch(many(t, "bar", accent), 6)
		if len(areas) != 6 {
			t.Fatalf("%s: %d keys", accent, len(areas))
		}
		for i, a := range areas {
			if c := design.Contrast(color(a[2]), design.White); c < 3 {
				t.Errorf("%s: the edge %s has %.2f:1 on paper", accent, a[2], c)
			}
			if i > 0 {
				if c := design.Contrast(color(a[1]), color(areas[i-1][1])); c < 1.5 {
					t.Errorf("%s: %s beside %s: %.2f:1", accent, a[1], areas[i-1][1], c)
				}
			}
		}
		dashed := make(map[string]bool)
		for _, l := range line.FindAllStringSubmatch(many(t, "line", accent), 6) {
			if c := design.Contrast(color(l[1]), design.White); c < 3 {
				t.Errorf("%s: the line %s has %.2f:1 on paper", accent, l[1], c)
			}
			dashed[strings.Join(dash.FindStringSubmatch(l[0]), "")] = true
		}
		if len(dashed) != 6 {
			t.Errorf("%s: lines are dashed in %d ways", accent, len(dashed))
		}
	}
}

// TestTooMany: what nobody could tell apart is refused, and a line bears more than bars.
func TestTooMany(t *testing.T) {
	for _, c := range []struct {
		kind  string
		names int
		what  string
	}{
		{"bar", 100, ""}, {"bar", 101, "the chart has 101 bars, more than can be told apart"},
		{"stacked", 101, "the chart has 101 bars, more than can be told apart"},
		{"line", 1000, ""}, {"line", 1001, "the chart has 1001 names, more than can be told apart"},
	} {
		rows := strings.Builder{}
		for i := range c.names {
			fmt.Fprintf(&rows, "n%d,%d\n", i, i)
		}
		_, err := read([]txtar.File{
			{Name: "book.yaml", Data: []byte("title: T\nlanguage: ar\n")},
			{Name: "a.md", Data: []byte("# T\n\n{file=d.csv chart=" + c.kind + "}\n")},
			{Name: "d.csv", Data: []byte("a,b\n" + rows.String())},
		})
		var problems content.Problems
		if errors.As(err, &problems); c.what == "" && err != nil || c.what != "" && (len(problems) != 1 || problems[0].What != c.what) {
			t.Errorf("%s of %d names: %v, want %q", c.kind, c.names, err, c.what)
		}
	}
}
