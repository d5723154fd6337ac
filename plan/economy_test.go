package plan

import (
	"math"
	"math/rand/v2"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// size is how large a made-up economy is.
type size struct{ products, inputs, techniques, factors, periods int }

// economy makes up a table: recipes with lognormal numbers of inputs, 45 % of
// them from the product's own block, 20 % from linked blocks, 25 % universal
// with a long tail, the rest from anywhere; intermediate inputs are 20 to 85 %
// of a product's worth. Factor 0 is labour and cannot be built, the others are
// kinds of equipment. Capacities are a little more or less than a plan with
// the first techniques takes.
func economy(seed uint64, z size) *production.Table {
	m := &maker{r: rand.New(rand.NewPCG(seed, 3)), z: z, block: min(500, max(1, z.products/6))}
	m.t = &production.Table{Title: "made up", Unit: "unit", N: z.products}
	m.worth = make([]float64, z.products)
	for i := range m.worth {
		m.worth[i] = math.Exp(m.r.NormFloat64())
	}
	m.recipes()
	m.building()
	m.needs()
	m.capacities()
	return m.t
}

type maker struct {
	r     *rand.Rand
	z     size
	t     *production.Table
	block int
	worth []float64 // [product] of one unit
}

// pick is a product that a recipe of a product may use.
func (m *maker) pick(i int) int {
	n, own := m.z.products, i/m.block
	within := func(block int) int {
		from := block * m.block
		return from + m.r.IntN(min(m.block, n-from))
	}
	blocks := (n + m.block - 1) / m.block
	switch u := m.r.Float64(); {
	case u < 0.45:
		return within(own)
	case u < 0.65:
		return within((own + 1 + m.r.IntN(4)*3) % blocks)
	case u < 0.9:
		return int(math.Exp(m.r.Float64()*math.Log(float64(n)))) % n
	}
	return m.r.IntN(n)
}

// basket is distinct products and what of each is worth a given sum in all.
func (m *maker) basket(i int, mean, worth float64) ([]int32, []float64) {
	count := max(1, min(m.z.products/2, int(mean*math.Exp(0.6*m.r.NormFloat64()-0.18))))
	var cols []int32
	for range count {
		if j := int32(m.pick(i)); int(j) != i {
			cols = append(cols, j)
		}
	}
	slices.Sort(cols)
	cols = slices.Compact(cols)
	vals, total := make([]float64, len(cols)), 0.0
	for k := range vals {
		vals[k] = math.Exp(1.2 * m.r.NormFloat64())
		total += vals[k]
	}
	for k, j := range cols {
		vals[k] *= worth / total / m.worth[j]
	}
	return cols, vals
}

func appendRow(a *linalg.Matrix, cols []int32, vals []float64) {
	a.Rows++
	a.Col, a.Val = append(a.Col, cols...), append(a.Val, vals...)
	a.Start = append(a.Start, int64(len(a.Col)))
}

func (m *maker) recipes() {
	t := m.t
	t.Input, t.Use = linalg.New(0, m.z.products), linalg.New(0, m.z.factors)
	for i := range m.z.products {
		share := 0.2 + 0.65*m.r.Float64()
		for range m.z.techniques {
			t.Makes = append(t.Makes, int32(i))
			cols, vals := m.basket(i, float64(m.z.inputs), m.worth[i]*share*(0.9+0.2*m.r.Float64()))
			appendRow(t.Input, cols, vals)
			uses, amounts := []int32{0}, []float64{m.worth[i] * (1 - share) * (0.8 + 0.4*m.r.Float64())}
			if m.z.factors > 1 {
				uses = append(uses, int32(1+(i/m.block+m.r.IntN(3))%(m.z.factors-1)))
				amounts = append(amounts, m.worth[i]*math.Exp(0.5*m.r.NormFloat64()))
			}
			appendRow(t.Use, uses, amounts)
		}
	}
}

func (m *maker) building() {
	t := m.t
	t.Build = linalg.New(0, m.z.products)
	for f := range m.z.factors {
		t.Factors = append(t.Factors, "labour")
		t.Gestation, t.Depreciation = append(t.Gestation, 1), append(t.Depreciation, 0)
		if f == 0 {
			appendRow(t.Build, nil, nil)
			continue
		}
		t.Factors[f] = "equipment " + string(rune('A'+f-1))
		t.Depreciation[f] = 0.04 + 0.08*m.r.Float64()
		cols, vals := m.basket(m.r.IntN(m.z.products), 2*float64(m.z.inputs), 0.5+m.r.Float64())
		appendRow(t.Build, cols, vals)
	}
}

func (m *maker) needs() {
	t, n := m.t, m.z.products
	first := make([]float64, n)
	for i := range first {
		if m.r.IntN(2) == 0 {
			first[i] = math.Exp(m.r.NormFloat64()) / m.worth[i]
		}
	}
	t.Stock, t.Terminal, t.Perish = make([]float64, n), make([]float64, n), make([]float64, n)
	for i, need := range first {
		t.Perish[i] = 1
		if m.r.IntN(5) < 3 {
			t.Perish[i] = 0.05 * m.r.Float64()
			t.Stock[i], t.Terminal[i] = 0.05*need, 0.05*need
		}
	}
	for period := range m.z.periods {
		p := production.Period{Need: make([]float64, n)}
		for i, need := range first {
			p.Need[i] = need * math.Pow(1.01+0.03*spreadOf(i), float64(period))
		}
		t.Periods = append(t.Periods, p)
	}
}

func spreadOf(i int) float64 { return float64(i*2654435761%1000) / 1000 }

func (m *maker) capacities() {
	t := m.t
	used := make([]float64, m.z.factors)
	made := slices.Clone(t.Periods[0].Need)
	for range 200 {
		next := slices.Clone(t.Periods[0].Need)
		for i, x := range made {
			cols, vals := t.Input.Row(i * m.z.techniques)
			for k, j := range cols {
				next[j] += x * vals[k]
			}
		}
		made = next
	}
	for i, x := range made {
		cols, vals := t.Use.Row(i * m.z.techniques)
		for k, f := range cols {
			used[f] += x * vals[k]
		}
	}
	for period := range t.Periods {
		capacity := make([]float64, m.z.factors)
		for f, u := range used {
			switch {
			case period == 0:
				capacity[f] = max(1, u) * (0.8 + 0.7*m.r.Float64())
			case f == 0:
				capacity[f] = 0.01 * t.Periods[0].Capacity[f]
			}
		}
		t.Periods[period].Capacity = capacity
	}
	t.TerminalCap = make([]float64, m.z.factors)
	for f := range t.TerminalCap {
		if f > 0 {
			t.TerminalCap[f] = 0.9 * t.Periods[0].Capacity[f]
		}
	}
}
