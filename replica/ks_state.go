package replica

import (
	"math"

	"gosplan/draw"
)

// vintages is how many ages of machines a firm can have at once.
const vintages = 20

// A vintage is the machines that a firm bought in one step.
type vintage struct {
	productivity float64 // goods per worker
	machines     float64
}

// A ksState is the K+S economy at the end of a step. Slices are by maker of
// machines or by firm that makes consumer goods.
type ksState struct {
	*KS
	luck draw.Deck
	now  int
	wage float64

	// Makers
	tool       []float64 // [maker] A, productivity of its machines where they are used
	craft      []float64 // [maker] B, its own productivity, in capacity per worker
	toolPrice  []float64 // [maker] coins per unit of capacity
	makerCash  []float64
	makerSales []float64 // [maker] of last step
	budget     []float64 // [maker] coins for research, kept up without sales
	scholars   []float64 // [maker] workers in research
	clients    []int     // [maker] firms that bought last
	unsold     []int     // [maker] steps without a sale
	orders     []float64 // [maker] capacity ordered

	// Firms
	stock      [][vintages]vintage // [firm] machines by step of purchase
	capacity   []float64           // [firm] goods a step
	supplier   []int               // [firm] maker it knows to be best
	cash       []float64
	debt       []float64
	sales      []float64 // [firm] of last step
	demand     []float64 // [firm] goods asked for in last step
	unfilled   []float64 // [firm] goods asked for and not there
	inventory  []float64
	markup     []float64
	share      []float64 // [firm] of the market
	shareAgo   []float64 // [firm] one step before
	planned    []float64 // [firm] goods to make
	expansion  []float64 // [firm] machines
	renewal    []float64 // [firm] machines
	invested   []float64 // [firm] capacity bought in this step
	unitCost   []float64
	efficiency []float64 // [firm] goods per worker of the machines in use
	price      []float64
	queue      []int // firms in the order in which the bank serves them

	// Observed
	output       float64 // goods and machines, at the first prices
	made         float64 // goods and machines, counted
	consumption  float64 // goods sold
	investment   float64 // capacity bought
	employed     float64
	productivity float64 // goods and machines, counted, per worker
	failures     int
}

var (
	askInnovate, askImitate = draw.Ask("ks.innovate"), draw.Ask("ks.imitate")
	askLeapTool, askLeap    = draw.Ask("ks.leap.tool"), draw.Ask("ks.leap.craft")
	askWhom, askBrochure    = draw.Ask("ks.whom"), draw.Ask("ks.brochure")
	askVintage, askEntrant  = draw.Ask("ks.vintage"), draw.Ask("ks.entrant")
	askEntrantTool          = draw.Ask("ks.entrant.tool")
	askEntrantCraft         = draw.Ask("ks.entrant.craft")
)

func (p *KS) begin(luck draw.Deck) *ksState {
	m, n := p.Makers, p.Firms
	makers, firms := func() []float64 { return make([]float64, m) }, func() []float64 { return make([]float64, n) }
	s := &ksState{
		KS: p, luck: luck, wage: 1, productivity: 1,
		tool: makers(), craft: makers(), toolPrice: makers(), makerCash: makers(), makerSales: makers(), budget: makers(), scholars: makers(),
		orders: makers(), clients: make([]int, m), unsold: make([]int, m),
		stock: make([][vintages]vintage, n), supplier: make([]int, n), queue: make([]int, n),
		capacity: firms(), cash: firms(), debt: firms(), sales: firms(), demand: firms(), unfilled: firms(), inventory: firms(),
		markup: firms(), share: firms(), shareAgo: firms(), planned: firms(), expansion: firms(), renewal: firms(),
		invested: firms(), unitCost: firms(), efficiency: firms(), price: firms(),
	}
	for i := range m {
		s.tool[i], s.craft[i], s.makerCash[i] = 1, p.Craft*p.Machine, p.Cash
		s.toolPrice[i] = s.priceOf(s.craft[i])
		s.makerSales[i] = s.toolPrice[i] * p.FirstCapital * float64(n) / float64(m) / float64(p.Age)
	}
	for j := range n {
		s.supplier[j] = j % m
		for k := range int(p.FirstCapital / p.Machine) {
			age := int(luck.Uniform(askVintage, uint64(j), k) * float64(p.Age))
			at := &s.stock[j][s.slot(p.Age-age)] // bought in step −1 − age
			at.productivity = 1
			at.machines++
		}
		s.capacity[j] = math.Floor(p.FirstCapital/p.Machine) * p.Machine
		s.cash[j], s.markup[j], s.share[j], s.shareAgo[j] = p.Cash, p.Markup, 1/float64(n), 1/float64(n)
		s.demand[j] = s.capacity[j] * p.Use
		s.inventory[j] = p.Inventories * s.demand[j]
		s.sales[j] = s.demand[j] * (1 + p.Markup)
		s.unitCost[j] = 1
		s.queue[j] = j
	}
	return s
}

