package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gosplan/plan"
	"gosplan/production"
)

type planVerify struct {
	Plan   string   `arg:"" help:"Folder of a plan, or its plan.json."`
	Tables []string `arg:"" optional:"" name:"table" help:"Table to test against; that of the plan if absent."`
	asJSON
}

func (planVerify) Help() string {
	return `Examples:

  gosplan plan verify plans/example-years
  gosplan plan verify plan.json table.csv

The check shares no code with what computed the plan and reads the numbers of
the table alone. Exit status 0 when the plan is what it says of itself, 1 when
it is not.
`
}

type verifyView struct {
	Plan        string      `json:"plan"`
	Says        string      `json:"says"`
	Certificate string      `json:"certificate"`
	SameTable   bool        `json:"same_table"`
	Report      plan.Report `json:"report"`
}

// Run tests a stored plan.
func (v planVerify) Run(r *room) error {
	kept, err := openPlan(v.Plan, v.Tables)
	if err != nil {
		return err
	}
	if err := kept.Plan.Fits(kept.table); err != nil {
		return asWrong(fmt.Errorf("%s: %w; the table has changed since, name the one it was made from", v.Plan, err))
	}
	checked := verify(kept.table, kept.Plan)
	view := verifyView{v.Plan, kept.Plan.Says, plan.Certificate(kept.Plan), kept.same(), checked.Report}
	if v.JSON {
		if err := printJSON(r.out, view); err != nil {
			return err
		}
	} else {
		view.print(r)
	}
	if !checked.Passed {
		return errors.New("the plan does not stand up to the check: " + checked.fault())
	}
	return nil
}

func (v verifyView) print(r *room) {
	fmt.Fprintf(r.out, "%s\n%s\n", sentenceOf(v.Says), v.Certificate)
	if !v.SameTable {
		fmt.Fprintln(r.out, "The table is not the one that the plan was made from; it is tested against this one all the same.")
	}
	var rows [][]string
	for _, c := range v.Report.Checks {
		result := "holds"
		switch {
		case c.Reported:
			result = "told"
		case !c.Passed:
			result = "FAILS"
		}
		rows = append(rows, []string{c.Tested, result, fmt.Sprintf("%.1e", c.Violation), fmt.Sprintf("%.1e", allowed(c.Tolerance)), c.Worst})
	}
	fmt.Fprintln(r.out)
	printFitting(r.out, widthOf(r.out), listing{header: []string{"tested", "result", "worst", "allowed", "where"}, rows: rows, least: []string{"where", "allowed"}})
	if v.Report.Claims != "" {
		fmt.Fprintln(r.out)
		printProse(r.out, widthOf(r.out), sentenceOf(v.Report.Claims))
	}
}

// A kept plan is a stored one with its table.
type kept struct {
	*plan.Stored
	told    *told
	table   *production.Table // with its changes
	lifted  []string
	reading reading
	dir     string
}

// same tells whether the table is the one the plan was made from.
func (k *kept) same() bool { return plan.Fingerprint(k.table) == k.Table }

// openPlan opens a stored plan and reads its table, or the one named.
func openPlan(path string, tables []string) (*kept, error) {
	file := path
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		file = filepath.Join(path, planFile)
	}
	in, err := os.Open(file)
	if err != nil {
		return nil, wrong("%s: no plan here: %s; name the folder of a plan, or its %s", path, pathCause(err), planFile)
	}
	defer in.Close()
	k := &kept{dir: filepath.Dir(file)}
	if k.Stored, err = plan.ReadStored(in); err != nil {
		return nil, wrong("%s: damaged: %w; put back a good copy, or make the plan again", file, err)
	}
	if len(k.Reading) > 0 {
		if err := json.Unmarshal(k.Reading, &k.reading); err != nil {
			return nil, wrong("%s: damaged: how its table was read: %w; make the plan again", file, err)
		}
	}
	if len(tables) == 0 {
		for _, table := range k.Tables {
			tables = append(tables, k.find(table))
		}
	}
	if len(tables) == 0 {
		return nil, wrong("%s: does not say which table it was made from; name it after the plan", file)
	}
	for _, file := range []*string{&k.reading.MakeTable, &k.reading.Names} {
		if *file != "" {
			*file = k.find(*file)
		}
	}
	how := k.reading
	how.Anyway = true // what was planned once is not refused now
	if k.told, err = how.read(tables); err != nil {
		return nil, fmt.Errorf("%s: its table: %w", path, err)
	}
	if k.told.Table, err = onePeriod(k.told.Table, k.Only); err != nil {
		return nil, err
	}
	k.told.Table, k.lifted = lift(k.told.Table, k.Plan.Request.Task)
	k.table, err = change(k.told.Table, k.Changes)
	return k, err
}

// find is where a table lies that is named as seen from the plan.
func (k *kept) find(table string) string {
	if filepath.IsAbs(table) || strings.Contains(table, "://") {
		return table
	}
	return filepath.Join(k.dir, filepath.FromSlash(table))
}
