package planpage

import (
	"fmt"
	"html/template"
	"math"

	"gosplan/plan"
	"gosplan/production"
	"gosplan/sheet"
)

type bottleneckView struct {
	plan.Bottleneck
	PeriodName, Percent string
}

// bottlenecks ranks what is scarce, and draws what one per cent more of it
// would do for the plan.
func bottlenecks(in Input) ([]bottleneckView, template.HTML) {
	var out []bottleneckView
	var bars []bar
	for _, b := range in.Summary.Bottlenecks {
		v := bottleneckView{Bottleneck: b, PeriodName: plan.PeriodName(in.Table, b.Period), Percent: "–"}
		name := b.Name
		if len(in.Table.Periods) > 1 {
			name += ", " + v.PeriodName
		}
		if !math.IsNaN(b.Share) {
			v.Percent = sheet.Number(b.Share) + " %"
			bars = append(bars, bar{name: name, value: b.Share, label: v.Percent + " better with 1 % more",
				detail: fmt.Sprintf("%s: there is %s %s; one more is worth %s %s", name, sheet.Number(b.Amount), b.Unit, sheet.Number(b.Worth), valueWords(in))})
		}
		out = append(out, v)
	}
	return out, drawBars("What is scarce", bars[:min(fewBars, len(bars))])
}

// costs draws into which final needs the plan's cost goes: price times need.
func costs(in Input) (template.HTML, string) {
	share, total := make([]float64, in.Table.N), 0.0
	for period, prices := range in.Plan.Price {
		for i, price := range prices {
			cost := math.Max(0, price*in.Summary.Products[period].Wanted[i])
			share[i] += cost
			total += cost
		}
	}
	if total == 0 {
		return "", ""
	}
	var bars []bar
	order := largest(share, fewBars)
	rest := total
	for _, i := range order {
		rest -= share[i]
		bars = append(bars, bar{name: in.Table.Product(i), value: share[i], label: sheet.Number(100*share[i]/total) + " %",
			detail: fmt.Sprintf("%s: %s %s", in.Table.Product(i), sheet.Number(share[i]), valueWords(in))})
	}
	of := "the plan’s cost"
	if task := in.Plan.Request.Task; task == plan.Balances || task == plan.Technique {
		of = "all " + in.Summary.Objective
	}
	if rest > 1e-6*total {
		of += fmt.Sprintf(" (but for %s %%, which goes into all others)", sheet.Number(100*rest/total))
	}
	return drawBars("What the needs cost", bars), of
}

type swapView struct {
	Name, Product, Cheaper string
}

func swaps(in Input) []swapView {
	var out []swapView
	for _, s := range in.Summary.Swaps[:min(mostHints, len(in.Summary.Swaps))] {
		out = append(out, swapView{s.Name, in.Table.Product(s.Product), sheet.Number(100*s.Cheaper) + " %"})
	}
	return out
}

// fewProducts is how many products the page lists though there are many
// periods.
const fewProducts = 12

// mostHints is how many swaps and imports the page names.
const mostHints = 12

type importView struct {
	plan.Import
	PeriodName string
}

func imports(in Input) []importView {
	var out []importView
	for _, i := range in.Summary.Imports[:min(mostHints, len(in.Summary.Imports))] {
		i.Unit = ownUnit(in.Table, i.Product)
		out = append(out, importView{i, plan.PeriodName(in.Table, i.Period)})
	}
	return out
}

// shortfalls draws how much of a need is met, worst first.
func shortfalls(in Input) template.HTML {
	short, wanted := make([]float64, in.Table.N), make([]float64, in.Table.N)
	for _, u := range in.Summary.Products {
		for i := range short {
			wanted[i] += u.Wanted[i]
			short[i] += u.Short[i]
		}
	}
	share := make([]float64, in.Table.N)
	for i := range share {
		if short[i] > lack*wanted[i] && wanted[i] > 0 {
			share[i] = short[i] / wanted[i]
		}
	}
	var bars []bar
	for _, i := range largest(share, fewBars) {
		bars = append(bars, bar{name: in.Table.Product(i), value: 100 * share[i], bad: true,
			label:  fmt.Sprintf("%s %% short, %s of %s %s", sheet.Number(100*share[i]), sheet.Number(short[i]), sheet.Number(wanted[i]), in.Table.UnitOf(i)),
			detail: in.Table.Product(i)})
	}
	return drawBars("What falls short", bars)
}

