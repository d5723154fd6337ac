package plan

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/production"
)

// A Side is one of two plans that are compared, with its table.
type Side struct {
	Table *production.Table
	Plan  *Plan
}

// A Comparison says what changed from one plan to another.
type Comparison struct {
	Words       []string     // most important first
	Differences []Difference // largest first

	several bool // periods
}

// A Difference is one number of two plans.
type Difference struct {
	Kind   Differing
	Name   string
	Unit   string
	Period string
	Before float64
	After  float64
	weight float64
}

// Share is by how much of what it was a number changed; NaN where it was 0.
func (d Difference) Share() float64 {
	if d.Before == 0 {
		return math.NaN()
	}
	return (d.After - d.Before) / math.Abs(d.Before)
}

// Differing is a kind of number that differs.
type Differing string

// Kinds of differences.
const (
	InOutput Differing = "gross output"
	InShort  Differing = "shortfall"
	InWay    Differing = "technique"
	InScarce Differing = "worth of one more"
	InUse    Differing = "in use"
)

// unmatched is no index of anything.
const unmatched = -1

// Compare tells what changed from before to after. Products, factors and
// techniques are matched by name and periods by their order, so that the
// tables need not be the same.
func Compare(before, after Side, most int) *Comparison {
	c := &Comparison{several: len(after.Table.Periods) > 1}
	if before.Plan.Status == Infeasible || after.Plan.Status == Infeasible {
		c.Words = c.verdict(before, after)
		return c
	}
	for period := range min(len(before.Table.Periods), len(after.Table.Periods)) {
		c.products(before, after, period)
		c.ways(before, after, period)
		c.factors(before, after, period)
	}
	slices.SortStableFunc(c.Differences, func(a, b Difference) int { return cmp.Compare(b.weight, a.weight) })
	c.Words = slices.Concat(c.verdict(before, after), c.sayOutputs(), c.sayWays(), c.sayScarce())
	c.Differences = top(c.Differences, most)
	return c
}

// match finds the names of one list in another.
func match(n int, name func(int) string, m int, other func(int) string) []int {
	at := make(map[string]int, m)
	for i := range m {
		at[other(i)] = i
	}
	out := make([]int, n)
	for i := range n {
		out[i] = unmatched
		if j, ok := at[name(i)]; ok {
			out[i] = j
		}
	}
	return out
}

func (c *Comparison) add(d Difference, weight float64) {
	size := max(math.Abs(d.Before), math.Abs(d.After))
	if size == 0 || math.Abs(d.After-d.Before) <= noise*size {
		return
	}
	d.weight = weight * math.Abs(d.After-d.Before)
	c.Differences = append(c.Differences, d)
}

// noise is the share of a number up to which two plans are the same: solvers
// prove plans to about this.
const noise = 1e-6

// loose is the same for what one more is worth, which a proof pins down less
// than it does the plan's value.
const loose = 1e-4

func (c *Comparison) products(before, after Side, period int) {
	a, b := UsesOf(before.Table, before.Plan, period), UsesOf(after.Table, after.Plan, period)
	prices, total := periodOf(before.Plan.Price, period), 0.0
	for i, made := range a.Made {
		total += worthOf(prices, i) * made
	}
	for j, i := range match(after.Table.N, after.Table.Product, before.Table.N, before.Table.Product) {
		d := Difference{Kind: InOutput, Name: after.Table.Product(j), Unit: after.Table.UnitOf(j), Period: PeriodName(after.Table, period), After: b.Made[j]}
		short := Difference{Kind: InShort, Name: d.Name, Unit: d.Unit, Period: d.Period, After: b.Short[j]}
		weight := worthOf(periodOf(after.Plan.Price, period), j)
		if i != unmatched {
			d.Before, short.Before = a.Made[i], a.Short[i]
			weight = max(weight, worthOf(prices, i))
		}
		c.add(d, weight/max(total, math.SmallestNonzeroFloat64))
		c.add(short, 1/max(b.Wanted[j], math.SmallestNonzeroFloat64))
	}
}

// worthOf is a price; where a task has none every product counts the same.
func worthOf(prices []float64, i int) float64 {
	if len(prices) == 0 {
		return 1
	}
	return prices[i]
}

// ways notes the techniques that came into use or fell out of it.
func (c *Comparison) ways(before, after Side, period int) {
	a, b := before.Plan, after.Plan
	old, now := periodOf(a.Level, period), periodOf(b.Level, period)
	for i, j := range match(before.Table.Ways(), before.Table.Technique, after.Table.Ways(), after.Table.Technique) {
		if j == unmatched {
			c.add(Difference{Kind: InWay, Name: before.Table.Technique(i), Unit: "runs", Period: PeriodName(after.Table, period), Before: entry(old, i)}, 1)
		}
	}
	for j, i := range match(after.Table.Ways(), after.Table.Technique, before.Table.Ways(), before.Table.Technique) {
		d := Difference{Kind: InWay, Name: after.Table.Technique(j), Unit: "runs", Period: PeriodName(after.Table, period), After: entry(now, j)}
		if i != unmatched {
			d.Before = entry(old, i)
		}
		isUsed := func(runs float64) bool { return runs > trifle*max(d.Before, d.After) }
		if isUsed(d.Before) != isUsed(d.After) {
			c.add(d, 1/max(d.Before, d.After))
		}
	}
}

