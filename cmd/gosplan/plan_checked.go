package main

import (
	"fmt"
	"math"

	"gosplan/plan"
	"gosplan/planpage"
	"gosplan/production"
)

// verified is what the independent check says of a plan.
type verified struct {
	plan.Report
	tested int // checks that were not only reported
}

// verify tests a plan from its table alone.
func verify(t *production.Table, p *plan.Plan) verified {
	v := verified{Report: plan.VerifyAsAsked(t, p)}
	for _, c := range v.Checks {
		if !c.Reported {
			v.tested++
		}
	}
	return v
}

// fault is the first thing that does not hold.
func (v verified) fault() string {
	for _, c := range v.Checks {
		if !c.Passed {
			return fmt.Sprintf("%s: %s", c.Tested, c.Worst)
		}
	}
	return "nothing was tested"
}

// says is the check in one sentence.
func (v verified) says() string {
	if v.Passed {
		return fmt.Sprintf("Checked from the table's numbers alone: %s.", count(v.tested, "test")+" hold")
	}
	return "The independent check fails: " + v.fault() + "."
}

// page are the checks as the page lists them.
func (v verified) page() []planpage.Check {
	var out []planpage.Check
	for _, c := range v.Checks {
		out = append(out, planpage.Check{Name: c.Tested, Says: c.Worst, Size: c.Violation, Limit: allowed(c.Tolerance), Passed: c.Passed, Reported: c.Reported})
	}
	return out
}

// allowed is a tolerance; the smallest number there is stands for none.
func allowed(tolerance float64) float64 {
	if tolerance <= math.SmallestNonzeroFloat64 {
		return 0
	}
	return tolerance
}
