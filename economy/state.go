package economy

import (
	"gosplan/decide"
	"gosplan/ledger"
	"gosplan/mechanism"
)

// A House is a household: people who share a purse and a pot. Amounts are
// for all the World.Weight real households it stands for. A house in a
// village (Village >= 0) farms.
type House struct {
	Purse   ledger.Purse
	Grain   ledger.Store   // Mt
	Larder  ledger.Store   // produce kept for the house, points
	Herd    [Kinds]float32 // million head
	Land    float32        // Mha of ploughland at its command
	Sown    float32        // Mha sown to grain this year
	Feed    float32        // share of the herd's need of feed met last winter
	Hunger  float32        // felt shortage of food, 0 to 1, remembered over months
	Taken   float32        // share of the surplus it expects to lose without pay
	Income  float32        // money income of a month, kopecks, remembered over a year
	Short   float32        // share of intended purchases that failed lately
	Bought  float32        // grain bought since the last meal, Mt
	Dug     float32        // garden dug beyond the usual this year, over it
	Ripe    float32        // garden crop it lives on, beyond the usual, over it: that of the last harvest
	Village int16          // -1 in town, Vacant when nobody lives here and the place can be used again
	Region  uint8
	Members uint8
	Eaters  uint8  // members counted as adult rations, times four
	Hands   uint8  // adults fit for farm work
	Grown   uint8  // members of sixteen and over who are at home
	Joined  uint8  // 1 when in the kolkhoz
	Small   uint8  // children under SchoolAge
	Minded  uint8  // the same a month ago, for who asks while this month's are still counted
	Elders  uint8  // members old enough to have children who leave school
	Desk    uint8  // members with a post in an office
	Patron  uint8  // 1 if there was one last month
	Learned uint8  // mean schooling of the elders last month, years times ten; 0 if there were none
	Taught  uint16 // schooling of the elders together, years times ten
	Luck    uint32
	Spent   float32 // consumption of a month, kopecks, remembered over a year: money paid, and food of one's own at the price of the shop
	Own     uint8   // members who work on their own account
	Home    uint8   // members who live and eat at home, which soldiers do not
	Posts   uint8   // members with a post
	_       [5]uint8
}

// Vacant is the village of a house that is closed.
const Vacant = -2

// SchoolAge is the age in years from which children need not be minded.
const SchoolAge = 7

// Farm products in pools and markets.
const (
	PoolGrain = iota
	PoolProduce
)

// A Vintage is plant of one date. Its capital is malleable before it is
// built and not after.
type Vintage struct {
	Places float64 // workplaces, million people
	Yield  float64 // output per workplace and year, points per million people
	Cost   float64 // points
	Now    float64 // yield after wear, as last inspected
	Built  int32   // month
	_      int32
}

// Vintages and Projects are how many an enterprise can have; older ones are
// merged or wait.
const (
	Vintages = 28
	Projects = 5
)

// A Project is plant being built.
type Project struct {
	Cost, Sunk float64 // points
	Places     float64 // workplaces it will have, million
	Yield      float64
	Open       int32 // 1 while it is being built
	_          int32
}

// An Enterprise stands for many real ones of one branch and region.
type Enterprise struct {
	Good     Good
	Region   uint8
	Retool   uint8 // months of downtime left
	_        uint8
	Adopted  uint32            // techniques of the branch in use, a bit each (the latest 32)
	Staff    int64             // people who work there
	Lent     int64             // of its own hands, those who work elsewhere in the region this month; below zero where others' work here
	Wanted   int64             // posts it wants filled
	Vintage  [Vintages]Vintage // the oldest first
	Plants   int32
	Tries    int32
	Seen     int32 // year of the last inspection of plant, counted from the start
	Struck   int32 // days of strike in the last quarters in a row that had any
	Project  [Projects]Project
	Cash     ledger.Purse
	Wage     float64 // kopecks per person and month
	Effort   float64
	Skill    float64
	Shape    float64 // state of repair, 0 to 1
	Wip      float64 // share of a full line
	In       [Goods]ledger.Store
	Out      ledger.Store
	Capacity float64 // output of a month at normal pace, staffed as now
	Rated    float64 // output of a month with all places filled
	Posts    float64 // hands that plant takes, with those who mend it, million
	Target   float64 // of the quarter; 0 when nobody sets one
	Expected float64 // sales of a month it expects
	Made     [3]float64
	Faulty   [3]float64
	Pace     float64
	Care     float64
	Reported float64        // of the quarter
	Shown    float64        // output a year that the planning office remembers being reported, or that its council has agreed to make
	Fulfil   float64        // last quarter's reported fulfilment
	Order    [Goods]float64 // asked for this month
	Need     [Goods]float64 // needed a month at reference output
	Allot    [Goods]float64 // granted for the quarter
	Drawn    [Goods]float64 // of that, received or under way
	Due      [Goods]float64 // ordered and late: comes next month
	Met      float64        // share of input orders that came, remembered
	Request  float64        // factor over need in requests
	Sold     float64        // this month
	Profit   float64        // of the last twelve months, kopecks, remembered
	Gain     [3]float64     // profit of the year so far, of the last, and of the year before, kopecks: sales less inputs and wages
	Put      [2]float64     // investment of the year so far and of the last, points
	Ref      float64        // reference output of the quarter: target or expected sales
	Upto     float64        // months of input stock ordered up to
	Stretch  float64
}

