package plan

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/lp"
	"gosplan/production"
)

// A doctor is the state of a diagnosis.
type doctor struct {
	ctx   context.Context
	t     *production.Table
	g     *programme
	flow  [][]float64 // [period][product] what flows when the needs are met
	scale float64
	added []addition // columns of the programme of what is missing
}

// An addition is a column that brings in a product or widens a factor.
type addition struct {
	kind         RemedyKind
	what, period int
	size         float64 // what it is a share of
}

// flows is about what flows of each product when the needs are met by the
// first technique of each.
func flows(t *production.Table, scale float64) [][]float64 {
	const rounds = 30
	first := make([]int, t.N)
	for i := range first {
		first[i] = none
	}
	for technique, i := range t.Makes {
		if first[i] == none {
			first[i] = technique
		}
	}
	out := make([][]float64, len(t.Periods))
	for period := range out {
		start := make([]float64, t.N)
		for i := range start {
			start[i] = max(0, scale*entry(t.Periods[period].Need, i)) + max(0, -entry(t.Periods[period].Import, i)) + entry(t.Terminal, i)
		}
		now := slices.Clone(start)
		for range rounds {
			next := slices.Clone(start)
			for i, x := range now {
				if first[i] == none {
					continue
				}
				cols, vals := t.Input.Row(first[i])
				for k, j := range cols {
					next[j] += x * vals[k]
				}
			}
			now = next
		}
		out[period] = now
	}
	if t.Build != nil { // what is only built with flows too
		for f := range t.Factors {
			cols, vals := t.Build.Row(f)
			for k, i := range cols {
				for period := range out {
					out[period][i] = max(out[period][i], vals[k]*max(1, entry(t.TerminalCap, f)))
				}
			}
		}
	}
	return out
}

// An extra is a column that is added to a programme.
type extra struct {
	rows []int
	vals []float64
	cost float64
	most float64
}

func (e *extra) put(row int, val float64) {
	if val != 0 {
		e.rows, e.vals = append(e.rows, row), append(e.vals, val)
	}
}

// column adds size times an addition to its rows.
func (d *doctor) column(e *extra, a addition, size float64) {
	if a.kind != AddRoom {
		e.put(a.period*d.t.N+a.what, size)
		return
	}
	for period := a.period; period < len(d.g.capacity); period++ {
		if row := d.g.capacity[period][a.what]; row != none {
			e.put(row, -size)
		}
		size *= 1 - entry(d.t.Depreciation, a.what)
	}
}

// with is the programme with further columns, at no other cost than theirs.
func (d *doctor) with(extras []extra) *lp.Problem {
	p := *d.g.lp
	n := p.A.Cols
	byRow := make([][]int, p.A.Rows)
	p.C = make([]float64, n)
	p.Lo, p.Hi = slices.Clone(p.Lo), slices.Clone(p.Hi)
	for k, e := range extras {
		p.C, p.Lo, p.Hi = append(p.C, e.cost), append(p.Lo, 0), append(p.Hi, e.most)
		for _, row := range e.rows {
			byRow[row] = append(byRow[row], k)
		}
	}
	next := make([]int, len(extras)) // entries come in the order of rows
	a := linalg.New(0, n+len(extras))
	for i := range p.A.Rows {
		cols, vals := p.A.Row(i)
		a.Col, a.Val = append(a.Col, cols...), append(a.Val, vals...)
		for _, k := range byRow[i] {
			a.Col = append(a.Col, int32(n+k))
			a.Val = append(a.Val, extras[k].vals[next[k]])
			next[k]++
		}
		a.Rows++
		a.Start = append(a.Start, int64(len(a.Col)))
	}
	p.A = a
	return &p
}

func (d *doctor) solve(extras []extra) (*lp.Solution, error) {
	return lp.Solve(d.ctx, d.with(extras), lp.Options{Tolerance: shareOfTolerance * yearsTolerance})
}

// missing solves for the smallest additions: of products alone and, where
// those are not enough, of capacities too. Nil where nothing is missing.
func (d *doctor) missing() (*lp.Solution, error) {
	const negligible = 1e-7
	for _, wider := range []bool{false, true} {
		d.added = nil
		for period := range d.t.Periods {
			for i, flow := range d.flow[period] {
				if flow > 0 {
					d.added = append(d.added, addition{BringIn, i, period, flow})
				}
			}
			for f, room := range d.g.limit[period] {
				if wider && !math.IsInf(room, 1) {
					d.added = append(d.added, addition{AddRoom, f, period, max(room, smallestRoom)})
				}
			}
		}
		extras := make([]extra, len(d.added))
		for k, a := range d.added {
			extras[k] = extra{cost: 1, most: math.Inf(1)}
			d.column(&extras[k], a, a.size)
		}
		s, err := d.solve(extras)
		if err != nil {
			return nil, err
		}
		if s.Status == lp.Optimal && s.Value <= negligible {
			return nil, nil
		}
		if s.Status == lp.Optimal {
			return s, nil
		}
		if s.Status == lp.Stopped {
			return nil, fmt.Errorf("plan: diagnose: stopped before it was known what is missing")
		}
	}
	return nil, nil
}

