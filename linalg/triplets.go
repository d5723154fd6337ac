package linalg

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gosplan/par"
)

// chunkSize is how many triplets lie together; chunks are let go one by one as
// they are read.
const chunkSize = 1 << 16

type triplet struct {
	row, col int32
	val      float64
}

// Triplets are entries of a matrix in any order, 16 bytes each. The zero value
// is empty.
type Triplets struct {
	chunks [][]triplet
	count  int64
}

// Add takes an entry. Entries of the same place are summed in the order of
// their coming.
func (t *Triplets) Add(row, col int, val float64) {
	last := len(t.chunks) - 1
	if last < 0 || len(t.chunks[last]) == chunkSize {
		t.chunks = append(t.chunks, make([]triplet, 0, chunkSize))
		last++
	}
	t.chunks[last] = append(t.chunks[last], triplet{place(row), place(col), val})
	t.count++
}

// place is an index in four bytes, -1 where it does not fit.
func place(i int) int32 {
	if i < 0 || i >= math.MaxInt32 {
		return -1
	}
	return int32(i)
}

// Len is how many entries were added.
func (t *Triplets) Len() int64 { return t.count }

// Matrix sorts the entries into a matrix and lets go of them: the triplets are
// empty afterwards. Zero sums stay as entries. An entry outside the shape is
// refused with its place.
func (t *Triplets) Matrix(rows, cols int) (*Matrix, error) {
	if rows < 0 || cols < 0 || rows >= math.MaxInt32 || cols >= math.MaxInt32 {
		return nil, fmt.Errorf("linalg: a matrix of %d × %d: sides must be below 2³¹", rows, cols)
	}
	m := New(rows, cols)
	for _, chunk := range t.chunks {
		for _, e := range chunk {
			if e.row < 0 || int(e.row) >= rows || e.col < 0 || int(e.col) >= cols {
				return nil, fmt.Errorf("linalg: entry %d, %d of a matrix of %d × %d", e.row, e.col, rows, cols)
			}
			m.Start[e.row+1]++
		}
	}
	for i := range rows {
		m.Start[i+1] += m.Start[i]
	}
	m.Col, m.Val = make([]int32, t.count), make([]float64, t.count)
	next := slices.Clone(m.Start[:rows])
	for c, chunk := range t.chunks {
		for _, e := range chunk {
			m.Col[next[e.row]], m.Val[next[e.row]] = e.col, e.val
			next[e.row]++
		}
		t.chunks[c] = nil
	}
	*t = Triplets{}
	m.tidy(next)
	return m, nil
}

// tidy sorts every row by column, sums what stands in the same place and
// closes the holes. kept is memory for one number to a row.
func (m *Matrix) tidy(kept []int64) {
	g := gridOf(m.Start, nil)
	par.Blocks(g.blocks(), func(b int) {
		var room []cell
		for i := g[b]; i < g[b+1]; i++ {
			cols, vals := m.Row(i)
			var n int
			n, room = sortRow(cols, vals, room)
			kept[i] = int64(n)
		}
	})
	at := int64(0)
	for i := range m.Rows {
		from := m.Start[i]
		m.Start[i] = at
		if at != from {
			copy(m.Col[at:], m.Col[from:from+kept[i]])
			copy(m.Val[at:], m.Val[from:from+kept[i]])
		}
		at += kept[i]
	}
	m.Start[m.Rows] = at
	m.Col, m.Val = m.Col[:at], m.Val[:at]
}

type cell struct {
	col int32
	val float64
}

// sortRow sorts a row in place and sums what stands in the same column. It
// answers how many columns are left, and its working memory for the next row.
func sortRow(cols []int32, vals []float64, room []cell) (int, []cell) {
	if ascends(cols) {
		return len(cols), room
	}
	room = room[:0]
	for k, col := range cols {
		room = append(room, cell{col, vals[k]})
	}
	slices.SortStableFunc(room, func(a, b cell) int { return cmp.Compare(a.col, b.col) })
	n := 0
	for _, c := range room {
		if n > 0 && cols[n-1] == c.col {
			vals[n-1] += c.val
			continue
		}
		cols[n], vals[n] = c.col, c.val
		n++
	}
	return n, room
}

func ascends(cols []int32) bool {
	for k := 1; k < len(cols); k++ {
		if cols[k] <= cols[k-1] {
			return false
		}
	}
	return true
}
