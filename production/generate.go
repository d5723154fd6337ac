package production

import (
	"fmt"
	"math"
	"slices"

	"gosplan/draw"
	"gosplan/linalg"
	"gosplan/par"
)

// A Synthetic describes an economy to be made up. The same description gives
// the same economy, on any number of cores.
//
// Products stand in blocks of 500, an industry each. The number of inputs of a
// technique is lognormal (standard deviation of the logarithm 0.5). Of these
// 45 % come from the product's own block, 20 % from four blocks it is linked
// to, 25 % are universal (one product in a hundred, like current or transport,
// with a Zipf tail), the rest come from anywhere. Inputs cost between 0.2 and
// 0.85 of what is made, evenly spread, and every product's unit is worth one,
// so that any choice of techniques is productive. What is not inputs is labour
// and two to four kinds of equipment. Techniques of a product differ in all of
// this. Three products in ten are needed in the end, in lognormal amounts.
// Capacities are about what the needs take, each kind a little more or less.
type Synthetic struct {
	Seed       uint64
	Products   int     // below 2³¹
	Inputs     float64 // of a technique, on average
	Techniques int     // of a product; 0: one
	Equipment  int     // kinds, beside labour
	Periods    int     // 0: one; with more, equipment wears out and can be built, and needs grow
}

const (
	industry  = 500  // products in a block
	links     = 4    // blocks it draws on
	universal = 100  // one product in so many is universal
	spread    = 0.5  // standard deviation of the logarithm of the number of inputs
	growth    = 0.02 // of needs, from one period to the next
)

// What is drawn.
var (
	howMany   = draw.Ask("synthetic.inputs")
	which     = draw.Ask("synthetic.which")
	weight    = draw.Ask("synthetic.weight")
	linked    = draw.Ask("synthetic.linked")
	share     = draw.Ask("synthetic.share")
	labour    = draw.Ask("synthetic.labour")
	kind      = draw.Ask("synthetic.kind")
	final     = draw.Ask("synthetic.need")
	room      = draw.Ask("synthetic.capacity")
	building  = draw.Ask("synthetic.building")
	wear      = draw.Ask("synthetic.wear")
	gestation = draw.Ask("synthetic.gestation")
)

// Generate makes up an economy.
func Generate(s Synthetic) (*Table, error) {
	s.Techniques, s.Periods = max(s.Techniques, 1), max(s.Periods, 1)
	switch ways := float64(s.Products) * float64(s.Techniques); {
	case s.Products < 2 || ways >= math.MaxInt32:
		return nil, fmt.Errorf("%d products with %d techniques each: write 2 products or more, and fewer than 2³¹ techniques in all", s.Products, s.Techniques)
	case !(s.Inputs >= 1 && s.Inputs <= 10_000):
		return nil, fmt.Errorf("%v inputs a technique: write 1 to 10000", s.Inputs)
	case s.Equipment < 0 || s.Equipment > 1000 || s.Periods > 1000:
		return nil, fmt.Errorf("%d kinds of equipment and %d periods: write at most 1000 of each", s.Equipment, s.Periods)
	}
	g := generator{s, draw.Deck{Seed: s.Seed}}
	t := &Table{
		Title:  fmt.Sprintf("synthetic economy of %d products", s.Products),
		Source: fmt.Sprintf("made up: %+v", s),
		Unit:   "unit", N: s.Products,
		Makes: make([]int32, s.Products*s.Techniques),
	}
	for i := range t.Makes {
		t.Makes[i] = int32(i / s.Techniques)
	}
	t.Input = g.rows(t.Ways(), g.inputs, g.recipe)
	t.Use = g.rows(t.Ways(), g.kinds, g.using)
	t.Use.Cols = 1 + s.Equipment
	g.factors(t)
	g.periods(t)
	return t, nil
}

// MostInputs is how many inputs a technique has at the most: half of all products.
func (s Synthetic) MostInputs() int { return max(1, s.Products/2) }

type generator struct {
	Synthetic
	deck draw.Deck
}

