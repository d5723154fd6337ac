package claim

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gosplan"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/system"
)

const smallAssumptions = `
version: 1
registered: 2026-11-26
start: start-1928
from: 1928
to: 1940
systems: [nep, plan-1956, competitive-capitalism]
assumptions:
  - name: fear
    says: Who can lose his post works harder.
    source: assumed
    favours: [nep]
    flipped: Fear adds nothing.
    set: {Behaviour.Effort.Fear: 0}
  - name: most
    says: Targets are bound.
    source: assumed
    favours: []
    flipped: They are not.
    where: Plan.Targets
    set: {Plan.Most: 2}
  - name: credit
    says: There is credit.
    source: assumed
    favours: [competitive-capitalism]
    flipped: There is none.
    without: [Credit]
  - name: weather
    says: Weather is normal.
    source: assumed
    favours: [plan-1956]
    flipped: It is not.
    borrow: {weather: ussr, threat: ussr}
    constant: {embargo: 0}
`

func TestAWrongTableOfAssumptionsIsRefusedByName(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"a number nobody has", "Behaviour.Effort.Fear", "Behaviour.Effort.Feer", "Feer"},
		{"a value out of range", "Fear: 0}", "Fear: 7}", "range"},
		{"nothing is flipped", "Plan.Most: 2", "Plan.Most: 1", "changes none"},
		{"it is about nobody", "where: Plan.Targets", "where: Requisition.Reach", "changes none"},
		{"it favours who is not ranked", "favours: [nep]", "favours: [tsarist]", "tsarist"},
		{"a system nobody knows", "[nep, plan", "[nap, plan", "nap"},
		{"no source", "source: assumed\n    favours: [nep]", "source: \"\"\n    favours: [nep]", "source"},
		{"a name twice", "name: most", "name: fear", "fear"},
		{"a word nobody knows", "flipped: Fear", "flopped: Fear", "flopped"},
		{"another version", "version: 1", "version: 2", "version"},
	} {
		text := strings.Replace(smallAssumptions, c.old, c.new, 1)
		if text == smallAssumptions {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		if _, err := ReadAssumptions([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", c.name, err, c.want)
		}
	}
}

// A flip changes what it names and nothing else, where it is about it, and for
// institutions only from when the system takes over.
func TestFlips(t *testing.T) {
	a, err := ReadAssumptions([]byte(smallAssumptions))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, system string
		touches      bool
		check        func(base, flipped *scenario.Scenario) bool
	}{
		{"fear", "nep", true, func(_, s *scenario.Scenario) bool { return s.Set["Behaviour.Effort.Fear"] == 0 && len(s.Set) == 1 }},
		{"most", "nep", false, func(base, s *scenario.Scenario) bool { return reflect.DeepEqual(base, s) }},
		{"most", "plan-1956", true, func(_, s *scenario.Scenario) bool {
			return len(s.Set) == 0 && s.Eras[len(s.Eras)-1].Set["Plan.Most"] == 2 && len(s.Eras[0].Set) == 0
		}},
		{"credit", "plan-1956", false, func(base, s *scenario.Scenario) bool { return reflect.DeepEqual(base, s) }},
		{"credit", "competitive-capitalism", true, func(_, s *scenario.Scenario) bool {
			return slices.Equal(s.Eras[len(s.Eras)-1].Without, []string{"Credit"}) && len(s.Without) == 0
		}},
		{"weather", "nep", true, func(base, s *scenario.Scenario) bool {
			return s.Nature.Embargo.At(1920) == base.Nature.Embargo.At(1920) && s.Nature.Embargo.At(1940) == 0 &&
				reflect.DeepEqual(s.Nature.Weather[1924], base.Nature.Weather[1924]) && len(s.Nature.Weather[1931]) > 0 && len(base.Nature.Weather[1931]) == 0 &&
				s.Nature.Threat.At(1918) == base.Nature.Threat.At(1918) && s.Nature.Threat.At(1940) == 1
		}},
	} {
		i := slices.IndexFunc(a.Entries, func(e Assumption) bool { return e.Name == c.name })
		e := &a.Entries[i]
		base, err := a.Base(c.system, 1940)
		if err != nil {
			t.Fatal(err)
		}
		s, err := a.Flip(e, c.system, 1940)
		if err != nil {
			t.Fatal(err)
		}
		if e.Touches(c.system) != c.touches || !c.check(base, s) {
			t.Errorf("%s under %s: touches %v; set %v, eras %v", c.name, c.system, e.Touches(c.system), s.Set, s.Eras)
		}
	}
}

