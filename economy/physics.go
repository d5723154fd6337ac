package economy

import (
	"math"

	"gosplan/unit"
)

// Physics are the constants of land, animals, bodies and plant. They are the
// same whatever institutions are in force.
type Physics struct {
	Farming Farming `keep:"land cannot be absent"`
	Herds   Herds   `keep:"animals cannot be absent"`
	Food    Food    `keep:"people have to eat"`
	Bodies  Bodies  `keep:"people have bodies"`
	Plant   Plant   `keep:"plant cannot be absent"`
	Works   Works   `keep:"work cannot be absent"`
	Oil     Oil     `keep:"fuel has oil in it"`
}

// Farming is how land, labour and draught power make grain:
//
//	Q = y·S·l^b·d^c·F·ω·(1−Loss)·t^Late
//	t = (1 + (Hands/(l + Combines·d))^Edge + (Teams/(d + Cows·l))^Edge)^(−1/Edge)
//
// with S the sown area, l and d labour at its effort and draught power per
// sown hectare relative to 1928, F the effect of machines and fertiliser, ω
// the weather, and t the part of the work that is done in its days. A field
// waits for whichever is short, hands or teams: t is the least of 1, l/Hands
// and d/Teams with the corners rounded. Where horses are short, hands yoke cows
// and dig, and where hands are, strong teams and machines save some. Ploughland on which t would fall below
// 1/Stretch is not sown.
type Farming struct {
	Yield        float64          `unit:"t/ha" range:"0.5 1.2" source:"TsSU 1925-28 yields" means:"grain yield of a normal year before losses, 1928 techniques"`
	LabourShare  float64          `unit:"elasticity" range:"0.05 0.4" source:"calibrated: grain 1917-70" means:"elasticity of the harvest in labour"`
	DraughtShare float64          `unit:"elasticity" range:"0.05 0.4" source:"set by hand with hunger in sight (decision 44) and calibrated: grain 1917-70" means:"elasticity of the harvest in draught power"`
	Seed         float64          `unit:"t/ha" range:"0.08 0.2" source:"TsSU seed norms" means:"seed needed per hectare"`
	Loss         float64          `unit:"share" range:"0 0.2" source:"Wheatcroft and Davies 1994" means:"harvest lost when brought in in time"`
	Hands        float64          `unit:"ratio" range:"0.2 1" source:"assumed: the village of 1928 had hands to spare (Strumilin 1924 on time budgets, recalled)" means:"labour per hectare, relative to 1928, that does the work in its days"`
	Teams        float64          `unit:"ratio" range:"0.1 1" source:"set by hand with hunger in sight (decision 44) and calibrated: grain 1930-50; the sown area of 1933 was that of 1930 with half of the draught power of 1928 (Davies and Wheatcroft 2004, recalled)" means:"draught power per hectare, relative to 1928, that does the work in its days"`
	Cows         float64          `unit:"ratio" range:"0 0.5" source:"assumed; cows and spades did a tenth of the spring work of 1943-44 (recalled)" means:"draught power that labour as of 1928 replaces with cows and spades"`
	Combines     float64          `unit:"ratio" range:"0 0.5" source:"assumed" means:"labour that draught power as of 1928 saves, by machines above all"`
	Edge         float64          `unit:"exponent" range:"1 12" source:"assumed: districts and weeks in which one is short and not the other" means:"how sharply work waits for what is short"`
	Late         float64          `unit:"elasticity" range:"0 3" source:"set by hand with hunger in sight (decision 44) and calibrated: grain 1941-47; yields of 4.4 c/ha in 1942 after 8.6 in 1940 (Harrison 1996, recalled)" means:"elasticity of the harvest in the part of the work that is done in its days"`
	Stretch      float64          `unit:"ratio" range:"1 2" source:"assumed: sown area 1940-45, recalled" means:"area that is sown late at most over what can be sown in time"`
	TractorMax   float64          `unit:"million horses" range:"10 80" source:"judged, with the two below, after the power of tractors in million hp at the hook: 3.2 in 1933, 10.3 in 1940, 14 in 1950, 22 in 1955, 30 in 1960, 65 in 1970 (TsSU, recalled), at farm capital as the runs have it" means:"draught power that machines can reach"`
	TractorSteep float64          `unit:"exponent" range:"1 3" source:"judged after the power of tractors 1933-70, see above" means:"how late in the growth of farm capital machines give their power"`
	TractorHalf  float64          `unit:"points" range:"20 300" source:"judged after the power of tractors 1933-70, see above" means:"farm capital at which half of it is reached"`
	Fertiliser   float64          `unit:"ratio" range:"0 3" source:"set by hand with hunger in sight (decision 44) and calibrated: grain 1950-70" means:"largest gain in yield from machines and fertiliser"`
	FertHalf     float64          `unit:"points" range:"10 300" source:"set by hand with hunger in sight (decision 44) and calibrated: grain 1950-70" means:"farm capital at which half of it is reached"`
	FertSteep    float64          `unit:"exponent" range:"1 4" source:"assumed: yields did not rise with the first tractors (TsSU, 1913-53), and did with chemicals" means:"how late in the growth of farm capital the gain comes"`
	Novice       float64          `unit:"share" range:"0.5 1" source:"calibrated: grain 1930-40, no study" means:"harvest of people new to working a large farm together, over that of people used to it; only collective farms are so large, so it lowers their first harvests and no others"`
	Learn        float64          `unit:"per year" range:"0 1" source:"calibrated: grain 1930-40; yields 1928-40 over weather" means:"share of the missing skill at it learned in a year"`
	Wear         float64          `unit:"per year" range:"0.02 0.2" source:"assumed" means:"farm capital worn out"`
	Reach        float64          `unit:"ratio" range:"0.9 1.5" source:"set by hand with hunger in sight (decision 44) and calibrated: sown area 1928-40" means:"land that can be ploughed over the land sown in 1928"`
	Fallow       [Regions]float64 `unit:"ratio" range:"0.5 2" source:"judged: grain area of Ukraine 19.7 Mha in 1928, 21 in 1930-31 and 18 in 1932, that of the east a quarter larger in 1930-33 than in 1928 (Davies and Wheatcroft 2004, recalled)" means:"that land by region, over the mean"`
	Garden       float64          `unit:"points per million rural people" range:"0.05 0.3" source:"TsSU other crops 1928: 16.6 points" means:"potatoes, vegetables and fibres grown per rural person and year"`
	Gardens      [Regions]float64 `unit:"ratio" range:"0 3" source:"assumed" means:"gardens per head by region, over the mean"`
	Allotment    float64          `unit:"ratio" range:"0 1" source:"workers' gardens of 1944 gave some 160 kg of potatoes and vegetables a townsman (Moskoff 1990, recalled)" means:"garden that townspeople find land for over villagers'"`
	Field        float64          `unit:"share" range:"0 1" source:"assumed" means:"of machine draught power, what works on grain"`
	Front        float64          `unit:"share" range:"0 1" source:"assumed" means:"harvest lost on land that a front cuts off"`
	Patches      float64          `unit:"log" range:"0 0.5" source:"assumed; yields of neighbouring districts in one year" means:"standard deviation of the districts' yields in a region with one weather"`
}

