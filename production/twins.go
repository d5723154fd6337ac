package production

import (
	"hash/fnv"
	"math"
	"slices"

	"gosplan/linalg"
)

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
