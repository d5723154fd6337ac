package mechanism

import "math"

// Suffrage — how far those in office let others decide. They widen it against
// revolt and narrow it against defeat.
//
// Claim: who holds posts chooses the franchise under which he is least likely
// to lose them. A majority of others makes voting dangerous; people who are
// shut out, hungry and organised make shutting out dangerous.
//
//	P(loss) = 1/(1 + e^−x),  x = Vote·opposed·f + Revolt·unrest·(1−f)² − 1
//	f* = 1 − Vote·opposed / (2·Revolt·unrest), between Least and 1
//
// approached at Speed a year, where f is the franchise, opposed the share of
// votes against those in office, unrest the discontent of organised people, and
// Least what nobody can be denied.
//
// Source: Acemoglu and Robinson 2006 and 2000 (franchise against revolution), in reduced form; weights assumed.
// Ablation: Politics.Suffrage; theory expects the franchise to stay as the revolution left it.
type Suffrage struct {
	Vote   float64 `unit:"log odds" range:"0 20" source:"assumed" means:"danger when all votes are against those in office and votes decide"`
	Revolt float64 `unit:"log odds" range:"0 50" source:"assumed" means:"danger under full unrest when votes decide nothing"`
	Least  float64 `unit:"share" range:"0 0.5" source:"assumed; electoral democracy of the USSR 1930-85 in V-Dem is somewhat under a tenth (recalled)" means:"say that cannot be denied: who is never asked still complains, drags his feet, has to be won to carry things out"`
	Speed  float64 `unit:"per year" range:"0 1" source:"assumed" means:"how fast the franchise is changed"`
}

// Loss is the chance that those in office lose it.
func (m Suffrage) Loss(franchise, opposed, unrest float64) float64 {
	shut := 1 - franchise
	return 1 / (1 + math.Exp(1-m.Vote*opposed*franchise-m.Revolt*unrest*shut*shut))
}

// Safest is the franchise under which that chance is least.
func (m Suffrage) Safest(opposed, unrest float64) float64 {
	against, shut := m.Vote*opposed, 2*m.Revolt*unrest
	if against >= shut {
		return m.Least
	}
	return max(m.Least, 1-against/shut)
}
