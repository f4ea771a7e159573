package main

import (
	"image"
	"image/color"
	"math"
)

// missing counts the pieces of a word's picture that the page lacks where the
// word stands, and gives the offset at which it lacks least. Both were drawn
// by different programs, so the pictures may lie off by a few dots.
func missing(parts [][]image.Point, page *image.Gray, v verdict) (lost int, offset image.Point) {
	const scale = resolution / 72.0
	x := int(math.Round((v.in.x+v.codes[0].x/1000*v.in.size)*scale)) - margin
	y := page.Rect.Dy() - int(math.Round(v.in.y*scale)) // the baseline, from the top
	lost = -1
	for _, dy := range baselines(v) {
		for dx := -3; dx <= 3; dx++ {
			at := image.Pt(x+dx, y-dy)
			gone := 0
			for _, p := range parts {
				if !covered(p, page, at) {
					gone++
				}
			}
			if lost < 0 || gone < lost {
				lost, offset = gone, at
			}
		}
	}
	return max(lost, 0), offset
}

// wiped is the page without the smallest piece.
func wiped(page *image.Gray, parts [][]image.Point, offset image.Point) *image.Gray {
	smallest := parts[0]
	for _, p := range parts {
		if len(p) < len(smallest) {
			smallest = p
		}
	}
	clean := image.NewGray(page.Rect)
	copy(clean.Pix, page.Pix)
	for _, p := range smallest {
		for dy := -2; dy <= 2; dy++ {
			for dx := -2; dx <= 2; dx++ {
				clean.SetGray(p.X+offset.X+dx, p.Y+offset.Y+dy, color.Gray{Y: 255})
			}
		}
	}
	return clean
}

// baselines are the rows of hb-view's picture that may be the word's baseline:
// it draws the line as high as the font's ascender says, rounded its own way.
func baselines(v verdict) []int {
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

// covered tells whether nine tenths of a piece are ink on the page, or touch
// ink: edges may lie off by one dot.
func covered(part []image.Point, page *image.Gray, offset image.Point) bool {
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
