package docs

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// missedLine is a line of what is missed on the page of validation: what, in
// which years, and the rest.
var missedLine = regexp.MustCompile(`(?m)^- (.+), (\d{4})-(\d{4}) \((?:emerges|driven)\): `)

// missedBands names what the page of validation says is missed.
func missedBands(t *testing.T) string { return missedOf(read(t, "validation.md")) }

func missedOf(page string) string {
	_, list, _ := strings.Cut(page, "\nMissed:\n")
	list, _, _ = strings.Cut(list, "\n## ")
	var names []string
	for _, m := range missedLine.FindAllStringSubmatch(list, -1) {
		names = append(names, fmt.Sprintf("%s (%s–%s)", inSentence(m[1]), m[2], m[3]))
	}
	if len(names) == 0 {
		return "The last validation misses no band.\n"
	}
	return fmt.Sprintf("Bands that the last validation misses, %d: %s.\n", len(names), strings.Join(names, "; "))
}

// inSentence is a title as it stands within a sentence: GDP stays GDP.
func inSentence(title string) string {
	letters := []rune(title)
	if len(letters) > 1 && unicode.IsUpper(letters[1]) {
		return title
	}
	return string(unicode.ToLower(letters[0])) + string(letters[1:])
}

func TestWhatIsMissedIsNamed(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"nothing", "# How close\n\n## Whole series\n\n- Grain, 1930-1931 (driven): 2\n", "misses no band"},
		{"a name with a comma", "x\n\nMissed:\n\n- Deaths from hunger, Ukraine, 1931-1934 (driven): 2.03 million, wanted 2.6 to 3.9\n\n## More\n", "misses, 1: deaths from hunger, Ukraine (1931–1934).\n"},
		{"an acronym, and what follows the list", "x\n\nMissed:\n\n- GDP per head, 1917-1970 (emerges): 12, wanted at most 10\n- Storming, 1955-1985 (emerges): 1\n\n## More\n\n- Wages, 1930-1940 (driven): 3\n",
			"misses, 2: GDP per head (1917–1970); storming (1955–1985).\n"},
	} {
		if got := missedOf(c.page); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