// rows makes a matrix of techniques whose rows are counted first, so that they
// can be filled side by side.
func (g generator) rows(n int, count func(t uint64) int, fill func(t uint64, cols []int32, vals []float64)) *linalg.Matrix {
	const side = 1 << 10
	m := linalg.New(n, g.Products)
	each := func(work func(t int)) {
		par.Blocks((n+side-1)/side, func(b int) {
			for t := b * side; t < min(n, (b+1)*side); t++ {
				work(t)
			}
		})
	}
	each(func(t int) { m.Start[t+1] = int64(count(uint64(t))) })
	for t := range n {
		m.Start[t+1] += m.Start[t]
	}
	m.Col, m.Val = make([]int32, m.Entries()), make([]float64, m.Entries())
	each(func(t int) {
		cols, vals := m.Row(t)
		fill(uint64(t), cols, vals)
	})
	return m
}

func (g generator) inputs(t uint64) int {
	n := g.Inputs * math.Exp(spread*g.deck.Normal(howMany, t, 0)-spread*spread/2)
	return min(max(1, int(n+0.5)), g.MostInputs(), 8*int(g.Inputs+1))
}

// recipe fills the inputs of a technique.
func (g generator) recipe(t uint64, cols []int32, vals []float64) {
	product := int32(t / uint64(g.Techniques))
	g.columns(t, product, cols)
	total := 0.0
	for k := 0; k < len(vals); k += 2 {
		a, b := g.deck.Uniforms(weight, t, k)
		vals[k] = 0.05 + a*a
		total += vals[k]
		if k+1 < len(vals) {
			vals[k+1] = 0.05 + b*b
			total += vals[k+1]
		}
	}
	for k := range vals {
		vals[k] *= g.share(t) / total
	}
}

// share is what inputs cost of what is made.
func (g generator) share(t uint64) float64 { return 0.2 + 0.65*g.deck.Uniform(share, t, 0) }

// columns draws different products, without the one that is made, in order.
func (g generator) columns(t uint64, product int32, cols []int32) {
	drawn := 0
	for have := 0; have < len(cols); {
		for k := have; k < len(cols); k++ {
			cols[k] = g.input(t, product, drawn)
			drawn++
		}
		slices.Sort(cols)
		have = len(slices.Compact(slices.DeleteFunc(cols, func(c int32) bool { return c == product })))
	}
}

// input is the product drawn at a draw. After many draws of a small block it
// is one from anywhere.
func (g generator) input(t uint64, product int32, drawn int) int32 {
	u, v := g.deck.Uniforms(which, t, drawn)
	n := float64(g.Products)
	block := int(product) / industry
	switch {
	case drawn > 20*int(g.Inputs+1):
		return int32(v * n)
	case u < 0.45:
		return g.inBlock(block, v)
	case u < 0.65:
		blocks := (g.Products + industry - 1) / industry
		at := g.deck.Uniform(linked, uint64(block), int((u-0.45)/0.20*links))
		return g.inBlock(int(at*float64(blocks)), v)
	case u < 0.90:
		common := max(1, g.Products/universal)
		rank := int(math.Exp(v*math.Log(float64(common)+1))) - 1
		return int32(min(rank, common-1) * (g.Products / common))
	}
	return int32(v * n)
}

func (g generator) inBlock(block int, v float64) int32 {
	from := block * industry
	return int32(from + int(v*float64(min(industry, g.Products-from))))
}

// kinds is how many factors a technique uses.
func (g generator) kinds(t uint64) int {
	return 1 + min(g.Equipment, 2+int(3*g.deck.Uniform(kind, t, 0)))
}

// using fills the factors of a technique: labour first.
func (g generator) using(t uint64, cols []int32, vals []float64) {
	added := 1 - g.share(t)
	cols[0], vals[0] = 0, added*math.Exp(0.3*g.deck.Normal(labour, t, 0))
	for k, have := 1, 1; have < len(cols); k++ {
		a, b := g.deck.Uniforms(kind, t, k)
		if c := int32(1 + a*float64(g.Equipment)); !slices.Contains(cols[:have], c) {
			cols[have], vals[have] = c, added*(0.1+b)
			have++
		}
	}
	slices.Sort(cols)
}