// Herds is how animals live, by kind in the order horses, cattle, pigs, sheep.
type Herds struct {
	Growth    [Kinds]float64 `unit:"per year" range:"0 0.6" source:"calibrated: recovery 1922-28" means:"natural growth at full feed and room"`
	Feed      [Kinds]float64 `unit:"t a year per head" range:"0 1" source:"TsSU feed balance 1927/28" means:"grain fed per animal"`
	Scraps    float64        `unit:"t a year" range:"0 0.1" source:"judged: collective farmers had half of all cattle and pigs in 1938 and were paid little grain (TsSU, recalled)" means:"grain that waste of kitchen and garden saves in feeding animals, per head of the house"`
	Follow    [Kinds]float64 `unit:"elasticity" range:"0 4" source:"calibrated: pigs 1917-50" means:"how far the herd that people keep follows its feed"`
	Produce   [Kinds]float64 `unit:"points per million head" range:"0 0.5" source:"Bergson 1961, farm product 1928" means:"meat, milk, wool per year"`
	Carcass   [Kinds]float64 `unit:"points per million head" range:"0 0.5" source:"assumed: one year's product" means:"produce from a slaughtered animal"`
	Starve    float64        `unit:"per year" range:"0 0.5" source:"calibrated: herds 1917-40" means:"deaths when no grain is fed at all, over the threshold"`
	Neglect   float64        `unit:"per year" range:"0 0.5" source:"calibrated: herds 1929-34" means:"deaths per unit of care withheld"`
	Horse     float64        `unit:"million horses" range:"1 20" source:"set by hand with hunger in sight (decision 44) and calibrated: horses 1930-70" means:"machine power at which half of the horses are given up"`
	Gain      float64        `unit:"elasticity" range:"0 1.5" source:"calibrated: farm product 1950-70" means:"growth of produce per animal with machines and chemicals"`
	Fed       float64        `unit:"elasticity" range:"0 2" source:"assumed" means:"elasticity of an animal's produce in its feed"`
	Usual     float64        `unit:"ratio" range:"1 3" source:"TsSU feed balance 1927/28, fattening among it" means:"grain fed over need that an animal's produce is counted at"`
	Rich      float64        `unit:"share" range:"0 0.6" source:"judged: produce per animal grew by a quarter from 1961 to 1970, when grain fed grew from 24 to 82 Mt (USDA and FAO, after Our World in Data)" means:"gain in an animal's produce per log of the grain fed beyond that"`
	Memory    float64        `unit:"months" range:"1 24" source:"assumed" means:"months over which animals feel what they are fed"`
	Room      float64        `unit:"share" range:"0.01 1" source:"assumed" means:"room left at which a herd grows at its natural rate"`
	Shrink    float64        `unit:"ratio" range:"0 2" source:"assumed" means:"largest decline of a herd without room over its natural growth"`
	Lean      float64        `unit:"share" range:"0 1" source:"assumed" means:"feed over need up to which a herd does not grow"`
	Span      float64        `unit:"share" range:"0.05 1" source:"assumed" means:"feed over Lean at which it grows fully"`
	Threshold float64        `unit:"share" range:"0 1" source:"assumed" means:"feed over need below which animals die"`
	Remnant   float64        `unit:"share" range:"0 1" source:"assumed" means:"herd that survives any year"`
}

