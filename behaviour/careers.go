package behaviour

import (
	"math"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/unit"
)

// worker chooses effort, learns, and may leave, be dismissed or retire.
func (l *life) worker(i, age int) {
	b, p := l.b, &l.b.Person[i]
	h := &b.House[p.House]
	c := int(p.Job - economy.FirstCell)
	cell := &l.s.Cell[c]
	region := int(h.Region)
	if at, _ := economy.CellOf(c); at != region { // the house has moved away from the post
		l.leavePost(p)
		p.Job, p.Tenure = economy.Seeking, 0
		if h.Village >= 0 {
			p.Job = economy.OnFarm
		} else {
			b.Seeker = append(b.Seeker, int32(i))
		}
		return
	}
	works := &l.w.Physics.Works

	full := 100 * (1 + works.School*(economy.SchoolYears(p.School)-works.Basic))
	p.Skill = uint8(unit.Clip(math.Round(float64(p.Skill)+works.Learning/4*(full-float64(p.Skill))+works.Chance*(l.w.Deck.Uniform(askSkill, uint64(p.Luck), l.month)-0.5)), skillLeast, skillMost))

	danger := l.s.Terms.Penalty
	if l.s.Terms.Dismissal > 0 {
		idle := l.s.Region[region].Unemployed
		danger = max(danger, l.s.Terms.Dismissal*unit.Clip(l.p.Work.Idle*idle, 0, 1))
	}
	effort := l.p.Effort.Chosen(l.real[c]*l.buys, float64(h.Short), danger, l.s.Terms.Voice)/l.usual - works.Weary*float64(h.Hunger)
	b.Work[c].Effort += max(effortLeast, effort)
	b.Work[c].Asked++

	u, v := l.w.Deck.Uniforms(askQuit, uint64(p.Luck), l.month)
	leaves := l.quit(c, region, p.Tenure < 12)
	quit := leaves[2]
	for k, hazard := range leaves {
		b.Sum.Quit[k] += hazard / 4
	}
	retire := 0.0
	if l.retired(p, age) {
		retire = l.p.Family.Leave
	}
	switch {
	case u < retire/4, l.stays(p, h):
		l.giveUp(p)
	case cell.Dismiss > 0 && v < 3*cell.Dismiss, u-retire/4 < quit/4:
		b.Work[c].Dismissed += float64(indicator(cell.Dismiss > 0 && v < 3*cell.Dismiss))
		l.leavePost(p)
		p.Job, p.Tenure = economy.Seeking, 0
		if h.Village >= 0 { // falls back on the farm when there is no other post near by
			p.Job = economy.OnFarm
		}
		b.Seeker = append(b.Seeker, int32(i))
	case h.Village < 0:
		l.flee(i)
	}
}

// quit is the hazard of leaving a post in a cell, a year: what it would be had all
// another to go to and no law held them, what it would be under the law, and what it is.
func (l *life) quit(c, region int, newcomer bool) *[3]float64 {
	k := 0
	if newcomer {
		k = 1
	}
	known := &l.quits[c][k]
	if known[0] == 0 {
		pay, mean, law := l.s.Cell[c].Wage, l.regionPay[region], l.s.Terms.Penalty
		posts := unit.Clip(l.vacancy[region]/max(1e-9, l.p.Work.Ample), l.p.Work.Anyway, 1)
		*known = [3]float64{l.p.Quit.Hazard(pay, mean, 1, 0, newcomer), l.p.Quit.Hazard(pay, mean, 1, law, newcomer), l.p.Quit.Hazard(pay, mean, posts, law, newcomer)}
	}
	return known
}

// townsman without a post looks for one, gives up, starts looking, or leaves
// a hungry town.
func (l *life) townsman(i, age int) {
	b, p := l.b, &l.b.Person[i]
	h := &b.House[p.House]
	if l.flee(i) || l.retired(p, age) {
		if l.retired(p, age) && p.Job == economy.Seeking {
			p.Job = economy.AtHome
		}
		return
	}
	u := l.w.Deck.Uniform(askSeek, uint64(p.Luck), l.month)
	region := int(h.Region)
	if p.Job == economy.OnFarm { // just moved here
		p.Job = economy.AtHome
		if l.ready(p) {
			p.Job = economy.Seeking
		}
	}
	switch p.Job {
	case economy.Seeking:
		if l.goHome(i) {
			return
		}
		if l.stays(p, h) || u < l.p.Family.Discouraged/4*unit.Clip(l.s.Region[region].Unemployed*l.p.Family.Many, 0, 1) {
			p.Job = economy.AtHome
			return
		}
		b.Seeker = append(b.Seeker, int32(i))
	case economy.AtHome:
		if h.Hunger > float32(l.p.Family.Plea) || u < l.p.Family.Entry/4*unit.Clip(l.vacancy[region], 0, l.p.Family.Rush) && l.ready(p) {
			p.Job = economy.Seeking
			b.Seeker = append(b.Seeker, int32(i))
		}
	}
}

