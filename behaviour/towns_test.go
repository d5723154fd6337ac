package behaviour

import (
	"testing"

	"gosplan/economy"
)

// A hungry house in town draws once a quarter, however many live in it, and
// goes only where people are less hungry than it is.
func TestHungryHousesFleeAsOne(t *testing.T) {
	w, s := country(3, 1_000)
	p := Default()
	p.Work.Hungry, p.Migration.Famine = 0.2, 2.5
	chance := p.Migration.Back(0.6) / 4
	for _, c := range []struct {
		name    string
		village float64 // hunger there
		want    float64 // part of houses that leave
	}{{"villages eat", 0, chance}, {"villages starve", 0.9, 0}} {
		var small, large [2]int // houses, and those that left
		for b := range s.Block {
			l := &life{w: w, s: s, p: &p, b: &s.Block[b], month: s.Month}
			l.b.Left = make([]economy.VillageSum, len(s.Village))
			for j := range s.Village {
				s.Village[j].Hunger = c.village
			}
			members := make([][]int, len(l.b.House))
			for i := range l.b.Person {
				if q := &l.b.Person[i]; q.Is(economy.Alive) && l.b.House[q.House].Village == -1 {
					members[q.House] = append(members[q.House], i)
				}
			}
			for at, m := range members {
				if len(m) == 0 {
					continue
				}
				h := &l.b.House[at]
				h.Hunger = 0.6
				count := &small
				if len(m) > 3 {
					count = &large
				}
				count[0]++
				for k, i := range m {
					l.month = s.Month/3*3 + k%3 // members have their turns in different months of a quarter
					if h.Village == -1 {
						l.flee(i)
					}
				}
				count[1] += one(h.Village >= 0)
				h.Village = -1
			}
		}
		for size, count := range map[string][2]int{"small": small, "large": large} {
			part := float64(count[1]) / float64(max(1, count[0]))
			if count[0] < 200 || part < 0.85*c.want || part > 1.15*c.want {
				t.Errorf("%s: %d of %d %s houses leave, want a part of %.3f", c.name, count[1], count[0], size, c.want)
			}
		}
	}
}

// Who has a post on the first day is ready for it, so that nobody gives it up for home a quarter later,
// and most of the women who are ready have one.
func TestWhoWorksOnTheFirstDayIsReady(t *testing.T) {
	p := Default()
	w, _ := country(3, 100_000)
	start := economy.DefaultStart()
	s := economy.Begin(w, &start, 10, &economy.Customs{Ready: p.Ready})
	var women, ready float64
	for b := range s.Block {
		l := &life{w: w, s: s, p: &p, b: &s.Block[b]}
		for i := range l.b.House {
			l.b.House[i].Minded = l.b.House[i].Small
		}
		for i := range l.b.Person {
			q := &l.b.Person[i]
			h := &l.b.House[q.House]
			_, works := q.Works()
			if works && !l.ready(q) {
				t.Fatalf("works and is not ready: %+v", *q)
			}
			if age := q.Years(s.Month); q.Is(economy.Female) && h.Village < 0 && age >= 16 && age < 60 && l.ready(q) {
				ready++
				women += float64(indicator(works))
			}
		}
	}
	if women < 0.5*ready {
		t.Errorf("%v of %v townswomen who are ready work", women, ready)
	}
}

// A woman gives up her post for a small child that nobody else minds, or when
// she took it for hunger alone, unless the house is not yet fed; who would take one
// anyway keeps it, and men do.
func TestWhoStaysWithSmallChildren(t *testing.T) {
	w, s := country(4, 100_000)
	p := Default()
	p.Childcare.Home, p.Family.Women, p.Family.Plea, p.Family.Fed = 1, 1, 0.15, 0.05
	for _, c := range []struct {
		name   string
		female bool
		ready  float64 // share of women without small children who take posts
		small  uint8
		minded float64
		hunger float32
		want   bool
	}{
		{"a small child", true, 1, 1, 0, 0, true},
		{"no small child", true, 1, 0, 0, 0, false},
		{"a nursery", true, 1, 1, 1, 0, false},
		{"hunger", true, 1, 2, 0, 0.5, false},
		{"who wants none", true, 0, 0, 0, 0, true},
		{"who wants none and goes hungry", true, 0, 0, 0, 0.5, false},
		{"who wants none and is nearly fed", true, 0, 0, 0, 0.1, false},
		{"a man", false, 0, 2, 0, 0, false},
	} {
		p.Family.Women = c.ready
		l := &life{w: w, s: s, p: &p, b: &s.Block[0], minded: c.minded}
		q := economy.Person{Flags: economy.Alive, Luck: 1}
		if c.female {
			q.Flags |= economy.Female
		}
		h := &l.b.House[0]
		h.Minded, h.Hunger = c.small, c.hunger
		if got := l.stays(&q, h); got != c.want {
			t.Errorf("%s: stays %v, want %v", c.name, got, c.want)
		}
	}
}
