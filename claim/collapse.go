package claim

import (
	"fmt"
	"strings"

	"gonum.org/v1/gonum/stat"

	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
)

// A collapse is a fall of output by more than deep within as many years.
const (
	deep     = 0.15
	within   = 3
	fighting = 0.1 // index of war from which a year is one of war
)

// A Collapse is when an economy broke down, and through what.
type Collapse struct {
	From, To int
	Fall     float64 // share of GDP
	Branch   string  // whose output fell most
	InWar    bool
}

// String says when and through what.
func (c Collapse) String() string {
	war := ""
	if c.InWar {
		war = ", at war"
	}
	return fmt.Sprintf("%d–%d%s, most of all %s", c.From, c.To, war, c.Branch)
}

func fought(s *scenario.Scenario, year int) bool {
	return s.Nature.War.At(year) >= fighting
}

// Collapses finds the breakdowns in a run, each once at its deepest.
func (f *Figures) Collapses(atWar func(year int) bool) []Collapse {
	from, to, ok := f.Span("gdp", series.Nation)
	if !ok {
		return nil
	}
	var out []Collapse
	for year := from; year < to; year++ {
		c, ok := f.fallFrom(year)
		if !ok {
			continue
		}
		for y := c.From; y <= c.To; y++ {
			c.InWar = c.InWar || atWar != nil && atWar(y)
		}
		if n := len(out); n > 0 && out[n-1].To >= c.From {
			if c.Fall >= out[n-1].Fall { // what stood still before is no part of it
				out[n-1] = c
			}
			continue
		}
		out = append(out, c)
	}
	return out
}

// fallFrom is the deepest fall in the years after one.
func (f *Figures) fallFrom(year int) (Collapse, bool) {
	before, ok := f.Value("gdp", series.Nation, year)
	best := Collapse{}
	for later := year + 1; ok && later <= year+within; later++ {
		after, has := f.Value("gdp", series.Nation, later)
		if fall := 1 - after/before; has && before > 0 && fall > max(deep, best.Fall) {
			best = Collapse{From: year, To: later, Fall: fall}
		}
	}
	if best.Fall == 0 {
		return best, false
	}
	best.Branch = f.hardest(best.From, best.To)
	return best, true
}

// hardest is the branch whose output fell by the largest share.
func (f *Figures) hardest(from, to int) string {
	name, least := "no branch in particular", 1.0
	for _, d := range measure.Catalogue {
		if !strings.HasPrefix(d.Name, "output_") && d.Name != "grain_output" {
			continue
		}
		a, hasA := f.Value(d.Name, series.Nation, from)
		z, hasZ := f.Value(d.Name, series.Nation, to)
		if hasA && hasZ && a > 0 && z/a < least {
			name, least = strings.ToLower(d.Title), z/a
		}
	}
	return name
}

// Troubles says of an arm which of its runs failed or collapsed, when and
// through what. Breakdowns of the same years and branch are one line.
func (r *Runs) Troubles(arm string) []string {
	var failed []string
	falls := map[string][]float64{}
	for i, f := range r.Of[arm] {
		if f.Failure != "" {
			failed = append(failed, fmt.Sprintf("seed %d failed: %s", i+1, f.Failure))
			continue
		}
		for _, c := range f.Collapses(r.Wars[arm]) {
			falls[c.String()] = append(falls[c.String()], c.Fall)
		}
	}
	lines := make([]string, 0, len(falls))
	for _, what := range sortedKeys(falls) {
		lines = append(lines, fmt.Sprintf("%s, GDP by %.0f %% on average; %d of %d runs", what, 100*stat.Mean(falls[what], nil), len(falls[what]), len(r.Of[arm])))
	}
	return append(failed, lines...)
}
