package economy

import "math"

// Wear is what is left of something by its age in months, which wears once it
// is no longer young, exp(−rate·(age − young)⁺) by years. It is worked out
// once for each age.
type Wear struct {
	Rate, Young float64 // a year, years
	known       [600]float64
}

// Left is what is left at an age.
func (w *Wear) Left(months int) float64 {
	if uint(months) >= uint(len(w.known)) {
		return w.left(months)
	}
	known := &w.known[months]
	if *known == 0 {
		*known = w.left(months)
	}
	return *known
}

func (w *Wear) left(months int) float64 {
	return math.Exp(-w.Rate * max(0, float64(months)/12-w.Young))
}

// Install puts a vintage among the others, which are in order of date, the
// oldest first; when there is no room, the two oldest are merged.
func (e *Enterprise) Install(v Vintage) {
	if e.Plants == Vintages {
		a, b := &e.Vintage[0], &e.Vintage[1]
		places := a.Places + b.Places
		if places > 0 {
			b.Yield = (a.Yield*a.Places + b.Yield*b.Places) / places
			b.Now = (a.Now*a.Places + b.Now*b.Places) / places
			b.Built = int32(math.Round((float64(a.Built)*a.Places + float64(b.Built)*b.Places) / places))
		}
		b.Places, b.Cost = places, a.Cost+b.Cost
		copy(e.Vintage[:], e.Vintage[1:])
		e.Plants--
	}
	if v.Now == 0 {
		v.Now = v.Yield
	}
	at := e.Plants
	for ; at > 0 && e.Vintage[at-1].Built > v.Built; at-- {
		e.Vintage[at] = e.Vintage[at-1]
	}
	e.Vintage[at] = v
	e.Plants++
}

// Retire scraps the oldest plant up to a cost.
func (e *Enterprise) Retire(cost float64) {
	for cost > 0 && e.Plants > 1 {
		v := &e.Vintage[0]
		if v.Cost > cost {
			left := 1 - cost/v.Cost
			v.Cost *= left
			v.Places *= left
			return
		}
		cost -= v.Cost
		copy(e.Vintage[:], e.Vintage[1:e.Plants])
		e.Plants--
		e.Vintage[e.Plants] = Vintage{}
	}
}

// Capital is all plant, points.
func (s *State) Capital() (sum float64) {
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		sum = AddCapital(sum, e.Vintage[:e.Plants])
	}
	return sum
}

// AddCapital adds plant to a sum, points, one vintage after the other.
func AddCapital(sum float64, plant []Vintage) float64 {
	for v := range plant {
		sum += plant[v].Cost
	}
	return sum
}

// PlantPrice is what a point of new plant costs, kopecks: its machines and its
// building.
func (s *State) PlantPrice(p *Plant) float64 {
	return (p.Machines*s.Branch[Machinery].Price + (1-p.Machines)*s.Branch[Construction].Price) / p.Yield
}

// Destroy takes away a share of all plant.
func (e *Enterprise) Destroy(share float64) {
	for v := range e.Plants {
		e.Vintage[v].Places *= 1 - share
		e.Vintage[v].Cost *= 1 - share
	}
}

// HandOver gives a share of all plant to an enterprise of another branch; its
// yield there is what its places would have in that branch.
func (e *Enterprise) HandOver(to *Enterprise, share float64) {
	ratio := ReferenceOutput[to.Good] / ReferenceWorkers[to.Good] / (ReferenceOutput[e.Good] / ReferenceWorkers[e.Good])
	var places, cost, yield, now, built float64
	for v := range e.Plants {
		p := &e.Vintage[v]
		places += share * p.Places
		cost += share * p.Cost
		yield += share * p.Places * p.Yield
		now += share * p.Places * p.Now
		built += share * p.Places * float64(p.Built)
		p.Places *= 1 - share
		p.Cost *= 1 - share
	}
	if places > 0 {
		to.Install(Vintage{Places: places, Cost: cost, Yield: yield / places * ratio, Now: now / places * ratio, Built: int32(built / places)})
		to.Stretch += yield * ratio / 12
		e.Stretch -= yield / 12
	}
}
