package plan

import (
	"fmt"

	"gosplan/linalg"
)

// plan plans all periods and proves what it can. What stays open in a small
// table is settled by one linear programme over all periods.
func (l *least) plan(tolerance float64) *Plan {
	if l.r.Tolerance > 0 {
		tolerance = l.r.Tolerance
	}
	p := l.byPeriods(tolerance)
	if p.Status != Stopped || l.ctx.Err() != nil || !isSmall(l.t) {
		return p
	}
	r := l.r
	r.Tolerance = tolerance
	q := wholly(l.ctx, l.t, r)
	switch {
	case q == nil || q.Status == Stopped && p.Level != nil && p.Gap() <= q.Gap():
		return p
	case q.Status == Infeasible:
		q.Says = "with what there is the needs cannot be met" + unbuilt(l.t)
	default:
		q.Says = l.says(q) + unbuilt(l.t)
	}
	q.Request = l.r
	return q
}

// byPeriods plans one period after the other.
func (l *least) byPeriods(tolerance float64) *Plan {
	p, residual := l.p, tolerance/30
	room := capacities(l.t)
	for τ := range l.t.Periods {
		need := l.wanted(τ)
		o := l.period(need, residual)
		if o == nil {
			return l.fail(τ, need)
		}
		level := l.w.levels(o.x, l.c.way)
		missing, over := l.missing(o, residual), l.over(level, room[τ])
		if missing >= 0 {
			if q := l.cannot(τ, need); q.Status == Infeasible || !l.mixes() {
				return q
			}
		}
		if missing >= 0 || (over >= 0 || l.torn) && l.mixes() {
			return l.mix(tolerance)
		}
		p.Level = append(p.Level, level)
		p.Price = append(p.Price, append([]float64(nil), l.c.price...))
		p.Rent = append(p.Rent, make([]float64, len(l.t.Factors)))
		if over >= 0 {
			return l.scarce(τ, over, need, room[τ][over])
		}
		p.Value += l.used(level)
		l.frees = append(l.frees, l.c.free)
		l.store(τ, o, need)
	}
	l.backwards(residual)
	l.bound()
	l.conclude(tolerance)
	return p
}

// backwards prices what is kept for the next period at what it is worth there,
// and looks whether anything else would be worth keeping.
func (l *least) backwards(residual float64) {
	p := l.p
	for τ := len(p.Price) - 2; τ >= 0 && !l.unproved; τ-- {
		if free := l.frees[τ]; free != nil {
			l.c.free, l.c.known, l.c.priced = nil, false, true
			l.c.standIns()
			for i := range free {
				if free[i] {
					l.c.fixed[i] = kept(l.t, i) * p.Price[τ+1][i]
				}
			}
			l.unproved = !l.c.find(l.ctx, residual)
			copy(p.Price[τ], l.c.price)
		}
		for i, price := range p.Price[τ] {
			if price < kept(l.t, i)*p.Price[τ+1][i]*(1-residual*100) {
				l.ahead = true
			}
		}
	}
}

// bound is what prices prove that needs take.
func (l *least) bound() {
	p := l.p
	if l.unproved || l.ahead {
		return
	}
	for τ, price := range p.Price {
		p.Bound += linalg.Dot(price, netNeed(l.t, τ, 1))
	}
	for i, stock := range l.t.Stock {
		p.Bound -= p.Price[0][i] * kept(l.t, i) * stock
	}
}

// mixes tells whether techniques can be mixed to meet needs that the cheapest
// alone cannot meet.
func (l *least) mixes() bool { return l.w.most > 1 && len(l.t.Periods) == 1 }

// used is how much of the factor economised levels use; without factors, how
// many runs there are.
func (l *least) used(level []float64) float64 {
	if l.t.Use == nil {
		return linalg.Sum(level)
	}
	return l.uses(level)[l.r.Factor]
}

func (l *least) uses(level []float64) []float64 {
	use := make([]float64, len(l.t.Factors))
	if l.t.Use != nil {
		l.t.Use.TimesTransposed(level, use)
	}
	return use
}

// over is the factor of which levels use most in excess of what there is, -1
// if they fit.
func (l *least) over(level, room []float64) int {
	worst, by := -1, 1+1e-9
	for f, use := range l.uses(level) {
		if ratio := use / room[f]; use > 0 && ratio > by {
			worst, by = f, ratio
		}
	}
	return worst
}

// missing is a product that nobody makes and yet is taken, -1 if there is none.
func (l *least) missing(o *output, residual float64) int {
	for i, x := range o.x {
		if l.c.way[i] < 0 && (o.made == nil || o.made[i] >= 0) && x > residual*linalg.Largest(o.x) {
			return i
		}
	}
	return -1
}

// store keeps what is left over for the next period.
func (l *least) store(τ int, o *output, need []float64) {
	if o.made == nil {
		clear(l.carry)
		l.p.storeTerminal(l, τ)
		return
	}
	if l.carry == nil {
		l.carry = make([]float64, l.t.N)
	}
	for i, made := range o.made {
		l.carry[i] = 0
		if made < 0 {
			l.carry[i] = max(0, -need[i]-o.net.RowTimes(i, o.x))
		}
	}
	if τ < len(l.t.Periods)-1 {
		l.p.putStore(l, τ, l.carry)
		return
	}
	l.p.storeTerminal(l, τ)
}

// putStore notes stores of a period, making room for them when there are any.
func (p *Plan) putStore(l *least, τ int, store []float64) {
	if p.Store == nil {
		p.Store = make([][]float64, len(l.t.Periods))
		for k := range p.Store {
			p.Store[k] = make([]float64, l.t.N)
		}
	}
	copy(p.Store[τ], store)
}

// storeTerminal notes the stock wanted in the end, which needs hold already.
func (p *Plan) storeTerminal(l *least, τ int) {
	if l.t.Terminal != nil && τ == len(l.t.Periods)-1 {
		p.putStore(l, τ, l.t.Terminal)
		p.Keep = append([]float64(nil), l.c.price...)
	}
}

// conclude says how far the proof reaches.
func (l *least) conclude(tolerance float64) {
	p := l.p
	if l.unproved {
		p.Status, p.Bound, p.Price, p.Rent = Stopped, 0, nil, nil
		p.Says = "the needs are met, but there are no prices that prove that this takes least: some products cost less than nothing"
		return
	}
	if l.ahead {
		p.Status = Stopped
		p.Says = fmt.Sprintf("the needs are met with %.6g; to make some products ahead and store them might take less", p.Value)
		return
	}
	p.Status = Stopped
	if p.Gap() <= tolerance {
		p.Status = Proved
	}
	p.Says = l.says(p)
}

// says tells what a plan uses, and what is proved to be needed.
func (l *least) says(p *Plan) string {
	if p.Status == Proved {
		return fmt.Sprintf("the needs are met with %.6g %s, and cannot be met with less", p.Value, l.unit())
	}
	return fmt.Sprintf("the needs are met with %.6g %s; it is proved that %.6g are needed", p.Value, l.unit(), p.Bound)
}

// unit is what the plan's value is an amount of.
func (l *least) unit() string {
	if l.t.Use == nil {
		return "runs"
	}
	words := "of " + l.t.Factors[l.r.Factor]
	if unit := FactorUnit(l.t, l.r.Factor); unit != "" {
		return unit + " " + words
	}
	return words
}
