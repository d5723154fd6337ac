package behaviour

import (
	"math"
	"testing"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
)

// In peace only the young who have not served and are not at school are called; a
// war reaches fifty, and never women; after the term a man goes home and is not
// among the first again.
func TestWhoIsASoldier(t *testing.T) {
	peace := mechanism.Levy{First: 1, Fresh: 1}
	var war mechanism.Levy
	war.First = 1
	for a := range war.Reserve {
		war.Reserve[a] = 1
	}
	for _, c := range []struct {
		name   string
		levy   mechanism.Levy
		age    int // years
		job    uint8
		flags  uint8
		school uint8
		served uint8 // months
		want   uint8
	}{
		{"peace: of age", peace, 19, economy.OnFarm, 0, 40, 0, economy.InArmy},
		{"peace: the last year", peace, 21, economy.OnFarm, 0, 40, 0, economy.InArmy},
		{"peace: too young", peace, 18, economy.OnFarm, 0, 40, 0, economy.OnFarm},
		{"peace: too old", peace, 22, economy.OnFarm, 0, 40, 0, economy.OnFarm},
		{"peace: has served", peace, 21, economy.OnFarm, economy.Served, 40, 0, economy.OnFarm},
		{"peace: at school", peace, 19, economy.AtHome, 0, 150, 0, economy.AtHome},
		{"a woman", war, 19, economy.OnFarm, economy.Female, 40, 0, economy.OnFarm},
		{"war: has served", war, 30, economy.OnFarm, economy.Served, 40, 0, economy.InArmy},
		{"war: from school", war, 19, economy.AtHome, 0, 150, 0, economy.InArmy},
		{"war: the oldest", war, 49, economy.OnFarm, 0, 40, 0, economy.InArmy},
		{"war: too old", war, 50, economy.OnFarm, 0, 40, 0, economy.OnFarm},
		{"a term that lasts", peace, 20, economy.InArmy, 0, 40, 12, economy.InArmy},
		{"a term that is over", peace, 21, economy.InArmy, 0, 40, 25, economy.OnFarm},
		{"the cadre stays", peace, 30, economy.InArmy, 0, 40, 100, economy.InArmy},
		{"until fifty", peace, 50, economy.InArmy, 0, 40, 255, economy.OnFarm},
		{"a war keeps all", war, 21, economy.InArmy, 0, 40, 25, economy.InArmy},
	} {
		p := Default()
		p.Family.Men, p.Migration.Gain, p.Migration.Base = 0, 0, 0
		s := &economy.State{Village: make([]economy.Village, 1)}
		s.Terms.CallFrom, s.Terms.CallAges, s.Terms.Service = 19, 3, 24
		s.Centre.Levy = c.levy
		l := &life{w: &economy.World{Deck: draw.Deck{Seed: 3}, Weight: 1000}, s: s, p: &p, month: 1200}
		l.pull[0] = 1e-12
		l.b = &economy.Block{
			House:  []economy.House{{Members: 4}},
			Person: []economy.Person{{Luck: 5, Born: int16(l.month - 12*c.age - 3), Flags: economy.Alive | c.flags, School: c.school, Job: c.job, Tenure: c.served}},
			Left:   make([]economy.VillageSum, 1),
		}
		l.quarter(0, [2]float64{1, 1})
		x := &l.b.Person[0]
		if x.Job != c.want || !x.Is(economy.Alive) {
			t.Errorf("%s: does %d, want %d", c.name, x.Job, c.want)
		}
		if left := c.job == economy.InArmy && x.Job != economy.InArmy; left && !x.Is(economy.Served) {
			t.Errorf("%s: has not served", c.name)
		}
	}
}

// Every man of an age to serve is counted once: under arms, among the first, or in
// the reserve, but for those who are not fit.
func TestMusterCountsEachManOnce(t *testing.T) {
	w, s := country(2, 100_000)
	p := Default()
	s.Terms.CallFrom, s.Terms.CallAges, s.Terms.Service, s.Terms.Unfit = 19, 3, 24, 0.2
	s.Centre.Levy.First, s.Centre.Levy.Reserve[5] = 0.3, 0.3
	for range 40 {
		s.Month++
		Live(w, s, &p)
	}
	var fit, army, over, rest float64
	for b := range s.Block {
		sum := &s.Block[b].Sum
		for i := range s.Block[b].Person {
			x := &s.Block[b].Person[i]
			age := x.Years(s.Month)
			free := x.Is(economy.Alive) && !x.Is(economy.Female) && x.Job != economy.InArmy && age >= economy.ServeFrom && age < economy.ServeUntil
			fit += float64(indicator(free && w.Fit(x, s.Terms.Unfit)))
		}
		army += sum.Army
		over += sum.Fresh + sum.Long
		rest += sum.First
		for _, n := range sum.Reserve {
			rest += n
		}
	}
	if army == 0 || over == 0 || over > army {
		t.Errorf("%v under arms, %v beyond their term", army, over)
	}
	if math.Abs(rest-fit) > 0.02*fit { // some were called, died or grew too old after they were counted
		t.Errorf("%v men can be called, of %v who are fit and do not serve", rest, fit)
	}
}
