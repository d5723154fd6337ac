package gosplan

import (
	"testing"

	"gosplan/economy"
)

// The place of who has died is given to another, whose life is not that of the
// one who was followed.
func TestALifeEndsWhereItsPlaceIsGivenToAnother(t *testing.T) {
	for _, c := range []struct {
		kind   string
		ends   bool
		change func(*economy.Block)
	}{
		{"person", true, func(b *economy.Block) { b.Person[3].Flags &^= economy.Alive }},
		{"person", true, func(b *economy.Block) { b.Person[3].Luck++ }}, // dead and replaced within a month
		{"person", false, func(b *economy.Block) { b.Person[4].Luck++ }},
		{"person", false, func(b *economy.Block) { b.Person[3].House = b.Person[40].House }},
		{"farm", true, func(b *economy.Block) { b.House[3] = economy.House{Village: economy.Vacant} }},
		{"farm", true, func(b *economy.Block) { b.House[3].Luck++ }},
		{"farm", false, func(b *economy.Block) { b.House[3].Village = -1 }},
	} {
		s := begin(t, "ussr", 1, coarse, 1918)
		if err := s.Follow(Subject{Kind: c.kind, ID: 3}); err != nil {
			t.Fatal(err)
		}
		s.bury(1917, 11)
		s.follow(1917, 4)
		c.change(&s.state.Block[0])
		s.bury(1918, 2)
		s.follow(1918, 1)
		s.bury(1918, 4)
		want, rows := "", 2
		if c.ends {
			want, rows = "1918-02", 1
		}
		if l := s.Life(); l.Ended != want || len(l.Rows) != rows {
			t.Errorf("%s: %d rows, ends %q, wanted %d and %q", c.kind, len(l.Rows), l.Ended, rows, want)
		}
	}
}
