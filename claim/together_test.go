package claim

import (
	"fmt"
	"math"
	"testing"

	"gosplan"
)

// A weight that decides an outcome is found among many that do not, and these
// are hardly ever told; every run keeps the weights in their ranges.
func TestTogetherFindsWhatMatters(t *testing.T) {
	s := chosen()
	design := Together{Runs: 200}
	for k := range 40 {
		design.Weights = append(design.Weights, gosplan.Parameter{Path: fmt.Sprint("Politics.W", k), Value: 1, Low: 0.8, High: 5})
	}
	scenarios, seed := design.Scenarios(s)
	if len(scenarios) != design.Runs || len(s.Set) != 0 {
		t.Fatalf("%d scenarios; the one they come from sets %v", len(scenarios), s.Set)
	}
	of := map[string][]*Figures{}
	for run := range design.Runs {
		name := design.name(run)
		if seed[name] != run+1 {
			t.Fatalf("run %d has seed %d", run, seed[name])
		}
		for path, v := range scenarios[name].Set {
			if v != 0.8 && v != 2.0 {
				t.Fatalf("%s is %v", path, v)
			}
		}
		// the seventh weight brings markets, but for one seed of ten
		came := map[int]int{1925: 2}
		if design.doubled(7, run) != (run%10 == 0) {
			came[1925] = 1
		}
		of[name] = []*Figures{lived(came, nil)}
	}
	sways, n := design.Sways(s, of)
	if n != design.Runs || sways[0].Path != "Politics.W7" || sways[0].Effects[0].By < 0.7 {
		t.Errorf("of %d runs the first to be told is %+v", n, sways[0])
	}
	var others int
	for _, x := range sways[1:] {
		for _, e := range x.Effects {
			if e.Clear() {
				others++
			}
		}
	}
	if others > 2 {
		t.Errorf("%d effects are told of weights that have none", others)
	}
}

func TestBetween(t *testing.T) {
	e := between([]float64{0, 0, 1, 1}, []float64{1, 1, 1, 1})
	if math.Abs(e.By-0.5) > 1e-12 || math.Abs(e.Error-math.Sqrt(1.0/12)) > 1e-12 {
		t.Errorf("%+v", e)
	}
	if e := between([]float64{1}, []float64{0, 1}); e != (Effect{}) || e.Clear() {
		t.Errorf("one run on a side: %+v", e)
	}
}
