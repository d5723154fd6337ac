package gosplan

import "gosplan/economy"

// millions turns points into million rubles of 1928.
const millions = economy.KopecksPerPoint / 1e8

var date = Column{Name: "date"}

// The columns of traced lives, in the order in which follow fills them.
var (
	enterpriseColumns = []Column{date,
		{"target", "M rubles of 1928", "of the quarter, counted as value added; 0 where nobody sets one"},
		{"made", "M rubles of 1928", "in the quarter, counted as value added"},
		{"fulfilment", "", "of the quarter before, as reported; 1 is the whole target"},
		{"staff", "thousand", ""}, {"wanted", "thousand", "posts it wants filled"},
		{"capacity", "M rubles of 1928 a month", "output at normal pace, staffed as now"},
		{"input stock ordered up to", "months", ""},
		{"request over need", "", "inputs asked for over those needed"},
		{"pace", "", "of work within the month; 1 is normal"},
		{"care", "", "for quality, 0 to 1"},
		{"line full", "share", "work in process over that of a line which runs without a break"},
		{"repair", "share", "state of plant; 1 is new"},
		{"techniques", "", "that plant knows"},
		{"inputs met", "share", "of orders that came, remembered"},
		{"late deliveries expected", "share", "chance that a month's delivery comes late, as the branch has lived it"},
		{"cut expected", "share", "by which requests are cut, as the branch has lived it"},
		{"wage", "rubles a month", ""}}
	personColumns = []Column{date,
		{"age", "years", ""}, {"place", "", ""}, {"work", "", ""}, {"schooling", "years", "as finished; 0 before sixteen"},
		{"skill", "%", "of full, at the work done now"}, {"months in post", "", ""},
		{"household cash", "rubles a head", ""}, hunger}
	farmColumns = []Column{date,
		{"members", "", ""}, {"in a kolkhoz", "", ""}, {"land", "ha", ""}, {"sown", "ha", "to grain this year"}, {"grain", "t", "in store"},
		{"horses", "", ""}, {"cattle", "", ""}, {"pigs", "", ""}, {"sheep", "", ""},
		{"herd fed", "share", "of its need of feed, last winter"}, hunger,
		{"expects to lose", "share", "of what it has over its own need, without pay"}, {"cash", "rubles", ""}}
	kolkhozColumns = []Column{date,
		{"people", "M", "in its villages"}, {"joined", "share", "of houses"},
		{"pressure", "", "to join, 0 to 1"}, {"anger", "", "unrest after pressure"},
		{"rumour of loss", "chance", "with which houses expect their animals to be taken"},
		{"land", "Mha", "of the collective"}, {"sown", "Mha", ""}, {"last harvest", "Mt", ""},
		{"estimate", "Mt", "of the harvest, by those who collect"}, {"quota", "Mt", "still to deliver this season"}, {"grain", "Mt", "in the common barn"},
		{"horses", "M", "of the collective"}, {"cattle", "M", "of the collective"}, {"effort", "", "of work for the collective; 1 is usual"},
		{"grain paid", "t a head", "of who works there, in a year, remembered"}, hunger}
	hunger = Column{"hunger", "", "want of food felt, 0 to 1, remembered over months"}
)

// officeColumns are those of offices: over every branch and over offices themselves.
func officeColumns() []Column {
	out := []Column{date, {"staff", "thousand", ""}, {"wanted", "thousand", "posts that heads of offices ask for"}}
	for g := economy.FirstBranch; g <= economy.Office; g++ {
		out = append(out, Column{"posts over " + g.String(), "thousand", ""})
	}
	for g := economy.FirstBranch; g < economy.Office; g++ {
		out = append(out, Column{g.String() + " orders that failed", "share", ""})
	}
	return out
}
