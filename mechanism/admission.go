package mechanism

import "math"

// Admission — who gets into schools that are too few. What a child brings from
// home counts, and where offices protect theirs, so does a post.
//
// Claim: as long as there are fewer places than applicants, children of the
// schooled get further than others, whoever gives the places out; quotas by
// origin hold that back while they last, and where officials may put in a word
// their children get in before others with the same luck.
//
//	rank = Φ(√(1 − ρ²)·Φ⁻¹(luck) + ρ·x + refused·Favour·protection·(o − ō))
//	ρ    = refused·Capital·(1 − quota)
//
// where x is the schooling of the grown-ups of the house against that of all
// pupils' houses, in standard deviations, o is one if one of them has a post in
// an office and ō the mean of that, and refused is the share of children who
// get less than Full. If x is normal, ranks stay even, so that nobody gets a
// place that is not there: what one rises another falls.
//
// Source: Gerber and Hout 1995 on schooling by origin under Soviet rule; surveys of Rutkevich and Filippov, Konstantinovskii on admission; Fitzpatrick 1979 on quotas to 1935. Recalled.
// Ablation: Behaviour.Admission; theory expects less of the parents' schooling in that of children, and as much schooling in all.
type Admission struct {
	Capital float64 `unit:"correlation" range:"0 0.9" source:"recalled: 0.35 to 0.5 between parents' and children's schooling in Soviet surveys" means:"of parents' schooling with the points of applicants where nothing holds it back"`
	Favour  float64 `unit:"standard deviations" range:"0 2" source:"assumed" means:"what the word of an official is worth in points where offices may protect"`
	Full    float64 `unit:"years" range:"4 30" source:"assumed: ten years and a higher school" means:"schooling beyond which nobody wants more"`
}

// An Applicant is what an admission sees of a child besides its luck.
type Applicant struct {
	Parents   float64 // schooling of the grown-ups of its house against that of all pupils' houses, standard deviations
	Protected float64 // 1 if one of them has a post in an office, less the mean of that over pupils
}

// farthest is the distance of parents' schooling from the mean, in standard
// deviations, beyond which none counts.
const farthest = 3

// Rank is how far up a child comes among those of its year, 0 to 1, where luck
// alone would put it at luck and a share of all is refused.
func (m Admission) Rank(luck float64, a Applicant, refused, quota, protection float64) float64 {
	part, word := refused*m.Capital*(1-quota), refused*m.Favour*protection
	if part == 0 && word == 0 {
		return luck
	}
	points := math.Sqrt2 * math.Erfinv(2*luck-1)
	points = math.Sqrt(1-part*part)*points + part*max(-farthest, min(farthest, a.Parents)) + word*a.Protected
	return 0.5 * math.Erfc(-points/math.Sqrt2)
}

// Refused is the share of children who get less than Full, where what they get
// lies evenly between least and most.
func (m Admission) Refused(least, most float64) float64 {
	if most <= least {
		if most < m.Full {
			return 1
		}
		return 0
	}
	return max(0, min(1, (m.Full-least)/(most-least)))
}
