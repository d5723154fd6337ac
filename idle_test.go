package gosplan

import (
	"reflect"
	"testing"

	"gosplan/economy"
	"gosplan/schedule"
	"gosplan/system"
)

// A row whose institution is absent changes nothing, to the last bit. The
// schedule leaves such rows out.
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
			idle := 0
			for _, e := range sim.eras {
				for i, row := range e.year {
					if e.model.Absent(row.Who) {
						e.year[i].Act = watched(t, row)
						idle++
					}
				}
			}
			if idle == 0 {
				t.Fatal("no row is idle")
			}
			if err := sim.Run(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// watched is a row that must not change the state.
func watched(t *testing.T, row schedule.Row) schedule.Act {
	return func(w *economy.World, st *economy.State) {
		before := st.Hash()
		row.Act(w, st)
		if st.Hash() != before {
			t.Errorf("month %d: %q acts though its institution is absent", st.Month, row.Does)
		}
	}
}
