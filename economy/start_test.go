package economy

import (
	"math"
	"testing"
)

// The first day is a country: everybody has a house in his block, houses know
// their people, cells and enterprises count the same staff, and all the
// people, land and animals asked for are there.
func TestTheFirstDay(t *testing.T) {
	start := DefaultStart()
	for _, weight := range []int64{20_000, 200_000, 2_000_000} {
		w, s := country(1, weight)
		var people, town, staff float64
		var land, grain float64
		var herd [Kinds]float64
		var jobs [Cells]int64
		for b := range s.Block {
			block := &s.Block[b]
			members := make([]int, len(block.House))
			for i := range block.Person {
				p := &block.Person[i]
				if !p.Is(Alive) {
					t.Fatalf("block %d, person %d is not alive", b, i)
				}
				if p.House < 0 || int(p.House) >= len(block.House) {
					t.Fatalf("block %d, person %d lives in house %d of %d", b, i, p.House, len(block.House))
				}
				members[p.House]++
				people++
				if block.House[p.House].Village < 0 {
					town++
				}
				if cell, ok := p.Works(); ok {
					jobs[cell] += w.Weight
				}
			}
			for i := range block.House {
				h := &block.House[i]
				if int(h.Members) != members[i] {
					t.Fatalf("block %d, house %d counts %d members and has %d", b, i, h.Members, members[i])
				}
				if h.Members > 0 && h.Village >= 0 && s.Village[h.Village].Region != h.Region {
					t.Fatalf("block %d, house %d lies in region %d and in a village of region %d", b, i, h.Region, s.Village[h.Village].Region)
				}
				if h.Members > 0 && !(h.Purse.Held() > 0) {
					t.Fatalf("block %d, house %d has no cash", b, i)
				}
				land += float64(h.Land)
				grain += h.Grain.Held()
				for k := range herd {
					herd[k] += float64(h.Herd[k])
				}
			}
		}
		var posts [Cells]int64
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			posts[Cell(int(e.Region), e.Good)] += e.Staff
		}
		places := s.places()
		for r := range Regions {
			places[Cell(r, Office)] = start.Offices * townShare[r]
			cells := places[Cell(r, FirstBranch):][:CellsPerRegion]
			var all float64
			var hands int64
			for k := range cells {
				all += cells[k]
				hands += jobs[Cell(r, FirstBranch)+k] / weight
			}
			for k := range cells {
				want := float64(hands) * cells[k] / all
				if got := jobs[Cell(r, FirstBranch)+k] / weight; math.Abs(float64(got)-want) > 3 {
					t.Errorf("1:%d, region %d: of %d simulated people %d begin in branch %d, want %.1f", weight, r, hands, got, k, want)
				}
			}
		}
		for c := range s.Cell {
			if jobs[c] != s.Cell[c].Staff {
				t.Errorf("1:%d, cell %d: %d people have a post, the cell counts %d", weight, c, jobs[c], s.Cell[c].Staff)
			}
			if _, g := CellOf(c); g != Office && posts[c] != jobs[c] {
				t.Errorf("1:%d, cell %d: %d people have a post, its enterprises count %d", weight, c, jobs[c], posts[c])
			}
			staff += float64(jobs[c])
		}
		million := float64(weight) / 1e6
		if got := people * million; math.Abs(got-start.People) > 16*million {
			t.Errorf("1:%d: %v million people, want %v", weight, got, start.People)
		}
		if got := town / people; weight < 1e6 && math.Abs(got-start.Urban) > 0.005 {
			t.Errorf("1:%d: %v in towns, want %v", weight, got, start.Urban)
		}
		if weight < 1e6 {
			var sown float64
			for _, q := range NormalGrain {
				sown += q / 0.76 * start.Land
			}
			if math.Abs(land/sown-1) > 1e-5 {
				t.Errorf("1:%d: %v Mha of land, want %v", weight, land, sown)
			}
			if want := start.Barns * start.People; math.Abs(grain/want-1) > 1e-5 {
				t.Errorf("1:%d: %v Mt in barns, want %v", weight, grain, want)
			}
			for k, n := range start.Herd {
				var share float64
				for _, x := range HerdShare[k] {
					share += x
				}
				if math.Abs(herd[k]/(n*share)-1) > 1e-5 {
					t.Errorf("1:%d: %v million %s, want %v", weight, herd[k], KindNames[k], n*share)
				}
			}
		}
		if err := s.Check(); err != nil {
			t.Errorf("1:%d: %v", weight, err)
		}
		if staff == 0 {
			t.Errorf("1:%d: nobody works", weight)
		}
	}
}

// Cells are numbered without gaps, and a number tells its region and good.
func TestCells(t *testing.T) {
	next := 0
	for r := range Regions {
		for g := FirstBranch; g <= Office; g++ {
			if got := Cell(r, g); got != next {
				t.Fatalf("Cell(%d, %v) is %d, want %d", r, g, got, next)
			}
			if gotRegion, gotGood := CellOf(next); gotRegion != r || gotGood != g {
				t.Fatalf("CellOf(%d) is %d, %v", next, gotRegion, gotGood)
			}
			next++
		}
	}
	if next != Cells || int(FirstCell)+Cells > 255 {
		t.Errorf("%d cells, %d expected, in a byte", next, Cells)
	}
}

// A base price covers the good's own value added and its inputs.
func TestBasePricesCoverCosts(t *testing.T) {
	for g := FirstBranch; g < Goods; g++ {
		cost := 1.0
		for i, need := range Needs[g] {
			cost += need * BasePrice[i]
		}
		if math.Abs(cost-BasePrice[g]) > 1e-9 {
			t.Errorf("%v costs %v and is priced %v", g, cost, BasePrice[g])
		}
	}
}

// At the start women are as many of those of any age as the census said, but for
// the men of 18 to 44 whom the war has taken.
func TestSexesAtTheStart(t *testing.T) {
	w, s := country(1, 5_000)
	start := DefaultStart()
	var women, all [2]float64 // of those of 18 to 44, and of those older
	for b := range s.Block {
		for i := range s.Block[b].Person {
			p := &s.Block[b].Person[i]
			age, k := p.Years(s.Month), 1
			switch {
			case age < 18:
				continue
			case age < 45:
				k = 0
			}
			all[k]++
			if p.Is(Female) {
				women[k]++
			}
		}
	}
	left := (1 - start.Women) * (1 - start.MenMissing)
	for k, want := range []float64{start.Women / (start.Women + left), start.Women} {
		if got := women[k] / all[k]; math.Abs(got-want) > 4*math.Sqrt(0.25/all[k]) {
			t.Errorf("%v of group %d are women at 1:%d, want %v", got, k, w.Weight, want)
		}
	}
}
