package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// withoutSuffix lets a user name an unfinished run by either of its names.
func withoutSuffix(dir string) string {
	return strings.TrimSuffix(filepath.Clean(dir), partialSuffix)
}

// readSetup reads what an unfinished run is.
func readSetup(dir, partial string) (Setup, error) {
	path := filepath.Join(partial, setupFile)
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return Setup{}, noUnfinishedRun(dir, partial)
	}
	if err != nil {
		return Setup{}, refuse(path, cause(err), "make it readable")
	}
	return parseSetup(path, text)
}

func parseSetup(path string, text []byte) (Setup, error) {
	var setup Setup
	in := json.NewDecoder(bytes.NewReader(text))
	in.DisallowUnknownFields()
	if err := in.Decode(&setup); err != nil {
		return setup, refuse(path, "damaged: "+err.Error(), "put back a good copy, or run the scenario again")
	}
	if setup.Format != Format {
		return setup, refuse(path, fmt.Sprintf("an unfinished run of format %d, while this program reads format %d", setup.Format, Format),
			"resume it with the program that began it")
	}
	return setup, nil
}

// noUnfinishedRun says what is there instead.
func noUnfinishedRun(dir, partial string) error {
	if _, err := os.Stat(filepath.Join(dir, ManifestFile)); err == nil {
		return refuse(dir, "this run is complete", "print it with gosplan show "+dir)
	}
	if _, err := os.Stat(partial); err == nil {
		return refuse(partial, "is not an unfinished run: it has no "+setupFile, "name the folder of a run that was interrupted")
	}
	return refuse(dir, "no unfinished run here: "+partial+" does not exist", "name the folder of a run that was interrupted")
}
