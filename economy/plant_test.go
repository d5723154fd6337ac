package economy

import (
	"math"
	"testing"
)

// plantOf adds up places, cost and yearly output of an enterprise's plant.
func plantOf(e *Enterprise) (places, cost, output float64) {
	for v := range e.Plants {
		p := &e.Vintage[v]
		places += p.Places
		cost += p.Cost
		output += p.Places * p.Yield
	}
	return places, cost, output
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(a)+math.Abs(b)) }

// equipped is an enterprise with n unlike vintages.
func equipped(g Good, n int) *Enterprise {
	e := &Enterprise{Good: g}
	for v := range n {
		x := float64(v + 1)
		e.Install(Vintage{Places: 0.01 * x, Yield: 2 + 0.1*x, Cost: 0.2 * x, Built: int32(12 * v)})
	}
	return e
}

// Installing adds what is installed and loses nothing, also when the oldest
// have to be merged.
func TestInstallKeepsAll(t *testing.T) {
	e := &Enterprise{}
	var places, cost, output float64
	for v := range 3 * Vintages {
		x := float64(v%7 + 1)
		add := Vintage{Places: 0.01 * x, Yield: 1 + x, Cost: 0.3 * x, Built: int32(v)}
		e.Install(add)
		add.Now = add.Yield // new plant has not worn
		places += add.Places
		cost += add.Cost
		output += add.Places * add.Yield
		p, c, o := plantOf(e)
		if !near(p, places) || !near(c, cost) || !near(o, output) {
			t.Fatalf("after %d: places %v of %v, cost %v of %v, output %v of %v", v+1, p, places, c, cost, o, output)
		}
		if int(e.Plants) != min(v+1, Vintages) || e.Vintage[e.Plants-1] != add {
			t.Fatalf("after %d: %d vintages, the newest %v", v+1, e.Plants, e.Vintage[e.Plants-1])
		}
		for k := 1; k < int(e.Plants); k++ {
			if e.Vintage[k].Built < e.Vintage[k-1].Built {
				t.Fatalf("after %d: vintages are not in order of age", v+1)
			}
		}
	}
}

// The oldest plant comes first, whatever an enterprise has met: who scraps, who
// mans and who merges goes by the order. What is older has no better technique
// at the start.
func TestPlantIsInOrderOfDate(t *testing.T) {
	began := func() *Enterprise {
		_, s := country(7, 1_000_000)
		return &s.Enterprise[0]
	}
	old := Vintage{Places: 0.01, Yield: 1, Cost: 0.1, Built: -1000}
	for _, c := range []struct {
		name string
		make func() *Enterprise
	}{
		{"at the start", began},
		{"new plant after it", func() *Enterprise {
			e := began()
			e.Install(Vintage{Places: 0.01, Yield: 3, Cost: 0.1, Built: 7})
			return e
		}},
		{"old plant into it", func() *Enterprise {
			e := began()
			e.Install(Vintage{Places: 0.01, Yield: 2, Cost: 0.1, Built: -100})
			return e
		}},
		{"the oldest plant of all", func() *Enterprise { e := equipped(Fuel, 5); e.Install(old); return e }},
		{"the oldest where there is no room", func() *Enterprise { e := equipped(Fuel, Vintages); e.Install(old); return e }},
		{"the first", func() *Enterprise { e := &Enterprise{}; e.Install(old); return e }},
		{"plant of another branch", func() *Enterprise { e := equipped(Arms, 12); equipped(Machinery, 6).HandOver(e, 0.3); return e }},
		{"plant of another branch where there is no room", func() *Enterprise {
			e := equipped(Arms, Vintages)
			equipped(Machinery, 6).HandOver(e, 0.3)
			return e
		}},
		{"after scrapping", func() *Enterprise {
			e := began()
			e.Retire(0.1 * e.Vintage[0].Cost)
			e.Retire(e.Vintage[0].Cost)
			return e
		}},
	} {
		e := c.make()
		for v := 1; v < int(e.Plants); v++ {
			if a, b := e.Vintage[v-1], e.Vintage[v]; a.Built > b.Built {
				t.Errorf("%s: place %d is of month %d and place %d of month %d", c.name, v-1, a.Built, v, b.Built)
			}
		}
	}
	e := began()
	if first, last := e.Vintage[0], e.Vintage[e.Plants-1]; first.Yield >= last.Yield {
		t.Errorf("the oldest plant yields %v, the newest %v", first.Yield, last.Yield)
	}
	if old, newest := e.Vintage[0].Built, e.Vintage[e.Plants-1].Built; newest-old != 12*(e.Plants-1) {
		t.Errorf("plant of months %d to %d", old, newest)
	}
}

