package behaviour

import (
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/par"
	"gosplan/scenario"
	"gosplan/unit"
)

var (
	askDeath  = draw.Ask("person.death")
	askWar    = draw.Ask("person.war")
	askBirth  = draw.Ask("person.birth")
	askChild  = draw.Ask("person.child")
	askSchool = draw.Ask("person.school")
	askMove   = draw.Ask("person.move")
	askHome   = draw.Ask("person.home")
	askWhere  = draw.Ask("person.where")
	askFlee   = draw.Ask("house.flee")
	askQuit   = draw.Ask("person.quit")
	askSeek   = draw.Ask("person.seek")
	askArms   = draw.Ask("person.arms")
	askMarry  = draw.Ask("person.marry")
	askKin    = draw.Ask("person.kin")
	askReady  = draw.Ask("person.ready")
)

// oldest is the age from which hazards no longer rise in the table.
const oldest = 105

// hazards are deaths per year by sex (1 = women) and age.
type hazards [2][oldest + 1]float64

func hazardTable(b *economy.Bodies, infant, adult float64) (h hazards) {
	ages := agesOf(b)
	for sex := range h {
		men := b.Men
		if sex == 1 {
			men = 1 / b.Men
		}
		for a := range h[sex] {
			h[sex][a] = b.Infant*infant*ages.fading[a] + b.Constant*infant + b.Adult*adult*men*ages.rising[a]
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

// Ages in years and a factor of military service (assumed).
const (
	serveFrom  = 18  // can be called up and killed at the front
	callBefore = 36  // called up before this age
	serveUntil = 45  // still counts among the men of age to serve
	homeFrom   = 50  // sent home at this age whatever the need
	callFactor = 1.4 // men of 18 to 44 over those young enough to be called
)

// schoolLag is how many years ago those of sixteen went to school (assumed:
// entry at seven or eight).
const schoolLag = 9

// life is what a month's pass over the people of a block needs to know.
type life struct {
	w         *economy.World
	s         *economy.State
	p         *Primitives
	b         *economy.Block
	month     int
	year      int
	dying     hazards // of a quarter
	warMen    float64 // chance that a man of age to serve is killed this quarter
	warAll    float64
	draft     float64 // chance to be called up this quarter
	release   float64 // chance to be sent home this quarter
	away      float64 // share of men who are away from their wives
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
	quits [economy.Cells][2]float64 // hazard of leaving a post: of others, of newcomers
	pull  [economy.Regions]float64  // of the towns
}

// Live is a month in the life of all people: wages and benefits come in; a
// third of the people, in turn, age by a quarter: they die, bear children,
// learn, leave, look for work, move. It writes Block, Cell (wages), Year.
func Live(w *economy.World, s *economy.State, p *Primitives) {
	year, month := s.Date(w)
	base := life{w: w, s: s, p: p, month: s.Month, year: year, usual: p.Effort.Usual()}
	base.dying = hazardTable(&w.Physics.Bodies, w.Given.Mortality.Between(year, month), w.Given.AdultMortality.Between(year, month))
	for sex := range base.dying {
		for a := range base.dying[sex] {
			base.dying[sex][a] /= 4
		}
	}
	var men, people, army, small float64
	var homes economy.BlockSum
	for b := range s.Block {
		men += s.Block[b].Sum.Men
		army += s.Block[b].Sum.Army
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
		base.warMen = unit.Clip(w.Physics.Bodies.Soldiers*dead/(men*weight), 0, 0.2)
		base.warAll = unit.Clip((1-w.Physics.Bodies.Soldiers)*dead/(people*weight), 0, 0.1)
		called, serving := s.Centre.Called, army*weight
		base.draft = unit.Clip((called-serving)/max(0.1, men*weight-serving), 0, 1)
		base.release = unit.Clip((serving-called)/max(0.01, serving), 0, 1)
		base.away = unit.Clip(serving/(men*weight), 0, 0.9)
	}
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
		base.real[c] = unit.Clip(s.Cell[c].Wage/max(1, s.Centre.Prices)/max(1, s.Centre.RefWage), 0.5, 1.5)
	}
	base.grades = NewGrades(w, s, &p.Work)
	base.buys = 1
	if s.Terms.Effort > 0 {
		base.buys = s.Terms.Effort
	}
	base.idle = s.Terms.Benefit * s.Centre.MeanWage
	base.benefit = unit.Kopecks(s.Terms.Benefit*s.Centre.MeanWage) * unit.Kopecks(w.Weight)
	base.pension = unit.Kopecks(s.Terms.Pension*s.Centre.MeanWage) * unit.Kopecks(w.Weight)
	base.minded = unit.Clip(w.OrderedAbout(s, scenario.NurseryPlaces, year, month)/max(1e-9, small*weight), 0, 1)
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
		h.Members, h.Eaters, h.Hands, h.Grown, h.Small, h.Own = 0, 0, 0, 0, 0, 0
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
		if p.Is(economy.Alive) && l.turn(p) {
			n++
		}
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

// The part of a year that villagers work on the land, women beside house and
// children (Strumilin's time budgets of 1923; TsSU on average annual kolkhoz
// employment), and the old, few of whom still go to the fields (assumed), for
// counts of employment.
const mensYear, womensYear, eldersYear = 0.95, 0.65, 0.2

// indicator counts without a branch, which ages and sexes would send astray.
func indicator(yes bool) (n uint8) {
	if yes {
		n = 1
	}
	return n
}

// monthly pays a person and counts him in.
func (l *life) monthly(p *economy.Person) {
	b := l.b
	h := &b.House[p.House]
	age := p.Years(l.month)
	h.Members++
	if p.Job != economy.InArmy { // the army feeds them
		h.Eaters += economy.Ration(age)
		h.Grown += indicator(age >= 16)
	}
	r := h.Region
	b.Sum.People[r]++
	b.Sum.Urban[r] += float64(indicator(h.Village < 0))
	small := indicator(age < economy.SchoolAge)
	h.Small += small
	b.Sum.Small += float64(small)
	l.learns(p, h, age)
	adult := float64(indicator(age >= 16) & indicator(age < 60))
	b.Sum.Grown += adult
	b.Sum.School += adult * (float64(p.School) / 10)
	b.Sum.Men += float64(indicator(!p.Is(economy.Female)) & indicator(age >= serveFrom) & indicator(age < serveUntil))
	switch {
	case p.Job >= economy.FirstCell:
		c := int(p.Job - economy.FirstCell)
		work := &b.Work[c]
		grade := l.grades.Of(p)
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
			b.Sum.Farmers += eldersYear
		case p.Is(economy.Female):
			b.Sum.Farmers += womensYear
		default:
			b.Sum.Farmers += mensYear
		}
	case p.Job == economy.InArmy:
		b.Sum.Army++
	case p.Job == economy.Seeking:
		b.Sum.Seekers[r]++
		switch {
		case h.Village < 0 && l.onOwn(p, r):
			h.Own++
		case l.benefit > 0:
			ledger.Pay(&b.Benefit, &h.Purse, l.benefit)
			h.Income += float32(l.benefit) / 12
		}
	case l.pension > 0 && l.retired(p, age) && h.Village < 0:
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
	case sex == 1 && age >= 15 && age < 50 && l.conceives(p, h, age):
		p.Due = pregnancy
	}
	if age == 16 && p.Job == economy.AtHome && p.School == 0 {
		l.grow(p, h)
	}
	if p.Job == economy.AtHome && l.leavesSchool(p) {
		l.begin(i)
		h = &b.House[p.House] // who leaves school may leave home
	}
	if sex == 0 && age >= serveFrom && age < callBefore && l.draft > 0 && p.Job != economy.InArmy &&
		l.w.Deck.Uniform(askArms, uint64(p.Luck), l.month) < l.draft*callFactor {
		l.leavePost(p)
		p.Job, p.Tenure = economy.InArmy, 0
	}
	switch {
	case p.Job >= economy.FirstCell:
		l.worker(i, age)
	case age < 16, l.pupil(p) && h.Hunger <= float32(l.p.Family.Plea): // who goes hungry leaves school
	case p.Job == economy.InArmy:
		if l.w.Deck.Uniform(askArms, uint64(p.Luck), l.month) < l.release || age >= homeFrom {
			p.Job = economy.Seeking
			if h.Village >= 0 {
				p.Job = economy.OnFarm
			}
		}
	case h.Village < 0:
		l.townsman(i, age)
	default:
		l.villager(i, age)
	}
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
	if h.Hunger <= 0 || p.Job == economy.InArmy {
		return 0
	}
	hazard := food.Deadly * unit.Pow(float64(h.Hunger), food.Steep) / 4
	if age < 5 || age >= 60 {
		hazard *= food.Frail
	}
	return hazard
}

func (l *life) killed(p *economy.Person, age, sex int) bool {
	chance := l.warAll
	if sex == 0 && age >= serveFrom && age < serveUntil {
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
	fertile := body.Fertile[(age-15)/5] / 25
	chance := func(children float64) float64 {
		rate := min(1, children*fertile)
		return rate / (4 - pregnancy*rate)
	}
	if luck >= chance(body.Floor+body.Fertility) {
		return false // whatever the circumstances
	}
	modern := body.Schooling * max(0, float64(p.School)/10-body.Basic)
	if h.Village < 0 {
		modern += body.Town
	}
	children := body.Floor + body.Fertility*math.Exp(-body.Modern*modern)
	if !p.Is(economy.Married) {
		children *= body.Single
	}
	children *= max(0, 1-l.w.Physics.Food.Birth*float64(h.Hunger)) * (1 - l.away)
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
			b.Person = append(b.Person, child)
		}
	}
	b.Newborn = b.Newborn[:0]
}

// grow tells at sixteen how much schooling the state gives a child.
func (l *life) grow(p *economy.Person, h *economy.House) {
	u := l.admitted(h, l.w.Deck.Uniform(askSchool, uint64(p.Luck), 0))
	years := l.school * (1 - l.p.Family.Unequal + 2*l.p.Family.Unequal*u)
	if h.Village >= 0 {
		years *= l.p.Family.Rural
	}
	p.School = uint8(unit.Clip(10*years, 5, 200))
}

// grown is the age in months at which the village school ends.
const grown = 16 * 12

// finish is the age in months at which somebody whose schooling is known leaves
// school: as many years after he came to it, and not before he is grown.
func finish(p *economy.Person) int { return max(grown, 12*economy.SchoolAge+int(p.School)*12/10) }

// pupil tells whether somebody grown is still at school.
func (l *life) pupil(p *economy.Person) bool {
	return p.Job == economy.AtHome && l.month-int(p.Born) < finish(p)
}

// leavesSchool tells whether somebody leaves school this quarter.
func (l *life) leavesSchool(p *economy.Person) bool {
	since := l.month - int(p.Born) - finish(p)
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
		open := unit.Clip(l.vacancy[h.Region]*l.p.Work.Near, 0, 1) * (1 - l.s.Terms.Passport)
		if finish(p) > grown && !p.Is(economy.Married) && l.w.Deck.Uniform(askMove, uint64(p.Luck), 0) < open {
			l.leaveHome(i, int(h.Region))
		}
	} else if l.ready(p) {
		p.Job = economy.Seeking
	}
}

