package report

import (
	"fmt"
	"strings"

	"gosplan/series"
)

// baseLevels are what the catalogue says of an index: runs are written at
// a level that can be compared with one another. Charts of one run beside the
// record start both at 100, as the table of fit does.
var baseLevels = []string{"the level of the record in 1928", "a level assumed for 1928"}

// onLevel splits what an index means and the level at which it is 100, "" if it says none.
func onLevel(meaning string) (rest, level string) {
	for _, level := range baseLevels {
		if rest, ok := strings.CutSuffix(meaning, "100 is "+level+", not the run's own."); ok {
			return strings.TrimSuffix(rest, " "), level
		}
	}
	return meaning, ""
}

// sameLevel is what an index means where many runs stand side by side.
func sameLevel(meaning string) string {
	rest, level := onLevel(meaning)
	if level == "" {
		return meaning
	}
	return rest + " 100 is the same for all: " + level + "."
}

// rebases tells whether the curves of an index start at 100 in the base year.
func (m *maker) rebases(d *series.Definition, lived []dot) bool {
	return !m.in.isStylised() && strings.HasPrefix(d.Unit, "1928 = 100") && toBase(lived) != 1
}

// toBase is what makes a curve 100 in the base year, 1 for one without it.
func toBase(dots []dot) float64 {
	if v, ok := find(dots, moment(baseYear, 0)); ok && v > 0 {
		return 100 / v
	}
	return 1
}

// levels says how far the level of the run is from that at which the index is
// 100 in the base year, of which the picture tells nothing.
func levels(run float64, level string) string {
	if level == "" {
		level = baseLevels[0]
	}
	return fmt.Sprintf("Each line is 100 in its own %d, as in the scores; in that year the run stood at %.0f %% of %s.", baseYear, run, level)
}

// onlyWhere are series that say nothing in years in which another is 0.
var onlyWhere = map[string]string{"soft_budget": "enterprise_losses"}

// without is the yearly curve but for years in which it says nothing.
func (x index) without(name, where string) []dot {
	dots := x.yearly(name, where)
	of := x.yearly(onlyWhere[name], where)
	if len(of) == 0 {
		return dots
	}
	var out []dot
	for _, d := range dots {
		if v, ok := find(of, d.at); !ok || v != 0 {
			out = append(out, d)
		}
	}
	return out
}
