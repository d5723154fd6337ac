package gosplan

import (
	"bytes"
	"fmt"
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

// found is the snapshot of an era.
func found(t testing.TB, era string) snapshot {
	t.Helper()
	all := snapshots()
	i := slices.IndexFunc(all, func(s snapshot) bool { return s.era == era })
	if i < 0 {
		t.Fatalf("no era is called %s", era)
	}
	return all[i]
}

// span is how many months a change is watched: a year, so that every act of
// the year has its turn, and a month.
const span = 13

// resumed takes up a snapshot in a changed scenario.
func (s snapshot) resumed(t testing.TB, change func(*scenario.Scenario)) *Simulation {
	t.Helper()
	sc := builtin(t, "ussr")
	if change != nil {
		change(sc)
	}
	run, err := Resume(Config{Scenario: sc, Seed: 9, Scale: 2 * coarse}, bytes.NewReader(s.stream))
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

// Every mechanism and every institution can be taken out in eras that have
// it: the economy lives on, and its books balance. And what can be taken
// out matters somewhere, or its ablation would be an empty word.
func TestWithoutEveryMechanism(t *testing.T) {
	t.Parallel()
	paths, err := Removable(builtin(t, "ussr"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < 30 {
		t.Fatalf("only %d mechanisms and institutions can be taken out", len(paths))
	}
	for k, path := range paths {
		t.Run(path, func(t *testing.T) {
			present, matters := 0, false
			var others []snapshot
			take := func(from snapshot) {
				s := from.resumed(t, func(sc *scenario.Scenario) { sc.Without = append(slices.Clone(sc.Without), path) })
				months := span
				if matters {
					months = 7
				}
				report(t, "without it in "+from.era, lived(s, months))
				matters = matters || s.state.Month-from.month == months && s.Hash() != from.hash[months]
			}
			for i, from := range snapshots() {
				if !inForce(t, from.era, path) {
					continue
				}
				if present++; present > 1 && i%4 != k%4 {
					others = append(others, from) // the first that has it, and some of the others
					continue
				}
				take(from)
			}
			for _, from := range others { // and all, where it did not matter yet
				if !matters {
					take(from)
				}
			}
			if !matters && strings.HasPrefix(path, "Politics.Ruling") {
				matters = ruledWithout(t) != ruledWithout(t, path)
			}
			if present > 0 && !matters {
				t.Errorf("it is in force in %d eras, and without it nothing changes in any", present)
			}
		})
	}
}

// ruledWithout is a country in which politics governs, some years later, when
// some paths are taken out.
func ruledWithout(t *testing.T, paths ...string) string {
	sc := builtin(t, "ussr-endogenous")
	sc.Without = paths
	s, err := New(Config{Scenario: sc, Seed: 2, Scale: 2 * coarse, To: 1922})
	if err != nil {
		t.Fatal(err)
	}
	return finish(t, s)
}

// numbersOf keeps the parameters of systems.
var numbersOf sync.Map

// inForce tells whether a system has what a path names.
func inForce(t testing.TB, era, path string) bool {
	t.Helper()
	found, ok := numbersOf.Load(era)
	if !ok {
		m, known := system.NewModel(era)
		if !known {
			t.Fatal(era)
		}
		found, _ = numbersOf.LoadOrStore(era, parameter.List(m))
	}
	for _, p := range found.([]parameter.Parameter) {
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
		{"war-communism", "Requisition.Reach", 3, 4}, // June 1918; detachments for grain go out in September
		{"nep", "Tax", 5, 6},                         // April 1921; the tax falls due in September
	} {
		from := found(t, c.era)
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
		from := found(t, c.era)
		s := from.resumed(t, func(sc *scenario.Scenario) { sc.Without = append(slices.Clone(sc.Without), c.paths...) })
		live(t, s, 5)
		if s.Hash() != from.hash[5] {
			t.Errorf("%s without %v, which it does not have, lives otherwise", c.era, c.paths)
		}
	}
}

// No value in its range breaks the books: every number at both ends, a few at
// a time, under several systems. What it does to the economy is its own affair.
func TestRangeEndsKeepTheBooks(t *testing.T) {
	t.Parallel()
	const together, months = 6, 9
	m, _ := system.NewModel("plan-1929")
	var some, work, start []parameter.Parameter
	for _, p := range parameter.List(m) {
		switch {
		case strings.HasPrefix(p.Path, "Start."):
			start = append(start, p)
		case strings.HasPrefix(p.Path, "Work."): // apart, since each costs new solutions
			work = append(work, p)
		default:
			some = append(some, p)
		}
	}
	all := snapshots()
	for i, batch := range append(batches(some, together), batches(work, together)...) {
		for _, high := range []bool{false, true} {
			from := all[3] // the plan of 1929 for every other batch, and all eras in turn
			if i%2 == 1 {
				from = all[i/2%len(all)]
			}
			blame(t, from.era, batch, high, func(few []parameter.Parameter) complaints {
				return lived(from.resumed(t, set(few, high)), months)
			})
		}
	}
	for _, p := range start {
		for _, high := range []bool{false, true} {
			blame(t, "the first days", []parameter.Parameter{p}, high, func(few []parameter.Parameter) complaints {
				sc := builtin(t, "ussr")
				set(few, high)(sc)
				s, err := New(Config{Scenario: sc, Seed: 9, Scale: 4 * coarse})
				if err != nil {
					return complaints{err.Error()}
				}
				return lived(s, 4)
			})
		}
	}
}

// blame tries parameters together and, if that goes wrong, one by one.
func blame(t *testing.T, where string, batch []parameter.Parameter, high bool, try func([]parameter.Parameter) complaints) {
	t.Helper()
	together := try(batch)
	if len(together) == 0 {
		return
	}
	found := false
	for _, p := range batch {
		if wrong := try([]parameter.Parameter{p}); len(wrong) > 0 {
			found = true
			report(t, fmt.Sprintf("%s in %s", told(p, high), where), wrong)
		}
	}
	if !found {
		var names []string
		for _, p := range batch {
			names = append(names, told(p, high))
		}
		report(t, fmt.Sprintf("%s in %s, none of them alone", strings.Join(names, ", "), where), together)
	}
}

func told(p parameter.Parameter, high bool) string {
	if high {
		return fmt.Sprintf("%s = %v", p.Path, p.High)
	}
	return fmt.Sprintf("%s = %v", p.Path, p.Low)
}

// set puts parameters at one end of their ranges.
func set(few []parameter.Parameter, high bool) func(*scenario.Scenario) {
	return func(sc *scenario.Scenario) {
		changes := scenario.Changes{}
		for _, p := range few {
			changes[p.Path] = p.Low
			if high {
				changes[p.Path] = p.High
			}
		}
		sc.Set = changes
	}
}

// batches deals parameters out so that neighbours are in different batches.
func batches(all []parameter.Parameter, size int) (out [][]parameter.Parameter) {
	n := (len(all) + size - 1) / size
	for i := range n {
		var batch []parameter.Parameter
		for k := i; k < len(all); k += n {
			batch = append(batch, all[k])
		}
		out = append(out, batch)
	}
	return out
}
