package replica

import (
	"errors"
	"math"
	"strings"
	"testing"

	"gosplan/draw"
)

// Money is only passed on, and everybody employed is on one list.
func TestSocialArchitectureKeepsItsMoneyAndItsWorkers(t *testing.T) {
	p := socialArchitecture().Parameters.(*SocialArchitecture)
	s := p.begin(draw.Deck{Seed: 4})
	for range 20 {
		for range p.Actors {
			s.pick()
		}
		money := s.market
		for i, w := range s.wealth {
			if w < 0 {
				t.Fatalf("actor %d has %v", i, w)
			}
			money += w
		}
		if math.Abs(money-p.Money) > 1e-6 {
			t.Fatalf("%v coins, want %v", money, p.Money)
		}
		listed := make([]int, p.Actors)
		for i, staff := range s.staff {
			for _, worker := range staff {
				listed[worker]++
				if s.employer[worker] != i || s.employer[i] >= 0 {
					t.Fatalf("%d is on the list of %d and works for %d", worker, i, s.employer[worker])
				}
			}
		}
		for i, n := range listed {
			if want := map[bool]int{true: 1}[s.employer[i] >= 0]; n != want {
				t.Fatalf("%d is on %d lists, want %d", i, n, want)
			}
		}
	}
}

// A market moves coins and goods and makes none.
func TestLawOfValueMarketConserves(t *testing.T) {
	p := lawOfValue().Parameters.(*LawOfValue)
	s, err := p.begin(draw.Deck{Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	sum := func(x []float64) (total float64) {
		for _, v := range x {
			total += v
		}
		return total
	}
	made, used := 0.0, 0.0
	for range 400 {
		want := sum(s.deficit)
		for j := range s.value {
			want += float64(p.Actors) / s.use[j]
		}
		for _, j := range s.trade {
			made += 1 / s.value[j]
		}
		s.step()
		used += want - sum(s.deficit)
		if got := sum(s.holding); math.Abs(got-(made-used)) > 1e-6 {
			t.Fatalf("step %d: %v goods there, %v made and not used", s.now, got, made-used)
		}
		if got := sum(s.money); math.Abs(got-p.Money*float64(p.Actors)) > 1e-6 {
			t.Fatalf("step %d: %v coins", s.now, got)
		}
	}
	share := 0.0
	for j := range s.value {
		share += s.value[j] / s.use[j]
	}
	if math.Abs(share-1) > 1e-9 || sum(s.units) == 0 {
		t.Errorf("making all that is used takes %v of a day; %v units were sold", share, sum(s.units))
	}
}

// planted is a model whose figures are those it is told, plus the seed in
// hundredths.
func planted(told Readings, list ...Figure) *Model {
	return &Model{Name: "planted", Lucky: true, Figures: figures(Computed, "told", list...), Run: func(deck draw.Deck, _ *Log) (Readings, error) {
		if deck.Seed == 13 {
			return nil, errors.New("bad luck")
		}
		out := Readings{}
		for _, f := range list {
			if value, ok := told[f.Name]; ok {
				out[f.Name] = value + float64(deck.Seed)/100
			}
		}
		return out, nil
	}}
}

func TestReplicateJudgesTheMean(t *testing.T) {
	near, far := between("near", "Near", "", 1.02, 1.02, 2), missed(below("far", "Far", "", 1), "it is planted")
	r, err := Replicate(t.Context(), planted(Readings{"near": 1, "far": 2}, near, far), 1, 3) // means 1.02 and 2.02
	if err != nil {
		t.Fatal(err)
	}
	if row := r.Rows[0]; !row.Inside || row.InsideSeeds != 1 || math.Abs(row.Mean-1.02) > 1e-12 || row.Least != 1.01 || row.Most != 1.03 {
		t.Errorf("near: %+v", row)
	}
	if says := r.Says(); !strings.HasPrefix(says, "1 of 2 figures are reproduced. Far is above") || !strings.HasSuffix(says, ": it is planted.") {
		t.Errorf("it says %q", says)
	}
	for _, c := range []struct {
		name, want string
		m          *Model
		first      uint64
		n          int
	}{
		{"a run fails", "planted: seed 13: bad luck", planted(Readings{"near": 1}, near), 12, 2},
		{"a figure is not measured", "planted: no reading of near", planted(nil, near), 1, 1},
		{"less than no seeds", "planted: -1 seeds: want at least one", planted(nil), 1, -1},
	} {
		if _, err := Replicate(t.Context(), c.m, c.first, c.n); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}
