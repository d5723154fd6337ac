package mechanism

import (
	"math"

	"gosplan/unit"
)

// Migration — M19. Villagers leave for the towns.
//
// Claim: the pull of open posts and of urban consumption draws people; hunger
// in the towns sends them back, and so does the want of a post where living in
// town times its chance falls below living in the village.
//
//	m = [Base + Gain·(C_town/C_village)·(1−3u) + Vacancy·v·clip(C_town/C_village − 1, 0, 1)]·(r/0.82)^Saturation·(1−p)
//	back = Famine·max(0, hunger − 0.1)
//	return = Return·max(0, 1 − (C_town/C_village)·(1−3u)), of houses in town that earn nothing
//
// of rural adults a year, weighted by age with a peak of Youth at 22; u is
// urban unemployment, v the share of posts open (up to 0.10), r the rural
// share and p the bar of passports.
//
// Source: Allen 2003 (equations 50 and 50A for Base and Gain); Harris and Todaro 1970.
// Ablation: Behaviour.Migration.Vacancy; theory (Allen) expects slower urban growth, most of it in the 1930s.
type Migration struct {
	Base       float64 `unit:"per year" range:"-0.02 0.02" source:"Allen 2003, eq. 50A" means:"leaving at no gain"`
	Gain       float64 `unit:"per year" range:"0 0.08" source:"form of Allen 2003, eq. 50A (0.005 there); calibrated: urban share 1926-70" means:"leaving per unit of the consumption ratio"`
	Vacancy    float64 `unit:"per year" range:"0 3" source:"calibrated: urban share 1926-70" means:"leaving per unit of posts open, where the town lives twice as well"`
	Saturation float64 `unit:"elasticity" range:"0 3" source:"judged: towns and farms of 1959 and 1970, with later years in sight" means:"fall of leaving as the village empties"`
	Famine     float64 `unit:"per year" range:"0 5" source:"calibrated: towns 1918-21" means:"return to the village per unit of hunger in town"`
	Return     float64 `unit:"per year" range:"0 2" source:"Harris and Todaro 1970 for the form; assumed" means:"return of houses in town that earn nothing, where a chance of a post in town is worth nothing"`
	Youth      float64 `unit:"ratio" range:"0 5" source:"Rogers and Castro 1981" means:"leaving at 22 over that of other ages, added to a base of 0.35"`
}

// Away is the chance per year that a villager of some age leaves.
func (m Migration) Away(age int, ratio, unemployed, vacancy, rural, bar float64) float64 {
	return m.Pull(ratio, unemployed, vacancy, rural, bar) * m.Weight(age)
}

// Pull is m, what draws villagers of any age.
func (m Migration) Pull(ratio, unemployed, vacancy, rural, bar float64) float64 {
	h := m.Base + m.Gain*expected(ratio, unemployed) + m.Vacancy*unit.Clip(vacancy, 0, vacancyMost)*Better(ratio)
	return max(0, h) * unit.Pow(rural/ruralUsual, m.Saturation) * (1 - bar)
}

// Better is how far a post in town betters a villager, from not at all where he
// lives as well to fully where the town lives twice as well.
func Better(ratio float64) float64 { return unit.Clip(ratio-1, 0, 1) }

// Weight is how far an age is drawn.
func (m Migration) Weight(age int) float64 {
	x := (float64(age) - peakAge) / youngSpan
	return anyAge + m.Youth*math.Exp(-x*x)
}

// Back is the chance per year that a hungry townsman goes to the village.
func (m Migration) Back(hunger float64) float64 { return m.Famine * max(0, hunger-bearable) }

// Home is the chance per year that a house in town that earns nothing goes
// back to the village.
func (m Migration) Home(ratio, unemployed float64) float64 {
	return m.Return * max(0, 1-expected(ratio, unemployed))
}

// expected is living in town over that in the village, times the chance of a
// post.
func expected(ratio, unemployed float64) float64 { return ratio * max(0, 1-feared*unemployed) }

// What is no parameter of migration: each is where another is read or measured
// from, so that moving both would change nothing, or a bound.
const (
	ruralUsual  = 0.82 // rural share at which Base and Gain hold (census of 1926)
	vacancyMost = 0.10 // share of posts open that anybody in a village hears of (assumed)
	feared      = 3    // how many times over the unemployed are counted by who thinks of leaving: at a third nobody does (assumed)
	bearable    = 0.1  // hunger that sends nobody back (assumed)
	anyAge      = 0.35 // leaving at ages other than youth, from which Youth counts (Rogers and Castro 1981)
	peakAge     = 22   // age, in years, at which most leave, and how wide the peak is (Rogers and Castro 1981)
	youngSpan   = 9
)
