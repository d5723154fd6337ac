package record

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gosplan/measure"
	"gosplan/series"
)

// A Run is a finished run read back.
type Run struct {
	Missing  []string // files that are gone and without which the run is whole
	Dir      string
	Manifest *Manifest
	Log      *series.Log
}

// Open reads a finished run and checks every file against its checksum.
func Open(dir string) (*Run, error) {
	path := filepath.Join(dir, ManifestFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, noRun(dir, err)
	}
	manifest, err := parseManifest(path, text)
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, name := range slices.Sorted(maps.Keys(manifest.Files)) {
		file := filepath.Join(dir, name)
		sum, err := Checksum(file)
		if name == ReportFile && errors.Is(err, fs.ErrNotExist) { // the run is whole without it
			missing = append(missing, name)
			continue
		}
		if err != nil {
			return nil, refuse(file, "damaged run: "+cause(err), "put back a good copy, or run the scenario again")
		}
		if sum != manifest.Files[name] {
			return nil, refuse(file, "damaged run: the file is not as it was written (its SHA-256 differs)",
				"put back a good copy, or run the scenario again")
		}
	}
	for _, name := range missing {
		delete(manifest.Files, name)
	}
	content, err := os.ReadFile(filepath.Join(dir, CSVFile))
	if err != nil {
		return nil, refuse(filepath.Join(dir, CSVFile), cause(err), "put back a good copy, or run the scenario again")
	}
	log, err := readCSV(bytes.NewReader(content), manifest.find())
	if err != nil {
		return nil, refuse(filepath.Join(dir, CSVFile), fmt.Sprintf("damaged run: %v", err), "put back a good copy, or run the scenario again")
	}
	log.Events = manifest.Events
	return &Run{Dir: dir, Manifest: manifest, Log: log, Missing: missing}, nil
}

// noRun says why there is nothing to open, and what there is instead.
func noRun(dir string, err error) error {
	if _, there := os.Stat(filepath.Join(withoutSuffix(dir)+partialSuffix, setupFile)); there == nil {
		return refuse(dir, "this run is unfinished", "go on with it first: gosplan resume "+withoutSuffix(dir))
	}
	if !os.IsNotExist(err) {
		return refuse(dir, "cannot read it: "+cause(err), "name the folder of a run")
	}
	return refuse(dir, "no run here: there is no "+ManifestFile, "name the folder of a run")
}

// find gives the definition of a series as the program knows it, or, when it
// no longer means the same, as the run wrote it.
func (m *Manifest) find() func(name, unit string) *series.Definition {
	known := map[string]*series.Definition{}
	for _, d := range m.Series {
		own := series.Definition(d)
		known[d.Name] = &own
		if today := measure.Find(d.Name); today != nil && *today == own {
			known[d.Name] = today
		}
	}
	return func(name, unit string) *series.Definition {
		if known[name] == nil {
			name, unit = strings.Clone(name), strings.Clone(unit)
			known[name] = &series.Definition{Name: name, Title: name, Unit: unit, Every: series.Yearly}
		}
		return known[name]
	}
}
