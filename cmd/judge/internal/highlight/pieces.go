package highlight

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"

	"warraq/cmd/judge/internal/pdfread"
)

// BoxResolution of the pages on which boxes are laid, in dots to the inch.
const BoxResolution = 150

const dot = 72.0 / BoxResolution // in points

// paper is the level from which a dot is none; thin strokes are gray.
const paper = 200

// LettersOf are the places of the inked codes of each page, in points from its lower left corner.
func LettersOf(strs []pdfread.Shown, pages int) ([][]Piece, error) {
	all := make([][]Piece, pages)
	for _, s := range strs {
		em := math.Hypot(s.EmX, s.EmY)
		unit := 1 / float64(s.Font.Program.Upem)
		for _, code := range s.Codes {
			cs, err := s.Font.Program.Contours(s.Font.Gid(code.Code))
			if err != nil {
				return nil, err
			}
			if len(cs) == 0 {
				continue
			}
			r := Rect{math.Inf(1), math.Inf(-1), math.Inf(-1), math.Inf(1)}
			for _, c := range cs {
				for _, q := range c {
					along, up := code.X/1000+q.X*unit, q.Y*unit
					x, y := s.X+along*s.EmX-up*s.EmY, s.Y+along*s.EmY+up*s.EmX
					r = Rect{min(r.Left, x), max(r.Top, y), max(r.Right, x), min(r.Bottom, y)}
				}
			}
			all[s.Page-1] = append(all[s.Page-1], Piece{r, em})
		}
	}
	return all, nil
}

// Among keeps the rectangles that meet letters, with these letters' size. A
// renderer may draw a dot beside the place; what is higher than letters are is a
// picture that they touch.
func Among(rects []Rect, letters []Piece, height float64) []Piece {
	var kept []Piece
	for _, r := range rects {
		for _, l := range letters {
			l.Top, l.Bottom = height-l.Top, height-l.Bottom
			if r.shared(l.Rect) > 0 && r.Top < l.Bottom+dot && r.Bottom > l.Top-dot && r.Bottom-r.Top < 3*l.em {
				kept = append(kept, Piece{r, l.em})
				break
			}
		}
	}
	return kept
}

// ReadPGM reads what pdftoppm -gray writes.
func ReadPGM(name string) (*image.Gray, error) {
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

// InkRects are the rectangles, in points, around the connected pieces of ink.
func InkRects(g *image.Gray) []Rect {
	seen := make([]bool, len(g.Pix))
	var all []Rect
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
		all = append(all, Rect{float64(r.Min.X) * dot, float64(r.Min.Y) * dot, float64(r.Max.X) * dot, float64(r.Max.Y) * dot})
	}
	return all
}
