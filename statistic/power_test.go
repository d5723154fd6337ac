package statistic

import (
	"math"
	"testing"
)

// An effect just above what is detectable is detected, and one just below is
// not; the pairs said to be needed are the fewest.
func TestDetectable(t *testing.T) {
	for _, n := range []int{2, 6, 64} {
		d := Detectable(n, 0.05/164)
		for by, want := range map[float64]bool{0.999: false, 1.001: true} {
			p := 2 * student(n).Survival(d*by*math.Sqrt(float64(n)))
			if got := p < 0.05/164; got != want {
				t.Errorf("%d pairs, %g of the least effect: p = %g", n, by, p)
			}
		}
		if got := PairsFor(1.0001*d, 0.05/164); got != n {
			t.Errorf("an effect of %g needs %d pairs, want %d", d, got, n)
		}
	}
	if n := PairsFor(0, 0.05); n <= MostPairs {
		t.Errorf("no effect is shown by %d pairs", n)
	}
	for _, share := range []float64{0.125, 0.5, 0.9} {
		if n := PairsAlike(share, 0.001); none(n, share) >= 0.001 || n > 2 && none(n-1, share) < 0.001 {
			t.Errorf("a share of %g is ruled out by %d pairs", share, n)
		}
	}
}
