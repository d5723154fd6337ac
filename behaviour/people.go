package behaviour

import (
	"slices"
	"sync"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/par"
	"gosplan/scenario"
	"gosplan/unit"
)

var (
	askDeath   = draw.Ask("person.death")
	askWar     = draw.Ask("person.war")
	askBirth   = draw.Ask("person.birth")
	askChild   = draw.Ask("person.child")
	askSchool  = draw.Ask("person.school")
	askPension = draw.Ask("person.pension")
	askMove    = draw.Ask("person.move")
	askHome    = draw.Ask("person.home")
	askWhere   = draw.Ask("person.where")
	askFlee    = draw.Ask("house.flee")
	askQuit    = draw.Ask("person.quit")
	askSeek    = draw.Ask("person.seek")
	askArms    = draw.Ask("person.arms")
	askMarry   = draw.Ask("person.marry")
	askKin     = draw.Ask("person.kin")
	askSkill   = draw.Ask("person.ready") // anew each month; drawn for month 0 it is readiness, World.Reluctance
)

// frontUntil is the age in years up to which men who can serve are killed at the
// front (assumed).
const frontUntil = 45

// The largest chances that war kills in a quarter: a man of age to serve at the
// front, and anybody beside that (assumed).
const warMenMost, warAllMost = 0.2, 0.1

// awayMost is the largest share of husbands that is away from home (assumed).
const awayMost = 0.9

// What work pays over its reference, beyond which less or more of it changes no
// effort: wages from the least on, the pay of members from nothing (assumed).
const wageLeast, payMost = 0.5, 1.5

// life is what a month's pass over the people of a block needs to know.
type life struct {
	w         *economy.World
	s         *economy.State
	p         *Primitives
	b         *economy.Block
	month     int
	dying     hazards // of a quarter
	warMen    float64 // chance that a man of age to serve is killed this quarter
	warAll    float64
	away      float64 // share of married men who are away from their wives
	vacancy   [economy.Regions]float64
	regionPay [economy.Regions]float64
	usual     float64
	buys      float64 // what effort buys over what it buys by the piece
	real      [economy.Cells]float64
	benefit   unit.Kopecks
	idle      float64 // benefit of a person, kopecks
	pension   unit.Kopecks
	school    float64
	schools   schools
	grades    *Grades
	minded    float64 // part of small children for whom there is a nursery

	// what is the same for many of a block's people, zero until one asks
	quits [economy.Cells][2][3]float64 // hazard of leaving a post: of others, of newcomers
	pull  [economy.Regions]float64     // of the towns
	drawn [economy.Regions]float64     // what that would be if nobody barred the way
	drift [oldest + 1]float64          // how far an age is drawn
}

// Live is a month in the life of all people: wages and benefits come in; a
// third of the people, in turn, age by a quarter: they die, bear children,
// learn, leave, look for work, move.
func Live(w *economy.World, s *economy.State, p *Primitives) {
	year, month := s.Date(w)
	base := life{w: w, s: s, p: p, month: s.Month, usual: p.Effort.Usual()}
	base.dying = hazardTable(&w.Physics.Bodies, w.Given.Mortality.Between(year, month), w.Given.AdultMortality.Between(year, month))
	for sex := range base.dying {
		for a := range base.dying[sex] {
			base.dying[sex][a] /= 4
		}
	}
	var men, people, husbands, away, small float64
	var homes economy.BlockSum
	for b := range s.Block {
		men += s.Block[b].Sum.Men
		husbands += s.Block[b].Sum.Husbands
		away += s.Block[b].Sum.Away
		small += s.Block[b].Sum.Small
		homes.Pupils += s.Block[b].Sum.Pupils
		homes.Homes += s.Block[b].Sum.Homes
		homes.HomesSquare += s.Block[b].Sum.HomesSquare
		homes.Patrons += s.Block[b].Sum.Patrons
		for r := range economy.Regions {
			people += s.Block[b].Sum.People[r]
		}
	}
	weight := float64(w.Weight) / 1e6
	if men > 0 {
		dead := w.Given.WarDeaths.At(year) / 4
		base.warMen = unit.Clip(w.Physics.Bodies.Soldiers*dead/(men*weight), 0, warMenMost)
		base.warAll = unit.Clip((1-w.Physics.Bodies.Soldiers)*dead/(people*weight), 0, warAllMost)
	}
	base.away = unit.Clip(away/max(1, husbands), 0, awayMost)
	for r := range economy.Regions {
		base.vacancy[r] = s.Region[r].VacancyRate
		var pay, posts float64
		for g := economy.FirstBranch; g <= economy.Office; g++ {
			c := &s.Cell[economy.Cell(r, g)]
			pay += c.Wage * float64(c.Staff)
			posts += float64(c.Staff)
		}
		base.regionPay[r] = pay / max(1, posts)
	}
	for c := range base.real {
		base.real[c] = unit.Clip(s.Cell[c].Wage/max(1, s.Centre.Prices)/max(1, s.Centre.RefWage), wageLeast, payMost)
	}
	base.grades = NewGrades(w, s, &p.Work)
	base.buys = 1
	if s.Terms.Effort > 0 {
		base.buys = s.Terms.Effort
	}
	base.idle = s.Terms.Benefit * s.Centre.MeanWage
	base.benefit = unit.Kopecks(s.Terms.Benefit*s.Centre.MeanWage) * unit.Kopecks(w.Weight)
	base.pension = unit.Kopecks(s.Terms.Pension*s.Centre.MeanWage) * unit.Kopecks(w.Weight)
	base.minded = w.Nurseries(s, small)
	base.school = w.OrderedAbout(s, scenario.SchoolPlaces, year-schoolLag, month)
	base.schools = admissions(p, base.school, &homes)
	par.Blocks(len(s.Block), func(b int) {
		l := base
		l.b = &s.Block[b]
		l.block()
	})
	for b := range s.Block {
		block := &s.Block[b]
		for c := range block.Wages {
			ledger.Pay(&s.Cell[c].Purse, &block.Wages[c], -block.Wages[c].Held())
		}
		ledger.Pay(&s.Centre.Treasury, &block.Benefit, -block.Benefit.Held())
	}
}

