package plan

import (
	"fmt"
	"math"
	"strings"

	"gosplan/par"
	"gosplan/production"
)

// A Report is what an independent check of a plan found.
type Report struct {
	Task   Task        `json:"task"`
	Status Status      `json:"status"` // as the plan claims
	Claims string      `json:"claims"` // what the checks that passed prove, in words
	Passed bool        `json:"passed"` // every check
	Checks []Inspected `json:"checks"`
}

// Inspected is one check: what was tested, how far the worst case is off, and
// where that is.
type Inspected struct {
	Name      string  `json:"name"`
	Tested    string  `json:"tested"`
	Worst     string  `json:"worst"`     // the worst case in words; empty where nothing is off
	Violation float64 `json:"violation"` // of the worst case, relative
	Tolerance float64 `json:"tolerance"`
	Reported  bool    `json:"reported"` // only reported: nothing was claimed, so nothing is tested
	Passed    bool    `json:"passed"`
}

// defaultTolerance is what counts as rounding where the caller leaves it open.
const defaultTolerance = 1e-6

// Verify proves a plan from the table's numbers alone, product by product and
// technique by technique. It shares no code with a solver, forms no matrix,
// and reads a plan's claims only to test them.
//
// A violation is relative to the sizes of the amounts that were summed: a
// balance to what is made, used, stored and needed of that product in that
// period; the accounts of a technique to its costs and proceeds; a gap to
// value and bound. A tolerance of 0 is 1e-6.
//
// What is tested depends on the task and on the status that is claimed:
//
//   - every plan: shapes, numbers, signs;
//   - proved: balances, capacities and ends; then signs of prices, no technique,
//     building, storing or shortfall that earns more than it costs, slackness,
//     value, bound and gap. Goals go tier by tier: each tier's proof must show
//     that no plan with the same shortfalls in earlier tiers falls short by less;
//   - infeasible: that the prices are a Farkas ray;
//   - unbounded: that the levels are a ray;
//   - stopped: balances and the rest of a plan, and how far it is from what its
//     prices prove, if they prove anything;
//   - heuristic: imbalances and shortfalls are reported. No optimum is claimed,
//     so none is tested.
func Verify(t *production.Table, p *Plan, tolerance float64) Report {
	if tolerance <= 0 {
		tolerance = defaultTolerance
	}
	v := &verifier{t: t, p: p, tolerance: tolerance, report: Report{Task: p.Request.Task, Status: p.Status, Passed: true}}
	v.run()
	return v.report
}

type verifier struct {
	t         *production.Table
	p         *Plan
	tolerance float64
	report    Report
	room      [][]float64 // [period][factor] capacity before building; last: after all periods
}

func (v *verifier) run() {
	if !v.shapes() || !v.numbers() {
		v.report.Claims = "Nothing: the plan cannot be read."
		return
	}
	v.room = roomOf(v.t)
	switch v.p.Status {
	case Infeasible:
		v.infeasible()
	case Unbounded:
		v.unbounded()
	case Heuristic:
		v.signs()
		v.imbalances()
		v.report.Claims = "A procedure's result; no optimum is claimed."
	case Proved, Stopped:
		v.signs()
		v.feasible()
		v.optimal()
	default:
		v.add(Inspected{Name: "status", Tested: "the status is a known one", Worst: fmt.Sprintf("%q", v.p.Status), Violation: math.Inf(1)})
	}
	if !v.report.Passed {
		v.report.Claims = "Not proved: " + strings.Join(v.failed(), ", ") + "."
	}
}

// add puts a check into the report.
func (v *verifier) add(c Inspected) {
	if c.Tolerance == 0 {
		c.Tolerance = v.tolerance
	}
	c.Passed = c.Reported || c.Violation <= c.Tolerance
	c.Violation = min(c.Violation, math.MaxFloat64) // JSON has no infinity
	if !(c.Violation > 0) {
		c.Worst = ""
	}
	v.report.Passed = v.report.Passed && c.Passed
	v.report.Checks = append(v.report.Checks, c)
}

func (v *verifier) failed() []string {
	var out []string
	for _, c := range v.report.Checks {
		if !c.Passed {
			out = append(out, c.Name)
		}
	}
	return out
}

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
