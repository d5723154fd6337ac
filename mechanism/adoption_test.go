package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAdoptionHeard(t *testing.T) {
	usual := Adoption{Hear: 0.1, Quick: 0.3}
	for _, c := range []struct {
		name  string
		m     Adoption
		peers float64
		want  float64
	}{
		{"off: nobody weighs anything", Adoption{}, 1, 0},
		{"word comes from afar when no peer uses it", usual, 0, 0.03},
		{"half of the peers use it", usual, 0.5, 0.165},
		{"everybody uses it, so it is weighed as often as anything is", usual, 1, 0.3},
		{"without word from afar the first user never comes", Adoption{Quick: 0.3}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Heard(c.peers); !near(got, c.want) {
				t.Errorf("Heard(%v) = %v, want %v", c.peers, got, c.want)
			}
		})
	}
}

func TestAdoptionSpreadsByPeers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Adoption](t)
		few, many := two(t, "peers", 0, 1)
		rises(t, "more peers, less word", m.Heard(few), m.Heard(many))
		within(t, "chance", m.Heard(many), 0, m.Quick)
	})
}
