package politics

import (
	"math"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/scenario"
	"gosplan/unit"
)

// Means are what the institutions in force can do against hunger.
type Means struct {
	Cards    float64 // share: whether shops can sell on cards
	Found    float64 // share of the grain that must be delivered that is found
	Left     float64 // t a head and year that deliveries leave
	Season   float64 // months after the harvest in which they are due
	Hungry   float64 // hunger of a village that is reported
	Lending  float64 // months before the harvest in which grain is lent to villages
	Machines float64 // points given for a Mt of grain abroad; 0 where the state does not trade
}

// An aid is what is done against hunger until the harvest.
type aid struct {
	deliveries float64 // share of what villages hold beyond food and seed
	cards      float64 // 1 or 0
	kept       float64 // of the exports that are still ordered, share
	bought     float64 // of what could be bought abroad, share
	lent       float64 // of what hungry villages lack, share
}

// parts are what can be chosen separately.
func (a *aid) parts() [5]*float64 {
	return [5]*float64{&a.cards, &a.deliveries, &a.kept, &a.bought, &a.lent}
}

// steps in which each part is tried.
const steps = 4

// A dearth is what offices know of bread until the next harvest.
type dearth struct {
	v      *scene
	r      *Ruling
	means  Means
	year   float64            // part of a year until then
	need   float64            // of towns and the army, Mt
	have   float64            // for them, in store and still to come, Mt
	barns  float64            // that villages hold beyond food and seed, Mt, as the harvest tells
	crop   float64            // the last harvest, Mt
	export float64            // ordered and still to leave, Mt
	abroad float64            // most that could be bought, Mt
	lack   float64            // that hungry villages lack, Mt
	borne  [steps + 1]float64 // loss of villagers when so many steps of that are lent, a head
	price  float64            // paid for deliveries over that on markets
	food   *economy.Food
	beside float64 // food beside grain, per head and year in grain
	base   outcome
}

// known gathers what is known at the beginning of a quarter.
func (rules *Rules) known(w *economy.World, s *economy.State, p *behaviour.Primitives, means Means) *dearth {
	c, month, v := &s.Centre, s.Month%12+1, rules.look(w, s, p)
	d := &dearth{v: v, r: &rules.Ruling, means: means, food: &w.Physics.Food}
	d.base = v.play(&v.now)
	left := float64((economy.HarvestMonth-month+12)%12 + 1)
	d.year = left / 12
	d.need = d.year * (v.home*d.food.Town + 12*c.Promised)
	harvest := &s.Last.Harvest
	if month > economy.HarvestMonth {
		harvest = &s.Year.Harvest
	}
	var sown, private float64
	for at := range s.Region {
		d.crop += harvest[at]
		d.have += s.Shop[at].Stock[economy.Grain].Held()
		d.price += s.Region[at].MarketPrice[economy.PoolGrain] / float64(economy.Regions)
	}
	d.price = min(1, s.Terms.Offer[economy.PoolGrain]/max(1, d.price))
	for k := range s.Village {
		x := &s.Village[k]
		sown += x.Open + x.Land
		private += x.People - x.Members
		if s.Region[x.Region].Cut == 0 && x.Hunger > means.Hungry {
			d.lack += x.People * x.Hunger * d.food.Normal * d.year
			for i := range d.borne {
				d.borne[i] += x.People / v.village * d.bears(x.Hunger*(1-float64(i)/steps))
			}
		}
	}
	coming := s.GrainComing(month)
	d.have += c.Granary.Held() + coming
	d.barns = max(0, ((d.crop-v.village*means.Left-sown*w.Physics.Farming.Seed)*d.year-coming)) * private / max(0.01, v.village)
	if float64(economy.SinceHarvest(month)) >= means.Season {
		d.barns = 0 // deliveries are over, and what is left has been fed
	}
	if means.Machines > 0 {
		d.export = max(0, w.Ordered(s, scenario.GrainExport, w.StartYear+s.Month/12)-c.SeasonExport)
		d.abroad = c.Imports * d.year / means.Machines
	}
	if all := s.Last.Home[0] + s.Last.Home[1]; all > 0 {
		d.beside = d.food.Produce * 12 * s.Last.EatenProduce / all
	}
	return d
}

// presses tells whether anybody lacks bread.
func (d *dearth) presses() bool { return d.have-d.export < d.need || d.lack > 0 }

// fed is the part of the bread of the towns that there is.
func (d *dearth) fed(x *aid) float64 {
	return unit.Clip((d.have-(1-x.kept)*d.export+x.bought*d.abroad+d.delivered(x)-x.lent*d.lack)/max(0.01, d.need), 0, 1)
}

// delivered is the grain that deliveries bring, Mt.
func (d *dearth) delivered(x *aid) float64 { return x.deliveries * d.means.Found * d.barns }

