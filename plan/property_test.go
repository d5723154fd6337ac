package plan

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gosplan/linalg"
	"gosplan/production"
)

// With one primary factor the cheapest techniques do not depend on what is
// needed.
func TestNonSubstitution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		table.Periods[0].Capacity = nil
		first := made(t, table, Request{Task: Technique})
		proven(t, table, first, 1e-9)
		for i := range table.Periods[0].Need {
			table.Periods[0].Need[i] = hundredths(t, 0.1, 100, "other need")
		}
		other := made(t, table, Request{Task: Technique})
		for i, p := range first.Price[0] {
			if !nearly(p, other.Price[0][i], 1e-9) {
				t.Fatalf("price %d is %v, with other needs %v", i, p, other.Price[0][i])
			}
		}
	})
}

// anyTable draws a table of labour and land with some techniques a product, in
// any order, all of which can be used together.
func anyTable(t *rapid.T, most int) *production.Table {
	n := rapid.IntRange(1, 6).Draw(t, "products")
	var recipes []recipe
	need := make([]float64, n)
	for i := range n {
		need[i] = hundredths(t, 0, 50, "need")
		for range rapid.IntRange(1, most).Draw(t, "techniques") {
			r := recipe{i, make([]float64, n), []float64{hundredths(t, 0.1, 5, "labour"), hundredths(t, 0, 5, "land")}}
			for j := range r.input {
				r.input[j] = max(0, hundredths(t, -1, 1, "input")) * 0.9 / float64(n)
			}
			at := rapid.IntRange(0, len(recipes)).Draw(t, "at")
			recipes = slices.Insert(recipes, at, r)
		}
	}
	need[0]++
	return kitchen(t, recipes, need, []float64{hundredths(t, 50, 500, "hours"), hundredths(t, 50, 500, "hectares")})
}

// hundredths draws a number of two decimals.
func hundredths(t *rapid.T, from, to float64, name string) float64 {
	return float64(rapid.IntRange(int(math.Round(100*from)), int(math.Round(100*to))).Draw(t, name)) / 100
}

func TestEveryPlanIsProved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		if rapid.Bool().Draw(t, "imports") {
			table.Periods[0].Import = make([]float64, table.N)
			table.Stock = make([]float64, table.N)
			for i := range table.N {
				table.Periods[0].Import[i] = max(0, hundredths(t, -40, 40, "import"))
				table.Stock[i] = max(0, hundredths(t, -40, 40, "stock"))
			}
		}
		proven(t, table, made(t, table, Request{Task: Technique}), 1e-7)
		proven(t, table, made(t, table, Request{Task: Bundle}), 1e-5)
	})
}

func TestDoublingNeedsAndCapacitiesDoublesThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 1)
		table.Periods[0].Capacity = nil
		once := made(t, table, Request{Task: Balances})
		for i := range table.Periods[0].Need {
			table.Periods[0].Need[i] *= 2
		}
		twice := made(t, table, Request{Task: Balances})
		for way, x := range once.Level[0] {
			if !nearly(2*x, twice.Level[0][way], 1e-8) {
				t.Fatalf("level %d is %v, of twice the needs %v", way, x, twice.Level[0][way])
			}
		}
	})
}

func TestPermutingTechniquesPermutesThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 2)
		order := rapid.Permutation(make([]int, table.N)).Draw(t, "nothing")
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		other := permuted(t, table, order)
		for _, task := range []Task{Technique, Bundle} {
			p, q := made(t, table, Request{Task: task}), made(t, other, Request{Task: task})
			if p.Status != q.Status || !nearly(p.Value, q.Value, 3e-6) {
				t.Fatalf("%s: %s %v, permuted %s %v", task, p.Status, p.Value, q.Status, q.Value)
			}
			if task == Technique && p.Status == Proved {
				for i, price := range p.Price[0] {
					if p.Rent[0][0]+p.Rent[0][1] == 0 && !nearly(price, q.Price[0][order[i]], 1e-8) {
						t.Fatalf("price %d is %v, permuted %v", i, price, q.Price[0][order[i]])
					}
				}
			}
		}
	})
}

