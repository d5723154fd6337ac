package institution

import (
	"math"

	"gosplan/behaviour"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/unit"
)

var askJoin = draw.Ask("kolkhoz.join")

// Buying is the state's purchase of farm produce at list prices.
type Buying struct {
	Share          float64 `unit:"share" range:"0 1" source:"Davies 1980: state and cooperative part of marketed grain" means:"part of marketed grain that comes to state buyers at equal prices"`
	Produce        float64 `unit:"share" range:"0 1" source:"assumed" means:"part of marketed produce that comes to state buyers at equal prices"`
	Price          float64 `unit:"ratio" range:"0 5" source:"price lists" means:"price of 1913 parity, times the leaders' ratio"`
	Index          float64 `unit:"share" range:"0 1" source:"assumed" means:"how far the price follows retail prices"`
	Follow         float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which the price follows that in town shops; 0 where somebody sets it"`
	BuyingPractice `keep:"barns are full at some point"`
}

// BuyingPractice is how much state buyers store.
type BuyingPractice struct {
	GrainStock   float64 `unit:"years" range:"0.1 5" source:"assumed" means:"townspeople's bread that a full granary covers"`
	ProduceStock float64 `unit:"points a year" range:"0 2" source:"assumed" means:"produce per head of townspeople that full barns cover"`
	RawStock     float64 `unit:"years" range:"0 5" source:"assumed" means:"industry's need of raw produce that full barns cover"`
	Gate         float64 `unit:"ratio" range:"0 1" source:"assumed" means:"price at the farm gate over that in town shops, where it follows that"`
	Brim         float64 `unit:"ratio" range:"1 10" source:"assumed" means:"stock over a full one at which buying ends; it slows from one less"`
}

// Offer sets what the state pays. It writes Terms.
func (i *Buying) Offer(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	t := &s.Terms
	level := 1 + i.Index*(s.Centre.Prices-1)
	ratio := w.Decided.ProcurementPrice.At(year)
	for k, g := range [2]economy.Good{economy.Grain, economy.Produce} {
		if i.Follow > 0 && t.Offer[k] > 0 {
			t.Offer[k] += i.Follow * (i.Gate*inTowns(s, g) - t.Offer[k])
			continue
		}
		t.Offer[k] = i.Price * ratio * level * economy.BasePrice[g] * economy.KopecksPerPoint
	}
	t.StateShare = i.Share
	// buyers stop buying what already lies in the barns for a year
	full := i.full(w, s)
	t.Full[0] = unit.Clip(i.Brim-s.Centre.Granary.Held()/full[0], 0, 1)
	t.Full[1] = unit.Clip(i.Brim-s.Centre.Barn.Held()/full[1], 0, 1)
}

// full is the grain, Mt, and the produce, points, that the state's stores
// hold when they are full: what towns eat, industry uses and is exported.
func (i *Buying) full(w *economy.World, s *economy.State) [2]float64 {
	year, _ := s.Date(w)
	var towns float64
	for r := range s.Region {
		towns += s.Region[r].Town
	}
	var raw [2]float64
	for k := range s.Enterprise {
		for g := range raw {
			raw[g] += 12 * s.Enterprise[k].Need[g]
		}
	}
	return [2]float64{
		max(0.1, towns*w.Physics.Food.Town*i.GrainStock+raw[0]+w.Decided.GrainExport.At(year)),
		max(0.1, towns*i.ProduceStock+i.RawStock*raw[1]),
	}
}

// inTowns is the price of a good in the shops of the towns.
func inTowns(s *economy.State, g economy.Good) float64 {
	var price, people float64
	for r := range s.Region {
		price += s.Shop[r].Price[g] * s.Region[r].Town
		people += s.Region[r].Town
	}
	return price / max(1e-9, people)
}

// Requisition takes grain from houses by order.
type Requisition struct {
	mechanism.Requisition
	Foresight
	Months float64 `unit:"months" range:"1 12" source:"practice: September to March" means:"season of the detachments after the harvest"`
	Herd   float64 `unit:"per year" range:"0 0.3" source:"allotment of meat of March 1920, horses for the army 1918-20; judged" means:"animals taken from houses where all is demanded"`
}

