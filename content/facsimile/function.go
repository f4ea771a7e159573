package facsimile

import (
	"math"

	"warraq/content/facsimile/object"
)

// function takes numbers to others (ISO 32000-1, 7.10).
type function func(in []float64) []float64

// functionOf reads a function, or several of one number each; nil for none.
func (in *painter) functionOf(v any, depth int) function {
	const work, levels = 1000, 6 // to read one; functions within each other
	if in.work(work); depth > levels || in.tooMuch {
		return nil
	}
	if list := in.file.Array(v); list != nil {
		return in.sideBySide(list[:min(len(list), mostNumbers)], depth)
	}
	fn, d := in.unbounded(v, depth), in.file.Dict(v)
	if fn == nil {
		in.leave("a function of a kind that is not known")
		return nil
	}
	domain, span := in.file.Numbers(d["Domain"]), in.file.Numbers(d["Range"])
	return func(x []float64) []float64 {
		if in.tooMuch {
			return nil
		}
		y := within(fn(within(x, domain)), span)
		in.work(10 + 10*len(y))
		return y
	}
}

// unbounded reads a function by its type, without keeping to what it says of the numbers it
// takes and gives; nil for none.
func (in *painter) unbounded(v any, depth int) function {
	d := in.file.Dict(v)
	switch in.file.Int(d["FunctionType"], -1) {
	case 0:
		return sampled(in.file, in.file.Stream(v))
	case 2:
		return exponential(in.file, d)
	case 3:
		return in.stitched(d, depth)
	case 4:
		return in.calculator(in.file.Stream(v))
	}
	return nil
}

// sideBySide are functions each of which gives numbers of the same colour.
func (in *painter) sideBySide(list object.Array, depth int) function {
	var all []function
	for _, one := range list {
		fn := in.functionOf(one, depth+1)
		if fn == nil {
			return nil
		}
		all = append(all, fn)
	}
	return func(x []float64) (out []float64) {
		for _, fn := range all {
			out = append(out, fn(x)...)
		}
		return out
	}
}

// mostNumbers bounds those of a colour (ISO 32000-1, annex C).
const mostNumbers = 32

// within keeps numbers in their bounds.
func within(v, bounds []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		out[i] = v[i]
		if 2*i+1 < len(bounds) {
			out[i] = min(max(v[i], bounds[2*i]), bounds[2*i+1])
		}
	}
	return out
}

// exponential goes from one colour to another by a power (ISO 32000-1, 7.10.3).
func exponential(f *object.File, d object.Dict) function {
	c0, c1, n := f.Numbers(d["C0"]), f.Numbers(d["C1"]), f.Number(d["N"], 1)
	if len(c0) == 0 {
		c0 = []float64{0}
	}
	if len(c1) == 0 {
		c1 = []float64{1}
	}
	return func(x []float64) []float64 {
		if len(x) == 0 {
			return nil
		}
		t := math.Pow(x[0], n)
		out := make([]float64, min(len(c0), len(c1), mostNumbers))
		for i := range out {
			out[i] = c0[i] + float64(t*(c1[i]-c0[i])) // float64: not fused, so that all machines agree
		}
		return out
	}
}

// stitched is functions one behind another, each of a part of the domain (ISO 32000-1, 7.10.4).
func (in *painter) stitched(d object.Dict, depth int) function {
	f := in.file
	var all []function
	for _, v := range f.Array(d["Functions"]) {
		if fn := in.functionOf(v, depth+1); fn != nil && len(all) < 1000 {
			all = append(all, fn)
		}
	}
	bounds, encode, domain := f.Numbers(d["Bounds"]), f.Numbers(d["Encode"]), f.Numbers(d["Domain"])
	if len(all) == 0 || len(bounds) < len(all)-1 || len(encode) < 2*len(all) || len(domain) < 2 {
		return nil
	}
	return func(x []float64) []float64 {
		if len(x) == 0 {
			return nil
		}
		i := 0
		for i < len(all)-1 && x[0] >= bounds[i] {
			i++
		}
		in.work(i)
		low, high := domain[0], domain[1]
		if i > 0 {
			low = bounds[i-1]
		}
		if i < len(all)-1 {
			high = bounds[i]
		}
		return all[i]([]float64{between(x[0], low, high, encode[2*i], encode[2*i+1])})
	}
}

// between takes a number from one span to another.
func between(x, low, high, to, end float64) float64 {
	if high == low {
		return to
	}
	return to + float64((x-low)*(end-to)/(high-low))
}
