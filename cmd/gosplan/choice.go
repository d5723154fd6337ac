package main

import (
	"fmt"
	"slices"

	"gosplan"
	"gosplan/mechanism"
	"gosplan/parameter"
	"gosplan/scenario"
)

// A choice is what a run depends on, as flags.
type choice struct {
	Scenario string   `arg:"" optional:"" help:"Name of a built-in scenario, or a scenario file; ussr if absent."`
	System   string   `placeholder:"SYSTEM" help:"Live this system from a start on; see gosplan systems."`
	Start    string   `placeholder:"START" help:"Where it starts: 1917, 1928 (Russia) or industrial; 1928 if only a system is given."`
	Years    int      `least:"1" placeholder:"N" help:"How many years it is lived, 60 if not given."`
	Seed     uint64   `default:"1" help:"Luck; the same seed gives the same bits."`
	Scale    scale    `default:"1:10000" placeholder:"1:N" help:"People for whom one simulated person stands (1:10000)."`
	Set      []string `sep:"none" placeholder:"PATH=VALUE" help:"Change a parameter; may be repeated. See gosplan parameters."`
	Without  []string `placeholder:"MECHANISM" help:"Take out a mechanism or an institution; may be repeated."`
}

// A span is the years of a run, as flags.
type span struct {
	From int `least:"1" placeholder:"YEAR" help:"First year that is reported, the scenario's own if absent. A run always begins with the scenario."`
	To   int `least:"1" placeholder:"YEAR" help:"Last year; the scenario's own if absent."`
}

// config turns flags into what a run depends on, and checks all of it.
func (c choice) config(r *room, years span) (gosplan.Config, error) {
	s, err := c.load()
	if err != nil {
		return gosplan.Config{}, err
	}
	paths, err := set(r.engine, s, c.Set)
	if err != nil {
		return gosplan.Config{}, err
	}
	if err := without(r.engine, s, c.Without); err != nil {
		return gosplan.Config{}, err
	}
	if err := contradicted(paths, s.Without); err != nil {
		return gosplan.Config{}, err
	}
	if years.From != 0 && years.To != 0 && years.From > years.To {
		return gosplan.Config{}, wrong("--from %d is later than --to %d: the first year comes first; exchange them", years.From, years.To)
	}
	return gosplan.Config{Scenario: s, Seed: c.Seed, Scale: int(c.Scale), From: years.From, To: years.To}, nil
}

// without takes mechanisms and institutions out of the scenario.
func without(e engine, s *scenario.Scenario, words []string) error {
	if len(words) == 0 {
		return nil
	}
	known, err := e.Removable(s)
	if err != nil {
		return asWrong(err)
	}
	before := len(s.Without)
	for _, word := range words {
		path, err := removablePath(word, known)
		if err != nil {
			return wrong("--without %s: nothing of this name can be taken out: %w (gosplan explain lists the mechanisms)", word, err)
		}
		if slices.Contains(s.Without[before:], path) {
			return wrong("--without %s: %s is named more than once; keep one", word, path)
		}
		s.Without = append(s.Without, path)
	}
	return nil
}

// contradicted refuses to set what is taken out, or a number of it.
func contradicted(paths, without []string) error {
	for _, path := range paths {
		for _, gone := range without {
			if parameter.Within(path, gone) {
				return wrong("--set %s: %s is taken out, so that this would do nothing; leave out one of the two", path, gone)
			}
		}
	}
	return nil
}

// removablePath finds what a word takes out: a path, the end of one, or a
// mechanism by the name or number under which it is explained.
func removablePath(word string, known []string) (string, error) {
	path, err := parameter.Match(word, known)
	if err == nil {
		return path, nil
	}
	if card, found := mechanism.Find(word); found {
		without, _ := card.Prediction()
		if path, failed := parameter.Match(without, known); failed == nil {
			return path, nil
		}
		if without == "" {
			return "", fmt.Errorf("%s follows from other mechanisms and has nothing of its own to take out", word)
		}
		return "", fmt.Errorf("%s has no block of its own; what is meant by its removal is %s", word, without)
	}
	return "", err
}
