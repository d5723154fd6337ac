package plan

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gosplan/production"
)

// A Summary is what people want to know of a plan, in the order in which they
// ask. Lists hold the most important first.
type Summary struct {
	Objective   string // what the plan's value counts, "labour used"
	Unit        string // of the value: "hours", "times the needs"
	Products    []*Uses
	Factors     []*FactorUse
	Bottlenecks []Bottleneck
	Swaps       []Swap
	Imports     []Import
}

// A Bottleneck is something scarce: with one more unit the plan's value would
// be better by Worth.
type Bottleneck struct {
	Kind   Scarcity
	Index  int // factor or product
	Name   string
	Unit   string
	Period int
	Amount float64 // there is
	Worth  float64 // of one more unit, in the plan's value
	Share  float64 // per cent that the value improves with one per cent more; NaN where the value is 0
}

// A Scarcity is a kind of thing that can be scarce.
type Scarcity string

// Scarcities.
const (
	OfFactor Scarcity = "factor" // labour, land, equipment
	OfSupply Scarcity = "supply" // a product that nobody makes and that is in store or comes from outside
)

// A Swap is a technique that the plan does not use, and how near it is to
// being used.
type Swap struct {
	Way     int
	Name    string
	Product int
	Period  int
	Loss    float64 // by which the plan's value would be worse with one run of it
	Cheaper float64 // share by which its inputs would have to be fewer for it to pay
}

// An Import is a product which, if it came from outside, would relieve the
// plan.
type Import struct {
	Product int
	Name    string
	Unit    string
	Period  int
	Amount  float64 // made or brought in
	Worth   float64 // of one unit from outside, in the plan's value
	Percent float64 // of one per cent of the amount from outside, in the plan's value
}

// Summarise reads a plan: at most so many bottlenecks, swaps and imports each.
func Summarise(t *production.Table, p *Plan, most int) *Summary {
	s := &Summary{}
	s.Objective, s.Unit = Objective(t, p.Request)
	for period := range t.Periods {
		s.Products = append(s.Products, UsesOf(t, p, period))
		s.Factors = append(s.Factors, FactorsOf(t, p, period))
	}
	s.Bottlenecks = top(bottlenecks(t, p, s), most)
	s.Swaps = top(swaps(t, p), most)
	s.Imports = top(imports(t, p, s), most)
	return s
}

// Objective says what the value of a task counts, and in which unit.
func Objective(t *production.Table, r Request) (what, unit string) {
	switch r.Task {
	case Balances, Technique:
		if r.Factor < len(t.Factors) {
			return t.Factors[r.Factor] + " used", cmp.Or(FactorUnit(t, r.Factor), "units")
		}
		return "output", t.Unit
	case Bundle, Years:
		return "multiple of the needs", "times the needs"
	case Goals:
		return "weighted shortfall", "points"
	case Council:
		return "value", "points"
	case Harmony:
		return "harmony", "points"
	}
	return "value", ""
}

// bottlenecks are what has a price without being made: factors at their
// limit, and products that only come from a store or from outside.
func bottlenecks(t *production.Table, p *Plan, s *Summary) []Bottleneck {
	var out []Bottleneck
	add := func(b Bottleneck) {
		if b.Amount > 0 && !math.IsInf(b.Amount, 0) && Matters(b.Worth, b.Amount, p) {
			b.Share = b.Worth * b.Amount / math.Abs(p.Value)
			if p.Value == 0 {
				b.Share = math.NaN()
			}
			out = append(out, b)
		}
	}
	for period := range t.Periods {
		for f, rent := range periodOf(p.Rent, period) {
			add(Bottleneck{Kind: OfFactor, Index: f, Name: t.Factors[f], Unit: FactorUnit(t, f), Period: period,
				Amount: s.Factors[period].There[f], Worth: rent})
		}
		u := s.Products[period]
		for i, price := range periodOf(p.Price, period) {
			if u.Made[i] == 0 {
				add(Bottleneck{Kind: OfSupply, Index: i, Name: t.Product(i), Unit: t.UnitOf(i), Period: period,
					Amount: u.Import[i] + u.FromStore[i], Worth: price})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Bottleneck) int { return cmp.Compare(b.Worth*b.Amount, a.Worth*a.Amount) })
	return out
}

// trifle is the share of the largest level below which a technique is not in
// use, and scarce the share of a plan's value that all of a thing must be worth
// to be scarce, and of its cost that a technique must lose to be out of use for
// it: solvers prove plans to about 1e-6, and less may be nothing but rounding.
const (
	trifle = 1e-7
	scarce = 1e-5
)

// Matters tells whether an amount of something is worth anything to a plan, or
// so little that it may be rounding.
func Matters(worth, amount float64, p *Plan) bool {
	return worth*amount > scarce*max(math.Abs(p.Value), math.SmallestNonzeroFloat64)
}

// imports ranks what is made by what a per cent of it from outside would save,
// in the period in which it would save most.
func imports(t *production.Table, p *Plan, s *Summary) []Import {
	var out []Import
	for period := range t.Periods {
		u := s.Products[period]
		for i, price := range periodOf(p.Price, period) {
			amount := u.Made[i] + max(0, u.Import[i])
			if Matters(price, amount, p) {
				out = append(out, Import{Product: i, Name: t.Product(i), Unit: t.UnitOf(i), Period: period, Amount: amount, Worth: price, Percent: price * amount / 100})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Import) int { return cmp.Compare(b.Percent, a.Percent) })
	return firstOfEach(out, func(i Import) int { return i.Product })
}

// FactorUnit is the unit of a factor, empty where the table gives none.
func FactorUnit(t *production.Table, f int) string {
	if f < len(t.FactorUnits) {
		return t.FactorUnits[f]
	}
	return ""
}

// PeriodName is a period's name, or its number.
func PeriodName(t *production.Table, period int) string {
	if name := t.Periods[period].Name; name != "" {
		return name
	}
	return fmt.Sprintf("period %d", period+1)
}

func top[T any](list []T, most int) []T { return list[:min(most, len(list))] }
