package fit

import (
	"fmt"
	"math"

	"gosplan/data"
)

// The years of the mature plan, over which the syndrome is averaged, and of
// Easterly and Fischer's estimate.
const (
	matureFrom, matureTo   = 1955, 1985
	elasticFrom, elasticTo = 1950, 1987
)

// evenSpike is twice what a band of three points would hold if fulfilment were
// spread evenly between 85 and 115 percent.
const evenSpike = 2 * 3.0 / 30

// evenPace is the last month's part of a quarter in which no month is better
// than another.
const evenPace = 1.0 / 3

// queueElsewhere is the shopping time of an American adult, hours a day.
const queueElsewhere = 25.0 / 60

// syndrome is what is said of the mature plan, as bands. Recalled marks the
// rows whose threshold rests on recalled figures.
func syndrome() []Band {
	bands := []Band{
		{
			Name: "unemployment", Title: "Unemployment", Series: "unemployment_rate", Kind: Range, Accept: Interval{0, 0.01},
			Unit: "share of the urban labour force", gauge: meanLevel, Note: "No unemployed were registered after 1930.",
		},
		{
			Name: "vacancies", Title: "Vacancies over unemployment", Series: "vacancy_rate", Kind: Ordering, Accept: atLeast(0),
			Unit: "difference of shares", Beyond: true, Note: "More posts empty than people without one.",
			gauge: func(_ *Band, r, _ *run) (float64, bool) {
				open, ok := r.mean("vacancy_rate", matureFrom, matureTo)
				idle, has := r.mean("unemployment_rate", matureFrom, matureTo)
				return open - idle, ok && has && open > 0
			},
		},
		{
			Name: "stock_ratio", Title: "Input over output stocks, plan over free purchase", Series: "stock_ratio", Reference: "inventory_ratio",
			Kind: Ordering, Accept: atLeast(2), Unit: "ratio of ratios", Beyond: true, Recalled: true, gauge: stocksAgainstFree,
			Note: "Against a run in which the same enterprises buy and sell freely. Kornai: 3.2 in the USSR against 0.7 to 1.9 in market economies.",
		},
		{
			Name: "spike", Title: "Fulfilment between 100 and 103 %", Series: "spike_share", Kind: Range, Accept: atLeast(evenSpike),
			Unit: "share of enterprises", Soft: true, gauge: meanLevel, Note: "No published series. The threshold is twice what three points would hold of a spread even between 85 and 115 %.",
		},
		{
			Name: "storming", Title: "Last month of the quarter", Series: "month3_share", Kind: Range, Accept: atLeast(0.38),
			Unit: "share of the quarter", Soft: true, gauge: meanLevel, Note: fmt.Sprintf("An even pace is %.1f %%. Accounts of single plants only; by quarter, not to be compared with figures by ten days.", 100*evenPace),
		},
		{
			Name: "defects", Title: "Defects", Series: "defect_rate", Kind: Range, Accept: atLeast(0.08),
			Unit: "share of output", Soft: true, gauge: meanLevel, Note: "No published series; official scrap rates are far lower, accounts of single goods far higher.",
		},
		{
			Name: "frustrated", Title: "Frustrated purchases", Series: "frustrated_share", Kind: Range, Accept: atLeast(0.01),
			Unit: "share of intentions", Soft: true, gauge: meanLevel, Note: "A sign only: no level was ever published.",
		},
		{
			Name: "shortage_late", Title: "Frustrated purchases, 1986-91 less 1966-75", Series: "frustrated_share", Kind: Ordering, Accept: atLeast(0),
			From: 1966, To: 1991, Unit: "difference of shares", Soft: true, Recalled: true, Added: true, Beyond: true, gauge: lateShortage,
			Note: "Accounts agree that shelves were emptier in the last years than under the eighth and ninth plan (recalled); no series was published.",
		},
		{
			Name: "queues", Title: "Queuing", Series: "queue_hours", Kind: Range, Accept: atLeast(queueElsewhere),
			Unit: "hours per adult per day", gauge: meanLevel, expected: [3]float64{1.5, 1.5, 3},
			Note: "More than the 25 minutes that shopping took in the United States; Soviet surveys say about 1.5 hours, 3 in 1990.",
		},
		{
			Name: "ageing", Title: "Equipment growing older", Series: "equipment_age", Reference: "equipment_age", Kind: Ordering,
			Accept: atLeast(0), Unit: "years, 1981-85 less 1955-59", Recalled: true, gauge: ageing, expected: [3]float64{1.6, 1.6, 1.6},
			Note: "History: 8.3 years in 1970, 9.9 in 1985.",
		},
		{
			Name: "unfinished", Title: "Unfinished construction", Series: "unfinished_construction", Reference: "unfinished_construction",
			Kind: Range, Accept: atLeast(0.6), Unit: "share of a year's investment", Recalled: true, gauge: meanLevel, expected: [3]float64{0.77, 0.69, 0.87},
		},
		{
			Name: "diffusion", Title: "A technique's way from 10 to 90 %", Series: "diffusion_years", Reference: "continuous_casting", Kind: Range,
			Accept: atLeast(15), Unit: "years", Recalled: true, gauge: lastLevel,
			Note: "Continuous casting went from 4 to 18 % in the USSR in the twenty years in which it went from 6 to 94 % in Japan.",
		},
		{
			Name: "elasticity", Title: "Elasticity of substitution, estimated", Series: "nonfarm_output", Reference: "weitzman_parameters", Kind: Range,
			From: elasticFrom, To: elasticTo, Accept: Interval{0, 0.6}, Unit: "number", gauge: estimatedElasticity, expected: [3]float64{0.403, 0.3, 0.5},
			Note: "Weitzman's equation fitted to the run's output outside agriculture, capital and all who are employed outside farms. Other samples give other values, some near 1. 10 stands for any estimate above.",
		},
		{
			Name: "early_weights", Title: "Growth in early over growth in late prices", Series: "gdp_early", Reference: "gdp_growth_mpd", Kind: Ordering,
			From: 1928, To: 1940, Accept: atLeast(0), Unit: "points a year", Beyond: true, gauge: priceEffect, expected: [3]float64{5, 5, 5},
			Note: "The relative prices are given; what grows fast is not. Western estimates in prices of 1928 give about 10 % a year against 5.",
		},
	}
	for i := range bands {
		b := &bands[i]
		b.Syndrome, b.Period = true, Mature
		if b.From == 0 {
			b.From, b.To = matureFrom, matureTo
		}
		if b.Reference == "" {
			b.Basis, b.Borders = "none", "none"
			if b.Recalled {
				b.Tier = data.Recalled
			}
			continue
		}
		s := reference(b.Reference)
		b.Basis, b.Borders, b.Tier = s.Basis, s.Borders, s.Tier
		if b.Recalled {
			b.Tier = data.Recalled
		}
		if b.Name == "stock_ratio" {
			b.expected = [3]float64{3.16 / 1.1, 3.16 / 1.92, 3.16 / 0.71}
		}
	}
	return bands
}

