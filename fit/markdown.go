package fit

import (
	"fmt"
	"strings"
)

// preface explains the page to whoever opens it.
const preface = `# How close the model came

This page is written by ` + "`gosplan validate`" + `. It lays %s beside the
historical record. All runs are reported, none was chosen after the fact. A
figure of a run is the median over seeds, with the 10th and the 90th percentile
in brackets: that spread is the model's own luck. The spread of the historical
estimates is another thing and stands in its own column.

- **Emerges**: follows from what agents do. **Driven**: follows closely from
  decisions of leaders or from nature, which the scenario imposes in the units
  in which they came. **Imposed**: copied from the scenario; a band met by
  imposing the series does not count as met.
- **To 1970** are the years on which parameters were calibrated. **1971-91**
  was not seen by the search for values; but the structure was chosen, and some
  values were set by hand, by people who knew those years, so it is no true
  forecast.
- **Tiers** of the reference: A archival or physical, B reconstruction by
  scholars, C contested, R recalled from memory of the publication and not
  looked up (marked † below). Rows of the syndrome that rest on recalled
  figures do not set the exit status.
- A threshold marked (soft) is ours: no level of that figure was ever
  published, and meeting it shows a sign and not a size.
- A band is no tighter than the spread of published estimates unless its note
  says so.
`

// Markdown is the page docs/validation.md.
func (t Table) Markdown() string {
	var b strings.Builder
	seeds := fmt.Sprintf("%d runs", t.Seeds)
	if t.Seeds == 1 {
		seeds = "one run"
	}
	fmt.Fprintf(&b, preface, seeds)
	t.verdicts(&b)
	for _, section := range []struct {
		title, text string
		keep        func(Row) bool
	}{
		{"Whole series, to 1970", "Mean absolute error in percent of the figure. The estimates' column is the mean of half their spread; a year with one estimate counts as none.", func(r Row) bool { return r.Kind == MAPE && r.Period == Calibration }},
		{"Whole series, 1971-91: not used in calibration", "", func(r Row) bool { return r.Kind == MAPE && r.Period == HeldOut }},
		{"Growth by period and the fall of herds, to 1970", "", func(r Row) bool {
			return (r.Kind == Growth || strings.HasSuffix(r.Name, "_fall")) && r.Period == Calibration
		}},
		{"Growth by period, 1971-91: not used in calibration", "The period 1970-75 begins in the last year of calibration.", func(r Row) bool { return r.Kind == Growth && r.Period == HeldOut }},
		{"Famines and the collapse of 1921", "Deaths from hunger are people. Estimates differ by millions because registration broke down where it was worst, because some count births not born and those who fled, and because typhus and hunger came together. No figure here settles what historians dispute.", func(r Row) bool {
			return !r.Syndrome && r.Kind != MAPE && r.Kind != Growth && !strings.HasSuffix(r.Name, "_fall")
		}},
		{"The mature plan, 1955-85", "A pattern that is said of such economies, in numbers. Each row has an ablation that theory says should weaken it.", func(r Row) bool { return r.Syndrome }},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n", section.title)
		if section.text != "" {
			fmt.Fprintf(&b, "%s\n\n", section.text)
		}
		t.rows(&b, section.keep)
	}
	t.trials(&b)
	t.errors(&b)
	t.notes(&b)
	t.references(&b)
	return b.String()
}

// verdicts counts and names what missed.
func (t Table) verdicts(b *strings.Builder) {
	count := map[Verdict]int{}
	for _, row := range t.Rows {
		count[row.Verdict]++
	}
	fmt.Fprintf(b, "\n## In short\n\nOf %d bands %d are met, %d missed, %d inside only because the series is imposed, %d not run.\n",
		len(t.Rows), count[Met], count[Missed], count[Given], count[NotRun])
	if count[Missed] == 0 {
		return
	}
	b.WriteString("\nMissed:\n\n")
	for _, row := range t.Rows {
		if row.Verdict != Missed {
			continue
		}
		row = row.Shown()
		exempt := ""
		if !row.SetsExitStatus {
			exempt = " (rests on recalled figures: does not set the exit status)"
		}
		fmt.Fprintf(b, "- %s, %d-%d: %s %s, wanted %s%s\n", row.Title, row.From, row.To, number(row.Median), row.Unit, row.wanted(), exempt)
	}
}

// rows is one table.
func (t Table) rows(b *strings.Builder, keep func(Row) bool) {
	b.WriteString("| figure | years | runs | wanted | history | estimates | unit | series | tier | verdict |\n|--|--|--|--|--|--|--|--|--|--|\n")
	for _, row := range t.Rows {
		if !keep(row) {
			continue
		}
		row = row.Shown()
		runs, history, estimates := "–", "–", "–"
		if row.Seeds > 0 {
			runs = fmt.Sprintf("%s [%s, %s]", number(row.Median), number(row.P10), number(row.P90))
		}
		switch {
		case row.Kind == MAPE && row.Most > 0:
			estimates = "±" + number(row.Most)
		case row.HasValue && row.Kind != MAPE:
			history = number(row.Value)
			if row.Least != row.Most {
				estimates = number(row.Least) + " to " + number(row.Most)
			}
		}
		fmt.Fprintf(b, "| %s%s | %d-%d | %s | %s | %s | %s | %s | %s | %s | %s |\n", row.Title, dagger(row.Recalled),
			row.From, row.To, runs, row.wanted(), history, estimates, row.Unit, row.Status, row.Tier, row.Verdict)
	}
}

// wanted is what a band accepts, and that a threshold is ours where it is.
func (r Row) wanted() string {
	if r.Soft {
		return r.Accept.String() + " (soft)"
	}
	return r.Accept.String()
}

// errors is the table of every series history knows, wanted or not.
func (t Table) errors(b *strings.Builder) {
	b.WriteString("\n## Every series that history knows\n\nMean absolute error and bias in percent, over the years that runs and history share. Series without a goal are shown too.\n\n" +
		"| series | reference | to 1970: years, error, bias | 1971-91: years, error, bias | series | tier |\n|--|--|--|--|--|--|\n")
	for _, e := range t.Errors {
		fmt.Fprintf(b, "| %s | %s%s | %s | %s | %s | %s |\n", e.Series, e.Reference, dagger(e.Tier == "R"), e.Calibrated, e.HeldOut, e.Status, e.Tier)
	}
}

// String is "12: 4.5, +1.2".
func (m Misfit) String() string {
	if m.Years == 0 {
		return "–"
	}
	return fmt.Sprintf("%d: %.1f, %+.1f", m.Years, m.Absolute, m.Bias)
}

func dagger(recalled bool) string {
	if recalled {
		return " †"
	}
	return ""
}
