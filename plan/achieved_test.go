package plan

import (
	"context"
	"math"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// corn and iron: corn takes half a unit of itself, iron a fifth of corn and
// three tenths of itself.
func cornTakenByIron() *production.Table {
	return &production.Table{N: 2, Makes: []int32{0, 1}, Input: linalg.FromRows([][]float64{{0.5, 0}, {0.2, 0.3}}, 2),
		Periods: []production.Period{{Need: []float64{10, 5}}}}
}

// The residual of k rounds is A^k of the first one, so it falls as the
// spectral radius to the power of k.
func TestRoundsOfBalancesConverge(t *testing.T) {
	for _, c := range []struct {
		name   string
		table  *production.Table
		radius float64
	}{
		{"triangular, radius on the diagonal", cornTakenByIron(), 0.5},
		{"a ring, radius the geometric mean", &production.Table{N: 2, Makes: []int32{0, 1}, Input: linalg.FromRows([][]float64{{0, 0.9}, {0.4, 0}}, 2),
			Periods: []production.Period{{Need: []float64{1, 1}}}}, 0.6},
	} {
		p, err := achieved(context.Background(), c.table, Request{Task: Achieved, Rounds: 40})
		if err != nil {
			t.Fatal(err)
		}
		got := math.Pow(p.Rounds[34].Imbalance/p.Rounds[14].Imbalance, 1.0/20)
		if !about(got, c.radius, 1e-3) {
			t.Errorf("%s: falls by %v a round, want %v", c.name, got, c.radius)
		}
	}
}

// After many rounds the plan is the Leontief inverse: nothing is short.
func TestManyRoundsBalance(t *testing.T) {
	p, err := achieved(context.Background(), cornTakenByIron(), Request{Rounds: 200})
	if err != nil {
		t.Fatal(err)
	}
	iron := 5 / 0.7
	if want := []float64{(10 + 0.2*iron) / 0.5, iron}; !about(p.Level[0][0], want[0], 1e-9) || !about(p.Level[0][1], want[1], 1e-9) {
		t.Errorf("%v, want %v", p.Level[0], want)
	}
	for _, short := range p.Short[0] {
		if short > 1e-9 {
			t.Errorf("short of %v", p.Short[0])
		}
	}
}

// Three rounds leave a gap that is reported, and what follows from last year.
func TestAchievedGoesOnFromLastYear(t *testing.T) {
	table := cornTakenByIron()
	table.Periods[0].Need = []float64{100, 5}
	first, err := achieved(context.Background(), table, Request{})
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Rounds) != achievedRounds+1 || first.Status != Heuristic {
		t.Fatalf("%s, %d rounds", first.Status, len(first.Rounds))
	}
	if first.Short[0][0] <= 0 {
		t.Errorf("three rounds from needs alone leave nothing short: %v", first.Short)
	}
	full, _ := achieved(context.Background(), table, Request{Rounds: 100})
	next, err := achieved(context.Background(), table, Request{From: full})
	if err != nil {
		t.Fatal(err)
	}
	if next.Rounds[0].Imbalance > 1e-9 {
		t.Errorf("a year that was in balance is not: %v", next.Rounds[0])
	}
	grown, _ := achieved(context.Background(), table, Request{From: full, Growth: 0.1})
	if grown.Rounds[0].Imbalance <= next.Rounds[0].Imbalance {
		t.Error("a percentage on top of balance leaves it in balance")
	}
}

// Of 100 wanted 80 can be mined: norms cut by 8 % close 8, and the last tier
// does without the other 12 of its 50.
func TestAchievedSparesPriority(t *testing.T) {
	table := &production.Table{N: 3, Makes: []int32{0, 1, 2}, Input: linalg.FromRows([][]float64{{0, 0, 0}, {0.5, 0, 0}, {0.5, 0, 0}}, 3),
		Factors: []string{"mines"}, Use: linalg.FromRows([][]float64{{1}, {0}, {0}}, 1),
		Periods: []production.Period{{Need: []float64{0, 100, 100}, Tier: []int8{1, 1, 2}, Capacity: []float64{80}}}}
	p, err := achieved(context.Background(), table, Request{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Level[0][0] > 80*(1+1e-12) {
		t.Errorf("%v mined of 80", p.Level[0][0])
	}
	if !about(p.Level[0][1], 100, 1e-9) || !about(p.Level[0][2], 76, 1e-9) {
		t.Errorf("first tier %v, last tier %v", p.Level[0][1], p.Level[0][2])
	}
}
