package mechanism

// Bonus — M6 (payoff). Pay jumps at the target and at the deadline.
//
// Claim: a premium for 100 % at the end of the quarter makes the last month
// the month that counts.
//
//	bonus = Step + Slope·min(F−1, Cap) if F ≥ 1;  −Miss − Blame·(MissBelow−F) if F < MissBelow
//
// counted at the end of the quarter when Deadline is 1, month by month when 0.
//
// Source: Berliner 1957; Bergson 1978; Weitzman 1976; Granick 1954 on the
// dismissal of directors, of which Blame is the expected cost.
// Ablation: Plan.Bonus.Deadline; theory expects the output of the third month to fall towards a third.
type Bonus struct {
	Step      float64 `unit:"base pay" range:"0 1" source:"Berliner 1957; Bergson 1978: 0.3" means:"premium for 100 %"`
	Slope     float64 `unit:"base pay per F" range:"0 5" source:"Berliner 1957" means:"premium for output over the target"`
	Cap       float64 `unit:"F" range:"0 1" source:"Berliner 1957" means:"excess that still earns"`
	Miss      float64 `unit:"base pay" range:"0 1" source:"assumed" means:"lost for failing badly"`
	MissBelow float64 `unit:"F" range:"0 1" source:"assumed" means:"what counts as failing badly"`
	Blame     float64 `unit:"base pay per F" range:"0 5" source:"Granick 1954 on the tenure of directors; assumed" means:"risk of the post, per unit of fulfilment below that"`
	Deadline  float64 `unit:"share" range:"0 1" source:"practice: quarterly plan" means:"how far the quarter's end is what counts"`
	Profit    float64 `unit:"base pay per F sold" range:"0 5" source:"assumed" means:"part of sales profit that goes to who decides"`
	Reject    float64 `unit:"base pay per share" range:"0 5" source:"assumed" means:"loss for output that buyers send back"`
	Fine      float64 `unit:"base pay" range:"0 5" source:"assumed" means:"fine for a false report"`
	Found     float64 `unit:"per quarter" range:"0 1" source:"Harrison 2011: inspection of reports" means:"chance that a false report is found"`
}
