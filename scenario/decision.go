package scenario

import (
	"reflect"
	"strings"
)

// A Decision is one series of Decided that has a number by year, in the order of
// its fields; those by region come after them.
type Decision int

// The decisions.
const (
	AccumulationShare Decision = iota
	FarmInvestment
	PlannedGrowth
	UnderArms
	CollectiveTarget
	Requisition
	FarmTax
	GrainExport
	ProcurementPrice
	Repression
	VirginLand
	StateOrders
	RetailPriceReview
	BreadCards
	MachineryImport
	CurrencyReform
	NurseryPlaces
	SchoolPlaces
	GrainImportCeiling
	DraughtLevy
	FuelWithheld
	FoodLoans
	HouseholdPlot
	GrainDeliveries
	GrainRelief
	LimitsWaived
	BreadAssured
	IncomeTax
	StateLoans
	RetailPriceOrder
	Decisions // how many there are
)

// decided are the decisions' names in files, and their ranges.
var decided = func() (out [Decisions]struct {
	name string
	rule rule
}) {
	t := reflect.TypeFor[Decided]()
	for k := range out {
		out[k].name, _, _ = strings.Cut(t.Field(k).Tag.Get("yaml"), ",")
		out[k].rule = ruleOf(t.Field(k).Tag)
	}
	return out
}()

// String is the name of the decision in scenario files.
func (k Decision) String() string { return decided[k].name }

// Bounds are the lowest and the highest value that a file may give it.
func (k Decision) Bounds() (low, high float64) { return decided[k].rule.low, decided[k].rule.high }

// Of is the series of a decision.
func (d *Decided) Of(k Decision) Path {
	return reflect.ValueOf(d).Elem().Field(int(k)).Interface().(Path)
}

// DecisionNames lists the decisions as files call them.
func DecisionNames() []string {
	out := make([]string, Decisions)
	for k := range out {
		out[k] = Decision(k).String()
	}
	return out
}