// meanLevel is the mean over the years of the band.
func meanLevel(b *Band, r, _ *run) (float64, bool) { return r.mean(b.Series, b.From, b.To) }

// lastLevel is the latest value up to the end of the band; a technique that
// has not spread yet has none.
func lastLevel(b *Band, r, _ *run) (float64, bool) {
	for year := b.To; year >= b.From; year-- {
		if v, ok := r.at(b.Series, year); ok && v > 0 {
			return v, true
		}
	}
	return 0, false
}

// stocksAgainstFree divides the ratio by that of the comparison run.
func stocksAgainstFree(b *Band, r, free *run) (float64, bool) {
	if free == nil {
		return 0, false
	}
	plan, ok := r.mean(b.Series, b.From, b.To)
	other, has := free.mean(b.Series, b.From, b.To)
	return plan / other, ok && has && other > 0
}

// lateShortage is how much more often purchases fail in the last years.
func lateShortage(b *Band, r, _ *run) (float64, bool) {
	late, ok := r.mean(b.Series, b.To-5, b.To)
	early, has := r.mean(b.Series, b.From, b.From+9)
	return late - early, ok && has
}

// ageing is the rise of the age of equipment between the two ends.
func ageing(b *Band, r, _ *run) (float64, bool) {
	young, ok := r.mean(b.Series, b.From, b.From+4)
	old, has := r.mean(b.Series, b.To-4, b.To)
	return old - young, ok && has
}

// priceEffect is growth in early less growth in late weights.
func priceEffect(b *Band, r, _ *run) (float64, bool) {
	early, ok := r.growth("gdp_early", b.From, b.To)
	late, has := r.growth("gdp", b.From, b.To)
	return early - late, ok && has
}

// estimatedElasticity fits Weitzman's equation to the run.
func estimatedElasticity(b *Band, r, _ *run) (float64, bool) {
	var y, k, l []float64
	for year := b.From; year <= b.To; year++ {
		output, hasY := r.at("nonfarm_output", year)
		capital, hasK := r.at("capital", year)
		labour, hasL := r.at("employed_outside_farms", year)
		if !hasY || !hasK || !hasL {
			return 0, false
		}
		y, k, l = append(y, output), append(k, capital), append(l, labour)
	}
	sigma, _, _, _, err := Elasticity(y, k, l)
	return min(sigma, FullSubstitution), err == nil && !math.IsNaN(sigma)
}

// FullSubstitution is written for any estimate above it: a fit at the border,
// where capital replaces labour freely.
const FullSubstitution = 10
