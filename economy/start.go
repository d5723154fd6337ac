package economy

import (
	"math"

	"gosplan/draw"
	"gosplan/mechanism"
	"gosplan/unit"
)

// Start describes the country on the first day of a run. Sources: Markevich
// and Harrison 2011 and Andreev, Darskii and Kharkova 1993 for people and
// output of 1917 in the borders of 1926; livestock counts of 1916–17.
type Start struct {
	People        float64        `unit:"million" range:"1 400" source:"Andreev, Darskii and Kharkova 1993" means:"people"`
	Urban         float64        `unit:"share" range:"0.02 0.98" source:"census 1897 and 1926, interpolated" means:"people in towns"`
	Growth        float64        `unit:"per year" range:"-0.01 0.04" source:"Andreev, Darskii and Kharkova 1993" means:"growth of the stable population that gave the ages"`
	Women         float64        `unit:"share" range:"0.4 0.6" source:"census of 1897: 502.7 of 1000 (recalled)" means:"women among people of any age, but for the men missing"`
	MenMissing    float64        `unit:"share" range:"0 0.5" source:"Markevich and Harrison 2011" means:"men of 18 to 44 lost before the start"`
	Staffed       float64        `unit:"ratio to 1928" range:"0.2 40" source:"employees 1917: Markevich and Harrison 2011" means:"workplaces in the branches over the workers of 1928"`
	Deepness      float64        `unit:"ratio to 1928" range:"0.2 10" source:"assumed from Moorsteen and Powell 1966" means:"capital per workplace over that of 1928"`
	Technique     float64        `unit:"ratio to 1928" range:"0.3 5" source:"calibrated: output 1917-28" means:"technique of new plant"`
	Shape         float64        `unit:"share" range:"0.3 1" source:"assumed: three years of war" means:"state of repair of plant"`
	Herd          [Kinds]float64 `unit:"million" range:"0 300" source:"livestock counts 1916-17" means:"horses, cattle, pigs, sheep and goats"`
	Land          float64        `unit:"ratio to 1928" range:"0.2 3" source:"agricultural census 1917" means:"sown area"`
	Barns         float64        `unit:"t per head" range:"0 1" source:"harvest of 1917: 54 Mt, less what was eaten and procured since (judged)" means:"grain in the villages after the first month's procurement, per head of all people"`
	Commuters     float64        `unit:"share" range:"0 0.3" source:"assumed: rural artisans, railwaymen, miners" means:"villagers with a post in a branch"`
	Working       float64        `unit:"share" range:"0.3 0.95" source:"census 1926" means:"townspeople of 16 to 59 who work or look for work, as far as they are ready to"`
	Wage          float64        `unit:"rubles a month" range:"5 500" source:"TsSU: mean wage 1927/28 scaled to prices of 1928" means:"wage"`
	Cash          float64        `unit:"months of income" range:"0 12" source:"assumed" means:"cash of households"`
	Lead          float64        `unit:"ratio" range:"1 5" source:"Bolt and van Zanden 2024: GDP per head of the United States over Russia" means:"technique of the world over that of new plant"`
	Tractors      float64        `unit:"points" range:"0 200" source:"assumed" means:"farm capital"`
	Sizes         float64        `unit:"log" range:"0 2" source:"assumed" means:"standard deviation of the size of enterprises in a branch and region"`
	Lands         float64        `unit:"log" range:"0 2" source:"assumed" means:"standard deviation of land and animals per head over houses"`
	Progress      float64        `unit:"per year" range:"0 0.05" source:"assumed" means:"growth of technique over the vintages in place"`
	Alpha         float64        `unit:"elasticity" range:"0.2 0.5" source:"assumed" means:"output of a workplace in its capital, for the plant in place"`
	Usual         float64        `unit:"share" range:"0.5 1" source:"assumed" means:"output of 1928 over what its plant and staff could make"`
	Projects      float64        `unit:"years of plant's life" range:"0 5" source:"assumed: none at war" means:"plant under way, half of it done on the mean, over a year's replacement of all plant in place"`
	Busy          float64        `unit:"share" range:"0.2 1" source:"assumed" means:"of capacity, output expected in the first months"`
	Couples       float64        `unit:"share" range:"0.1 1" source:"assumed" means:"grown men or women, whichever are fewer, who are married"`
	HeadsTown     float64        `unit:"share" range:"0.1 1" source:"assumed" means:"couples in town that head a household"`
	Heads         float64        `unit:"share" range:"0.1 1" source:"assumed" means:"couples in villages that head a household"`
	School        float64        `unit:"years" range:"0 10" source:"assumed" means:"least schooling of the young in villages"`
	SchoolLuck    float64        `unit:"years" range:"0 10" source:"assumed" means:"width of luck in schooling"`
	SchoolTown    float64        `unit:"years" range:"0 10" source:"assumed" means:"more schooling in towns"`
	SchoolAge     float64        `unit:"years of age per year" range:"10 500" source:"assumed" means:"age that goes with a year less of schooling"`
	Skill         float64        `unit:"share" range:"0.3 1.5" source:"assumed" means:"least skill"`
	SkillLuck     float64        `unit:"share" range:"0 1" source:"assumed" means:"width of luck in skill"`
	Income        float64        `unit:"share" range:"0 1" source:"assumed" means:"money income per head over the wage, town"`
	CashVillage   float64        `unit:"share" range:"0 1" source:"assumed" means:"cash per head in villages over that in towns"`
	IncomeVillage float64        `unit:"share" range:"0 1" source:"assumed" means:"money income per head in villages over that in towns"`
	Larder        float64        `unit:"points per million people" range:"0 1" source:"assumed" means:"produce in a village house"`
	Offices       float64        `unit:"million" range:"0 10" source:"576 thousand state officials of 1917 (Figes 1996)" means:"posts in offices"`
	WomenTown     float64        `unit:"ratio" range:"0 2" source:"assumed" means:"chance of a townswoman to work over the mean; men's mirrors it"`
	WomenVillage  float64        `unit:"ratio" range:"0 2" source:"assumed" means:"chance of a village woman to commute over the mean; men's mirrors it"`
	Grown         float64        `unit:"share" range:"0.3 0.8" source:"assumed" means:"villagers of 16 to 59"`
	Inputs        float64        `unit:"months of need" range:"0 12" source:"assumed" means:"inputs in enterprises"`
	Outputs       float64        `unit:"months of output" range:"0 12" source:"assumed" means:"finished goods in enterprises"`
	Depots        float64        `unit:"months of output" range:"0 12" source:"assumed" means:"goods in depots"`
	Float         float64        `unit:"months of output" range:"0 12" source:"assumed" means:"cash of enterprises"`
	Markup        float64        `unit:"ratio" range:"1 2" source:"assumed" means:"shop prices over base prices"`
	ShopGrain     float64        `unit:"t per head" range:"0 1" source:"assumed" means:"grain in shops"`
	ShopProduce   float64        `unit:"points per million people" range:"0 1" source:"assumed" means:"produce in shops"`
	ShopConsumer  float64        `unit:"points per million people" range:"0 1" source:"assumed" means:"consumer goods in shops"`
	Country       float64        `unit:"ratio" range:"0 1" source:"assumed" means:"stock of village shops per head over that of town shops"`
	Bazaar        float64        `unit:"ratio" range:"0.5 20" source:"assumed" means:"market prices over base prices"`
	Gap           float64        `unit:"ratio" range:"0.5 4" source:"assumed" means:"real income of townspeople over villagers'"`
	Granary       float64        `unit:"Mt" range:"0 50" source:"assumed" means:"grain of the state"`
	Barn          float64        `unit:"points" range:"0 50" source:"assumed" means:"produce of the state"`
	Product       float64        `unit:"points" range:"10 5000" source:"assumed" means:"GDP of the year before"`
	Ranks         float64        `unit:"share" range:"0.05 1" source:"judged: of 15 million mobilised from the ages of 19 to 43 some 8 were left in 1917 (recalled)" means:"of the men of an age, those under arms at the most"`
	Threat        float64        `unit:"index" range:"0 5" source:"assumed" means:"threat from abroad as leaders see it"`
	Expecting     float64        `unit:"share" range:"0 0.5" source:"assumed from about 35 births per 1000 in 1917-18" means:"married women under 40 who expect a child"`
}

