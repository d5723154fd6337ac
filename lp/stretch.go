package lp

import (
	"math"
	"slices"

	"gosplan/linalg"
)

// stretched is a problem in which a column that joins rows of many blocks is
// split into one for each block, held equal by rows of the last block: a dense
// column would fill the normal matrix, and leaving it out would leave the
// matrix singular where the column belongs to the optimum. The first columns
// and rows are those of the problem itself.
//
// Source: Vanderbei 1991, Mathematical Programming 51 (splitting dense columns).
func stretched(p *Problem) *Problem {
	if len(p.Block) == 0 {
		return p
	}
	s := &stretcher{p: p, last: slices.Max(p.Block), columns: p.A.Transpose(), split: map[int32][]copied{}}
	for j := range p.A.Cols {
		s.consider(int32(j))
	}
	if len(s.order) == 0 {
		return p
	}
	return s.problem()
}

// splitFrom is how many rows a column has at least before it is split.
const splitFrom = 40

type stretcher struct {
	p       *Problem
	last    int32
	columns *linalg.Matrix
	order   []int32            // columns that are split
	split   map[int32][]copied // their copies in order of blocks, without the first
	copies  int
}

// copied is the column that stands for another in the rows of a block.
type copied struct {
	block  int32
	column int
}

// consider decides on a column.
func (s *stretcher) consider(j int32) {
	rows, _ := s.columns.Row(int(j))
	if len(rows) < splitFrom {
		return
	}
	var blocks []int32
	for _, i := range rows {
		if b := s.p.Block[i]; b != s.last && !slices.Contains(blocks, b) {
			blocks = append(blocks, b)
		}
	}
	if len(blocks) < 2 {
		return
	}
	slices.Sort(blocks)
	s.order = append(s.order, j)
	for _, b := range blocks[1:] {
		s.split[j] = append(s.split[j], copied{b, s.p.A.Cols + s.copies})
		s.copies++
	}
}

// of is the column that stands for j in a block.
func (s *stretcher) of(j int32, block int32) int32 {
	for _, c := range s.split[j] {
		if c.block == block {
			return int32(c.column)
		}
	}
	return j
}

func (s *stretcher) problem() *Problem {
	p := s.p
	a := &linalg.Matrix{Rows: p.A.Rows, Cols: p.A.Cols + s.copies, Start: slices.Clone(p.A.Start),
		Col: make([]int32, 0, len(p.A.Col)+2*s.copies), Val: make([]float64, 0, len(p.A.Val)+2*s.copies)}
	q := &Problem{A: a, Constant: p.Constant, C: append(slices.Clone(p.C), make([]float64, s.copies)...),
		RowLo: slices.Clone(p.RowLo), RowHi: slices.Clone(p.RowHi), Block: slices.Clone(p.Block),
		Lo: append(slices.Clone(p.Lo), make([]float64, s.copies)...), Hi: append(slices.Clone(p.Hi), make([]float64, s.copies)...)}
	for i := range p.A.Rows {
		cols, vals := p.A.Row(i)
		from := len(a.Col)
		moved := false
		for _, j := range cols {
			to := s.of(j, p.Block[i])
			moved = moved || to != j
			a.Col = append(a.Col, to)
		}
		a.Val = append(a.Val, vals...)
		if moved {
			sortRow(a.Col[from:], a.Val[from:])
		}
	}
	for _, j := range s.order {
		before := j
		for _, c := range s.split[j] {
			q.Lo[c.column], q.Hi[c.column] = p.Lo[j], p.Hi[j]
			a.Col, a.Val = append(a.Col, before, int32(c.column)), append(a.Val, 1, -1)
			a.Rows++
			a.Start = append(a.Start, int64(len(a.Col)))
			q.RowLo, q.RowHi = append(q.RowLo, 0), append(q.RowHi, 0)
			q.Block = append(q.Block, s.last)
			before = int32(c.column)
		}
	}
	return q
}

// sortRow puts a row's columns into order.
func sortRow(cols []int32, vals []float64) {
	for k := 1; k < len(cols); k++ {
		for l := k; l > 0 && cols[l] < cols[l-1]; l-- {
			cols[l], cols[l-1] = cols[l-1], cols[l]
			vals[l], vals[l-1] = vals[l-1], vals[l]
		}
	}
}

// shrink takes the copies out of a solution to the stretched problem.
func (x *Solution) shrink(p *Problem) {
	x.X, x.Y = x.X[:p.A.Cols], x.Y[:p.A.Rows]
	for j, v := range x.X {
		x.X[j] = math.Max(p.Lo[j], math.Min(p.Hi[j], v))
	}
}
