package measure

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gosplan/economy"
	"gosplan/series"
)

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		name                 string
		list                 []share
		gini, tenth, deciles float64
	}{
		{"all the same", []share{newShare(15, 3), newShare(35, 7)}, 0, 0.1, 1},
		{"one of ten has nearly all", []share{newShare(9, 9), newShare(91, 1)}, 0.81, 0.91, 1},
		{"1 and 3", []share{newShare(1, 1), newShare(3, 1)}, 0.25, 0.15, 3},
		{"1 to 10", []share{newShare(1, 1), newShare(2, 1), newShare(3, 1), newShare(4, 1), newShare(5, 1), newShare(6, 1), newShare(7, 1), newShare(8, 1), newShare(9, 1), newShare(10, 1)}, 0.3, 10.0 / 55, 9},
	} {
		gini, tenth, ok := spread(c.list)
		deciles := quantile(c.list, 0.9) / quantile(c.list, 0.1)
		if !ok || math.Abs(gini-c.gini) > 1e-12 || math.Abs(tenth-c.tenth) > 1e-12 || deciles != c.deciles {
			t.Errorf("%s: Gini %v, tenth %v, deciles %v, %v; want %v, %v, %v", c.name, gini, tenth, deciles, ok, c.gini, c.tenth, c.deciles)
		}
	}
	if _, _, ok := spread([]share{newShare(0, 3)}); ok {
		t.Error("nothing is shared out unequally")
	}
}

// The Gini coefficient is half the mean distance of two people over the mean,
// and neither money of another worth nor twice the people change it.
func TestGiniIsHalfTheMeanDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float32Range(0.1, 100), 2, 30).Draw(t, "values")
		slices.Sort(values)
		var list, twice []share
		var far, sum float64
		for _, v := range values {
			list, twice = append(list, newShare(v, 1)), append(twice, newShare(8*v, 2))
			sum += float64(v)
			for _, w := range values {
				far += math.Abs(float64(v) - float64(w))
			}
		}
		n := float64(len(values))
		want := far / (2 * n * sum)
		gini, _, _ := spread(list)
		again, _, _ := spread(twice)
		if math.Abs(gini-want) > 1e-9 || math.Abs(again-want) > 1e-9 {
			t.Errorf("Gini %v and %v, want %v", gini, again, want)
		}
	})
}

func TestProfitAndInvestment(t *testing.T) {
	for _, c := range []struct {
		name string
		put  func(i int) float64
		want float64 // NaN for none
	}{
		{"where profit is, is built", func(i int) float64 { return float64(i) }, 1},
		{"where it is not", func(i int) float64 { return 50 - float64(i) }, -1},
		{"everywhere alike", func(int) float64 { return 3 }, math.NaN()},
	} {
		s := &economy.State{}
		for i := range 20 {
			e := economy.Enterprise{Plants: 1, Gain: [3]float64{9, 9, float64(1+i) * 10}, Put: [2]float64{7, c.put(i) * 10}}
			e.Vintage[0].Cost = 10
			s.Enterprise = append(s.Enterprise, e)
		}
		s.Enterprise = append(s.Enterprise, economy.Enterprise{Put: [2]float64{0, 100}}) // new, without a year behind it
		r, ok := profitAndInvestment(s)
		if ok == math.IsNaN(c.want) || ok && math.Abs(r-c.want) > 1e-9 {
			t.Errorf("%s: %v, %v; want %v", c.name, r, ok, c.want)
		}
	}
}

func TestReturns(t *testing.T) {
	w, _ := country(12)
	for _, c := range []struct {
		name string
		gain [2]float64 // of two branches with ten points of plant each, in prices of a point
		want float64
	}{
		{"the same everywhere", [2]float64{1, 1}, 0},
		{"nothing and a fifth", [2]float64{0, 2}, 10},
		{"a loss and a gain", [2]float64{-1, 1}, 10},
	} {
		s := &economy.State{}
		for g := range s.Branch {
			s.Branch[g].Price = 3 * w.Physics.Plant.Yield
		}
		for i, gain := range c.gain {
			e := economy.Enterprise{Good: economy.FirstBranch + economy.Good(i), Plants: 1, Gain: [3]float64{50, 3 * gain, 70}}
			e.Vintage[0].Cost = 10
			s.Enterprise = append(s.Enterprise, e)
		}
		if sd, ok := returns(w, s); !ok || math.Abs(sd-c.want) > 1e-9 {
			t.Errorf("%s: %v, %v; want %v", c.name, sd, ok, c.want)
		}
	}
	if _, ok := returns(w, &economy.State{}); ok {
		t.Error("returns without plant")
	}
}

// Counting costs no memory from the second year on.
func TestInequalityAllocatesNothing(t *testing.T) {
	w, s := country(12)
	log := &series.Log{Rows: make([]series.Row, 0, 10_000)}
	c := &writer{w, s, log, 1, 4}
	c.inequality()
	if got := testing.AllocsPerRun(10, c.inequality); got > 3 {
		t.Errorf("%.0f allocations", got)
	}
}

// Shares of any number of blocks are those that one sort of all would give.
func TestRollIsSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		house := rapid.Custom(func(t *rapid.T) economy.House {
			return economy.House{Members: rapid.Uint8Range(0, 9).Draw(t, "members"), Income: float32(rapid.IntRange(0, 40).Draw(t, "income"))}
		})
		blocks := make([]economy.Block, rapid.IntRange(0, 9).Draw(t, "blocks"))
		var want []share
		for b := range blocks {
			blocks[b].House = rapid.SliceOfN(house, 0, 12).Draw(t, "houses")
			for _, h := range blocks[b].House {
				if h.Members > 0 {
					want = append(want, newShare(h.Income, h.Members))
				}
			}
		}
		slices.SortFunc(want, func(x, y share) int {
			return cmp.Or(cmp.Compare(x.each(), y.each()), cmp.Compare(x.people(), y.people()))
		})
		r := rolls.Get().(*roll)
		defer rolls.Put(r)
		for range 2 {
			if got := r.count(blocks, func(h *economy.House) float32 { return h.Income }); !slices.Equal(got, want) {
				t.Fatalf("%v, want %v", got, want)
			}
		}
	})
}

// A share loses nothing by being one number, and orders as the exact products
// of what some have and others are do.
func TestShareIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func() (float32, uint8) {
			return rapid.Float32Range(0, math.MaxFloat32).Draw(t, "has"), rapid.Uint8Range(1, math.MaxUint8).Draw(t, "people")
		}
		has, people := draw()
		other, others := draw()
		if rapid.Bool().Draw(t, "near") { // as near as two can be
			other = math.Nextafter32(float32(float64(has)/float64(people)*float64(others)), float32(rapid.IntRange(0, 1).Draw(t, "up"))*math.MaxFloat32)
		}
		x, y := newShare(has, people), newShare(other, others)
		if x.people() != float64(people) || x.each() != float64(has)/float64(people) {
			t.Fatalf("%v of %v each became %v of %v", people, has/float32(people), x.people(), x.each())
		}
		if math.IsInf(float64(other), 0) {
			return
		}
		want := cmp.Or(cmp.Compare(float64(has)*float64(others), float64(other)*float64(people)), cmp.Compare(people, others))
		if got := cmp.Compare(x, y); got != want {
			t.Errorf("%v of %d and %v of %d compare as %d, want %d", has, people, other, others, got, want)
		}
	})
}
