package claim

import (
	"math"
	"slices"
	"strings"

	"gosplan/scenario"
	"gosplan/statistic"
)

// A Weighing is what the assumptions come to: the rankings as they stand, and
// what becomes of them when each assumption is flipped.
type Weighing struct {
	Table   *Assumptions
	Systems []string
	To      int
	Seeds   int
	Base    []Ranking // by measure
	Flips   []Flipped
	Placebo Flipped // nothing flipped, other luck: what distance chance alone makes
}

// Worlds are the scenarios that a weighing lives: every system as it is, and
// under every flip that touches it.
func (a *Assumptions) Worlds(entries []*Assumption, systems []string, to int) (base, flipped map[string]*scenario.Scenario, err error) {
	base, flipped = map[string]*scenario.Scenario{}, map[string]*scenario.Scenario{}
	for _, name := range systems {
		if base[name], err = a.Base(name, to); err != nil {
			return nil, nil, err
		}
		for _, e := range entries {
			if !e.Touches(name) {
				continue
			}
			if flipped[world(e, name)], err = a.Flip(e, name, to); err != nil {
				return nil, nil, err
			}
		}
	}
	return base, flipped, nil
}

// world names the runs of a system under a flip.
func world(e *Assumption, name string) string { return e.Name + " " + name }

// Weigh ranks the systems as they stand and under every flip. The runs as they
// stand have twice the seeds of the flipped ones; the second half is other
// luck for the placebo.
func (a *Assumptions) Weigh(entries []*Assumption, systems []string, base, flipped *Runs, seeds, to int) *Weighing {
	w := &Weighing{Table: a, Systems: systems, To: to, Seeds: seeds}
	plain, other := make([][]*Figures, len(systems)), make([][]*Figures, len(systems))
	for s, name := range systems {
		plain[s], other[s] = base.Of[name][:seeds], base.Of[name][seeds:]
	}
	for _, m := range Measures {
		w.Base = append(w.Base, m.rank(plain, a.From, to))
		w.Placebo.Changes = append(w.Placebo.Changes, m.change(w.Base[len(w.Base)-1], m.rank(other, a.From, to), false))
	}
	for _, e := range entries {
		runs := make([][]*Figures, len(systems))
		for s, name := range systems {
			if runs[s] = plain[s]; e.Touches(name) {
				runs[s] = flipped.Of[world(e, name)]
			}
		}
		f := Flipped{Assumption: e}
		for k, m := range Measures {
			f.Changes = append(f.Changes, m.change(w.Base[k], m.rank(runs, a.From, to), true))
		}
		w.Flips = append(w.Flips, f)
	}
	w.correct()
	return w
}

// correct corrects the p values of all gains by one measure for their number.
func (w *Weighing) correct() {
	for k := range Measures {
		var p []float64
		for i := range w.Flips {
			for s := range w.Systems {
				p = append(p, w.Flips[i].Changes[k].Gains[s].P)
			}
		}
		p = statistic.Holm(p, 0)
		for i := range w.Flips {
			for s := range w.Systems {
				w.Flips[i].Changes[k].Gains[s].P = p[i*len(w.Systems)+s]
			}
		}
	}
}

// Favoured are the systems that an assumption is shown to favour by a measure,
// against the mean of all, and those it is shown to hold back.
func (w *Weighing) Favoured(f *Flipped, measure int) (ahead, behind []string) {
	for s, g := range f.Changes[measure].Gains {
		switch {
		case math.IsNaN(g.P) || g.P >= level:
		case g.Low > 0:
			ahead = append(ahead, w.Systems[s])
		case g.High < 0:
			behind = append(behind, w.Systems[s])
		}
	}
	return ahead, behind
}

// An Expectation is what became of what was thought before anything was run.
type Expectation string

// What can become of it.
const (
	AsThought Expectation = "as thought"
	NotSo     Expectation = "not so"
	NotShown  Expectation = "not shown"
)

// Expected holds what was thought of an assumption against what was found by
// the first measure: it is as thought if at least one of the systems that were
// thought to be favoured is shown to be, and none to be held back. Where nobody
// was thought to be, it can be shown to be not so, and no more. Systems that are
// not ranked here do not count.
func (w *Weighing) Expected(f *Flipped) Expectation {
	ahead, behind := w.Favoured(f, 0)
	right, wrong, named := false, false, false
	for _, name := range f.Assumption.Favours {
		named = named || slices.Contains(w.Systems, name)
		right = right || slices.Contains(ahead, name)
		wrong = wrong || slices.Contains(behind, name)
	}
	switch {
	case len(f.Assumption.Favours) == 0 && len(ahead)+len(behind) > 0:
		return NotSo
	case !named:
		return NotShown
	case wrong:
		return NotSo
	case right:
		return AsThought
	}
	return NotShown
}

// Briefly writes a choice of the systems ranked: by who is not in it where
// those are fewer.
func (w *Weighing) Briefly(names []string) []string {
	var rest []string
	for _, name := range w.Systems {
		if !slices.Contains(names, name) {
			rest = append(rest, name)
		}
	}
	switch {
	case len(rest) == 0:
		return []string{"all"}
	case len(rest) < len(names) && len(rest)+len(names) == len(w.Systems):
		return []string{"all but " + strings.Join(rest, " and ")}
	}
	return names
}
