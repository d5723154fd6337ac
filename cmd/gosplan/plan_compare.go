package main

import "gosplan/plan"

// against opens the plan that this one is to be compared with.
func (j *job) compareWith(dir string) error {
	if dir == "" {
		return nil
	}
	k, err := openPlan(dir, nil)
	if err != nil {
		return err
	}
	if !k.same() {
		return wrong("--compare %s: its table has changed since; plan it anew, and compare then", dir)
	}
	if err := k.Plan.Fits(k.table); err != nil {
		return wrong("--compare %s: damaged: %w; make the plan again", dir, err)
	}
	j.before, j.against = &plan.Side{Table: k.table, Plan: k.Plan}, dir
	return nil
}
