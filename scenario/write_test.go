package scenario

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestWritingAndReadingBack(t *testing.T) {
	for _, name := range builtin {
		s, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		readBack(t, s)
		other, _ := Load(name)
		if Hash(s) != Hash(other) || len(Hash(s)) != 64 {
			t.Errorf("%s: hash", name)
		}
		other.Nature.War[1930] += 0.25
		if Hash(s) == Hash(other) {
			t.Errorf("%s: the hash does not see a change", name)
		}
	}
}

// readBack holds a scenario to what it says when written and read again.
func readBack(t *testing.T, s *Scenario) {
	t.Helper()
	asJSON, err := s.JSON()
	if err != nil {
		t.Fatal(err)
	}
	same := func(form string, got *Scenario, err error) {
		if err != nil {
			t.Fatalf("%s: %v\n%s", form, err, s.YAML())
		}
		a, b := *s, *got
		a.texts, b.texts = nil, nil
		if !reflect.DeepEqual(a, b) || string(s.YAML()) != string(got.YAML()) {
			t.Fatalf("%s: read back\n%s\nwritten\n%s", form, got.YAML(), s.YAML())
		}
	}
	again, err := Parse("again.yaml", s.YAML())
	same("YAML", again, err)
	again, err = Parse("again.json", asJSON)
	same("JSON as YAML", again, err)
	decoded := new(Scenario)
	same("JSON", decoded, json.Unmarshal(asJSON, decoded))
}

func FuzzParse(f *testing.F) {
	for _, name := range builtin {
		data, err := files.ReadFile("builtin/" + name + ".yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(Template())
	inputs, _ := filepath.Glob("testdata/mistakes/*.yaml")
	for _, input := range inputs {
		data, err := os.ReadFile(input)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("version: 1\nextends: 'a\"b\\\\ \u00e9\u2028'\nname: |\n  two\n  lines\nset: {\"a b\": -0, 'x: y': 1e-9}\nwithout: ['#']\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Parse("fuzz.yaml", data)
		if err == nil {
			readBack(t, s)
		}
	})
}
