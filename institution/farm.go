package institution

import (
	"iter"
	"math"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// Buying is the state's purchase of farm produce at list prices.
type Buying struct {
	Share          float64 `unit:"share" range:"0 1" source:"Davies 1980: state and cooperative part of marketed grain" means:"part of marketed grain that comes to state buyers at equal prices"`
	Produce        float64 `unit:"share" range:"0 1" source:"assumed" means:"part of marketed produce that comes to state buyers at equal prices"`
	Price          float64 `unit:"ratio" range:"0 5" source:"price lists" means:"price of 1913 parity, times the leaders' ratio"`
	Index          float64 `unit:"share" range:"0 1" source:"assumed" means:"how far the price follows retail prices"`
	Follow         float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which the price follows that in town shops; 0 where somebody sets it"`
	Most           float64 `unit:"ratio" range:"0 5" source:"judged: who buys for the state of whoever sells pays what others pay" means:"price over that on markets beyond which state buyers do not go; 0 where they pay what is ordered"`
	BuyingPractice `keep:"barns are full at some point"`
}

// BuyingPractice is how much state buyers store.
type BuyingPractice struct {
	GrainStock   float64 `unit:"years" range:"0.1 5" source:"assumed" means:"townspeople's bread that a full granary covers"`
	ProduceStock float64 `unit:"points a year" range:"0 2" source:"assumed" means:"produce per head of townspeople that full barns cover"`
	RawStock     float64 `unit:"years" range:"0 5" source:"assumed" means:"industry's need of raw produce that full barns cover"`
	Gate         float64 `unit:"ratio" range:"0 1" source:"assumed" means:"price at the farm gate over that in town shops, where it follows that"`
	Brim         float64 `unit:"ratio" range:"1 10" source:"assumed" means:"stock over a full one at which buying ends; it slows from one less"`
	Found        float64 `unit:"share" range:"0 1" source:"judged: of 12.6 Mt assigned to guberniyas in 1916/17 some 9 came (recalled, Kondratiev 1922)" means:"of the grain that must be delivered, what is"`
	Left         float64 `unit:"t a year" range:"0 0.4" source:"12 puds of grain and one of groats, decree of 13 May 1918 (recalled)" means:"grain left per head where deliveries are ordered"`
	Season       float64 `unit:"months" range:"1 12" source:"practice: September to March" means:"months after the harvest in which they are due"`
	Foresight
}

// Offer sets what the state pays.
func (i *Buying) Offer(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	t := &s.Terms
	level := 1 + i.Index*(s.Centre.Prices-1)
	ratio := w.Ordered(s, scenario.ProcurementPrice, year)
	for k, g := range [2]economy.Good{economy.Grain, economy.Produce} {
		if i.Follow > 0 && t.Offer[k] > 0 {
			t.Offer[k] += i.Follow * (i.Gate*inTowns(s, g) - t.Offer[k])
			continue
		}
		t.Offer[k] = i.Price * ratio * level * economy.BasePrice[g] * economy.KopecksPerPoint
		if i.Most > 0 {
			t.Offer[k] = min(t.Offer[k], i.Most*onMarkets(s, k))
		}
	}
	t.StateShare = [2]float64{i.Share, i.Produce}
	// buyers stop buying what already lies in the barns for a year
	full := i.full(w, s)
	t.Full[0] = unit.Clip(i.Brim-s.Centre.Granary.Held()/full[0], 0, 1)
	t.Full[1] = unit.Clip(i.Brim-s.Centre.Barn.Held()/full[1], 0, 1)
}

// full is the grain, Mt, and the produce, points, that the state's stores
// hold when they are full: what towns eat, industry uses and is exported.
func (i *Buying) full(w *economy.World, s *economy.State) [2]float64 {
	year, _ := s.Date(w)
	towns := atHomeInTowns(s)
	var raw [2]float64
	for k := range s.Enterprise {
		for g := range raw {
			raw[g] += 12 * s.Enterprise[k].Need[g]
		}
	}
	return [2]float64{
		max(0.1, towns*w.Physics.Food.Town*i.GrainStock+raw[0]+w.Ordered(s, scenario.GrainExport, year)),
		max(0.1, towns*i.ProduceStock+i.RawStock*raw[1]),
	}
}

// Call collects, in the months after the harvest, what houses must sell where
// leaders order deliveries: of what they hold beyond food and seed, at the
// state's price. What the market would have paid more is what they come to
// expect to lose.
func (i *Buying) Call(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	order, since := w.Ordered(s, scenario.GrainDeliveries, year), economy.SinceHarvest(month)
	if order*i.Found == 0 || float64(since) >= i.Season {
		return
	}
	monthly := spread(i.Found, i.Season, i.Left)
	offer := s.Terms.Offer[0]
	for pool, h := range outside(s) {
		region := &s.Region[h.Region]
		people, held := float64(h.Members)*float64(w.Weight)/1e6, h.Grain.Held()
		take := monthly.Taken(order*(1-region.Cut), held, float64(h.Land)*w.Physics.Farming.Seed, people*float64(economy.UntilHarvest(month))/12)
		got := ledger.Ship(&h.Grain, &pool.Barn[economy.PoolGrain], take)
		paid := unit.Cost(offer, got)
		ledger.Pay(&pool.Fund, &h.Purse, paid)
		h.Income += float32(paid) / 12
		i.learn(h, got*max(0, 1-offer/max(1, region.MarketPrice[economy.PoolGrain])), held)
	}
}

// outside is the houses that farm outside kolkhozes, with the pool into which
// what is collected from them goes. Pools are emptied block by block.
func outside(s *economy.State) iter.Seq2[*economy.Pool, *economy.House] {
	return func(yield func(*economy.Pool, *economy.House) bool) {
		for b := range s.Block {
			block := &s.Block[b]
			for h := range block.Villagers() {
				if h.Joined != 1 && !yield(&block.Pool[h.Region], h) {
					return
				}
			}
			s.TakePools(block)
		}
	}
}

// spread is what is taken in a month, so that over so many months a part of what is over is.
func spread(part, months, norm float64) mechanism.Requisition {
	return mechanism.Requisition{Reach: 1 - math.Pow(1-part, 1/months), Norm: norm}
}

// onMarkets is the price of grain (0) or produce (1) on the markets of the villages.
func onMarkets(s *economy.State, k int) float64 {
	return byPeople(s, func(r int) (float64, float64) {
		return s.Region[r].MarketPrice[k], s.Region[r].People - s.Region[r].Town
	})
}

// inTowns is the price of a good in the shops of the towns.
func inTowns(s *economy.State, g economy.Good) float64 {
	return byPeople(s, func(r int) (float64, float64) { return s.Shop[r].Price[g], s.Region[r].Town })
}

// byPeople is the mean price of the regions, each by the people it is paid by.
func byPeople(s *economy.State, of func(region int) (price, people float64)) float64 {
	var sum, people float64
	for r := range s.Region {
		price, n := of(r)
		sum += price * n
		people += n
	}
	return sum / max(1e-9, people)
}

// Requisition takes grain from houses by order.
type Requisition struct {
	mechanism.Requisition
	Foresight
	Months float64 `unit:"months" range:"1 12" source:"practice: September to March" means:"season of the detachments after the harvest"`
	Herd   float64 `unit:"per year" range:"0 0.5" source:"allotment of meat of March 1920; judged" means:"animals other than horses taken from houses where all is demanded"`
}

// Take sends detachments: for animals at all times, for grain in the months
// after the harvest.
func (i *Requisition) Take(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	if i.Herd > 0 {
		i.herd(w, s, w.Ordered(s, scenario.Requisition, year))
	}
	since := economy.SinceHarvest(month)
	if i.Reach == 0 || float64(since) >= i.Months {
		return
	}
	order := w.Ordered(s, scenario.Requisition, year)
	left := float64(economy.UntilHarvest(month)) / 12
	monthly := spread(i.Reach, i.Months, i.Norm)
	for pool, h := range outside(s) {
		fed := float64(h.Members) * float64(w.Weight) / 1e6 * left
		held, seed := h.Grain.Held(), float64(h.Land)*w.Physics.Farming.Seed
		take := monthly.Taken(order*(1-s.Region[h.Region].Cut), held, seed, fed)
		over := monthly.Surplus(held, seed, fed)
		got := ledger.Ship(&h.Grain, &pool.Barn[economy.PoolGrain], take)
		i.expect(h, since, got, over)
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
				if k == economy.Horses { // which are the army's to take
					continue
				}
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

// expect lets a house remember which share of what it could lose was taken.
func (f Foresight) expect(h *economy.House, since int, got, held float64) {
	if since == 0 {
		h.Taken *= float32(f.Remembered)
	}
	f.learn(h, got, held)
}

// learn adds what was lost of what a house had to what it expects.
func (f Foresight) learn(h *economy.House, lost, held float64) {
	if held > 0 {
		h.Taken = float32(min(f.Feared, float64(h.Taken)+f.Learned*lost/held))
	}
}

// Forget lets houses from which nobody takes anything any more unlearn, harvest
// by harvest, what they have come to expect.
func (f Foresight) Forget(w *economy.World, s *economy.State) {
	if _, month := s.Date(w); month != 9 {
		return
	}
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			h.Taken *= float32(f.Remembered)
		}
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
// for rent is sold to the state, and the owners get the price.
func (i *Tax) Take(w *economy.World, s *economy.State, owners *Owners) {
	year, month := s.Date(w)
	since := economy.SinceHarvest(month)
	if i.Rate+i.Rent == 0 || float64(since) >= i.Months {
		return
	}
	rate := i.Collected(w.Ordered(s, scenario.FarmTax, year)) + i.Rent
	var all float64
	for pool, h := range outside(s) {
		held := h.Grain.Held()
		got := ledger.Ship(&h.Grain, &pool.Barn[economy.PoolGrain], held*rate/i.Spread)
		i.expect(h, since, got, held)
		all += got
	}
	if i.Rent > 0 {
		var rent ledger.Purse
		ledger.Pay(&s.Centre.Treasury, &rent, unit.Cost(s.Terms.Offer[0], all*i.Rent/rate))
		owners.share(w, s, &rent)
	}
}
