package fit

import (
	"fmt"
	"math"

	"gosplan/data"
	"gosplan/series"
)

const (
	growthGoal  = 1.5 // points a year, for output
	capitalGoal = 2   // points a year, for capital
	herdGoal    = 8   // points, for the fall of herds
	trendGoal   = 1   // points a year, for harvests
)

// otherGrowth are estimates of growth beside the reference. The official
// series is left out: it hides inflation and weighs early.
var otherGrowth = []string{"gdp_growth_ofer", "gdp_growth_cia", "gdp_growth_khanin"}

// growths are the bands on growth by period and on the fall of herds.
func growths() []Band {
	var out []Band
	for _, p := range [][2]int{{1928, 1940}, {1950, 1960}, {1960, 1970}, {1970, 1975}, {1975, 1980}, {1980, 1985}, {1985, 1989}} {
		b := growthBand("gdp", "Growth of GDP", "gdp_growth_mpd", otherGrowth, p, growthGoal)
		b.gauge = outputGrowth
		if p[0] == baseYear {
			b.say("At constant borders: growth of GDP per head and of the people of 1928-39, so that the territory annexed in 1940 is no growth.")
		}
		b.say("The official figure is higher and not used: it hides inflation.")
		out = append(out, b)
	}
	for _, p := range [][2]int{{1928, 1940}, {1950, 1960}, {1960, 1970}, {1970, 1975}, {1975, 1980}, {1980, 1985}} {
		b := growthBand("capital", "Growth of capital", "capital_growth", nil, p, capitalGoal)
		b.gauge = seriesGrowth
		b.say("The reference is the whole economy's gross stock, inflated by price drift; the run's is the plant outside agriculture at base prices.")
		out = append(out, b)
	}
	for _, h := range []struct{ name, title string }{{"horses", "horses"}, {"cattle", "cattle"}, {"pigs", "pigs"}, {"sheep", "sheep and goats"}} {
		out = append(out, herdBand(h.name, "Fall of "+h.title))
	}
	return out
}

// growthBand reads the reference and the other estimates of a period.
func growthBand(name, title, table string, others []string, p [2]int, goal float64) Band {
	b := Band{
		Name: fmt.Sprintf("%s_growth_%d_%02d", name, p[0], p[1]%100), Title: title,
		Series: name, Reference: table, Alternatives: others, Kind: Growth, Period: Calibration,
		From: p[0], To: p[1], Goal: goal, Unit: "percent a year",
	}
	if p[1] > calibrationEnds {
		b.Period = HeldOut
	}
	figure, _ := reference(table).Over(p[0], p[1])
	b.cite([]data.Point{figure})
	b.expected = [3]float64{figure.Value, figure.Low, figure.High}
	for _, name := range others {
		if q, ok := reference(name).Over(p[0], p[1]); ok {
			b.expected[1], b.expected[2] = math.Min(b.expected[1], q.Low), math.Max(b.expected[2], q.High)
		}
	}
	b.Accept = Interval{
		math.Min(figure.Value-goal, b.expected[1]),
		math.Max(figure.Value+goal, b.expected[2]),
	}
	if b.Accept.High > figure.Value+goal || b.Accept.Low < figure.Value-goal {
		b.say(fmt.Sprintf("Widened to the published estimates, %.1f to %.1f.", b.expected[1], b.expected[2]))
	}
	return b
}

// seriesGrowth is the growth of the band's own series.
func seriesGrowth(b *Band, r, _ *run) (float64, bool) { return r.growth(b.Series, b.From, b.To) }

// outputGrowth is the growth of GDP at constant borders.
func outputGrowth(b *Band, r, _ *run) (float64, bool) { return constantBorders(r, b.From, b.To) }

// lastInterwarYear is the last 1 January before the annexations.
const lastInterwarYear = 1939

// constantBorders is the growth of GDP; for a period that straddles the
// annexations, of GDP per head times the people of the old territory.
func constantBorders(r *run, from, to int) (float64, bool) {
	return AtConstantBorders(r.growth, from, to)
}

// AtConstantBorders is the growth of GDP of whatever can say how a series grew,
// percent a year.
func AtConstantBorders(growth func(name string, from, to int) (float64, bool), from, to int) (float64, bool) {
	if from >= lastInterwarYear || to <= lastInterwarYear {
		return growth("gdp", from, to)
	}
	perHead, ok := growth("gdp_per_head", from, to)
	people, has := growth("population", from, lastInterwarYear)
	return ((1+perHead/100)*(1+people/100) - 1) * 100, ok && has
}

// trendYears are the years at either end of a trend, over which good and bad
// ones cancel.
const trendYears = 5

// trends is what emerges of harvests, whose good and bad years are given.
func trends() []Band {
	var out []Band
	for _, p := range [][2]int{{1950, 1970}, {1966, 1990}} {
		b := Band{
			Name: fmt.Sprintf("grain_trend_%d_%02d", p[0], p[1]%100), Title: "Trend of the grain harvest", Series: "grain_output", Reference: "grain_output",
			Kind: Growth, Period: Calibration, From: p[0], To: p[1], Goal: trendGoal, Unit: "percent a year",
			Status: series.Emerges, gauge: trendGrowth,
			Note: "Growth between the means of the first and the last five years. The goal is ours.",
		}
		if p[1] > calibrationEnds {
			b.Period = HeldOut
		}
		points := reference(b.Reference).Between(p[0], p[1])
		b.cite(points)
		v := trend(func(year int) float64 { return points[year-p[0]].Value }, p[0], p[1])
		b.expected = [3]float64{v, v, v}
		b.Accept = Interval{v - trendGoal, v + trendGoal}
		out = append(out, b)
	}
	return out
}

// trend is the growth between the means of the first and the last years.
func trend(at func(year int) float64, from, to int) float64 {
	first, last := 0.0, 0.0
	for i := range trendYears {
		first, last = first+at(from+i), last+at(to-i)
	}
	return PercentAYear(last/first, to-from-trendYears+1)
}

func trendGrowth(b *Band, r, _ *run) (float64, bool) {
	whole := true
	v := trend(func(year int) float64 {
		v, ok := r.at(b.Series, year)
		whole = whole && ok
		return v
	}, b.From, b.To)
	return v, whole
}

// herdBand is the change of a herd over collectivisation.
func herdBand(name, title string) Band {
	b := Band{
		Name: name + "_fall", Title: title, Series: name, Reference: name, Kind: Change, Period: Calibration,
		From: 1929, To: 1934, Goal: herdGoal, Unit: "percent", Status: series.Emerges, // whoever is driven into a kolkhoz decides what becomes of his animals
		gauge: func(b *Band, r, _ *run) (float64, bool) {
			a, hasA := r.at(b.Series, b.From)
			z, hasZ := r.at(b.Series, b.To)
			return (z/a - 1) * 100, hasA && hasZ && a > 0
		},
	}
	a, _ := reference(name).At(b.From)
	z, _ := reference(name).At(b.To)
	b.cite([]data.Point{a, z})
	fall := (z.Value/a.Value - 1) * 100
	b.expected = [3]float64{fall, fall, fall}
	b.Accept = Interval{fall - herdGoal, fall + herdGoal}
	return b
}
