package scenario

import (
	"maps"
	"slices"
)

// A Path is a number by year. Its consumer reads it as a step (At), as a line
// through the middles of the years (Between) or as events (In). Before the
// first year a step and a line have the first value, after the last year the
// last one. A path without years is 0.
type Path map[int]float64

// A Regional path has a number by year and region. It is read as events: a
// region or a year that is not named has the neutral value its consumer gives.
type Regional map[int]map[string]float64

// Regions are the eight regions of the economy, in the order of reports.
var Regions = []string{
	"North-Centre", "Black-Earth", "Volga", "Ukraine",
	"North-Caucasus", "Ural-Siberia", "Kazakh-nomads", "West-South",
}

// Years lists the years that have a value, in order.
func (p Path) Years() []int { return slices.Sorted(maps.Keys(p)) }

// Years lists the years that have a value in some region, in order.
func (r Regional) Years() []int { return slices.Sorted(maps.Keys(r)) }

// At is the value in force in a year: that of the year itself or of the last
// year before it that has one.
func (p Path) At(year int) float64 {
	if v, ok := p[year]; ok {
		return v
	}
	at, _, found := p.around(year)
	if !found {
		return 0
	}
	return p[at]
}

// still is the path that stays as it was in a year; of what nothing is said,
// nothing is said.
func (p Path) still(year int) Path {
	if len(p) == 0 {
		return nil
	}
	return Path{year: p.At(year)}
}

// In is the value given for exactly this year, or neutral.
func (p Path) In(year int, neutral float64) float64 {
	if v, ok := p[year]; ok {
		return v
	}
	return neutral
}

// Between is the value in the middle of a month on the line that joins the
// values of the years, each placed at the middle of its year.
func (p Path) Between(year, month int) float64 {
	const monthsAYear, middleMonth = 12, 6.5
	from := year
	if float64(month) < middleMonth {
		from--
	}
	a, b, found := p.around(from)
	if !found {
		return 0
	}
	if a > from || a == b {
		return p[a]
	}
	gone := float64((year-a)*monthsAYear) + float64(month) - middleMonth
	share := gone / float64((b-a)*monthsAYear)
	return p[a]*(1-share) + p[b]*share
}

// around returns the last year with a value that is not after year, and the
// first after it; at the ends of the path both are its end.
func (p Path) around(year int) (at, after int, found bool) {
	first := true
	low, high := 0, 0
	hasLow, hasHigh := false, false
	for y := range p {
		first = false
		if y <= year && (!hasLow || y > low) {
			low, hasLow = y, true
		}
		if y > year && (!hasHigh || y < high) {
			high, hasHigh = y, true
		}
	}
	switch {
	case first:
		return 0, 0, false
	case !hasLow:
		return high, high, true
	case !hasHigh:
		return low, low, true
	}
	return low, high, true
}

// At is the value given for exactly this year and region, or neutral.
func (r Regional) At(year int, region string, neutral float64) float64 {
	if v, ok := r[year][region]; ok {
		return v
	}
	return neutral
}
