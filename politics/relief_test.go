package politics

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/scenario"
)

// hungerIn is a dearth in which towns lack a part of their bread and villages hold
// more than that beyond food and seed.
func hungerIn(missing float64) *dearth {
	w, s, p, r := begun(3)
	s.Polity.Governs = 1
	d := r.known(w, s, p, Means{Cards: 1, Found: 0.7, Left: 0.2, Lending: 6, Machines: 0.2})
	d.need, d.have, d.barns, d.crop, d.export, d.abroad, d.year, d.price = 10, 10*(1-missing), 10, 60, 1, 2, 0.8, 0.5
	return d
}

// only is the weight of a single group.
func only(g economy.Group) []float64 {
	out := make([]float64, economy.Groups)
	out[g] = 1
	return out
}

// A government does against hunger what serves those on whom it rests.
func TestWhoRestsOnWhomDoesWhat(t *testing.T) {
	for _, c := range []struct {
		name        string
		missing     float64
		rests       economy.Group
		brings      bool // grain for the towns
		cards, lent bool
	}{
		{"bread enough", -0.2, economy.Workers, false, false, false},
		{"workers, and half of the bread is missing", 0.5, economy.Workers, true, true, false},
		{"peasants, and half of the bread of towns is missing", 0.5, economy.Peasants, false, false, false},
		{"peasants who are hungry themselves", 0.1, economy.Peasants, false, false, true},
		{"traders, whose trade cards would end", 0.2, economy.Holders, true, false, false},
	} {
		d := hungerIn(c.missing)
		if c.lent {
			d.lack = 1
			for i := range d.borne {
				d.borne[i] = 0.1 * d.bears(0.6*(1-float64(i)/steps))
			}
		}
		x := d.best(only(c.rests))
		if brings := d.delivered(&x)+x.bought+x.kept > 0; brings != c.brings || x.cards > 0 != c.cards || x.lent > 0 != c.lent {
			t.Errorf("%s: %+v", c.name, x)
		}
	}
}

// The worse the dearth, the more of their bread those who rest on towns bring there;
// and nothing is done that the institutions in force cannot do.
func TestReliefGrowsWithTheDearth(t *testing.T) {
	before := -1.0
	for _, missing := range []float64{0, 0.2, 0.4, 0.6, 0.8} {
		d := hungerIn(missing)
		x := d.best(only(economy.Specialists))
		brought := d.delivered(&x) + x.bought*d.abroad + x.kept*d.export
		if brought < before {
			t.Errorf("%v missing: %v Mt are brought, %v when less was", missing, brought, before)
		}
		before = brought
		d.means = Means{}
		d.abroad = 0
		if x := d.best(only(economy.Workers)); x.cards > 0 || d.delivered(&x)+x.bought*d.abroad > 0 {
			t.Errorf("without means: %+v", x)
		}
	}
}

// Nothing is ordered where a script governs, nor where politics does not take
// the decision.
func TestReliefIsOrderedByWhoGoverns(t *testing.T) {
	for _, c := range []struct {
		governs float64
		taken   uint64
		want    bool
	}{
		{0, 1 << scenario.FoodLoans, false},
		{1, 0, false},
		{1, 1 << scenario.FoodLoans, true},
	} {
		w, s, p, r := begun(5)
		s.Polity.Governs, s.Rule.Taken = c.governs, c.taken
		for g := range s.Polity.Group {
			s.Polity.Group[g].Influence = 0
		}
		s.Polity.Group[economy.Peasants].Influence = 1
		for k := range s.Village {
			s.Village[k].People, s.Village[k].Hunger = 1, 0.7
		}
		r.Relieve(w, s, p, Means{Hungry: 0.15, Lending: 6})
		if got := s.Rule.Order[scenario.FoodLoans] > 0; got != c.want {
			t.Errorf("governs %v, takes %b: loans of %v Mt", c.governs, c.taken, s.Rule.Order[scenario.FoodLoans])
		}
		if c.taken == 0 && s.Rule.Order != ([scenario.Decisions]float64{}) {
			t.Errorf("something else is ordered: %v", s.Rule.Order)
		}
	}
}

