package facsimile

import (
	"math"

	"warraq/content/facsimile/object"
)

// table is a function of samples, which are taken in proportion.
type table struct {
	data                         []byte
	size, domain, encode, decode []float64
	bits, n                      int // of a sample; numbers of a place
}

func sampled(f *object.File, s *object.Stream) function {
	if s == nil {
		return nil
	}
	data, rest := f.Decode(s)
	span := f.Numbers(s.Dict["Range"])
	t := table{data: data, size: f.Numbers(s.Dict["Size"]), domain: f.Numbers(s.Dict["Domain"]),
		encode: f.Numbers(s.Dict["Encode"]), decode: f.Numbers(s.Dict["Decode"]), bits: f.Int(s.Dict["BitsPerSample"], 8), n: len(span) / 2}
	m := len(t.size)
	if rest != nil || m == 0 || m > 4 || t.n == 0 || t.n > mostNumbers || len(t.domain) < 2*m || t.bits < 1 || t.bits > 32 {
		return nil
	}
	if len(t.decode) < 2*t.n {
		t.decode = span
	}
	return t.at
}

// sample is number k at a place of the table.
func (t *table) sample(index, k int) float64 {
	v := bitsAt(t.data, (index*t.n+k)*t.bits, t.bits)
	return between(v, 0, math.Pow(2, float64(t.bits))-1, t.decode[2*k], t.decode[2*k+1])
}

// place is where a number lies in a dimension of the table: at which sample, and which part
// of the way to the next.
func (t *table) place(i int, x float64) (low int, part float64) {
	to := []float64{0, t.size[i] - 1}
	if len(t.encode) >= 2*len(t.size) {
		to = t.encode[2*i : 2*i+2]
	}
	e := min(max(between(x, t.domain[2*i], t.domain[2*i+1], to[0], to[1]), 0), t.size[i]-1)
	return int(e), e - float64(int(e))
}

func (t *table) at(x []float64) []float64 {
	out := make([]float64, t.n)
	m := len(t.size)
	if len(x) < m {
		return out
	}
	var low [4]int
	var part [4]float64
	for i := range m {
		low[i], part[i] = t.place(i, x[i])
	}
	for corner := range 1 << m {
		weight, index, step := 1.0, 0, 1
		for i := range m {
			at, w := low[i], 1-part[i]
			if corner>>i&1 == 1 {
				at, w = min(at+1, int(t.size[i])-1), part[i]
			}
			weight, index, step = weight*w, index+at*step, step*int(t.size[i])
		}
		if weight > 0 {
			for k := range out {
				out[k] += float64(weight * t.sample(index, k))
			}
		}
	}
	return out
}

// bitsAt is the number in so many bits at a place; 0 beyond the end.
func bitsAt(data []byte, at, n int) float64 {
	if at < 0 || at > 8*len(data)-n {
		return 0
	}
	if n == 8 && at&7 == 0 {
		return float64(data[at/8])
	}
	v := uint64(0)
	for i := at; i < at+n; i++ {
		v = v<<1 | uint64(data[i/8]>>(7-i%8)&1)
	}
	return float64(v)
}
