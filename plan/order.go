package plan

import (
	"cmp"
	"slices"
)

// lack is the share of a need, or of an output, from which on a shortfall
// counts as one.
const lack = 1e-6

// A rank is where a product stands in what people want to see first.
type rank struct {
	short        bool
	weight, need float64
}

// Heaviest are the products that fall short, then the others in the order of
// what they weigh in the plan's prices, and of their needs where they have no
// price. What is neither made nor used up nor needed is left
// out.
func Heaviest(s *Summary, p *Plan) []int {
	ranks := ranksOf(s, p)
	order := make([]int, 0, len(ranks))
	for i, r := range ranks {
		made := slices.ContainsFunc(s.Products, func(u *Uses) bool { return u.Made[i] > 0 || u.Input[i] > 0 })
		if r.short || r.need > 0 || made {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := ranks[a], ranks[b]
		switch {
		case x.short != y.short && x.short:
			return -1
		case x.short != y.short:
			return 1
		}
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(y.need, x.need))
	})
	return order
}

func ranksOf(s *Summary, p *Plan) []rank {
	ranks := make([]rank, len(s.Products[0].Made))
	for period, u := range s.Products {
		prices := periodOf(p.Price, period)
		for i := range ranks {
			ranks[i].weight += worthOf(prices, i) * (u.Made[i] + max(0, u.Import[i]))
			ranks[i].need += u.Wanted[i]
			ranks[i].short = ranks[i].short || u.Short[i] > lack*max(u.Wanted[i], u.Made[i])
		}
	}
	return ranks
}
