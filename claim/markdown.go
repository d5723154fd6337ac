package claim

import (
	"fmt"
	"slices"
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
	Look     *Look  // how far a first look went; nil if it was none
	Command  string // that makes the page again
}

// PartialNote is said of a page for which only kept runs were used.
const PartialNote = "Only finished runs that were kept are judged here; tests that lack some have fewer pairs than are stated, or none."

// Markdown is the page: how to read it, how many claims came to what, where the
// essay loses, the table, the theories, every design with its result, and what
// broke down.
func (p Page) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# The essay's claims, tested\n\n%s\n\n", Counted(p.Findings))
	if p.Partial {
		b.WriteString("**" + PartialNote + "**\n\n")
	}
	if p.Look != nil {
		b.WriteString("**" + p.Look.String() + "**\n\n")
	}
	p.reading(&b)
	p.losses(&b)
	p.untested(&b)
	p.table(&b)
	p.again(&b)
	b.WriteString(ScoresMarkdown(p.Registry, p.Scores))
	p.designs(&b)
	p.troubles(&b)
	return b.String()
}

// reading says what the page is and how it was made.
func (p Page) reading(b *strings.Builder) {
	tests := p.Registry.Tests()
	fmt.Fprintf(b, "## Reading\n\n"+
		"- The claims are those of D. Parkinson, *Living in the Shadow of Stalinism*. What each compares, over which years, what effect counts and what every theory predicts was registered before anything was run (`claim/registry.yaml`). "+
		"Designs that turned out to be faulty were registered again, with results in sight (`claim/registry-2.yaml` and later). The verdict on the latest design counts; the earlier one stands beside it.\n"+
		"- A test holds runs against each other, or one against a level. *Supported*: all tests that could be run come out as the essay says. *Refuted*: in one a difference that counts lies elsewhere. "+
		"*No difference*: one is shown to be too small to count. *Undetermined*: neither is shown, or what agrees proves little. *Without a valid test*: the verdict, whichever it were, would rest on figures alone on which the model misses the record; such claims are counted neither for nor against the essay, and rows of theories on such figures are open. *Given*: what was put in settles all that is asked, which speaks for and against nobody: a scenario imposes it, or a parameter on which it depends was set by hand, institution by institution, on the record of the same figure, and differs between the sides or the years that are compared. *Outside the model*: it cannot speak to it.\n"+
		"- %s Figures of the record are read where it has 90 %% of the years; a mean follows the line between years of the record that are at most %d apart. Where the record has no output outside agriculture, GDP is taken in its place, in the record and in the run. An index of the record begins in 1928 where the run is.\n"+
		"- %s\n"+
		"- Verdicts are about this model, which was calibrated on Soviet figures to 1970, and about no other.\n\n", Missed(p.Findings), apart, p.repeated())
	fmt.Fprintf(b, "## How it was computed\n\n    %s\n\nwith %d pairs of runs that share their luck, %s. Intervals are 95 %% by bootstrap over pairs. %s "+
		"*Supported* and *refuted* need an effect of at least the smallest that counts, an interval without zero and p < 0.05; *no difference* needs two one-sided tests.\n\n",
		p.Command, p.Pairs, p.Registry.AtScale(p.Scale), Needs(p.Pairs, len(tests)))
}

// repeated says which tests ask what another does.
func (p Page) repeated() string {
	same := p.Registry.Same()
	if len(same) == 0 {
		return "No test asks what another does."
	}
	return fmt.Sprintf("Of %d tests %d repeat another: the same arms, statistic and sign. They are no further evidence, and say whose figure it is.", len(p.Registry.Tests()), len(same))
}

