package behaviour

import (
	"math"
	"sync/atomic"

	"gosplan/economy"
	"gosplan/unit"
)

// oldest is the age from which hazards no longer rise in the table.
const oldest = 105

// hazards are deaths per year by sex (1 = women) and age.
type hazards [2][oldest + 1]float64

func hazardTable(b *economy.Bodies, infant, adult float64) (h hazards) {
	ages := agesOf(b)
	for sex := range h {
		men, boys := b.Men, b.Boys
		if sex == 1 {
			men, boys = 1/men, 1/boys
		}
		for a := range h[sex] {
			h[sex][a] = b.Infant*infant*boys*ages.fading[a] + b.Constant*infant + b.Adult*adult*men*ages.rising[a]
		}
	}
	return h
}

// ages are the parts of the hazards of death that no month changes.
type ages struct {
	infantAge, ageing float64
	fading, rising    [oldest + 1]float64
}

// lastAges are kept, since a run has one set of bodies.
var lastAges atomic.Pointer[ages]

func agesOf(b *economy.Bodies) *ages {
	if last := lastAges.Load(); last != nil && last.infantAge == b.InfantAge && last.ageing == b.Ageing {
		return last
	}
	fresh := &ages{infantAge: b.InfantAge, ageing: b.Ageing}
	for a := range fresh.fading {
		x := float64(a) + 0.5
		fresh.fading[a], fresh.rising[a] = math.Exp(-b.InfantAge*x), math.Exp(b.Ageing*x)
	}
	lastAges.Store(fresh)
	return fresh
}

func (l *life) dies(p *economy.Person, h *economy.House, age, sex int, fate [2]float64) bool {
	hunger := l.starves(p, h, age)
	weight := float64(l.w.Weight)
	if hunger > 0 {
		where := 0
		if h.Village < 0 {
			where = 1
		}
		l.b.Sum.Risk[where] += weight * min(1, hunger)
	}
	hazard := l.dying[sex][age]
	switch {
	case fate[0] < hazard+1e-9 && fate[0] < 1-math.Exp(-hazard): // the first spares most the second, here and below
	case fate[1] < hunger && fate[1] < 1-math.Exp(-hunger):
		l.b.Sum.Hungry[h.Region] += weight
	case l.warAll > 0 && l.killed(p, age, sex):
		l.b.Sum.War += weight
	default:
		return false
	}
	l.b.Sum.Deaths[h.Region] += weight
	return true
}

// starves is the hazard of death from hunger in a quarter.
func (l *life) starves(p *economy.Person, h *economy.House, age int) float64 {
	food := &l.w.Physics.Food
	felt := float64(h.Hunger)
	if p.Job == economy.InArmy {
		felt = l.s.Centre.Hunger
	}
	if felt <= 0 {
		return 0
	}
	hazard := food.Deadly * unit.Pow(felt, food.Steep) / 4
	if age < 5 || age >= economy.WorkUntil {
		hazard *= food.Frail
	}
	return hazard
}

func (l *life) killed(p *economy.Person, age, sex int) bool {
	chance := l.warAll
	if sex == 0 && age >= economy.ServeFrom && age < frontUntil {
		chance += l.warMen
	}
	return l.w.Deck.Uniform(askWar, uint64(p.Luck), l.month) < chance
}

// pregnancy is how many quarters go by between a conception and the birth.
const pregnancy = 3

// conceives draws a conception that will end in a birth. Who expects a child
// conceives no other, so the chance of the others is a little higher than
// the births over all women.
func (l *life) conceives(p *economy.Person, h *economy.House, age int) bool {
	body := &l.w.Physics.Bodies
	luck := l.w.Deck.Uniform(askBirth, uint64(p.Luck), l.month)
	fertile := body.Fertile[(age-economy.FertileFrom)/5] / 25
	chance := func(children float64) float64 {
		rate := min(1, children*fertile)
		return rate / (4 - pregnancy*rate)
	}
	if luck >= chance(body.Floor+body.Fertility) {
		return false // whatever the circumstances
	}
	modern := body.Schooling * max(0, economy.SchoolYears(p.School)-body.Basic)
	if h.Village < 0 {
		modern += body.Town
	}
	children := body.Floor + body.Fertility*math.Exp(-body.Modern*body.Custom[h.Region]*modern)
	if p.Is(economy.Married) {
		children *= 1 - l.away
	} else {
		children *= body.Single
	}
	children *= l.w.Physics.Food.Fertile(float64(h.Hunger)) * (1 - body.Apart*l.s.Region[h.Region].Cut)
	return luck < chance(children)
}

// birth bears a child, which settle gives its place; its identity comes from
// the mother's and the month.
func (l *life) birth(house int32, mother uint32) {
	word := l.w.Deck.Word(askChild, uint64(mother), l.month)
	child := economy.Person{House: house, Luck: uint32(word >> 32), Born: int16(l.month), Flags: economy.Alive}
	if float64(word&1023) < 1024*l.w.Physics.Bodies.Girls {
		child.Flags |= economy.Female
	}
	b := l.b
	b.Sum.Births[b.House[house].Region] += float64(l.w.Weight)
	b.Newborn = append(b.Newborn, child)
}

// settle gives this month's children their places. They live from the next
// month on.
func (l *life) settle() {
	b := l.b
	for _, child := range b.Newborn {
		b.House[child.House].Members++
		if n := len(b.FreePerson); n > 0 {
			b.Person[b.FreePerson[n-1]] = child
			b.FreePerson = b.FreePerson[:n-1]
		} else {
			b.AddPerson(child)
		}
	}
	b.Newborn = b.Newborn[:0]
}
