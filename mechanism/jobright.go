package mechanism

// JobRight — M4. Nobody can be dismissed.
//
// Claim: the right to a post keeps people in posts that technique no longer
// needs; there is no unemployment, and there is overstaffing.
//
//	dismissed = (1 − Protection)·min(Dismiss·surplus/staff, DismissMost)
//
// a month and branch of a region, with surplus the staff beyond what managers
// want, who where Protection is 1 want no fewer than they have; Dismiss and
// DismissMost are behaviour (Behaviour.Work), the same everywhere.
//
// Source: Granick 1987.
// Ablation: Labour.JobRight; theory expects dismissals where staff costs the enterprise something.
type JobRight struct {
	Protection float64 `unit:"share" range:"0 1" source:"labour codes 1922-71" means:"how far dismissal is barred"`
}

// Barred is how far dismissal is barred, by law and by those of the staff who
// refuse their consent, where it is asked for.
func (m JobRight) Barred(refused float64) float64 {
	if refused == 0 {
		return m.Protection
	}
	return 1 - (1-m.Protection)*(1-refused)
}
