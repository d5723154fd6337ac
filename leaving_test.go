package gosplan

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
	"gosplan/system"
)

// left are the parts of State that stay set under systems which never set them
// themselves, and why they may.
var left = map[string]string{
	"Centre.Load":               "what people have learnt of planning; read by allotment alone",
	"Centre.Renewed":            "whom buyers and sellers know they go on knowing",
	"Centre.Hunger":             "what soldiers feel, and remember for months",
	"Centre.Levy.Reserve":       "whom the army had to call, by how many soldiers it is to have",
	"Centre.Treasury.held":      "money stays until it is spent",
	"Centre.Barn.held":          "goods stay until they are used",
	"Region.Market.held":        "goods stay until they are used",
	"Region.Cover":              "of those goods",
	"Region.Sold":               "of those goods",
	"Region.Busy":               "what people do",
	"Enterprise.Care":           "what people do",
	"Enterprise.Retool":         "plant that is being changed over",
	"Branch.Problem.Expect.Cut": "what managers have learnt of the supply office in force, rounded",
	"Branch.Tenth":              "when a technique had spread so far",
}

// marked tells which numbers of a value are set, by name.
func marked(name string, v reflect.Value, into map[string]bool) {
	switch {
	case v.Kind() == reflect.Struct:
		for k := range v.NumField() {
			marked(name+"."+v.Type().Field(k).Name, v.Field(k), into)
		}
	case v.Kind() == reflect.Array || v.Kind() == reflect.Slice:
		for k := range v.Len() {
			marked(name, v.Index(k), into)
		}
	case !v.IsZero():
		into[name] = true
	}
}

// acting are the numbers that are set of what institutions set and others go by.
func acting(s *economy.State) map[string]bool {
	out := map[string]bool{}
	for name, part := range map[string]any{
		"Centre": &s.Centre, "Branch": &s.Branch, "Region": &s.Region, "Enterprise": s.Enterprise, "Village": s.Village,
	} {
		marked(name, reflect.Indirect(reflect.ValueOf(part)), out)
	}
	return out
}

// Whatever system follows on whatever other, after a year nothing is set but
// what it sets itself when it is alone: what a departed institution had set is
// given back.
func TestDepartedInstitutionsLeaveNothing(t *testing.T) {
	names := system.Names()
	sc := builtin(t, "start-1928")
	sc.Politics = scenario.Politics{From: scenario.Month{Year: 3000, Month: 1}}
	for _, name := range names {
		sc.Politics.Candidates = append(sc.Politics.Candidates, scenario.Candidate{System: name})
	}
	first := map[string]*Simulation{} // after a year
	alone := map[string]map[string]bool{}
	of := func(s *Simulation) *Simulation {
		look := *s
		look.state = new(economy.State)
		look.state.Copy(s.state)
		return &look
	}
	year := func(s *Simulation, what ...string) {
		if _, err := s.live(12); err != nil {
			t.Fatalf("%s: %v", strings.Join(what, " → "), err)
		}
	}
	for _, name := range names {
		sc.Eras = []scenario.Era{{From: sc.From, System: name}}
		s, err := New(Config{Scenario: sc, Seed: 1, Scale: 1_000_000})
		if err != nil {
			t.Fatal(err)
		}
		year(s, name)
		on := of(s)
		year(on, name, name)
		first[name], alone[name] = s, acting(s.state)
		for field := range acting(on.state) {
			alone[name][field] = true
		}
	}
	found := map[string][]string{}
	for _, before := range names {
		for k, after := range names {
			if before == after {
				continue
			}
			s := of(first[before])
			s.install(k + 1)
			year(s, before, after)
			for field := range acting(s.state) {
				if !alone[after][field] && left[field] == "" {
					found[field] = append(found[field], before+" → "+after)
				}
			}
		}
	}
	for field, pairs := range found {
		slices.Sort(pairs)
		t.Errorf("%s stays set in %d changes, such as %s", field, len(pairs), pairs[0])
	}
}
