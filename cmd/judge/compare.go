package main

import (
	"image"
	"math"
)

// compare counts the connected pieces of ink in view and those of them that
// the page lacks where the word stands. Both were drawn by different
// programs, so the pictures may lie off by a few dots, and edges by one.
func compare(view, page *image.Gray, v verdict) (pieces, lost int) {
	parts := components(view)
	origin := v.codes[0].x / 1000 * v.in.size
	const scale = resolution / 72.0
	x0 := int(math.Round((v.in.x+origin)*scale)) - margin
	y0 := page.Rect.Dy() - int(math.Round(v.in.y*scale)) // the baseline, from the top
	best := -1
	for _, dy := range baselines(view, v) {
		for dx := -3; dx <= 3; dx++ {
			gone := 0
			for _, p := range parts {
				if !covered(p, page, x0+dx, y0-dy) {
					gone++
				}
			}
			if best < 0 || gone < best {
				best = gone
			}
		}
	}
	return len(parts), max(best, 0)
}

// baselines are the rows of hb-view's picture that may be the word's baseline:
// it draws the line as high as the font's ascender says, rounded its own way.
func baselines(view *image.Gray, v verdict) []int {
	em := v.in.size * resolution / 72
	ascender := margin + v.face.program.ascender/float64(v.face.program.upem)*em
	var rows []int
	for d := -4; d <= 4; d++ {
		rows = append(rows, int(math.Round(ascender))+d)
	}
	return rows
}

// dark is ink; the edges that smoothing makes are none.
func dark(g *image.Gray, x, y int) bool {
	return image.Pt(x, y).In(g.Rect) && g.GrayAt(x, y).Y < 128
}

// components are the connected pieces of ink, each the list of its dots.
// Specks of fewer than three dots are left out.
func components(g *image.Gray) [][]image.Point {
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

// covered tells whether nine tenths of a piece are dark on the page.
func covered(part []image.Point, page *image.Gray, x, y int) bool {
	n := 0
	for _, p := range part {
		if dark(page, p.X+x, p.Y+y) {
			n++
		}
	}
	return n*10 >= len(part)*9
}