func (p Page) losses(b *strings.Builder) {
	b.WriteString("## Where the essay loses\n\nBy the latest designs.\n\n")
	none, same := true, p.Registry.Same()
	for i := range p.Findings {
		f := p.Findings[i].Latest()
		if !f.Loses() {
			continue
		}
		none = false
		fmt.Fprintf(b, "- **%s** %s", f.Claim.Number, f.Claim.Claim)
		for _, res := range f.Results {
			if res.Verdict != Refuted && res.Verdict != Alike {
				continue
			}
			if of := same[res.Test]; of != "" {
				fmt.Fprintf(b, " The same test as %s.", of)
				continue
			}
			b.WriteString(" " + res.Sentence())
			if res.Misses() {
				b.WriteString(" " + res.Recorded.Against(res.Test))
			}
		}
		if earlier := p.Findings[i].Earlier(); earlier != "" {
			fmt.Fprintf(b, " (%s.)", sentenceStart(earlier))
		}
		b.WriteString("\n")
	}
	if none {
		b.WriteString("Nowhere, as far as this can be shown with so many pairs.\n")
	}
	b.WriteString("\n")
}

// untested tells of the claims on which the model cannot judge, and what their
// tests come to all the same.
func (p Page) untested(b *strings.Builder) {
	var lines []string
	for i := range p.Findings {
		f := p.Findings[i].Latest()
		if f.Verdict != Untestable {
			continue
		}
		line := fmt.Sprintf("- **%s** %s", f.Claim.Number, f.Claim.Claim)
		for _, res := range f.Results {
			if res.Misses() && res.Verdict != "" {
				line += fmt.Sprintf(" %s By itself: %s. %s", res.Sentence(), res.Verdict, res.Recorded.Against(res.Test))
			}
		}
		if earlier := p.Findings[i].Earlier(); earlier != "" {
			line += fmt.Sprintf(" (%s.)", sentenceStart(earlier))
		}
		lines = append(lines, line)
	}
	if len(lines) > 0 {
		fmt.Fprintf(b, "## Where the model cannot judge\n\nBy the latest designs. Tests that can judge give these claims no verdict; those that follow would, and miss the record.\n\n%s\n\n", strings.Join(lines, "\n"))
	}
}

