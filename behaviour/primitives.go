// Package behaviour holds how people, households, peasants, managers and

// officials decide: the same code and the same constants under all
// institutions. It reads the Terms that institutions set and may not know
// which institutions they are.
package behaviour

import "gosplan/mechanism"

// Primitives are the constants of behaviour.
type Primitives struct {
	Effort      mechanism.Effort
	Quit        mechanism.Quit
	Migration   mechanism.Migration
	Family      Family
	Work        Work
	Buyer       Buyer
	Peasant     Peasant
	Scissors    mechanism.Scissors
	Subsistence mechanism.Subsistence
	Childcare   mechanism.Childcare
	Neighbours  mechanism.Neighbours
	Hire        mechanism.Hire
	OwnAccount  mechanism.OwnAccount
	Admission   mechanism.Admission
	Slaughter   mechanism.Slaughter
	Adoption    mechanism.Adoption
	Bureaucracy mechanism.Bureaucracy
}

// Family is how people marry, found households and share work.
type Family struct {
	Marry       float64    `unit:"per year" range:"0 1" source:"calibrated: births 1927-38" means:"chance that a single person of marriageable age looks for a spouse"`
	Separate    float64    `unit:"share" range:"0 1" source:"census 1926, size of peasant households" means:"young couples that found a household of their own"`
	Women       float64    `unit:"share" range:"0 1" source:"judged: with Learned, women 27 % of employees in 1929 (TsSU), 38 in 1940 and 47 in 1950, two thirds of townswomen of working age at work by the census of 1959 (recalled)" means:"townswomen without schooling ready to take a post when there are posts"`
	Learned     float64    `unit:"share per year" range:"0 0.1" source:"judged with Women; surveys of the seventies (Ofer and Vinokur 1985, recalled) for the sign" means:"more of them for a year of schooling, up to the share of men"`
	Men         float64    `unit:"share" range:"0 1" source:"census 1926" means:"townsmen ready to take a post when there are posts"`
	Entry       float64    `unit:"per year per unit of vacancies" range:"0 20" source:"calibrated: employees 1928-40" means:"how fast people at home look for work when posts stay open"`
	Discouraged float64    `unit:"per year" range:"0 2" source:"assumed" means:"how fast people without a post give up when many look for one"`
	Retire      [2]float64 `unit:"years" range:"50 75" source:"labour law: pensions of 1956" means:"ages at which people stop working for wages, and women where a pension is paid"`
	Early       float64    `unit:"share" range:"0 0.5" source:"judged: four in five men of 55 to 59 and women of 50 to 54 worked (census of 1989, recalled); lists of heavy work and invalids" means:"people who have a pension before others, where one is paid"`
	Sooner      float64    `unit:"years" range:"0 15" source:"list 2 of heavy work, 1956; list 1 gave ten years (recalled)" means:"how much earlier that is"`
	Leave       float64    `unit:"per year" range:"0 2" source:"assumed" means:"people past that age who give up their post"`
	Many        float64    `unit:"per unit of unemployment" range:"0 20" source:"assumed" means:"how soon unemployment discourages fully: at one over this share"`
	Rush        float64    `unit:"share" range:"0 1" source:"assumed" means:"vacancies beyond which entry from home quickens no further"`
	Brides      [2]float64 `unit:"years" range:"12 60" source:"assumed" means:"ages from and before which women marry"`
	Grooms      [2]float64 `unit:"years" range:"12 60" source:"assumed" means:"ages from and before which men marry"`
	Search      float64    `unit:"ratio" range:"0 3" source:"trial economies" means:"singles who look for a spouse in a year over Marry, as not all find one"`
	Unequal     float64    `unit:"years" range:"0 10" source:"people of 20 to 29 by schooling, censuses of 1939, 1959 and 1970 (recalled): standard deviations of some 2.8, 3.4 and 2.9 years, which evenly spread are five years either way; in even parts is assumed" means:"largest distance of a person's schooling from that of his year, and no more than all of it"`
	Enter       float64    `unit:"years" range:"6 9" source:"judged: school began on 1 September after the seventh birthday, so at seven and a half on average, and some years were repeated" means:"age at which somebody who leaves after some years must have come to school"`
	Rural       float64    `unit:"share" range:"0 1" source:"assumed" means:"schooling that a village gives over that of a town"`
	Plea        float64    `unit:"hunger" range:"0 1" source:"assumed" means:"hunger over which people without a post ask relatives to take them in, look for a post and leave school"`
	Fed         float64    `unit:"hunger" range:"0 1" source:"assumed" means:"hunger up to which a house counts as fed: takes relatives in, and is no reason to keep a post"`
	Crowd       float64    `unit:"people" range:"1 30" source:"assumed" means:"members up to which a house takes relatives in"`
	Relatives   float64    `unit:"houses" range:"0 32" source:"assumed" means:"houses of the neighbourhood that somebody who goes hungry can ask to be taken in"`
	Poor        float64    `unit:"share" range:"0 1" source:"assumed" means:"part of a town house's income that bread for all may cost if it takes in one more"`
}

