package claim

import (
	"fmt"
	"slices"

	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/system"
)

// An Arm is how one side of a comparison lives.
type Arm struct {
	Scenario string             `yaml:"scenario"`
	System   string             `yaml:"system"`   // whose institutions rule from Since on; "" for those of the scenario
	Since    string             `yaml:"since"`    // 1928-01
	Until    string             `yaml:"until"`    // from when on those of the scenario go on; "" if they do not
	Set      map[string]float64 `yaml:"set"`      // parameters, in every era
	Without  []string           `yaml:"without"`  // mechanisms and institutions taken out
	Constant map[string]float64 `yaml:"constant"` // a decision or a gift of nature that has one value for ever
	Borrow   map[string]string  `yaml:"borrow"`   // one that is as in another scenario
	Scale    int                `yaml:"scale"`    // people for whom one simulated person stands; 0 for the registry's
}

// A Missing is something that an arm or a statistic needs and the program
// does not have yet.
type Missing struct{ What, Name string }

func (m *Missing) Error() string { return "needs the " + m.What + " " + m.Name }

// Build composes the scenario of an arm. Its error is a Missing where a
// scenario or a system does not exist.
func (a Arm) Build() (*scenario.Scenario, error) {
	s, err := load(a.Scenario)
	if err != nil {
		return nil, err
	}
	if a.System != "" {
		if err := a.rule(s); err != nil {
			return nil, err
		}
	}
	for _, name := range sortedKeys(a.Constant) {
		path, err := pathOf(s, name)
		if err != nil {
			return nil, err
		}
		*path = scenario.Path{s.From.Year: a.Constant[name]}
	}
	for _, name := range sortedKeys(a.Borrow) {
		if err := borrow(s, name, a.Borrow[name]); err != nil {
			return nil, err
		}
	}
	if len(a.Set) > 0 {
		s.Set = s.Set.With(a.Set)
	}
	s.Without = slices.Concat(s.Without, a.Without)
	return s, nil
}

// load reads a scenario that comes with the program.
func load(name string) (*scenario.Scenario, error) {
	if !scenario.IsBuiltin(name) {
		return nil, &Missing{"scenario", name}
	}
	return scenario.Load(name)
}

// rule gives the institutions from a month on to one system.
func (a Arm) rule(s *scenario.Scenario) error {
	if _, ok := system.New(a.System); !ok {
		return &Missing{"system", a.System}
	}
	since, err := scenario.ParseMonth(a.Since)
	if err != nil {
		return fmt.Errorf("since: %w", err)
	}
	before := s.Eras
	if err := Rule(s, a.System, since); err != nil || a.Until == "" {
		return err
	}
	until, err := scenario.ParseMonth(a.Until)
	if err != nil || !since.Before(until) {
		return fmt.Errorf("until: %q: want a month after %s", a.Until, a.Since)
	}
	s.Eras = append(s.Eras, from(before, until)...)
	return nil
}

// from are the eras from a month on, the first cut off at it.
func from(eras []scenario.Era, month scenario.Month) []scenario.Era {
	first := len(eras) - 1
	for first > 0 && month.Before(eras[first].From) {
		first--
	}
	out := slices.Clone(eras[first:])
	out[0].From = month
	return out
}

// Rule gives the institutions of a scenario from a month on to one system.
func Rule(s *scenario.Scenario, name string, since scenario.Month) error {
	if s.To.Before(since) {
		return fmt.Errorf("scenario %s ends before %s is to begin", s.Name, name)
	}
	s.Eras = slices.DeleteFunc(slices.Clone(s.Eras), func(e scenario.Era) bool { return !e.From.Before(since) })
	if len(s.Eras) == 0 {
		since = s.From
	}
	s.Eras, s.Politics = append(s.Eras, scenario.Era{From: since, System: name}), scenario.Politics{}
	return nil
}

// lacks is the first series of a statistic that no run reports, or nil.
func (n *node) lacks() error {
	for _, name := range n.series() {
		if measure.Find(name) == nil {
			return &Missing{"series", name}
		}
	}
	return nil
}
