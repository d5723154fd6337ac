package statistic

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestUnanimous(t *testing.T) {
	for _, c := range []struct {
		name             string
		n                int
		value, reach     float64
		low, high, p     float64
		margin, withinOf float64 // and the p value of equivalence
	}{
		{"eight pairs without an event exclude little", 8, 0, 1, -0.3694, 0.3694, 1, 0.15, 0.2725},
		{"sixty-four exclude one in six", 64, 0, 1, -0.0560, 0.0560, 1, 0.15, 3.04e-5},
		{"but not one in fifty", 64, 0, 1, -0.0560, 0.0560, 1, 0.02, 0.2745},
		{"nothing can differ", 8, 0, 0, 0, 0, 1, 0.15, 0},
		{"a yes in all of eight is a sign test", 8, 0.5, 1, 0.1306, 0.8694, 2 * math.Pow(0.5, 8), 0.05, 1},
		{"and a no", 8, -0.5, 1, -0.8694, -0.1306, 2 * math.Pow(0.5, 8), 0.05, 1},
		{"a small value that few pairs could undo", 8, 0.1, 1, -0.2694, 0.4694, 2 * math.Pow(0.9, 8), 0.05, 1},
	} {
		e := Unanimous(c.n, c.value, c.reach)
		got := [4]float64{e.Low, e.High, e.P, UnanimousEquivalent(c.n, c.value, c.margin, c.reach)}
		for i, want := range [4]float64{c.low, c.high, min(1, c.p), c.withinOf} {
			if math.Abs(got[i]-want) > 1e-3*max(0.1, math.Abs(want)) {
				t.Errorf("%s: %v, want %v, %v, %v, %v", c.name, got, c.low, c.high, c.p, c.withinOf)
				break
			}
		}
		if e.Mean != c.value || e.N != c.n || e.SD != 0 {
			t.Errorf("%s: %+v", c.name, e)
		}
	}
}

// Where events part pairs just so often that the mean lies at the margin,
// that it lies within is found no more often than at the level of the test,
// and the interval of pairs without an event holds the mean.
func TestUnanimousErrorRate(t *testing.T) {
	const trials, margin = 20000, 0.15
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{4, 8, 16, 64} {
		wrong, left := 0, 0
		for range trials {
			events := 0
			for range n {
				if r.Float64() < margin {
					events++
				}
			}
			if events > 0 {
				continue
			}
			if UnanimousEquivalent(n, 0, margin, 1) < 0.05 {
				wrong++
			}
			if Unanimous(n, 0, 1).High < margin {
				left++
			}
		}
		if float64(wrong)/trials > 0.055 || float64(left)/trials > 0.03 {
			t.Errorf("%d pairs: within the margin in %d of %d trials, left out by the interval in %d", n, wrong, trials, left)
		}
	}
}
