package pdf

import "math"

// A printing condition is known by what was measured of it: its characterization
// data. From those of Fogra and NPES (ISO 12642; as icc-profiles-free has them,
// zlib licence) each model here takes the sixteen solids, and the numbers of a
// Neugebauer model (J. A. C. Yule and W. J. Nielsen 1951) that come nearest to
// all the rest: in the mean 1.3 to 2.4 ΔE*ab of 1485 or 1617 patches.

// pressModel is a printing condition as a model.
type pressModel struct {
	// solids are L*, a* and b* of paper and of the inks printed over one another
	// whole: the bits of the index are cyan, magenta, yellow and black.
	solids [16][3]float64
	gain   [4]float64 // by which a dot of half the area is larger, by ink
	n      float64    // of Yule and Nielsen: how light spreads in the paper
}

// pressModels are those of conditions, by their registered names.
var pressModels = map[string]*pressModel{
	"FOGRA39": {solids: [16][3]float64{{95, 0, -2}, {55, -37, -50}, {48, 74, -3}, {24, 22, -46}, {89, -5, 93}, {50, -65, 27}, {47, 68, 48}, {23, -0.1, 0},
		{16, -0.1, 0}, {10.4, -8.2, -10.3}, {10.4, 14, 1.3}, {7.9, 5.8, -6}, {15.7, -3, 11.6}, {11.3, -13, 3.6}, {11.3, 8.6, 7.3}, {8.7, -0.2, 2}},
		gain: [4]float64{0.07, 0.05, 0.04, 0.03}, n: 1.6},
	"FOGRA29": {solids: [16][3]float64{{95.7, 0.6, -2.3}, {59, -26.7, -42.8}, {55, 59.5, -4}, {38.5, 8, -32.2}, {88.8, -1.6, 79.2}, {52.2, -42.8, 18.5}, {52.5, 55.4, 30.1}, {35, -3.2, -0.5},
		{31.9, 2.1, 2}, {28.1, 0.2, -3.3}, {29.3, 6.1, 3.2}, {26.4, 3.7, -0.3}, {30.1, -1.4, 4.1}, {27.4, -3.3, 1.1}, {28.2, 2, 4}, {26.2, 0.2, 2.2}},
		gain: [4]float64{0.10, 0.06, 0.05, 0.06}, n: 2.5},
	"CGATS TR 003": {solids: [16][3]float64{{92.5, 0, 0}, {57, -37.2, -45}, {47.8, 72.1, -3.1}, {26.8, 18.2, -44.4}, {88, -5, 88.1}, {52.1, -64.7, 24.8}, {46.9, 66.3, 45}, {24.8, 0.2, -0.5},
		{18.1, 0, -0.1}, {12.4, -8.2, -9.6}, {9.9, 14.4, -0.4}, {6.8, 6.3, -8.4}, {16.4, -3, 12}, {12.4, -13.5, 3.9}, {10.6, 10.3, 6.1}, {7.9, -0.3, 0.3}},
		gain: [4]float64{0.10, 0.08, 0.06, 0.07}, n: 1.6},
	"CGATS TR 005": {solids: [16][3]float64{{90.1, 0, 4.1}, {56.6, -38, -41}, {47.6, 69.9, -3.5}, {26.5, 18.6, -42}, {85.4, -5.8, 84.6}, {52.3, -61.5, 26.8}, {47.4, 64.4, 42.7}, {24.7, 0.2, -0.1},
		{19, 0.9, 1.2}, {13.7, -7.5, -8.3}, {11.1, 15, 0.4}, {7.9, 6.9, -7.4}, {17.4, -2, 12.5}, {13.6, -12.3, 4.9}, {12, 11.1, 6.6}, {9.2, -0.1, 0}},
		gain: [4]float64{0.12, 0.10, 0.08, 0.09}, n: 1.4},
	"CGATS TR 006": {solids: [16][3]float64{{95, 0, -2}, {55, -37.1, -50}, {47.9, 74.1, -3}, {24.1, 17.3, -46.1}, {88.9, -5, 93.2}, {50.1, -68.4, 25}, {47.4, 68.3, 48.8}, {23, 0.2, -0.3},
		{15, 0.2, -0.1}, {9.3, -7.1, -10.6}, {9.2, 14.3, 2}, {6.8, 6.3, -4.6}, {14.7, -3.6, 10.7}, {10.3, -13.1, 3.3}, {10.2, 7.7, 6.8}, {8, 0.5, -0.1}},
		gain: [4]float64{0.07, 0.05, 0.03, 0.03}, n: 1.8},
}

// printing is a model made ready to be asked.
type printing struct {
	*pressModel
	paper  [3]float64     // XYZ, of which the white of D50 has 1 for Y
	powers [16][3]float64 // of the solids' XYZ, to 1/n
}

func (m *pressModel) ready() *printing {
	p := &printing{pressModel: m, paper: xyzOf(m.solids[0])}
	for i, lab := range m.solids {
		for k, v := range xyzOf(lab) {
			p.powers[i][k] = math.Pow(max(v, 0), 1/m.n)
		}
	}
	return p
}

