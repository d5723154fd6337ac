package main

import (
	"cmp"
	"os"
	"slices"
	"strings"

	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/system"
)

// starts are where a system can begin, and the scenarios that hold them.
var starts = []struct{ name, scenario string }{
	{"1917", "start-1917"}, {"1928", "start-1928"}, {"industrial", "industrial"},
}

// usual is the scenario that is meant when none is named, and usualYears how
// long a system is lived when nobody says.
const (
	usual      = "ussr"
	usualYears = 60
)

// load reads the scenario that is asked for: a named one, or a start with the
// system that is to be lived from there.
func (c choice) load() (*scenario.Scenario, error) {
	if c.System == "" && c.Start == "" {
		if c.Years != 0 {
			return nil, wrong("--years %d: it says how long a system is lived; name one with --system, or give the last year with --to", c.Years)
		}
		s, err := scenario.Load(cmp.Or(c.Scenario, usual))
		return s, asWrong(err)
	}
	name, err := c.start()
	if err != nil {
		return nil, err
	}
	s, err := scenario.Load(name)
	if err != nil {
		return nil, asWrong(err)
	}
	word := ""
	if c.System != "" {
		if word, err = parameter.Match(c.System, system.Names()); err != nil {
			return nil, wrong("--system %s: %w; there are %s", c.System, err, strings.Join(system.Names(), ", "))
		}
	}
	years := c.Years
	if years == 0 {
		years = usualYears
	}
	if err := s.Under(word, years); err != nil {
		return nil, wrong("--years %d: %w", c.Years, err)
	}
	return s, nil
}

// named is a flag with its value, or nothing.
func named(flag, value string) string {
	if value == "" {
		return ""
	}
	return flag + value
}

// start is the scenario to start from.
func (c choice) start() (string, error) {
	switch {
	case c.Start == "" && c.Scenario == usual:
		return "", wrong("--system %s: %s goes through systems of its own, by date; leave %s out to live one from a start on, as in gosplan run --system %s", c.System, usual, usual, c.System)
	case c.Start == "" && c.Scenario != "":
		return c.Scenario, nil
	case c.Start == "":
		return "start-1928", nil
	case c.Scenario != "":
		return "", wrong("--start %s: the scenario %s has a start of its own; leave out one of them", c.Start, c.Scenario)
	}
	var names []string
	for _, s := range starts {
		if s.name == c.Start || s.scenario == c.Start {
			return s.scenario, nil
		}
		names = append(names, s.name)
	}
	builtin := slices.ContainsFunc(scenario.Builtin(), func(s scenario.Summary) bool { return s.Name == c.Start })
	if _, err := os.Stat(c.Start); err == nil || builtin {
		return "", wrong("--start %s: a start is %s; a scenario that you start from comes first, as in gosplan run %s%s",
			c.Start, strings.Join(names, ", "), c.Start, named(" --system ", c.System))
	}
	return "", wrong("--start %s: there is no start of this name; there are %s (a scenario file can have its own, with set: {Start.Urban: 0.5})", c.Start, strings.Join(names, ", "))
}
