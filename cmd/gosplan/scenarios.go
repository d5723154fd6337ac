package main

import (
	"gosplan"
	"gosplan/scenario"
	"gosplan/system"
)

type scenariosVerb struct {
	Template bool `help:"Write the smallest scenario, to fill in."`
	asJSON
}

func (scenariosVerb) Help() string {
	return `Examples:

  gosplan scenarios
  gosplan scenarios --template > my.yaml && gosplan check my.yaml
`
}

// Run lists the built-in scenarios or writes the template.
func (v scenariosVerb) Run(r *room) error {
	if v.Template && v.JSON {
		return wrong("--template writes YAML, which scenarios are written in, and the list alone can be JSON; leave out --template or --json (the schema is JSON: gosplan schema)")
	}
	if v.Template {
		_, err := r.out.Write(scenario.Template())
		return err
	}
	type view struct {
		Name        string `json:"name"`
		Title       string `json:"title"`
		Description string `json:"description"`
	}
	views, rows := []view{}, [][]string(nil)
	for _, s := range scenario.Builtin() {
		views = append(views, view(s))
		rows = append(rows, []string{s.Name, s.Title, s.Description})
	}
	if v.JSON {
		return printJSON(r.out, views)
	}
	printTable(r.out, []string{"name", "title", "what it is"}, rows)
	return nil
}

type schemaVerb struct{}

func (schemaVerb) Help() string {
	return "Example:\n\n  gosplan schema > scenario.schema.json\n"
}

// Run prints the JSON Schema, for editors and other programs.
func (schemaVerb) Run(r *room) error {
	_, err := r.out.Write(scenario.Schema())
	return err
}

type checkVerb struct {
	File string `arg:"" help:"Scenario file, or the name of a built-in one."`
	asJSON
}

func (checkVerb) Help() string {
	return `Example:

  gosplan check my.yaml

Reads the file, lays it over what it extends, and prepares a run at a coarse
scale, so that names, ranges, dates and institutions are all looked at.
Nothing is written.
`
}

// checkScale is coarse, so that preparing the run takes no time.
const checkScale = 200_000

// Run says whether a scenario could be lived.
func (v checkVerb) Run(r *room) error {
	s, err := scenario.Load(v.File)
	if err != nil {
		return asWrong(err)
	}
	if err := known(r.engine, s); err != nil {
		return err
	}
	if _, err := r.engine.New(gosplan.Config{Scenario: s, Seed: 1, Scale: checkScale}); err != nil {
		return asWrong(err)
	}
	if v.JSON {
		return printJSON(r.out, map[string]any{"name": s.Name, "title": s.Title, "from": s.From, "to": s.To,
			"eras": len(s.Eras), "hash": scenario.Hash(s)})
	}
	numbers, forms, out := changed(s)
	say(r.out, "%s: %s. Good: %v to %v, eras: %d, parameters changed: %d, institutions in another form: %d, taken out: %d.\n",
		s.Name, s.Title, s.From, s.To, len(s.Eras), numbers, forms, out)
	for _, name := range s.Late() {
		say(r.out, "%s speaks only of years after %d: its first value holds in the whole run, and what happens in a year never does.\n", name, s.To.Year)
	}
	return nil
}

// changed counts what a scenario changes, in all eras or in one.
func changed(s *scenario.Scenario) (numbers, forms, out int) {
	add := func(set scenario.Changes, institutions scenario.Choices, without []string) {
		numbers, forms, out = numbers+len(set), forms+len(institutions), out+len(without)
	}
	add(s.Set, s.Institutions, s.Without)
	for _, e := range s.Eras {
		add(e.Set, e.Institutions, e.Without)
	}
	for _, c := range s.Politics.Candidates {
		add(c.Set, c.Institutions, c.Without)
	}
	return numbers, forms, out
}

// known checks the names in a scenario against those of the economy.
func known(e engine, s *scenario.Scenario) error {
	plain := *s
	plain.Set, plain.Without, plain.Institutions = nil, nil, nil // what may be misspelt must not hinder the listing
	words := scenario.Vocabulary{Systems: system.Names(), Forms: system.Institutions()}
	if list, err := e.Parameters(&plain); err == nil {
		_, words.Parameters = bare(list)
	}
	if list, err := e.Removable(&plain); err == nil {
		words.Removable = list
	}
	return asWrong(scenario.Check(s, words))
}
