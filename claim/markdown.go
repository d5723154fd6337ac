package claim

import (
	"fmt"
	"strings"
)

// A Page is what the page of claims is made of.
type Page struct {
	Registry *Registry
	Findings []Finding
	Scores   []Score
	Results  map[*Test]*Result // of all tests; nil if the rows of theories are not shown in full
	Runs     *Runs
	Pairs    int
	Scale    int    // of all runs; 0 for that of each test
	Partial  bool   // only kept runs were used
	Command  string // that makes the page again
}

// PartialNote is said of a page for which only kept runs were used.
const PartialNote = "Only finished runs that were kept are judged here; tests that lack some have fewer pairs than are stated, or none."

// Markdown is the page: how many claims came to what, where the essay loses,
// the table, the theories, every design with its result, and what broke down.
func (p Page) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# The essay's claims, tested\n\n"+
		"D. Parkinson, *Living in the Shadow of Stalinism*, makes 74 claims. Each was registered with its comparison, statistic, horizon, smallest effect that counts "+
		"and the sign that every theory predicts (`claim/registry.yaml`) before anything was run; designs that turned out to be weak were registered once more, later (`claim/registry-2.yaml`, `claim/registry-3.yaml`). This page is written by\n\n    %s\n\n"+
		"with %d pairs of runs that share their luck, %s. Intervals are 95 %% by bootstrap over pairs; %s "+
		"A verdict is computed: *supported* and *refuted* need an effect of at least the smallest that counts, an interval without zero and p < 0.05; "+
		"*no difference* needs two one-sided tests that show the effect too small to count; *given* is a test all of whose series the scenario imposes or nearly so, which speaks for and against nobody. A claim stands if all its tests that could be run stand, and falls with any of them. "+
		"Verdicts are about this model, which was calibrated on Soviet figures to 1970, and about no other.\n\n",
		p.Command, p.Pairs, p.Registry.AtScale(p.Scale), Needs(p.Pairs, len(p.Registry.Tests())))
	if p.Partial {
		b.WriteString("**" + PartialNote + "**\n\n")
	}
	p.count(&b)
	p.losses(&b)
	p.table(&b)
	p.again(&b)
	b.WriteString(ScoresMarkdown(p.Registry, p.Scores))
	p.designs(&b)
	p.troubles(&b)
	return b.String()
}

func (p Page) count(b *strings.Builder) {
	b.WriteString("| verdict | claims |\n|--|--:|\n")
	for _, v := range Verdicts {
		n := 0
		for i := range p.Findings {
			if p.Findings[i].Verdict == v {
				n++
			}
		}
		fmt.Fprintf(b, "| %s | %d |\n", v, n)
	}
	b.WriteString("\n")
}

func (p Page) losses(b *strings.Builder) {
	b.WriteString("## Where the essay loses\n\n")
	none := true
	for i := range p.Findings {
		f := &p.Findings[i]
		if !f.Loses() {
			continue
		}
		none = false
		fmt.Fprintf(b, "- **%s** %s", f.Claim.Number, f.Claim.Claim)
		for _, res := range f.Results {
			if res.Verdict == Refuted || res.Verdict == Alike {
				unit, _ := res.Test.Shown()
				fmt.Fprintf(b, " *%s* The essay needs %s; it is %s %s: %s.", res.Test.Ask, signWords[res.Test.Predicts[Essay]], res.Interval(), unit, res.Why)
			}
		}
		b.WriteString("\n")
	}
	if none {
		b.WriteString("Nowhere, as far as this can be shown with so many pairs.\n")
	}
	b.WriteString("\n")
}

func (p Page) table(b *strings.Builder) {
	b.WriteString("## All claims\n\nThe column *again* has the verdicts on later designs, where the first was weak.\n\n| | claim | verdict | again | why | closest |\n|--|--|--|--|--|--|\n")
	for i := range p.Findings {
		f := &p.Findings[i]
		theories, _, _ := f.Closest()
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", f.Claim.Number, f.Claim.Claim, f.Verdict, f.Later(), f.Why, strings.Join(theories, " "))
	}
	b.WriteString("\n")
}

