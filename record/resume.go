package record

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A Checkpoint is the last good state of an unfinished run.
type Checkpoint struct {
	Note  Note
	State io.Reader // nil when the run has to begin again
	file  *os.File
}

// Close gives the file back.
func (c *Checkpoint) Close() error {
	if c.file == nil {
		return nil
	}
	return c.file.Close()
}

// Resume takes up the unfinished run of a folder. The program is the version
// that asks; only the version that wrote a checkpoint can go on from it.
func Resume(dir, program string) (*Writer, *Checkpoint, error) {
	dir = withoutSuffix(dir)
	partial := Partial(dir)
	setup, err := readSetup(dir, partial)
	if err != nil {
		return nil, nil, err
	}
	held, err := lock(partial)
	if errors.Is(err, errLocked) {
		return nil, nil, occupied(partial)
	}
	if err != nil {
		return nil, nil, refuse(partial, "cannot be written: "+cause(err), "make it writable")
	}
	file, note, state, err := openCheckpoint(filepath.Join(partial, checkpointFile), setup, program)
	if err != nil {
		held.Close()
		return nil, nil, err
	}
	if setup.Program != program { // with a checkpoint that has been said of it
		if file != nil {
			file.Close()
		}
		held.Close()
		return nil, nil, refuse(filepath.Join(partial, setupFile), fmt.Sprintf("begun by gosplan %s, while this is gosplan %s", setup.Program, program),
			"resume it with the program that began it, or run the scenario again")
	}
	w := &Writer{Dir: dir, Setup: setup, partial: partial, lock: held, resumes: state != nil}
	return w, &Checkpoint{note, state, file}, nil
}
