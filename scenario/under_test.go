package scenario

import "testing"

func TestUnder(t *testing.T) {
	for _, c := range []struct {
		start, system string
		years         int
		name, to      string // to "" where it is refused
	}{
		{"start-1928", "plan-1956", 60, "start-1928-plan-1956", "1987-12"},
		{"start-1917", "", 60, "start-1917", "1977-12"},
		{"industrial", "nep", 1, "industrial-nep", "1928-12"},
		{"industrial", "nep", 0, "", ""},
		{"industrial", "nep", 173, "industrial-nep", "2100-12"},
		{"industrial", "nep", 174, "", ""},
	} {
		s, err := Load(c.start)
		if err != nil {
			t.Fatal(err)
		}
		before := s.Eras
		own := before[len(before)-1].System
		if err := s.Under(c.system, c.years); (err == nil) != (c.to != "") {
			t.Errorf("%s under %s for %d years: %v", c.start, c.system, c.years, err)
			continue
		}
		if before[len(before)-1].System != own {
			t.Errorf("%s: the eras it was made from changed", c.start)
		}
		if c.to == "" {
			continue
		}
		if s.Name != c.name || s.To.String() != c.to {
			t.Errorf("%s under %s for %d years: %s to %v, want %s to %s", c.start, c.system, c.years, s.Name, s.To, c.name, c.to)
		}
		if got := s.Eras[len(s.Eras)-1].System; c.system != "" && got != c.system {
			t.Errorf("%s lives %s, want %s", c.start, got, c.system)
		}
		if err := Check(s, Vocabulary{}); err != nil {
			t.Error(err)
		}
	}
}
