package claim

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"gosplan"
	"gosplan/measure"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/system"
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

// settled says why what a test comes to says what was put in, "" if it does
// not.
func (r *Registry) settled(t *Test) string {
	if fixed := r.fixed(t); fixed != nil {
		return "the scenario settles what is compared: " + strings.Join(fixed, ", ") + " " +
			plural(len(fixed), "is imposed or follows", "are imposed or follow") + " closely from what is"
	}
	for _, name := range t.expression.series() {
		for _, path := range fitted()[name] {
			if r.parts(t, path) {
				return fmt.Sprintf("what is compared was put in: %s was set by hand on the record of %s, and differs between what is compared", path, name)
			}
		}
	}
	return ""
}

// fitted are the parameters that were set by hand, institution by institution,
// on the figures of a series, by series.
var fitted = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, p := range parameter.List(&system.System{}) {
		if p.Fits != "" {
			out[p.Fits] = append(out[p.Fits], p.Path)
		}
	}
	return out
})

// parts tells whether a parameter parts the sides of a test: it differs between
// the arms in a month of the years that are read or, where there is one arm,
// between such months. What a difference of earlier years has left behind under
// the same values is nobody's input. Where politics decides within the run
// nobody has put in which system rules.
func (r *Registry) parts(t *Test, path string) bool {
	var sides [][]float64
	for _, term := range t.terms {
		s, err := r.Arms[term.arm].Build()
		if err != nil || s.Politics.Governs() {
			return false
		}
		values, err := inForce(s, path, t.Spans())
		if err != nil {
			return false
		}
		sides = append(sides, values)
	}
	if len(sides) == 1 {
		return len(slices.Compact(sides[0])) > 1
	}
	return slices.ContainsFunc(sides[1:], func(other []float64) bool { return !slices.Equal(sides[0], other) })
}

// inForce are the values of a parameter in every month of some spans of years,
// of the whole scenario if there are none.
func inForce(s *scenario.Scenario, path string, spans [][2]int) (values []float64, err error) {
	all, err := gosplan.Parameters(s)
	if err != nil {
		return nil, err
	}
	under := map[string]float64{}
	for _, p := range all {
		under[p.Path] = p.Value
	}
	if len(spans) == 0 {
		spans = [][2]int{{s.From.Year, s.To.Year}}
	}
	for _, span := range spans {
		for m := (scenario.Month{Year: span[0], Month: 1}); m.Year <= span[1]; m = m.Next() {
			values = append(values, under["["+from(s.Eras, m)[0].System+"] "+path])
		}
	}
	return values, nil
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
