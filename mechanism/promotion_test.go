package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestPromotionRisen(t *testing.T) {
	usual := Promotion{Rise: 0.2}
	for _, c := range []struct {
		name          string
		m             Promotion
		members, open float64
		want          float64
	}{
		{"off", Promotion{}, 1, 1, 0},
		{"no posts", usual, 1, 0, 0},
		{"no members", usual, 0, 1, 0},
		{"as many posts as members", usual, 1, 1, 0.2 * (1 - 1/math.E)},
		{"posts without end", usual, 1, 1e9, 0.2},
	} {
		if got := c.m.Risen(c.members, c.open); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPromotionEntered(t *testing.T) {
	usual := Promotion{Belief: 0.01, Career: 0.5, Privilege: 0.2}
	for _, c := range []struct {
		name                    string
		m                       Promotion
		people, b, chance, rate float64
		want                    float64
	}{
		{"off", Promotion{}, 100, 1, 1, 2, 0},
		{"believers", usual, 100, 0.5, 0, 2, 0.5},
		{"no belief and no chance", usual, 100, 0, 0, 2, 0},
		{"privilege at equal pay", usual, 100, 0, 0.1, 1, 1},
		{"a post that pays less than privilege makes up for", usual, 100, 0, 1, 0.5, 0},
		{"nobody is left to join", usual, -3, 1, 1, 2, 0},
	} {
		if got := c.m.Entered(c.people, c.b, c.chance, c.rate); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPromotionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Promotion](t)
		members := some(t, "members", 0, absurd)
		few, many := two(t, "posts", 0, absurd)
		rises(t, "more posts, fewer rise", m.Risen(members, few), m.Risen(members, many))
		within(t, "risen", m.Risen(members, many), 0, members)
		far, close := two(t, "likeness", 0, 1)
		rises(t, "less alike, preferred", m.Fitness(members, 1, far, 1), m.Fitness(members, 1, close, 1))
		if got := m.Fitness(members, 1, far, 0); got != members {
			t.Fatalf("nobody chooses, and %v of %v are fit", got, members)
		}
		low, high := two(t, "chance", 0, 1)
		rises(t, "better chances, fewer join", m.Entered(members, 0.5, low, 2), m.Entered(members, 0.5, high, 2))
		within(t, "entered", m.Entered(members, 1, high, absurd), 0, members)
	})
}
