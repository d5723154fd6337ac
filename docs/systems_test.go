package docs

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"gosplan"
	"gosplan/claim"
	"gosplan/ensemble"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/system"
)

var measured = flag.Bool("measure", false, "live all systems from all starts and write the figures into systems.md; takes minutes")

// How the systems are measured: so many seeds, from some one on, and years, at
// a coarse scale. Decisions 50 and 53 chose numbers with other seeds in sight, 501
// to 516.
const (
	systemSeeds = 16
	systemFirst = 3001
	systemYears = 60
	systemScale = 20_000
)

// compositions is which form every institution has in every system.
func compositions(*testing.T) string {
	names := []string{"institution"}
	for _, s := range system.Summaries() {
		names = append(names, "`"+s.Name+"`")
	}
	out := head(names...)
	for _, institution := range system.Institutions() {
		cells := []string{institution}
		for _, s := range system.Summaries() {
			m, _ := system.NewModel(s.Name)
			cells = append(cells, m.Form(institution))
		}
		out += row(cells...)
	}
	return out
}

// forms is what every institution can be.
func forms(*testing.T) string {
	out := head("institution", "form", "what it means")
	for _, v := range system.Variants("") {
		out += row(v.Institution, "`"+v.Name+"`", v.Means)
	}
	return out
}

// systemTable is the systems and what each is.
func systemTable(*testing.T) string {
	out := head("system", "what it is")
	for _, s := range system.Summaries() {
		out += row("`"+s.Name+"`", s.Means)
	}
	return out
}

// A summary is what one run of a system came to.
type summary struct {
	growth, fed, idle, slumps, fall, built, failed, spread, hungry float64
	collapse                                                       *claim.Collapse // the first outside war, if there was one
}

// starts are the scenarios that any system can live from.
var starts = []string{"start-1928", "industrial", "start-1917"}

