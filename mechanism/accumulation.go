package mechanism

import "math"

// Accumulation is what a firm that lives by profit wants to build.
//
// Claim: who keeps his profit and can lose his firm builds where profit is
// high and sales press on plant, and chooses dearer plant when labour is dear.
//
//	growth wanted = Base + Profit·(r − Normal) + Press·clip(d − Use, −Slump, Boom), at least 0
//
// a year, with r the profit of the last year over the value of plant and d
// the sales expected over capacity; and
//
//	Δln k = Deepen·clip(ln(w/(Plant·k)), −1, 1)
//
// a year, with k capital per workplace over that of reference and w a year's
// wages of a workplace in the price of capital.
//
// Source: Nelson and Winter 1982; Steindl 1952; trial economies.
// Ablation: Investment.Private; theory expects leaders' investment in its place, without the cycle.
type Accumulation struct {
	Base   float64 `unit:"per year" range:"0 0.3" source:"trial economies: replacement and growth, 6.5 %" means:"growth of plant, replacement included, at normal profit and normal sales"`
	Profit float64 `unit:"per unit of the profit rate" range:"0 3" source:"trial economies: 0.4" means:"growth wanted by profit"`
	Normal float64 `unit:"per year" range:"0 0.5" source:"trial economies: 0.10" means:"profit over plant that draws nobody"`
	Press  float64 `unit:"per unit of sales over capacity" range:"0 3" source:"trial economies: 0.3" means:"growth wanted when sales press on plant"`
	Use    float64 `unit:"ratio" range:"0.3 1.5" source:"trial economies: 0.85" means:"sales over capacity at which plant is enough"`
	Slump  float64 `unit:"ratio" range:"0 1" source:"assumed" means:"largest lack of sales that counts"`
	Boom   float64 `unit:"ratio" range:"0 1" source:"assumed" means:"largest excess of sales that counts"`
	Most   float64 `unit:"per year" range:"0 1" source:"assumed" means:"fastest growth wanted"`
	Deepen float64 `unit:"per year" range:"0 1" source:"assumed" means:"speed at which new plant follows the price of labour"`
	Plant  float64 `unit:"points a year per million" range:"0.1 20" source:"assumed: wages over the price of capital in 1928" means:"a year's wages of a workplace, in capital, at which it gets the capital of reference"`
}

// Active tells whether firms decide what is built.
func (m Accumulation) Active() bool { return m.Most > 0 }

// Growth is the growth of plant wanted, a year.
func (m Accumulation) Growth(profit, sales float64) float64 {
	press := min(m.Boom, max(-m.Slump, sales-m.Use))
	return min(m.Most, max(0, m.Base+m.Profit*(profit-m.Normal)+m.Press*press))
}

// Deepening is Δln k a year at a wage in the price of capital.
func (m Accumulation) Deepening(wage, capital float64) float64 {
	if m.Deepen == 0 || wage <= 0 || capital <= 0 {
		return 0
	}
	return m.Deepen * min(1, max(-1, math.Log(wage/(m.Plant*capital))))
}
