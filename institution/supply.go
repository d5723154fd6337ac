package institution

import (
	"math"
	"sync"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

var (
	askLate  = draw.Ask("supply.late")
	askBreak = draw.Ask("supply.break")
)

// Supply moves goods from makers to users, by allotment or by purchase.
type Supply struct {
	Late           mechanism.LateDelivery
	Cuts           mechanism.Cuts
	Councils       mechanism.Councils
	Reform         mechanism.PartialReform
	Chains         mechanism.Disorganisation
	Allot          float64    `unit:"choice" range:"0 1" source:"practice" means:"how inputs are come by: 0 bought, 1 allotted"`
	Release        [3]float64 `unit:"share of the quarter" range:"0 1" source:"model of release in thirds; practice" means:"allotment that may be drawn by the first, second and third month"`
	Priority       float64    `unit:"share" range:"0 1" source:"Powell 1977" means:"how far those with priority are served first"`
	Fine           float64    `unit:"base pay" range:"0 5" source:"trial economies" means:"fine for requests over need, squared excess"`
	Truth          float64    `unit:"share" range:"0 1" source:"scenario" means:"how far inputs are allotted by what users need, instead of what they request"`
	SupplyPractice `keep:"goods are moved under any system"`
}

// SupplyPractice is how goods are moved, and who is served first.
type SupplyPractice struct {
	Size     float64                `unit:"posts" range:"10 100000" source:"assumed" means:"posts of a real enterprise that has to be supplied"`
	LateMost float64                `unit:"share" range:"0 0.95" source:"assumed" means:"most deliveries that come late in any chaos"`
	Sure     float64                `unit:"ratio" range:"0 2" source:"assumed" means:"output that allotments reckon with over the usual"`
	Rank     [economy.Goods]float64 `unit:"share" range:"0 1" source:"practice: the leaders' list" means:"place of users under priority; above a half they are served first"`
	Waiting  float64                `unit:"months" range:"0 3" source:"assumed" means:"output that waits for a wagon"`
	Room     float64                `unit:"months of sales" range:"0.1 12" source:"assumed" means:"stock that depots buy where they buy for sale"`
	Bargain  float64                `unit:"ratio" range:"1 10" source:"assumed" means:"shops' price over wholesale at which merchants take all there is"`
	Ready    float64                `unit:"per month" range:"0 1" source:"assumed" means:"part of a depot that can be delivered"`
}

// Allotment tells whether goods are allotted and not bought.
func (i *Supply) Allotment() bool { return i.Allot > 0 }

// first tells whether users of a branch are served first under priority.
func (i *Supply) first(g economy.Good) bool { return i.Rank[g] > 0.5 }

// Plan decides the allotments of the quarter: requests, cut by what the
// office has learned, down to what is planned to be made.
func (i *Supply) Plan(w *economy.World, s *economy.State) {
	c := &s.Centre
	var real float64
	for k := range s.Enterprise {
		real += s.Enterprise[k].Posts * 1e6 / i.Size
	}
	late := w.Physics.Works.Roads
	if i.Allotment() {
		c.Load += (i.Late.Most - c.Load) * i.Late.Learning / 4
		late += i.Late.Chance(real, c.Load)
	}
	year, _ := s.Date(w)
	orders := w.Ordered(s, scenario.StateOrders, year)
	if i.Reform.Chain > 0 {
		late += 1 - i.Reform.Delivered(orders)
	}
	switch {
	case i.Allotment(): // an office has made the links
		c.Renewed = 0
	case i.Chains.Outside > 0:
		c.Renewed = i.Chains.Next(c.Renewed, 0.25)
	}
	var asked, granted, supply [economy.Goods]float64
	for g := range asked {
		s.Branch[g].Late = unit.Clip(late, 0, i.LateMost)
		supply[g] = s.Branch[g].Depot.Held()
	}
	var ratio, count float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		supply[e.Good] += max(i.Sure*e.Ref, 0)
		for g, need := range e.Need {
			asked[g] += i.believed(w, e, g, need)
			e.Drawn[g] = 0
		}
		ratio += e.Request
		count++
	}
	mean := ratio / max(1, count)
	s.Quarter.Requested += ratio
	s.Quarter.Needed += count
	for g := range asked {
		b := &s.Branch[g]
		if i.Allotment() {
			b.Cut = i.Cuts.Next(b.Cut, mean)
		} else {
			b.Cut = 0
		}
		if economy.Good(g) < economy.FirstBranch { // farm produce is allotted as it comes
			supply[g] = asked[g]
		}
		granted[g] = min(asked[g]*(1-b.Cut*(1-i.Truth)), supply[g])
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		for g, need := range e.Need {
			if need <= 0 {
				continue
			}
			if !i.Allotment() {
				e.Allot[g] = math.Inf(1)
				continue
			}
			share := granted[g] / max(1e-12, asked[g])
			share = min(1, share*(1+i.Priority*(i.Rank[e.Good]-0.5)))
			e.Allot[g] = i.believed(w, e, g, need) * share
		}
	}
}

