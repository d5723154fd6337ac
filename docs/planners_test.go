package docs

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"strings"
	"testing"

	"gosplan"
	"gosplan/ensemble"
	"gosplan/scenario"
	"gosplan/series"
)

var planners = flag.Bool("planners", false, "run the planners inside the economy and write what came of it")

// A trial is a scenario with changes laid over its last two eras, those from
// 1965 on.
type trial struct {
	name, base string
	set        scenario.Changes
}

var trials = []trial{
	{"ussr", "ussr", nil},
	{"ussr-ogas", "ussr-ogas", nil},
	{"ussr-ogas-truthful", "ussr-ogas-truthful", nil},
	{"balances", "ussr-ogas", scenario.Changes{"Plan.Planner": 1}},
	{"balances, truthful", "ussr-ogas-truthful", scenario.Changes{"Plan.Planner": 1}},
	{"goals", "ussr-ogas", scenario.Changes{"Plan.Planner": 3}},
	{"goals, truthful", "ussr-ogas-truthful", scenario.Changes{"Plan.Planner": 3}},
	{"council", "ussr-ogas", scenario.Changes{"Plan.Planner": 4}},
	{"council, truthful", "ussr-ogas-truthful", scenario.Changes{"Plan.Planner": 4}},
	{"bundle, half the truth", "ussr-ogas", scenario.Changes{"Plan.Truth": 0.5, "Supply.Truth": 0.5}},
	{"bundle, only capacities, needs and stocks known", "ussr-ogas", scenario.Changes{"Plan.Truth": 1}},
	{"bundle, only allotment by need", "ussr-ogas", scenario.Changes{"Supply.Truth": 1}},
	{"bundle, no output believed to have been possible twice", "ussr-ogas", scenario.Changes{"Plan.Forget": 1}},
	{"bundle, half way to the plan a quarter", "ussr-ogas", scenario.Changes{"Plan.Reach": 0.5}},
	{"bundle, all heard at once", "ussr-ogas", scenario.Changes{"Plan.Delay": 0}},
}

// figures are the columns: growth a year from 1965 to a year, or the mean of
// 1966 to 1985.
var figures = []struct {
	head, series string
	growthTo     int
	scale        float64
}{
	{"GDP to 1970", "gdp", 1970, 100},
	{"GDP to 1985", "gdp", 1985, 100},
	{"consumption per head to 1985", "consumption_per_head", 1985, 100},
	{"consumer goods to 1985", "output_consumer", 1985, 100},
	{"materials to 1985", "output_materials", 1985, 100},
	{"frustrated purchases", "frustrated_share", 0, 100},
	{"input over output stocks", "stock_ratio", 0, 1},
	{"vacancies", "vacancy_rate", 0, 100},
	{"deliveries that came", "fill_rate", 0, 100},
	{"imbalance of the plan", "plan_imbalance", 0, 100},
	{"fulfilment", "fulfilment", 0, 100},
	{"over-requests", "over_request", 0, 1},
}

const (
	plannerSeeds = 8
	plannerScale = 50_000
)

// The page shows every trial. What it says of them is computed, with the flag,
// by running them all.
func TestPlannersInsideTheEconomy(t *testing.T) {
	const page = "planning-inside.md"
	text := read(t, page)
	if *planners {
		text = replace(t, text, "planners", plannerTable(t))
		if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, trial := range trials {
		if !strings.Contains(text, "| "+trial.name+" |") {
			t.Errorf("%s: no row for %q; run go test ./docs -run Planners -planners", page, trial.name)
		}
	}
}

func plannerTable(t *testing.T) string {
	heads, rule := []string{""}, []string{"--"}
	for _, f := range figures {
		heads, rule = append(heads, f.head), append(rule, "--:")
	}
	out := "| " + strings.Join(heads, " | ") + " |\n|" + strings.Join(rule, "|") + "|\n"
	for _, trial := range trials {
		logs, err := ensemble.Each(context.Background(), plannerSeeds, func(seed uint64) (*series.Log, error) { return trial.run(seed + 1) })
		if err != nil {
			t.Fatalf("%s: %v", trial.name, err)
		}
		cells := []string{trial.name}
		for _, f := range figures {
			var sum, square float64
			for _, log := range logs {
				v := f.scale * figure(log.Year(f.series, series.Nation), f.growthTo)
				sum += v
				square += v * v
			}
			mean := sum / plannerSeeds
			spread := math.Sqrt(max(0, square/plannerSeeds-mean*mean) * plannerSeeds / (plannerSeeds - 1))
			digits := 1
			if f.scale == 1 {
				digits = 2
			}
			cells = append(cells, fmt.Sprintf("%.*f ± %.*f", digits, mean, digits, spread))
		}
		out += "| " + strings.Join(cells, " | ") + " |\n"
	}
	return out
}

// figure is growth a year from 1965 to a year, or the mean of the years after
// 1965.
func figure(years map[int]float64, growthTo int) float64 {
	if growthTo > 0 {
		return math.Pow(years[growthTo]/years[1965], 1/float64(growthTo-1965)) - 1
	}
	var sum float64
	for year := 1966; year <= 1985; year++ {
		sum += years[year] / 20
	}
	return sum
}

func (c trial) run(seed uint64) (*series.Log, error) {
	sc, err := scenario.Load(c.base)
	if err != nil {
		return nil, err
	}
	for i := range sc.Eras {
		if sc.Eras[i].From.Year < 1965 || c.set == nil {
			continue
		}
		if sc.Eras[i].Set == nil {
			sc.Eras[i].Set = scenario.Changes{}
		}
		maps.Copy(sc.Eras[i].Set, c.set)
	}
	s, err := gosplan.New(gosplan.Config{Scenario: sc, Seed: seed, Scale: plannerScale, To: 1985})
	if err != nil {
		return nil, err
	}
	if err := s.Run(context.Background(), nil); err != nil {
		return nil, err
	}
	return s.Log(), nil
}
