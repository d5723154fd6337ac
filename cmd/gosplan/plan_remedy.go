package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"gosplan/plan"
)

// remedyTime is how long is spent on looking for what would help a plan that
// cannot be had, and remedyMost in tables of how many techniques, over all
// periods: the search is a few linear programmes, which grow faster than plans.
const (
	remedyTime = 20 * time.Second
	remedyMost = 20_000
)

// diagnose finds out what stands in the way of needs that are not met in full,
// and what it would take. A search that takes too long is given up, and said.
func (j *job) diagnose() *plan.Diagnosis {
	if !isShort(j.plan) {
		return nil
	}
	if size := j.table.Ways() * len(j.table.Periods); size > remedyMost {
		fmt.Fprintf(j.room.err, "gosplan: what would help is looked for in tables of up to %d techniques; this one has %d\n", remedyMost, size)
		return nil
	}
	ctx, stop := context.WithTimeout(j.room.ctx, remedyTime)
	defer stop()
	d, err := plan.Remedies(ctx, j.table, j.plan)
	if err != nil {
		fmt.Fprintf(j.room.err, "gosplan: what would help was not found out: %v\n", err)
		return nil
	}
	return d
}

// isShort tells whether needs are left that a proved plan does not meet.
func isShort(p *plan.Plan) bool {
	const full = 1 - 1e-6
	switch {
	case p.Status == plan.Infeasible:
		return true
	case p.Status != plan.Proved:
		return false
	case p.Request.Task == plan.Bundle || p.Request.Task == plan.Years:
		return p.Scale < full
	case p.Request.Task != plan.Goals:
		return false
	}
	for _, tier := range p.Tiers {
		if tier > 1-full {
			return true
		}
	}
	return false
}

// printRemedies says what would help, the smallest change first.
func printRemedies(w io.Writer, width, most int, d *plan.Diagnosis) {
	fmt.Fprintln(w)
	finding, _, _ := strings.Cut(d.Says, ". ") // the list follows
	printProse(w, width, sentenceOf(finding))
	if len(d.Remedies) == 0 {
		return
	}
	printProse(w, width, "Each of these would be enough alone, the smallest change first:")
	for _, r := range d.Remedies[:min(most, len(d.Remedies))] {
		printProse(w, width, "  "+r.Says)
	}
}
