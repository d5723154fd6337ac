package plan

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"gosplan/production"
)

// A situation is a table and a plan made by hand.
type situation struct {
	table *production.Table
	plan  *Plan
}

func situations() map[string]func() situation {
	return map[string]func() situation{
		"balances":  func() situation { return situation{cornAndIron(), balancesPlan()} },
		"technique": func() situation { return situation{withSickle(cornAndIron()), techniquePlan()} },
		"bundle":    func() situation { return situation{hours(withSickle(cornAndIron()), 28), bundlePlan()} },
		"goals":     func() situation { return situation{goalsTable(), goalsPlan()} },
		"years":     func() situation { return situation{feldman(), feldmanPlan()} },
		"stopped": func() situation {
			p := bundlePlan()
			p.Status, p.Scale, p.Value, p.Level = Stopped, 1, 1, [][]float64{{8, 4, 0}}
			return situation{hours(withSickle(cornAndIron()), 28), p}
		},
		"infeasible": func() situation {
			t := feldman()
			t.TerminalCap = []float64{0, 1000}
			p := &Plan{Request: Request{Task: Years}, Status: Infeasible,
				// all machines to the first department, then to the second: 5 → 15 → 45 and 20 → 50 → 140
				Price: [][]float64{{4, 0}, {2, 0}, {1, 0}}, Rent: [][]float64{{8, 0}, {4, 0}, {2, 0}},
				Keep: []float64{0, 0}, KeepRent: []float64{0, 1}}
			p.Price = [][]float64{{9, 0}, {3, 0}, {1, 0}}
			p.Rent = [][]float64{{18, 0}, {6, 0}, {2, 0}}
			return situation{t, p}
		},
		"unbounded": func() situation {
			return situation{withSickle(cornAndIron()), &Plan{Request: Request{Task: Bundle}, Status: Unbounded, Scale: 1, Level: [][]float64{{8, 4, 0}}}}
		},
		"heuristic": func() situation {
			return situation{cornAndIron(), &Plan{Request: Request{Task: Achieved}, Status: Heuristic, Scale: 1, Level: [][]float64{{7, 4}}}}
		},
	}
}

func TestVerifyPassesRightPlansOfEveryTask(t *testing.T) {
	for name, make := range situations() {
		t.Run(name, func(t *testing.T) {
			s := make()
			if r := Verify(s.table, s.plan, 1e-9); !r.Passed || r.Claims == "" || len(r.Checks) < 4 {
				t.Errorf("%q%s", r.Claims, failures(r))
			} else if _, err := json.Marshal(r); err != nil {
				t.Error(err)
			}
		})
	}
}

