package plan

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gosplan/linalg"
	"gosplan/production"
)

// small draws a made-up economy that the methods solve at once.
func small(r *rapid.T) *production.Table {
	return economy(uint64(rapid.IntRange(0, 1<<20).Draw(r, "seed")), size{
		products: rapid.IntRange(2, 14).Draw(r, "products"), inputs: 3, techniques: rapid.IntRange(1, 3).Draw(r, "techniques"),
		factors: rapid.IntRange(1, 4).Draw(r, "factors"), periods: rapid.IntRange(1, 4).Draw(r, "periods")})
}

func planned(r *rapid.T, tab *production.Table, request Request) *Plan {
	p, err := planners[request.Task](context.Background(), tab, request)
	if err != nil {
		r.Fatal(err)
	}
	if report := Verify(tab, p, 0); !report.Passed {
		r.Fatalf("%s: %s%s", p.Status, report.Claims, failures(report))
	}
	return p
}

func nearEnough(a, b float64) bool { return math.Abs(a-b) <= 1e-6*max(math.Abs(a), math.Abs(b), 1e-9) }

// mapped is a matrix with every entry changed, and columns and rows moved.
func mapped(m *linalg.Matrix, row, column func(int) int, change func(i, j int, v float64) float64) *linalg.Matrix {
	if m == nil {
		return nil
	}
	rows := make([][]float64, m.Rows)
	for i := range m.Rows {
		out := make([]float64, m.Cols)
		cols, vals := m.Row(i)
		for k, j := range cols {
			out[column(int(j))] = change(i, int(j), vals[k])
		}
		rows[row(i)] = out
	}
	return linalg.FromRows(rows, m.Cols)
}

func same(i int) int { return i }

func each(list []float64, change func(i int, v float64) float64) []float64 {
	out := slices.Clone(list)
	for i, v := range list {
		out[i] = change(i, v)
	}
	return out
}

// Measuring products in other units changes amounts and prices, and nothing
// else.
func TestUnitsChangeNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tab := small(r)
		unit := make([]float64, tab.N)
		for i := range unit {
			unit[i] = math.Exp2(float64(rapid.IntRange(-8, 8).Draw(r, "unit")))
		}
		other := *tab
		inUnits := func(list []float64) []float64 {
			return each(list, func(i int, v float64) float64 { return v * unit[i] })
		}
		// a run still makes one unit, now the new one
		other.Input = mapped(tab.Input, same, same, func(t, j int, v float64) float64 { return v * unit[j] / unit[tab.Makes[t]] })
		other.Use = mapped(tab.Use, same, same, func(t, _ int, v float64) float64 { return v / unit[tab.Makes[t]] })
		other.Build = mapped(tab.Build, same, same, func(_, j int, v float64) float64 { return v * unit[j] })
		other.Stock, other.Terminal = inUnits(tab.Stock), inUnits(tab.Terminal)
		other.Periods = slices.Clone(tab.Periods)
		for k := range other.Periods {
			other.Periods[k].Need = inUnits(tab.Periods[k].Need)
		}
		a, b := planned(r, tab, Request{Task: Years}), planned(r, &other, Request{Task: Years})
		if a.Status != b.Status || !nearEnough(a.Scale, b.Scale) {
			r.Errorf("%s %v became %s %v", a.Status, a.Scale, b.Status, b.Scale)
		}
	})
}

// Twice of everything there is and is needed is twice the plan.
func TestDoublingDoublesThePlan(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tab := small(r)
		twice := func(list []float64) []float64 { return each(list, func(_ int, v float64) float64 { return 2 * v }) }
		other := *tab
		other.Stock, other.Terminal, other.TerminalCap = twice(tab.Stock), twice(tab.Terminal), twice(tab.TerminalCap)
		other.Periods = slices.Clone(tab.Periods)
		for k := range other.Periods {
			other.Periods[k].Need, other.Periods[k].Capacity = twice(tab.Periods[k].Need), twice(tab.Periods[k].Capacity)
		}
		a, b := planned(r, tab, Request{Task: Years}), planned(r, &other, Request{Task: Years})
		if a.Status != b.Status || !nearEnough(a.Scale, b.Scale) {
			r.Errorf("%s %v became %s %v", a.Status, a.Scale, b.Status, b.Scale)
		}
		short, shorter := planned(r, tab, Request{Task: Goals}), planned(r, &other, Request{Task: Goals})
		if math.Abs(short.Value-shorter.Value) > 1e-5 { // weights are shares of the needs
			r.Errorf("shortfall %v became %v", short.Value, shorter.Value)
		}
	})
}

// The order of products is nobody's business.
func TestPermutingPermutesThePlan(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tab := small(r)
		order := make([]int, tab.N)
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(r, "order")
		to := func(i int) int { return order[i] }
		moved := func(list []float64) []float64 {
			out := slices.Clone(list)
			for i, v := range list {
				out[order[i]] = v
			}
			return out
		}
		keep := func(_, _ int, v float64) float64 { return v }
		other := *tab
		other.Makes = slices.Clone(tab.Makes)
		for k, i := range tab.Makes {
			other.Makes[k] = int32(order[i])
		}
		other.Input, other.Build = mapped(tab.Input, same, to, keep), mapped(tab.Build, same, to, keep)
		other.Stock, other.Terminal, other.Perish = moved(tab.Stock), moved(tab.Terminal), moved(tab.Perish)
		other.Periods = slices.Clone(tab.Periods)
		for k := range other.Periods {
			other.Periods[k].Need = moved(tab.Periods[k].Need)
		}
		a, b := planned(r, tab, Request{Task: Years}), planned(r, &other, Request{Task: Years})
		if a.Status != b.Status || !nearEnough(a.Scale, b.Scale) {
			r.Errorf("%s %v became %s %v", a.Status, a.Scale, b.Status, b.Scale)
		}
	})
}

// A little more of a factor raises the scale by its rent, or by less where the
// rent holds for a little only.
func TestRentsPriceCapacities(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tab := small(r)
		p := planned(r, tab, Request{Task: Years})
		if p.Status != Proved {
			return
		}
		f := rapid.IntRange(0, len(tab.Factors)-1).Draw(r, "factor")
		more := 1e-3 * tab.Periods[0].Capacity[f]
		other := *tab
		other.Periods = slices.Clone(tab.Periods)
		other.Periods[0].Capacity = slices.Clone(tab.Periods[0].Capacity)
		other.Periods[0].Capacity[f] += more
		worth, left := 0.0, 1.0 // of one unit that is there from the first period on
		for period := range p.Rent {
			worth += left * p.Rent[period][f]
			left *= 1 - tab.Depreciation[f]
		}
		worth += left * p.KeepRent[f]
		q := planned(r, &other, Request{Task: Years})
		gain := q.Scale - p.Scale
		if gain > worth*more+1e-6*p.Scale || gain < -1e-6*p.Scale {
			r.Errorf("%v more of factor %d gained %v, worth %v", more, f, gain, worth*more)
		}
	})
}
