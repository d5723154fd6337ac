package behaviour

import (
	"slices"
	"sync"

	"gosplan/economy"
)

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
