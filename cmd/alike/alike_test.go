package main

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestAlike: a file whose picture is as ours passes, one that is not differs by as many
// pixels as do; files with filters or without a picture are passed over.
func TestAlike(t *testing.T) {
	dir := t.TempDir()
	m := image.NewNRGBA(image.Rect(0, 0, 20, 10))
	for y := range 10 {
		for x := range 10 {
			m.SetNRGBA(x, y, color.NRGBA{255, 0, 0, 255})
		}
	}
	for name, inside := range map[string]string{"same": `<rect width="10" height="10" fill="#f00"/>`, "other": `<rect width="11" height="10" fill="#f00"/>`,
		"soft": `<rect width="10" height="10" filter="url(#f)"/>`, "alone": `<rect width="10" height="10"/>`} {
		svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">` + inside + `</svg>`
		if err := os.WriteFile(filepath.Join(dir, name+".svg"), []byte(svg), 0o666); err != nil {
			t.Fatal(err)
		}
		if name == "alone" {
			continue
		}
		f, err := os.Create(filepath.Join(dir, name+".png"))
		if err == nil {
			err = png.Encode(f, m)
		}
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	w := wishes{only: regexp.MustCompile("")}
	trials, err := w.gather(dir)
	if err != nil || len(trials) != 2 {
		t.Fatalf("%d files, %v", len(trials), err)
	}
	faces, err := readFamilies("", 12)
	if err != nil {
		t.Fatal(err)
	}
	for _, trial := range trials {
		trial.draw(faces)
		trial.judge(33)
		if want := map[string]float64{"same": 0, "other": 5}[trial.name]; trial.err != nil || trial.differs != want {
			t.Errorf("%s: %g %% differ, want %g (%v)", trial.name, trial.differs, want, trial.err)
		}
	}
}