// What comes with the program can be read and lived, every measure too.
func TestTheAssumptionsAreWhole(t *testing.T) {
	a := Assumed()
	for _, e := range a.Entries {
		for _, name := range a.Systems {
			s, err := a.Flip(&e, name, a.To)
			if err == nil {
				_, err = gosplan.Schedule(s)
			}
			if err != nil {
				t.Errorf("%s under %s: %v", e.Name, name, err)
			}
		}
	}
	for _, m := range Measures {
		n, err := parse(fmt.Sprintf(m.Statistic, 1928, 1940, 1934))
		if err == nil {
			err = n.lacks()
		}
		if err != nil {
			t.Errorf("%s: %v", m.Title, err)
		}
	}
	for _, name := range system.Names() {
		some := false
		for i := range a.Entries {
			some = some || a.Entries[i].Touches(name)
		}
		if !some {
			t.Errorf("no assumption touches %s", name)
		}
	}
}

func TestSwaps(t *testing.T) {
	most, least := Measure{}, Measure{Least: true}
	nan := math.NaN()
	for _, c := range []struct {
		name          string
		m             Measure
		before, after []float64
		want          int
	}{
		{"nothing", most, []float64{1, 2, 3}, []float64{4, 5, 6}, 0},
		{"a neighbour", most, []float64{1, 2, 3}, []float64{2, 1, 3}, 1},
		{"all", most, []float64{1, 2, 3}, []float64{3, 2, 1}, 3},
		{"all, the least first", least, []float64{1, 2, 3}, []float64{3, 2, 1}, 3},
		{"a tie is no swap", most, []float64{1, 2}, []float64{1, 1}, 0},
		{"who has no figure is last", least, []float64{1, 2}, []float64{nan, 2}, 1},
		{"nobody has a figure", least, []float64{nan, nan}, []float64{nan, nan}, 0},
	} {
		if got := len(c.m.swaps(c.before, c.after)); got != c.want {
			t.Errorf("%s: %d pairs, want %d", c.name, got, c.want)
		}
	}
	// as many pairs swap on the way back, and never more than there are
	luck := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		a, b := make([]float64, 6), make([]float64, 6)
		for i := range a {
			a[i], b[i] = luck.NormFloat64(), luck.NormFloat64()
		}
		there, back := len(most.swaps(a, b)), len(most.swaps(b, a))
		if there != back || there > 15 || len(most.swaps(a, a)) != 0 {
			t.Fatalf("%d there, %d back", there, back)
		}
	}
}

// economies are runs of systems with a level of consumption each, shared luck,
// and what a flip takes from one of them.
func economies(flip map[string]float64) func(context.Context, gosplan.Config) (*series.Log, error) {
	level := map[string]float64{"nep": 110, "plan-1956": 100, "competitive-capitalism": 120}
	return func(_ context.Context, c gosplan.Config) (*series.Log, error) {
		name := c.Scenario.Eras[len(c.Scenario.Eras)-1].System
		luck := rand.New(rand.NewPCG(c.Seed, 7)).NormFloat64()
		value := level[name] + 10*luck + 0.1*rand.New(rand.NewPCG(c.Seed, uint64(len(name)))).NormFloat64()
		if len(c.Scenario.Set) > 0 {
			value += flip[name] + 0.2*rand.New(rand.NewPCG(c.Seed, uint64(100+len(name)))).NormFloat64()
		}
		log := &series.Log{}
		for year := 1928; year <= 1940; year++ {
			log.Add(measure.Find("consumption_per_head"), series.Nation, year, 0, value)
		}
		return log, nil
	}
}

