package mechanism

// Coercion — M24. The law ties people to their posts and makes them work.
//
//	penalty = Reach·severity
//
// Claim: punishment holds output up as long as it is believed and cheap.
//
// Source: Harrison 2002; edict of 26 June 1940, repealed 1956.
// Ablation: Labour.Coercion; theory expects turnover to rise and effort to fall in 1940–56.
type Coercion struct {
	Reach float64 `unit:"share" range:"0 1" source:"Sokolov 2003 on convictions under the edict" means:"how far the severity ordered reaches the workplace"`
}

// Penalty of leaving or shirking at the severity that leaders ordered.
func (m Coercion) Penalty(severity float64) float64 { return m.Reach * severity }
