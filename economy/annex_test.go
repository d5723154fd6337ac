package economy

import (
	"math"
	"testing"
)

type census struct {
	people, land float64
	herd         [Kinds]float64
}

func censusOf(s *State, region int) (c census) {
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.Person {
			if p := &block.Person[i]; p.Is(Alive) && (region < 0 || int(block.House[p.House].Region) == region) {
				c.people++
			}
		}
		for i := range block.House {
			if h := &block.House[i]; region < 0 || int(h.Region) == region {
				c.land += float64(h.Land)
				for k := range h.Herd {
					c.herd[k] += float64(h.Herd[k])
				}
			}
		}
	}
	return c
}

// counted is a country whose people are counted by region, as they are when
// territories join.
func counted() (*World, *State) {
	w, s := country(1, 5_000)
	for b := range s.Block {
		block := &s.Block[b]
		block.Sum = BlockSum{}
		for i := range block.Person {
			block.Sum.People[block.House[block.Person[i].House].Region]++
		}
	}
	return w, s
}

// Annexed territories bring people, land and animals of the west in equal
// parts, their plant, and books that balance; nobody else is touched.
func TestAnnex(t *testing.T) {
	w, s := counted()
	var common int // a village that has a kolkhoz
	for k := range s.Village {
		if v := &s.Village[k]; v.Region == West {
			v.Land, v.Herd[Horses] = 1, 2
			s.Audit.Make(Grain, &v.Grain, 3)
			common = k
		}
	}
	marked := func() (n float64) { // houses that remember something
		for b := range s.Block {
			for i := range s.Block[b].House {
				if h := &s.Block[b].House[i]; h.Region == West && h.Members > 0 && h.Joined == 1 && h.Hunger > 0 && h.Dug > 0 {
					n++
				}
			}
		}
		return n
	}
	for b := range s.Block {
		for i := range s.Block[b].House {
			if h := &s.Block[b].House[i]; h.Region == West && h.Village >= 0 {
				h.Joined, h.Hunger, h.Dug = 1, 0.2, 0.1
			}
		}
	}
	remembering := marked()
	west, all := censusOf(s, West), censusOf(s, -1)
	var before float64
	for i := range s.Enterprise {
		if s.Enterprise[i].Region == West {
			p, _, _ := plantOf(&s.Enterprise[i])
			before += p
		}
	}
	const million = 8
	Annex(w, s, million)
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	after, total := censusOf(s, West), censusOf(s, -1)
	added := million * 1e6 / float64(w.Weight)
	if got := after.people - west.people; math.Abs(got/added-1) > 0.1 {
		t.Errorf("%v people were added, want about %v", got, added)
	}
	if total.people-all.people != after.people-west.people {
		t.Error("people were added elsewhere")
	}
	if got, want := marked()/remembering, after.people/west.people; math.Abs(got/want-1) > 0.05 {
		t.Errorf("houses that have joined, starved and dug grew by %v, people by %v", got, want)
	}
	if got, want := after.land/west.land, after.people/west.people; math.Abs(got/want-1) > 0.05 {
		t.Errorf("land grew by %v, people by %v", got, want)
	}
	v, grown := &s.Village[common], after.people/west.people
	for what, got := range map[string]float64{"land": v.Land, "horses": v.Herd[Horses] / 2, "grain": v.Grain.Held() / 3} {
		if math.Abs(got/grown-1) > 0.05 {
			t.Errorf("%s of a kolkhoz grew by %v, people by %v", what, got, grown)
		}
	}
	for k := range after.herd {
		if got, want := after.herd[k]/west.herd[k], after.people/west.people; math.Abs(got/want-1) > 0.05 {
			t.Errorf("%s grew by %v, people by %v", KindNames[k], got, want)
		}
	}
	var places float64
	for i := range s.Enterprise {
		if s.Enterprise[i].Region == West {
			p, _, _ := plantOf(&s.Enterprise[i])
			places += p
		}
	}
	if got, want := places/before, 1+added/west.people; !near(got, want) {
		t.Errorf("plant grew by %v, want %v", got, want)
	}
	luck := map[uint32]bool{}
	same := 0
	for b := range s.Block {
		for i := range s.Block[b].Person {
			p := &s.Block[b].Person[i]
			if luck[p.Luck] {
				same++
			}
			luck[p.Luck] = true
			if h := &s.Block[b].House[p.House]; h.Members == 0 {
				t.Fatalf("a person lives in house %d, which counts nobody", p.House)
			}
		}
	}
	if same > 5 {
		t.Errorf("%d people share their luck with somebody", same)
	}
}