// Take sends detachments: for animals at all times, for grain in the months
// after the harvest. It writes Block (grain, animals, expectations), Region,
// Centre (granary, barn).
func (i *Requisition) Take(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	if i.Herd > 0 {
		i.herd(w, s, w.Decided.Requisition.At(year))
	}
	since := (month - 9 + 12) % 12
	if i.Reach == 0 || float64(since) >= i.Months {
		return
	}
	order := w.Decided.Requisition.At(year)
	left := float64(11-since) / 12
	monthly := mechanism.Requisition{Reach: 1 - math.Pow(1-i.Reach, 1/i.Months), Norm: i.Norm}
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			if h.Joined == 1 {
				continue
			}
			people := float64(h.Members) * float64(w.Weight) / 1e6
			held := h.Grain.Held()
			take := monthly.Taken(order*(1-s.Region[h.Region].Cut), held, float64(h.Land)*w.Physics.Farming.Seed, people*left)
			got := ledger.Ship(&h.Grain, &block.Pool[h.Region].Barn[economy.PoolGrain], take)
			i.expect(h, since, got, held)
		}
		s.TakePools(block)
	}
}

// herd takes animals and sends their meat to the barns of the state.
func (i *Requisition) herd(w *economy.World, s *economy.State, order float64) {
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			part := i.Herd / 12 * order * (1 - s.Region[h.Region].Cut)
			var meat float64
			for k, n := range h.Herd {
				h.Herd[k] -= float32(part) * n
				meat += part * float64(n) * w.Physics.Herds.Carcass[k]
			}
			block.Sum.Tally[economy.Produce].Make(&block.Pool[h.Region].Barn[economy.PoolProduce], meat)
		}
		s.TakePools(block)
	}
}

// Foresight is what houses whose grain is taken expect of the next harvest.
type Foresight struct {
	Remembered float64 `unit:"share" range:"0 1" source:"assumed" means:"expected loss that lasts into the next season"`
	Learned    float64 `unit:"share" range:"0 1" source:"assumed" means:"weight of what is taken in what is expected"`
	Feared     float64 `unit:"share" range:"0 0.99" source:"assumed" means:"largest loss that is expected"`
}

// expect lets a house remember which share of what it had was taken.
func (f Foresight) expect(h *economy.House, since int, got, held float64) {
	if since == 0 {
		h.Taken *= float32(f.Remembered)
	}
	if held > 0 {
		h.Taken = float32(min(f.Feared, float64(h.Taken)+f.Learned*got/held))
	}
}

// Tax takes a share of the harvest of private houses, for the state or as rent
// for the owners of the land.
type Tax struct {
	mechanism.TaxInKind
	Foresight
	Rent   float64 `unit:"share" range:"0 0.6" source:"Anfimov 1961, shares of rent in kind and money before 1917, recalled" means:"share of the harvest that goes to landlords"`
	Months float64 `unit:"months" range:"1 12" source:"practice: September to December" means:"months after the harvest in which the tax is paid"`
	Spread float64 `unit:"months" range:"1 12" source:"assumed: what is eaten meanwhile is not taxed" means:"months by which the rate is divided"`
}

