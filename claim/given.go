package claim

import (
	"reflect"
	"strings"

	"gosplan/measure"
	"gosplan/series"
)

// fixed names the series of a test if the scenarios of its arms settle what it
// comes to: all series are imposed or follow closely from what is, and what is
// imposed differs between the arms, or there is one arm only. It is empty
// otherwise: what is the same on both sides does not make a difference, and
// where politics decides within the run nobody has imposed what it decides.
func (r *Registry) fixed(t *Test) []string {
	names := t.expression.series()
	for _, name := range names {
		if d := measure.Find(name); d == nil || d.Status != series.Imposed && d.Status != series.Driven {
			return nil
		}
	}
	var inputs []any
	for _, term := range t.terms {
		s, err := r.Arms[term.arm].Build()
		if err != nil || s.Politics.Governs() {
			return nil
		}
		inputs = append(inputs, []any{s.Decisions, s.Nature})
	}
	for _, other := range inputs[1:] {
		if !reflect.DeepEqual(inputs[0], other) {
			return names
		}
	}
	if len(inputs) == 1 {
		return names
	}
	return nil
}

// settled says why a test is none.
func (t *Test) settled() string {
	return "the scenario settles what is compared: " + strings.Join(t.fixed, ", ") + " " +
		plural(len(t.fixed), "is imposed or follows", "are imposed or follow") + " closely from what is"
}

// driven are the series of a test that follow closely from what a scenario
// imposes.
func (t *Test) driven() []string {
	var out []string
	for _, name := range t.expression.series() {
		if d := measure.Find(name); d != nil && d.Status == series.Driven {
			out = append(out, name)
		}
	}
	return out
}
