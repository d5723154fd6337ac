package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"gosplan/series"
)

// A Manifest says what a finished run was and what its files are.
type Manifest struct {
	Format      int               `json:"gosplan_run"`
	Program     string            `json:"program"`
	Go          string            `json:"go"`
	Platform    string            `json:"platform"` // bits are promised for one architecture
	Name        string            `json:"name"`     // of the scenario
	Seed        uint64            `json:"seed"`
	Scale       int               `json:"scale"`
	From        int               `json:"from"`
	To          int               `json:"to"`
	State       string            `json:"state"` // hash of the final state
	WallSeconds float64           `json:"wall_seconds"`
	Decisions   Decisions         `json:"decisions"`
	SpreadSeeds []uint64          `json:"spread_seeds,omitempty"` // further seeds behind the spread in the report
	Files       map[string]string `json:"files"`                  // name and SHA-256
	Hashes      []StateHash       `json:"hashes"`
	Events      []series.Event    `json:"events,omitempty"` // changes of system within the run, and collapses
	Series      []Definition      `json:"series"`
	Parameters  []Parameter       `json:"parameters"`
	Scenario    json.RawMessage   `json:"scenario"`
	Checksum    string            `json:"checksum"` // SHA-256 of this manifest with an empty checksum
}

// Decisions is what the managers' decision problems took of a run.
type Decisions struct {
	Problems int     `json:"problems"` // solved
	Seconds  float64 `json:"seconds"`
	Loss     *Loss   `json:"loss,omitempty"` // nil if it was not measured
}

// Loss is what choices lose beside those on a fine grid, as a share of base
// pay, over all problems solved.
type Loss struct {
	Mean  float64 `json:"mean"`
	Worst float64 `json:"worst"`
}

// A Parameter is one number the run was given.
type Parameter struct {
	Path    string  `json:"path"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Source  string  `json:"source"`
	Meaning string  `json:"meaning"`
}

// A Definition says what a series of the run is, so that a later program
// shows it as it was meant.
type Definition struct {
	Name    string           `json:"name"`
	Title   string           `json:"title"`
	Unit    string           `json:"unit"`
	Meaning string           `json:"meaning"`
	Basis   string           `json:"basis,omitempty"`
	Every   series.Frequency `json:"rows_a_year"`
	Status  series.Status    `json:"status"`
	Why     string           `json:"why,omitempty"` // it does not emerge
}

// define takes the definitions of the series that were written, and the events.
func (m *Manifest) define(log *series.Log) {
	m.Series, m.Events = nil, log.Events
	for _, d := range log.Definitions() {
		m.Series = append(m.Series, Definition(*d))
	}
}

// write seals the manifest with its checksum.
func (m *Manifest) write(out io.Writer) error {
	m.Format = Format
	sum, err := m.seal()
	if err != nil {
		return err
	}
	m.Checksum = sum
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	_, err = out.Write(append(text, '\n'))
	return err
}

func (m Manifest) seal() (string, error) {
	m.Checksum = ""
	text, err := json.Marshal(m)
	sum := sha256.Sum256(text)
	return hexadecimal(sum[:]), err
}

// parseManifest reads a manifest and checks it against its own checksum.
func parseManifest(path string, text []byte) (*Manifest, error) {
	var version struct {
		Format *int `json:"gosplan_run"`
	}
	const mend = "put back a good copy, or run the scenario again"
	if err := json.Unmarshal(text, &version); err != nil {
		return nil, refuse(path, "damaged: "+err.Error(), mend)
	}
	if version.Format == nil {
		return nil, refuse(path, "not the manifest of a run: it has no \"gosplan_run\"", "name the folder of a run")
	}
	if *version.Format != Format {
		return nil, refuse(path, fmt.Sprintf("a run of format %d, while this program reads format %d", *version.Format, Format),
			"read it with the program that wrote it")
	}
	m := &Manifest{}
	in := json.NewDecoder(bytes.NewReader(text))
	in.DisallowUnknownFields()
	if err := in.Decode(m); err != nil {
		return nil, refuse(path, "damaged: "+err.Error(), mend)
	}
	if sum, err := m.seal(); err != nil || sum != m.Checksum {
		return nil, refuse(path, "damaged: its checksum does not fit its content", mend)
	}
	for name := range m.Files { // order does not matter: any of them refuses
		if name != filepath.Base(name) || name == "." || name == ".." {
			return nil, refuse(path, fmt.Sprintf("names a file outside the folder: %q", name), mend)
		}
	}
	return m, nil
}
