package main

import (
	"os"
	"path/filepath"

	"gosplan/plan"
)

type planResume struct {
	Dir       string  `arg:"" help:"Folder of the plan."`
	Tolerance float64 `placeholder:"SHARE" help:"Relative gap to reach; that of the plan if absent."`
	showing
}

func (planResume) Help() string {
	return `Examples:

  gosplan plan resume plans/example-years
  gosplan plan resume plans/example-years --tolerance 1e-8

Begins where the stored plan stands, with the same table and changes, and
replaces the folder when it is done or stopped again.
`
}

// Run goes on from a stored plan.
func (v planResume) Run(r *room) error {
	if info, err := os.Stat(v.Dir); err != nil || !info.IsDir() {
		return wrong("%s: no folder of a plan; name one, such as plans/example-years", v.Dir)
	}
	k, err := openPlan(v.Dir, nil)
	if err != nil {
		return err
	}
	if !k.same() {
		return wrong("%s: its table has changed since (%s); plan it anew with gosplan plan", v.Dir, filepath.Base(k.told.files[0]))
	}
	if err := k.Plan.Fits(k.table); err != nil {
		return wrong("%s: damaged: %w; make the plan again", filepath.Join(v.Dir, planFile), err)
	}
	request := k.Plan.Request
	if v.Tolerance != 0 {
		if _, _, err := (aim{Task: string(request.Task), Tolerance: v.Tolerance}).request(k.table); err != nil {
			return err
		}
		request.Tolerance = v.Tolerance
	}
	request.From = k.Plan
	j := &job{room: r, told: k.told, table: k.table, reading: k.reading, asked: aim{Tolerance: request.Tolerance, Rounds: request.Rounds, Growth: request.Growth}, request: request, changes: k.Changes, only: k.Only, lifted: k.lifted,
		dir: filepath.Clean(v.Dir), replace: true, showing: v.showing}
	j.before, j.against = &plan.Side{Table: k.table, Plan: k.Plan}, "the plan it went on from"
	return j.run()
}