// Villages hold back grain that can be delivered in the season of deliveries only.
func TestBarnsCountWhileDeliveriesAreDue(t *testing.T) {
	for _, c := range []struct {
		month  int
		season float64
		want   bool
	}{
		{9, 7, true}, {3, 7, true}, {4, 7, false}, {8, 7, false},
		{4, 8, true}, {3, 6, false}, {9, 0, false},
	} {
		w, s, p, r := begun(3)
		s.Month += c.month - 1 - s.Month%12
		for at := range s.Last.Harvest {
			s.Last.Harvest[at], s.Year.Harvest[at] = 20, 20
		}
		s.Village[0].People = 100
		if d := r.known(w, s, p, Means{Left: 0.01, Season: c.season}); d.barns > 0 != c.want {
			t.Errorf("month %d, deliveries in %v months after the harvest: barns of %v Mt", c.month, c.season, d.barns)
		}
	}
}

// Towns in which a head eats what one does when there is enough know no hunger, and
// offices reckon with that, soldiers' bread apart.
func TestEnoughIsWhatAHeadEats(t *testing.T) {
	for _, c := range []struct{ part, hunger float64 }{{1.1, 0}, {1, 0}, {0.96, 0.04}, {0.5, 0.5}} {
		w, s, p, r := begun(3)
		town := w.Physics.Food.Town
		s.Last.Months, s.Last.Home[1], s.Last.EatenTown = 12, 12*30, c.part*30*town
		r.Reckon(w, s)
		if got, want := s.Rule.Trouble[economy.Hunger], r.Ruling.Crisis.Hunger*c.hunger; math.Abs(got-want) > 1e-9 {
			t.Errorf("%v of enough is eaten: hunger makes %v of the crisis, want %v", c.part, got, want)
		}
		s.Centre.Promised = 0.1
		d, people := r.known(w, s, p, Means{}), 0.0
		for at := range s.Region {
			people += s.Region[at].Home[1]
		}
		if want := d.year * (people*town + 1.2); math.Abs(d.need-want) > 1e-9 {
			t.Errorf("%v million in towns need %v Mt, want %v", people, d.need, want)
		}
		grown := w.Physics.Food.Adult // of whose food a head has less
		d.beside = w.Physics.Food.Minimum/grown - c.part*town
		if comfort := d.year * d.v.w.Hunger * math.Pow(max(0, 1-c.part), 2); math.Abs(d.loss(min(1, c.part))-comfort) > 1e-9 && c.part <= 1 {
			t.Errorf("%v of enough, and beside it what a grown body lacks: lose %v, want %v", c.part, d.loss(c.part), comfort)
		}
	}
}

// Exports in need and cards are what those in power want: neither war nor want
// decides for them, and cards go when nobody lacks bread.
func TestExportsAndCardsAreDecided(t *testing.T) {
	const usual = 4
	for _, c := range []struct {
		name     string
		rests    economy.Group
		grain    float64 // in the granary, Mt
		machines float64 // for a Mt of exports, points
		war      float64
		exports  bool
		cards    float64
	}{
		{"workers, and bread is there", economy.Workers, 100, 0.2, 0, true, 0},
		{"workers, in a war with bread", economy.Workers, 100, 0.2, 1, true, 0},
		{"workers, and towns lack bread", economy.Workers, 2, 0.2, 0, false, 1},
		{"peasants, and towns lack bread", economy.Peasants, 2, 0.2, 0, true, 0},
	} {
		w, s, p, r := begun(3)
		given := *w.Given
		given.War = scenario.Path{1: c.war}
		w.Given = &given
		s.Rule.Taken, s.Polity.Governs = bits(scenario.GrainExport, scenario.BreadCards), 1
		s.Rule.Order[scenario.BreadCards] = 1 // those of before
		s.Rule.Trouble[economy.Hunger] = 1    // of the year before
		for g := range s.Polity.Group {
			s.Polity.Group[g].Influence = 0
		}
		s.Polity.Group[c.rests].Influence = 1
		s.Centre.Granary = ledger.Store{}
		s.Audit.Make(economy.Grain, &s.Centre.Granary, c.grain)
		r.Ruling.Order(w, s, func(k scenario.Decision, _ int) (float64, bool) { return usual, k == scenario.GrainExport })
		r.Relieve(w, s, p, Means{Cards: 1, Machines: c.machines})
		if got := s.Rule.Order[scenario.GrainExport]; got == usual != c.exports {
			t.Errorf("%s: %v Mt are exported of %v", c.name, got, usual)
		}
		if got := s.Rule.Order[scenario.BreadCards]; got != c.cards {
			t.Errorf("%s: cards %v, want %v", c.name, got, c.cards)
		}
	}
}