// permuted is the table with product i called order[i].
func permuted(t interface{ Fatal(...any) }, table *production.Table, order []int) *production.Table {
	need := make([]float64, table.N)
	var recipes []recipe
	for i, n := range table.Periods[0].Need {
		need[order[i]] = n
	}
	for way, product := range table.Makes {
		r := recipe{order[product], make([]float64, table.N), make([]float64, len(table.Factors))}
		for i := range table.N {
			r.input[order[i]] = table.Input.At(way, i)
		}
		for f := range r.use {
			r.use[f] = table.Use.At(way, f)
		}
		recipes = append(recipes, r)
	}
	return kitchen(t, recipes, need, table.Periods[0].Capacity)
}

func TestOtherUnitsMakeNoOtherPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 2)
		other := kitchen(t, nil, table.Periods[0].Need, nil)
		*other = *table
		unit := make([]float64, table.N)
		for i := range unit {
			unit[i] = math.Pow(10, float64(rapid.IntRange(-9, 9).Draw(t, "unit")))
		}
		other.Input, other.Use = clone(table.Input), clone(table.Use)
		other.Periods = []production.Period{{Need: make([]float64, table.N), Capacity: table.Periods[0].Capacity}}
		for i, n := range table.Periods[0].Need {
			other.Periods[0].Need[i] = n * unit[i]
		}
		for way, product := range table.Makes {
			cols, vals := other.Input.Row(way)
			for k, col := range cols {
				vals[k] *= unit[col] / unit[product]
			}
			_, vals = other.Use.Row(way)
			for k := range vals {
				vals[k] /= unit[product]
			}
		}
		for _, task := range []Task{Technique, Bundle} {
			p, q := made(t, table, Request{Task: task}), made(t, other, Request{Task: task})
			if p.Status != q.Status || !nearly(p.Value, q.Value, 3e-6) {
				t.Fatalf("%s: %s %v, in other units %s %v", task, p.Status, p.Value, q.Status, q.Value)
			}
		}
	})
}

func clone(m *linalg.Matrix) *linalg.Matrix {
	c := *m
	c.Val = slices.Clone(m.Val)
	return &c
}

// A unit more of a need costs what the price says.
func TestPricesAreWhatOneMoreUnitCosts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		table.Periods[0].Capacity = nil
		p := made(t, table, Request{Task: Technique})
		i := rapid.IntRange(0, table.N-1).Draw(t, "product")
		table.Periods[0].Need[i]++
		q := made(t, table, Request{Task: Technique})
		if !nearly(q.Value-p.Value, p.Price[0][i], 1e-6) {
			t.Fatalf("one more costs %v, price %v", q.Value-p.Value, p.Price[0][i])
		}
	})
}

func TestPlansHaveTheSameBitsOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, task := range []Task{Balances, Technique, Bundle} {
		s := production.Synthetic{Seed: 3, Products: 700, Inputs: 12, Techniques: 3, Equipment: 5}
		if task == Balances {
			s.Techniques = 1
		}
		var first *Plan
		for _, cores := range []int{1, 2, 8} {
			runtime.GOMAXPROCS(cores)
			table, err := production.Generate(s)
			if err != nil {
				t.Fatal(err)
			}
			if task != Bundle {
				table.Periods[0].Capacity = nil
			}
			p := made(t, table, Request{Task: task})
			proven(t, table, p, 1e-5)
			if first == nil {
				first = p
			}
			if !slices.Equal(first.Level[0], p.Level[0]) || !slices.Equal(first.Price[0], p.Price[0]) || first.Value != p.Value {
				t.Errorf("%s: other bits on %d cores", task, cores)
			}
		}
	}
}
