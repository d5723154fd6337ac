package plan

import (
	"fmt"
	"math"
)

// noFactor marks that no factor is economised.
const noFactor = -1

// A ledger is one set of duals and what they are held against.
type ledger struct {
	name     string // before the names of checks: "tier 2: "
	price    [][]float64
	rent     [][]float64
	keep     []float64
	keepRent []float64
	fixed    []float64 // [earlier tier]
	factor   int       // whose use is the cost, or noFactor
	tier     int       // whose shortfalls are the cost; 0 is the first, negative: no shortfalls
	tiers    []int8    // all of them, where shortfalls are the cost
	weights  float64   // of shortfalls: 1, or 0 in a Farkas ray
	unit     float64   // of what slackness is a share; 0: slackness is not tested
	scaled   bool      // the needs are times a scale
	storing  bool      // stores belong to the programme
	building bool      // building does
}

// ledgerOf is the plan's own duals.
func (v *verifier) ledgerOf() *ledger {
	p := v.p
	task := p.Request.Task
	l := &ledger{price: p.Price, rent: p.Rent, keep: p.Keep, keepRent: p.KeepRent, factor: noFactor, tier: -1,
		scaled:   task == Bundle || task == Years,
		storing:  task == Goals || task == Years || p.Store != nil || p.Begun != nil,
		building: task == Goals || task == Years || p.Begun != nil}
	if task == Technique || task == Balances {
		l.factor = p.Request.Factor
	}
	return l
}

// priceSigns tests that no dual has the wrong sign or prices what is not
// limited.
func (v *verifier) priceSigns(l *ledger) {
	c := Inspected{Name: l.name + "sign of prices", Tested: "no price or rent is negative, and only what is limited has a rent", Tolerance: math.SmallestNonzeroFloat64}
	see := func(name string, rows [][]float64) {
		var w worst
		for period, row := range rows {
			w.search(period, len(row), func(i int) float64 { return max(0, -row[i]) })
		}
		if w.by > 0 {
			c.Violation, c.Worst = w.by, fmt.Sprintf("%s of %s in %s: %.4g", name, v.thing(name, w.i), v.period(w.period), -w.by)
		}
	}
	see("price", l.price)
	see("rent", l.rent)
	see("keep", [][]float64{l.keep})
	see("keepRent", [][]float64{l.keepRent})
	for k, x := range l.fixed {
		if x < 0 {
			c.Violation, c.Worst = -x, fmt.Sprintf("worth of tier %d: %.4g", k+1, x)
		}
	}
	unlimited := func(period, f int, rent float64) {
		if rent > 0 && math.IsInf(v.room[period][f], 1) {
			c.Violation, c.Worst = rent, fmt.Sprintf("rent of %s in %s, which is not limited: %.4g", v.t.Factors[f], v.period(period), rent)
		}
	}
	for period, rents := range l.rent {
		for f, rent := range rents {
			unlimited(period, f, rent)
		}
	}
	for f, rent := range l.keepRent {
		unlimited(len(v.t.Periods), f, rent)
	}
	v.add(c)
}

// account is what a run of a technique earns and costs at the duals.
func (v *verifier) account(l *ledger, period, technique int) (earns, costs, size float64) {
	t, price, rent := v.t, rowIn(l.price, period), rowIn(l.rent, period)
	if t.Output != nil {
		cols, vals := t.Output.Row(technique)
		for k, i := range cols {
			earns += vals[k] * value(price, int(i))
			size += math.Abs(vals[k] * value(price, int(i)))
		}
	} else {
		earns = value(price, int(t.Makes[technique]))
		size = math.Abs(earns)
	}
	cols, vals := t.Input.Row(technique)
	for k, i := range cols {
		earns -= vals[k] * value(price, int(i))
		size += math.Abs(vals[k] * value(price, int(i)))
	}
	if t.Use != nil {
		cols, vals := t.Use.Row(technique)
		for k, f := range cols {
			x := vals[k] * value(rent, int(f))
			if int(f) == l.factor {
				x += vals[k]
			}
			costs += x
			size += math.Abs(x)
		}
	}
	return earns, costs, size
}

// techniques tests that none earns more than it costs, and that those that
// run earn what they cost.
func (v *verifier) techniques(l *ledger) {
	c := Inspected{Name: l.name + "prices of techniques", Tested: "no technique would earn more than it costs"}
	s := Inspected{Name: l.name + "slackness of techniques", Tested: "techniques that run earn what they cost"}
	var over, loss worst
	for period := range v.t.Periods {
		over.search(period, v.t.Ways(), func(technique int) float64 {
			earns, costs, size := v.account(l, period, technique)
			return share(earns-costs, size)
		})
		if l.unit > 0 {
			loss.search(period, v.t.Ways(), func(technique int) float64 {
				x := v.p.Level[period][technique]
				if x == 0 {
					return 0
				}
				earns, costs, _ := v.account(l, period, technique)
				return share(x*(costs-earns), l.unit)
			})
		}
	}
	c.Violation = over.by
	if over.by > 0 {
		earns, costs, _ := v.account(l, over.period, over.i)
		c.Worst = fmt.Sprintf("%s in %s would earn %.6g and cost %.6g", v.t.Technique(over.i), v.period(over.period), earns, costs)
	}
	v.add(c)
	if l.unit > 0 {
		s.Violation = loss.by
		s.Worst = fmt.Sprintf("%s runs in %s at a loss", v.t.Technique(loss.i), v.period(loss.period))
		v.add(s)
	}
}