// Work is how seekers find posts, villagers leave for towns, and enterprises hire and dismiss.
type Work struct {
	Reach       float64 `unit:"share" range:"0 1" source:"assumed" means:"seekers who also look in another region"`
	Local       float64 `unit:"per year" range:"0 3" source:"calibrated: employees 1950-70" means:"villagers who take a post near by where posts stay open, all others live in towns and live twice as well; falls with the towns' part of the region and with what it betters"`
	Pull        float64 `unit:"elasticity" range:"0 5" source:"assumed" means:"how strongly better pay draws seekers"`
	Night       float64 `unit:"ratio" range:"0 1" source:"assumed; surveys on shift work, fall of the shift coefficient after 1960 (Narodnoe khozyaistvo)" means:"draw of a post in a later shift over that of an empty workplace"`
	Near        float64 `unit:"per unit of vacancies" range:"0 50" source:"assumed" means:"how soon vacancies make posts near by known: fully at one over this share"`
	Ample       float64 `unit:"share" range:"0 0.5" source:"assumed" means:"vacancies at which whoever leaves is sure of another post"`
	Anyway      float64 `unit:"share" range:"0 1" source:"assumed" means:"quits that remain when there are no vacancies"`
	Idle        float64 `unit:"per unit of unemployment" range:"0 50" source:"assumed" means:"how soon unemployment makes dismissal a full threat: at one over this share"`
	Hands       float64 `unit:"share of the mean" range:"0 0.5" source:"Schmidt and Hunter 1983: 0.15 where output is paid" means:"standard deviation of output between people at the same work, which comes to the mean for the many for whom one stands"`
	Taught      float64 `unit:"years" range:"0 10" source:"Strumilin 1924 on metal workers, recalled" means:"work that teaches as much of what grades ask for as a year at school above the mean"`
	Settled     float64 `unit:"years" range:"30 80" source:"assumed" means:"age from which villagers no longer leave or take posts"`
	Gap         float64 `unit:"ratio" range:"0.5 3" source:"assumed" means:"real income of townspeople over villagers' that draws nobody and holds nobody"`
	Flight      float64 `unit:"share" range:"0 1" source:"assumed" means:"readiness of hungry villagers to leave for better towns, over hungry townspeople's to leave"`
	Married     float64 `unit:"ratio" range:"0 1" source:"assumed" means:"moves of married men over those of singles"`
	Earns       float64 `unit:"ratio" range:"0 1" source:"assumed: more than any benefit, less than a wage" means:"income of a grown-up in the house over the mean wage from which it counts as earning"`
	Hungry      float64 `unit:"hunger" range:"0 1" source:"judged: urban share up to 1970, see decision 25" means:"hunger below which nobody flees a town"`
	Settle      float64 `unit:"share" range:"0 1" source:"assumed" means:"of a change of effort, what shows in a month, as a third of people choose anew"`
	Dismiss     float64 `unit:"per month" range:"0 1" source:"assumed" means:"surplus staff dismissed where dismissal is allowed"`
	DismissMost float64 `unit:"per month" range:"0 1" source:"assumed" means:"staff dismissed at most"`
	Hire        float64 `unit:"ratio" range:"1 3" source:"trial economies" means:"staff wanted over staff in hand at most when more is asked for than it can make"`
	Unlike      float64 `unit:"log points" range:"0 1" source:"Syverson 2011: the ninth decile of a branch makes 1.9 times what the first does of the same inputs" means:"spread of labour costs (standard deviation) among the real enterprises of a branch, of which those that one stands for have what is not between the simulated ones"`
	Skeleton    float64 `unit:"share of posts" range:"0 1" source:"assumed" means:"staff that managers keep at least"`
	Yard        float64 `unit:"months of sales" range:"0 6" source:"Metzler 1941; assumed" means:"own output in the yard that makers without a target like to keep"`
	Clear       float64 `unit:"share" range:"0 1" source:"Metzler 1941; assumed" means:"of what lies there beyond that, what they make less in a quarter"`
	Reachable   float64 `unit:"months of output" range:"3 9" source:"trial economies" means:"largest reference output of a quarter, in normal output, that anybody takes seriously; what is asked beyond it moves hiring only"`
}