// block lives the month of one block.
func (l *life) block() {
	b := l.b
	b.Sum = economy.BlockSum{}
	b.Seeker = b.Seeker[:0]
	for i := range b.House {
		h := &b.House[i]
		h.Minded = h.Small
		h.Members, h.Home, h.Eaters, h.Hands, h.Grown, h.Small, h.Own, h.Posts = 0, 0, 0, 0, 0, 0, 0, 0
		h.Income *= 11.0 / 12
		h.Spent *= 11.0 / 12
		atHome(h)
	}
	for i := range b.Wages {
		b.Work[i] = economy.WorkSum{}
	}
	fates := fatesKept.Get().(*fates)
	defer fatesKept.Put(fates)
	fates.deal(l)
	for i := range b.Person {
		p := &b.Person[i]
		if !p.Is(economy.Alive) {
			continue
		}
		if l.turn(p) {
			if l.quarter(i, fates.next()); !b.Person[i].Is(economy.Alive) {
				continue
			}
		}
		l.monthly(&b.Person[i])
		if b.Person[i].Job == economy.Seeking && !l.turn(&b.Person[i]) {
			b.Seeker = append(b.Seeker, int32(i)) // those without a post look every month
		}
	}
	l.settle()
	if (l.month+3)%12 == 0 {
		l.marry()
	}
	l.takeIn()
}

// The part of a year that villagers work on the land, women beside house and
// children (Strumilin's time budgets of 1923; TsSU on average annual kolkhoz
// employment), and the old, few of whom still go to the fields, for counts of
// employment: the old and the young did a tenth of the labour-days of kolkhozes in 1950,
// and less once the old had pensions (recalled).
const mensYear, womensYear, eldersYear, pensionersYear = 0.95, 0.65, 0.2, 0.1

// monthly pays a person and counts him in.
func (l *life) monthly(p *economy.Person) {
	b := l.b
	h := &b.House[p.House]
	age := p.Years(l.month)
	h.Members++
	town := indicator(h.Village < 0)
	if p.Job != economy.InArmy { // the army feeds them
		h.Home++
		b.Sum.Home[town][h.Region]++
		h.Eaters += economy.Ration(age)
		h.Grown += indicator(age >= economy.WorkFrom)
	}
	r := h.Region
	b.Sum.People[r]++
	b.Sum.Urban[r] += float64(town)
	small := indicator(age < economy.SchoolAge)
	h.Small += small
	b.Sum.Small += float64(small)
	l.learns(p, h, age)
	adult := float64(indicator(age >= economy.WorkFrom) & indicator(age < economy.WorkUntil))
	b.Sum.Grown += adult
	b.Sum.School += adult * economy.SchoolYears(p.School)
	if !p.Is(economy.Female) && age >= economy.ServeFrom && age < economy.ServeUntil {
		l.musters(p, age)
	}
	switch {
	case p.Job >= economy.FirstCell:
		c := int(p.Job - economy.FirstCell)
		work := &b.Work[c]
		grade := l.grades.Of(p)
		h.Posts++
		work.Staff++
		work.Weight += grade
		work.Skill += float64(p.Skill)
		if p.Is(economy.Female) {
			work.Women++
		}
		pay := unit.Kopecks(l.s.Cell[c].Rate*grade) * unit.Kopecks(l.w.Weight)
		ledger.Pay(&b.Wages[c], &h.Purse, pay)
		h.Income += float32(pay) / 12
		if p.Tenure < 255 {
			p.Tenure++
		}
	case p.Job == economy.OnFarm:
		h.Hands++
		switch {
		case l.retired(p, age):
			if l.pension > 0 {
				b.Sum.Farmers += pensionersYear
			} else {
				b.Sum.Farmers += eldersYear
			}
		case p.Is(economy.Female):
			b.Sum.Farmers += womensYear
		default:
			b.Sum.Farmers += mensYear
		}
	case p.Job == economy.InArmy:
		b.Sum.Army++
		if p.Tenure < 255 {
			p.Tenure++
		}
	case p.Job == economy.Seeking:
		b.Sum.Seekers[r]++
		switch {
		case h.Village < 0 && l.onOwn(p, r):
			h.Own++
		case l.benefit > 0:
			ledger.Pay(&b.Benefit, &h.Purse, l.benefit)
			h.Income += float32(l.benefit) / 12
		}
	case l.pension > 0 && h.Village < 0 && l.retired(p, age):
		ledger.Pay(&b.Benefit, &h.Purse, l.pension)
		h.Income += float32(l.pension) / 12
	}
}

