package main

import "gosplan/plan"

// A planView is a plan as it is printed, in tables or as JSON.
type planView struct {
	Dir          string           `json:"dir"`
	Title        string           `json:"title"`
	Task         plan.Task        `json:"task"`
	Why          string           `json:"why,omitempty"`
	Changes      []string         `json:"what_if,omitempty"`
	Status       plan.Status      `json:"status"`
	Asked        string           `json:"asked"`
	Says         string           `json:"says"`
	Certificate  string           `json:"certificate"`
	Checked      bool             `json:"checked"` // by the independent check, and found right
	Objective    string           `json:"objective"`
	Unit         string           `json:"unit"` // of the value
	Value        number           `json:"value"`
	Bound        number           `json:"bound"`
	Gap          number           `json:"gap"`
	Scale        number           `json:"scale"`
	Seconds      number           `json:"seconds"`
	Periods      []string         `json:"periods"`
	ProductCount int              `json:"product_count"`
	Products     []productView    `json:"products"` // those that weigh most
	Factors      []factorView     `json:"factors"`
	Bottlenecks  []bottleneckView `json:"bottlenecks"`
	Swaps        []swapView       `json:"techniques_out_of_use"`
	Prices       *pricesView      `json:"prices,omitempty"`
	Imports      []importView     `json:"from_outside"`
	Comparison   *comparisonView  `json:"comparison,omitempty"`
	Remedies     *plan.Diagnosis  `json:"remedies,omitempty"`

	summary    *plan.Summary
	comparison *plan.Comparison
	listed     int    // products in Products
	priced     bool   // the plan says what one more is worth
	oneUnit    string // of all products; empty: they have their own
}

type productView struct {
	Period  string  `json:"period"`
	Product string  `json:"product"`
	Unit    string  `json:"unit"`
	Made    number  `json:"gross_output"`
	Import  number  `json:"from_outside"`
	Used    number  `json:"used_up"`
	Build   number  `json:"building"`
	Need    number  `json:"final_need"`
	Short   number  `json:"short"`
	Store   number  `json:"into_store"`
	Price   *number `json:"one_more_costs"`
}

type factorView struct {
	Period string  `json:"period"`
	Factor string  `json:"factor"`
	Unit   string  `json:"unit"`
	Used   number  `json:"used"`
	There  number  `json:"there_is"` // null: no limit
	Begun  number  `json:"begun"`
	Rent   *number `json:"one_more_is_worth"`
}

type bottleneckView struct {
	Kind   plan.Scarcity `json:"kind"`
	Name   string        `json:"name"`
	Unit   string        `json:"unit"`
	Period string        `json:"period"`
	Amount number        `json:"there_is"`
	Worth  number        `json:"one_more_is_worth"`
	Share  number        `json:"percent_better_with_one_percent_more"`
}

type swapView struct {
	Technique string `json:"technique"`
	Product   string `json:"makes"`
	Cheaper   number `json:"percent_cheaper_to_be_used"`
}

type importView struct {
	Product string `json:"product"`
	Unit    string `json:"unit"`
	Period  string `json:"period"`
	Worth   number `json:"one_unit"`
	Percent number `json:"one_percent"`
}

type comparisonView struct {
	Against     string           `json:"against"`
	Words       []string         `json:"words"`
	Differences []differenceView `json:"differences"`
}

type differenceView struct {
	Kind   plan.Differing `json:"kind"`
	Name   string         `json:"name"`
	Unit   string         `json:"unit"`
	Period string         `json:"period"`
	Before number         `json:"before"`
	After  number         `json:"after"`
}

// mostPage is how many lines of a list the page may show.
const mostPage = 40