// smallestRoom is what a factor that is not there at all counts as, so that
// shares of it are numbers.
const smallestRoom = 1e-9

// gathered adds up what is missing by product and factor.
func (d *doctor) gathered(s *lp.Solution) []Remedy {
	const little = 1e-6 // of what flows
	var out []Remedy
	for k, a := range d.added {
		x := s.X[d.g.lp.A.Cols+k]
		if x <= little {
			continue
		}
		at := slices.IndexFunc(out, func(r Remedy) bool { return r.Kind == a.kind && r.What == a.what })
		if at < 0 {
			out = append(out, Remedy{Kind: a.kind, What: a.what, Period: a.period})
			at = len(out) - 1
		}
		out[at].Amount += x * a.size
		out[at].Share += x
		out[at].Period = min(out[at].Period, a.period)
	}
	slices.SortStableFunc(out, func(a, b Remedy) int { return cmp.Compare(b.Share, a.Share) })
	for k := range out {
		r := &out[k]
		r.Says = fmt.Sprintf("%s short by %s in all %s", d.name(r), d.amount(r), d.since(r.Period))
	}
	return out
}

// candidates are the changes whose hundredth part is worth most at the duals,
// and a cut of all needs alike.
func (d *doctor) candidates(s *lp.Solution) []Remedy {
	type valued struct {
		Remedy
		worth float64
	}
	pick := func(all []valued) (out []Remedy) {
		slices.SortStableFunc(all, func(a, b valued) int { return cmp.Compare(b.worth, a.worth) })
		for _, v := range all[:min(len(all), candidatesOfAKind)] {
			if v.worth > 0 {
				out = append(out, v.Remedy)
			}
		}
		return out
	}
	var imports, needs, rooms []valued
	for i := range d.t.N {
		in, need := valued{Remedy{Kind: BringIn, What: i, Period: none}, 0}, valued{Remedy{Kind: NeedLess, What: i, Period: none}, 0}
		for period := range d.t.Periods {
			price := s.Y[period*d.t.N+i]
			if price > 0 && in.Period == none {
				in.Period, need.Period = period, period
			}
			in.worth += price * d.flow[period][i]
			need.worth += price * d.scale * max(0, entry(d.t.Periods[period].Need, i))
		}
		imports, needs = append(imports, in), append(needs, need)
	}
	for f := range d.t.Factors {
		for period := range d.t.Periods {
			var e extra
			worth, room := 0.0, d.g.limit[period][f]
			d.column(&e, addition{kind: AddRoom, what: f, period: period}, room)
			for k, row := range e.rows {
				worth += e.vals[k] * s.Y[row]
			}
			if !math.IsNaN(worth) && !math.IsInf(worth, 0) {
				rooms = append(rooms, valued{Remedy{Kind: AddRoom, What: f, Period: period}, worth})
			}
		}
	}
	return slices.Concat(pick(imports), pick(rooms), pick(needs), []Remedy{{Kind: NeedLess, What: none}})
}

// alone finds the smallest change of one kind that is enough, nil where none
// is.
func (d *doctor) alone(r Remedy) (*Remedy, error) {
	e := extra{cost: 1, most: math.Inf(1)}
	size := 0.0
	switch {
	case r.Kind == AddRoom:
		size = d.g.limit[r.Period][r.What]
		d.column(&e, addition{AddRoom, r.What, r.Period, size}, size)
	case r.What == none:
		e.most = 1
		for period := range d.t.Periods {
			for i := range d.t.N {
				d.column(&e, addition{r.Kind, i, period, 0}, d.scale*max(0, entry(d.t.Periods[period].Need, i)))
			}
		}
	default:
		for period := r.Period; period < len(d.t.Periods); period++ {
			amount := d.flow[period][r.What]
			if r.Kind == NeedLess {
				amount, e.most = d.scale*max(0, entry(d.t.Periods[period].Need, r.What)), 1
			}
			d.column(&e, addition{r.Kind, r.What, period, amount}, amount)
			size = max(size, amount)
		}
	}
	s, err := d.solve([]extra{e})
	if err != nil || s.Status != lp.Optimal {
		return nil, err
	}
	r.Share = s.X[len(s.X)-1]
	r.Amount = r.Share * size
	switch r.Kind {
	case BringIn:
		r.Says = fmt.Sprintf("bring in up to %s of %s a period %s", d.amount(&r), d.name(&r), d.since(r.Period))
	case AddRoom:
		r.Says = fmt.Sprintf("add %s of %s in %s (%.3g %% more)", d.amount(&r), d.name(&r), PeriodName(d.t, r.Period), 100*r.Share)
	case NeedLess:
		r.Says = fmt.Sprintf("cut the need for %s by %.3g %% %s", d.name(&r), 100*r.Share, d.since(r.Period))
	}
	return &r, nil
}
