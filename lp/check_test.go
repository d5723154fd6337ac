package lp

import (
	"context"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gosplan/linalg"
)

var inf = math.Inf(1)

// positive is a problem with x ≥ 0 and rows A·x ≥ b.
func positive(c []float64, b []float64, rows ...[]float64) *Problem {
	p := &Problem{C: c, A: linalg.FromRows(rows, len(rows[0])), RowLo: b}
	for range rows {
		p.RowHi = append(p.RowHi, inf)
	}
	for range c {
		p.Lo, p.Hi = append(p.Lo, 0), append(p.Hi, inf)
	}
	return p
}

func TestCheck(t *testing.T) {
	// A day's work nets half a measure of corn; ten are wanted.
	corn := positive([]float64{1}, []float64{10}, []float64{0.5})
	// Corn eats more corn than it yields: no plan can net any.
	famine := positive([]float64{1}, []float64{10}, []float64{-0.1})
	// Corn can also be unmade, at a cost.
	unmade := positive([]float64{1, 1}, []float64{10}, []float64{0.5, -0.5})
	// Corn pays for being made.
	plenty := positive([]float64{-1}, []float64{10}, []float64{0.5})
	// At most 12 measures can be stored.
	store := positive([]float64{-1}, []float64{10}, []float64{0.5})
	store.RowHi[0] = 12

	for _, c := range []struct {
		name string
		p    *Problem
		s    Solution
		says string // empty: proved
	}{
		{"the optimum", corn, Solution{Status: Optimal, X: []float64{20}, Y: []float64{2}}, ""},
		{"half a measure short", corn, Solution{Status: Optimal, X: []float64{19}, Y: []float64{1.9}}, "row 1 is 9.5, 0.5 outside"},
		{"wasteful", corn, Solution{Status: Optimal, X: []float64{30}, Y: []float64{2}}, "row 1, with dual 2, is 5 from its bound"},
		{"prices too high", corn, Solution{Status: Optimal, X: []float64{20}, Y: []float64{3}}, "column 1: reduced cost -0.5"},
		{"prices too low", corn, Solution{Status: Optimal, X: []float64{20}, Y: []float64{1}}, "column 1, with dual 0.5, is 20 from its bound"},
		{"a negative price", corn, Solution{Status: Optimal, X: []float64{20}, Y: []float64{-2}}, "row 1: dual -2 leans on a bound that is not there"},
		{"no number", corn, Solution{Status: Optimal, X: []float64{math.NaN()}, Y: []float64{2}}, "column 1 is NaN"},
		{"unmaking run backwards", unmade, Solution{Status: Optimal, X: []float64{0, -20}, Y: []float64{-2}}, "column 2 is -20"},
		{"too few values", unmade, Solution{Status: Optimal, X: []float64{20}, Y: []float64{2}}, "1 values for 2 columns"},
		{"famine proved", famine, Solution{Status: Infeasible, Y: []float64{1}}, ""},
		{"false alarm", corn, Solution{Status: Infeasible, Y: []float64{1}}, "column 1 could yield"},
		{"a ray that demands nothing", famine, Solution{Status: Infeasible, Y: []float64{0}}, "demand 0 more"},
		{"plenty proved", plenty, Solution{Status: Unbounded, X: []float64{20}, Ray: []float64{1}}, ""},
		{"plenty without a plan", plenty, Solution{Status: Unbounded, X: []float64{2}, Ray: []float64{1}}, "row 1 is 1"},
		{"false plenty", store, Solution{Status: Unbounded, X: []float64{20}, Ray: []float64{1}}, "leaves the bounds of row 1"},
		{"a ray that costs", corn, Solution{Status: Unbounded, X: []float64{20}, Ray: []float64{1}}, "lowers the cost by -1"},
		{"the upper bound", store, Solution{Status: Optimal, X: []float64{24}, Y: []float64{-2}}, ""},
		{"no status", corn, Solution{Status: "lost"}, "no status"},
		{"stopped claims nothing", corn, Solution{Status: Stopped}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.s.Check(c.p, 1e-9)
			switch {
			case c.says == "" && err != nil:
				t.Error(err)
			case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
				t.Errorf("%v, want %q", err, c.says)
			}
		})
	}
}