func (p Page) designs(b *strings.Builder) {
	b.WriteString("## Every test\n\nThe effect is the compared figure, seed by seed; + - 0 ? say where it lies. The last column is what each theory predicts.\n\n" +
		"| | asked | compared | statistic | smallest | scale | pairs | effect | d | p | found | predicted |\n|--|--|--|--|--|--|--:|--|--|--|--|--|\n")
	row := func(number string, res *Result) {
		effect := res.Interval()
		if res.Missing != "" {
			effect = res.Missing
		}
		least, unit := res.Test.smallest()
		var words []string
		for _, code := range p.Registry.Codes() {
			if sign := res.Test.Predicts[code]; sign != "" {
				words = append(words, code+string(sign))
			}
		}
		fmt.Fprintf(b, "| %s | %s | %s | `%s` | %s %s | 1:%d | %d | %s | %s | %s | %s | %s |\n", number, res.Test.Ask, res.Test.Compare, res.Test.Statistic,
			least, unit, p.Registry.scaled(res.Test, p.Scale), res.Effect.N, effect, Figure(res.Effect.Size), Figure(res.P), res.Found, strings.Join(words, " "))
	}
	for i := range p.Findings {
		for _, res := range p.Findings[i].Results {
			row(p.Findings[i].Claim.Number, res)
		}
		n := 0
		for again := range p.Findings[i].Designs() {
			for _, res := range again.Results {
				row(again.Claim.Number+" "+nth(n), res)
			}
			n++
		}
	}
	p.tells(row)
	b.WriteString("\n## Arms\n\n| arm | is |\n|--|--|\n")
	for _, name := range p.Registry.armNames() {
		fmt.Fprintf(b, "| %s | %s |\n", name, p.Registry.Arms[name])
	}
	b.WriteString("\n")
}

func (p Page) troubles(b *strings.Builder) {
	b.WriteString("## Runs that broke down\n\nOutput fell by more than 15 % within three years, or the run failed. Breakdowns in war are those of history.\n\n")
	for _, name := range p.Registry.armNames() {
		if lines := p.Runs.Troubles(name); len(lines) > 0 {
			fmt.Fprintf(b, "- **%s**: %s\n", name, strings.Join(lines, "; "))
		}
	}
}

// ScoresNote says how scores are to be read.
const ScoresNote = "A row counts when all that the theory predicts of it is right. " +
	"The interval is that of the share of right rows when seeds are drawn anew and effects are read by their mean; " +
	"the last column is in how many of those draws no theory does better. Who speaks to few rows has fewer to get wrong."

// ScoresMarkdown is the part of the page on theories.
func ScoresMarkdown(r *Registry, scores []Score) string {
	var b strings.Builder
	b.WriteString("## Theories\n\nHow many of the tests that tell them apart each gets right. " + ScoresNote + "\n\n" +
		"| | theory | right | wrong | open | share | interval | best |\n|--|--|--:|--:|--:|--|--|--|\n")
	for _, s := range scores {
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %s | %s to %s | %s |\n", s.Theory, s.Name, s.Right, s.Wrong, s.Open, Figure(s.Share), Figure(s.Low), Figure(s.High), Figure(s.Best))
	}
	b.WriteString("\n| |")
	for _, s := range scores {
		fmt.Fprintf(&b, " %s |", s.Theory)
	}
	b.WriteString("\n|--|" + strings.Repeat("--|", len(scores)) + "\n")
	for i := range r.Tells {
		fmt.Fprintf(&b, "| %s %s |", r.Tells[i].Number, r.Tells[i].Title)
		for _, s := range scores {
			fmt.Fprintf(&b, " %s |", s.Rows[i])
		}
		b.WriteString("\n")
		r.firstRow(&b, i, scores)
	}
	b.WriteString("\n")
	return b.String()
}
