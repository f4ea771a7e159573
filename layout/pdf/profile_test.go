package pdf

import (
	"encoding/binary"
	"math"
	"testing"
)

// TestProfile computes the numbers of the profile from the chromaticities of
// IEC 61966-2-1 and finds every tag where the table says.
func TestProfile(t *testing.T) {
	white := xyz(0.3127, 0.3290)
	bradford := [3][3]float64{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	to := [3]float64{d50[0], d50[1], d50[2]}
	cone, aim := apply(bradford, white), apply(bradford, to)
	scaled := bradford
	for i := range scaled {
		for k := range scaled[i] {
			scaled[i][k] *= aim[i] / cone[i]
		}
	}
	adapt := product(inverse(bradford), scaled)
	for i := range 9 {
		near(t, "adaptation", srgbAdaptation[i], adapt[i/3][i%3])
	}
	points := [3][3]float64{xyz(0.64, 0.33), xyz(0.30, 0.60), xyz(0.15, 0.06)}
	share := apply(inverse(transposed(points)), white)
	for i := range 3 {
		p := points[i]
		adapted := apply(adapt, [3]float64{p[0] * share[i], p[1] * share[i], p[2] * share[i]})
		for k := range 3 {
			near(t, "primary", srgbPrimaries[i][k], adapted[k])
		}
	}
	profile := srgbProfile()
	be := binary.BigEndian
	if int(be.Uint32(profile)) != len(profile) || string(profile[36:40]) != "acsp" || len(profile) > 1024 {
		t.Fatalf("%d bytes: % x", len(profile), profile[:40])
	}
	kinds := map[string]string{"desc": "mluc", "cprt": "mluc", "wtpt": "XYZ ", "chad": "sf32", "rXYZ": "XYZ ", "gXYZ": "XYZ ", "bXYZ": "XYZ ", "rTRC": "para", "gTRC": "para", "bTRC": "para"}
	if n := int(be.Uint32(profile[128:])); n != len(kinds) {
		t.Fatalf("%d tags", n)
	}
	for i := range len(kinds) {
		entry := profile[132+12*i:]
		at, size := int(be.Uint32(entry[4:])), int(be.Uint32(entry[8:]))
		if at%4 != 0 || at+size > len(profile) || string(profile[at:at+4]) != kinds[string(entry[:4])] {
			t.Errorf("tag %s at %d", entry[:4], at)
		}
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.0003 { // the standard's chromaticities have four places
		t.Errorf("%s %v, want %v", what, got, want)
	}
}

// xyz is a colour of a chromaticity, its Y 1.
func xyz(x, y float64) [3]float64 { return [3]float64{x / y, 1, (1 - x - y) / y} }

func apply(m [3][3]float64, v [3]float64) (out [3]float64) {
	for i := range m {
		for k := range v {
			out[i] += m[i][k] * v[k]
		}
	}
	return out
}

func transposed(m [3][3]float64) (out [3][3]float64) {
	for i := range m {
		for k := range m[i] {
			out[k][i] = m[i][k]
		}
	}
	return out
}

func product(a, b [3][3]float64) [3][3]float64 {
	columns := transposed(b)
	for i := range columns {
		columns[i] = apply(a, columns[i])
	}
	return transposed(columns)
}

// inverse is by Cramer's rule.
func inverse(m [3][3]float64) (out [3][3]float64) {
	det := 0.0
	for i := range 3 {
		det += m[0][i] * (m[1][(i+1)%3]*m[2][(i+2)%3] - m[1][(i+2)%3]*m[2][(i+1)%3])
	}
	for i := range 3 {
		for k := range 3 {
			out[k][i] = (m[(i+1)%3][(k+1)%3]*m[(i+2)%3][(k+2)%3] - m[(i+1)%3][(k+2)%3]*m[(i+2)%3][(k+1)%3]) / det
		}
	}
	return out
}
