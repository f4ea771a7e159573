package chart

import (
	"slices"
	"testing"
)

// TestShares: the parts of a pie make a hundred.
func TestShares(t *testing.T) {
	for _, c := range []struct {
		numbers []float64
		want    []int
	}{
		{[]float64{1, 1, 1}, []int{34, 33, 33}},
		{[]float64{912, 1035, 318, 127, 447}, []int{32, 36, 11, 5, 16}},
		{[]float64{50, 50}, []int{50, 50}},
		{[]float64{7}, []int{100}},
	} {
		var values []Value
		sum, whole := 0.0, 0
		for _, n := range c.numbers {
			values, sum = append(values, Value{Number: n, Known: true}), sum+n
		}
		got := shares(append(values, Value{}), sum)
		for _, part := range got {
			whole += part
		}
		if whole != 100 {
			t.Errorf("%v: %v make %d", c.numbers, got, whole)
		}
		if !slices.Equal(got[:len(c.want)], c.want) {
			t.Errorf("%v: %v, want %v", c.numbers, got, c.want)
		}
	}
}
