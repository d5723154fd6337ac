package economy

import (
	"iter"

	"gosplan/ledger"
	"gosplan/mechanism"
)

// A Block is a fixed part of the population. Work on different blocks runs
// in parallel; people never leave their block, wherever they live.
type Block struct {
	Person     []Person
	House      []House
	FreePerson []int32
	FreeHouse  []int32
	Counter    [Shops]Counter // the block's counter at every shop
	Pool       [Regions]Pool
	Wages      [Cells]ledger.Purse // what cells owe for wages paid out
	Benefit    ledger.Purse        // what the treasury owes for benefits paid out
	Village    []VillageSum
	Work       [Cells]WorkSum
	Seeker     []int32      // people looking for a post this month
	Newborn    []Person     // children of this month until they have their places
	Sum        BlockSum     // what the block adds to the country this month
	Left       []VillageSum // land and animals left by houses that moved away
}

// AddPerson gives a person a place after the others and returns which.
func (b *Block) AddPerson(p Person) int32 {
	b.Person = add(b.Person, p)
	return int32(len(b.Person) - 1)
}

// AddHouse gives a house a place after the others and returns which.
func (b *Block) AddHouse(h House) int32 {
	b.House = add(b.House, h)
	return int32(len(b.House) - 1)
}

// add appends, and makes room for a sixteenth more where a list is full: a
// country of which everybody is simulated has no memory for the quarter that
// append would keep free.
func add[T any](list []T, x T) []T {
	if len(list) == cap(list) {
		longer := make([]T, len(list), len(list)+len(list)/16+16)
		copy(longer, list)
		list = longer
	}
	return append(list, x)
}

// Shops: every region has one for the towns and one for the villages, each
// standing for all the shops there.
const Shops = 2 * Regions

// ShopOf is the shop where a house buys.
func ShopOf(h *House) int {
	if h.Village >= 0 {
		return Regions + int(h.Region)
	}
	return int(h.Region)
}

// Villagers is the houses of the block in which people live and farm, in their
// order.
func (b *Block) Villagers() iter.Seq[*House] {
	return func(yield func(*House) bool) {
		for i := range b.House {
			if h := &b.House[i]; h.Members > 0 && h.Village >= 0 && !yield(h) {
				return
			}
		}
	}
}

// A Counter is the part of a shop's stock that a block finds, and its till.
type Counter struct {
	Stock [Goods]ledger.Store
	Till  ledger.Purse
	Under ledger.Store   // consumer goods sold under the counter
	Hand  ledger.Purse   // and what is paid for them over the list price
	Meant [Goods]float64 // money that houses meant to spend, kopecks
	Usual [Goods]float64 // that, remembered
	Spent [Goods]float64 // money spent at the shop
	Sold  [Goods]float64 // units taken in the month, also from under the counter
}

// A Pool is where a block's houses meet the region's peasant market and the
// buyers of the state: stores and purses that are emptied into the region's
// after every pass.
type Pool struct {
	Market [2]ledger.Store // grain and produce for sale on the free market
	Stall  ledger.Purse    // of the market
	Barn   [2]ledger.Store // grain and produce taken or bought by the state
	Fund   ledger.Purse    // from which the state pays
	Asked  [2]float64      // what houses wanted on the market
	Sold   [2]float64

	Hired               [2]ledger.Store // grain and produce due to who worked on others' farms this month
	Own                 ledger.Purse    // what neighbours earn by work on their own account
	Hours, Wanted, Done float64         // such work that could be done, was asked for and done, points
}

// BlockSum collects sums over a block's people and houses. All are cleared
// when the block is worked on again.
type BlockSum struct {
	Tally                  [Goods]ledger.Tally
	Births, Deaths, Hungry [Regions]float64 // people
	Risk                   [2]float64       // people who are to be expected to die of hunger: villages, towns
	War                    float64
	People, Urban          [Regions]float64
	Home                   [2][Regions]float64 // who live and eat at home: villages, towns
	Seekers                [Regions]float64
	Eaten                  [2][Regions]float64 // grain eaten: villages, towns, Mt
	EatenProduce           [2][Regions]float64 // villages, towns, points
	Own                    [2][Regions]float64 // work of neighbours bought: villages, towns, points
	Fed                    float64             // grain fed, Mt
	Spent, Cash            float64             // of houses: spent in shops and markets, and left, kopecks
	Second                 float64             // income from the free market and from goods diverted
	Separations            float64             // people who left a post
	Quit                   [3]float64          // who would leave a post, people: had all another to go to and no law held them; whom the law lets; and who find a post open
	Depart                 [2]float64          // villagers who would go to a town, people: if nobody barred the way; and as it is
	Harvest                [Regions]float64
	Sown                   [Regions]float64
	Men                    float64 // of age to fall at a front
	Army                   float64
	Fresh, Long            float64                         // soldiers in the year after their term, and later
	First                  float64                         // men of the age of call-up who can be called first
	Reserve                [mechanism.ServingYears]float64 // others who can, by age
	Husbands, Away         float64                         // married men of age to fall at a front, and of them those under arms
	Farmers                float64
	School                 float64
	Small                  float64 // children under SchoolAge
	Pupils                 float64 // of an age to learn, in whose houses somebody's schooling is known
	Homes, HomesSquare     float64 // sums over them of the schooling at home, years, and of its square
	Patrons                float64 // of them, those with somebody in an office at home
	Grown                  float64
	Queue                  float64
	Adults                 float64
	Meant                  float64
	Failed                 float64
}

// A VillageSum is what a block's houses add to a village.
type VillageSum struct {
	Harvest                                              float64
	Houses, Joined, People, Members, Hands, Land, Hunger float64
	Herd                                                 [Kinds]float64
}

// A WorkSum is what a block's people add to a cell.
type WorkSum struct{ Staff, Weight, Skill, Effort, Asked, Women, Dismissed float64 }

// TakePools empties a block's pools into the markets of the regions and the
// state's barns.
func (s *State) TakePools(b *Block) {
	c := &s.Centre
	for r := range b.Pool {
		pool, region := &b.Pool[r], &s.Region[r]
		for k := range pool.Market {
			ledger.Ship(&pool.Market[k], &region.Market[k], pool.Market[k].Held())
			region.Asked[k] += pool.Asked[k]
			region.Sold[k] += pool.Sold[k]
		}
		ledger.Pay(&pool.Stall, &region.Stall, pool.Stall.Held())
		grain := ledger.Ship(&pool.Barn[PoolGrain], &c.Granary, pool.Barn[PoolGrain].Held())
		region.Procured += grain
		ledger.Ship(&pool.Barn[PoolProduce], &c.Barn, pool.Barn[PoolProduce].Held())
		ledger.Pay(&pool.Fund, &c.Treasury, pool.Fund.Held())
	}
}
