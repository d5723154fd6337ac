package mechanism

// Hire pays who works on another's land and with his animals.
//
// Claim: who has hands and little land or cattle reaps and herds for those who
// have more of it than hands, for a part of what it gives, so that a house that
// comes with nothing eats from the first harvest on, where its neighbours reap
// anything.
//
//	paid = Part·made − Part·Σmade·hands/Σhands
//
// by a house, over the private farms of a region; less than nothing is what a
// house is paid.
//
// Source: reapers got from a fifth to a tenth of the sheaves, who tilled by halves more; saun, the lending of milch cows among Kazakhs (all recalled); the size assumed.
// Ablation: Behaviour.Hire; theory expects more hunger of houses without land, and no change where all have as much.
type Hire struct {
	Part float64 `unit:"share" range:"0 0.5" source:"assumed, the low end; recalled: from a fifth to a tenth of the sheaves for the reaper" means:"of what private fields and animals give, what goes to who worked there"`
}

// Active tells whether anybody is paid.
func (m Hire) Active() bool { return m.Part > 0 }

// Due is what who worked gets of what was made.
func (m Hire) Due(made float64) float64 { return m.Part * max(0, made) }
