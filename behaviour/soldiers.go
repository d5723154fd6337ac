package behaviour

import "gosplan/economy"

// musters counts a man of an age at which he can be under arms.
func (l *life) musters(p *economy.Person, age int) {
	sum := &l.b.Sum
	serves := p.Job == economy.InArmy
	if age < frontUntil {
		sum.Men++
		husband := indicator(p.Is(economy.Married))
		sum.Husbands += float64(husband)
		sum.Away += float64(husband & indicator(serves))
	}
	fresh, long := l.over(p)
	switch {
	case serves && long:
		sum.Long++
	case serves && fresh:
		sum.Fresh++
	case !serves:
		fit := float64(indicator(l.w.Fit(p, l.s.Terms.Unfit))) // no branch could foresee who is
		if l.first(p, age) {
			sum.First += fit
		} else {
			sum.Reserve[age-economy.ServeFrom] += fit
		}
	}
}

// over tells whether a soldier is in the year after his term, or has served longer.
func (l *life) over(p *economy.Person) (fresh, long bool) {
	months := float64(p.Tenure) - l.s.Terms.Service
	return months >= 0 && months < 12, months >= 12
}

// first tells whether somebody is among those who are called up in peace: of
// that age, not yet a soldier, and no longer at school.
func (l *life) first(p *economy.Person, age int) bool {
	t := &l.s.Terms
	since := float64(age) - t.CallFrom
	return since >= 0 && since < t.CallAges && !p.Is(economy.Served) && !l.pupil(p)
}

// called tells whether somebody is called up this quarter.
func (l *life) called(p *economy.Person, age int) bool {
	if p.Is(economy.Female) || age < economy.ServeFrom || age >= economy.ServeUntil || p.Job == economy.InArmy {
		return false
	}
	levy := &l.s.Centre.Levy
	chance := levy.Reserve[age-economy.ServeFrom]
	if l.first(p, age) {
		chance = levy.First
	}
	return chance > 0 && l.w.Deck.Uniform(askArms, uint64(p.Luck), l.month) < chance && l.w.Fit(p, l.s.Terms.Unfit)
}

// demob sends a soldier home who is let go, or too old: to the farm or to look
// for a post.
func (l *life) demob(p *economy.Person, h *economy.House, age int) {
	levy := &l.s.Centre.Levy
	chance := levy.Rest
	switch fresh, long := l.over(p); {
	case long:
		chance = levy.Long
	case fresh:
		chance = levy.Fresh
	}
	if age < economy.ServeUntil && l.w.Deck.Uniform(askArms, uint64(p.Luck), l.month) >= chance {
		return
	}
	p.Flags |= economy.Served
	p.Job = economy.Seeking
	if h.Village >= 0 {
		p.Job = economy.OnFarm
	}
}
