package economy

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"gosplan/ledger"
)

func fill(s *ledger.Store, q float64) {
	var t ledger.Tally
	t.Make(s, q)
}

// Where one farm good is missing its lines stand and the others go on: never
// more than with all of it, never less than with the least of all inputs, and
// what is drawn is there and is worth what is worked up.
func TestLinesGoOnWithoutEachOther(t *testing.T) {
	const enough = 1.4
	rapid.Check(t, func(t *rapid.T) {
		e := &Enterprise{Good: Consumer}
		least, most, others := 6.0, 0.0, 6.0
		for g, need := range Needs[Consumer] {
			if need == 0 || Good(g) == Services {
				continue
			}
			e.Need[g] = need
			months := rapid.Float64Range(0, 5).Draw(t, Good(g).String())
			fill(&e.In[g], months*need)
			least = min(least, months)
			if Good(g) >= FirstBranch {
				others = min(others, months)
			} else {
				most = max(most, months)
			}
		}
		cover := e.Cover(enough)
		if cover < least-1e-9 || cover > max(least, min(most, others, enough))+1e-9 {
			t.Fatalf("inputs last %v months; the least of them %v, of farm goods %v at most, of others %v", cover, least, most, others)
		}
		used := cover * rapid.Float64Range(0, 1).Draw(t, "used")
		months := e.Draws(used)
		var worked float64
		for k, m := range months {
			worked += e.line(k) * m
			if held := e.In[k].Held() / e.Need[k]; m > held+1e-9 {
				t.Fatalf("%v months of %v drawn, %v are there", m, Good(k), held)
			}
		}
		if math.Abs(worked-used) > 1e-9 {
			t.Fatalf("%v months were worked up and %v drawn", used, worked)
		}
	})
	e := &Enterprise{Good: Machinery, Need: Needs[Machinery]}
	fill(&e.In[Fuel], 9*e.Need[Fuel])
	if e.Need[Services] = 0; e.Cover(enough) != 0 {
		t.Error("machines are made without materials")
	}
	e = &Enterprise{Good: Consumer, Need: Needs[Consumer]}
	e.Need[Services] = 0
	for g, need := range e.Need {
		if Good(g) != Grain {
			fill(&e.In[g], 5*need)
		}
	}
	if got, want := e.Cover(enough), e.line(1)*enough; math.Abs(got-want) > 1e-9 || want < 0.5 {
		t.Errorf("without grain inputs last %v months, want %v", got, want)
	}
}
