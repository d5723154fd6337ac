// Package economy holds the nouns: people, households, land, plant, stocks,
// money, and the State and World they make up. It may not know which
// institutions act on them.
package economy

// A Good is one of the nine commodities. Amounts of the branches' goods are
// in points: one point is one percent of the GDP of 1928 at value added
// (about 300 million rubles of 1928). Grain is in million tonnes.
type Good uint8

const (
	Grain        Good = iota // food and feed grain, Mt
	Produce                  // animal products, potatoes, vegetables and fibres, points
	Fuel                     // coal, oil, gas, electricity
	Materials                // metals, timber, chemicals, building materials
	Machinery                // civilian machine building
	Construction             // building work
	Consumer                 // textiles, clothing, processed food, household goods
	Arms                     // weapons
	Services                 // transport, trade, housing, schools, health
	Goods                    // their number
)

// FirstBranch is the first good that enterprises make; farms make the others.
const FirstBranch = Fuel

// Branches is the number of goods that enterprises make.
const Branches = int(Goods - FirstBranch)

// Office is the branch of people who administer; it makes nothing that is
// stored.
const Office = Goods

// GoodNames are the names in tables and traces.
var GoodNames = [Goods + 1]string{"grain", "produce", "fuel", "materials", "machinery", "construction", "consumer", "arms", "services", "offices"}

func (g Good) String() string { return GoodNames[g] }

// Regions is the number of regions.
const Regions = 8

// RegionNames are the regions of the country as reported and as scenarios
// name them.
var RegionNames = [Regions]string{"North-Centre", "Black-Earth", "Volga", "Ukraine", "North-Caucasus", "Ural-Siberia", "Kazakh-nomads", "West-South"}

// Frontier is the region that has land not yet ploughed.
const Frontier = 5

// West is the region that annexed territories join.
const West = 7

// Animals of a herd.
const (
	Horses = iota
	Cattle
	Pigs
	Sheep
	Kinds
)

// KindNames are the names of the animals.
var KindNames = [Kinds]string{"horses", "cattle", "pigs", "sheep"}

// Needs is what one unit of value added of a branch uses of each good.
//
// Rows for fuel and materials are the needs per unit of value added found to
// close the balance of 1928 (stylised from the Central Statistical
// Administration's balance of the national economy 1923/24 and the 1959
// input-output table); consumer goods use farm produce; every branch buys
// freight and trade from services.
var Needs = [Goods][Goods]float64{
	Fuel:         {Materials: 0.093, Services: 0.10},
	Materials:    {Fuel: 0.130, Services: 0.10},
	Machinery:    {Fuel: 0.043, Materials: 0.417, Services: 0.08},
	Construction: {Fuel: 0.026, Materials: 0.370, Services: 0.08},
	Consumer:     {Grain: 0.25, Produce: 0.22, Fuel: 0.026, Materials: 0.056, Services: 0.08},
	Arms:         {Fuel: 0.043, Materials: 0.463, Services: 0.05},
	Services:     {Fuel: 0.022, Materials: 0.011},
}

// Reference year 1928: value added (points), workers (million) and capital
// (points) of the branches. They define the technique; they are not imposed
// on the path. Sources: Bergson 1961 (value added by sector), TsSU labour
// statistics (employees), capital shares after Moorsteen and Powell 1966.
var (
	ReferenceOutput  = [Goods]float64{Fuel: 1.8, Materials: 4.5, Machinery: 3.0, Construction: 4.2, Consumer: 13, Arms: 0.9, Services: 26.6}
	ReferenceWorkers = [Goods]float64{Fuel: 0.4, Materials: 1.2, Machinery: 0.95, Construction: 0.95, Consumer: 3.2, Arms: 0.17, Services: 4.6}
	ReferenceCapital = [Goods]float64{Fuel: 5, Materials: 9, Machinery: 5, Construction: 2, Consumer: 10, Arms: 1.5, Services: 78}
)

// People1928 is the population of 1928, million, the year whose GDP is 100, as
// in data/population_adk.csv.
const People1928 = 151.6

// BasePrice is the price of a good in points of value added per unit: its own
// value added and that of its inputs; for farm goods the value of 1928.
var BasePrice = basePrices()

func basePrices() (p [Goods]float64) {
	p[Grain], p[Produce] = 0.27, 1
	for range 60 {
		for g := FirstBranch; g < Goods; g++ {
			cost := 1.0
			for i, need := range Needs[g] {
				cost += need * p[i]
			}
			p[g] = cost
		}
	}
	return p
}

// NormalYield is the yield, t/ha, that turns NormalGrain into the area sown in
// 1928 (assumed: near the yields of TsSU 1925–28 after losses).
const NormalYield = 0.76

// HarvestMonth is the month in which grain is reaped, with which a season begins.
const HarvestMonth = 8

// SeasonMonth is the month of the season in which grain is procured, 0 in
// August, when it begins, to 11.
func SeasonMonth(month int) int { return (month - HarvestMonth + 12) % 12 }

// SinceHarvest is how many months full barns have been eaten from, 0 in September, the
// month after the harvest, to 11; UntilHarvest how many are left before
// the next harvest.
func SinceHarvest(month int) int { return (month - HarvestMonth + 11) % 12 }
func UntilHarvest(month int) int { return 11 - SinceHarvest(month) }

// GardenLand is the land under potatoes and vegetables of a farming house in
// 1928, ha: 6.5 Mha (TsSU, recalled) over 25.6 million houses.
const GardenLand = 0.25

// FieldHands is the share of rural people who worked the land in 1928
// (assumed).
const FieldHands = 0.47

// KopecksPerPoint turns points of value added into money of 1928.
const KopecksPerPoint = 3e10

// Shares of the regions, 1926–28: rural people, grain in a normal year (Mt),
// industry and the herds. Sources: census of 17 December 1926; TsSU
// agricultural statistics 1925–28; livestock counts 1916 and 1928.
var (
	RuralPeople = [Regions]float64{33, 11.5, 14, 24.5, 7.2, 17.7, 3.8, 11.8}
	NormalGrain = [Regions]float64{14, 7.5, 9.5, 15.5, 6.5, 13, 0.5, 3.5}
	HerdShare   = [Kinds][Regions]float64{
		{.20, .09, .10, .17, .06, .23, .08, .07},
		{.22, .06, .09, .15, .06, .20, .09, .13},
		{.22, .08, .06, .33, .08, .13, 0, .10},
		{.14, .07, .10, .07, .08, .19, .17, .18},
	}
	// Pasture is the part of the herds' feed that grows by itself; TsSU feed
	// balance 1927/28 and Matley 1989 on the pastoral economy.
	Pasture = [Regions]float64{.05, .05, .10, .10, .15, .20, 1, .75}
	// SettledPasture is the same for herds kept in one place: who is settled
	// loses the pastures he moved between (Pianciola 2004; the figure assumed).
	SettledPasture = [Regions]float64{.05, .05, .10, .10, .15, .20, .40, .65}
	ReferenceHerd  = [Kinds]float64{32.6, 58.2, 19.4, 107.1} // 1 January 1929
)
