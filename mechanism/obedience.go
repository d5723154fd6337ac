package mechanism

import "math"

// Obedience — coercion as a game with a memory. People obey as long as they
// believe that who does not is punished.
//
// Claim: little has to be punished while punishment is believed in; when more
// break the law than offices can punish, belief goes and obedience with it. So
// the same laws rest in one of two states, and the way down is fast.
//
//	who breaks the law  v = e^(−severity·μ/Gain)
//	who is punished     u = min(1, capacity/(Occasion·v))
//	belief              μ' = μ + Learning·(u − μ)
//
// where Gain is the mean gain from breaking the law, in units of full
// punishment, v the share of those who have an occasion to, and capacity the
// share of people that offices can punish.
//
// Source: Harrison 2002 (coercion, compliance and the collapse of the Soviet command economy), in reduced form; numbers assumed.
// Ablation: Politics.Obedience; theory expects threats that nobody believes.
type Obedience struct {
	Learning float64 `unit:"per year" range:"0 1" source:"assumed" means:"weight of the last year in what people believe"`
	Gain     float64 `unit:"of full punishment" range:"0.01 2" source:"assumed" means:"mean gain from breaking the law"`
	Occasion float64 `unit:"share" range:"0.01 1" source:"assumed" means:"people who have an occasion to break the law in a year"`
	Reach    float64 `unit:"people per official" range:"0 50" source:"assumed" means:"violations that an official can punish in a year"`
	Open     float64 `unit:"share" range:"0 1" source:"assumed; Harrison 2002 on the cost of coercion" means:"of that, what is lost where votes decide and everybody sees it"`
}

// Breaking is the share of people who break a law of that severity.
func (m Obedience) Breaking(severity, belief float64) float64 {
	if m.Gain == 0 {
		return m.Occasion
	}
	return m.Occasion * math.Exp(-severity*belief/m.Gain)
}

// Capacity is the share of people that so many officials a head can punish
// under a franchise.
func (m Obedience) Capacity(officials, franchise float64) float64 {
	return min(1, m.Reach*officials*(1-m.Open*franchise))
}

// Next is the belief a year later, when that share could be punished.
func (m Obedience) Next(belief, breaking, capacity float64) float64 {
	if breaking <= 0 {
		return belief // nobody has tried
	}
	return belief + m.Learning*(min(1, capacity/breaking)-belief)
}
