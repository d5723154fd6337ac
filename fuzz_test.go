package gosplan

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// make fuzz tries every fuzz target there is.
func TestMakeFuzzNamesEveryTarget(t *testing.T) {
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	target := regexp.MustCompile(`(?m)^func (Fuzz\w+)`)
	err = filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range target.FindAllSubmatch(text, -1) {
			folder := "./" + filepath.ToSlash(filepath.Dir(path))
			if folder == "./." {
				folder = "."
			}
			if want := "'^" + string(m[1]) + "$$' -fuzztime 10s " + folder + "\n"; !strings.Contains(string(makefile), want) {
				t.Errorf("make fuzz leaves out %s of %s", m[1], folder)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