// xyz is what inks look like: the solids, each by the part of the paper on which
// these dots meet.
func (p *printing) xyz(inks [4]float64) (out [3]float64) {
	var parts [16]float64
	parts[0] = 1
	for i, v := range inks {
		area := v + 4*p.gain[i]*v*(1-v)
		for k := range 1 << i {
			parts[k|1<<i], parts[k] = parts[k]*area, parts[k]*(1-area)
		}
	}
	for i, part := range parts {
		out[0] += part * p.powers[i][0]
		out[1] += part * p.powers[i][1]
		out[2] += part * p.powers[i][2]
	}
	for k := range out {
		out[k] = math.Pow(out[k], p.n)
	}
	return out
}

// lab is what inks look like beside the paper, which is white.
func (p *printing) lab(inks [4]float64) [3]float64 {
	out := p.xyz(inks)
	for k := range out {
		out[k] *= d50[k] / p.paper[k]
	}
	return labOf(out)
}

// labOf is L*, a* and b* of X, Y and Z beside D50 (CIE 15).
func labOf(xyz [3]float64) [3]float64 {
	var f [3]float64
	for k, v := range xyz {
		if f[k] = math.Cbrt(v / d50[k]); v/d50[k] <= 216.0/24389 {
			f[k] = (24389.0/27*v/d50[k] + 16) / 116
		}
	}
	return [3]float64{116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
}

// xyzOf is the reverse of labOf.
func xyzOf(lab [3]float64) (xyz [3]float64) {
	y := (lab[0] + 16) / 116
	for k, f := range [3]float64{y + lab[1]/500, y, y - lab[2]/200} {
		if xyz[k] = f * f * f * d50[k]; f <= 6.0/29 {
			xyz[k] = (116*f - 16) * 27 / 24389 * d50[k]
		}
	}
	return xyz
}

// The share of black: from blackFrom on, where cyan, magenta and yellow together
// would be gray, black stands in for them.
const (
	blackFrom = 0.2
	mostInk   = 3.3 // on one spot; more does not dry
)

// separate is the inks that look like a colour beside the paper, and how far from
// it they stay (ΔE*ab), as colours do that cannot be printed.
func (p *printing) separate(lab [3]float64) (inks [4]float64, off float64) {
	inks = [4]float64{0.3, 0.3, 0.3, 0}
	p.approach(&inks, lab)
	gray := min(inks[0], inks[1], inks[2])
	if gray > blackFrom {
		inks[3] = math.Pow((gray-blackFrom)/(1-blackFrom), 1.5)
	}
	off = p.approach(&inks, lab)
	for low, high := inks[3], 1.0; high-low > 0.05 && p.lab(inks)[0] > lab[0]+0.5; {
		try := inks
		try[3] = (low + high) / 2
		if e := p.approach(&try, lab); e < off {
			inks, off, low = try, e, try[3]
		} else {
			high = try[3]
		}
	}
	if color := inks[0] + inks[1] + inks[2]; color+inks[3] > mostInk {
		for k := range 3 {
			inks[k] *= (mostInk - inks[3]) / color
		}
	}
	return inks, off
}

// approach changes cyan, magenta and yellow until they look like a colour with
// the black there is, as near as can be, by Newton's steps, damped.
func (p *printing) approach(inks *[4]float64, lab [3]float64) (off float64) {
	const step, rounds = 1e-3, 10
	damp := 0.1
	at := p.lab(*inks)
	off = distance(at, lab)
	for range rounds {
		var slope [3][3]float64 // of lab by ink
		for k := range 3 {
			moved := *inks
			h := step
			if moved[k] > 0.5 {
				h = -step
			}
			moved[k] += h
			for i, v := range p.lab(moved) {
				slope[i][k] = (v - at[i]) / h
			}
		}
		try := *inks
		for k, d := range leastSquares(slope, [3]float64{lab[0] - at[0], lab[1] - at[1], lab[2] - at[2]}, damp) {
			try[k] = bounded(try[k] + d)
		}
		there := p.lab(try)
		if e := distance(there, lab); e < off {
			*inks, at, damp = try, there, damp/4
			if off-e < 0.02 {
				return e
			}
			off = e
		} else if damp *= 8; damp > 1e3 {
			return off
		}
	}
	return off
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// leastSquares solves (JᵀJ + damp·100·I) d = Jᵀr, by Cramer's rule.
func leastSquares(j [3][3]float64, r [3]float64, damp float64) (d [3]float64) {
	var a [3][3]float64
	var b [3]float64
	for i := range 3 {
		for k := range 3 {
			for n := range 3 {
				a[i][k] += j[n][i] * j[n][k]
			}
			b[i] += j[k][i] * r[k]
		}
		a[i][i] += 100 * damp
	}
	det := func(m [3][3]float64) float64 {
		return m[0][0]*(m[1][1]*m[2][2]-m[1][2]*m[2][1]) - m[0][1]*(m[1][0]*m[2][2]-m[1][2]*m[2][0]) + m[0][2]*(m[1][0]*m[2][1]-m[1][1]*m[2][0])
	}
	whole := det(a)
	for k := range 3 {
		m := a
		for i := range 3 {
			m[i][k] = b[i]
		}
		d[k] = det(m) / whole
	}
	return d
}
