package plan

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gosplan/production"
)

// A Diagnosis says why needs cannot be met and what would help.
type Diagnosis struct {
	Says     string   `json:"says"`     // in words
	Missing  []Remedy `json:"missing"`  // the smallest additions from outside that would do, together
	Remedies []Remedy `json:"remedies"` // each of them would do alone, the smallest change first
}

// A Remedy is a change to a table.
type Remedy struct {
	Kind   RemedyKind `json:"kind"`
	What   int        `json:"what"`   // product or, of capacity, factor; −1: all products alike
	Period int        `json:"period"` // from which on
	Amount float64    `json:"amount"` // in the unit of the product, for each period from then on, or of the factor, once
	Share  float64    `json:"share"`  // of what flows of the product, what there is of the factor, what is needed
	Says   string     `json:"says"`
}

// A RemedyKind is what is changed.
type RemedyKind string

// Kinds of remedies.
const (
	BringIn  RemedyKind = "import"   // more of a product from outside
	AddRoom  RemedyKind = "capacity" // more of a factor
	NeedLess RemedyKind = "need"     // less of a product is needed
)

// candidatesOfAKind is how many remedies of a kind are tried.
const candidatesOfAKind = 3

// Diagnose finds out what stands in the way of a plan that meets the needs
// Scale times, and what it would take. Two steps, both linear programming:
//
//   - the smallest additions of products and, where those do not help, of
//     capacities that make such a plan possible, each weighed against what flows
//     or is there; their duals say what an addition of anything is worth;
//   - for what is worth most of each kind, the smallest change that is enough
//     alone.
//
// Nil where nothing stands in the way.
func Diagnose(ctx context.Context, t *production.Table, scale float64) (*Diagnosis, error) {
	if err := t.Shape(); err != nil {
		return nil, fmt.Errorf("plan: diagnose: %w", err)
	}
	d := &doctor{ctx: ctx, t: t, g: newProgramme(t, scaling), flow: flows(t, scale), scale: scale}
	last := d.g.lp.A.Cols - 1
	d.g.lp.Lo[last], d.g.lp.Hi[last] = scale, scale
	s, err := d.missing()
	if err != nil || s == nil {
		return nil, err
	}
	out := &Diagnosis{Missing: d.gathered(s)}
	for _, candidate := range d.candidates(s) {
		remedy, err := d.alone(candidate)
		if err != nil {
			return nil, err
		}
		if remedy != nil {
			out.Remedies = append(out.Remedies, *remedy)
		}
	}
	slices.SortStableFunc(out.Remedies, func(a, b Remedy) int { return cmp.Compare(a.Share, b.Share) })
	out.Says = inWords(out)
	return out, nil
}

// Remedies diagnoses what a plan could not do: the end it could not reach at
// all, or the needs that it does not meet in full.
func Remedies(ctx context.Context, t *production.Table, p *Plan) (*Diagnosis, error) {
	if p.Status == Infeasible && (p.Request.Task == Years || p.Request.Task == Bundle) {
		return Diagnose(ctx, t, 0)
	}
	return Diagnose(ctx, t, 1)
}

func (d *doctor) name(r *Remedy) string {
	switch {
	case r.Kind == AddRoom:
		return d.t.Factors[r.What]
	case r.What == none:
		return "everything"
	}
	return d.t.Product(r.What)
}

func (d *doctor) amount(r *Remedy) string {
	unit := ""
	if r.Kind == AddRoom {
		unit = FactorUnit(d.t, r.What)
	} else {
		unit = d.t.UnitOf(r.What)
	}
	return strings.TrimSpace(fmt.Sprintf("%.4g %s", r.Amount, unit))
}

// since names the time from a period on.
func (d *doctor) since(period int) string {
	switch last := len(d.t.Periods) - 1; {
	case last == 0:
		return "in " + PeriodName(d.t, 0)
	case period == last:
		return "in " + PeriodName(d.t, period)
	}
	return fmt.Sprintf("from %s on", PeriodName(d.t, period))
}

// inWords puts a diagnosis into two sentences.
func inWords(d *Diagnosis) string {
	var missing, remedies []string
	for _, m := range d.Missing[:min(3, len(d.Missing))] {
		missing = append(missing, m.Says)
	}
	out := strings.Join(missing, "; ")
	if more := len(d.Missing) - len(missing); more > 0 {
		out += fmt.Sprintf("; and %d more", more)
	}
	out += "."
	for _, r := range d.Remedies[:min(3, len(d.Remedies))] {
		remedies = append(remedies, r.Says)
	}
	if len(remedies) == 0 {
		return out + " No single change is enough."
	}
	return out + " What would do alone, the smallest change first: " + strings.Join(remedies, ", or ") + "."
}
