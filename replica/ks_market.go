package replica

import "math"

// trade lets consumers spend wages and benefits by market share.
func (s *ksState) trade() {
	budget := s.wage*s.employed + s.Benefit*s.wage*(s.Workers-s.employed)
	s.consumption = 0
	for j := range s.price {
		s.price[j] = (1 + s.markup[j]) * s.unitCost[j]
		s.demand[j] = budget * s.share[j] / s.price[j]
		there := s.planned[j] + s.inventory[j]
		sold := min(s.demand[j], there)
		s.unfilled[j] = s.demand[j] - sold
		s.inventory[j] = there - sold
		s.sales[j] = sold * s.price[j]
		s.cash[j] += s.sales[j]
		s.consumption += sold
	}
}

// account pays interest, taxes and, out of cash beyond the wage bill, part of
// the debt, and moves the wage.
func (s *ksState) account() {
	for j := range s.cash {
		interest := s.Interest * s.debt[j]
		profit := s.sales[j] - s.planned[j]*s.unitCost[j] - interest
		s.cash[j] -= interest + s.Tax*max(0, profit)
		repaid := min(s.Repay*s.debt[j], max(0, s.cash[j]-s.planned[j]*s.unitCost[j]))
		s.debt[j] -= repaid
		s.cash[j] -= repaid
	}
	for i := range s.makerCash {
		s.makerCash[i] -= s.Tax * max(0, s.makerSales[i]-s.orders[i]*s.wage/s.craft[i])
	}
	if s.employed > 0 && s.made > 0 {
		now := s.made / s.employed
		if s.now > 1 {
			s.wage *= 1 + s.Indexed*(now/s.productivity-1)
		}
		s.productivity = now
	}
}

// compete moves market shares and mark-ups.
func (s *ksState) compete() {
	price, mean, total := 0.0, 0.0, 0.0
	for j := range s.price {
		price += s.share[j] * s.price[j]
	}
	for j := range s.share {
		mean += s.share[j] * s.burdenOf(j, price)
	}
	for j := range s.share {
		change := max(-1, min(1, s.share[j]/s.shareAgo[j]-1))
		s.markup[j] *= 1 + s.MarkupShare*change
		s.shareAgo[j] = s.share[j]
		s.share[j] *= max(0, 1+s.Selection*(mean-s.burdenOf(j, price))/mean)
		total += s.share[j]
	}
	for j := range s.share {
		s.share[j] /= total
	}
}

// burdenOf is what customers hold against a firm: its price over the mean and
// the part of their demand that it did not serve.
func (s *ksState) burdenOf(j int, price float64) float64 {
	if s.demand[j] == 0 {
		return s.price[j] / price
	}
	return s.price[j]/price + s.unfilled[j]/s.demand[j]
}

// leastShare is the share of a mean firm below which a firm has no customers.
const leastShare = 1e-3

// replace puts entrants in the place of firms without cash or customers and of
// makers who have long sold nothing.
func (s *ksState) replace() {
	s.failures = 0
	capital, cash, makerCash := 0.0, 0.0, 0.0
	best, bestCraft := 0.0, 0.0
	for j := range s.cash {
		capital += s.capacity[j] / float64(len(s.cash))
		cash += max(0, s.cash[j]) / float64(len(s.cash))
	}
	for i := range s.makerCash {
		makerCash += max(0, s.makerCash[i]) / float64(len(s.makerCash))
		best, bestCraft = max(best, s.tool[i]), max(bestCraft, s.craft[i])
	}
	for i := range s.makerCash {
		if s.unsold[i]++; s.orders[i] > 0 {
			s.unsold[i] = 0
		}
		if s.unsold[i] <= s.Patience {
			continue
		}
		s.unsold[i] = 0
		s.failures++
		s.makerCash[i] = makerCash * s.size(sizeOfMaker, i)
		s.tool[i], s.craft[i] = best*(1+s.Leap*(2*s.beta(askEntrantTool, i, 2)-1)), bestCraft*(1+s.Leap*(2*s.beta(askEntrantCraft, i, 2)-1))
		s.makerSales[i] = s.makerCash[i]
	}
	for j := range s.cash {
		if s.cash[j] >= 0 && s.share[j]*float64(len(s.cash)) >= leastShare && s.capacity[j] > 0 {
			continue
		}
		s.failures++
		s.enter(j, capital, cash)
	}
}

// What of an entrant has a size.
const (
	sizeOfMaker = iota
	sizeOfPlant
	sizeOfPurse
)

// size is how large an entrant is over the mean.
func (s *ksState) size(of uint64, who int) float64 {
	return s.EntrantLeast + (s.EntrantMost-s.EntrantLeast)*s.luck.Uniform(askEntrant, of<<32|uint64(who), s.now)
}

// enter founds a firm with machines of the best maker its predecessor knew.
func (s *ksState) enter(j int, capital, cash float64) {
	machines := max(1, math.Round(capital*s.size(sizeOfPlant, j)/s.Machine))
	tool := s.tool[s.supplier[j]]
	s.stock[j] = [vintages]vintage{}
	s.stock[j][s.slot(s.now)] = vintage{tool, machines}
	s.capacity[j] = machines * s.Machine
	s.cash[j], s.debt[j] = cash*s.size(sizeOfPurse, j), 0
	s.inventory[j], s.unfilled[j] = 0, 0
	s.markup[j] = s.Markup
	s.unitCost[j], s.efficiency[j] = s.wage/tool, tool
	s.price[j] = (1 + s.Markup) * s.unitCost[j]
	s.demand[j] = s.capacity[j] * s.Use
	s.sales[j] = s.demand[j] * s.price[j]
	s.share[j] = s.capacity[j] / capital / float64(len(s.cash))
	s.shareAgo[j] = s.share[j]
}
