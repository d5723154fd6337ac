package mechanism

// SoftBudget — M5, with M15 for capital. Losses are covered.
//
// Claim: who is bailed out does not count the cost of what he asks for.
//
//	borne = (1 − Cover) of the cost of staff, stocks and capital
//
// Source: Kornai 1980; Goldfeld and Quandt 1988.
// Ablation: Bank.Soft; theory expects input demand, stocks and staff to fall, and by sign of labour supply output to fall (1930s) or rise (1980s).
type SoftBudget struct {
	Cover float64 `unit:"share" range:"0 1" source:"Kornai 1980; practice" means:"part of losses that the state covers"`
}

// Borne is the part of a cost that who decides has to bear.
func (m SoftBudget) Borne() float64 { return 1 - m.Cover }
