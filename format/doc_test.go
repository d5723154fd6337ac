package format

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every sample of the guide is read.
func TestSamplesOfTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/planning-formats.md")
	if err != nil {
		t.Fatal(err)
	}
	samples := strings.Split(string(guide), "```csv\n")[1:]
	const fewest = 5
	if len(samples) < fewest {
		t.Errorf("%d samples", len(samples))
	}
	for _, rest := range samples {
		text, _, _ := strings.Cut(rest, "```")
		if _, _, err := Read(filepath.Join(put(t, "t.csv", text), "t.csv"), Options{}); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	}
}

// The guide names every kind of row of a recipes table.
func TestTheGuideNamesEveryKindOfRow(t *testing.T) {
	guide, err := os.ReadFile("../docs/planning-formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range RecipeRows() {
		if !strings.Contains(string(guide), "`"+kind[0]+"`") {
			t.Errorf("no word of %s", kind[0])
		}
	}
}
