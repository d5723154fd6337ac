package mechanism

import "slices"

// elsewhere are numbers of the list that have no file of their own, because
// the cause is part of something larger that cannot be told apart from it.
var elsewhere = []Card{
	{
		Number: "M7", Name: "Defects", Title: "Haste, carelessness and substitutes spoil output.",
		Claim: "where quantity is paid and buyers cannot send anything back, care is not worth a manager's while.",
		Equation: "defect = DefectBase + DefectPace·((x−1)⁺)² + DefectCare·(1−c)² + DefectInputs·(1−met)\n" +
			"c = 1 − value·loss / (2·Reject·DefectCare·made)",
		Legend: "Where: it is physics of work and the manager's choice of care, in decide/physics.go and decide/care.go, asked by every enterprise every month. " +
			"Its numbers are Work.DefectBase, Work.DefectPace, Work.DefectCare, Work.DefectInputs and Work.CareCost; what buyers send back costs the manager Plan.Bonus.Reject. " +
			"The physics cannot be taken out; the reason to be careless can.",
		Source:   "Nove 1977; Berliner 1976.",
		Ablation: "Plan.Bonus.Step; theory expects defects to fall.",
		Parameters: []Parameter{
			{"Work.DefectBase", "share", "0 0.1", "trial economies", "defects that no care prevents"},
			{"Work.DefectPace", "share", "0 2", "assumed", "defects of haste"},
			{"Work.DefectCare", "share", "0 0.5", "trial economies", "defects of carelessness"},
			{"Work.DefectInputs", "share", "0 0.5", "assumed", "defects of substitutes"},
			{"Work.CareCost", "share of output", "0 0.3", "trial economies", "lost to full care"},
			{"Plan.Bonus.Reject", "base pay per share", "0 5", "assumed", "loss for output that buyers send back"},
		},
	},
	{
		Number: "M9", Name: "ForcedSaving", Title: "What cannot be spent is kept.",
		Claim: "money that meets empty shelves goes to another good, to the market or into the purse, where it waits.",
		Equation: "meant = Spend·income + Dishoard·max(0, cash − Reserve·income)\n" +
			"cash' = cash + income − meant + failed − found",
		Legend: "Where: it has no rule of its own. A household means to spend so much in a month; failed is the part that meets empty shelves and found what other goods, neighbours and markets take of it. A household that fails to buy tries another good with Behaviour.Buyer.Replace of the money, bids on the market, and keeps the rest, in behaviour/shopping.go; " +
			"what lies over Behaviour.Buyer.Reserve is meant to be spent again at the rate Behaviour.Buyer.Dishoard. " +
			"It weakens with what empties the shelves (M8 FixedPrices) and with what is sold beside them (M10 SecondEconomy).",
		Source:   "Kornai 1980; Nuti 1986.",
		Ablation: "Retail.Fixed; theory expects saving to fall as prices clear.",
		Parameters: []Parameter{
			{"Behaviour.Buyer.Spend", "share of income", "0.5 1", "family budgets 1925-28", "income meant to be spent in the month"},
			{"Behaviour.Buyer.Dishoard", "per month", "0 0.5", "assumed", "cash over the reserve meant to be spent"},
			{"Behaviour.Buyer.Reserve", "months of income", "0 12", "calibrated: deposits and currency in 1940-70", "cash people like to hold"},
			{"Behaviour.Buyer.Replace", "share", "0 1", "Kornai 1980 on forced substitution; trial economies", "money of a failed purchase tried on another good"},
		},
	},
}

// Elsewhere are the mechanisms that live in other rooms, with where that is.
func Elsewhere() []Card { return slices.Clone(elsewhere) }
