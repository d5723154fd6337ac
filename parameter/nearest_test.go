package parameter

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	paths := []string{"Plan", "Plan.Ratchet", "Plan.Ratchet.Pull", "Plan.Bonus.Pull", "Kolkhoz", "Shop.Queue"}
	commands := []string{"run", "resume", "diff", "trace", "check", "scenarios", "schedule", "parameters", "explain", "validate", "show"}
	scenarios := []string{"ussr", "ussr-nep", "ussr-no-collectivisation", "ussr-no-war"}
	for _, c := range []struct {
		word  string
		among []string
		want  string
	}{
		{"ratchet", paths[2:], "Plan.Ratchet.Pull"},
		{"Ratchet.Pull", paths, "Plan.Ratchet.Pull"},
		{"rachet", paths, "Plan.Ratchet"},
		{"Bonus.Pul", paths, "Plan.Bonus.Pull"},
		{"kolchoz", paths, "Kolkhoz"},
		{"queues", paths, "Shop.Queue"},
		{"rnu", commands, "run"},
		{"scenario", commands, "scenarios"},
		{"scheudle", commands, "schedule"},
		{"param", commands, "parameters"},
		{"usr", scenarios, "ussr"},
		{"nep", scenarios, "ussr-nep"},
		{"collectivization", scenarios, "ussr-no-collectivisation"},
		{"urban share", []string{"births", "urban_share"}, "urban_share"},
		{"Wolga", []string{"Ukraine", "Volga"}, "Volga"},
		{"feudalism", scenarios, ""},
		{"x", commands, ""},
		{"", commands, ""},
		{strings.Repeat("run", 1000), commands, ""},
	} {
		if got := Nearest(c.word, c.among); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "", 3}, {"abc", "acb", 1}, {"abcd", "acbd", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestDistanceIsSymmetricAndBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.RuneFrom([]rune("abcé.")), 0, 12, -1)
		a, b := []rune(letters.Draw(t, "a")), []rune(letters.Draw(t, "b"))
		d := distance(a, b)
		if d != distance(b, a) || d > max(len(a), len(b)) || d < max(len(a)-len(b), len(b)-len(a)) || (d == 0) != slices.Equal(a, b) {
			t.Fatalf("%q %q: %d", string(a), string(b), d)
		}
	})
}

// One letter left out of a long name still finds it.
func TestNearestForgivesALetter(t *testing.T) {
	names := []string{"scenarios", "schedule", "parameters", "explain", "validate", "resume"}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "name")
		i := rapid.IntRange(0, len(name)-1).Draw(t, "letter")
		if got := Nearest(name[:i]+name[i+1:], names); got != name {
			t.Fatalf("without letter %d of %s: %q", i, name, got)
		}
	})
}

func FuzzNearest(f *testing.F) {
	f.Add("ratchet", "Plan.Ratchet.Pull")
	f.Add("a[", "[]..")
	f.Fuzz(func(t *testing.T, word, name string) {
		if got := Nearest(word, []string{name}); got != "" && got != name {
			t.Fatalf("%q is not among the names", got)
		}
		if n := len([]rune(word)); n >= 1 && n <= longest && word == name && Nearest(word, []string{name}) != name {
			t.Fatalf("%q does not find itself", word)
		}
	})
}
