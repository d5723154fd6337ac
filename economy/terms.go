package economy

import "gosplan/mechanism"

// Terms are what the institutions in force tell people: what is allowed,
// paid and forbidden. Behaviour reads them and knows nothing else of the rules.
type Terms struct {
	Offer      [2]float64       // price the state offers farms: grain, produce
	StateShare [2]float64       // part of marketed grain and produce that goes to the state's buyers
	Trade      float64          // freedom of the peasant market, 0 to 1
	TradeLoss  float64          // share of goods lost on the way to an illegal market
	Dismissal  float64          // how free enterprises are to dismiss, 0 to 1
	Penalty    float64          // of leaving or shirking work under the law, 0 to 1
	Benefit    float64          // for the unemployed, share of the mean wage
	Pension    float64          // for the old, share of the mean wage
	Voice      float64          // of workers in their enterprise, 0 to 1
	Rated      float64          // part of pay that goes by the rating of colleagues and not by skill and schooling
	Effort     float64          // what effort buys over what it buys by the piece; 0 counts as 1
	Blame      float64          // what the head of an office stands to lose by matters unsettled, over what posts for them cost him
	Allotted   float64          // part of enterprises that are allotted their inputs
	Premium    float64          // pay of specialists over workers per year of schooling above the mean
	Span       float64          // pay in the highest grade over that in the lowest; 0 where pay goes by what skill yields
	Grades     float64          // of that scale
	Pieces     float64          // part of those at work who are paid by the piece
	Quota      float64          // how far places in schools are given by origin and not by what parents taught, 0 to 1
	Protection float64          // how far officials can get their children in, 0 to 1
	Passport   float64          // bar to leaving the village, 0 to 1
	PlotLand   float64          // garden that a house in a kolkhoz may keep, ha sown; 0 where nobody says
	PlotShare  float64          // part of a kolkhoz member's working time free for the plot
	Relief     float64          // share of output lost in a changeover by which targets are lowered
	Full       [2]float64       // how far the state still buys grain and produce: 0 when its barns are full
	Closed     [Regions]float64 // of villagers who leave because they go hungry, those who are turned back
	Idle       float64          // farm machines that stand still for want of fuel, parts and drivers, share
	CallFrom   float64          // age of call-up, years
	CallAges   float64          // years of birth that are called first
	Service    float64          // term of service, months
	Unfit      float64          // men whom the army never takes, share
}

// ServeFrom and ServeUntil are the ages in years in which men can be under arms.
const (
	ServeFrom  = 18
	ServeUntil = ServeFrom + mechanism.ServingYears
)
