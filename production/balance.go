package production

import (
	"fmt"
	"math"
)

// roundingMiss is the share of its output by which a row or column of a
// published table may miss its total before Check warns. The worst row of the
// United States' table of 2017 misses by 0.36 %, from rounding to millions.
const roundingMiss = 0.005

// misses are, by product of a table that reports its year, what was made or
// came from outside less what was used up or needed. Nil where the table
// reports nothing.
//
//	miss = x − (A x + need − import)
func (t *Table) misses() []float64 {
	if !t.Square() || t.Ran == nil {
		return nil
	}
	first := t.Periods[0]
	out := append([]float64(nil), t.Ran...)
	for way := range t.Ways() {
		cols, values := t.Input.Row(way)
		for at, product := range cols {
			out[product] -= values[at] * t.Ran[way]
		}
	}
	for i := range out {
		if first.Need != nil {
			out[i] -= first.Need[i]
		}
		if first.Import != nil {
			out[i] += first.Import[i]
		}
	}
	return out
}

// checkRows looks for products of which the reported year made more or less
// than was used up and needed.
func checkRows(t *Table) Findings {
	small := &tally{Finding: Finding{Severity: Note, Kind: "row rounding", Mend: "put the miss into the need", Repair: "balance-rounding"}}
	large := &tally{Finding: Finding{Severity: Warning, Kind: "row imbalance", Mend: "look for a final demand, an import or a row that is missing"}}
	for i, miss := range t.misses() {
		if miss == 0 || math.Abs(miss) <= 1e-9*math.Abs(t.Ran[i]) {
			continue
		}
		size := math.Abs(miss) / math.Abs(t.Ran[i])
		tell := small
		if !(size <= roundingMiss) {
			tell = large
		}
		tell.see(size, func() (string, string) {
			what := fmt.Sprintf("%.6g more was made and brought in than was used and needed", miss)
			if miss < 0 {
				what = fmt.Sprintf("%.6g less was made and brought in than was used and needed", -miss)
			}
			if t.Ran[i] != 0 {
				what += fmt.Sprintf(", %.2g %% of an output of %.6g", 100*size, t.Ran[i])
			}
			return "product " + t.Product(i), what
		})
	}
	return found(large, small)
}

// checkColumns looks for techniques of a table of money flows whose inputs
// and value added do not add up to their output, and for those whose inputs
// alone cost more than it.
func checkColumns(t *Table) Findings {
	if t.Unit == "" || t.Units != nil || t.Output != nil {
		return nil
	}
	above := &tally{Finding: Finding{Severity: Warning, Kind: "column sum above one", Mend: "the technique uses up more than it makes, in money: look for a missing output or a subsidy"}}
	miss := &tally{Finding: Finding{Severity: Warning, Kind: "column imbalance", Mend: "look for a row of value added that is missing"}}
	closed := t.Use != nil && t.Ran != nil
	for _, unit := range t.FactorUnits {
		closed = closed && unit == t.Unit
	}
	for way := range t.Ways() {
		_, inputs := t.Input.Row(way)
		sum := total(inputs)
		if sum > 1 {
			above.see(sum, func() (string, string) {
				return "technique " + t.Technique(way), fmt.Sprintf("inputs are %.4g of a unit of output", sum)
			})
		}
		if !closed || t.Ran[way] == 0 || t.free(way) {
			continue
		}
		_, added := t.Use.Row(way)
		if size := math.Abs(1 - sum - total(added)); size > roundingMiss {
			miss.see(size, func() (string, string) {
				return "technique " + t.Technique(way), fmt.Sprintf("inputs and value added are %.4g of a unit of output", sum+total(added))
			})
		}
	}
	return found(above, miss)
}

func total(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}