// view reads a plan for print and page.
func (j *job) view() *planView {
	t, p := j.table, j.plan
	s := plan.Summarise(t, p, max(j.showing.Top, mostPage))
	v := &planView{Dir: j.dir, Title: t.Title, Task: j.request.Task, Why: j.why, Changes: j.changes, Status: p.Status,
		Asked: plan.Asked(t, p.Request), Says: p.Says, Certificate: plan.Certificate(p), Checked: j.checked.Passed,
		Objective: s.Objective, Unit: s.Unit, Value: number(p.Value), Bound: number(p.Bound), Gap: number(p.Gap()), Scale: number(p.Scale),
		Seconds: number(p.Took.Seconds()), ProductCount: t.N, Products: []productView{}, Factors: []factorView{}, Bottlenecks: []bottleneckView{}, Swaps: []swapView{}, Imports: []importView{}, Remedies: j.remedies, summary: s}
	if t.Units == nil {
		v.oneUnit = t.Unit
	}
	for period := range t.Periods {
		v.Periods = append(v.Periods, plan.PeriodName(t, period))
	}
	if p.Status != plan.Infeasible && p.Status != plan.Unbounded {
		v.list(j, s)
	}
	if j.before != nil {
		v.comparison = plan.Compare(*j.before, plan.Side{Table: t, Plan: p}, max(j.showing.Top, mostPage))
		v.Comparison = &comparisonView{Against: j.against, Words: v.comparison.Words}
		for _, d := range v.comparison.Differences {
			v.Comparison.Differences = append(v.Comparison.Differences, differenceView{d.Kind, d.Name, d.Unit, d.Period, number(d.Before), number(d.After)})
		}
	}
	return v
}

// list fills the lists, as many lines as were asked for.
func (v *planView) list(j *job, s *plan.Summary) {
	t, p := j.table, j.plan
	v.priced = len(p.Rent) > 0 || len(p.Price) > 0
	order := plan.Heaviest(s, p)
	v.listed = min(len(order), max(1, j.showing.Top))
	for _, i := range order[:v.listed] {
		for period, u := range s.Products {
			v.Products = append(v.Products, productView{v.Periods[period], t.Product(i), t.UnitOf(i), number(u.Made[i]), number(u.Import[i]),
				number(u.Input[i]), number(u.Building[i]), number(u.Wanted[i]), number(u.Short[i]), number(u.ToStore[i]), worthOf(p, p.Price, period, i, u.Made[i]+u.Input[i])})
		}
	}
	v.Prices = j.prices(s, order[:v.listed])
	for f, name := range t.Factors[:min(len(t.Factors), max(1, j.showing.Top))] {
		for period, u := range s.Factors {
			v.Factors = append(v.Factors, factorView{v.Periods[period], name, plan.FactorUnit(t, f), number(u.Used[f]), number(u.There[f]), number(u.Begun[f]), worthOf(p, p.Rent, period, f, u.Used[f])})
		}
	}
	for _, b := range s.Bottlenecks[:min(len(s.Bottlenecks), j.showing.Top)] {
		v.Bottlenecks = append(v.Bottlenecks, bottleneckView{b.Kind, b.Name, b.Unit, v.Periods[b.Period], number(b.Amount), number(b.Worth), number(b.Share)})
	}
	for _, w := range s.Swaps[:min(len(s.Swaps), j.showing.Top)] {
		v.Swaps = append(v.Swaps, swapView{w.Name, t.Product(w.Product), number(100 * w.Cheaper)})
	}
	for _, m := range s.Imports[:min(len(s.Imports), j.showing.Top)] {
		v.Imports = append(v.Imports, importView{m.Name, m.Unit, v.Periods[m.Period], number(m.Worth), number(m.Percent)})
	}
}

// worthOf is what one more of something is worth, nil where the task has no
// such thing, and 0 where it may be nothing but rounding.
func worthOf(p *plan.Plan, worths [][]float64, period, i int, amount float64) *number {
	if period >= len(worths) || len(worths[period]) == 0 {
		return nil
	}
	v := number(worths[period][i])
	if amount > 0 && p.Value != 0 && !plan.Matters(float64(v), amount, p) {
		v = 0
	}
	return &v
}
