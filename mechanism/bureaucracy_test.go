package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestBureaucracyPosts(t *testing.T) {
	usual := Bureaucracy{Work: 0.02, Allotted: 0.5, Failed: 2}
	for _, c := range []struct {
		name                             string
		m                                Bureaucracy
		clients, planned, trouble, blame float64
		want                             float64
	}{
		{"off: nobody is wanted", Bureaucracy{}, 100, 1, 1, 9, 0},
		{"who is blamed for nothing asks for nobody", usual, 100, 1, 1, 0, 0},
		{"blame no dearer than a post is borne", usual, 100, 1, 1, 1, 0},
		{"clients who buy by themselves and lack nothing", usual, 100, 0, 0, 9, 4},
		{"allotment makes work", usual, 100, 1, 0, 9, 6},
		{"failed orders make work", usual, 100, 0, 0.5, 9, 8},
		{"four times the blame, not four times the posts", usual, 100, 0, 0, 36, 10},
		{"an office without clients", usual, 0, 1, 1, 9, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Posts(c.clients, c.planned, c.trouble, c.blame); !near(got, c.want) {
				t.Errorf("Posts(%v, %v, %v, %v) = %v, want %v", c.clients, c.planned, c.trouble, c.blame, got, c.want)
			}
		})
	}
}

// TestBureaucracyIsABestResponse holds the posts to the head's own aim.
func TestBureaucracyIsABestResponse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Bureaucracy{
			Work:     rapid.Float64Range(0.001, 0.2).Draw(t, "work"),
			Allotted: rapid.Float64Range(0, 3).Draw(t, "allotted"),
			Failed:   rapid.Float64Range(0, 10).Draw(t, "failed"),
		}
		clients, planned, trouble := some(t, "clients", 1, 1e6), some(t, "planned", 0, 1), some(t, "trouble", 0, 1)
		blame := some(t, "blame", 0, 100)
		matters := clients * (1 + m.Allotted*planned + m.Failed*trouble)
		aim := func(n float64) float64 { return -blame*matters/(1+n/(m.Work*matters)) - n/m.Work }
		n := m.Posts(clients, planned, trouble, blame)
		for _, other := range []float64{0, 0.5 * n, 0.9 * n, 1.1 * n, 2 * n, n + m.Work*matters} {
			if best := aim(n); aim(other) > best+1e-9*math.Abs(best) {
				t.Fatalf("%v posts are better than the %v asked for", other, n)
			}
		}
	})
}

func TestBureaucracyGrowsWithTrouble(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Bureaucracy](t)
		clients, planned, blame := some(t, "clients", 0, absurd), some(t, "planned", 0, 1), some(t, "blame", 0, 100)
		calm, troubled := two(t, "trouble", 0, 1)
		rises(t, "more trouble, fewer officials", m.Posts(clients, planned, calm, blame), m.Posts(clients, planned, troubled, blame))
		rises(t, "allotment, fewer officials", m.Posts(clients, 0, calm, blame), m.Posts(clients, planned, calm, blame))
	})
}
