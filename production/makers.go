package production

import (
	"fmt"
	"hash/fnv"
	"math"
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

// checkTwins looks for names that come twice, and for techniques that are the
// same recipe twice.
func checkTwins(t *Table) Findings {
	name := &tally{Finding: Finding{Severity: Warning, Kind: "same name twice", Mend: "give each its own name"}}
	for _, part := range []struct {
		what  string
		names []string
	}{{"product", t.Products}, {"technique", t.Techniques}, {"factor", t.Factors}} {
		seen := make(map[string]bool, len(part.names))
		for _, word := range part.names {
			if seen[word] {
				name.see(0, func() (string, string) { return part.what + " " + word, "the name stands for two" })
			}
			seen[word] = true
		}
	}
	twin := &tally{Finding: Finding{Severity: Warning, Kind: "same recipe twice", Mend: "drop one of them", Repair: "drop-twins"}}
	for way, first := range t.twins() {
		if first >= 0 {
			twin.see(0, func() (string, string) {
				return "technique " + t.Technique(way), "it is the same recipe as " + t.Technique(first)
			})
		}
	}
	return found(name, twin)
}

// twins is, by technique, the first technique that is the same recipe, or -1.
func (t *Table) twins() []int {
	out := make([]int, t.Ways())
	seen, square := map[uint64][]int{}, t.Square()
	for way := range out {
		out[way] = -1
		if square {
			continue // each makes another product
		}
		sum := t.hash(way)
		for _, before := range seen[sum] {
			if t.same(way, before) {
				out[way] = before
				break
			}
		}
		if out[way] < 0 {
			seen[sum] = append(seen[sum], way)
		}
	}
	return out
}

// hash is the same for recipes that are the same.
func (t *Table) hash(way int) uint64 {
	sum := fnv.New64a()
	var word [12]byte
	put := func(col int32, v float64) {
		for b := range 4 {
			word[b] = byte(col >> (8 * b))
		}
		bits := math.Float64bits(v)
		for b := range 8 {
			word[4+b] = byte(bits >> (8 * b))
		}
		sum.Write(word[:])
	}
	put(t.Makes[way], 0)
	for k, m := range []*linalg.Matrix{t.Input, t.Output, t.Use} {
		put(int32(k), 0)
		if m == nil {
			continue
		}
		cols, values := m.Row(way)
		for at, col := range cols {
			put(col, values[at])
		}
	}
	return sum.Sum64()
}

// same tells whether two techniques are one recipe.
func (t *Table) same(a, b int) bool {
	if t.Makes[a] != t.Makes[b] {
		return false
	}
	for _, m := range []*linalg.Matrix{t.Input, t.Output, t.Use} {
		if m == nil {
			continue
		}
		colsA, valuesA := m.Row(a)
		colsB, valuesB := m.Row(b)
		if !slices.Equal(colsA, colsB) || !slices.Equal(valuesA, valuesB) {
			return false
		}
	}
	return true
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