// believed is what the office takes an enterprise to need of an input in a
// quarter: what it requests, or in truth what it will use and the stock it works
// from, less what it holds.
func (i *Supply) believed(w *economy.World, e *economy.Enterprise, g int, need float64) float64 {
	requested := 3 * need * e.Request
	return requested + i.Truth*(max(0, (3+w.Work.Enough())*need-e.In[g].Held())-requested)
}

// Sell ships what enterprises have made to the depots: all but a week's
// output where the plan takes everything, what the depots want where they buy
// for sale.
func (i *Supply) Sell(w *economy.World, s *economy.State) {
	var made, room [economy.Goods]float64
	for k := range s.Enterprise {
		made[s.Enterprise[k].Good] += s.Enterprise[k].Out.Held()
	}
	for g := range room {
		b := &s.Branch[g]
		room[g] = max(0, i.Room*b.Sales+b.Orders*(1-b.Filled)-b.Depot.Held()) // what users wait for is passed on
	}
	if margin(s) > i.Bargain { // what sells in shops far over its cost, merchants take whole
		room[economy.Consumer] = math.Inf(1)
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		b := &s.Branch[e.Good]
		q := e.Out.Held()
		if e.Good != economy.Services && e.Good != economy.Construction {
			q -= i.Waiting * e.Ref / 3
			if !i.Allotment() {
				q = min(q, room[e.Good]*e.Out.Held()/max(1e-12, made[e.Good]))
			}
		}
		q = ledger.Ship(&e.Out, &b.Depot, q)
		ledger.Pay(&b.Till, &e.Cash, unit.Cost(b.Price, q))
		e.Sold = q
	}
}

// margin is the shops' price of consumer goods over the wholesale price.
func margin(s *economy.State) float64 {
	price, _ := inShops(s, economy.Consumer, 0)
	return price / max(1, s.Branch[economy.Consumer].Price)
}

// Deliver serves the orders of the month from the depots.
func (i *Supply) Deliver(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	month := delivery{phase: s.Month % 3}
	if i.Chains.Outside != 0 {
		month.bound = w.Ordered(s, scenario.StateOrders, year)
	}
	book := orderBooks.Get().(*book)
	defer orderBooks.Put(book)
	book.open(s)
	for g := economy.Grain; g < economy.Goods; g++ {
		if g != economy.Services {
			i.deliver(w, s, g, book.of[g], month)
		}
	}
}

// A delivery is what is the same for all goods of a month.
type delivery struct {
	phase int     // month of the quarter
	bound float64 // share of output that the state still orders, where chains can break
}

// An order is what an enterprise is to get of a good this month. Fresh is the
// part ordered now.
type order struct {
	k           int     // of the enterprise
	luck        float64 // of what it orders to come in time
	want, fresh float64
}

// A book lists the orders of a month by good, in the order of enterprises.
type book struct{ of [economy.Goods][]order }

// orderBooks are kept, so that a month allocates nothing.
var orderBooks = sync.Pool{New: func() any { return new(book) }}

// open lists who has ordered a good, or is still owed some.
func (b *book) open(s *economy.State) {
	for g := range b.of {
		b.of[g] = b.of[g][:0]
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		for g := range b.of {
			if e.Order[g] > 0 || e.Due[g] > 0 {
				b.of[g] = append(b.of[g], order{k: k})
			}
		}
	}
}

// local keeps a part of what each region made for its own users, as regional
// councils do, serves them first and returns what it has kept from the others.
func (i *Supply) local(s *economy.State, g economy.Good, list []order, have float64) float64 {
	if i.Councils.Localism == 0 || have <= 0 {
		return 0
	}
	b := &s.Branch[g]
	var made, wanted [economy.Regions]float64
	var all float64
	for k := range s.Enterprise {
		if e := &s.Enterprise[k]; e.Good == g {
			made[e.Region] += e.Sold
			all += e.Sold
		}
	}
	for k := range list {
		wanted[s.Enterprise[list[k].k].Region] += list[k].want
	}
	if all <= 0 {
		return 0
	}
	kept := 0.0
	for r := range made {
		kept += max(0, i.Councils.Kept(have, made[r], all)-wanted[r])
	}
	for k := range list {
		o := &list[k]
		if o.want <= 0 {
			continue
		}
		e := &s.Enterprise[o.k]
		part := min(1, i.Councils.Kept(have, made[e.Region], all)/max(1e-12, wanted[e.Region]))
		got := ledger.Ship(&b.Depot, &e.In[g], o.want*part)
		o.want -= got
		receive(s, e, g, got)
		kept += got
	}
	return kept
}

