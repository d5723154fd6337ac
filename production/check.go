package production

import (
	"fmt"
	"strings"
)

// checks are what Check looks for, in the order in which it tells of it.
var checks = []func(*Table) Findings{
	checkEntries, checkRange, checkVectors, checkTerms, checkNeeds, checkUnits,
	checkMakers, checkUsers, checkFactors, checkTwins,
	checkOutputs, checkRows, checkColumns, checkLoops,
}

// Check tells everything odd about a table before anything is computed from
// it: entries, units, products that nobody makes or uses, imbalances of a
// table of flows, loops that consume more than they make. The worst comes
// first. A table whose parts do not fit together has that one finding only.
func Check(t *Table) Findings {
	if err := t.Shape(); err != nil {
		return Findings{{Severity: Fault, Kind: "shape", What: err.Error(), Mend: "the table cannot be planned from", Count: 1}}
	}
	var out Findings
	for _, check := range checks {
		out = append(out, check(t)...)
	}
	return out.sorted()
}

// entry names a place in a matrix of techniques.
func (t *Table) entry(technique int, of string) string {
	return fmt.Sprintf("technique %s, %s", t.Technique(technique), of)
}

// few names some products, and says how many there are beside.
func (t *Table) few(products []int) string {
	const most = 6
	var names []string
	for _, i := range products[:min(most, len(products))] {
		names = append(names, t.Product(i))
	}
	text := strings.Join(names, ", ")
	if more := len(products) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
