package lp

import (
	"math"

	"gosplan/par"
)

// Tiles are square and stored by columns; corners are what the innermost loop
// works on at a time.
const (
	tileSide    = 96
	cornerRows  = 12
	cornerCols  = 4
	tileEntries = tileSide * tileSide
)

// tiled is a symmetric positive definite matrix in tiles of its lower half,
// nil where it is zero, and in their place, once factored, its Cholesky
// factor. Work is shared out by tiles, each of which sums in one order, so the
// number of cores does not show.
type tiled struct {
	side    int         // in tiles
	tile    [][]float64 // [row·side + column]
	inverse [][]float64 // [column] of the diagonal tiles of the factor
	skipped int         // pivots that vanished: rows that follow from others
}

func (t *tiled) at(i, j int) []float64 { return t.tile[i*t.side+j] }

// shape makes room for the tiles that are marked and for those that
// elimination fills. What an earlier shape had is used again.
func (t *tiled) shape(side int, marked []bool) {
	for k := range side {
		marked[k*side+k] = true
		for j := k + 1; j < side; j++ {
			if !marked[j*side+k] {
				continue
			}
			for i := j; i < side; i++ {
				if marked[i*side+k] {
					marked[i*side+j] = true
				}
			}
		}
	}
	var spare [][]float64
	for _, tile := range t.tile {
		if tile != nil {
			spare = append(spare, tile)
		}
	}
	t.side, t.tile = side, make([][]float64, side*side)
	for at, yes := range marked {
		switch last := len(spare) - 1; {
		case !yes:
		case last >= 0:
			t.tile[at], spare = spare[last], spare[:last]
		default:
			t.tile[at] = make([]float64, tileEntries)
		}
	}
	for len(t.inverse) < side {
		t.inverse = append(t.inverse, make([]float64, tileEntries))
	}
}

// factorise replaces the matrix by its Cholesky factor, column of tiles by
// column of tiles.
func (t *tiled) factorise() {
	t.skipped = 0
	scratch := make([]float64, t.side*tileEntries)
	was := make([][tileSide]float64, t.side) // diagonal before elimination
	for j := range t.side {
		for k := range tileSide {
			was[j][k] = t.at(j, j)[k*tileSide+k]
		}
	}
	for j := range t.side {
		rows := t.rowsBelow(j)
		par.Blocks(len(rows), func(b int) {
			i := rows[b]
			for k := range j {
				if left, right := t.at(i, k), t.at(j, k); left != nil && right != nil {
					subtractProduct(t.at(i, j), left, right)
				}
			}
		})
		t.skipped += factoriseTile(t.at(j, j), &was[j])
		invertTile(t.inverse[j], t.at(j, j))
		par.Blocks(len(rows)-1, func(b int) {
			tile, result := t.at(rows[b+1], j), scratch[b*tileEntries:(b+1)*tileEntries]
			clear(result)
			subtractProduct(result, tile, t.inverse[j])
			for at, v := range result {
				tile[at] = -v
			}
		})
	}
}

// rowsBelow are the rows of tiles in a column, the diagonal first.
func (t *tiled) rowsBelow(j int) []int {
	var out []int
	for i := j; i < t.side; i++ {
		if t.at(i, j) != nil {
			out = append(out, i)
		}
	}
	return out
}

// subtractProduct sets C = C − A·Bᵀ.
func subtractProduct(c, a, b []float64) {
	for i := 0; i < tileSide; i += cornerRows {
		for j := 0; j < tileSide; j += cornerCols {
			update(c[j*tileSide+i:], a[i:], b[j:], tileSide)
		}
	}
}

// updateCorner subtracts A·Bᵀ over the first k columns from a corner of a tile.
func updateCorner(c, a, b []float64, k int) {
	for j := range cornerCols {
		for i := range cornerRows {
			sum := 0.0
			for l := range k {
				sum = math.FMA(a[l*tileSide+i], b[l*tileSide+j], sum)
			}
			c[j*tileSide+i] -= sum
		}
	}
}

// factoriseTile is Cholesky's method in one tile. A pivot that vanishes beside
// what the diagonal was, since its row follows from others, is made so large
// that the row plays no part.
func factoriseTile(c []float64, was *[tileSide]float64) (skipped int) {
	const vanished, noPart = 1e-15, 1e64
	for j := range tileSide {
		column := c[j*tileSide : (j+1)*tileSide]
		for k := range j {
			v := c[k*tileSide+j]
			if v == 0 {
				continue
			}
			left := c[k*tileSide : (k+1)*tileSide]
			for i := j; i < tileSide; i++ {
				column[i] -= v * left[i]
			}
		}
		pivot := noPart
		if column[j] > vanished*was[j] && column[j] > 0 {
			pivot = math.Sqrt(column[j])
		} else {
			skipped++
		}
		column[j] = pivot
		for i := range j {
			column[i] = 0
		}
		for i := j + 1; i < tileSide; i++ {
			column[i] /= pivot
		}
	}
	return skipped
}

// invertTile inverts a lower triangular tile.
func invertTile(inverse, l []float64) {
	clear(inverse)
	for j := range tileSide {
		x := inverse[j*tileSide : (j+1)*tileSide]
		x[j] = 1
		for k := j; k < tileSide; k++ {
			if x[k] == 0 {
				continue
			}
			x[k] /= l[k*tileSide+k]
			column := l[k*tileSide : (k+1)*tileSide]
			for i := k + 1; i < tileSide; i++ {
				x[i] -= column[i] * x[k]
			}
		}
	}
}

// solve replaces b by the solution of L·Lᵀ·x = b.
func (t *tiled) solve(b []float64) {
	part := func(k int) []float64 { return b[k*tileSide : (k+1)*tileSide] }
	held := make([]float64, tileSide)
	for j := range t.side {
		timesLower(held, t.inverse[j], part(j))
		copy(part(j), held)
		rows := t.rowsBelow(j)
		par.Blocks(len(rows)-1, func(k int) {
			i := rows[k+1]
			subtractTimes(part(i), t.at(i, j), held)
		})
	}
	sums := make([][tileSide]float64, t.side)
	for j := t.side - 1; j >= 0; j-- {
		rows := t.rowsBelow(j)
		par.Blocks(len(rows)-1, func(k int) {
			i := rows[k+1]
			timesTransposed(sums[k][:], t.at(i, j), part(i))
		})
		mine := part(j)
		for k := range len(rows) - 1 {
			for l, v := range sums[k] {
				mine[l] -= v
			}
		}
		timesTransposed(held, t.inverse[j], mine)
		copy(mine, held)
	}
}

// timesLower sets out = L·x for a lower triangular tile.
func timesLower(out, l, x []float64) {
	clear(out)
	for k, v := range x {
		column := l[k*tileSide : (k+1)*tileSide]
		for i := k; i < tileSide; i++ {
			out[i] += column[i] * v
		}
	}
}

// subtractTimes sets out = out − A·x.
func subtractTimes(out, a, x []float64) {
	for k, v := range x {
		if v == 0 {
			continue
		}
		column := a[k*tileSide : (k+1)*tileSide]
		for i, c := range column {
			out[i] -= c * v
		}
	}
}

// timesTransposed sets out = Aᵀ·x.
func timesTransposed(out, a, x []float64) {
	for k := range tileSide {
		column := a[k*tileSide : (k+1)*tileSide]
		var s, r float64
		for i := 0; i < tileSide; i += 2 {
			s += column[i] * x[i]
			r += column[i+1] * x[i+1]
		}
		out[k] = s + r
	}
}
