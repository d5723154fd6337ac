package claim

import "testing"

// A verdict is one plain sentence, in units that people read.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, compare, statistic, unit string
		smallest, mean, low, high      float64
		predicted                      Sign
		verdict                        Verdict
		want                           string
	}{
		{"next to nothing", "plan - hard", "mean(elite_persistence, 1940, 1985)", "correlation of generations", 0.1, 0.00285, -0.00394, 0.00973, Above, Alike,
			"Schooling of generations, 1940–1985: no difference to speak of between plan and hard (0 to 0.01); the essay needs higher, and less than 0.1 does not count."},
		{"lower", "plan - hard", "mean(effort, 1941, 1955)", "usual effort = 1", 0.05, -0.152, -0.154, -0.15, None, Refuted,
			"Effort, 1941–1955: 15.2 % of usual effort lower under plan than under hard (15 to 15.4); the essay needs a difference of less than 5 % of usual effort."},
		{"years", "hard - plan", "year_below(power_workers, 0.25, 1918, 1960)", "years", 2, -30.9, -34.9, -26.5, None, Refuted,
			"First year with influence of workers below 0.25, 1918–1960: 30.9 years earlier under hard than under plan (26.5 to 34.9); the essay needs a difference of less than 2 years."},
		{"a logarithm", "plan - hard", "log(mean(gdp, 1923, 1927))", "logarithm", 0.05, -0.363, -0.372, -0.355, Below, Supported,
			"Gross domestic product, 1923–1927: 30.4 % lower under plan than under hard (29.9 to 31.1); the essay needs lower."},
		{"against a level", "plan", "mean(power_workers, 1930, 1960) - 0.25", "share", 0.05, 0.35, 0.339, 0.36, Below, Refuted,
			"Influence of workers, 1930–1960: 60 % under plan (58.9 to 61); the essay needs less than 25 %."},
		{"neither", "plan - hard", "growth(gdp, 1930, 1970)", "points a year", 0.3, -0.159, -0.317, 0.02, Above, Undetermined,
			"Growth of gross domestic product, 1930–1970: plan less hard is -0.16 percentage points a year (-0.32 to 0.02); the essay needs higher, and this is not settled."},
		{"two spans", "plan", "growth(gdp, 1970, 1985) - growth(gdp, 1950, 1960)", "points a year", 1, -2.53, -2.72, -2.36, Below, Supported,
			"Growth of gross domestic product 1970–1985 less growth of gross domestic product 1950–1960: -2.5 % a year under plan (-2.7 to -2.4); the essay needs less than 0 % a year."},
	} {
		r, err := Read([]byte(small))
		if err != nil {
			t.Fatal(err)
		}
		tests := []Test{{Ask: "Q", Compare: c.compare, Statistic: c.statistic, Unit: c.unit, Smallest: c.smallest, Predicts: map[string]Sign{Essay: c.predicted}}}
		if err := r.prepare(tests, map[string]bool{}); err != nil {
			t.Fatal(c.name, err)
		}
		res := &Result{Test: &tests[0], Verdict: c.verdict, Found: Unknown}
		res.Effect.N, res.Effect.Mean, res.Effect.Low, res.Effect.High = 64, c.mean, c.low, c.high
		if got := res.Sentence(); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