// DefaultStart is Russia in the autumn of 1917.
func DefaultStart() Start {
	return Start{People: 143.5, Urban: 0.155, Growth: 0.016, Women: 0.5027, MenMissing: 0.07, Staffed: 1.02, Deepness: 1.05,
		Technique: 0.90, Shape: 0.82, Herd: [Kinds]float64{35, 58.4, 22, 94}, Land: 0.98, Barns: 0.3316,
		Commuters: 0.045, Working: 0.62, Wage: 45, Cash: 2.5, Lead: 2.56, Tractors: 1,
		Sizes: 0.5, Lands: 0.45, Progress: 0.004, Alpha: 0.33, Usual: 0.93, Busy: 0.8,
		Couples: 0.88, HeadsTown: 0.75, Heads: 0.62, School: 1.2, SchoolLuck: 1.4, SchoolTown: 1.5, SchoolAge: 50, Skill: 0.92, SkillLuck: 0.12,
		Income: 0.35, CashVillage: 0.5, IncomeVillage: 0.2, Larder: 0.04, Offices: 0.58, WomenTown: 0.55, WomenVillage: 0.3, Grown: 0.52,
		Inputs: 1.5, Outputs: 0.3, Depots: 0.5, Float: 1.5, Markup: 1.15, ShopGrain: 0.025, ShopProduce: 0.012, ShopConsumer: 0.015, Country: 0.5,
		Bazaar: 1.3, Gap: 1.3, Granary: 1.5, Barn: 1, Product: 75, Ranks: 0.5, Threat: 0.3, Expecting: 0.17}
}

