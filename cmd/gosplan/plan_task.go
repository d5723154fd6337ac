package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/plan"
	"gosplan/production"
)

// An aim is what is asked of a plan, as flags.
type aim struct {
	Task      string  `placeholder:"TASK" help:"balances, technique, bundle, goals, years, harmony, council or achieved; chosen from what the table holds if absent."`
	Factor    string  `placeholder:"NAME" help:"Factor to use as little of as can be, for balances and technique; labour if absent."`
	Tolerance float64 `placeholder:"SHARE" help:"Relative gap at which a plan counts as proved, such as 1e-6; the task's own if absent."`
	Rounds    int     `least:"1" placeholder:"N" help:"Rounds at most, for council, harmony and achieved; the task's own if absent."`
	Growth    float64 `placeholder:"SHARE" help:"What achieved adds to last year's output, such as 0.05."`
}

// finest is the least gap that can be told from rounding.
const finest = 1e-12

// request turns flags into what is asked, and says why where it had to choose.
func (a aim) request(t *production.Table) (r plan.Request, why string, err error) {
	r = plan.Request{Tolerance: a.Tolerance, Rounds: a.Rounds, Growth: a.Growth}
	switch {
	case a.Tolerance < 0 || a.Tolerance >= 1 || math.IsNaN(a.Tolerance):
		return r, "", wrong("--tolerance %g: it is a share of the plan's value; write one between 0 and 1, such as 1e-6", a.Tolerance)
	case a.Tolerance != 0 && a.Tolerance < finest:
		return r, "", wrong("--tolerance %g: finer than numbers of a computer are; write %g or more, such as 1e-6", a.Tolerance, finest)
	case math.IsNaN(a.Growth) || a.Growth <= -1 || a.Growth > 10:
		return r, "", wrong("--growth %g: it is a share of last year's output; write 0.05 for five per cent", a.Growth)
	}
	if r.Factor, err = plan.FindFactor(t, a.Factor); err != nil {
		return r, "", wrong("--factor %w", err)
	}
	if a.Task == "" {
		r.Task, why = plan.Suggest(t)
	} else if r.Task, err = plan.FindTask(a.Task); err != nil {
		return r, "", wrong("--task %w", err)
	}
	return r, why, a.idle(r.Task)
}

// idle refuses flags that a task does nothing with.
func (a aim) idle(task plan.Task) error {
	for _, f := range []struct {
		name  string
		given bool
		of    []plan.Task
	}{
		{"--growth", a.Growth != 0, []plan.Task{plan.Achieved}},
		{"--rounds", a.Rounds != 0, []plan.Task{plan.Council, plan.Harmony, plan.Achieved}},
		{"--factor", a.Factor != "", []plan.Task{plan.Balances, plan.Technique}},
	} {
		if !f.given || slices.Contains(f.of, task) {
			continue
		}
		var names []string
		for _, t := range f.of {
			names = append(names, string(t))
		}
		return wrong("%s: the task %s does nothing with it; leave it out, or name a task that does with --task (%s)", f.name, task, strings.Join(names, ", "))
	}
	return nil
}

// count is a number with its noun: 1 product, 2 products.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
