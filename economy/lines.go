package economy

// A branch that works up grain and other farm produce makes several goods in
// lines of their own: bread, spirits and sweets of the one, cloth, shoes and
// tinned food of the other. Where one is missing its lines stand and the others
// go on. The lines are as large as what they work up is worth.

// Line is the part of a branch's lines that works up a farm good: 0 grain, 1
// produce; 0 where the branch works up none.
func (g Good) Line(k int) float64 {
	all := BasePrice[Grain]*Needs[g][Grain] + BasePrice[Produce]*Needs[g][Produce]
	return BasePrice[k] * Needs[g][k] / max(1e-12, all)
}

// line is that of an enterprise's branch.
func (e *Enterprise) line(k int) float64 { return e.Good.Line(k) }

// farmed tells whether it needs both farm goods.
func (e *Enterprise) farmed() bool { return e.Need[Grain] > 0 && e.Need[Produce] > 0 }

// Cover is for how many months the inputs of an enterprise last at reference
// output, 6 at most. Lines that have their farm good make no more than their
// own month while another stands; enough is the stock of which just a month's
// need is ready.
func (e *Enterprise) Cover(enough float64) float64 {
	least, others := 6.0, 6.0
	for g, need := range e.Need {
		if need > 0 {
			held := e.In[g].Held() / need
			least = min(least, held)
			if Good(g) >= FirstBranch {
				others = min(others, held)
			}
		}
	}
	cover := least
	if e.farmed() {
		for k := range 2 {
			held := min(e.In[k].Held()/e.Need[k], others, enough)
			cover += e.line(k) * max(0, held-least)
		}
	}
	return cover
}

// Draws are the months of its need of each farm good, grain and produce, that
// an enterprise works up when it works up so many of all: what one line cannot
// the other does.
func (e *Enterprise) Draws(used float64) (months [2]float64) {
	months = [2]float64{used, used}
	if !e.farmed() {
		return months
	}
	for k := range months {
		if held := e.In[k].Held() / e.Need[k]; held < used {
			months[k] = held
			months[1-k] += (used - held) * e.line(k) / e.line(1-k)
			break
		}
	}
	return months
}