// regional shares of each branch and of townspeople (census of industry 1926/27 and census of 1926).
var (
	branchShare = [Goods][Regions]float64{
		Fuel:         {.15, .01, .05, .40, .25, .10, .01, .03},
		Materials:    {.30, .05, .06, .28, .05, .20, .01, .05},
		Machinery:    {.50, .04, .08, .22, .04, .09, 0, .03},
		Construction: {.33, .07, .10, .20, .07, .16, .01, .06},
		Consumer:     {.50, .06, .09, .14, .06, .09, .01, .05},
		Arms:         {.55, .05, .08, .12, .02, .15, 0, .03},
		Services:     {.32, .08, .11, .20, .07, .14, .01, .07},
	}
	townShare = [Regions]float64{.36, .06, .09, .20, .07, .13, .01, .08}
)

const (
	enterprisesWanted = 300
	villagesWanted    = 64
	villagePeople     = 90   // people of a village, of which there are fewer where it would have less
	chunk             = 2000 // people settled together at the start
	blockPeople       = 8192
	firstSchooling    = 1.5 // years of schooling of grown people that are known before they are first counted (assumed)
	grainSum          = 70  // Mt, what NormalGrain adds up to
)

var (
	askLuck  = draw.Ask("start.luck")
	askAge   = draw.Ask("start.age")
	askSex   = draw.Ask("start.sex")
	askPlace = draw.Ask("start.place")
	askKid   = draw.Ask("start.child")
	askLand  = draw.Ask("start.land")
	askSkill = draw.Ask("start.skill")
	askWork  = draw.Ask("start.work")
	askReady = draw.Ask("person.ready")
	askSize  = draw.Ask("start.size")
)

// Customs are the law and the ways by which a country has come to its first day.
type Customs struct {
	CallUp mechanism.CallUp
	Ready  func(p *Person, small bool, nurseries float64) float64 // of people like one, with small children or without, those who would take a post
}

