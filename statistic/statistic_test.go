package statistic

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

func TestRecessions(t *testing.T) {
	for _, c := range []struct {
		name string
		x    []float64
		want []int
	}{
		{"nothing happens", []float64{1, 1, 1}, nil},
		{"no series", nil, nil},
		{"one year down, up, two down", []float64{3, 2, 3, 2, 1, 2}, []int{1, 2}},
		{"it has not ended yet", []float64{3, 2, 1}, []int{2}},
		{"a year of standstill ends it", []float64{3, 2, 2, 1}, []int{1, 1}},
	} {
		if got := Recessions(c.x); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestLagged(t *testing.T) {
	wave, later := make([]float64, 80), make([]float64, 80)
	for i := range wave {
		wave[i], later[i] = math.Sin(float64(i)/3), math.Sin(float64(i-2)/3)
	}
	for _, c := range []struct {
		name string
		lag  int
		want float64
	}{{"two steps later the same", 2, 1}} {
		if got := Lagged(wave, later, c.lag); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if got := Lagged(later, wave, -c.lag); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s, seen from the other: %v, want %v", c.name, got, c.want)
		}
	}
	if Lagged(wave, later, 0) > 0.9 || Lagged(wave, later, 2) <= Lagged(wave, later, 1) {
		t.Error("the correlation does not peak at the lag")
	}
	if !math.IsNaN(Lagged(wave, later, 79)) {
		t.Error("one pair has a correlation")
	}
}

// quantiles of a law stand for a sample of it without chance.
func quantiles(n int, quantile func(u float64) float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = quantile((float64(i) + 0.5) / float64(n))
	}
	return out
}

// A sample in proportion to k^−a, as nearly as whole counts can be.
func TestZetaFindsTheExponent(t *testing.T) {
	for _, a := range []float64{1.9, 2.5} {
		var x []float64
		for k := 1; k < 3000; k++ {
			for range int(math.Round(2e5 * math.Pow(float64(k), -a))) {
				x = append(x, float64(k))
			}
		}
		got, _, err := Zeta(x, 1)
		if err != nil || math.Abs(got-a) > 0.01 {
			t.Errorf("exponent %v: got %v, %v", a, got, err)
		}
	}
	if got, want := hurwitz(2, 1), math.Pi*math.Pi/6; math.Abs(got-want) > 1e-7 {
		t.Errorf("ζ(2) = %v, want %v", got, want)
	}
	for _, x := range [][]float64{nil, {1}, {1, 1, 1}} {
		if _, _, err := Zeta(x, 1); err == nil {
			t.Errorf("%v has an exponent", x)
		}
	}
}

// The equations of the filter solved whole, by a general solver.
func TestHodrickPrescottSolvesItsEquations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-10, 10), 4, 30).Draw(t, "x")
		smoothness := rapid.Float64Range(0, 1600).Draw(t, "smoothness")
		trend, cycle, err := HodrickPrescott(x, smoothness)
		if err != nil {
			t.Fatal(err)
		}
		n := len(x)
		d := mat.NewDense(n-2, n, nil)
		for i := range n - 2 {
			d.Set(i, i, 1)
			d.Set(i, i+1, -2)
			d.Set(i, i+2, 1)
		}
		var a mat.Dense
		a.Mul(d.T(), d)
		a.Scale(smoothness, &a)
		for i := range n {
			a.Set(i, i, a.At(i, i)+1)
		}
		var want mat.VecDense
		if err := want.SolveVec(&a, mat.NewVecDense(n, x)); err != nil {
			t.Fatal(err)
		}
		for i := range n {
			if math.Abs(trend[i]-want.AtVec(i)) > 1e-6 || math.Abs(trend[i]+cycle[i]-x[i]) > 1e-9 {
				t.Fatalf("value %d: trend %v, want %v", i, trend[i], want.AtVec(i))
			}
		}
	})
	if _, _, err := HodrickPrescott([]float64{1, 2, 3}, 100); err == nil {
		t.Error("three values were filtered")
	}
}

func TestBaxterKingKeepsTheBand(t *testing.T) {
	wave := func(steps float64) []float64 {
		x := make([]float64, 400)
		for i := range x {
			x[i] = math.Sin(2 * math.Pi * float64(i) / steps)
		}
		return x
	}
	for _, c := range []struct {
		name      string
		x         []float64
		low, high float64
	}{
		{"twelve steps are kept", wave(12), 0.9, 1.1},
		{"three steps are not", wave(3), 0, 0.15},
		{"two hundred steps are not", wave(200), 0, 0.15},
		{"a straight line is not", quantiles(400, func(u float64) float64 { return 100 * u }), 0, 1e-9},
	} {
		got, err := BaxterKing(c.x, 6, 32, 12)
		if err != nil {
			t.Fatal(err)
		}
		if most := slices.Max(got); most < c.low || most > c.high || len(got) != len(c.x)-24 {
			t.Errorf("%s: reaches %v of %d values, want %v to %v", c.name, most, len(got), c.low, c.high)
		}
	}
	if _, err := BaxterKing(wave(12), 6, 4, 12); err == nil {
		t.Error("a band that ends before it begins was accepted")
	}
}

func TestGrowthAndHerfindahl(t *testing.T) {
	if got := Growth([]float64{1, math.E, 0, 1}); math.Abs(got[0]-1) > 1e-12 || !math.IsNaN(got[1]) || !math.IsNaN(got[2]) {
		t.Errorf("growth %v", got)
	}
	for _, c := range []struct {
		size []float64
		want float64
	}{{[]float64{1, 1, 1, 1}, 0.25}, {[]float64{5, 0}, 1}, {nil, 0}} {
		if got := Herfindahl(c.size); got != c.want {
			t.Errorf("Herfindahl(%v) = %v, want %v", c.size, got, c.want)
		}
	}
}

func TestQuantile(t *testing.T) {
	for _, c := range []struct {
		values      []float64
		share, want float64
	}{
		{[]float64{7}, 0.1, 7},
		{[]float64{5, 3}, 0.1, 3.2},
		{[]float64{5, 3}, 0.9, 4.8},
		{[]float64{4, 1, 3, 2}, 0.5, 2.5},
		{[]float64{9, 1, 5}, 0.5, 5},
		{[]float64{9, 1, 5}, 0, 1},
		{[]float64{9, 1, 5}, 1, 9},
		{nil, 0.5, math.NaN()},
	} {
		given := slices.Clone(c.values)
		got := Quantile(c.values, c.share)
		if !(math.Abs(got-c.want) < 1e-12 || math.IsNaN(got) && math.IsNaN(c.want)) || !slices.Equal(given, c.values) {
			t.Errorf("%v of %v is %v, want %v; it left %v", c.share, given, got, c.want, c.values)
		}
	}
}
