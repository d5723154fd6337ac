package replica

import (
	"cmp"
	"math"
	"slices"
)

// plan sets the output and the investment that a firm wants.
func (s *ksState) plan(j int) {
	maker := s.supplier[j]
	newCost, price := s.wage/s.tool[maker], s.toolPrice[maker]
	oldest := &s.stock[j][s.slot(s.now)] // bought Age + 1 steps ago
	gone := oldest.machines
	*oldest = vintage{}
	s.capacity[j] -= gone * s.Machine

	s.planned[j] = max(0, s.demand[j]*(1+s.Inventories)-s.inventory[j])
	s.expansion[j], s.renewal[j] = 0, gone
	before := s.capacity[j] + gone*s.Machine
	if missing := s.planned[j]/s.Use - before; missing > 0 {
		s.expansion[j] = math.Floor(min(missing, s.Growth*before) / s.Machine)
	} else { // what is too old and not needed is not renewed
		s.renewal[j] = max(0, gone-math.Floor(-missing/s.Machine))
	}
	for k := range s.stock[j] {
		if old := &s.stock[j][k]; s.outdated(old, newCost, price) {
			s.renewal[j] += old.machines
		}
	}
	s.planned[j] = min(s.planned[j], s.capacity[j])
	s.efficiency[j] = s.inUse(j, s.planned[j])
	s.unitCost[j] = s.wage / s.efficiency[j]
}

// outdated tells whether there are machines of a vintage, and new ones of this
// cost of use and price would pay for themselves in time.
func (s *ksState) outdated(old *vintage, newCost, price float64) bool {
	return old.machines > 0 && s.Payback*(s.wage/old.productivity-newCost) >= price
}

// slot is where the machines of a step are kept; they are gone Age + 1 steps later.
func (s *ksState) slot(step int) int { return step % (s.Age + 1) }

// inUse is the productivity of the machines that make an output, the best first.
func (s *ksState) inUse(j int, output float64) float64 {
	var order [vintages]int
	n := 0
	for k := range s.stock[j] {
		if s.stock[j][k].machines == 0 {
			continue
		}
		at := n
		for ; at > 0 && s.stock[j][order[at-1]].productivity < s.stock[j][k].productivity; at-- {
			order[at] = order[at-1]
		}
		order[at] = k
		n++
	}
	if n == 0 {
		return s.tool[s.supplier[j]]
	}
	left, workers := output, 0.0
	for _, k := range order[:n] {
		made := min(left, s.stock[j][k].machines*s.Machine)
		workers += made / s.stock[j][k].productivity
		left -= made
	}
	if workers == 0 {
		return s.stock[j][order[0]].productivity
	}
	return (output - left) / workers
}

// finance lets firms borrow, those with most cash over sales first, and cut
// what they cannot pay: renewal, then expansion, then production.
func (s *ksState) finance() {
	funds := 0.0
	for _, coins := range s.makerCash {
		funds += max(0, coins)
	}
	for j := range s.cash {
		funds += max(0, s.cash[j])
	}
	slices.SortFunc(s.queue, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.cash[b]*s.sales[a], s.cash[a]*s.sales[b]), cmp.Compare(a, b))
	})
	for _, j := range s.queue {
		machine := s.toolPrice[s.supplier[j]] * s.Machine
		spare := s.cash[j] + min(max(0, s.Debt*s.sales[j]-s.debt[j]), max(0, funds))
		affordable := max(0, spare)
		if wages := s.planned[j] * s.unitCost[j]; wages > affordable {
			s.planned[j] = affordable / s.unitCost[j]
		}
		affordable -= s.planned[j] * s.unitCost[j]
		s.expansion[j] = min(s.expansion[j], math.Floor(affordable/machine))
		affordable -= s.expansion[j] * machine
		s.renewal[j] = min(s.renewal[j], math.Floor(affordable/machine))
		costs := s.planned[j]*s.unitCost[j] + (s.expansion[j]+s.renewal[j])*machine
		if loan := costs - s.cash[j]; loan > 0 {
			s.debt[j] += loan
			s.cash[j] += loan
			funds -= loan
		}
	}
}

// produce hires, makes goods and machines as far as there are workers, and
// puts the machines in the place of those they renew.
func (s *ksState) produce() {
	clear(s.orders)
	goods, research := 0.0, 0.0
	for j := range s.planned {
		s.invested[j] = (s.expansion[j] + s.renewal[j]) * s.Machine
		s.orders[s.supplier[j]] += s.invested[j]
		goods += s.planned[j] / s.efficiency[j]
	}
	tools := 0.0
	for i, ordered := range s.orders {
		tools += ordered / s.craft[i]
		research += s.scholars[i]
	}
	hired := min(goods+tools, max(0, s.Workers-research))
	part := 1.0
	if goods+tools > 0 {
		part = hired / (goods + tools)
	}
	s.employed = hired + research
	s.investment, s.made = 0, 0
	for i := range s.orders {
		s.orders[i] *= part
		s.investment += s.orders[i]
		s.makerSales[i] = s.orders[i] * s.toolPrice[i]
		s.makerCash[i] += s.makerSales[i] - s.orders[i]*s.wage/s.craft[i]
	}
	for j := range s.planned {
		s.planned[j] *= part
		s.invested[j] *= part
		s.made += s.planned[j]
		s.cash[j] -= s.planned[j]*s.unitCost[j] + s.invested[j]*s.toolPrice[s.supplier[j]]
		s.install(j, part)
	}
	s.output = (1+s.Markup)*s.made + (1+s.MakerMarkup)/(s.Craft*s.Machine)*s.investment
	s.made += s.investment / s.Machine
}

// install adds the machines bought and takes away those that they renew, the
// worst first. What is too old has gone before.
func (s *ksState) install(j int, part float64) {
	maker := s.supplier[j]
	newCost, price := s.wage/s.tool[maker], s.toolPrice[maker]
	bought := s.invested[j] / s.Machine
	renewed := max(0, bought-s.expansion[j]*part)
	for k := range s.stock[j] {
		if old := &s.stock[j][k]; s.outdated(old, newCost, price) {
			out := min(old.machines, renewed)
			old.machines -= out
			renewed -= out
			s.capacity[j] -= out * s.Machine
		}
	}
	if bought > 0 {
		s.stock[j][s.slot(s.now)] = vintage{s.tool[maker], bought}
		s.capacity[j] += s.invested[j]
	}
}
