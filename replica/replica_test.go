package replica

import (
	"testing"

	"gosplan/draw"
	"gosplan/parameter"
)

// What a paper's equations give must come out here, unless the figure says
// why it does not; and what says so must be missed by some seed.
func TestPublishedFiguresAreReproduced(t *testing.T) {
	for _, m := range Models() {
		t.Run(m.Name, func(t *testing.T) {
			t.Parallel()
			r, err := Replicate(t.Context(), m, 1, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range r.Rows {
				t.Logf("%-60s %.5g (%.5g to %.5g), published %s", row.Title, row.Mean, row.Least, row.Most, row.Published)
				if row.Mark != Recalled && row.Miss == "" && !row.Inside {
					t.Errorf("%s: %v over seeds %v to %v, published %s", row.Name, row.Mean, row.Least, row.Most, row.Published)
				}
				if row.Miss != "" && row.InsideSeeds == len(row.Values) {
					t.Errorf("%s is reproduced by every seed and yet says why it is missed", row.Name)
				}
			}
		})
	}
}

// The names by which a model is asked for, and all that its page says.
func TestEveryModelIsWhole(t *testing.T) {
	known := map[string]bool{}
	for _, m := range Models() {
		if known[m.Name] {
			t.Errorf("two models are called %s", m.Name)
		}
		known[m.Name] = true
		for what, text := range map[string]string{"title": m.Title, "claim": m.Claim, "equations": m.Equations, "source": m.Source} {
			if text == "" {
				t.Errorf("%s has no %s", m.Name, what)
			}
		}
		if m.Parameters != nil {
			if err := parameter.Check(m.Parameters); err != nil {
				t.Errorf("%s: %v", m.Name, err)
			}
		}
		named := map[string]bool{}
		for _, f := range m.Figures {
			if named[f.Name] || f.Title == "" || f.Source == "" || f.Mark == "" || !(f.Low <= f.High) {
				t.Errorf("%s: figure %q is not whole", m.Name, f.Name)
			}
			named[f.Name] = true
		}
		if found, err := Find(m.Name); err != nil || found.Name != m.Name {
			t.Errorf("%s is not found: %v", m.Name, err)
		}
	}
	if _, err := Find("gooodwin"); err == nil {
		t.Error("a mistyped name was found")
	}
}

// The same seed gives the same figures, and, where there is luck, another
// seed gives others.
func TestLuckIsTheSeeds(t *testing.T) {
	for _, m := range Models() {
		t.Run(m.Name, func(t *testing.T) {
			t.Parallel()
			one, err := m.Run(draw.Deck{Seed: 7}, nil)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := m.Run(draw.Deck{Seed: 7}, NewLog(m.Name))
			other, _ := m.Run(draw.Deck{Seed: 8}, nil)
			differs := false
			for _, f := range m.Figures {
				if one[f.Name] != again[f.Name] {
					t.Errorf("%s: %v and again %v", f.Name, one[f.Name], again[f.Name])
				}
				differs = differs || one[f.Name] != other[f.Name]
			}
			if differs != m.Lucky {
				t.Errorf("seeds differ: %v, and the model says %v", differs, m.Lucky)
			}
		})
	}
}

func TestFiguresHaveTheirDigits(t *testing.T) {
	for _, c := range []struct {
		name  string
		f     Figure
		value float64
		want  bool
	}{
		{"a number that rounds to it", digits("", "", "", 0.71, 2), 0.7149, true},
		{"a number that rounds away", digits("", "", "", 0.71, 2), 0.7151, false},
		{"inside an interval", between("", "", "", 1.5, 1.7, 1), 1.46, true},
		{"outside an interval", between("", "", "", 1.5, 1.7, 1), 1.76, false},
		{"nothing is not above nothing", above("", "", "", 0), 0, false},
		{"a little is", above("", "", "", 0), 1e-9, true},
		{"nothing is not below nothing", below("", "", "", 0), 0, false},
	} {
		if got := c.f.Has(c.value); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
