package claim

import (
	"fmt"
	"math"
	"strings"

	"gosplan/fit"
	"gosplan/measure"
	"gosplan/series"
	"gosplan/statistic"
)

// An Indicator is a figure by which economies are held side by side.
type Indicator struct {
	Title, Unit string
	Statistic   string // with %[1]d and %[2]d for the first and the last year
	Series      string // that is drawn for it
	Under       string // a heading under which it stands apart, "" for none
}

// WeightsAssumed is the heading over what assumed weights make of an economy,
// and WeightsNote says so.
const (
	WeightsAssumed = "Weights assumed"
	WeightsNote    = "Weights that nobody has measured make these figures of the groups of an economy. With other weights systems may come in another order."
)

// Indicators are those that are compared. Those whose series no run reports
// are left out when it comes to it. Of the way of techniques, whose series is a
// median of all that got there so far, the last year is read: a mean over the
// years would count the first techniques once for each year after. Hours of
// peasants are not counted, so that output per hour is that outside agriculture.
var Indicators = []Indicator{
	{"Growth of GDP", "percent a year", "growth(gdp, %[1]d, %[2]d)", "gdp", ""},
	{"Growth of output outside agriculture per hour worked", "percent a year", "growth(nonfarm_output/(state_employees*(hours - queue_hours)), %[1]d, %[2]d)", "", ""},
	{"Growth of consumption per head", "percent a year", "growth(consumption_per_head, %[1]d, %[2]d)", "consumption_per_head", ""},
	{"Effort", "usual effort = 1", "mean(effort, %[1]d, %[2]d)", "effort", ""},
	{"Unemployment", "share of the labour force", "mean(unemployment_rate, %[1]d, %[2]d)", "unemployment_rate", ""},
	{"Vacancies", "share of jobs", "mean(vacancy_rate, %[1]d, %[2]d)", "vacancy_rate", ""},
	{"Purchases that fail", "share of intentions", "mean(frustrated_share, %[1]d, %[2]d)", "frustrated_share", ""},
	{"Hours at work and in queues", "hours a day, per employed person", "mean(hours, %[1]d, %[2]d)", "hours", ""},
	{"Overtime", "share of normal time", "mean(overtime, %[1]d, %[2]d)", "overtime", ""},
	{"Queuing", "hours a day", "mean(queue_hours, %[1]d, %[2]d)", "queue_hours", ""},
	{"Defects", "share of output", "mean(defect_rate, %[1]d, %[2]d)", "defect_rate", ""},
	{"Input over output stocks", "ratio", "mean(stock_ratio, %[1]d, %[2]d)", "stock_ratio", ""},
	{"Swings of GDP", "standard deviation of yearly growth, percentage points", "sdgrowth(gdp, %[1]d, %[2]d)", "", ""},
	{"Years of falling GDP", "years", "falls(gdp, %[1]d, %[2]d)", "", ""},
	{"A technique's way from 10 to 90 %, median of those that got there by the last year", "years", "at(diffusion_years, %[2]d)", "diffusion_years", ""},
	{"Inequality of money income", "Gini, 0 where all have the same", "mean(gini, %[1]d, %[2]d)", "gini", ""},
	{"Inequality of consumption", "Gini, 0 where all have the same", "mean(gini_consumption, %[1]d, %[2]d)", "gini_consumption", ""},
	{"Money income of the top tenth", "share", "mean(top_tenth, %[1]d, %[2]d)", "top_tenth", ""},
	{"Pay, ninth decile over first", "ratio", "mean(pay_deciles, %[1]d, %[2]d)", "pay_deciles", ""},
	{"Mortality", "per thousand a year", "1000*mean(deaths/population, %[1]d, %[2]d)", "deaths", ""},
	{"Deaths from hunger", "million in all", "sum(excess_deaths, %[1]d, %[2]d)", "excess_deaths", ""},
	{"Officials", "share of employees", "mean(officials/state_employees, %[1]d, %[2]d)", "officials", ""},
	{"Military spending", "share of GDP", "mean(military_share, %[1]d, %[2]d)", "military_share", ""},
	{"Changes of post", "separations per job a year", "mean(turnover, %[1]d, %[2]d)", "turnover", ""},
	{"Freedom to quit", "share of who would quit", "mean(freedom_to_quit, %[1]d, %[2]d)", "freedom_to_quit", ""},
	{"Posts to quit for", "share of who would quit and may", "mean(posts_to_quit_for, %[1]d, %[2]d)", "posts_to_quit_for", ""},
	{"Freedom to leave the village", "share of who would leave", "mean(freedom_to_leave_village, %[1]d, %[2]d)", "freedom_to_leave_village", ""},
	{"Say at work", "share by the rules", "mean(say_at_work, %[1]d, %[2]d)", "say_at_work", ""},
	{"Influence of workers on policy", "share", "mean(power_workers, %[1]d, %[2]d)", "power_workers", WeightsAssumed},
	{"Votes and not posts decide", "index 0 to 1", "mean(franchise, %[1]d, %[2]d)", "franchise", WeightsAssumed},
}

