package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"gosplan/measure"
	"gosplan/series"
)

var setup = Setup{Program: "test", Scenario: json.RawMessage(`{"name":"ussr","version":1}`), Seed: 3, Scale: 10000, From: 1917, To: 1991}

func sample() *series.Log {
	log := &series.Log{}
	for year := 1917; year < 1922; year++ {
		log.Add(measure.Find("population"), series.Nation, year, 0, float64(year)*math.Pi)
		for quarter := 1; quarter <= 4; quarter++ {
			log.Add(measure.Find("defect_rate"), series.Nation, year, quarter, 1/float64(year+quarter))
		}
	}
	log.Add(measure.Find("grain_output"), "Kazakhstan, the nomads", 1921, 0, math.NaN())
	log.Events = []series.Event{{Year: 1921, Month: 1, From: "war-communism", To: "nep", For: []string{"peasants"}, Support: 0.7, Crisis: 1.5, Parts: []series.Part{{Name: "growth", Value: 1.5}}}}
	return log
}

func finish(t *testing.T, dir string, log *series.Log, state string) *Run {
	t.Helper()
	w, err := Create(dir, setup)
	if err != nil {
		t.Fatal(err)
	}
	m := &Manifest{Program: "test", Name: "ussr", Seed: 3, State: state, Scenario: setup.Scenario,
		Parameters: []Parameter{{Path: "A.B", Value: 0.1, High: 1}}, Hashes: []StateHash{{"1918-Q4", state}}}
	page := func(out io.Writer) error { _, err := io.WriteString(out, "<html>"); return err }
	if err := w.Finish(m, log, map[string]func(io.Writer) error{ReportFile: page}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	run, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func TestFinishedRunReadsBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "runs", "one")
	log := sample()
	run := finish(t, dir, log, "abc")
	if len(run.Log.Rows) != len(log.Rows) {
		t.Fatalf("%d rows became %d", len(log.Rows), len(run.Log.Rows))
	}
	for i, want := range log.Rows {
		got := run.Log.Rows[i]
		if got.Def != want.Def || got.Place != want.Place || got.Date() != want.Date() || math.Float64bits(got.Value) != math.Float64bits(want.Value) {
			t.Errorf("row %d: %v became %v", i, want, got)
		}
	}
	if !reflect.DeepEqual(run.Log.Events, log.Events) {
		t.Errorf("events %+v became %+v", log.Events, run.Log.Events)
	}
	rows, err := parquet.ReadFile[tidy](filepath.Join(dir, ParquetFile))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range log.Rows {
		if got := rows[i]; got.Series != want.Def.Name || got.Date != want.Date() || got.Unit != want.Def.Unit || math.Float64bits(got.Value) != math.Float64bits(want.Value) {
			t.Errorf("parquet row %d: %v became %v", i, want, got)
		}
	}
	entries, _ := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), "manifest.json report.html series.csv series.parquet"; got != want {
		t.Errorf("the folder holds %s, want %s", got, want)
	}
	if _, err := os.Stat(Partial(dir)); !os.IsNotExist(err) {
		t.Error("the unfinished folder is still there")
	}
}

// A refusal names the place and the mending, and leaves every file as it was.
func refused(t *testing.T, err error, words ...string) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("want a refusal, got %v", err)
	}
	if r.Where == "" || r.What == "" || r.Mend == "" {
		t.Errorf("incomplete refusal: %#v", r)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
}

func TestFoldersThatCannotTakeARun(t *testing.T) {
	root := t.TempDir()
	full := filepath.Join(root, "full")
	os.MkdirAll(full, 0o755)
	os.WriteFile(filepath.Join(full, "mine.txt"), []byte("mine"), 0o644)
	_, err := Create(full, setup)
	refused(t, err, "not empty", "--out")

	foreign := filepath.Join(root, "foreign")
	os.MkdirAll(Partial(foreign), 0o755)
	_, err = Create(foreign, setup)
	refused(t, err, "not an unfinished run")

	_, err = Create(filepath.Join(full, "mine.txt", "run"), setup)
	refused(t, err)
	_, err = Create(filepath.Join(full, "mine.txt"), setup)
	refused(t, err)
	if text, _ := os.ReadFile(filepath.Join(full, "mine.txt")); string(text) != "mine" {
		t.Error("a file was changed")
	}

	empty := filepath.Join(root, "empty")
	os.MkdirAll(empty, 0o755)
	finish(t, empty, sample(), "abc")
	_, _, err = Resume(empty, "test")
	refused(t, err, "complete", "show")
	_, _, err = Resume(filepath.Join(root, "absent"), "test")
	refused(t, err, "no unfinished run")
}

func TestTwoRunsInOneFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "one")
	first, err := Create(dir, setup)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Create(dir, setup)
	refused(t, err, "another run is writing")
	_, _, err = Resume(dir, "test")
	refused(t, err, "another run is writing")
	if err := first.Checkpoint(Note{Year: 1917, Quarter: 4}, save("state")); err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Create(dir, setup)
	refused(t, err, "unfinished run", "gosplan resume")
	_, err = Open(dir)
	refused(t, err, "unfinished", "gosplan resume")
}

func save(state string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, state); return err }
}

func TestTheLastGoodCheckpointIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "one")
	w, err := Create(dir, setup)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Checkpoint(Note{Year: 1922, Quarter: 4, Hash: "h"}, save("good state")); err != nil {
		t.Fatal(err)
	}
	err = w.Checkpoint(Note{Year: 1927, Quarter: 4}, func(out io.Writer) error {
		io.WriteString(out, "half a st")
		return errors.New("no space left on device")
	})
	if err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Fatalf("want the reason, got %v", err)
	}
	m := &Manifest{Scenario: setup.Scenario}
	err = w.Finish(m, sample(), map[string]func(io.Writer) error{ReportFile: func(io.Writer) error { return errors.New("no space left on device") }})
	if err == nil {
		t.Fatal("a report that cannot be written went unnoticed")
	}
	w.Close()
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("an incomplete run has its folder")
	}
	again, last, err := Resume(Partial(dir), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	defer last.Close()
	text, _ := io.ReadAll(last.State)
	if string(text) != "good state" || last.Note.Year != 1922 || last.Note.Hash != "h" {
		t.Errorf("resumed from %q of %d", text, last.Note.Year)
	}
	left, _ := filepath.Glob(filepath.Join(Partial(dir), ".*"))
	if len(left) != 0 {
		t.Errorf("half-written files are left: %v", left)
	}
}

func TestARunWithoutCheckpointLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "one")
	w, err := Create(dir, setup)
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	if _, err := os.Stat(Partial(dir)); !os.IsNotExist(err) {
		t.Error("an unfinished run without a checkpoint was left")
	}
}

func TestDamagedRuns(t *testing.T) {
	for _, c := range []struct {
		name, file string
		damage     func([]byte) []byte
		words      []string
	}{
		{"a byte of the series", CSVFile, func(b []byte) []byte { b[len(b)/2] ^= 1; return b }, []string{"series.csv", "SHA-256", "put back"}},
		{"the series are gone", CSVFile, nil, []string{"series.csv"}},
		{"half a manifest", ManifestFile, func(b []byte) []byte { return b[:len(b)/2] }, []string{"manifest.json", "damaged"}},
		{"a changed manifest", ManifestFile, func(b []byte) []byte { return bytes.Replace(b, []byte(`"seed": 3`), []byte(`"seed": 4`), 1) }, []string{"checksum"}},
		{"another format", ManifestFile, func(b []byte) []byte {
			return bytes.Replace(b, []byte(`"gosplan_run": 1`), []byte(`"gosplan_run": 9`), 1)
		}, []string{"format 9", "format 1"}},
		{"some other JSON", ManifestFile, func([]byte) []byte { return []byte("{}") }, []string{"not the manifest"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "run")
			finish(t, dir, sample(), "abc")
			path := filepath.Join(dir, c.file)
			text, _ := os.ReadFile(path)
			if c.damage == nil {
				os.Remove(path)
			} else {
				os.WriteFile(path, c.damage(text), 0o644)
			}
			_, err := Open(dir)
			refused(t, err, c.words...)
		})
	}
}

// Without its report a run is whole, and says that it is gone.
func TestARunWithoutItsReportIsOpened(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	finish(t, dir, sample(), "abc")
	if err := os.Remove(filepath.Join(dir, ReportFile)); err != nil {
		t.Fatal(err)
	}
	run, err := Open(dir)
	if err != nil || len(run.Missing) != 1 || run.Missing[0] != ReportFile {
		t.Fatalf("%+v, %v", run, err)
	}
}
