package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/parameter"
	"gosplan/plan"
	"gosplan/production"
)

// An aim is what is asked of a plan, as flags.
type aim struct {
	Task      string  `placeholder:"TASK" help:"balances, technique, bundle, goals, years, harmony, council or achieved; chosen from what the table holds if absent."`
	Factor    string  `placeholder:"NAME" help:"Factor to use as little of as can be, for balances and technique; labour if absent."`
	Tolerance float64 `placeholder:"SHARE" help:"Relative gap at which a plan counts as proved, such as 1e-6; the task's own if absent."`
	Rounds    int     `placeholder:"N" help:"Rounds at most, for council, harmony and achieved; the task's own if absent."`
	Growth    float64 `placeholder:"SHARE" help:"What achieved adds to last year's output, such as 0.05."`
}

// request turns flags into what is asked, and says why where it had to choose.
func (a aim) request(t *production.Table) (r plan.Request, why string, err error) {
	r = plan.Request{Tolerance: a.Tolerance, Rounds: a.Rounds, Growth: a.Growth}
	switch {
	case a.Tolerance < 0 || a.Tolerance >= 1 || math.IsNaN(a.Tolerance):
		return r, "", wrong("--tolerance %g: it is a share of the plan's value; write one between 0 and 1, such as 1e-6", a.Tolerance)
	case a.Rounds < 0:
		return r, "", wrong("--rounds %d: it is a number of rounds; write 1 or more", a.Rounds)
	case math.IsNaN(a.Growth) || a.Growth <= -1 || a.Growth > 10:
		return r, "", wrong("--growth %g: it is a share of last year's output; write 0.05 for five per cent", a.Growth)
	}
	if r.Factor, err = findFactor(a.Factor, t); err != nil {
		return r, "", err
	}
	if a.Task == "" {
		r.Task, why = chooseTask(t)
		return r, why, nil
	}
	r.Task, err = findTask(a.Task)
	return r, "", err
}

func findTask(word string) (plan.Task, error) {
	var names []string
	for _, task := range plan.Tasks {
		names = append(names, string(task))
	}
	if name, err := parameter.Match(word, names); err == nil {
		return plan.Task(name), nil
	}
	return "", wrong("--task %s: no such task%s; there are %s", word, parameter.Suggest(word, names), strings.Join(names, ", "))
}

// labourWords are names under which tables give work.
var labourWords = []string{"labour", "labor", "work", "hours", "employment", "workers", "persons", "jobs", "compensation of employees", "wages"}

// findFactor is the factor of a name; labour, or else the first, without one.
func findFactor(word string, t *production.Table) (int, error) {
	if word != "" {
		name, err := parameter.Match(word, t.Factors)
		switch {
		case len(t.Factors) == 0:
			return 0, wrong("--factor %s: the table has no factors; leave it out", word)
		case err != nil:
			return 0, wrong("--factor %s: no such factor%s; there are %s", word, parameter.Suggest(word, t.Factors), strings.Join(few(t.Factors, 8), ", "))
		}
		return slices.Index(t.Factors, name), nil
	}
	for _, labour := range labourWords {
		for f, name := range t.Factors {
			if strings.Contains(strings.ToLower(name), labour) {
				return f, nil
			}
		}
	}
	return 0, nil
}

// chooseTask is the task that a table was most likely made for, and why.
func chooseTask(t *production.Table) (plan.Task, string) {
	ways := 0
	made := make([]int8, t.N)
	for _, product := range t.Makes {
		if made[product] < 2 {
			made[product]++
		}
		if made[product] == 2 {
			ways++
			made[product] = 3
		}
	}
	limit := limited(t)
	switch first := t.Periods[0]; {
	case t.Ran != nil && t.Square() && len(t.Periods) == 1:
		return plan.Balances, "the table tells what a year made, every product in one way"
	case len(t.Periods) > 1:
		return plan.Years, fmt.Sprintf("the table has %d periods", len(t.Periods))
	case limit != "" && (first.Tier != nil || first.Weight != nil):
		return plan.Goals, fmt.Sprintf("the needs have weights or tiers, and there is only so much of %s", limit)
	case limit != "":
		return plan.Bundle, fmt.Sprintf("there is only so much of %s", limit)
	case ways > 0 && len(t.Factors) > 0:
		return plan.Technique, fmt.Sprintf("%s can be made in more than one way and no capacity limits them", count(ways, "product"))
	}
	return plan.Balances, "every product is made in one way and no capacity limits it"
}

// limited is the first factor of which there is only so much.
func limited(t *production.Table) string {
	for f, there := range plan.Standing(t, nil)[0] {
		if !math.IsInf(there, 0) {
			return t.Factors[f]
		}
	}
	return ""
}

// count is a number with its noun: 1 product, 2 products.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
