package institution

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/unit"
)

var askSwap = draw.Ask("ministry.convert")

// Swap changes plant between machinery and arms as the plan wants them.
func (i *Investment) Swap(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	arms, machines := &s.Branch[economy.Arms], &s.Branch[economy.Machinery]
	if arms.LastYear <= 0 || machines.LastYear <= 0 {
		return
	}
	most := i.Convert
	want := arms.Wanted - i.SwapAbove*arms.LastYear
	from, to := economy.Machinery, economy.Arms
	pool := machines.LastYear
	if want < 0 {
		from, to = economy.Arms, economy.Machinery
		want, pool = i.SwapBelow*arms.LastYear-arms.Wanted, arms.LastYear
	}
	if from == economy.Arms || w.Given.War.At(year) > 0 {
		most = max(most, i.WarConvert)
	}
	share := unit.Clip(want/pool, 0, most)
	if share < i.SwapLeast {
		return
	}
	var moved [economy.Regions]int64
	for b := range s.Block {
		for k := range s.Block[b].Person {
			p := &s.Block[b].Person[k]
			if cell, ok := p.Works(); ok {
				if r, g := economy.CellOf(cell); g == from && w.Deck.Uniform(askSwap, uint64(p.Luck), s.Month) < share {
					p.Job = economy.FirstCell + uint8(economy.Cell(r, to))
					moved[r] += w.Weight
				}
			}
		}
	}
	for r := range moved {
		goOver(s, r, from, to, share, moved[r])
	}
}

// goOver hands a share of the plant of a branch in a region to enterprises of
// another, which take their turns, and hands with their machines. Of those who go over
// as many are lent for the month as of those who stay.
func goOver(s *economy.State, r int, from, to economy.Good, share float64, hands int64) {
	var givers, takers []*economy.Enterprise
	var staff int64
	for k := range s.Enterprise {
		switch e := &s.Enterprise[k]; {
		case int(e.Region) != r:
		case e.Good == from:
			givers = append(givers, e)
			staff += e.Belong()
		case e.Good == to:
			takers = append(takers, e)
		}
	}
	if len(givers) == 0 || len(takers) == 0 {
		return
	}
	s.Cell[economy.Cell(r, from)].Staff -= hands
	s.Cell[economy.Cell(r, to)].Staff += hands
	var upTo, gone, lent int64
	for n, e := range givers {
		f := takers[n%len(takers)]
		e.HandOver(f, share)
		belong := e.Belong()
		upTo += belong
		next := hands * upTo / max(1, staff)
		over := next - gone
		away := max(0, e.Lent) * over / max(1, belong)
		e.Staff -= over - away
		f.Staff += over - away
		e.Lent -= away
		f.Lent += away
		lent += away
		gone = next
	}
	s.Cell[economy.Cell(r, from)].Lent -= lent
	s.Cell[economy.Cell(r, to)].Lent += lent
}