// Buyer is how households spend. Wanted spending of a month is
//
//	Spend·income + Dishoard·max(0, cash − Reserve·income)
//
// and is meant for food first, then for goods by fixed shares.
type Buyer struct {
	Spend    float64 `unit:"share of income" range:"0.5 1" source:"family budgets 1925-28" means:"income meant to be spent in the month"`
	Dishoard float64 `unit:"per month" range:"0 0.5" source:"assumed" means:"cash over the reserve meant to be spent"`
	Reserve  float64 `unit:"months of income" range:"0 12" source:"calibrated: deposits and currency in 1940-70" means:"cash people like to hold"`
	Produce  float64 `unit:"share" range:"0 1" source:"family budgets 1925-28" means:"of spending after grain, meant for animal products and vegetables in town"`
	Plate    float64 `unit:"points a year per million people" range:"0.01 2" source:"judged: what that share buys a head in towns of 1928" means:"produce bought a head at which it goes to produce"`
	Full     float64 `unit:"points a year per million people" range:"0.01 10" source:"judged: norms of rational diets have 1.7 to 2 times the meat, milk and vegetables of towns in 1928 (Institute of Nutrition, recalled), fruit and better cuts beside them" means:"produce beyond which its share falls to less than half; that and the above a head is all that money buys"`
	Goods    float64 `unit:"share" range:"0 1" source:"paid services, the rest of spending, were 10 to 12 % of money outlays in 1960-85 (recalled: Narodnoe khozyaistvo)" means:"of spending after grain, meant for consumer goods in town"`
	Farmer   float64 `unit:"share" range:"0 1" source:"judged: two thirds of the part for services in town" means:"of spending after grain, meant for consumer goods in the village"`
	Replace  float64 `unit:"share" range:"0 1" source:"Kornai 1980 on forced substitution; trial economies" means:"money of a failed purchase tried on another good"`
	Wait     float64 `unit:"hours" range:"0 5" source:"calibrated: time budgets, 1.5 hours a day" means:"queueing for a purchase per unit of failure, a day"`
	Idle     float64 `unit:"share" range:"0 1" source:"judged: money kept may buy later" means:"of a ruble whose purchase fails, what it is worth less to who thinks of dearer markets"`
	Dip      float64 `unit:"share" range:"0 1" source:"assumed" means:"of the month's budget, what hungry people take from savings for food"`
	Instead  float64 `unit:"ratio" range:"0 3" source:"assumed" means:"more grain wanted in town when no produce can be bought"`
	Bread    float64 `unit:"share" range:"0 1.5" source:"assumed" means:"of normal grain, what a village house without grain tries to buy"`
	Memory   float64 `unit:"months" range:"1 24" source:"assumed" means:"months over which a house remembers failed purchases"`
	Trend    float64 `unit:"months" range:"1 24" source:"assumed" means:"months over which a shop notices what customers mean to buy"`
	Quiet    float64 `unit:"share" range:"0 1" source:"assumed" means:"of remembered failure, what is left after a month without custom"`
}

