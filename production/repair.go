package production

import (
	"slices"

	"gosplan/linalg"
)

// A Repaired is one change that Repair made, or was told not to make.
type Repaired struct {
	Name    string `json:"name"` // by which it is refused
	What    string `json:"what"` // one sentence
	Count   int    `json:"count"`
	Refused bool   `json:"refused"`
}

// repairs are what Repair can do, in the order in which it does it. Each
// changes the table and tells how many places it changed and what it did.
var repairs = []struct {
	name string
	does string
	run  func(*Table) (int, string)
}{
	{"drop-zeros", "drops entries of zero", dropZeros},
	{"clip-negatives", "sets tiny negative inputs to zero", clipNegatives},
	{"clip-factors", "sets negative uses of factors to zero", clipFactors},
	{"drop-twins", "drops a technique that is the same recipe as one before it", dropTwins},
	{"drop-empty", "drops sectors that are neither made nor used nor needed", dropEmpty},
	{"stock-draw", "treats a need below zero as coming from outside", stockDraw},
	{"import-only", "lets what is used and not made come from outside without limit", importOnly},
	{"balance-rounding", "puts what a row misses by rounding into the need", balanceRounding},
}

// RepairNames are the names of all repairs, with what each does.
func RepairNames() [][2]string {
	var out [][2]string
	for _, r := range repairs {
		out = append(out, [2]string{r.name, r.does})
	}
	return out
}

// RepairAll refuses every repair.
const RepairAll = "all"

// Repair mends what findings name a repair for, in a copy of the table. It
// lists what it did, and what it did not do because it was refused by name;
// "all" refuses everything.
func Repair(t *Table, findings Findings, refuse []string) (*Table, []Repaired) {
	wanted := map[string]bool{}
	for _, f := range findings {
		wanted[f.Repair] = true
	}
	out := t.Clone()
	var done []Repaired
	for _, r := range repairs {
		switch {
		case !wanted[r.name]:
		case slices.Contains(refuse, r.name) || slices.Contains(refuse, RepairAll):
			done = append(done, Repaired{Name: r.name, What: "refused: " + r.does, Refused: true})
		default:
			if count, what := r.run(out); count > 0 {
				done = append(done, Repaired{Name: r.name, What: what, Count: count})
			}
		}
	}
	return out, done
}

// Mend is Repair, with what is odd about the table that comes of it: what was
// found before where nothing was changed.
func Mend(t *Table, findings Findings, refuse []string) (mended *Table, done []Repaired, left Findings) {
	mended, done = Repair(t, findings, refuse)
	if slices.ContainsFunc(done, func(r Repaired) bool { return !r.Refused }) {
		return mended, done, Check(mended)
	}
	return mended, done, findings
}

// Clone is a copy that shares no memory with the table.
func (t *Table) Clone() *Table {
	out := *t
	out.Products, out.Units = slices.Clone(t.Products), slices.Clone(t.Units)
	out.Techniques, out.Makes, out.Ran = slices.Clone(t.Techniques), slices.Clone(t.Makes), slices.Clone(t.Ran)
	out.Factors, out.FactorUnits = slices.Clone(t.Factors), slices.Clone(t.FactorUnits)
	out.Gestation, out.Depreciation = slices.Clone(t.Gestation), slices.Clone(t.Depreciation)
	out.Stock, out.Terminal = slices.Clone(t.Stock), slices.Clone(t.Terminal)
	out.TerminalCap, out.Perish = slices.Clone(t.TerminalCap), slices.Clone(t.Perish)
	for _, m := range []**linalg.Matrix{&out.Input, &out.Output, &out.Use, &out.Build} {
		if *m != nil {
			*m = &linalg.Matrix{Rows: (*m).Rows, Cols: (*m).Cols, Start: slices.Clone((*m).Start), Col: slices.Clone((*m).Col), Val: slices.Clone((*m).Val)}
		}
	}
	out.Periods = slices.Clone(t.Periods)
	for i, p := range t.Periods {
		out.Periods[i] = Period{Name: p.Name, Need: slices.Clone(p.Need), Weight: slices.Clone(p.Weight),
			Tier: slices.Clone(p.Tier), Import: slices.Clone(p.Import), Capacity: slices.Clone(p.Capacity)}
	}
	return &out
}
