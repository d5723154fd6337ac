package mechanism

import "math"

// Tokens is pay that does not circulate: a certificate of work done, which is
// cancelled when something is bought for it.
//
// Claim: prices of what people consume can clear and tell makers what is
// wanted, without money that makers live by.
//
//	v = vA + l,  output wanted ·(r/r̄)^Response with r = price/v
//
// where A is what a unit uses of other goods, l its hours, v its labour value
// and r̄ the mean of r over consumption.
//
// Source: Cockshott and Cottrell 1993; Marx 1875.
// Ablation: Retail.Tokens; theory expects output to follow shortage and not prices.
type Tokens struct {
	Cancelled float64 `unit:"share" range:"0 1" source:"scenario" means:"whether what shops take is cancelled, and makers are credited by society: 1 yes"`
	Response  float64 `unit:"elasticity" range:"0 3" source:"assumed" means:"response of the output wanted to price over labour value"`
}

// Active tells whether pay is in tokens.
func (m Tokens) Active() bool { return m.Cancelled > 0 }

// Wanted is the factor on the output wanted of a good whose price stands at
// ratio times its value, where the mean good's stands at mean.
func (m Tokens) Wanted(ratio, mean float64) float64 {
	if m.Response == 0 || ratio <= 0 || mean <= 0 {
		return 1
	}
	return math.Pow(min(2, max(0.5, ratio/mean)), m.Response)
}

// LabourValues are the hours in a unit of every good, those of its inputs
// included: needs[g] is what a unit of g uses of each good, labour its own
// hours. Goods that need no hours at all have no value. The iteration gains a
// digit in a round or two where goods use less than they make.
func LabourValues(needs [][]float64, labour []float64) []float64 {
	values := make([]float64, len(labour))
	for range 100 {
		for g := range values {
			value := labour[g]
			for k, need := range needs[g] {
				value += need * values[k]
			}
			values[g] = value
		}
	}
	return values
}