// Food is what bodies need.
type Food struct {
	Normal  float64 `unit:"t a year" range:"0.2 0.35" source:"TsSU food balance 1926/27" means:"grain eaten per head when there is enough, village"`
	Town    float64 `unit:"t a year" range:"0.1 0.35" source:"TsSU food balance 1926/27" means:"grain eaten per head when there is enough, town"`
	Fodder  float64 `unit:"t a year" range:"0 0.2" source:"assumed: one to two million horses of carters, mines and the army, and town cows" means:"grain fed to animals of towns and transport per townsman"`
	Produce float64 `unit:"t of grain per point per million" range:"0.5 2" source:"calories: what was eaten beside grain in 1928, 0.2 points a head, gave some 800 of 2,900 kcal a day, as 0.12 t of grain does (food balances after Wheatcroft, recalled)" means:"grain that a point of produce replaces, Mt"`
	Minimum float64 `unit:"t a year" range:"0.1 0.5" source:"calibrated: deaths 1931-34 in total" means:"food in grain, per grown person, below which a body lives on its own stores"`
	Deadly  float64 `unit:"per year" range:"0.5 40" source:"calibrated: deaths 1931-34 in total" means:"death rate at a hunger of one, which is months without any food"`
	Steep   float64 `unit:"exponent" range:"1 6" source:"judged from rations and deaths, all recalled: half rations for 24 weeks killed none of 36 (Keys et al. 1950), the Dutch winter of 1944-45 under one in a hundred (Stein et al. 1975), Leningrad 1941-42 about one in three (Salisbury 1969)" means:"how steeply deaths rise with hunger: bodies live on their own stores first"`
	Memory  float64 `unit:"months" range:"1 12" source:"judged: who had starved for half a year took as long to recover (Keys et al. 1950, recalled), and hunger of two winters killed more than twice that of one" means:"months over which a body feels hunger"`
	Barren  float64 `unit:"hunger" range:"0.2 0.8" source:"judged: in the Dutch winter of 1944-45 conceptions fell only once rations went below 1500 kcal, then to a half (Stein et al. 1975, recalled); set on registered births of 1922-24, 33, 39 and 43 per 1000 (Mitchell 2013), and those of 1933-34" means:"hunger at which nobody conceives"`
	Rot     float64 `unit:"per month" range:"0 0.1" source:"assumed: pests, damp" means:"grain lost of what is stored beyond a year"`
	Perish  float64 `unit:"ratio" range:"0 20" source:"assumed" means:"rot of produce over that of grain"`
	Fresh   float64 `unit:"ratio" range:"0 12" source:"assumed" means:"produce stored over what is usually kept, beyond which it rots"`
	Adult   float64 `unit:"ratio" range:"1 1.3" source:"assumed" means:"food of a grown person over that of the mean head"`
	Frail   float64 `unit:"ratio" range:"1 4" source:"assumed" means:"deaths from hunger of children under 5 and people over 60 over those of others"`
}

