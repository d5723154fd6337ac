package production

import (
	"fmt"
	"slices"
)

// checkMakers looks for products that nobody makes and techniques that make
// nothing, or something of nothing.
func checkMakers(t *Table) Findings {
	nobody := &tally{Finding: Finding{Severity: Fault, Kind: "nobody makes", Mend: "add a technique, a stock or an import for it"}}
	abroad := &tally{Finding: Finding{Severity: Note, Kind: "only from outside", Mend: "it is there only as far as stocks and imports reach"}}
	gratis := &tally{Finding: Finding{Severity: Warning, Kind: "made of nothing", Mend: "give the technique its inputs and its labour"}}
	imported := &tally{Finding: Finding{Severity: Warning, Kind: "used, not made", Mend: "treat it as brought in from outside without limit", Repair: "import-only"}}
	barren := &tally{Finding: Finding{Severity: Fault, Kind: "makes nothing", Mend: "say what the technique makes, or drop it"}}
	made, used, idle, brought := t.made(), t.used(), t.idle(), t.fromOutside()
	needed, outside := t.needed()
	for i, makers := range made {
		switch where := func() (string, string) {
			return "product " + t.Product(i), "it is used or needed, and no technique makes it"
		}; {
		case makers > 0 || !used[i] && !needed[i]:
		case outside[i]:
			abroad.see(0, where)
		default:
			nobody.see(0, where)
		}
	}
	for way, product := range t.Makes {
		if t.Output != nil {
			if _, values := t.Output.Row(way); !slices.ContainsFunc(values, func(v float64) bool { return v > 0 }) {
				barren.see(0, func() (string, string) { return "technique " + t.Technique(way), "it makes nothing" })
			}
		}
		switch {
		case !t.free(way) || idle[product]:
		case brought[product]:
			imported.see(0, func() (string, string) {
				return "product " + t.Product(int(product)), "it is used, but none was made in the year of the table"
			})
		default:
			gratis.see(0, func() (string, string) {
				return "technique " + t.Technique(way), "it uses up nothing and occupies nothing, so a plan can have any amount"
			})
		}
	}
	return found(nobody, barren, imported, gratis, abroad)
}

// checkFactors looks for factors that are used and not there, or there and
// not used.
func checkFactors(t *Table) Findings {
	lacking := &tally{Finding: Finding{Severity: Warning, Kind: "no capacity", Mend: "say how much of it there is"}}
	unused := &tally{Finding: Finding{Severity: Note, Kind: "idle factor", Mend: "no technique occupies it"}}
	uses := make([]bool, len(t.Factors))
	if t.Use != nil {
		for at, f := range t.Use.Col {
			uses[f] = uses[f] || t.Use.Val[at] != 0
		}
	}
	for f, name := range t.Factors {
		there := false
		for _, p := range t.Periods {
			there = there || p.Capacity == nil || p.Capacity[f] > 0
		}
		if t.Build != nil {
			_, values := t.Build.Row(f)
			there = there || len(values) > 0
		}
		if uses[f] && !there {
			lacking.see(0, func() (string, string) {
				return "factor " + name, "it is occupied, but there is none and none can be built"
			})
		}
		if !uses[f] {
			unused.see(0, func() (string, string) { return "factor " + name, "nothing occupies it" })
		}
	}
	return found(lacking, unused)
}

// checkOutputs looks for sectors whose reported output is zero or below.
func checkOutputs(t *Table) Findings {
	below := &tally{Finding: Finding{Severity: Fault, Kind: "negative output", Mend: "output is not below zero"}}
	for way, v := range t.Ran {
		if v < 0 {
			below.see(-v, func() (string, string) {
				return "technique " + t.Technique(way), fmt.Sprintf("it reports an output of %g", v)
			})
		}
	}
	return found(below)
}