// weigh flips the first assumption of the small table.
func weigh(t *testing.T, flip map[string]float64) *Weighing {
	t.Helper()
	a, err := ReadAssumptions([]byte(smallAssumptions))
	if err != nil {
		t.Fatal(err)
	}
	entries := []*Assumption{&a.Entries[0], &a.Entries[1]}
	base, flipped, err := a.Worlds(entries, a.Systems, 1940)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"fear competitive-capitalism", "fear nep", "fear plan-1956", "most plan-1956"}; !slices.Equal(slices.Sorted(maps.Keys(flipped)), want) {
		t.Errorf("flips of %v are lived", slices.Sorted(maps.Keys(flipped)))
	}
	l := laboratory(economies(flip))
	more, err := l.Scenarios(context.Background(), flipped)
	if err != nil {
		t.Fatal(err)
	}
	l.Pairs *= 2
	plain, err := l.Scenarios(context.Background(), base)
	if err != nil {
		t.Fatal(err)
	}
	return a.Weigh(entries, a.Systems, plain, more, l.Pairs/2, 1940)
}

func TestWhatAFlipIsShownToDo(t *testing.T) {
	for _, c := range []struct {
		name     string
		flip     map[string]float64
		distance int
		ahead    []string
		expected Expectation
	}{
		{"nothing", nil, 0, nil, NotShown},
		{"all alike", map[string]float64{"nep": -30, "plan-1956": -30, "competitive-capitalism": -30}, 0, nil, NotShown},
		{"the favoured one loses most", map[string]float64{"nep": -15}, 1, []string{"nep"}, AsThought},
		{"another does", map[string]float64{"plan-1956": -15, "competitive-capitalism": -15}, 1, []string{"plan-1956", "competitive-capitalism"}, NotSo},
	} {
		w := weigh(t, c.flip)
		f := &w.Flips[0]
		ahead, _ := w.Favoured(f, 0)
		if got := f.Changes[0].Distance; got != c.distance || !slices.Equal(ahead, c.ahead) || w.Expected(f) != c.expected {
			t.Errorf("%s: distance %d, favours %v, %s; want %d, %v, %s", c.name, got, ahead, w.Expected(f), c.distance, c.ahead, c.expected)
		}
		for _, s := range f.Changes[0].Swaps {
			if s.Share < 0.9 {
				t.Errorf("%s: %s and %s change places in %v of the resamples", c.name, w.Systems[s.First], w.Systems[s.Then], s.Share)
			}
		}
		// what a flip does not touch stays where it was, to the last bit
		most := w.Flips[1].Changes[0]
		if most.Distance != 0 || most.Low != 0 || most.High != 0 || !slices.Equal(most.Values[0], w.Base[0].Values[0]) {
			t.Errorf("%s: a flip that changes nothing: %+v", c.name, most)
		}
	}
}

// The same seeds rank alike with other luck, but for chance.
func TestThePlaceboOfRankings(t *testing.T) {
	w := weigh(t, map[string]float64{"nep": -15})
	p := w.Placebo.Changes[0]
	if p.Gains != nil || len(p.Values[0]) != 8 || slices.Equal(p.Values[0], w.Base[0].Values[0]) {
		t.Error("the placebo does not live other seeds")
	}
	page := w.Markdown("gosplan assumptions", 100_000)
	for _, want := range []string{
		"| *placebo: other luck* | ", "| fear | nep | nep ", "| as thought |",
		"| Consumption per head, 1928 = 100 | competitive-capitalism 1", "Behaviour.Effort.Fear=0", "- **most** nobody changes places.",
		"| fear | 1 [", "*Consumption per head:* nep and plan-1956 (",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}