// Take collects the tax, and the rent, in the months after the harvest. Grain
// for rent is sold to the state, and the owners get the price. It writes Block
// (grain, expectations, purses), Region, Centre (granary, treasury).
func (i *Tax) Take(w *economy.World, s *economy.State, owners *Owners) {
	year, month := s.Date(w)
	since := (month - 9 + 12) % 12
	rate := i.Rate*w.Decided.FarmTax.At(year) + i.Rent
	if rate == 0 || float64(since) >= i.Months {
		return
	}
	var all float64
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			if h.Joined == 1 {
				continue
			}
			held := h.Grain.Held()
			got := ledger.Ship(&h.Grain, &block.Pool[h.Region].Barn[economy.PoolGrain], held*rate/i.Spread)
			i.expect(h, since, got, held)
			all += got
		}
		s.TakePools(block)
	}
	if i.Rent > 0 {
		var rent ledger.Purse
		ledger.Pay(&s.Centre.Treasury, &rent, unit.Cost(s.Terms.Offer[0], all*i.Rent/rate))
		owners.share(w, s, &rent)
	}
}

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
	Fodder   float64    `unit:"share" range:"0 1" source:"assumed: mixed feed and return sales" means:"part of the feed that collective herds lack which the state gives back"`
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
	First       float64 `unit:"share" range:"0 1" source:"assumed" means:"land sown in a kolkhoz's first spring"`
	Draught     float64 `unit:"elasticity" range:"0 1" source:"assumed" means:"response of the area wanted to draught power"`
	DraughtLow  float64 `unit:"ratio" range:"0.01 1" source:"assumed" means:"least draught power that plans allow for"`
	DraughtHigh float64 `unit:"ratio" range:"1 5" source:"assumed" means:"most draught power that plans make use of"`
	SeedLoan    float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the granary lent as seed to one village at most"`
	PlotTime    float64 `unit:"share" range:"0 1" source:"assumed" means:"time at the harvest that a full plot costs"`
	Front       float64 `unit:"share" range:"0 1" source:"assumed" means:"harvest lost where a region is all occupied"`

	// quotas and deliveries
	Soldier  float64    `unit:"t a year" range:"0 1" source:"assumed" means:"grain the state wants per head of the army"`
	Draw     float64    `unit:"share" range:"0 1" source:"assumed" means:"stock over the reserve that is set against the year's need"`
	Calendar [5]float64 `unit:"share of the quota" range:"0 1" source:"assumed: most by November" means:"deliveries from September to January"`
	Bread    float64    `unit:"t a year" range:"0 0.5" source:"assumed" means:"grain per head below which a quota leaves nothing to eat"`
	Scrape   float64    `unit:"share" range:"0 1" source:"assumed" means:"part of a kolkhoz barn that a month's delivery can take"`
	Search   float64    `unit:"share" range:"0 1" source:"assumed" means:"part of a private house's grain that a month's delivery can take"`
	Resigned float64    `unit:"share" range:"0 0.99" source:"assumed" means:"largest loss to quotas that private houses expect"`

	// collective herds
	FeedYield float64    `unit:"elasticity" range:"0 2" source:"assumed" means:"response of milk and meat to feed"`
	Haulage   float64    `unit:"share" range:"0 1" source:"assumed" means:"part of tractors that replaces horses"`
	Stalls    float64    `unit:"ratio" range:"0.1 5" source:"calibrated: herds 1929-70" means:"room for animals over the herd of reference"`
	Wealth    [4]float64 `unit:"elasticity" range:"0 3" source:"assumed" means:"room per log point of income: horses, cattle, pigs, sheep"`
	Crowding  float64    `unit:"share" range:"0.05 1" source:"assumed" means:"free room below which herds grow slower"`
	Shrink    float64    `unit:"ratio" range:"0 2" source:"assumed" means:"fastest fall of overfull herds over their growth"`
	FeedLow   float64    `unit:"share" range:"0 0.9" source:"assumed" means:"feed at which herds stop growing"`
	FeedSpan  float64    `unit:"share" range:"0.05 1" source:"assumed" means:"feed over that at which they grow in full"`
	Starving  float64    `unit:"share" range:"0 1" source:"assumed" means:"feed below which animals die"`
	Remnant   float64    `unit:"share" range:"0 1" source:"assumed" means:"herd that survives any year"`

	// sharing out
	Advance   [3]float64 `unit:"share" range:"0 1" source:"assumed" means:"free grain shared out in October, December and February"`
	Food      float64    `unit:"share" range:"0 2" source:"assumed" means:"normal food that is set aside before animals are fed"`
	FeedPart  float64    `unit:"share" range:"0 1" source:"assumed" means:"free grain that herds get whatever people lack"`
	FeedMost  float64    `unit:"share" range:"0 1" source:"assumed" means:"part of what herds could get that is fed at once"`
	Lent      float64    `unit:"share" range:"0 0.2" source:"assumed" means:"granary given back as feed to a village of eight million at most"`
	Condition float64    `unit:"times" range:"1 12" source:"assumed" means:"feedings over which the state of the herd is remembered"`
	Allowance float64    `unit:"share" range:"0 0.4" source:"decrees of 1930 and 1933: 10 to 15 % of the grain threshed" means:"part of the harvest that is advanced to members in September whatever is owed"`
	ByWork    float64    `unit:"share" range:"0 1" source:"decrees of 1930 and 1931 on labour-days, against sharing by mouths" means:"grain and money shared out by hands and not by mouths"`
	Precede   float64    `unit:"share" range:"0 1" source:"decrees of 1931 and 1932: deliveries before anything is shared out" means:"part of the quota still owed that is kept back when grain is shared out"`
}

