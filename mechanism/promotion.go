package mechanism

import "math"

// Promotion — how a party changes hands without betrayal. Members go to
// posts, and others come for the posts.
//
// Claim: who is promoted from the bench to an office counts there from then
// on, with the interests of where he is; and who joins, joins for what posts
// bring. So a workers' party that governs becomes one of officials, whatever
// anybody meant.
//
//	risen   = Rise·members·(1 − e^(−open/members))
//	entered = candidates·[Belief·b + Career·chance·gain]
//	left    = Lapse·members
//
// a year. Of those who rise a group has its part by its members, their schooling
// and, as far as those in posts choose, its likeness to them to the power of
// Alike. Here open are the posts that the party can fill, chance the part of
// a group's members that rose in the last year, gain the logarithm of what a
// post pays over the present pay with Privilege on top, b how near policy is
// to the group's wishes.
//
// Source: Rigby 1968 (recruitment and present occupation); Fitzpatrick 1979 (promotion from the bench); Lewin 1985; Pirani 2008; rates assumed.
// Ablation: Politics.Promotion; theory expects members to stay at the bench, and the party's wishes to stay those of workers.
type Promotion struct {
	Rise      float64 `unit:"per year" range:"0 1" source:"assumed" means:"most of the members that can rise to a post"`
	Party     float64 `unit:"share" range:"0 1" source:"assumed; a seventh of officials of 1922 were members" means:"of posts that fall open, those that the party fills"`
	Belief    float64 `unit:"per year" range:"0 0.1" source:"assumed" means:"who joins where policy is all he wishes"`
	Career    float64 `unit:"per year" range:"0 2" source:"assumed" means:"who joins per unit of expected gain"`
	Privilege float64 `unit:"log points" range:"0 2" source:"assumed; Matthews 1978 on closed shops, flats and cars" means:"what a post gives beyond its pay"`
	Alike     float64 `unit:"elasticity" range:"0 10" source:"assumed" means:"pull of likeness where those in posts choose whom to promote"`
	Lapse     float64 `unit:"per year" range:"0 0.3" source:"assumed: deaths and strikings-off" means:"members who leave"`
}

// Risen are the members of all groups that go to posts when so many are open
// to them.
func (m Promotion) Risen(members, open float64) float64 {
	if members <= 0 {
		return 0
	}
	return m.Rise * members * -math.Expm1(-max(0, open)/members)
}

// Fitness is the weight of a group among those who rise, by its members, their
// schooling, how near their wishes are to those of who is in posts, and how
// far these choose.
func (m Promotion) Fitness(members, schooling, likeness, chosen float64) float64 {
	return members * schooling * math.Pow(max(0, likeness), m.Alike*chosen)
}

// Entered are those of a group who join: by how near policy is to them, by the
// chance to rise, and by the ratio of what a post pays.
func (m Promotion) Entered(candidates, nearness, chance, ratio float64) float64 {
	gain := max(0, math.Log(max(1e-9, ratio))+m.Privilege)
	return max(0, candidates) * min(1, m.Belief*nearness+m.Career*chance*gain)
}
