// Package lp is general linear programming: the problem, three ways to solve
// it, and a check that proves an answer from the problem's numbers alone. It
// knows nothing of products and plans. Results do not depend on the number of
// cores: sums run over fixed blocks and are added in their order.
package lp

import (
	"context"
	"fmt"
	"math"

	"gosplan/linalg"
)

// A Problem is
//
//	minimise Constant + c·x  subject to  RowLo ≤ A·x ≤ RowHi,  Lo ≤ x ≤ Hi
//
// with infinite bounds where there is none. It is read-only once checked.
type Problem struct {
	C            []float64      // [column] cost
	Constant     float64        // of the objective
	A            *linalg.Matrix // [row × column]
	RowLo, RowHi []float64      // [row]
	Lo, Hi       []float64      // [column]

	Name    string
	Rows    []string // [row] names; nil: numbered from 1
	Columns []string // [column] names; nil: numbered from 1

	// Block tells the interior point method which rows belong together, the
	// period of a plan for instance: rows of a block come from many common
	// columns, rows of different blocks from few. Nil: all are of one block.
	Block []int32 // [row]
}

// A Status is what a solver found out. All of them are findings, no errors.
type Status string

// Statuses.
const (
	Optimal    Status = "optimal"
	Infeasible Status = "infeasible" // Y is a Farkas ray
	Unbounded  Status = "unbounded"  // Ray is a direction that lowers the cost without end
	Stopped    Status = "stopped"    // X and Y are the best so far
)

// A Solution carries what Check needs to prove its Status.
//
// The duals price the rows: Y[i] > 0 leans on RowLo[i] and Y[i] < 0 on
// RowHi[i]; c − Aᵀ·Y is each column's reduced cost, which leans on the
// column's bounds in the same way. A Farkas ray is such a Y for zero cost
// whose bound is above zero.
type Solution struct {
	Status Status
	X      []float64 // [column]
	Y      []float64 // [row]
	Ray    []float64 // [column] only where unbounded
	Value  float64   // of X
	Bound  float64   // that Y proves, as far as its signs hold; −Inf where they prove nothing
	Rounds int       // pivots, steps or iterations
	Method string    // who found it
}

// Options are how far to go.
type Options struct {
	Tolerance float64        // relative residuals and gap at which to stop; 0: 1e-8
	Rounds    int            // at most so many; 0: the method's own limit
	Start     *Solution      // to begin from where the method can; nil: from nothing
	Progress  func(Progress) // called now and then from one goroutine; nil: silent
}

// Progress is how far a solver has come.
type Progress struct {
	Method string
	Rounds int
	Primal float64 // worst relative violation of rows and bounds
	Dual   float64 // worst relative violation of the duals' signs
	Gap    float64 // relative distance of value and bound
}

// A Solver is one of the methods.
type Solver func(context.Context, *Problem, Options) (*Solution, error)

// withDefaults fills in what the caller left open.
func (o Options) withDefaults(rounds int) Options {
	if o.Tolerance == 0 {
		o.Tolerance = 1e-8
	}
	if o.Rounds == 0 {
		o.Rounds = rounds
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return o
}

// Row is the name of a row.
func (p *Problem) Row(i int) string { return named(p.Rows, "row", i) }

// Column is the name of a column.
func (p *Problem) Column(j int) string { return named(p.Columns, "column", j) }

func named(names []string, what string, i int) string {
	if names == nil {
		return fmt.Sprintf("%s %d", what, i+1)
	}
	return fmt.Sprintf("%s %s", what, names[i])
}

// Validate tells what does not fit together in a problem, or is no number.
func (p *Problem) Validate() error {
	if p.A == nil {
		return fmt.Errorf("lp: no matrix")
	}
	if err := p.A.Check(); err != nil {
		return fmt.Errorf("lp: %w", err)
	}
	m, n := p.A.Rows, p.A.Cols
	for _, part := range []struct {
		name      string
		got, want int
		leftOut   bool
	}{
		{"costs", len(p.C), n, false}, {"lower bounds", len(p.Lo), n, false}, {"upper bounds", len(p.Hi), n, false},
		{"row lower bounds", len(p.RowLo), m, false}, {"row upper bounds", len(p.RowHi), m, false},
		{"row names", len(p.Rows), m, p.Rows == nil}, {"column names", len(p.Columns), n, p.Columns == nil},
		{"row blocks", len(p.Block), m, p.Block == nil},
	} {
		if part.got != part.want && !part.leftOut {
			return fmt.Errorf("lp: %d %s, want %d", part.got, part.name, part.want)
		}
	}
	if math.IsNaN(p.Constant) || math.IsInf(p.Constant, 0) {
		return fmt.Errorf("lp: the constant of the objective is %v", p.Constant)
	}
	for j, c := range p.C {
		if math.IsNaN(c) || math.IsInf(c, 0) {
			return fmt.Errorf("lp: %s: cost %v", p.Column(j), c)
		}
		if isNoRange(p.Lo[j], p.Hi[j]) {
			return fmt.Errorf("lp: %s: bounds %v to %v", p.Column(j), p.Lo[j], p.Hi[j])
		}
	}
	for i := range m {
		if isNoRange(p.RowLo[i], p.RowHi[i]) {
			return fmt.Errorf("lp: %s: bounds %v to %v", p.Row(i), p.RowLo[i], p.RowHi[i])
		}
		if p.Block != nil && p.Block[i] < 0 {
			return fmt.Errorf("lp: %s: block %d", p.Row(i), p.Block[i])
		}
		cols, vals := p.A.Row(i)
		for k, v := range vals {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return fmt.Errorf("lp: %s, %s: coefficient %v", p.Row(i), p.Column(int(cols[k])), v)
			}
		}
	}
	return nil
}

// isNoRange tells whether bounds are no numbers, or infinite on the wrong
// side. Bounds that cross are a finding of the solver's: infeasible.
func isNoRange(lo, hi float64) bool {
	return math.IsNaN(lo) || math.IsNaN(hi) || math.IsInf(lo, 1) || math.IsInf(hi, -1)
}
