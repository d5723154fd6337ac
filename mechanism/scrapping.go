package mechanism

// Scrapping — M14. Old plant is kept.
//
// Claim: targets count output and capital is free, so old plant is worked
// until it falls apart; new plant comes on top and lacks hands.
//
//	retired each year = Replacement × investment
//
// oldest first; where costs are borne, plant whose output no longer pays its
// wages goes too.
//
// Source: Popov 2007 (retirement a fifth of investment).
// Ablation: Investment.Scrapping.Replacement = 0.5 (half of investment replaces old plant, where a fifth did); theory expects younger equipment and a higher measured elasticity of substitution.
type Scrapping struct {
	Replacement float64 `unit:"share of investment" range:"0 1" source:"Popov 2007" means:"investment earmarked to replace old plant"`
}

// Retired is the cost of the old plant that goes when new plant is done.
func (m Scrapping) Retired(cost float64) float64 { return m.Replacement * cost }
