package plan

import (
	"fmt"

	"gosplan/linalg"
)

// fail says why there is no plan for a period.
func (l *least) fail(τ int, need []float64) *Plan {
	if l.ctx.Err() != nil {
		l.p.Status, l.p.Bound = Stopped, 0
		l.p.Says = "stopped before there was a plan"
		l.p.Level, l.p.Price, l.p.Rent = nil, nil, nil
		return l.p
	}
	return l.cannot(τ, need)
}

// cannot proves that the needs of a period cannot be met by any techniques.
func (l *least) cannot(τ int, need []float64) *Plan {
	p := l.p
	p.Level, p.Value, p.Bound = nil, 0, 0
	l.c.free = nil
	price := l.c.ray(need)
	if price == nil {
		p.Status, p.Bound, p.Price, p.Rent = Stopped, 0, nil, nil
		p.Says = fmt.Sprintf("no plan was found for %s, and no proof that there is none", PeriodName(l.t, τ))
		return p
	}
	p.Status = Infeasible
	l.rays(τ, price, nil)
	if l.keptTo(τ) {
		p.Status, p.Price, p.Rent = Stopped, nil, nil
		p.Says = fmt.Sprintf("what %s needs cannot be made in it; whether it can be made ahead and stored is not known", PeriodName(l.t, τ))
		return p
	}
	most := 0
	for i := range price {
		if price[i]*need[i] > price[most]*need[most] {
			most = i
		}
	}
	if most < len(price) && len(l.w.ways(most)) == 0 {
		p.Says = fmt.Sprintf("nobody makes %s, which %s needs", l.t.Product(most), PeriodName(l.t, τ))
		return p
	}
	p.Says = fmt.Sprintf("to make %s, techniques use up more products than they make (%s)", l.t.Product(most), PeriodName(l.t, τ))
	return p
}

// scarce proves that the needs of a period take more of a factor than there
// is. Levels stay as what would be made if there were enough.
func (l *least) scarce(τ, factor int, need []float64, room float64) *Plan {
	p := l.p
	l.w.costs(oneAt(len(l.t.Factors), factor), l.c.cost)
	l.c.known = false
	p.Value, p.Bound = 0, 0
	if !l.c.find(l.ctx, 1e-12) || linalg.Dot(l.c.price, need) <= room {
		p.Status, p.Bound = Stopped, 0
		p.Says = fmt.Sprintf("this plan takes more %s than there is (%s)", l.t.Factors[factor], PeriodName(l.t, τ))
		return p
	}
	if l.keptTo(τ) {
		p.Status, p.Level, p.Price, p.Rent = Stopped, nil, nil, nil
		p.Says = fmt.Sprintf("%s alone takes more %s than there is; whether what it needs can be made ahead and stored is not known", PeriodName(l.t, τ), l.t.Factors[factor])
		return p
	}
	p.Status = Infeasible
	l.rays(τ, l.c.price, oneAt(len(l.t.Factors), factor))
	p.Says = fmt.Sprintf("the needs of %s take %.4g times the %s there is%s", PeriodName(l.t, τ), linalg.Dot(l.c.price, need)/room, l.t.Factors[factor], unbuilt(l.t))
	return p
}

// keptTo tells whether something could be made before a period and kept for
// it.
func (l *least) keptTo(τ int) bool {
	for i := range l.t.N {
		if τ > 0 && kept(l.t, i) > 0 {
			return true
		}
	}
	return false
}

// rays sets prices and rents that are nothing but in one period.
func (l *least) rays(τ int, price, rent []float64) {
	p := l.p
	p.Price, p.Rent = nil, nil
	for range l.t.Periods {
		p.Price = append(p.Price, make([]float64, l.t.N))
		p.Rent = append(p.Rent, make([]float64, len(l.t.Factors)))
	}
	copy(p.Price[τ], price)
	copy(p.Rent[τ], rent)
}
