package drawing_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"warraq/layout/drawing"
)

var update = flag.Bool("update", false, "rewrite what the drawings of testdata become")

// TestCharts: a drawing in the form of each program that makes charts, and all that
// becomes of it. Nothing of any is left out.
func TestCharts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatal("no drawings")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := drawing.Read(data, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, o := range d.Omitted {
			t.Errorf("%s:%d: %s", name, o.Line, o.What)
		}
		golden := strings.TrimSuffix(name, ".svg") + ".txt"
		got := dump(d)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || string(want) != got {
			t.Errorf("%s becomes something else (%v):\n%s", name, err, got)
		}
	}
}

// dump is all that a drawing is.
func dump(d *drawing.Drawing) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f×%.2f\n%s", d.Width, d.Height, d.Operators)
	for i, o := range d.Opacities {
		fmt.Fprintf(&b, "GS%d %+v\n", i, o)
	}
	for i, f := range d.Forms {
		fmt.Fprintf(&b, "X%d %.2f blended %t gray %t\n%s", i, f.Box, f.Blended, f.Gray, f.Operators)
	}
	for i, g := range d.Gradients {
		fmt.Fprintf(&b, "P%d %+v\n", i, g)
	}
	for i, l := range d.Labels {
		fmt.Fprintf(&b, "T%d anchor %g most %g width %g dir %d\n", i, l.Anchor, l.Most, l.Width, l.Dir)
		for _, r := range l.Runs {
			fmt.Fprintf(&b, "  %q size %.2f bold %t by %.2f,%.2f rise %.2f fill %q stroke %q\n", r.Text, r.Size, r.Bold, r.DX, r.DY, r.Rise, r.Fill, r.Stroke)
		}
	}
	return b.String()
}