// Active tells whether kolkhozes are wanted or there.
func (i *Kolkhoz) Active() bool { return i.Need > 0 }

// Run is a month of drive, collective field and delivery. It writes Village,
// Block (houses), Region, Centre (granary, barn), Year.
func (i *Kolkhoz) Run(w *economy.World, s *economy.State, p *behaviour.Primitives) {
	s.Terms.PlotShare = i.Plot
	if !i.Active() {
		return
	}
	year, month := s.Date(w)
	if month != 8 && (month <= 5 || month >= 10 || i.joinedShare(s) > i.Summer) {
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
	case 8:
		i.reap(w, s, year)
		i.quotas(w, s, year)
	case 12:
		i.breed(w, s)
	}
	if month >= 8 || month == 1 {
		i.deliver(w, s, month)
	}
	i.produce(w, s)
	i.milk(w, s)
	switch month {
	case 9, 10, 12, 2:
		i.share(w, s, month)
	}
	for k := range s.Village {
		v := &s.Village[k]
		v.Due = 0
		if v.Members > 0 && (month >= 8 || month == 1) {
			v.Due = max(0, v.Grain.Held()-i.bound(w, v, month)) / v.Members
		}
	}
}

// bound is the grain of a kolkhoz that is not for its members: seed, and what
// is owed to the state.
func (i *Kolkhoz) bound(w *economy.World, v *economy.Village, month int) float64 {
	return v.Sown*w.Physics.Farming.Seed + i.Precede*i.owed(month)*v.Quota*v.Harvest/max(1e-9, v.Harvest+v.PrivateHarvest)
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
	order := w.Decided.CollectiveTarget.At(year)
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
	severity := w.Decided.Repression.At(year)
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
			u := w.Deck.Uniform(askJoin, uint64(h.Luck), s.Month)
			switch {
			case h.Joined == 0 && v.Press > 0 && u < v.Press*i.Campaign.Yield:
				i.join(w, s, p, block, h, v)
			case h.Joined == 1 && c.Retreat == 1 && u < i.Campaign.Exit*v.Anger:
				i.leave(s, h, v)
			}
		}
	}
}

// join brings a house's land and animals into the kolkhoz; what is to be
// brought in is lost to the house, and it answers as it does to any threat of
// loss.
func (i *Kolkhoz) join(w *economy.World, s *economy.State, p *behaviour.Primitives, b *economy.Block, h *economy.House, v *economy.Village) {
	h.Joined = 1
	v.Land += float64(h.Land)
	v.Sown += float64(h.Sown)
	h.Land, h.Sown, h.Taken = 0, 0, 0
	for k := range h.Herd {
		part := float64(h.Herd[k]) * i.Animals[k]
		killed := part * p.Slaughter.Killed(k, i.Animals[k])
		b.Sum.Slaughtered[k] += killed
		b.Sum.Tally[economy.Produce].Make(&h.Larder, killed*w.Physics.Herds.Carcass[k])
		v.Herd[k] += part - killed
		h.Herd[k] -= float32(part)
	}
}

// leave gives a house back an even share of land, and horses.
func (i *Kolkhoz) leave(s *economy.State, h *economy.House, v *economy.Village) {
	part := min(1, float64(h.Members)*s.Centre.Weight/max(1e-12, v.Members))
	h.Joined = 0
	h.Land += float32(v.Land * part)
	v.Land -= v.Land * part
	for k := range h.Herd {
		back := v.Herd[k] * part
		h.Herd[k] += float32(back)
		v.Herd[k] -= back
	}
}

