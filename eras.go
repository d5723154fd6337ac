package gosplan

import (
	"fmt"

	"gosplan/decide"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/schedule"
	"gosplan/system"
)

// era is a system with the date it takes over, if a script says so.
type era struct {
	from   int
	name   string
	system string
	model  *system.Model
	year   schedule.Table
}

// decisions shares solved decision problems among the runs of a program.
// Solving is pure, so sharing changes nothing but the time runs take.
var decisions decide.Library

// buildAll composes the systems of a scenario, its eras and then its
// candidates, and lays its changes over them.
func buildAll(sc *scenario.Scenario) ([]era, error) {
	var all []era
	for i, e := range sc.Eras {
		built, err := build(sc, fmt.Sprintf("eras.%d.", i), e)
		if err != nil {
			return nil, err
		}
		all = append(all, *built)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("scenario %s names no eras", sc.Name)
	}
	for i, c := range sc.Politics.Candidates {
		built, err := build(sc, fmt.Sprintf("politics.candidates.%d.", i),
			scenario.Era{From: sc.Politics.From, System: c.System, Institutions: c.Institutions, Set: c.Set, Without: c.Without})
		if err != nil {
			return nil, err
		}
		built.name = c.Called()
		all = append(all, *built)
	}
	// physics, behaviour and politics are those of the first era in all
	first := all[0].model
	for i := range all {
		e := &all[i]
		e.model.Physics, e.model.Work, e.model.Behaviour, e.model.Start, e.model.Politics = first.Physics, first.Work, first.Behaviour, first.Start, first.Politics
		e.compose()
	}
	return all, nil
}

// build composes one system.
func build(sc *scenario.Scenario, place string, e scenario.Era) (*era, error) {
	m, ok := system.NewModel(e.System)
	if !ok {
		return nil, sc.Wrong(place+"system", fmt.Errorf("there is no system %q%s", e.System, parameter.Suggest(e.System, system.Names())))
	}
	if where, err := shared(m, e); err != nil {
		return nil, sc.Wrong(place+where, err)
	}
	if where, err := swap(m, sc.Institutions); err != nil {
		return nil, sc.Wrong(where, err)
	}
	if where, err := swap(m, e.Institutions); err != nil {
		return nil, sc.Wrong(place+where, err)
	}
	if err := m.Whole(); err != nil {
		return nil, sc.Wrong(place+"system", fmt.Errorf("%s: %w", e.System, err))
	}
	if where, err := change(m, sc.Set, sc.Without); err != nil {
		return nil, sc.Wrong(where, err)
	}
	if where, err := change(m, e.Set, e.Without); err != nil {
		return nil, sc.Wrong(place+where, err)
	}
	return &era{from: e.From.Year*12 + e.From.Month - 1, name: e.System, system: e.System, model: m}, nil
}

// shared refuses to change for one era what all have in common; it says where.
func shared(m *system.Model, e scenario.Era) (where string, err error) {
	refused := func(word string) error {
		if full, err := parameter.Resolve(m, word); err == nil && system.Common(full) {
			return fmt.Errorf("%s holds for all eras, since neither nature nor people change with the institutions; write it at the top of the scenario", full)
		}
		return nil
	}
	for _, word := range e.Set.Paths() {
		if err := refused(word); err != nil {
			return "set." + word, err
		}
	}
	for _, word := range e.Without {
		if err := refused(word); err != nil {
			return "without." + word, err
		}
	}
	return "", nil
}

// swap gives a model institutions in other forms; where says which could not be.
func swap(m *system.Model, choices scenario.Choices) (where string, err error) {
	for _, name := range choices.Institutions() {
		if err := m.Swap(name, choices[name]); err != nil {
			return "institutions." + name, err
		}
	}
	return "", nil
}

// change lays changes over a model; where says which could not be.
func change(m *system.Model, set scenario.Changes, without []string) (where string, err error) {
	for _, word := range set.Paths() {
		path, err := parameter.Resolve(m, word)
		if err == nil {
			err = parameter.Set(m, path, set[word])
		}
		if err != nil {
			return "set." + word, err
		}
	}
	for _, word := range without {
		path, err := parameter.Resolve(m, word)
		if err == nil {
			err = parameter.Without(m, path)
		}
		if err != nil {
			return "without." + word, err
		}
	}
	return "", nil
}
