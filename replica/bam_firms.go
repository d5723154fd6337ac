package replica

import (
	"math"

	"gosplan/par"
)

// firmBlock is how many firms are worked on together. Sums are taken by block
// and added in the order of blocks, on however many cores.
const firmBlock = 4096

func blocks(n, size int) int { return (n + size - 1) / size }

// A blockSum is what is added up over a block of firms.
type blockSum struct {
	coins    float64
	firms    int
	openings int
}

// overFirms works on all firms, block by block.
func (s *bamState) overFirms(work func(block, from, to int)) {
	n := len(s.shelf)
	if n <= firmBlock {
		work(0, 0, n)
		return
	}
	par.Blocks(blocks(n, firmBlock), func(b int) {
		work(b, b*firmBlock, min(n, (b+1)*firmBlock))
	})
}

// reviewMinimum takes inflation over the year and, once a year, puts it on
// the minimum wage and on the wages below it.
func (s *bamState) reviewMinimum() {
	known := s.now // mean prices known, the first one included
	if known <= bamReview {
		return
	}
	newest, oldest := s.prices[(known-1)%len(s.prices)], s.prices[(known-1-bamReview)%len(s.prices)]
	s.inflation = (newest - oldest) / oldest
	if (known-1)%bamReview != 0 {
		return
	}
	s.leastWage *= 1 + s.inflation
	for i, at := range s.employer {
		if h := &s.household[i]; at >= 0 && h.wage < s.leastWage {
			s.firm[at].wages += s.leastWage - h.wage
			h.wage = s.leastWage
		}
	}
}

// plan sets output, price, vacancies and wage offer of every firm.
func (s *bamState) plan() {
	s.overFirms(func(block, from, to int) {
		openings := 0
		for f := from; f < to; f++ {
			openings += s.planFirm(f)
		}
		s.block[block].openings = openings
	})
	s.openings = 0
	for _, sum := range s.block {
		s.openings += sum.openings
	}
}

func (s *bamState) planFirm(i int) (openings int) {
	shock, raise := s.luck.Uniforms(askPlan, uint64(i), s.now)
	at, f := &s.shelf[i], &s.firm[i]
	soldOut, dear := at.stock == 0, at.price >= s.meanPrice
	planned, price := at.made, at.price
	switch {
	case soldOut && dear:
		planned *= 1 + s.Output*shock
	case !soldOut && !dear:
		planned *= 1 - s.Output*shock
	case soldOut:
		price = max(price*(1+s.Price*shock), s.unitCost(i, planned))
	default:
		price = max(price*(1-s.Price*shock), s.unitCost(i, planned))
	}
	at.price, at.perCoin = price, 1/price
	f.wanted = int32(math.Ceil(planned / s.Productivity))
	f.vacancies = max(0, f.wanted-f.labour)
	if f.vacancies > 0 {
		f.offer *= 1 + s.Wage*raise
	}
	f.offer = max(f.offer, s.leastWage)
	return int(f.vacancies)
}

// unitCost is last quarter's wages and interest over what is planned.
func (s *bamState) unitCost(f int, planned float64) float64 {
	return (s.bill[f] + s.interest[f]) / max(planned, bamNothing)
}

// produce pays wages and makes goods, and takes the mean price.
func (s *bamState) produce() {
	s.employed, s.output, s.paid = 0, 0, 0
	value, weight := 0.0, 0.0
	for f := range s.shelf {
		at, labour := &s.shelf[f], s.firm[f].labour
		s.bill[f] = s.firm[f].wages
		s.funds[f] -= s.bill[f]
		at.made = s.Productivity * float64(labour)
		at.stock = at.made
		s.employed += int(labour)
		s.output += at.made
		s.paid += s.bill[f]
		value += at.price * at.made
		weight += at.made
	}
	if weight > 0 {
		s.meanPrice = value / weight
	}
	s.prices[s.now%len(s.prices)] = s.meanPrice
}

// settle takes revenue, repays loans or not, pays dividends and counts the
// firms that fail.
func (s *bamState) settle() {
	s.overFirms(func(block, from, to int) {
		var sum blockSum
		for f := from; f < to; f++ {
			sum.coins += s.settleFirm(f)
			if !s.lives(f) {
				sum.firms++
			}
		}
		s.block[block] = sum
	})
	dividends := 0.0
	s.failures = 0
	for _, sum := range s.block {
		dividends += sum.coins
		s.failures += sum.firms
	}
	s.owed = dividends / float64(len(s.household))
	for _, l := range s.loans {
		f, b := l.firm, l.bank
		if s.asked[f] >= 0 { // it repaid
			s.equity[b] += l.interest
			continue
		}
		recovered := l.principal / max(s.principal[f], bamNothing) * -(s.asked[f] + 1)
		s.equity[b] -= l.principal - min(max(recovered, 0), l.principal)
	}
}

// settleFirm returns the dividend. It leaves in asked 0 for a firm that
// repaid, and −1 less its net worth for one that did not.
func (s *bamState) settleFirm(f int) (dividend float64) {
	at := &s.shelf[f]
	revenue := at.price * (at.made - at.stock)
	s.funds[f] += revenue
	s.asked[f] = 0
	if debt := s.principal[f] + s.interest[f]; debt > bamNothing && s.funds[f]-debt < -bamNothing {
		s.asked[f] = -1 - max(s.worth[f], 0)
	}
	profit := revenue - s.bill[f] - s.interest[f]
	if profit > 0 {
		dividend = s.Dividend * profit
	}
	s.worth[f] += profit - dividend
	s.funds[f] = max(s.worth[f], 0)
	return dividend
}

// lives reports whether a firm goes on.
func (s *bamState) lives(f int) bool { return s.worth[f] >= bamNothing && s.shelf[f].made > bamNothing }

// replace puts new firms and banks in the place of those that failed.
func (s *bamState) replace() {
	if s.failures == len(s.shelf) {
		s.collapsed = true
		return
	}
	if s.failures > 0 {
		s.enter()
	}
	s.replaceBanks()
}

// enter founds the new firms, in proportion to the trimmed means of the others.
func (s *bamState) enter() {
	s.scratch, s.other = s.scratch[:0], s.other[:0]
	for f := range s.shelf {
		if s.lives(f) {
			s.scratch, s.other = append(s.scratch, s.worth[f]), append(s.other, s.shelf[f].made)
		} else {
			s.call(int32(f))
		}
	}
	worth, made := s.Entrant*s.worths.mean(s.scratch), s.Entrant*s.outputs.mean(s.other)
	wage := 0.0
	if s.employed > 0 {
		wage = s.Entrant * s.paid / float64(s.employed)
	}
	for _, i := range s.called {
		price := s.meanPrice * s.EntrantPrice
		s.shelf[i] = shelf{price: price, perCoin: 1 / price, made: made}
		s.worth[i], s.funds[i] = worth, worth
		s.bill[i], s.interest[i], s.principal[i] = 0, 0, 0
		s.firm[i].offer = max(wage, s.leastWage)
	}
	s.dismissCalled(3<<32, func(i int32) bool { return s.firm[i].labour > 0 })
}
