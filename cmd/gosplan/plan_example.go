package main

import (
	"fmt"
	"io"
	"os"

	"gosplan/format"
	"gosplan/record"
)

// exampleFile is where the example is written.
const exampleFile = "example.csv"

// writeExample writes the example, or finds it as it was written before; a
// file that somebody has changed is theirs.
func writeExample(r *room) (string, error) {
	before, err := os.ReadFile(exampleFile)
	switch {
	case err == nil && string(before) == format.Example():
		return exampleFile, nil
	case err == nil:
		return "", wrong("%s: is there already, and is not as --example writes it; plan it with gosplan plan %s, or move it away", exampleFile, exampleFile)
	case !os.IsNotExist(err):
		return "", wrong("%s: cannot be read: %s", exampleFile, pathCause(err))
	}
	err = record.WriteFile(exampleFile, func(w io.Writer) error {
		_, err := io.WriteString(w, format.Example())
		return err
	})
	if err != nil {
		return "", asWrong(err)
	}
	fmt.Fprintf(r.err, "Wrote %s: open it with a spreadsheet or an editor, change a number, and plan again with gosplan plan %s\n", exampleFile, exampleFile)
	return exampleFile, nil
}
