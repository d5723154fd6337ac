package fit

import (
	"cmp"
	"fmt"
	"strings"

	"gosplan/series"
)

// preface explains the page to whoever opens it.
const preface = `# How close the model came

This page is written by ` + "`%s`" + `%s.
It lays %s beside the historical record. All runs are
reported, none was chosen after the fact. A figure of a run is the median over
seeds, with the 10th and the 90th percentile in brackets: that spread is the
model's own luck. The spread of the historical estimates is another thing and
stands in its own column.

- **Emerges**: follows from what agents do, with values that a search found on
  the record to 1970. **Driven**: follows closely from decisions of leaders or
  from nature, which the scenario imposes in the units in which they came, or a
  given input was read off the record of the same figure; why is said
  [below](#why-a-figure-does-not-emerge). **Imposed**: copied from the scenario;
  a band met by imposing the series does not count as met.
- **Met by sign only**: the goal asks for a sign, or its threshold is ours, and
  no size is published or it is another. **Met, outside what is published**: the
  goal is wider than the published figures, and the run lies outside them. Where
  one figure alone is published, a tenth of it either way is still within.
- **To 1970** are the years on which parameters were calibrated; rows marked ‡
  joined later, and no search saw them. **1971-91** was not seen by the search
  for values; but the structure was chosen, and some values were set by hand, by
  people who knew those years, so it is no true forecast.
- **Tiers** of the reference: A archival or physical, B reconstruction by
  scholars, C contested, R recalled from memory of the publication and not
  looked up (marked † below). Rows of the syndrome and rows marked ‡ that rest
  on recalled figures do not set the exit status.
- A threshold marked (soft) is ours: no level of that figure was ever
  published, and meeting it shows a sign and not a size.
- A band is no tighter than the spread of published estimates unless its note
  says so.
`

// Markdown is the page docs/validation.md.
func (t Table) Markdown() string {
	var b strings.Builder
	seeds := fmt.Sprintf("%d runs, seeds 1 to %d,", t.Seeds, t.Seeds)
	if t.Seeds == 1 {
		seeds = "one run"
	}
	fmt.Fprintf(&b, preface, cmp.Or(t.Origin.Command, "gosplan validate"), t.Origin.words(), seeds)
	t.verdicts(&b)
	for _, section := range []struct {
		title, text string
		keep        func(Row) bool
	}{
		{"Whole series, to 1970", "Mean absolute error in percent of the figure. The published column is the mean of half the spread of estimates; a year with one estimate counts as none.", func(r Row) bool { return r.Kind == MAPE && r.Period != HeldOut }},
		{"Whole series, 1971-91: not used in calibration", "", func(r Row) bool { return r.Kind == MAPE && r.Period == HeldOut }},
		{"Growth by period and the fall of herds, to 1970", "", func(r Row) bool {
			return (r.Kind == Growth || strings.HasSuffix(r.Name, "_fall")) && r.Period != HeldOut
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
		t.table(&b, t.Rows, section.keep)
	}
	t.guides(&b)
	t.trials(&b)
	t.errors(&b)
	t.given(&b)
	t.notes(&b)
	t.references(&b)
	return b.String()
}

// words says what made the runs.
func (o Origin) words() string {
	out := ""
	if o.Scale > 0 {
		out += fmt.Sprintf(", one simulated person to %d", o.Scale)
	}
	if o.Program != "" {
		out += ", gosplan " + o.Program
	}
	return out
}

// A count is what became of bands of one status.
type count struct{ judged, met, sign, outside, missed int }

func (c *count) add(row Row) {
	switch row.Verdict {
	case Met:
		c.met++
	case Missed:
		c.missed++
	default:
		return
	}
	c.judged++
	switch row.Short {
	case SignOnly:
		c.sign++
	case Outside:
		c.outside++
	}
}

func (c count) String() string {
	return fmt.Sprintf("%d of %d met (%d of them by sign only, %d outside what is published), %d missed", c.met, c.judged, c.sign, c.outside, c.missed)
}

// verdicts counts by status and names what missed.
func (t Table) verdicts(b *strings.Builder) {
	var emerge, driven count
	imposed, notRun := 0, 0
	for _, row := range t.Rows {
		switch {
		case row.Verdict == NotRun:
			notRun++
		case row.Verdict == Given:
			imposed++
		case row.Status == series.Emerges:
			emerge.add(row)
		default:
			driven.add(row)
		}
	}
	fmt.Fprintf(b, "\n## In short\n\n- Figures that emerge: %s.\n- Figures that are driven: %s.\n- Imposed: %d. Not run: %d.\n", emerge, driven, imposed, notRun)
	var off []string
	for _, row := range t.Guides {
		if row.Seeds > 0 {
			off = append(off, fmt.Sprintf("%s %s %% off for %s wanted", strings.ToLower(row.Title[:1])+row.Title[1:], number(row.Median), number(row.Accept.High)))
		}
	}
	if len(off) > 0 {
		fmt.Fprintf(b, "- Goals that guided the search and judge no run: %s.\n", strings.Join(off, "; "))
	}
	if emerge.missed+driven.missed == 0 {
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
		fmt.Fprintf(b, "- %s, %d-%d (%s): %s %s, wanted %s%s\n", row.Title, row.From, row.To, row.Status, number(row.Median), row.Unit, row.wanted(), exempt)
	}
}

// table is one table.
func (t Table) table(b *strings.Builder, rows []Row, keep func(Row) bool) {
	b.WriteString("| figure | years | runs | wanted | history | published | unit | series | tier | verdict |\n|--|--|--|--|--|--|--|--|--|--|\n")
	for _, row := range rows {
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
			history, estimates = number(row.Value), number(row.Value)
			if row.Least != row.Most {
				estimates = number(row.Least) + " to " + number(row.Most)
			}
		}
		fmt.Fprintf(b, "| %s%s%s | %d-%d | %s | %s | %s | %s | %s | %s | %s | %s |\n", row.Title, dagger(row.Recalled), double(row.Added),
			row.From, row.To, runs, row.wanted(), history, estimates, row.Unit, row.Status, row.Tier, row.Words())
	}
}

// wanted is what a band accepts, of how many seeds where the median is not enough, and that a threshold is ours where it is.
func (r Row) wanted() string {
	said := r.Accept.String()
	if r.Beyond {
		said += " in nine seeds of ten"
	}
	if r.Soft {
		said += " (soft)"
	}
	return said
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

func double(added bool) string {
	if added {
		return " ‡"
	}
	return ""
}
