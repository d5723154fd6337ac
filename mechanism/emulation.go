package mechanism

import "math"

// Emulation — a model taken over abroad. Who rules elsewhere weighs what he would
// have of it, by what he can see.
//
// Claim: a country's order is taken over where it seems to grow faster and keeps
// those in posts above others, and where the order at hand is in question; hunger
// speaks against it, aid for it.
//
//	gain = years·(growth seen − own growth) + hands + pay − risk + ln(1 + aid)
//	taken over when gain > Switch·(1 − crisis), given up when gain < −Switch·(1 − crisis)
//
// in log points of consumption, where hands and pay are what passes through the
// hands of officials and what those with schooling are paid over others, there
// against here.
//
// Source: Nkrumah 1957, Sen 1960 and Rostow 1960 on the example of growth; Clapham 1985 on rulers of new states; numbers judged.
// Ablation: Politics.Emulation; theory expects no country to take the model over.
type Emulation struct {
	Switch  float64 `unit:"log points" range:"0 5" source:"judged" means:"loss of who rules from changing the order of a country that is calm; 0 where nobody looks at the model"`
	Memory  float64 `unit:"years" range:"1 30" source:"judged: plans and their results were compared by fives" means:"years over which growth and hunger are seen"`
	Growth  float64 `unit:"per year" range:"-0.05 0.1" source:"recalled: Maddison, GDP per head of the world 1913-89" means:"growth of a country elsewhere"`
	Swing   float64 `unit:"per year" range:"0 0.2" source:"judged: yearly growth of countries differs by some four points" means:"standard deviation of a year of it"`
	Slump   float64 `unit:"share" range:"0 1" source:"judged: a tenth is lost in a deep slump" means:"product lost by a crisis that is full"`
	Hands   float64 `unit:"share of GDP" range:"0.01 1" source:"judged: public spending of poor countries about 1960" means:"what passes through the hands of officials elsewhere"`
	Apart   float64 `unit:"ratio" range:"1 10" source:"judged" means:"pay of those with schooling over that of workers elsewhere"`
	Command float64 `unit:"ratio" range:"0 3" source:"as Politics.Wishes.Command" means:"worth of what passes through one's hands, over that of what one consumes"`
	Size    float64 `unit:"ratio" range:"0.001 10" source:"judged" means:"GDP of a country elsewhere over that of the model"`
	Aid     float64 `unit:"share of GDP" range:"0 0.1" source:"scenario; 0 gives none" means:"machines given to each country that has taken the model over, as far as any are bought abroad"`
}

// An Example is what can be seen of the model from another country.
type Example struct {
	Years  float64 // of growth that count
	Growth float64 // of the model, per year
	Own    float64 // of the country, per year
	Hands  float64 // what passes through the hands of officials under the model, share of GDP
	Pay    float64 // of those with schooling over workers under it; 0 where nobody has any
	Risk   float64 // loss from its hunger, log points
	Aid    float64 // share of the country's GDP
}

// Gain is what who rules would have of the model, log points.
func (m Emulation) Gain(x Example) float64 {
	gain := x.Years*(x.Growth-x.Own) + m.Command*math.Log((0.02+max(0, x.Hands))/(0.02+m.Hands)) - x.Risk + math.Log1p(x.Aid)
	if x.Pay > 0 {
		gain += math.Log(x.Pay / m.Apart)
	}
	return gain
}

// Keeps tells whether a country whose order is so far in question has the model
// from now on, as it has or has not up to now.
func (m Emulation) Keeps(has bool, gain, crisis float64) bool {
	bar := m.Switch * (1 - crisis)
	if has {
		return gain >= -bar
	}
	return gain > bar
}