// productsView is the table of products.
type productsView struct {
	Rows                                    []productRow
	More                                    int // products that are not listed
	Imports, Store, Building, Short, Prices bool
}

type productRow struct {
	Name, Unit, Period                                               string
	Made, Import, Input, Building, Wanted, Short, Store, Left, Price float64
}

// productsOf lists the products that weigh most, period by period.
func productsOf(in Input, heaviest []int) *productsView {
	v := &productsView{}
	order := heaviest[:min(max(fewProducts, mostRows/len(in.Table.Periods)), len(heaviest))]
	for _, i := range order {
		for period, u := range in.Summary.Products {
			row := productRow{Name: in.Table.Product(i), Unit: ownUnit(in.Table, i), Period: plan.PeriodName(in.Table, period),
				Made: u.Made[i], Import: u.Import[i], Input: u.Input[i], Building: u.Building[i], Wanted: u.Wanted[i],
				Short: u.Short[i], Store: u.ToStore[i], Left: u.Left[i], Price: cleaned(in.Plan, priceOf(in.Plan, period, i), u.Made[i]+u.Input[i])}
			v.Imports = v.Imports || row.Import != 0
			v.Store = v.Store || row.Store != 0
			v.Building = v.Building || row.Building != 0
			v.Short = v.Short || row.Short > lack*row.Wanted
			v.Rows = append(v.Rows, row)
		}
	}
	v.Prices = len(in.Plan.Price) > 0
	v.More = in.Table.N - len(order)
	return v
}

// cleaned is 0 for a worth that may be nothing but rounding.
func cleaned(p *plan.Plan, worth, amount float64) float64 {
	if amount > 0 && p.Value != 0 && !plan.Matters(worth, amount, p) {
		return 0
	}
	return worth
}

type factorView struct {
	Name, Unit, Period       string
	Used, There, Begun, Rent float64
	Limited                  bool
	Share                    string
}

func factorsOf(in Input) []factorView {
	var out []factorView
	for f, name := range in.Table.Factors {
		for period, u := range in.Summary.Factors {
			v := factorView{Name: name, Unit: plan.FactorUnit(in.Table, f), Period: plan.PeriodName(in.Table, period), Used: u.Used[f], There: u.There[f],
				Begun: u.Begun[f], Rent: cleaned(in.Plan, plan.Entry(in.Plan.Rent, period, f), u.Used[f]), Share: "–"}
			if v.Limited = !math.IsInf(v.There, 0); v.Limited && v.There > 0 {
				v.Share = sheet.Number(100*v.Used/v.There) + " %"
			}
			out = append(out, v)
		}
	}
	return out[:min(len(out), 2*mostRows)]
}

type differenceView struct {
	plan.Difference
	Change string
}

func differences(c *plan.Comparison) []differenceView {
	if c == nil {
		return nil
	}
	var out []differenceView
	for _, d := range c.Differences {
		change := "new"
		if share := d.Share(); !math.IsNaN(share) {
			change = sheet.Percent(share) + " %"
		}
		out = append(out, differenceView{d, change})
	}
	return out[:min(len(out), mostRows)]
}

// ownUnit is a product's unit where products have units of their own.
func ownUnit(t *production.Table, i int) string {
	if isMoney(t) {
		return ""
	}
	return t.UnitOf(i)
}

// isMoney tells whether a table counts all products in one unit.
func isMoney(t *production.Table) bool { return t.Unit != "" && t.Units == nil }
