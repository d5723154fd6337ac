package plan

import (
	"fmt"
	"math"
	"strings"

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
// period (but at least to a billionth of the plan's largest flow, which is
// rounding); the accounts of a technique to its costs and proceeds; a gap to
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

// VerifyAsAsked is Verify at the tolerance that a plan was asked for; that of a
// procedure is its own affair, and none of the check's.
func VerifyAsAsked(t *production.Table, p *Plan) Report {
	if p.Status == Heuristic {
		return Verify(t, p, 0)
	}
	return Verify(t, p, p.Request.Tolerance)
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
