package gosplan

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/system"
)

// A snapshot is the economy in the first winter of an era.
type snapshot struct {
	era    string
	month  int
	stream []byte
	hash   map[int]string // months later, as it was lived
}

// snapshots lives the sequence of institutions once, at a very coarse scale,
// and keeps the economy as each era found it.
var snapshots = sync.OnceValue(func() []snapshot {
	sc, err := scenario.Load("ussr")
	if err != nil {
		panic(err)
	}
	s, err := New(Config{Scenario: sc, Seed: 9, Scale: 2 * coarse})
	if err != nil {
		panic(err)
	}
	var out []snapshot
	for s.state.Month <= s.last {
		for i := range s.eras {
			if from := max(s.eras[i].from, s.first); s.state.Month == from {
				var stream bytes.Buffer
				if err := s.Checkpoint(&stream); err != nil {
					panic(err)
				}
				out = append(out, snapshot{era: s.eras[i].name, month: from, stream: stream.Bytes(), hash: map[int]string{}})
			}
		}
		if err := s.month(); err != nil {
			panic(err)
		}
		for i := range out {
			if after := s.state.Month - out[i].month; after <= span {
				out[i].hash[after] = s.Hash()
			}
		}
	}
	return out
})

// span is how many months a change is watched: a year, so that every act of
// the year has its turn, and a month.
const span = 13

// resumed takes up a snapshot in a changed scenario.
func (s snapshot) resumed(t testing.TB, change func(*scenario.Scenario)) *Simulation {
	t.Helper()
	sc := *builtin(t, "ussr")
	if change != nil {
		change(&sc)
	}
	run, err := Resume(Config{Scenario: &sc, Seed: 9, Scale: 2 * coarse}, bytes.NewReader(s.stream))
	if err != nil {
		t.Fatalf("%s: %v", s.era, err)
	}
	return run
}

// lived lives some months and complains about what is wrong after them.
func lived(s *Simulation, months int) (wrong complaints) {
	defer func() {
		if p := recover(); p != nil {
			wrong = append(wrong, fmt.Sprintf("panic: %v", p))
		}
	}()
	for range months {
		if err := s.month(); err != nil {
			return append(wrong, err.Error())
		}
	}
	wrong.people(s)
	wrong.numbers(s.state, s.world.Weight)
	return wrong
}

// report says the first few of the complaints.
func report(t *testing.T, about string, wrong complaints) {
	t.Helper()
	if len(wrong) > 0 {
		t.Errorf("%s:\n%s", about, strings.Join(wrong[:min(len(wrong), 4)], "\n"))
	}
}

// Taken up again without a change, a snapshot goes on as it was lived.
func TestSnapshotsGoOn(t *testing.T) {
	for _, from := range snapshots() {
		s := from.resumed(t, nil)
		live(t, s, span)
		if s.Hash() != from.hash[span] {
			t.Errorf("%s taken up goes on otherwise than it was lived", from.era)
		}
	}
}

