package main

import (
	"context"

	"gosplan/plan"
	"gosplan/production"
)

// planVerb computes plans, and what goes with them.
type planVerb struct {
	Make     planMake     `cmd:"" default:"withargs" help:"Read a table, compute a plan, print it and keep it in a folder (this is meant when no other word follows)."`
	Check    planCheck    `cmd:"" help:"Say what is odd about a table before anything is computed."`
	Convert  planConvert  `cmd:"" help:"Write a table in another format."`
	Generate planGenerate `cmd:"" help:"Make up an economy of any size."`
	Verify   planVerify   `cmd:"" help:"Test a stored plan from the numbers of its table alone."`
	Resume   planResume   `cmd:"" help:"Go on with a plan that was stopped."`
	LP       planLP       `cmd:"" name:"lp" help:"Solve a linear programme in MPS, and prove the answer."`
}

func (planVerb) Help() string {
	return `Examples:

  gosplan plan --example
  gosplan plan workshop.csv
  gosplan plan table.xlsx --task technique --factor labour
  gosplan plan workshop.csv --what-if "labour -20%"
  gosplan plan check table.xlsx

See gosplan plan make --help for all flags of a plan.
`
}

// planners compute plans. There is one that does, and one in the tests that
// takes its time.
type planners interface {
	Make(context.Context, *production.Table, plan.Request) (*plan.Plan, error)
}

// computed are the planners that compute.
type computed struct{}

func (computed) Make(ctx context.Context, t *production.Table, r plan.Request) (*plan.Plan, error) {
	return plan.Make(ctx, t, r)
}
