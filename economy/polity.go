package economy

import "math"

// A Group is people with a common place in the economy. Everybody who works
// belongs to one, by present occupation.
type Group uint8

const (
	Workers     Group = iota // wage earners of branches without much schooling
	Peasants                 // who work the land
	Specialists              // wage earners of branches with much schooling
	Officials                // staff of offices
	Managers                 // who head enterprises
	Soldiers                 // men under arms
	Holders                  // who live by property and private trade
	Groups                   // their number
)

// GroupNames are the names of the groups in tables.
var GroupNames = [Groups]string{"workers", "peasants", "specialists", "officials", "managers", "soldiers", "holders"}

func (g Group) String() string { return GroupNames[g] }

// A Choice is one of the few continuous decisions that groups contend over.
type Choice uint8

const (
	Accumulation Choice = iota // state investment, share of GDP
	UnderArms                  // million men
	Severity                   // of the penal law, 0 to 1
	FarmPrice                  // price the state pays farms, ratio to that of 1913
	Collective                 // share of peasant households that is to be in collective farms
	Requisition                // share of the surplus of grain that is to be taken
	SkillPay                   // pay per year of schooling above the mean, share
	Franchise                  // how far decisions are made by those who vote and not by those in posts, 0 to 1
	Choices                    // their number
)

// ChoiceBounds are the least and the most of each choice. What lies between
// them is the unit in which policies are apart.
var ChoiceBounds = [Choices][2]float64{
	Accumulation: {0.05, 0.35}, UnderArms: {0.3, 12}, Severity: {0, 1}, FarmPrice: {0.2, 1.5},
	Collective: {0, 1}, Requisition: {0, 1}, SkillPay: {0, 0.3}, Franchise: {0, 1},
}

// A Policy is a value of every choice.
type Policy [Choices]float64

// A GroupState is what a group is in the contest over policy.
type GroupState struct {
	Number       float64 // million people, counted
	Pay          float64 // mean pay of who earns a wage, kopecks a month
	School       float64 // mean years
	Organisation float64 // 0 nobody acts with anybody, 1 all as one
	Leverage     float64 // share of the product of a quarter that stops when the group withdraws
	Access       float64 // to decisions, 0 to 1: by votes as far as these decide, else by members and posts
	Influence    float64 // share; all groups together 1
	Grievance    float64 // what is missing from the living they had come to expect, 0 to 1
	Distance     float64 // of the policy in force from their ideal, 0 to 1
	Ideal        Policy  // what the group would choose
}

// A Party is who belongs to the ruling party, and who holds posts of power.
// A member counts where he works now, whatever he was. Millions of people.
type Party struct {
	Member [Regions][Groups]float64 // outside the offices, by present occupation
	Post   [Regions][Groups]float64 // in posts of offices, by what they were before
	Risen  [Groups]float64          // to posts in the last year, by what they were before
}

// Workdays of a quarter.
const Workdays = 75

// Countries is how many countries a revolution can spread to.
const Countries = 8

// A Country is one of them.
type Country struct {
	Crisis     float64 // 0 calm, 1 the old order cannot go on
	Revolution float64 // 1 once it has succeeded
	Before     float64 // crisis of a year ago
	Growth     float64 // of its GDP per head, remembered, per year
	Model      float64 // 1 while it has taken over the order of the country that is lived
}

// A Polity is the state of politics. Where Governs is 0 it is measured and
// moves nothing else.
type Polity struct {
	Governs    float64 // 1 where politics decides
	Group      [Groups]GroupState
	Policy     Policy // in force
	Party      Party
	Organised  [Cells]float64 // workers' organisation in each cell, 0 to 1
	Hoped      [Cells]float64 // living that workers of the cell have come to expect, kopecks a month at prices of 1928
	Idle       [Cells]float64 // share of the last quarter's work that strikes cost
	Won        [Cells]float64 // share of the year's work that strikes cost which were won, remembered until January
	Struck     float64        // million days of strike in the last quarter
	Reputation float64        // chance of punishment that who breaks the law reckons with at full severity
	Coercion   float64        // punishment that is believed in: severity times reputation
	Unrest     float64        // discontent of organised people, 0 to 1
	Opposed    float64        // votes that would go against those in office, share
	Threat     float64        // from abroad, less what allies take off it
	Experts    float64        // share of staff of offices who are specialists by schooling or were before
	Heredity   float64        // correlation of schooling between the generations of a house
	Spread     float64        // of pay: 1 less the lowest tenth's highest over the highest tenth's lowest
	Country    [Countries]Country
	Shown      float64 // GDP per head that the other countries last saw here
	Seen       float64 // its growth, remembered there, per year
	Feared     float64 // its hunger, remembered there, log points
	Aid        float64 // machines to be given to those who took its order over, points a year
}

// Members are the members of the party in a group, million.
func (p *Party) Members(g Group) (n float64) {
	for r := range p.Member {
		n += p.Member[r][g]
		if g == Officials {
			for _, held := range p.Post[r] {
				n += held
			}
		}
	}
	return n
}

// All are all members of the party, million.
func (p *Party) All() (n float64) {
	for g := range Groups {
		n += p.Members(g)
	}
	return n
}

// Apart is how far two policies are from each other: the root of the mean
// square over the choices, each in its bounds; 0 the same, 1 at opposite ends.
func Apart(a, b *Policy) float64 {
	var sum float64
	for c := range Choices {
		d := (a[c] - b[c]) / (ChoiceBounds[c][1] - ChoiceBounds[c][0])
		sum += d * d
	}
	return math.Sqrt(sum / float64(Choices))
}