// Every mechanism and every institution can be taken out in every era that
// has it: the economy lives on, and its books balance. And what can be taken
// out matters somewhere, or its ablation would be an empty word.
func TestWithoutEveryMechanism(t *testing.T) {
	paths, err := Removable(builtin(t, "ussr"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < 30 {
		t.Fatalf("only %d mechanisms and institutions can be taken out", len(paths))
	}
	for _, path := range paths {
		t.Run(path, func(t *testing.T) {
			present, matters := 0, false
			for _, from := range snapshots() {
				if !inForce(t, from.era, path) {
					continue
				}
				present++
				s := from.resumed(t, func(sc *scenario.Scenario) { sc.Without = append(slices.Clone(sc.Without), path) })
				report(t, "without it in "+from.era, lived(s, span))
				matters = matters || s.state.Month-from.month == span && s.Hash() != from.hash[span]
			}
			if present > 0 && !matters {
				t.Errorf("it is in force in %d eras, and without it nothing changes in any", present)
			}
		})
	}
}

// inForce tells whether a system has what a path names.
func inForce(t testing.TB, era, path string) bool {
	t.Helper()
	m, ok := system.NewModel(era)
	if !ok {
		t.Fatal(era)
	}
	for _, p := range parameter.List(m) {
		if strings.HasPrefix(p.Path, path+".") || strings.HasPrefix(p.Path, path+"[") {
			if p.Value != 0 {
				return true
			}
		}
	}
	return false
}

// Taking out what has no occasion to act changes nothing, to the last bit, as
// long as it has none; when the occasion comes it does.
func TestPlaceboChangesNothing(t *testing.T) {
	for _, c := range []struct {
		era, path     string
		still, matter int // months without and with an effect
	}{
		{"war-communism", "Requisition", 3, 4}, // June 1918; detachments go out in September
		{"nep", "Tax", 5, 6},                   // April 1921; the tax falls due in September
	} {
		for _, from := range snapshots() {
			if from.era != c.era {
				continue
			}
			s := from.resumed(t, func(sc *scenario.Scenario) { sc.Without = append(slices.Clone(sc.Without), c.path) })
			live(t, s, c.still)
			if s.Hash() != from.hash[c.still] {
				t.Errorf("%s without %s: something changed in %d months in which it does nothing", c.era, c.path, c.still)
			}
			live(t, s, c.matter-c.still)
			if s.Hash() == from.hash[c.matter] {
				t.Errorf("%s without %s: nothing changed in %d months", c.era, c.path, c.matter)
			}
		}
	}
	// institutions of other times
	for _, c := range []struct {
		era   string
		paths []string
	}{
		{"soviets-1917", []string{"Kolkhoz", "Requisition", "Tax"}},
		{"war-communism", []string{"Kolkhoz", "Tax", "Supply.Reform", "Supply.Councils"}},
		{"nep", []string{"Kolkhoz", "Requisition", "Supply.Reform", "Supply.Councils"}},
		{"plan-1929", []string{"Requisition", "Tax", "Supply.Reform", "Supply.Councils"}},
		{"sales-profit-1965", []string{"Requisition", "Tax", "Supply.Reform"}},
	} {
		for _, from := range snapshots() {
			if from.era != c.era {
				continue
			}
			s := from.resumed(t, func(sc *scenario.Scenario) { sc.Without = append(slices.Clone(sc.Without), c.paths...) })
			live(t, s, 5)
			if s.Hash() != from.hash[5] {
				t.Errorf("%s without %v, which it does not have, lives otherwise", c.era, c.paths)
			}
		}
	}
}

// No value in its range breaks the books: every number at both ends, in an
// era in which it is in force. What it does to the economy is its own affair.
func TestRangeEndsKeepTheBooks(t *testing.T) {
	const months = 4
	all := snapshots()
	turn := 0
	for _, p := range ends(t) {
		from := all[3] // the plan of 1929, for what is always in force
		if !p.always {
			for range all { // otherwise the eras that have it, in turn
				turn++
				if from = all[turn%len(all)]; slices.Contains(p.eras, from.era) {
					break
				}
			}
		}
		for _, value := range []float64{p.Low, p.High} {
			about := fmt.Sprintf("%s = %v in %s", p.Path, value, from.era)
			if strings.HasPrefix(p.Path, "Start.") {
				sc := *builtin(t, "ussr")
				sc.Set = maps.Clone(sc.Set)
				if sc.Set == nil {
					sc.Set = scenario.Changes{}
				}
				sc.Set[p.Path] = value
				s, err := New(Config{Scenario: &sc, Seed: 9, Scale: 4 * coarse})
				if err != nil {
					t.Errorf("%s: %v", about, err)
					continue
				}
				report(t, about, lived(s, months))
				continue
			}
			s := from.resumed(t, func(sc *scenario.Scenario) {
				sc.Set = maps.Clone(sc.Set)
				if sc.Set == nil {
					sc.Set = scenario.Changes{}
				}
				sc.Set[p.Path] = value
			})
			report(t, about, lived(s, months))
		}
	}
}

// An end is a parameter with the eras in which it is not zero.
type end struct {
	parameter.Parameter
	always bool
	eras   []string
}

func ends(t testing.TB) (out []end) {
	t.Helper()
	for _, from := range snapshots() {
		m, _ := system.NewModel(from.era)
		for i, p := range parameter.List(m) {
			if len(out) <= i {
				always := false
				for _, prefix := range []string{"Physics.", "Work.", "Behaviour.", "Start."} {
					always = always || strings.HasPrefix(p.Path, prefix)
				}
				out = append(out, end{p, always, nil})
			}
			if p.Value != 0 {
				out[i].eras = append(out[i].eras, from.era)
			}
		}
	}
	return out
}
