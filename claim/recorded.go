package claim

import (
	"math"
	"slices"

	"gosplan/data"
	"gosplan/fit"
	"gosplan/scenario"
	"gosplan/series"
)

// A Recorded is the statistic of a test taken from the historical record, beside
// that of the arm that goes the way of history.
type Recorded struct {
	Arm       string
	Value     float64 // of the record
	Low, High float64 // between the published estimates
	Run       float64 // of the arm, mean of the pairs
	Instead   Sign    // where the effect would lie with the record in place of the arm
	Same      bool    // that is where it was found
	Misses    bool    // the model misses the record by so much that it cannot judge
	For, By   string  // a series that the record does not have, and the one taken for it on both sides
}

// apart is how many years may lie between two years of the record for a mean to
// follow the line between them.
const apart = 10

// nearest are series taken for others that the record does not have, in the
// arm as in the record.
var nearest = map[string]string{"nonfarm_output": "gdp"}

// history is the arm of a test that goes the way of history as it is, and its
// weight, if the test has one.
func (r *Registry) history(t *Test) (arm string, weight float64) {
	for _, term := range t.terms {
		if a := r.Arms[term.arm]; a.bare() && scenario.IsBuiltin(a.Scenario) {
			if s, err := scenario.Load(a.Scenario); err == nil && !s.Departs() {
				arm, weight = term.arm, weight+term.weight
			}
		}
	}
	return arm, weight
}

// bare tells whether an arm is a scenario as it is.
func (a Arm) bare() bool {
	return a.System == "" && len(a.Set)+len(a.Without)+len(a.Constant)+len(a.Borrow) == 0
}

// Record holds results against the record wherever it has all that a test is
// made of.
func (r *Registry) Record(results map[*Test]*Result, runs *Runs) {
	r.record(results, runs, fit.RecordOf)
}

func (r *Registry) record(results map[*Test]*Result, runs *Runs, of func(string) (fit.Record, bool)) {
	for t, res := range results { // order does not matter: each is held alone
		if arm, weight := r.history(t); arm != "" && res.Missing == "" && len(res.By) > 0 {
			res.Recorded = hold(res, arm, weight, runs.Of[arm], of)
		}
	}
}

// hold is nil where the record has too few years or lacks a series.
func hold(res *Result, arm string, weight float64, runs []*Figures, of func(string) (fit.Record, bool)) *Recorded {
	out := &Recorded{Arm: arm}
	n := res.Test.expression.renamed(func(name string) string {
		if by := nearest[name]; by != "" {
			if _, ok := of(name); !ok {
				out.For, out.By = name, by
				return by
			}
		}
		return name
	})
	for _, seed := range sortedKeys(res.By) {
		v, ok := n.figure(runs[seed])
		if !ok {
			return nil
		}
		out.Run += v
	}
	out.Run /= float64(len(res.By))
	var figures []float64
	for _, pick := range []func(data.Point) float64{
		func(p data.Point) float64 { return p.Value }, func(p data.Point) float64 { return p.Low }, func(p data.Point) float64 { return p.High },
	} {
		f, ok := recordFigures(n, runs, of, pick)
		if !ok {
			return nil
		}
		v, ok := n.figure(f)
		if !ok {
			return nil
		}
		figures = append(figures, v)
	}
	out.Value, out.Low, out.High = figures[0], slices.Min(figures), slices.Max(figures)
	out.judge(res, weight)
	return out
}

// judge says whether the model can judge. Against zero it can if the record
// has the same answer; between arms, if it is no further from the record than
// the smallest effect that counts.
func (h *Recorded) judge(res *Result, weight float64) {
	smallest := res.Test.Smallest
	instead := func(record float64) Sign { return signOf(res.Effect.Mean+weight*(record-h.Run), smallest) }
	h.Instead = instead(h.Value)
	h.Same = h.Instead == res.Found
	switch {
	case res.Found == Unknown:
	case len(res.Test.terms) == 1:
		h.Misses = instead(h.Value) != res.Found && instead(h.Low) != res.Found && instead(h.High) != res.Found
	default:
		h.Misses = math.Abs(weight)*max(h.Low-h.Run, h.Run-h.High, 0) > smallest
	}
}

// signOf is where a figure lies by itself.
func signOf(v, smallest float64) Sign {
	switch {
	case v >= smallest:
		return Above
	case v <= -smallest:
		return Below
	}
	return None
}

// recordFigures are the record as if it were a run. An index has the level of
// the runs in the base year, so that the rest is compared and not the base.
func recordFigures(n *node, runs []*Figures, of func(string) (fit.Record, bool), pick func(data.Point) float64) (*Figures, bool) {
	f, filled := &Figures{}, &Figures{}
	for _, name := range n.series() {
		record, ok := of(name)
		if !ok {
			return nil, false
		}
		by := 1.0
		if record.Index {
			sum, count := 0.0, 0
			for _, run := range runs {
				if v, ok := run.Value(name, series.Nation, fit.BaseYear); ok {
					sum += v
					count++
				}
			}
			if by = sum / float64(count) / 100; count == 0 {
				return nil, false
			}
		}
		f.Lines = append(f.Lines, line(name, record.Points, 1, func(p data.Point) float64 { return by * pick(p) }))
		filled.Lines = append(filled.Lines, line(name, record.Points, apart, func(p data.Point) float64 { return by * pick(p) }))
	}
	f.index()
	filled.index()
	f.between = filled
	return f, true
}

// line are points as a series; between two that are no further apart than so
// many years lie those of the line from one to the other.
func line(name string, points []data.Point, apart int, pick func(data.Point) float64) Line {
	out := Line{Name: name, Place: series.Nation, From: points[0].Year}
	for i, p := range points {
		if i == 0 {
			out.Values = append(out.Values, pick(p))
			continue
		}
		before, years := points[i-1], p.Year-points[i-1].Year
		for k := 1; k < years; k++ {
			v := math.NaN()
			if years <= apart {
				v = pick(before) + (pick(p)-pick(before))*float64(k)/float64(years)
			}
			out.Values = append(out.Values, v)
		}
		if years > 0 {
			out.Values = append(out.Values, pick(p))
		}
	}
	return out
}

// renamed is a statistic with other series.
func (n *node) renamed(to func(string) string) *node {
	out := *n
	if n.kind == 's' {
		out.name = to(n.name)
	}
	out.parts = make([]*node, len(n.parts))
	for i, part := range n.parts {
		out.parts[i] = part.renamed(to)
	}
	return &out
}
