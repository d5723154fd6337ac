package plan

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/parameter"
	"gosplan/production"
)

// FindTask is the task of a name, of which a beginning is enough.
func FindTask(word string) (Task, error) {
	var names []string
	for _, task := range Tasks {
		names = append(names, string(task))
	}
	if name, err := parameter.Match(word, names); err == nil {
		return Task(name), nil
	}
	return "", fmt.Errorf("%s: no such task%s; there are %s", word, parameter.Suggest(word, names), strings.Join(names, ", "))
}

// labourWords are names under which tables give work.
var labourWords = []string{"labour", "labor", "work", "hours", "employment", "workers", "persons", "jobs", "compensation of employees", "wages"}

// FindFactor is the factor of a name; labour, or else the first, without one.
func FindFactor(t *production.Table, word string) (int, error) {
	if word != "" {
		name, err := parameter.Match(word, t.Factors)
		switch {
		case len(t.Factors) == 0:
			return 0, fmt.Errorf("%s: the table has no factors; leave it out", word)
		case err != nil:
			return 0, fmt.Errorf("%s: no such factor%s; there are %s", word, parameter.Suggest(word, t.Factors), fewNames(t.Factors))
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

// Suggest is the task that a table was most likely made for, and why.
func Suggest(t *production.Table) (Task, string) {
	severally := 0 // products that are made in several ways
	ways := make([]int, t.N)
	for _, product := range t.Makes {
		if ways[product]++; ways[product] == 2 {
			severally++
		}
	}
	limit := limited(t)
	switch first := t.Periods[0]; {
	case t.Ran != nil && t.Square() && len(t.Periods) == 1:
		return Balances, "the table tells what a year made, every product in one way"
	case len(t.Periods) > 1:
		return Years, fmt.Sprintf("the table has %d periods", len(t.Periods))
	case limit != "" && (first.Tier != nil || first.Weight != nil):
		return Goals, fmt.Sprintf("the needs have weights or tiers, and there is only so much of %s", limit)
	case limit != "":
		return Bundle, fmt.Sprintf("there is only so much of %s", limit)
	case severally == 1 && len(t.Factors) > 0:
		return Technique, "1 product can be made in more than one way and no capacity limits it"
	case severally > 0 && len(t.Factors) > 0:
		return Technique, fmt.Sprintf("%d products can be made in more than one way and no capacity limits them", severally)
	}
	return Balances, "every product is made in one way and no capacity limits it"
}

// limited is the first factor of which there is only so much.
func limited(t *production.Table) string {
	for f, there := range Standing(t, nil)[0] {
		if !math.IsInf(there, 0) {
			return t.Factors[f]
		}
	}
	return ""
}
