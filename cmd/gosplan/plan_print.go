package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// print writes what was asked and found, as people or programs read it.
func (j *job) print(v *planView) error {
	if j.showing.JSON {
		return printJSON(j.room.out, v)
	}
	out, width := j.room.out, widthOf(j.room.out)
	prose := func(words string) { printProse(out, width, words) }
	printNoticed(out, j.told)
	title := v.Title
	if len(j.changes) > 0 {
		title += ", what if: " + strings.Join(j.changes, "; ")
	}
	prose(title)
	if j.why != "" {
		prose(fmt.Sprintf("Task: %s, because %s. --task chooses another.", j.request.Task, j.why))
	} else {
		prose(fmt.Sprintf("Task: %s.", j.request.Task))
	}
	if len(j.lifted) > 0 {
		prose(fmt.Sprintf("How much there is of %s is taken as a figure of the year of the table, not as a limit.", strings.Join(few(j.lifted, 4), ", ")))
	}
	fmt.Fprintln(out)
	prose(v.Asked)
	prose(sentenceOf(v.Says))
	prose(v.Certificate + " " + j.checked.says())
	if j.remedies != nil {
		printRemedies(out, width, j.showing.Top, j.remedies)
	}
	if v.comparison != nil {
		fmt.Fprintln(out)
		prose("What changes, against " + j.against)
		for _, words := range v.comparison.Words {
			io.WriteString(out, trimLines(indentedBy("  ", text.WrapSoft(words, min(width, widestProse)-2))))
		}
	}
	v.printTables(out, width)
	fmt.Fprintln(out)
	prose(fmt.Sprintf("The plan is in %s; open %s/%s", j.dir, j.dir, planPageFile))
	return nil
}

// printProse writes words in lines of a width.
func printProse(w io.Writer, width int, words string) {
	io.WriteString(w, trimLines(text.WrapSoft(words, min(width, widestProse))))
}

// widestProse is the width of prose where there is room for more.
const widestProse = 100

// sentenceOf begins with a capital letter and ends with a full stop.
func sentenceOf(words string) string {
	if words == "" || strings.HasSuffix(words, ".") {
		return sentence(words)
	}
	return sentence(words) + "."
}

// widthOf is how many letters a line of a terminal holds; what is no terminal
// takes its width from COLUMNS, or has room for all.
func widthOf(w io.Writer) int {
	if width := paperWidth(w); width > 0 {
		return max(width, narrowest)
	}
	return math.MaxInt16
}

// narrowest is the width below which nothing is done for a terminal.
const narrowest = 30

// printTables writes the lists of a plan.
func (v *planView) printTables(out io.Writer, width int) {
	several := len(v.Periods) > 1
	list := func(title string, l listing) {
		fmt.Fprintln(out)
		printProse(out, width, title)
		printFitting(out, width, l)
	}
	if len(v.Products) > 0 {
		title := "What is made, what weighs most first"
		if v.oneUnit != "" {
			title += ", in " + v.oneUnit
		}
		list(title, v.productTable(several))
		if more := v.ProductCount - v.listed; more > 0 {
			fmt.Fprintf(out, "%s more in %s\n", count(more, "product"), productsFile)
		}
	}
	if len(v.Factors) > 0 {
		list("Labour, land and equipment", v.factorTable(several))
	}
	if len(v.Bottlenecks) > 0 {
		list("What is scarce: one more is worth so much, in "+v.Unit, v.bottleneckTable(several))
	} else if v.priced {
		fmt.Fprintln(out)
		printProse(out, width, "Nothing is scarce: no capacity and no stock stands in the way.")
	}
	if len(v.Swaps) > 0 {
		list("Techniques out of use, and by how much their inputs would have to be cheaper", v.swapTable())
	}
	if v.Prices != nil {
		v.Prices.print(out, width)
	}
	if len(v.Imports) > 0 {
		list("From outside: what one unit, and one per cent, would save or add, in "+v.Unit, v.importTable(several))
	}
}

// A listing is a table to print: which columns to leave out first where there
// is no room.
type listing struct {
	header []string
	rows   [][]string
	least  []string
}

// add appends a column.
func (l *listing) add(name string, cells func(row int) string, rows int) {
	l.header = append(l.header, name)
	for len(l.rows) < rows {
		l.rows = append(l.rows, nil)
	}
	for k := range rows {
		l.rows[k] = append(l.rows[k], cells(k))
	}
}

// printFitting prints a table within a width: columns are left out one by one,
// and what still does not fit is wrapped in its first column.
func printFitting(w io.Writer, width int, l listing) {
	l.header, l.rows = slices.Clone(l.header), slices.Clone(l.rows)
	for k := range l.rows {
		l.rows[k] = slices.Clone(l.rows[k])
	}
	for _, name := range l.least {
		at := slices.Index(l.header, name)
		if l.width() <= width || at < 0 {
			continue
		}
		l.header = slices.Delete(l.header, at, at+1)
		for k := range l.rows {
			l.rows[k] = slices.Delete(l.rows[k], at, at+1)
		}
	}
	if over := l.width() - width; over > 0 {
		room := max(8, l.columnWidth(0)-over)
		for k := range l.rows {
			l.rows[k][0] = strings.TrimRight(text.WrapSoft(l.rows[k][0], room), "\n ")
		}
	}
	printTable(w, l.header, l.rows)
}

// width is that of the table as it is printed: a blank at both sides of every
// column.
func (l listing) width() int {
	sum := 0
	for k := range l.header {
		sum += l.columnWidth(k) + 2
	}
	return sum
}

func (l listing) columnWidth(column int) int {
	width := text.LongestLineLen(l.header[column])
	for _, row := range l.rows {
		width = max(width, text.LongestLineLen(row[column]))
	}
	return min(width, widest)
}

// orDash is a figure, or a dash where the plan has none.
func orDash(v *number) string {
	if v == nil {
		return "–"
	}
	return v.String()
}

func unitless(share number) string {
	if math.IsNaN(float64(share)) {
		return "–"
	}
	return share.String() + " %"
}
