package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

// The base and gain of Allen's equation 50A, for the economy of the 1920s,
// with the weight of age made one at 22.
var allen = Migration{Base: -0.001, Gain: 0.005, Youth: 0.65}

func TestMigrationAway(t *testing.T) {
	with := func(change func(*Migration)) Migration { m := allen; change(&m); return m }
	for _, c := range []struct {
		name                                  string
		m                                     Migration
		age                                   int
		ratio, unemployed, vacancy, rural, no float64
		want                                  float64
	}{
		{"off: nobody leaves", Migration{}, 22, 2, 0, 0.1, 0.82, 0, 0},
		{"Allen 50A at a consumption ratio of 1.6", allen, 22, 1.6, 0, 0, 0.82, 0, 0.0070},
		{"Allen 50A at a consumption ratio of 2.3", allen, 22, 2.3, 0, 0, 0.82, 0, 0.0105},
		{"a third out of work, no gain is worth it", allen, 22, 2.3, 1. / 3, 0, 0.82, 0, 0},
		{"no gain, nobody leaves, and nobody less", allen, 22, 0, 0, 0, 0.82, 0, 0},
		{"open posts draw", with(func(m *Migration) { m.Vacancy = 0.3 }), 22, 1.6, 0, 0.05, 0.82, 0, 0.016},
		{"but not more than a tenth of posts", with(func(m *Migration) { m.Vacancy = 0.3 }), 22, 1.6, 0, 0.5, 0.82, 0, 0.025},
		{"open posts draw in full where the town lives twice as well", with(func(m *Migration) { m.Vacancy = 0.3 }), 22, 2.3, 0, 0.05, 0.82, 0, 0.0255},
		{"open posts draw nobody who lives as well already", with(func(m *Migration) { m.Vacancy = 0.3 }), 22, 1, 0, 0.05, 0.82, 0, 0.004},
		{"half a village, and half of them leave", with(func(m *Migration) { m.Saturation = 1 }), 22, 1.6, 0, 0, 0.41, 0, 0.0035},
		{"passports bar all", allen, 22, 1.6, 0, 0, 0.82, 1, 0},
		{"the old leave a third as often", allen, 80, 1.6, 0, 0, 0.82, 0, 0.35 * 0.0070},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Away(c.age, c.ratio, c.unemployed, c.vacancy, c.rural, c.no); !near(got, c.want) {
				t.Errorf("Away = %v, want %v", got, c.want)
			}
		})
	}
}

// Over the ages the chance is Allen's line times one number, the mean weight
// of age: 0.35 + Youth·0.307 for as many people at each age from 16 to 59. It
// does not depend on the ratio, so the line keeps its form, not its level.
func TestMigrationIsAllensLineTimesTheWeightOfAge(t *testing.T) {
	for _, c := range []struct{ youth, weight float64 }{{0, 0.35}, {0.65, 0.550}, {1.65, 0.857}, {2.117, 1}} {
		m := allen
		m.Youth = c.youth
		for _, ratio := range []float64{0.5, 1, 1.6, 2.3, 4} {
			var mean float64
			for age := 16; age < 60; age++ {
				mean += m.Away(age, ratio, 0, 0, 0.82, 0) / (60 - 16)
			}
			line := m.Base + m.Gain*ratio
			if got := mean / line; got < c.weight-0.001 || got > c.weight+0.001 {
				t.Errorf("Youth %v, ratio %v: the mean is %v of Allen's line, want %v", c.youth, ratio, got, c.weight)
			}
		}
	}
}

func TestMigrationFollowsThePull(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Migration](t)
		age := rapid.IntRange(0, 120).Draw(t, "age")
		level, better := two(t, "ratio", 0, 10)
		idle, idler := two(t, "unemployed", 0, 1)
		full, open := two(t, "vacancy", -1, 1)
		empty, rural := two(t, "rural", 0, 1)
		loose, strict := two(t, "bar", 0, 1)
		at := m.Away(age, level, idler, full, empty, strict)
		within(t, "chance", at, 0, 100)
		rises(t, "more to gain, fewer leave", at, m.Away(age, better, idler, full, empty, strict))
		rises(t, "fewer out of work, fewer leave", at, m.Away(age, level, idle, full, empty, strict))
		rises(t, "more open posts, fewer leave", at, m.Away(age, level, idler, open, empty, strict))
		rises(t, "fuller villages, fewer leave", at, m.Away(age, level, idler, full, rural, strict))
		rises(t, "a looser bar, fewer leave", at, m.Away(age, level, idler, full, empty, loose))
		rises(t, "the young stay", at, m.Away(22, level, idler, full, empty, strict))
	})
}

func TestMigrationBack(t *testing.T) {
	for _, c := range []struct {
		name         string
		m            Migration
		hunger, want float64
	}{
		{"off: the hungry stay", Migration{}, 1, 0},
		{"a tenth of hunger is borne", Migration{Famine: 2}, 0.1, 0},
		{"no hunger sends nobody", Migration{Famine: 2}, 0, 0},
		{"famine empties the towns", Migration{Famine: 2}, 0.6, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Back(c.hunger); !near(got, c.want) {
				t.Errorf("Back(%v) = %v, want %v", c.hunger, got, c.want)
			}
		})
	}
}

// Who earns nothing goes home as far as a chance in town is worth less than the
// village, and the same chance draws those who come.
func TestMigrationHome(t *testing.T) {
	for _, c := range []struct {
		name              string
		m                 Migration
		ratio, idle, want float64
	}{
		{"off: the idle stay", Migration{}, 0.5, 0.5, 0},
		{"a chance worth more than the village keeps them", Migration{Return: 0.5}, 2, 0.1, 0},
		{"a chance worth half of it", Migration{Return: 0.5}, 1, 0.5 / 3, 0.25},
		{"no chance", Migration{Return: 0.5}, 4, 0.4, 0.5},
		{"poorer towns", Migration{Return: 0.5}, 0.6, 0, 0.2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Home(c.ratio, c.idle); !near(got, c.want) {
				t.Errorf("Home(%v, %v) = %v, want %v", c.ratio, c.idle, got, c.want)
			}
		})
	}
}
