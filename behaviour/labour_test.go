package behaviour

import (
	"testing"

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
	b.Person, b.Work, b.Seeker, b.FreeHouse = people, [economy.Cells]economy.WorkSum{}, nil, nil
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
