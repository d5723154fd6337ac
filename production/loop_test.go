package production

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gosplan/linalg"
	"pgregory.net/rapid"
)

// coefs is a table of input coefficients, inputs in rows as they are
// published, with a need of one of each.
func coefs(a ...[]float64) *Table {
	n := len(a)
	t := &Table{N: n, Unit: "piece", Makes: make([]int32, n), Periods: []Period{{Need: make([]float64, n)}}}
	rows := make([][]float64, n)
	for j := range n {
		t.Makes[j], t.Periods[0].Need[j] = int32(j), 1
		t.Products = append(t.Products, string(rune('a'+j)))
		for i := range n {
			rows[j] = append(rows[j], a[i][j])
		}
	}
	t.Input = linalg.FromRows(rows, len(rows[0]))
	return t
}

func radius(t *testing.T, table *Table) float64 {
	t.Helper()
	found := Check(table).Of("spectral radius")
	if len(found) != 1 {
		t.Fatal("no spectral radius in", Check(table))
	}
	return found[0].Size
}

func TestSpectralRadius(t *testing.T) {
	for _, c := range []struct {
		name string
		a    [][]float64
		want float64
	}{
		// Roots of λ² − 0.7 λ + 0.06: 0.6 and 0.1.
		{"of two products that need each other", [][]float64{{0.4, 0.2}, {0.3, 0.3}}, 0.6},
		{"of a ring of two, where plain iteration swings", [][]float64{{0, 0.5}, {0.5, 0}}, 0.5},
		{"of a chain without a loop", [][]float64{{0, 0.9}, {0, 0}}, 0},
		{"of two groups, the larger", [][]float64{{0.3, 0, 0}, {9, 0.1, 0}, {0, 0, 0.7}}, 0.7},
		{"above one", [][]float64{{0, 2}, {2, 0}}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := radius(t, coefs(c.a...)); math.Abs(got-c.want) > 2*loopClose*c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestLoopsThatConsumeMoreThanTheyMake(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *Table
		where string
		what  string
	}{
		{"a product that takes more than one of itself", coefs([]float64{1.5, 0}, []float64{0, 0.1}), "a", "a ← a: a unit takes 1.5 of itself"},
		{"two that multiply", coefs([]float64{0, 2, 0}, []float64{0.6, 0, 0}, []float64{0.1, 0.1, 0.2}), "a, b", "a unit takes 1.2 of itself, once round"},
		{"three, none of them alone", coefs([]float64{0.5, 0.5, 0.5}, []float64{0.5, 0.5, 0.5}, []float64{0.5, 0.5, 0.5}), "a, b, c", "together they take 1.5 of themselves"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := Check(c.table).Of("loop consumes more than it makes")
			if len(found) != 1 || found[0].Where != c.where || !strings.Contains(found[0].What, c.what) {
				t.Errorf("found %v, want %q at %q", found, c.what, c.where)
			}
		})
	}
}

// A second technique that takes less is a way out of a loop; one that takes
// more than it makes as well is none.
func TestALoopWithAWayOut(t *testing.T) {
	for _, c := range []struct {
		second float64
		loops  int
	}{{0.5, 0}, {1.2, 1}} {
		table := coefs([]float64{1.5})
		table.Makes = []int32{0, 0}
		table.Techniques = []string{"dear", "other"}
		table.Input = linalg.FromRows([][]float64{{1.5}, {c.second}}, 1)
		if found := Check(table).Of("loop consumes more than it makes"); len(found) != c.loops {
			t.Errorf("second technique takes %v: %v", c.second, found)
		}
	}
}

// bracket is between what the largest growth factor of a table's groups is
// proved to lie.
func bracket(table *Table) (low, high float64) {
	g := newGraph(table)
	for _, group := range g.groups() {
		b := g.bounds(group)
		low, high = max(low, b.low), max(high, b.high)
	}
	return low, high
}

// Measuring a product in another unit changes no radius: what is proved in
// one unit holds in every other.
func TestRadiusDoesNotDependOnUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "products")
		scale := rapid.SliceOfN(rapid.Float64Range(0.01, 100), n, n).Draw(t, "units")
		a, b := make([][]float64, n), make([][]float64, n)
		for i := range n {
			for j := range n {
				v := max(0, rapid.Float64Range(-0.5, 0.6).Draw(t, fmt.Sprintf("a%d%d", i, j)))
				a[i], b[i] = append(a[i], v), append(b[i], v*scale[i]/scale[j])
			}
		}
		low, high := bracket(coefs(a...))
		otherLow, otherHigh := bracket(coefs(b...))
		const rounding = 1e-12
		if low > high || max(low, otherLow) > min(high, otherHigh)+rounding {
			t.Errorf("between %v and %v in one unit, %v and %v in another", low, high, otherLow, otherHigh)
		}
	})
}

// A group of many products, in a ring, is found by a way that uses no stack.
func TestALongRing(t *testing.T) {
	const n = 200_000
	m := linalg.New(n, n)
	table := &Table{N: n, Unit: "piece", Makes: make([]int32, n), Input: m, Periods: []Period{{Need: make([]float64, n)}}}
	for i := range n {
		table.Makes[i], table.Periods[0].Need[i] = int32(i), 1
		m.Col, m.Val = append(m.Col, int32((i+1)%n)), append(m.Val, 0.5)
		m.Start[i+1] = int64(i + 1)
	}
	if groups := newGraph(table).groups(); len(groups) != 1 || len(groups[0]) != n {
		t.Errorf("%d groups", len(groups))
	}
	if got := radius(t, table); math.Abs(got-0.5) > 1e-4 {
		t.Errorf("radius %v", got)
	}
}
