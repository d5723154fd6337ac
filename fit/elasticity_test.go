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

func TestWeitzmanIsRecovered(t *testing.T) {
	var y, k, l []float64
	for t := range 20 {
		k = append(k, math.Pow(1.095, float64(t)))
		l = append(l, math.Pow(1.022, float64(t)))
		y = append(y, Weitzman1970.Output(k[t], l[t], t))
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

// Golden numbers of the literature's growth models.
func TestGrowthModels(t *testing.T) {
	path := Weitzman1970.Path(0.095, 0.022, 40)
	within(t, "growth by five years", MeanGrowth(path, 5), []float64{8.56, 7.62, 6.73, 5.98, 5.41, 5.02, 4.75, 4.58}, 0.01)
	var shares []float64
	for year := 5.0; year <= 40; year += 5 {
		shares = append(shares, Weitzman1970.CapitalShare(math.Pow(1.095, year), math.Pow(1.022, year)))
	}
	within(t, "capital shares", shares, []float64{.516, .390, .277, .187, .121, .077, .047, .029}, 0.0006)

	output, ratio := Solow{Saving: 0.30, Wear: 0.05, Labour: 0.013, Start: 2}.Path(Weitzman1970, 50)
	within(t, "decade growth", MeanGrowth(output, 10), []float64{3.04, 1.78, 1.49, 1.39, 1.34}, 0.01)
	within(t, "capital over output", []float64{ratio[0], ratio[10], ratio[50]}, []float64{2, 3.0, 4.57}, 0.02)

	domar := Feldman{A: 0.4, B: 0.35, Wear: 0.03, Machines: 0.5, Consumer: 2.6}
	for _, c := range []struct{ e, consumption, investment float64 }{{.07, 1.443, .97}, {.15, 1.540, 1.47}, {.23, 1.647, 2.19}, {.60, 2.115, 11.92}} {
		i, y := domar.Path(c.e, 13)
		within(t, "Fel'dman", []float64{y[13] / y[0], i[13] / i[0]}, []float64{c.consumption, c.investment}, 0.005)
	}
	last := math.Inf(1)
	for e := 0.07; e <= 0.9; e += 0.05 { // jam tomorrow: less at first
		_, y := domar.Path(e, 5)
		if y[5] >= last {
			t.Errorf("five years' consumption does not fall at e = %v", e)
		}
		last = y[5]
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
