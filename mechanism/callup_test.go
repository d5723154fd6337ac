package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCallUp(t *testing.T) {
	m := CallUp{From: 18, Ages: 3, Term: 2, Cadre: 0.3, Unfit: 0.1, Most: 0.5}
	var reserve [ServingYears]float64
	for a := range reserve {
		reserve[a] = 1
	}
	for _, c := range []struct {
		name  string
		order float64
		r     Ranks
		want  Levy // Reserve aside
		until int  // ages of the reserve that are called, whole or in part
	}{
		{"nothing to do", 4, Ranks{Serving: 4, Long: 1.2, First: 3}, Levy{}, 0},
		{"peace calls the young", 4, Ranks{Serving: 3, Long: 1.2, First: 4}, Levy{First: 0.25}, 0},
		{"who has served his term goes home and is replaced", 4, Ranks{Serving: 4, Fresh: 0.4, Long: 1.2, First: 4}, Levy{First: 0.1, Fresh: 1}, 0},
		{"the cadre lacks some and keeps them", 4, Ranks{Serving: 4, Fresh: 0.4, Long: 0.8, First: 4}, Levy{}, 0},
		{"too few young men: the term is longer", 4, Ranks{Serving: 4, Fresh: 0.4, Long: 1.2, First: 0.1}, Levy{First: 1, Fresh: 0.25}, 0},
		{"without an age of call-up nobody goes home while the order stands", 4, Ranks{Serving: 4, Fresh: 0.4, Long: 3}, Levy{}, 0},
		{"a war keeps all and takes half of ten years more", 12, Ranks{Serving: 4, Fresh: 0.4, Long: 1.2, First: 3}, Levy{First: 1}, 10},
		{"a war that reaches the last", 60, Ranks{Serving: 4, Long: 1.2, First: 3}, Levy{First: 1}, ServingYears},
		{"an army shrinks by those whose term is just over, then by who served longest", 3, Ranks{Serving: 4, Fresh: 0.2, Long: 1.6}, Levy{Fresh: 1, Long: 0.5}, 0},
		{"and then by the others", 1, Ranks{Serving: 4, Fresh: 0.2, Long: 1.6}, Levy{Fresh: 1, Long: 1, Rest: 1.2 / 2.2}, 0},
	} {
		c.r.Reserve = reserve
		got := m.Levy(c.order, &c.r)
		if !near(got.First, c.want.First) || !near(got.Fresh, c.want.Fresh) || !near(got.Long, c.want.Long) || !near(got.Rest, c.want.Rest) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		for a, chance := range got.Reserve {
			if chance > 0 != (a < c.until) {
				t.Errorf("%s: age %d is called at %v", c.name, 18+a, chance)
			}
		}
	}
}

// Without a law an army is raised from whoever is fit, and nobody goes home while
// the order stands.
func TestWithoutCallUp(t *testing.T) {
	r := Ranks{Serving: 1, Long: 1}
	for a := range r.Reserve {
		r.Reserve[a] = 1
	}
	got := CallUp{}.Levy(3, &r)
	if got.Reserve[0] != 1 || got.Reserve[1] != 1 || got.Reserve[2] != 0 || got.Long != 0 {
		t.Errorf("an army of three out of one: %+v", got)
	}
}

// Whatever the order, an army is as large as it says or as it can be in a quarter.
func TestCallUpMeetsTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[CallUp](t)
		men := rapid.Float64Range(0, 5)
		r := Ranks{Fresh: men.Draw(t, "fresh"), Long: men.Draw(t, "long"), First: men.Draw(t, "first")}
		r.Serving = r.Fresh + r.Long + men.Draw(t, "others")
		all := r.Serving + r.First
		for a := range r.Reserve {
			r.Reserve[a] = men.Draw(t, "reserve")
			if m.Most == 0 { // nothing bounds it
				all += r.Reserve[a]
			}
			all += m.Most * r.Reserve[a]
		}
		order := rapid.Float64Range(0, 200).Draw(t, "order")
		l := m.Levy(order, &r)
		then := r.Serving - l.Fresh*r.Fresh - l.Long*r.Long - l.Rest*(r.Serving-r.Fresh-r.Long) + l.First*r.First
		for a, chance := range l.Reserve {
			within(t, "chance", chance, 0, 1)
			then += chance * r.Reserve[a]
		}
		if want := min(order, all); then < want-1e-6 || then > want+1e-6 {
			t.Fatalf("%v under arms, want %v", then, want)
		}
	})
}
