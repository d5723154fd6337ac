package statistic

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func luck(resample, at int) float64 {
	return rand.New(rand.NewPCG(uint64(resample), uint64(at))).Float64()
}

func TestPaired(t *testing.T) {
	for _, c := range []struct {
		name              string
		differences       []float64
		mean, p, size, sd float64
	}{
		{"a placebo is exactly zero", []float64{0, 0, 0, 0}, 0, 1, 0, 0},
		{"the same in all pairs leaves no doubt", []float64{0.1, 0.1, 0.1}, 0.1, 0, math.Inf(1), 0},
		{"and downwards", []float64{-2, -2}, -2, 0, math.Inf(-1), 0},
		{"one pair shows a mean and nothing else", []float64{3}, 3, math.NaN(), math.NaN(), math.NaN()},
		{"Student's sleep data, 1908: t = 4.06 with 9 degrees, p = 0.00283", []float64{1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4}, 1.58, 0.002833, 1.2846, 1.23},
	} {
		e := Paired(c.differences, luck)
		for _, v := range [][2]float64{{e.Mean, c.mean}, {e.P, c.p}, {e.Size, c.size}, {e.SD, c.sd}} {
			if v[0] != v[1] && !(math.IsNaN(v[0]) && math.IsNaN(v[1])) && !(math.Abs(v[0]-v[1]) <= 1e-3*math.Abs(v[1])) {
				t.Errorf("%s: %v, want %v (all: %+v)", c.name, v[0], v[1], e)
			}
		}
	}
	if e := Paired(nil, luck); e.N != 0 || !math.IsNaN(e.Mean) {
		t.Errorf("no pairs: %+v", e)
	}
}

// The interval holds the true mean about as often as it says.
func TestBootstrapCoversAtItsRate(t *testing.T) {
	const trials, n = 300, 40
	r := rand.New(rand.NewPCG(1, 2))
	covered := 0
	for range trials {
		x := make([]float64, n)
		for i := range x {
			x[i] = 5 + r.NormFloat64()
		}
		trial := r.Uint64()
		low, high := Bootstrap(x, func(resample, at int) float64 {
			return rand.New(rand.NewPCG(trial+uint64(resample), uint64(at))).Float64()
		})
		if low <= 5 && 5 <= high {
			covered++
		}
	}
	if rate := float64(covered) / trials; rate < 0.89 || rate > 0.98 {
		t.Errorf("the interval of 95 %% holds the mean in %.1f %% of trials", 100*rate)
	}
}

// A true null is called different, and a true border equivalent, no more
// often than at the level of the test; a planted effect is found.
func TestErrorRates(t *testing.T) {
	const trials, n = 2000, 16
	r := rand.New(rand.NewPCG(3, 4))
	share := func(mean float64, called func(x []float64) bool) float64 {
		count := 0
		for range trials {
			x := make([]float64, n)
			for i := range x {
				x[i] = mean + r.NormFloat64()
			}
			if called(x) {
				count++
			}
		}
		return float64(count) / trials
	}
	constant := func(int, int) float64 { return 0 } // the interval is not looked at
	different := func(x []float64) bool { return Paired(x, constant).P < 0.05 }
	within := func(x []float64) bool { return Equivalent(x, 1) < 0.05 }
	for _, c := range []struct {
		name        string
		mean        float64
		called      func([]float64) bool
		least, most float64
	}{
		{"no effect, called one", 0, different, 0.03, 0.07},
		{"an effect of one sd, found", 1, different, 0.93, 1},
		{"no effect, equivalence shown", 0, within, 0.9, 1},
		{"an effect at the margin, called equivalent", 1, within, 0.03, 0.07},
	} {
		if got := share(c.mean, c.called); got < c.least || got > c.most {
			t.Errorf("%s: in %.3f of trials, want %v to %v", c.name, got, c.least, c.most)
		}
	}
}

func TestEquivalent(t *testing.T) {
	for _, c := range []struct {
		name        string
		differences []float64
		margin      float64
		want        float64
	}{
		{"exactly zero", []float64{0, 0, 0}, 0.1, 0},
		{"exactly at the margin is beyond", []float64{0.1, 0.1}, 0.1, 1},
		{"exactly beyond", []float64{-3, -3}, 0.1, 1},
		{"one pair shows nothing", []float64{0}, 1, math.NaN()},
	} {
		got := Equivalent(c.differences, c.margin)
		if got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestHolm(t *testing.T) {
	got := Holm([]float64{0.01, 0.04, 0.03, math.NaN(), 0.005}, 0)
	want := []float64{0.03, 0.06, 0.06, math.NaN(), 0.02}
	for i := range want {
		if math.Abs(got[i]-want[i]) > 1e-12 || math.IsNaN(got[i]) != math.IsNaN(want[i]) {
			t.Errorf("%v, want %v", got, want)
			break
		}
	}
	if got := Holm([]float64{0.01}, 10); math.Abs(got[0]-0.1) > 1e-12 {
		t.Errorf("one of ten: %v, want 0.1", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 20).Draw(t, "p")
		adjusted := Holm(p, 0)
		for i := range p {
			if adjusted[i] < p[i] || adjusted[i] > 1 {
				t.Fatalf("%v became %v", p[i], adjusted[i])
			}
			for j := range p {
				if p[i] < p[j] && adjusted[i] > adjusted[j] {
					t.Fatal("the order was not kept")
				}
			}
		}
		if least := slices.Index(p, slices.Min(p)); adjusted[least] != min(1, p[least]*float64(len(p))) {
			t.Fatal("the smallest is multiplied by their number")
		}
	})
}
