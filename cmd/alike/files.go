package main

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"warraq/content/inlay"
)

// trial is a file and what became of it.
type trial struct {
	name    string // within the folder, without ".svg"
	svg     []byte
	want    *image.NRGBA // on white
	got     *image.NRGBA
	omitted []string
	err     error
	differs float64 // percent of the pixels
}

// filtered tells a file with filters.
var filtered = regexp.MustCompile(`<filter|filter\s*[=:]`)

// carryOut tries the files of a folder and tells of them.
func (w wishes) carryOut(folder string) error {
	trials, err := w.gather(folder)
	if err != nil {
		return err
	}
	faces, err := readFamilies(w.fonts, w.size)
	if err != nil {
		return err
	}
	if w.pdf {
		err = drawPDF(trials, faces)
	} else {
		var g errgroup.Group
		g.SetLimit(max(w.workers, 1))
		for _, t := range trials {
			g.Go(func() error { t.draw(faces); return nil })
		}
		err = g.Wait()
	}
	if err != nil {
		return err
	}
	for _, t := range trials {
		t.judge(w.step)
	}
	if err := w.tell(trials); err != nil {
		return err
	}
	return nil
}

// gather reads the files of a folder that have a picture beside them.
func (w wishes) gather(folder string) (trials []*trial, err error) {
	err = filepath.WalkDir(folder, func(file string, _ fs.DirEntry, err error) error {
		within, _ := filepath.Rel(folder, file)
		name, isSVG := strings.CutSuffix(filepath.ToSlash(within), ".svg")
		if err != nil || !isSVG || !w.only.MatchString(name) {
			return err
		}
		svg, err := os.ReadFile(file)
		if err != nil || filtered.Match(svg) {
			return err
		}
		want, err := os.ReadFile(strings.TrimSuffix(file, ".svg") + ".png")
		if err != nil {
			return nil
		}
		m, err := png.Decode(bytes.NewReader(want))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		whole := inlay.Pictures(inlay.Text(svg), func(beside string) ([]byte, error) {
			return os.ReadFile(filepath.Join(filepath.Dir(file), beside))
		})
		trials = append(trials, &trial{name: name, svg: []byte(whole), want: onWhite(m)})
		return nil
	})
	return trials, err
}

// onWhite is a picture on white paper.
func onWhite(m image.Image) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Over)
	return out
}

// judge counts the pixels that differ by more than a step. A file that is not drawn is
// an empty page.
func (t *trial) judge(step int) {
	if t.got == nil {
		t.got = onWhite(image.NewNRGBA(t.want.Rect))
	}
	n := 0
	for y := range t.want.Rect.Dy() {
		for x := range t.want.Rect.Dx() {
			if t.apart(x, y) > step {
				n++
			}
		}
	}
	t.differs = 100 * float64(n) / float64(t.want.Rect.Dx()*t.want.Rect.Dy())
}

// apart is by how many steps a channel of a pixel differs.
func (t *trial) apart(x, y int) (most int) {
	a, b := t.want.NRGBAAt(x, y), t.got.NRGBAAt(x, y)
	for _, pair := range [][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}} {
		most = max(most, int(pair[0])-int(pair[1]), int(pair[1])-int(pair[0]))
	}
	return most
}

// tell writes the table, and what fails.
func (w wishes) tell(trials []*trial) error {
	type count struct{ all, pass int }
	counts := make(map[string]*count)
	for _, t := range trials {
		folder := path.Dir(t.name)
		if !w.deep {
			folder, _, _ = strings.Cut(folder, "/")
		}
		c := counts[folder]
		if c == nil {
			c = new(count)
			counts[folder] = c
		}
		if c.all++; t.differs <= w.most {
			c.pass++
			continue
		}
		if w.list {
			fmt.Printf("%6.2f %% %s%s\n", t.differs, t.name, t.said())
		}
		if w.write != "" {
			if err := t.write(w.write); err != nil {
				return err
			}
		}
	}
	var folders []string
	for folder := range counts {
		folders = append(folders, folder)
	}
	slices.Sort(folders)
	sum := count{}
	for _, folder := range folders {
		c := counts[folder]
		fmt.Printf("%-32s %5d of %5d  %5.1f %%\n", folder, c.pass, c.all, 100*float64(c.pass)/float64(c.all))
		sum.all, sum.pass = sum.all+c.all, sum.pass+c.pass
	}
	fmt.Printf("%-32s %5d of %5d  %5.1f %%\n", "all", sum.pass, sum.all, 100*float64(sum.pass)/float64(max(sum.all, 1)))
	return nil
}

// said is what was told of a file, on a line.
func (t *trial) said() string {
	if t.err != nil {
		return ": " + t.err.Error()
	}
	if len(t.omitted) > 0 {
		return ": " + strings.Join(t.omitted, "; ")
	}
	return ""
}

// write writes the picture, ours and what differs in red, side by side.
func (t *trial) write(folder string) error {
	wide, high := t.want.Rect.Dx(), t.want.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, 3*wide+20, high))
	draw.Draw(out, image.Rect(0, 0, wide, high), t.want, image.Point{}, draw.Src)
	draw.Draw(out, image.Rect(wide+10, 0, 2*wide+10, high), t.got, image.Point{}, draw.Src)
	for y := range high {
		for x := range wide {
			v := uint8(255 - min(255, 4*t.apart(x, y)))
			copy(out.Pix[out.PixOffset(2*wide+20+x, y):], []uint8{255, v, v, 255})
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, out); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, strings.ReplaceAll(t.name, "/", "+")+".png"), file.Bytes(), 0o666)
}
