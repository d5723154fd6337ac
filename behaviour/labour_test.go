package behaviour

import (
	"math"
	"slices"
	"testing"

	"gosplan/decide"
	"gosplan/economy"
)

// meeting is a country of one block without enterprises, whose people come as a test
// says; a cell has posts as far as it wants staff.
func meeting(people ...economy.Person) (*economy.World, *economy.State, *economy.Block) {
	w, s := country(1, 1_000_000)
	w.Weight = 1
	s.Enterprise, s.Block = nil, s.Block[:1]
	for c := range s.Cell {
		s.Cell[c] = economy.CellState{Wage: 100}
	}
	s.Centre.MeanWage = 100
	b := &s.Block[0]
	b.Person, b.Work, b.Seeker, b.FreeHouse = slices.Clone(people), [economy.Cells]economy.WorkSum{}, nil, nil
	for i := range people {
		if people[i].Job == economy.Seeking {
			b.Seeker = append(b.Seeker, int32(i))
		}
	}
	return w, s, b
}

// Where posts are short, who gets one does not go by his place in memory.
func TestPostsGoInAnOrderDrawn(t *testing.T) {
	const people, months = 200, 300
	p := Default()
	for _, c := range []struct {
		name  string
		posts int64
	}{{"few posts", 10}, {"posts for half", 100}, {"posts for most", 180}} {
		var got [2]float64 // in the first and the second half of the block
		for month := range months {
			all := make([]economy.Person, people)
			for i := range all {
				all[i] = economy.Person{Flags: economy.Alive, Job: economy.Seeking, Luck: uint32(i)}
			}
			w, s, b := meeting(all...)
			s.Month = month
			b.House = []economy.House{{Village: -1}}
			s.Cell[0].Wanted = c.posts
			MeetPosts(w, s, &p)
			for i := range b.Person {
				if _, works := b.Person[i].Works(); works {
					got[2*i/people]++
				}
			}
		}
		if all := got[0] + got[1]; all != float64(months*c.posts) || got[0] < 0.47*all || got[0] > 0.53*all {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Who finds a post in another region goes there alone when single, and with the whole
// house when nobody else grown or nobody with a post would be left without him or it.
func TestWhoGoesToAPostElsewhere(t *testing.T) {
	const there = 3
	p := Default()
	p.Work.Reach = 1
	cell := economy.Cell(there, economy.Services)
	other := economy.FirstCell + uint8(economy.Cell(0, economy.Services))
	man := economy.Person{Flags: economy.Alive, Job: economy.Seeking, Born: -400, Luck: 1}
	husband := man
	husband.Flags |= economy.Married
	wife := economy.Person{Flags: economy.Alive | economy.Female | economy.Married, Job: economy.AtHome, Born: -400, Luck: 2}
	busy := wife
	busy.Job = other
	mother, busyMother := wife, busy
	mother.Flags &^= economy.Married
	busyMother.Flags &^= economy.Married
	child := economy.Person{Flags: economy.Alive, Born: -36, Luck: 3}
	for _, c := range []struct {
		name   string
		house  []economy.Person
		goes   int // how many live there after
		houses int // with people in them
	}{
		{"single, alone", []economy.Person{man}, 1, 1},
		{"single, with his mother", []economy.Person{man, mother}, 1, 2},
		{"single, with his mother who has a post", []economy.Person{man, busyMother}, 1, 2},
		{"single, with a child and nobody else", []economy.Person{man, child}, 2, 1},
		{"married", []economy.Person{husband, wife, child}, 3, 1},
		{"married, and the wife has a post", []economy.Person{husband, busy, child}, 0, 1},
	} {
		moved := 0
		for month := range 40 { // until a draw looks there
			w, s, b := meeting(c.house...)
			s.Month, s.Cell[cell].Wanted = month, 10
			b.House = []economy.House{{Village: -1, Members: uint8(len(c.house))}}
			h := &b.House[0]
			for i := range b.Person {
				q := &b.Person[i]
				age := q.Years(month)
				_, works := q.Works()
				h.Eaters += economy.Ration(age)
				h.Grown += indicator(age >= economy.WorkFrom)
				h.Small += indicator(age < economy.SchoolAge)
				h.Posts += indicator(works)
			}
			MeetPosts(w, s, &p)
			goes, houses := 0, map[int32]uint8{}
			for _, q := range b.Person {
				houses[q.House]++
				if at, works := q.Works(); b.House[q.House].Region == there {
					goes++
				} else if works && at == cell {
					t.Fatalf("%s: works where he does not live", c.name)
				}
			}
			for at, members := range houses {
				if b.House[at].Members != members {
					t.Errorf("%s: house of %d counts %d", c.name, members, b.House[at].Members)
				}
			}
			if goes > 0 {
				moved++
				if goes != c.goes || len(houses) != c.houses {
					t.Errorf("%s: %d go, in %d houses; want %d and %d", c.name, goes, len(houses), c.goes, c.houses)
				}
			}
		}
		if (moved > 0) != (c.goes > 0) {
			t.Errorf("%s: moved %d times", c.name, moved)
		}
	}
}

// Who loses a post falls back on the farm where he lives in a village, and looks for
// another where he lives in a town, wherever he lived when he took it.
func TestWhereWhoLosesAPostGoes(t *testing.T) {
	p := Default()
	for _, c := range []struct {
		name          string
		village, then int // of the house when the post was taken, and when it is lost
		want          uint8
	}{
		{"in a village", 0, 0, economy.OnFarm},
		{"in a town", -1, -1, economy.Seeking},
		{"moved from a village to a town", 0, -1, economy.Seeking},
		{"moved from a town to a village", -1, 0, economy.OnFarm},
	} {
		w, s, b := meeting(economy.Person{Flags: economy.Alive, Job: economy.Seeking, Born: -400, Luck: 1})
		b.House = []economy.House{{Village: int16(c.village), Members: 1, Grown: 1}}
		b.Left = make([]economy.VillageSum, len(s.Village))
		s.Cell[0].Wanted = 10
		MeetPosts(w, s, &p)
		l := &life{w: w, s: s, p: &p, b: b, usual: p.Effort.Usual(), buys: 1}
		if c.then != c.village {
			l.moveHouse(0, 0, c.then)
		}
		s.Cell[0].Dismiss = 1
		if _, works := b.Person[0].Works(); !works {
			t.Fatalf("%s: found no post", c.name)
		}
		if l.worker(0, 33); b.Person[0].Job != c.want {
			t.Errorf("%s: does %d, want %d", c.name, b.Person[0].Job, c.want)
		}
	}
}

// Who leaves a post by himself or dies counts among those who are gone, who is dismissed does not.
func TestTheDismissedAreNotAmongThoseWhoAreGone(t *testing.T) {
	p := Default()
	p.Quit.Base = 0
	for _, c := range []struct {
		name    string
		dismiss float64
		die     bool
		want    float64
	}{{"all stay", 0, false, 0}, {"all are dismissed", 1, false, 0}, {"all die", 0, true, 3}} {
		post := economy.FirstCell + uint8(economy.Cell(0, economy.Services))
		man := economy.Person{Flags: economy.Alive, Job: post, Born: -400, Luck: 1}
		w, s, b := meeting(man, man, man)
		b.House = []economy.House{{Village: -1, Members: 3, Grown: 3}}
		cell := &s.Cell[economy.Cell(0, economy.Services)]
		cell.Staff, cell.Wanted, cell.Dismiss = 3, 3, c.dismiss
		l := &life{w: w, s: s, p: &p, b: b, usual: p.Effort.Usual(), buys: 1, grades: NewGrades(w, s, &p.Work)}
		for i := range b.Person {
			if c.die {
				b.Person[i].Flags = 0
				continue
			}
			l.worker(i, 33)
			l.monthly(&b.Person[i])
		}
		if MeetPosts(w, s, &p); cell.Gone != c.want {
			t.Errorf("%s: %v are gone, want %v", c.name, cell.Gone, c.want)
		}
	}
}

// What of a stock spoils is what managers expect.
func TestStocksSpoilAsExpected(t *testing.T) {
	held := func(spoilage float64) (sum float64) {
		w, s := country(1, 1_000_000)
		w.Work.Spoilage = spoilage
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			inspector := newInspector(&w.Physics.Plant)
			inspector.review(w, s, e)
			e.Ref = 3 * e.Capacity
			for g, need := range economy.Needs[e.Good] {
				e.Need[g] = need * e.Ref / 3
			}
		}
		Produce(w, s)
		for i := range s.Enterprise {
			for g, need := range s.Enterprise[i].Need {
				if need > 0 {
					sum += s.Enterprise[i].In[g].Held()
				}
			}
		}
		return sum
	}
	whole := held(0)
	for _, spoilage := range []float64{0.002, 0.1} {
		if got := held(spoilage); whole <= 0 || math.Abs(got/whole-(1-spoilage)) > 1e-9 {
			t.Errorf("%v spoils: %v left of %v", spoilage, got, whole)
		}
	}
}

// Staff is over need as far as fewer would do at usual effort; that inputs do not come makes
// nobody superfluous.
func TestStaffOverNeed(t *testing.T) {
	for _, c := range []struct {
		name              string
		pace, met, effort float64
		want              float64
	}{
		{"all at work", 1, 1, 1, 1},
		{"half would do", 0.5, 1, 1, 2},
		{"all would do, and half of the inputs came", 1, 0.5, 1, 1},
		{"half would do, and no inputs came", 0.5, 0, 1, 2},
		{"all at work, at little effort", 1, 1, 0.8, 1.25},
		{"hardly anybody would do", 0.1, 1, 1, 3},
	} {
		w, s := country(1, 1_000_000)
		w.Work.Makeshift = 0.5
		e := &economy.Enterprise{Good: economy.Fuel, Staff: 100, Effort: c.effort, Capacity: 6 * c.effort, Ref: 18}
		made := e.Capacity / e.Ref * c.pace * (c.met + 0.5*(1-c.met))
		count(w, s, e, decide.Work{Made: made, Met: c.met}, made*e.Ref, 0)
		if got := s.Quarter.OverStaff / s.Quarter.StaffWeight; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