// Felt is how hunger changes in a month in which eaters, million, have so much
// grain, Mt, and produce, points.
func (f *Food) Felt(hunger, eaters, grain, produce float64) float64 {
	eaten := 12 * (grain + f.Produce*produce) / eaters
	short := 0.0
	if eaten < f.Minimum {
		short = unit.Clip((f.Minimum-eaten)/f.Minimum, 0, 1)
	}
	return (short - hunger) / f.Memory
}

// Fertile is the part of the usual conceptions that hunger leaves,
//
//	max(0, 1 − (hunger/Barren)²)
//
// since a body lives on its stores first and gives births up late and then fast.
// The square is assumed.
func (f *Food) Fertile(hunger float64) float64 {
	part := hunger / f.Barren
	return max(0, 1-part*part)
}

// Bodies is birth and death. The hazard of death at age a is
//
//	0.30·H·sex·e^(−0.85a) + 0.005·H + 10⁻⁴·G·sex·e^(0.085a)
//
// (Siler 1979), with H infant and epidemic mortality and G adult mortality; sex is Boys or Men, and one over it for girls and women.
type Bodies struct {
	Infant    float64          `unit:"per year" range:"0.1 0.6" source:"Siler 1979; life table 1926/27" means:"infant hazard at H = 1"`
	InfantAge float64          `unit:"per year of age" range:"0.3 1.5" source:"Siler 1979" means:"fall of the infant hazard with age"`
	Constant  float64          `unit:"per year" range:"0 0.02" source:"Siler 1979" means:"hazard of all ages at H = 1"`
	Adult     float64          `unit:"per year" range:"0.00001 0.001" source:"Gompertz; life table 1926/27" means:"adult hazard at age 0 and G = 1"`
	Ageing    float64          `unit:"per year of age" range:"0.05 0.12" source:"Gompertz; life table 1926/27" means:"growth of the adult hazard with age"`
	Men       float64          `unit:"ratio" range:"1 1.6" source:"life table 1926/27" means:"men's adult hazard over women's, square"`
	Boys      float64          `unit:"ratio" range:"1 1.3" source:"life table 1926/27, recalled: 201 of 1000 boys and 172 girls died in their first year" means:"boys' hazard as infants over girls', square"`
	Fertility float64          `unit:"children per woman" range:"2 10" source:"Andreev, Darskii and Kharkova 1993: 44 births per 1000 in 1926" means:"children a woman married from 20 to 45 would have in a village without schooling, over the floor"`
	Floor     float64          `unit:"children per woman" range:"0.5 3" source:"Andreev, Darskii and Kharkova 1998" means:"children wanted in the most modern households"`
	Modern    float64          `unit:"per unit of modernity" range:"0 8" source:"calibrated: births 1927-70" means:"fall of fertility with town life and schooling"`
	Custom    [Regions]float64 `unit:"ratio" range:"0 2" source:"judged: births in Central Asia and Transcaucasia hardly fell before 1960, those of the Slavic republics from 1900 on (Coale, Anderson and Härm 1979); 5 to 6 children a woman in Central Asia in 1970 and 2 in Russia (recalled)" means:"how far town life and schooling lower births in a region, over most of the country"`
	Town      float64          `unit:"modernity" range:"0 1.5" source:"calibrated: births 1927-70" means:"modernity of living in town"`
	Schooling float64          `unit:"modernity per year" range:"0 0.1" source:"calibrated: births 1927-70" means:"modernity of a year of schooling"`
	Basic     float64          `unit:"years" range:"0 6" source:"assumed" means:"schooling that changes nothing in the number of children"`
	Single    float64          `unit:"ratio" range:"0 1" source:"judged: a fifth of all births in the late 1940s were outside registered marriage (recalled), when there were two women to a man of the ages that had fought" means:"births of single women over those of married women"`
	Apart     float64          `unit:"ratio" range:"0 1" source:"judged: 31 to 33 births per 1000 in 1920-22 after 43 in 1913 (Mitchell 2013), and some 16 to 17 million in 1941-45 (Andreev, Darskii and Kharkova 1993, recalled), beside husbands away" means:"births put off where a front runs, over the part of the land it cuts off"`
	Fertile   [7]float64       `unit:"ratio" range:"0 2" source:"assumed" means:"births of married women by age, 15 to 49 by five years, over a woman's mean"`
	Girls     float64          `unit:"share" range:"0.45 0.52" source:"human sex ratio at birth, 105 boys to 100 girls" means:"girls among children born"`
	Soldiers  float64          `unit:"share" range:"0 1" source:"assumed" means:"of war deaths, those that fall on men of age to serve only"`
}

