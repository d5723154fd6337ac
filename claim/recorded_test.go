package claim

import (
	"math"
	"strings"
	"testing"

	"gosplan/data"
	"gosplan/fit"
	"gosplan/measure"
	"gosplan/series"
)

// flat are runs of a series that has one value in every year, and the luck of
// each run on top, so that effects have a spread.
func flat(name string, level float64, growth float64, pairs int) (out []*Figures) {
	for seed := range pairs {
		log := &series.Log{}
		v := level + 0.001*level*float64(seed%4)
		for year := 1925; year <= 1940; year++ {
			log.Add(measure.Find(name), series.Nation, year, 0, v*math.Pow(1+growth, float64(year-1928)))
		}
		out = append(out, FiguresOf(log))
	}
	return out
}

// made makes up a record of some years, with estimates around the figures.
func made(index bool, around float64, by map[int]float64) func(string) (fit.Record, bool) {
	return func(name string) (fit.Record, bool) {
		if name != "turnover" && name != "gdp" {
			return fit.Record{}, false
		}
		r := fit.Record{Index: index}
		for _, year := range sortedKeys(by) {
			r.Points = append(r.Points, data.Point{From: year, Year: year, Value: by[year], Low: by[year] - around, High: by[year] + around})
		}
		return r, true
	}
}

// yearly is a figure in every year from one to another.
func every(from, to int, v float64) map[int]float64 {
	out := map[int]float64{}
	for year := from; year <= to; year++ {
		out[year] = v
	}
	return out
}

