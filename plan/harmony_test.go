package plan

import (
	"context"
	"math"
	"strings"
	"testing"

	"gosplan/linalg"
	"gosplan/production"

	"pgregory.net/rapid"
)

func about(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*max(1, math.Abs(want))
}

// Cockshott's function at three points.
func TestHarmonyOfANeed(t *testing.T) {
	for _, c := range []struct{ target, net, want float64 }{
		{100, 50, -0.625}, {100, 90, -0.105}, {100, 100, 0}, {100, 110, 0.0953102}, {100, 0, -1.5},
	} {
		if got := harmonyOf(c.target, c.net); !about(got, c.want, 1e-6) {
			t.Errorf("H(%g, %g) = %v, want %v", c.target, c.net, got, c.want)
		}
		step := 1e-6 * c.target
		if got, want := slope(c.target, c.net), (harmonyOf(c.target, c.net+step)-harmonyOf(c.target, c.net-step))/(2*step); !about(got, want, 1e-4) {
			t.Errorf("slope at (%g, %g) = %v, want %v", c.target, c.net, got, want)
		}
	}
}

// consume turns the slope around.
func TestConsumptionAtAPrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := rapid.Float64Range(1e-3, 1e3).Draw(t, "target")
		net := target * rapid.Float64Range(0, 50).Draw(t, "net")
		if got := consume(target, slope(target, net)); !about(got/target, net/target, 1e-9) {
			t.Fatalf("%v, want %v", got, net)
		}
	})
}

// excavators is Kantorovich's example of three soils and three machines, with
// the targets of Cockshott's programme.
func excavators() *production.Table {
	t := &production.Table{N: 3, Factors: []string{"M1", "M2", "M3"}, Input: linalg.New(9, 3)}
	var out, use [][]float64
	for product, rates := range [][]float64{{105, 107, 64}, {56, 66, 38}, {56, 83, 53}} {
		for machine, rate := range rates {
			made, used := make([]float64, 3), make([]float64, 3)
			made[product], used[machine] = rate, 1
			out, use, t.Makes = append(out, made), append(use, used), append(t.Makes, int32(product))
		}
	}
	t.Output, t.Use = linalg.FromRows(out, 3), linalg.FromRows(use, 3)
	t.Periods = []production.Period{{Need: []float64{64, 64, 64}, Capacity: []float64{1, 1, 1}}}
	return t
}

// A hundred rounds from the programme's own beginning and with its targets for
// machines end where an independent transcription of its rules ends.
func TestCockshottsRoundsOnExcavators(t *testing.T) {
	w := unroll(excavators(), false)
	h := newHarmoniser(w)
	for k := range h.level {
		h.level[k] = firstIntensity
	}
	for f := range 3 {
		h.goal[w.factor(0, f)] = 0.05
	}
	h.rescale()
	for range 100 {
		h.equalise()
		h.reallocate()
		h.rescale()
	}
	want := []float64{0.325254, 0.200072, 0.181988, 0.398201, 0.411820, 0.369127, 0.230082, 0.368108, 0.398953}
	for k, x := range h.level {
		if !about(x, want[k], 2e-4) {
			t.Errorf("intensity %d is %v, want %v", k, x, want[k])
		}
	}
}

// The most harmony there can be is proved, and more than the rounds find.
func TestMostHarmony(t *testing.T) {
	for _, table := range []*production.Table{excavators(), workshop(1, 30, 1), workshop(2, 30, 3)} {
		best, err := harmony(context.Background(), table, Request{Task: Harmony})
		if err != nil {
			t.Fatal(err)
		}
		if best.Status != Proved || !about(best.Value, best.Bound, 1e-5) {
			t.Errorf("%s: %v of at most %v", best.Status, best.Value, best.Bound)
		}
		rounds, err := harmony(context.Background(), table, Request{Task: Harmony, Rounds: 100})
		if err != nil {
			t.Fatal(err)
		}
		if rounds.Status != Heuristic || len(rounds.Rounds) != 100 || rounds.Value > best.Bound+1e-6 || rounds.Bound < best.Value-1e-6 {
			t.Errorf("%s: %d rounds with harmony %v, the most being %v", rounds.Status, len(rounds.Rounds), rounds.Value, best.Value)
		}
		for period, level := range best.Level {
			k := newTally(table)
			k.count(table, level)
			for f, limit := range capacities(table)[period] {
				if k.busy[f] > limit*(1+1e-5) {
					t.Errorf("factor %d: %v used of %v", f, k.busy[f], limit)
				}
			}
		}
	}
}