// TestMeasureSystems writes the table of figures, when asked to.
func TestMeasureSystems(t *testing.T) {
	if !*measured {
		return
	}
	var b strings.Builder
	lives := map[string][]summary{}
	for _, start := range starts {
		fmt.Fprintf(&b, "\n### From `%s`\n\n", start)
		b.WriteString(head("system", "growth of GDP, % a year", "growth of consumption per head, % a year", "unemployed, %", "slumps", "worst fall of GDP, %",
			"investment, % of GDP", "purchases that fail, %", "a technique's way from 10 to 90 %, median of those that got there by the last year, years", "deaths from hunger, million a year"))
		for _, s := range system.Summaries() {
			all := livedFrom(t, start, s.Name)
			lives[start+" "+s.Name] = all
			cell := func(scale float64, of func(summary) float64) string {
				var sum, count float64
				low, high := math.Inf(1), math.Inf(-1)
				for _, x := range all {
					if v := scale * of(x); !math.IsNaN(v) {
						sum, count, low, high = sum+v, count+1, min(low, v), max(high, v)
					}
				}
				if count == 0 {
					return "–"
				}
				return fmt.Sprintf("%.1f (%.1f–%.1f)", sum/count, low, high)
			}
			b.WriteString(row("`"+s.Name+"`", cell(100, func(x summary) float64 { return x.growth }), cell(100, func(x summary) float64 { return x.fed }),
				cell(100, func(x summary) float64 { return x.idle }), cell(1, func(x summary) float64 { return x.slumps }),
				cell(100, func(x summary) float64 { return x.fall }), cell(100, func(x summary) float64 { return x.built }),
				cell(100, func(x summary) float64 { return x.failed }), cell(1, func(x summary) float64 { return x.spread }),
				cell(1, func(x summary) float64 { return x.hungry })))
		}
	}
	text := replace(t, read(t, "systems.md"), "measured", b.String()+"\n")
	text = replace(t, text, "lives", livesTable(lives))
	if err := os.WriteFile("systems.md", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// livesTable is how many runs of each system from each start came to their end
// without a breakdown outside war, and where the others broke first.
func livesTable(lives map[string][]summary) string {
	names := []string{"system"}
	for _, start := range starts {
		names = append(names, "`"+start+"`")
	}
	out := head(names...)
	for _, s := range system.Summaries() {
		cells := []string{"`" + s.Name + "`"}
		for _, start := range starts {
			var broken []*claim.Collapse
			for _, x := range lives[start+" "+s.Name] {
				if x.collapse != nil {
					broken = append(broken, x.collapse)
				}
			}
			cells = append(cells, fmt.Sprintf("%d of %d%s", systemSeeds-len(broken), systemSeeds, where(broken)))
		}
		out += row(cells...)
	}
	return out
}

// where says when breakdowns began, how deep they went and through what.
func where(broken []*claim.Collapse) string {
	if len(broken) == 0 {
		return ""
	}
	slices.SortFunc(broken, func(a, b *claim.Collapse) int { return cmp.Compare(a.From, b.From) })
	count, most, fall := map[string]int{}, "", 0.0
	for _, c := range broken {
		count[c.Branch]++
		fall += c.Fall / float64(len(broken))
		if most == "" || count[c.Branch] > count[most] || count[c.Branch] == count[most] && c.Branch < most {
			most = c.Branch
		}
	}
	if len(broken) == 1 {
		return fmt.Sprintf("; in %d, by %.0f %%, most of all through %s", broken[0].From, 100*fall, most)
	}
	return fmt.Sprintf("; from %d to %d, by %.0f %%, most often through %s", broken[0].From, broken[len(broken)-1].From, 100*fall, most)
}

// livedFrom lives a system from a start under all seeds.
func livedFrom(t *testing.T, start, name string) []summary {
	t.Helper()
	out, err := ensemble.Each(context.Background(), systemSeeds, func(seed uint64) (summary, error) {
		s, err := scenario.Load(start)
		if err != nil {
			return summary{}, err
		}
		if err := s.Under(name, systemYears); err != nil {
			return summary{}, err
		}
		run, err := gosplan.New(gosplan.Config{Scenario: s, Seed: systemFirst + seed, Scale: systemScale})
		if err == nil {
			err = run.Run(context.Background(), nil)
		}
		if err != nil {
			return summary{}, fmt.Errorf("seed %d: %w", systemFirst+seed, err)
		}
		x := sum(run.Log(), s.Lived())
		for _, c := range claim.FiguresOf(run.Log()).Collapses(func(year int) bool { return s.Nature.War.At(year) > 0 }) {
			if c.From >= s.Lived() && !c.InWar {
				x.collapse = &c
				break
			}
		}
		return x, nil
	})
	if err != nil {
		t.Fatalf("%s from %s: %v", name, start, err)
	}
	return out
}

// sum says what a run came to from a year on.
func sum(log *series.Log, from int) (x summary) {
	values := map[string][]float64{}
	for _, r := range log.Rows {
		if r.Year >= from && r.Place == series.Nation {
			values[r.Def.Name] = append(values[r.Def.Name], r.Value)
		}
	}
	growth := func(name string) float64 {
		v := values[name]
		return math.Log(v[len(v)-1]/v[0]) / float64(len(v)-1)
	}
	mean := func(name string) float64 {
		v := values[name]
		if len(v) == 0 {
			return math.NaN()
		}
		var sum float64
		for _, y := range v {
			sum += y
		}
		return sum / float64(len(v))
	}
	last := func(name string) float64 {
		v := values[name]
		if len(v) == 0 {
			return math.NaN()
		}
		return v[len(v)-1]
	}
	x = summary{growth: growth("gdp"), fed: growth("consumption_per_head"), idle: mean("unemployment_rate"), built: mean("investment_share"),
		failed: mean("frustrated_share"), spread: last("diffusion_years"), hungry: mean("excess_deaths")}
	peak := 0.0
	for _, v := range values["gdp"] {
		peak = max(peak, v)
		x.fall = max(x.fall, 1-v/peak)
	}
	x.slumps = slumps(values["gdp_quarter"])
	return x
}

// slumps counts how often the mean of four quarters fell for two quarters or
// more, by more than a hundredth in all.
func slumps(quarters []float64) (count float64) {
	year := func(q int) float64 { return quarters[q] + quarters[q-1] + quarters[q-2] + quarters[q-3] }
	for q := 4; q < len(quarters); q++ {
		before, falls := year(q-1), 0
		for q < len(quarters) && year(q) < year(q-1) {
			q++
			falls++
		}
		if falls >= 2 && year(q-1) < 0.99*before {
			count++
		}
	}
	return count
}

func TestSlumpsAreCounted(t *testing.T) {
	level := func(parts ...[2]float64) (quarters []float64) {
		for _, p := range parts {
			for range int(p[1]) {
				quarters = append(quarters, p[0])
			}
		}
		return quarters
	}
	for _, c := range []struct {
		name     string
		quarters []float64
		want     float64
	}{
		{"none", nil, 0},
		{"a flat line", level([2]float64{100, 40}), 0},
		{"a fall of a hundredth in a year", level([2]float64{100, 8}, [2]float64{99.5, 8}), 0},
		{"a fall of a tenth", level([2]float64{100, 8}, [2]float64{90, 8}), 1},
		{"two of them", level([2]float64{100, 8}, [2]float64{90, 8}, [2]float64{100, 8}, [2]float64{90, 8}), 2},
	} {
		if got := slumps(c.quarters); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// The way of techniques is read as in compare: the median of those that got
// there by the last year, and not a mean of what that was in all years.
func TestTheWayOfTechniquesIsThatOfTheLastYear(t *testing.T) {
	for _, c := range []struct {
		name string
		so   []float64
		want float64
	}{
		{"none got there", nil, math.NaN()},
		{"one way", []float64{9, 9, 9}, 9},
		{"later ones are slower", []float64{9, 12, 15}, 15},
	} {
		log := &series.Log{}
		for year := range 5 {
			for _, name := range []string{"gdp", "consumption_per_head"} {
				log.Add(measure.Find(name), series.Nation, 1928+year, 0, 100)
			}
			for q := range 4 {
				log.Add(measure.Find("gdp_quarter"), series.Nation, 1928+year, q+1, 100)
			}
		}
		for i, v := range c.so {
			log.Add(measure.Find("diffusion_years"), series.Nation, 1930+i, 0, v)
		}
		if x := sum(log, 1928); x.spread != c.want && !(math.IsNaN(x.spread) && math.IsNaN(c.want)) {
			t.Errorf("%s: %v, want %v", c.name, x.spread, c.want)
		}
	}
}
