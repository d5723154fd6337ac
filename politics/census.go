package politics

import (
	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/par"
	"gosplan/statistic"
)

// A census counts people by what they do, where, and what they know.
type census struct {
	people   [economy.Regions][economy.Groups]float64 // million; managers and holders come from other books
	knowing  float64                                  // million grown-ups outside the branches who know as much as specialists
	seeking  float64                                  // million
	houses   float64                                  // million town houses
	adults   float64                                  // million grown townspeople
	stayed   [economy.Cells]float64                   // part of the workers of a cell who have been there for a year
	mass     [economy.Cells]float64                   // million workers of a cell
	newcomer [economy.Regions]float64                 // million staff of offices who came within the year
	scholars float64                                  // share of staff of offices who know as much as specialists
	sums     sums
}

// sums are what blocks add up, in simulated people.
type sums struct {
	people                                    [economy.Regions][economy.Groups]float64
	pay, paid, school, heads                  [economy.Groups]float64
	mass, stayed                              [economy.Cells]float64
	fresh                                     [economy.Regions]float64
	scholars, knowing, seeking, houses, adult float64
	bin                                       [bins]float64
	generations                               statistic.Pairs // schooling of elders and of a young person of one house
}

// Pay is counted in bins of a width in mean pays; the last takes all above.
const (
	bins  = 400
	width = 0.02
)

// Ages between which somebody is young, and from which elder, for what
// generations of a house have in common.
const young, grown, elder = economy.WorkFrom, 25, 36

// take counts the people of the State.
func take(w *economy.World, s *economy.State, p *behaviour.Primitives, r *Rules) *census {
	parts := make([]sums, len(s.Block))
	grades := behaviour.NewGrades(w, s, &p.Work)
	par.Blocks(len(s.Block), func(b int) { r.count(s, grades, &s.Block[b], &parts[b]) })
	c := &census{}
	for b := range parts {
		c.sums.add(&parts[b])
	}
	mega := float64(w.Weight) / 1e6
	a := &c.sums
	for at := range economy.Regions {
		for g := range economy.Groups {
			c.people[at][g] = a.people[at][g] * mega
		}
		c.newcomer[at] = a.fresh[at] * mega
	}
	c.knowing, c.seeking, c.houses, c.adults = a.knowing*mega, a.seeking*mega, a.houses*mega, a.adult*mega
	for k := range c.mass {
		c.mass[k] = a.mass[k] * mega
		if a.mass[k] > 0 {
			c.stayed[k] = a.stayed[k] / a.mass[k]
		}
	}
	if n := a.heads[economy.Officials]; n > 0 {
		c.scholars = a.scholars / n
	}
	s.Polity.Heredity, s.Polity.Spread = a.heredity(), a.spread()
	return c
}

// count adds up a block.
func (r *Rules) count(s *economy.State, grades *behaviour.Grades, b *economy.Block, a *sums) {
	mean := s.Centre.Seats
	wise := 10 * (mean + r.Learned)
	taught, elders := make([]float64, len(b.House)), make([]float64, len(b.House))
	for i := range b.House {
		if h := &b.House[i]; h.Members > 0 && h.Village < 0 {
			a.houses++
		}
	}
	for i := range b.Person {
		x := &b.Person[i]
		age := x.Years(s.Month)
		if !x.Is(economy.Alive) || age < young {
			continue
		}
		h := &b.House[x.House]
		knows := float64(x.School) >= wise
		if age >= elder {
			taught[x.House] += economy.SchoolYears(x.School)
			elders[x.House]++
		}
		if h.Village < 0 && age < economy.WorkUntil {
			a.adult++
		}
		g, works := groupOf(x, knows)
		if !works {
			if x.Job == economy.Seeking {
				a.seeking++
			}
			if knows && age < economy.WorkUntil {
				a.knowing++
			}
			continue
		}
		a.people[h.Region][g]++
		a.heads[g]++
		a.school[g] += economy.SchoolYears(x.School)
		cell, employed := x.Works()
		if !employed {
			continue
		}
		pay := s.Cell[cell].Rate * grades.Of(x)
		a.pay[g] += pay
		a.paid[g]++
		a.bin[min(bins-1, int(pay/(width*max(1, s.Centre.MeanWage))))]++
		switch {
		case g == economy.Officials && knows:
			a.scholars++
			fallthrough
		case g == economy.Officials:
			if x.Tenure < 12 {
				a.fresh[h.Region]++
			}
		case g == economy.Workers:
			a.mass[cell]++
			if x.Tenure >= 12 {
				a.stayed[cell]++
			}
		}
	}
	for i := range b.Person {
		x := &b.Person[i]
		if age := x.Years(s.Month); x.Is(economy.Alive) && age > young && age <= grown && elders[x.House] > 0 {
			a.generations.Add(taught[x.House]/elders[x.House], economy.SchoolYears(x.School))
		}
	}
}

