package report

import (
	"strings"
	"testing"

	"gosplan/measure"
)

// A reader is told what stands behind the 100 of an index: the record, or a
// level that is assumed as no figure of 1928 is at hand.
func TestIndexesSayWhatTheirLevelIs(t *testing.T) {
	const record, assumed = "the level of the record in 1928", "a level assumed for 1928"
	for _, c := range []struct{ name, level string }{
		{"gdp", record},
		{"gdp_early", record},
		{"gdp_per_head", record},
		{"consumption_per_head", assumed},
		{"real_wage", assumed},
		{"horses", ""},
	} {
		said := meaning(measure.Find(c.name))
		rest, level := onLevel(said)
		if level != c.level || strings.Contains(rest, "100") || rest == said != (c.level == "") {
			t.Errorf("%s: 100 is %q, want %q, of %q", c.name, level, c.level, said)
		}
		if same := sameLevel(said); c.level != "" && same != rest+" 100 is the same for all: "+c.level+"." || c.level == "" && same != said {
			t.Errorf("%s: side by side it means %q", c.name, same)
		}
		if c.level != "" && !strings.Contains(levels(50, level), "50 % of "+c.level) {
			t.Errorf("%s: the note says %q", c.name, levels(50, level))
		}
	}
}
