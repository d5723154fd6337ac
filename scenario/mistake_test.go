package scenario

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// vocabulary stands in for what the economy below knows.
var vocabulary = Vocabulary{
	Systems:    []string{"soviets-1917", "war-communism", "nep", "plan-1929", "plan-1940", "plan-1956", "councils-1957", "sales-profit-1965", "state-orders-1988", "competitive-capitalism"},
	Removable:  []string{"Plan", "Plan.Ratchet", "Kolkhoz", "Shop.Queue"},
	Forms:      []string{"Labour"},
	Parameters: []string{"Plan.Ratchet.Pull", "Plan.Bonus.Pull", "Kolkhoz.Share"},
}

// TestMistakes holds the messages to the files testdata/mistakes/NAME.yaml
// and NAME.txt; -update writes the latter again.
func TestMistakes(t *testing.T) {
	inputs, err := filepath.Glob("testdata/mistakes/*.yaml")
	if err != nil || len(inputs) == 0 {
		t.Fatal("no inputs", err)
	}
	for _, input := range inputs {
		t.Run(strings.TrimSuffix(filepath.Base(input), ".yaml"), func(t *testing.T) {
			s, err := Load(input)
			if err == nil {
				err = Check(s, vocabulary)
			}
			if err == nil {
				t.Fatal("no mistake found")
			}
			golden := strings.TrimSuffix(input, ".yaml") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(err.Error()+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, readErr := os.ReadFile(golden)
			if readErr != nil {
				t.Fatal(readErr)
			}
			if err.Error()+"\n" != string(want) {
				t.Errorf("got\n%s\nwant\n%s", err, want)
			}
			if !strings.HasPrefix(err.Error(), input) {
				t.Error("the message does not begin with the file")
			}
		})
	}
}

func TestHostileFilesAreRefused(t *testing.T) {
	deep := strings.Repeat("[", 40_000)
	bomb := "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n"
	for name, text := range map[string]string{
		"too large":      "version: 1 #" + strings.Repeat("x", largest),
		"brackets":       "version: 1\neras: " + deep,
		"braces":         strings.Repeat("{a: ", 40_000),
		"dashes":         strings.Repeat("- ", 40_000),
		"colons":         strings.Repeat("a: ", 30_000),
		"alias bomb":     bomb,
		"merge":          "version: 1\nextends: ussr\nset: {<<: {a: 1}}\n",
		"tag":            "version: !!int 1\nextends: ussr\n",
		"question marks": strings.Repeat("? ", 30_000),
		"many keys":      "version: 1\n" + strings.Repeat("a: b\n", 40_000),
		"many entries":   "version: 1\neras:\n" + strings.Repeat(" - b\n", 40_000),
		"not text":       "version: 1\n\xff\xfe: 2\n",
		"two documents":  "version: 1\nextends: ussr\n---\nversion: 1\n",
		"list":           "- version\n",
		"nothing":        "# only a comment\n",
		"zero byte":      "version: 1\nname: \x00\n",
	} {
		if _, err := Parse("hostile.yaml", []byte(text)); err == nil {
			t.Errorf("%s: taken", name)
		} else if len(err.Error()) > 4000 {
			t.Errorf("%s: a message of %d bytes", name, len(err.Error()))
		}
	}
}