func (c *Comparison) factors(before, after Side, period int) {
	a, b := FactorsOf(before.Table, before.Plan, period), FactorsOf(after.Table, after.Plan, period)
	name := func(t *production.Table) func(int) string { return func(f int) string { return t.Factors[f] } }
	for j, i := range match(len(after.Table.Factors), name(after.Table), len(before.Table.Factors), name(before.Table)) {
		if i == unmatched {
			continue
		}
		d := Difference{Kind: InUse, Name: after.Table.Factors[j], Unit: FactorUnit(after.Table, j), Period: PeriodName(after.Table, period), Before: a.Used[i], After: b.Used[j]}
		c.add(d, 1/max(a.Used[i], math.SmallestNonzeroFloat64))
		d.Kind = InScarce
		d.Before, d.After = max(0, entry(periodOf(before.Plan.Rent, period), i)), max(0, entry(periodOf(after.Plan.Rent, period), j))
		if isScarce := Matters(d.Before, a.Used[i], before.Plan) || Matters(d.After, b.Used[j], after.Plan); isScarce && math.Abs(d.After-d.Before) > loose*max(d.Before, d.After) {
			c.add(d, 1/max(d.Before, d.After))
		}
	}
}

// verdict says what became of the plan as a whole.
func (c *Comparison) verdict(before, after Side) []string {
	a, b := before.Plan, after.Plan
	switch {
	case a.Status == Infeasible && b.Status == Infeasible:
		return []string{"Neither plan is possible."}
	case b.Status == Infeasible:
		return []string{"What was possible no longer is: " + strings.TrimSuffix(b.Says, ".") + "."}
	case a.Status == Infeasible:
		return []string{"What was not possible now is."}
	case a.Request.Task != b.Request.Task:
		return []string{fmt.Sprintf("The plans answer different questions, %s and %s, so their values are not compared.", a.Request.Task, b.Request.Task)}
	}
	what, unit := Objective(after.Table, b.Request)
	if math.Abs(b.Value-a.Value) <= noise*max(math.Abs(a.Value), math.Abs(b.Value)) {
		return []string{fmt.Sprintf("The %s stays at %.4g %s.", what, b.Value, unit)}
	}
	words := fmt.Sprintf("The %s goes from %.4g to %.4g %s", what, a.Value, b.Value, unit)
	if change := math.Abs(b.Value - a.Value); change < tellable*math.Abs(a.Value) {
		words += fmt.Sprintf(", by %+.1f %%", 100*(b.Value-a.Value)/math.Abs(a.Value))
	}
	return []string{words + "."}
}

// tellable is the multiple of what was up to which a change is told in per
// cent.
const tellable = 10

// named is a difference's name, with its period where there are several.
func (c *Comparison) named(d Difference) string {
	if c.several {
		return d.Name + " in " + d.Period
	}
	return d.Name
}

func (c *Comparison) sayOutputs() []string {
	var more, less, short []string
	for _, d := range c.Differences {
		change := fmt.Sprintf("from %.3g to %.3g", d.Before, d.After)
		if d.Before != 0 && math.Abs(d.Share()) < tellable {
			change = fmt.Sprintf("%+.1f %%", 100*d.Share())
		}
		words := fmt.Sprintf("%s %s", c.named(d), change)
		switch {
		case d.Kind == InShort:
			short = append(short, fmt.Sprintf("%s by %.4g %s", c.named(d), d.After, d.Unit))
		case d.Kind == InOutput && d.After > d.Before:
			more = append(more, words)
		case d.Kind == InOutput:
			less = append(less, words)
		}
	}
	return slices.Concat(list("Made more: ", more), list("Made less: ", less), list("Short now: ", short))
}

func (c *Comparison) sayWays() []string {
	var into, out []string
	for _, d := range c.Differences {
		switch {
		case d.Kind == InWay && d.After > d.Before:
			into = append(into, c.named(d))
		case d.Kind == InWay:
			out = append(out, c.named(d))
		}
	}
	return slices.Concat(list("Into use: ", into), list("Out of use: ", out))
}

func (c *Comparison) sayScarce() []string {
	var scarcer, less []string
	for _, d := range c.Differences {
		words := fmt.Sprintf("%s (one more was worth %.3g, is worth %.3g)", c.named(d), d.Before, d.After)
		switch {
		case d.Kind == InScarce && d.After > d.Before:
			scarcer = append(scarcer, words)
		case d.Kind == InScarce:
			less = append(less, words)
		}
	}
	return slices.Concat(list("Scarcer: ", scarcer), list("Less scarce: ", less))
}

// list is a sentence with the first few names, each once.
func list(begins string, names []string) []string {
	var once []string
	seen := map[string]bool{}
	for _, name := range names {
		if !seen[name] {
			once = append(once, name)
		}
		seen[name] = true
	}
	if len(once) == 0 {
		return nil
	}
	const few = 5
	rest := ""
	if len(once) > few {
		once, rest = once[:few], fmt.Sprintf(" and %d more", len(once)-few)
	}
	return []string{begins + strings.Join(once, ", ") + rest + "."}
}
