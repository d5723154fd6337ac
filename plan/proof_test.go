package plan

import (
	"context"
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// A recipe is one technique of a small table.
type recipe struct {
	makes int
	input []float64 // [product]
	use   []float64 // [factor]
}

// kitchen is a table of one period.
func kitchen(t interface{ Fatal(...any) }, recipes []recipe, need, capacity []float64) *production.Table {
	table := &production.Table{N: len(need), Periods: []production.Period{{Need: need, Capacity: capacity}}}
	var input, use linalg.Triplets
	factors := 0
	for way, r := range recipes {
		table.Makes = append(table.Makes, int32(r.makes))
		for i, v := range r.input {
			if v != 0 {
				input.Add(way, i, v)
			}
		}
		for f, v := range r.use {
			if v != 0 {
				use.Add(way, f, v)
			}
		}
		factors = max(factors, len(r.use))
	}
	table.Factors = append(table.Factors, []string{"labour", "land", "machines"}[:factors]...)
	var err, other error
	table.Input, err = input.Matrix(len(recipes), len(need))
	table.Use, other = use.Matrix(len(recipes), factors)
	if err != nil || other != nil {
		t.Fatal(err, other)
	}
	return table
}

func made(t interface{ Fatal(...any) }, table *production.Table, r Request) *Plan {
	p, err := Make(context.Background(), table, r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// surplus is what the balances of the only period leave over at a level, by
// product, and what they turn over.
func surplus(table *production.Table, p *Plan) (left, turned []float64) {
	left, turned = make([]float64, table.N), make([]float64, table.N)
	add := func(i int, v float64) { left[i] += v; turned[i] += math.Abs(v) }
	for way, x := range p.Level[0] {
		cols, vals := table.Input.Row(way)
		for k, col := range cols {
			add(int(col), -vals[k]*x)
		}
		if table.Output == nil {
			add(int(table.Makes[way]), x)
			continue
		}
		cols, vals = table.Output.Row(way)
		for k, col := range cols {
			add(int(col), vals[k]*x)
		}
	}
	for i := range left {
		add(i, -p.Scale*table.Periods[0].Need[i])
		for _, from := range [][]float64{table.Periods[0].Import, table.Stock} {
			if from != nil {
				add(i, from[i])
			}
		}
		if table.Terminal != nil {
			add(i, -table.Terminal[i])
		}
	}
	return left, turned
}

// loss is what a technique loses at prices and rents, and what it turns over.
func loss(table *production.Table, p *Plan, way int) (left, turned float64) {
	add := func(v float64) { left += v; turned += math.Abs(v) }
	cols, vals := table.Input.Row(way)
	for k, col := range cols {
		add(vals[k] * p.Price[0][col])
	}
	cols, vals = table.Use.Row(way)
	for k, col := range cols {
		add(vals[k] * p.Rent[0][col])
	}
	if table.Output == nil {
		add(-p.Price[0][table.Makes[way]])
		return left, turned
	}
	cols, vals = table.Output.Row(way)
	for k, col := range cols {
		add(-vals[k] * p.Price[0][col])
	}
	return left, turned
}

// outside is what imports, stocks and capacities are worth, less what is to be
// left in store.
func outside(table *production.Table, p *Plan) float64 {
	worth := 0.0
	for f, c := range table.Periods[0].Capacity {
		if p.Rent[0][f] > 0 {
			worth += p.Rent[0][f] * c
		}
	}
	for i, price := range p.Price[0] {
		for _, from := range [][]float64{table.Periods[0].Import, table.Stock} {
			if from != nil {
				worth += price * from[i]
			}
		}
		if table.Terminal != nil {
			worth -= price * table.Terminal[i]
		}
	}
	return worth
}

// proven tests the proof of a plan from the table's numbers.
func proven(t interface{ Fatalf(string, ...any) }, table *production.Table, p *Plan, tolerance float64) {
	if p.Price == nil || p.Status != Proved && p.Status != Infeasible {
		t.Fatalf("%s: %s (value %v, bound %v)", p.Status, p.Says, p.Value, p.Bound)
	}
	least := min(slices.Min(p.Price[0]), slices.Min(append([]float64{0}, p.Rent[0]...)))
	if least < 0 {
		t.Fatalf("a price or rent of %v", least)
	}
	factor := func(way int) float64 { return table.Use.At(way, p.Request.Factor) }
	for way := range table.Makes {
		left, turned := loss(table, p, way)
		if p.Status == Proved && p.Request.Task != Bundle {
			left, turned = left+factor(way), turned+factor(way)
		}
		if left < -tolerance*turned {
			t.Fatalf("technique %d earns %v of %v", way, -left, turned)
		}
	}
	needs := linalg.Dot(p.Price[0], table.Periods[0].Need)
	bound := needs - outside(table, p)
	switch {
	case p.Status == Infeasible:
		if !(bound > 0) {
			t.Fatalf("a ray that is worth %v", bound)
		}
		return
	case p.Request.Task == Bundle:
		bound = outside(table, p) / needs
	}
	left, turned := surplus(table, p)
	for i := range left {
		if left[i] < -tolerance*turned[i]-1e-25 {
			t.Fatalf("product %d falls short by %v of %v", i, -left[i], turned[i])
		}
	}
	for f, c := range table.Periods[0].Capacity {
		used := 0.0
		for way, x := range p.Level[0] {
			used += x * table.Use.At(way, f)
		}
		if used > c*(1+tolerance) {
			t.Fatalf("factor %d: %v used of %v", f, used, c)
		}
	}
	if slices.Min(p.Level[0]) < 0 {
		t.Fatalf("levels %v", p.Level[0])
	}
	value := p.Scale
	if p.Request.Task != Bundle {
		value = 0
		for way, x := range p.Level[0] {
			value += x * factor(way)
		}
	}
	if size := max(math.Abs(value), math.Abs(bound)); math.Abs(value-bound) > tolerance*size || math.Abs(value-p.Value) > tolerance*size {
		t.Fatalf("value %v, told %v, bound %v", value, p.Value, bound)
	}
}

func nearly(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b))
}
