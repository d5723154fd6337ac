package format

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// detect finds out from what is in a file what kind of table it is.
func (r *reader) detect(path string) (Kind, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", &Error{File: path, What: "cannot be opened", Err: err}
	}
	if info.IsDir() {
		return detectFolder(path)
	}
	text, err := head(path)
	if err != nil {
		return "", err
	}
	switch {
	case bytes.HasPrefix(bytes.ToLower(text), []byte("%%matrixmarket")):
		return Matrix, nil
	case isMPS(text):
		return MPS, nil
	case bytes.HasPrefix(text, []byte("PK\x03\x04")) && r.Sheet == "":
		if book, err := openBook(path); err == nil {
			defer book.Close()
			if isRecipeBook(book.GetSheetList()) {
				return Recipes, nil
			}
		}
	}
	d, err := r.open(path)
	if err != nil {
		return "", err
	}
	r.begun = d
	row, _, err := d.peek()
	if err != nil {
		return Flows, nil // the reader says what is wrong
	}
	if isRecipeHeader(row) {
		return Recipes, nil
	}
	if layout, ok := longHeader(row); ok {
		switch {
		case layout.isMake:
			return Make, nil
		case layout.isCoef:
			return Coefs, nil
		}
	}
	if beside(path) != "" {
		return Use, nil
	}
	return Flows, nil
}

// detectFolder tells folders of multi-regional tables, of matrices and of
// recipes apart.
func detectFolder(path string) (Kind, error) {
	has := func(name string) bool { return exists(filepath.Join(path, name)) }
	switch {
	case has("Z.txt") || has("A.txt"):
		return MRIO, nil
	case has("A.mtx"):
		return Matrix, nil
	}
	for _, part := range recipeParts {
		for _, ending := range tableEndings {
			if has(part + ending) {
				return Recipes, nil
			}
		}
	}
	return "", &Error{File: path, What: "is a folder without a table", Mend: "a folder holds Z.txt and Y.txt, or A.mtx, or recipes.csv with its companions"}
}

var tableEndings = []string{".csv", ".tsv", ".parquet", ".xlsx"}

// isMPS tells a linear programme by its sections.
func isMPS(text []byte) bool {
	for line := range bytes.Lines(text) {
		word := strings.Fields(string(line))
		if len(word) == 0 || line[0] == '*' {
			continue
		}
		return (word[0] == "NAME" || word[0] == "ROWS" || word[0] == "OBJSENSE") && len(word) <= 3 && bytes.Contains(text, []byte("\nROWS")) || word[0] == "ROWS" && len(word) == 1
	}
	return false
}
