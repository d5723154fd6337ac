package measure

import (
	"math"
	"testing"

	"gosplan/economy"
)

// Services go to makers, the state and households; what nobody took is shown as that.
func TestServicesThatNobodyTookAreNoHouseholds(t *testing.T) {
	w, s := country(12)
	a := &s.Last
	a.Output[economy.Services] = 20
	a.Flow[economy.Services][economy.Fuel] = 3
	a.ServicesState, a.ServicesIdle = 10, 2
	got := map[string]float64{}
	for _, f := range Flows(w, s) {
		if f.From == economy.GoodNames[economy.Services] {
			got[f.To] = f.Value / economy.BasePrice[economy.Services]
		}
	}
	for to, want := range map[string]float64{"to make " + economy.GoodNames[economy.Fuel]: 3, "the state, for free": 10, "nobody": 2, "households": 5} {
		if math.Abs(got[to]-want) > 1e-9 {
			t.Errorf("%s: %v points of services, want %v", to, got[to], want)
		}
	}
}
