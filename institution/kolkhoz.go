package institution

import (
	"slices"

	"gosplan/behaviour"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
)

var askJoin = draw.Ask("kolkhoz.join")

// Kolkhoz is the collective farm and the drive into it.
type Kolkhoz struct {
	Campaign mechanism.Campaign
	Bias     mechanism.HarvestBias
	Need     float64    `unit:"t a year" range:"0 1" source:"calibrated: procurement 1929-40" means:"grain the state wants per head of townspeople"`
	Reserve  float64    `unit:"Mt" range:"0 60" source:"Davies, Tauger and Wheatcroft 1995 on grain reserves" means:"stock the state wants to hold before it takes less"`
	Most     float64    `unit:"share of estimates" range:"0 0.8" source:"calibrated: procurement 1929-40" means:"largest part of the estimated harvest that quotas ask for"`
	Relief   float64    `unit:"share" range:"0 1" source:"calibrated: deaths 1931-34" means:"quota forgiven when it would leave nothing to eat"`
	Norm     float64    `unit:"t a year" range:"0 0.5" source:"assumed" means:"grain per head that quotas leave by plan"`
	Anchor   float64    `unit:"share" range:"0 1" source:"quotas of 1931 and 1932 set out from those of the year before: Davies and Wheatcroft 2004" means:"part of a region's quota that follows from what it delivered last year and not from its harvest"`
	Private  float64    `unit:"ratio" range:"0 2" source:"Davies 1980: harder quotas on individual peasants" means:"quota on a private house over that of a kolkhoz"`
	Animals  [4]float64 `unit:"share" range:"0 1" source:"model statutes of 1930 and 1935" means:"horses, cattle, pigs and sheep brought in by those who join"`
	Plot     float64    `unit:"share" range:"0 1" source:"model statute of 1935" means:"part of a member's herd and time left to the plot"`
	Sowing   float64    `unit:"per year" range:"0 1" source:"calibrated: grain 1930-40" means:"speed at which sowing follows orders"`
	Orders   float64    `unit:"ratio" range:"0 1.4" source:"grain area ordered 1930-37 over that of 1928: Davies and Wheatcroft 2004, recalled" means:"area that orders want sown over the land brought in"`
	Fodder   float64    `unit:"share" range:"0 1" source:"assumed: mixed feed and return sales" means:"part of the feed that collective herds lack which the state sells them first"`
	Mixed    float64    `unit:"share" range:"0 1" source:"judged: state mixed feed was sold to farms from the later fifties on, some 4 Mt in 1955, 24 in 1970, 60 in 1980 (Narodnoe khozyaistvo, recalled)" means:"part of the grain beyond bread and reserve that the state sells to farms as feed"`
	Milk     float64    `unit:"share" range:"0 1" source:"decrees of 1932 on deliveries of milk, meat and potatoes, until 1958; norms by animal and garden" means:"part of what households' animals and gardens give that must be delivered at the state's price"`
	Meat     float64    `unit:"share" range:"0 0.5" source:"calibrated: herds 1929-34" means:"part of herds taken as deliveries of meat a year at full pressure"`

	// the drive
	Foresight
	Summer  float64 `unit:"share" range:"0 1" source:"assumed" means:"share joined above which the drive goes on in summer"`
	Calm    float64 `unit:"per month" range:"0 1" source:"assumed" means:"pressure that lasts from one month without a drive to the next"`
	Recover float64 `unit:"ratio" range:"1 20" source:"assumed" means:"unrest at which the drive is broken off over that at which it comes back"`
	Law     float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the pressure that follows the severity of the penal law"`
	Certain float64 `unit:"share" range:"0 0.95" source:"assumed" means:"largest risk of losing animals that rumour gives"`
	Rumour  float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed of rumour"`

	// the collective field
	First    float64 `unit:"share" range:"0 1" source:"assumed" means:"land sown in a kolkhoz's first spring"`
	SeedLoan float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the granary lent as seed to one village at most"`
	PlotTime float64 `unit:"share" range:"0 1" source:"assumed" means:"time at the harvest that a full plot costs"`

	// quotas and deliveries
	Soldier  float64    `unit:"t a year" range:"0 1" source:"assumed" means:"grain the state wants per head of the army"`
	Draw     float64    `unit:"share" range:"0 1" source:"assumed" means:"stock over the reserve that is set against the year's need"`
	Calendar [5]float64 `unit:"share of the quota" range:"0 1" source:"assumed: most by November" means:"deliveries from September to January"`
	Bread    float64    `unit:"t a year" range:"0 0.5" source:"assumed" means:"grain per head below which a quota leaves nothing to eat"`
	Scrape   float64    `unit:"share" range:"0 1" source:"assumed" means:"part of a kolkhoz barn that a month's delivery can take"`
	Search   float64    `unit:"share" range:"0 1" source:"assumed" means:"part of a private house's grain that a month's delivery can take"`
	Resigned float64    `unit:"share" range:"0 0.99" source:"assumed" means:"largest loss to quotas that private houses expect"`

	// collective herds
	Haulage float64    `unit:"share" range:"0 1" source:"assumed" means:"part of tractors that replaces horses"`
	Stalls  float64    `unit:"ratio" range:"0.1 5" source:"calibrated: herds 1929-70" means:"room for animals over the herd of reference"`
	Wealth  [4]float64 `unit:"elasticity" range:"0 3" source:"assumed" means:"room per log point of income: horses, cattle, pigs, sheep"`

	// sharing out
	Advance   [3]float64 `unit:"share" range:"0 1" source:"assumed" means:"free grain shared out in October, December and February"`
	Food      float64    `unit:"share" range:"0 2" source:"assumed" means:"normal food that is set aside before animals are fed"`
	FeedPart  float64    `unit:"share" range:"0 1" source:"assumed" means:"free grain that herds get whatever people lack"`
	FeedMost  float64    `unit:"share" range:"0 1" source:"assumed" means:"part of what herds could get that is fed at once"`
	Lent      float64    `unit:"share" range:"0 0.2" source:"assumed" means:"granary sold back as feed to a village of eight million at most"`
	Spared    float64    `unit:"t a year" range:"0 1" source:"judged: pay in grain beyond which members work no harder" means:"grain per member that is kept for sharing out before animals are fed beyond need"`
	FeedPrice float64    `unit:"ratio" range:"0 2" source:"judged: prices of meat and milk were raised two to three times over that of grain between 1953 and 1970 (recalled), which one price for all farm goods lacks; farms compare the two" means:"price at which the state sells feed to farms over what it pays for grain"`
	Condition float64    `unit:"times" range:"1 12" source:"assumed" means:"feedings over which the state of the herd is remembered"`
	Allowance float64    `unit:"share" range:"0 0.4" source:"decrees of 1930 and 1933: 10 to 15 % of the grain threshed" means:"part of the harvest that is advanced to members in September whatever is owed"`
	ByWork    float64    `unit:"share" range:"0 1" source:"decrees of 1930 and 1931 on labour-days, against sharing by mouths" means:"grain and money shared out by hands and not by mouths"`
	Precede   float64    `unit:"share" range:"0 1" source:"decrees of 1931 and 1932: deliveries before anything is shared out" means:"part of the quota still owed that is kept back when grain is shared out"`
}

