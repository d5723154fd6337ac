package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"time"

	"gosplan/lp"
	"gosplan/plan"
)

type planLP struct {
	File      string  `arg:"" help:"Linear programme in MPS."`
	Fixed     bool    `help:"The file is in fixed columns; names may hold blanks."`
	Tolerance float64 `default:"1e-8" placeholder:"SHARE" help:"Relative residuals and gap to reach (1e-8)."`
	Top       int     `least:"1" default:"12" placeholder:"N" help:"Columns that are printed, largest first (12)."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (planLP) Help() string {
	return `Example:

  gosplan plan lp blending.mps

For programmes that are no production tables. The answer is checked from the
file's numbers; nothing is written. Exit status 1 when it is proved that there
is no answer, or when it could not be proved.
`
}

type lpView struct {
	Name    string       `json:"name"`
	Status  lp.Status    `json:"status"`
	Value   number       `json:"value"`
	Bound   number       `json:"bound"`
	Method  string       `json:"method"`
	Rounds  int          `json:"rounds"`
	Seconds number       `json:"seconds"`
	Checked bool         `json:"checked"`
	Columns []columnView `json:"columns"`
}

type columnView struct {
	Name  string `json:"name"`
	Value number `json:"value"`
	Cost  number `json:"cost"`
}

// Run solves a linear programme.
func (v planLP) Run(r *room) error {
	if !(v.Tolerance > 0 && v.Tolerance < 1) {
		return wrong("--tolerance %g: it is a share between 0 and 1; write 1e-8", v.Tolerance)
	}
	file, err := os.Open(v.File)
	if err != nil {
		return wrong("%s: cannot be opened: %s; look at the spelling of the path", v.File, pathCause(err))
	}
	defer file.Close()
	p, err := lp.ReadMPS(file, v.Fixed)
	if err != nil {
		return wrong("%s: %w", v.File, err)
	}
	show, started := newPlanDisplay(r.err, v.Quiet, "", v.Tolerance), time.Now()
	s, err := lp.Solve(r.ctx, p, lp.Options{Tolerance: v.Tolerance, Progress: func(at lp.Progress) {
		show.progress(plan.Progress{Rounds: at.Rounds, Residual: max(at.Primal, at.Dual), Gap: at.Gap, Left: -1})
	}})
	show.close()
	if err != nil {
		return err
	}
	fault := s.Check(p, max(v.Tolerance, 1e-6))
	view := lpView{cmp.Or(p.Name, v.File), s.Status, number(s.Value), number(s.Bound), s.Method, s.Rounds, number(time.Since(started).Seconds()), fault == nil && s.Status != lp.Stopped, nil}
	view.list(p, s, v.Top)
	if err := view.print(r, v.JSON); err != nil {
		return err
	}
	switch {
	case fault != nil:
		return fmt.Errorf("the answer does not stand up to the check: %w", fault)
	case s.Status == lp.Stopped && r.ctx.Err() != nil:
		return exit{statusInterrupted, "stopped; nothing was proved"}
	case s.Status != lp.Optimal:
		return exit{statusFailed, "no optimum: " + string(s.Status)}
	}
	return nil
}

// list are the largest columns of an answer.
func (v *lpView) list(p *lp.Problem, s *lp.Solution, most int) {
	for j, x := range s.X {
		if x == 0 || s.Status != lp.Optimal && s.Status != lp.Stopped {
			continue
		}
		name := fmt.Sprintf("column %d", j+1)
		if p.Columns != nil {
			name = p.Columns[j]
		}
		v.Columns = append(v.Columns, columnView{name, number(x), number(p.C[j] * x)})
	}
	slices.SortStableFunc(v.Columns, func(a, b columnView) int {
		return cmp.Compare(math.Abs(float64(b.Value)), math.Abs(float64(a.Value)))
	})
	v.Columns = v.Columns[:min(most, len(v.Columns))]
}

func (v *lpView) print(r *room, asJSON bool) error {
	if asJSON {
		return printJSON(r.out, v)
	}
	fmt.Fprintf(r.out, "%s: %s", v.Name, v.Status)
	if v.Status == lp.Optimal || v.Status == lp.Stopped {
		fmt.Fprintf(r.out, ", value %.10g, no less than %.10g", float64(v.Value), float64(v.Bound))
	}
	fmt.Fprintf(r.out, " (%s, %s)\n", v.Method, count(v.Rounds, "round"))
	if v.Checked {
		fmt.Fprintln(r.out, "Checked from the file's numbers alone.")
	}
	var rows [][]string
	for _, c := range v.Columns {
		rows = append(rows, []string{c.Name, c.Value.String(), c.Cost.String()})
	}
	if len(rows) > 0 {
		fmt.Fprintln(r.out)
		printFitting(r.out, widthOf(r.out), listing{header: []string{"column", "value", "cost"}, rows: rows})
	}
	return nil
}
