package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gosplan/mechanism"
	"gosplan/parameter"
	"gosplan/system"
)

type explainVerb struct {
	Mechanism string `arg:"" optional:"" help:"Name or number of a mechanism, or an institution, whose forms are listed; all mechanisms if absent."`
	asJSON
}

func (explainVerb) Help() string {
	return "Examples:\n\n  gosplan explain\n  gosplan explain Ratchet\n  gosplan explain Labour\n  gosplan explain M13 --json\n"
}

// Run explains one mechanism or lists all.
func (v explainVerb) Run(r *room) error {
	all := append(mechanism.Cards(), mechanism.Elsewhere()...)
	slices.SortStableFunc(all, func(a, b mechanism.Card) int { return cmp.Compare(a.Order(), b.Order()) })
	if v.Mechanism == "" {
		return listCards(r.out, all, v.JSON)
	}
	var cards []mechanism.Card // a number may stand for a few files
	for _, c := range all {
		if strings.EqualFold(c.Number, v.Mechanism) || strings.EqualFold(c.Name, v.Mechanism) {
			cards = append(cards, c)
		}
	}
	if card, found := mechanism.Find(v.Mechanism); found && len(cards) == 0 {
		cards = append(cards, card)
	}
	if form, err := parameter.Match(v.Mechanism, system.Institutions()); err == nil && len(cards) == 0 {
		return systemsVerb{Institutions: true, asJSON: v.asJSON}.forms(r, form)
	}
	if len(cards) == 0 {
		var names []string
		for _, c := range all {
			names = append(names, c.Name)
		}
		return wrong("no mechanism %q%s (gosplan explain lists them)", v.Mechanism, parameter.Suggest(v.Mechanism, names))
	}
	if v.JSON {
		if len(cards) == 1 {
			return printJSON(r.out, cards[0])
		}
		return printJSON(r.out, cards)
	}
	for i, card := range cards {
		if i > 0 {
			fmt.Fprintln(r.out)
		}
		printCard(r.out, card)
	}
	return nil
}

func listCards(w io.Writer, all []mechanism.Card, asJSON bool) error {
	if asJSON {
		return printJSON(w, all)
	}
	var rows [][]string
	for _, c := range all {
		rows = append(rows, []string{c.Number, c.Name, c.Title})
	}
	printTable(w, []string{"", "name", "what it says"}, rows)
	return nil
}

// pageWidth is that of prose.
const pageWidth = 80

func printCard(w io.Writer, c mechanism.Card) {
	without, expected := c.Prediction()
	say(w, "%s: %s\n", strings.Join(strings.Fields(c.Number+" "+c.Name), " "), c.Title)
	for i, part := range []string{sentence(c.Claim), indented(c.Equation), c.Legend} {
		if part = strings.TrimRight(part, "\n"); part == "" {
			continue
		}
		if i != 1 { // an equation keeps its lines
			part = wrap(part, within(w, pageWidth))
		}
		fmt.Fprintf(w, "\n%s", trimLines(part))
	}
	if without != "" && !strings.Contains(without, " ") {
		without = "--without " + without
	}
	say(w, "\nSource: %s\nAblation: %s. %s\n", cmp.Or(c.Source, "none."), cmp.Or(without, "none"), sentence(expected))
	if len(c.Parameters) == 0 {
		return
	}
	fmt.Fprintln(w)
	var rows [][]string
	for _, p := range c.Parameters {
		rows = append(rows, []string{p.Name, p.Unit, strings.Replace(p.Range, " ", " to ", 1), p.Source, p.Meaning})
	}
	printTable(w, []string{"parameter", "unit", "range", "source", "meaning"}, rows)
	if block, is := strings.CutPrefix(without, "--without "); is {
		say(w, "\nTheir values, by system: gosplan parameters ussr %s\n", block)
	}
}

// sentence begins with a capital letter.
func sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + words[size:]
}

// indented sets an equation off from the prose around it.
func indented(equation string) string { return indentedBy("    ", equation) }

// indentedBy sets every line off by some blanks.
func indentedBy(blanks, words string) string {
	if words == "" {
		return ""
	}
	return blanks + strings.ReplaceAll(strings.TrimRight(words, "\n"), "\n", "\n"+blanks)
}
