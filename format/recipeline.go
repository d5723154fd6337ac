package format

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/production"
)

// take reads one row.
func (b *book) take(row []cell, line int, at [colCount]int, kind rowKind) error {
	text := func(k int) string {
		if at[k] < 0 || at[k] >= len(row) {
			return ""
		}
		return row[at[k]].text
	}
	label := func(k int) int32 {
		if word := text(k); word != "" {
			return b.words.add(word)
		}
		return -1
	}
	if !slices.ContainsFunc(row, func(c cell) bool { return c.text != "" }) {
		return nil
	}
	if word := strings.ToLower(text(colKind)); word != "" {
		found := slices.IndexFunc(kindWords, func(k struct{ word, says string }) bool { return k.word == word || k.word+"s" == word })
		if found < 0 {
			return &Error{Row: line, Column: at[colKind] + 1, What: fmt.Sprintf("unknown kind of row %q", word), Mend: "kinds are " + words(RecipeRows())}
		}
		kind = rowKind(found)
	}
	s := said{kind: kind, name: label(colName), technique: label(colTechnique), item: label(colItem), unit: label(colUnit), period: label(colPeriod),
		file: uint8(len(b.files) - 1), line: int32(min(line, math.MaxInt32))}
	var err error
	if s.amount, s.hasAmount, err = b.amount(row, line, at[colAmount], kind == asCapacity); err != nil {
		return err
	}
	hasWeight := false
	if s.weight, hasWeight, err = b.amount(row, line, at[colWeight], false); err != nil {
		return err
	}
	if !hasWeight {
		s.weight = math.NaN()
	}
	tier, hasTier, err := b.amount(row, line, at[colTier], false)
	switch {
	case err != nil:
		return err
	case hasTier && (tier != math.Trunc(tier) || tier < 1 || tier > math.MaxInt8):
		return &Error{Row: line, Column: at[colTier] + 1, What: fmt.Sprintf("%q is no tier", text(colTier)), Mend: fmt.Sprintf("tiers are 1, 2, … %d", math.MaxInt8)}
	}
	s.tier = int8(tier)
	if err := s.check(text, line, at); err != nil {
		return err
	}
	b.rows = append(b.rows, s)
	return nil
}

// amount reads a number of a row, if there is one.
func (b *book) amount(row []cell, line, column int, limitless bool) (v float64, has bool, err error) {
	if column < 0 || column >= len(row) {
		return 0, false, nil
	}
	c := row[column]
	switch {
	case c.isReal && !notFinite(c.number):
		return c.number, true, nil
	case !c.isReal && isMissing(c.text):
		return 0, false, nil
	case limitless && (c.isReal && math.IsInf(c.number, 1) || strings.EqualFold(c.text, "unlimited") || strings.EqualFold(c.text, "no limit")):
		return production.Unlimited(), true, nil
	}
	v, why, mend := b.manner.number([]byte(c.text))
	if c.isReal {
		why, mend = "is no finite number", "write the number, or leave the cell empty"
	}
	if why != "" {
		return 0, false, &Error{Row: line, Column: column + 1, What: fmt.Sprintf("%q %s", c.text, why), Mend: mend}
	}
	return v, true, nil
}

// check tells what a row lacks, or says that cannot be.
func (s *said) check(text func(int) string, line int, at [colCount]int) error {
	lacks := func(k int, what string) error {
		word := kindWords[min(int(s.kind), len(kindWords)-1)].word
		if s.kind == plainInput {
			word = "input"
		}
		return &Error{Row: line, Column: at[k] + 1, What: fmt.Sprintf("a row of kind %s has no %s", word, what), Mend: "fill it in"}
	}
	needsItem := s.kind == asInput || s.kind == asOutput || s.kind == asUse || s.kind == asBuild || s.kind == plainInput
	needsAmount := needsItem || s.kind >= asRan && s.kind != asPeriod
	switch {
	case s.name < 0:
		return lacks(colName, "name")
	case needsItem && s.item < 0:
		return lacks(colItem, "item")
	case needsAmount && !s.hasAmount:
		return lacks(colAmount, "amount")
	}
	cannot := func(k int, mend string) error {
		return &Error{Row: line, Column: at[k] + 1, What: fmt.Sprintf("%s of %q is %s", kindWords[s.kind].word, text(colName), text(k)), Mend: mend}
	}
	switch s.kind {
	case asCapacity, asStock, asTerminal, asRan:
		if s.amount < 0 {
			return cannot(colAmount, "it cannot be below zero")
		}
	case asPerish, asDepreciation:
		if s.amount < 0 || s.amount > 1 {
			return cannot(colAmount, "a share lies between 0 and 1: 10 % is 0.1")
		}
	case asGestation:
		if s.amount < 0 || s.amount != math.Trunc(s.amount) || s.amount > 1e6 {
			return cannot(colAmount, "write a whole number of periods")
		}
	case asNeed:
		if s.weight < 0 {
			return cannot(colWeight, "a weight is not below zero")
		}
	}
	return nil
}