// Each wrong plan is caught, and by the check whose business it is.
func TestVerifyCatchesPlantedErrors(t *testing.T) {
	for _, c := range []struct {
		name, of string
		plant    func(*Plan)
		check    string // that catches it
		says     string // in its worst case
	}{
		{"too little is made", "balances", func(p *Plan) { p.Level[0][1] = 3.9 }, "balances", "iron in 1931: 0.1 ingots missing"},
		{"too much is made", "balances", func(p *Plan) { p.Level[0][1] = 4.1 }, "balances", "iron in 1931: 0.1 ingots too many"},
		{"a value is wrong", "balances", func(p *Plan) { p.Price[0][1] = 3.1 }, "values", "in 1931"},
		{"labour is added up wrongly", "balances", func(p *Plan) { p.Value = 13 }, "value", "it is 14, the plan says 13"},
		{"a level is no number", "technique", func(p *Plan) { p.Level[0][0] = math.NaN() }, "numbers", "level 1 of 1931"},
		{"a list is too short", "technique", func(p *Plan) { p.Level[0] = p.Level[0][:2] }, "shapes", "level of 1931 has 2 entries, want 3"},
		{"a period is missing", "years", func(p *Plan) { p.Price = p.Price[:2] }, "shapes", "price has 2 periods of 3"},
		{"a technique runs backwards", "technique", func(p *Plan) { p.Level[0][2] = -1 }, "sign of level", "corn by sickle in 1931: -1"},
		{"the needs are cut secretly", "technique", func(p *Plan) { p.Scale = 0.5 }, "scale", "0.5"},
		{"a dear technique is used", "technique", func(p *Plan) {
			p.Level[0] = []float64{6.4, 3.6, 1}
			p.Level[0] = []float64{8 - 1.6, 4 - 0.4, 1}
			p.Value = 14.5
		}, "slackness of techniques", "corn by sickle runs in 1931 at a loss"},
		{"prices are too high", "technique", func(p *Plan) { p.Price[0] = []float64{2.6, 3.4} }, "prices of techniques", "would earn"},
		{"there are no prices", "technique", func(p *Plan) { p.Price = nil }, "prices", "none"},
		{"a price is negative", "bundle", func(p *Plan) { p.Price[0][0] = -0.1 }, "sign of prices", "price of corn in 1931"},
		{"the scale is exaggerated", "bundle", func(p *Plan) { p.Scale, p.Value = 2.1, 2.1 }, "balances", "missing"},
		{"more labour is used than there is", "bundle", func(p *Plan) {
			p.Scale, p.Value, p.Level[0] = 2.1, 2.1, []float64{16.8, 8.4, 0}
		}, "capacities", "labour in 1931: 29.4 hours of 28 hours"},
		{"labour lies idle", "bundle", func(p *Plan) { p.Scale, p.Value, p.Level[0] = 1, 1, []float64{8, 4, 0} }, "gap", "may be better"},
		{"the bound is claimed lower than proved", "bundle", func(p *Plan) { p.Bound = 1.9 }, "bound", "they prove 2"},
		{"prices prove nothing", "bundle", func(p *Plan) { p.Price[0] = []float64{0, 0}; p.Rent[0][0] = 0 }, "prices of needs", "worth 0"},
		{"a shortfall beyond the need", "goals", func(p *Plan) { p.Short[0][1] = 2.5 }, "size of shortfalls", "iron in 1931"},
		{"a shortfall is hidden", "goals", func(p *Plan) { p.Short[0][1], p.Tiers[1], p.Value = 1, 0.5, 0.625 }, "balances", "missing"},
		{"a tier is added up wrongly", "goals", func(p *Plan) { p.Tiers[1] = 0.9 }, "tier 2: value", "it is 1"},
		{"iron goes before corn", "goals", func(p *Plan) {
			p.Level[0], p.Short[0] = []float64{4, 2, 0}, []float64{2, 1} // 2 sacks and 1 ingot
			p.Tiers, p.Value = []float64{0.5, 0.5}, 1
		}, "tier 1: gap", "may be better"},
		{"an earlier tier is worth less than the proof needs", "goals", func(p *Plan) { p.Proofs[1].Fixed[0] = 0 }, "tier 2: gap", ""},
		{"a tier has no proof", "goals", func(p *Plan) { p.Proofs = p.Proofs[:1] }, "tiers", "1 proofs for 2 tiers"},
		{"more is built than pays", "years", func(p *Plan) {
			p.Begun[0][0], p.Begun[0][1] = 9, 1
			p.Level[1][0], p.Begun[1][1], p.Level[2][1], p.Scale, p.Value = 28, 28, 49, 12.25, 12.25
			p.Level[0][1], p.Level[1][1] = 12.25, 12.25
		}, "slackness of building", "second department begun in 1929"},
		{"capacity is used before it is ready", "years", func(p *Plan) { p.Begun[1], p.Begun[2] = p.Begun[2], p.Begun[1] }, "capacities", "second department in 1931"},
		{"rents rise out of nothing", "years", func(p *Plan) { p.Rent[2][1] = 0.5 }, "prices of building", "second department begun in"},
		{"goods would gain by being kept", "years", func(p *Plan) { p.Price[1][1] = 0.3; p.Rent[1][1] = 0.3 }, "slackness of factors", "second department in 1930"},
		{"what cannot be had is called impossible", "infeasible", func(p *Plan) { p.KeepRent[1] = 0.1 }, "ray: demand", "more"},
		{"a ray that pays somebody", "infeasible", func(p *Plan) { p.Price[0][0] = 0 }, "ray: prices of building", "would be worth"},
		{"a ray that makes nothing", "unbounded", func(p *Plan) { p.Scale = 0 }, "ray: gain", "none"},
		{"a ray that eats corn it does not make", "unbounded", func(p *Plan) { p.Level[0][0] = 1 }, "balances", "corn in 1931"},
		{"a stopped plan boasts", "stopped", func(p *Plan) { p.Bound = 1.5 }, "bound", "they prove 2"},
		{"a stopped plan cannot be carried out", "stopped", func(p *Plan) { p.Level[0][0] = 7 }, "balances", "corn in 1931"},
		{"a procedure claims an optimum", "heuristic", func(p *Plan) { p.Status = Proved; p.Level[0][0] = 8 }, "status", "proved"},
		{"a status that is none", "heuristic", func(p *Plan) { p.Status = "splendid" }, "status", "splendid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := situations()[c.of]()
			c.plant(s.plan)
			r := Verify(s.table, s.plan, 1e-9)
			if r.Passed {
				t.Fatalf("it passed: %s", r.Claims)
			}
			for _, check := range r.Checks {
				if !check.Passed && check.Name == c.check && strings.Contains(check.Worst, c.says) {
					return
				}
			}
			t.Errorf("%q did not catch it with %q; these did:%s", c.check, c.says, failures(r))
		})
	}
}

// What is scarce at the end is tested too.
func TestVerifyKnowsWhatMustBeLeft(t *testing.T) {
	tab := feldman()
	tab.Perish = nil
	tab.Terminal, tab.TerminalCap = []float64{0, 5}, []float64{0, 30}
	r := Verify(tab, feldmanPlan(), 1e-9)
	want := map[string]string{"terminal stocks": "consumer goods: 0 pieces of 5 pieces", "terminal capacities": ""}
	tab.TerminalCap[1] = 60
	r2 := Verify(tab, feldmanPlan(), 1e-9)
	want2 := "second department: 50 of 60"
	for _, c := range r.Checks {
		if says, asked := want[c.Name]; asked && c.Worst != says {
			t.Errorf("%s: %q, want %q", c.Name, c.Worst, says)
		}
	}
	for _, c := range r2.Checks {
		if c.Name == "terminal capacities" && (c.Passed || c.Worst != want2) {
			t.Errorf("%s: %q, want %q", c.Name, c.Worst, want2)
		}
	}
}

// A stopped plan is a plan and a distance, no more; a procedure's is neither.
func TestVerifyClaimsNoMoreThanIsProved(t *testing.T) {
	for name, want := range map[string]string{
		"stopped":    "A plan, within 0.5 of the best.",
		"heuristic":  "A procedure's result; no optimum is claimed.",
		"bundle":     "A plan, and none meets the needs more times over.",
		"infeasible": "No plan can do what is asked.",
	} {
		s := situations()[name]()
		if r := Verify(s.table, s.plan, 1e-9); r.Claims != want {
			t.Errorf("%s: %q, want %q", name, r.Claims, want)
		}
	}
}
