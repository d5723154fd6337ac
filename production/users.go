package production

import (
	"slices"

	"gosplan/linalg"
)

// made tells how many techniques make each product.
func (t *Table) made() []int {
	out := make([]int, t.N)
	if t.Output == nil {
		for _, product := range t.Makes {
			out[product]++
		}
		return out
	}
	for way := range t.Ways() {
		cols, values := t.Output.Row(way)
		for at, product := range cols {
			if values[at] > 0 {
				out[product]++
			}
		}
	}
	return out
}

// used tells which products go into a recipe, into building, or into a store
// at the end.
func (t *Table) used() []bool {
	out := make([]bool, t.N)
	for _, m := range []*linalg.Matrix{t.Input, t.Build} {
		if m == nil {
			continue
		}
		for at, product := range m.Col {
			out[product] = out[product] || m.Val[at] != 0
		}
	}
	for i, v := range t.Terminal {
		out[i] = out[i] || v > 0
	}
	return out
}

// needed tells which products are needed in some period, and which come from
// outside or from a store.
func (t *Table) needed() (needed, outside []bool) {
	needed, outside = make([]bool, t.N), make([]bool, t.N)
	for _, p := range t.Periods {
		for i, v := range p.Need {
			needed[i] = needed[i] || v != 0
		}
		for i, v := range p.Import {
			outside[i] = outside[i] || v > 0
		}
	}
	for i, v := range t.Stock {
		outside[i] = outside[i] || v > 0
	}
	return needed, outside
}

// free tells whether a technique uses up nothing and occupies nothing.
func (t *Table) free(way int) bool {
	for _, m := range []*linalg.Matrix{t.Input, t.Use} {
		if m == nil {
			continue
		}
		_, values := m.Row(way)
		if slices.ContainsFunc(values, func(v float64) bool { return v != 0 }) {
			return false
		}
	}
	return true
}

// idle are sectors of an input-output table that make nothing of nothing for
// nobody.
func (t *Table) idle() []bool {
	out := make([]bool, t.N)
	if !t.Square() {
		return out
	}
	used := t.used()
	needed, outside := t.needed()
	for i := range out {
		out[i] = t.free(i) && !used[i] && !needed[i] && !outside[i]
	}
	return out
}

// fromOutside are sectors of a table that reports its year which made nothing
// in it, of nothing, though they are used: what is not comparable to anything
// made at home, used goods.
func (t *Table) fromOutside() []bool {
	out, idle := make([]bool, t.N), t.idle()
	if !t.Square() || t.Ran == nil {
		return out
	}
	for i := range out {
		out[i] = t.Ran[i] == 0 && t.free(i) && !idle[i]
	}
	return out
}

// checkUsers looks for products that nobody uses or needs.
func checkUsers(t *Table) Findings {
	nobody := &tally{Finding: Finding{Severity: Warning, Kind: "nobody uses", Mend: "say who needs it, or leave it out"}}
	empty := &tally{Finding: Finding{Severity: Warning, Kind: "empty sector", Mend: "drop it", Repair: "drop-empty"}}
	used, idle := t.used(), t.idle()
	needed, _ := t.needed()
	for i := range t.N {
		switch {
		case idle[i]:
			empty.see(0, func() (string, string) {
				return "product " + t.Product(i), "it is neither made nor used nor needed"
			})
		case !used[i] && !needed[i]:
			nobody.see(0, func() (string, string) { return "product " + t.Product(i), "it goes into nothing and is not needed" })
		}
	}
	return found(nobody, empty)
}
