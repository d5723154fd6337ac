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
// to whole tiles, so that blocks that share few columns leave tiles empty.
// Columns that would fill the matrix stay out of the factor and are put back
// by the formula of Sherman, Morrison and Woodbury; what that and the factor
// lose is won back by conjugate gradients.
type normal struct {
	a, columns     *linalg.Matrix
	cuts, cutsT    []int   // spans of a and of columns
	place          []int32 // [row] in the tiles
	order          []int32 // rows by place
	t              *tiled
	dense          []int32     // columns that stay out of the factor
	isDense        []bool      // [column]
	d, e           []float64   // [column], [row]
	solved         [][]float64 // [dense] M₀⁻¹·column, by place
	small          []float64   // [dense × dense] Cholesky factor of D⁻¹ + UᵀM₀⁻¹U
	byPlace, byCol []float64
	worst          float64 // largest relative residual of the last solve
}

func newNormal(a *linalg.Matrix, block []int32) *normal {
	n := &normal{a: a, columns: Transpose(a), place: make([]int32, a.Rows), isDense: make([]bool, a.Cols), byCol: make([]float64, a.Cols)}
	n.cuts, n.cutsT = spans(a), spans(n.columns)
	n.layOut(block)
	for j := range a.Cols {
		rows, _ := n.columns.Row(j)
		if n.wouldFill(rows, block) {
			n.dense, n.isDense[j] = append(n.dense, int32(j)), true
		}
	}
	marked := make([]bool, n.t.side*n.t.side)
	for j := range a.Cols {
		if n.isDense[j] {
			continue
		}
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

// wouldFill tells whether a column joins so many rows, or rows of so many
// blocks, that it had better stay out of the factor.
func (n *normal) wouldFill(rows []int32, block []int32) bool {
	const long, longAcross = 2000, 200
	if len(rows) > long || len(rows)*2 > n.a.Rows && len(rows) > longAcross {
		return true
	}
	if block == nil || len(rows) <= longAcross {
		return false
	}
	last := slices.Max(block)
	first := int32(-1)
	for _, i := range rows {
		if b := block[i]; b != last && first >= 0 && b != first {
			return true
		} else if b != last {
			first = b
		}
	}
	return false
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
	k := len(n.dense)
	n.solved = make([][]float64, k)
	par.Blocks(k, func(c int) {
		v := make([]float64, len(n.byPlace))
		rows, vals := n.columns.Row(int(n.dense[c]))
		for l, i := range rows {
			v[n.place[i]] = vals[l]
		}
		n.solved[c] = v
	})
	for c := range k {
		n.t.solve(n.solved[c])
	}
	n.small = make([]float64, k*k)
	for a := range k {
		rows, vals := n.columns.Row(int(n.dense[a]))
		for b := range k {
			for l, i := range rows {
				n.small[a*k+b] += vals[l] * n.solved[b][n.place[i]]
			}
		}
		n.small[a*k+a] += 1 / max(d[n.dense[a]], 1e-300)
	}
	smallCholesky(n.small, k)
}

// assemble writes M without the dense columns into the tiles. Each column of
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
			if n.isDense[j] || w == 0 {
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

// smallCholesky factors a small matrix by rows in place.
func smallCholesky(a []float64, n int) {
	for i := range n {
		for j := range i + 1 {
			s := a[i*n+j]
			for k := range j {
				s -= a[i*n+k] * a[j*n+k]
			}
			if i == j {
				a[i*n+i] = math.Sqrt(max(s, 1e-300))
			} else {
				a[i*n+j] = s / a[j*n+j]
			}
		}
	}
}

func smallSolve(a []float64, n int, b []float64) {
	for i := range n {
		for k := range i {
			b[i] -= a[i*n+k] * b[k]
		}
		b[i] /= a[i*n+i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[k*n+i] * b[k]
		}
		b[i] /= a[i*n+i]
	}
}

// direct applies the factor: out ≈ M⁻¹·r.
func (n *normal) direct(out, r []float64) {
	clear(n.byPlace)
	for i, v := range r {
		n.byPlace[n.place[i]] = v
	}
	n.t.solve(n.byPlace)
	if k := len(n.dense); k > 0 {
		weights := make([]float64, k)
		for c, j := range n.dense {
			rows, vals := n.columns.Row(int(j))
			for l, i := range rows {
				weights[c] += vals[l] * n.byPlace[n.place[i]]
			}
		}
		smallSolve(n.small, k, weights)
		for c, w := range weights {
			for at, v := range n.solved[c] {
				n.byPlace[at] -= w * v
			}
		}
	}
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
