package claim

import (
	"fmt"
	"slices"
	"strings"
)

// Story tells all there is to tell of one claim: what was compared and how,
// what came of it, what carries the effect and which theory came closest.
func (r *Registry) Story(f *Finding, runs *Runs, ablations []Ablation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\nThe essay, on: %s\n\nVerdict: %s. %s\n", f.Claim.Number, f.Claim.Claim, f.Claim.Where, f.Verdict, sentence(f.Why))
	if f.Claim.Outside != "" {
		return b.String()
	}
	if f.Loses() {
		b.WriteString("The essay loses here.\n")
	}
	r.tellTests(&b, runs.Scale, f.Results, ablations)
	design := f.Claim.Again
	for again := range f.Designs() {
		fmt.Fprintf(&b, "\nDesigned again on %s; the first verdict stays.\n   wrong      %s\n   known      %s\n   verdict    %s: %s\n",
			design.Registered, design.Wrong, design.Known, again.Verdict, again.Why)
		design = again.Claim.Again
		r.tellTests(&b, runs.Scale, again.Results, nil)
	}
	if theories, right, of := f.Closest(); len(theories) > 0 {
		names := make([]string, len(theories))
		for i, t := range theories {
			names[i] = r.Theories[t]
		}
		fmt.Fprintf(&b, "\nClosest: %s, with %d of %d.\n", strings.Join(names, "; "), right, of)
	}
	r.tellTroubles(&b, f, runs)
	return b.String()
}

// tellTests tells of tests, one after another; scale is that of all runs, or 0.
func (r *Registry) tellTests(b *strings.Builder, scale int, results []*Result, ablations []Ablation) {
	for i, res := range results {
		fmt.Fprintf(b, "\n%d. %s\n", i+1, res.Test.Ask)
		r.tellDesign(b, scale, res)
		r.tellResult(b, res)
		tellAblations(b, ablations, i, res)
	}
}

func (r *Registry) tellDesign(b *strings.Builder, scale int, res *Result) {
	t := res.Test
	fmt.Fprintf(b, "   compared   %s\n", t.Compare)
	for _, term := range t.terms {
		fmt.Fprintf(b, "              %s: %s\n", term.arm, r.Arms[term.arm])
	}
	if scale > 0 && scale != t.Scale {
		fmt.Fprintf(b, "   scale      1:%d; registered is 1:%d\n", scale, t.Scale)
	} else {
		fmt.Fprintf(b, "   scale      1:%d\n", t.Scale)
	}
	least, unit := t.smallest()
	fmt.Fprintf(b, "   statistic  %s\n   smallest   %s (%s), fixed before it was run\n", t.Statistic, least, unit)
	fmt.Fprintf(b, "   predicted  %s\n", r.Predictions(res))
}

func (r *Registry) tellResult(b *strings.Builder, res *Result) {
	if res.Missing != "" {
		fmt.Fprintf(b, "   not run    %s\n", res.Missing)
		return
	}
	e := res.Effect
	if e.N > 0 {
		fmt.Fprintf(b, "   figures    %s\n", res.means())
	}
	if e.N > 1 {
		fmt.Fprintf(b, "   effect     %s, %d pairs, d = %s; p that there is none %s, that it counts %s, both corrected\n",
			res.Interval(), e.N, Figure(e.Size), Figure(res.P), Figure(res.Same))
	}
	if words := res.tooFew(); words != "" {
		fmt.Fprintf(b, "   pairs      %s\n", words)
	}
	if res.Dropped > 0 {
		fmt.Fprintf(b, "              %d pairs have no figure and are left out\n", res.Dropped)
	}
	for _, line := range Histogram(res.Shown()) {
		fmt.Fprintf(b, "   %s\n", line)
	}
	if driven := res.Test.driven(); len(driven) > 0 {
		fmt.Fprintf(b, "   note       %s %s closely from what the scenario imposes\n", strings.Join(driven, ", "), plural(len(driven), "follows", "follow"))
	}
	if res.Verdict != "" {
		fmt.Fprintf(b, "   verdict    %s: %s\n", res.Verdict, res.Why)
	}
}

// Shown are the effects of the pairs as people read them, in the order of the seeds.
func (r *Result) Shown() []float64 {
	values := r.differences()
	_, by := r.Test.Shown()
	for i := range values {
		values[i] *= by
	}
	return values
}

// tellAblations says what is left of an effect without something.
func tellAblations(b *strings.Builder, ablations []Ablation, test int, whole *Result) {
	for _, a := range ablations {
		res := a.Results[test]
		if res.Missing != "" || res.Effect.N < 2 {
			fmt.Fprintf(b, "   without %s: not run%s\n", a.Without, after("; ", res.Missing))
			continue
		}
		left := ""
		if whole.Effect.N >= 2 && whole.Effect.Mean != 0 {
			left = fmt.Sprintf(", %.0f %% of the effect", 100*res.Effect.Mean/whole.Effect.Mean)
		}
		fmt.Fprintf(b, "   without %s: %s%s\n", a.Without, res.Interval(), left)
	}
}

// tellTroubles names the runs that failed or broke down.
func (r *Registry) tellTroubles(b *strings.Builder, f *Finding, runs *Runs) {
	told, results := map[string]bool{}, f.Results
	for again := range f.Designs() {
		results = slices.Concat(results, again.Results)
	}
	for _, res := range results {
		for _, term := range res.Test.terms {
			lines := runs.Troubles(term.arm)
			if told[term.arm] || len(lines) == 0 {
				continue
			}
			told[term.arm] = true
			fmt.Fprintf(b, "\n%s broke down:\n", term.arm)
			for _, line := range lines {
				fmt.Fprintf(b, "   %s\n", line)
			}
		}
	}
}

// after is words after what parts them from others, and nothing without words.
func after(parting, words string) string {
	if words == "" {
		return ""
	}
	return parting + words
}

// sentence begins with a capital and ends with a full stop.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + strings.TrimSuffix(words[1:], ".") + "."
}