// Peasant is how farming households divide their harvest and their time.
type Peasant struct {
	Front      float64 `unit:"share" range:"0 1" source:"assumed" means:"how much more is eaten early in the season when grain is short"`
	Plenty     float64 `unit:"t a year" range:"0 0.3" source:"TsSU food balance 1926/27" means:"more grain eaten per head when the barn is full"`
	FeedCare   float64 `unit:"share" range:"0 1" source:"TsSU feed balance 1927/28" means:"of the feed norm given when grain sells well"`
	Fatten     float64 `unit:"share" range:"0 2" source:"TsSU feed balance 1927/28" means:"more feed given when the barn is full"`
	Sow        float64 `unit:"per year" range:"0 1" source:"calibrated: sown area 1918-28" means:"speed at which sowing follows what land, animals and prospects allow"`
	Share      float64 `unit:"per year" range:"0 1" source:"commune repartition; assumed" means:"speed at which the village evens out land by mouths"`
	Eaten      float64 `unit:"points a year per million" range:"0 0.4" source:"TsSU food balance 1926/27" means:"produce a village household keeps for itself per head"`
	Plot       float64 `unit:"share" range:"0 1" source:"Wadekin 1973 on plots; assumed" means:"more grown on the plot when work for the collective pays nothing"`
	Spade      float64 `unit:"per unit of hunger" range:"0 30" source:"assumed; gardens of 1942-44 were two to three times those of 1940 (Moskoff 1990, recalled)" means:"garden that hungry people dig beyond the usual, over it"`
	GardenMost float64 `unit:"ratio" range:"1 5" source:"assumed; Moskoff 1990, recalled" means:"most garden that people dig over the usual"`
	Seedlings  float64 `unit:"ratio" range:"1 3" source:"assumed: seed potatoes are a third of a crop and hungry people eat them" means:"garden of a year over that of the year before, at most"`
	Breed      float64 `unit:"ratio" range:"0.8 1.6" source:"livestock counts 1916-28" means:"herd that peasants want over that of 1928, per land"`
	Weary      float64 `unit:"share per unit of hunger" range:"0 2" source:"assumed" means:"own work in field and garden lost to hunger"`
	Faint      float64 `unit:"share per unit of hunger" range:"0 2" source:"assumed" means:"effort on the common field lost to hunger"`
	Begin      float64 `unit:"share" range:"0 1" source:"assumed" means:"of the area wanted, what a house sows that sowed nothing before"`
	UsualPay   float64 `unit:"t a year" range:"0.05 1.5" source:"assumed" means:"grain per member at which work for the collective is worth what work for oneself was"`
	Full       float64 `unit:"ratio" range:"1 3" source:"assumed" means:"grain in the barn over the need until harvest from which more is eaten"`
	EatSeed    float64 `unit:"share" range:"0 1" source:"judged: seed was eaten on the Volga in the winter of 1921-22 before meals had fallen to half (recalled)" means:"of the usual meal, what is eaten even from seed"`
	Kill       float64 `unit:"per month" range:"0 1" source:"assumed" means:"of the animals of a kind, most that a hungry house kills for food"`
	Bear       float64 `unit:"share" range:"0 0.9" source:"assumed: who lives by animals goes hungry before he kills them" means:"of the food below which people begin to die, what may be missing before animals are killed for food"`
	FattenMost float64 `unit:"share" range:"0 1" source:"assumed" means:"of grain beyond food, seed and feed, most that is fed to fatten"`
	Keep       float64 `unit:"share" range:"0 1" source:"trial economies" means:"of feed needed until spring, what is held back from sale"`
	Haste      float64 `unit:"ratio" range:"0.5 4" source:"assumed" means:"sales of a month over even sales of the surplus until spring"`
	Larder     float64 `unit:"months" range:"0 12" source:"assumed" means:"own use of produce kept before the rest is sold"`
	Cart       float64 `unit:"share" range:"0.2 1" source:"assumed" means:"of the market price, what the seller is left with"`
	Lean       float64 `unit:"share per unit of price ratio" range:"0 5" source:"assumed" means:"how far a better state price draws sales to the state"`
	Even       float64 `unit:"ratio" range:"0 2" source:"assumed" means:"state price over what the market leaves at which sales are shared as usual"`
	Glut       float64 `unit:"ratio" range:"0 12" source:"assumed" means:"cover of the market at which nothing more is brought; from half of it less is"`
	PlotRoom   float64 `unit:"ratio" range:"0 5" source:"assumed" means:"herd that the plot of a member has room for, per unit of the plot allowed"`
	Heed       float64 `unit:"risk a year" range:"0 1" source:"assumed" means:"rumour of taking below which no animals are killed"`
	Panic      float64 `unit:"months" range:"1 24" source:"assumed" means:"months over which killing before a taking is spread"`
}

