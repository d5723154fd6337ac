package scenario

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gosplan/parameter"
	"unicode"
)

// A Vocabulary is the names that the economy below knows. A list that is nil
// is not checked.
type Vocabulary struct {
	Systems    []string // names of eras
	Removable  []string // mechanisms and institutions that can be taken out
	Parameters []string // paths that can be set
	Forms      []string // institutions, which are set to a word and no number
}

// Check tells what is wrong with a complete scenario, or nil. Its messages
// name file, line and column where the scenario was read from a file.
func Check(s *Scenario, v Vocabulary) error { return s.check(v, true) }

// check looks at what can be said of a scenario; of one that still extends
// another nothing is missing yet.
func (s *Scenario) check(v Vocabulary, complete bool) error {
	var found mistakes
	complain := func(place, format string, arguments ...any) {
		found.add(s.wrong(place, format, arguments...))
	}
	switch {
	case s.Version > Version:
		complain("version", "version %d is newer than this gosplan, which reads version %d; use a newer gosplan", s.Version, Version)
	case s.Version < 1:
		complain("version", "version %d does not exist; write version: %d", s.Version, Version)
	}
	if complete && s.Name == "" {
		complain("name", "name is missing; write name: and a short word for the scenario")
	}
	if strings.ContainsFunc(s.Name, func(r rune) bool { return r == '/' || r == '\\' || unicode.IsControl(r) }) || strings.HasPrefix(s.Name, ".") {
		complain("name", "%q cannot be a name: folders are named after it; write a short word, as no-exports", s.Name)
	}
	s.checkDates(complete, complain)
	s.checkPolitics(complete, complain)
	s.checkNames(v, complain)
	for _, f := range s.series() {
		f.check(complain)
	}
	return found.err()
}

// checkDates looks at the borders of the run and the order of the eras.
func (s *Scenario) checkDates(complete bool, complain func(place, format string, arguments ...any)) {
	for _, end := range []struct {
		name  string
		month Month
	}{{"from", s.From}, {"to", s.To}} {
		switch {
		case !end.month.IsZero():
			if err := end.month.check(); err != nil {
				complain(end.name, "%s: %v", end.name, err)
			}
		case complete:
			complain(end.name, "%s is missing; write %s: and a month, as 1929-10", end.name, end.name)
		}
	}
	if !s.From.IsZero() && !s.To.IsZero() && s.To.Before(s.From) {
		complain("to", "to %v is before from %v; exchange them or correct one", s.To, s.From)
	}
	if complete && len(s.Eras) == 0 {
		complain("eras", "eras are missing; write at least one, as - {from: 1921-04, system: nep}")
	}
	for i, e := range s.Eras {
		where := fmt.Sprintf("eras.%d.from", i)
		switch {
		case e.From.IsZero():
			complain(fmt.Sprintf("eras.%d", i), "era %d has no date; write from: and a month, as 1929-10", i+1)
		case e.From.check() != nil:
			complain(where, "era %d: %v", i+1, e.From.check())
		case i == 0 && !s.From.IsZero() && s.From.Before(e.From):
			complain(where, "the first era begins in %v, after the scenario, which begins in %v; begin it in %v or earlier", e.From, s.From, s.From)
		case i > 0 && !s.Eras[i-1].From.Before(e.From):
			complain(where, "era %d begins in %v, not after era %d, which begins in %v; put the eras in order", i+1, e.From, i, s.Eras[i-1].From)
		}
		if e.System == "" {
			complain(fmt.Sprintf("eras.%d", i), "era %d has no system; write system: and its name, as nep", i+1)
		}
	}
}