// sow follows orders as far as land, horses and machines allow; seed comes
// from the kolkhoz, then on loan from the state.
func (i *Kolkhoz) sow(w *economy.World, s *economy.State) {
	for k := range s.Village {
		v := &s.Village[k]
		if v.Land <= 0 {
			continue
		}
		r := int(v.Region)
		draught := behaviour.Draught(s, w, r, v.Herd[economy.Horses], v.Land)
		want := v.Land * i.Orders * math.Pow(unit.Clip(draught, i.DraughtLow, i.DraughtHigh), i.Draught)
		if v.Sown <= 0 {
			v.Sown = i.First * v.Land
		}
		v.Sown += i.Sowing * (want - v.Sown)
		need := v.Sown * w.Physics.Farming.Seed
		if lack := need - v.Grain.Held(); lack > 0 {
			ledger.Ship(&s.Centre.Granary, &v.Grain, min(lack, i.SeedLoan*s.Centre.Granary.Held()))
		}
		v.Sown = min(v.Sown, v.Grain.Held()/w.Physics.Farming.Seed)
		s.Audit.Use(economy.Grain, &v.Grain, v.Sown*w.Physics.Farming.Seed)
	}
}

// reap brings in the collective harvest: hands by members, effort by pay.
func (i *Kolkhoz) reap(w *economy.World, s *economy.State, year int) {
	gains := w.Physics.Farming.Gains(s.FarmCapital())
	for k := range s.Village {
		v := &s.Village[k]
		v.Harvest, v.Taken = 0, 0
		i.learn(w, v)
		if v.Sown <= 0 {
			continue
		}
		r := int(v.Region)
		hands := v.Hands * v.Members / max(1e-9, v.People) * (1 - i.PlotTime*i.Plot)
		q := behaviour.Harvest(s, w, r, v.Sown, v.Land, hands, v.Effort, v.Herd[economy.Horses], v.Weather, gains) * v.Skill * (1 - i.Front*s.Region[r].Cut)
		s.Audit.Make(economy.Grain, &v.Grain, q)
		v.Harvest = q
		s.Year.Harvest[r] += q
		s.Year.Sown[r] += v.Sown
	}
}

// learn is a year of collective work: as in any work, who is new to it does
// not do it well, and learns.
func (i *Kolkhoz) learn(w *economy.World, v *economy.Village) {
	if v.Members <= 0 {
		return
	}
	farming := &w.Physics.Farming
	fresh := unit.Clip(1-v.Veterans/v.Members, 0, 1)
	v.Skill += farming.Learn * (1 - v.Skill)
	v.Skill += fresh * (farming.Novice - v.Skill)
	v.Veterans = v.Members
}

// quotas sets what every village has to deliver, from estimates.
func (i *Kolkhoz) quotas(w *economy.World, s *economy.State, year int) {
	c := &s.Centre
	var towns float64
	for r := range s.Region {
		towns += s.Region[r].Town
	}
	need := i.Need*towns + w.Decided.GrainExport.At(year) + i.Soldier*c.Army
	need = max(0, need-max(0, c.Granary.Held()-i.Reserve)*i.Draw)
	var estimates, weights, before float64
	var able [economy.Regions]float64
	for r := range s.Region {
		before += s.Last.Procured[r] * (1 - s.Region[r].Cut)
	}
	for k := range s.Village {
		v := &s.Village[k]
		r := int(v.Region)
		private := v.PrivateHarvest
		v.Estimate = i.Bias.Estimate(v.Harvest+private, v.Weather)
		estimates += v.Estimate
		v.Quota = max(0, v.Estimate-i.Norm*v.People-(v.Sown+v.Open)*w.Physics.Farming.Seed) * (1 - s.Region[r].Cut)
		weights += v.Quota
		able[r] += v.Quota
	}
	total := min(need, i.Most*estimates)
	c.Quota = total
	for k := range s.Village {
		v := &s.Village[k]
		part := able[v.Region] / max(1e-9, weights)
		if before > 0 { // who delivered is asked again
			part += i.Anchor * (s.Last.Procured[v.Region]*(1-s.Region[v.Region].Cut)/before - part)
		}
		v.Quota *= total * part / max(1e-9, able[v.Region])
	}
}