// takeIn brings those together whom this month has left in need and who have
// relatives: children without anybody grown, and hungry people without a post
// in a house without money.
func (l *life) takeIn() {
	b := l.b
	relatives := families.Get().(*relatives)
	defer families.Put(relatives)
	if !relatives.look(b, float32(l.p.Family.Plea)) {
		return
	}
	for i := range b.Person {
		p := &b.Person[i]
		if !relatives.need[p.House] ||
			!p.Is(economy.Alive) || p.Job >= economy.FirstCell || p.Job == economy.InArmy || int(p.Born) == l.month { // a newborn is not counted yet
			continue
		}
		h := &b.House[p.House]
		orphan := h.Grown == 0
		if orphan || town(h) == 0 || float64(h.Purse.Held()) <= l.bread(h) {
			l.kin(p, orphan, relatives)
		}
	}
}

// relatives are the houses of a block: who is in need, and where somebody grown
// lives who could help.
type relatives struct {
	need   []bool
	homes  lists
	listed bool // whether the homes of this month are known
}

// families are kept, so that a month allocates nothing.
var families = sync.Pool{New: func() any { return new(relatives) }}

// look goes through the houses and tells whether any is in need.
func (r *relatives) look(b *economy.Block, plea float32) (any bool) {
	r.listed = false
	r.need = slices.Grow(r.need[:0], len(b.House))[:len(b.House)]
	for i := range b.House {
		h := &b.House[i]
		r.need[i] = needs(h, plea)
		any = any || r.need[i] && h.Members > 0
	}
	return any
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

// needs tells whether a house without anybody grown, or a hungry one, is in need.
func needs(h *economy.House, plea float32) bool { return h.Grown == 0 || h.Hunger > plea }

// kin takes in a person if a house of the same place is found among a few
// relatives that eats and has room, and that in town can pay for one mouth
// more. An orphan comes to any house of the region with some room.
func (l *life) kin(p *economy.Person, orphan bool, relatives *relatives) {
	b, family := l.b, &l.p.Family
	relatives.list(b)
	old, bread := &b.House[p.House], l.bread(&b.House[p.House])
	n, plea := len(b.House), float32(family.Plea)
	at := int(l.w.Deck.Uniform(askKin, uint64(p.Luck), l.month) * float64(n))
	same, other := circle{list: relatives.homes[old.Region][town(old)]}, circle{}
	if orphan {
		other.list = relatives.homes[old.Region][1-town(old)]
	}
	same.start(at, n)
	other.start(at, n)
	asked := 0.0
	for same.left > 0 || other.left > 0 { // relatives are the next houses of the place
		at = nearer(&same, &other).next(n)
		h := &b.House[at]
		if h.Grown == 0 || int32(at) == p.House {
			continue
		}
		if asked++; asked > family.Relatives {
			return
		}
		if orphan && float64(h.Members) <= 2*family.Crowd || float64(h.Members) <= family.Crowd && h.Hunger <= float32(family.Fed) &&
			(town(h) == 0 || bread*float64(h.Members+1) <= family.Poor*float64(h.Income)) {
			from := p.House
			l.moveIn(p, int32(at))
			relatives.need[from], relatives.need[at] = needs(old, plea), needs(h, plea)
			return
		}
	}
}

// A circle goes once around a list of houses, which is in their order.
type circle struct {
	list []int32
	at   int // next in the list
	left int // how many are still to come
	from int // the house after which it began
	far  int // how many houses on the next one is
}

// start begins after one of n houses.
func (c *circle) start(house, n int) {
	c.at, _ = slices.BinarySearch(c.list, int32(house+1))
	c.left, c.from = len(c.list), house
	c.reach(n)
}

// nearer is the one of two circles whose next house comes first.
func nearer(a, b *circle) *circle {
	if a.left > 0 && (b.left == 0 || a.far < b.far) {
		return a
	}
	return b
}

// next is the next house.
func (c *circle) next(n int) int {
	house := int(c.list[c.at])
	c.at, c.left = c.at+1, c.left-1
	c.reach(n)
	return house
}

func (c *circle) reach(n int) {
	if c.at == len(c.list) {
		c.at = 0
	}
	if c.left > 0 {
		c.far = (int(c.list[c.at]) - c.from - 1 + n) % n
	}
}

// bread is what a month's bread of one person costs at a house's shop, kopecks.
func (l *life) bread(h *economy.House) float64 {
	food := &l.w.Physics.Food
	return food.Town / 12 * food.Adult * l.s.Shop[economy.ShopOf(h)].Price[economy.Grain] * float64(l.w.Weight) / 1e6
}

// ready tells whether a person would take a post at all.
func (l *life) ready(p *economy.Person) bool {
	share := l.p.Family.Men
	if p.Is(economy.Female) {
		family := &l.p.Family
		share = min(family.Men, family.Women+family.Learned*float64(p.School)/10) * l.p.Childcare.Free(l.b.House[p.House].Minded > 0, l.minded)
	}
	return l.w.Deck.Uniform(askReady, uint64(p.Luck), 0) < share
}

// retired tells whether somebody has come to the age at which people stop working
// for wages, women earlier where there is a pension to live on.
func (l *life) retired(p *economy.Person, age int) bool {
	if p.Is(economy.Female) && l.pension > 0 {
		return float64(age) >= l.p.Family.Retire[1]
	}
	return float64(age) >= l.p.Family.Retire[0]
}

// stays says whether a woman gives up her post since there is a small child in
// the house and nobody else to mind it. Whose house goes hungry works on.
func (l *life) stays(p *economy.Person, h *economy.House) bool {
	return h.Minded > 0 && p.Is(economy.Female) && h.Hunger <= float32(l.p.Family.Plea) && !l.ready(p)
}

// giveUp leaves a post for good: for house and field in a village, for home in
// a town.
func (l *life) giveUp(p *economy.Person) {
	l.leavePost(p)
	if l.b.House[p.House].Village >= 0 {
		p.Job = economy.OnFarm
	}
}

func (l *life) leavePost(p *economy.Person) {
	if p.Job >= economy.FirstCell {
		l.b.Sum.Moves++
	}
	p.Job = economy.AtHome
	p.Flags &^= economy.Commutes
}