// Active tells whether kolkhozes are wanted or there.
func (i *Kolkhoz) Active() bool { return i.Need > 0 }

// Run is a month of drive, collective field and delivery.
func (i *Kolkhoz) Run(w *economy.World, s *economy.State, p *behaviour.Primitives, shops *Retail) {
	year, month := s.Date(w)
	s.Terms.PlotShare, s.Terms.PlotLand = i.Plot, 0
	if i.Plot > 0 {
		s.Terms.PlotLand = w.Ordered(s, scenario.HouseholdPlot, year)
	}
	if !i.Active() {
		return
	}
	if month != economy.HarvestMonth && (month <= 5 || month >= 10 || i.joinedShare(s) > i.Summer) {
		i.drive(w, s, p, year)
	} else {
		for k := range s.Village {
			s.Village[k].Press *= i.Calm
			s.Village[k].Anger *= i.Campaign.Memory
		}
	}
	switch month {
	case 4:
		i.sow(w, s)
	case economy.HarvestMonth:
		i.reap(w, s)
		i.quotas(w, s, year)
	case 12:
		i.breed(w, s)
	}
	if month >= economy.HarvestMonth || month == 1 {
		i.deliver(w, s, month)
	}
	i.produce(w, s)
	i.milk(w, s)
	switch month {
	case 2:
		lendSeed(w, s, year)
		i.share(w, s, shops, month)
	case 9, 10, 12:
		i.share(w, s, shops, month)
	}
	for k := range s.Village {
		v := &s.Village[k]
		v.Due = 0
		if v.Members > 0 && (month >= economy.HarvestMonth || month == 1) {
			v.Due = max(0, v.Grain.Held()-i.bound(w, v, month)) / v.Members
		}
	}
}

func (i *Kolkhoz) joinedShare(s *economy.State) float64 {
	var joined, houses float64
	for k := range s.Village {
		joined += s.Village[k].Member * s.Village[k].Houses
		houses += s.Village[k].Houses
	}
	return joined / max(1e-9, houses)
}

