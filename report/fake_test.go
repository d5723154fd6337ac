package report

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"gosplan"
	"gosplan/fit"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
)

var regions = []string{"North-Centre", "Black-Earth", "Volga", "Ukraine", "North-Caucasus", "Ural-Siberia", "Kazakh-nomads", "West-South"}

// fakeLog is a run as it might be: history where there is a record, invention
// elsewhere, and noise.
func fakeLog(seed uint64) *series.Log {
	r := rand.New(rand.NewPCG(seed, 7))
	log := &series.Log{}
	record := Record()
	for i, d := range measure.Catalogue {
		reaches, _ := past(record, d.Name, series.Nation)
		drift := 0.0
		for year := 1917; year <= 1991; year++ {
			drift = 0.8*drift + 0.03*r.NormFloat64()
			v := (1 + drift) * shape(i, d, year, reaches)
			if d.Every == series.Yearly {
				log.Add(d, series.Nation, year, 0, v)
				continue
			}
			for q := 1; q <= 4; q++ {
				log.Add(d, series.Nation, year, q, v*(1+0.05*r.NormFloat64()+0.04*math.Sin(float64(q)*math.Pi/2)))
			}
		}
	}
	hunger := measure.Find("excess_deaths")
	for j, place := range regions {
		for year := 1917; year <= 1991; year++ {
			log.Add(hunger, place, year, 0, famine(year)*float64(1+j%4)/20*(1+0.1*r.NormFloat64()))
		}
	}
	return log
}

func famine(year int) float64 {
	return map[int]float64{1921: 1.5, 1922: 2.5, 1932: 1.2, 1933: 5, 1934: .3, 1946: .2, 1947: .9}[year]
}

func shape(i int, d *series.Definition, year int, record []reach) float64 {
	switch d.Name {
	case "excess_deaths":
		return famine(year)
	case "excess_deaths_quarter":
		return famine(year) / 4
	case "retail_price":
		return 1 + 4000*math.Exp(-sq((float64(year)-1922)/1.2))
	}
	at := float64(year) + 0.5
	for k, p := range record {
		if at <= p.at && k > 0 {
			last := record[k-1]
			return last.v + (p.v-last.v)*(at-last.at)/(p.at-last.at)
		}
		if at <= p.at {
			return p.v
		}
	}
	if len(record) > 0 {
		return record[len(record)-1].v
	}
	t := float64(year-1917) / 74
	wave := 0.5 + 0.35*math.Sin(float64(i)+3*t) + 0.1*math.Sin(9*t)
	switch d.Unit {
	case "1928 = 100", "1928 = 100, yearly rate", "1928 GDP = 100":
		return 40 + 700*t*t*wave
	case "ratio":
		return 0.9 + 0.4*wave
	case "kg a year":
		return 190 + 80*wave
	case "years":
		return 4 + 8*t
	}
	return 0.3 * wave
}

func sq(x float64) float64 { return x * x }

// fake is a whole input.
func fake(seeds int) Input {
	s := &scenario.Scenario{
		Version: 1, Name: "ussr", Title: "The Soviet economy, 1917–1991",
		Description: "The historical sequence of institutions: war communism, the New Economic Policy, central planning with collectivised agriculture, its reforms, and its end.",
		From:        scenario.Month{Year: 1917, Month: 11}, To: scenario.Month{Year: 1991, Month: 12},
	}
	for _, e := range []struct {
		year, month int
		system      string
	}{
		{1917, 11, "soviets-1917"},
		{1918, 6, "war-communism"},
		{1921, 4, "nep"},
		{1929, 1, "plan-1929"},
		{1940, 7, "plan-1940"},
		{1956, 5, "plan-1956"},
		{1957, 6, "councils-1957"},
		{1965, 10, "sales-profit-1965"},
		{1988, 1, "state-orders-1988"},
	} {
		s.Eras = append(s.Eras, scenario.Era{From: scenario.Month{Year: e.year, Month: e.month}, System: e.system})
	}
	s.Nature.War = scenario.Path{1917: 0.3, 1918: 0.6, 1921: 0, 1941: 1, 1946: 0}

	in := Input{
		Scenario: s, Seed: 1, Scale: 10000, Version: "v0.1.0-63678d3", Hash: "9f2c4be17a60d3e8", Wall: 1873 * time.Millisecond,
		Log: fakeLog(1), FlowsOf: "1970",
	}
	for i := 2; i <= seeds; i++ {
		in.Others = append(in.Others, fakeLog(uint64(i)))
	}
	for i := range 60 {
		in.Parameters = append(in.Parameters, gosplan.Parameter{
			Path: fmt.Sprintf("Behaviour.Worker.BaseEffort%d", i), Value: 0.6 + 1234*float64(i), Unit: "share of full effort",
			Low: 0, High: 1e5, Source: "assumed; Granick 1987 on job rights", Meaning: "effort of a worker whom nothing presses and nothing rewards",
		})
	}
	in.Schedule = []gosplan.EraSchedule{
		{From: "1917-11", System: "war-communism", Rows: []gosplan.ScheduleRow{
			{When: "every month", Who: "enterprises", Does: "make goods with what came", Writes: "Output, Stocks"},
			{When: "September", Who: "food detachments", Does: "take grain above the norm", Writes: "GrainTaken"},
			{When: "January", Who: "households", Does: "age, marry and die", Writes: "People"},
		}},
		{From: "1921-04", System: "nep", Rows: []gosplan.ScheduleRow{
			{When: "every month", Who: "enterprises", Does: "make goods with what came", Writes: "Output, Stocks, Debt"},
			{When: "October", Who: "tax office", Does: "collects the tax in kind", Writes: "TaxGrain"},
			{When: "January", Who: "households", Does: "age, marry and die", Writes: "People"},
		}},
	}
	goods := []string{"Fuel", "Materials", "Machinery", "Construction", "Consumer goods", "Food"}
	uses := []string{"Households", "Investment", "Army", "Exports"}
	for i, g := range goods {
		in.Flows = append(in.Flows, Flow{"Imports", g, 1 + float64(i%3), "billion rubles"}, Flow{"Domestic output", g, 20 + 9*float64(i), "billion rubles"})
		for j, u := range uses {
			in.Flows = append(in.Flows, Flow{g, u, 4 + float64((i*7+j*5)%13), "billion rubles"})
		}
	}
	table := fit.Measure(append([]*series.Log{in.Log}, in.Others...))
	for i, a := range fit.Ablations() {
		trial := fit.Trial{Ablation: a, Effect: fit.Effect{Finding: fit.NoPairs}}
		if i > 2 {
			trial.Effect = fit.Effect{Seeds: seeds, With: 0.31, Without: 0.18, Difference: -0.13, Low: -0.17, High: -0.09, Finding: fit.AsExpected}
		}
		table.Trials = append(table.Trials, trial)
	}
	in.Fit = &table
	return in
}
