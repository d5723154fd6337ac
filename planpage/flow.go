package planpage

import (
	"cmp"
	"fmt"
	"slices"

	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
	"gosplan/sheet"
)

// Sizes of the flow diagram: so many products are named, the rest are one;
// ribbons thinner than a share of the whole are gathered, or left out.
const (
	flowProducts = 12
	thinnest     = 0.004
	invisible    = 1e-6
)

// Columns of the flow diagram.
const (
	sources = iota
	products
	destinations
)

// A sorter gathers flows between named bars.
type sorter struct {
	t     *production.Table
	worth []float64 // [product] of a unit
	unit  string
	bar   []int32 // [product] which of the named ones, the rest last
	names []string
	sums  map[flowKey]float64
}

type flowKey struct {
	from, to             string
	fromColumn, toColumn int
}

// mainFlows are the flows of value through a plan: from labour, equipment,
// outside and other products, through what is made, to where it goes. Where
// the table is in money a unit is worth 1, elsewhere what it costs the plan.
// It reports false where the plan has no prices to add unlike things up by.
func mainFlows(in Input) ([]sheet.Flow, bool) {
	s := &sorter{t: in.Table, sums: map[flowKey]float64{}}
	if !s.price(in) {
		return nil, false
	}
	s.choose(in)
	for period := range in.Table.Periods {
		s.period(in, period)
	}
	return s.flows(), true
}

// price chooses what a unit of every product is worth.
func (s *sorter) price(in Input) bool {
	t := in.Table
	if isMoney(t) {
		s.worth, s.unit = ones(t.N), t.Unit
		return true
	}
	s.unit = valueWords(in)
	s.worth = make([]float64, t.N)
	total := 0.0
	for _, prices := range in.Plan.Price {
		for i, price := range prices {
			s.worth[i] += price / float64(len(in.Plan.Price))
			total += price
		}
	}
	return total > 0
}

func ones(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = 1
	}
	return out
}

// choose names the products through which most value flows.
func (s *sorter) choose(in Input) {
	through := make([]float64, s.t.N)
	for _, u := range in.Summary.Products {
		for i := range through {
			through[i] += s.worth[i] * (u.Made[i] + max(0, u.Import[i]))
		}
	}
	most := flowProducts + 1
	if s.t.N > most {
		most-- // one bar is for all others
	}
	order := largest(through, most)
	s.bar = make([]int32, s.t.N)
	for i := range s.bar {
		s.bar[i] = int32(len(order))
	}
	for place, i := range order {
		s.bar[i] = int32(place)
		s.names = append(s.names, s.t.Product(i))
	}
	s.names = append(s.names, fmt.Sprintf("%d others", s.t.N-len(order)))
}

// largest are the indices of the largest positive numbers, largest first.
func largest(values []float64, most int) []int {
	var out []int
	for i, v := range values {
		if v > 0 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
	return out[:min(most, len(out))]
}

func (s *sorter) name(product int) string { return s.names[s.bar[product]] }

func (s *sorter) add(from string, fromColumn int, to string, toColumn int, value float64) {
	if value > 0 {
		s.sums[flowKey{from, to, fromColumn, toColumn}] += value
	}
}

// period adds one period's flows.
func (s *sorter) period(in Input, period int) {
	t, u := s.t, in.Summary.Products[period]
	level := in.Plan.Level
	if period >= len(level) {
		return
	}
	for way, runs := range level[period] {
		if runs <= 0 {
			continue
		}
		to := s.name(int(t.Makes[way]))
		inputs := s.inputs(way, runs, to)
		s.factors(in, period, way, runs, to, inputs)
	}
	for i := range t.N {
		worth, name := s.worth[i], s.name(i)
		s.add("from outside", sources, name, products, worth*u.Import[i])
		s.add("from store", sources, name, products, worth*min(u.FromStore[i], u.FromStore[i]-u.Left[i]))
		s.add(name, products, "making other things", destinations, worth*u.Input[i])
		s.add(name, products, "final needs", destinations, worth*max(0, u.Wanted[i]-u.Short[i]))
		s.add(name, products, "building", destinations, worth*u.Building[i])
		s.add(name, products, "into store", destinations, worth*u.ToStore[i])
		s.add(name, products, "beyond the needs", destinations, worth*(u.Left[i]-u.FromStore[i]))
		s.add(name, products, "to outside", destinations, -worth*u.Import[i])
	}
}

// inputs adds what one technique uses up, and returns what it is worth.
func (s *sorter) inputs(way int, runs float64, to string) float64 {
	total := 0.0
	cols, amounts := s.t.Input.Row(way)
	for k, i := range cols {
		value := s.worth[i] * amounts[k] * runs
		s.add(s.name(int(i)), sources, to, products, value)
		total += value
	}
	return total
}

// factors adds what one technique occupies: in a table of money the value
// added as a whole, elsewhere each factor at its worth.
func (s *sorter) factors(in Input, period, way int, runs float64, to string, inputs float64) {
	t := s.t
	if isMoney(t) {
		made := runs
		if t.Output != nil {
			made = rowSum(t.Output, way) * runs
		}
		s.add("value added", sources, to, products, made-inputs)
		return
	}
	if t.Use == nil {
		return
	}
	cols, amounts := t.Use.Row(way)
	for k, f := range cols {
		worth := plan.Entry(in.Plan.Rent, period, int(f))
		task := in.Plan.Request.Task
		if (task == plan.Balances || task == plan.Technique) && int(f) == in.Plan.Request.Factor {
			worth++
		}
		s.add(t.Factors[f], sources, to, products, worth*amounts[k]*runs)
	}
}

func rowSum(m *linalg.Matrix, row int) float64 {
	sum := 0.0
	_, values := m.Row(row)
	for _, v := range values {
		sum += v
	}
	return sum
}

// flows are the sums in order; thin ones go to or come from the rest.
func (s *sorter) flows() []sheet.Flow {
	keys := make([]flowKey, 0, len(s.sums))
	for key := range s.sums { // sorted below
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b flowKey) int {
		return cmp.Or(cmp.Compare(a.fromColumn, b.fromColumn), cmp.Compare(s.sums[b], s.sums[a]), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	total := 0.0
	for _, key := range keys {
		if key.toColumn == products {
			total += s.sums[key]
		}
	}
	const small = "small inputs"
	merged := map[flowKey]float64{}
	var order []flowKey
	for _, key := range keys {
		v := s.sums[key]
		if v < invisible*total {
			continue
		}
		if key.fromColumn == sources && v < thinnest*total {
			key.from = small
		}
		if _, seen := merged[key]; !seen {
			order = append(order, key)
		}
		merged[key] += v
	}
	var out []sheet.Flow
	for _, key := range order {
		out = append(out, sheet.Flow{From: key.from, To: key.to, Value: merged[key], Unit: s.unit, FromColumn: key.fromColumn, ToColumn: key.toColumn})
	}
	return out
}
