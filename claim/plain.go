package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/measure"
	"gosplan/series"
)

// Human is the unit in which people read the effect of a test, and how a figure
// is turned into it: logarithms and parts of one are read in per cent.
func (t *Test) Human() (unit string, of func(float64) float64) {
	switch t.Unit {
	case "logarithm":
		return "%", func(v float64) float64 { return 100 * math.Expm1(v) }
	case "usual effort = 1":
		return "% of usual effort", func(v float64) float64 { return 100 * v }
	case "ratio", "index", "elasticity", "correlation", "correlation of generations":
		return "", func(v float64) float64 { return v }
	case "percent":
		return "%", func(v float64) float64 { return v }
	case "percent a year", "points a year":
		return "percentage points a year", func(v float64) float64 { return v }
	}
	unit, by := series.ShownDifference(t.Unit)
	return unit, func(v float64) float64 { return by * v }
}

// figure writes a figure of the statistic: to three digits, and no finer than
// a hundredth of the smallest effect that counts.
func (t *Test) figure(v float64) string {
	_, of := t.Human()
	if v, least := of(v), math.Abs(of(t.Smallest)); !math.IsNaN(v) && !math.IsInf(v, 0) && least > 0 {
		step := math.Pow10(int(math.Floor(math.Log10(least))) - 1)
		if rounded := math.Round(v/step) * step; math.Abs(v) < 1000*step {
			return Figure(rounded)
		}
		return Figure(v)
	}
	return Figure(of(v))
}

// with puts a unit behind a figure.
func with(figure, unit string) string {
	if unit == "" {
		return figure
	}
	return figure + " " + unit
}

// levelUnit is the unit of a figure that is no difference.
func levelUnit(unit string) string {
	switch rest, points := strings.CutPrefix(unit, "percentage points"); {
	case points:
		return "%" + rest
	default:
		return unit
	}
}

// split takes a number off a statistic that is held against it.
func (n *node) split() (*node, float64) {
	if n.kind == '-' && len(n.parts[1].series()) == 0 {
		if v, ok := n.parts[1].figure(&Figures{}); ok {
			return n.parts[0], v
		}
	}
	return n, 0
}

// level is what a test of one arm measures, and the number it is held against;
// the whole statistic and 0 where arms are held against each other.
func (t *Test) level() (*node, float64) {
	if len(t.terms) == 1 {
		return t.expression.split()
	}
	return t.expression, 0
}

// Sentence says in one sentence what came of a test and what the essay needs.
func (r *Result) Sentence() string {
	t := r.Test
	if r.Missing != "" || r.Effect.N < 2 {
		return ""
	}
	quantity, from := t.level()
	spans := t.Spans()
	words := quantity.words(len(spans) > 1)
	if len(spans) == 1 {
		words += ", " + years(spans[0][0], spans[0][1])
	}
	words = sentenceStart(words) + ": "
	if len(t.terms) == 1 {
		return words + r.single(from) + "."
	}
	return words + r.between() + "."
}

