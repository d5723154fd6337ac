package plan

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// Apply is a table with the change; the table it began with is as it was. It
// refuses what would leave less than nothing, and a share of nothing.
func (c Change) Apply(t *production.Table) (*production.Table, error) {
	out := *t
	out.Periods = slices.Clone(t.Periods)
	var err error
	switch c.Target {
	case OfNeed, OfImport:
		err = c.eachPeriod(&out)
	case OfStock:
		var moved bool
		out.Stock, moved, err = c.list(t.Stock, t.N)
		err = cmp.Or(err, c.ofNothing(moved))
	case OfCapacity:
		err = c.capacity(&out)
	case OfYield:
		c.yield(&out)
	case OfWay:
		err = takeOut(&out, c.Index)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c, err)
	}
	return &out, nil
}

// covers tells whether a period is changed.
func (c Change) covers(period int) bool {
	return c.Period == everything || period == c.Period || c.On && period > c.Period
}

func (c Change) eachPeriod(t *production.Table) error {
	any := false
	for period := range t.Periods {
		if !c.covers(period) {
			continue
		}
		of := &t.Periods[period].Need
		if c.Target == OfImport {
			of = &t.Periods[period].Import
		}
		list, moved, err := c.list(*of, t.N)
		if err != nil {
			return err
		}
		*of, any = list, any || moved
	}
	return c.ofNothing(any)
}

// ofNothing refuses a share of nothing.
func (c Change) ofNothing(moved bool) error {
	if !moved && c.How == ByShare && c.Amount != 0 {
		return errNothing
	}
	return nil
}

var errNothing = errors.New("there is none, and a share of nothing is nothing; write =AMOUNT for an amount")

// list is a list of numbers by product after the change.
func (c Change) list(old []float64, n int) (list []float64, moved bool, err error) {
	list = slices.Clone(orZeros(old, n))
	from, to := c.Index, c.Index+1
	if c.Index == everything {
		from, to = 0, n
	}
	for i := from; i < to; i++ {
		v := c.becomes(list[i])
		if v < 0 && c.Target != OfImport {
			return nil, false, fmt.Errorf("there is %s and less than nothing would be left; write =0 for none", figure(list[i]))
		}
		if math.IsInf(v, 0) {
			return nil, false, fmt.Errorf("there is %s and the change leaves more than can be counted", figure(list[i]))
		}
		moved = moved || v != list[i]
		list[i] = v
	}
	return list, moved, nil
}

// capacity changes what there is of a factor in the periods covered, and in
// no other: what a period adds is what it has less what the one before keeps.
func (c Change) capacity(t *production.Table) error {
	before := Standing(t, nil)
	from := 0.0 // what the period before leaves
	for period := range t.Periods {
		there := before[period][c.Index]
		if c.covers(period) {
			if math.IsInf(there, 0) && c.How != To {
				return fmt.Errorf("there is no limit to it in %s; write =AMOUNT for one", PeriodName(t, period))
			}
			if there == 0 && c.How == ByShare {
				return errNothing
			}
			there = c.becomes(there)
		}
		if there < 0 {
			return fmt.Errorf("there is %s in %s and less than nothing would be left; write =0 for none", figure(before[period][c.Index]), PeriodName(t, period))
		}
		added := slices.Clone(t.Periods[period].Capacity)
		if len(added) == 0 {
			added = unlimited(len(t.Factors), period)
		}
		if !math.IsInf(there, 0) || !math.IsInf(added[c.Index], 0) {
			added[c.Index] = there - from
		}
		t.Periods[period].Capacity = added
		if from = worn(there, entry(t.Depreciation, c.Index)); math.IsInf(from, 0) {
			from = 0
		}
	}
	return nil
}

// unlimited are the capacities that a table without any is taken to give.
func unlimited(factors, period int) []float64 {
	out := make([]float64, factors)
	for f := range out {
		if period == 0 {
			out[f] = math.Inf(1)
		}
	}
	return out
}

// yield lets the techniques that make a product make more or less of it from
// the same inputs.
func (c Change) yield(t *production.Table) {
	by := 1 + c.Amount/100
	if t.Output != nil {
		t.Output = scaled(t.Output, func(way int, product int32) float64 {
			if t.Makes[way] == product && (c.Index == everything || int(product) == c.Index) {
				return by
			}
			return 1
		})
		return
	}
	more := func(way int, _ int32) float64 {
		if c.Index == everything || int(t.Makes[way]) == c.Index {
			return 1 / by
		}
		return 1
	}
	t.Input = scaled(t.Input, more)
	if t.Use != nil {
		t.Use = scaled(t.Use, more)
	}
}

// scaled is a matrix with every entry multiplied.
func scaled(m *linalg.Matrix, by func(row int, col int32) float64) *linalg.Matrix {
	out := *m
	out.Val = slices.Clone(m.Val)
	for row := range m.Rows {
		for k := m.Start[row]; k < m.Start[row+1]; k++ {
			out.Val[k] *= by(row, m.Col[k])
		}
	}
	return &out
}

// takeOut leaves a technique out of a table.
func takeOut(t *production.Table, way int) error {
	if t.Ways() == 1 {
		return fmt.Errorf("it is the only technique of the table")
	}
	rest := make([]int32, 0, t.Ways()-1)
	for other := range t.Ways() {
		if other != way {
			rest = append(rest, int32(other))
		}
	}
	*t = *onlyWays(t, rest)
	return nil
}
