package behaviour

import (
	"testing"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/unit"
)

// Schooling takes its years from the age of entry on, and nobody leaves before sixteen.
func TestSchoolTakesItsYears(t *testing.T) {
	p := Default()
	p.Family.Enter = 23.0 / 3
	for _, c := range []struct {
		school uint8
		leaves int // months of age
	}{{5, 16 * 12}, {40, 16 * 12}, {90, 16*12 + 8}, {100, 17*12 + 8}, {135, 21*12 + 2}, {150, 22*12 + 8}} {
		x := economy.Person{Job: economy.AtHome, School: c.school, Flags: economy.Alive}
		l := &life{p: &p}
		left := 0
		for l.month = 16*12 + 1; l.month < 24*12; l.month += 3 { // a quarter of a year each
			if at := l.month; l.pupil(&x) != (at < c.leaves) {
				t.Errorf("%d tenths of a year: at school is %v at %d months", c.school, l.pupil(&x), at)
			}
			left += one(l.leavesSchool(&x))
		}
		if left != 1 {
			t.Errorf("%d tenths of a year: leaves school %d times", c.school, left)
		}
	}
}

// Whoever is at school neither looks for a post nor works on the farm, unless
// the house goes hungry; whoever has been to a school in town and is free to
// stays there, where posts are open.
func TestWhatPupilsDo(t *testing.T) {
	for _, c := range []struct {
		name    string
		village int16
		age     int // months
		hunger  float32
		vacant  float64
		bar     float64
		want    uint8
	}{
		{"a pupil in town", -1, 16*12 + 6, 0, 1, 0, economy.AtHome},
		{"a pupil in a village", 0, 16*12 + 6, 0, 1, 0, economy.AtHome},
		{"a hungry pupil in town", -1, 16*12 + 6, 0.5, 1, 0, economy.Seeking},
		{"a hungry pupil in a village", 0, 16*12 + 6, 0.5, 0, 0, economy.OnFarm},
		{"school is over in town", -1, 17*12 + 8, 0, 1, 0, economy.Seeking},
		{"school is over for a villager", 0, 17*12 + 8, 0, 1, 0, economy.Seeking},
		{"and no posts are open", 0, 17*12 + 8, 0, 0, 0, economy.OnFarm},
		{"and he must not leave", 0, 17*12 + 8, 0, 1, 1, economy.OnFarm},
	} {
		p := Default()
		p.Family.Men, p.Family.Enter, p.Migration.Gain, p.Migration.Base, p.Work.Hungry = 1, 23.0/3, 0, 0, 2
		s := &economy.State{Village: make([]economy.Village, 1)}
		s.Terms.Passport = c.bar
		l := &life{w: &economy.World{Deck: draw.Deck{Seed: 3}, Weight: 1000}, s: s, p: &p, month: 1000}
		l.vacancy[0] = c.vacant
		l.pull[0] = 1e-12
		l.b = &economy.Block{
			House:  []economy.House{{Village: c.village, Hunger: c.hunger, Members: 4}},
			Person: []economy.Person{{Luck: 5, Born: int16(l.month - c.age), Flags: economy.Alive, School: 100, Job: economy.AtHome}},
			Left:   make([]economy.VillageSum, 1),
		}
		l.quarter(0, [2]float64{1, 1})
		if x := &l.b.Person[0]; x.Job != c.want || !x.Is(economy.Alive) {
			t.Errorf("%s: does %d, want %d", c.name, x.Job, c.want)
		}
	}
}

// Women stop working for wages before men where a pension is paid, and some people
// five years before others.
func TestRetired(t *testing.T) {
	p := Default()
	p.Family.Retire, p.Family.Early = [2]float64{60, 55}, 0
	for _, c := range []struct {
		pension unit.Kopecks
		flags   uint8
		age     int
		want    bool
	}{
		{0, 0, 59, false}, {0, 0, 60, true}, {0, economy.Female, 59, false}, {0, economy.Female, 60, true},
		{9, 0, 59, false}, {9, 0, 60, true}, {9, economy.Female, 54, false}, {9, economy.Female, 55, true},
	} {
		l := &life{p: &p, pension: c.pension}
		if got := l.retired(&economy.Person{Flags: c.flags}, c.age); got != c.want {
			t.Errorf("%v: retired %v, want %v", c, got, c.want)
		}
	}
	p.Family.Early, p.Family.Sooner = 0.2, 5
	for _, c := range []struct {
		pension     unit.Kopecks
		age         int
		least, most float64
	}{{9, 54, 0, 0}, {9, 55, 0.18, 0.22}, {9, 59, 0.18, 0.22}, {9, 60, 1, 1}, {0, 59, 0, 0}} {
		l := &life{w: &economy.World{Deck: draw.Deck{Seed: 3}}, p: &p, pension: c.pension}
		retired := 0.0
		for luck := range uint32(10_000) {
			retired += float64(indicator(l.retired(&economy.Person{Luck: luck}, c.age))) / 10_000
		}
		if retired < c.least-1e-9 || retired > c.most+1e-9 {
			t.Errorf("%v: %v have retired", c, retired)
		}
	}
}

// More women who have learned more take a post, and never a larger part than of
// men.
func TestSchooledWomenTakePosts(t *testing.T) {
	p := Default()
	l := &life{w: &economy.World{Deck: draw.Deck{Seed: 3}}, p: &p, b: &economy.Block{House: make([]economy.House, 1)}}
	const women = 20_000
	for _, c := range []struct {
		school uint8
		want   float64
	}{{0, p.Family.Women}, {40, p.Family.Women + 4*p.Family.Learned}, {200, p.Family.Men}} {
		ready := 0
		for i := range uint32(women) {
			ready += one(l.ready(&economy.Person{Luck: i, Flags: economy.Female, School: c.school}))
		}
		if got := float64(ready) / women; got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%d tenths of a year of schooling: %.3f are ready, want %.3f", c.school, got, c.want)
		}
	}
}
