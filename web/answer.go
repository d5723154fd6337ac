package web

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"gosplan/format"
	"gosplan/plan"
	"gosplan/production"
)

// An answer is a plan with all that is needed to read it and to believe it.
type answer struct {
	Task         plan.Task             `json:"task"`
	Why          string                `json:"why,omitempty"` // the task was chosen
	Asked        string                `json:"asked"`
	Says         string                `json:"says"`
	Certificate  string                `json:"certificate"`
	Noticed      []string              `json:"noticed"` // odd about the table, worst first
	Repairs      []production.Repaired `json:"repairs"`
	Unlimited    []string              `json:"unlimited,omitempty"` // factors whose capacity is a figure of the table's year, and was taken for no limit
	Names        names                 `json:"names"`
	Plan         *plan.Plan            `json:"plan"`
	Verification plan.Report           `json:"verification"`
}

// names say what the entries of a plan's lists are about.
type names struct {
	Products   []string `json:"products"`
	Units      []string `json:"units"`
	Techniques []string `json:"techniques"`
	Factors    []string `json:"factors"`
	Periods    []string `json:"periods"`
}

// answer plans what was asked.
func (d *desk) answer(ctx context.Context, a *asking) (*answer, *refusal) {
	t, findings, err := a.table(d.limits.Numbers)
	if err != nil {
		return nil, faulty(err)
	}
	out := &answer{Noticed: []string{}}
	if t, out.Repairs, err = a.mended(t, findings); err != nil {
		return nil, faulty(err)
	}
	for _, f := range findings {
		out.Noticed = append(out.Noticed, f.String())
	}
	request, refused := a.request(&t, out)
	if refused != nil {
		return nil, refused
	}
	p, err := d.planner(ctx, t, request)
	if err != nil {
		return nil, faulty(err)
	}
	if p.Status == plan.Stopped && p.Level == nil && ctx.Err() != nil {
		return nil, refuse(http.StatusGatewayTimeout, "there was no plan yet when the time was over", "allow more seconds, or use gosplan plan, which has no such limit")
	}
	out.Asked, out.Says, out.Certificate = plan.Asked(t, request), p.Says, plan.Certificate(p)
	out.Names, out.Plan, out.Verification = namesOf(t), p, plan.VerifyAsAsked(t, p)
	return out, nil
}

// table reads the table that was sent, in a folder of its own, so that no
// other file can be taken for a part of it.
func (a *asking) table(most int) (*production.Table, production.Findings, error) {
	folder, err := os.MkdirTemp("", "gosplan-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "table.csv")
	options := format.Options{Kind: format.Kind(a.Kind), Decimal: a.Decimal, Unit: a.Unit, Pick: a.Pick, ByProducts: a.ByProducts, MostNumbers: most}
	if err := os.WriteFile(file, []byte(a.Table), 0o600); err != nil {
		return nil, nil, err
	}
	if a.Make != "" {
		options.Make = filepath.Join(folder, "make.csv")
		if err := os.WriteFile(options.Make, []byte(a.Make), 0o600); err != nil {
			return nil, nil, err
		}
	}
	t, findings, err := format.Read(file, options)
	if err != nil {
		return nil, nil, err
	}
	return t, append(findings, production.Check(t)...), nil
}

// mended is the table with the repairs that its findings ask for.
func (a *asking) mended(t *production.Table, findings production.Findings) (*production.Table, []production.Repaired, error) {
	t, repairs, left := production.Mend(t, findings, a.Refuse)
	if left.Worst() < production.Fault || a.Anyway {
		return t, repairs, nil
	}
	var faults []string
	for _, f := range left {
		if f.Severity == production.Fault {
			faults = append(faults, f.String())
		}
	}
	return nil, nil, fmt.Errorf("the table cannot be planned from: %s", strings.Join(faults, "; "))
}

// request turns what was asked into a request, and the table into the one that
// it is about.
func (a *asking) request(t **production.Table, out *answer) (r plan.Request, refused *refusal) {
	no := func(what string, err error) (plan.Request, *refusal) {
		return r, refuse(http.StatusBadRequest, what+" "+err.Error(), "")
	}
	if a.Only != "" {
		period, err := plan.FindPeriod(*t, a.Only)
		if err != nil {
			return no("only:", err)
		}
		*t = plan.Only(*t, period)
	}
	var err error
	r = plan.Request{Tolerance: a.Tolerance, Rounds: a.Rounds, Growth: a.Growth}
	if r.Factor, err = plan.FindFactor(*t, a.Factor); err != nil {
		return no("factor", err)
	}
	if a.Task == "" {
		r.Task, out.Why = plan.Suggest(*t)
	} else if r.Task, err = plan.FindTask(a.Task); err != nil {
		return no("task", err)
	}
	out.Task = r.Task
	if r.Task == plan.Balances {
		*t, out.Unlimited = plan.WithoutReported(*t)
	}
	for _, text := range a.WhatIf {
		changes, err := plan.ParseChange(text, *t)
		if err != nil {
			return no("whatIf", err)
		}
		for _, c := range changes {
			if *t, err = c.Apply(*t); err != nil {
				return no("whatIf", err)
			}
		}
	}
	return r, nil
}

func namesOf(t *production.Table) names {
	n := names{Factors: t.Factors}
	for i := range t.N {
		n.Products, n.Units = append(n.Products, t.Product(i)), append(n.Units, t.UnitOf(i))
	}
	for way := range t.Ways() {
		n.Techniques = append(n.Techniques, t.Technique(way))
	}
	for period := range t.Periods {
		n.Periods = append(n.Periods, plan.PeriodName(t, period))
	}
	return n
}
