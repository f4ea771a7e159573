package raster

import (
	"image"
)

// dark is ink; the edges that smoothing makes are none.
func dark(g *image.Gray, x, y int) bool {
	return image.Pt(x, y).In(g.Rect) && g.GrayAt(x, y).Y < 128
}

// Components are the connected pieces of ink, each the list of its dots.
// Specks of fewer than three dots are left out.
func Components(g *image.Gray) [][]image.Point {
	seen := make(map[image.Point]bool)
	var parts [][]image.Point
	for y := g.Rect.Min.Y; y < g.Rect.Max.Y; y++ {
		for x := g.Rect.Min.X; x < g.Rect.Max.X; x++ {
			if p := image.Pt(x, y); dark(g, x, y) && !seen[p] {
				if part := flood(g, p, seen); len(part) > 2 {
					parts = append(parts, part)
				}
			}
		}
	}
	return parts
}

func flood(g *image.Gray, p image.Point, seen map[image.Point]bool) []image.Point {
	part := []image.Point{p}
	seen[p] = true
	for i := 0; i < len(part); i++ {
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				q := part[i].Add(image.Pt(dx, dy))
				if dark(g, q.X, q.Y) && !seen[q] {
					seen[q] = true
					part = append(part, q)
				}
			}
		}
	}
	return part
}

// Covered tells whether nine tenths of a piece are ink on the page, or touch
// ink: edges may lie off by one dot.
func Covered(part []image.Point, page *image.Gray, offset image.Point) bool {
	n := 0
	for _, p := range part {
		if touches(page, p.Add(offset)) {
			n++
		}
	}
	return n*10 >= len(part)*9
}

func touches(page *image.Gray, p image.Point) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if dark(page, p.X+dx, p.Y+dy) {
				return true
			}
		}
	}
	return false
}
