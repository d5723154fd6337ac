// Package behaviour holds how people, households, peasants, managers and
// officials decide: the same code and the same constants under all
// institutions. It reads the Terms that institutions set and may not know
// which institutions they are.
package behaviour

import "gosplan/mechanism"

// Primitives are the constants of behaviour.
type Primitives struct {
	Effort    mechanism.Effort
	Quit      mechanism.Quit
	Migration mechanism.Migration
	Family    Family
	Work      Work
	Buyer     Buyer
	Peasant   Peasant
	Scissors  mechanism.Scissors
	Slaughter mechanism.Slaughter
	Adoption  mechanism.Adoption
}

// Family is how people marry, found households and share work.
type Family struct {
	Marry       float64 `unit:"per year" range:"0 1" source:"calibrated: births 1927-38" means:"chance that a single person of marriageable age looks for a spouse"`
	Separate    float64 `unit:"share" range:"0 1" source:"census 1926, size of peasant households" means:"young couples that found a household of their own"`
	Women       float64 `unit:"share" range:"0 1" source:"calibrated: women among employees 1928-70" means:"townswomen ready to take a post when there are posts"`
	Men         float64 `unit:"share" range:"0 1" source:"census 1926" means:"townsmen ready to take a post when there are posts"`
	Entry       float64 `unit:"per year per unit of vacancies" range:"0 20" source:"calibrated: employees 1928-40" means:"how fast people at home look for work when posts stay open"`
	Discouraged float64 `unit:"per year" range:"0 2" source:"assumed" means:"how fast people without a post give up when many look for one"`
	Retire      float64 `unit:"years" range:"50 75" source:"labour law" means:"age at which people stop working for wages"`
}

// Work is how seekers find posts.
type Work struct {
	Reach float64 `unit:"share" range:"0 1" source:"assumed" means:"seekers who also look in another region"`
	Local float64 `unit:"per year per unit of vacancies" range:"0 3" source:"calibrated: employees 1950-70" means:"villagers who take a post near by when posts stay open"`
	Pull  float64 `unit:"elasticity" range:"0 5" source:"assumed" means:"how strongly better pay draws seekers"`
}

// Buyer is how households spend. Wanted spending of a month is
//
//	Spend·income + Dishoard·max(0, cash − Reserve·income)
//
// and is meant for food first, then for goods by fixed shares.
type Buyer struct {
	Spend    float64 `unit:"share of income" range:"0.5 1" source:"family budgets 1925-28" means:"income meant to be spent in the month"`
	Dishoard float64 `unit:"per month" range:"0 0.5" source:"assumed" means:"cash over the reserve meant to be spent"`
	Reserve  float64 `unit:"months of income" range:"0 12" source:"assumed" means:"cash people like to hold"`
	Produce  float64 `unit:"share" range:"0 1" source:"family budgets 1925-28" means:"of spending after grain, meant for animal products and vegetables in town"`
	Goods    float64 `unit:"share" range:"0 1" source:"family budgets 1925-28" means:"of spending after grain, meant for consumer goods in town"`
	Farmer   float64 `unit:"share" range:"0 1" source:"family budgets 1925-28" means:"of spending after grain, meant for consumer goods in the village"`
	Replace  float64 `unit:"share" range:"0 1" source:"Kornai 1980 on forced substitution; trial economies" means:"money of a failed purchase tried on another good"`
	Wait     float64 `unit:"hours" range:"0 5" source:"calibrated: time budgets, 1.5 hours a day" means:"queueing for a purchase per unit of failure, a day"`
	Bid      float64 `unit:"ratio" range:"1 20" source:"kolkhoz market prices 1932-80" means:"most that a household pays on the market over the state price for what it could not get"`
}

// Peasant is how farming households divide their harvest and their time.
type Peasant struct {
	Front    float64 `unit:"share" range:"0 1" source:"assumed" means:"how much more is eaten early in the season when grain is short"`
	Plenty   float64 `unit:"t a year" range:"0 0.3" source:"TsSU food balance 1926/27" means:"more grain eaten per head when the barn is full"`
	FeedCare float64 `unit:"share" range:"0 1" source:"TsSU feed balance 1927/28" means:"of the feed norm given when grain sells well"`
	Fatten   float64 `unit:"share" range:"0 2" source:"TsSU feed balance 1927/28" means:"more feed given when the barn is full"`
	Sow      float64 `unit:"per year" range:"0 1" source:"calibrated: sown area 1918-28" means:"speed at which sowing follows what land, animals and prospects allow"`
	Prospect float64 `unit:"elasticity" range:"0 2" source:"calibrated: sown area 1918-28" means:"sowing wanted in the share of the margin that is left to the sower"`
	Draught  float64 `unit:"elasticity" range:"0 1" source:"calibrated: sown area 1918-28" means:"sowing possible in draught animals per land"`
	Share    float64 `unit:"per year" range:"0 1" source:"commune repartition; assumed" means:"speed at which the village evens out land by mouths"`
	Eaten    float64 `unit:"points a year per million" range:"0 0.4" source:"TsSU food balance 1926/27" means:"produce a village household keeps for itself per head"`
	Plot     float64 `unit:"share" range:"0 1" source:"Wadekin 1973 on plots; assumed" means:"more grown on the plot when work for the collective pays nothing"`
	Breed    float64 `unit:"ratio" range:"0.8 1.6" source:"livestock counts 1916-28" means:"herd that peasants want over that of 1928, per land"`
}

// Default are the values in force when nothing is changed.
func Default() Primitives {
	return Primitives{
		Adoption:  mechanism.Adoption{Hear: 0.1, Quick: 0.3},
		Effort:    mechanism.Effort{Base: 0.6, Piece: 0.3, Fear: 0.3, Voice: 0.25, Curvature: 2},
		Quit:      mechanism.Quit{Base: 0.35, Response: 3, Young: 2},
		Migration: mechanism.Migration{Base: -0.001, Gain: 0.011, Vacancy: 0.55, Saturation: 0.77, Famine: 0.94, Youth: 1.65},
		Family:    Family{Marry: 0.35, Separate: 0.7, Women: 0.86, Men: 0.97, Entry: 3, Discouraged: 0.3, Retire: 60},
		Work:      Work{Reach: 0.35, Local: 0.03, Pull: 2},
		Buyer:     Buyer{Spend: 0.95, Dishoard: 0.06, Reserve: 2, Produce: 0.30, Goods: 0.45, Farmer: 0.85, Replace: 0.3, Wait: 4, Bid: 6},
		Peasant:   Peasant{Front: 0.3, Plenty: 0.06, FeedCare: 1, Fatten: 0.6, Sow: 0.35, Prospect: 0.65, Draught: 0.4, Share: 0.15, Eaten: 0.20, Plot: 0.4, Breed: 1.12},
		Scissors:  mechanism.Scissors{Share: 0.86, Elasticity: 2.5, Response: 1},
		Slaughter: mechanism.Slaughter{Loss: 0.85, Value: 0.6, Spread: 0.38, Meat: [4]float64{.5, .65, 1, 1}},
	}
}
