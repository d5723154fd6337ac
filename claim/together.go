package claim

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/stat"

	"gosplan"
	"gosplan/draw"
	"gosplan/scenario"
)

var askHalved = draw.Ask("claim.together")

// Together is a design in which every weight is halved or doubled in every run,
// each by its own throw, so that all runs tell of all weights. For its own
// runs alone a weight would need as many as there are weights.
type Together struct {
	Weights []gosplan.Parameter
	Runs    int
}

// doubled tells whether a weight is doubled in a run.
func (t *Together) doubled(weight, run int) bool {
	return draw.Deck{Seed: 1}.Uniform(askHalved, uint64(weight), run) < 0.5
}

// value of a weight in a run, within its range.
func (t *Together) value(weight, run int) float64 {
	p := &t.Weights[weight]
	if t.doubled(weight, run) {
		return min(p.High, 2*p.Value)
	}
	return max(p.Low, p.Value/2)
}

// Scenarios are the runs by name, each of which is to be lived once, with the
// seed that is given with it.
func (t *Together) Scenarios(s *scenario.Scenario) (of map[string]*scenario.Scenario, seed map[string]int) {
	of, seed = map[string]*scenario.Scenario{}, map[string]int{}
	for run := range t.Runs {
		set := scenario.Changes{}
		for k := range t.Weights {
			set[t.Weights[k].Path] = t.value(k, run)
		}
		changed := *s
		changed.Set = s.Set.With(set)
		of[t.name(run)], seed[t.name(run)] = &changed, run+1
	}
	return of, seed
}

func (t *Together) name(run int) string { return fmt.Sprintf("together %06d", run) }

// A Sway is how outcomes go with a weight when the others go anyhow.
type Sway struct {
	Path    string   `json:"path"`
	Value   float64  `json:"value"`
	Effects []Effect `json:"effects"` // in the order of Told, deaths from hunger last
}

// An Effect is the mean of an outcome where the weight is doubled less that
// where it is halved, and the standard error of that.
type Effect struct {
	By    float64 `json:"by"`
	Error float64 `json:"error"`
}

// clear is the number of standard errors from which an effect is told; with a hundred
// weights and seven outcomes some two of those that are nothing reach it.
const clear = 3

// Clear tells whether an effect is more than luck would make it.
func (e Effect) Clear() bool { return e.Error > 0 && math.Abs(e.By) >= clear*e.Error }

// Sways reads how outcomes go with the weights, the clearest first.
func (t *Together) Sways(s *scenario.Scenario, of map[string][]*Figures) (out []Sway, lived int) {
	var runs []int
	var found []*Paths
	for run := range t.Runs {
		if p := NewPaths(s, of[t.name(run)]); p.Seeds > 0 {
			runs, found = append(runs, run), append(found, p)
		}
	}
	for k := range t.Weights {
		sway := Sway{Path: t.Weights[k].Path, Value: t.Weights[k].Value}
		for _, name := range append(slices.Clone(Told), "") {
			var side [2][]float64
			for i, p := range found {
				y := p.PerRun["famine deaths from 1924"]
				if name != "" {
					y = p.Share(name)
				}
				which := 0
				if t.doubled(k, runs[i]) {
					which = 1
				}
				side[which] = append(side[which], y)
			}
			sway.Effects = append(sway.Effects, between(side[0], side[1]))
		}
		out = append(out, sway)
	}
	slices.SortStableFunc(out, func(a, b Sway) int { return cmp.Compare(b.clearest(), a.clearest()) })
	return out, len(found)
}

// between is the difference of two means.
func between(a, b []float64) Effect {
	if len(a) < 2 || len(b) < 2 {
		return Effect{}
	}
	var e Effect
	for side, x := range [2][]float64{a, b} {
		mean, variance := stat.MeanVariance(x, nil)
		e.By += float64(2*side-1) * mean
		e.Error += variance / float64(len(x))
	}
	e.Error = math.Sqrt(e.Error)
	return e
}

func (s *Sway) clearest() (most float64) {
	for _, e := range s.Effects {
		if e.Error > 0 {
			most = max(most, math.Abs(e.By)/e.Error)
		}
	}
	return most
}

// swayed is the table of weights that move something.
func (p PathPage) swayed(b *strings.Builder) {
	if len(p.Swayed) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## When all weights are halved or doubled at once\n\n%d runs, in each of which every one of %d assumed weights is halved or doubled by a throw of its own. Shares are those of runs in which the weight is doubled less those in which it is halved, with standard errors; what is within %d of these is left out, and so are weights with nothing else.\n\n| weight | value |",
		p.Together, len(p.Swayed), clear)
	for _, name := range append(slices.Clone(Told), "million dead of hunger") {
		fmt.Fprintf(b, " %s |", name)
	}
	b.WriteString("\n|--|--:|" + strings.Repeat("--:|", len(Told)+1) + "\n")
	for _, s := range p.Swayed {
		if s.clearest() < clear {
			continue
		}
		fmt.Fprintf(b, "| %s | %s |", strings.TrimPrefix(s.Path, "Politics."), Figure(s.Value))
		for i, e := range s.Effects {
			switch {
			case !e.Clear():
				b.WriteString(" |")
			case i < len(Told):
				fmt.Fprintf(b, " %+.0f ± %.0f %% |", 100*e.By, 100*e.Error)
			default:
				fmt.Fprintf(b, " %+.1f ± %.1f |", e.By, e.Error)
			}
		}
		b.WriteString("\n")
	}
}
