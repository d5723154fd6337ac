package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gosplan/fit"
	"gosplan/series"
	"gosplan/statistic"
)

// A dot is a value in time; At is in years, so that the middle of 1933 is
// 1933.5 and its second quarter 1933.375.
type dot struct{ at, v float64 }

// A reach is a figure with a range around it. since is where a figure about
// several years begins, and equals at for any other.
type reach struct{ since, at, v, low, high float64 }

// A place in a log.
type place struct{ name, where string }

// An index finds the rows of a series without reading the whole log again.
type index map[place][]series.Row

func indexed(l *series.Log) index {
	out := index{}
	if l == nil {
		return out
	}
	for _, r := range l.Rows {
		if r.Def != nil {
			k := place{r.Def.Name, r.Place}
			out[k] = append(out[k], r)
		}
	}
	return out
}

// moment is the middle of the time a number is about.
func moment(year, quarter int) float64 {
	if quarter == 0 {
		return float64(year) + 0.5
	}
	return float64(year) + (float64(quarter)-0.5)/4
}

// quarters is the curve with every row a dot, yearly the one with a dot a year
// (the mean of the quarters).
func (x index) quarters(name, where string) []dot {
	var out []dot
	for _, r := range x[place{name, where}] {
		out = append(out, dot{moment(r.Year, r.Quarter), r.Value})
	}
	slices.SortStableFunc(out, func(a, b dot) int { return cmp.Compare(a.at, b.at) })
	return out
}

func (x index) yearly(name, where string) []dot {
	sum, n := map[int]float64{}, map[int]float64{}
	for _, r := range x[place{name, where}] {
		sum[r.Year] += r.Value
		n[r.Year]++
	}
	out := make([]dot, 0, len(sum))
	for year := range sum {
		out = append(out, dot{moment(year, 0), sum[year] / n[year]})
	}
	slices.SortFunc(out, func(a, b dot) int { return cmp.Compare(a.at, b.at) })
	return out
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// spread is the median, the 10th and the 90th percentile of several curves
// wherever at least two of them have a value.
func spread(curves [][]dot) []reach {
	at := map[float64][]float64{}
	for _, c := range curves {
		for _, d := range c {
			if finite(d.v) {
				at[d.at] = append(at[d.at], d.v)
			}
		}
	}
	var out []reach
	for when, values := range at {
		if len(values) > 1 {
			low, high := fit.Spread(values)
			out = append(out, reach{since: when, at: when, v: statistic.Quantile(values, 0.5), low: low, high: high})
		}
	}
	slices.SortFunc(out, func(a, b reach) int { return cmp.Compare(a.at, b.at) })
	return out
}

// An attribution names publications whose figures can be trusted alike.
type attribution struct {
	Trust   string // in words, "" if nobody said
	Sources []string
}

// List is the sources as they stand before a full stop.
func (a attribution) List() string { return strings.TrimSuffix(strings.Join(a.Sources, "; "), ".") }

// attribute adds the sources of a record to those of its tier.
func attribute(to []attribution, p Published) []attribution {
	words := trust(p.Tier)
	i := slices.IndexFunc(to, func(a attribution) bool { return a.Trust == words })
	if i < 0 {
		i, to = len(to), append(to, attribution{Trust: words})
	}
	for _, source := range strings.Split(p.Source, "; ") {
		if source != "" && !slices.Contains(to[i].Sources, source) {
			to[i].Sources = append(to[i].Sources, source)
		}
	}
	return to
}

// past gathers what is published about a series at a place: the first figure
// of a year is the line, the others widen its range.
func past(records []Published, name, where string) (out []reach, sources []attribution) {
	found := map[float64]*reach{}
	for _, p := range records {
		if p.Series != name || p.Place != where || p.Aside != "" {
			continue
		}
		sources = attribute(sources, p)
		for _, q := range p.Points {
			if !finite(q.Value) {
				continue
			}
			low, high := q.Low, q.High
			if low == 0 && high == 0 {
				low, high = q.Value, q.Value
			}
			when, since := moment(q.Year, 0), moment(q.Year, 0)
			if q.Since != 0 {
				since = moment(q.Since, 0)
			}
			if r := found[when]; r != nil {
				r.low, r.high = math.Min(r.low, low), math.Max(r.high, high)
			} else {
				found[when] = &reach{since, when, q.Value, math.Min(low, q.Value), math.Max(high, q.Value)}
			}
		}
	}
	for _, r := range found {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b reach) int { return cmp.Compare(a.at, b.at) })
	return out, sources
}

// An aside is a published line beside the record proper.
type aside struct {
	Name string
	From []attribution
	dots []dot
}

// asides are the lines beside the record of a series at a place.
func asides(records []Published, name, where string, by float64) []aside {
	var out []aside
	for _, p := range records {
		if p.Series != name || p.Place != where || p.Aside == "" {
			continue
		}
		a := aside{Name: p.Aside, From: attribute(nil, p)}
		for _, q := range p.Points {
			a.dots = append(a.dots, dot{moment(q.Year, 0), q.Value * by})
		}
		out = append(out, a)
	}
	return out
}

// find gives the value at a moment.
func find(dots []dot, at float64) (float64, bool) {
	i, ok := slices.BinarySearchFunc(dots, at, func(d dot, at float64) int { return cmp.Compare(d.at, at) })
	if !ok || !finite(dots[i].v) {
		return math.NaN(), false
	}
	return dots[i].v, true
}

func times(dots []dot, by float64) []dot {
	out := slices.Clone(dots)
	for i := range out {
		out[i].v *= by
	}
	return out
}

func timesReach(in []reach, by float64) []reach {
	out := slices.Clone(in)
	for i := range out {
		out[i].v, out[i].low, out[i].high = by*out[i].v, by*out[i].low, by*out[i].high
	}
	return out
}
