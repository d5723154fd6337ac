package lp

import (
	"context"
	"math"
	"testing"

	"gosplan/linalg"
)

// An lpBuilder puts a problem together row by row.
type lpBuilder struct {
	p    Problem
	rows [][]float64
}

func (b *lpBuilder) column(cost float64) int {
	b.p.C = append(b.p.C, cost)
	b.p.Lo, b.p.Hi = append(b.p.Lo, 0), append(b.p.Hi, math.Inf(1))
	return len(b.p.C) - 1
}

func (b *lpBuilder) row(lo, hi float64, entries map[int]float64) {
	row := make([]float64, len(b.p.C))
	for j, v := range entries {
		row[j] = v
	}
	b.rows = append(b.rows, row)
	b.p.RowLo, b.p.RowHi = append(b.p.RowLo, lo), append(b.p.RowHi, hi)
}

func (b *lpBuilder) problem() *Problem {
	for i, row := range b.rows {
		b.rows[i] = append(row, make([]float64, len(b.p.C)-len(row))...)
	}
	b.p.A = linalg.FromRows(b.rows, len(b.rows[0]))
	return &b.p
}

// cockshott is the example of a five-year plan by W. P. Cockshott, "5yearplan"
// on GitHub (wc22m), in its first version,
// files flows.csv, cap.csv, dep.csv and labtarg.csv, with the rows that his
// nyearplan.java writes (intermediate amounts eliminated): iron, coal, corn,
// bread; the sum over five years of each year's fulfilment of its targets.
func cockshott() *Problem {
	products := []int{0, 1, 2, 3}
	flow := [][]float64{{0.1, 0, 0, 0}, {2, 1, 0.04, 0.2}, {0, 0, 1, 1}, {0, 0, 0, 0}} // [input][product]
	labour, output := []float64{0.3, 1, 2, 0.1}, []float64{10, 5, 10, 1}
	capital := [][]float64{{10, 7, 1.4, 1}, {2, 1, 0.04, 0.1}, {0, 0, 1, 0}, {0, 0, 0, 0}}                              // [of][for]
	wear := [][]float64{{0.07, 0.07, 0.07, 0.06}, {0.5, 0.5, 0.5, 0.5}, {0, 0, 0.5, 0}, {0, 0, 0, 0}}                   // [of][for]
	target := [][]float64{{0.1, 3, 0, 2}, {0.1, 3, 0, 2.01}, {0.1, 3, 0, 2.02}, {0.1, 3.1, 0, 2.1}, {0.1, 3.1, 0, 2.1}} // [year][product]
	hands := []float64{3, 3.01, 3.02, 3.03, 3.07}

	b := &lpBuilder{}
	type year struct {
		met     int
		made    [4]int
		stock   [4][4]int // [for][of]
		growing [4][4]int
	}
	years := make([]year, len(hands))
	for y := range years {
		years[y].met = b.column(-1)
		for _, p := range products {
			years[y].made[p] = b.column(0)
			for _, of := range products {
				years[y].stock[p][of], years[y].growing[p][of] = b.column(0), b.column(0)
			}
		}
	}
	for y, now := range years {
		work := map[int]float64{}
		for _, p := range products {
			balance := map[int]float64{now.made[p]: 1, now.met: -target[y][p]}
			for _, q := range products {
				balance[now.made[q]] -= flow[p][q] / output[q]
				balance[now.growing[q][p]] = -1
			}
			b.row(0, inf, balance)
			work[now.made[p]] = labour[p] / output[p]
			for _, of := range products {
				if capital[of][p] != 0 {
					b.row(0, inf, map[int]float64{now.stock[p][of]: 1, now.made[p]: -capital[of][p] / output[p]})
				}
				if y == 0 {
					b.p.Hi[now.stock[p][of]] = capital[of][p]
					continue
				}
				before := years[y-1]
				b.row(0, inf, map[int]float64{before.stock[p][of]: 1 - wear[of][p], before.growing[p][of]: 1, now.stock[p][of]: -1})
			}
		}
		b.row(math.Inf(-1), hands[y], work)
	}
	return b.problem()
}

// Every method finds the published optimum of Cockshott's five-year plan,
// 7.33645, to the digits that are given, and the check proves it.
func TestCockshottsFiveYearPlan(t *testing.T) {
	p := cockshott()
	for name, solve := range map[string]Solver{"simplex": Simplex, "interior": Interior, "halpern": Halpern} {
		t.Run(name, func(t *testing.T) {
			s, err := solve(context.Background(), p, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Check(p, 1e-6); err != nil || s.Status != Optimal {
				t.Errorf("%s after %d: %v", s.Status, s.Rounds, err)
			}
			if math.Abs(-s.Value-7.336453) > 1e-6 {
				t.Errorf("optimum %.7f, want 7.336453", -s.Value)
			}
		})
	}
}