// Default are the values in force when nothing is changed.
func Default() Primitives {
	return Primitives{
		Adoption:  mechanism.Adoption{Hear: 0.1, Quick: 0.125},
		Effort:    mechanism.Effort{Base: 0.6, Piece: 0.3, Fear: 0.3, Voice: 0.25, Curvature: 2},
		Quit:      mechanism.Quit{Base: 0.35, Response: 3, Young: 2},
		Migration: mechanism.Migration{Base: -0.001, Gain: 0.011, Vacancy: 0.55, Saturation: 0.77, Famine: 0.94, Return: 0.5, Youth: 1.65},
		Family: Family{Marry: 0.35, Separate: 0.7, Women: 0.44, Learned: 0.10, Men: 0.97, Entry: 3, Discouraged: 0.3, Retire: [2]float64{60, 55}, Early: 0.2, Sooner: 5, Leave: 0.35, Many: 4, Rush: 0.2,
			Brides: [2]float64{17, 38}, Grooms: [2]float64{19, 45}, Search: 1.6, Unequal: 5, Enter: 7.7, Rural: 0.85, Plea: 0.15, Fed: 0.05, Relatives: 6, Crowd: 8, Poor: 0.3},
		Work: Work{Reach: 0.35, Local: 0.03, Pull: 2, Night: 0.4, Near: 5, Ample: 0.02, Anyway: 0.1, Idle: 5, Hands: 0.15, Taught: 2.6, Settled: 55, Gap: 1.3, Flight: 0.5, Married: 0.8,
			Earns: 0.5, Hungry: 0.26, Settle: 0.5, Dismiss: 0.4, DismissMost: 0.2, Hire: 1.4, Unlike: 0.25, Skeleton: 0.25, Yard: 0.5, Clear: 0.7, Reachable: 3.6},
		Buyer: Buyer{Spend: 0.95, Dishoard: 0.06, Reserve: 2, Produce: 0.30, Plate: 0.2, Full: 0.25, Goods: 0.58, Farmer: 0.92, Replace: 0.3, Wait: 4, Idle: 0.7,
			Dip: 0.5, Instead: 0.5, Bread: 0.85, Memory: 6, Trend: 3, Quiet: 0.7},
		Peasant: Peasant{Front: 0.3, Plenty: 0.06, FeedCare: 1, Fatten: 0.6, Sow: 0.7, Share: 0.15, Eaten: 0.20, Plot: 0.4, Spade: 12, GardenMost: 3, Seedlings: 1.32, Breed: 1.12,
			Weary: 0.5, Faint: 0.4, Begin: 0.7, UsualPay: 0.30, Full: 1.4, EatSeed: 0.8, Kill: 0.12, Bear: 0.2, FattenMost: 0.5, Keep: 0.6, Haste: 1.6, Larder: 2,
			Cart: 0.8, Lean: 0.8, Even: 0.8, Glut: 4, PlotRoom: 2, Heed: 0.02, Panic: 6},
		Bureaucracy: mechanism.Bureaucracy{Work: 0.02, Allotted: 0.25, Failed: 1.5, Memory: 4, Speed: 1},
		Childcare:   mechanism.Childcare{Home: 0.6},
		Neighbours:  mechanism.Neighbours{Give: 0.2, Meal: 0.8},
		Hire:        mechanism.Hire{Part: 0.1},
		OwnAccount:  mechanism.OwnAccount{Yield: 1.2, Most: 0.33, Elasticity: 2, Move: 0.1, Low: 0.2},
		Admission:   mechanism.Admission{Capital: 0.4, Favour: 0.5, Full: 15},
		Subsistence: mechanism.Subsistence{Prospect: 1.5},
		Scissors:    mechanism.Scissors{Share: 0.86, Elasticity: 2.5, Response: 1},
		Slaughter:   mechanism.Slaughter{Loss: 0.85, Value: 0.6, Spread: 0.38, Meat: [4]float64{.5, .65, 1, 1}},
	}
}
