package fit

import (
	"math"

	"gosplan/data"
)

// baseYear is the year in which indexes are 100.
const baseYear = 1928

// A comparison lays a series of a run beside a historical one.
type comparison struct {
	series    string
	reference string
	simulated func(r *run, name string, year int) (float64, bool)
	index     bool // both sides are rebased to 100 in baseYear
	from, to  int  // years compared; 0 is no limit
}

// comparisons are all the pairs that can be drawn and measured.
var comparisons = []comparison{
	{series: "gdp_per_head", reference: "gdp_per_head", simulated: rebased, index: true, from: 1917},
	{series: "consumption_per_head", reference: "consumption_index", simulated: rebased, index: true},
	{series: "population", reference: "population_interwar", simulated: plain},
	{series: "population", reference: "population_mpd", simulated: midyear, from: 1946},
	{series: "births", reference: "births", simulated: plain},
	{series: "deaths", reference: "deaths", simulated: plain},
	{series: "urban_share", reference: "urban_share", simulated: plain, from: 1917},
	{series: "grain_output", reference: "grain_output", simulated: harvested, from: 1917},
	{series: "sown_area", reference: "sown_area", simulated: plain, from: 1917},
	{series: "grain_procurement", reference: "grain_procurement", simulated: plain, from: 1918},
	{series: "grain_export", reference: "grain_export", simulated: plain},
	{series: "grain_import", reference: "grain_import", simulated: plain},
	{series: "collectivised_share", reference: "collectivised_share", simulated: plain},
	{series: "horses", reference: "horses", simulated: plain, from: 1917},
	{series: "cattle", reference: "cattle", simulated: plain, from: 1917},
	{series: "pigs", reference: "pigs", simulated: plain, from: 1917},
	{series: "sheep", reference: "sheep", simulated: plain, from: 1917},
	{series: "employed_outside_farms", reference: "employed_outside_farms", simulated: plain, from: 1917},
	{series: "farm_employment_share", reference: "farm_employment_share", simulated: plain, from: 1917},
	{series: "investment_share", reference: "investment_share", simulated: plain},
	{series: "military_share", reference: "military_share", simulated: plain},
	{series: "military_share", reference: "military_share_war", simulated: plain, from: 1941, to: 1943},
	{series: "oil_output", reference: "oil_output", simulated: plain, from: 1917},
	{series: "turnover", reference: "turnover", simulated: plain},
	{series: "real_wage", reference: "real_wage", simulated: rebased, index: true},
	{series: "wage", reference: "wage", simulated: plain},
	{series: "cash_months", reference: "cash_months", simulated: plain},
	{series: "pay_deciles", reference: "pay_deciles", simulated: plain},
	{series: "gini", reference: "gini", simulated: plain},
	{series: "scissors", reference: "scissors", simulated: plain, from: 1917},
	{series: "budget_deficit", reference: "budget_deficit", simulated: plain},
	{series: "unfinished_construction", reference: "unfinished_construction", simulated: plain},
	{series: "strike_days", reference: "strike_days", simulated: plain},
	{series: "equipment_age", reference: "equipment_age", simulated: plain},
}

// compared finds the comparison with a reference.
func compared(reference string) comparison {
	for _, c := range comparisons {
		if c.reference == reference {
			return c
		}
	}
	panic("fit: no comparison with " + reference)
}

// plain is the value as the run gives it.
func plain(r *run, name string, year int) (float64, bool) { return r.at(name, year) }

// midyear is the mean of two first Januaries.
func midyear(r *run, name string, year int) (float64, bool) {
	a, hasA := r.at(name, year)
	z, hasZ := r.at(name, year+1)
	return (a + z) / 2, hasA && hasZ
}

// harvested is the harvest of the land that the record counts: from 1941 to
// 1944 it leaves out what was occupied.
func harvested(r *run, name string, year int) (float64, bool) {
	if year >= 1941 && year <= 1944 {
		name = "grain_output_free"
	}
	return r.at(name, year)
}

// rebased is the value over that of the base year, 100 in it; a run without
// the base year keeps its own scale.
func rebased(r *run, name string, year int) (float64, bool) {
	v, ok := r.at(name, year)
	if base, has := r.at(name, baseYear); has && base > 0 {
		v *= 100 / base
	}
	return v, ok
}

// points are the historical figures between two years, rebased where the
// comparison is of indexes.
func (c comparison) points(from, to int) []data.Point {
	s := reference(c.reference)
	scale := 1.0
	if c.index {
		base, _ := s.At(baseYear)
		scale = 100 / base.Value
	}
	var out []data.Point
	for _, p := range s.Between(max(from, c.from), to) {
		if c.to == 0 || p.Year <= c.to {
			p.Value, p.Low, p.High = p.Value*scale, p.Low*scale, p.High*scale
			out = append(out, p)
		}
	}
	return out
}

// spread is the mean over points of half the distance between published
// estimates, in percent of the value.
func spread(points []data.Point) float64 {
	total := 0.0
	for _, p := range points {
		total += p.Spread()
	}
	return 100 * total / math.Max(1, float64(len(points)))
}

// misfit is the mean absolute and the mean signed error in percent, over the
// n years that both sides have. A figure of zero is left out.
func (c comparison) misfit(r *run, from, to int) (absolute, bias float64, n int) {
	for _, p := range c.points(from, to) {
		v, ok := c.simulated(r, c.series, p.Year)
		if !ok || p.Value == 0 {
			continue
		}
		e := (v - p.Value) / p.Value * 100
		absolute += math.Abs(e)
		bias += e
		n++
	}
	if n > 0 {
		absolute, bias = absolute/float64(n), bias/float64(n)
	}
	return absolute, bias, n
}
