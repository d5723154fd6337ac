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
}

// place is an index in four bytes, -1 where it does not fit.
func place(i int) int32 {
	if i < 0 || i >= math.MaxInt32 {
		return -1
	}
	return int32(i)
}

// Matrix sorts the entries into a matrix and lets go of them: the triplets are
// empty afterwards. Beside the result it needs eight 4-byte numbers to a row.
// Zero sums stay as entries. An entry outside the shape is refused with its
// place.
func (t *Triplets) Matrix(rows, cols int) (*Matrix, error) {
	if rows < 0 || cols < 0 || rows >= math.MaxInt32 || cols >= math.MaxInt32 {
		return nil, fmt.Errorf("linalg: a matrix of %d × %d: sides must be below 2³¹", rows, cols)
	}
	counts, err := t.counts(rows, cols)
	if err != nil {
		return nil, err
	}
	m := New(rows, cols)
	m.makeRoom(counts)
	par.Blocks(stripes, func(s int) {
		seen := counts[s]
		from, to := t.stripe(s)
		for c := from; c < to; c++ {
			for _, e := range t.chunks[c] {
				at := m.Start[e.row] + int64(seen[e.row])
				seen[e.row]++
				m.Col[at], m.Val[at] = e.col, e.val
			}
			t.chunks[c] = nil
		}
	})
	*t = Triplets{}
	m.tidy()
	return m, nil
}

// stripe is the chunks of part s of the entries.
func (t *Triplets) stripe(s int) (from, to int) {
	return len(t.chunks) * s / stripes, len(t.chunks) * (s + 1) / stripes
}

// counts is how many entries each part has in every row.
func (t *Triplets) counts(rows, cols int) ([][]int32, error) {
	counts, errs := make([][]int32, stripes), make([]error, stripes)
	par.Blocks(stripes, func(s int) {
		count := make([]int32, rows)
		from, to := t.stripe(s)
		for _, chunk := range t.chunks[from:to] {
			for _, e := range chunk {
				if e.row < 0 || int(e.row) >= rows || e.col < 0 || int(e.col) >= cols {
					errs[s] = fmt.Errorf("linalg: entry %d, %d of a matrix of %d × %d", e.row, e.col, rows, cols)
					return
				}
				count[e.row]++
			}
		}
		counts[s] = count
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return counts, nil
}

// makeRoom makes room in an empty matrix for what each part counted in every
// row. Each count becomes what the parts before it put into the row.
func (m *Matrix) makeRoom(counts [][]int32) {
	for i := range m.Rows {
		before := int32(0)
		for _, count := range counts {
			count[i], before = before, before+count[i]
		}
		m.Start[i+1] = m.Start[i] + int64(before)
	}
	m.Col, m.Val = make([]int32, m.Entries()), make([]float64, m.Entries())
}

// tidy sorts every row by column, sums what stands in the same place and
// closes the holes.
func (m *Matrix) tidy() {
	kept := make([]int32, m.Rows)
	gridOf(m.Start, nil).each(func(from, to int) {
		var room []cell
		for i := from; i < to; i++ {
			cols, vals := m.Row(i)
			var n int
			n, room = sortRow(cols, vals, room)
			kept[i] = int32(n)
		}
	})
	at := int64(0)
	for i := range m.Rows {
		from, n := m.Start[i], int64(kept[i])
		m.Start[i] = at
		if at != from {
			copy(m.Col[at:], m.Col[from:from+n])
			copy(m.Val[at:], m.Val[from:from+n])
		}
		at += n
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
	if len(cols) <= shortRow {
		insert(cols, vals)
		if ascends(cols) {
			return len(cols), room
		}
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

// shortRow is a row that is sorted fastest by putting one entry after another
// into its place.
const shortRow = 32

func insert(cols []int32, vals []float64) {
	for k := 1; k < len(cols); k++ {
		col, val, at := cols[k], vals[k], k
		for ; at > 0 && cols[at-1] > col; at-- {
			cols[at], vals[at] = cols[at-1], vals[at-1]
		}
		cols[at], vals[at] = col, val
	}
}

func ascends(cols []int32) bool {
	for k := 1; k < len(cols); k++ {
		if cols[k] <= cols[k-1] {
			return false
		}
	}
	return true
}