// Plant is how workplaces are made and wear. A project of k points per
// workplace on technique z gives each workplace z·B·k^α output a year;
// afterwards labour and plant cannot be substituted.
type Plant struct {
	Alpha    float64        `unit:"elasticity" range:"0.2 0.5" source:"calibrated: growth 1928-70; Hanson and Barbash for the range" means:"ex-ante elasticity of output in capital per workplace"`
	Wear     float64        `unit:"per year of age" range:"0 0.05" source:"calibrated: growth 1950-70" means:"capacity lost per year beyond Young"`
	Young    float64        `unit:"years" range:"0 30" source:"assumed" means:"age up to which plant does not wear"`
	Repair   float64        `unit:"per year" range:"0 1" source:"assumed" means:"speed at which plant in disrepair is mended when parts come"`
	Decay    float64        `unit:"per year" range:"0 1" source:"calibrated: output 1918-24" means:"speed at which plant falls into disrepair when parts, fuel or hands are missing"`
	Shift    float64        `unit:"ratio" range:"0 1" source:"calibrated: growth 1928-40" means:"output of a second shift over that of the first"`
	Fit      float64        `unit:"share" range:"0 1" source:"calibrated: σ̂ and vacancies 1950-70" means:"how far hands can be moved to the best plant inside an enterprise"`
	Machines float64        `unit:"share" range:"0.2 0.8" source:"Bergson 1961, composition of investment" means:"weight of machinery in a unit of investment, the rest is building"`
	Yield    float64        `unit:"ratio" range:"1 2" source:"base prices: .42 of machinery at 1.66 and .58 of building at 1.58 are a point of GDP; balance of 1928: 7.2 units gave 10 to 12 points" means:"investment made from a unit of machinery and building at value added"`
	Gain     float64        `unit:"share" range:"0 0.2" source:"assumed; Nelson and Winter 1982 for the range" means:"output gained from an improvement at given labour"`
	Arrivals float64        `unit:"per year and branch" range:"0 1" source:"assumed" means:"improvements that come on offer where technique abroad grows by 0.018 a year; they come as fast as it grows"`
	Downtime float64        `unit:"share of a quarter's output" range:"0 0.6" source:"Berliner 1976" means:"output lost while plant is changed over"`
	Growth   float64        `unit:"per year" range:"0 0.03" source:"calibrated: growth 1928-70" means:"growth of the technique of new plant from own design"`
	Imitate  float64        `unit:"per year" range:"0 0.03" source:"calibrated: growth 1928-70; the form is that of Benhabib and Spiegel 2005" means:"growth of the technique of new plant by imitation, by how far it is behind, over the world's"`
	Progress [Goods]float64 `unit:"ratio" range:"0 3" source:"Kendrick 1961 and Baumol 1967: productivity of branches 1899-1957, services and building behind" means:"speed of technique in a branch over that of industry"`
	Frontier float64        `unit:"per year" range:"0 0.04" source:"Bergeaud, Cette and Lecat 2016: productivity of leading countries" means:"growth of the world's technique where a scenario says nothing of it"`
	Spread   float64        `unit:"log" range:"0 2" source:"assumed" means:"standard deviation of Downtime over enterprises"`
	Retool   float64        `unit:"share" range:"0.05 1" source:"assumed" means:"capacity out of use while plant is changed over"`
	Crowd    float64        `unit:"staff per workplace" range:"1 3" source:"assumed" means:"staff that plant can employ in further shifts at most"`
	Menders  float64        `unit:"staff per workplace" range:"0.1 1.5" source:"assumed: repair crews were a tenth to a seventh of industrial staff (recalled), and watchmen and stokers beside them" means:"of the hands at a workplace as of 1928, those without whom it is not kept in full repair, menders among them; whom Mending adds come on top"`
	Mending  float64        `unit:"share" range:"0 0.2" source:"judged: a tenth of the hands in industry mended plant about 1970 (recalled)" means:"of the hands at a workplace as of 1928, those who do nothing but mend; they are more by the capital and the age of a workplace"`
	Trouble  float64        `unit:"share" range:"0 0.3" source:"assumed" means:"standard deviation of capacity from month to month"`
}

