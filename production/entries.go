package production

import (
	"fmt"
	"math"

	"gosplan/linalg"
)

// tinyNegative is the size, per unit of output, up to which a negative input
// is held to be a residue of how a table was made and not a by-product. In
// the United States' table of 2017 the largest is 0.0032.
const tinyNegative = 0.01

// wideRange is the ratio of the largest to the smallest coefficient above
// which float64 arithmetic begins to lose the small ones.
const wideRange = 1e12

// A matrixPart is one of a table's matrices, with the words for it.
type matrixPart struct {
	m        *linalg.Matrix
	name     string
	row, col func(int) string
}

// matrices are a table's matrices that are there.
func (t *Table) matrices() []matrixPart {
	technique := func(i int) string { return "technique " + t.Technique(i) }
	product := func(i int) string { return "product " + t.Product(i) }
	factor := func(i int) string { return "factor " + t.Factors[i] }
	var out []matrixPart
	for _, part := range []matrixPart{
		{t.Input, "input", technique, product},
		{t.Output, "output", technique, product},
		{t.Use, "use", technique, factor},
		{t.Build, "building", factor, product},
	} {
		if part.m != nil {
			out = append(out, part)
		}
	}
	return out
}

// checkEntries looks for entries that are no numbers, negative or zero.
func checkEntries(t *Table) Findings {
	broken := &tally{Finding: Finding{Severity: Fault, Kind: "not a number", Mend: "put the number there, or leave the place empty"}}
	tiny := &tally{Finding: Finding{Severity: Warning, Kind: "tiny negative input", Mend: "clip it to zero", Repair: "clip-negatives"}}
	negative := &tally{Finding: Finding{Severity: Fault, Kind: "negative input", Mend: "write what is made beside the main product as an output of the technique"}}
	other := &tally{Finding: Finding{Severity: Fault, Kind: "negative amount", Mend: "amounts made, used and built with are not below zero"}}
	share := &tally{Finding: Finding{Severity: Warning, Kind: "negative use of a factor", Mend: "subsidies and losses are negative shares of value added; clip them to zero", Repair: "clip-factors"}}
	empty := &tally{Finding: Finding{Severity: Note, Kind: "zero stored", Mend: "drop it", Repair: "drop-zeros"}}
	for _, part := range t.matrices() {
		for row := range part.m.Rows {
			cols, values := part.m.Row(row)
			for at, v := range values {
				say := func() (string, string) {
					return part.row(row) + ", " + part.col(int(cols[at])), fmt.Sprintf("%s of %g", part.name, v)
				}
				switch {
				case math.IsNaN(v) || math.IsInf(v, 0):
					broken.see(0, say)
				case v == 0:
					empty.see(0, say)
				case v > 0:
				case part.m == t.Input && v >= -tinyNegative:
					tiny.see(-v, say)
				case part.m == t.Input:
					negative.see(-v, say)
				case part.m == t.Use:
					share.see(-v, say)
				default:
					other.see(-v, say)
				}
			}
		}
	}
	return found(broken, negative, other, tiny, share, empty)
}

// checkRange looks for coefficients so far apart that arithmetic suffers.
func checkRange(t *Table) Findings {
	least, most := math.Inf(1), 0.0
	var leastRow, leastCol, mostRow, mostCol int
	for row := range t.Input.Rows {
		cols, values := t.Input.Row(row)
		for at, v := range values {
			v = math.Abs(v)
			if v > 0 && v < least {
				least, leastRow, leastCol = v, row, int(cols[at])
			}
			if v > most && !math.IsInf(v, 0) {
				most, mostRow, mostCol = v, row, int(cols[at])
			}
		}
	}
	if most == 0 || most/least <= wideRange {
		return nil
	}
	return Findings{{
		Severity: Warning, Kind: "wide range", Count: 1, Size: most / least,
		Where: t.entry(mostRow, "input of "+t.Product(mostCol)),
		What: fmt.Sprintf("%g is %.0e times the smallest input, %g of %s in %s",
			most, most/least, least, t.Product(leastCol), t.Technique(leastRow)),
		Mend: "choose units in which amounts are nearer to one",
	}}
}