func TestTheRecordIsReadBesideTheRun(t *testing.T) {
	const pairs = 16
	grows := map[int]float64{1928: 200, 1938: 200 * math.Pow(1.01, 10)}
	for _, c := range []struct {
		name               string
		compare, statistic string
		smallest           float64
		record             func(string) (fit.Record, bool)
		there, misses      bool
		value              float64
		instead            Sign
	}{
		{"one arm, the same answer", "plan", "mean(turnover, 1930, 1939) - 0.2", 0.05, made(false, 0, every(1930, 1939, 0.6)), true, false, 0.4, Above},
		{"one arm, another answer", "plan", "mean(turnover, 1930, 1939) - 0.2", 0.05, made(false, 0, every(1930, 1939, 0.1)), true, true, -0.1, Below},
		{"one arm, one estimate has the same answer", "plan", "mean(turnover, 1930, 1939) - 0.2", 0.05, made(false, 0.2, every(1930, 1939, 0.1)), true, false, -0.1, Below},
		{"two arms, near enough", "plan - hard", "mean(turnover, 1930, 1939)", 0.05, made(false, 0, every(1930, 1939, 0.53)), true, false, 0.53, Above},
		{"two arms, further than what counts", "plan - hard", "mean(turnover, 1930, 1939)", 0.05, made(false, 0, every(1930, 1939, 0.6)), true, true, 0.6, Above},
		{"two arms, within what counts of an estimate", "plan - hard", "mean(turnover, 1930, 1939)", 0.05, made(false, 0.08, every(1930, 1939, 0.6)), true, false, 0.6, Above},
		{"the second of two arms", "hard - plan", "mean(turnover, 1930, 1939)", 0.05, made(false, 0, every(1930, 1939, 0.1)), true, true, 0.1, Above},
		{"nine years of ten", "plan", "mean(turnover, 1930, 1939) - 0.2", 0.05, made(false, 0, every(1930, 1938, 0.6)), true, false, 0.4, Above},
		{"eight years of ten", "plan", "mean(turnover, 1930, 1939) - 0.2", 0.05, made(false, 0, every(1930, 1937, 0.6)), false, false, 0, ""},
		{"a mean between benchmark years", "plan", "mean(turnover, 1930, 1940) - 0.2", 0.05, made(false, 0, map[int]float64{1930: 0.4, 1940: 0.8}), true, false, 0.4, Above},
		{"benchmark years too far apart", "plan", "mean(turnover, 1928, 1939) - 0.2", 0.05, made(false, 0, map[int]float64{1928: 0.4, 1939: 0.8}), false, false, 0, ""},
		{"swings are not read off a line", "plan", "sd(turnover, 1930, 1940) - 0.2", 0.05, made(false, 0, map[int]float64{1930: 0.4, 1940: 0.8}), false, false, 0, ""},
		{"an index, growth", "plan", "growth(gdp, 1928, 1938) - 2", 0.3, made(true, 0, grows), true, true, -1, Below},
		{"what stands for what is not there", "plan", "growth(nonfarm_output, 1928, 1938) - 2", 0.3, made(true, 0, grows), true, true, -1, None},
		{"a series without record", "plan", "mean(effort, 1930, 1939) - 0.2", 0.05, made(false, 0, every(1930, 1939, 0.6)), false, false, 0, ""},
		{"no arm of history", "hard", "mean(turnover, 1930, 1939) - 0.2", 0.05, made(false, 0, every(1930, 1939, 0.1)), false, false, 0, ""},
	} {
		text := strings.Replace(small, `compare: hard - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1`,
			`compare: `+c.compare+`, statistic: "`+c.statistic+`", unit: index, smallest: `+Figure(c.smallest), 1)
		r, err := Read([]byte(text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		runs := &Runs{Of: map[string][]*Figures{}}
		for arm, level := range map[string]float64{"plan": 0.5, "hard": 0.3} {
			a, b, d, e := flat("turnover", level, 0, pairs), flat("gdp", 100*level, 0.05, pairs), flat("nonfarm_output", 60*level, 0.06, pairs), flat("effort", level, 0, pairs)
			for seed := range pairs {
				if arm == "hard" { // luck of its own
					seed = (seed * 5) % pairs
				}
				f := &Figures{}
				for _, from := range []*Figures{a[seed], b[seed], d[seed], e[seed]} {
					f.Lines = append(f.Lines, from.Lines...)
				}
				f.index()
				runs.Of[arm] = append(runs.Of[arm], f)
			}
		}
		results := Results(r.Tests()[:1], runs, 0)
		r.record(results, runs, c.record)
		res := results[&r.Claims[0].Tests[0]]
		h := res.Recorded
		if (h != nil) != c.there {
			t.Errorf("%s: %+v", c.name, h)
			continue
		}
		if h == nil {
			continue
		}
		if h.Misses != c.misses || math.Abs(h.Value-c.value) > 1e-9 || h.Instead != c.instead {
			t.Errorf("%s: %+v of a %s", c.name, h, res.Found)
		}
		words := h.Against(res.Test)
		if strings.Contains(words, "cannot judge") != c.misses || strings.Contains(c.name, "stands for") != strings.Contains(words, "which the record does not have") {
			t.Errorf("%s: %s", c.name, words)
		}
		f := r.Claims[0].Finding(results)
		if want := map[bool]string{true: MissesAll}[c.misses]; f.MissesRecord() != want {
			t.Errorf("%s: the claim, %s, is said to miss %q, want %q", c.name, f.Verdict, f.MissesRecord(), want)
		}
	}
}

// Every record can be read, in order and without a year twice.
func TestRecordsAreInOrder(t *testing.T) {
	for _, name := range []string{"gdp", "gdp_per_head", "population", "grain_output", "military_share", "turnover", "state_employees"} {
		record, ok := fit.RecordOf(name)
		if !ok {
			t.Errorf("%s has no record", name)
		}
		for i := 1; i < len(record.Points); i++ {
			if record.Points[i].Year <= record.Points[i-1].Year {
				t.Errorf("%s: %d after %d", name, record.Points[i].Year, record.Points[i-1].Year)
			}
		}
		for _, p := range record.Points {
			if record.Index && p.Year == fit.BaseYear && math.Abs(p.Value-100) > 1e-9 {
				t.Errorf("%s is %v in the base year", name, p.Value)
			}
			if name == "grain_output" && p.Year >= 1941 && p.Year <= 1944 {
				t.Errorf("%s has %d, when the record leaves out what was occupied", name, p.Year)
			}
		}
	}
	if _, ok := fit.RecordOf("effort"); ok {
		t.Error("effort has a record")
	}
}
