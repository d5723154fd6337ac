package scenario

import (
	"math"
	"reflect"
	"testing"
)

// Whoever knows a year and nothing after it expects it to go on, with harvests
// as they were in the mean of what is remembered and a war that comes to its end.
func TestStanding(t *testing.T) {
	g := Given{
		Weather: Regional{1920: {"Volga": 0.5}, 1921: {"Volga": 0.4}}, War: Path{1918: 0.6, 1921: 0}, OilPrice: Path{1920: 7, 1921: 9},
		Threat: Path{1920: 0.4, 1922: 0.2}, Occupied: Regional{1920: {"Ukraine": 0.5}, 1921: {"Ukraine": 0.1}}, WarDeaths: Path{1920: 2, 1921: 0},
		Annexed: Path{1917: 0, 1922: 20}, Mortality: Path{1920: 1, 1930: 0.5},
	}
	s := g.Standing(1920, 3, Expected{War: 2, Harvests: 5})
	if s.War.At(1920) != 0.6 || s.War.At(1921) != 0.3 || s.War.At(1922) != 0.15 || s.OilPrice.At(1925) != 7 || s.WarDeaths.At(1921) != 1 || s.Annexed.At(1922) != 0 {
		t.Errorf("war, oil, deaths, land: %v %v %v %v", s.War, s.OilPrice, s.WarDeaths, s.Annexed)
	}
	if math.Abs(s.Weather.At(1921, "Volga", 1)-0.9) > 1e-12 || s.Weather.At(1923, "Ukraine", 1) != 1 || s.Occupied.At(1921, "Ukraine", 0) != 0.25 || s.Occupied.At(1923, "Ukraine", 0) != 0.0625 || s.Occupied.At(1924, "Ukraine", 0) != 0 {
		t.Errorf("weather %v, occupied %v", s.Weather, s.Occupied)
	}
	if now := g.Threat.Between(1920, 12); s.Threat.Between(1923, 6) != now {
		t.Errorf("threat %v, not %v", s.Threat, now)
	}
	if now := g.Mortality.Between(1920, 12); s.Mortality.Between(1928, 1) != now {
		t.Errorf("mortality %v, not %v", s.Mortality, now)
	}
	g.Weather[1920]["Volga"] = 9
	if reflect.DeepEqual(s, g) {
		t.Error("what is expected is what is given")
	}
}

// Whoever looks ahead expects what is ordered now to go on, whatever the script
// orders next.
func TestStandingDecisions(t *testing.T) {
	d := Decided{
		GrainImportCeiling: Path{1920: 3, 1921: 30}, CurrencyReform: Path{1917: 1, 1920: 0.5, 1921: 0.1, 1922: 1},
		RetailPriceOrder: Path{1920: 2, 1921: 3}, DraughtLevy: Path{1918: 0.4, 1921: 0.8}, FarmInvestment: Path{1919: 0.1, 1920: 0.3, 1921: 0.5},
		SchoolPlaces: Path{1925: 4}, SeedLoans: Regional{1920: {"Volga": 1}},
	}
	s := d.Standing(1920, 3, Expected{War: 2, Harvests: 5})
	for _, c := range []struct {
		what string
		got  float64
		want float64
	}{
		{"imports go on", s.GrainImportCeiling.At(1922), 3},
		{"and have been what they are", s.GrainImportCeiling.At(1920), 3},
		{"no money is exchanged this year", s.CurrencyReform.At(1920), 1},
		{"nor later", s.CurrencyReform.At(1921), 1},
		{"no list of prices", s.RetailPriceOrder.At(1921), 0},
		{"horses are taken as long as there is war", s.DraughtLevy.At(1920), 0.4},
		{"which may end", s.DraughtLevy.At(1922), 0.1},
		{"a line stays where it is", s.FarmInvestment.Between(1922, 6), d.FarmInvestment.Between(1920, 1)},
		{"what was ordered is known", s.DraughtLevy.At(1918) + s.CurrencyReform.At(1919), 1.4},
		{"what is said of later years only is said", s.SchoolPlaces.Between(1921, 3), 4},
		{"nothing is said of taxes", s.IncomeTax.At(1921), 0},
		{"regions", float64(len(s.SeedLoans)), 0},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

// A world at peace gives up no horses and no fuel to an army, and gets no help
// of allies, whichever scenario it was made from.
func TestNoWarTakesNothing(t *testing.T) {
	for _, name := range builtin {
		s, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		war := 0.0 // and what the war of the last years left
		for year := s.From.Year; year <= s.To.Year; year++ {
			war = max(war-0.25, s.Nature.War.At(year))
			taken := s.Decisions.DraughtLevy.At(year) + s.Decisions.FuelWithheld.At(year) + s.Nature.LendLease.At(year)
			if war <= 0 && taken > 0 {
				t.Errorf("%s: in %d, in peace, an army takes or allies give %v", name, year, taken)
			}
		}
	}
}

// What asks what would have happened from a year on is the same before it.
func TestScenariosPartWhereTheySay(t *testing.T) {
	history, err := Load("ussr")
	if err != nil {
		t.Fatal(err)
	}
	for name, parts := range map[string]int{
		"ussr-nep": 1928, "ussr-no-collectivisation": 1928, "ussr-no-war": 1939, "ussr-peace": 1921, "ussr-flat-oil": 1971,
		"ussr-endogenous": 1920, "ussr-ogas": 1965, "ussr-ogas-truthful": 1965, "transition-at-once": 1988, "transition-by-steps": 1988, "start-1928": 1928,
	} {
		s, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range [][2]any{{history.Decisions, s.Decisions}, {history.Nature, s.Nature}} {
			was, is := reflect.ValueOf(part[0]), reflect.ValueOf(part[1])
			for k := range was.NumField() {
				before, path := was.Field(k).Interface().(Path)
				if !path {
					continue
				}
				now := is.Field(k).Interface().(Path)
				for year := history.From.Year; year < min(parts, s.To.Year); year++ {
					if before.At(year) != now.At(year) {
						t.Errorf("%s: %s is %v in %d, where history has %v", name, was.Type().Field(k).Name, now.At(year), year, before.At(year))
						break
					}
				}
			}
		}
	}
}
