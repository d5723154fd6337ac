package politics

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/par"
	"gosplan/unit"
)

var (
	askStrike = draw.Ask("enterprise.strike")
	askDays   = draw.Ask("enterprise.strike.days")
)

// A want is what townspeople of a region lack.
type want struct{ people, hunger, short float64 }

// Quarter lets workers weigh their living and strike or not, enterprise by
// enterprise, by how many of the region's workers do. What it costs and wins
// is real where politics governs and counted elsewhere.
func (r *Rules) Quarter(w *economy.World, s *economy.State) {
	if *r == (Rules{}) {
		return
	}
	wants := lacking(s)
	r.hope(s, &wants)
	o := &s.Polity
	grievance := make([]float64, len(s.Enterprise))
	var sore, staff float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		grievance[i] = r.grievance(s, e, &wants[e.Region])
		sore += grievance[i] * float64(e.Staff)
		staff += float64(e.Staff)
	}
	o.Group[economy.Workers].Grievance = sore / max(1, staff)
	r.settle(w, s, grievance, r.chain(s, grievance, r.thresholds(w, s)))
}

// lacking asks the houses of the towns.
func lacking(s *economy.State) (out [economy.Regions]want) {
	parts := make([][economy.Regions]want, len(s.Block))
	par.Blocks(len(s.Block), func(b int) {
		for i := range s.Block[b].House {
			if h := &s.Block[b].House[i]; h.Members > 0 && h.Village < 0 {
				x, n := &parts[b][h.Region], float64(h.Members)
				x.people += n
				x.hunger += n * float64(h.Hunger)
				x.short += n * float64(h.Short)
			}
		}
	})
	for b := range parts {
		for at := range out {
			out[at].people += parts[b][at].people
			out[at].hunger += parts[b][at].hunger
			out[at].short += parts[b][at].short
		}
	}
	for at := range out {
		out[at].hunger /= max(1, out[at].people)
		out[at].short /= max(1, out[at].people)
	}
	return out
}

// living is what a wage buys, kopecks a month at prices of 1928.
func living(s *economy.State, wage float64, x *want) float64 {
	return wage / max(0.01, s.Centre.Prices) * (1 - x.short)
}

// hope moves what the workers of a cell have come to expect.
func (r *Rules) hope(s *economy.State, wants *[economy.Regions]want) {
	for k := range s.Polity.Hoped {
		region, good := economy.CellOf(k)
		if good == economy.Office {
			continue
		}
		now, hoped := living(s, s.Cell[k].Wage, &wants[region]), &s.Polity.Hoped[k]
		*hoped = max(now, *hoped+(now-*hoped)/max(1, r.Hope))
	}
}

// grievance is the part of the expected living that is missing, and hunger.
func (r *Rules) grievance(s *economy.State, e *economy.Enterprise, x *want) float64 {
	hoped := s.Polity.Hoped[economy.Cell(int(e.Region), e.Good)]
	return unit.Clip(1-living(s, e.Wage, x)/max(1, hoped)+x.hunger, 0, 1)
}

// conceded is the rise in pay that a strike wins: of what the workers want, the
// part that pay would make good, as far as the enterprise has money to pay it
// for a quarter and nobody waits at the gate to take their place. What shops do
// not have no employer can give, and nobody gives what he has not.
func (r *Rules) conceded(s *economy.State, e *economy.Enterprise, grievance, gate float64) float64 {
	hoped := s.Polity.Hoped[economy.Cell(int(e.Region), e.Good)]
	owed := unit.Clip(1-living(s, e.Wage, &want{})/max(1, hoped), 0, grievance)
	means := float64(e.Cash.Held()) / max(1, 3*e.Wage*float64(e.Staff))
	return unit.Clip(r.Strike.Yield*owed*(1-s.Terms.Dismissal*gate), 0, max(0, means))
}

// gates are, by region, how many of those who strike could be replaced by
// people who look for work.
func gates(s *economy.State, striking []bool) (share [economy.Regions]float64) {
	var out [economy.Regions]float64
	for i, x := range striking {
		if x {
			out[s.Enterprise[i].Region] += float64(s.Enterprise[i].Staff)
		}
	}
	for at := range share {
		var seekers float64
		for b := range s.Block {
			seekers += s.Block[b].Sum.Seekers[at]
		}
		share[at] = min(1, seekers*s.Centre.Weight*1e6/max(1, out[at]))
	}
	return share
}

// thresholds are the luck of the enterprises and the fear of all.
func (r *Rules) thresholds(w *economy.World, s *economy.State) []float64 {
	out := make([]float64, len(s.Enterprise))
	w.Deck.Normals(askStrike, s.Month, out)
	for i, luck := range out {
		out[i] = r.Strike.Threshold(luck, s.Polity.Coercion)
	}
	return out
}

// chain is which enterprises strike: first those who need no example, then
// those who have seen enough others of their region, until nobody joins.
func (r *Rules) chain(s *economy.State, grievance, threshold []float64) []bool {
	o := &s.Polity
	striking := make([]bool, len(s.Enterprise))
	var all, out [economy.Regions]float64
	for i := range s.Enterprise {
		all[s.Enterprise[i].Region] += float64(s.Enterprise[i].Staff)
	}
	for joined := true; joined; {
		joined = false
		seen := out
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			if striking[i] || e.Staff == 0 {
				continue
			}
			ties := o.Organised[economy.Cell(int(e.Region), e.Good)]
			if r.Strike.Joins(grievance[i], ties, seen[e.Region]/max(1, all[e.Region]), threshold[i]) {
				striking[i], joined = true, true
				out[e.Region] += float64(e.Staff)
			}
		}
	}
	return striking
}

// settle adds up what a quarter's strikes cost and win.
func (r *Rules) settle(w *economy.World, s *economy.State, grievance []float64, striking []bool) {
	o := &s.Polity
	o.Struck = 0
	var lost, won, staff [economy.Cells]float64
	gate := gates(s, striking)
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		k := economy.Cell(int(e.Region), e.Good)
		staff[k] += float64(e.Staff)
		if !striking[i] {
			e.Struck = 0
			continue
		}
		u, v := w.Deck.Uniforms(askDays, uint64(i), s.Month)
		days := r.Strike.Length(u, economy.Workdays)
		e.Struck += int32(math.Ceil(days))
		lost[k] += days * float64(e.Staff)
		o.Struck += days * float64(e.Staff) / 1e6
		if v >= o.Coercion {
			won[k] += days * float64(e.Staff)
			e.Wage *= 1 + o.Governs*r.conceded(s, e, grievance[i], gate[e.Region])
		}
	}
	for k := range staff {
		quarter := economy.Workdays * max(1, staff[k])
		o.Idle[k] = lost[k] / quarter
		o.Won[k] += won[k] / (4 * quarter)
	}
}