// Works is what people can do at work.
type Works struct {
	Newcomer float64 `unit:"share" range:"0.4 1" source:"calibrated: growth 1928-40" means:"skill of somebody new to the work"`
	Learning float64 `unit:"per year" range:"0 1" source:"Arrow 1962; calibrated 1928-50" means:"share of the missing skill learned in a year"`
	School   float64 `unit:"per year of schooling" range:"0 0.1" source:"Lee and Lee 2016 for schooling; calibrated" means:"gain in full skill from a year of schooling"`
	Weary    float64 `unit:"share per unit of hunger" range:"0 2" source:"calibrated: output 1918-24" means:"effort lost to hunger"`
	Roads    float64 `unit:"share" range:"0 0.5" source:"assumed: transport under any rule" means:"deliveries that roads and weather delay"`
	Local    float64 `unit:"share" range:"0 1" source:"assumed" means:"of what a front cuts off in industry, what it cuts off in building, consumer goods and services"`
	Basic    float64 `unit:"years" range:"0 6" source:"assumed" means:"schooling of a worker whose full skill is 1"`
	Chance   float64 `unit:"points of skill" range:"0 10" source:"assumed" means:"width of the luck in a quarter's learning"`
	Carry    float64 `unit:"share" range:"0 1" source:"assumed" means:"skill kept by who changes posts"`
	Memory   float64 `unit:"months" range:"1 24" source:"assumed" means:"months over which an enterprise remembers how its needs were met"`
}

