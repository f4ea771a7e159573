package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lettering"
	"warraq/layout/paragraph"
	"warraq/layout/pdf"
	"warraq/layout/picture"
	"warraq/layout/pixels"
)

// read reads a file and sets its words; nil where it is no drawing.
func (t *trial) read(faces *families) *picture.Picture {
	p, err := picture.ReadDrawing(t.svg, faces.initial)
	if err != nil {
		t.err = err
		return nil
	}
	if len(p.Drawing.Labels) > 0 {
		set, err := faces.named(t.svg)
		if err != nil {
			t.err = err
			return nil
		}
		lettering.Set(p.Drawing, set, paragraph.NewWords(), "en")
	}
	for _, o := range p.Drawing.Omitted {
		t.omitted = append(t.omitted, o.What)
	}
	return p
}

// page is a page with the drawing in its left upper corner, as large as its picture.
func (t *trial) page(number int) *display.Page {
	size := t.want.Rect
	m := &display.Image{Rect: display.Rect{W: float64(size.Dx()), H: float64(size.Dy())}, Asset: t.name}
	return &display.Page{Number: number, Items: []display.Item{m}}
}

// draw draws a file as pages are drawn for screens.
func (t *trial) draw(faces *families) {
	p := t.read(faces)
	if p == nil {
		return
	}
	b := &display.Book{Pages: []*display.Page{t.page(1)}, Pictures: map[string]*picture.Picture{t.name: p}, Style: format.Style{}}
	b.Style.Trim.W, b.Style.Trim.H = float64(t.want.Rect.Dx()), float64(t.want.Rect.Dy())
	t.got, t.err = pixels.New(b, 72).Page(0)
}

// drawPDF draws files on the pages of a PDF, and these by pdftoppm.
func drawPDF(trials []*trial, faces *families) error {
	b := &display.Book{Pictures: make(map[string]*picture.Picture)}
	var drawn []*trial
	for _, t := range trials {
		if p := t.read(faces); p != nil {
			drawn = append(drawn, t)
			b.Pages, b.Pictures[t.name] = append(b.Pages, t.page(len(drawn))), p
			b.Style.Trim.W, b.Style.Trim.H = max(b.Style.Trim.W, float64(t.want.Rect.Dx())), max(b.Style.Trim.H, float64(t.want.Rect.Dy()))
		}
	}
	if len(drawn) == 0 {
		return nil
	}
	dir, err := os.MkdirTemp("", "alike")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var file bytes.Buffer
	if err := pdf.Write(&file, &content.Document{}, b, pdf.Options{Producer: "alike"}); err != nil {
		return err
	}
	name := filepath.Join(dir, "all.pdf")
	if err := os.WriteFile(name, file.Bytes(), 0o666); err != nil {
		return err
	}
	for i, t := range drawn {
		n := strconv.Itoa(i + 1)
		out, err := exec.Command("pdftoppm", "-r", strconv.Itoa(72*finer), "-png", "-f", n, "-l", n, name).Output()
		if err != nil {
			return fmt.Errorf("%s: pdftoppm: %w", t.name, err)
		}
		m, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		t.got = smaller(onWhite(m), t.want.Rect)
	}
	return nil
}

// finer is how many times finer a page is drawn than it is looked at: poppler moves thin
// lines to whole pixels.
const finer = 4

// smaller is the upper left part of a picture that was drawn finer.
func smaller(m *image.NRGBA, size image.Rectangle) *image.NRGBA {
	out := image.NewNRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			var sum [4]int
			for k := range finer * finer {
				pixel := m.Pix[m.PixOffset(x*finer+k%finer, y*finer+k/finer):]
				for i := range sum {
					sum[i] += int(pixel[i])
				}
			}
			for i, v := range sum {
				out.Pix[out.PixOffset(x, y)+i] = uint8(v / finer / finer)
			}
		}
	}
	return out
}
