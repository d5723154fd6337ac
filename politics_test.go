package gosplan

import (
	"math"
	"testing"

	"gosplan/scenario"
	"gosplan/series"
)

// Where politics does not govern it watches: a run without it, or with other
// rules of it, reports the same to the last bit in all that is not politics.
func TestPoliticsOnlyWatches(t *testing.T) {
	t.Parallel()
	run := func(change func(*scenario.Scenario)) *series.Log {
		sc := builtin(t, "ussr")
		change(sc)
		s, err := New(Config{Scenario: sc, Seed: 6, Scale: coarse, To: 1934})
		if err != nil {
			t.Fatal(err)
		}
		finish(t, s)
		return s.Log()
	}
	without := run(func(sc *scenario.Scenario) { sc.Without = []string{"Politics"} })
	economic := map[string]bool{}
	for _, d := range without.Definitions() {
		economic[d.Name] = d.Name != "strike_days" && d.Name != "strikes" && d.Name != "strike_length"
	}
	rest := func(l *series.Log) (out []series.Row) {
		for _, r := range l.Rows {
			if economic[r.Def.Name] {
				out = append(out, r)
			}
		}
		return out
	}
	want := rest(without)
	for name, change := range map[string]func(*scenario.Scenario){
		"as it is": func(*scenario.Scenario) {},
		"otherwise": func(sc *scenario.Scenario) {
			sc.Set = scenario.Changes{"Politics.Centralism": 1, "Politics.Rotation": 1, "Politics.Recall": 1, "Politics.Strike.Anger": 5}
		},
	} {
		log := run(change)
		got := rest(log)
		if len(got) != len(want) {
			t.Fatalf("politics %s: %d figures, %d without", name, len(got), len(want))
		}
		for i := range got {
			if got[i].Def != want[i].Def || math.Float64bits(got[i].Value) != math.Float64bits(want[i].Value) {
				t.Fatalf("politics %s: %s of %s is %v, without it %v", name, got[i].Def.Name, got[i].Date(), got[i].Value, want[i].Value)
			}
		}
		if len(log.Rows) < len(want)+15*20 {
			t.Errorf("politics %s: too little is reported of it", name)
		}
	}
}
