package plan

import (
	"context"
	"errors"
	"fmt"
	"math"

	"gosplan/linalg"
	"gosplan/production"
)

// A Worth is what a table says of prices where every product is made in one
// way. Slices are by product.
type Worth struct {
	Value      []float64   // taken of the factor, in all, by a unit of a product: v = l + A·v
	Output     []float64   // gross output of all products for a unit of net output: 1 + A·m
	Error      []float64   // proved: no Value is off by more
	Root       linalg.Root // of A, negative entries taken for nothing
	Price      []float64   // of production, at the rate of profit; worth as much as Value in all for a unit of everything
	Profit     float64     // uniform rate at the wage given
	MostProfit float64     // uniform rate at a wage of nothing: 1 ÷ root − 1
}

// rootTolerance is how close bounds of spectral radii are.
const rootTolerance = 1e-10

// Worths computes labour values, or those in another factor, output
// multipliers and prices of production,
//
//	p = (1 + Profit)·(A·p + l·(wage·p))
//
// where wage is the products that a unit of the factor is paid, in advance;
// nil: nothing (Sraffa, Production of Commodities by Means of Commodities,
// 1960; Morishima, Marx's Economics, 1973). Every product must have a technique, of
// several the one that balances take, and inputs must be less than outputs: a
// spectral radius below one.
// Real tables have tiny negative entries. They count in Value and Output;
// Root, Profit and Price take them for nothing.
func Worths(ctx context.Context, t *production.Table, factor int, wage []float64) (*Worth, error) {
	if taken, _ := inUse(t); taken != nil {
		t = onlyWays(t, taken)
	}
	w, err := worksOf(t)
	switch {
	case err != nil:
		return nil, err
	case w.most > 1 || len(w.list) < t.N:
		return nil, errors.New("plan: values need a technique for every product")
	case t.Use == nil || factor < 0 || factor >= len(t.Factors):
		return nil, fmt.Errorf("plan: factor %d: the table has %d, numbered from 0", factor, len(t.Factors))
	}
	a := w.net
	if !t.Square() {
		a = w.net.Pick(w.list)
	}
	labour, perWay := make([]float64, t.N), make([]float64, t.Ways())
	w.costs(oneAt(len(t.Factors), factor), perWay)
	for i, way := range w.list {
		labour[i] = perWay[way]
	}
	return worths(ctx, a, labour, wage)
}

func worths(ctx context.Context, a *linalg.Matrix, labour, wage []float64) (*Worth, error) {
	n := a.Rows
	v := &Worth{Value: make([]float64, n), Output: make([]float64, n), Error: make([]float64, n)}
	v.Root = linalg.Perron(ctx, positive(a), nil, rootTolerance)
	if v.Root.High >= 1 {
		return nil, fmt.Errorf("plan: techniques use up more than they make: the spectral radius is %.6g", v.Root.Value())
	}
	system, ones := linalg.NewSystem(a, nil), make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	const exact = 1e-14
	system.Solve(ctx, labour, v.Value, exact, nil)
	system.Solve(ctx, ones, v.Output, exact, nil)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	v.errors(ctx, a, labour)
	v.MostProfit = 1/v.Root.Value() - 1
	paid := func(p, y []float64) {
		if wage != nil {
			cost := linalg.Dot(wage, p)
			for i, l := range labour {
				y[i] += l * cost
			}
		}
	}
	root := linalg.Perron(ctx, positive(a), paid, rootTolerance)
	v.Profit, v.Price = 1/root.Value()-1, root.Vector
	scale := linalg.Sum(v.Value) / linalg.Sum(v.Price)
	for i := range v.Price {
		v.Price[i] *= scale
	}
	return v, nil
}

// errors bounds how far values are off. (I − |A|)⁻¹ has no negative entries
// and its row sums m = 1 + |A|·m bound those of |(I − A)⁻¹|, so that an error is
// at most the largest residual times m. Rounding of the residual is counted in.
func (v *Worth) errors(ctx context.Context, a *linalg.Matrix, labour []float64) {
	const rounding = 0x1p-52
	sums := v.Output
	if abs := altered(a, math.Abs); abs != a {
		sums = make([]float64, a.Rows)
		ones := make([]float64, a.Rows)
		for i := range ones {
			ones[i] = 1
		}
		linalg.NewSystem(abs, nil).Solve(ctx, ones, sums, 1e-14, nil)
	}
	used, most := make([]float64, len(labour)), 0.0
	a.Times(v.Value, used)
	for i, x := range v.Value {
		entries := float64(a.Start[i+1] - a.Start[i])
		slip := rounding * (entries + 2) * (math.Abs(labour[i]) + math.Abs(used[i]) + math.Abs(x))
		most = max(most, math.Abs(labour[i]+used[i]-x)+slip)
	}
	for i, m := range sums {
		v.Error[i] = most * m * (1 + 1e-9)
	}
}

// positive is a matrix with what is negative taken for nothing.
func positive(a *linalg.Matrix) *linalg.Matrix {
	return altered(a, func(v float64) float64 { return max(v, 0) })
}

// altered is a matrix with other values; the matrix itself if it has no
// negative ones.
func altered(a *linalg.Matrix, to func(float64) float64) *linalg.Matrix {
	for _, val := range a.Val {
		if val < 0 {
			p := *a
			p.Val = make([]float64, len(a.Val))
			for k, v := range a.Val {
				p.Val[k] = to(v)
			}
			return &p
		}
	}
	return a
}
