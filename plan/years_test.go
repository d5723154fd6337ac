package plan

import (
	"context"
	"fmt"
	"testing"
)

// failures lists the checks of a report that failed.
func failures(r Report) string {
	out := ""
	for _, c := range r.Checks {
		if !c.Passed {
			out += fmt.Sprintf("\n\t%s: %s; worst: %s (%.3g > %.3g)", c.Name, c.Tested, c.Worst, c.Violation, c.Tolerance)
		}
	}
	return out
}

func TestYearsAreProved(t *testing.T) {
	for seed := range uint64(6) {
		tab := economy(seed, size{products: 30, inputs: 6, techniques: 3, factors: 5, periods: 4})
		p, err := years(context.Background(), tab, Request{Task: Years})
		if err != nil {
			t.Fatal(err)
		}
		if p.Status != Proved {
			t.Errorf("seed %d: %s: %s", seed, p.Status, p.Says)
		}
		if r := Verify(tab, p, 0); !r.Passed {
			t.Errorf("seed %d: %s %s%s", seed, p.Status, r.Claims, failures(r))
		}
	}
}

func TestGoalsAreProved(t *testing.T) {
	for seed := range uint64(6) {
		tab := economy(seed, size{products: 30, inputs: 6, techniques: 3, factors: 5, periods: 3})
		for period := range tab.Periods {
			p := &tab.Periods[period]
			p.Tier = make([]int8, tab.N)
			for i := range p.Tier {
				p.Tier[i] = int8(1 + i%3)
				p.Need[i] *= 1.8
			}
		}
		p, err := goals(context.Background(), tab, Request{Task: Goals})
		if err != nil {
			t.Fatal(err)
		}
		if p.Status != Proved {
			t.Errorf("seed %d: %s: %s", seed, p.Status, p.Says)
		}
		if r := Verify(tab, p, 0); !r.Passed {
			t.Errorf("seed %d: %s %s%s", seed, p.Status, r.Claims, failures(r))
		}
	}
}
