package unit

import (
	"math"
	"math/rand/v2"
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

// What is reckoned in a shorter way is the same to the last bit.
func TestPowIsPow(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	xs := []float64{0, 1, 0.5, 2, math.SmallestNonzeroFloat32, math.SmallestNonzeroFloat64, 1e-45, 1e45, 1e60, -0.25, math.Inf(1), math.NaN()}
	for range 3000 {
		xs = append(xs, float64(float32(luck.Float64())), 3*luck.Float64(), math.Exp(200*luck.Float64()-100))
	}
	for _, y := range []float64{0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 5.5, 6, 7, -1, 0.6, 0.15, 0.85, math.NaN(), 6 * luck.Float64(), 6 * luck.Float64()} {
		for _, x := range xs {
			if got, want := Pow(x, y), math.Pow(x, y); math.Float64bits(got) != math.Float64bits(want) {
				t.Fatalf("Pow(%v, %v) = %v, math.Pow gives %v", x, y, got, want)
			}
		}
	}
}
