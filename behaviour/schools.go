package behaviour

import (
	"math"

	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/unit"
)

// Ages in years: of those who are at school, for counts of what they bring
// from home, and from which somebody can be the parent of one who leaves it.
const pupilFrom, pupilUntil, parentFrom = economy.SchoolAge, economy.WorkFrom, 34

// schoolLag is how many years ago those of sixteen went to school (assumed:
// entry at seven or eight).
const schoolLag = 9

// schools are what admission goes by in a month.
type schools struct {
	mean, spread float64 // of the schooling at home of all pupils, years
	patrons      float64 // share of pupils with somebody in an office at home
	refused      float64 // share of children who get less than they want
}

// admissions sums up the homes of all pupils, from sums over blocks, where
// places are enough for some years of schooling a child.
func admissions(p *Primitives, places float64, homes *economy.BlockSum) (out schools) {
	out.refused = p.Admission.Refused(p.Family.schooling(places))
	if homes.Pupils == 0 {
		return out
	}
	out.mean = homes.Homes / homes.Pupils
	out.spread = math.Sqrt(max(0, homes.HomesSquare/homes.Pupils-out.mean*out.mean))
	out.patrons = homes.Patrons / homes.Pupils
	return out
}

// atHome keeps what last month's count found at home and begins a new one.
func atHome(h *economy.House) {
	h.Learned, h.Patron = 0, min(1, h.Desk)
	if h.Elders > 0 {
		h.Learned = uint8(h.Taught / uint16(h.Elders))
	}
	h.Taught, h.Elders, h.Desk = 0, 0, 0
}

// learns counts what somebody knows among the elders of his house, and a pupil
// among all, by what there was at home last month.
func (l *life) learns(p *economy.Person, h *economy.House, age int) {
	elder := indicator(age >= parentFrom) & indicator(h.Elders < math.MaxUint8)
	h.Elders += elder
	h.Taught += uint16(elder) * uint16(p.School)
	if cell, works := p.Works(); works && h.Desk < math.MaxUint8 {
		if _, good := economy.CellOf(cell); good == economy.Office {
			h.Desk++
		}
	}
	if sum := &l.b.Sum; age >= pupilFrom && age < pupilUntil && h.Learned > 0 {
		known := economy.SchoolYears(h.Learned)
		sum.Pupils++
		sum.Homes += known
		sum.HomesSquare += known * known
		sum.Patrons += float64(h.Patron)
	}
}

// admitted is how far up somebody comes who leaves school, of those of his
// year. Of whose parents nothing is known comes as those in the middle do.
func (l *life) admitted(h *economy.House, luck float64) float64 {
	a, m := mechanism.Applicant{}, &l.schools
	if h.Learned > 0 && m.spread > 1e-6 {
		a.Parents = (economy.SchoolYears(h.Learned) - m.mean) / m.spread
		a.Protected = float64(h.Patron) - m.patrons
	}
	return l.p.Admission.Rank(luck, a, m.refused, l.s.Terms.Quota, l.s.Terms.Protection)
}

// schooling is the least and the most, in years, of those of a year who get so many on average.
func (f *Family) schooling(mean float64) (least, most float64) {
	apart := min(f.Unequal, mean)
	return mean - apart, mean + apart
}

// grow tells at sixteen how much schooling the state gives a child.
func (l *life) grow(p *economy.Person, h *economy.House) {
	u := l.admitted(h, l.w.Deck.Uniform(askSchool, uint64(p.Luck), 0))
	least, most := l.p.Family.schooling(l.school)
	years := least + (most-least)*u
	if h.Village >= 0 {
		years *= l.p.Family.Rural
	}
	p.School = uint8(unit.Clip(10*years, 5, 200))
}

// grown is the age in months at which the village school ends.
const grown = economy.WorkFrom * 12

// finish is the age in months at which somebody whose schooling is known leaves
// school: as many years after he came to it, and not before he is grown.
func (l *life) finish(p *economy.Person) int {
	return max(grown, int(12*l.p.Family.Enter)+int(p.School)*12/10)
}

// pupil tells whether somebody grown is still at school.
func (l *life) pupil(p *economy.Person) bool {
	return p.Job == economy.AtHome && l.month-int(p.Born) < l.finish(p)
}

// leavesSchool tells whether somebody leaves school this quarter.
func (l *life) leavesSchool(p *economy.Person) bool {
	since := l.month - int(p.Born) - l.finish(p)
	return since >= 0 && since < 3
}

// begin is the first step of who leaves school: on the farm, for a post, or home.
// Who learned on after the village school did so in a town, and stays there if
// posts are open and nothing bars him.
func (l *life) begin(i int) {
	p := &l.b.Person[i]
	h := &l.b.House[p.House]
	p.Tenure = 1
	if h.Village >= 0 {
		p.Job = economy.OnFarm
		open := l.open(int(h.Region)) * (1 - l.s.Terms.Passport)
		if l.finish(p) > grown && !p.Is(economy.Married) && l.w.Deck.Uniform(askMove, uint64(p.Luck), 0) < open {
			l.leaveHome(i, int(h.Region))
		}
	} else if l.ready(p) {
		p.Job = economy.Seeking
	}
}