// checkNames looks up systems, parameters and mechanisms.
func (s *Scenario) checkNames(v Vocabulary, complain func(place, format string, arguments ...any)) {
	changes := func(place string, set Changes, without []string) {
		for _, path := range sortedKeys(set) {
			if what := (rule{}).check(set[path]); what != "" {
				complain(join(place+"set", path), "%s: %s: %s", spoken(place+"set"), path, what)
			}
			if slices.Contains(v.Forms, path) {
				complain(join(place+"set", path), "%s: %s is an institution and takes a form and no number; write one of those that gosplan systems --institutions lists", spoken(place+"set"), path)
				continue
			}
			if v.Parameters == nil {
				continue
			}
			if _, err := parameter.Match(path, v.Parameters); err != nil {
				complain(join(place+"set", path), "%s: unknown parameter: %v", spoken(place+"set"), err)
			}
		}
		for _, name := range without {
			if v.Removable == nil {
				continue
			}
			if _, err := parameter.Match(name, v.Removable); err != nil {
				complain(join(place+"without", name), "%s: unknown mechanism or institution: %v", spoken(place+"without"), err)
			}
		}
	}
	changes("", s.Set, s.Without)
	named := func(place, name string) {
		if v.Systems == nil || name == "" || slices.Contains(v.Systems, name) {
			return
		}
		mend := parameter.Suggest(name, v.Systems)
		if mend == "" {
			mend = "; there are " + strings.Join(v.Systems, ", ")
		}
		complain(place+"system", "unknown system %q%s", name, mend)
	}
	for i, e := range s.Eras {
		place := fmt.Sprintf("eras.%d.", i)
		changes(place, e.Set, e.Without)
		named(place, e.System)
	}
	for i, c := range s.Politics.Candidates {
		place := fmt.Sprintf("politics.candidates.%d.", i)
		changes(place, c.Set, c.Without)
		named(place, c.System)
	}
}

// A field is one series of a scenario with what its tags say.
type field struct {
	name     string // decisions.oil_price
	rule     rule
	path     Path
	regional Regional
}

// series lists every series of the scenario in the order of declaration.
func (s *Scenario) series() []field {
	var out []field
	for _, part := range []struct {
		name string
		v    reflect.Value
	}{{"decisions", reflect.ValueOf(s.Decisions)}, {"nature", reflect.ValueOf(s.Nature)}} {
		for i := range part.v.NumField() {
			tag := part.v.Type().Field(i).Tag
			name, _, _ := strings.Cut(tag.Get("yaml"), ",")
			f := field{name: part.name + "." + name, rule: ruleOf(tag)}
			switch values := part.v.Field(i).Interface().(type) {
			case Path:
				f.path = values
			case Regional:
				f.regional = values
			}
			out = append(out, f)
		}
	}
	return out
}

// seriesNamed finds a series by its place.
func seriesNamed(place string) (field, bool) {
	for _, f := range new(Scenario).series() {
		if f.name == place || strings.HasPrefix(place, f.name+".") {
			return f, true
		}
	}
	return field{}, false
}

// check looks at every value of the series.
func (f field) check(complain func(place, format string, arguments ...any)) {
	for _, year := range f.path.Years() {
		where := join(f.name, strconv.Itoa(year))
		if err := checkYear(year); err != nil {
			complain(where, "%s: %v", f.name, err)
		}
		if what := f.rule.check(f.path[year]); what != "" {
			complain(where, "%s: %s", where, what)
		}
	}
	for _, year := range f.regional.Years() {
		where := join(f.name, strconv.Itoa(year))
		if err := checkYear(year); err != nil {
			complain(where, "%s: %v", f.name, err)
		}
		for _, region := range sortedKeys(f.regional[year]) {
			if !slices.Contains(Regions, region) {
				complain(where, "%s: unknown region %q%s", where, region, parameter.Suggest(region, Regions))
			}
			if what := f.rule.check(f.regional[year][region]); what != "" {
				complain(join(where, region), "%s: %s", join(where, region), what)
			}
		}
	}
}

// Late are the series that speak only of years after the run, whose first
// value holds in all of it, or, where they are events, that never happen.
func (s *Scenario) Late() (names []string) {
	for _, f := range s.series() {
		years := append(f.path.Years(), f.regional.Years()...)
		if len(years) > 0 && slices.Min(years) > s.To.Year {
			names = append(names, f.name)
		}
	}
	return names
}
