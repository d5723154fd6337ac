package behaviour

import (
	"math"
	"slices"
	"testing"

	"gosplan/decide"
	"gosplan/economy"
)

// Enterprises whose inputs do not come ask for fewer hands than those whose do: a
// target alone makes nothing.
func TestPostsWaitForInputs(t *testing.T) {
	w, s := country(2, 100_000)
	p := Default()
	wanted := func(met float64) (sum int64) {
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			e.Met, e.Target = met, 9*e.Capacity
			s.Branch[e.Good].Problem.Pay.Step = 0.3
		}
		Prepare(w, s, &p)
		for i := range s.Enterprise {
			sum += s.Enterprise[i].Wanted
		}
		return sum
	}
	starved, fed := wanted(0.3), wanted(1)
	if starved >= fed {
		t.Errorf("%d are wanted where a third of the inputs comes, %d where all do", starved, fed)
	}
}

// Where the real enterprises that one stands for have costs of their own, they
// do not all dismiss at one wage: hands wanted fall in more and smaller steps.
func TestUnlikeCostsLetHandsGoByDegrees(t *testing.T) {
	steps := func(spread float64) (falls int, most float64) {
		w, s := country(1, 10_000)
		problem := decide.Problem{
			Pay:     decide.Payoff{Sales: 2, Labour: 1.2, Stock: 0.02, Discount: 0.03},
			Expect:  decide.Expect{Release: [3]float64{1, 1, 1}, Hiring: 1, Demand: 1, DemandSD: 0.1},
			Physics: w.Work,
		}.Rounded()
		s.Branch[economy.Fuel].Problem = problem
		e := slices.IndexFunc(s.Enterprise, func(e economy.Enterprise) bool { return e.Good == economy.Fuel })
		p, unlike := Default(), fifths(spread)
		at := decide.State{Slack: 1, Stock: 1, Wip: 0.5}
		before := math.Inf(1)
		for k := range 60 {
			cost := 0.6 * math.Pow(4, float64(k)/59)
			s.Enterprise[e].Ref, s.Enterprise[e].Met = 1, 1
			n := hands(&s.Enterprise[e], Solved(w, s)[economy.Fuel], &problem, &p.Work, at, 1, cost, &unlike) / float64(s.Enterprise[e].Staff)
			if n < before-1e-9 && k > 0 {
				falls++
				most = max(most, before-n)
			}
			before = n
		}
		return falls, most
	}
	alike, cliff := steps(0)
	unlike, step := steps(0.25)
	if unlike <= alike || step >= cliff {
		t.Errorf("%d falls of at most %v where costs differ, %d of at most %v where they do not", unlike, step, alike, cliff)
	}
}

// The spread of costs is that of all real enterprises of a branch: what lies between the simulated
// ones is not in them again.
func TestCostsDifferAsMuchAsPublished(t *testing.T) {
	for _, between := range []float64{0, 0.1, 0.2, 0.5} {
		w, s := country(1, 100_000)
		usual := labourCosts(w, s)
		var could, sum, square float64
		sign := 1.0
		for i := range s.Enterprise {
			if e := &s.Enterprise[i]; e.Good == economy.Fuel {
				sign = -sign
				e.Staff, e.Wage, e.Capacity = 1_000_000, 100*math.Exp(sign*between), 1
			}
		}
		usual[economy.Fuel] = 1e8
		unlike := unlikeCosts(s, &usual, 0.25)
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			if e.Good != economy.Fuel {
				continue
			}
			for _, over := range unlike[economy.Fuel] {
				ln := math.Log(dear(e, usual[economy.Fuel]) * over)
				could++
				sum += ln
				square += ln * ln
			}
		}
		mean := sum / could
		if got, want := math.Sqrt(square/could-mean*mean), max(0.25, between); math.Abs(got-want) > 0.01 {
			t.Errorf("costs differ by %v where %v lies between enterprises, want %v", got, between, want)
		}
	}
}
