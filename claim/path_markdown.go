package claim

import (
	"fmt"
	"strings"
)

// A PathPage is what the page of paths is made of.
type PathPage struct {
	Scenario string
	Paths    *Paths
	Varied   []Variation
	Swayed   []Sway
	Together int // runs behind these
	Scale    int
	Command  string // that makes the page again
	Reading  string // what it says, in prose, kept by hand
}

// The heading under which somebody says what a page shows, and the one after.
const readingHead, outcomesHead = "## Reading\n\n", "## Outcomes\n\n"

// ReadingOf is what somebody wrote under the heading Reading of a page, so that
// it can stay when the page is written again; "" where there is none.
func ReadingOf(page string) string { return Between(page, readingHead, outcomesHead) }

// Between is the text of a page after one heading and before another, "" where
// the first is not there.
func Between(page, head, next string) string {
	_, rest, _ := strings.Cut(page, head)
	text, _, _ := strings.Cut(rest, next)
	return strings.TrimSpace(text)
}

// A Variation is the paths when one weight is halved or doubled.
type Variation struct {
	Path  string  `json:"path"`
	From  float64 `json:"from"`
	Value float64 `json:"value"`
	Paths *Paths  `json:"paths"`
}

// Told are the outcomes by which variations are told apart.
var Told = []string{"market early", "market to plan by 1940", "collectivisation", "great famine", "partial reform", "market at the end"}

// Markdown is the page.
func (p PathPage) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Paths\n\nWhich systems the country of `%s` goes through when groups choose them within the run, over %s at 1:%d. Written by\n\n    %s\n\n"+
		"Wars, weather and events abroad are as they were in every seed; what differs is luck. Every weight of politics is assumed, and none was fitted to these outcomes.\n\n",
		p.Scenario, Seeds(p.Paths.Seeds), p.Scale, p.Command)
	if p.Paths.Broken > 0 {
		fmt.Fprintf(&b, "%d further %s broke down.\n\n", p.Paths.Broken, plural(p.Paths.Broken, "run", "runs"))
	}
	if p.Reading != "" {
		b.WriteString(readingHead + p.Reading + "\n\n")
	}
	b.WriteString(outcomesHead + "| outcome | what it is | share of seeds |\n|--|--|--:|\n")
	for _, o := range p.Paths.Outcomes {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", o.Name, o.Means, percentOf(o.Share))
	}
	fmt.Fprintf(&b, "\nChanges of system in a run: %.1f in the mean. Dead of hunger from %d on: %.1f million in the mean.\n", p.Paths.PerRun["changes"], lean, p.Paths.PerRun["famine deaths from 1924"])
	b.WriteString("\n## Systems by year\n\nShare of seeds under each.\n\n| |")
	for _, year := range p.Paths.Years {
		fmt.Fprintf(&b, " %d |", year)
	}
	b.WriteString("\n|--|" + strings.Repeat("--:|", len(p.Paths.Years)) + "\n")
	for _, s := range p.Paths.Systems {
		fmt.Fprintf(&b, "| %s |", s.Name)
		for _, share := range s.Shares {
			fmt.Fprintf(&b, " %s |", percentOf(share))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n## Changes\n\nThe first of each kind in a run.\n\n| from | to | share of seeds | 10th percentile | median | 90th |\n|--|--|--:|--:|--:|--:|\n")
	for _, c := range p.Paths.Changes {
		fmt.Fprintf(&b, "| %s | %s | %s | %d | %d | %d |\n", c.From, c.To, percentOf(c.Share), c.Early, c.Mid, c.Late)
	}
	p.varied(&b)
	p.swayed(&b)
	return b.String()
}

// varied is how outcomes move with single weights.
func (p PathPage) varied(b *strings.Builder) {
	if len(p.Varied) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## When a weight is halved or doubled\n\n%s each; with so few, a share can move by a quarter through luck alone. Values stay within the range of the parameter.\n\n| weight | value |", Seeds(p.Varied[0].Paths.Seeds+p.Varied[0].Paths.Broken))
	for _, name := range Told {
		fmt.Fprintf(b, " %s |", name)
	}
	b.WriteString("\n|--|--:|" + strings.Repeat("--:|", len(Told)) + "\n| as it is | |")
	for _, name := range Told {
		fmt.Fprintf(b, " %s |", percentOf(p.Paths.Share(name)))
	}
	b.WriteString("\n")
	for _, v := range p.Varied {
		fmt.Fprintf(b, "| %s | %s instead of %s |", strings.TrimPrefix(v.Path, "Politics."), Figure(v.Value), Figure(v.From))
		for _, name := range Told {
			fmt.Fprintf(b, " %s |", percentOf(v.Paths.Share(name)))
		}
		b.WriteString("\n")
	}
}

// Seeds is so many seeds, in words.
func Seeds(n int) string { return fmt.Sprintf("%d %s", n, plural(n, "seed", "seeds")) }

func percentOf(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
