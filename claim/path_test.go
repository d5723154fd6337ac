package claim

import (
	"math"
	"strings"
	"testing"

	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
)

// chosen is a scenario of three candidates, from 1920 to 1940.
func chosen() *scenario.Scenario {
	return &scenario.Scenario{
		From: scenario.Month{Year: 1917, Month: 11}, To: scenario.Month{Year: 1940, Month: 12},
		Eras: []scenario.Era{{System: "war-communism"}},
		Politics: scenario.Politics{From: scenario.Month{Year: 1920, Month: 1},
			Candidates: []scenario.Candidate{{System: "nep"}, {System: "plan-1929"}, {System: "state-orders-1988"}}},
	}
}

// lived is a run whose systems are given by the years in which they came.
func lived(came map[int]int, dead map[int]float64) *Figures {
	log := &series.Log{}
	now := 0
	for year := 1920; year <= 1940; year++ {
		if n, ok := came[year]; ok {
			now = n
		}
		market := 0.0
		if now == 1 {
			market = 1
		}
		joined := 0.0
		if now == 2 {
			joined = 0.9
		}
		for name, v := range map[string]float64{"regime": float64(now), "market_regime": market, "collectivised_share": joined, "excess_deaths": dead[year]} {
			log.Add(measure.Find(name), series.Nation, year, 0, v)
		}
	}
	return FiguresOf(log)
}

// The paths of four runs that are known.
func TestPaths(t *testing.T) {
	p := NewPaths(chosen(), []*Figures{
		lived(map[int]int{1921: 1, 1929: 2}, map[int]float64{1922: 5, 1932: 1.5, 1933: 3}),
		lived(map[int]int{1921: 1}, map[int]float64{1922: 5}),
		lived(map[int]int{1925: 2, 1930: 3, 1935: 1}, map[int]float64{1930: 1.2}),
		lived(nil, nil),
		{Failure: "the books are off"},
	})
	if p.Seeds != 4 || p.Broken != 1 {
		t.Fatalf("%d seeds, %d broken", p.Seeds, p.Broken)
	}
	for name, want := range map[string]float64{
		"market early": 0.5, "market to plan": 0.25, "market to plan by 1940": 0.25, "collectivisation": 0.5, "famine": 0.5, "great famine": 0.25,
		"partial reform": 0.25, "plan to market": 0.25, "market at the end": 0.5, "nothing changes": 0.25,
	} {
		if got := p.Share(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if got := p.PerRun["changes"]; got != 1.5 {
		t.Errorf("%v changes in a run, want 1.5", got)
	}
	for i, year := range p.Years {
		var sum float64
		for _, s := range p.Systems {
			sum += s.Shares[i]
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("shares of %d sum to %v", year, sum)
		}
	}
	if c := p.Changes[0]; c.From != "war-communism, by script" || c.To != "nep" || c.Share != 0.5 || c.Mid != 1921 {
		t.Errorf("the most frequent change is %+v", c)
	}
}

// A page over one seed says so in the singular.
func TestAPageCountsItsSeeds(t *testing.T) {
	for n, want := range map[int]string{1: "over 1 seed at", 2: "over 2 seeds at"} {
		var lives []*Figures
		for range n {
			lives = append(lives, lived(nil, nil))
		}
		if text := (PathPage{Scenario: "x", Paths: NewPaths(chosen(), lives)}).Markdown(); !strings.Contains(text, want) {
			t.Errorf("%d: the page does not say %q", n, want)
		}
	}
}

// What somebody has written under Reading stays when a page is written again.
func TestAReadingStays(t *testing.T) {
	page := PathPage{Scenario: "x", Paths: NewPaths(chosen(), []*Figures{lived(nil, nil)}), Reading: "It says nothing."}
	text := page.Markdown()
	if got := ReadingOf(text); got != page.Reading {
		t.Errorf("read back %q", got)
	}
	page.Reading = ""
	if got := ReadingOf(page.Markdown()); got != "" || strings.Contains(page.Markdown(), "## Reading") {
		t.Errorf("nobody wrote %q", got)
	}
}