// deliver takes the month's part of the quotas from kolkhoz barns and from
// private houses, forgiving a part where nothing would be left.
func (i *Kolkhoz) deliver(w *economy.World, s *economy.State, month int) {
	if month == 8 {
		return
	}
	part := i.Calendar[(month+3)%12]
	c := &s.Centre
	taken := make([]float64, len(s.Village))
	for k := range s.Village {
		v := &s.Village[k]
		want := v.Quota * part
		total := v.Harvest + v.PrivateHarvest
		if want <= 0 || total <= 0 {
			continue
		}
		after := (total - v.Sown*w.Physics.Farming.Seed - v.Quota) / max(1e-9, i.Bread*v.People)
		want *= 1 - i.Relief*unit.Clip(1-after, 0, 1)
		collective := want * v.Harvest / total
		got := ledger.Ship(&v.Grain, &c.Granary, min(collective, i.Scrape*v.Grain.Held()))
		ledger.Pay(&c.Treasury, &v.Cash, unit.Cost(s.Terms.Offer[economy.PoolGrain], got))
		s.Region[v.Region].Procured += got
		taken[k] = (want - collective) * i.Private / max(1e-9, v.PrivateHarvest)
		v.Taken += got / max(1e-9, v.Harvest)
	}
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			if h.Joined == 1 {
				continue
			}
			held := h.Grain.Held()
			pool := &block.Pool[h.Region]
			got := ledger.Ship(&h.Grain, &pool.Barn[economy.PoolGrain], min(i.Search, taken[h.Village])*held)
			ledger.Pay(&pool.Fund, &h.Purse, unit.Cost(s.Terms.Offer[economy.PoolGrain], got))
			i.expect(h, month-9, got, held)
			h.Taken = float32(math.Min(float64(h.Taken), i.Resigned))
		}
		s.TakePools(block)
	}
}

// produce is the month's product of collective herds, delivered to the state.
func (i *Kolkhoz) produce(w *economy.World, s *economy.State) {
	herds := &w.Physics.Herds
	gain := math.Pow(w.Physics.Farming.Gains(s.FarmCapital()), herds.Gain)
	for k := range s.Village {
		v := &s.Village[k]
		var q float64
		for a, n := range v.Herd {
			q += herds.Produce[a] * n * math.Pow(unit.Clip(v.Feed, 0.1, 1), i.FeedYield) * gain / 12
			if a != economy.Horses {
				killed := n * i.levy(v)
				v.Herd[a] -= killed
				q += killed * herds.Carcass[a]
			}
		}
		s.Audit.Make(economy.Produce, &s.Centre.Barn, q)
		ledger.Pay(&s.Centre.Treasury, &v.Cash, unit.Cost(s.Terms.Offer[economy.PoolProduce], q))
	}
}

// levy is the part of a herd that is taken for meat in a month.
func (i *Kolkhoz) levy(v *economy.Village) float64 { return i.Meat * unit.Clip(v.Press, 0, 1) / 12 }

// milk takes the deliveries of households: meat from their animals, and by norms
// on animals and gardens, whatever is left for them.
func (i *Kolkhoz) milk(w *economy.World, s *economy.State) {
	if i.Milk == 0 && i.Meat == 0 {
		return
	}
	herds, garden := &w.Physics.Herds, w.Physics.Farming.Garden
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			norm := garden * w.Physics.Farming.Gardens[h.Region] * float64(h.Members) * float64(w.Weight) / 1e6
			pool := &block.Pool[h.Region]
			levy, meat := i.levy(&s.Village[h.Village]), 0.0
			for k, n := range h.Herd {
				norm += herds.Produce[k] * float64(n)
				if k != economy.Horses {
					h.Herd[k] -= float32(levy) * n
					meat += levy * float64(n) * herds.Carcass[k]
				}
			}
			block.Sum.Tally[economy.Produce].Make(&pool.Barn[economy.PoolProduce], meat)
			got := meat + ledger.Ship(&h.Larder, &pool.Barn[economy.PoolProduce], i.Milk/12*norm)
			m := unit.Cost(s.Terms.Offer[economy.PoolProduce], got)
			ledger.Pay(&pool.Fund, &h.Purse, m)
			h.Income += float32(m) / 12
		}
		s.TakePools(block)
	}
}

