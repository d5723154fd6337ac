package scenario

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"gosplan/parameter"
)

//go:embed builtin/*.yaml
var files embed.FS

// builtin are the names of the scenarios that come with the program, in the
// order in which they are listed.
var builtin = []string{"ussr", "ussr-nep", "ussr-no-collectivisation", "ussr-no-war", "ussr-flat-oil", "ussr-peace", "ussr-ogas", "ussr-ogas-truthful", "transition-at-once", "transition-by-steps", "ussr-endogenous", "ussr-endogenous-1957", "ussr-endogenous-1975", "ussr-no-civil-war", "start-1917", "start-1928", "industrial", "industrial-endogenous"}

// A Summary is what a list of scenarios shows of one.
type Summary struct{ Name, Title, Description string }

// Builtin lists the scenarios that come with the program.
func Builtin() []Summary {
	var out []Summary
	for _, name := range builtin {
		s, err := Load(name)
		if err != nil {
			panic(err)
		}
		out = append(out, Summary{s.Name, s.Title, s.Description})
	}
	return out
}

// Load reads a scenario, a built-in one by its name or any by the path of its
// file, lays it over what it extends, and checks the whole.
func Load(nameOrPath string) (*Scenario, error) {
	s, err := load(nameOrPath, "", nil)
	if err != nil {
		return nil, err
	}
	if err := Check(s, Vocabulary{}); err != nil {
		return nil, err
	}
	return s, nil
}

// load reads one file and what it extends; chain holds those that wait for it.
func load(name, folder string, chain []string) (*Scenario, error) {
	shown, data, err := read(name, folder)
	if err != nil {
		return nil, err
	}
	identity := shown
	if absolute, err := filepath.Abs(shown); err == nil && !IsBuiltin(name) {
		identity = absolute
	}
	if slices.Contains(chain, identity) {
		return nil, fmt.Errorf("%s: this scenario extends itself, directly or through others; take one extends out", shown)
	}
	s, err := Parse(shown, data)
	if err != nil || s.Extends == "" {
		return s, err
	}
	if s.Name == "" {
		s.Name = strings.TrimSuffix(filepath.Base(shown), filepath.Ext(shown))
	}
	base, err := load(s.Extends, filepath.Dir(shown), append(chain, identity))
	if errors.Is(err, errNotFound) {
		return nil, s.wrong("extends", "extends: %v", err)
	}
	if err != nil {
		return nil, err
	}
	s.over(base)
	return s, nil
}

var errNotFound = errors.New("not found")

// IsBuiltin tells whether a scenario of this name comes with the program.
func IsBuiltin(name string) bool { return slices.Contains(builtin, name) }

// read finds the text of a scenario and the name to show for it.
func read(name, folder string) (shown string, data []byte, err error) {
	if IsBuiltin(name) {
		data, err = files.ReadFile("builtin/" + name + ".yaml")
		return name + ".yaml", data, err
	}
	shown = name
	if folder != "" && !filepath.IsAbs(name) {
		shown = filepath.Join(folder, name)
	}
	about, err := os.Stat(shown)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		mend := parameter.Suggest(name, builtin)
		if mend == "" {
			mend = "; the built-in ones are " + strings.Join(builtin, ", ")
		}
		return shown, nil, fmt.Errorf("scenario %q %w: it is neither built in nor a file%s", name, errNotFound, mend)
	case err != nil:
		return shown, nil, err
	case about.IsDir():
		return shown, nil, fmt.Errorf("%s: this is a folder; name a scenario file", shown)
	case about.Size() > largest:
		return shown, nil, &Mistake{File: shown, What: fmt.Sprintf("the file has %d bytes; a scenario has at most %d", about.Size(), largest)}
	}
	data, err = readAtMost(shown, largest)
	return shown, data, err
}

// readAtMost reads a file whose size may not be what it says, as that of a
// device or a pipe, which may have no end.
func readAtMost(path string, most int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, int64(most)+1))
	if err == nil && len(data) > most {
		return nil, &Mistake{File: path, What: fmt.Sprintf("the file goes on after %d bytes; a scenario has at most that many", most)}
	}
	return data, err
}

// over completes a scenario with what it extends: words, dates and eras that
// it gives replace those of the base, a series replaces the whole series of
// that name, single parameters in set and single institutions replace theirs,
// and without adds up.
func (s *Scenario) over(base *Scenario) {
	lay := func(top, below reflect.Value) {
		for i := range top.NumField() {
			if top.Field(i).CanSet() && top.Field(i).IsZero() {
				top.Field(i).Set(below.Field(i))
			}
		}
	}
	s.Extends = ""
	base.Extends = ""
	lay(reflect.ValueOf(&s.Decisions).Elem(), reflect.ValueOf(base.Decisions))
	lay(reflect.ValueOf(&s.Nature).Elem(), reflect.ValueOf(base.Nature))
	s.Set = fill(s.Set, base.Set)
	s.Institutions = fill(s.Institutions, base.Institutions)
	for _, name := range s.Without {
		if !slices.Contains(base.Without, name) {
			base.Without = append(base.Without, name)
		}
	}
	s.Without = base.Without
	lay(reflect.ValueOf(s).Elem(), reflect.ValueOf(base).Elem())
	s.texts = append(s.texts, base.texts...)
}

// fill gives a map the entries of the one below whose names it has not.
func fill[M ~map[string]V, V any](top, below M) M {
	for name, value := range below {
		if _, given := top[name]; !given {
			if top == nil {
				top = M{}
			}
			top[name] = value
		}
	}
	return top
}
