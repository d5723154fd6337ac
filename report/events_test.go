package report

import (
	"strings"
	"testing"

	"gosplan/measure"
	"gosplan/series"
)

// A run in which systems changed says when, from what to what, who was for it
// and what made the crisis, and names them over the charts as it does eras.
func TestChangesOfSystemAreShown(t *testing.T) {
	log := &series.Log{Events: []series.Event{
		{Year: 1929, Month: 1, From: "market", To: "plan", For: []string{"officials"}, Against: []string{"peasants"}, Support: 0.6, Crisis: 1.2, Parts: []series.Part{{Name: "growth", Value: 1.2}}},
		{Year: 1935, Month: 1, From: "plan", Fall: 0.2, Crisis: 2},
	}}
	for year := 1928; year < 1940; year++ {
		log.Add(measure.Find("crisis_index"), series.Nation, year, 0, 1)
	}
	page := render(t, Input{Log: log})
	for _, want := range []string{"1929-01", "market → plan", "for it officials (60 % of influence); against it peasants; crisis 1.20: growth 1.20", "plan: output fell by 20 % in three years"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	balanced(t, page)
	log.Events = nil
	if page := render(t, Input{Log: log}); strings.Contains(page, "Changes of system within") {
		t.Error("nothing changed, and the page has a table of changes")
	}
}