// A Village stands for many real ones; when its houses have joined, it is
// also the kolkhoz.
type Village struct {
	Region         uint8
	_              [7]uint8
	Cash           ledger.Purse
	Grain          ledger.Store
	Herd           [Kinds]float64 // collective
	Land           float64        // collective
	Sown           float64
	Hands          float64 // people working in the collective, million
	Houses         float64 // million households
	Member         float64 // share of houses that joined
	Feed           float64
	Effort         float64
	Pay            float64 // grain per working member, t a year, remembered
	Taken          float64 // share of the last harvest taken
	Harvest        float64
	Rumour         float64 // expected chance that animals are taken
	Anger          float64 // unrest after pressure
	Quota          float64 // Mt still to deliver this season
	Estimate       float64
	Private        [Kinds]float64 // animals of its houses
	Open           float64        // land of its houses, Mha
	Even           float64        // and per head of those outside the kolkhoz when it was last divided
	Hunger         float64
	Press          float64 // pressure to join, 0 to 1
	People         float64 // million
	Members        float64 // million people in houses that joined
	PrivateHarvest float64 // Mt, of this year
	Due            float64 // grain a head that members can still expect from the common barn this season, t
	Skill          float64 // of those who joined, at collective work, 0 to 1
	Veterans       float64 // million people in houses that had joined by the last harvest
	Weather        float64 // yield of this year over a normal one: the region's weather and the district's luck
}

// A RegionState is a region's farm equipment, markets and records.
type RegionState struct {
	Tractors                float64 // agricultural capital supplied, points
	Procured                float64
	Season                  float64 // Mt procured since the last harvest
	Cut                     float64 // share cut off by war
	VacancyRate, Unemployed float64
	Real                    [2]float64 // consumption per head in villages and in towns, 1928 rubles a year
	Ration                  float64    // most grain per head that shops sell townspeople in a month, by card or by hand, t; 0 = free to all
	Cards                   float64    // bread on a townsman's card over the usual; 0 where there are no cards and villagers may buy
	MarketPrice             [2]float64 // kopecks per unit: grain, produce
	Market                  [2]ledger.Store
	Stall                   ledger.Purse
	Asked, Sold             [2]float64
	People, Town            float64    // million, soldiers among them, where their houses are
	Home                    [2]float64 // of them, those who live and eat at home, which soldiers do not: villages, towns
	Duty                    float64    // tax in shops' prices, over what makers get
	OwnPrice                float64    // price of work on one's own account over that of services in the shops of the towns; 0 counts as 1
	Earned                  float64    // by such work, kopecks a month, remembered
	Busy                    float64    // million people whose whole time it would have filled last month
	Postless                float64    // of the towns' labour force, those without a post, remembered: the unemployed and who works on his own account
	Cover                   [2]float64 // months of sales on the market's stalls
}

// A BranchState is what a branch's depot, ministry and engineers know.
type BranchState struct {
	Depot      ledger.Store
	Till       ledger.Purse
	Price      float64 // wholesale, kopecks per unit
	Unit       float64 // unit cost, remembered
	Output     float64 // this month
	Year       float64 // this year so far
	LastYear   float64
	Wanted     float64 // planned output in two years' time, points a year
	Orders     float64 // asked of the depot this month
	Filled     float64
	Norm       float64   // capital per workplace of projects, points per million
	Technique  float64   // level of new plant
	Abroad     float64   // level of new plant in the world
	Known      uint32    // techniques on offer, number so far
	Tenth      [32]int32 // month when a tenth of plants used it; 0 not yet
	NineTenths [32]int32
	Leaves     float32 // what its price leaves over inputs, in months' wages, remembered over years; 0 where nobody does
	Cut        float64 // share by which requests are cut, remembered
	Late       float64 // chance of a late delivery
	Share      float64
	Cumulative float64
	Problem    decide.Problem // what its managers face this year
	Worth      float64        // pay for sales over that of the problem, which is rounded; 0 counts as 1
	Hiring     float64        // share of posts filled in a quarter, remembered
	Quits      float64        // share of the staff that leaves in a quarter without being dismissed, remembered
	Sales      float64        // units a month that users and planners want, remembered
	Taken      float64        // by builders, the army and others from the depot since it was last counted
	Left       float64        // in the depot when they had taken
	Waste      float64        // share of what is made that is faulty, remembered
	Indicative float64        // price announced to councils, kopecks per unit; 0 before the first round
}

