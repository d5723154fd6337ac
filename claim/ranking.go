package claim

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/series"
	"gosplan/statistic"
)

// A Measure is a figure by which systems are ranked. There is no index of
// several: what one has to give for another is not for the model to say.
type Measure struct {
	Title, Unit string
	Statistic   string // with %[1]d for the first year, %[2]d for the last, %[3]d for the first of the second half
	Least       bool   // whether the least is ranked first
}

// Measures are those by which systems are ranked, the main one first.
var Measures = []Measure{
	{"Consumption per head", "1928 = 100", "mean(consumption_per_head, %[3]d, %[2]d)", false},
	{"Growth of GDP", "percent a year", "growth(gdp, %[1]d, %[2]d)", false},
	{"Mortality", "per thousand a year", "1000*mean(deaths/population, %[3]d, %[2]d)", true},
	{"Deaths from hunger", "million in all", "sum(excess_deaths, %[1]d, %[2]d)", true},
	{"Unemployment", "share of the labour force", "mean(unemployment_rate, %[3]d, %[2]d)", true},
	{"Queuing", "hours a day", "mean(queue_hours, %[3]d, %[2]d)", true},
	{"Effort", "usual effort = 1", "mean(effort, %[3]d, %[2]d)", false},
	{"Gap in bread between town and village", "logarithm", "abs(log(mean(food_per_head_rural, %[3]d, %[2]d)/mean(food_per_head_urban, %[3]d, %[2]d)))", true},
}

// Shown is the unit in which people read a measure, and what it is multiplied
// by.
func (m Measure) Shown() (string, float64) { return series.Shown(m.Unit) }

// A Ranking is the systems by one measure, over seeds.
type Ranking struct {
	Values [][]float64        // by system and seed; NaN where a run has no figure
	Means  []statistic.Effect // by system; P and Size mean nothing here
	Order  []int              // systems, the first ranked first
}

// A Swap is a pair of systems that changes places: First was ahead and falls
// behind.
type Swap struct {
	First, Then int     // systems
	Share       float64 // of resamples in which they change places
}

// A Change is what a flip does to a ranking.
type Change struct {
	Ranking
	Distance  int                // pairs that change places (Kendall)
	Low, High float64            // 95 % of resamples
	Swaps     []Swap             // by the means
	Gains     []statistic.Effect // by system: what the assumption gives it more than it gives the mean of all; nil for the placebo
}

// A Flipped is what flipping one assumption came to, by measure.
type Flipped struct {
	Assumption *Assumption // nil for the placebo: nothing flipped, other luck
	Changes    []Change
}

// rank measures and ranks systems; runs are by system.
func (m Measure) rank(runs [][]*Figures, from, to int) Ranking {
	n, err := parse(fmt.Sprintf(m.Statistic, from, to, (from+to+1)/2))
	if err != nil {
		panic(err) // a test reads it first
	}
	var r Ranking
	for s := range runs {
		values, known := make([]float64, len(runs[s])), []float64{}
		for k, f := range runs[s] {
			v, ok := n.figure(f)
			if !ok {
				v = math.NaN()
			} else {
				known = append(known, v)
			}
			values[k] = v
		}
		r.Values = append(r.Values, values)
		r.Means = append(r.Means, statistic.Paired(known, luckOf(fmt.Sprint("rank.", m.Title, s))))
	}
	r.Order = make([]int, len(runs))
	for i := range r.Order {
		r.Order[i] = i
	}
	slices.SortStableFunc(r.Order, func(a, b int) int { return cmp.Compare(m.place(r.Means[a].Mean), m.place(r.Means[b].Mean)) })
	return r
}

// place makes the first ranked the least; who has no figure is last.
func (m Measure) place(v float64) float64 {
	switch {
	case math.IsNaN(v):
		return math.Inf(1)
	case m.Least:
		return v
	}
	return -v
}

// swaps are the pairs of which one is ahead before and behind after. Equal
// figures change no places.
func (m Measure) swaps(before, after []float64) (out [][2]int) {
	for a := range before {
		for b := range before {
			if m.place(before[a]) < m.place(before[b]) && m.place(after[a]) > m.place(after[b]) {
				out = append(out, [2]int{a, b})
			}
		}
	}
	return out
}

// change holds a ranking against the base, seed by seed if both have the same
// luck, and each with seeds of its own if not.
func (m Measure) change(base, now Ranking, paired bool) Change {
	c := Change{Ranking: now}
	point := m.swaps(means(base.Values, nil), means(now.Values, nil))
	c.Distance = len(point)
	count := map[[2]int]int{}
	distances := make([]float64, resamples)
	deck, first, second := draw.Deck{Seed: 1}, draw.Ask("claim.ranks."+m.Title), draw.Ask("claim.ranks.other."+m.Title)
	a, b := make([]int, len(base.Values[0])), make([]int, len(now.Values[0]))
	for n := range resamples {
		for at := range a {
			a[at] = statistic.Pick(deck.Uniform(first, uint64(n), at), len(a))
		}
		for at := range b {
			if b[at] = 0; paired {
				b[at] = a[at]
			} else {
				b[at] = statistic.Pick(deck.Uniform(second, uint64(n), at), len(b))
			}
		}
		found := m.swaps(means(base.Values, a), means(now.Values, b))
		distances[n] = float64(len(found))
		for _, pair := range found {
			count[pair]++
		}
	}
	slices.Sort(distances)
	c.Low, c.High = stat.Quantile(0.025, stat.Empirical, distances, nil), stat.Quantile(0.975, stat.Empirical, distances, nil)
	for _, pair := range point {
		c.Swaps = append(c.Swaps, Swap{pair[0], pair[1], float64(count[pair]) / resamples})
	}
	if paired {
		c.Gains = m.gains(base, now)
	}
	return c
}

// means are over the seeds drawn, or over all.
func means(values [][]float64, drawn []int) []float64 {
	out := make([]float64, len(values))
	for s := range values {
		sum, n := 0.0, 0
		add := func(v float64) {
			if !math.IsNaN(v) {
				sum += v
				n++
			}
		}
		if drawn == nil {
			for _, v := range values[s] {
				add(v)
			}
		}
		for _, k := range drawn {
			add(values[s][k])
		}
		if out[s] = math.NaN(); n > 0 {
			out[s] = sum / float64(n)
		}
	}
	return out
}

// gains are what the assumption, as against its flip, gives each system more
// than it gives the mean of all; above zero, it favours it. Systems that a
// seed has no figure for are left out of that seed.
func (m Measure) gains(base, now Ranking) []statistic.Effect {
	systems, seeds := len(base.Values), len(base.Values[0])
	by := make([][]float64, systems)
	for k := range seeds {
		sum, n := 0.0, 0
		diff := make([]float64, systems)
		for s := range systems {
			diff[s] = m.place(now.Values[s][k]) - m.place(base.Values[s][k])
			if !math.IsNaN(diff[s]) && !math.IsInf(diff[s], 0) {
				sum += diff[s]
				n++
			}
		}
		for s := range systems {
			if !math.IsNaN(diff[s]) && !math.IsInf(diff[s], 0) {
				by[s] = append(by[s], diff[s]-sum/float64(n))
			}
		}
	}
	out := make([]statistic.Effect, systems)
	for s := range systems {
		out[s] = statistic.Paired(by[s], luckOf(fmt.Sprint("gain.", m.Title, s)))
	}
	return out
}
