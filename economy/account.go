package economy

// An Account adds up flows over a period. Measures read it; nobody decides
// by it except offices, which see their own reports.
type Account struct {
	Births, Deaths, Hungry   [Regions]float64 // million
	Risk                     [2]float64       // deaths from hunger that were to be expected, million: villages, towns
	Consumed                 [2]float64       // points: villages, towns
	WarDead                  float64
	HungryQuarter            float64
	Harvest, Sown, Procured  [Regions]float64
	Free                     [Regions]float64 // of the harvest, from land that no front cuts off
	EatenVillage, EatenTown  float64          // Mt
	EatenProduce             float64
	Home                     [2]float64 // who live and eat at home, million person-months: villages, towns
	Fed                      float64
	Mixed                    float64 // grain that the state sold as feed, part of Fed, Mt
	Exported, Imported       float64 // grain, Mt
	Crude                    float64 // fuel shipped abroad as oil, units
	Output                   [Goods]float64
	Bought                   [Goods]float64 // by households, units
	Parted                   float64        // consumer goods that people, army and others took from trade and makers, points
	Invested                 float64        // points
	FarmInvested             float64
	ArmsTaken                float64
	ServicesState            float64 // that the state bought for all, points
	ServicesIdle             float64 // that nobody took, points
	Upkeep                   float64 // of the army, points
	Separations, Posts       float64
	Meant, Failed            float64 // kopecks
	Queue, Adults            float64 // million hours that adults wait in shops on a day, and adults, summed over the months
	Income, Saved, Second    float64 // kopecks
	Wages, WageMonths        float64 // kopecks, person-months
	Ordered, Came            float64 // inputs at base prices
	Requested, Needed        float64
	Made, Faulty             float64 // enterprises, at base prices
	Month3                   float64
	Reported                 float64
	Losses, Covered          float64
	Capacity                 float64
	Effort, EffortWeight     float64
	Overtime                 float64    // of the staff whose effort is counted, of normal time
	Quit                     [3]float64 // who would leave a post, million a year: had all another to go to and no law held them; whom the law lets; and who find a post open
	Depart                   [2]float64 // villagers who would go to a town, million a year: if nobody barred the way; and as it is
	OverStaff, StaffWeight   float64
	FarmProduct              float64 // value added of agriculture, points
	Own                      float64 // and of work on people's own account, points
	Seekers, Busy, TownForce float64
	Open, AllPosts           float64
	Deficit                  float64
	Months                   float64
	Targets                  float64
	Fulfil                   float64
	Spike                    float64
	Farmers                  float64
	Produce                  float64 // made, points
	GDP                      float64
	Flow                     [Goods][Goods]float64 // deliveries from maker to user, units
}

// Audit holds what was in the world at the last audit and what has been made
// and used since.
type Audit struct {
	Tally [Goods]Tallies
	Start [Goods]float64
}

// Tallies are sums of what was made and used of a good.
type Tallies struct{ Made, Used float64 }