// Whatever is wrong with a right answer by a thousandth is caught.
func TestCheckRefusesWhatIsPerturbed(t *testing.T) {
	refused := 0
	for seed := range uint64(60) {
		r := luck(seed)
		p := randomProblem(r, 3+r.IntN(10), 3+r.IntN(10))
		s, err := Simplex(context.Background(), p, Options{})
		if err != nil || s.Status != Optimal {
			continue
		}
		for j := range s.X {
			if math.Abs(p.C[j]) < 1 {
				continue
			}
			worse := *s
			worse.X = slices.Clone(s.X)
			worse.X[j] += 1e-3 * max(1, math.Abs(s.X[j])) * float64(1-2*r.IntN(2))
			if value := p.C[j] * (worse.X[j] - s.X[j]); math.Abs(value) < 1e-6*max(1, math.Abs(s.Value)) {
				continue
			}
			if worse.Check(p, 1e-7) == nil {
				t.Errorf("seed %d: column %d moved from %v to %v, and nobody saw", seed, j+1, s.X[j], worse.X[j])
			}
			refused++
		}
		for i := range s.Y {
			if s.Y[i] == 0 {
				continue
			}
			worse := *s
			worse.Y = slices.Clone(s.Y)
			worse.Y[i] = -s.Y[i]
			if p.RowLo[i] != p.RowHi[i] && worse.Check(p, 1e-7) == nil {
				t.Errorf("seed %d: dual %d turned round, and nobody saw", seed, i+1)
			}
			refused++
		}
	}
	if refused < 100 {
		t.Errorf("%d perturbations only", refused)
	}
}

// A solver that is stopped says so, and gives what it has.
func TestStoppedSolversSaySo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := cockshott()
	for name, solve := range map[string]Solver{"simplex": Simplex, "interior": Interior, "halpern": Halpern, "any": Solve} {
		s, err := solve(ctx, p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s.Status != Stopped || len(s.X) != p.A.Cols || len(s.Y) != p.A.Rows {
			t.Errorf("%s: %s with %d values and %d duals", name, s.Status, len(s.X), len(s.Y))
		}
	}
}

// The number of cores does not show, and progress is told.
func TestSameBitsOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	r := luck(5)
	p := randomProblem(r, 150, 400)
	for name, solve := range map[string]Solver{"interior": Interior, "halpern": Halpern} {
		var one *Solution
		for _, cores := range []int{1, 2, 7} {
			runtime.GOMAXPROCS(cores)
			told := 0
			s, err := solve(context.Background(), p, Options{Rounds: 300, Progress: func(Progress) { told++ }})
			if err != nil {
				t.Fatal(err)
			}
			if one == nil {
				one = s
			}
			if !slices.Equal(s.X, one.X) || !slices.Equal(s.Y, one.Y) || s.Rounds != one.Rounds {
				t.Errorf("%s: %d cores gave other bits than one", name, cores)
			}
			if told == 0 {
				t.Errorf("%s: no progress was told", name)
			}
		}
	}
}

func TestValidateNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		name, says string
		spoil      func(*Problem)
	}{
		{"no matrix", "no matrix", func(p *Problem) { p.A = nil }},
		{"too few costs", "0 costs, want 1", func(p *Problem) { p.C = nil }},
		{"a cost that is no number", "column 1: cost NaN", func(p *Problem) { p.C[0] = math.NaN() }},
		{"a lower bound without end", "column 1: bounds +Inf", func(p *Problem) { p.Lo[0] = inf }},
		{"a row bound that is no number", "row 1: bounds NaN", func(p *Problem) { p.RowLo[0] = math.NaN() }},
		{"an infinite coefficient", "row 1, column 1: coefficient +Inf", func(p *Problem) { p.A.Val[0] = inf }},
		{"too many blocks", "2 row blocks", func(p *Problem) { p.Block = []int32{0, 0} }},
		{"an empty list of blocks", "0 row blocks, want 1", func(p *Problem) { p.Block = []int32{} }},
		{"an empty list of row names", "0 row names, want 1", func(p *Problem) { p.Rows = []string{} }},
		{"an empty list of column names", "0 column names, want 1", func(p *Problem) { p.Columns = []string{} }},
		{"a block before the first", "row 1: block -1", func(p *Problem) { p.Block = []int32{-1} }},
	} {
		p := positive([]float64{1}, []float64{10}, []float64{0.5})
		c.spoil(p)
		for name, solve := range map[string]Solver{"simplex": Simplex, "interior": Interior, "halpern": Halpern, "any": Solve} {
			if _, err := solve(context.Background(), p, Options{}); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s, %s: %v, want %q", c.name, name, err, c.says)
			}
		}
	}
}

// A problem without rows is one: every column goes to its cheapest bound.
func TestProblemsWithoutRows(t *testing.T) {
	p := &Problem{C: []float64{1, -1}, A: linalg.New(0, 2), Lo: []float64{-3, 0}, Hi: []float64{5, 7}, Rows: []string{}, Block: []int32{}}
	for name, solve := range map[string]Solver{"simplex": Simplex, "interior": Interior, "halpern": Halpern, "any": Solve} {
		s, err := solve(context.Background(), p, Options{})
		if err != nil || s.Status != Optimal || math.Abs(s.Value+10) > 1e-6 {
			t.Errorf("%s: %+v, %v; want -10", name, s, err)
		}
	}
}
