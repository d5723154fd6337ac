package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"gosplan/format"
	"gosplan/parameter"
)

type planConvert struct {
	In  string `arg:"" help:"Table to read."`
	Out string `arg:"" help:"File or folder to write; its ending says which: .csv, .xlsx or .parquet, none for a folder."`
	To  string `placeholder:"KIND" help:"Layout to write: recipes, flows, coefs or matrix; recipes if absent, which loses nothing."`
	reading
	asJSON
}

func (planConvert) Help() string {
	return `Examples:

  gosplan plan convert table.xlsx recipes.csv
  gosplan plan convert recipes.csv flows.parquet --to flows

What a layout cannot hold is said. Repairs are not made. An existing file is
left alone.
`
}

// writable are the layouts that tables are written in.
var writable = []string{string(format.Recipes), string(format.Flows), string(format.Coefs), string(format.Matrix)}

// layoutOf finds a layout by its name.
func layoutOf(word string) (format.Kind, error) {
	if word == "" {
		return format.Recipes, nil
	}
	name, err := parameter.Match(word, writable)
	if err != nil {
		return "", wrong("--to %s: no such layout to write%s; there are %s", word, parameter.Suggest(word, writable), strings.Join(writable, ", "))
	}
	return format.Kind(name), nil
}

// mustBeAbsent refuses to write over something.
func mustBeAbsent(path string) error {
	if exists(path) {
		return wrong("%s: is there already; choose another name, or remove it first", path)
	}
	if dir := filepath.Dir(filepath.Clean(path)); !exists(dir) {
		return wrong("%s: there is no folder %s; make it first", path, dir)
	}
	return nil
}

// Run converts a table.
func (v planConvert) Run(r *room) error {
	kind, err := layoutOf(v.To)
	if err != nil {
		return err
	}
	if err := mustBeAbsent(v.Out); err != nil {
		return err
	}
	t, err := v.readAsIs([]string{v.In})
	if err != nil {
		return err
	}
	lost, err := format.Write(v.Out, t.Table, kind)
	if err != nil {
		return asWrong(err)
	}
	if v.JSON {
		return printJSON(r.out, map[string]any{"out": v.Out, "layout": kind, "products": t.N, "techniques": t.Ways(), "findings": lost})
	}
	fmt.Fprintf(r.out, "%s: %s and %s as %s.\n", v.Out, count(t.N, "product"), count(t.Ways(), "technique"), kind)
	for _, f := range lost {
		fmt.Fprintln(r.out, f)
	}
	return nil
}
