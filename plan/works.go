package plan

import (
	"fmt"

	"gosplan/linalg"
	"gosplan/par"
	"gosplan/production"
)

// A works is a table seen product by product: who can make a unit of it, and
// with what. Everything is for one unit of the main product, whatever one run
// of a technique makes.
type works struct {
	t     *production.Table
	net   *linalg.Matrix // [technique × product] used up, less what is made beside the main product
	made  []float64      // [technique] of the main product by one run; nil: one
	first []int32        // [product+1] where its techniques begin in list
	list  []int32        // [technique] by product
	most  int            // techniques of one product
}

// worksOf arranges a table. A technique that makes nothing of its main product
// is the user's mistake.
func worksOf(t *production.Table) (*works, error) {
	w := &works{t: t, net: t.Input, first: make([]int32, t.N+1), list: make([]int32, t.Ways())}
	for _, product := range t.Makes {
		w.first[product+1]++
	}
	for i := range t.N {
		w.most = max(w.most, int(w.first[i+1]))
		w.first[i+1] += w.first[i]
	}
	next := append([]int32(nil), w.first[:t.N]...)
	for way, product := range t.Makes {
		w.list[next[product]] = int32(way)
		next[product]++
	}
	if t.Output == nil {
		return w, nil
	}
	w.made = make([]float64, t.Ways())
	for way, product := range t.Makes {
		w.made[way] = t.Output.At(way, int(product))
		if !(w.made[way] > 0) {
			return nil, fmt.Errorf("technique %q makes %g of its main product %q: name a product that it makes", t.Technique(way), w.made[way], t.Product(int(product)))
		}
	}
	w.net = w.netted()
	return w, nil
}

// netted is what each technique uses up less what it makes by the way, for a
// unit of its main product.
func (w *works) netted() *linalg.Matrix {
	var entries linalg.Triplets
	for way, main := range w.t.Makes {
		cols, vals := w.t.Input.Row(way)
		for k, col := range cols {
			entries.Add(way, int(col), vals[k]/w.made[way])
		}
		cols, vals = w.t.Output.Row(way)
		for k, col := range cols {
			if col != main {
				entries.Add(way, int(col), -vals[k]/w.made[way])
			}
		}
	}
	m, err := entries.Matrix(w.t.Ways(), w.t.N)
	if err != nil {
		panic(err) // the table's shape was checked
	}
	return m
}

// ways is the techniques that make a product.
func (w *works) ways(product int) []int32 { return w.list[w.first[product]:w.first[product+1]] }

// blockOf is how many products are worked on in one go.
const blockOf = 256

// products works on all products in fixed blocks, on all cores.
func (w *works) products(work func(block, from, to int)) {
	n := w.t.N
	par.Blocks(w.blocks(), func(b int) { work(b, b*blockOf, min(n, (b+1)*blockOf)) })
}

// blocks is how many blocks of products there are.
func (w *works) blocks() int { return (w.t.N + blockOf - 1) / blockOf }

// per is a figure of one run, for a unit of the main product.
func (w *works) per(way int, run float64) float64 {
	if w.made == nil {
		return run
	}
	return run / w.made[way]
}

// costs is what the factors used for a unit cost at given rents. A table
// without factors counts runs.
func (w *works) costs(rent []float64, cost []float64) {
	if w.t.Use == nil {
		for way := range cost {
			cost[way] = w.per(way, 1)
		}
		return
	}
	w.t.Use.Times(rent, cost)
	if w.made != nil {
		for way := range cost {
			cost[way] /= w.made[way]
		}
	}
}

// levels turns outputs by product into levels by technique.
func (w *works) levels(output []float64, way []int32) []float64 {
	level := make([]float64, w.t.Ways())
	for i, x := range output {
		if way[i] >= 0 {
			level[way[i]] = w.per(int(way[i]), x)
		}
	}
	return level
}