// step lives one step.
func (s *ksState) step() {
	s.make()
	s.settle()
}

// make is the step up to the market and with it.
func (s *ksState) make() {
	s.now++
	s.advertise()
	for j := range s.capacity {
		s.plan(j)
	}
	s.finance()
	s.produce()
	s.trade()
}

// settle closes the accounts, replaces who failed, and looks for what is better.
func (s *ksState) settle() {
	s.account()
	s.replace()
	for i := range s.tool {
		s.research(i)
	}
	s.compete()
}

// leap is a change of productivity, Beta(3, 3) stretched over [−Leap, Leap].
func (s *ksState) leap(q draw.Question, maker int) float64 {
	return s.Leap * (2*s.beta(q, maker, 3) - 1)
}

// beta is the k-th smallest of five even draws, which is distributed as
// Beta(k, 6 − k).
func (s *ksState) beta(q draw.Question, maker, k int) float64 {
	var x [5]float64
	for i := range x {
		u := s.luck.Uniform(q, uint64(maker)<<3|uint64(i), s.now)
		at := i
		for ; at > 0 && x[at-1] > u; at-- {
			x[at] = x[at-1]
		}
		x[at] = u
	}
	return x[k-1]
}

// priceOf is what a maker of some productivity asks for a unit of capacity.
func (s *ksState) priceOf(craft float64) float64 { return (1 + s.MakerMarkup) * s.wage / craft }

// burden is what a buyer wants low: the price and the cost of use together.
func (s *ksState) burden(tool, craft float64) float64 {
	return s.priceOf(craft) + s.Payback*s.wage/tool
}

// research lets a maker look for a better technique.
func (s *ksState) research(i int) {
	if s.makerSales[i] > 0 {
		s.budget[i] = s.Research * s.makerSales[i]
	}
	spent := min(s.budget[i], max(0, s.makerCash[i]))
	s.makerCash[i] -= spent
	s.scholars[i] = spent / s.wage
	tool, craft := s.tool[i], s.craft[i]
	if s.luck.Uniform(askInnovate, uint64(i), s.now) < 1-math.Exp(-s.Found*s.Innovation*s.scholars[i]) {
		newTool, newCraft := s.tool[i]*(1+s.leap(askLeapTool, i)), s.craft[i]*(1+s.leap(askLeap, i))
		if s.burden(newTool, newCraft) < s.burden(tool, craft) {
			tool, craft = newTool, newCraft
		}
	}
	if s.luck.Uniform(askImitate, uint64(i), s.now) < 1-math.Exp(-s.Copied*(1-s.Innovation)*s.scholars[i]) {
		if k := s.neighbour(i); s.burden(s.tool[k], s.craft[k]) < s.burden(tool, craft) {
			tool, craft = s.tool[k], s.craft[k]
		}
	}
	s.tool[i], s.craft[i] = tool, craft
	s.toolPrice[i] = s.priceOf(craft)
}

// neighbour is another maker, the nearer in technique the more likely.
func (s *ksState) neighbour(i int) int {
	nearness := func(k int) float64 {
		if k == i {
			return 0
		}
		const same = 1e-3 // distance of techniques that are alike, so that they can be picked at all
		return 1 / (same + math.Hypot(s.tool[k]/s.tool[i]-1, s.craft[k]/s.craft[i]-1))
	}
	total := 0.0
	for k := range s.tool {
		total += nearness(k)
	}
	left := total * s.luck.Uniform(askWhom, uint64(i), s.now)
	for k := range s.tool {
		if left -= nearness(k); left < 0 {
			return k
		}
	}
	return i
}

// advertise shows every maker's machines to its clients and to some others,
// and everybody remembers the best seen.
func (s *ksState) advertise() {
	clear(s.clients)
	for _, i := range s.supplier {
		s.clients[i]++
	}
	for i, clients := range s.clients {
		shown := max(1, int(math.Round(s.NewClients*float64(clients))))
		mine := s.burden(s.tool[i], s.craft[i])
		for k := range shown {
			j := int(s.luck.Uniform(askBrochure, uint64(i)<<20|uint64(k), s.now) * float64(len(s.supplier)))
			known := s.supplier[j]
			if mine < s.burden(s.tool[known], s.craft[known]) {
				s.supplier[j] = i
			}
		}
	}
}
