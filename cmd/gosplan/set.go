package main

import (
	"fmt"
	"strconv"
	"strings"

	"gosplan"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/system"
)

// set lays Path=value over the scenario: over every era, or, where the path
// is written as gosplan parameters prints it, "[nep] Bank.Soft.Cover", over
// the eras of that system. It returns the paths and institutions in full.
func set(e engine, s *scenario.Scenario, changes []string) (paths []string, err error) {
	if len(changes) == 0 {
		return nil, nil
	}
	known, err := e.Parameters(s)
	if err != nil {
		return nil, asWrong(err)
	}
	byPath, names := bare(known)
	given, broken, forms := map[string]bool{}, unwhole(s), []string(nil)
	for _, change := range changes {
		if era, name, form, ok := institution(change); ok {
			if given[era+" "+name] {
				return nil, wrong("--set %s: %s is set more than once; keep one", change, name)
			}
			given[era+" "+name] = true
			if err := swap(s, era, name, form); err != nil {
				return nil, wrong("--set %s: %w", change, err)
			}
			forms, paths = append(forms, "--set "+change), append(paths, name)
			continue
		}
		era, p, value, err := parse(change, byPath, names, s.Name)
		if err != nil {
			return nil, err
		}
		where := era + " " + p.Path
		if given[where] {
			return nil, wrong("--set %s: %s is set more than once; keep one", change, p.Path)
		}
		given[where] = true
		if err := lay(s, era, p.Path, value); err != nil {
			return nil, wrong("--set %s: %w", change, err)
		}
		paths = append(paths, p.Path)
	}
	if now := unwhole(s); broken == nil && now != nil {
		return nil, wrong("%s: %w", strings.Join(forms, " "), now)
	}
	return paths, nil
}

// unwhole is what the first composition of a scenario that cannot be lacks, or
// nil; a scenario that is wrong otherwise says so itself.
func unwhole(s *scenario.Scenario) error {
	lacks := func(name string, own scenario.Choices) error {
		m, ok := system.NewModel(name)
		if !ok {
			return nil
		}
		for _, forms := range []scenario.Choices{s.Institutions, own} {
			for institution, form := range forms { // order does not matter: each has its own field
				if m.Swap(institution, form) != nil {
					return nil
				}
			}
		}
		if err := m.Whole(); err != nil {
			return fmt.Errorf("under %s %w", name, err)
		}
		return nil
	}
	for _, e := range s.Eras {
		if err := lacks(e.System, e.Institutions); err != nil {
			return err
		}
	}
	for _, c := range s.Politics.Candidates {
		if err := lacks(c.System, c.Institutions); err != nil {
			return err
		}
	}
	return nil
}

// parse reads one Path=value.
func parse(change string, byPath map[string]gosplan.Parameter, names []string, scenario string) (era string, p gosplan.Parameter, value float64, err error) {
	word, figure, has := strings.Cut(change, "=")
	if !has {
		return "", p, 0, wrong("--set %s: there is no value; write --set Path=value", change)
	}
	era, word = splitEra(strings.TrimSpace(word))
	path, err := parameter.Match(word, names)
	if _, number := strconv.ParseFloat(strings.TrimSpace(figure), 64); err != nil && number != nil {
		return "", p, 0, wrong("--set %s: neither an institution nor a parameter is called %q%s", change, word, suggestInstitution(word))
	}
	if err != nil {
		return "", p, 0, wrong("--set %s: no such parameter: %w (gosplan parameters %s lists them)", change, err, scenario)
	}
	p = byPath[path]
	p.Path = path
	value, err = strconv.ParseFloat(strings.TrimSpace(figure), 64)
	if err != nil {
		return "", p, 0, wrong("--set %s: %q is not a number; write --set %s=%s", change, figure, path, parameter.Format(p.Value))
	}
	if !(value >= p.Low && value <= p.High) {
		return "", p, 0, wrong("--set %s: out of range; %s lies between %s and %s (%s)",
			change, path, parameter.Format(p.Low), parameter.Format(p.High), p.Unit)
	}
	return era, p, value, nil
}

// suggestInstitution is the institution that somebody may have meant who gave it
// a form, or all there are.
func suggestInstitution(word string) string {
	all := system.Institutions()
	for _, name := range all {
		if a, b := strings.ToLower(word), strings.ToLower(name); a != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
			return fmt.Sprintf("; did you mean %s? (gosplan systems --institutions says what forms it has)", name)
		}
	}
	if words := parameter.Suggest(word, all); words != "" {
		return words + " (gosplan systems --institutions says what forms it has)"
	}
	return "; institutions are " + strings.Join(all, ", ")
}

// bare are the parameters by their path without the system before it.
func bare(known []gosplan.Parameter) (map[string]gosplan.Parameter, []string) {
	byPath, paths := map[string]gosplan.Parameter{}, []string(nil)
	for _, p := range known {
		_, path := splitEra(p.Path)
		if _, seen := byPath[path]; !seen {
			byPath[path] = p
			paths = append(paths, path)
		}
	}
	return byPath, paths
}

// splitEra takes "[nep] Bank.Soft.Cover" apart.
func splitEra(path string) (system, rest string) {
	if inside, ok := strings.CutPrefix(path, "["); ok {
		if system, rest, ok := strings.Cut(inside, "]"); ok {
			return strings.TrimSpace(system), strings.TrimSpace(rest)
		}
	}
	return "", path
}

// institution tells whether a change names an institution, as Labour=at-will,
// and no number of one.
func institution(change string) (era, name, form string, ok bool) {
	word, form, _ := strings.Cut(change, "=")
	era, word = splitEra(strings.TrimSpace(word))
	name, err := parameter.Match(word, system.Institutions())
	return era, name, strings.TrimSpace(form), err == nil
}

// swap gives the eras of one system, or all, an institution in another form.
func swap(s *scenario.Scenario, era, name, form string) error {
	if err := new(system.System).Swap(name, form); err != nil {
		return fmt.Errorf("%w (gosplan systems --institutions says what they are)", err)
	}
	return each(s, era, func(at *scenario.Choices, _ *scenario.Changes) {
		if *at == nil {
			*at = scenario.Choices{}
		}
		(*at)[name] = form
	})
}

// lay changes a parameter in the eras of one system, or, if none is named, in
// all.
func lay(s *scenario.Scenario, era, path string, value float64) error {
	return each(s, era, func(_ *scenario.Choices, at *scenario.Changes) {
		if *at == nil {
			*at = scenario.Changes{}
		}
		(*at)[path] = value
	})
}

// each calls do for the eras of one system, or, if none is named, once for
// the whole scenario.
func each(s *scenario.Scenario, name string, do func(*scenario.Choices, *scenario.Changes)) error {
	if name == "" {
		do(&s.Institutions, &s.Set)
		return nil
	}
	var names []string
	found := false
	for i := range s.Eras {
		names = append(names, s.Eras[i].System)
		if s.Eras[i].System == name {
			found = true
			do(&s.Eras[i].Institutions, &s.Eras[i].Set)
		}
	}
	for i := range s.Politics.Candidates {
		c := &s.Politics.Candidates[i]
		names = append(names, c.Called())
		if c.Called() == name {
			found = true
			do(&c.Institutions, &c.Set)
		}
	}
	if !found {
		return fmt.Errorf("%s has no era of the system %q%s", s.Name, name, parameter.Suggest(name, names))
	}
	return nil
}
