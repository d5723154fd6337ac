package plan

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gosplan/parameter"
	"gosplan/production"
)

// changeForms is what a mistyped change is answered with.
const changeForms = `write "oil -20%", "labour +5% in 1931", "capacity lathes =40 from 1932", "need bread +10%", "stock oil +3", "import oil =0", "yield grain -10%" or "technique steel.old without"`

// ParseChange reads a what-if about a table:
//
//	[need|stock|import|yield|capacity] NAME CHANGE [in PERIOD | from PERIOD]
//	technique NAME without
//
// where CHANGE is +5%, -20%, +3, -3 or =40. A bare name is a factor, whose
// capacity changes, or a product: then what is in store and comes from outside
// changes, or, where there is neither, the yield of the techniques that make
// it. Such a change may come apart into two.
func ParseChange(text string, t *production.Table) ([]Change, error) {
	words := strings.Fields(text)
	if len(words) > 0 && strings.EqualFold(words[0], string(OfWay)) {
		return parseWithout(text, words[1:], t)
	}
	c := Change{Period: everything}
	at := -1
	for i := len(words) - 1; i > 0 && at < 0; i-- {
		if how, amount, ok := parseAmount(words[i]); ok {
			at, c.How, c.Amount = i, how, amount
		}
	}
	if at < 0 {
		return nil, fmt.Errorf("%q says no change: %s", text, changeForms)
	}
	if err := c.parsePeriod(words[at+1:], t); err != nil {
		return nil, fmt.Errorf("%q: %w", text, err)
	}
	if c.How == ByShare && c.Amount < -100 {
		return nil, fmt.Errorf("%q takes more than all of it: write -100%% for none", text)
	}
	names := words[:at]
	for _, target := range Targets {
		if len(names) > 1 && strings.EqualFold(names[0], string(target)) {
			c.Target = target
			names = names[1:]
			break
		}
	}
	out, err := c.parseName(strings.Join(names, " "), t)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", text, err)
	}
	return out, nil
}

// parseAmount reads +5%, -20%, +3, −3 or =40.
func parseAmount(word string) (how How, amount float64, ok bool) {
	number := strings.Replace(word, "−", "-", 1)
	switch {
	case strings.HasPrefix(number, "="):
		how, number = To, number[1:]
	case strings.HasPrefix(number, "+") || strings.HasPrefix(number, "-"):
		how = ByMore
		if share, is := strings.CutSuffix(number, "%"); is {
			how, number = ByShare, share
		}
	default:
		return "", 0, false
	}
	if strings.Trim(number, "+-0123456789.eE") != "" || number == "" {
		return "", 0, false
	}
	amount, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsInf(amount, 0) || how == To && amount < 0 {
		return "", 0, false
	}
	return how, amount + 0, true // no negative zero
}

// parsePeriod reads what stands after the change: nothing, in 1931, from 1931.
func (c *Change) parsePeriod(words []string, t *production.Table) error {
	if len(words) == 0 {
		return nil
	}
	preposition := strings.ToLower(words[0])
	if len(words) < 2 || preposition != "in" && preposition != "from" {
		return fmt.Errorf("%q after the change is neither \"in PERIOD\" nor \"from PERIOD\"", strings.Join(words, " "))
	}
	name := strings.Join(words[1:], " ")
	var names []string
	for i := range t.Periods {
		names = append(names, PeriodName(t, i))
	}
	c.On = preposition == "from"
	for i, known := range names {
		if strings.EqualFold(known, name) {
			c.Period, c.When = i, known
			return nil
		}
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(names) {
		c.Period, c.When = n-1, names[n-1]
		return nil
	}
	return fmt.Errorf("no period %q%s; there are %s", name, parameter.Suggest(name, names), fewNames(names))
}

func parseWithout(text string, words []string, t *production.Table) ([]Change, error) {
	if len(words) < 2 || !strings.EqualFold(words[len(words)-1], string(Without)) {
		return nil, fmt.Errorf("%q: a technique is there or not: write technique NAME without", text)
	}
	name := strings.Join(words[:len(words)-1], " ")
	names := make([]string, t.Ways())
	for i := range names {
		names[i] = t.Technique(i)
	}
	c := Change{Target: OfWay, Period: everything, How: Without}
	out, err := c.found(findName(name, "technique", names))
	if err != nil {
		return nil, fmt.Errorf("%q: %w", text, err)
	}
	return out, nil
}