// Retiring takes the stated cost from the oldest plant, and never the last.
func TestRetireTakesTheOldest(t *testing.T) {
	for _, cost := range []float64{-1, 0, 0.1, 0.2, 0.5, 3, 1e9} {
		e := equipped(Fuel, 10)
		_, before, _ := plantOf(e)
		newest := e.Vintage[9]
		e.Retire(cost)
		_, after, _ := plantOf(e)
		want := min(max(0, cost), before-newest.Cost)
		if !near(before-after, want) {
			t.Errorf("Retire(%v) took %v, want %v", cost, before-after, want)
		}
		if e.Plants < 1 || e.Vintage[e.Plants-1] != newest {
			t.Errorf("Retire(%v) touched the newest", cost)
		}
		for v := int(e.Plants); v < Vintages; v++ {
			if e.Vintage[v] != (Vintage{}) {
				t.Errorf("Retire(%v) left something in the empty place %d", cost, v)
			}
		}
	}
}

func TestDestroyTakesAShare(t *testing.T) {
	e := equipped(Fuel, 10)
	places, cost, output := plantOf(e)
	e.Destroy(0.25)
	if p, c, o := plantOf(e); !near(p, 0.75*places) || !near(c, 0.75*cost) || !near(o, 0.75*output) {
		t.Errorf("a quarter destroyed leaves %v, %v, %v of %v, %v, %v", p, c, o, places, cost, output)
	}
}

// Handing over moves places and cost from one to the other; nothing is lost
// or gained, whether or not the receiver has room for one more vintage.
func TestHandOverKeepsPlacesAndCost(t *testing.T) {
	for _, n := range []int{0, 5, Vintages} {
		from, to := equipped(Machinery, 12), equipped(Arms, n)
		p1, c1, o1 := plantOf(from)
		p2, c2, _ := plantOf(to)
		from.HandOver(to, 0.3)
		p3, c3, o3 := plantOf(from)
		p4, c4, _ := plantOf(to)
		if !near(p1+p2, p3+p4) || !near(c1+c2, c3+c4) {
			t.Errorf("%d vintages: places %v became %v, cost %v became %v", n, p1+p2, p3+p4, c1+c2, c3+c4)
		}
		if !near(p3, 0.7*p1) || !near(o3, 0.7*o1) {
			t.Errorf("%d vintages: the giver keeps %v of %v places", n, p3, p1)
		}
		if n < Vintages {
			var got Vintage
			for _, v := range to.Vintage[:to.Plants] { // among the others, by its mean date
				if near(v.Cost, 0.3*c1) {
					got = v
				}
			}
			perPlace := ReferenceOutput[Arms] / ReferenceWorkers[Arms] / (ReferenceOutput[Machinery] / ReferenceWorkers[Machinery])
			if !near(got.Yield, o1/p1*perPlace) {
				t.Errorf("yield %v after, %v before", got.Yield, o1/p1)
			}
		}
		from.HandOver(to, 0)
		if p, _, _ := plantOf(from); p != p3 {
			t.Error("handing over nothing moved something")
		}
	}
}

// What is worked out once for each age is the same for every age, also before
// the first and beyond the last that is kept.
func TestWearIsTheSameHoweverOftenItIsAsked(t *testing.T) {
	w := Wear{Rate: 0.012, Young: 10}
	for range 2 {
		for _, months := range []int{-5, 0, 1, 120, 121, 300, 599, 600, 2000} {
			if got, want := w.Left(months), math.Exp(-w.Rate*max(0, float64(months)/12-w.Young)); got != want {
				t.Errorf("%d months: %v, want %v", months, got, want)
			}
		}
	}
}
