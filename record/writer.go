package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"gosplan/par"
	"gosplan/series"
)

// errLocked says that another process holds a folder.
var errLocked = errors.New("locked")

// A Writer keeps one run in its folder. It is not for two goroutines at once.
type Writer struct {
	Dir   string // the folder when the run is done
	Setup Setup

	partial string
	lock    *os.File
	resumes bool // there is a checkpoint to go on from
}

// Create takes a folder that is absent or empty for a new run. It refuses a
// folder in use, an unfinished run and a folder that is not a run's.
func Create(dir string, setup Setup) (*Writer, error) {
	if err := Check(dir); err != nil {
		return nil, err
	}
	w := &Writer{Dir: filepath.Clean(dir), Setup: setup, partial: Partial(dir)}
	w.Setup.Format = Format
	if err := os.MkdirAll(filepath.Dir(w.partial), 0o755); err != nil {
		return nil, cannotMake(filepath.Dir(w.partial), err)
	}
	if err := os.Mkdir(w.partial, 0o755); err != nil {
		return nil, cannotMake(w.partial, err)
	}
	held, err := lock(w.partial)
	if err != nil {
		return nil, errors.Join(occupied(w.partial), os.Remove(w.partial))
	}
	w.lock = held
	text, err := json.MarshalIndent(w.Setup, "", "  ")
	if err == nil {
		_, err = writeFile(filepath.Join(w.partial, setupFile), func(out io.Writer) error {
			_, err := out.Write(append(text, '\n'))
			return err
		})
	}
	if err != nil {
		w.remove()
		return nil, err
	}
	return w, nil
}

// Check refuses a folder that cannot take a new run, and changes nothing.
func Check(dir string) error {
	if err := checkFree(dir); err != nil {
		return err
	}
	partial := Partial(dir)
	if _, err := os.Lstat(partial); os.IsNotExist(err) {
		return nil
	}
	if isLocked(partial) {
		return occupied(partial)
	}
	if _, err := os.Stat(filepath.Join(partial, setupFile)); err != nil {
		return refuse(partial, "is in the way and is not an unfinished run", "move it away, or choose another folder with --out")
	}
	return refuse(partial, "holds an unfinished run",
		fmt.Sprintf("go on with it (gosplan resume %s), remove it, or choose another folder with --out", dir))
}

func occupied(partial string) error {
	return refuse(partial, "another run is writing here", "wait for it to end, or choose another folder with --out")
}

// Checkpoint replaces the checkpoint by what save writes. When it fails the
// one before is still there.
func (w *Writer) Checkpoint(note Note, save func(io.Writer) error) error {
	note.Program = w.Setup.Program
	_, err := writeFile(filepath.Join(w.partial, checkpointFile), func(out io.Writer) error {
		return writeCheckpoint(out, w.Setup.Hash(), note, save)
	})
	if err == nil {
		w.resumes = true
	}
	return err
}

// Finish writes the results and makes the folder complete. pages writes the
// files besides the series and the manifest, by name: report.html. They are
// called side by side.
func (w *Writer) Finish(m *Manifest, log *series.Log, pages map[string]func(io.Writer) error) error {
	m.Files = map[string]string{}
	writes := map[string]func(io.Writer) error{
		CSVFile:     func(out io.Writer) error { return WriteCSV(out, log) },
		ParquetFile: func(out io.Writer) error { return WriteParquet(out, log) },
	}
	maps.Copy(writes, pages)
	names := slices.Sorted(maps.Keys(writes))
	sums, failures := make([]string, len(names)), make([]error, len(names))
	par.Blocks(len(names), func(i int) { // files side by side; each is written by one core
		sums[i], failures[i] = writeFile(filepath.Join(w.partial, names[i]), writes[names[i]])
	})
	for i, name := range names {
		if failures[i] != nil {
			return failures[i]
		}
		m.Files[name] = sums[i]
	}
	m.define(log)
	if _, err := writeFile(filepath.Join(w.partial, ManifestFile), m.write); err != nil {
		return err
	}
	return w.publish()
}

// publish gives the folder its name, and only then drops what was needed to
// go on with an unfinished run.
func (w *Writer) publish() error {
	if free, err := isEmptyOrAbsent(w.Dir); err != nil || !free {
		return fmt.Errorf("%s: something was put there during the run; the run is complete in %s, rename it yourself", w.Dir, w.partial)
	}
	os.Remove(w.Dir)
	if err := os.Rename(w.partial, w.Dir); err != nil {
		return fmt.Errorf("cannot rename %s to %s: %s; the run is complete where it is", w.partial, w.Dir, cause(err))
	}
	syncFolder(filepath.Dir(w.Dir))
	for _, name := range []string{checkpointFile, setupFile, lockFile} {
		os.Remove(filepath.Join(w.Dir, name))
	}
	w.partial = ""
	return w.lock.Close()
}

// Close leaves the run. What is unfinished stays if there is a checkpoint to
// go on from, and goes otherwise. After Finish it does nothing.
func (w *Writer) Close() error {
	if w.partial == "" {
		return nil
	}
	if !w.resumes {
		return w.remove()
	}
	w.partial = ""
	return w.lock.Close()
}

// Leave gives the folder back as it is.
func (w *Writer) Leave() error { return w.lock.Close() }

// Resumable reports whether Close will leave something to go on from.
func (w *Writer) Resumable() bool { return w.partial != "" && w.resumes }

func (w *Writer) remove() error {
	err := errors.Join(os.RemoveAll(w.partial), w.lock.Close())
	w.partial = ""
	return err
}
