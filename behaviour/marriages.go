package behaviour

import (
	"sync"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// marry pairs single men and women of a block, once a year, in one region if
// it has both. The couple founds a house in the husband's village or town, or
// joins the husband's.
func (l *life) marry() {
	b := l.b
	l.widow()
	women := kept.Get().(*lists)
	defer kept.Put(women)
	women.clear()
	for i := range b.Person {
		p := &b.Person[i]
		if p.Flags&(economy.Alive|economy.Female|economy.Married) == economy.Alive|economy.Female && l.looks(p, &l.p.Family.Brides) {
			h := &b.House[p.House]
			women[h.Region][town(h)] = append(women[h.Region][town(h)], int32(i))
		}
	}
	n := len(b.Person)
	for i := range n {
		p := &b.Person[i]
		if p.Flags&(economy.Alive|economy.Female|economy.Married) != economy.Alive || !l.looks(p, &l.p.Family.Grooms) {
			continue
		}
		h := &b.House[p.House]
		if from := women.nearest(int(h.Region), town(h)); from != nil {
			bride := (*from)[len(*from)-1]
			*from = (*from)[:len(*from)-1]
			l.wed(int32(i), bride)
		}
	}
}

// lists are people or houses of a block by region, in villages and in towns.
type lists [economy.Regions][2][]int32

func (list *lists) clear() {
	for r := range list {
		list[r][0], list[r][1] = list[r][0][:0], list[r][1][:0]
	}
}

// nearest is where somebody of a region, in a village or in a town, finds one
// of those listed: where he lives, else in his region, else where most are left;
// nil when nobody is.
func (list *lists) nearest(region, kind int) *[]int32 {
	for _, k := range [2]int{kind, 1 - kind} {
		if len(list[region][k]) > 0 {
			return &list[region][k]
		}
	}
	most := &list[region][kind]
	for r := range list {
		for k := range list[r] {
			if len(list[r][k]) > len(*most) {
				most = &list[r][k]
			}
		}
	}
	if len(*most) == 0 {
		return nil
	}
	return most
}

// kept are lists to use again, so that a month allocates nothing.
var kept = sync.Pool{New: func() any { return new(lists) }}

func town(h *economy.House) int {
	if h.Village < 0 {
		return 1
	}
	return 0
}

func (l *life) looks(p *economy.Person, ages *[2]float64) bool {
	age := float64(p.Years(l.month))
	return age >= ages[0] && age < ages[1] && p.Job != economy.InArmy &&
		l.w.Deck.Uniform(askMarry, uint64(p.Luck), l.month) < l.p.Family.Marry*l.p.Family.Search
}

// wed joins two people in one house.
func (l *life) wed(groom, bride int32) {
	b := l.b
	man, wife := &b.Person[groom], &b.Person[bride]
	man.Flags |= economy.Married
	wife.Flags |= economy.Married
	home := man.House
	if h := &b.House[home]; h.Members > 2 && l.w.Deck.Uniform(askMarry, uint64(wife.Luck), -l.month) < l.p.Family.Separate {
		village, region := h.Village, int(h.Region)
		at := l.found(man.Luck, region)
		from, to := &b.House[home], &b.House[at]
		part := float32(2 / float64(max(3, from.Members)+1))
		to.Village, to.Joined, to.Taken, to.Feed, to.Ripe = village, from.Joined, from.Taken, from.Feed, from.Ripe
		to.Income, to.Spent = from.Income*part, from.Spent*part
		ledger.Pay(&from.Purse, &to.Purse, from.Purse.Held().Share(float64(part)))
		ledger.Ship(&from.Grain, &to.Grain, from.Grain.Held()*float64(part))
		ledger.Ship(&from.Larder, &to.Larder, from.Larder.Held()*float64(part))
		for k := range from.Herd {
			to.Herd[k] = from.Herd[k] * part
			from.Herd[k] -= to.Herd[k]
		}
		to.Land, to.Sown = from.Land*part, from.Sown*part
		from.Land -= to.Land
		from.Sown -= to.Sown
		l.moveIn(&b.Person[groom], at)
		home = at
	}
	wife = &b.Person[bride]
	if wife.House == home {
		return
	}
	old := &b.House[wife.House]
	l.moveIn(wife, home)
	if old.Village < 0 && b.House[home].Village >= 0 && wife.Job == economy.Seeking {
		wife.Job = economy.OnFarm
	}
	if old.Village >= 0 && b.House[home].Village < 0 && wife.Job == economy.OnFarm {
		wife.Job = economy.AtHome
	}
	ledger.Pay(&old.Purse, &b.House[home].Purse, old.Purse.Held()/unit.Kopecks(old.Members+2))
	if old.Members == 0 {
		ledger.Pay(&old.Purse, &b.House[home].Purse, old.Purse.Held())
	}
}

// moveIn takes somebody whom the month has counted already to another house,
// with his mouth and his hands; what his body remembers counts there by heads.
func (l *life) moveIn(p *economy.Person, house int32) {
	from, to := &l.b.House[p.House], &l.b.House[house]
	ration := economy.Ration(p.Years(l.month))
	from.Members--
	from.Home--
	from.Eaters -= ration
	to.Members++
	to.Home++
	to.Eaters += ration
	to.Hunger += (from.Hunger - to.Hunger) / float32(to.Members)
	switch age := p.Years(l.month); {
	case age >= economy.WorkFrom:
		from.Grown--
		to.Grown++
	case age < economy.SchoolAge:
		from.Small--
		to.Small++
	}
	switch {
	case p.Job == economy.OnFarm:
		from.Hands--
		to.Hands++
	case p.Job >= economy.FirstCell:
		from.Posts--
		to.Posts++
	}
	p.House = house
}

// widow marks as single again those whose spouse has died.
func (l *life) widow() {
	b := l.b
	balance := make([]int8, len(b.House)) // married men less married women
	for i := range b.Person {
		if p := &b.Person[i]; p.Is(economy.Alive | economy.Married) {
			balance[p.House] += 1 - 2*int8(p.Flags&economy.Female)
		}
	}
	for i := range b.Person {
		p := &b.Person[i]
		if !p.Is(economy.Alive | economy.Married) {
			continue
		}
		if side := 1 - 2*int8(p.Flags&economy.Female); balance[p.House]*side > 0 {
			p.Flags &^= economy.Married
			balance[p.House] -= side
		}
	}
}
