package main

import (
	"fmt"
	"math"
	"strconv"

	"github.com/alecthomas/kong"

	"gosplan/format"
	"gosplan/production"
)

type planGenerate struct {
	Products   whole   `least:"2" required:"" placeholder:"N" help:"Products; 1e6 for a million."`
	Inputs     float64 `default:"20" placeholder:"N" help:"Inputs of a technique, on average (20)."`
	Techniques int     `least:"1" default:"1" placeholder:"N" help:"Techniques of a product (1)."`
	Equipment  int     `least:"0" most:"1000" default:"0" placeholder:"N" help:"Kinds of equipment beside labour (0)."`
	Periods    int     `least:"1" most:"1000" default:"1" placeholder:"N" help:"Periods (1)."`
	Seed       uint64  `default:"1" help:"Luck; the same seed gives the same table."`
	Out        string  `required:"" placeholder:"FILE" help:"File or folder to write: .csv, .xlsx or .parquet, none for a folder."`
	To         string  `placeholder:"KIND" help:"Layout to write: recipes, flows, coefs or matrix; recipes if absent."`
	asJSON
}

func (planGenerate) Help() string {
	return `Examples:

  gosplan plan generate --products 1000 --seed 1 --out thousand.csv
  gosplan plan generate --products 1e6 --inputs 39 --out million.parquet
  gosplan plan generate --products 1e4 --techniques 3 --equipment 20 --out choices.parquet

The economy is in blocks that supply one another; its structure is told in the
documentation of production.Generate.
`
}

// A whole is a whole number that may be written 1e6.
type whole int

// Decode reads the value of a flag.
func (n *whole) Decode(ctx *kong.DecodeContext) error {
	word, err := value(ctx)
	if err != nil {
		return err
	}
	return n.UnmarshalText([]byte(word))
}

// UnmarshalText reads 1000000, 1e6 or 1_000_000.
func (n *whole) UnmarshalText(text []byte) error {
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil || v != math.Trunc(v) || math.Abs(v) > math.MaxInt32 {
		return fmt.Errorf("%q is no whole number below two thousand million; write 1000000 or 1e6", text)
	}
	*n = whole(v)
	return nil
}

// Run makes up an economy.
func (v planGenerate) Run(r *room) error {
	kind, err := layoutOf(v.To)
	if err != nil {
		return err
	}
	if err := mustBeAbsent(v.Out); err != nil {
		return err
	}
	economy := production.Synthetic{Seed: v.Seed, Products: int(v.Products), Inputs: v.Inputs,
		Techniques: v.Techniques, Equipment: v.Equipment, Periods: v.Periods}
	t, err := production.Generate(economy)
	if err != nil {
		return asWrong(err)
	}
	lost, err := format.Write(v.Out, t, kind)
	if err != nil {
		return asWrong(err)
	}
	if most := economy.MostInputs(); v.Inputs > float64(most) {
		lost = append(lost, production.Finding{Severity: production.Note, Kind: "inputs", Count: 1,
			What: fmt.Sprintf("a technique takes at most half of all products, %d here, and not %v", most, v.Inputs)})
	}
	if v.JSON {
		return printJSON(r.out, map[string]any{"out": v.Out, "layout": kind, "products": t.N, "techniques": t.Ways(), "inputs": t.Input.Entries(), "findings": lost})
	}
	fmt.Fprintf(r.out, "%s: %s with %s and %s, seed %d.\n", v.Out, count(t.N, "product"), count(t.Ways(), "technique"), count(int(t.Input.Entries()), "input"), v.Seed)
	for _, f := range lost {
		fmt.Fprintln(r.out, f)
	}
	return nil
}
