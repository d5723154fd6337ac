package plan

import (
	"context"
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// sectors reads an aggregated table of testdata.
func sectors(t *testing.T, file string) *production.Table {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	n := len(lines) - 2
	number := func(row, col int) float64 {
		v, err := strconv.ParseFloat(lines[1+row][1+col], 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	table := &production.Table{N: n, Factors: []string{"labour"}, Periods: []production.Period{{Need: make([]float64, n)}}}
	var input, use linalg.Triplets
	for user := range n {
		table.Makes = append(table.Makes, int32(user))
		table.Products = append(table.Products, lines[1+user][0])
		use.Add(user, 0, number(n, user)/number(user, n))
		table.Periods[0].Need[user] = number(user, n)
		for used := range n {
			input.Add(user, used, number(used, user)/number(user, n))
		}
	}
	for used := range n {
		for user := range n {
			table.Periods[0].Need[used] -= number(used, user)
		}
		table.Periods[0].Need[used] = max(0, table.Periods[0].Need[used])
	}
	if table.Input, err = input.Matrix(n, n); err != nil {
		t.Fatal(err)
	}
	if table.Use, err = use.Matrix(n, 1); err != nil {
		t.Fatal(err)
	}
	return table
}

// What is expected was computed with NumPy from the same files; see
// testdata/README.md.
func TestRealTables(t *testing.T) {
	for _, c := range []struct {
		file               string
		root               float64 // spectral radius
		value, output      float64 // compensation embodied in a unit of the first sector; its output multiplier
		first, gross, paid float64 // gross output of the first sector and of all; compensation
	}{
		{"us2017.csv", 0.4714252356, 0.3882510989, 2.2712544845, 451500.833253, 34481664.7366, 10437776.7400},
		{"china2017.csv", 0.6407448535, 0.8389949265, 2.0156971322, 110679.827451, 2308474.9210, 432027.9764},
	} {
		table := sectors(t, c.file)
		p := made(t, table, Request{Task: Balances})
		proven(t, table, p, 1e-8)
		w, err := Worths(context.Background(), table, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(w.Root.Value()-c.root) > 1e-9 || w.Root.Low > c.root+1e-10 || w.Root.High < c.root-1e-10 {
			t.Errorf("%s: spectral radius %v, want %v", c.file, w.Root.Value(), c.root)
		}
		for _, v := range []struct {
			name      string
			got, want float64
		}{
			{"embodied compensation of the first sector", w.Value[0], c.value},
			{"the same as a price", p.Price[0][0], c.value},
			{"output multiplier of the first sector", w.Output[0], c.output},
			{"gross output of the first sector", p.Level[0][0], c.first},
			{"gross output", linalg.Sum(p.Level[0]), c.gross},
			{"compensation", p.Value, c.paid},
		} {
			if !nearly(v.got, v.want, 2e-9) {
				t.Errorf("%s: %s is %.10g, want %.10g", c.file, v.name, v.got, v.want)
			}
		}
	}
}
