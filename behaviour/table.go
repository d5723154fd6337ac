package behaviour

import (
	"gosplan/economy"
)

// table is the month's meal: produce as usual, grain by how much there is
// until the next harvest; a house that is short eats more now and less later.
func (f *field) table(h *economy.House, v *economy.Village, people float64) {
	food := &f.w.Physics.Food
	peasant := &f.p.Peasant
	weight := float64(f.w.Weight) / 1e6
	eaters := float64(h.Eaters) / 4 * weight
	produce := f.b.Sum.Tally[economy.Produce].Use(&h.Larder, peasant.Eaten/12*float64(h.Home)*weight)

	months := lasts(h, f.month)
	barn := pantry(h, v, people, f.w.Physics.Farming.Seed)
	norm := food.Normal / 12 * eaters * food.Adult
	eat := norm
	bought := min(float64(h.Bought), barn)
	h.Bought = 0
	switch {
	case barn < norm*months:
		eat = min(norm, bought+(barn-bought)/months*(1+peasant.Front))
	case barn > peasant.Full*norm*months:
		eat += peasant.Plenty / 12 * eaters
	}
	if eat < peasant.EatSeed*norm { // hunger eats the seed
		eat = min(peasant.EatSeed*norm, bought+(h.Grain.Held()-bought)/months*(1+peasant.Front))
	}
	eaten := f.b.Sum.Tally[economy.Grain].Use(&h.Grain, eat)
	f.b.Sum.Eaten[0][h.Region] += eaten
	if more := f.w.Physics.Food.Minimum/12*eaters - eaten - food.Produce*produce; more > 0 {
		extra := f.b.Sum.Tally[economy.Produce].Use(&h.Larder, more/food.Produce)
		produce += extra
		more -= extra * food.Produce
		if more -= peasant.Bear * food.Minimum / 12 * eaters; more > 0 {
			produce += f.killForFood(h, more/food.Produce)
		}
	}
	f.b.Sum.EatenProduce[0][h.Region] += produce
	shop := &f.s.Shop[economy.ShopOf(h)]
	h.Spent += float32(max(0, eaten-bought)*shop.Price[economy.Grain]+produce*shop.Price[economy.Produce]) / 12
	Starve(food, h, eaters, eaten, produce)
}

// lasts is how many meals of a month, this one among them, a house's own grain
// has to last: until its field is reaped, or until the first grain is shared
// out, which comes after the meal of September.
func lasts(h *economy.House, month int) float64 {
	next := harvest
	if h.Joined == 1 {
		next = harvest + 2
	}
	return float64((next-month+11)%12 + 1)
}

// reaps tells whether a house brings in its own field before the meal of a month, so
// that it lacks no bread for it that its barn has not.
func reaps(h *economy.House, month int) bool { return month == harvest && h.Sown > 0 }

// pantry is the grain that a house can eat, Mt: what it holds beyond its seed,
// or with what its kolkhoz is still to share out.
func pantry(h *economy.House, v *economy.Village, people, seed float64) float64 {
	if h.Joined == 1 {
		return h.Grain.Held() + v.Due*people
	}
	return max(0, h.Grain.Held()-float64(h.Land)*seed)
}

// killForFood slaughters animals of a hungry house for points of meat.
func (f *field) killForFood(h *economy.House, want float64) (got float64) {
	for _, k := range [economy.Kinds]int{economy.Pigs, economy.Sheep, economy.Cattle, economy.Horses} {
		per := f.w.Physics.Herds.Carcass[k]
		n := min(float64(h.Herd[k])*f.p.Peasant.Kill, (want-got)/per)
		if n > 0 {
			h.Herd[k] -= float32(n)
			f.b.Sum.Tally[economy.Produce].Make(&h.Larder, n*per)
			got += f.b.Sum.Tally[economy.Produce].Use(&h.Larder, n*per)
		}
	}
	return got
}