// links are the suppliers that a branch's product needs.
func links(g economy.Good) (n float64) {
	for k, need := range economy.Needs[g] {
		if need > 0 && economy.Good(k) != economy.Services { // freight is not ordered
			n++
		}
	}
	return n
}

// broken tells whether an enterprise's supplier of a good has gone elsewhere
// this quarter.
func (i *Supply) broken(w *economy.World, s *economy.State, k int, g economy.Good, orders float64) bool {
	if i.Chains.Outside == 0 {
		return false
	}
	chance := i.Chains.Break(links(s.Enterprise[k].Good), s.Centre.Renewed, orders)
	return w.Deck.Uniform(askBreak, uint64(k)<<8|uint64(g), s.Month/3) < chance
}

// orders works out what each enterprise is to get of a good this month: what it
// may order, as far as it is not late, and what was late before. Who has lost
// his supplier gets nothing.
func (i *Supply) orders(w *economy.World, s *economy.State, g economy.Good, list []order, month delivery) {
	b := &s.Branch[g]
	for n := range list { // drawn together, which is faster than one by one
		list[n].luck = w.Deck.Uniform(askLate, uint64(list[n].k)<<8|uint64(g), s.Month)
	}
	for n := range list {
		o := &list[n]
		e := &s.Enterprise[o.k]
		want, due := e.Order[g], e.Due[g]
		if i.Allotment() {
			want = min(want, max(0, i.Release[month.phase]*e.Allot[g]-e.Drawn[g]))
		}
		s.Quarter.Ordered += want * economy.BasePrice[g]
		s.Bureau[economy.Cell(int(e.Region), e.Good)].Ordered += want * economy.BasePrice[g]
		if i.broken(w, s, o.k, g, month.bound) {
			continue
		}
		e.Drawn[g] += want
		e.Due[g] = 0
		if want > 0 && o.luck < b.Late {
			e.Due[g] = (1 - w.Work.LateShare) * want
			want *= w.Work.LateShare
		}
		o.want, o.fresh = want+due, want
		b.Orders += o.want
	}
}

// deliver serves the orders for one good. Of what the depot lacks, what was
// ordered now can be asked for again, and what was late is still owed.
func (i *Supply) deliver(w *economy.World, s *economy.State, g economy.Good, list []order, month delivery) {
	b := &s.Branch[g]
	i.orders(w, s, g, list, month)
	have := b.Depot.Held() * i.Ready
	have -= i.local(s, g, list, have)
	var sum [2]float64 // of high and of low priority
	for _, o := range list {
		if i.first(s.Enterprise[o.k].Good) {
			sum[0] += o.want
		} else {
			sum[1] += o.want
		}
	}
	even := unit.Clip(have/max(1e-12, sum[0]+sum[1]), 0, 1)
	first := unit.Clip(have/max(1e-12, sum[0]), 0, 1)
	last := unit.Clip((have-sum[0])/max(1e-12, sum[1]), 0, 1)
	b.Filled = even
	for _, o := range list {
		if o.want <= 0 {
			continue
		}
		e := &s.Enterprise[o.k]
		share := even*(1-i.Priority) + i.Priority*last
		if i.first(e.Good) {
			share = even*(1-i.Priority) + i.Priority*first
		}
		got := ledger.Ship(&b.Depot, &e.In[g], o.want*share)
		again := min(o.want-got, o.fresh)
		e.Drawn[g] = max(0, e.Drawn[g]-again)
		e.Due[g] += o.want - got - again
		receive(s, e, g, got)
	}
}

// receive books what an enterprise was shipped of a good: it pays, and offices see
// that it came.
func receive(s *economy.State, e *economy.Enterprise, g economy.Good, got float64) {
	b := &s.Branch[g]
	ledger.Pay(&e.Cash, &b.Till, unit.Cost(b.Price, got))
	s.Quarter.Came += got * economy.BasePrice[g]
	s.Bureau[economy.Cell(int(e.Region), e.Good)].Came += got * economy.BasePrice[g]
	s.Year.Flow[g][e.Good] += got
}

// takeOut takes up to q of a branch's good from its depot for use, pays the
// branch at its price, and returns what there was.
func takeOut(s *economy.State, payer *ledger.Purse, g economy.Good, q float64) float64 {
	b := &s.Branch[g]
	got := s.Audit.Use(g, &b.Depot, q)
	b.Taken += got
	b.Left = b.Depot.Held()
	ledger.Pay(payer, &b.Till, unit.Cost(b.Price, got))
	return got
}
