package claim

import (
	"fmt"
	"strings"
)

// Story tells all there is to tell of one claim: what was compared and how,
// what came of it, what carries the effect and which theory came closest. The
// latest design comes first, and its verdict counts.
func (r *Registry) Story(f *Finding, runs *Runs, ablations []Ablation) string {
	var b strings.Builder
	designs := f.Versions()
	latest := f.Latest()
	fmt.Fprintf(&b, "%s  %s\nThe essay, on: %s\n\nVerdict: %s. %s\n", f.Claim.Number, f.Claim.Claim, f.Claim.Where, latest.Verdict, sentence(latest.Why))
	if f.Claim.Outside != "" {
		return b.String()
	}
	if latest.Loses() {
		b.WriteString("The essay loses here.\n")
	}
	if latest.MissesRecord() == MissesAll {
		b.WriteString("The model misses the record on every figure that would give a verdict, so it cannot judge.\n")
	}
	if latest.Registered != "" {
		fmt.Fprintf(&b, "By the %s design, registered on %s with results in sight: %s\n", ordinal(len(designs)-1), latest.Registered, latest.Known)
	}
	for k := len(designs) - 1; k >= 0; k-- {
		d := designs[k]
		if d.Wrong != "" {
			fmt.Fprintf(&b, "\n%s design, found faulty: %s. %s\n   wrong      %s\n", sentenceStart(ordinal(k)), d.Verdict, sentence(d.Why), d.Wrong)
		}
		broken := ablations
		if k > 0 {
			broken = nil
		}
		r.tellTests(&b, runs.Scale, d.Results, broken)
	}
	if theories, right, of := latest.Closest(); len(theories) > 0 {
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
	if unit == "" {
		unit = t.Unit
	}
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
		unit, _ := res.Test.Human()
		fmt.Fprintf(b, "   effect     %s, %d pairs, d = %s; p that there is none %s, that it counts %s, both corrected for all tests, as the interval is not\n",
			with(res.Interval(), unit), e.N, Figure(e.Size), Chance(res.P), Chance(res.Same))
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
	if words := res.Recorded.Against(res.Test); words != "" {
		fmt.Fprintf(b, "   record     %s\n", words)
	}
	if same := r.Same()[res.Test]; same != "" {
		fmt.Fprintf(b, "   note       the same test as %s\n", same)
	}
	if res.Verdict != "" {
		fmt.Fprintf(b, "   verdict    %s: %s\n", res.Verdict, res.Why)
	}
}

// Shown are the effects of the pairs as people read them, in the order of the seeds.
func (r *Result) Shown() []float64 {
	values := r.differences()
	_, of := r.Test.Human()
	for i := range values {
		values[i] = of(values[i])
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
	told := map[string]bool{}
	var results []*Result
	for _, d := range f.Versions() {
		results = append(results, d.Results...)
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

// sentenceStart begins with a capital.
func sentenceStart(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

// sentence begins with a capital and ends with a full stop.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	return strings.TrimSuffix(sentenceStart(words), ".") + "."
}