// Shown is the unit in which people read an indicator, and what it is
// multiplied by.
func (i Indicator) Shown() (string, float64) { return series.Shown(i.Unit) }

// A Cell is a figure of one economy over its seeds.
type Cell struct {
	Mean, Low, High float64 // 95 % interval of the mean
	Seeds           int
	Less            statistic.Effect // the difference from the first economy, seed by seed
}

// A ComparedRow is an indicator and its figures, in the order of the economies.
type ComparedRow struct {
	Indicator
	Cells []Cell
}

// Under are the rows that stand under a heading, "" for those under none.
func Under(rows []ComparedRow, heading string) (out []ComparedRow) {
	for _, row := range rows {
		if row.Under == heading {
			out = append(out, row)
		}
	}
	return out
}

// longerBy is how much longer than in the middle economy the hours at work of
// another have to be for its growth to be read with them (judged).
const longerBy = 0.05

// Longer says in which economies people work longer than in the middle one of
// those compared, so that more is made by longer work; "" if in none.
func Longer(rows []ComparedRow, labels []string) string {
	for _, row := range rows {
		if row.Series != "overtime" {
			continue
		}
		var all []float64
		for _, c := range row.Cells {
			if c.Seeds > 0 {
				all = append(all, c.Mean)
			}
		}
		if len(all) == 0 {
			return ""
		}
		middle := statistic.Quantile(all, 0.5)
		var words []string
		for i, c := range row.Cells {
			if c.Seeds > 0 && (1+c.Mean)/(1+middle) > 1+longerBy {
				words = append(words, fmt.Sprintf("%s has %s %%", labels[i], Figure(100*c.Mean)))
			}
		}
		if len(words) > 0 {
			return fmt.Sprintf("A part of growth is longer work: %s of overtime over normal time, where the middle economy has %s %%. Output per hour worked leaves that out.",
				strings.Join(words, ", "), Figure(100*middle))
		}
	}
	return ""
}

// Compare measures economies over the same years.
func Compare(runs *Runs, names []string, from, to int) ([]ComparedRow, error) {
	var rows []ComparedRow
	for _, i := range Indicators {
		n, err := parse(i.expression(from, to))
		if err != nil {
			return nil, err
		}
		if n.lacks() != nil {
			continue
		}
		row, seeds := ComparedRow{Indicator: i}, 0
		for _, name := range names {
			c := cell(n, i.Title, runs.Of[name], runs.Of[names[0]])
			row.Cells = append(row.Cells, c)
			seeds += c.Seeds
		}
		if seeds > 0 {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// expression fills in the years where there is room for them.
func (i Indicator) expression(from, to int) string {
	if !strings.Contains(i.Statistic, "%") {
		return i.Statistic
	}
	return fmt.Sprintf(i.Statistic, from, to)
}

// cell measures one economy and its difference from the first.
func cell(n *node, title string, runs, first []*Figures) Cell {
	var values, less []float64
	for seed := range runs {
		v, ok := n.figure(runs[seed])
		if !ok {
			continue
		}
		values = append(values, v)
		if w, ok := n.figure(first[seed]); ok {
			less = append(less, v-w)
		}
	}
	e := statistic.Paired(values, luckOf("compare."+title))
	return Cell{Mean: e.Mean, Low: e.Low, High: e.High, Seeds: e.N, Less: statistic.Paired(less, luckOf("less."+title))}
}

// A Band is a series of one economy over its seeds: the middle one and the
// middle 80 %.
type Band struct {
	Years             []int
	Middle, Low, High []float64
}

// BandOf gathers a national series of one arm.
func (r *Runs) BandOf(arm, name string, from, to int) Band {
	var b Band
	for year := from; year <= to; year++ {
		var values []float64
		for _, f := range r.Of[arm] {
			if v, ok := f.Value(name, series.Nation, year); ok {
				values = append(values, v)
			}
		}
		if len(values) == 0 {
			continue
		}
		low, high := fit.Spread(values)
		b.Years = append(b.Years, year)
		b.Middle, b.Low, b.High = append(b.Middle, statistic.Quantile(values, 0.5)), append(b.Low, low), append(b.High, high)
	}
	return b
}

// Differs tells whether a cell's interval of the difference from the first
// economy leaves out zero.
func (c Cell) Differs() bool {
	return !math.IsNaN(c.Less.Low) && (c.Less.Low > 0 || c.Less.High < 0)
}

// Definition is that of the series drawn for an indicator, or nil.
func (i Indicator) Definition() *series.Definition { return measure.Find(i.Series) }
