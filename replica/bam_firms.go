package replica

import (
	"math"
	"slices"

	"gosplan/par"
)

// firmBlock is how many firms are worked on together. Sums are taken by block
// and added in the order of blocks, on however many cores.
const firmBlock = 4096

func blocks(n, size int) int { return (n + size - 1) / size }

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
	for i, wage := range s.wage {
		if s.employer[i] >= 0 && wage < s.leastWage {
			s.wage[i] = s.leastWage
		}
	}
}

// plan sets output, price, vacancies and wage offer of every firm.
func (s *bamState) plan() {
	s.overFirms(func(block, from, to int) {
		openings := 0.0
		for f := from; f < to; f++ {
			openings += s.planFirm(f)
		}
		s.block[block] = openings
	})
	s.openings = 0
	for _, n := range s.block {
		s.openings += int(n)
	}
}

func (s *bamState) planFirm(f int) (openings float64) {
	a, b := s.luck.Words(askPlan, uint64(f), s.now)
	at := &s.shelf[f]
	soldOut, dear := at.stock == 0, at.price >= s.meanPrice
	planned, price := at.made, at.price
	switch shock := share(a); {
	case soldOut && dear:
		planned *= 1 + s.Output*shock
	case !soldOut && !dear:
		planned *= 1 - s.Output*shock
	case soldOut:
		price = max(price*(1+s.Price*shock), s.unitCost(f, planned))
	default:
		price = max(price*(1-s.Price*shock), s.unitCost(f, planned))
	}
	if price != at.price {
		at.price, at.perCoin = price, 1/price
	}
	s.wanted[f] = int32(math.Ceil(planned / s.Productivity))
	s.vacancies[f] = max(0, s.wanted[f]-s.labour[f])
	if s.vacancies[f] > 0 {
		s.offer[f] *= 1 + s.Wage*share(b)
	}
	s.offer[f] = max(s.offer[f], s.leastWage)
	return float64(s.vacancies[f])
}

// unitCost is last quarter's wages and interest over what is planned.
func (s *bamState) unitCost(f int, planned float64) float64 {
	return (s.wages[f] + s.interest[f]) / max(planned, bamNothing)
}

// produce pays wages and makes goods, and takes the mean price.
func (s *bamState) produce() {
	s.employed, s.output, s.paid = 0, 0, 0
	value, weight := 0.0, 0.0
	for f := range s.shelf {
		at := &s.shelf[f]
		s.funds[f] -= s.wages[f]
		at.made = s.Productivity * float64(s.labour[f])
		at.stock = at.made
		s.employed += int(s.labour[f])
		s.output += at.made
		s.paid += s.wages[f]
		value += at.price * at.made
		weight += at.made
	}
	if weight > 0 {
		s.meanPrice = value / weight
	}
	s.prices[s.now%len(s.prices)] = s.meanPrice
}

// settle takes revenue, repays loans or not, and pays dividends.
func (s *bamState) settle() {
	s.overFirms(func(block, from, to int) {
		paid := 0.0
		for f := from; f < to; f++ {
			paid += s.settleFirm(f)
		}
		s.block[block] = paid
	})
	dividends := 0.0
	for _, paid := range s.block {
		dividends += paid
	}
	s.owed = dividends / float64(len(s.shopper))
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
	profit := revenue - s.wages[f] - s.interest[f]
	if profit > 0 {
		dividend = s.Dividend * profit
	}
	s.worth[f] += profit - dividend
	s.funds[f] = max(s.worth[f], 0)
	return dividend
}

// replace puts new firms and banks in the place of those that failed.
func (s *bamState) replace() {
	s.failures = 0
	for f := range s.shelf {
		if s.worth[f] < bamNothing || s.shelf[f].made <= bamNothing {
			s.failures++
		}
	}
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
	worth := s.Entrant * s.trimmed(func(f int) float64 { return s.worth[f] })
	made := s.Entrant * s.trimmed(func(f int) float64 { return s.shelf[f].made })
	wage := 0.0
	if s.employed > 0 {
		wage = s.Entrant * s.paid / float64(s.employed)
	}
	for f := range s.shelf {
		if s.worth[f] >= bamNothing && s.shelf[f].made > bamNothing {
			continue
		}
		for s.head[f] >= 0 {
			s.part(s.head[f], -1)
		}
		price := s.meanPrice * s.EntrantPrice
		s.shelf[f] = shelf{price: price, perCoin: 1 / price, made: made}
		s.worth[f], s.funds[f] = worth, worth
		s.wages[f], s.interest[f], s.principal[f] = 0, 0, 0
		s.offer[f] = max(wage, s.leastWage)
	}
}

// trimmed is the mean over surviving firms without a share at either end.
func (s *bamState) trimmed(of func(f int) float64) float64 {
	s.scratch = s.scratch[:0]
	for f := range s.shelf {
		if s.worth[f] >= bamNothing && s.shelf[f].made > bamNothing {
			s.scratch = append(s.scratch, of(f))
		}
	}
	cut := int(bamTrim * float64(len(s.scratch)))
	low, high := cut, len(s.scratch)-cut
	part(s.scratch, low)
	part(s.scratch[low:], high-low)
	middle := s.scratch[low:high]
	sum := 0.0
	for _, v := range middle {
		sum += v
	}
	return sum / float64(len(middle))
}

// part puts the k smallest values first.
func part(x []float64, k int) {
	const few = 24
	for k > 0 && k < len(x) {
		if len(x) <= few {
			slices.Sort(x)
			return
		}
		a, b, c := x[0], x[len(x)/2], x[len(x)-1]
		pivot := max(min(a, b), min(max(a, b), c))
		low, at, high := 0, 0, len(x)
		for at < high {
			switch v := x[at]; {
			case v < pivot:
				x[at], x[low] = x[low], v
				low++
				at++
			case v > pivot:
				high--
				x[at], x[high] = x[high], v
			default:
				at++
			}
		}
		switch {
		case k < low:
			x = x[:low]
		case k > high:
			x, k = x[high:], k-high
		default:
			return
		}
	}
}
