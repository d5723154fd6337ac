package mechanism

import "math"

// Contagion — revolutions abroad. A crisis is the cause, an example and the
// other powers decide.
//
// Claim: revolution spreads in a wave where many countries are in crisis at
// once, and is beaten where the powers put it down; a first country that
// subordinates the parties of others to its own interest makes it rarer and so
// stays alone.
//
//	h = Base·crisis·(1 + Example·s)·(1 − Powers·isolation)·(1 − Bound·control·interest)
//
// a year, where s is the share of countries in which it has succeeded, and
// interest the part of officials in the influence at home.
//
// Source: Weede and Muller 1997 and Beissinger 2002 for waves; Claudín 1975 for the Comintern; rates assumed.
// Ablation: Politics.Contagion; theory expects no revolution elsewhere.
type Contagion struct {
	Base    float64 `unit:"per year" range:"0 2" source:"assumed" means:"revolutions in a country in full crisis, alone and unhindered"`
	Example float64 `unit:"ratio" range:"0 10" source:"assumed" means:"what it adds when all others have had theirs"`
	Powers  float64 `unit:"share" range:"0 1" source:"assumed" means:"part that the other powers put down"`
	Bound   float64 `unit:"share" range:"0 1" source:"assumed" means:"part that parties bound to one state's interest miss"`
	Calm    float64 `unit:"per year" range:"0 1" source:"assumed" means:"part of a crisis that passes"`
	Shock   float64 `unit:"index" range:"0 1" source:"assumed" means:"mean crisis that a slump or a lost war brings"`
	Often   float64 `unit:"per year" range:"0 1" source:"assumed" means:"slumps and lost wars of a country in peace"`
	Relief  float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the threat that falls away when all others have had theirs"`
}

// Hazard is the rate of success a year in a country.
func (m Contagion) Hazard(crisis, succeeded, isolation, control, interest float64) float64 {
	return m.Base * crisis * (1 + m.Example*succeeded) * (1 - m.Powers*isolation) * (1 - m.Bound*control*interest)
}

// Chance is the chance of at least one event in a year at a rate.
func (Contagion) Chance(hazard float64) float64 { return -math.Expm1(-hazard) }
