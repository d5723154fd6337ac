package mechanism

// Rivalry — M22. Arms follow the power of others.
//
// Claim: the share of arms follows the threat of other states, whatever it
// costs consumers.
//
//	military share wanted = Base + Response·threat + War·war, at most Most
//
// Source: Harrison 1996; Bergson 1961; CIA estimates; the series of threat is given by the scenario.
// Ablation: Army.Rivalry.Response; theory expects consumption to rise by what arms took.
type Rivalry struct {
	Base     float64 `unit:"share of GDP" range:"0 0.1" source:"calibrated: 1924-28" means:"spending without threat"`
	Response float64 `unit:"share of GDP" range:"0 0.5" source:"calibrated: 1928-70" means:"spending at full threat"`
	War      float64 `unit:"share of GDP" range:"0 0.8" source:"Harrison 1996" means:"spending of total war over that"`
	Most     float64 `unit:"share of GDP" range:"0 0.8" source:"assumed: people must eat in any war" means:"most that is spent"`
}

// Share is the share of GDP leaders want to spend.
func (m Rivalry) Share(threat, war float64) float64 {
	return min(m.Most, m.Base+m.Response*threat+m.War*war)
}
