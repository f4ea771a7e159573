package picture

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
)

// Sum is a digest of all that is seen of the picture, the same in every run. It is
// reckoned once: nothing changes a picture that is shown.
func (p *Picture) Sum() uint64 {
	p.summed.Do(func() { p.sum = p.digest() })
	return p.sum
}

func (p *Picture) digest() uint64 {
	h := fnv.New64a()
	number := func(n int) { h.Write(binary.LittleEndian.AppendUint64(nil, uint64(n))) }
	number(p.Turn)
	for _, plane := range []*Plane{&p.Color, p.Alpha} {
		if plane == nil {
			continue
		}
		for _, n := range []int{plane.Width, plane.Height, int(plane.Space), plane.Bits, int(plane.Coding), len(plane.Palette)} {
			number(n)
		}
		h.Write(plane.Palette)
		h.Write(plane.Profile)
		h.Write(plane.Data)
	}
	if d := p.Drawing; d != nil {
		h.Write(d.Operators)
		for _, f := range d.Forms {
			fmt.Fprint(h, f.Box, f.Blended)
			h.Write(f.Operators)
		}
		fmt.Fprint(h, d.Opacities, d.Gradients)
		for _, part := range p.Parts {
			number(int(part.Sum()))
		}
	}
	return h.Sum64()
}
