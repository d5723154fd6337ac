package plan

import (
	"fmt"
	"math"
	"strings"

	"gosplan/par"
	"gosplan/production"
)

// A worst is the largest violation found and where.
type worst struct {
	by        float64
	period, i int
}

// look keeps the larger violation; what is no number is the largest.
func (w *worst) look(by float64, period, i int) {
	if math.IsNaN(by) {
		by = math.Inf(1)
	}
	if by > w.by {
		*w = worst{by, period, i}
	}
}

// search finds the largest violation among n things of a period on all cores.
func (w *worst) search(period, n int, violation func(i int) float64) {
	const block = 1 << 13
	blocks := (n + block - 1) / block
	found := make([]worst, blocks)
	par.Blocks(blocks, func(b int) {
		for i := b * block; i < min(n, (b+1)*block); i++ {
			found[b].look(violation(i), period, i)
		}
	})
	for _, f := range found {
		w.look(f.by, f.period, f.i)
	}
}

// total sums over n things on all cores, in fixed blocks.
func total(n int, of func(i int) float64) float64 {
	const block = 1 << 13
	blocks := (n + block - 1) / block
	sums := make([]float64, blocks)
	par.Blocks(blocks, func(b int) {
		for i := b * block; i < min(n, (b+1)*block); i++ {
			sums[b] += of(i)
		}
	})
	sum := 0.0
	for _, s := range sums {
		sum += s
	}
	return sum
}

// share is a violation as a share of the sizes it was summed from.
func share(by, size float64) float64 {
	if by <= 0 {
		return 0
	}
	return by / size
}

// value is an optional number of a list.
func value(list []float64, i int) float64 {
	if i < len(list) {
		return list[i]
	}
	return 0
}

// rowIn is an optional list of a list.
func rowIn(lists [][]float64, period int) []float64 {
	if period >= 0 && period < len(lists) {
		return lists[period]
	}
	return nil
}

// remaining is the share of a store that is left a period later.
func remaining(t *production.Table, i int) float64 { return 1 - value(t.Perish, i) }

// lasting is the share of a capacity that is left a period later.
func lasting(t *production.Table, f int) float64 { return 1 - value(t.Depreciation, f) }

func gestation(t *production.Table, f int) int {
	if t.Gestation == nil {
		return 0
	}
	return t.Gestation[f]
}

// roomOf is what there is of each factor in each period, and after the last,
// if nothing is built.
func roomOf(t *production.Table) [][]float64 {
	out := [][]float64{}
	for f := range t.Factors {
		there := 0.0
		for period := 0; period <= len(t.Periods); period++ {
			if f == 0 {
				out = append(out, make([]float64, len(t.Factors)))
			}
			there *= lasting(t, f)
			if period < len(t.Periods) {
				added := t.Periods[period].Capacity
				if period == 0 && added == nil {
					there = math.Inf(1)
				}
				there += value(added, f)
			}
			out[period][f] = there
		}
	}
	return out
}

// period is what a period is called.
func (v *verifier) period(period int) string {
	if period < len(v.t.Periods) && v.t.Periods[period].Name != "" {
		return v.t.Periods[period].Name
	}
	return fmt.Sprintf("period %d", period+1)
}

// amount is a number with the unit of a product.
func (v *verifier) amount(x float64, i int) string {
	return strings.TrimSpace(fmt.Sprintf("%.4g %s", x, v.t.UnitOf(i)))
}

// factorAmount is a number with the unit of a factor.
func (v *verifier) factorAmount(x float64, f int) string {
	unit := ""
	if v.t.FactorUnits != nil {
		unit = v.t.FactorUnits[f]
	}
	return strings.TrimSpace(fmt.Sprintf("%.4g %s", x, unit))
}
