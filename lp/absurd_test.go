package lp

import (
	"context"
	"fmt"
	"math"
	"testing"
)

// Numbers whose products overflow or vanish end every method with a status,
// and a point that is made of numbers.
func TestAbsurdNumbersEndWithAStatus(t *testing.T) {
	problems := map[string]*Problem{
		"a need that overflows":     positive([]float64{1e200, 1}, []float64{1e200}, []float64{1e-200, 1}),
		"a need beyond every reach": positive([]float64{1}, []float64{1e300}, []float64{1e-300}),
		"costs that overflow":       positive([]float64{1e308, 1e308}, []float64{1e10}, []float64{1, 1}),
		"two scales in one row":     positive([]float64{1, 1}, []float64{1, 1}, []float64{1e300, 1e-300}, []float64{1e-300, 1e300}),
	}
	for seed := range uint64(300) {
		r := luck(seed)
		p := randomProblem(r, 1+r.IntN(6), 1+r.IntN(8))
		for k := range p.A.Val {
			p.A.Val[k] *= math.Pow(10, float64(r.IntN(600)-300))
		}
		for j := range p.C {
			p.C[j] *= math.Pow(10, float64(r.IntN(600)-300))
		}
		problems[fmt.Sprint("seed ", seed)] = p
	}
	for name, p := range problems {
		for method, solve := range map[string]Solver{"simplex": Simplex, "interior": Interior, "halpern": Halpern} {
			s, err := solve(context.Background(), p, Options{Rounds: 300})
			if err != nil {
				t.Errorf("%s: %s: %v", name, method, err)
				continue
			}
			if s.Status == Optimal && !allFinite([]float64{s.Value}) {
				t.Errorf("%s: %s: optimal at %v", name, method, s.Value)
			}
			if !allFinite(s.X) || !allFinite(s.Y) || !allFinite(s.Ray) || s.Status == "" {
				t.Errorf("%s: %s: %q with %v, %v and %v", name, method, s.Status, s.X, s.Y, s.Ray)
			}
		}
	}
}

// What overflowed proves nothing.
func TestCheckRefusesOverflow(t *testing.T) {
	p := positive([]float64{1e200}, []float64{1}, []float64{1e-200})
	for name, s := range map[string]*Solution{
		"a value that overflows":        {Status: Optimal, X: []float64{1e200}, Y: []float64{0}},
		"a reduced cost that overflows": {Status: Optimal, X: []float64{0}, Y: []float64{math.Inf(1)}},
	} {
		if err := s.Check(p, 1e-6); err == nil {
			t.Errorf("%s: proved", name)
		}
	}
}
