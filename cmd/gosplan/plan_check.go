package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/jedib0t/go-pretty/v6/text"

	"gosplan/production"
)

type planCheck struct {
	Tables []string `arg:"" name:"table" help:"Table: a file, a folder, or the files that make one up."`
	reading
	asJSON
}

func (planCheck) Help() string {
	return `Examples:

  gosplan plan check example.csv
  gosplan plan check table.xlsx --sheet Use --json
  gosplan plan check table.csv --refuse clip-negatives

Faults keep a table from being planned (exit status 2); warnings do not. Every
repair that a plan would make is listed and can be refused by its name.
`
}

type checkView struct {
	Table    string                `json:"table"`
	Products int                   `json:"products"`
	Ways     int                   `json:"techniques"`
	Factors  []string              `json:"factors"`
	Periods  int                   `json:"periods"`
	Inputs   int64                 `json:"inputs"`
	Findings production.Findings   `json:"findings"`
	Repairs  []production.Repaired `json:"repairs"`
	Left     production.Findings   `json:"findings_after_repair"`
}

// Run says what is odd about a table.
func (v planCheck) Run(r *room) error {
	t, err := v.readAsIs(v.Tables)
	if err != nil {
		return err
	}
	_, repairs, left := production.Mend(t.Table, t.findings, v.Refuse)
	if t.findings == nil {
		t.findings, left = production.Findings{}, production.Findings{}
	}
	view := checkView{t.Title, t.N, t.Ways(), t.Factors, len(t.Periods), t.Input.Entries(), t.findings, repairs, left}
	if v.JSON {
		if err := printJSON(r.out, view); err != nil {
			return err
		}
	} else {
		view.print(r.out)
	}
	if left.Worst() == production.Fault {
		return exit{statusWrongInput, "the table cannot be planned from as it is"}
	}
	return nil
}

func (v checkView) print(w io.Writer) {
	width := min(widthOf(w), 100)
	fmt.Fprintf(w, "%s: %s, %s, %s, %s, %s.\n", v.Table, count(v.Products, "product"), count(v.Ways, "technique"), count(int(v.Inputs), "input"),
		count(len(v.Factors), "factor"), count(v.Periods, "period"))
	if len(v.Findings) == 0 {
		fmt.Fprintln(w, "Nothing odd was found.")
		return
	}
	for _, f := range v.Findings {
		words := fmt.Sprintf("%s: %s", f.Severity, f.Kind)
		if f.Count > 1 {
			words += " (" + strconv.Itoa(f.Count) + " times; the worst follows)"
		}
		fmt.Fprintf(w, "\n%s\n", words)
		for _, line := range []string{f.Where, sentenceOf(f.What), sentenceOf(f.Mend)} {
			if line != "" {
				io.WriteString(w, trimLines(indentedBy("  ", text.WrapSoft(line, width-2))))
			}
		}
	}
	if len(v.Repairs) > 0 {
		fmt.Fprintln(w, "\nWhat a plan would repair (refuse one with --refuse NAME)")
		var rows [][]string
		for _, r := range v.Repairs {
			rows = append(rows, []string{r.Name, strconv.Itoa(r.Count), r.What})
		}
		printFitting(w, width, listing{header: []string{"name", "places", "what"}, rows: rows})
	}
}