// Begin builds the State of a country on the first day of month first.
func Begin(w *World, start *Start, first int, customs *Customs) *State {
	s := &State{Month: first}
	settleVillages(w, s, start)
	buildEnterprises(w, s, start)
	populate(w, s, start)
	endow(w, s, start, customs)
	s.Centre.Weight, s.Centre.Seats = float64(w.Weight)/1e6, firstSchooling
	s.Audit.Begin(s)
	return s
}

// settleVillages lays out the villages. At coarse scales there are fewer, since
// houses share, lend, hire and take in relatives within a village: with three to
// a village those who starve have nobody to turn to.
func settleVillages(w *World, s *State, start *Start) {
	var all float64
	for _, people := range RuralPeople {
		all += people
	}
	people := start.People * (1 - start.Urban) * 1e6 / float64(w.Weight)
	wanted := min(villagesWanted, people/villagePeople)
	for r, people := range RuralPeople {
		n := max(2, int(math.Round(wanted*people/all)))
		for range n {
			s.Village = append(s.Village, Village{Region: uint8(r), Effort: 1, Feed: 1, Weather: 1})
		}
	}
}

// populate settles people in households, chunk by chunk. Blocks are dealt their
// chunks in turn, so that all have people of all regions: who moves finds
// neighbours and kin wherever he comes.
func populate(w *World, s *State, start *Start) {
	survival := stableAges(start.Growth)
	var ruralAll float64
	for _, people := range RuralPeople {
		ruralAll += people
	}
	villageOf, first := [Regions]int{}, [Regions]int{}
	for r := Regions - 1; r >= 0; r-- {
		for v := range s.Village {
			if int(s.Village[v].Region) == r {
				villageOf[r]++
			}
		}
	}
	for r := 1; r < Regions; r++ {
		first[r] = first[r-1] + villageOf[r-1]
	}
	for range max(1, int(math.Ceil(start.People*1e6/float64(w.Weight)/blockPeople))) {
		s.Block = append(s.Block, Block{Village: make([]VillageSum, len(s.Village)), Left: make([]VillageSum, len(s.Village))})
	}
	serial, dealt := uint64(0), 0
	for r := range Regions {
		for _, town := range []bool{false, true} {
			people := start.People * (1 - start.Urban) * RuralPeople[r] / ruralAll
			if town {
				people = start.People * start.Urban * townShare[r]
			}
			n := int(math.Round(people * 1e6 / float64(w.Weight)))
			for done := 0; done < n; {
				size := min(max(100, chunk/len(s.Block)), n-done)
				b := &s.Block[dealt%len(s.Block)]
				dealt++
				from := len(b.House)
				serial = settle(w, s, b, r, town, size, survival, start, serial)
				if !town {
					houses := len(b.House) - from
					for i := from; i < len(b.House); i++ {
						// villages take turns in runs, so that neighbours stay together
						place := (done + size*(i-from)/max(1, houses)) * villageOf[r] / max(1, n)
						b.House[i].Village = int16(first[r] + min(place, villageOf[r]-1))
					}
				}
				done += size
			}
		}
	}
}

// Hazards of the mortality that gave the ages at the start, per year: the form
// of Bodies with both sexes together and adult mortality of 1.25 (Siler 1979;
// life table 1926/27; the factors 1.25 and 1.15 assumed). They are written
// apart from Bodies, as what is changed there does not change the past.
const (
	pastInfant    = 0.30
	pastInfantAge = 0.85
	pastConstant  = 0.005
	pastAdult     = 1.25e-4 * 1.15
	pastAgeing    = 0.085
)

// stableAges is the distribution function of ages in a stable population of
// the given growth under the mortality of the 1920s.
func stableAges(growth float64) (cumulative [100]float64) {
	alive, sum := 1.0, 0.0
	for a := range cumulative {
		sum += alive * math.Exp(-growth*float64(a))
		cumulative[a] = sum
		x := float64(a) + 0.5
		alive *= math.Exp(-pastInfant*math.Exp(-pastInfantAge*x) - pastConstant - pastAdult*math.Exp(pastAgeing*x))
	}
	for a := range cumulative {
		cumulative[a] /= sum
	}
	return cumulative
}

