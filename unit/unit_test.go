package unit

import (
	"math"
	"testing"
)

// Half a kopeck goes to the even one, so that rounding favours nobody.
func TestCostRoundsHalfToEven(t *testing.T) {
	for _, c := range []struct {
		price, amount float64
		want          Kopecks
	}{{0.5, 1, 0}, {1.5, 1, 2}, {2.5, 1, 2}, {-0.5, 1, 0}, {-1.5, 1, -2}, {3, 1.2, 4}, {0, 1e9, 0}} {
		if got := Cost(c.price, c.amount); got != c.want {
			t.Errorf("Cost(%v, %v) = %v, want %v", c.price, c.amount, got, c.want)
		}
	}
}

// Parts of a sum never add up to more than the sum, whatever its sign.
func FuzzSharesNeverAddUpToMore(f *testing.F) {
	f.Add(int64(101), 0.5)
	f.Add(int64(-7), 0.3)
	f.Add(int64(1)<<50, 0.999)
	f.Fuzz(func(t *testing.T, m int64, part float64) {
		if !(part >= 0 && part <= 1) || m > 1<<52 || m < -1<<52 {
			t.Skip()
		}
		sum := Kopecks(m)
		one, other := sum.Share(part), sum.Share(1-part)
		if m >= 0 && (one < 0 || other < 0 || one+other > sum) || m < 0 && (one > 0 || other > 0 || one+other < sum) {
			t.Errorf("%v and %v of %v are %v and %v", part, 1-part, sum, one, other)
		}
	})
}

func TestClip(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{-1, 0}, {0, 0}, {0.25, 0.25}, {1, 1}, {2, 1}, {math.Inf(1), 1}, {math.Inf(-1), 0}, {math.NaN(), 0},
	} {
		if got := Clip(c.x, 0, 1); got != c.want {
			t.Errorf("Clip(%v, 0, 1) = %v, want %v", c.x, got, c.want)
		}
	}
}
