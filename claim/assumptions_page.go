package claim

import (
	"fmt"
	"slices"
	"strings"
)

// Markdown is the page of assumptions: the rankings as they stand, what each
// flip does to them, and what each assumption says.
func (w *Weighing) Markdown(command string, scale int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# What the ranking of systems rests on\n\n"+
		"A ranking of economic systems is worth as much as what it assumes. This page names assumptions of the model, says whom each is thought to favour, "+
		"and shows what becomes of the ranking when each is flipped. What was thought was registered on %s, before anything was run (`claim/assumptions.yaml`). "+
		"There is a ranking for each measure and no index of several. The page is written by\n\n    %s\n\n"+
		"Systems rule from %d to %d in the world of `%s`; %s at 1:%d, with the same luck for all and with and without a flip. Figures are of the second half of the years, growth and deaths from hunger of all. "+
		"What all systems share is described in [fairness.md](fairness.md).\n\n", w.Table.Registered, command, w.Table.From, w.To, w.Table.Start, Seeds(w.Seeds), scale)
	w.rankings(&b)
	w.distances(&b)
	w.found(&b)
	w.swapped(&b)
	w.entries(&b)
	return b.String()
}

// rankings are the systems as they stand, by measure.
func (w *Weighing) rankings(b *strings.Builder) {
	b.WriteString("## As it stands\n\nMeans over seeds with 95 % intervals, the first ranked first. Effort is ranked from the most, which is neither good nor bad. " +
		"Inequality is measured between town and village, in bread.\n\n| measure | ranking |\n|--|--|\n")
	for k, m := range Measures {
		var words []string
		unit, by := m.Shown()
		for _, s := range w.Base[k].Order {
			e := w.Base[k].Means[s]
			words = append(words, fmt.Sprintf("%s %s [%s, %s]", w.Systems[s], Figure(by*e.Mean), Figure(by*e.Low), Figure(by*e.High)))
		}
		fmt.Fprintf(b, "| %s, %s | %s |\n", m.Title, unit, strings.Join(words, "; "))
	}
	b.WriteString("\n")
}

// distances are how many pairs change places, by flip and measure.
func (w *Weighing) distances(b *strings.Builder) {
	pairs := len(w.Systems) * (len(w.Systems) - 1) / 2
	fmt.Fprintf(b, "## How far each flip moves the rankings\n\nPairs of systems that change places (Kendall's distance, of %d pairs), with the middle 95 %% over resampled seeds. "+
		"The first row is a placebo: nothing is flipped, and the same systems live other seeds. %s\n\n| flip |", pairs, LuckNote)
	for _, m := range Measures {
		fmt.Fprintf(b, " %s |", m.Title)
	}
	b.WriteString("\n|--|" + strings.Repeat("--:|", len(Measures)) + "\n")
	row := func(name string, f *Flipped) {
		fmt.Fprintf(b, "| %s |", name)
		for k := range f.Changes {
			fmt.Fprintf(b, " %s |", w.Distance(f, k))
		}
		b.WriteString("\n")
	}
	row("*placebo: other luck*", &w.Placebo)
	for i := range w.Flips {
		row(w.Name(&w.Flips[i]), &w.Flips[i])
	}
	b.WriteString("\n")
}

// luck marks what other luck alone brings about too.
const luck = "°"

// LuckNote says what the mark means.
const LuckNote = luck + " no more pairs change places than in the placebo, so that the flip is not told from luck; a mark at the name of a flip says so of every measure."

// byLuck tells whether a flip moves a ranking no further than other luck does.
func (w *Weighing) byLuck(f *Flipped, measure int) bool {
	return f.Assumption != nil && f.Changes[measure].Distance <= w.Placebo.Changes[measure].Distance
}

// Distance is how many pairs change places, with its interval and the mark.
func (w *Weighing) Distance(f *Flipped, measure int) string {
	c, mark := &f.Changes[measure], ""
	if w.byLuck(f, measure) {
		mark = luck
	}
	return fmt.Sprintf("%d%s [%.0f–%.0f]", c.Distance, mark, c.Low, c.High)
}