// breed is the year's change of collective herds: feed, room by plan, and
// care, which follows effort.
func (i *Kolkhoz) breed(w *economy.World, s *economy.State) {
	herds := &w.Physics.Herds
	hp := i.Haulage * w.Physics.Farming.Tractors(s.FarmCapital())
	rich := math.Log(max(0.5, s.Centre.GDPHead))
	for k := range s.Village {
		v := &s.Village[k]
		r := int(v.Region)
		if v.Members <= 0 {
			continue
		}
		part := v.Land / max(1e-9, v.Land+v.Open)
		for a := range v.Herd {
			n := v.Herd[a]
			room := economy.ReferenceHerd[a] * economy.HerdShare[a][r] * i.Stalls * part * v.People / economy.RuralPeople[r] * s.Centre.Room
			room *= 1 + i.Wealth[a]*max(0, rich)
			if a == economy.Horses {
				room *= 1 / (1 + hp/herds.Horse)
			}
			g := herds.Growth[a]*unit.Clip((1-n/max(1e-12, room))/i.Crowding, -i.Shrink, 1)*unit.Clip((v.Feed-i.FeedLow)/i.FeedSpan, 0, 1) -
				herds.Starve*max(0, i.Starving-v.Feed) - herds.Neglect*max(0, 1-v.Effort)
			v.Herd[a] = n * max(i.Remnant, 1+g)
		}
	}
}

// owed is the part of a quota that is delivered after a month.
func (i *Kolkhoz) owed(month int) (part float64) {
	for k, share := range i.Calendar {
		if k > (month+3)%12 {
			part += share
		}
	}
	return part
}

// share feeds the herd, keeps seed and what is owed to the state, and hands
// the rest of the grain, and the cash, to members by work and by mouths.
func (i *Kolkhoz) share(w *economy.World, s *economy.State, month int) {
	type portion struct{ grain, cash, mouths, hands float64 }
	portions := make([]portion, len(s.Village))
	hands := make([]float64, len(s.Village)) // of members
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			if h.Joined == 1 {
				hands[h.Village] += float64(h.Hands) * float64(w.Weight) / 1e6
			}
		}
	}
	part := 0.0
	if month != 9 {
		part = i.Advance[(month-10+12)%12/2]
	}
	for k := range s.Village {
		v := &s.Village[k]
		if v.Members <= 0 {
			continue
		}
		work := i.ByWork
		if hands[k] <= 0 {
			work = 0
		}
		portions[k] = portion{mouths: (1 - work) / v.Members, hands: work / max(1e-12, hands[k])}
		if month == 9 {
			v.Pay = 0
			portions[k].grain = min(i.Allowance*v.Harvest, v.Grain.Held())
			v.Pay += portions[k].grain / v.Members
			continue
		}
		seed := i.bound(w, v, month)
		free := max(0, v.Grain.Held()-seed)
		var need float64
		for a, n := range v.Herd {
			need += w.Physics.Herds.Feed[a] * n * (1 - economy.SettledPasture[v.Region])
		}
		food := v.Members * w.Physics.Food.Normal * i.Food
		fed := min(need/3, max(i.FeedPart*free, free-food)*i.FeedMost)
		fed = s.Audit.Use(economy.Grain, &v.Grain, fed)
		s.Year.Fed += fed
		// the state's mixed feed comes back to herds that lack it
		fed += s.Audit.Use(economy.Grain, &s.Centre.Granary, min(max(0, need/3-fed)*i.Fodder, i.Lent*s.Centre.Granary.Held()*v.People/8))
		pasture := economy.SettledPasture[v.Region]
		got := pasture
		if need > 0 {
			got += (1 - pasture) * 3 * fed / need
		}
		v.Feed += (min(1, got) - v.Feed) / i.Condition
		free = max(0, v.Grain.Held()-seed)
		portions[k].grain, portions[k].cash = free*part, float64(v.Cash.Held())
		v.Pay += free * part / v.Members
	}
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			if h.Joined == 0 {
				continue
			}
			v := &s.Village[h.Village]
			share := &portions[h.Village]
			part := (share.mouths*float64(h.Members) + share.hands*float64(h.Hands)) * float64(w.Weight) / 1e6
			ledger.Ship(&v.Grain, &h.Grain, share.grain*part)
			m := ledger.PayUpTo(&v.Cash, &h.Purse, unit.Kopecks(share.cash*part))
			h.Income += float32(m) / 12
		}
	}
}
