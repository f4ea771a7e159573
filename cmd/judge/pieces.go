package main

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"path/filepath"
	"slices"
)

// boxResolution of the pages on which boxes are laid, in dots to the inch.
const boxResolution = 150

const dot = 72.0 / boxResolution // in points

// paper is the level from which a dot is none; thin strokes are gray.
const paper = 200

// pieces are the connected pieces of ink on each page of a file that letters
// are made of. Rules and pictures are left out: what the letters are is known
// by where the codes of the file draw.
func (c *court) pieces(file string) ([][]piece, error) {
	f, err := c.readPDF(file)
	if err != nil {
		return nil, err
	}
	strs, err := f.readPages()
	if err != nil {
		return nil, err
	}
	pages := f.pages()
	letters, err := lettersOf(strs, len(pages))
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(c.work, "pages-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := c.command("pdftoppm", "-r", fmt.Sprint(boxResolution), "-gray", file, filepath.Join(dir, "p")); err != nil {
		return nil, err
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*.pgm"))
	slices.Sort(names)
	if len(names) != len(letters) {
		return nil, fmt.Errorf("%d pages are drawn, %d are there", len(names), len(letters))
	}
	all := make([][]piece, len(names))
	for i, name := range names {
		page, err := readPGM(name)
		if err != nil {
			return nil, err
		}
		all[i] = among(inkRects(page), letters[i], f.number(f.array(pages[i]["/MediaBox"])[3]))
	}
	return all, nil
}

// lettersOf are the places of the inked codes of each page, in points from its lower left corner.
func lettersOf(strs []shown, pages int) ([][]piece, error) {
	all := make([][]piece, pages)
	for _, s := range strs {
		unit := s.size / float64(s.font.program.upem)
		for _, code := range s.codes {
			cs, err := s.font.program.contours(s.font.gid(code.code))
			if err != nil {
				return nil, err
			}
			if len(cs) == 0 {
				continue
			}
			r := rect{math.Inf(1), math.Inf(-1), math.Inf(-1), math.Inf(1)}
			for _, c := range cs {
				for _, q := range c {
					x, y := s.x+code.x*s.size/1000+q.x*unit, s.y+q.y*unit
					r = rect{min(r.left, x), max(r.top, y), max(r.right, x), min(r.bottom, y)}
				}
			}
			all[s.page-1] = append(all[s.page-1], piece{r, s.size})
		}
	}
	return all, nil
}

// among keeps the rectangles that meet letters, with these letters' size. A
// renderer may draw a dot beside the place; what is higher than letters are is a
// picture that they touch.
func among(rects []rect, letters []piece, height float64) []piece {
	var kept []piece
	for _, r := range rects {
		for _, l := range letters {
			l.top, l.bottom = height-l.top, height-l.bottom
			if r.shared(l.rect) > 0 && r.top < l.bottom+dot && r.bottom > l.top-dot && r.bottom-r.top < 3*l.em {
				kept = append(kept, piece{r, l.em})
				break
			}
		}
	}
	return kept
}

// readPGM reads what pdftoppm -gray writes.
func readPGM(name string) (*image.Gray, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var w, h, most int
	if _, err := fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d\n", &w, &h, &most); err != nil || len(data) < w*h {
		return nil, fmt.Errorf("%s is no picture: %w", name, err)
	}
	return &image.Gray{Pix: data[len(data)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}, nil
}

// inkRects are the rectangles, in points, around the connected pieces of ink.
func inkRects(g *image.Gray) []rect {
	seen := make([]bool, len(g.Pix))
	var all []rect
	var stack []int
	w := g.Stride
	for at, level := range g.Pix {
		if level >= paper || seen[at] {
			continue
		}
		seen[at] = true
		stack = append(stack[:0], at)
		r := image.Rect(at%w, at/w, at%w+1, at/w+1)
		for len(stack) > 0 {
			p := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			x, y := p%w, p/w
			r = r.Union(image.Rect(x, y, x+1, y+1))
			for ny := max(y-1, 0); ny <= min(y+1, g.Rect.Dy()-1); ny++ {
				for nx := max(x-1, 0); nx <= min(x+1, w-1); nx++ {
					if q := ny*w + nx; g.Pix[q] < paper && !seen[q] {
						seen[q] = true
						stack = append(stack, q)
					}
				}
			}
		}
		all = append(all, rect{float64(r.Min.X) * dot, float64(r.Min.Y) * dot, float64(r.Max.X) * dot, float64(r.Max.Y) * dot})
	}
	return all
}
