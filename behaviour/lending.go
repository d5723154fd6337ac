package behaviour

import (
	"math"

	"gosplan/economy"
	"gosplan/unit"
)

// A simulated person stands for many, who are in truth not all of one branch. So hands of cells that have too
// many, or more by their posts than other cells of the region, work for a month in those others, up to one
// simulated person in each; and posts are opened, and hands dismissed, by what that leaves. Where a cell has
// hundreds of simulated people this is next to nothing. Where it has one or none it keeps small branches at
// work, and branches from keeping one person too many each. It is no choice of anybody: law, pay and skill play
// no part in it, who is lent works with the skill and effort of his hosts, and offices neither lend nor borrow.

// lendHands shares the hands of each region out evenly, by the posts wanted, as far as one simulated person
// more or less in each cell goes.
func lendHands(w *economy.World, s *economy.State, posts *[economy.Cells][]int32) {
	weight := float64(w.Weight)
	for r := range economy.Regions {
		var spare, short [economy.Branches]float64
		var spares, shorts float64
		first := economy.Cell(r, economy.FirstBranch)
		filled := filledPosts(s, first, posts)
		for k := range spare {
			if cell := &s.Cell[first+k]; len(posts[first+k]) > 0 {
				over := unit.Clip(float64(cell.Staff)-filled*float64(cell.Wanted), -weight, weight)
				spare[k], short[k] = max(0, over), max(0, -over)
				spares += spare[k]
				shorts += short[k]
			}
		}
		hands := int64(min(spares, shorts))
		spread(hands, spare[:], func(k int, n int64) { lend(s, first+k, posts[first+k], filled, n) })
		spread(hands, short[:], func(k int, n int64) { lend(s, first+k, posts[first+k], filled, -n) })
	}
}

// recall sends all who work for others this month back to where they belong, until they are lent again.
func recall(s *economy.State) {
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		e.Staff, e.Lent = e.Belong(), 0
	}
	for c := range s.Cell {
		s.Cell[c].Lent = 0
	}
}

// filledPosts is the part of the posts wanted in the cells of a region that can be filled, 1 where there are
// hands for all.
func filledPosts(s *economy.State, first int, posts *[economy.Cells][]int32) float64 {
	var staff, wanted float64
	for c := first; c < first+economy.Branches; c++ {
		if len(posts[c]) > 0 {
			staff += float64(s.Cell[c].Staff)
			wanted += float64(s.Cell[c].Wanted)
		}
	}
	return min(1, staff/max(1, wanted))
}

// lend takes hands from those enterprises of a cell that have more than the part of their posts that can be
// filled or, when there are fewer than none to lend, gives them to those that have less.
func lend(s *economy.State, c int, posts []int32, filled float64, hands int64) {
	if hands == 0 {
		return
	}
	s.Cell[c].Lent += hands
	var room [32]float64
	weights := room[:0]
	for _, i := range posts {
		e := &s.Enterprise[i]
		over := float64(e.Staff) - filled*float64(e.Wanted)
		weights = append(weights, max(0, math.Copysign(1, float64(hands))*over))
	}
	spread(hands, weights, func(k int, n int64) {
		e := &s.Enterprise[posts[k]]
		e.Staff -= n
		e.Lent += n
	})
}

// roundPosts first sets posts that are open in a region and hands that are too many off against each other, as
// far as hands will be lent. What is left is rounded to whole simulated people: each cell up or down by chance,
// the sum of the region within one. Offices are rounded with the others and set nothing off.
func roundPosts(w *economy.World, s *economy.State, region int, surplus []float64) {
	weight := float64(w.Weight)
	cells := s.Cell[economy.Cell(region, economy.FirstBranch):][:len(surplus)]
	var part, spare [economy.Branches]float64
	var parts, spares float64
	for k := range part {
		part[k] = math.Mod(max(0, cells[k].Open-surplus[k]), weight)
		spare[k] = unit.Clip(surplus[k]-cells[k].Open, 0, weight)
		parts += part[k]
		spares += spare[k]
	}
	if met := min(parts, spares); met > 0 {
		for k := range part {
			cells[k].Open -= part[k] * met / parts
			surplus[k] -= spare[k] * met / spares
		}
	}
	upTo := w.Deck.Uniform(askWhole, uint64(region), s.Month)
	for k := range cells {
		before := math.Floor(upTo)
		upTo += cells[k].Open / weight
		cells[k].Open = weight * (math.Floor(upTo) - before)
	}
}
