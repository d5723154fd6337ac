package mechanism

// Slaughter — M18 (animals). What may be taken tomorrow is eaten today.
//
// Claim: the threat that animals will be taken without pay makes peasants
// kill them before.
//
// An animal is killed when its meat now is worth more than keeping it,
// u > (1−π)·V·β with β spread evenly between Value and Value+Spread over
// animals; so of the animals at risk the share
//
//	F = clip(Value/(1−π) − Value, 0, Spread)/Spread
//
// times Loss·Meat goes, where π is the chance of losing them that rumour gives.
//
// Source: trial economies; livestock 1929–34 (Davies and Wheatcroft 2004).
// Ablation: Behaviour.Slaughter; theory expects herds to keep most of their size in 1929–34.
type Slaughter struct {
	Loss   float64    `unit:"share" range:"0 1" source:"calibrated: herds 1929-34" means:"animals killed when all are worth killing"`
	Value  float64    `unit:"ratio" range:"0.3 0.95" source:"trial economies; assumed" means:"lowest value of keeping over meat"`
	Spread float64    `unit:"ratio" range:"0.05 0.7" source:"trial economies; assumed" means:"spread of that value over animals"`
	Meat   [4]float64 `unit:"share" range:"0 1" source:"trial economies: what is eaten or sold" means:"animals that are meat: horses, cattle, pigs, sheep"`
}

// Killed is the share of animals of a kind killed at risk π.
func (m Slaughter) Killed(kind int, risk float64) float64 {
	if m.Spread == 0 {
		return 0
	}
	f := min(m.Spread, max(0, m.Value/(1-min(0.95, risk))-m.Value)) / m.Spread
	return m.Loss * m.Meat[kind] * f
}
