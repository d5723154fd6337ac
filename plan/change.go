package plan

import (
	"strconv"
)

// A Change is one what-if: something in a table that is to be otherwise.
type Change struct {
	Target Target
	Index  int // factor, product or technique; everything: all of them
	Name   string
	Period int    // the period that is changed; everything: all of them
	When   string // the period's name
	On     bool   // and those after it
	How    How
	Amount float64
}

// everything stands for all products, or for all periods.
const everything = -1

// A Target is what of a table a change is about.
type Target string

// Targets.
const (
	OfNeed     Target = "need"      // final needs of a product
	OfStock    Target = "stock"     // of a product, when the first period begins
	OfImport   Target = "import"    // of a product, from outside
	OfYield    Target = "yield"     // what the techniques of a product make of the same inputs
	OfCapacity Target = "capacity"  // of a factor
	OfWay      Target = "technique" // there or not
)

// Targets lists them for messages.
var Targets = []Target{OfNeed, OfStock, OfImport, OfYield, OfCapacity, OfWay}

// How a change changes.
type How string

// Ways of changing.
const (
	ByShare How = "%"       // Amount is in per cent
	ByMore  How = "+"       // Amount is added
	To      How = "="       // Amount is what there is
	Without How = "without" // a technique is taken out
)

// String is the change as it may be typed.
func (c Change) String() string {
	words := string(c.Target) + " " + c.Name + " "
	switch c.How {
	case ByShare:
		words += signed(c.Amount) + "%"
	case ByMore:
		words += signed(c.Amount)
	case To:
		words += "=" + figure(c.Amount)
	case Without:
		words += "without"
	}
	switch {
	case c.Period == everything:
	case c.On:
		words += " from " + c.When
	default:
		words += " in " + c.When
	}
	return words
}

func figure(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func signed(v float64) string {
	if v >= 0 {
		return "+" + figure(v)
	}
	return figure(v)
}

// becomes is a number after the change.
func (c Change) becomes(v float64) float64 {
	switch c.How {
	case ByShare:
		return v * (1 + c.Amount/100)
	case ByMore:
		return v + c.Amount
	}
	return c.Amount
}
