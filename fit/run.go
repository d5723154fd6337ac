// Package fit says how close a run came to the historical record. It reads
// series, the catalogue of what they are, and data; it knows nothing of how an
// economy works, and it tunes nothing.
package fit

import (
	"math"

	"gosplan/series"
)

// Coverage is the share of the years asked for that a run must have lived for
// a figure over those years to be given.
const Coverage = 0.9

// A run reads the yearly values of one log, each series once.
type run struct {
	log   *series.Log
	years map[[2]string]map[int]float64
}

func read(log *series.Log) *run {
	return &run{log: log, years: map[[2]string]map[int]float64{}}
}

func readAll(logs []*series.Log) []*run {
	out := make([]*run, len(logs))
	for i, l := range logs {
		out[i] = read(l)
	}
	return out
}

// of is one series at one place by year.
func (r *run) of(name, place string) map[int]float64 {
	key := [2]string{name, place}
	if r.years[key] == nil {
		r.years[key] = r.log.Year(name, place)
	}
	return r.years[key]
}

// at is the national value of a year, if the run has it.
func (r *run) at(name string, year int) (float64, bool) {
	v, ok := r.of(name, series.Nation)[year]
	return v, ok && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// sum adds the years from one to another at a place; all must be there.
func (r *run) sum(name, place string, from, to int) (float64, bool) {
	total := 0.0
	for year := from; year <= to; year++ {
		v, ok := r.of(name, place)[year]
		if !ok || math.IsNaN(v) {
			return 0, false
		}
		total += v
	}
	return total, true
}

// mean averages the years from one to another that the run has, if it has
// enough of them.
func (r *run) mean(name string, from, to int) (float64, bool) {
	total, n := 0.0, 0
	for year := from; year <= to; year++ {
		if v, ok := r.at(name, year); ok {
			total += v
			n++
		}
	}
	if n == 0 || float64(n) < Coverage*float64(to-from+1) {
		return 0, false
	}
	return total / float64(n), true
}

// growth is the mean growth between two years, percent a year.
func (r *run) growth(name string, from, to int) (float64, bool) {
	a, hasA := r.at(name, from)
	z, hasZ := r.at(name, to)
	if !hasA || !hasZ || a <= 0 || z <= 0 {
		return 0, false
	}
	return PercentAYear(z/a, to-from), true
}

// PercentAYear is the yearly growth that multiplies by ratio over some years.
func PercentAYear(ratio float64, years int) float64 {
	return (math.Pow(ratio, 1/float64(years)) - 1) * 100
}

// peak is the year from one to another with the highest value, 0 if the
// series is nowhere above zero.
func (r *run) peak(name string, from, to int) (float64, bool) {
	best, when := 0.0, 0
	for year := from; year <= to; year++ {
		v, ok := r.at(name, year)
		if !ok {
			return 0, false
		}
		if v > best {
			best, when = v, year
		}
	}
	return float64(when), true
}

// definition is what the run says of a series, or nil.
func (r *run) definition(name string) *series.Definition {
	for _, d := range r.log.Definitions() {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// imposes says that the first run has copied a series from its scenario.
func imposes(runs []*run, name string) bool {
	if len(runs) == 0 {
		return false
	}
	d := runs[0].definition(name)
	return d != nil && d.Status == series.Imposed
}
