package behaviour

import (
	"math"
	"testing"

	"gosplan/economy"
)

// lending is a region in which each of some branches has two enterprises, for which staff and posts come in
// simulated people of a hundred.
func lending(staff, wanted [][2]int64) (*economy.World, *economy.State, [economy.Cells][]int32) {
	w, s := country(1, 1_000_000)
	w.Weight = 100
	s.Enterprise = nil
	for c := range s.Cell {
		s.Cell[c] = economy.CellState{}
	}
	for k := range staff {
		for n := range 2 {
			s.Enterprise = append(s.Enterprise, economy.Enterprise{Good: economy.FirstBranch + economy.Good(k), Staff: staff[k][n], Wanted: wanted[k][n]})
			s.Cell[k].Staff += staff[k][n]
			s.Cell[k].Wanted += wanted[k][n]
		}
	}
	return w, s, byCell(s, nil)
}

// Hands go where they are missing, within a region and a simulated person in each cell, and come back.
func TestHandsAreLent(t *testing.T) {
	for _, c := range []struct {
		name                string
		staff, wanted, want [][2]int64
	}{
		{"nobody is missing", [][2]int64{{50, 50}, {100, 0}}, [][2]int64{{50, 50}, {60, 0}}, [][2]int64{{50, 50}, {100, 0}}},
		{"as many are missing", [][2]int64{{100, 0}, {0, 0}}, [][2]int64{{60, 0}, {30, 10}}, [][2]int64{{60, 0}, {30, 10}}},
		{"fewer are missing", [][2]int64{{100, 0}, {0, 0}}, [][2]int64{{20, 0}, {30, 10}}, [][2]int64{{60, 0}, {30, 10}}},
		{"fewer are too many than are missing", [][2]int64{{100, 0}, {0, 0}}, [][2]int64{{100, 0}, {100, 0}}, [][2]int64{{50, 0}, {50, 0}}},
		{"from those who have too many", [][2]int64{{50, 50}, {0, 0}}, [][2]int64{{50, 10}, {0, 40}}, [][2]int64{{50, 10}, {0, 40}}},
		{"no more than a simulated person", [][2]int64{{500, 0}, {0, 0}}, [][2]int64{{100, 0}, {300, 0}}, [][2]int64{{400, 0}, {100, 0}}},
		{"who has more of his posts filled lends", [][2]int64{{300, 0}, {100, 0}}, [][2]int64{{900, 0}, {100, 0}}, [][2]int64{{360, 0}, {40, 0}}},
	} {
		w, s, posts := lending(c.staff, c.wanted)
		lendHands(w, s, &posts)
		var lent int64
		for k := range c.want {
			for n := range 2 {
				e := &s.Enterprise[2*k+n]
				if e.Staff != c.want[k][n] || e.Belong() != c.staff[k][n] {
					t.Errorf("%s: enterprise %d of branch %d has %d of its own %d, want %d", c.name, n, k, e.Staff, c.staff[k][n], c.want[k][n])
				}
			}
			lent += s.Cell[k].Lent
		}
		if lent != 0 {
			t.Errorf("%s: %d are lent to nobody", c.name, lent)
		}
		recall(s)
		for k := range c.staff {
			if got := [2]int64{s.Enterprise[2*k].Staff, s.Enterprise[2*k+1].Staff}; got != c.staff[k] || s.Cell[k].Lent != 0 {
				t.Errorf("%s: %v come back to branch %d, want %v", c.name, got, k, c.staff[k])
			}
		}
	}
}

// Posts are opened in whole simulated people, as many in the mean as there are, less what hands who are too
// many elsewhere in the region make up for.
func TestPostsAreRounded(t *testing.T) {
	const months = 4000
	for _, c := range []struct {
		name          string
		open, surplus []float64
		want, left    []float64
	}{
		{"whole ones", []float64{300, 0, 100}, []float64{0, 0, 0}, []float64{300, 0, 100}, []float64{0, 0, 0}},
		{"parts", []float64{30, 60, 150}, []float64{0, 0, 0}, []float64{30, 60, 150}, []float64{0, 0, 0}},
		{"parts that others make up for", []float64{30, 60, 0}, []float64{0, 0, 90}, []float64{0, 0, 0}, []float64{0, 0, 0}},
		{"half of them", []float64{40, 60, 0}, []float64{0, 0, 50}, []float64{20, 30, 0}, []float64{0, 0, 0}},
		{"no more than a simulated person is lent", []float64{80, 80, 0}, []float64{0, 0, 700}, []float64{30, 30, 0}, []float64{0, 0, 600}},
		{"who is too many where more are missing is not lent", []float64{130, 30, 0}, []float64{70, 0, 0}, []float64{130, 30, 0}, []float64{70, 0, 0}},
		{"whole ones are filled by seekers", []float64{200, 50, 0}, []float64{0, 0, 50}, []float64{200, 0, 0}, []float64{0, 0, 0}},
	} {
		w, s, _ := lending(nil, nil)
		mean := make([]float64, len(c.open))
		for month := range months {
			s.Month = month
			var surplus [economy.Branches + 1]float64
			copy(surplus[:], c.surplus)
			var all, opened float64
			for k := range c.open {
				s.Cell[k].Open = c.open[k]
				all += c.want[k]
			}
			roundPosts(w, s, 0, surplus[:])
			for k := range c.open {
				got := s.Cell[k].Open
				if math.Mod(got, 100) != 0 {
					t.Fatalf("%s: %v posts are open", c.name, got)
				}
				mean[k] += got / months
				opened += got
				if math.Abs(surplus[k]-c.left[k]) > 1e-9 {
					t.Fatalf("%s: %v stay too many, want %v", c.name, surplus[k], c.left[k])
				}
			}
			if math.Abs(opened-all) >= 100 {
				t.Fatalf("%s: %v posts are open in all, want %v within a person", c.name, opened, all)
			}
		}
		for k := range mean {
			if math.Abs(mean[k]-c.want[k]) > 3 {
				t.Errorf("%s: branch %d has %.1f posts open in the mean, want %v", c.name, k, mean[k], c.want[k])
			}
		}
	}
}