// Oil is the oil inside the fuel good.
type Oil struct {
	Tonnes  float64 `unit:"Mt per point" range:"5 100" source:"fuel balance of 1950-70: 311 to 1222 Mt of conventional fuel, of which a tonne of oil is 1.43 (TsSU, recalled), over the model's output of fuel" means:"oil that makes up a point of fuel"`
	Export  float64 `unit:"share" range:"0 0.5" source:"Gustafson 1989" means:"oil that is sold abroad"`
	Dollars float64 `unit:"billion 1980 dollars per point" range:"0.5 5" source:"Soviet GNP of some 1500 billion dollars in 1980 (CIA, Handbook of Economic Statistics 1981, recalled), over GDP of 9.5 times that of 1928" means:"a point of 1928 GDP"`
}

// DefaultPhysics are the values in force when nothing is changed.
func DefaultPhysics() Physics {
	return Physics{
		Farming: Farming{Yield: 0.843, LabourShare: 0.15, DraughtShare: 0.25, Seed: 0.135, Loss: 0.08, Hands: 0.36, Teams: 0.46, Cows: 0.12, Combines: 0.15, Edge: 6, Late: 1.8, Stretch: 1.1,
			TractorMax: 80, TractorHalf: 83, TractorSteep: 1.25, Fertiliser: 1.17, FertHalf: 52, FertSteep: 2.5, Wear: 0.09, Reach: 1.09, Garden: 0.14,
			Fallow:  [Regions]float64{1, 1, 1.1, 0.86, 1, 1.12, 1, 1},
			Gardens: [Regions]float64{1, 0.9, 0.9, 1, 1.1, 0.9, 0.2, 1.7}, Allotment: 0.3, Field: 0.75, Front: 0.35, Patches: 0.18, Novice: 0.84, Learn: 0.2},
		Herds: Herds{Growth: [Kinds]float64{.055, .085, .28, .14}, Feed: [Kinds]float64{.32, .10, .20, .01}, Scraps: 0.012, Follow: [Kinds]float64{0, 0, 2, 0},
			Produce: [Kinds]float64{0, .172, .20, .03}, Carcass: [Kinds]float64{.05, .17, .10, .02},
			Starve: 0.20, Neglect: 0.12, Horse: 9, Gain: 0.5,
			Fed: 0.6, Usual: 1.6, Rich: 0.25, Memory: 5, Room: 0.25, Shrink: 0.5, Lean: 0.2, Span: 0.45, Threshold: 0.45, Remnant: 0.2},
		Food: Food{Normal: 0.25, Town: 0.225, Fodder: 0.05, Produce: 0.6, Minimum: 0.26, Deadly: 10, Steep: 5, Memory: 5, Barren: 0.35, Rot: 0.02,
			Perish: 4, Fresh: 1.5, Adult: 1.12, Frail: 1.6},
		Bodies: Bodies{Infant: 0.30, InfantAge: 0.85, Constant: 0.005, Adult: 1e-4, Ageing: 0.085, Men: 1.3, Boys: 1.08, Fertility: 7.5, Floor: 1.6, Modern: 3.6, Town: 0.45, Schooling: 0.06,
			Custom: [Regions]float64{1, 1, 1, 1, 1, 1, 0.5, 0.6}, Basic: 1.5, Single: 0.12, Apart: 0.7, Fertile: [7]float64{0.39, 1.29, 1.35, 1.12, 0.84, 0.39, 0.06}, Girls: 0.488, Soldiers: 0.6},
		Plant: Plant{Alpha: 0.313, Wear: 0.012, Repair: 0.35, Decay: 0.15, Shift: 0.65, Fit: 0.3, Machines: 0.42, Yield: 1.616,
			Gain: 0.03, Arrivals: 0.15, Downtime: 0.25, Growth: 0.0023, Imitate: 0.0025, Frontier: UsualPace,
			Progress: [Goods]float64{Fuel: 1, Materials: 1, Machinery: 1.2, Construction: 0.5, Consumer: 0.9, Arms: 1.2, Services: 0.4},
			Young:    8, Spread: 0.6, Retool: 0.25, Crowd: 1.45, Menders: 0.3, Mending: 0.033, Trouble: 0.03},
		Works: Works{Newcomer: 0.80, Learning: 0.081, School: 0.01, Weary: 0.4, Roads: 0.06, Local: 0.4, Basic: 1.5, Chance: 2, Carry: 0.97, Memory: 6},
		Oil:   Oil{Tonnes: 33.5, Export: 0.27, Dollars: 1.6},
	}
}

