package gosplan

import (
	"reflect"
	"testing"

	"gosplan/economy"
	"gosplan/schedule"
	"gosplan/system"
)

// A row whose institution is absent changes nothing, to the last bit, but for
// what an era before has left. The schedule leaves such rows out.
func TestIdleRowsChangeNothing(t *testing.T) {
	for i := range reflect.TypeFor[system.System]().NumField() {
		field := reflect.TypeFor[system.System]().Field(i)
		if _, kept := field.Tag.Lookup("keep"); kept {
			continue
		}
		t.Run("without "+field.Name, func(t *testing.T) {
			t.Parallel()
			s := builtin(t, "ussr")
			s.Without = []string{field.Name}
			sim, err := New(Config{Scenario: s, Seed: 1, Scale: 400_000, To: 1931})
			if err != nil {
				t.Fatal(err)
			}
			idle := watchIdle(t, sim)
			if idle == 0 {
				t.Fatal("no row is idle")
			}
			if err := sim.Run(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// No row that the schedule of a scenario leaves out does anything.
func TestRowsLeftOutChangeNothing(t *testing.T) {
	for name, to := range map[string]int{"ussr": 1932, "transition-at-once": 1994} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := builtin(t, name)
			sim, err := New(Config{Scenario: s, Seed: 1, Scale: 500_000, To: to})
			if err != nil {
				t.Fatal(err)
			}
			if watchIdle(t, sim) == 0 {
				t.Fatal("no row is idle")
			}
			if err := sim.Run(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// watchIdle watches the idle rows of all eras and counts them.
func watchIdle(t *testing.T, sim *Simulation) (idle int) {
	lived := map[string]bool{}
	for _, e := range sim.eras {
		for i, row := range e.year {
			if e.model.Absent(row.Who, row.Does) {
				e.year[i].Act = watched(t, row, lived[row.Does])
				idle++
			} else {
				lived[row.Does] = true
			}
		}
	}
	return idle
}

// watched is a row that must not change the state, but where an era before may
// have left something to put away.
func watched(t *testing.T, row schedule.Row, left bool) schedule.Act {
	if left {
		return row.Act
	}
	return func(w *economy.World, st *economy.State) {
		before := st.Hash()
		row.Act(w, st)
		if st.Hash() != before {
			t.Errorf("month %d: %q acts though its institution is absent", st.Month, row.Does)
		}
	}
}