func years(from, to int) string {
	if from == to {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

// single tells of one arm, held against a level.
func (r *Result) single(level float64) string {
	t, e := r.Test, r.Effect
	unit, _ := t.Human()
	unit = levelUnit(unit)
	words := fmt.Sprintf("%s under %s (%s to %s)", with(t.figure(e.Mean+level), unit), t.terms[0].arm, t.figure(e.Low+level), t.figure(e.High+level))
	switch t.Predicts[Essay] {
	case Above:
		words += "; the essay needs more than " + with(t.figure(level), unit)
	case Below:
		words += "; the essay needs less than " + with(t.figure(level), unit)
	case None:
		words += fmt.Sprintf("; the essay needs %s, give or take %s", t.figure(level), with(t.figure(t.Smallest), unit))
	default:
		return words
	}
	return words + r.verdictWords()
}

// between tells of two arms or more.
func (r *Result) between() string {
	t, e := r.Test, r.Effect
	unit, _ := t.Human()
	more, less := "higher", "lower"
	if strings.HasPrefix(t.Statistic, "year_below") || strings.HasPrefix(t.Statistic, "peak") {
		more, less = "later", "earlier"
	}
	one, other := t.terms[0].arm, ""
	plain := len(t.terms) == 2 && t.terms[0].weight == 1 && t.terms[1].weight == -1
	if plain {
		other = t.terms[1].arm
	}
	var words string
	mean, low, high := t.figure(e.Mean), t.figure(e.Low), t.figure(e.High)
	switch {
	case !plain:
		words = fmt.Sprintf("%s for %s (%s to %s)", with(mean, unit), t.Compare, low, high)
		more, less = "it above zero", "it below zero"
	case mean == "0":
		words = fmt.Sprintf("no difference to speak of between %s and %s (%s to %s)", one, other, low, with(high, unit))
	case e.Low <= 0 && e.High >= 0:
		words = fmt.Sprintf("%s less %s is %s (%s to %s)", one, other, with(mean, unit), low, high)
	case e.Mean > 0:
		words = fmt.Sprintf("%s %s under %s than under %s (%s to %s)", with(mean, unit), more, one, other, low, high)
	default:
		words = fmt.Sprintf("%s %s under %s than under %s (%s to %s)", with(bare(mean), unit), less, one, other, bare(high), bare(low))
	}
	switch t.Predicts[Essay] {
	case Above:
		words += "; the essay needs " + more
	case Below:
		words += "; the essay needs " + less
	case None:
		words += fmt.Sprintf("; the essay needs a difference of less than %s", with(t.figure(t.Smallest), unit))
	default:
		return words
	}
	return words + r.verdictWords()
}

// bare is a figure without its sign.
func bare(figure string) string { return strings.TrimPrefix(figure, "-") }

// verdictWords end a sentence with what decided.
func (r *Result) verdictWords() string {
	unit, _ := r.Test.Human()
	switch r.Verdict {
	case Alike:
		return ", and less than " + with(r.Test.figure(r.Test.Smallest), unit) + " does not count"
	case Settled:
		return ", and what was put in settles it"
	case Undetermined:
		if r.Found == r.Test.Predicts[Essay] {
			return ", which is given and proves little"
		}
		return ", and this is not settled"
	}
	return ""
}

// Against says in one sentence that the record has another figure, "" if it
// has none.
func (h *Recorded) Against(t *Test) string {
	if h == nil {
		return ""
	}
	unit, _ := t.Human()
	_, level := t.level()
	by := ""
	if h.For != "" {
		by = fmt.Sprintf(" (%s for %s, which the record does not have)", named(h.By), named(h.For))
	}
	var record, run string
	if unit == "%" && t.Unit == "logarithm" && level == 0 && strings.HasPrefix(t.Statistic, "log(") && !strings.Contains(t.Statistic, "- log") {
		record, run = Figure(math.Exp(h.Value)), Figure(math.Exp(h.Run))
		if h.High > h.Low {
			record += fmt.Sprintf(" (estimates %s to %s)", Figure(math.Exp(h.Low)), Figure(math.Exp(h.High)))
		}
	} else {
		record, run = with(t.figure(h.Value+level), levelUnit(unit)), t.figure(h.Run+level)
		if h.High > h.Low {
			record += fmt.Sprintf(" (estimates %s to %s)", t.figure(h.Low+level), t.figure(h.High+level))
		}
	}
	words := fmt.Sprintf("In the record%s: %s; in the run of history (%s): %s.", by, record, h.Arm, run)
	if h.Misses {
		words += " The model misses the record on this figure, so it cannot judge"
		if len(t.terms) > 1 && h.Same {
			words += "; with the record's figure in place of its own the effect would still lie where it does"
		} else {
			words += "; with the record's figure in place of its own the answer would be another"
		}
		words += "."
	}
	return words
}

// named is the title of a series.
func named(name string) string {
	d := measure.Find(name)
	if d == nil {
		return name
	}
	title := []rune(d.Title)
	if len(title) > 1 && strings.ToUpper(string(title[1])) == string(title[1]) && title[1] != ' ' {
		return d.Title
	}
	return strings.ToLower(string(title[0])) + string(title[1:])
}

// words are a statistic in words, with the years of each part if there are
// several.
func (n *node) words(dated bool) string {
	switch n.kind {
	case 'n':
		return Figure(n.number)
	case 's':
		if n.place != "" {
			return named(n.name) + " in " + n.place
		}
		return named(n.name)
	case 'f':
		return n.called(dated)
	}
	a, b := n.parts[0].words(dated), n.parts[1].words(dated)
	if n.kind == '*' || n.kind == '/' {
		a, b = n.parts[0].bracketed(a), n.parts[1].bracketed(b)
	}
	switch n.kind {
	case '+':
		return a + " and " + b
	case '-':
		if n.parts[0].kind == 'f' && n.parts[0].name == "log" || n.parts[1].kind == 'f' && n.parts[1].name == "log" {
			return a + ", against " + b
		}
		return a + " less " + b
	case '*':
		return a + " times " + b
	}
	return a + " over " + b
}

// bracketed puts sums in brackets.
func (n *node) bracketed(words string) string {
	if n.kind == '+' || n.kind == '-' {
		return "(" + words + ")"
	}
	return words
}

// called is a function in words.
func (n *node) called(dated bool) string {
	var parts []string
	var span []int
	for _, part := range n.parts {
		if v := int(part.number); part.kind == 'n' && float64(v) == part.number && v >= earliest && v <= latest {
			span = append(span, v)
		} else {
			parts = append(parts, part.words(dated))
		}
	}
	x := ""
	if len(parts) > 0 {
		x = parts[0]
	}
	when := ""
	if dated && len(span) > 0 {
		when = " " + years(slices.Min(span), slices.Max(span))
	}
	switch n.name {
	case "growth", "sdgrowth":
		if n.name == "sdgrowth" {
			return "swings in the growth of " + x + when
		}
		return "growth of " + x + when
	case "sum":
		return x + " in all" + when
	case "last":
		return x + " at the end"
	case "falls":
		return "years of falling " + x + when
	case "sd":
		return "swings of " + x + when
	case "corr":
		return "correlation of " + x + " with " + parts[1] + when
	case "elasticity":
		return "elasticity of substitution between capital and labour" + when
	case "max":
		return "most " + x + when
	case "peak":
		return "year of most " + x + when
	case "slope":
		return "yearly change of " + x + when
	case "year_below":
		return fmt.Sprintf("first year with %s below %s", x, parts[1]) + when
	case "abs":
		return "size of " + x + when
	}
	return x + when
}

// brief is the record's figure and that of the run for a table.
func (h *Recorded) brief(t *Test) string {
	if h == nil {
		return ""
	}
	_, level := t.level()
	write := t.figure
	if t.Unit == "logarithm" {
		write = func(v float64) string { return Figure(math.Exp(v)) }
	}
	words := write(h.Value+level) + ", " + write(h.Run+level)
	if h.For != "" {
		words += " of " + h.By
	}
	if h.Misses {
		words = "≠ " + words
	}
	return words
}
