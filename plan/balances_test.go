package plan

import (
	"math"
	"strings"
	"testing"
)

// twoWays is corn that can be made by hand or, with less labour and some iron,
// by machine; iron takes corn.
func twoWays() []recipe {
	return []recipe{
		{0, []float64{0.2, 0}, []float64{4}},
		{0, []float64{0.1, 0.1}, []float64{1}},
		{1, []float64{0.5, 0}, []float64{2}},
	}
}

func TestBalancesTakeOneTechniqueAProduct(t *testing.T) {
	for _, c := range []struct {
		name string
		ran  []float64
		want []float64 // levels
		says string
	}{
		{"the first of the table", nil, []float64{12.5, 0, 0}, "the first of several techniques makes product 1"},
		{"the one that ran most", []float64{1, 5, 1}, []float64{0, 10 / 0.85, 1 / 0.85}, "the one that ran most makes product 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := kitchen(t, twoWays(), []float64{10, 0}, nil)
			table.Ran = c.ran
			p := made(t, table, Request{Task: Balances})
			if p.Status != Proved || !strings.Contains(p.Says, c.says) || strings.Contains(p.Says, "less") || !math.IsNaN(p.Gap()) {
				t.Fatalf("%s: %s, gap %v", p.Status, p.Says, p.Gap())
			}
			for way, want := range c.want {
				if !nearly(p.Level[0][way], want, 1e-7) {
					t.Errorf("levels %v, want %v", p.Level[0], c.want)
				}
			}
			if r := Verify(table, p, 0); !r.Passed {
				t.Error(r.Claims)
			}
		})
	}
}

// A choice of techniques that cannot do it does not prove that none can.
func TestBalancesWithAChoiceProveNothingOfOthers(t *testing.T) {
	table := kitchen(t, twoWays(), []float64{10, 0}, []float64{30})
	p := made(t, table, Request{Task: Balances})
	if p.Status != Stopped || !strings.Contains(p.Says, "technique can take others") || !nearly(p.Level[0][0], 12.5, 1e-7) {
		t.Errorf("%s: %s %v", p.Status, p.Says, p.Level)
	}
	if q := made(t, table, Request{Task: Technique}); q.Status != Proved {
		t.Errorf("%s: %s", q.Status, q.Says)
	}
	loop := twoWays()
	loop[0].input[0] = 1.2
	if _, err := Make(t.Context(), kitchen(t, loop, []float64{10, 0}, nil), Request{Task: Balances}); err == nil || !strings.Contains(err.Error(), "ask for technique") {
		t.Errorf("a first technique that eats more than it makes: %v", err)
	}
}

// Several periods are one programme: what keeps is made ahead.
func TestBundleOverSeveralPeriods(t *testing.T) {
	table := granary(t, 2, 0)
	table.Periods[0].Capacity, table.Depreciation = []float64{30}, []float64{0.5}
	for _, c := range []struct {
		perish, want float64
	}{
		{0, 1.125}, // 45 hours make 22.5 net for 20
		{1, 0.75},  // 15 hours of the second period make 7.5 for 10
		{0.5, 1},   // the first makes 15 net: 10, and 5 of which half is left for the 2.5 that the second lacks
	} {
		table.Perish = []float64{c.perish}
		p := made(t, table, Request{Task: Bundle})
		if r := Verify(table, p, 0); p.Status != Proved || !nearly(p.Scale, c.want, 1e-6) || !r.Passed {
			t.Errorf("perishing %v: %s: %s %s", c.perish, p.Status, p.Says, r.Claims)
		}
	}
}