func (p Page) table(b *strings.Builder) {
	b.WriteString("## All claims\n\nThe verdict is that of the latest design. *Record*: whether the tests that would give a verdict ask for figures on which the run of history misses the record, all of them (misses) or some (in part).\n\n" +
		"| | claim | verdict | earlier design | record | why | closest |\n|--|--|--|--|--|--|--|\n")
	same := p.Registry.Same()
	for i := range p.Findings {
		f := p.Findings[i].Latest()
		theories, _, _ := f.Closest()
		why := f.Why
		for k, res := range f.Results {
			if of := same[res.Test]; of != "" {
				why += fmt.Sprintf("; its %s test is the same test as %s", ordinal(k), of)
			}
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n", f.Claim.Number, f.Claim.Claim, f.Verdict, p.Findings[i].Earlier(), f.MissesRecord(), why, strings.Join(theories, " "))
	}
	b.WriteString("\n")
}

// again shows the verdicts on all designs of a claim, and why there are several.
func (p Page) again(b *strings.Builder) {
	b.WriteString("## Designed again\n\nThese designs turned out to be faulty. They and their verdicts stay, and do not count; others were registered before they were run, with the results of the first in sight. P values are corrected for the tests of all.\n\n")
	for i := range p.Findings {
		f := &p.Findings[i]
		if f.Again == nil {
			continue
		}
		fmt.Fprintf(b, "- **%s** %s", f.Claim.Number, f.Claim.Claim)
		for k, d := range f.Versions() {
			fmt.Fprintf(b, " %s design", sentenceStart(ordinal(k)))
			if d.Registered != "" {
				fmt.Fprintf(b, ", registered on %s", d.Registered)
			}
			if d.Wrong != "" {
				b.WriteString(", found faulty")
			}
			fmt.Fprintf(b, ": *%s*, %s.", d.Verdict, strings.TrimSuffix(d.Why, "."))
			if d.Known != "" {
				b.WriteString(" What was known: " + d.Known)
			}
			if d.Wrong != "" {
				b.WriteString(" What was wrong: " + d.Wrong)
			}
		}
		b.WriteString("\n")
	}
	p.againRows(b)
	b.WriteString("\n")
}

func (p Page) designs(b *strings.Builder) {
	b.WriteString("## Every test\n\nThe effect is the compared figure, seed by seed, differences of logarithms in per cent; + - 0 ? say where it lies. The record's figure stands beside that of the run of history where the record has one, and ≠ where the model misses it by so much that it cannot judge. The last column is what each theory predicts.\n\n" +
		"| | asked | compared | statistic | smallest | scale | pairs | effect | d | p | found | record, run | predicted |\n|--|--|--|--|--|--|--:|--|--|--|--|--|--|\n")
	same := p.Registry.Same()
	row := func(number string, res *Result) {
		effect := res.Interval()
		switch {
		case res.Missing != "":
			effect = res.Missing
		case same[res.Test] != "":
			effect = "the same test as " + same[res.Test]
		}
		least, unit := res.Test.smallest()
		var words []string
		for _, code := range p.Registry.Codes() {
			if sign := res.Test.Predicts[code]; sign != "" {
				words = append(words, code+string(sign))
			}
		}
		fmt.Fprintf(b, "| %s | %s | %s | `%s` | %s | 1:%d | %d | %s | %s | %s | %s | %s | %s |\n", number, res.Test.Ask, res.Test.Compare, res.Test.Statistic,
			with(least, unit), p.Registry.scaled(res.Test, p.Scale), res.Effect.N, effect, Figure(res.Effect.Size), Chance(res.P), res.Found, res.Recorded.brief(res.Test), strings.Join(words, " "))
	}
	for i := range p.Findings {
		for k, d := range p.Findings[i].Versions() {
			number := d.Claim.Number
			if k > 0 {
				number += " " + ordinal(k)
			}
			for _, res := range d.Results {
				row(number, res)
			}
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
const ScoresNote = "A row counts when all that the theory predicts of it is right. Where the model misses the record on what a row asks, the row is open, unless another of its tests shows a prediction to be wrong. " +
	"The share is of the rows that are right or wrong. Its interval says how sure one can be of it with so few rows and other seeds: " +
	"what share it may get right of many more rows like these, to 95 %, where nothing is known before. Who speaks to few rows has fewer to get wrong, and a wide interval. Intervals that overlap tell no two theories apart."

// RowsNote says which rows ask what a claim asks, so that they are no evidence
// beside it, and which compare what was found faulty elsewhere.
func (r *Registry) RowsNote() string {
	var words, repeat []string
	same := r.Same()
	for i := range r.Tells {
		for _, t := range r.Tells[i].Counts() {
			if of := same[t]; of != "" {
				repeat = append(repeat, fmt.Sprintf("%s the same test as %s", r.Tells[i].Number, of))
			}
		}
	}
	if len(repeat) > 0 {
		words = append(words, "Rows that repeat tests of claims: "+strings.Join(repeat, "; ")+".")
	}
	for i := range r.Tells {
		for _, t := range r.Tells[i].Counts() {
			if claims := r.Faulted(t); len(claims) > 0 {
				words = append(words, fmt.Sprintf("%s compares %s, which was found faulty in %s and is no longer compared there.", r.Tells[i].Number, t.Compare, strings.Join(claims, ", ")))
			}
		}
	}
	return strings.Join(slices.Compact(words), " ")
}

// ScoresMarkdown is the part of the page on theories.
func ScoresMarkdown(r *Registry, scores []Score) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## Theories\n\nHow many of the %d rows that tell them apart each gets right. %s", len(r.Tells), ScoresNote)
	if note := r.RowsNote(); note != "" {
		b.WriteString(" " + note)
	}
	b.WriteString("\n\n| | theory | rows it speaks on | right | wrong | open | share | interval |\n|--|--|--:|--:|--:|--:|--|--|\n")
	for _, s := range scores {
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d | %s | %s |\n", s.Theory, s.Name, s.Speaks(), s.Right, s.Wrong, s.Open, Share(s.Share), s.Interval())
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
