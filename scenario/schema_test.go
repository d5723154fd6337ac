package scenario

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"gosplan/parameter"

	"github.com/goccy/go-yaml"
	derive "github.com/google/jsonschema-go/jsonschema"
	validate "github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "write schema.json again from the types")

// derived is the schema of the types, with what the tags of the series say.
func derived(t *testing.T) []byte {
	t.Helper()
	number := &derive.Schema{Type: "number"}
	year := "^(19[0-9][0-9]|20[0-9][0-9]|2100)$"
	byRegion := &derive.Schema{Type: "object", Properties: map[string]*derive.Schema{}, AdditionalProperties: &derive.Schema{Not: &derive.Schema{}}}
	for _, region := range Regions {
		byRegion.Properties[region] = number
	}
	byRegion.PropertyOrder = Regions
	none := &derive.Schema{Not: &derive.Schema{}}
	custom := map[reflect.Type]*derive.Schema{
		reflect.TypeFor[Month]():    {Type: "string", Pattern: "^(19[0-9][0-9]|20[0-9][0-9]|2100)-(0[1-9]|1[0-2])$", Description: "year and month, as 1929-10"},
		reflect.TypeFor[Path]():     {Type: "object", PatternProperties: map[string]*derive.Schema{year: number}, AdditionalProperties: none},
		reflect.TypeFor[Regional](): {Type: "object", PatternProperties: map[string]*derive.Schema{year: byRegion}, AdditionalProperties: none},
		reflect.TypeFor[Changes]():  {Type: "object", AdditionalProperties: &derive.Schema{Types: []string{"number", "string"}}, Description: "parameter paths and their values, as Plan.Ratchet.Up: 0.7, or institutions and their variants, as Labour: at-will"},
		reflect.TypeFor[Choices]():  {Type: "object", AdditionalProperties: &derive.Schema{Type: "string"}, Description: "institutions and their variants, as Labour: at-will"},
		reflect.TypeFor[[]string](): {Type: "array", Items: &derive.Schema{Type: "string"}},
	}
	s, err := derive.For[Scenario](&derive.ForOptions{TypeSchemas: custom})
	if err != nil {
		t.Fatal(err)
	}
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.ID = "https://gosplan/scenario/1"
	s.Title = fmt.Sprintf("A gosplan scenario, version %d", Version)
	s.Required = []string{"version"}
	s.Properties["version"].Const = derive.Ptr[any](Version)
	if s.Properties["eras"].Types != nil {
		s.Properties["eras"].Types, s.Properties["eras"].Type = nil, "array"
	}
	politics := s.Properties["politics"].Properties
	politics["candidates"].Types, politics["candidates"].Type = nil, "array"
	politics["ahead"].Minimum, politics["ahead"].Maximum = derive.Ptr(1.0), derive.Ptr(float64(farthest))
	politics["candidates"].Items.Properties["in"].Enum = []any{emergency}
	for _, name := range DecisionNames() {
		politics["decides"].Items.Enum = append(politics["decides"].Items.Enum, name)
	}
	s.AnyOf = []*derive.Schema{{Required: []string{"extends"}}, {Required: []string{"name", "from", "to", "eras"}}}
	explain(s.Properties["decisions"], reflect.TypeFor[Decided]())
	explain(s.Properties["nature"], reflect.TypeFor[Given]())
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

// explain puts unit, range and meaning of every series into the schema.
func explain(s *derive.Schema, of reflect.Type) {
	for i := range of.NumField() {
		tag := of.Field(i).Tag
		name, _, _ := strings.Cut(tag.Get("json"), ",")
		low, high, err := parameter.ParseRange(tag.Get("range"))
		if err != nil {
			panic(err)
		}
		p := s.Properties[name]
		p.Description = fmt.Sprintf("%s (%s)", tag.Get("means"), tag.Get("unit"))
		value := &derive.Schema{Type: "number", Minimum: &low, Maximum: &high}
		for year, inside := range p.PatternProperties {
			if inside.Properties == nil {
				p.PatternProperties[year] = value
				continue
			}
			for region := range inside.Properties {
				inside.Properties[region] = value
			}
		}
	}
}

func TestSchemaFollowsTheTypes(t *testing.T) {
	want := derived(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, Schema()) {
		t.Error("schema.json is not what the types say; run: go test ./scenario -run Schema -update")
	}
}

func compiled(t *testing.T) *validate.Schema {
	t.Helper()
	document, err := validate.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := validate.NewCompiler()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instance(t *testing.T, data []byte) any {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON(data)
	if err != nil {
		t.Fatal(err)
	}
	v, err := validate.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestBuiltinFilesKeepToTheSchema(t *testing.T) {
	s := compiled(t)
	for _, name := range builtin {
		data, err := files.ReadFile("builtin/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(instance(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		whole, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(instance(t, whole.YAML())); err != nil {
			t.Errorf("%s, whole: %v", name, err)
		}
	}
	if err := s.Validate(instance(t, Template())); err != nil {
		t.Errorf("template: %v", err)
	}
}

func TestSchemaRefusesWhatParseRefuses(t *testing.T) {
	s := compiled(t)
	for _, text := range []string{
		"version: 1\nextends: ussr\nnam: x\n",
		"version: 2\nextends: ussr\n",
		"version: 1\n",
		"version: 1\nextends: ussr\nfrom: 1929-13\n",
		"version: 1\nextends: ussr\ndecisions: {planned_growth: {1929: 0.5}}\n",
		"version: 1\nextends: ussr\nnature: {weather: {1921: {Wolga: 0.5}}}\n",
		"version: 1\nextends: ussr\nnature: {weather: {1821: {Volga: 0.5}}}\n",
		"version: 1\nextends: ussr\npolitics: {from: 1920-01, candidates: [{name: x}]}\n",
		"version: 1\nextends: ussr\npolitics: {from: 1920-01, candidates: [{system: nep, in: spring}]}\n",
		"version: 1\nextends: ussr\npolitics: {from: 1920-01, decides: [weather], candidates: [{system: nep}]}\n",
		"version: 1\nextends: ussr\npolitics: {from: 1920-01, ahead: 11, candidates: [{system: nep}]}\n",
	} {
		if s.Validate(instance(t, []byte(text))) == nil {
			t.Errorf("the schema takes %q", text)
		}
		if _, err := Parse("x.yaml", []byte(text)); err == nil {
			t.Errorf("Parse takes %q", text)
		}
	}
}
