package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"gosplan/parameter"
	"gosplan/record"
	"gosplan/replica"
)

// A replicaView is a replication as people and programs read it.
type replicaView struct {
	Name    string       `json:"name"`
	Title   string       `json:"title"`
	Claim   string       `json:"claim"`
	Source  string       `json:"source"`
	Unknown string       `json:"unpublished,omitempty"`
	Seeds   []uint64     `json:"seeds"`
	Seconds float64      `json:"seconds"`
	Figures []figureView `json:"figures"`
	Says    string       `json:"says"`
}

type figureView struct {
	Name        string       `json:"name"`
	Title       string       `json:"title"`
	Unit        string       `json:"unit"`
	Here        number       `json:"here"`
	Least       number       `json:"least"`
	Most        number       `json:"most"`
	Published   string       `json:"published"`
	Low         number       `json:"low"`
	High        number       `json:"high"`
	Mark        replica.Mark `json:"mark"`
	Source      string       `json:"source"`
	Inside      bool         `json:"inside"`
	InsideSeeds int          `json:"inside_seeds"`
	Miss        string       `json:"miss,omitempty"`
}

func viewOf(r *replica.Result, took time.Duration) replicaView {
	m := r.Model
	view := replicaView{Name: m.Name, Title: m.Title, Claim: m.Claim, Source: m.Source, Unknown: m.Unknown,
		Seeds: r.Seeds, Seconds: took.Seconds(), Says: r.Says()}
	for _, row := range r.Rows {
		f := figureView{Name: row.Name, Title: row.Title, Unit: row.Unit, Here: number(row.Mean), Least: number(row.Least), Most: number(row.Most),
			Published: row.Published, Low: number(row.Low), High: number(row.High), Mark: row.Mark, Source: row.Source,
			Inside: row.Inside, InsideSeeds: row.InsideSeeds}
		if !row.Inside {
			f.Miss = row.Miss
		}
		view.Figures = append(view.Figures, f)
	}
	return view
}

// cells are the columns of a figure: what, here, over seeds, published, mark, inside.
func (f figureView) cells(seeds int) []string {
	spread, inside := "", "yes"
	if seeds > 1 {
		spread = fmt.Sprintf("%s to %s", f.Least, f.Most)
	}
	if !f.Inside {
		inside = "no"
		if f.InsideSeeds > 0 {
			inside = fmt.Sprintf("no; %d of %d seeds", f.InsideSeeds, seeds)
		}
	}
	title := f.Title
	if f.Unit != "" {
		title += ", " + f.Unit
	}
	return []string{title, f.Here.String(), spread, f.Published, string(f.Mark), inside}
}

var figureHeader = []string{"figure", "here", "over seeds", "published", "mark", "inside"}

func printReplica(w io.Writer, v replicaView) {
	fmt.Fprintf(w, "%s: %s\n\n%s\n\nSource: %s\n\n", v.Name, v.Title, v.Claim, v.Source)
	var rows [][]string
	for _, f := range v.Figures {
		rows = append(rows, f.cells(len(v.Seeds)))
	}
	printTable(w, figureHeader, rows)
	source := ""
	for _, f := range v.Figures {
		if f.Source != source {
			source = f.Source
			fmt.Fprintf(w, "\n%s from %q on: %s", f.Mark, f.Title, source)
		}
	}
	fmt.Fprintf(w, "\n\n%s\n", v.Says)
	if v.Unknown != "" {
		fmt.Fprintf(w, "\nNot published: %s\n", v.Unknown)
	}
	seeds := "One seed"
	if n := len(v.Seeds); n > 1 {
		seeds = fmt.Sprintf("%d seeds", n)
	}
	fmt.Fprintf(w, "\n%s in %.2g s.\n\n", seeds, v.Seconds)
}

// replicaPage is all of them as Markdown.
func replicaPage(views []replicaView, v replicateVerb) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Published models beside their papers

Written by `+"`gosplan replicate %s --seed %d --page FILE`"+`; [replicas.md](replicas.md) says what it means.
A figure published as a number is reproduced when the mean over seeds rounds to the same. Marks:
C follows from the stated equations, V read in the source, R recalled from the publication.
`, v.Name, v.Seed)
	for _, view := range views {
		fmt.Fprintf(&b, "\n## %s\n\n`%s`. %s\n\nSource: %s.\n\n| %s |\n|--|--|--|--|--|--|\n", view.Title, view.Name, view.Claim,
			strings.TrimSuffix(view.Source, "."), strings.Join(figureHeader, " | "))
		for _, f := range view.Figures {
			fmt.Fprintf(&b, "| %s |\n", strings.Join(f.cells(len(view.Seeds)), " | "))
		}
		fmt.Fprintf(&b, "\n%s\n", view.Says)
		if view.Unknown != "" {
			fmt.Fprintf(&b, "\nNot published: %s\n", view.Unknown)
		}
	}
	return b.String()
}

// explain prints what models are made of.
func (v replicateVerb) explain(r *room, models []*replica.Model) error {
	type view struct {
		Name       string             `json:"name"`
		Claim      string             `json:"claim"`
		Equations  string             `json:"equations"`
		Source     string             `json:"source"`
		Unknown    string             `json:"unpublished,omitempty"`
		Parameters []record.Parameter `json:"parameters"`
	}
	var views []view
	for _, m := range models {
		views = append(views, view{m.Name, m.Claim, m.Equations, m.Source, m.Unknown, parametersOf(m)})
	}
	if v.JSON {
		return printJSON(r.out, views)
	}
	for _, m := range models {
		fmt.Fprintf(r.out, "%s: %s\n\n%s\n\n%s\n\nSource: %s\n", m.Name, m.Title, m.Claim, indented(m.Equations), m.Source)
		if m.Unknown != "" {
			fmt.Fprintf(r.out, "Not published: %s\n", m.Unknown)
		}
		fmt.Fprintln(r.out)
		var rows [][]string
		for _, p := range parametersOf(m) {
			rows = append(rows, []string{p.Path, parameter.Format(p.Value), p.Unit, p.Source, p.Meaning})
		}
		printTable(r.out, []string{"parameter", "value", "unit", "source", "meaning"}, rows)
		fmt.Fprintln(r.out)
	}
	return nil
}
