package mechanism

import "gosplan/unit"

// Subsistence — who sows, sows for his own table first.
//
// Claim: a farm without hired hands weighs the drudgery of a field against what
// the house needs. It sows for its own food, feed and seed whatever is taken
// from it, and more only as far as what is over can be kept and buys something.
//
//	sown = own + (1 − own)·keep^Prospect
//	keep = (1 − taken)·worth
//
// as a share of the land it could sow, where own is the part of the land that
// its needs ask for in a normal year, taken the share of a surplus that it expects
// to lose without pay, and worth the share of a surplus that it would sell at
// the price and the supply of manufactures, over that at those of 1913.
//
// Source: Chayanov 1925; sowing of 1920–22 fell to needs, as Figes 1989 and Wheatcroft 1984 describe it (recalled).
// Ablation: Behaviour.Subsistence; theory expects sowing to stay up in 1919–22 and the harvests of 1921 and 1922 with it.
type Subsistence struct {
	Prospect float64 `unit:"elasticity" range:"0 3" source:"1 is a surplus that is worth its drudgery in proportion; calibrated: sown area 1918-28" means:"sowing beyond one's own needs in the part of a surplus that is kept and buys something"`
}

// Sown is the share of the land that could be sown which a house sows.
func (m Subsistence) Sown(own, taken, worth float64) float64 {
	own = min(1, own)
	return own + (1-own)*unit.Pow(max(0.01, (1-taken)*worth), m.Prospect)
}
