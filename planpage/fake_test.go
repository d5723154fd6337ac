package planpage

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
)

// district is a small economy of ten products over some years, with two ways
// of making steel, and a plan of it whose numbers fit together: needs are
// what the levels leave over, but for flour in the second year.
func district(years int) Input {
	names := []string{"coal", "ore", "steel", "machines", "grain", "flour", "bread", "cloth", "bricks", "electric power"}
	n := len(names)
	inputs := make([][]float64, n+1)
	for i := range inputs {
		inputs[i] = make([]float64, n)
	}
	for _, e := range []struct {
		to, of int
		amount float64
	}{{0, 9, .05}, {0, 2, .01}, {1, 0, .02}, {1, 9, .1}, {2, 0, .8}, {2, 1, 1.6}, {2, 9, .3}, {3, 2, .5}, {3, 9, .2}, {3, 3, .05}, {4, 3, .02}, {4, 9, .01},
		{5, 4, 1.3}, {5, 9, .05}, {6, 5, .7}, {6, 0, .1}, {7, 4, .1}, {7, 9, .2}, {8, 0, .3}, {8, 9, .05}, {9, 0, .5}, {10, 0, .6}, {10, 1, 1.5}, {10, 9, .9}} {
		inputs[e.to][e.of] = e.amount
	}
	use := [][]float64{{2, 0}, {3, 0}, {5, 1}, {8, 0}, {4, 0}, {1, 0}, {1.5, 0}, {3, 0}, {1, 0}, {.4, 0}, {3, 1.5}}
	t := &production.Table{
		Title: "A district", Source: "made up for a test", N: n, Products: names,
		Units:      []string{"kt", "kt", "kt", "pieces", "kt", "kt", "kt", "km", "thousand", "GWh"},
		Techniques: append(append([]string{}, names...), "steel.electric"), Makes: []int32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2},
		Input: linalg.FromRows(inputs, n), Factors: []string{"labour", "blast furnaces"}, FactorUnits: []string{"thousand days", "furnaces"}, Use: linalg.FromRows(use, 2),
		Build: linalg.FromRows([][]float64{make([]float64, n), {0, 0, .4, .2, 0, 0, 0, 0, 3, 0}}, n), Gestation: []int{0, 1}, Depreciation: []float64{0, .05},
	}
	p := &plan.Plan{Request: plan.Request{Task: plan.Years}, Status: plan.Proved, Says: "1.12 times the needs of all years can be met.", Scale: 1.12,
		Value: 1.12, Bound: 1.1200004, Took: 1234 * time.Millisecond}
	for year := range years {
		grow := 1 + .1*float64(year)
		levels := []float64{420, 260, 160, 70, 260, 160, 140, 90, 60, 300, 0}
		for i := range levels {
			levels[i] *= grow
		}
		need, short := make([]float64, n), make([]float64, n)
		begun := []float64{0, 4 * grow}
		for i := range need {
			left := levels[i]
			for way, runs := range levels {
				left -= inputs[way][i] * runs
			}
			if i == 2 || i == 3 || i == 8 {
				left -= begun[1] * []float64{2: .4, 3: .2, 8: 3}[i]
			}
			need[i] = math.Max(0, left) / p.Scale
		}
		if year == 1 {
			need[6] *= 1.25
			short[6] = need[6] * p.Scale * .2
		}
		t.Periods = append(t.Periods, production.Period{Name: fmt.Sprint(1931 + year), Need: need, Capacity: []float64{3600 * grow, 200}})
		p.Level, p.Short, p.Begun = append(p.Level, levels), append(p.Short, short), append(p.Begun, begun)
		p.Price = append(p.Price, []float64{.0003, .0004, .0016, .002, .0005, .0009, .0011, .0006, .0002, .0002})
		p.Rent = append(p.Rent, []float64{.0002 / grow, .0006 * grow})
	}
	if years == 1 {
		p.Request.Task, p.Short, p.Begun = plan.Bundle, nil, nil
	}
	return Input{Table: t, Plan: p, Version: "test", Command: "gosplan plan district.csv --task years",
		Checks: []Check{{Name: "needs are met", Says: "steel in 1932", Size: 3e-9, Limit: 1e-6, Passed: true}, {Name: "prices cover costs", Says: "bricks", Size: 1e-8, Limit: 1e-6, Passed: true}},
		Files:  []string{"products.csv", "plan.json"}}
}

// full is a page with everything on it.
func full() Input {
	in := district(5)
	in.Findings = production.Findings{
		{Severity: production.Fault, Kind: "loop consumes more than it makes", What: "coal ← power: a unit takes 1.2 of itself", Where: "row 12", Mend: "look at the units", Count: 1},
		{Severity: production.Warning, Kind: "tiny negative input", What: "-0.0003 a unit", Where: "technique cloth, input grain", Mend: "clip it to zero", Repair: "clip-negatives", Count: 7},
		{Severity: production.Note, Kind: "spectral radius", What: "the spectral radius of the inputs is 0.42", Count: 1}}
	in.Repairs = []production.Repaired{{Name: "clip-negatives", What: "set 7 tiny negative inputs to zero", Count: 7}, {Name: "drop-empty", What: "refused: drops sectors", Refused: true}}
	in.Changes = []string{"labour -5% in 1933"}
	in.Remedies = &plan.Diagnosis{Says: "Bread short by 38.5 kt in 1932. Something else.",
		Remedies: []plan.Remedy{{Kind: plan.AddRoom, Share: .07, Says: "add 240 thousand days of labour in 1932 (7 % more)"}}}
	before := district(5)
	before.Plan.Value, before.Plan.Bound = 1.2, 1.2
	before.Plan.Rent[0][0] = .0001
	before.Plan.Level[2][3] *= .9
	in.Comparison = plan.Compare(plan.Side{Table: before.Table, Plan: before.Plan}, plan.Side{Table: in.Table, Plan: in.Plan}, 30)
	for k := range 14 {
		in.Plan.Rounds = append(in.Plan.Rounds, plan.Round{Imbalance: .4 * math.Pow(.7, float64(k)), Mean: .1 * math.Pow(.6, float64(k))})
	}
	return in
}

func render(t *testing.T, in Input) string {
	t.Helper()
	var out strings.Builder
	if err := Write(&out, in); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