// The proof stands the independent check, and a wrong one does not.
func TestHarmonyIsVerified(t *testing.T) {
	for name, table := range map[string]*production.Table{"excavators": excavators(), "one way": workshop(1, 30, 1), "three ways": workshop(2, 30, 3), "years": ploughs()} {
		p, err := harmony(context.Background(), table, Request{Task: Harmony})
		if err != nil {
			t.Fatal(err)
		}
		if report := Verify(table, p, 1e-5); !report.Passed {
			t.Errorf("%s: %s", name, report.Claims)
		}
		for what, spoil := range map[string]func(){
			"a bound below the optimum":  func() { p.Bound -= 0.01 },
			"more harmony than there is": func() { p.Value += 0.01; p.Bound += 0.01 },
			"a level too high":           func() { p.Level[0][0] *= 1.1 },
			"no rents":                   func() { p.Rent = nil },
		} {
			p, _ = harmony(context.Background(), table, Request{Task: Harmony})
			spoil()
			if Verify(table, p, 1e-5).Passed {
				t.Errorf("%s: %s passes", name, what)
			}
		}
	}
}

// One good made by one machine: the slope of H is the price, and the optimum
// is capacity.
func TestHarmonyOfOneMachine(t *testing.T) {
	for _, c := range []struct{ capacity, harmony, price float64 }{
		{50, -0.625, 0.015}, {100, 0, 0.01}, {110, 0.0953102, 1.0 / 110},
	} {
		table := &production.Table{N: 1, Makes: []int32{0}, Input: linalg.New(1, 1), Factors: []string{"machine"}, Use: linalg.FromRows([][]float64{{1}}, 1),
			Periods: []production.Period{{Need: []float64{100}, Capacity: []float64{c.capacity}}}}
		p, err := harmony(context.Background(), table, Request{Task: Harmony, Tolerance: 1e-9})
		if err != nil || p.Status != Proved || !about(p.Value, c.harmony, 1e-6) || !about(100*p.Price[0][0], 100*c.price, 1e-4) {
			t.Errorf("capacity %v: %+v, %v", c.capacity, p, err)
		}
	}
}

// ploughs is corn, which feeds and of which ploughs are made, for three years.
func ploughs() *production.Table {
	return &production.Table{N: 1, Makes: []int32{0}, Input: linalg.New(1, 1), Factors: []string{"ploughs"}, Use: linalg.FromRows([][]float64{{1}}, 1),
		Build: linalg.FromRows([][]float64{{0.2}}, 1), Gestation: []int{1}, Depreciation: []float64{0.1},
		Periods: []production.Period{{Need: []float64{90}, Capacity: []float64{100}}, {Need: []float64{120}, Capacity: []float64{0}}, {Need: []float64{150}, Capacity: []float64{0}}}}
}

// With more years to live for, part of the first harvest is built into ploughs.
func TestHarmonyInvests(t *testing.T) {
	p, err := harmony(context.Background(), ploughs(), Request{Task: Harmony})
	if err != nil {
		t.Fatal(err)
	}
	if p.Status != Proved || p.Begun[0][0] < 10 || p.Level[1][0] < 110 || p.Begun[2][0] > 1e-9 {
		t.Errorf("%s: begun %v, levels %v", p.Status, p.Begun, p.Level)
	}
}

// Twice the needs and twice the resources are the same harmony.
func TestHarmonyDoubles(t *testing.T) {
	one, two := workshop(3, 12, 2), workshop(3, 12, 2)
	for i := range two.Periods[0].Need {
		two.Periods[0].Need[i] *= 2
	}
	two.Periods[0].Capacity[0] *= 2
	for _, rounds := range []int{0, 50} {
		a, _ := harmony(context.Background(), one, Request{Rounds: rounds})
		b, _ := harmony(context.Background(), two, Request{Rounds: rounds})
		if !about(a.Value, b.Value, 1e-5) {
			t.Errorf("%d rounds: %v and %v", rounds, a.Value, b.Value)
		}
	}
}

func TestHarmonyRefuses(t *testing.T) {
	nothing := workshop(1, 5, 1)
	nothing.Periods[0].Need = nil
	if _, err := harmony(context.Background(), nothing, Request{}); err == nil {
		t.Error("accepted")
	}
}

// Capacity wanted at the end changes no harmony, and the plan says so.
func TestHarmonyLeavesOutCapacityWantedAtTheEnd(t *testing.T) {
	table, later := workshop(1, 5, 1), workshop(1, 5, 1)
	later.TerminalCap = []float64{1, 1}
	now, err := harmony(context.Background(), table, Request{Task: Harmony})
	then, err2 := harmony(context.Background(), later, Request{Task: Harmony})
	if err != nil || err2 != nil || now.Value != then.Value || !strings.Contains(then.Says, "not looked at") || !Verify(later, then, 0).Passed {
		t.Errorf("%v %v: %+v, %+v", err, err2, now, then)
	}
}