// buildingAccount is what beginning a unit of capacity costs and is worth.
func (v *verifier) buildingAccount(l *ledger, period, f int) (worth, costs float64) {
	t := v.t
	cols, vals := t.Build.Row(f)
	for k, i := range cols {
		costs += vals[k] * value(rowIn(l.price, period), int(i))
	}
	left := 1.0
	for ready := period + gestation(t, f); ready <= len(t.Periods); ready++ {
		if ready == len(t.Periods) {
			worth += left * value(l.keepRent, f)
		} else {
			worth += left * value(rowIn(l.rent, ready), f)
		}
		left *= lasting(t, f)
	}
	return worth, costs
}

// buildings tests that none would be worth more than it costs, and that those
// that are begun are worth it.
func (v *verifier) buildings(l *ledger) {
	c := Inspected{Name: l.name + "prices of building", Tested: "no capacity would be worth more than its building costs"}
	s := Inspected{Name: l.name + "slackness of building", Tested: "capacities that are built are worth it"}
	for period := range v.t.Periods {
		for f := range v.t.Factors {
			if !v.buildable(f) {
				continue
			}
			worth, costs := v.buildingAccount(l, period, f)
			if by := share(worth-costs, math.Abs(worth)+math.Abs(costs)); by > c.Violation {
				c.Violation = by
				c.Worst = fmt.Sprintf("%s begun in %s would be worth %.6g and cost %.6g", v.t.Factors[f], v.period(period), worth, costs)
			}
			if by := share(value(rowIn(v.p.Begun, period), f)*(costs-worth), l.unit); l.unit > 0 && by > s.Violation {
				s.Violation = by
				s.Worst = fmt.Sprintf("%s begun in %s costs %.6g and is worth %.6g", v.t.Factors[f], v.period(period), costs, worth)
			}
		}
	}
	v.add(c)
	if l.unit > 0 {
		v.add(s)
	}
}

// stores tests that keeping a product does not pay more than it is worth now,
// and that what is kept is worth it.
func (v *verifier) stores(l *ledger) {
	c := Inspected{Name: l.name + "prices of storing", Tested: "no product would gain by being kept"}
	s := Inspected{Name: l.name + "slackness of storing", Tested: "products that are kept do not lose by it"}
	last := len(v.t.Periods) - 1
	later := func(period, i int) float64 {
		if period == last {
			return value(l.keep, i)
		}
		return remaining(v.t, i) * value(rowIn(l.price, period+1), i)
	}
	var gain, loss worst
	for period := range v.t.Periods {
		now, store := rowIn(l.price, period), rowIn(v.p.Store, period)
		gain.search(period, v.t.N, func(i int) float64 {
			worth := later(period, i)
			return share(worth-value(now, i), math.Abs(worth)+math.Abs(value(now, i)))
		})
		if l.unit > 0 && store != nil {
			loss.search(period, v.t.N, func(i int) float64 { return share(store[i]*(value(now, i)-later(period, i)), l.unit) })
		}
	}
	c.Violation = gain.by
	c.Worst = fmt.Sprintf("%s kept in %s", v.t.Product(gain.i), v.period(gain.period))
	v.add(c)
	if l.unit > 0 {
		s.Violation = loss.by
		s.Worst = fmt.Sprintf("%s kept in %s", v.t.Product(loss.i), v.period(loss.period))
		v.add(s)
	}
}

// rows tests that what has a price is not left over.
func (v *verifier) rows(l *ledger) {
	c := Inspected{Name: l.name + "slackness of products", Tested: "of what has a price nothing is left over"}
	s := Inspected{Name: l.name + "slackness of factors", Tested: "what has a rent is fully used"}
	r := reading{given: 1, scale: v.p.Scale}
	var left worst
	for period := range v.t.Periods {
		sheet, price := v.balance(period, r), rowIn(l.price, period)
		left.search(period, v.t.N, func(i int) float64 { return share(value(price, i)*sheet.over[i], l.unit) })
		for f, used := range v.used(period) {
			rent := value(rowIn(l.rent, period), f)
			if rent == 0 {
				continue
			}
			idle := v.room[period][f] + v.built(period, f) - used
			if by := share(rent*idle, l.unit); by > s.Violation {
				s.Violation = by
				s.Worst = fmt.Sprintf("%s in %s: %s idle at a rent of %.4g", v.t.Factors[f], v.period(period), v.factorAmount(idle, f), rent)
			}
		}
	}
	c.Violation = left.by
	c.Worst = fmt.Sprintf("%s in %s", v.t.Product(left.i), v.period(left.period))
	v.add(c)
	v.add(s)
}
