package claim

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/system"
)

//go:embed assumptions.yaml
var assumed []byte

// Assumptions is the content of assumptions.yaml.
type Assumptions struct {
	Version    int          `yaml:"version"`
	Registered string       `yaml:"registered"` // the day on which it was said whom they favour
	Start      string       `yaml:"start"`      // scenario in which systems are lived
	From       int          `yaml:"from"`       // first year of every system
	To         int          `yaml:"to"`         // and last
	Systems    []string     `yaml:"systems"`    // that are ranked
	Entries    []Assumption `yaml:"assumptions"`
}

// An Assumption is something that the model takes for granted, and how it is
// flipped.
type Assumption struct {
	Name     string             `yaml:"name"`
	Says     string             `yaml:"says"`
	Source   string             `yaml:"source"`
	Favours  []string           `yaml:"favours"` // systems that are thought to consume more, against the others, because of it
	Flipped  string             `yaml:"flipped"` // what is assumed instead
	Where    string             `yaml:"where"`   // a number above zero in the systems whose institutions it is about; "" for all
	Set      map[string]float64 `yaml:"set"`
	Without  []string           `yaml:"without"`
	Constant map[string]float64 `yaml:"constant"` // a decision or a gift of nature, from the first year on
	Borrow   map[string]string  `yaml:"borrow"`   // one that is from then on as in another scenario
}

// Assumed is the table that comes with the program.
var Assumed = sync.OnceValue(func() *Assumptions {
	a, err := ReadAssumptions(assumed)
	if err != nil {
		panic(err) // a test reads it first
	}
	return a
})

// ReadAssumptions reads a table, and refuses what it does not know and what
// changes nothing anywhere, by name.
func ReadAssumptions(text []byte) (*Assumptions, error) {
	a := &Assumptions{}
	if err := yaml.UnmarshalWithOptions(text, a, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("assumptions: %w", err)
	}
	if a.Version != 1 || a.Registered == "" || a.From >= a.To || len(a.Systems) < 2 {
		return nil, fmt.Errorf("assumptions: want version 1, a day, a span of years and two systems or more")
	}
	for _, name := range a.Systems {
		if !slices.Contains(system.Names(), name) {
			return nil, fmt.Errorf("assumptions: there is no system %q", name)
		}
	}
	seen := map[string]bool{}
	for i := range a.Entries {
		e := &a.Entries[i]
		if seen[e.Name] || e.Name == "" || e.Says == "" || e.Source == "" || e.Flipped == "" {
			return nil, fmt.Errorf("assumptions: %q: a name of its own, what it says, its source and what it is flipped to are needed", e.Name)
		}
		seen[e.Name] = true
		if err := a.check(e); err != nil {
			return nil, fmt.Errorf("assumptions: %s: %w", e.Name, err)
		}
	}
	return a, nil
}

// check composes an assumption under every system.
func (a *Assumptions) check(e *Assumption) error {
	for _, name := range e.Favours {
		if !slices.Contains(a.Systems, name) {
			return fmt.Errorf("it favours %q, which is not ranked", name)
		}
	}
	for _, name := range system.Names() {
		if _, err := e.change(name); err != nil {
			return err
		}
	}
	for _, name := range a.Systems {
		if e.Touches(name) {
			return nil
		}
	}
	return fmt.Errorf("flipping it changes none of the systems ranked")
}

// change is what flipping an assumption changes in the numbers of a system:
// those that already are as flipped, and those of institutions that it is not
// about, are left out.
func (e *Assumption) change(name string) (set map[string]float64, err error) {
	m, ok := system.NewModel(name)
	if !ok {
		return nil, fmt.Errorf("there is no system %q", name)
	}
	about := true
	if e.Where != "" {
		v, err := parameter.Get(m, e.Where)
		if err != nil {
			return nil, err
		}
		about = v > 0
	}
	set = map[string]float64{}
	for _, path := range sortedKeys(e.Set) {
		v, err := parameter.Get(m, path)
		if err != nil {
			return nil, err
		}
		if err := parameter.Set(m, path, e.Set[path]); err != nil {
			return nil, err
		}
		if v != e.Set[path] && (system.Common(path) || about) {
			set[path] = e.Set[path]
		}
	}
	return set, nil
}

// without is what is taken out of a system that has it.
func (e *Assumption) without(name string) (out []string) {
	m, _ := system.NewModel(name)
	for _, path := range e.Without {
		for _, p := range parameter.List(m) {
			if parameter.Within(p.Path, path) && p.Value != 0 {
				out = append(out, path)
				break
			}
		}
	}
	return out
}

// Touches tells whether flipping an assumption changes a system or the world
// it lives in.
func (e *Assumption) Touches(name string) bool {
	set, _ := e.change(name)
	return len(set)+len(e.without(name))+len(e.Constant)+len(e.Borrow) > 0
}

// OfInstitutions tells whether an assumption is about institutions and not
// about what all systems share.
func (e *Assumption) OfInstitutions() bool {
	for path := range e.Set { // order does not matter: one is enough
		if !system.Common(path) {
			return true
		}
	}
	return len(e.Without) > 0
}

// Base is a system in the world of the start.
func (a *Assumptions) Base(name string, to int) (*scenario.Scenario, error) {
	s, err := load(a.Start)
	if err != nil {
		return nil, err
	}
	return s, s.Under(name, to-a.From+1)
}

// Flip lays an assumption's change over a system in its world.
func (a *Assumptions) Flip(e *Assumption, name string, to int) (*scenario.Scenario, error) {
	s, err := a.Base(name, to)
	if err != nil {
		return nil, err
	}
	set, err := e.change(name)
	if err != nil {
		return nil, err
	}
	last := &s.Eras[len(s.Eras)-1]
	for _, path := range sortedKeys(set) {
		into := &last.Set
		if system.Common(path) {
			into = &s.Set
		}
		*into = into.With(scenario.Changes{path: set[path]})
	}
	last.Without = slices.Concat(last.Without, e.without(name))
	for _, decision := range sortedKeys(e.Constant) {
		path, err := pathOf(s, decision)
		if err != nil {
			return nil, err
		}
		*path = onwards(*path, scenario.Path{a.From: e.Constant[decision]}, a.From)
	}
	for _, decision := range sortedKeys(e.Borrow) {
		if err := a.borrow(s, decision, e.Borrow[decision]); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// borrow takes a decision or a gift of nature over from another scenario, from
// the first year of the systems on.
func (a *Assumptions) borrow(s *scenario.Scenario, name, from string) error {
	other, err := load(from)
	if err != nil {
		return err
	}
	if name == "weather" {
		s.Nature.Weather = onwards(s.Nature.Weather, other.Nature.Weather, a.From)
		return nil
	}
	source, err := pathOf(other, name)
	if err != nil {
		return err
	}
	path, err := pathOf(s, name)
	if err == nil {
		*path = onwards(*path, scenario.Path(*source), a.From)
		(*path)[a.From] = source.At(a.From)
	}
	return err
}

// onwards is one path to a year and another from then on.
func onwards[M ~map[int]V, V any](before, after M, from int) M {
	out := M{}
	for _, year := range sortedKeys(before) {
		if year < from {
			out[year] = before[year]
		}
	}
	for _, year := range sortedKeys(after) {
		if year >= from {
			out[year] = after[year]
		}
	}
	return out
}
