package mechanism

// Adoption — M13. A technique is taken up when it pays who decides.
//
// Claim: downtime costs this quarter's bonus and the gain comes back as a
// higher target, so enterprises under targets adopt late; competition would
// force them.
//
//	adopt when V(after) − V(now) > 0 and word of it has come: chance Hear + (1−Hear)·(share of peers)
//
// a quarter times Quick, where V is the manager's own value of capacity in
// hand under the pay his institution sets.
//
// Source: Berliner 1976; Martens and Young 1979; Griliches 1957 for the spread of word.
// Ablation: Physics.Plant.Downtime; theory expects faster diffusion under targets.
type Adoption struct {
	Hear  float64 `unit:"share" range:"0 1" source:"Griliches 1957; assumed" means:"weight of news that does not come from peers"`
	Quick float64 `unit:"per quarter" range:"0 1" source:"assumed" means:"how often a manager weighs a technique he has heard of"`
}

// Heard is the chance per quarter that a manager weighs a technique used by
// a share of his peers.
func (m Adoption) Heard(peers float64) float64 {
	return m.Quick * (m.Hear + (1-m.Hear)*peers)
}
