package plan

import (
	"fmt"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// BenchmarkVerify checks balances, values and all, of large square tables with
// twenty inputs a product.
func BenchmarkVerify(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprintf("products=%d", n), func(b *testing.B) {
			tab, p := ring(n, 20)
			b.SetBytes(2 * 12 * tab.Input.Entries()) // levels and values each read the matrix once
			metered(b, func() {
				if r := Verify(tab, p, 0); !r.Passed {
					b.Fatal(r.Claims, failures(r))
				}
			})
		})
	}
}

// ring is a table in which all products are alike, each made from others at
// fixed distances around a ring, so that its plan is known: with all needs 1,
// all levels and values are 2.
func ring(n, inputs int) (*production.Table, *Plan) {
	t := &production.Table{N: n, Input: linalg.New(0, n), Use: linalg.New(0, 1), Factors: []string{"labour"},
		Periods: []production.Period{{Need: make([]float64, n)}}}
	p := &Plan{Request: Request{Task: Balances}, Status: Proved, Scale: 1, Value: 2 * float64(n), Bound: 2 * float64(n),
		Level: [][]float64{make([]float64, n)}, Price: [][]float64{make([]float64, n)}}
	t.Makes = make([]int32, n)
	cols, vals := make([]int32, inputs), make([]float64, inputs)
	for i := range n {
		t.Makes[i], t.Periods[0].Need[i], p.Level[0][i], p.Price[0][i] = int32(i), 1, 2, 2
		wraps := 0
		for k := range inputs {
			j := i + 1 + k*(n/inputs)
			if j >= n {
				wraps++
			}
			cols[k], vals[k] = int32(j%n), 0.5/float64(inputs)
		}
		rotate(cols, inputs-wraps)
		appendRow(t.Input, cols, vals)
		appendRow(t.Use, []int32{0}, []float64{1})
	}
	return t, p
}

// rotate moves the end of a list to its front.
func rotate(list []int32, from int) {
	turned := append(append([]int32(nil), list[from:]...), list[:from]...)
	copy(list, turned)
}

// The levels and values of the ring are right, and a wrong one among many is
// found.
func TestVerifyFindsOneWrongLevelAmongMany(t *testing.T) {
	tab, p := ring(200_000, 20)
	if r := Verify(tab, p, 0); !r.Passed {
		t.Fatal(r.Claims, failures(r))
	}
	p.Level[0][123_456] *= 1.001
	r := Verify(tab, p, 0)
	for _, c := range r.Checks {
		if c.Name == "balances" && (c.Passed || c.Worst != "product 123457 in period 1: 0.002 too many") {
			t.Errorf("%+v", c)
		}
	}
	if r.Passed {
		t.Error("it passed")
	}
}
