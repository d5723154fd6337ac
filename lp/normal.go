package lp

import (
	"cmp"
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
// to whole tiles, and in each block those last that are tied to the next block,
// so that elimination fills few tiles between blocks. Ties too weak to matter
// stay out of the factor; what that and rounding lose is won back by conjugate
// gradients.
type normal struct {
	a, columns     *linalg.Matrix
	cuts, cutsT    []int // spans of a and of columns
	block          []int32
	last           int32   // the block that may be tied to all
	bridges        []int32 // columns that tie blocks other than the last
	weak           []bool  // [column] left out but for the diagonal
	place          []int32 // [row] in the tiles
	order          []int32 // rows by place
	t              *tiled
	d, e           []float64 // [column], [row]
	byPlace, byCol []float64
}

func newNormal(a *linalg.Matrix, block []int32) *normal {
	if block == nil {
		block = make([]int32, a.Rows)
	}
	n := &normal{a: a, columns: a.Transpose(), block: block, place: make([]int32, a.Rows), order: make([]int32, a.Rows),
		byCol: make([]float64, a.Cols), weak: make([]bool, a.Cols), t: &tiled{}}
	n.cuts, n.cutsT = spans(a), spans(n.columns)
	for _, b := range block {
		n.last = max(n.last, b)
	}
	for j := range a.Cols {
		rows, _ := n.columns.Row(j)
		if first, second := n.ends(rows); first != second {
			n.bridges = append(n.bridges, int32(j))
		}
	}
	return n
}

// ends are the first and the last block that a column's rows belong to, the
// very last block aside.
func (n *normal) ends(rows []int32) (first, second int32) {
	first, second = n.last, -1
	for _, i := range rows {
		if b := n.block[i]; b != n.last {
			first, second = min(first, b), max(second, b)
		}
	}
	if second < 0 {
		return n.last, n.last
	}
	return first, second
}

// tooWeak is the share of its rows' diagonals below which a tie is left out of
// the factor.
const tooWeak = 1e-5

// weigh decides which ties matter, and how each row is tied: 0 not at all, 1
// to the block before, 2 to the next.
func (n *normal) weigh() (tied []int) {
	diagonal := slices.Clone(n.e)
	overSpans(n.cuts, func(_, from, to int) {
		for i := from; i < to; i++ {
			cols, vals := n.a.Row(i)
			for k, j := range cols {
				diagonal[i] += vals[k] * vals[k] * n.d[j]
			}
		}
	})
	tied = make([]int, n.a.Rows)
	for _, j := range n.bridges {
		rows, vals := n.columns.Row(int(j))
		share := 0.0
		for k, i := range rows {
			for l, other := range rows[:k] {
				share = max(share, n.d[j]*math.Abs(vals[k]*vals[l])/math.Sqrt(diagonal[i]*diagonal[other]))
			}
		}
		n.weak[j] = len(rows) == 2 && share < tooWeak
		if n.weak[j] {
			continue
		}
		_, end := n.ends(rows)
		for _, i := range rows {
			if n.block[i] == end {
				tied[i] = max(tied[i], 1)
			} else if n.block[i] != n.last {
				tied[i] = 2
			}
		}
	}
	return tied
}

// layOut gives every row its place and makes room for the tiles.
func (n *normal) layOut() {
	tied := n.weigh()
	for i := range n.order {
		n.order[i] = int32(i)
	}
	slices.SortStableFunc(n.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(n.block[a], n.block[b]), cmp.Compare(tied[a], tied[b]))
	})
	next := 0
	for k, i := range n.order {
		if k > 0 && n.block[i] != n.block[n.order[k-1]] {
			next = (next + tileSide - 1) / tileSide * tileSide
		}
		n.place[i] = int32(next)
		next++
	}
	side := (next + tileSide - 1) / tileSide
	n.byPlace = make([]float64, side*tileSide)
	marked := make([]bool, side*side)
	var tiles []int32
	for j := range n.a.Cols {
		if rows, _ := n.columns.Row(j); !n.weak[j] {
			tiles = n.mark(marked, side, rows, tiles)
		}
	}
	n.t.shape(side, marked)
}

// mark marks the tiles that a column touches.
func (n *normal) mark(marked []bool, side int, rows, tiles []int32) []int32 {
	tiles = tiles[:0]
	for _, i := range rows {
		if tile := n.place[i] / tileSide; !slices.Contains(tiles, tile) {
			tiles = append(tiles, tile)
		}
	}
	for _, row := range tiles {
		for _, col := range tiles {
			if row >= col {
				marked[int(row)*side+int(col)] = true
			}
		}
	}
	return tiles
}

// factorise makes ready to solve with given diagonals.
func (n *normal) factorise(d, e []float64) {
	n.d, n.e = d, e
	n.layOut()
	n.assemble()
	n.t.factorise()
}

// assemble writes M into the tiles. Each column of M is summed by one
// worker, so that sums have one order.
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
			if n.weak[j] {
				n.t.at(column, column)[within*tileSide+within] += w * vals[l]
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
