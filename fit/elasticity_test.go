package fit

import (
	"math"
	"testing"

	"gosplan/series"
)

// within fails unless got is want to so many decimals.
func within(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	for i := range want {
		if math.Abs(got[i]-want[i]) > tolerance {
			t.Errorf("%s: %.4v, want %v", what, got, want)
			return
		}
	}
}

// Weitzman's production function of Soviet industry at his estimate for
// 1950–69, with capital and labour 1 in 1950.
//
// Source: Weitzman (1970).
func weitzman1970(k, l float64, year int) float64 {
	const scale, trend, h, rho = 0.8044156, 0.02046463, 0.6397585, 1/0.4031043 - 1
	inside := h*math.Pow(k, -rho) + (1-h)*math.Pow(l, -rho)
	return scale * math.Exp(trend*float64(year)) * math.Pow(inside, -1/rho)
}

func TestWeitzmanIsRecovered(t *testing.T) {
	var y, k, l []float64
	for t := range 20 {
		k = append(k, math.Pow(1.095, float64(t)))
		l = append(l, math.Pow(1.022, float64(t)))
		y = append(y, weitzman1970(k[t], l[t], t))
	}
	sigma, rho, h, g, err := Elasticity(y, k, l)
	if err != nil {
		t.Fatal(err)
	}
	within(t, "sigma, rho, h, g", []float64{sigma, rho, h, g}, []float64{0.4031043, 1.480748, 0.6397585, 0.02046463}, 1e-4)

	for i := range k { // other units of capital and labour
		k[i] *= 37
		l[i] *= 0.2
	}
	again, _, _, _, err := Elasticity(y, k, l)
	if err != nil || math.Abs(again-sigma) > 1e-4 {
		t.Errorf("in other units %v, want %v (%v)", again, sigma, err)
	}
}

func TestCobbDouglasHasElasticityOne(t *testing.T) {
	var y, k, l []float64
	for i := range 38 {
		k = append(k, math.Pow(1.07, float64(i)))
		l = append(l, 1+0.1*math.Sin(float64(i)))
		y = append(y, math.Exp(0.01*float64(i))*math.Pow(k[i], 0.3)*math.Pow(l[i], 0.7))
	}
	sigma, _, _, _, err := Elasticity(y, k, l)
	if err != nil || math.Abs(sigma-1) > 0.01 {
		t.Errorf("sigma %v, want 1 (%v)", sigma, err)
	}
}

func TestElasticityRefuses(t *testing.T) {
	ones := []float64{1, 1, 1, 1, 1, 1, 1, 1, 1}
	for name, y := range map[string][]float64{"short": {1, 2}, "zero": {1, 1, 1, 1, 0, 1, 1, 1, 1}, "not a number": {1, 1, 1, math.NaN(), 1, 1, 1, 1, 1}} {
		if _, _, _, _, err := Elasticity(y, ones[:len(y)], ones[:len(y)]); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestEffect(t *testing.T) {
	logs := func(by func(i int) float64) []*series.Log {
		var out []*series.Log
		for i := range 16 {
			out = append(out, history().scale("defect_rate", by(i)).log(1955, 1985, series.Emerges))
		}
		return out
	}
	base := logs(func(i int) float64 { return 1 + 0.01*float64(i) })
	a := Ablation{Row: "defects", Series: "defect_rate", From: 1955, To: 1985, Expect: Falls}
	for _, c := range []struct {
		name    string
		ablated []*series.Log
		want    Finding
	}{
		{"a third less", logs(func(i int) float64 { return 0.66 + 0.01*float64(i%3) }), AsExpected},
		{"a third more", logs(func(i int) float64 { return 1.33 + 0.01*float64(i) }), Opposite},
		{"the same", base, NoEffect},
		{"now more, now less", logs(func(i int) float64 { return 1 + 0.01*float64(i) + 0.1*float64(1-2*(i%2)) }), NoEffect},
		{"nothing", nil, NoPairs},
	} {
		e := a.Effect(base, c.ablated)
		if e.Finding != c.want || e.Low > e.Difference || e.Difference > e.High {
			t.Errorf("%s: %+v, want %q", c.name, e, c.want)
		}
		if again := a.Effect(base, c.ablated); again != e {
			t.Errorf("%s: the interval is not the same twice", c.name)
		}
	}
}

func TestEveryRowOfTheSyndromeHasAnAblation(t *testing.T) {
	rows := map[string]bool{}
	for _, a := range Ablations() {
		rows[a.Row] = true
		if a.Path == "" || a.Series == "" || a.Theory == "" || a.From == 0 {
			t.Errorf("not whole: %+v", a)
		}
	}
	for _, b := range syndrome() {
		if !rows[b.Name] {
			t.Errorf("%s: no ablation", b.Name)
		}
	}
}