// groupOf is the group of somebody who works.
func groupOf(x *economy.Person, knows bool) (economy.Group, bool) {
	if cell, ok := x.Works(); ok {
		_, good := economy.CellOf(cell)
		switch {
		case good == economy.Office:
			return economy.Officials, true
		case knows:
			return economy.Specialists, true
		}
		return economy.Workers, true
	}
	switch x.Job {
	case economy.OnFarm:
		return economy.Peasants, true
	case economy.InArmy:
		return economy.Soldiers, true
	}
	return 0, false
}

// heredity is the correlation of schooling between generations.
func (a *sums) heredity() float64 {
	const even = 1e-9 // years of schooling, squared: all are alike
	r, _ := a.generations.Correlation(even, even)
	return r
}

// spread is 1 less the pay below which the lowest tenth earn over that above
// which the highest tenth do.
func (a *sums) spread() float64 {
	var all, upTo, low float64
	for _, n := range a.bin {
		all += n
	}
	for k, n := range a.bin {
		before := upTo
		upTo += n
		if before < all/10 && upTo >= all/10 {
			low = (float64(k) + 0.5) * width
		}
		if n > 0 && upTo >= all*9/10 {
			return 1 - low/((float64(k)+0.5)*width)
		}
	}
	return 0
}

// add adds the sums of a block.
func (a *sums) add(b *sums) {
	for at := range a.people {
		for g := range a.people[at] {
			a.people[at][g] += b.people[at][g]
		}
		a.fresh[at] += b.fresh[at]
	}
	for g := range a.pay {
		a.pay[g] += b.pay[g]
		a.paid[g] += b.paid[g]
		a.school[g] += b.school[g]
		a.heads[g] += b.heads[g]
	}
	for k := range a.mass {
		a.mass[k] += b.mass[k]
		a.stayed[k] += b.stayed[k]
	}
	for k := range a.bin {
		a.bin[k] += b.bin[k]
	}
	a.scholars += b.scholars
	a.knowing += b.knowing
	a.seeking += b.seeking
	a.houses += b.houses
	a.adult += b.adult
	a.generations.Join(&b.generations)
}

// number gives the groups their numbers, pay and schooling. Managers go by the
// staff of branches and come off the specialists among whom they work;
// holders are the houses that own firms and, as far as trade is private, those
// who live by it.
func (r *Rules) number(s *economy.State, c *census, owned float64) {
	o, a := &s.Polity, &c.sums
	for g := range economy.Groups {
		var n float64
		for at := range economy.Regions {
			n += c.people[at][g]
		}
		x := &o.Group[g]
		x.Number, x.Pay, x.School = n, 0, 0
		if a.paid[g] > 0 {
			x.Pay = a.pay[g] / a.paid[g]
		}
		if a.heads[g] > 0 {
			x.School = a.school[g] / a.heads[g]
		}
	}
	specialists, managers := &o.Group[economy.Specialists], &o.Group[economy.Managers]
	managers.Number = min(r.Heads*(o.Group[economy.Workers].Number+specialists.Number), specialists.Number/2)
	managers.Pay, managers.School = specialists.Pay, specialists.School
	if specialists.Number > 0 {
		part := managers.Number / specialists.Number
		for at := range economy.Regions {
			c.people[at][economy.Managers] = part * c.people[at][economy.Specialists]
			c.people[at][economy.Specialists] *= 1 - part
		}
	}
	specialists.Number -= managers.Number
	free := s.Terms.Trade * (1 - s.Terms.StateShare[economy.PoolGrain])
	o.Group[economy.Holders].Number = owned*c.houses + r.Traders*free*c.adults
	o.Experts = c.scholars
}