// villager may take a post near by, or leave for a town: alone when single,
// with the whole house when he heads a family.
func (l *life) villager(i, age int) {
	b, p := l.b, &l.b.Person[i]
	h := &b.House[p.House]
	if float64(age) >= l.p.Work.Settled {
		return
	}
	if (p.Job == economy.AtHome || p.Job == economy.Seeking) && !l.retired(p, age) {
		p.Job = economy.OnFarm
	}
	region := int(h.Region)
	u, v := l.w.Deck.Uniforms(askMove, uint64(p.Luck), l.month)
	r := &l.s.Region[region]
	ratio := l.ratio(region)
	better := mechanism.Better(ratio)
	if v < l.p.Work.Local/4*l.near(region)*l.open(region)*better && l.ready(p) {
		b.Seeker = append(b.Seeker, int32(i))
		return
	}
	married := p.Is(economy.Married)
	if married && p.Is(economy.Female) {
		return
	}
	if l.pull[region] == 0 {
		rural := unit.Clip(1-r.Town/max(0.01, r.People), 0.02, 1)
		l.pull[region] = l.p.Migration.Pull(ratio, r.Postless, l.vacancy[region], rural, l.s.Terms.Passport)
		l.drawn[region] = l.p.Migration.Pull(ratio, r.Postless, l.vacancy[region], rural, 0)
	}
	if l.drift[age] == 0 {
		l.drift[age] = l.p.Migration.Weight(age)
	}
	weight, flight := l.drift[age], l.p.Work.Flight*l.p.Migration.Back(float64(h.Hunger))*better
	hazard := l.pull[region] * weight
	hazard += flight * (1 - l.s.Terms.Closed[region])
	wish := l.drawn[region]*weight + flight
	if married {
		hazard *= l.p.Work.Married
		wish *= l.p.Work.Married
	}
	l.b.Sum.Depart[0] += wish / 4
	l.b.Sum.Depart[1] += hazard / 4
	if u >= hazard/4 {
		return
	}
	to := l.destination(region, p.Luck)
	if !married {
		l.leaveHome(i, to)
		return
	}
	l.moveHouse(p.House, to, -1)
}

// near is how near a town is: the more so, the more of a region's people live in
// towns.
func (l *life) near(region int) float64 {
	r := &l.s.Region[region]
	return r.Town / max(1e-9, r.People)
}

// open is how likely somebody of a region hears of an open post in its towns, who wants one
// near by.
func (l *life) open(region int) float64 { return unit.Clip(l.vacancy[region]*l.p.Work.Near, 0, 1) }

// ratio is living in the towns of a region over that in its villages, as movers
// see it.
func (l *life) ratio(region int) float64 {
	r := &l.s.Region[region]
	return unit.Clip(r.Real[1]/max(0.05, r.Real[0])/max(1e-9, l.p.Work.Gap), ratioLeast, ratioMost)
}

// Skill that who works does not fall below or rise above, percent of full
// (assumed).
const skillLeast, skillMost = 30, 250

// effortLeast is the effort over the usual that the hungriest still give
// (assumed).
const effortLeast = 0.3

// Living in town over that in the village beyond which movers do not tell how
// much better or worse it is (assumed).
const ratioLeast, ratioMost = 0.2, 4

// goHome takes the house of somebody without a post to a village of the region,
// where nobody in it earns and the town promises less than the village.
func (l *life) goHome(i int) bool {
	p := &l.b.Person[i]
	h := &l.b.House[p.House]
	if p.Is(economy.Female|economy.Married) || float64(h.Income) > l.p.Work.Earns*float64(h.Grown)*l.s.Centre.MeanWage*float64(l.w.Weight) {
		return false
	}
	region := int(h.Region)
	u, v := l.w.Deck.Uniforms(askHome, uint64(p.Luck), l.month)
	if u >= l.p.Migration.Home(l.ratio(region), l.s.Region[region].Postless)/4 {
		return false
	}
	l.toVillage(i, l.village(h.Region, v))
	return true
}

// village is one of a region's villages, by luck.
func (l *life) village(region uint8, luck float64) int {
	first, n := -1, 0
	for j := range l.s.Village {
		if l.s.Village[j].Region == region {
			if first < 0 {
				first = j
			}
			n++
		}
	}
	return first + int(luck*float64(n))
}

// toVillage moves a townsman's house to a village of his region.
func (l *life) toVillage(i, village int) {
	p := &l.b.Person[i]
	l.moveHouse(p.House, int(l.b.House[p.House].Region), village)
	l.leavePost(p)
	p.Job = economy.OnFarm
}

