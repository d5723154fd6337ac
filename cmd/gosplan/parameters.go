package main

import (
	"fmt"
	"strings"

	"gosplan"
	"gosplan/parameter"
	"gosplan/record"
	"gosplan/scenario"
)

type parametersVerb struct {
	Scenario string `arg:"" optional:"" default:"ussr" help:"Name of a built-in scenario, or a scenario file; or a filter alone."`
	Filter   string `arg:"" optional:"" help:"Part of a path or of a meaning."`
	asJSON
}

func (parametersVerb) Help() string {
	return `Examples:

  gosplan parameters
  gosplan parameters ussr ratchet
  gosplan parameters ratchet --json
`
}

// Run lists the parameters that match.
func (v parametersVerb) Run(r *room) error {
	s, filter, err := v.read()
	if err != nil {
		return err
	}
	all, err := r.engine.Parameters(s)
	if err != nil {
		return asWrong(err)
	}
	found, paths := []record.Parameter{}, []string(nil)
	for _, p := range all {
		paths = append(paths, p.Path)
		if matches(p, filter) {
			found = append(found, record.Parameter(p))
		}
	}
	if len(found) == 0 && filter != "" {
		if v.Filter == "" { // the one word was neither a scenario nor part of a path
			_, err := scenario.Load(v.Scenario)
			return wrong("%w, nor does any parameter contain %q%s", err, filter, parameter.Suggest(filter, paths))
		}
		return wrong("no parameter of %s contains %q%s", s.Name, filter, parameter.Suggest(filter, paths))
	}
	if v.JSON {
		return printJSON(r.out, found)
	}
	var rows [][]string
	gone := absent(all)
	for _, p := range found {
		value := parameter.Format(p.Value)
		if gone[blockOf(p.Path)] {
			value = "not there"
		}
		rows = append(rows, []string{p.Path, value, p.Unit,
			fmt.Sprintf("%s to %s", parameter.Format(p.Low), parameter.Format(p.High)), p.Source, p.Meaning})
	}
	printTable(r.out, []string{"path", "value", "unit", "range", "source", "meaning"}, rows)
	return nil
}

// absent are the blocks that a system does not have: all their numbers are zero,
// which one of them cannot be where the block is there.
func absent(all []gosplan.Parameter) map[string]bool {
	zero, outside := map[string]bool{}, map[string]bool{}
	for _, p := range all {
		block := blockOf(p.Path)
		if _, seen := zero[block]; !seen {
			zero[block] = true
		}
		zero[block] = zero[block] && p.Value == 0
		outside[block] = outside[block] || p.Value < p.Low || p.Value > p.High
	}
	for block := range zero { // order does not matter: each for itself
		zero[block] = zero[block] && outside[block]
	}
	return zero
}

// blockOf is the path of a parameter without its own name.
func blockOf(path string) string {
	return path[:max(0, strings.LastIndexByte(path, '.'))]
}

// read takes a single word that is no scenario for a filter.
func (v parametersVerb) read() (*scenario.Scenario, string, error) {
	s, err := scenario.Load(v.Scenario)
	if err != nil && v.Filter == "" && !exists(v.Scenario) {
		s, err := scenario.Load("ussr")
		return s, v.Scenario, asWrong(err)
	}
	return s, v.Filter, asWrong(err)
}

func matches(p gosplan.Parameter, filter string) bool {
	filter = strings.ToLower(filter)
	return strings.Contains(strings.ToLower(p.Path), filter) || strings.Contains(strings.ToLower(p.Meaning), filter)
}
