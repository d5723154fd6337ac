package behaviour

import (
	"math"
	"testing"

	"gosplan/draw"
	"gosplan/economy"
)

// What keeps couples apart or hungry puts births off; a front does so in its
// own region only.
func TestWhatPutsBirthsOff(t *testing.T) {
	w := &economy.World{Deck: draw.Deck{Seed: 5}}
	w.Physics = economy.DefaultPhysics()
	body, food := &w.Physics.Bodies, &w.Physics.Food
	const women = 200_000
	conceived := func(flags uint8, region uint8, hunger float32, away float64) float64 {
		s := &economy.State{}
		s.Region[1].Cut = 0.5
		l := &life{w: w, s: s, month: 600, away: away}
		h := &economy.House{Region: region, Village: 3, Hunger: hunger}
		n := 0
		for i := range women {
			p := economy.Person{Luck: uint32(i), Flags: economy.Alive | economy.Female | flags, School: 30}
			n += one(l.conceives(&p, h, 27))
		}
		return float64(n) / women
	}
	usual := conceived(economy.Married, 0, 0, 0)
	if usual < 0.05 {
		t.Fatalf("%g of married women of 27 conceive in a quarter", usual)
	}
	for _, c := range []struct {
		name   string
		flags  uint8
		region uint8
		hunger float32
		away   float64
		want   float64 // children over the usual
	}{
		{"nobody's wife", 0, 0, 0, 0, body.Single},
		{"short rations", economy.Married, 0, 0.05, 0, 1},
		{"hunger", economy.Married, 0, 0.7 * float32(food.Barren), 0, 0.51},
		{"famine", economy.Married, 0, float32(food.Barren), 0, 0},
		{"a third of the men in the army", economy.Married, 0, 0, 1.0 / 3, 2.0 / 3},
		{"nobody's wife, a third of the men in the army", 0, 0, 0, 1.0 / 3, body.Single},
		{"a front in her region", economy.Married, 1, 0, 0, 1 - body.Apart*0.5},
		{"a front elsewhere", economy.Married, 2, 0, 0, 1},
	} {
		got := conceived(c.flags, c.region, c.hunger, c.away)
		// children in a year, from conceptions a quarter by those who expect none
		children := func(chance float64) float64 { return 4 * chance / (1 + pregnancy*chance) }
		if ratio := children(got) / children(usual); math.Abs(ratio-c.want) > 0.03 {
			t.Errorf("%s: %.3f of the usual children, wanted %.3f", c.name, ratio, c.want)
		}
	}
}