// destination is the region of the town a mover goes to: mostly his own,
// otherwise by open posts.
func (l *life) destination(region int, luck uint32) int {
	u, v := l.w.Deck.Uniforms(askWhere, uint64(luck), l.month)
	if u >= l.p.Work.Reach {
		return region
	}
	var sum float64
	for r := range economy.Regions {
		sum += l.vacancy[r] * l.s.Region[r].Town
	}
	v *= sum
	for r := range economy.Regions {
		if v -= l.vacancy[r] * l.s.Region[r].Town; v < 0 {
			return r
		}
	}
	return region
}

// leaveHome founds a house of one in a town and takes a share of the cash.
func (l *life) leaveHome(i, region int) {
	b := l.b
	p := &b.Person[i]
	p.House = l.ownHouse(p, region)
	if p.Job < economy.FirstCell {
		p.Job, p.Tenure = economy.Seeking, 0
		b.Seeker = append(b.Seeker, int32(i))
	}
}

// ownHouse founds a house in a town for somebody who leaves his, with a share of
// its cash, and returns its index.
func (l *life) ownHouse(p *economy.Person, region int) int32 {
	at := l.found(p.Luck, region)
	from, to := &l.b.House[p.House], &l.b.House[at]
	ledger.Pay(&from.Purse, &to.Purse, from.Purse.Held()/unit.Kopecks(max(1, from.Members)+1))
	to.Income = from.Income / float32(max(1, from.Members))
	to.Spent = from.Spent / float32(max(1, from.Members))
	return at
}

// found opens a house in town and returns its index.
func (l *life) found(luck uint32, region int) int32 {
	b := l.b
	h := economy.House{Region: uint8(region), Village: -1, Feed: 1, Luck: uint32(l.w.Deck.Word(askWhere, uint64(luck), l.month) >> 32)}
	if n := len(b.FreeHouse); n > 0 {
		at := b.FreeHouse[n-1]
		b.FreeHouse = b.FreeHouse[:n-1]
		b.House[at] = h
		return at
	}
	return b.AddHouse(h)
}

// moveHouse moves a whole house to a town (village < 0) or into a village.
// Its animals stay: with the village's other houses or its kolkhoz.
func (l *life) moveHouse(house int32, region, village int) {
	h := &l.b.House[house]
	if h.Village >= 0 {
		v := &l.b.Left[h.Village]
		for k := range h.Herd {
			v.Herd[k] += float64(h.Herd[k])
			h.Herd[k] = 0
		}
		v.Land += float64(h.Land)
		h.Land, h.Sown, h.Joined = 0, 0, 0
	}
	h.Region, h.Village = uint8(region), int16(village)
}

// flee takes a hungry house of townspeople back to a village of the region
// where people eat better. The house decides once a quarter, for all its members.
func (l *life) flee(i int) bool {
	p := &l.b.Person[i]
	h := &l.b.House[p.House]
	if h.Hunger < float32(l.p.Work.Hungry) {
		return false
	}
	u, v := l.w.Deck.Uniforms(askFlee, uint64(h.Luck), l.month/3)
	if u >= l.p.Migration.Back(float64(h.Hunger))/4 {
		return false
	}
	to := l.village(h.Region, v)
	if l.s.Village[to].Hunger >= float64(h.Hunger) {
		return false
	}
	l.toVillage(i, to)
	return true
}

// ready tells whether a person would take a post at all.
func (l *life) ready(p *economy.Person) bool {
	return l.w.Reluctance(p) < l.p.Ready(p, l.b.House[p.House].Minded > 0, l.minded)
}

// Ready is how large a part of people like somebody would take a post at all, in a house with
// small children or without, where nurseries have places for so large a part of all small children.
func (p *Primitives) Ready(who *economy.Person, small bool, nurseries float64) float64 {
	if !who.Is(economy.Female) {
		return p.Family.Men
	}
	return min(p.Family.Men, p.Family.Women+p.Family.Learned*economy.SchoolYears(who.School)) * p.Childcare.Free(small, nurseries)
}

// retired tells whether somebody has come to the age at which people stop working
// for wages, women earlier where there is a pension to live on, and who is worn out or
// did heavy work earlier still.
func (l *life) retired(p *economy.Person, age int) bool {
	f := &l.p.Family
	if l.pension == 0 {
		return float64(age) >= f.Retire[0]
	}
	at := f.Retire[0]
	if p.Is(economy.Female) {
		at = f.Retire[1]
	}
	switch years := float64(age); {
	case years >= at:
		return true
	case years < at-f.Sooner || f.Early == 0:
		return false
	}
	return l.w.Deck.Uniform(askPension, uint64(p.Luck), 0) < f.Early
}

// stays says whether a woman stays at home, or goes back there: who would take a post only
// for hunger, or has a small child and nobody else to mind it. Whose house is not yet fed works on.
func (l *life) stays(p *economy.Person, h *economy.House) bool {
	return p.Is(economy.Female) && h.Hunger <= float32(l.p.Family.Fed) && !l.ready(p)
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
		l.b.Sum.Separations++
	}
	p.Job = economy.AtHome
}
