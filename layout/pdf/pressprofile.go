package pdf

import (
	"encoding/binary"
	"math"

	"golang.org/x/sync/errgroup"
)

// Grids of the tables of a profile, in points a side.
const (
	inkGrid   = 9  // of four inks
	colorGrid = 13 // of L*, a* and b*; odd, so that grays are points of it
	tooFar    = 3  // ΔE*ab beyond which a colour counts as one that cannot be printed
)

// profileOfCondition makes a profile of a printing condition by its model, in the
// form of ICC.1:2001-04 (version 2.4), which every press can read; nil where there
// is no model. It is the same for any number of workers.
func profileOfCondition(name string, workers int) []byte {
	model := pressModels[name]
	if model == nil {
		return nil
	}
	p := model.ready()
	toLab := table16(4, 3, inkGrid, nil, p.labs())
	toInk, outside := p.separations(workers)
	return profileOf(0x02400000, "prtrCMYKLab ", []profileTag{
		{"desc", descriptionOf(name)}, {"cprt", append(typed("text"), "No copyright, use freely\x00"...)},
		{"wtpt", fixed(typed("XYZ "), p.paper[:])},
		{"A2B0", toLab}, {"A2B1", nil}, {"A2B2", nil},
		{"B2A0", table16(3, 4, colorGrid, lightness(), toInk)}, {"B2A1", nil}, {"B2A2", nil},
		{"gamt", table8(3, colorGrid, outside)},
	})
}

// labs are the colours of the grid of inks, the last ink the fastest, as a
// version 2 has them: L* of 100 is 0xFF00, a* and b* of 0 are 0x8000.
func (p *printing) labs() []uint16 {
	part := func(i int) float64 { return float64(i) / (inkGrid - 1) }
	var out []uint16
	for c := range inkGrid {
		for m := range inkGrid {
			for y := range inkGrid {
				for k := range inkGrid {
					lab := p.lab([4]float64{part(c), part(m), part(y), part(k)})
					out = append(out, word(lab[0]*652.8), word((lab[1]+128)*256), word((lab[2]+128)*256))
				}
			}
		}
	}
	return out
}

func word(v float64) uint16 { return uint16(math.Round(min(max(v, 0), 0xFFFF))) }

// separations are the inks of the grid of colours, and which of these cannot be
// printed.
func (p *printing) separations(workers int) (inks []uint16, outside []byte) {
	const side = colorGrid * colorGrid
	inks, outside = make([]uint16, 4*colorGrid*side), make([]byte, colorGrid*side)
	axis := func(i int) float64 { return float64(i)/(colorGrid-1)*0xFFFF/256 - 128 }
	var group errgroup.Group
	group.SetLimit(max(workers, 1))
	for l := range colorGrid {
		group.Go(func() error {
			for i := range side {
				lab := [3]float64{float64(l) / (colorGrid - 1) * 100, axis(i / colorGrid), axis(i % colorGrid)}
				found, off := p.separate(lab)
				if l == colorGrid-1 { // paper, and what is lighter than any ink
					found = [4]float64{}
				}
				at := l*side + i
				for k, v := range found {
					inks[4*at+k] = word(v * 0xFFFF)
				}
				if off > tooFar {
					outside[at] = 0xFF
				}
			}
			return nil
		})
	}
	_ = group.Wait() // nothing fails
	return inks, outside
}

// lightness is the first curve of a table from colours: L* of 100, which is
// 0xFF00, is the last point of the grid, so that paper is paper.
func lightness() []uint16 {
	curve := make([]uint16, 256)
	for i := range curve {
		curve[i] = word(float64(i) / 254 * 0xFFFF)
	}
	return curve
}

// table16 is a table of 16 bits (ICC.1:2001-04 6.5.7); first is the curve before
// it of its first channel, nil for none.
func table16(in, out, grid int, first, points []uint16) []byte {
	be := binary.BigEndian
	straight := func(n int) []uint16 {
		curve := make([]uint16, n)
		for i := range curve {
			curve[i] = word(float64(i) / float64(n-1) * 0xFFFF)
		}
		return curve
	}
	if first == nil {
		first = straight(2)
	}
	b := tableHead("mft2", in, out, grid)
	b = be.AppendUint16(be.AppendUint16(b, uint16(len(first))), 2)
	curves := append([]uint16(nil), first...)
	for range in - 1 {
		curves = append(curves, straight(len(first))...)
	}
	for range out {
		points = append(points[:len(points):len(points)], straight(2)...)
	}
	for _, v := range append(curves, points...) {
		b = be.AppendUint16(b, v)
	}
	return b
}

// table8 is a table of 8 bits to one channel (ICC.1:2001-04 6.5.8).
func table8(in, grid int, points []byte) []byte {
	b := tableHead("mft1", in, 1, grid)
	straight := make([]byte, 256)
	for i := range straight {
		straight[i] = byte(i)
	}
	for range in {
		b = append(b, straight...)
	}
	return append(append(b, points...), straight...)
}

func tableHead(kind string, in, out, grid int) []byte {
	b := append(typed(kind), byte(in), byte(out), byte(grid), 0)
	return fixed(b, []float64{1, 0, 0, 0, 1, 0, 0, 0, 1})
}

// descriptionOf is a text of version 2 (ICC.1:2001-04 6.5.17), in ASCII alone.
func descriptionOf(s string) []byte {
	b := binary.BigEndian.AppendUint32(typed("desc"), uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}
