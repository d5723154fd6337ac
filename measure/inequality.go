package measure

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"gosplan/economy"
	"gosplan/statistic"
)

// A share is what each of so many people has.
type share struct{ each, people float64 }

func (x share) compare(y share) int {
	switch {
	case x.each < y.each:
		return -1
	case x.each > y.each:
		return 1
	}
	return cmp.Compare(x.people, y.people)
}

// lists are kept from year to year, so that none has to be made.
var lists = sync.Pool{New: func() any { return new([]share) }}

// inequality writes how unequally money income and consumption are spread over
// all people, each with an equal part of what his house has. It is exact for
// the people who are simulated.
func (c *writer) inequality() {
	kept := lists.Get().(*[]share)
	defer lists.Put(kept)
	for _, k := range []struct {
		gini, tenth, deciles string
		of                   func(*economy.House) float32
	}{
		{"gini", "top_tenth", "income_deciles", func(h *economy.House) float32 { return h.Income }},
		{"gini_consumption", "top_tenth_consumption", "consumption_deciles", func(h *economy.House) float32 { return h.Spent }},
	} {
		list := (*kept)[:0]
		for b := range c.s.Block {
			for i := range c.s.Block[b].House {
				if h := &c.s.Block[b].House[i]; h.Members > 0 {
					people := float64(h.Members)
					list = append(list, share{float64(k.of(h)) / people, people})
				}
			}
		}
		*kept = list
		slices.SortFunc(list, share.compare)
		if gini, tenth, ok := spread(list); ok {
			c.put(k.gini, gini)
			c.put(k.tenth, tenth)
		}
		if low := quantile(list, 0.1); low > 0 {
			c.put(k.deciles, quantile(list, 0.9)/low)
		}
	}
}

// spread is the Gini coefficient of shares in rising order, and the part of
// all that the tenth of people has who have most. ok is false if there is
// nothing to share.
func spread(list []share) (gini, tenth float64, ok bool) {
	var people, all float64
	for _, x := range list {
		people += x.people
		all += x.each * x.people
	}
	if all <= 0 {
		return 0, 0, false
	}
	var before, area float64
	for _, x := range list {
		area += x.each * x.people * (2*before + x.people)
		tenth += x.each * max(0, min(x.people, before+x.people-0.9*people))
		before += x.people
	}
	return area/(people*all) - 1, tenth / all, true
}

// quantile is what somebody has below whom a part of all people lies.
func quantile(list []share, part float64) float64 {
	var people, below float64
	for _, x := range list {
		people += x.people
	}
	for _, x := range list {
		if below += x.people; below >= part*people {
			return x.each
		}
	}
	return 0
}

// profitAndInvestment is the correlation over enterprises between the profit
// of the year before and the investment of the last, each over capital. ok is
// false where fewer than three have both, or one of them does not vary.
func profitAndInvestment(s *economy.State) (r float64, ok bool) {
	var pairs statistic.Pairs
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		var capital float64
		for v := range e.Plants {
			capital += e.Vintage[v].Cost
		}
		if e.Gain[2] == 0 || capital <= 0 {
			continue
		}
		pairs.Add(e.Gain[2]/capital, e.Put[1]/capital)
	}
	const even = 1e-12 // of the mean square: rounding, and no variance
	return pairs.Correlation(even*pairs.XX/pairs.N, even*pairs.YY/pairs.N)
}

// returns is how far rates of return lie apart between branches: the standard
// deviation of a year's profit over plant at the price of new plant, points of
// a hundred. ok is false where fewer than two have plant.
func returns(w *economy.World, s *economy.State) (sd float64, ok bool) {
	var gain, capital [economy.Goods]float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		gain[e.Good] += e.Gain[1]
		for v := range e.Plants {
			capital[e.Good] += e.Vintage[v].Cost
		}
	}
	price := s.PlantPrice(&w.Physics.Plant)
	var n, x, xx float64
	for g := range capital {
		if value := capital[g] * price; value > 0 {
			rate := 100 * gain[g] / value
			n++
			x += rate
			xx += rate * rate
		}
	}
	if n < 2 {
		return 0, false
	}
	return math.Sqrt(max(0, xx/n-x/n*x/n)), true
}