// drive presses houses to join; anger makes the leaders retreat.
func (i *Kolkhoz) drive(w *economy.World, s *economy.State, p *behaviour.Primitives, year int) {
	order := w.Ordered(s, scenario.CollectiveTarget, year)
	c := &s.Centre
	var anger, people float64
	for k := range s.Village {
		anger += s.Village[k].Anger * s.Village[k].People
		people += s.Village[k].People
	}
	c.Anger = anger / max(1e-9, people)
	if c.Anger > i.Campaign.Tolerance {
		c.Retreat = 1
	} else if c.Anger < i.Campaign.Tolerance/i.Recover {
		c.Retreat = 0
	}
	severity := w.Ordered(s, scenario.Repression, year)
	for k := range s.Village {
		v := &s.Village[k]
		v.Press = i.Campaign.Press(order, v.Member) * (1 - i.Law + i.Law*severity)
		if c.Retreat == 1 {
			v.Press = 0
		}
		v.Anger = i.Campaign.Memory*v.Anger + i.Campaign.Offence*v.Press*(1-v.Member)
		v.Rumour += (min(i.Certain, i.Campaign.Risk*v.Press) - v.Rumour) * i.Rumour
	}
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			v := &s.Village[h.Village]
			out := 0.0
			if c.Retreat == 1 {
				out = i.Campaign.Exit * v.Anger
			}
			if h.Joined == 0 && v.Press <= 0 && h.Land != 0 || h.Joined == 1 && out <= 0 {
				continue // whatever the luck
			}
			u := w.Deck.Uniform(askJoin, uint64(h.Luck), s.Month)
			switch {
			case h.Joined == 0 && v.Press > 0 && u < v.Press*i.Campaign.Yield,
				h.Joined == 0 && h.Land == 0 && u < v.Member: // who has no land asks to be let in
				i.join(w, p, block, h, v)
			case h.Joined == 1 && u < out:
				i.leave(s, h, v)
			}
		}
	}
}

// join brings a house's land and animals into the kolkhoz; what is to be
// brought in is lost to the house, and it answers as it does to any threat of
// loss.
func (i *Kolkhoz) join(w *economy.World, p *behaviour.Primitives, b *economy.Block, h *economy.House, v *economy.Village) {
	h.Joined = 1
	v.Land += float64(h.Land)
	v.Sown += float64(h.Sown)
	h.Land, h.Sown, h.Taken = 0, 0, 0
	for k := range h.Herd {
		part := float64(h.Herd[k]) * i.Animals[k]
		killed := part * p.Slaughter.Killed(k, i.Animals[k])
		b.Sum.Tally[economy.Produce].Make(&h.Larder, killed*w.Physics.Herds.Carcass[k])
		v.Herd[k] += part - killed
		h.Herd[k] -= float32(part)
	}
}

// dissolve gives the members of every kolkhoz their even share of all it has,
// where nobody keeps it together any more; where no member is left, everybody
// in the village gets one.
func dissolve(s *economy.State) {
	if !slices.ContainsFunc(s.Village, func(v economy.Village) bool { return v.Member > 0 || v.Land > 0 }) {
		return
	}
	members, all := make([]float64, len(s.Village)), make([]float64, len(s.Village))
	houses := func(visit func(h *economy.House, v int)) {
		for b := range s.Block {
			for h := range s.Block[b].Villagers() {
				visit(h, int(h.Village))
			}
		}
	}
	houses(func(h *economy.House, v int) {
		all[v] += float64(h.Members)
		if h.Joined == 1 {
			members[v] += float64(h.Members)
		}
	})
	for k := range s.Village {
		for n := range s.Village { // what nobody is there to take goes to another village of the region
			if all[k] == 0 && all[n] > 0 && s.Village[n].Region == s.Village[k].Region {
				bequeath(&s.Village[k], &s.Village[n])
				break
			}
		}
	}
	left := make([]float64, len(s.Village)) // people still to get their share
	for k := range left {
		if left[k] = members[k]; left[k] == 0 {
			left[k] = all[k]
		}
	}
	houses(func(h *economy.House, at int) {
		if h.Joined == 0 && members[at] > 0 {
			return
		}
		v := &s.Village[at]
		part := float64(h.Members) / left[at]
		left[at] -= float64(h.Members)
		giveBack(h, v, part)
		ledger.Ship(&v.Grain, &h.Grain, v.Grain.Held()*part)
		ledger.Pay(&v.Cash, &h.Purse, max(0, v.Cash.Held()).Share(part))
	})
}

// bequeath gives all that a kolkhoz has to another.
func bequeath(from, to *economy.Village) {
	to.Land, to.Sown = to.Land+from.Land, to.Sown+from.Sown
	from.Land, from.Sown = 0, 0
	for k := range from.Herd {
		to.Herd[k] += from.Herd[k]
		from.Herd[k] = 0
	}
	ledger.Ship(&from.Grain, &to.Grain, from.Grain.Held())
	ledger.Pay(&from.Cash, &to.Cash, from.Cash.Held())
}

// leave gives a house back an even share of land, of what is sown on it and of all
// animals.
func (i *Kolkhoz) leave(s *economy.State, h *economy.House, v *economy.Village) {
	part := min(1, float64(h.Members)*s.Centre.Weight/max(1e-12, v.Members))
	giveBack(h, v, part)
	v.Members -= float64(h.Members) * s.Centre.Weight // who leaves next has his part of what is left
}

// giveBack gives a house that is no member any more a part of the land, of what is
// sown on it and of all animals.
func giveBack(h *economy.House, v *economy.Village, part float64) {
	h.Joined = 0
	h.Land += float32(v.Land * part)
	v.Land -= v.Land * part
	h.Sown += float32(v.Sown * part)
	v.Sown -= v.Sown * part
	for k := range h.Herd {
		back := v.Herd[k] * part
		h.Herd[k] += float32(back)
		v.Herd[k] -= back
	}
}