// Least is the least labour and draught power per hectare, relative to 1928,
// that is reckoned with: what comes up by itself is still reaped.
const Least = 0.02

// Timely is the part of the work of fields that is done in its days, at some
// labour and draught power per hectare relative to 1928.
func (f *Farming) Timely(labour, draught float64) float64 {
	return math.Pow(1+math.Pow(f.Hands/max(labour+f.Combines*draught, Least), f.Edge)+math.Pow(f.Teams/max(draught+f.Cows*labour, Least), f.Edge), -1/f.Edge)
}

// Sowable is the area that can be sown, over that of ploughland, at some labour
// and draught power per hectare of it, relative to 1928.
func (f *Farming) Sowable(labour, draught float64) float64 {
	return f.Stretch * f.Timely(labour, draught)
}

// Arable is the land of a region that can be ploughed, over that sown in 1928.
func (f *Farming) Arable(region int) float64 { return f.Reach * f.Fallow[region] }

// Tractors is machine draught power in million horses, given farm capital in
// points for the whole country.
func (f *Farming) Tractors(capital float64) float64 {
	k := unit.Pow(max(0, capital)/f.TractorHalf, f.TractorSteep)
	return f.TractorMax * k / (1 + k)
}

// Gains is the yield factor of machines and fertiliser.
func (f *Farming) Gains(capital float64) float64 {
	k := unit.Pow(max(0, capital)/f.FertHalf, f.FertSteep)
	return 1 + f.Fertiliser*k/(1+k)
}

// Yield is an animal's produce at some feed over need, over that at its usual
// feed: less where it goes short, and a little more for each doubling beyond,
//
//	min(1, x)^Fed · (1 + Rich·ln max(1, x))
func (h *Herds) Yield(fed float64) float64 {
	if fed < 1 {
		return unit.Pow(max(0.1, fed), h.Fed)
	}
	return 1 + h.Rich*math.Log(fed)
}

// Feeding is the feed over need of animals that find a part of it for
// themselves and get grain for the rest, over what is needed of that.
func (h *Herds) Feeding(pasture, grain float64) float64 {
	if grain > h.Usual {
		return grain / h.Usual
	}
	return min(1, pasture+(1-pasture)*grain)
}

// Worth is the grain over need at which a little more brings no more than it
// costs: for animals that give so much a year and need so much grain, at prices
// of produce and grain; 0 where nothing beyond the usual pays.
func (h *Herds) Worth(gives, need, produce, grain float64) float64 {
	if x := h.Rich * gives * produce / max(1e-12, need*grain); x > h.Usual {
		return x
	}
	return 0
}

// Carried is the herd of a kind that room is made for at some feed over need,
// over that at full feed.
func (h *Herds) Carried(kind int, fed float64) float64 {
	if h.Follow[kind] <= 0 {
		return 1
	}
	if fed > 1 {
		fed = h.Yield(fed) // what rich feed is worth, and not its weight
	}
	return unit.Pow(max(0.1, fed), h.Follow[kind])
}

// Change is a year's growth of a kind in a herd of so many animals, relative: by
// the room for them and by feed over need, less those that starve.
func (h *Herds) Change(kind int, there, room, fed float64) float64 {
	free := unit.Clip((1-there/max(1e-12, room))/max(1e-9, h.Room), -h.Shrink, 1)
	return h.Growth[kind]*free*unit.Clip((fed-h.Lean)/max(1e-9, h.Span), 0, 1) - h.Starve*max(0, h.Threshold-fed)
}