// settle makes n people of one place and puts them into households: couples
// first, children to mothers of fitting age, the others wherever there is room.
func settle(w *World, s *State, b *Block, r int, town bool, n int, ages [100]float64, start *Start, serial uint64) uint64 {
	from := len(b.Person)
	var men, women, rest []int32
	for i := range n {
		id := serial + uint64(i)
		u, v := w.Deck.Uniforms(askAge, id, 0)
		age := 0
		for ages[age] < u {
			age++
		}
		p := Person{Born: int16(s.Month - 12*age - int(v*12)), Flags: Alive, Luck: uint32(w.Deck.Word(askLuck, id, 0) >> 32), House: -1}
		sex := w.Deck.Uniform(askSex, id, 0)
		if sex < start.Women {
			p.Flags |= Female
		} else if age >= 18 && age < 45 && w.Deck.Uniform(askWork, id, 1) < start.MenMissing {
			p.Born = int16(int(p.Born) + 12*(age-age*16/45)) // replaced by a child, so that the number of people stays
			if (sex-start.Women)/(1-start.Women) < start.Women {
				p.Flags |= Female
			}
		}
		if p.Years(s.Month) >= WorkFrom {
			p.School = uint8(10 * unit.Clip(start.School+start.SchoolLuck*w.Deck.Uniform(askSkill, id, 1)+cond(town, start.SchoolTown, 0)-float64(age)/start.SchoolAge, 0, 8))
		}
		p.Skill = uint8(100 * (start.Skill + start.SkillLuck*w.Deck.Uniform(askSkill, id, 0)))
		b.AddPerson(p)
		at := int32(from + i)
		switch age := p.Years(s.Month); {
		case age >= 21 && p.Is(Female):
			women = append(women, at)
		case age >= 23 && !p.Is(Female):
			men = append(men, at)
		default:
			rest = append(rest, at)
		}
	}
	byAge := func(list []int32) {
		for i := 1; i < len(list); i++ {
			for j := i; j > 0 && b.Person[list[j]].Born < b.Person[list[j-1]].Born; j-- {
				list[j], list[j-1] = list[j-1], list[j]
			}
		}
	}
	byAge(men)
	byAge(women)
	pairs := min(len(men), len(women)) * int(math.Round(100*start.Couples)) / 100
	share := cond(town, start.HeadsTown, start.Heads) // couples that head a household of their own
	houseFrom := len(b.House)
	for k := range pairs {
		m, f := men[k*len(men)/pairs], women[k*len(women)/pairs]
		own := w.Deck.Uniform(askPlace, serial+uint64(k), 0) < share || len(b.House) == houseFrom
		house := int32(len(b.House))
		if own {
			b.AddHouse(newHouse(w, r, serial+uint64(k)))
		} else {
			house = int32(houseFrom + int(w.Deck.Uniform(askPlace, serial+uint64(k), 1)*float64(len(b.House)-houseFrom)))
		}
		for _, i := range [2]int32{m, f} {
			b.Person[i].House = house
			b.Person[i].Flags |= Married
		}
		if x := w.Deck.Uniform(askPlace, serial+uint64(k), 2); x < start.Expecting && b.Person[f].Years(s.Month) < 40 {
			b.Person[f].Due = 1 + uint8(3*x/start.Expecting)
		}
	}
	if len(b.House) == houseFrom {
		b.AddHouse(newHouse(w, r, serial))
	}
	houses := len(b.House) - houseFrom
	for _, list := range [][]int32{men, women, rest} {
		for _, i := range list {
			if b.Person[i].House < 0 {
				pick := w.Deck.Uniform(askKid, serial+uint64(i), 0)
				b.Person[i].House = int32(houseFrom + int(pick*float64(houses)))
			}
		}
	}
	return serial + uint64(n)
}

func cond(yes bool, a, b float64) float64 {
	if yes {
		return a
	}
	return b
}

func newHouse(w *World, r int, id uint64) House {
	return House{Region: uint8(r), Village: -1, Feed: 1, Luck: uint32(w.Deck.Word(askLuck, id, 1) >> 32)}
}