// Name is that of a flip, marked if no ranking moves further than by luck.
func (w *Weighing) Name(f *Flipped) string {
	for k := range f.Changes {
		if !w.byLuck(f, k) {
			return f.Assumption.Name
		}
	}
	return f.Assumption.Name + luck
}

// found says whom each assumption favours, against what was thought.
func (w *Weighing) found(b *strings.Builder) {
	count := map[Expectation]int{}
	var rows strings.Builder
	for i := range w.Flips {
		f := &w.Flips[i]
		ahead, behind := w.Favoured(f, 0)
		became := w.Expected(f)
		count[became]++
		fmt.Fprintf(&rows, "| %s | %s | %s | %s | %s |\n", f.Assumption.Name, orNobody(w.Briefly(f.Assumption.Favours)), w.gained(f, ahead), w.gained(f, behind), became)
	}
	fmt.Fprintf(b, "## Whom each assumption favours\n\nBy consumption per head: what the assumption, as against its flip, adds for a system beyond what it adds for the mean of those ranked, in points of 1928 = 100. "+
		"Systems are named where that is shown (paired t, p < 0.05 after Holm's correction for all flips and systems). Of %d expectations %d are as thought, %d are not so and %d are not shown.\n\n"+
		"| assumption | thought to favour | favours | holds back | |\n|--|--|--|--|--|\n%s\n",
		len(w.Flips), count[AsThought], count[NotSo], count[NotShown], rows.String())
}

// gained writes systems with what they gain by an assumption.
func (w *Weighing) gained(f *Flipped, names []string) string {
	var words []string
	for s, name := range w.Systems {
		if g := f.Changes[0].Gains[s]; slices.Contains(names, name) {
			words = append(words, fmt.Sprintf("%s %s [%s, %s]", name, Figure(g.Mean), Figure(g.Low), Figure(g.High)))
		}
	}
	return orNobody(words)
}

func orNobody(words []string) string {
	if len(words) == 0 {
		return "nobody"
	}
	return strings.Join(words, ", ")
}

// swapped names the pairs that change places by a measure.
func (w *Weighing) swapped(b *strings.Builder) {
	b.WriteString("## Who changes places with whom\n\nThe first was ahead and falls behind when the assumption is flipped; behind it, in how many of a hundred resamples of the seeds it does. Swaps in fewer than half of them are left out.\n\n")
	for i := range w.Flips {
		f := &w.Flips[i]
		var lines []string
		for k, m := range Measures {
			if words := w.Named(f.Changes[k].Swaps, 0.5); len(words) > 0 {
				lines = append(lines, fmt.Sprintf("*%s:* %s", m.Title, strings.Join(words, ", ")))
			}
		}
		if len(lines) == 0 {
			lines = []string{"nobody changes places."}
		}
		fmt.Fprintf(b, "- **%s** %s\n", f.Assumption.Name, strings.Join(lines, "; "))
	}
	b.WriteString("\n")
}

// Named writes swaps that occur in a share of resamples or more.
func (w *Weighing) Named(swaps []Swap, least float64) (words []string) {
	for _, s := range swaps {
		if s.Share >= least {
			words = append(words, fmt.Sprintf("%s and %s (%.0f)", w.Systems[s.First], w.Systems[s.Then], 100*s.Share))
		}
	}
	return words
}

// entries says what each assumption is and how it was flipped.
func (w *Weighing) entries(b *strings.Builder) {
	b.WriteString("## The assumptions\n\n| | assumed | source | flipped | changes | where |\n|--|--|--|--|--|--|\n")
	for i := range w.Flips {
		e := w.Flips[i].Assumption
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", e.Name, e.Says, e.Source, e.Flipped, e.Changes(), e.Reach(w.Systems))
	}
}

// Changes writes what a flip changes.
func (e *Assumption) Changes() string {
	a := Arm{Set: e.Set, Without: e.Without, Constant: e.Constant, Borrow: e.Borrow}
	return strings.TrimSpace(a.String())
}

// Reach says which of some systems a flip touches.
func (e *Assumption) Reach(systems []string) string {
	var out []string
	for _, name := range systems {
		if e.Touches(name) {
			out = append(out, name)
		}
	}
	if len(out) == len(systems) {
		return "all"
	}
	return orNobody(out)
}
