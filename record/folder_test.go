package record

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func says(words string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, words)
		return err
	}
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestFolderIsWholeOrAbsent(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "plan")
	full := errors.New("no space left on device")
	err := WriteFolder(dir, map[string]func(io.Writer) error{"a": says("1"), "b": func(io.Writer) error { return full }}, false)
	if err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("got %v", err)
	}
	if got := names(t, root); got != "" {
		t.Errorf("a failed folder left %s", got)
	}
	if err := WriteFolder(dir, map[string]func(io.Writer) error{"a": says("1"), "b": says("2")}, false); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); got != "a b" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestFolderIsReplacedOnlyIfAskedFor(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "plan")
	old, young := map[string]func(io.Writer) error{"old": says("1")}, map[string]func(io.Writer) error{"new": says("2")}
	if err := WriteFolder(dir, old, false); err != nil {
		t.Fatal(err)
	}
	var refusal *Refusal
	if err := WriteFolder(dir, young, false); !errors.As(err, &refusal) || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("got %v", err)
	}
	fails := map[string]func(io.Writer) error{"new": func(io.Writer) error { return errors.New("broken") }}
	if err := WriteFolder(dir, fails, true); err == nil || names(t, dir) != "old" {
		t.Errorf("a failed exchange left %s, %v", names(t, dir), err)
	}
	if err := WriteFolder(dir, young, true); err != nil || names(t, dir) != "new" || names(t, root) != "plan" {
		t.Errorf("after the exchange there is %s in %s, %v", names(t, dir), names(t, root), err)
	}
}

func TestFolderThatCannotBeMadeIsRefused(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var refusal *Refusal
	for _, dir := range []string{file, filepath.Join(file, "plan"), "/proc/gosplan/plan"} {
		if err := CheckFolder(dir); !errors.As(err, &refusal) {
			t.Errorf("%s: got %v", dir, err)
		}
	}
	if err := CheckFolder(filepath.Join(root, "a", "b")); err != nil || names(t, root) != "file" {
		t.Errorf("a check left %s, %v", names(t, root), err)
	}
}
