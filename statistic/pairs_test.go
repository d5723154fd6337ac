package statistic

import (
	"math"
	"testing"
)

func TestCorrelationOfPairs(t *testing.T) {
	for _, c := range []struct {
		name         string
		x, y         []float64
		noneX, noneY float64
		want         float64
		ok           bool
	}{
		{"a line up", []float64{1, 2, 3}, []float64{3, 5, 7}, 0, 0, 1, true},
		{"a line down", []float64{1, 2, 3}, []float64{7, 5, 3}, 0, 0, -1, true},
		{"four by hand", []float64{1, 2, 3, 4}, []float64{2, 1, 4, 3}, 0, 0, 0.6, true},
		{"two pairs", []float64{1, 2}, []float64{3, 5}, 0, 0, 0, false},
		{"none", nil, nil, 0, 0, 0, false},
		{"x is even", []float64{2, 2, 2}, []float64{3, 5, 7}, 0, 0, 0, false},
		{"y is even", []float64{1, 2, 3}, []float64{5, 5, 5}, 0, 0, 0, false},
		{"x varies by what counts for none", []float64{1, 2, 3}, []float64{3, 5, 7}, 0.7, 0, 0, false},
		{"y varies by what counts for none", []float64{1, 2, 3}, []float64{3, 5, 7}, 0, 2.7, 0, false},
		{"both vary by more", []float64{1, 2, 3}, []float64{3, 5, 7}, 0.6, 2.6, 1, true},
	} {
		var first, second, all Pairs // in two parts
		for i := range c.x {
			part := &first
			if i%2 == 1 {
				part = &second
			}
			part.Add(c.x[i], c.y[i])
		}
		all.Join(&first)
		all.Join(&second)
		if r, ok := all.Correlation(c.noneX, c.noneY); ok != c.ok || math.Abs(r-c.want) > 1e-12 {
			t.Errorf("%s: %v, %v, want %v, %v", c.name, r, ok, c.want, c.ok)
		}
	}
}
