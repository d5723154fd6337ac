package linalg

import (
	"sort"

	"gosplan/par"
)

// blockWork is how much work a block of rows holds, in entries. It is small
// enough to share ten thousand rows among cores and large enough that handing
// a block out costs nothing beside it.
const blockWork = 1 << 14

// rowWork is what a row costs beside its entries, in entries.
const rowWork = 6

// A grid is a fixed split of rows into blocks of about the same work. It
// depends on the matrix alone, so that sums reduced in its order have the same
// bits on any number of cores.
type grid []int // block b is the rows from grid[b] to grid[b+1]

// gridOf splits rows whose entries begin where start says; pick, if there is
// one, says which row of start stands in each place.
func gridOf(start []int64, pick []int32) grid {
	if pick == nil {
		return evenGrid(start)
	}
	g, work := grid{0}, int64(0)
	for i, row := range pick {
		work += rowWork
		if row >= 0 {
			work += start[row+1] - start[row]
		}
		if work >= blockWork {
			g, work = append(g, i+1), 0
		}
	}
	return g.end(len(pick))
}

func evenGrid(start []int64) grid {
	rows := len(start) - 1
	total := start[rows] - start[0] + int64(rows)*rowWork
	blocks := max(1, int(total/blockWork))
	g := grid{0}
	for b := 1; b < blocks; b++ {
		goal := total * int64(b) / int64(blocks)
		at := sort.Search(rows, func(i int) bool { return start[i]-start[0]+int64(i)*rowWork >= goal })
		if at > g[len(g)-1] && at < rows {
			g = append(g, at)
		}
	}
	return g.end(rows)
}

func (g grid) end(rows int) grid {
	if g[len(g)-1] < rows || len(g) == 1 {
		g = append(g, rows)
	}
	return g
}

// plainGrid splits vectors that belong to no matrix.
func plainGrid(n int) grid {
	const side = 1 << 13
	g := grid{0}
	for at := side; at < n; at += side {
		g = append(g, at)
	}
	return g.end(n)
}

func (g grid) blocks() int { return len(g) - 1 }

// each works on all blocks, on all cores.
func (g grid) each(work func(from, to int)) {
	par.Blocks(g.blocks(), func(b int) { work(g[b], g[b+1]) })
}

// sums works on all blocks and adds up, block by block, what they answer.
func (g grid) sums(work func(from, to int) [4]float64) [4]float64 {
	parts := make([][4]float64, g.blocks())
	par.Blocks(g.blocks(), func(b int) { parts[b] = work(g[b], g[b+1]) })
	var total [4]float64
	for _, part := range parts {
		for k, x := range part {
			total[k] += x
		}
	}
	return total
}

// sum is sums where there is one only.
func (g grid) sum(work func(from, to int) float64) float64 {
	return g.sums(func(from, to int) [4]float64 { return [4]float64{work(from, to)} })[0]
}

// worst works on all blocks and keeps the largest answer.
func (g grid) worst(work func(from, to int) float64) float64 {
	parts := make([]float64, g.blocks())
	par.Blocks(g.blocks(), func(b int) { parts[b] = work(g[b], g[b+1]) })
	largest := parts[0]
	for _, part := range parts[1:] {
		largest = max(largest, part)
	}
	return largest
}