// loss is that of who gets part of his bread, in a year: of comfort, and of
// life as bodies stand it.
func (d *dearth) loss(part float64) float64 {
	part = unit.Clip(part, 0, 1)
	eaten := (part*d.food.Town + d.beside) * d.food.Adult // of a grown person
	short := unit.Clip(1-eaten/d.food.Minimum, 0, 1)
	return d.year * (d.v.w.Hunger*(1-part)*(1-part) + d.v.death*100*d.food.Deadly*math.Pow(short, d.food.Steep))
}

// villageLeast is the part of what villages consume that deliveries are reckoned to
// leave them at least (assumed).
const villageLeast = 0.05

// gains are what an aid brings the groups over doing nothing, in log points of
// a year's consumption, by the payoff that they have everywhere: bread, lives,
// what farms lose and sow less, machines forgone, what passes through one's
// hands, trade that cards and deliveries end.
func (d *dearth) gains(x *aid) (u [economy.Groups]float64) {
	v, none := d.v, &aid{}
	taken := d.delivered(x)
	machines := d.means.Machines * (x.kept*d.export + x.bought*d.abroad)
	seen := unit.Clip(taken/max(1, d.crop), 0, 1)
	waste := v.w.Shirk * seen * v.farm // sown less next time
	paid := taken * economy.BasePrice[economy.Grain] * (1 - d.price)
	villages := math.Log(max(villageLeast, 1-(paid+waste)/max(1e-9, d.base.village))) +
		d.borne[0] - d.borne[int(math.Round(steps*x.lent))]
	trade := math.Log((sideline + (1 - d.breadTrade()*max(x.cards, x.deliveries*d.means.Found))) / (sideline + 1))
	for g := range u {
		switch economy.Group(g) {
		case economy.Peasants:
			u[g] = villages
		case economy.Soldiers: // fed first; at home they are peasants
			u[g] = villages / 2
		default:
			u[g] = d.loss(d.part(economy.Group(g), none)) - d.loss(d.part(economy.Group(g), x)) - waste/v.product
		}
		u[g] -= v.years * v.alpha * machines / v.capital
		if hands := v.hands(economy.Group(g), &v.now, &d.base); hands > 0 {
			through := hands - machines/v.product
			if economy.Group(g) == economy.Officials {
				through += taken * economy.BasePrice[economy.Grain] / v.product
			}
			u[g] += v.w.Command * math.Log((handsLeast+max(0, through))/(handsLeast+hands))
		}
		if economy.Group(g) == economy.Holders {
			u[g] += trade
		}
	}
	return u
}

// part is the part of its bread that a group of the towns gets.
func (d *dearth) part(g economy.Group, x *aid) float64 {
	fed := d.fed(x)
	apart := d.r.Purse * fed * (1 - fed) * (1 - x.cards)
	if g == economy.Workers {
		return fed - apart
	}
	return fed + apart
}

// bears is what a villager loses at that hunger.
func (d *dearth) bears(h float64) float64 {
	return d.year * (d.v.w.Hunger*h*h + d.v.death*100*d.food.Deadly*math.Pow(h, d.food.Steep))
}

// breadTrade is the part of bread in what farms sell to towns.
func (d *dearth) breadTrade() float64 {
	return unit.Clip(d.need*economy.BasePrice[economy.Grain]/max(0.01, d.v.sold*d.year), 0, 1)
}

// Relieve lets those who govern choose what is done against hunger, if any
// presses: what brings the groups most, each by its weight after coercion. It
// is no matter of years, as policy is, but decided every quarter: cards are
// there as long as they serve, and what is exported is what is left of the
// usual when those who count have kept what they want.
func (rules *Rules) Relieve(w *economy.World, s *economy.State, p *behaviour.Primitives, means Means) {
	if s.Polity.Governs == 0 || *rules == (Rules{}) {
		return
	}
	d := rules.known(w, s, p, means)
	x := aid{}
	if d.presses() {
		x = d.best(rules.Ruling.weights(s))
	}
	order := func(k scenario.Decision, v float64) {
		if s.Rule.Takes(k) {
			low, high := k.Bounds()
			s.Rule.Order[k] = unit.Clip(v, low, high)
		}
	}
	order(scenario.GrainDeliveries, x.deliveries)
	order(scenario.BreadCards, x.cards)
	order(scenario.GrainExport, s.Rule.Order[scenario.GrainExport]-x.kept*d.export)
	order(scenario.GrainRelief, x.bought*d.abroad/d.year)
	months := min(means.Lending, 12*d.year-1)
	order(scenario.FoodLoans, x.lent*d.lack*means.Lending/max(1, months))
}

// best tries each part in steps, the others given, until nothing gets better.
func (d *dearth) best(weights []float64) (x aid) {
	const rounds = 3
	value := func() (sum float64) {
		for g, gain := range d.gains(&x) {
			sum += weights[g] * gain
		}
		return sum
	}
	top := value()
	for range rounds {
		for k, part := range x.parts() {
			was := *part
			for step := range steps + 1 {
				try := float64(step) / steps
				if k == 0 && (d.means.Cards == 0 || step > 0 && step < steps) {
					continue
				}
				*part = try
				if v := value(); v > top+1e-12 {
					top, was = v, try
				}
			}
			*part = was
		}
	}
	return x
}
