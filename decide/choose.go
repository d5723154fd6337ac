package decide

import (
	"math"
	"slices"

	"gosplan/par"
)

// A desk is where the options of one state are laid out beside one another.
type desk struct {
	trial  []float64 // [pace][draw][done] worth
	pick   [32]int   // [done] best option
	mixed  [64]float64
	cell   [32]int     // [done] where an option leads
	weight [32]float64 // [done] of that cell's upper end
	total  [32]float64 // [done] pay at the quarter's end
}

// improve chooses pace, draw and care anew in every node. States of one slack
// are a block, and blocks are worked on side by side: none reads what another
// writes.
func (s *stage) improve(v *solver) {
	block := v.states() / v.slack.len()
	par.Blocks(v.slack.len(), func(row int) { s.improveRow(v, &v.desks[row], row*block, (row+1)*block) })
}

func (s *stage) improveRow(v *solver, d *desk, from, to int) {
	count, tried := v.done[s.month].len(), len(v.pace)*len(v.draw)
	trial := d.trial[:tried*count]
	for state := from; state < to; state++ {
		options := v.options[state*tried:][:tried]
		for j := range count {
			d.pick[j] = -1
		}
		low, high := s.low[state], s.high[state]
		for _, pace := range v.first {
			if pace < int(low) || pace > int(high) {
				continue
			}
			for a := pace * len(v.draw); a < (pace+1)*len(v.draw); a++ {
				s.rate(v, d, state, &options[a], trial[a*count:][:count])
				for j, worth := range trial[a*count:][:count] {
					if d.pick[j] < 0 || worth > trial[d.pick[j]*count+j]+notice {
						d.pick[j] = a
					}
				}
			}
		}
		if !v.thorough {
			s.narrow(v, state, d.pick[:count])
		}
		for j := range count {
			s.choose(v, d, state, j, low, high)
		}
	}
}

// narrow leaves the paces chosen in a state and their neighbours for the next
// round.
func (s *stage) narrow(v *solver, state int, pick []int) {
	low, high := slices.Min(pick)/len(v.draw), slices.Max(pick)/len(v.draw)
	s.low[state], s.high[state] = uint8(max(low-1, 0)), uint8(min(high+1, len(v.pace)-1))
}

// rate values one option for everything that may have been done already.
func (s *stage) rate(v *solver, d *desk, state int, o *option, into []float64) {
	if o.idle {
		for j := range into {
			into[j] = math.Inf(-1)
		}
		return
	}
	n, block := s.next.len(), v.stock.len()*v.wip.len()
	mixed, nodes, widths := d.mixed[:n], s.next.nodes[:n], s.next.widths[:n-1]
	cell, least, most := 0, n, 0
	care := s.care[state*len(into):][:len(into)]
	doneNodes := v.done[s.month].nodes[:len(into)]
	last := s.month == months-1
	for j := range into {
		lax := 1 - care[j]
		f := doneNodes[j] + o.work.Output - (care[j]-v.usual)*o.work.Care
		for cell < n-2 && f >= nodes[cell+1] {
			cell++
		}
		for cell > 0 && f < nodes[cell] {
			cell--
		}
		weight := (f - nodes[cell]) * widths[cell]
		if !(weight > 0) {
			weight = 0
		} else if weight > 1 {
			weight = 1
		}
		d.cell[j], d.weight[j] = cell, weight
		least, most = min(least, cell), max(most, cell)
		into[j] = o.pay - o.careless*lax*lax
		if last {
			d.total[j] = at(v.tally.total, f)
		}
	}
	s.blend(mixed[least:most+2], (state/block*block+o.cell)*n+least, v.wip.len()*n, o)
	for j := range into {
		low, high := mixed[d.cell[j]], mixed[d.cell[j]+1]
		into[j] = into[j] + low + d.weight[j]*(high-low)
		if last {
			into[j] += d.total[j]
		}
	}
}

// choose takes the best option of a node, looks between the paces tried, and
// keeps the move.
func (s *stage) choose(v *solver, d *desk, state, j int, low, high uint8) {
	best := d.pick[j]
	draws, count := len(v.draw), v.done[s.month].len()
	node := state*count + j
	options := v.options[state*len(v.pace)*draws:]
	chosen := &options[best]
	kept := s.weigh(v, state, node, j, chosen)
	if !v.closely {
		s.keep(v, node, chosen, kept)
		return
	}
	here := v.at(state)
	var between option
	try := func(pace, draw float64) {
		if pace < v.pace[0] || pace > v.pace[len(v.pace)-1] {
			return
		}
		o := v.option(here, pace, draw)
		if m := s.weigh(v, state, node, j, &o); m.worth > kept.worth+notice {
			kept, between = m, o
			chosen = &between
		}
	}
	if pace := best / draws; pace > int(low) && pace < int(high) {
		trial := d.trial[j:]
		vertex := peak(v.pace[pace-1], v.pace[pace], v.pace[pace+1],
			trial[(best-draws)*count], trial[best*count], trial[(best+draws)*count])
		if vertex != v.pace[pace] {
			try(vertex, v.draw[best%draws])
		}
	}
	if s.month == months-1 {
		for _, goal := range v.goals {
			wanted := goal - v.done[s.month].nodes[j]
			for _, draw := range v.draw {
				try(v.paceFor(here, wanted, draw), draw)
			}
			pace := v.pace[best/draws]
			if draw := v.drawFor(here, wanted, pace); draw != 0 {
				try(pace, draw)
			}
		}
	}
	s.keep(v, node, chosen, kept)
}
