package record

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// CheckFolder refuses a folder that cannot take new files, because there are
// some or because it cannot be made, and leaves nothing behind.
func CheckFolder(dir string) error {
	if err := checkFree(dir); err != nil {
		return err
	}
	above := filepath.Dir(filepath.Clean(dir))
	for {
		if _, err := os.Stat(above); err == nil || above == filepath.Dir(above) {
			break
		}
		above = filepath.Dir(above)
	}
	trial, err := os.MkdirTemp(above, ".trial-*")
	if err != nil {
		return cannotMake(dir, err)
	}
	return os.Remove(trial)
}

// checkFree refuses a folder that cannot be read or holds something.
func checkFree(dir string) error {
	free, err := isEmptyOrAbsent(dir)
	if err != nil {
		return refuse(dir, "cannot be used as a folder: "+cause(err), "choose another with --out")
	}
	if !free {
		return refuse(dir, "the folder is not empty", "choose another with --out, or remove it first")
	}
	return nil
}

// cannotMake refuses a folder that the system does not let be made.
func cannotMake(dir string, err error) error {
	return refuse(dir, "cannot make the folder: "+cause(err), "choose another with --out")
}

// WriteFolder writes a folder of files whole or not at all: into a hidden
// neighbour, which then gets its name. The folder must be absent or empty, or,
// with replace, is exchanged for what is written.
func WriteFolder(dir string, files map[string]func(io.Writer) error, replace bool) (err error) {
	dir = filepath.Clean(dir)
	if !replace {
		if err := CheckFolder(dir); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return cannotMake(dir, err)
	}
	hidden, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-*")
	if err != nil {
		return cannotMake(dir, err)
	}
	hidden = filepath.Clean(hidden)
	defer func() {
		if err != nil {
			os.RemoveAll(hidden)
		}
	}()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if _, err := writeFile(filepath.Join(hidden, name), files[name]); err != nil {
			return errors.New(strings.ReplaceAll(err.Error(), hidden, dir)) // the name that the user knows
		}
	}
	if err := os.Chmod(hidden, 0o755); err != nil {
		return err
	}
	return exchange(hidden, dir)
}

// exchange gives a folder its name; what had the name goes once that is done.
func exchange(hidden, dir string) error {
	before := hidden + "-before"
	switch err := os.Rename(dir, before); {
	case os.IsNotExist(err):
		before = ""
	case err != nil:
		return fmt.Errorf("cannot replace %s: %s", dir, cause(err))
	}
	if err := os.Rename(hidden, dir); err != nil {
		if before != "" {
			os.Rename(before, dir)
		}
		return fmt.Errorf("cannot make %s: %s", dir, cause(err))
	}
	syncFolder(filepath.Dir(dir))
	if before != "" {
		return os.RemoveAll(before)
	}
	return nil
}
