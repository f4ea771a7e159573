package vlist

import (
	"math"

	"warraq/layout/display"
)

// CapPart is how high above its baseline a line of text begins for the eye, in
// type sizes; it ends at its baseline.
const CapPart = 0.6

// Edges are the upper and the lower edge of what stands in a row: its own, where
// nothing does.
func Edges(r *Row) (high, low float64) {
	high, low = math.Inf(1), math.Inf(-1)
	for _, it := range r.Items {
		switch it := it.(type) {
		case *display.Text:
			if len(it.Line.Pieces) > 0 {
				high, low = min(high, it.Y-CapPart*it.Line.Pieces[0].Style.Size), max(low, it.Y)
			}
		case *display.Image:
			high, low = min(high, it.Y), max(low, it.Y+it.H)
		case *display.Rule:
			if IsEdge(it) {
				high, low = min(high, it.Y), max(low, min(it.Y+it.H, max(r.Height, it.Y)))
			}
		}
	}
	if high > low {
		return 0, r.Height
	}
	return high, low
}

// edgeLength is that of a rule or a bar which the eye sees as an edge, points.
const edgeLength = 10

// IsEdge tells a rule that the eye sees as one.
func IsEdge(r *display.Rule) bool { return r.W >= 4*edgeLength || r.H >= edgeLength }
