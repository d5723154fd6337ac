package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"gosplan/plan"
	"gosplan/production"
	"gosplan/record"
)

type planMake struct {
	Tables []string `arg:"" optional:"" name:"table" help:"Table: a file, a folder, or the files that make one up."`
	aim
	reading
	WhatIf  []string `sep:"none" placeholder:"CHANGE" help:"Plan with a change, and say what it changes: \"oil -20%\", \"labour +5% in 1931\", \"need bread +10%\", \"technique steel.old without\"; may be repeated."`
	Only    string   `placeholder:"PERIOD" help:"Plan one period alone, with the capacities that stand in it and without building."`
	Compare string   `placeholder:"DIR" help:"Say what is different from a stored plan."`
	Example bool     `help:"Write a small commented table, example.csv, and plan it."`
	Out     string   `placeholder:"DIR" help:"Folder of the plan, absent or empty; plans/TABLE-TASK if not given, with -2, -3 after it when that is taken."`
	showing
}

// A showing is how a plan in the making and the plan are shown, as flags.
type showing struct {
	Top int `least:"1" default:"12" placeholder:"N" help:"Lines of every list that is printed (12)."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (planMake) Help() string {
	return `Examples:

  gosplan plan --example
  gosplan plan example.csv --task technique
  gosplan plan example.csv --what-if "oil -20%" --what-if "need bread +10%"
  gosplan plan table.xlsx --sheet Use --task balances --factor labour
  gosplan plan example.csv --compare plans/example-years

The folder is complete or absent: plan.html to read, products.csv, factors.csv
and techniques.csv for a spreadsheet, plan.parquet, and plan.json to verify,
compare or go on from. Ctrl-C keeps the best plan so far; gosplan plan resume
goes on. Exit status: 0 a plan, 1 proved impossible or a failed check, 2 wrong
input and nothing written, 130 stopped.
`
}

// Run makes a plan.
func (v planMake) Run(r *room) error {
	if err := v.check(); err != nil {
		return err
	}
	if v.Example {
		file, err := writeExample(r)
		if err != nil {
			return err
		}
		v.Tables = []string{file}
	}
	t, err := v.reading.read(v.Tables)
	if err != nil {
		return err
	}
	if t.Table, err = onePeriod(t.Table, v.Only); err != nil {
		return err
	}
	j := &job{room: r, told: t, asked: v.aim, only: v.Only, reading: v.reading, changes: v.WhatIf, showing: v.showing}
	if j.request, j.why, err = v.aim.request(t.Table); err != nil {
		return err
	}
	t.Table, j.lifted = lift(t.Table, j.request.Task)
	if j.table, err = change(t.Table, v.WhatIf); err != nil {
		return err
	}
	if err := j.compareWith(v.Compare); err != nil {
		return err
	}
	if j.dir, err = folderOf(v.Out, t.files[0], j.request.Task); err != nil {
		return err
	}
	return j.run()
}

func (v planMake) check() error {
	switch {
	case v.Example && len(v.Tables) > 0:
		return wrong("--example plans its own table; leave %s out, or leave --example out", strings.Join(v.Tables, " "))
	case !v.Example && len(v.Tables) == 0:
		return wrong("no table: write gosplan plan TABLE, or begin with gosplan plan --example")
	case v.Out != "":
		return record.CheckFolder(v.Out)
	}
	return nil
}

// onePeriod leaves one period of a table, or, without a name, all.
func onePeriod(t *production.Table, name string) (*production.Table, error) {
	if name == "" {
		return t, nil
	}
	period, err := plan.FindPeriod(t, name)
	if err != nil {
		return nil, wrong("--only: %w", err)
	}
	return plan.Only(t, period), nil
}

// lift takes what is no limit out of the way of a task that asks how much is
// needed of everything.
func lift(t *production.Table, task plan.Task) (*production.Table, []string) {
	if task != plan.Balances {
		return t, nil
	}
	return plan.WithoutReported(t)
}

// folderOf is the folder asked for, or the first free one of plans/TABLE-TASK,
// plans/TABLE-TASK-2 and so on.
func folderOf(out, table string, task plan.Task) (string, error) {
	if out != "" {
		return out, nil
	}
	name := filepath.Base(filepath.Clean(table))
	base := filepath.Join("plans", fileName(strings.TrimSuffix(name, filepath.Ext(name))+"-"+string(task)))
	for i := 1; ; i++ {
		dir := base
		if i > 1 {
			dir = fmt.Sprintf("%s-%d", base, i)
		}
		if !exists(dir) {
			return dir, record.CheckFolder(dir)
		}
	}
}

// A job is a plan in the making.
type job struct {
	room    *room
	told    *told
	table   *production.Table // with what is changed
	reading reading
	request plan.Request
	asked   aim      // as typed
	why     string   // the task was chosen; empty: it was named
	only    string   // one period; empty: all
	lifted  []string // factors whose capacities are figures of the year of the table
	changes []string
	dir     string
	replace bool // the folder is that of the plan one goes on from
	showing showing

	before  *plan.Side // what the plan is compared with; nil: nothing
	against string

	plan    *plan.Plan
	checked verified

	remedies *plan.Diagnosis // where needs are not met in full
}

// run computes, checks, keeps and prints a plan.
func (j *job) run() error {
	if len(j.changes) > 0 && j.before == nil {
		base, err := j.solve(j.told.Table, "without the change")
		switch {
		case err != nil: // the change may be what makes the task possible
			fmt.Fprintf(j.room.err, "gosplan: without the change there is nothing to compare with: %v\n", err)
		case j.room.ctx.Err() != nil:
			return exit{statusInterrupted, "interrupted before the plan without the change was done; nothing was written"}
		default:
			j.before, j.against = &plan.Side{Table: j.told.Table, Plan: base}, "the plan without the change"
		}
	}
	var err error
	if j.plan, err = j.solve(j.table, ""); err != nil {
		return err
	}
	if j.room.ctx.Err() != nil && len(j.plan.Level) == 0 {
		return exit{statusInterrupted, "interrupted before there was a plan; nothing was written"}
	}
	j.checked = verify(j.table, j.plan)
	j.remedies = j.diagnose()
	page := j.view()
	if err := record.WriteFolder(j.dir, j.files(page), j.replace); err != nil {
		return err
	}
	if err := j.print(page); err != nil {
		return err
	}
	return j.verdict()
}

// solve computes one plan and shows how it goes on.
func (j *job) solve(t *production.Table, which string) (*plan.Plan, error) {
	show := newPlanDisplay(j.room.err, j.showing.Quiet, which, j.request.Tolerance)
	request, started := j.request, time.Now()
	request.Progress = show.progress
	p, err := j.room.planners.Make(j.room.ctx, t, request)
	show.close()
	if err != nil {
		return nil, asWrong(err)
	}
	p.Took = time.Since(started)
	p.Request.From, p.Request.Progress = nil, nil
	return p, nil
}

// verdict is the exit status of a plan that is kept.
func (j *job) verdict() error {
	switch {
	case j.plan.Status == plan.Stopped && j.room.ctx.Err() != nil:
		return exit{statusInterrupted, fmt.Sprintf("stopped; the best plan so far is in %s; go on with: gosplan plan resume %s", j.dir, j.dir)}
	case !j.checked.Passed && claims(j.plan):
		return errors.New("the plan does not stand up to the check: " + j.checked.fault())
	case j.plan.Status == plan.Infeasible:
		return exit{statusFailed, "no plan meets the needs: " + j.plan.Says}
	case j.plan.Status == plan.Unbounded:
		return exit{statusFailed, "more can be had without end: " + j.plan.Says}
	case j.plan.Status == plan.Stopped:
		return exit{statusFailed, fmt.Sprintf("not proved: %s; go on with: gosplan plan resume %s", strings.TrimSuffix(j.plan.Says, "."), j.dir)}
	}
	return nil
}

// claims tells whether a plan says of itself that something is proved.
func claims(p *plan.Plan) bool {
	return p.Status == plan.Proved || p.Status == plan.Infeasible || p.Status == plan.Unbounded
}
