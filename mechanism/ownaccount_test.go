package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestOwnAccountAsked(t *testing.T) {
	usual := OwnAccount{Yield: 1, Most: 0.6, Elasticity: 2}
	for _, c := range []struct {
		name  string
		m     OwnAccount
		price float64
		want  float64
	}{
		{"off", OwnAccount{}, 0.5, 0},
		{"as dear as the shop", usual, 1, 0.3},
		{"half as dear", usual, 0.5, 0.48},
		{"for nothing", usual, 0, 0.6},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Asked(c.price); !near(got, c.want) {
				t.Errorf("Asked(%v) = %v, want %v", c.price, got, c.want)
			}
		})
	}
}

func TestOwnAccountNext(t *testing.T) {
	m := OwnAccount{Yield: 1, Move: 0.1, Low: 0.2}
	for _, c := range []struct {
		name                              string
		price, asked, sold, hours, price2 float64
	}{
		{"all hours are idle", 0.5, 0, 0, 10, 0.45},
		{"as many as are asked for", 0.5, 10, 10, 10, 0.5},
		{"half of what is asked for", 0.5, 20, 10, 10, 0.525},
		{"nobody works", 0.5, 10, 0, 0, 0.55},
		{"nobody works or asks", 0.5, 0, 0, 0, 0.5},
		{"never above the shop's", 1, 20, 10, 10, 1},
		{"never below the lowest", 0.2, 0, 0, 10, 0.2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := m.Next(c.price, c.asked, c.sold, c.hours); !near(got, c.price2) {
				t.Errorf("Next(%v, %v, %v, %v) = %v, want %v", c.price, c.asked, c.sold, c.hours, got, c.price2)
			}
		})
	}
}

func TestOwnAccountBegins(t *testing.T) {
	m := OwnAccount{Yield: 1}
	for _, c := range []struct {
		name                    string
		m                       OwnAccount
		earned, benefit, temper float64
		want                    bool
	}{
		{"off", OwnAccount{}, 10, 0, 0, false},
		{"nothing else to live on", m, 1, 0, 1, true},
		{"as much as a benefit", m, 10, 10, 0.4, true},
		{"who likes to be his own master takes less", m, 6, 10, 0, true},
		{"who does not wants more", m, 14, 10, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Begins(c.earned, c.benefit, c.temper); got != c.want {
				t.Errorf("Begins(%v, %v, %v) = %v, want %v", c.earned, c.benefit, c.temper, got, c.want)
			}
		})
	}
}

func TestOwnAccountStaysInBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[OwnAccount](t)
		price := rapid.Float64Range(m.Low, 1).Draw(t, "price")
		hours := rapid.Float64Range(0, 10).Draw(t, "hours")
		asked := rapid.Float64Range(0, 10).Draw(t, "asked")
		within(t, "asked", m.Asked(price), 0, m.Most)
		within(t, "price", m.Next(price, asked, min(asked, hours), hours), m.Low, 1)
	})
}
