package pdf

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"warraq/content"
)

// TestPressModels: a model has the solids that it was made of, its condition is a
// registered one, and it comes near patches that it was not made of.
func TestPressModels(t *testing.T) {
	for name, m := range pressModels {
		if _, ok := content.ConditionOf(name); !ok {
			t.Errorf("%s is not registered", name)
		}
		p := m.ready()
		for i, want := range m.solids {
			inks := [4]float64{float64(i & 1), float64(i >> 1 & 1), float64(i >> 2 & 1), float64(i >> 3)}
			if got := labOf(p.xyz(inks)); distance(got, want) > 0.01 {
				t.Errorf("%s: solid %04b is %.1f, want %.1f", name, i, got, want)
			}
		}
	}
	// of the characterization data of the two conditions
	for name, patches := range map[string][]struct{ ink, lab [4]float64 }{
		"FOGRA39": {{[4]float64{40, 40, 40, 0}, [4]float64{61.53, 5.42, 3.75}}, {[4]float64{20, 70, 70, 0}, [4]float64{53.08, 37.72, 28.91}},
			{[4]float64{40, 0, 70, 0}, [4]float64{74.94, -21.52, 40.13}}, {[4]float64{70, 20, 20, 20}, [4]float64{51.78, -17.70, -20.71}},
			{[4]float64{0, 0, 0, 50}, [4]float64{61.82, 0, -1.16}}, {[4]float64{10, 6, 6, 0}, [4]float64{88.54, -0.38, -3.13}}},
		"FOGRA29": {{[4]float64{40, 40, 40, 0}, [4]float64{62.11, 4.07, 3.04}}, {[4]float64{20, 70, 70, 0}, [4]float64{55.78, 30.19, 19.41}},
			{[4]float64{100, 40, 0, 40}, [4]float64{40.05, -6.48, -23.23}}, {[4]float64{0, 0, 0, 80}, [4]float64{42.37, 1.48, 1.06}}},
	} {
		p := pressModels[name].ready()
		for _, c := range patches {
			var inks [4]float64
			for k, v := range c.ink {
				inks[k] = v / 100
			}
			if got, want := labOf(p.xyz(inks)), [3]float64(c.lab[:3]); distance(got, want) > 6.5 {
				t.Errorf("%s: %v is %.1f, want %.1f", name, c.ink, got, want)
			}
		}
	}
}

// TestSeparate: what inks look like is found again as inks, within what may lie
// on paper.
func TestSeparate(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	p := pressModels["FOGRA39"].ready()
	for range 300 {
		made := [4]float64{rng.Float64(), rng.Float64(), rng.Float64(), 0.6 * rng.Float64()}
		if made[0]+made[1]+made[2]+made[3] > 2.2 {
			continue
		}
		lab := p.lab(made)
		found, _ := p.separate(lab)
		if off := distance(p.lab(found), lab); off > 3 {
			t.Errorf("%.2f looks as %.1f, found %.2f, off by %.1f", made, lab, found, off)
		}
		if sum := found[0] + found[1] + found[2] + found[3]; sum > mostInk+1e-9 {
			t.Errorf("%.1f: ink of %.2f", lab, sum)
		}
	}
}

// TestPressProfile: the profile is one of a press, whole, and the same for any
// number of workers; paper has no ink.
func TestPressProfile(t *testing.T) {
	one := profileOfCondition("FOGRA39", 1)
	if !content.IsPressProfile(one) || int(binary.BigEndian.Uint32(one)) != len(one) {
		t.Fatalf("profile of %d bytes, %q", len(one), one[:40])
	}
	if !bytes.Equal(one, profileOfCondition("FOGRA39", 3)) {
		t.Error("it depends on the workers")
	}
	if profileOfCondition("unknown", 1) != nil {
		t.Error("a profile of nothing")
	}
	inks, _ := pressModels["FOGRA39"].ready().separations(2)
	const white = 4 * ((colorGrid-1)*colorGrid*colorGrid + colorGrid*(colorGrid/2) + colorGrid/2)
	if w := inks[white : white+4]; w[0]+w[1]+w[2]+w[3] != 0 {
		t.Errorf("ink on white: %v", w)
	}
}
