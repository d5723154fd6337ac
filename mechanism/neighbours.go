package mechanism

// Neighbours lend grain within the village.
//
// Claim: who has more in the barn than the house will eat before the harvest
// and sow lends a part of it, for work or for thanks, to neighbours who would
// go hungry; where all barns are empty nobody is helped.
//
//	lent = min(Give·spare, lacking)
//
// a month and village, with spare what barns hold beyond that and lacking what
// hungry houses want to Meal of a usual month's grain; taken from all who have
// and given to all who lack by what they have and lack.
//
// Source: Scott 1976 on the subsistence ethic; Hoch 1986 and Mironov 1985 on help and grain loans in the commune (recalled); the sizes assumed.
// Ablation: Behaviour.Neighbours; theory expects more deaths in ordinary years and as many where a whole village has nothing.
type Neighbours struct {
	Give float64 `unit:"per month" range:"0 1" source:"assumed" means:"of grain beyond its own need until the harvest and seed, what a house lends to hungry neighbours"`
	Meal float64 `unit:"share" range:"0 1" source:"assumed: what keeps a body up" means:"of a usual month's grain, what a neighbour is helped to"`
}

// Active tells whether anybody lends.
func (m Neighbours) Active() bool { return m.Give > 0 && m.Meal > 0 }

// Lent is what a village lends, and its parts of what is spare and of what is
// lacking.
func (m Neighbours) Lent(spare, lacking float64) (given, met float64) {
	if spare <= 0 || lacking <= 0 {
		return 0, 0
	}
	lent := min(m.Give*spare, lacking)
	return lent / spare, lent / lacking
}
