package main

import (
	"fmt"
	"strings"

	"gosplan/record"
	"gosplan/series"
)

type diffVerb struct {
	A    string `arg:"" help:"Folder of a finished run."`
	B    string `arg:"" help:"Folder of another."`
	Most *int   `placeholder:"N" help:"How many series to print; 20 if absent, and all in JSON."`
	asJSON
}

func (diffVerb) Help() string {
	return `Example:

  gosplan diff runs/ussr-1 runs/ussr-nep-1

Exit status 0 whether the runs differ or not. Differences are in per cent of
the mean size of the series. The quarter in which the states part may come before
any series shows it; runs finer than 1:10000 record it with --hashes.
`
}

// Run compares two runs.
func (v diffVerb) Run(r *room) error {
	if v.Most != nil && *v.Most < 0 {
		return wrong("--most %d: write 0 or more", *v.Most)
	}
	a, err := record.Open(v.A)
	if err != nil {
		return err
	}
	b, err := record.Open(v.B)
	if err != nil {
		return err
	}
	d := record.Diff(a, b)
	most := len(d.Series)
	if v.Most != nil {
		most = min(*v.Most, most)
	} else if !v.JSON {
		most = min(usualSeries, most)
	}
	d.Series = d.Series[:most]
	if v.JSON {
		return printJSON(r.out, d)
	}
	if d.Same {
		say(r.out, "The runs are the same to the last bit.\n")
	}
	for _, input := range few(d.Inputs, 8) {
		say(r.out, "Given differently: %s\n", input)
	}
	switch {
	case d.From == "":
		say(r.out, "The runs have no time in common, so that no series can be compared.\n")
	case a.Manifest.From != b.Manifest.From || a.Manifest.To != b.Manifest.To:
		say(r.out, "Series are compared from %s to %s, which both runs report.\n", d.From, d.To)
	}
	switch {
	case d.From == "":
	case d.Parted != "":
		say(r.out, "The series part in %s (%s).\n", d.Parted, strings.Join(few(d.PartedBy, 5), "; "))
	case !d.Same:
		say(r.out, "The series are equal; the final states are not.\n")
	}
	if d.StateParted != "" {
		say(r.out, "The recorded states part at the end of %s or in the time since the one before.\n", d.StateParted)
	}
	var rows [][]string
	for _, s := range d.Series {
		unit, by := series.Shown(s.Unit)
		rows = append(rows, []string{title(s.Name), s.Name, s.Place, s.First, s.Worst, valueOf(s.A, by), valueOf(s.B, by), fmt.Sprintf("%.0f %%", 100*s.Relative), unit})
	}
	if len(rows) > 0 {
		say(r.out, "\nA is %s (%s), B is %s (%s). Figures are of the date at which A and B lie farthest apart; by how much is in per cent of the mean size of the series.\n",
			v.A, ran(a.Manifest), v.B, ran(b.Manifest))
		printTable(r.out, []string{"what", "series", "place", "part in", "farthest in", "A", "B", "apart by", "unit"}, rows)
	}
	return nil
}

// usualSeries is how many series are printed when nobody says.
const usualSeries = 20

// valueOf writes a value that may not be there, by so much.
func valueOf(v *float64, by float64) string {
	if v == nil {
		return "–"
	}
	return number(by * *v).String()
}

// ran names what was run.
func ran(m *record.Manifest) string { return fmt.Sprintf("%s, seed %d", m.Name, m.Seed) }

// few is the beginning of a list and how many more there are.
func few(list []string, n int) []string {
	if len(list) <= n {
		return list
	}
	return append(list[:n:n], fmt.Sprintf("and %d more", len(list)-n))
}
