package lp

import (
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/par"
)

// normal solves with
//
//	M = A·D·Aᵀ + E
//
// for diagonal D ≥ 0 and E ≥ 0. Rows are laid out block by block, each padded
// to whole tiles, so that blocks that share few columns leave tiles empty. What
// the factor loses to rounding is won back by conjugate gradients.
type normal struct {
	a, columns     *linalg.Matrix
	cuts, cutsT    []int   // spans of a and of columns
	place          []int32 // [row] in the tiles
	order          []int32 // rows by place
	t              *tiled
	d, e           []float64 // [column], [row]
	byPlace, byCol []float64
	worst          float64 // largest relative residual of the last solve
}

func newNormal(a *linalg.Matrix, block []int32) *normal {
	n := &normal{a: a, columns: Transpose(a), place: make([]int32, a.Rows), byCol: make([]float64, a.Cols)}
	n.cuts, n.cutsT = spans(a), spans(n.columns)
	n.layOut(block)
	marked := make([]bool, n.t.side*n.t.side)
	for j := range a.Cols {
		rows, _ := n.columns.Row(j)
		n.mark(marked, rows)
	}
	n.t.shape(marked)
	return n
}

// layOut gives every row its place.
func (n *normal) layOut(block []int32) {
	n.order = make([]int32, n.a.Rows)
	for i := range n.order {
		n.order[i] = int32(i)
	}
	of := func(i int32) int32 {
		if block == nil {
			return 0
		}
		return block[i]
	}
	slices.SortStableFunc(n.order, func(a, b int32) int { return int(of(a)) - int(of(b)) })
	next := 0
	for k, i := range n.order {
		if k > 0 && of(i) != of(n.order[k-1]) {
			next = (next + tileSide - 1) / tileSide * tileSide
		}
		n.place[i] = int32(next)
		next++
	}
	n.t = newTiled((next + tileSide - 1) / tileSide)
	n.byPlace = make([]float64, n.t.side*tileSide)
}

func (n *normal) mark(marked []bool, rows []int32) {
	var tiles []int32
	for _, i := range rows {
		tiles = append(tiles, n.place[i]/tileSide)
	}
	slices.Sort(tiles)
	tiles = slices.Compact(tiles)
	for k, row := range tiles {
		for _, col := range tiles[:k+1] {
			marked[int(row)*n.t.side+int(col)] = true
		}
	}
}

// factorise makes ready to solve with given diagonals.
func (n *normal) factorise(d, e []float64) {
	n.d, n.e = d, e
	n.assemble()
	n.t.factorise()
}

// assemble writes M into the tiles. Each column of
// tiles is one worker's, so that sums have one order.
func (n *normal) assemble() {
	par.Blocks(n.t.side, func(column int) {
		for i := column; i < n.t.side; i++ {
			if tile := n.t.at(i, column); tile != nil {
				clear(tile)
			}
		}
		for l := range tileSide {
			n.t.at(column, column)[l*tileSide+l] = 1 // padding
		}
	})
	par.Blocks(len(n.order), func(k int) {
		i := n.order[k]
		place := n.place[i]
		column, within := int(place)/tileSide, int(place)%tileSide
		n.t.at(column, column)[within*tileSide+within] = n.e[i]
		cols, vals := n.a.Row(int(i))
		for l, j := range cols {
			w := vals[l] * n.d[j]
			if w == 0 {
				continue
			}
			rows, entries := n.columns.Row(int(j))
			for q, other := range rows {
				if at := n.place[other]; at >= place {
					n.t.at(int(at)/tileSide, column)[within*tileSide+int(at)%tileSide] += w * entries[q]
				}
			}
		}
	})
}

// direct applies the factor: out ≈ M⁻¹·r.
func (n *normal) direct(out, r []float64) {
	clear(n.byPlace)
	for i, v := range r {
		n.byPlace[n.place[i]] = v
	}
	n.t.solve(n.byPlace)
	for i := range out {
		out[i] = n.byPlace[n.place[i]]
	}
}

// times sets out = M·x.
func (n *normal) times(out, x []float64) {
	multiplyInto(n.byCol, n.columns, n.cutsT, x)
	for j, d := range n.d {
		n.byCol[j] *= d
	}
	multiplyInto(out, n.a, n.cuts, n.byCol)
	for i, e := range n.e {
		out[i] += e * x[i]
	}
}

// solve sets out = M⁻¹·r by conjugate gradients after the factor.
func (n *normal) solve(out, r []float64, tolerance float64) {
	const most = 12
	size := norm(r)
	clear(out)
	if size == 0 {
		return
	}
	m := len(r)
	left, z, step, image := slices.Clone(r), make([]float64, m), make([]float64, m), make([]float64, m)
	rho := 0.0
	best := math.Inf(1)
	for round := range most {
		n.direct(z, left)
		next := dot(left, z)
		beta := 0.0
		if round > 0 {
			beta = next / rho
		}
		rho = next
		for i := range step {
			step[i] = z[i] + beta*step[i]
		}
		n.times(image, step)
		alpha := rho / dot(step, image)
		if math.IsNaN(alpha) || math.IsInf(alpha, 0) {
			break
		}
		for i := range out {
			out[i] += alpha * step[i]
			left[i] -= alpha * image[i]
		}
		n.worst = norm(left) / size
		if n.worst <= tolerance || round > 2 && n.worst > 0.5*best {
			break
		}
		best = min(best, n.worst)
	}
}

func dot(x, y []float64) float64 {
	var a, b, c, d float64
	i := 0
	for ; i+3 < len(x); i += 4 {
		a += x[i] * y[i]
		b += x[i+1] * y[i+1]
		c += x[i+2] * y[i+2]
		d += x[i+3] * y[i+3]
	}
	for ; i < len(x); i++ {
		a += x[i] * y[i]
	}
	return (a + b) + (c + d)
}

func norm(x []float64) float64 { return math.Sqrt(dot(x, x)) }
