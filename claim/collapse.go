package claim

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/measure"
	"gosplan/politics"
	"gosplan/scenario"
	"gosplan/series"
)

// ruling says what a collapse is, and what a year of war, here as in politics.
var ruling = politics.DefaultRuling()

// A Collapse is when an economy broke down, and through what.
type Collapse struct {
	From, To int
	Fall     float64 // share of GDP
	Branch   string  // whose output fell most
	InWar    bool
}

func fought(s *scenario.Scenario, year int) bool {
	return s.Nature.War.At(year) > ruling.War.Fought
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
	for later := year + 1; ok && later <= year+politics.CollapseYears; later++ {
		after, has := f.Value("gdp", series.Nation, later)
		if fall, deep := ruling.Fall(before, after); has && deep && fall > best.Fall {
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
// through what. Breakdowns that begin within a few years are one line.
func (r *Runs) Troubles(arm string) []string { return r.TroublesWithin(arm, 0, math.MaxInt) }

// TroublesWithin are those of them that failed, or that fall into some years.
func (r *Runs) TroublesWithin(arm string, from, to int) []string {
	var lines []string
	var all []Collapse
	for i, f := range r.Of[arm] {
		if f.Failure != "" {
			lines = append(lines, fmt.Sprintf("seed %d failed: %s", i+1, f.Failure))
			continue
		}
		for _, c := range f.Collapses(r.Wars[arm]) {
			if c.To >= from && c.From <= to {
				all = append(all, c)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Collapse) int { return cmp.Compare(a.From, b.From) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].From <= all[0].From+near {
			n++
		}
		lines = append(lines, together(all[:n], len(r.Of[arm])))
		all = all[n:]
	}
	return lines
}

// near is how many years apart breakdowns may begin to be one.
const near = 2

// together is the line of breakdowns of about the same time.
func together(some []Collapse, runs int) string {
	count, falls, to, war := map[string]int{}, 0.0, 0, ""
	for _, c := range some {
		count[c.Branch]++
		falls += c.Fall / float64(len(some))
		to = max(to, c.To)
		if c.InWar {
			war = ", at war"
		}
	}
	branch := ""
	for _, name := range sortedKeys(count) {
		if branch == "" || count[name] > count[branch] {
			branch = name
		}
	}
	return fmt.Sprintf("%d–%d%s: %d of %d runs, GDP by %.0f %% on average, most often through %s", some[0].From, to, war, len(some), runs, 100*falls, branch)
}