// quarter is what happens to a person once a quarter.
func (l *life) quarter(i int, fate [2]float64) {
	b := l.b
	p := &b.Person[i]
	h := &b.House[p.House]
	age := min(p.Years(l.month), oldest)
	sex := 0
	if p.Is(economy.Female) {
		sex = 1
	}
	if l.dies(p, h, age, sex, fate) {
		l.leavePost(p)
		p.Flags &^= economy.Alive
		b.FreePerson = append(b.FreePerson, int32(i))
		return
	}
	switch {
	case p.Due > 1:
		p.Due--
	case p.Due == 1:
		p.Due = 0
		l.birth(p.House, p.Luck)
		h.Small++
		h.Minded++
		if _, works := p.Works(); works && !l.ready(p) {
			l.giveUp(p)
			p.Tenure = 0
		}
	case sex == 1 && age >= economy.FertileFrom && age < economy.FertileUntil && l.conceives(p, h, age):
		p.Due = pregnancy
	}
	if age == economy.WorkFrom && p.Job == economy.AtHome && p.School == 0 {
		l.grow(p, h)
	}
	if p.Job == economy.AtHome && l.leavesSchool(p) {
		l.begin(i)
		h = &b.House[p.House] // who leaves school may leave home
	}
	if l.called(p, age) {
		l.leavePost(p)
		p.Job, p.Tenure = economy.InArmy, 0
		return
	}
	switch {
	case p.Job >= economy.FirstCell:
		l.worker(i, age)
	case age < economy.WorkFrom, l.pupil(p) && h.Hunger <= float32(l.p.Family.Plea): // who goes hungry leaves school
	case p.Job == economy.InArmy:
		l.demob(p, h, age)
	case h.Village < 0:
		l.townsman(i, age)
	default:
		l.villager(i, age)
	}
}

// turn tells whether a person ages by a quarter this month.
func (l *life) turn(p *economy.Person) bool { return (uint64(p.Luck)+uint64(l.month))%3 == 0 }

// fates are the lucks of death of those whose turn it is, in their order. They
// are drawn together, which is faster than one by one.
type fates struct {
	luck []uint32
	draw [][2]float64 // of death from age and from hunger
	at   int          // who comes next
}

// fatesKept are used again, so that a month allocates nothing.
var fatesKept = sync.Pool{New: func() any { return new(fates) }}

func (f *fates) deal(l *life) {
	people := l.b.Person
	f.luck = slices.Grow(f.luck[:0], len(people))[:len(people)]
	n := 0
	for i := range people {
		p := &people[i]
		f.luck[n] = p.Luck // kept if it is his turn
		n += int(indicator(p.Is(economy.Alive)) & indicator(l.turn(p)))
	}
	f.at, f.draw = 0, slices.Grow(f.draw[:0], n)[:n]
	for i, luck := range f.luck[:n] {
		u, v := l.w.Deck.Uniforms(askDeath, uint64(luck), l.month)
		f.draw[i] = [2]float64{u, v}
	}
}

func (f *fates) next() [2]float64 {
	f.at++
	return f.draw[f.at-1]
}

// indicator counts without a branch, which ages and sexes would send astray.
func indicator(yes bool) (n uint8) {
	if yes {
		n = 1
	}
	return n
}

// list finds where somebody grown lives, before the first asks.
func (r *relatives) list(b *economy.Block) {
	if r.listed {
		return
	}
	r.listed = true
	r.homes.clear()
	for i := range b.House {
		if h := &b.House[i]; h.Grown > 0 {
			list := &r.homes[h.Region][town(h)]
			*list = append(*list, int32(i))
		}
	}
}
