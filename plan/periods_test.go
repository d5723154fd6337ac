package plan

import (
	"context"
	"math"
	"slices"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// granary is corn that takes half of itself and an hour, over some periods in
// each of which ten are needed.
func granary(t *testing.T, periods int, stock float64) *production.Table {
	table := kitchen(t, []recipe{{0, []float64{0.5}, []float64{1}}}, []float64{10}, nil)
	for range periods - 1 {
		table.Periods = append(table.Periods, production.Period{Need: []float64{10}})
	}
	table.Stock = []float64{stock}
	return table
}

func TestStoresAreUsedPeriodByPeriod(t *testing.T) {
	for _, c := range []struct {
		name   string
		stock  float64
		spoil  func(*production.Table)
		labour float64
		store  []float64 // nil: nothing is kept
		price  []float64
	}{
		{"no stock", 0, nil, 60, nil, []float64{2, 2, 2}},
		{"stock for half a period", 5, nil, 50, nil, []float64{2, 2, 2}},
		{"stock for one and a half", 15, nil, 30, []float64{5, 0, 0}, []float64{2, 2, 2}},
		{"more than enough", 35, nil, 0, []float64{25, 15, 0}, []float64{0, 0, 0}},
		{"a part perishes", 20, func(t *production.Table) { t.Perish = []float64{0.25} }, 32.5, []float64{5, 0, 0}, []float64{1.5, 2, 2}},
		{"some is wanted in the end", 15, func(t *production.Table) { t.Terminal = []float64{4} }, 38, []float64{5, 0, 4}, []float64{2, 2, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := granary(t, 3, c.stock)
			if c.spoil != nil {
				c.spoil(table)
			}
			p := made(t, table, Request{Task: Balances, Tolerance: 1e-11})
			if p.Status != Proved || math.Abs(p.Value-c.labour) > 1e-9 {
				t.Fatalf("%s: %s", p.Status, p.Says)
			}
			for τ := range c.price {
				if math.Abs(p.Price[τ][0]-c.price[τ]) > 1e-9 || (c.store == nil) != (p.Store == nil) || c.store != nil && math.Abs(p.Store[τ][0]-c.store[τ]) > 1e-9 {
					t.Errorf("prices %v, stores %v; want %v, %v", p.Price, p.Store, c.price, c.store)
				}
			}
		})
	}
}

// Labour of the second period is not enough, and no less of it would do.
func TestScarcityIsOfItsPeriod(t *testing.T) {
	table := granary(t, 2, 0)
	table.Periods[0].Capacity, table.Depreciation, table.Perish = []float64{30}, []float64{0.5}, []float64{1}
	p := made(t, table, Request{Task: Balances})
	if p.Status != Infeasible || p.Rent[0][0] != 0 || p.Rent[1][0] != 1 || math.Abs(p.Price[1][0]-2) > 1e-9 || len(p.Level) != 2 {
		t.Errorf("%s: %s %+v", p.Status, p.Says, p)
	}
}

// What keeps is made ahead where the labour of a later period is not enough,
// and where it is not known whether that would do no plan is called impossible.
func TestWhatIsShortLaterIsMadeAhead(t *testing.T) {
	table := granary(t, 2, 0)
	table.Periods[0].Capacity, table.Depreciation = []float64{30}, []float64{0.5}
	p := made(t, table, Request{Task: Balances})
	if p.Status != Proved || !nearly(p.Value, 40, 1e-8) || p.Store[0][0] < 2.5*(1-1e-8) {
		t.Errorf("%s: %s, stores %v", p.Status, p.Says, p.Store)
	}
	if r := Verify(table, p, 0); !r.Passed {
		t.Error(r.Claims)
	}
	table.Periods[0].Capacity[0] = 26
	if p := made(t, table, Request{Task: Balances}); p.Status != Infeasible || !Verify(table, p, 0).Passed {
		t.Errorf("%s: %s", p.Status, p.Says)
	}
	l, err := newLeast(context.Background(), table, Request{Task: Balances})
	if err != nil {
		t.Fatal(err)
	}
	if p := l.byPeriods(balancesResidual); p.Status != Stopped {
		t.Errorf("period by period: %s: %s", p.Status, p.Says)
	}
}

// Planning period by period does not make ahead while a free input lasts, and
// does not say that this was best; the programme of all periods does.
func TestBalancesDoNotPromiseWhatMakingAheadWouldSave(t *testing.T) {
	table := kitchen(t, []recipe{
		{0, []float64{0, 0}, []float64{1}},
		{1, []float64{1, 0}, []float64{1}},
	}, []float64{0, 10}, nil)
	table.Stock, table.Perish = []float64{1000, 0}, []float64{1, 0}
	table.Periods[0].Import = []float64{50, 0}
	table.Periods = append(table.Periods, production.Period{Need: []float64{0, 10}})
	l, err := newLeast(context.Background(), table, Request{Task: Balances})
	if err != nil {
		t.Fatal(err)
	}
	if p := l.byPeriods(balancesResidual); p.Status != Stopped || math.Abs(p.Value-30) > 1e-6 {
		t.Errorf("%s: %s", p.Status, p.Says)
	}
	if p := made(t, table, Request{Task: Balances}); p.Status != Proved || math.Abs(p.Value-20) > 1e-6 {
		t.Errorf("%s: %s", p.Status, p.Says)
	}
}

func TestBundleLeavesWhatIsWantedInTheEnd(t *testing.T) {
	table := kitchen(t, []recipe{{0, []float64{0.5}, []float64{1}}}, []float64{10}, []float64{100})
	table.Terminal, table.Stock = []float64{6}, []float64{1}
	p := made(t, table, Request{Task: Bundle})
	proven(t, table, p, 1e-5)
	if want := 4.5; !nearly(p.Scale, want, 2e-6) { // 100 hours net 50; 5 of them are to be left, beside the one in store
		t.Errorf("%v times, want %v", p.Scale, want)
	}
	table.Terminal[0] = 60
	if p := made(t, table, Request{Task: Bundle}); p.Status != Infeasible {
		t.Errorf("%s: %s", p.Status, p.Says)
	}
}

func TestNothingLimitedIsUnbounded(t *testing.T) {
	table := kitchen(t, []recipe{{0, []float64{0.5}, []float64{1}}}, []float64{10}, nil)
	p := made(t, table, Request{Task: Bundle})
	if p.Status != Unbounded || !(slices.Min(p.Level[0]) > 0) {
		t.Errorf("%s: %s", p.Status, p.Says)
	}
	left, _ := surplus(table, p)
	if linalg.Largest(left) > 1e-6*p.Level[0][0] {
		t.Errorf("a ray that leaves %v", left)
	}
}
