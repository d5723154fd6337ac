package record

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// writeFile writes a whole file or none: into a temporary neighbour, to the
// disk, and then under its name. It returns the SHA-256 of the content.
func writeFile(path string, write func(io.Writer) error) (checksum string, err error) {
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return "", fmt.Errorf("cannot write %s: %s", path, cause(err))
	}
	defer func() {
		if err != nil {
			temporary.Close()
			os.Remove(temporary.Name())
			err = fmt.Errorf("cannot write %s: %s; what was there before is untouched", path, cause(err))
		}
	}()
	sum := sha256.New()
	buffered := bufio.NewWriterSize(temporary, 1<<20)
	if err = write(io.MultiWriter(buffered, sum)); err != nil {
		return "", err
	}
	if err = buffered.Flush(); err != nil {
		return "", err
	}
	if err = temporary.Chmod(0o644); err != nil {
		return "", err
	}
	if err = temporary.Sync(); err != nil {
		return "", err
	}
	if err = temporary.Close(); err != nil {
		return "", err
	}
	if err = os.Rename(temporary.Name(), path); err != nil {
		return "", err
	}
	syncFolder(filepath.Dir(path))
	return hexadecimal(sum.Sum(nil)), nil
}

// WriteFile writes a whole file or none.
func WriteFile(path string, write func(io.Writer) error) error {
	_, err := writeFile(path, write)
	return err
}

// syncFolder makes a rename last through a power cut, where the system can.
func syncFolder(dir string) {
	if folder, err := os.Open(dir); err == nil {
		folder.Sync()
		folder.Close()
	}
}

// Checksum is the SHA-256 of a file.
func Checksum(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hexadecimal(sum.Sum(nil)), nil
}

// isEmptyOrAbsent reports whether a folder can take a run.
func isEmptyOrAbsent(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return true, nil
	}
	return err == nil && len(entries) == 0, err
}
