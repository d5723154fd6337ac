// Package production is the nouns of planning: what can be made, how, with
// what, from what there is, for what needs. A planner is told a Table and
// nothing else. This package knows no planner and no file format.
package production

import (
	"fmt"
	"math"

	"gosplan/linalg"
)

// A Table is everything a planner is told. It is read-only once it has been
// checked. Amounts of a product are in the product's own unit, or in money
// where the table is one of money flows.
//
// A technique run at level 1 makes Output, uses up Input and occupies Use.
// Where Output is nil every technique makes one unit of the product Makes.
type Table struct {
	Title  string
	Source string // where the figures come from
	Unit   string // one unit for all products, "million USD"; empty where Units says it by product

	Products []string // [product] names; nil: products are numbered from 1
	Units    []string // [product] nil where Unit serves
	N        int      // products

	Techniques []string       // [technique] names; nil: named after what they make
	Makes      []int32        // [technique] main product
	Input      *linalg.Matrix // [technique × product] used up by one run
	Output     *linalg.Matrix // [technique × product] made by one run; nil: one unit of Makes

	Ran []float64 // [technique] level in the year the table reports; nil: it reports none

	Factors     []string       // [factor] what is used and not used up: labour, land, kinds of equipment
	FactorUnits []string       // [factor]
	Use         *linalg.Matrix // [technique × factor] occupied by one run

	Build        *linalg.Matrix // [factor × product] used up to make one unit of a factor's capacity; nil: none can be made
	Gestation    []int          // [factor] periods from building to use; 0: usable in the period it is built
	Depreciation []float64      // [factor] share of capacity lost from one period to the next

	Stock       []float64 // [product] in store when the first period begins; nil: none
	Terminal    []float64 // [product] wanted in store when the last period has ended; nil: none
	TerminalCap []float64 // [factor] capacity wanted after the last period; nil: none
	Perish      []float64 // [product] share of a store lost from one period to the next; nil: none

	Periods []Period // at least one
}

// A Period is one year of a plan, or what else the user plans by.
type Period struct {
	Name     string
	Need     []float64 // [product] final needs, net of what techniques and building use up
	Weight   []float64 // [product] worth of a unit of shortfall from Need, against others of its tier; nil: one over the need
	Tier     []int8    // [product] needs of tier 1 go before those of tier 2; nil: all are of one tier
	Import   []float64 // [product] that comes from outside without being made; negative: goes out; nil: none
	Capacity []float64 // [factor] there is, before what the plan itself builds; +Inf: no limit. In periods after the first: what is added. Nil: no limits in the first, nothing added after
}

// Ways is the number of techniques.
func (t *Table) Ways() int { return len(t.Makes) }

// Product is the name of a product.
func (t *Table) Product(i int) string {
	if t.Products == nil {
		return fmt.Sprintf("product %d", i+1)
	}
	return t.Products[i]
}

// UnitOf is the unit of a product.
func (t *Table) UnitOf(i int) string {
	if t.Units == nil {
		return t.Unit
	}
	return t.Units[i]
}

// Technique is the name of a technique.
func (t *Table) Technique(i int) string {
	if t.Techniques == nil {
		return t.Product(int(t.Makes[i]))
	}
	return t.Techniques[i]
}

// Square tells whether every product is made by one technique of its own, in
// the products' order: the case of an input-output table.
func (t *Table) Square() bool {
	if t.Output != nil || t.Ways() != t.N {
		return false
	}
	for i, product := range t.Makes {
		if int(product) != i {
			return false
		}
	}
	return true
}

// Shape tells what does not fit together in a table, so that whatever passes
// can be indexed without fear. It says nothing about economic sense, which is
// Check's.
func (t *Table) Shape() error {
	n, ways, factors := t.N, t.Ways(), len(t.Factors)
	if n == 0 {
		return fmt.Errorf("production: no products")
	}
	if len(t.Periods) == 0 {
		return fmt.Errorf("production: no period and so no needs")
	}
	for _, part := range []struct {
		name      string
		got, want int
	}{
		{"product names", len(t.Products), n},
		{"product units", len(t.Units), n},
		{"technique names", len(t.Techniques), ways},
		{"reported levels", len(t.Ran), ways},
		{"factor units", len(t.FactorUnits), factors},
		{"gestations", len(t.Gestation), factors},
		{"depreciations", len(t.Depreciation), factors},
		{"stocks", len(t.Stock), n},
		{"terminal stocks", len(t.Terminal), n},
		{"terminal capacities", len(t.TerminalCap), factors},
		{"perishing shares", len(t.Perish), n},
	} {
		if part.got != part.want && part.got != 0 {
			return fmt.Errorf("production: %d %s, want %d", part.got, part.name, part.want)
		}
	}
	for i, p := range t.Periods {
		for _, part := range []struct {
			name      string
			got, want int
		}{
			{"needs", len(p.Need), n}, {"weights", len(p.Weight), n}, {"tiers", len(p.Tier), n},
			{"imports", len(p.Import), n}, {"capacities", len(p.Capacity), factors},
		} {
			if part.got != part.want && part.got != 0 {
				return fmt.Errorf("production: period %d: %d %s, want %d", i+1, part.got, part.name, part.want)
			}
		}
	}
	for i, product := range t.Makes {
		if product < 0 || int(product) >= n {
			return fmt.Errorf("production: technique %d makes product %d of %d", i+1, product+1, n)
		}
	}
	for _, part := range []struct {
		name       string
		m          *linalg.Matrix
		rows, cols int
		optional   bool
	}{
		{"inputs", t.Input, ways, n, false},
		{"outputs", t.Output, ways, n, true},
		{"uses of factors", t.Use, ways, factors, true},
		{"building", t.Build, factors, n, true},
	} {
		if part.m == nil {
			if part.optional {
				continue
			}
			return fmt.Errorf("production: no %s", part.name)
		}
		if part.m.Rows != part.rows || part.m.Cols != part.cols {
			return fmt.Errorf("production: %s are %d × %d, want %d × %d", part.name, part.m.Rows, part.m.Cols, part.rows, part.cols)
		}
		if err := part.m.Check(); err != nil {
			return fmt.Errorf("production: %s: %w", part.name, err)
		}
	}
	return nil
}

// Unlimited marks a capacity without limit.
func Unlimited() float64 { return math.Inf(1) }
