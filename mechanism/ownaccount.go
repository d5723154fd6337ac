package mechanism

import "gosplan/unit"

// OwnAccount is work that needs neither plant nor master.
//
// Claim: who has no post in a town mends, sews, carries, washes and peddles for
// neighbours, where trade is allowed. It takes hands and little else, so that
// anybody can begin and none earns much: prices fall until what one earns is
// worth no more than being without work. It feeds who would have nothing, and
// takes custom from shops.
//
//	asked = Most / (1 + (p/P)^Elasticity)
//
// of the money meant for services, with p the price of such work and P the
// shop's; p moves by Move a month, up while people ask for more than there are
// hours and down while hours are left, between Low·P and P.
//
// Source: ILO 1972 on the informal sector of Kenya; Hart 1973; Ball 1987 on private traders and kustari of the twenties (recalled); sizes assumed.
// Ablation: Behaviour.OwnAccount; theory expects more unemployed and more hunger in towns where posts are few, and no change where there are posts for all.
type OwnAccount struct {
	Yield      float64 `unit:"points a year per million" range:"0 4" source:"assumed: a third of what a million people in services made in 1928, with shops, carts and tools" means:"what people make on their own account whose hours are all sold"`
	Most       float64 `unit:"share" range:"0 1" source:"assumed: repairs, washing, carrying and petty trade are about a third of services; rents, transport, schools and doctors are not had from neighbours" means:"of the money meant for services, most that goes to neighbours"`
	Elasticity float64 `unit:"elasticity" range:"0 6" source:"assumed" means:"how strongly their price draws it"`
	Move       float64 `unit:"per month" range:"0 0.5" source:"assumed: as on the peasant market" means:"largest move of their price"`
	Low        float64 `unit:"ratio" range:"0.01 1" source:"assumed" means:"lowest price over the shop's"`
}

// Active tells whether anybody can work on his own account.
func (m OwnAccount) Active() bool { return m.Yield > 0 }

// Asked is the part of the money meant for services that goes to neighbours
// whose price over the shop's is known.
func (m OwnAccount) Asked(price float64) float64 {
	return m.Most / (1 + unit.Pow(price, m.Elasticity))
}

// Next is the price over the shop's after a month in which so much was asked
// for, sold, and could have been made.
func (m OwnAccount) Next(price, asked, sold, hours float64) float64 {
	move := 0.0
	if asked > 0 {
		move += max(0, 1-sold/asked)
	}
	if hours > 0 {
		move -= max(0, 1-sold/hours)
	}
	return min(1, max(m.Low, price*(1+m.Move*move)))
}

// Begins tells whether somebody without a post would rather work on his own
// account than live on a benefit. Temper, between 0 and 1, is what he is like.
func (m OwnAccount) Begins(earned, benefit, temper float64) bool {
	return m.Active() && earned >= benefit*(0.5+temper)
}
