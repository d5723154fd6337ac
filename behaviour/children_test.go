package behaviour

import (
	"testing"

	"gosplan/economy"
)

// With nobody to mind small children, their mothers take no post; a nursery
// for every child lets them, and men are never held back.
func TestSmallChildrenKeepMothersAtHome(t *testing.T) {
	w, s := country(1, 100_000)
	p := Default()
	p.Childcare.Home, p.Family.Women = 1, 0.7
	for _, c := range []struct {
		name   string
		minded float64
	}{{"no nursery", 0}, {"a nursery for all", 1}} {
		l := &life{w: w, s: s, p: &p, b: &s.Block[0], minded: c.minded}
		var mothers, ready, men, readyMen, others int
		for i := range l.b.Person {
			q := &l.b.Person[i]
			small := l.b.House[q.House].Small > 0
			l.b.House[q.House].Minded = l.b.House[q.House].Small
			switch {
			case !q.Is(economy.Alive) || q.Years(s.Month) < 16:
			case !q.Is(economy.Female):
				men++
				readyMen += one(l.ready(q))
			case small:
				mothers++
				ready += one(l.ready(q))
			default:
				others += one(l.ready(q))
			}
		}
		if mothers == 0 || others == 0 || readyMen*10 < men*9 {
			t.Fatalf("%s: %d mothers, %d other women ready, %d of %d men ready", c.name, mothers, others, readyMen, men)
		}
		if c.minded == 0 && ready != 0 || c.minded == 1 && ready*10 < mothers*6 {
			t.Errorf("%s: %d of %d women with small children would take a post", c.name, ready, mothers)
		}
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Children counted in houses are the children there are.
func TestHousesCountTheirSmallChildren(t *testing.T) {
	w, s := country(2, 100_000)
	p := Default()
	for range 14 {
		Live(w, s, &p)
		s.Month++
	}
	for b := range s.Block {
		block := &s.Block[b]
		var counted, born float64
		for i := range block.House {
			counted += float64(block.House[i].Small)
		}
		for i := range block.Person {
			q := &block.Person[i]
			born += float64(one(q.Is(economy.Alive) && q.Years(s.Month-1) < economy.SchoolAge))
		}
		if born == 0 || counted < born*0.97 || counted > born*1.03 || block.Sum.Small > counted {
			t.Errorf("block %d: houses count %v small children, %v live, %v in the sum", b, counted, born, block.Sum.Small)
		}
	}
}