// A ShopState is a shop's stock and prices.
type ShopState struct {
	Stock  [Goods]ledger.Store
	Till   ledger.Purse
	Price  [Goods]float64
	Meant  [Goods]float64 // kopecks, remembered
	Failed [Goods]float64 // share of intentions that failed, remembered
	Aside  ledger.Store   // consumer goods put aside to be sold under the counter
	Under  float64        // their price, kopecks per unit
	Sold   [Goods]float64 // units that houses took in the month, of all of these
}

// Centre is what the state as a whole owns and knows.
type Centre struct {
	Treasury     ledger.Purse
	Bank         ledger.Purse
	Granary      ledger.Store // state grain, Mt
	Barn         ledger.Store // state produce, points
	Landed       ledger.Store // machines from abroad that wait to be built in
	GDP          float64      // of last year, points
	GDPHead      float64
	Threat       float64
	Military     float64        // wanted share
	Army         float64        // million under arms
	Hunger       float64        // of the army, felt as that of a house
	Levy         mechanism.Levy // who is called up and sent home
	Load         float64        // experience of planning that offices have gained, share
	OilRent      float64        // points a year
	Crude        float64        // fuel that trade orders to be shipped abroad as oil, units a year
	MeanWage     float64        // kopecks a month, remembered
	RefWage      float64
	Scissors     float64
	Prices       float64 // retail level, 1928 = 1
	Quota        float64
	Seats        float64 // mean schooling of grown people, years
	Accumulated  float64
	Plan         [Goods]float64
	Season       float64     // grain procured since the last harvest
	Came, Before [12]float64 // what had come by the end of each month, from August on, this season and the last, Mt
	SeasonExport float64
	Vacancies    float64 // remembered over years
	Invested     float64 // last year, points
	Imports      float64 // machinery from abroad this year, points
	Upkeep       float64 // of the army, points a year
	Hoard        float64 // cash of houses a month ago, kopecks; 0 if money has changed since
	Earmarked    float64 // grain set aside in the granary, Mt
	Promised     float64 // grain that soldiers eat in a month, Mt
	Due          float64 // grain that deliveries so far promise still to come this season, Mt
	Meant        float64 // planned household spending
	Supplied     float64 // planned supply at the prices of the year
	Anger        float64
	Retreat      float64 // 1 while the drive is broken off
	Weight       float64 // million people per simulated person
	ImportPlan   float64
	ProduceMade  float64        // until the last new year
	GoodsUsed    float64        // consumer goods, until then
	Planned      [Goods]float64 // output of the year by the computed plan, points; 0: nobody computes one
	ToldMade     [Goods]float64 // output a year as the planning office has been told
	ToldCapacity [Goods]float64 // and what could be made
	Hour         float64        // price of an hour announced to councils, over the wage; 0 before the first round
	Renewed      float64        // share of supply links that buyers and sellers have agreed on by themselves
}

// State is everything that moves. The row of the schedule that writes a part says so.
type State struct {
	Month      int // months since January of World.StartYear
	Block      []Block
	Enterprise []Enterprise
	Village    []Village
	Region     [Regions]RegionState
	Branch     [Goods + 1]BranchState
	Cell       [Cells]CellState
	Bureau     [Cells]Bureau
	Shop       [Shops]ShopState
	Terms      Terms
	Centre     Centre
	Polity     Polity
	Year       Account
	Quarter    Account
	Last       Account // the year before
	Audit      Audit
	Rule       Rule
}

// Year and month of the year of a State, 1 to 12.
func (s *State) Date(w *World) (year, month int) {
	return w.StartYear + s.Month/12, s.Month%12 + 1
}

// FarmCapital is the farm equipment of all regions, points.
func (s *State) FarmCapital() (sum float64) {
	for r := range s.Region {
		sum += s.Region[r].Tractors
	}
	return sum
}

// GrainComing is what this season is still expected to bring the state, Mt: what
// deliveries so far promise of its quotas, or where there are none as much more as
// the last season had still brought at this time, by what has come so far.
func (s *State) GrainComing(month int) float64 {
	c := &s.Centre
	if c.Quota > 0 {
		return c.Due
	}
	now := 0.0
	for r := range s.Region {
		now += s.Region[r].Procured
	}
	season := c.Before[11]
	if k := SeasonMonth(month) - 1; k >= 0 && c.Before[k] > 0 {
		season *= c.Came[k] / c.Before[k]
	}
	return max(0, season-c.Season-now)
}

// Free is the part of a region's harvest that grows on land which no front cuts off, where less is harvested.
func (s *State) Free(w *World, region int) float64 {
	cut := s.Region[region].Cut
	return (1 - cut) / (1 - w.Physics.Farming.Front*cut)
}
